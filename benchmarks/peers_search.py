"""What a user would pick instead, asked for the passage that a quotation was made from.

    python benchmarks/peers_search.py build NAME TEXTS FOLDER
    python benchmarks/peers_search.py ask NAME TEXTS FOLDER [--sample N]

A script on its own that imports nothing of the project, so that another Python can run it, one
that has the peers of constraints-peers.txt; `benchmarks/scale.py` starts it. TEXTS has one
passage a line. `build` makes an index in FOLDER and prints what it cost. `ask` reads a JSON list
of [quotation, wanted] on each line of its input and answers with a list of [milliseconds, whether
the first answer holds the wanted words, whether one of the first 20 does, the milliseconds of
processor time]; at the end of the input it prints its peak memory. Indexes find 50 passages and
order them anew by `partial_ratio`.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

Search = Callable[[str], Sequence[str]]
"""A quotation to the passages found, best first."""

Answer = tuple[float, bool | None, bool | None, dict[str, float]]

N_RERANKED = 50
N_RAREST = 8
_WORD = re.compile(r"[a-z0-9]+")


def peak() -> float:
    """The largest resident set of this process, in MB; its parent's is not counted."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1000
    unit = 1 if sys.platform == "darwin" else 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000


def serve(answer: Callable[[str, str], Answer]) -> None:
    """Answer blocks of quotations until the input ends."""
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        print(json.dumps([answer(quote, wanted) for quote, wanted in json.loads(line)]), flush=True)
    print(json.dumps(peak()), flush=True)


def timed(search: Search) -> Callable[[str, str], Answer]:
    """A search with its time, and whether what it found is right."""

    def answer(quote: str, wanted: str) -> Answer:
        start, processor = time.perf_counter(), time.process_time()
        found = search(quote)
        spent = (time.perf_counter() - start) * 1000
        parts = {"processor": (time.process_time() - processor) * 1000}
        if not wanted:
            return spent, None, None, parts
        right = [wanted in text for text in found[:20]]
        return spent, any(right[:1]), any(right) if len(found) > 1 else None, parts

    return answer


def reranked(quote: str, texts: Sequence[str]) -> list[str]:
    """The passages ordered by how alike their best stretch is to the quotation."""
    from rapidfuzz import fuzz, process

    found = process.extract(quote, texts, scorer=fuzz.partial_ratio, limit=20)
    return [text for text, _, _ in found]


def scorer(name: str) -> Callable[[Sequence[str], Path], Search]:
    """RapidFuzz's `extractOne` over all passages."""

    def open_(texts: Sequence[str], folder: Path) -> Search:
        from rapidfuzz import fuzz, process

        score = getattr(fuzz, name)

        def search(quote: str) -> list[str]:
            found = process.extractOne(quote, texts, scorer=score)
            return [found[0]] if found else []

        return search

    return open_


def difflib_ratio(texts: Sequence[str], folder: Path) -> Search:
    """difflib's ratio over all passages, its own shortcuts taken."""
    from difflib import SequenceMatcher

    def search(quote: str) -> list[str]:
        best, found = 0.0, ""
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(quote)
        for text in texts:
            matcher.set_seq1(text)
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
                ratio = matcher.ratio()
                if ratio > best:
                    best, found = ratio, text
        return [found]

    return search


def build_bm25s(texts: Sequence[str], folder: Path) -> None:
    """bm25s with its defaults and English stop words."""
    import bm25s

    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
    index.save(folder)


def open_bm25s(texts: Sequence[str], folder: Path) -> Search:
    """bm25s from its files, mapped into memory."""
    import bm25s

    index = bm25s.BM25.load(folder, mmap=True)

    def search(quote: str) -> list[str]:
        tokens = bm25s.tokenize([quote], stopwords="en", show_progress=False)
        if not tokens.vocab:
            return []
        found, _ = index.retrieve(tokens, k=min(N_RERANKED, len(texts)), show_progress=False)
        return reranked(quote, [texts[number] for number in found[0]])

    return search


def _tantivy_schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", stored=True, tokenizer_name="en_stem", index_option="freq")
    return builder.build()


