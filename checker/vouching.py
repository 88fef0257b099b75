"""How likely it is that a statement says what a quote says, where the words alone do not decide.

The pair model is asked about the nearest statements only; its answer, the share of content held
the shared words and what speaks against them are weighed together. A coded critical edit is not
weighed: it stands. Pure, but for the model that is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, log
from typing import Final

from checker.attribution import same_speaker
from checker.bounds import answer
from checker.compare import Comparison, is_settled
from checker.confidence import log_odds, logistic
from checker.conflicts import GRAVE, RULES
from checker.model import PairScore
from checker.models import Verdict
from checker.passage import passage
from checker.reading import Reading
from checker.settings import MeaningWeights, Settings
from checker.weighing import outweighs
from claims.models import Claim
from claims.people import People

WINDOW: Final = 90
"""Words of a statement that the model reads at once; it was trained on hardly any longer ones."""
_NO_BRACKETS: Final = str.maketrans("", "", "[]")
"""An editor's "[T]he" is one word to the model."""
Ask = Callable[[Sequence[tuple[str, str]]], Sequence[PairScore]]
"""The pair model's question: (statement, quote) pairs to scores."""


def vouch(
    comparisons: Sequence[Comparison],
    *,
    claim: Claim,
    people: People,
    settings: Settings,
    ask: Ask | None,
) -> tuple[Comparison, ...]:
    """The open comparisons with their likelihood, and the verdict it allows.

    The model is asked about the likest first, those that have the words before all others. Where
    it vouches for one of the speaker's, those that are less alike could no longer come before it,
    and only its other wordings are asked about.

    Shape: without `ask`, for languages the model does not read, the words decide, and where they
           are few the share of content.
    """
    if _are_settled(comparisons, settings=settings):
        return tuple(comparisons)
    asked = sorted(
        (c for c in comparisons if is_asked(c, settings=settings)),
        key=lambda c: (not c.by_words, -c.score, -c.carried, c.key[1:]),
    )
    vouched: dict[str, Comparison] = {}
    found: str | None = None
    for comparison in asked[: settings.asked] if ask else asked:
        if found not in (None, comparison.statement.utterance):
            continue
        own = claim.speaker is None or same_speaker(
            claim.speaker, comparison.statement.speaker, people=people
        )
        if ask is None:
            judged = _by_content(comparison, own=own, floor=settings.content_floor)
        else:
            judged = _weighed(comparison, claim, own=own, settings=settings, ask=ask)
        vouched[comparison.statement.id] = judged
        if ask and own and judged.verdict != "no_source":
            known = (vouched.get(c.statement.id, c) for c in comparisons)
            if not any(outweighs(other, judged) for other in known):
                found = comparison.statement.utterance
    return tuple(vouched.get(c.statement.id, c) for c in comparisons)


def _are_settled(comparisons: Sequence[Comparison], *, settings: Settings) -> bool:
    """Whether the words of one decide, and no other has more of them."""
    best = max((c.score for c in comparisons if c.is_open and c.by_words), default=0.0)
    return any(
        is_settled(c, settings=settings) and not c.is_open and (c.score >= best or not c.blocked_by)
        for c in comparisons
    )


def is_asked(comparison: Comparison, *, settings: Settings) -> bool:
    """Whether a comparison is open, and near enough to ask the model about."""
    return comparison.is_open and comparison.score >= settings.asked_floor


def _weighed(
    comparison: Comparison, claim: Claim, *, own: bool, settings: Settings, ask: Ask
) -> Comparison:
    """A comparison with the verdict that the model's answer, or its likelihood, allows.

    Shape: where the quote has most of the words they carry it, unless the model finds it turned;
           where it has not, or an edit is suspected to turn it, no likeness of words makes up for
           a model that finds no support, and that edit or a grave conflict stands unless the
           model supports the quote.
    """
    pair = answered(comparison, ask)
    if not comparison.by_likelihood:
        if max(pair.supports, pair.same) >= settings.turned_floor:
            return _vouched(comparison, 0.0)
        return comparison._replace(likelihood=pair.supports, is_open=False)
    likely = likelihood(comparison, pair, own_speaker=own, weights=settings.weights)
    doubts = comparison.meaning.doubts if comparison.meaning else frozenset()
    if comparison.is_turned or not GRAVE.isdisjoint(doubts):
        supported = pair.supports >= settings.grave_floor
    else:
        supported = max(pair.supports, pair.same) >= settings.supported_floor
    if not supported:
        likely = min(likely, settings.doubt_floor)
    if likely >= _floor(claim, own_speaker=own, settings=settings):
        return _vouched(comparison, likely)
    return comparison._replace(likelihood=likely, is_open=False)


