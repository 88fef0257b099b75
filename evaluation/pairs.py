"""The comparison of one quote with one statement, on public pairs of sentences.

    python -m evaluation.pairs [vitaminc] [paws_wiki] [mrpc]

vitaminc: does the score rank claims that the evidence supports over those that it refutes (AUC)?
paws_wiki, mrpc: is a pair called a paraphrase, in both directions, where it is one?
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from checker.compare import Comparison, compare
from checker.reading import read
from checker.settings import Settings
from evaluation.datasets import absent, folder
from sources.models import Source, Statement
from training.data import OTHER
from training.data import pairs as held_out

SEED = 20211020
SOURCE = Source(publisher="pairs")
SETS = ("vitaminc", "paws_wiki", "mrpc")


class Pair(NamedTuple):
    """Two sentences, and whether the second says what the first says."""

    quote: str
    stored: str
    same: bool


class Decided(NamedTuple):
    """What the engine says of a pair; of two directions the more doubtful one."""

    same: bool
    said: bool
    score: float


def decide(pair: Pair, *, both_ways: bool, settings: Settings) -> Decided:
    """Compare the two sentences."""
    answers = [_compare(pair.quote, pair.stored, settings=settings)]
    if both_ways:
        answers.append(_compare(pair.stored, pair.quote, settings=settings))
    return Decided(
        same=pair.same,
        said=all(answer.verdict != "no_source" for answer in answers),
        score=min(answer.score - (answer.blocked_by is not None) for answer in answers),
    )


def area_under_curve(decided: Sequence[Decided]) -> float:
    """How often a pair that is the same scores over one that is not; a tie counts half.

    >>> right, wrong = Decided(True, True, 0.9), Decided(False, False, 0.2)
    >>> area_under_curve([right, wrong]), area_under_curve([right, right, wrong, wrong])
    (1.0, 1.0)
    >>> area_under_curve([right, Decided(False, True, 0.9)])
    0.5
    """
    ordered = sorted(decided, key=lambda each: each.score)
    ranks, start = 0.0, 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end].score == ordered[start].score:
            end += 1
        middle = (start + end + 1) / 2
        ranks += middle * sum(each.same for each in ordered[start:end])
        start = end
    n_same = sum(each.same for each in ordered)
    n_other = len(ordered) - n_same
    return (ranks - n_same * (n_same + 1) / 2) / (n_same * n_other)


def report(name: str, decided: Sequence[Decided]) -> str:
    """One line of figures."""
    right = sum(each.same == each.said for each in decided) / len(decided)
    both = sum(each.same and each.said for each in decided)
    either = sum(each.same for each in decided) + sum(each.said for each in decided)
    f1 = 2 * both / either if either else 0.0
    area = area_under_curve(decided)
    return f"{name:10} n={len(decided)}  accuracy {right:.3f}  F1 {f1:.3f}  AUC {area:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the chosen sets and print one line each."""
    chosen = _parser().parse_args(arguments)
    for name in chosen.sets or SETS:
        if folder(name) is None:
            print(absent(name))
            continue
        pairs = list(_pairs(name))
        some = Random(SEED).sample(pairs, min(chosen.limit, len(pairs)))
        settings, both_ways = Settings(), name != "vitaminc"
        print(report(name, [decide(p, both_ways=both_ways, settings=settings) for p in some]))
    return 0


def _pairs(name: str) -> Iterator[Pair]:
    """The rows that the pair model was never trained on."""
    for pair in held_out(name, "test"):
        if pair.answers != OTHER:
            same = pair.agrees
            yield Pair(_joined(pair.quote), _joined(pair.statement), same=same)


def _joined(text: str) -> str:
    """The sets are cut into tokens; a contraction belongs together.

    >>> _joined("They do n't , do they ?")
    "They don't , do they ?"
    """
    return text.replace(" n't", "n't")


def _compare(quote: str, stored: str, *, settings: Settings) -> Comparison:
    statement = Statement(
        id="p", utterance="p", speaker="-", said_on=date.min, text=stored, source=SOURCE
    )
    return compare(read(quote), statement, settings=settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.pairs")
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--limit", type=int, default=2000, help="pairs of each set")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
