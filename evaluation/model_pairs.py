"""The pair model, alone and with the rules of amounts, on rows that it was never trained on.

    python -m evaluation.model_pairs [--encoder FOLDER]

vitaminc: of support and refutation, which scores higher (AUC)? paws_wiki, mrpc: is a pair called a
paraphrase where it is one (mean of both directions, cut at one half)? The rules are those of
`checker.bounds`, as the judge adds them to the model's answer. Beside it scores of plain
likeness, their cuts chosen on the training part; the encoder's cosine needs torch and a folder.
ece: how far the share of "supports" is from how often that was right, over ten bins.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from rapidfuzz.fuzz import ratio, token_set_ratio

from checker.model import PairModel, PairScore, load_model
from checker.reading import read
from checker.vouching import informed
from evaluation.datasets import absent, folder
from evaluation.figures import Share
from evaluation.section import WORST, Goal, Section, number, shown, table
from training.data import OTHER, Pair, pairs
from training.subject import invented

SEED = 20211020
RESAMPLES = 1000
BINS = 10
SETS = ("vitaminc", "paws_wiki", "mrpc")
OWN = "written here"

TITLE = "The pair model"
GOALS = {
    ("vitaminc", "AUC"): (".62", 0.90),
    ("paws_wiki", "accuracy"): (".719", 0.85),
    ("mrpc", "accuracy"): (".733", 0.80),
    ("mrpc", "F1"): (".801", 0.86),
}


class Scored(NamedTuple):
    """One pair's score, 0..1, whether it is the same, and the group it is resampled with."""

    score: float
    same: bool
    group: str
    row: str = ""


