"""The search index: which passages hold which words. Derived, and rebuildable at any time.

It lies in the store's own file, so it changes in the transaction that changes the record.

entry    the keys of a statement, in order, with a space at both ends: " we note their "
passage  a stretch of a statement's keys. A long statement is several, overlapping, so that any
         of its sentences stands whole in one of them
posting  FTS5: the terms of each passage. A term is a key, "_" + the stem of a key, or
         "__" + the stem of a topic word. Without positions or text: that is a third of the
         size, and the keys tell the rest
term     in how many passages each term stands; the empty term counts the passages
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from claims.errors import StoreError
from claims.words import keys
from sources.record import Filter, meta, set_meta
from sources.stems import stem

FORMAT = "2"
"""Raise it with any change of what is indexed: of `claims.words.keys`, of stems, of passages."""

PASSAGE_WORDS = 120
"""Keys in one passage at most."""
PASSAGE_STEP = 60
"""Keys from one passage's start to the next: any stretch as long as this stands in one whole."""

_TABLES = ("entry", "passage", "posting", "term")
_SCHEMA = (
    "CREATE TABLE entry (statement INTEGER PRIMARY KEY, keys TEXT NOT NULL)",
    """CREATE TABLE passage (
        id INTEGER PRIMARY KEY, statement INTEGER NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL
    )""",
    "CREATE INDEX passage_by_statement ON passage (statement)",
    """CREATE VIRTUAL TABLE posting USING fts5(
        terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_'"
    )""",
    "CREATE TABLE term (term TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID",
)
_CHUNK = 500
_N_PASSAGES = ""


def index_keys(text: str) -> tuple[str, ...]:
    """The keys of a text that can be searched for: those of letters and digits."""
    return tuple(key for key in keys(text) if key.isalnum())


def stem_term(own: str) -> str:
    """The term of a stem."""
    return f"_{own}"


def topic_term(own: str) -> str:
    """The term of a stem in a statement's topics."""
    return f"__{own}"


class Passage(NamedTuple):
    """A stretch of a statement's keys: `keys[start:end]`."""

    id: int
    statement: int
    start: int
    end: int


def cut(n_keys: int) -> list[tuple[int, int]]:
    """The passages of a statement of so many keys.

    >>> cut(80), cut(150), cut(0)
    ([(0, 80)], [(0, 120), (60, 150)], [(0, 0)])
    """
    starts = range(0, max(n_keys - PASSAGE_STEP, 1), PASSAGE_STEP)
    if n_keys <= PASSAGE_WORDS:
        starts = range(1)
    return [(start, min(start + PASSAGE_WORDS, n_keys)) for start in starts]


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the index is there and was made in today's format."""
    return meta(connection, key="index_format") == FORMAT


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from the record; the caller holds the transaction."""
    for table in _TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for sql in _SCHEMA:
        connection.execute(sql)
    writer = IndexWriter(connection)
    rows = connection.execute("SELECT id, text, topics FROM statement ORDER BY id")
    for row_id, text, topics in rows:
        writer.add(row_id, text=text, topics=topics)
    writer.close()
    set_meta(connection, key="index_format", value=FORMAT)


class IndexWriter:
    """Adds and removes statements; `close` must follow, in the same transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._counts: Counter[str] = Counter()
        self._entries: list[tuple[int, str]] = []
        self._passages: list[Passage] = []
        self._postings: list[tuple[int, str]] = []
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()
        self._next = last + 1

    def add(self, row_id: int, *, text: str, topics: str) -> None:
        """Index one statement of the record; `topics` as it stands there."""
        held = index_keys(text)
        self._entries.append((row_id, f" {' '.join(held)} "))
        for start, end in cut(len(held)):
            passage = Passage(self._next, row_id, start, end)
            terms = passage_terms(held, start=start, end=end, topics=topics)
            self._passages.append(passage)
            self._postings.append((passage.id, " ".join(terms)))
            self._counts.update(terms)
            self._counts[_N_PASSAGES] += 1
            self._next += 1
        if len(self._entries) >= _CHUNK:
            self._flush()

    def remove(self, row_id: int, *, topics: str) -> None:
        """Take one statement out; FTS5 needs to be told the very terms that it was given."""
        self._flush()
        execute = self._connection.execute
        held = _entry(self._connection, row_id)
        for passage in map(Passage._make, self._passages_of(row_id)):
            terms = passage_terms(held, start=passage.start, end=passage.end, topics=topics)
            execute(
                "INSERT INTO posting (posting, rowid, terms) VALUES ('delete', ?, ?)",
                (passage.id, " ".join(terms)),
            )
            self._counts.subtract(terms)
            self._counts[_N_PASSAGES] -= 1
        execute("DELETE FROM passage WHERE statement = ?", (row_id,))
        execute("DELETE FROM entry WHERE statement = ?", (row_id,))

    def close(self) -> None:
        """Write what is still held back."""
        self._flush()
        self._connection.executemany(
            "INSERT INTO term VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET n = n + excluded.n",
            sorted(self._counts.items()),
        )
        self._connection.execute("DELETE FROM term WHERE n <= 0")
        self._counts.clear()

    def _passages_of(self, row_id: int) -> list[tuple[int, int, int, int]]:
        return self._connection.execute(
            'SELECT id, statement, start, "end" FROM passage WHERE statement = ? ORDER BY id',
            (row_id,),
        ).fetchall()

    def _flush(self) -> None:
        for sql, rows in (
            ("INSERT INTO entry VALUES (?, ?)", self._entries),
            ("INSERT INTO passage VALUES (?, ?, ?, ?)", self._passages),
            ("INSERT INTO posting (rowid, terms) VALUES (?, ?)", self._postings),
        ):
            self._connection.executemany(sql, rows)
            rows.clear()


