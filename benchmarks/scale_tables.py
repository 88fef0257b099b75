"""The tables of `benchmarks/scale.py`, from what was measured for each size."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
import statistics
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.contender import Answers
from benchmarks.passages import KINDS
from benchmarks.scale_figures import (
    HELD,
    LIGHT,
    SHIPPED,
    WORDS_ONLY,
    Measured,
    Right,
    among,
    answers_to,
    first,
    number,
    p50_p95,
    processor,
    right_ratio,
    spent,
)
from benchmarks.scale_goals import goals

PARTS = ("search", "align", "model")
BEGIN, END = "<!-- benchmarks.scale writes from here -->", "<!-- to here -->"


def tables(measured: Sequence[Measured]) -> str:
    """Everything, as a part of a page."""
    largest = max(measured, key=lambda each: each["size"])
    parts = [_facts(measured), goals(measured)]
    parts += [_beside(each) for each in measured]
    parts += [_growth(measured), _shares(largest), _work(measured)]
    return "\n\n".join(parts)


def write_page(page: Path, made: str) -> None:
    """Put the tables in the page's place for them."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, marked, after = rest.partition(END)
    if not marked:
        raise SystemExit(f"{page} has no place for the tables: {BEGIN} ... {END}")
    page.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{after}", encoding="utf-8")


def _facts(measured: Sequence[Measured]) -> str:
    peers = ", ".join(f"{name} {version(name)}" for name in ("rapidfuzz", "onnxruntime"))
    loads = "; ".join(
        f"{each['size']:,}: {each['day']}, load {each['load'][0]:.1f} before and"
        f" {each['load'][1]:.1f} after"
        for each in measured
    )
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores ({_chip()}), SQLite"
        f" {sqlite3.sqlite_version}, {peers}.\n{loads}."
    )


def _chip() -> str:
    facts = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.+)", facts.read_text()) if facts.exists() else None
    return found[1] if found else platform.machine()


def _share(answers: Answers, kinds: Iterable[str], right: Right) -> str:
    ratio = right_ratio(answers, kinds, right)
    return "–" if ratio is None else f"{ratio:.3f}"


def _block(title: str, rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells, the first column to the left, in a block of text."""
    held = [list(row) for row in rows]
    widths = [max(len(row[at]) for row in held) for at in range(len(held[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in held
    ]
    return "\n".join([f"{title}\n", "```text", *lines, "```"])


def _beside(each: Measured) -> str:
    head = ("", "build s", "a second", "cpu s", "MB", "memory", "p50 ms", "p95", "ratio", "cpu p50")
    rows: list[Sequence[str]] = [(*head, "@1", "@20", "para @1", "@20", "absent", "asked")]
    own = statistics.median(spent(each["answers"][WORDS_ONLY], LIGHT))
    for name, answers in each["answers"].items():
        sample = each["samples"].get(name)
        by = each["size"] / sample if sample else 1.0
        times = spent(answers, LIGHT)
        p50, p95 = p50_p95(times, by=by)
        built = each["builds"].get(name.split(",")[0])
        rights = [
            _share(answers, kinds, right)
            for kinds in (HELD, ("paraphrase",))
            for right in (first, among)
        ]
        rows.append(
            (
                f"{name} *" if sample else name,
                *_build(built, size=each["size"]),
                f"{each['memory'][name]:,.0f}",
                p50,
                p95,
                f"{statistics.median(times) * by / own:,.1f}",
                p50_p95(processor(answers, LIGHT), by=by)[0],
                *(["–"] * 4 if sample else rights),
                _share(answers, ("absent",), first),
                f"{len(answers_to(answers, KINDS)):,}",
            )
        )
    return _block(f"### {each['size']:,} passages, beside what else could be picked", rows)


def _build(built: dict[str, float] | None, *, size: int) -> tuple[str, str, str, str]:
    if built is None:
        return "–", "–", "–", "–"
    seconds = built["seconds"]
    return (
        f"{seconds:,.1f}",
        f"{size / seconds:,.0f}",
        f"{built['processor']:,.1f}",
        f"{built['bytes'] / 1e6:,.0f}",
    )


def _growth(measured: Sequence[Measured]) -> str:
    """The checker alone, by kind of quotation and size."""
    rows: list[Sequence[str]] = [
        (
            "",
            "passages",
            "words only p50",
            "p95",
            "as shipped p50",
            "p95",
            "cpu p50",
            "p95",
            "model",
            "@1",
            "@20",
        )
    ]
    for kind in (*KINDS, "lightly edited"):
        kinds = LIGHT if kind == "lightly edited" else (kind,)
        for each in measured:
            shipped = each["answers"][SHIPPED]
            words = p50_p95(spent(each["answers"][WORDS_ONLY], kinds))
            asked = [bool(answer.parts.get("model")) for answer in answers_to(shipped, kinds)]
            rows.append(
                (
                    kind,
                    f"{each['size']:,}",
                    *words,
                    *p50_p95(spent(shipped, kinds)),
                    *p50_p95(processor(shipped, kinds)),
                    f"{sum(asked) / max(len(asked), 1):.0%}",
                    _share(shipped, kinds, first),
                    _share(shipped, kinds, among),
                )
            )
    return _block("### The checker by kind of quotation", rows)


def _shares(each: Measured) -> str:
    """Where the time of the checker goes."""
    rows: list[Sequence[str]] = [("", "ms", *PARTS, "the rest")]
    for kind in KINDS:
        answers = answers_to(each["answers"][SHIPPED], (kind,))
        whole = sum(answer.spent for answer in answers)
        if not whole:
            continue
        parts = [sum(answer.parts.get(part, 0.0) for answer in answers) / whole for part in PARTS]
        cells = (f"{value:.0%}" for value in (*parts, 1 - sum(parts)))
        rows.append((kind, number(whole / len(answers)), *cells))
    return _block(f"### Where the time goes, {each['size']:,} passages, as shipped", rows)


def _work(measured: Sequence[Measured]) -> str:
    """Lists, and a transcript added while another process checks."""
    rows: list[Sequence[str]] = [("", *(f"{each['size']:,}" for each in measured))]
    for name in measured[0]["batch"]:
        done = [each["batch"][name] for each in measured]
        rows.append((f"a second: {name}", *(f"{one['n'] / one['seconds']:,.0f}" for one in done)))
        rows.append(("  cores busy", *(f"{one['processor'] / one['seconds']:.2f}" for one in done)))
    adding = [each["adding"] for each in measured]
    rows.append(("transcript: turns added", *(f"{one['added']:,.0f}" for one in adding)))
    rows.append(("  seconds", *(f"{one['seconds']:.2f}" for one in adding)))
    for name in ("before", "during", "after"):
        cells = (f"{one[name]:,.1f}" if name in one else "–" for one in adding)
        rows.append((f"  longest check {name}, ms", *cells))
    return _block("### Lists, and a transcript added while another process checks", rows)
