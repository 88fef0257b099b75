"""The checker's side of `benchmarks/scale.py`: a process that builds, answers or checks a list.

    python -m benchmarks.checking build STORE N [--words-only]
    python -m benchmarks.checking ask STORE [--words-only]
    python -m benchmarks.checking batch STORE LIST [--words-only]

`ask` speaks as `benchmarks/peers_search.py` does; an answer is the whole check of a printed text:
quotations found, statements searched, aligned and judged. `--words-only` answers the pair model's
question with nothing, which the judgement takes as "not asked"; a store is then built without
vectors, by one process.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import checker.check as engine
from benchmarks.passages import statements
from benchmarks.peers_search import Answer, peak, serve
from checker.batch import task_from_file
from checker.check import Checker
from checker.crew import Crew
from claims.extract import extract
from claims.models import Claim, Document
from sources import index
from sources import workers as preparing
from sources.store import Store
from sources.terms import Prepared, Raw, prepare

PARTS = {"search": (Store, "search"), "align": (engine, "compare_all"), "model": (engine, "_ask")}
"""What the time of a check is divided into, and where it is spent; the rest is judging."""
AT_ONCE = 250_000
"""Statements made before they are handed to the store, so that only the store is timed."""


def build(place: Path, *, n: int, words_only: bool = False) -> dict[str, float]:
    """A new store of so many passages, and what it cost: seconds, bytes, memory."""
    place.unlink(missing_ok=True)
    workers = max((os.cpu_count() or 1) - 1, 0)
    if words_only:
        workers = 0
        setattr(index, "FEWEST", sys.maxsize)  # noqa: B010 - the index's own name
        setattr(preparing, "prepare", _unsigned)  # noqa: B010
    made = islice(statements(), n)
    seconds = processor = 0.0
    with Store.open(place, builtin=False) as store:
        while held := list(islice(made, AT_ONCE)):
            gc.freeze()
            start, before = time.perf_counter(), _processor()
            store.add(held, workers=workers)
            seconds += time.perf_counter() - start
            processor += _processor() - before
    size = place.stat().st_size
    facts = {"seconds": seconds, "processor": processor, "bytes": size, "memory": peak()}
    return facts | {"n": n}


def _unsigned(statements: Sequence[Raw], *, sign: bool) -> tuple[list[Prepared], Counter[str]]:
    return prepare(statements)


def _processor() -> float:
    """Processor time of this process and those it has ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def made(place: Path, *, words_only: bool) -> Checker:
    """A checker over a store."""
    if words_only:
        setattr(engine, "_asker", _unasked)  # noqa: B010 - it is the engine's own name
    return Checker(Store.open(place, create=False, builtin=False))


def _unasked(claim: Claim) -> None:
    """No model for any claim."""


def answering(checker: Checker) -> Callable[[str, str], Answer]:
    """The check of one quotation, with its time and whether it shows the right statement.

    Shape: of a quotation that nobody said, right is not to give a source.
    """
    spent_on = _divided()

    def answer(quote: str, wanted: str) -> Answer:
        spent_on.clear()
        start, processor = time.perf_counter(), time.process_time()
        document = Document(text=f"“{quote}”")
        found = extract(document, people=checker.people)
        results = [checker.check(claim, document=document) for claim in found]
        spent = (time.perf_counter() - start) * 1000
        parts = {**spent_on, "processor": (time.process_time() - processor) * 1000}
        if not wanted:
            return spent, not any(result.evidence for result in results), None, parts
        shown = [each for result in results for each in (*result.evidence, *result.near_misses)]
        first = checker.store.get(shown[0].statement) if shown else None
        hits = checker.store.search(quote, limit=20)
        right = [wanted in hit.statement.text for hit in hits]
        return spent, first is not None and wanted in first.text, any(right), parts

    return answer


def _divided() -> dict[str, float]:
    """Milliseconds by part, filled by each check from now on."""
    spent_on: dict[str, float] = {}

    def watched(part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                return work(*given, **named)
            finally:
                spent = (time.perf_counter() - start) * 1000
                spent_on[part] = spent_on.get(part, 0.0) + spent

        return timed

    for part, (owner, name) in PARTS.items():
        setattr(owner, name, watched(part, getattr(owner, name)))
    return spent_on


def batch(place: Path, listed: Path, *, words_only: bool) -> dict[str, float]:
    """A quote list checked as `checker batch` does it, the results as JSON."""
    make = partial(made, place, words_only=words_only)
    checker = make()
    start = time.perf_counter()
    with Crew(make) as crew:
        task = task_from_file(str(listed), checker=checker, claims=False)
        n = sum(bool(each.model_dump_json()) for each in crew.check_task(task, checker=checker))
    seconds = time.perf_counter() - start
    helpers = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = time.process_time()
    return {"n": n, "seconds": seconds, "processor": own + helpers.ru_utime + helpers.ru_stime}


def main() -> None:
    """Build, answer, or check a list."""
    parser = argparse.ArgumentParser(description="one process of benchmarks.scale")
    parser.add_argument("what", choices=("build", "ask", "batch"))
    parser.add_argument("store", type=Path)
    parser.add_argument("of", nargs="?", help="how many passages; the quote list")
    parser.add_argument("--words-only", action="store_true", help="no pair model, no vectors")
    given = parser.parse_args()
    if given.what == "build":
        cost = build(given.store, n=int(given.of), words_only=given.words_only)
        print(json.dumps(cost), flush=True)
    elif given.what == "batch":
        done = batch(given.store, Path(given.of), words_only=given.words_only)
        print(json.dumps(done), flush=True)
    else:
        serve(answering(made(given.store, words_only=given.words_only)))


if __name__ == "__main__":
    main()