def passage_terms(statement_keys: Sequence[str], *, start: int, end: int, topics: str) -> list[str]:
    """The terms of one passage, each once. Topic words stand with the first passage alone."""
    held = set(statement_keys[start:end])
    terms = held | {stem_term(stem(key)) for key in held}
    if start == 0 and topics != "[]":
        terms.update(topic_term(stem(key)) for key in index_keys(topics.replace("_", " ")))
    return sorted(terms)


class Place(NamedTuple):
    """A statement's inner row number, with the day and the id that settle ties."""

    row_id: int
    said_on: str
    name: str

    def tie(self) -> tuple[str, str]:
        """What orders equals: never the order of import."""
        return self.said_on, self.name


class Stretch(NamedTuple):
    """Keys that must stand one after the other.

    Shape: `joined` has a space between and at both ends; `match` is the FTS5 expression of
           some of them that stand together in one passage.
    """

    joined: str
    match: str


def stretch(wanted: Sequence[str]) -> Stretch:
    """The stretch of these keys; of a long one only the start must share a passage."""
    together = sorted(set(wanted[:PASSAGE_STEP]))
    return Stretch(
        joined=f" {' '.join(wanted)} ", match=" AND ".join(f'"{key}"' for key in together)
    )


_HOLDING = """
    entry JOIN statement ON statement.id = entry.statement
    WHERE entry.statement IN (
        SELECT passage.statement FROM posting
        JOIN passage ON passage.id = posting.rowid WHERE posting MATCH ?
    ) AND instr(entry.keys, ?)
"""
_ORDERS = {
    "shortest": "length(entry.keys), ?",
    "nearest": "abs(julianday(said_on) - julianday(coalesce(?, said_on)))",
}


class Index:
    """Reads the index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def counts(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each term stands; terms that stand in none are left out."""
        found: dict[str, int] = {}
        for term in terms:
            row = self._connection.execute("SELECT n FROM term WHERE term = ?", (term,)).fetchone()
            if row is not None:
                found[term] = row[0]
        return found

    def n_passages(self) -> int:
        """How many passages there are."""
        return self.counts([_N_PASSAGES]).get(_N_PASSAGES, 0)

    def passages_with(self, terms: Sequence[str], *, chosen: Filter) -> list[int]:
        """The passages that hold any of these terms."""
        if not terms:
            return []
        match = " OR ".join(f'"{term}"' for term in terms)
        condition, values = chosen.sql()
        if not values:
            rows = self._connection.execute(
                "SELECT rowid FROM posting WHERE posting MATCH ?", (match,)
            )
        else:
            rows = self._connection.execute(
                f"""SELECT posting.rowid FROM posting
                    JOIN passage ON passage.id = posting.rowid
                    JOIN statement ON statement.id = passage.statement
                    WHERE posting MATCH ? AND {condition}""",
                (match, *values),
            )
        return [row_id for (row_id,) in rows]

    def holding(
        self,
        words: Stretch,
        *,
        chosen: Filter,
        order: Literal["shortest", "nearest"],
        limit: int,
        around: date | None = None,
    ) -> list[Place]:
        """Statements that hold these words in this order without a gap.

        Shape: the shortest first, so that an equal one leads, or the nearest to the day
               `around`; then by day, then id.
        """
        condition, values = chosen.sql()
        rows = self._connection.execute(
            f"""SELECT statement.id, said_on, name FROM {_HOLDING} AND {condition}
                ORDER BY {_ORDERS[order]}, said_on, name LIMIT ?""",
            (words.match, words.joined, *values, around and around.isoformat(), limit),
        )
        return [Place._make(row) for row in rows]

    def count_holding(self, words: Stretch, *, chosen: Filter) -> tuple[int, int]:
        """How many statements, and how many utterances, hold these words without a gap."""
        condition, values = chosen.sql()
        n_statements, n_utterances = self._connection.execute(
            f"""SELECT count(*), count(DISTINCT statement.utterance)
                FROM {_HOLDING} AND {condition}""",
            (words.match, words.joined, *values),
        ).fetchone()
        return n_statements, n_utterances

    def passages(self, ids: Sequence[int]) -> Iterator[tuple[Passage, Place]]:
        """Passages, and where they stand; in no order."""
        for first in range(0, len(ids), _CHUNK):
            some = ids[first : first + _CHUNK]
            rows = self._connection.execute(
                f"""SELECT passage.id, statement, start, "end", statement.id, said_on, name
                    FROM passage JOIN statement ON statement.id = passage.statement
                    WHERE passage.id IN ({", ".join("?" * len(some))})""",
                some,
            )
            for row in rows:
                yield Passage._make(row[:4]), Place._make(row[4:])

    def keys(self, row_id: int) -> tuple[str, ...]:
        """The keys of a statement."""
        return _entry(self._connection, row_id)


def _entry(connection: sqlite3.Connection, row_id: int) -> tuple[str, ...]:
    row = connection.execute("SELECT keys FROM entry WHERE statement = ?", (row_id,)).fetchone()
    if row is None:
        raise StoreError(
            "a statement is missing from the search index",
            next_step="run `checker sources rebuild`",
        )
    return tuple(row[0].split())