def answered(comparison: Comparison, ask: Ask) -> PairScore:
    """What the model and the bounds of amounts say of a comparison; of a long statement it reads
    the part that is about the quote."""
    quote, stored = comparison.alignment.quote, comparison.alignment.stored
    printed = quote.text.translate(_NO_BRACKETS)
    (pair,) = ask([(passage(quote, stored, longest=WINDOW), printed)])
    return informed(pair, quote, stored)


def _by_content(comparison: Comparison, *, own: bool, floor: float) -> Comparison:
    """What the words say where no model is asked."""
    verdict: Verdict
    if comparison.by_words:
        verdict = "no_source" if comparison.blocked_by else "paraphrase"
        return comparison._replace(verdict=verdict, is_open=False)
    likely = comparison.meaning.score if comparison.meaning else 0.0
    verdict = "paraphrase" if own and comparison.holds(floor=floor) else "no_source"
    return comparison._replace(likelihood=likely, verdict=verdict, is_open=False)


def _vouched(comparison: Comparison, likely: float) -> Comparison:
    """A paraphrase: what seemed to turn the meaning turned out to be another wording."""
    edits = tuple(e._replace(code="reworded") if e.critical else e for e in comparison.edits)
    return comparison._replace(
        likelihood=likely,
        verdict="paraphrase",
        edits=edits,
        blocked_by=None,
        quoted="",
        stored="",
        is_open=False,
    )


_EVIDENCE: Final = 3.0
"""Log odds that the bounds of amounts add.

Source: VitaminC, the rows that the model was trained on: bounds that hold stand in .374 of the
        supported claims and .017 of the refuted ones, bounds that fail in .030 and .579.
"""


def informed(pair: PairScore, quote: Reading, stored: Reading) -> PairScore:
    """The model's answer beside what the bounds of amounts say, which it cannot compare.

    >>> from checker.reading import read
    >>> said, unsure = read("24 million came"), PairScore(0.4, 0.4, 0.2, 0.5)
    >>> informed(unsure, read("more than 23.5 million came"), said).supports.__round__(2)
    0.93
    """
    leaning = answer(quote, stored)
    if leaning == "silent":
        return pair
    shares = {"supports": pair.supports, "contradicts": pair.contradicts, "other": pair.other}
    shares[leaning] *= exp(_EVIDENCE)
    total = sum(shares.values())
    return pair._replace(**{name: share / total for name, share in shares.items()})


def _floor(claim: Claim, *, own_speaker: bool, settings: Settings) -> float:
    """The likelihood asked for: more where the speaker is not named, most where it is another."""
    if claim.speaker is None:
        return settings.unnamed_floor
    if not own_speaker:
        return settings.other_speaker_floor
    unmarked = claim.quote.kind in ("indirect", "claim")
    return settings.unmarked_floor if unmarked else settings.meaning_floor


def features(comparison: Comparison, pair: PairScore, *, own_speaker: bool) -> tuple[float, ...]:
    """What is weighed, in the order of the fields of `MeaningWeights` after `bias`."""
    meaning = comparison.meaning
    content = meaning.score if meaning else 0.0
    doubts = meaning.doubts if meaning else frozenset()
    supports = log_odds(pair.supports)
    return (
        content,
        comparison.alignment.similarity,
        comparison.carried,
        supports,
        log_odds(pair.contradicts),
        log_odds(pair.same),
        content * supports,
        log(max(1, len(comparison.alignment.quote.words))),
        float(own_speaker),
        float(comparison.is_turned),
        *(float(rule in doubts) for rule in RULES),
    )


def likelihood(
    comparison: Comparison, pair: PairScore, *, own_speaker: bool, weights: MeaningWeights
) -> float:
    """The weighed features as a probability, 0..1."""
    values = features(comparison, pair, own_speaker=own_speaker)
    total = weights.bias + sum(
        weight * value for weight, value in zip(weights.of_features, values, strict=True)
    )
    return logistic(total)
