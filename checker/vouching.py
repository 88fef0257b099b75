"""How likely it is that a statement says what a quote says, where the words alone do not decide.

The pair model is asked about the nearest statements only; its answer, the share of content held
and the shared words are weighed together. A plain conflict, over a number, an actor or a denied
word, is not weighed: it stands. Pure, but for the model that is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, log
from typing import Final

from checker.attribution import same_speaker
from checker.bounds import answer
from checker.compare import Comparison, is_settled
from checker.confidence import log_odds, logistic
from checker.model import PairScore
from checker.reading import Reading
from checker.settings import MeaningWeights, Settings
from checker.weighing import outweighs
from claims.models import Claim
from claims.people import People

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
    """The comparisons of meaning with their likelihood, and the verdict it allows.

    The model is asked about the likest first. Where it vouches for one of the speaker's, those
    that are less alike could no longer come before it, and only its other wordings are asked about.

    Shape: without `ask`, for languages the model does not read, the share of content decides.
    """
    if any(is_settled(comparison, settings=settings) for comparison in comparisons):
        return tuple(comparisons)
    asked = sorted(
        (c for c in comparisons if is_open(c, settings=settings)),
        key=lambda c: (-c.score, -c.carried, c.key[1:]),
    )[: settings.asked]
    vouched: dict[str, Comparison] = {}
    found: str | None = None
    for comparison in asked:
        if found not in (None, comparison.statement.utterance):
            continue
        scores = ask([(comparison.statement.text, claim.quote.text)]) if ask else ()
        own = claim.speaker is None or same_speaker(
            claim.speaker, comparison.statement.speaker, people=people
        )
        if scores:
            pair = informed(scores[0], comparison.alignment.quote, comparison.alignment.stored)
            likely = likelihood(comparison, pair, own_speaker=own, weights=settings.weights)
            supported = likely >= _floor(claim, own_speaker=own, settings=settings)
        else:
            likely = comparison.meaning.score if comparison.meaning else 0.0
            supported = own and likely >= settings.content_floor and not comparison.blocked_by
        judged = _vouched(comparison, likely, supported=supported)
        vouched[comparison.statement.id] = judged
        if scores and supported and own and not any(outweighs(c, judged) for c in comparisons):
            found = comparison.statement.utterance
    return tuple(vouched.get(c.statement.id, c) for c in comparisons)


_EVIDENCE: Final = 3.0
"""Log odds that the bounds of amounts add.

Source: VitaminC, the rows that the model was trained on: bounds that hold stand in .374 of the
        supported claims and .017 of the refuted ones, bounds that fail in .030 and .579.
"""


def informed(pair: PairScore, quote: Reading, stored: Reading) -> PairScore:
    """The model's answer beside what the bounds of amounts say, which it cannot compare.

    >>> from checker.reading import read
    >>> said, unsure = read("24 million came"), PairScore(0.4, 0.4, 0.2)
    >>> informed(unsure, read("more than 23.5 million came"), said).supports.__round__(2)
    0.93
    """
    leaning = answer(quote, stored)
    if leaning == "silent":
        return pair
    shares = pair._asdict()
    shares[leaning] *= exp(_EVIDENCE)
    total = sum(shares.values())
    return PairScore(**{name: share / total for name, share in shares.items()})


def is_open(comparison: Comparison, *, settings: Settings) -> bool:
    """Whether the model is asked about a comparison: words did not decide, nor a plain conflict."""
    return (
        not comparison.by_words
        and comparison.meaning is not None
        and not comparison.meaning.standing
        and comparison.score >= settings.near_floor
    )


def _floor(claim: Claim, *, own_speaker: bool, settings: Settings) -> float:
    """The likelihood asked for: more where the speaker is not named, most where it is another."""
    if claim.speaker is None:
        return settings.unnamed_floor
    if not own_speaker:
        return settings.other_speaker_floor
    unmarked = claim.quote.kind in ("indirect", "claim")
    return settings.unmarked_floor if unmarked else settings.meaning_floor


def _vouched(comparison: Comparison, likely: float, *, supported: bool) -> Comparison:
    if not supported:
        return comparison._replace(likelihood=likely)
    return comparison._replace(
        likelihood=likely, verdict="paraphrase", blocked_by=None, quoted="", stored=""
    )


def features(comparison: Comparison, pair: PairScore, *, own_speaker: bool) -> tuple[float, ...]:
    """What is weighed, in the order of the fields of `MeaningWeights` after `bias`."""
    meaning = comparison.meaning
    content = meaning.score if meaning else 0.0
    supports = log_odds(pair.supports)
    return (
        content,
        comparison.alignment.similarity,
        supports,
        log_odds(pair.contradicts),
        content * supports,
        log(max(1, len(comparison.alignment.quote.words))),
        float(own_speaker),
        float(bool(meaning and meaning.doubts)),
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
