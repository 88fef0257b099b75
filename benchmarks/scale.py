"""What a check costs as the store grows, beside what a user would pick instead.

    CHECKER_DATASETS=... python -m benchmarks.scale --folder FOLDER
        [--sizes 10000 100000 1000000 5000000]
        [--peers PYTHON] [--quotes 60] [--seconds 25] [--write]

For each size it builds a store of real speech and the peers' indexes, each in a process of its
own, and keeps them in FOLDER for the next run. Then the same quotations of eight kinds go to
every contender, a few at a time in turn, so that a busy machine slows all alike; each is a fresh
process, and one that is slow stops after `--seconds`, one that reads every passage after a third
of them. Then lists of quotations are checked, and a transcript added while another process
checks. What was measured lies in FOLDER, one file for each size; the tables are made from all of
them, and `--write` puts them into docs/performance.md and docs/scale.md. PYTHON is one that has
the peers of constraints-peers.txt.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.contender import Answers, Contender, in_turn
from benchmarks.passages import KINDS, Quotation, passages, quotations, real_passages
from benchmarks.scale_figures import LIGHT, SHIPPED, UNSIGNED, WORDS_ONLY
from benchmarks.scale_slopes import slopes
from benchmarks.scale_tables import tables, write_page
from sources.index import FORMAT

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs"
SIZES = [10_000, 100_000, 1_000_000, 5_000_000]
LISTED = 1000
TURNS = 500
SPEAKERS = ("Anna Berg", "Tomas Halvor", "Mira Solheim", "Jonas Lind")
SAMPLES = {"partial_ratio": 100_000, "difflib": 1_000}
"""Contenders too slow for everything: asked of so many passages, their times multiplied."""
LARGEST = 1_000_000
"""Passages up to which every contender is asked; beyond, the one that is built quickly."""
WITHOUT_VECTORS = 100_000
"""Passages of the store that is built by words alone, to see what that costs."""
INDEXED = ("bm25s", "tantivy", "fts5")
SCANNING = ("ratio", "token_set_ratio", "partial_ratio", "difflib")
MODES: dict[str, tuple[str, ...]] = {WORDS_ONLY: ("--words-only",), SHIPPED: ()}


class Bench(NamedTuple):
    """Where one size is measured: its files, and the Python that has the peers, if any."""

    folder: Path
    size: int
    peers: str | None
    seconds: float

    @property
    def contenders(self) -> tuple[str, ...]:
        """The peers that are asked."""
        every = (*INDEXED, *SCANNING) if self.size <= LARGEST else ("tantivy",)
        return every if self.peers else ()

    @property
    def store(self) -> Path:
        """The checker's store."""
        return self.folder / f"store-{self.size}.sqlite"

    @property
    def texts(self) -> Path:
        """The passages, one a line."""
        return self.folder / f"texts-{self.size}.txt"

    def own(self, what: str, *more: str, store: Path | None = None) -> list[str]:
        """The command of a process of the checker's."""
        place = str(store or self.store)
        return [sys.executable, "-m", "benchmarks.checking", what, place, *more]

    def other(self, what: str, name: str, *more: str) -> list[str]:
        """The command of a peer's process."""
        folder = str(self.folder / f"{name}-{self.size}")
        script = str(HERE / "peers_search.py")
        return [self.peers or "", script, what, name, str(self.texts), folder, *more]


def built(bench: Bench) -> dict[str, dict[str, float]]:
    """What each index cost: seconds, processor seconds, bytes, peak memory."""
    if bench.peers and not bench.texts.exists():
        with bench.texts.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{text}\n" for text in _texts(bench.size))
    found = {}
    for name in (name for name in bench.contenders if name in INDEXED):
        kept = bench.folder / f"built-{name}-{bench.size}.json"
        found[name] = _kept(kept, command=bench.other("build", name))
    kept = bench.folder / f"built-checker-{FORMAT}-{bench.size}.json"
    found[SHIPPED] = _kept(kept, command=bench.own("build", str(bench.size)))
    kept = bench.folder / f"built-words-{FORMAT}.json"
    words = bench.folder / "words.sqlite"
    more = (str(WITHOUT_VECTORS), "--words-only")
    found[UNSIGNED] = _kept(kept, command=bench.own("build", *more, store=words))
    words.unlink(missing_ok=True)
    return found


def _kept(kept: Path, *, command: list[str]) -> dict[str, float]:
    """What building cost, as measured now or in an earlier run."""
    if not kept.exists():
        _say(kept.stem)
        kept.write_text(json.dumps(_run(command)), encoding="utf-8")
    facts: dict[str, float] = json.loads(kept.read_text(encoding="utf-8"))
    return facts


def _texts(n: int) -> Iterable[str]:
    return (passage.text for passage, _ in zip(passages(), range(n), strict=False))


def asked(
    bench: Bench, *, quotes: Sequence[Sequence[Quotation]]
) -> tuple[dict[str, Answers], dict[str, float]]:
    """Every contender's answers, and its peak memory in MB."""
    commands = {name: bench.own("ask", *more) for name, more in MODES.items()}
    for name in bench.contenders:
        most = SAMPLES.get(name, bench.size)
        commands[name] = bench.other("ask", name, "--sample", str(min(most, bench.size)))
    contenders = [
        Contender(
            name,
            command=command,
            seconds=bench.seconds / 3 if name in SCANNING else bench.seconds,
        )
        for name, command in commands.items()
    ]
    answers = in_turn(contenders, quotes=quotes)
    return answers, {each.name: each.end() for each in contenders}


