"""How long one more check takes in a running session, against RapidFuzz's `extractOne`.

    python benchmarks/warm.py [--statements 232]

Every built-in statement gives quotes: a stretch as it stands, with one word changed, with a "not"
added, with two words dropped, and a sentence that nobody said. The same quotes go through the
session (extraction, search, alignment, judgement, the card as text) and through
`process.extractOne` over the same texts, one after the other, so that a busy machine slows both
alike. The peer answers a smaller question: which text is most alike.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from checker.check import Checker
from checker.session import Session
from checker.settings import Settings
from sources.store import Store

Times = dict[str, dict[str, list[float]]]  # kind of quote -> what was called -> milliseconds
SCORERS: dict[str, Callable[..., float]] = {
    "extractOne, ratio": fuzz.ratio,
    "extractOne, partial_ratio": fuzz.partial_ratio,
}


def edited(text: str) -> Iterator[tuple[str, str]]:
    """Quotes made from one statement: the kind of edit and the words."""
    words = text.split()[:14]
    middle = len(words) // 2
    yield "exact", " ".join(words)
    yield "one word changed", " ".join([*words[:middle], "lantern", *words[middle + 1 :]])
    yield "a not added", " ".join([*words[:middle], "not", *words[middle:]])
    yield "two words dropped", " ".join([*words[:middle], *words[middle + 2 :]])
    yield "nobody said it", f"The orchard keeper counted {len(text)} pears before the rain came"


def answer(session: Session, *, quote: str) -> str:
    """What a person would read."""
    return session.reply(quote, pasted=True).text


def milliseconds(call: Callable[[], object]) -> float:
    """The wall time of one call."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def measure(session: Session, *, texts: list[str], n_statements: int) -> Times:
    """Times by kind of quote and by what was called."""
    times: Times = {}
    for text in texts[:n_statements]:
        for kind, words in edited(text):
            calls: dict[str, Callable[[], object]] = {
                "session": partial(answer, session, quote=f"“{words}”"),
                **{
                    name: partial(process.extractOne, words, texts, scorer=scorer)
                    for name, scorer in SCORERS.items()
                },
            }
            row = times.setdefault(kind, {name: [] for name in calls})
            for name, call in calls.items():
                row[name].append(milliseconds(call))
    return times


def table(times: Times) -> str:
    """One line for each kind of quote: p50 / p95 of each call, and the ratio of the medians."""
    names = next(iter(times.values()))
    lines = [f"{'p50 / p95 ms':20}" + "".join(f"{name:>28}" for name in names)]
    for kind, row in times.items():
        cells = [f"{kind:20}"]
        session = statistics.median(row["session"])
        for name, measured in row.items():
            median, p95 = statistics.median(measured), statistics.quantiles(measured, n=20)[-1]
            ratio = "" if name == "session" else f"({session / median:.0f}x)"
            cells.append(f"{median:11.2f} /{p95:7.2f} {ratio:>7}")
        lines.append("".join(cells))
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="time of one more check in a session")
    parser.add_argument("--statements", type=int, default=10_000, help="use at most so many")
    n_statements = parser.parse_args().statements
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "s.sqlite") as store:
        session = Session(Checker(store, settings=Settings()))
        first = milliseconds(partial(answer, session, quote="“Nobody has said these words.”"))
        texts = [statement.text for statement in store.statements()]
        times = measure(session, texts=texts, n_statements=n_statements)
    n_quotes = sum(len(next(iter(row.values()))) for row in times.values())
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {n_quotes} quotes")
    print(f"first answer of the session: {first:.0f} ms")
    print(table(times))


if __name__ == "__main__":
    main()
