"""What the program is to reach on a large store, each goal beside its figure."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.contender import Answers
from benchmarks.scale_figures import (
    HELD,
    LIGHT,
    SHIPPED,
    UNSIGNED,
    WORDS_ONLY,
    Measured,
    answers_to,
    first,
    p50_p95,
    processor,
    right_ratio,
    spent,
)

AT = 1_000_000
"""Passages that the goals are set for."""


class Goal(NamedTuple):
    """A goal, what was measured, and whether that reaches it; `None` where nothing was."""

    work: str
    goal: str
    figure: str
    reached: bool | None


def goals(measured: Sequence[Measured]) -> str:
    """The goals as a table: at a million passages, or the largest store below."""
    by_size = {each["size"]: each for each in measured}
    at = by_size[max((size for size in by_size if size <= AT), default=min(by_size))]
    found = [
        *_times(at),
        *_recall(at["answers"][SHIPPED]),
        _growth(by_size),
        *_costs(at),
    ]
    lines = [f"| at {at['size']:,} passages | goal | measured | reached |", "|---|---|---|---|"]
    told = {True: "yes", False: "no", None: "not measured"}
    lines += [f"| {one.work} | {one.goal} | {one.figure} | {told[one.reached]} |" for one in found]
    return "\n".join(lines)


def _times(at: Measured) -> Iterable[Goal]:
    words, shipped = at["answers"][WORDS_ONLY], at["answers"][SHIPPED]
    own, tail = _p50_p95(spent(words, LIGHT))
    p50, p95 = p50_p95(spent(words, LIGHT))
    yield Goal(
        "verbatim or lightly edited, everything included, p50 / p95",
        "under 5 / 12 ms",
        f"{p50} / {p95} ms (processor time {' / '.join(p50_p95(processor(words, LIGHT)))})",
        own < 5 and tail < 12,
    )
    for name, least in (("ratio", 25), ("partial_ratio", 1000)):
        if name not in at["answers"]:
            yield Goal(f"as a multiple of `extractOne`, `{name}`", f"{least:,} times", "–", None)
            continue
        sample = at["samples"].get(name, at["size"])
        by = at["size"] / sample
        times = statistics.median(spent(at["answers"][name], LIGHT)) * by / own
        work_times = statistics.median(processor(at["answers"][name], LIGHT)) * by
        work_times /= statistics.median(processor(words, LIGHT))
        extrapolated = "" if sample == at["size"] else f", from {sample:,} passages multiplied"
        work = f"faster than `extractOne` with `{name}`{extrapolated}"
        figure = f"{times:,.0f} times (processor time {work_times:,.0f})"
        yield Goal(work, f"at least {least:,} times", figure, times >= least)
    own, _ = _p50_p95(spent(shipped, LIGHT))
    p50, p95 = p50_p95(spent(shipped, LIGHT))
    yield Goal("the same as shipped, p50 / p95", "p50 under 80 ms", f"{p50} / {p95} ms", own < 80)
    asked = [each for each in answers_to(shipped, shipped) if each.parts.get("model")]
    if asked:
        times_of = [each.spent for each in asked]
        work = "of every kind, where the pair model was asked, p50 / p95"
        busy = " / ".join(p50_p95([each.parts.get("processor", 0.0) for each in asked]))
        figure = f"{' / '.join(p50_p95(times_of))} ms (processor time {busy})"
        yield Goal(work, "p50 under 80 ms", figure, statistics.median(times_of) < 80)


def _p50_p95(times: Sequence[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def _recall(answers: Answers) -> Iterable[Goal]:
    rows = (
        ("exact, edited, reordered, fragment", HELD, 0.99),
        ("paraphrase", ("paraphrase",), 0.95),
    )
    for name, kinds, least in rows:
        ratio = right_ratio(answers, kinds, first) or 0.0
        n = len(answers_to(answers, kinds))
        figure = f"{ratio:.3f} of {n:,}"
        yield Goal(f"recall@1: {name}", f"at least {least}", figure, ratio >= least)


def _growth(by_size: dict[int, Measured]) -> Goal:
    small, large = min(by_size, key=lambda size: abs(size - 100_000)), max(by_size)
    before, after = (
        statistics.median(processor(by_size[size]["answers"][WORDS_ONLY], LIGHT))
        for size in (small, large)
    )
    work = f"growth of p50 from {small:,} to {large:,} passages, in processor time"
    times = after / before
    reached = times <= 5 if large >= 5 * AT or times > 5 else None
    goal = "at most 5 times, to 5,000,000"
    return Goal(work, goal, f"{times:.1f} times", reached)


def _costs(at: Measured) -> Iterable[Goal]:
    built = at["builds"][SHIPPED]
    rate = at["size"] / built["seconds"]
    of_core = at["size"] / built["processor"]
    figure = f"{rate:,.0f} a second ({of_core:,.0f} for each second of processor time)"
    unsigned = at["builds"].get(UNSIGNED)
    if unsigned:
        words = unsigned["n"] / unsigned["seconds"]
        busy = unsigned["n"] / unsigned["processor"]
        told = f"{words:,.0f} a second by one process ({busy:,.0f} for each of its seconds)"
        work = f"build, words only, {unsigned['n']:,.0f} passages"
        yield Goal(work, "50,000 a second", told, words >= 50_000)
    yield Goal("build with vectors", "2,000 a second", figure, rate >= 2_000)
    memory = at["memory"][SHIPPED]
    yield Goal("peak memory of a check", "under 600 MB", f"{memory:,.0f} MB", memory < 600)
    for name, one in at["batch"].items():
        rate, cores = one["n"] / one["seconds"], one["processor"] / one["seconds"]
        figure = f"{rate:,.0f} a second, {cores:.1f} cores busy"
        yield Goal(f"a list of quotations: {name}", "100 a second", figure, rate >= 100)
    adding = at["adding"]
    figure = f"{adding['seconds']:.2f} s"
    work = f"adding a transcript of {adding['added']:,.0f} turns"
    yield Goal(work, "under 3 s", figure, adding["seconds"] < 3)
    during = adding.get("during")
    work = "the longest check of a reader: before / during"
    if during is None:
        yield Goal(work, "never blocked", "–", None)
        return
    figure = f"{adding['before']:,.0f} / {during:,.0f} ms"
    yield Goal(work, "never blocked", figure, during < 1000)
