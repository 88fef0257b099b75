"""Printed quotations of politicians against the lines of their debates and speeches.

    python -m evaluation.debate_quotes

The lines are stored as turns of up to six lines of one speaker. Right line: the best stretch
shown, match or near miss, lies on a line that the set names. Right speaker: it is the named
speaker's. No speaker is given to the engine. A claim that nobody said counts as a false
positive where the verdict is match or paraphrase.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from checker.check import Checker
from checker.models import Evidence, Result
from claims.models import Claim, Document, Quote
from evaluation.datasets import absent, folder, rows
from evaluation.figures import Share, grouped
from evaluation.section import WORST, Goal, Section, shown, table
from sources.models import Source, Statement
from sources.store import Store

NAME = "debate_quotes"
LINES_A_TURN = 6
SEED = 20211020
QUOTES = "published_quotes"
LIMIT = 400
TITLE = "Printed quotations of debates"


class Printed(NamedTuple):
    """A quotation as printed, and the lines it is taken from."""

    id: str
    text: str
    speaker: str
    doc: str
    lines: frozenset[int]
    kind: str


class Found(NamedTuple):
    """What the engine showed first."""

    printed: Printed
    verdict: str | None
    right_line: bool
    right_speaker: bool


FIGURES: dict[str, Callable[[Found], bool]] = {
    "right line": lambda each: each.right_line,
    "right speaker": lambda each: each.right_speaker,
    "supported": lambda each: each.verdict in ("match", "paraphrase"),
}


class Layout:
    """Which line of which document stands at an offset of a stored turn."""

    def __init__(self) -> None:
        self._lines: dict[str, list[tuple[int, int, int]]] = {}

    def turns(self, lines: Iterable[dict[str, Any]]) -> Iterator[Statement]:
        """The stored turns, each remembered with the place of its lines."""
        for doc, held in groupby(lines, key=lambda line: line["doc"]):
            said = list(held)
            source = Source(
                publisher="debate_quotes",
                title=doc,
                url=f"https://debates.example/{doc}",
                published=date.fromisoformat(said[0]["date"]),
            )
            for speaker, run in groupby(said, key=lambda line: line["speaker"]):
                turn = [line for line in run if line["text"].strip()]
                for start in range(0, len(turn), LINES_A_TURN):
                    yield self._turn(turn[start : start + LINES_A_TURN], speaker, source=source)

    def _turn(self, lines: Sequence[dict[str, Any]], speaker: str, *, source: Source) -> Statement:
        name = f"{lines[0]['doc']}:{lines[0]['line']}"
        places, text = [], ""
        for line in lines:
            start = len(text)
            text += line["text"].strip()
            places.append((start, len(text), line["line"]))
            text += " "
        self._lines[name] = places
        return Statement(
            id=name,
            utterance=name,
            speaker=speaker,
            said_on=date.fromisoformat(lines[0]["date"]),
            text=text.strip(),
            position=lines[0]["line"],
            source=source,
        )

    def lines_of(self, evidence: Evidence) -> frozenset[int]:
        """The line numbers that a shown stretch lies on."""
        return frozenset(
            line
            for start, end, line in self._lines[evidence.statement]
            if start < evidence.end and evidence.start < end
        )


@contextmanager
def stored(at: Path) -> Iterator[tuple[Checker, Layout]]:
    """An engine over the lines of the set."""
    layout = Layout()
    with (
        TemporaryDirectory(prefix="debates-") as place,
        Store.open(Path(place) / "debates.sqlite", builtin=False) as store,
    ):
        store.add(layout.turns(rows(at / "store.jsonl.gz")))
        yield Checker(store), layout


def printed_quotes(path: Path) -> Iterator[Printed]:
    """The printed quotations of the set."""
    for row in rows(path):
        yield Printed(
            id=row["id"],
            text=row["query"],
            speaker=row["speaker"],
            doc=row["doc"],
            lines=frozenset(row.get("lines") or (row["line"],)),
            kind=row.get("kind", "claim"),
        )


def check(text: str, *, checker: Checker) -> Result:
    """One printed text through the engine, with no speaker named."""
    quote = Quote(text=text.strip().strip('"“”'), kind="direct")
    return checker.check(Claim(id="q", quote=quote), document=Document(text=text))


def look_up(printed: Printed, *, checker: Checker, layout: Layout) -> Found:
    """One quotation, and whether what is shown first is right."""
    result = check(printed.text, checker=checker)
    shown = result.evidence or result.near_misses
    if not shown:
        return Found(printed, result.verdict, right_line=False, right_speaker=False)
    best = shown[0]
    doc = best.statement.rpartition(":")[0]
    at = layout.lines_of(best) if doc == printed.doc else frozenset()
    return Found(
        printed,
        result.verdict,
        right_line=bool(at & printed.lines),
        right_speaker=best.speaker == printed.speaker,
    )


def report(found: Sequence[Found]) -> Iterator[str]:
    """Right lines, right speakers and verdicts, whole and by kind of change."""
    kinds: dict[str, list[Found]] = defaultdict(list)
    for each in found:
        kinds["all"].append(each)
        kinds[each.printed.kind].append(each)
    yield f"{'kind':18}{'n':>5}{'line':>8}{'speaker':>9}{'supported':>11}"
    for kind, held in kinds.items():
        n = len(held)
        line = sum(each.right_line for each in held) / n
        speaker = sum(each.right_speaker for each in held) / n
        supported = sum(each.verdict in ("match", "paraphrase") for each in held) / n
        yield f"{kind:18}{n:5}{line:8.3f}{speaker:9.3f}{supported:11.3f}"


def section() -> Section:
    """Right line, right speaker, and claims that nobody said, beside their goals."""
    at = folder(NAME)
    if at is None:
        return Section(title=TITLE, lines=(absent(NAME), ""), goals=tuple(_goals((), ())))
    with stored(at) as (checker, layout):
        quotes = printed_quotes(at / f"{QUOTES}.jsonl.gz")
        found = [look_up(each, checker=checker, layout=layout) for each in quotes]
        wrong = list(wrongly_found(at, checker=checker, limit=LIMIT))
    kinds = sorted({each.printed.kind for each in found})
    held = {"all": found} | {k: [e for e in found if e.printed.kind == k] for k in kinds}
    rows_ = (
        (kind, *(shown(_share(some, figure)) for figure in FIGURES)) for kind, some in held.items()
    )
    return Section(
        title=TITLE,
        goals=tuple(_goals(found, wrong)),
        lines=(
            "The best stretch shown, match or near miss, on a line that the set names, and of the",
            "right speaker; no speaker is given to the engine. Claims of the set that nobody said",
            f"in these debates, {LIMIT} drawn by seed, count where a source is given for them.",
            "",
            *table((QUOTES.replace("_", " "), *FIGURES), rows_),
        ),
    )


def _goals(found: Sequence[Found], wrong: Sequence[bool]) -> Iterator[Goal]:
    goals = (("right line", ".910", 0.95), ("right speaker", ".952", 0.97))
    for figure, plain, goal in goals:
        yield Goal(
            of=NAME,
            figure=figure,
            plain=plain,
            goal=goal,
            share=_share(found, figure),
            worst=tuple(
                f"`{each.printed.id}`: {each.printed.kind}, {each.verdict}"
                for each in found
                if not FIGURES[figure](each)
            )[:WORST],
        )
    yield Goal(
        of=NAME,
        figure="claims nobody said, given a source",
        plain=".010",
        goal=0.005,
        at_least=False,
        share=grouped((str(number), each) for number, each in enumerate(wrong)),
    )


def _share(found: Sequence[Found], figure: str) -> Share | None:
    return grouped((each.printed.doc, FIGURES[figure](each)) for each in found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for and print the figures."""
    chosen = _parser().parse_args(arguments)
    at = folder(NAME)
    if at is None:
        print(absent(NAME))
        return 0
    with stored(at) as (checker, layout):
        for name in chosen.sets:
            quotes = list(printed_quotes(at / f"{name}.jsonl.gz"))
            found = [look_up(each, checker=checker, layout=layout) for each in quotes]
            print(f"\n{name}")
            for line in report(found):
                print(line)
            if chosen.errors:
                _print_errors(found)
        _print_no_source(at, checker=checker, limit=chosen.limit)
    return 0


def _print_errors(found: Sequence[Found]) -> None:
    for each in found:
        if not each.right_line:
            print(json.dumps({"id": each.printed.id, "verdict": each.verdict}))


def _print_no_source(at: Path, *, checker: Checker, limit: int) -> None:
    wrong = list(wrongly_found(at, checker=checker, limit=limit))
    n_wrong = sum(wrong)
    print(f"\nno source: {n_wrong} of {len(wrong)} claims found, {n_wrong / len(wrong):.4f}")


def wrongly_found(at: Path, *, checker: Checker, limit: int) -> Iterator[bool]:
    """For claims that nobody said, drawn by seed: whether a source was given."""
    claims = [row["query"] for row in rows(at / "no_source.jsonl.gz")]
    for claim in Random(SEED).sample(claims, min(limit, len(claims))):
        yield check(claim, checker=checker).verdict in ("match", "paraphrase")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.debate_quotes")
    parser.add_argument(
        "sets", nargs="*", default=[QUOTES], help="published_quotes (default), vclaim_to_line"
    )
    parser.add_argument("--limit", type=int, default=LIMIT, help="claims without a source to check")
    parser.add_argument("--errors", action="store_true", help="name the quotations that went wrong")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
