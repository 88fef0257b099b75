"""How much work a check, a search and an import are: calls counted, not time taken.

    python benchmarks/counts.py [--write]

The count is of function calls, Python's own and those of its built-in functions, so that a busy
machine changes nothing; that of SQLite's virtual machine, in steps of ten instructions,
stands beside it for the work inside the database. Both repeat to within a few in a thousand.
`counts.json` holds what was counted last; a test fails where one has doubled. After a change that
is meant to cost more, `--write` pins the new counts: say in the commit what they buy.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from types import FrameType

from checker.check import Checker
from claims.extract import extract
from claims.models import Document
from sources.models import Source, Statement
from sources.store import Store

PINNED = Path(__file__).with_name("counts.json")
LARGEST_RATIO = 2.0
"""From this multiple of the pinned count, a change is held up."""
N_STATEMENTS = 2000
_STEP = 10

Counts = dict[str, int]

_WORDS = (
    "harbour ferry council winter market bridge committee minister budget school river tunnel"
    " station farmers captain pilots dredging railway museum library treaty border customs permit"
    " fishermen engineers contract inspection island valley airport timber quarry orchard"
).split()
_SMALL = "the of and to in that will not be for it we this with on by from is are have".split()


def invented(n: int, *, seed: int = 3) -> list[Statement]:
    """Statements of invented words; common ones among rare ones, as in any text."""
    random = Random(seed)
    source = Source(publisher="Torvik Archive", title="Invented debate")
    names = [f"{first}{second}" for first in _WORDS for second in ("", "side", "master", "keeper")]
    return [
        Statement(
            id=f"s{number}",
            utterance=f"s{number}",
            speaker=f"Speaker {number % 17}",
            said_on=date(2021, 1, 1 + number % 28),
            text=" ".join(
                random.choice(_SMALL if random.random() < 0.55 else names)
                for _ in range(random.randint(15, 50))
            ).capitalize()
            + ".",
            position=number,
            source=source,
        )
        for number in range(n)
    ]


def count(work: Callable[[], object], *, store: Store) -> tuple[int, int]:
    """The calls and the steps of the database that some work takes."""
    calls = steps = 0

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    def stepped() -> int:
        nonlocal steps
        steps += 1
        return 0

    store._connection.set_progress_handler(stepped, _STEP)
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
        store._connection.set_progress_handler(None, 0)
    return calls, steps


def quotes(text: str) -> dict[str, str]:
    """What is asked about one statement, by kind."""
    words = text.rstrip(".").split()[2:14]
    middle = len(words) // 2
    return {
        "exact": " ".join(words),
        "one word changed": " ".join([*words[:middle], "lantern", *words[middle + 1 :]]),
        "other words": " ".join(
            [*words[middle:], "and", "a", "sleepy", "tailor", *words[: middle - 2]]
        ),
    }


def check(checker: Checker, *, quote: str) -> None:
    """One check, from the printed text to the result."""
    document = Document(text=f"“{quote}”")
    for claim in extract(document, people=checker.people):
        checker.check(claim, document=document)


def measure() -> Counts:
    """Every count, by what was done and what was counted."""
    counts: Counts = {}

    def counted(name: str, work: Callable[[], object], *, store: Store) -> None:
        counts[f"{name}: calls"], counts[f"{name}: steps"] = count(work, store=store)

    held = invented(N_STATEMENTS)
    more = [s.model_copy(update={"id": f"n{s.id}"}) for s in invented(200, seed=5)]
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "store.sqlite", builtin=False) as store,
    ):
        store.add(held)
        counted("import of 200", lambda: store.add(more), store=store)
        checker = Checker(store)
        for quote in quotes(held[1].text).values():  # what is made once is not counted
            check(checker, quote=quote)
        for kind, quote in quotes(held[1000].text).items():
            counted(f"search, {kind}", partial(store.search, quote, limit=20), store=store)
        for kind, quote in quotes(held[1500].text).items():
            counted(f"check, {kind}", partial(check, checker, quote=quote), store=store)
    return counts


def regressions(counts: Counts, *, pinned: Counts) -> list[str]:
    """One line for each count that is missing, new, or has grown by `LARGEST_RATIO`."""
    lines = [f"{name}: counted, but not pinned" for name in counts.keys() - pinned.keys()]
    for name, before in pinned.items():
        now = counts.get(name)
        if now is None:
            lines.append(f"{name}: pinned, but no longer counted")
        elif now >= LARGEST_RATIO * max(before, 1):
            lines.append(f"{name}: {now:,}, {now / max(before, 1):.1f} times the {before:,} before")
    return sorted(lines)


def main() -> None:
    """Count, print, and compare or pin."""
    parser = argparse.ArgumentParser(description="how much work a check, a search, an import are")
    parser.add_argument("--write", action="store_true", help="pin these counts")
    given = parser.parse_args()
    counts = measure()
    if given.write:
        PINNED.write_text(json.dumps(counts, indent=1) + "\n", encoding="utf-8")
    pinned: Counts = json.loads(PINNED.read_text(encoding="utf-8"))
    print(f"{'counted':42}{'now':>12}{'pinned':>12}")
    for name, now in counts.items():
        print(f"{name:42}{now:12,}{pinned.get(name, 0):12,}")
    grown = regressions(counts, pinned=pinned)
    print("\n".join(grown) or "nothing has doubled")
    sys.exit(bool(grown))


if __name__ == "__main__":
    main()