class Figure(NamedTuple):
    """A figure and the bounds of 95 of 100 resamples of the groups."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


Score = Callable[[Pair], float]
Measure = Callable[[Sequence[Scored]], float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each set."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.model_pairs")
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2, for its cosine")
    chosen = parser.parse_args(arguments)
    for name in chosen.sets or (*SETS, OWN):
        if name != OWN and folder(name) is None:
            print(absent(name))
            continue
        for line in report(name, encoder=chosen.encoder):
            print(line, flush=True)
    return 0


def report(name: str, *, encoder: Path | None) -> Iterator[str]:
    """The lines of one set."""
    held = _held_out(name)
    yield f"{name}: {len(held)} held-out pairs in {len({pair.group for pair in held})} groups"
    model = load_model()
    if name == "vitaminc":
        scored = _scored(held, lambda pair: _leaning(model, pair))
        yield f"  {'model':18} AUC {interval(scored, area_under_curve)}"
        scored = _scored(held, lambda pair: _leaning(model, pair, ruled=True))
        yield f"  {'model and rules':18} AUC {interval(scored, area_under_curve)}"
        whole = _scored(pairs(name, "test"), lambda pair: _supported(model, pair))
        yield f"  {'':18} ece {calibration_error(whole):.3f} (with pairs of neither kind)"
    elif name == OWN:
        scored = _scored(held, lambda pair: _supported(model, pair))
        yield f"  {'model':18} AUC {interval(scored, area_under_curve)}"
        yield f"  {'':18} {_called(scored, cut=0.5)}  ece {calibration_error(scored):.3f}"
    else:
        scored = _scored(held, lambda pair: _both_ways(model, pair))
        yield f"  {'model':18} {_called(scored, cut=0.5)}  ece {calibration_error(scored):.3f}"
    for label, likeness in _baselines(encoder):
        scored = _scored(held, likeness)
        if name == "vitaminc":
            yield f"  {label:18} AUC {interval(scored, area_under_curve)}"
        else:
            seen = _scored(_seen(name), likeness)
            yield f"  {label:18} {_called(scored, cut=best_cut(seen))}"


def section() -> Section:
    """The figures beside their goals: of the model alone, and as the judge uses it."""
    if folder(SETS[0]) is None:
        return Section(title=TITLE, lines=(absent(SETS[0]), ""), goals=tuple(_goals({}, {})))
    model = load_model()
    figures: dict[tuple[str, str], Share] = {}
    worst: dict[str, tuple[str, ...]] = {}
    lines: list[Sequence[str]] = []
    for name, measures in MEASURES.items():
        held = _held_out(name)
        for label, score in SCORES[name].items():
            scored = _scored(held, partial(score, model))
            worst[name] = tuple(_worst(scored))
            for figure, measure in measures.items():
                value, low, high = interval(scored, measure)
                share = Share(value=value, low=low, high=high, n=len(scored))
                figures[name, figure] = share
                lines.append((name, label, figure, shown(share)))
    return Section(
        title=TITLE,
        goals=tuple(_goals(figures, worst)),
        lines=(
            "On rows that the model was never trained on, held out by page or sentence; the sets'",
            "published test parts are not here. The goals are asked of the last line of each: in",
            "VitaminC what the judge weighs, the model's answer and what the bounds of amounts say",
            "(`checker.bounds`, made on the rows that the model was trained on); in PAWS and MRPC",
            "whether both say the same. Of the pairs written here a tenth of the statements is",
            "held out; the weights of the judge are fitted on them, the model is not. What it was",
            "made from and where it fails: [model.md](model.md).",
            "",
            *table(("held-out pairs", "score", "figure", "here"), lines),
        ),
    )


def _held_out(name: str) -> list[Pair]:
    """The pairs that are asked about; of VitaminC support and refutation alone."""
    if name == OWN:
        return invented("test")
    return [pair for pair in pairs(name, "test") if name != "vitaminc" or pair.answers != OTHER]


def _seen(name: str) -> Sequence[Pair]:
    """Pairs on which the cut of a baseline is chosen."""
    return (invented("train") if name == OWN else pairs(name, "train"))[:2000]


def _worst(scored: Sequence[Scored]) -> Iterator[str]:
    """The pairs that were called most wrongly, by the name of their row."""
    wrong = sorted(scored, key=lambda each: abs(each.same - each.score), reverse=True)
    for each in wrong[:WORST]:
        yield f"`{each.row}`: {'the same' if each.same else 'not the same'}, {number(each.score)}"


def _goals(
    figures: Mapping[tuple[str, str], Share], worst: Mapping[str, tuple[str, ...]]
) -> Iterator[Goal]:
    for (name, figure), (plain, goal) in GOALS.items():
        yield Goal(
            of=f"{name}, held out",
            figure=figure,
            plain=plain,
            goal=goal,
            share=figures.get((name, figure)),
            worst=worst.get(name, ()),
        )


def _baselines(encoder: Path | None) -> Iterator[tuple[str, Score]]:
    yield "RapidFuzz ratio", lambda pair: ratio(pair.statement, pair.quote) / 100
    yield "token_set", lambda pair: token_set_ratio(pair.statement, pair.quote) / 100
    if encoder is not None:
        from training.cosine import Encoder

        vectors = Encoder(encoder)
        yield "encoder cosine", lambda pair: vectors.cosine(pair.statement, pair.quote)


def _scored(held: Sequence[Pair], score: Score) -> list[Scored]:
    return [Scored(score(pair), pair.agrees, pair.group, pair.row) for pair in held]


@cache
def _asked(model: PairModel, statement: str, quote: str) -> PairScore:
    return model.scores([(statement, quote)])[0]


def _leaning(model: PairModel, pair: Pair, *, ruled: bool = False) -> float:
    """The share of support beside refutation, with `ruled` as the bounds of amounts inform it."""
    score = _asked(model, pair.statement, pair.quote)
    if ruled:
        score = informed(score, read(pair.quote), read(pair.statement))
    return score.supports / (score.supports + score.contradicts)


def _supported(model: PairModel, pair: Pair) -> float:
    return _asked(model, pair.statement, pair.quote).supports


def _one_way(model: PairModel, pair: Pair) -> float:
    """Whether they are the same, asked in one direction."""
    return _asked(model, pair.statement, pair.quote).same


def _other_way(model: PairModel, pair: Pair) -> float:
    return _asked(model, pair.quote, pair.statement).same


def _both_ways(model: PairModel, pair: Pair) -> float:
    return (_one_way(model, pair) + _other_way(model, pair)) / 2


def _either_way(model: PairModel, pair: Pair) -> float:
    return min(_one_way(model, pair), _other_way(model, pair))


def _called(scored: Sequence[Scored], *, cut: float) -> str:
    right = interval(scored, lambda some: accuracy(some, cut=cut))
    return f"accuracy {right}  F1 {interval(scored, lambda some: balance(some, cut=cut))}"


def accuracy(scored: Sequence[Scored], *, cut: float) -> float:
    """The share of pairs called right."""
    return sum((each.score >= cut) == each.same for each in scored) / len(scored)


def balance(scored: Sequence[Scored], *, cut: float) -> float:
    """The F1 of "same"."""
    both = sum(each.same and each.score >= cut for each in scored)
    either = sum(each.same for each in scored) + sum(each.score >= cut for each in scored)
    return 2 * both / either if either else 0.0


def best_cut(scored: Sequence[Scored]) -> float:
    """The cut of the best accuracy.

    >>> best_cut([Scored(0.2, False, "a"), Scored(0.6, True, "b"), Scored(0.8, True, "c")])
    0.6
    """
    return max(sorted({each.score for each in scored}), key=lambda cut: accuracy(scored, cut=cut))


def area_under_curve(scored: Sequence[Scored]) -> float:
    """How often a pair that is the same scores over one that is not; a tie counts half.

    >>> area_under_curve([Scored(0.9, True, "a"), Scored(0.9, False, "b")])
    0.5
    """
    ordered = sorted(scored)
    ranks, start = 0.0, 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end].score == ordered[start].score:
            end += 1
        ranks += (start + end + 1) / 2 * sum(each.same for each in ordered[start:end])
        start = end
    n_same = sum(each.same for each in ordered)
    n_other = len(ordered) - n_same
    return (ranks - n_same * (n_same + 1) / 2) / (n_same * n_other)


def calibration_error(scored: Sequence[Scored]) -> float:
    """The mean distance between score and share of "same", over bins of like score.

    >>> calibration_error([Scored(0.75, True, "a"), Scored(0.75, False, "b")])
    0.25
    """
    bins: dict[int, list[Scored]] = defaultdict(list)
    for each in scored:
        bins[min(BINS - 1, int(each.score * BINS))].append(each)
    gaps = (abs(sum(e.score - e.same for e in group)) for group in bins.values())
    return sum(gaps) / len(scored)


MEASURES: dict[str, dict[str, Measure]] = {
    "vitaminc": {"AUC": area_under_curve},
    "paws_wiki": {"accuracy": partial(accuracy, cut=0.5)},
    "mrpc": {"accuracy": partial(accuracy, cut=0.5), "F1": partial(balance, cut=0.5)},
    OWN: {"AUC": area_under_curve, "accuracy": partial(accuracy, cut=0.5)},
}


_WAYS: dict[str, Callable[[PairModel, Pair], float]] = {
    "the lower of both directions": _either_way,
    "one direction": _one_way,
    "mean of both directions": _both_ways,
}
SCORES: dict[str, dict[str, Callable[[PairModel, Pair], float]]] = {
    "vitaminc": {
        "model alone": _leaning,
        "model and bounds of amounts": partial(_leaning, ruled=True),
    },
    "paws_wiki": _WAYS,
    "mrpc": _WAYS,
    OWN: {"model alone": _supported},
}


def interval(scored: Sequence[Scored], measure: Measure) -> Figure:
    """A figure with its bounds, from resampled groups."""
    groups: dict[str, list[Scored]] = defaultdict(list)
    for each in scored:
        groups[each.group].append(each)
    chance, members, drawn = Random(SEED), list(groups.values()), []
    for _ in range(RESAMPLES):
        some = chance.choices(members, k=len(members))
        drawn.append(measure([each for group in some for each in group]))
    drawn.sort()
    cut = RESAMPLES // 40
    return Figure(measure(scored), drawn[cut], drawn[-cut - 1])


if __name__ == "__main__":
    raise SystemExit(main())
