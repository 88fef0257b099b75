"""What larger stores would cost, by the slope between the two largest that were measured."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from math import log
from typing import NamedTuple

from benchmarks.scale_figures import LIGHT, SHIPPED, WORDS_ONLY, Measured, number, processor

SIZES = (1_000_000, 100_000_000, 10_000_000_000)


class Cost(NamedTuple):
    """Something that grows: its figure at one size, and how to write it."""

    name: str
    of: Callable[[Measured], float]
    written: Callable[[float], str]


def slopes(measured: Sequence[Measured]) -> str:
    """A table: what was measured at the two largest sizes, the slope, and what follows of it.

    Shape: a slope is the power of the size that leads from one figure to the other: at 1.00
           ten times the passages cost ten times as much.
    """
    small, large = sorted(measured, key=lambda each: each["size"])[-2:]
    names = (f"measured at {each['size']:,}" for each in (small, large))
    head = ("one machine of two cores", *names, "slope", *(f"{size:,}" for size in SIZES))
    rows = [head, ("---",) * len(head)]
    for cost in COSTS:
        before, after = cost.of(small), cost.of(large)
        slope = log(after / before) / log(large["size"] / small["size"])
        known = {small["size"]: before, large["size"]: after}
        further = (
            cost.written(known[size])
            if size in known
            else f"est. {cost.written(after * (size / large['size']) ** slope)}"
            for size in SIZES
        )
        rows.append(
            (cost.name, cost.written(before), cost.written(after), f"{slope:.2f}", *further)
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _p50(mode: str, kinds: Sequence[str]) -> Callable[[Measured], float]:
    return lambda each: statistics.median(processor(each["answers"][mode], kinds))


def _bytes(value: float) -> str:
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 1000:
            return f"{number(value)} {unit}"
    return f"{number(value / 1000)} TB"


def _seconds(value: float) -> str:
    for unit, many in (("s", 60), ("min", 60), ("h", 48)):
        if value < many:
            return f"{number(value)} {unit}"
        value /= many if unit != "h" else 24
    return f"{number(value)} days"


def _milliseconds(value: float) -> str:
    return f"{number(value)} ms" if value < 1000 else _seconds(value / 1000)


COSTS = (
    Cost("disk: record and index", lambda each: each["builds"][SHIPPED]["bytes"], _bytes),
    Cost("build, processor time", lambda each: each["builds"][SHIPPED]["processor"], _seconds),
    Cost("memory of a check", lambda each: each["memory"][SHIPPED] * 1e6, _bytes),
    Cost("check, exact, p50 of processor time", _p50(WORDS_ONLY, ("exact",)), _milliseconds),
    Cost("check, lightly edited, p50 of processor time", _p50(WORDS_ONLY, LIGHT), _milliseconds),
    Cost("check, paraphrase, p50 of processor time", _p50(SHIPPED, ("paraphrase",)), _milliseconds),
    Cost("check, absent, p50 of processor time", _p50(SHIPPED, ("absent",)), _milliseconds),
)
"""What is extrapolated."""
