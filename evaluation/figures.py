"""Outcomes in, figures out: shares with bootstrap intervals, confusion, precision and recall."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import ceil
from random import Random
from typing import Self, TypeVar

from claims.models import Model
from evaluation.engine import Outcome

RESAMPLES = 1000
SEED = 20211020
BINS = 10
Held = TypeVar("Held")

CRITICAL = frozenset("number unit negation modality actor object condition status place".split())
FAITHFUL = frozenset(
    "reword_light reword_medium reword_heavy headline first_person indirect false_friend".split()
)
COPIES = frozenset(
    "exact typography case_punct spelling number_form name_form record_style "
    "bracket_added paren_insert apparatus edge_ellipsis".split()
)
INVENTED = frozenset({"invention", "absent"})


class Share(Model):
    """How often something holds.

    Unit: all 0..1; `low` and `high` bound 95 of 100 resamples of the statements (not of the
          cases: two cases on one statement tend to go wrong together).
    """

    value: float
    low: float
    high: float
    n: int

    @classmethod
    def exact(cls, value: float, *, n: int) -> Self:
        """A figure of which no interval was made."""
        return cls(value=value, low=value, high=value, n=n)


class CodeScore(Model):
    """How well one code of the verdict table is given.

    Shape: `precision` counts as wrong a code that a case forbids, `recall` one that it expects
           and does not get; `None` where there is nothing to count.
    """

    code: str
    right: int
    wrong: int
    missing: int

    @property
    def precision(self) -> float | None:
        """Of those given, the share that was right."""
        given = self.right + self.wrong
        return self.right / given if given else None

    @property
    def recall(self) -> float | None:
        """Of those expected, the share that was given."""
        expected = self.right + self.missing
        return self.right / expected if expected else None


def base_class(name: str) -> str:
    """A class without the mark for an edit made on top of a rewording.

    >>> base_class("number_reworded")
    'number'
    """
    return name.removesuffix("_reworded")


def share(outcomes: Iterable[Outcome], *, holds: Callable[[Outcome], bool]) -> Share | None:
    """How often something holds of the outcomes, `None` where there are none."""
    return grouped((each.case.topic, holds(each)) for each in outcomes)


def grouped(held: Iterable[tuple[str, float]]) -> Share | None:
    """How often something holds, or its mean, of pairs of a group's name and whether, or how far.

    >>> grouped([("a", True), ("a", True), ("b", False)]).value.__round__(3)
    0.667
    """
    groups: dict[str, list[float]] = defaultdict(list)
    for name, holds in held:
        groups[name].append(holds)
    if not groups:
        return None
    counts = [(sum(group), len(group)) for group in groups.values()]
    n = sum(size for _, size in counts)
    low, high = _interval(counts)
    return Share(value=sum(count for count, _ in counts) / n, low=low, high=high, n=n)


def _interval(counts: Sequence[tuple[float, int]]) -> tuple[float, float]:
    random = Random(SEED)
    drawn = []
    for _ in range(RESAMPLES):
        resample = random.choices(counts, k=len(counts))
        drawn.append(sum(held for held, _ in resample) / sum(size for _, size in resample))
    drawn.sort()
    cut = ceil(RESAMPLES * 0.025)
    return drawn[cut], drawn[-cut - 1]


def headline(outcomes: Sequence[Outcome]) -> dict[str, Share]:
    """The figures that count, by name; one is left out where no case bears on it."""
    critical = _of(outcomes, classes=CRITICAL)
    supported = [each for each in outcomes if each.case.expected_verdict != "no_source"]
    figures = {
        "verdict_accuracy": share(outcomes, holds=lambda each: each.right),
        "verdict_accuracy_builtin": share(
            (each for each in outcomes if each.case.store == "builtin"),
            holds=lambda each: each.right,
        ),
        "critical_accepted": share(critical, holds=_accepted),
        "faithful_lost": share(_of(outcomes, classes=FAITHFUL), holds=_lost),
        "inventions_accepted": share(_of(outcomes, classes=INVENTED), holds=_accepted),
        "copies_alarmed": share(_plain_copies(outcomes), holds=lambda each: each.alarmed),
        "right_statement": share(supported, holds=lambda each: each.right_statement),
        "expected_codes_given": share(
            (each for each in outcomes if each.case.expected_codes),
            holds=lambda each: not each.missing_codes,
        ),
        "forbidden_codes_given": share(
            (each for each in outcomes if each.case.forbidden_codes),
            holds=lambda each: bool(each.wrong_codes),
        ),
    }
    return {name: figure for name, figure in figures.items() if figure is not None}


def by_class(outcomes: Iterable[Outcome]) -> dict[str, Share]:
    """Verdict accuracy of each class, by name."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        groups[each.case.class_].append(each)
    shares = {
        name: share(group, holds=lambda each: each.right) for name, group in sorted(groups.items())
    }
    return {name: figure for name, figure in shares.items() if figure is not None}