def build_tantivy(texts: Sequence[str], folder: Path) -> None:
    """Tantivy with stems, frequencies and the text itself."""
    import tantivy

    writer = tantivy.Index(_tantivy_schema(), path=str(folder)).writer(500_000_000, 2)
    for text in texts:
        writer.add_document(tantivy.Document(body=text))
    writer.commit()
    writer.wait_merging_threads()


def open_tantivy(texts: Sequence[str], folder: Path) -> Search:
    """Tantivy: any of the words, by its score."""
    import tantivy

    index = tantivy.Index(_tantivy_schema(), path=str(folder))
    searcher = index.searcher()

    def search(quote: str) -> list[str]:
        query = index.parse_query(" ".join(_WORD.findall(quote.lower())), ["body"])
        hits = searcher.search(query, N_RERANKED).hits
        return reranked(quote, [searcher.doc(place)["body"][0] for _, place in hits])

    return search


def build_fts5(texts: Sequence[str], folder: Path) -> None:
    """An FTS5 table with stems, and a table of how often each word stands."""
    database = sqlite3.connect(folder / "fts5.sqlite")
    database.execute("CREATE VIRTUAL TABLE passage USING fts5(body, detail=none)")
    database.execute("CREATE TABLE word (word TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID")
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(_WORD.findall(text.lower())))
    database.executemany("INSERT INTO passage VALUES (?)", ((text,) for text in texts))
    database.executemany("INSERT INTO word VALUES (?, ?)", counts.items())
    database.commit()
    database.close()


def open_fts5(texts: Sequence[str], folder: Path) -> Search:
    """FTS5: any of the rarest words, by its score."""
    database = sqlite3.connect(folder / "fts5.sqlite")

    def search(quote: str) -> list[str]:
        words = dict.fromkeys(_WORD.findall(quote.lower()))
        counts = [
            (row[0], word)
            for word in words
            for row in database.execute("SELECT n FROM word WHERE word = ?", (word,))
        ]
        match = " OR ".join(f'"{word}"' for _, word in sorted(counts)[:N_RAREST])
        if not match:
            return []
        rows = database.execute(
            "SELECT body FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?",
            (match, N_RERANKED),
        )
        return reranked(quote, [body for (body,) in rows])

    return search


NEEDS_TEXTS = {"ratio", "token_set_ratio", "partial_ratio", "difflib", "bm25s"}
BUILD = {"bm25s": build_bm25s, "tantivy": build_tantivy, "fts5": build_fts5}
OPEN: dict[str, Callable[[Sequence[str], Path], Search]] = {
    "ratio": scorer("ratio"),
    "token_set_ratio": scorer("token_set_ratio"),
    "partial_ratio": scorer("partial_ratio"),
    "difflib": difflib_ratio,
    "bm25s": open_bm25s,
    "tantivy": open_tantivy,
    "fts5": open_fts5,
}


def read(place: Path, *, sample: int = 0) -> list[str]:
    """The passages, or the first of them."""
    with place.open(encoding="utf-8", newline="\n") as lines:
        return [line.rstrip("\n") for line in islice(lines, sample or None)]


def build(name: str, *, texts: Path, folder: Path) -> None:
    """Make an index and print the seconds and the bytes it took."""
    held = read(texts)
    folder.mkdir(parents=True, exist_ok=True)
    start, processor = time.perf_counter(), time.process_time()
    BUILD[name](held, folder)
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    size = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
    facts = {"seconds": seconds, "processor": processor, "bytes": size, "memory": peak()}
    print(json.dumps(facts), flush=True)


def main() -> None:
    """Build, or answer."""
    parser = argparse.ArgumentParser(description="search with what is not this project")
    parser.add_argument("what", choices=("build", "ask"))
    parser.add_argument("name", choices=OPEN)
    parser.add_argument("texts", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="only the first passages")
    given = parser.parse_args()
    if given.what == "build":
        build(given.name, texts=given.texts, folder=given.folder)
        return
    texts = read(given.texts, sample=given.sample) if given.name in NEEDS_TEXTS else []
    serve(timed(OPEN[given.name](texts, given.folder)))


if __name__ == "__main__":
    main()
