"""What `benchmarks/scale.py` measured, and the figures made of it."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from benchmarks.contender import Answer, Answers

LIGHT = ("exact", "one word changed", "two words dropped", "number changed", "fragment")
"""Verbatim or lightly edited."""
HELD = (*LIGHT, "clauses reordered")
"""Kinds whose words the right statement holds."""
WORDS_ONLY = "checker, words only"
SHIPPED = "checker"
UNSIGNED = "without vectors"
"""A store that was built by words alone, of `benchmarks.scale.WITHOUT_VECTORS` passages."""

Measured = dict[str, Any]
"""What `benchmarks.scale.measure` gives."""


Right = Callable[[Answer], bool | None]
"""Whether an answer is right, by one of two measures."""


def answers_to(answers: Answers, kinds: Iterable[str]) -> list[Answer]:
    """The answers to these kinds of quotation."""
    return [Answer(*each) for kind in kinds for each in answers.get(kind, [])]


def spent(answers: Answers, kinds: Iterable[str]) -> list[float]:
    """The milliseconds of the answers to these kinds."""
    return [each.spent for each in answers_to(answers, kinds)]


def processor(answers: Answers, kinds: Iterable[str]) -> list[float]:
    """The milliseconds of processor time of the answers to these kinds."""
    return [each.parts.get("processor", each.spent) for each in answers_to(answers, kinds)]


def first(answer: Answer) -> bool | None:
    """Whether the first answer is right."""
    return answer.first


def among(answer: Answer) -> bool | None:
    """Whether one of the first 20 is right."""
    return answer.among


def right_ratio(answers: Answers, kinds: Iterable[str], right: Right) -> float | None:
    """The share of right answers, `None` where there is nothing to be right about."""
    told = [value for each in answers_to(answers, kinds) if (value := right(each)) is not None]
    return sum(told) / len(told) if told else None


def p50_p95(times: Sequence[float], *, by: float = 1.0) -> tuple[str, str]:
    """The median and the 95th percentile, to be read."""
    if not times:
        return "–", "–"
    p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return number(statistics.median(times) * by), number(p95 * by)


def number(value: float) -> str:
    """Three digits or more."""
    return f"{value:,.2f}" if value < 10 else f"{value:,.1f}" if value < 100 else f"{value:,.0f}"
