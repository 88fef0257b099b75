"""How long a person waits in a session: for the prompt, for the first answer, for each answer.

    CHECKER_DATASETS=... python benchmarks/session.py [--passages 232 100000] [--folder FOLDER]

The session runs in a terminal of its own, and the times are those at which its words arrive
there; on a busy machine, read the least of them. The peer of the prompt is a Python that starts
and imports the libraries a session shows itself with; runs are interleaved, so that a busy
machine slows both alike. Each further answer is timed inside the program, in processor time.

The built-in store has 232 statements. Larger ones are filled with turns of the public set
`speech_store`, looked for in `CHECKER_DATASETS`, and kept in `--folder` for the next run. The set
gives 595,000 passages; what is wanted beyond them is made of the halves of two turns each.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import pty
import select
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice, pairwise
from pathlib import Path

from checker.check import Checker
from checker.session import Session
from checker.settings import Settings
from sources.models import Source, Statement
from sources.store import Store

PEER = "import pydantic, rich.console, rapidfuzz, prompt_toolkit"
QUOTE = '"A new administration is in power now," Lavrov said.'
FILES = (
    "nltk_sotu_inaugural",
    "us_presidential_debates",
    "presidential_speeches",
    "scotus_oral_arguments",
)
PROMPT = b"checker>"
BUILT_IN = 232
_CHUNK = 20_000
_DAY = date(2000, 1, 1)


def turns(folder: Path) -> Iterator[Statement]:
    """Every turn of the public set as a statement; then halves of two neighbours joined."""
    yield from _turns(folder)
    for first, second in pairwise(_turns(folder)):
        words, further = first.text.split(), second.text.split()
        text = " ".join((*words[: len(words) // 2], *further[len(further) // 2 :]))
        if text:
            id_ = f"{first.id}-mixed"
            yield first.model_copy(update={"id": id_, "utterance": id_, "text": text})


def _turns(folder: Path) -> Iterator[Statement]:
    for name in FILES:
        with gzip.open(
            folder / "speech_store" / f"{name}.jsonl.gz", "rt", encoding="utf-8"
        ) as rows:
            for number, row in enumerate(map(json.loads, rows)):
                if row.get("text", "").strip():
                    yield _statement(row, id=f"{name}-{number}")


def _statement(row: dict[str, str], *, id: str) -> Statement:  # noqa: A002 - the field's name
    return Statement(
        id=id,
        utterance=id,
        speaker=row.get("speaker") or "Unknown",
        said_on=_day(row.get("date") or ""),
        text=row["text"],
        source=Source(publisher="public set", title=row.get("doc")),
    )


def _day(written: str) -> date:
    for form in ("%Y-%m-%d", "%B %d, %Y"):
        try:
            return datetime.strptime(written, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return _DAY


def n_passages(place: Path) -> int:
    """How many passages the index of a store holds."""
    connection = sqlite3.connect(place)
    (found,) = connection.execute("SELECT count(*) FROM passage").fetchone()
    connection.close()
    return int(found)


def fill(place: Path, *, wanted: int, datasets: Path) -> int:
    """Add turns until the store holds so many passages; how many it holds."""
    with Store.open(place) as store:
        rest = turns(datasets)
        started = time.perf_counter()
        while n_passages(place) < wanted:
            chunk = list(islice(rest, _CHUNK if wanted > 2 * _CHUNK else wanted))
            if not chunk:
                break
            store.add(chunk)
            spent = time.perf_counter() - started
            print(f"  {place.name}: {n_passages(place):,} passages in {spent:.0f} s", flush=True)
    return n_passages(place)


class Terminal:
    """A session in a terminal of its own."""

    def __init__(self, store: Path) -> None:
        self.started = time.perf_counter()
        self._process, self._screen = pty.fork()
        if not self._process:
            os.environ.update(TERM="xterm-256color", PROMPT_TOOLKIT_NO_CPR="1", COLUMNS="100")
            os.execv(sys.executable, [sys.executable, "-m", "checker", "--store", str(store)])

    def wait_for(self, wanted: bytes) -> float:
        """Milliseconds until the words arrive."""
        shown = b""
        while wanted not in shown:
            ready, _, _ = select.select([self._screen], [], [], 60)
            if not ready:
                raise SystemExit(f"no {wanted!r} within a minute; last shown: {shown[-200:]!r}")
            shown += os.read(self._screen, 65536)
        return (time.perf_counter() - self.started) * 1000

    def enter(self, line: str) -> None:
        """Type a line; times count from its Enter key."""
        os.write(self._screen, line.encode())
        time.sleep(0.05)
        self.started = time.perf_counter()
        os.write(self._screen, b"\r")

    def leave(self) -> None:
        """End the session."""
        os.close(self._screen)
        os.waitpid(self._process, 0)


def _peer() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", PEER], check=True)
    return (time.perf_counter() - start) * 1000


def start_up(store: Path, *, runs: int) -> dict[str, list[float]]:
    """Milliseconds to the prompt, to the first answer typed at once, and of the peer."""
    times: dict[str, list[float]] = {"the peer's imports": [], "first prompt": []}
    for _ in range(runs):
        times["the peer's imports"].append(_peer())
        session = Terminal(store)
        times["first prompt"].append(session.wait_for(PROMPT))
        session.enter(QUOTE)
        times.setdefault("first answer, asked at once", []).append(session.wait_for(b"#1"))
        session.enter("why")
        times.setdefault("a follow-up", []).append(session.wait_for(b"secondary_source"))
        session.leave()
    return times


def edited(text: str) -> Iterator[str]:
    """Quotes made from one statement: as it stands, changed, denied, shortened, never said."""
    words = text.split()[:14]
    middle = len(words) // 2
    yield " ".join(words)
    yield " ".join([*words[:middle], "lantern", *words[middle + 1 :]])
    yield " ".join([*words[:middle], "not", *words[middle:]])
    yield " ".join([*words[:middle], *words[middle + 2 :]])
    yield f"The orchard keeper counted {len(text)} pears before the rain came"


def answers(place: Path, *, n_statements: int) -> dict[str, list[float]]:
    """Processor milliseconds of each answer: checks, and questions about them."""
    times: dict[str, list[float]] = {"check": [], "why": [], "topic": [], "coverage": []}
    with Store.open(place) as store:
        session = Session(Checker(store, settings=Settings()))
        session.reply(QUOTE)
        every = max(store.receipt().searched // (n_statements * 8), 1)
        texts = [s.text for s in islice(store.statements(), 0, None, every)]
        chosen = [text for text in texts if len(text.split()) >= 8][:n_statements]
        for text in chosen:
            for quote in edited(text):
                _time(session, f"“{quote}”", into=times["check"], pasted=True)
            _time(session, "why", into=times["why"])
            _time(session, "search government and the people", into=times["topic"])
            _time(session, "what do you hold", into=times["coverage"])
    return times


def _time(session: Session, line: str, *, into: list[float], pasted: bool = False) -> None:
    start = time.process_time()
    text = session.reply(line, pasted=pasted).text
    into.append((time.process_time() - start) * 1000)
    if not text:
        raise SystemExit(f"no answer to {line!r}")


def table(times: dict[str, list[float]]) -> str:
    """The least, the median and the 95th percentile of each row."""
    lines = []
    for name, measured in times.items():
        p95 = statistics.quantiles(measured, n=20)[-1] if len(measured) > 1 else measured[0]
        p50 = statistics.median(measured)
        lines.append(f"  {name:30}{min(measured):9.1f} /{p50:9.1f} /{p95:9.1f} ms")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="how long a person waits in a session")
    parser.add_argument("--passages", type=int, nargs="+", default=[BUILT_IN])
    parser.add_argument("--folder", type=Path, help="where the larger stores are kept")
    parser.add_argument("--runs", type=int, default=7, help="starts of each store")
    parser.add_argument("--statements", type=int, default=40, help="five quotes from each")
    given = parser.parse_args()
    datasets = Path(os.environ.get("CHECKER_DATASETS", "nowhere"))
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores; least / p50 / p95")
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for wanted in given.passages:
            place = folder / f"passages-{wanted}.db"
            if wanted > BUILT_IN and not (datasets / "speech_store").is_dir():
                print(f"{wanted:,} passages: no speech_store in {datasets}; set CHECKER_DATASETS")
                continue
            held = fill(place, wanted=wanted, datasets=datasets)
            print(f"{held:,} passages")
            print(table(start_up(place, runs=given.runs)))
            print(table(answers(place, n_statements=given.statements)))


if __name__ == "__main__":
    main()