def listed(bench: Bench) -> dict[str, dict[str, float]]:
    """Lists of quotations checked by all cores: whose words decide, and of every kind."""
    runs = (
        ("words decide", LIGHT, LISTED, WORDS_ONLY),
        ("words decide", LIGHT, LISTED, SHIPPED),
        ("every kind", KINDS, LISTED // 2, SHIPPED),
    )
    found = {}
    for name, kinds, n, mode in runs:
        made = quotations(n // len(kinds) + 1, among=bench.size, seed=5)
        chosen = [each for each in made if each.kind in kinds][:n]
        Random(n).shuffle(chosen)
        place = bench.folder / "list.jsonl"
        rows = (json.dumps({"quote": each.text}) for each in chosen)
        place.write_text("\n".join(rows) + "\n", encoding="utf-8")
        _say(f"{bench.size:,}: a list, {name}, {mode}")
        found[f"{name}; {mode}"] = _run(bench.own("batch", str(place), *MODES[mode]))
    return found


def added(bench: Bench, *, quotes: Sequence[Sequence[Quotation]]) -> dict[str, float]:
    """One transcript into a copy of the store, while another process checks against it."""
    copy, transcript = bench.folder / "copy.sqlite", bench.folder / "transcript.txt"
    shutil.copyfile(bench.store, copy)
    turns = (passage.text for passage in real_passages()[-TURNS:])
    spoken = (f"{SPEAKERS[at % len(SPEAKERS)]}: {text}" for at, text in enumerate(turns))
    transcript.write_text("\n\n".join(spoken) + "\n", encoding="utf-8")
    reader = Contender("reader", command=bench.own("ask", "--words-only", store=copy))
    blocks = [[each for each in block if each.kind in LIGHT] for block in quotes]
    for block in blocks[:3]:
        reader.ask(block)
    before = [each.spent for block in blocks[:10] for each in reader.ask(block)]
    options = ["--publisher", "Torvik Archive", "--date", "2024-03-03", "--store", str(copy)]
    command = [sys.executable, "-m", "checker", "sources", "add", str(transcript), *options]
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    during: list[float] = []
    while process.poll() is None:
        during += [each.spent for each in reader.ask(blocks[len(during) % len(blocks)])]
    seconds = time.perf_counter() - start
    _, told = process.communicate()
    after = [each.spent for each in reader.ask(blocks[0])]
    reader.end()
    copy.unlink()
    if process.returncode or " added" not in told:
        raise SystemExit(f"the transcript was not added: {told}")
    facts = {"seconds": seconds, "added": float(told.split(" added")[0].split()[-1])}
    waits = (("before", before), ("during", during), ("after", after))
    return facts | {name: max(measured) for name, measured in waits if measured}


def measure(bench: Bench, *, n_quotes: int) -> dict[str, Any]:
    """Everything about one size."""
    every = list(quotations(n_quotes, among=bench.size))
    by_kind = [[each for each in every if each.kind == kind] for kind in KINDS]
    quotes = list(zip(*by_kind, strict=False))
    load = os.getloadavg()[0]
    builds = built(bench)
    _say(f"{bench.size:,}: {len(quotes) * len(KINDS)} quotations")
    answers, memory = asked(bench, quotes=quotes)
    return {
        "size": bench.size,
        "day": datetime.now(UTC).date().isoformat(),
        "load": [load, os.getloadavg()[0]],
        "builds": builds,
        "answers": answers,
        "memory": memory,
        "samples": {name: n for name, n in SAMPLES.items() if n < bench.size},
        "batch": listed(bench),
        "adding": added(bench, quotes=quotes),
    }


def _run(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    facts: dict[str, float] = json.loads(done.stdout)
    return facts


def _say(line: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {line}", file=sys.stderr, flush=True)


def main() -> None:
    """Measure each size, keep it, and print the tables of all that were kept."""
    parser = argparse.ArgumentParser(description="what a check costs as the store grows")
    parser.add_argument("--folder", type=Path, required=True, help="stores and figures are kept")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--peers", help="a Python that has the peers; without it, none is asked")
    parser.add_argument("--quotes", type=int, default=60, help="of each kind")
    parser.add_argument("--seconds", type=float, default=25, help="for each contender and size")
    parser.add_argument("--write", action="store_true", help="write them into docs/")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for size in given.sizes:
        bench = Bench(given.folder, size, given.peers, given.seconds)
        facts = json.dumps(measure(bench, n_quotes=given.quotes))
        (given.folder / f"measured-{size:08}.json").write_text(facts, encoding="utf-8")
    kept = sorted(given.folder.glob("measured-*.json"))
    measured = [json.loads(each.read_text(encoding="utf-8")) for each in kept]
    print(tables(measured))
    print(slopes(measured) if len(measured) > 1 else "one size has no slope")
    if given.write:
        write_page(DOCS / "performance.md", tables(measured))
        write_page(DOCS / "scale.md", slopes(measured))


if __name__ == "__main__":
    main()