def confusion(outcomes: Iterable[Outcome]) -> Counter[tuple[str, str]]:
    """How often (expected verdict, given verdict or status) came up."""
    return Counter((each.case.expected_verdict, each.verdict or each.status) for each in outcomes)


def code_scores(outcomes: Iterable[Outcome]) -> tuple[CodeScore, ...]:
    """Each code that a case expects or forbids and got, by name.

    Shape: of "a|b" every one that is given counts as right, and the first as missing if none.
    """
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for each in outcomes:
        given = set(each.codes)
        for wanted in each.case.expected_codes:
            right.update(given & set(wanted.split("|")))
        missing.update(wanted.split("|")[0] for wanted in each.missing_codes)
        wrong.update(each.wrong_codes)
    return tuple(
        CodeScore(code=code, right=right[code], wrong=wrong[code], missing=missing[code])
        for code in sorted({*right, *wrong, *missing})
    )


class Bin(Model):
    """Results of like confidence.

    Unit: 0..1; `confidence` is their mean, `right` the share whose verdict was right.
    """

    confidence: float
    right: float
    n: int


def reliability(outcomes: Iterable[Outcome]) -> tuple[Bin, ...]:
    """Confidence beside what became of it, in bins of a tenth; empty bins are left out."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for each in outcomes:
        if each.confidence is not None:
            bins[min(int(each.confidence * BINS), BINS - 1)].append((each.confidence, each.right))
    return tuple(
        Bin(
            confidence=sum(confidence for confidence, _ in held) / len(held),
            right=sum(right for _, right in held) / len(held),
            n=len(held),
        )
        for _, held in sorted(bins.items())
    )


def calibration_share(outcomes: Sequence[Outcome]) -> Share | None:
    """The calibration error with the bounds of 95 of 100 resamples of the statements.

    Shape: few cases make chance gaps in the bins, so that resamples err more than the whole.
    """
    value = calibration_error(outcomes)
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        groups[each.case.topic].append(each)
    if value is None:
        return None
    low, high = resampled(list(groups.values()), measure=lambda some: calibration_error(some) or 0)
    return Share(value=value, low=low, high=high, n=sum(e.confidence is not None for e in outcomes))


def resampled(
    groups: Sequence[Sequence[Held]], *, measure: Callable[[Sequence[Held]], float]
) -> tuple[float, float]:
    """The bounds of 95 of 100 resamples of the groups."""
    random, drawn = Random(SEED), []
    for _ in range(RESAMPLES):
        some = random.choices(groups, k=len(groups))
        drawn.append(measure([each for group in some for each in group]))
    drawn.sort()
    cut = ceil(RESAMPLES * 0.025)
    return drawn[cut], drawn[-cut - 1]


def calibration_error(outcomes: Iterable[Outcome]) -> float | None:
    """Expected calibration error of the confidence, `None` where none was given.

    Unit: 0..1, the mean over the bins of |confidence - share right|, weighted by size.
    """
    bins = reliability(outcomes)
    n = sum(each.n for each in bins)
    return sum(each.n * abs(each.confidence - each.right) for each in bins) / n if n else None


def _of(outcomes: Iterable[Outcome], *, classes: frozenset[str]) -> list[Outcome]:
    return [each for each in outcomes if base_class(each.case.class_) in classes]


def _plain_copies(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Faithful copies without anything else to warn of."""
    return [
        each
        for each in _of(outcomes, classes=COPIES)
        if not each.case.expected_codes
        or set(each.case.expected_codes) <= {"own_rendering", each.case.class_}
    ]


def _accepted(each: Outcome) -> bool:
    return each.verdict in ("match", "paraphrase")


def _lost(each: Outcome) -> bool:
    return each.verdict in (None, "no_source")
