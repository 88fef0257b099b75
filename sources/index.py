"""The search index: which passages hold which words. Derived, and rebuildable at any time.

It lies in the store's own file, so it changes in the transaction that changes the record.

entry    the keys of a statement, in order, with a space at both ends: " we note their "
passage  a stretch of a statement's keys. A long statement is several, overlapping, so that any
         of its sentences stands whole in one of them
posting  FTS5: the terms and prints of each passage, without positions or text
term     in how many passages each term stands; the empty term counts the passages. A print is
         not counted: those of common words are known by the words
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Literal

from claims.errors import StoreError
from sources.interface import Passage, Place
from sources.record import Filter, bindable, meta, set_meta
from sources.terms import N_PASSAGES, Prepared, Raw, person_term
from sources.workers import Preparing

FORMAT = "4"
"""Raise it with any change of what is indexed: of keys, stems, prints or passages."""

_TABLES = ("entry", "passage", "posting", "term")
_SCHEMA = (
    "CREATE TABLE entry (statement INTEGER PRIMARY KEY, keys TEXT NOT NULL)",
    """CREATE TABLE passage (
        id INTEGER PRIMARY KEY, statement INTEGER NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL
    )""",
    """CREATE VIRTUAL TABLE posting USING fts5(
        terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_~'"
    )""",
    # So many bytes are gathered in memory before they are written: fewer pieces to merge later.
    "INSERT INTO posting (posting, rank) VALUES ('hashsize', 16000000)",
    "CREATE TABLE term (term TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID",
)
_BY_STATEMENT = "CREATE INDEX IF NOT EXISTS passage_by_statement ON passage (statement)"
_CHUNK = 500
_PAGE = 2000


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the index is there and was made in today's format."""
    return meta(connection, key="index_format") == FORMAT


def rebuild(connection: sqlite3.Connection, *, workers: int = 0) -> None:
    """Make the index anew from the record; the caller holds the transaction."""
    for table in _TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for sql in _SCHEMA:
        connection.execute(sql)
    writer = IndexWriter(connection, workers=workers)
    rows = connection.execute("SELECT id, person, text, topics FROM statement ORDER BY id")
    for row in rows:
        writer.add(Raw._make(row))
    writer.close()
    connection.execute(_BY_STATEMENT)  # last: made at once it costs a tenth
    set_meta(connection, key="index_format", value=FORMAT)


class IndexWriter:
    """Adds and removes statements; `close` must follow, in the same transaction.

    Shape: with `workers`, so many processes help to prepare what is added, once it is much.
    """

    def __init__(self, connection: sqlite3.Connection, *, workers: int = 0) -> None:
        self._connection = connection
        self._preparing = Preparing(workers=workers)
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()
        self._next = last + 1

    def add(self, statement: Raw) -> None:
        """Index one statement of the record."""
        for prepared in self._preparing.give(statement):
            self._write(prepared)

    def remove(self, statement: Raw) -> None:
        """Take one statement out; FTS5 needs to be told the very terms that it was given."""
        self._flush()
        execute = self._connection.execute
        (terms,) = self._preparing.at_once([statement], sign=-1)
        ids = execute(
            "SELECT id FROM passage WHERE statement = ? ORDER BY id", (statement.row_id,)
        ).fetchall()
        for (passage,), (_, _, held) in zip(ids, terms.passages, strict=True):
            execute(
                "INSERT INTO posting (posting, rowid, terms) VALUES ('delete', ?, ?)",
                (passage, held),
            )
        execute("DELETE FROM passage WHERE statement = ?", (statement.row_id,))
        gone = execute("DELETE FROM entry WHERE statement = ?", (statement.row_id,))
        if gone.rowcount != 1:
            raise _incomplete()

    def close(self) -> None:
        """Write what is still held back."""
        self._flush()
        counts = self._preparing.counts
        self._connection.executemany(
            "INSERT INTO term VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET n = n + excluded.n",
            sorted(counts.items()),
        )
        self._connection.execute("DELETE FROM term WHERE n <= 0")
        counts.clear()

    def _flush(self) -> None:
        for prepared in self._preparing.finish():
            self._write(prepared)

    def _write(self, prepared: Sequence[Prepared]) -> None:
        passages, postings = [], []
        for row_id, _, stretches in prepared:
            for start, end, terms in stretches:
                passages.append((self._next, row_id, start, end))
                postings.append((self._next, terms))
                self._next += 1
        many = self._connection.executemany
        many("INSERT INTO entry VALUES (?, ?)", [(row_id, keys) for row_id, keys, _ in prepared])
        many("INSERT INTO passage VALUES (?, ?, ?, ?)", passages)
        many("INSERT INTO posting (rowid, terms) VALUES (?, ?)", postings)


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
    """Reads the index, as far as the filter lets it see."""

    def __init__(self, connection: sqlite3.Connection, *, chosen: Filter) -> None:
        self._connection = connection
        self._among = ""
        if chosen.speaker is not None:
            self._among = f' AND "{person_term(self._person(chosen.speaker))}"'
        self._condition, self._values = chosen._replace(speaker=None).sql()

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
        return self.counts([N_PASSAGES]).get(N_PASSAGES, 0)

    def passages_with(
        self, terms: Sequence[str], *, how: Literal["AND", "OR"], most: int | None = None
    ) -> list[int]:
        """The passages that hold all or any of these terms; none if more than `most` do."""
        if not terms:
            return []
        sql = "SELECT posting.rowid FROM posting"
        if self._values:
            sql += """ JOIN passage ON passage.id = posting.rowid
                       JOIN statement ON statement.id = passage.statement"""
        limit = -1 if most is None else most + 1
        rows = self._connection.execute(
            f"{sql} WHERE posting MATCH ? AND {self._condition} LIMIT {limit}",
            (self._match(terms, how=how), *self._values),
        ).fetchall()
        return [] if len(rows) == limit else [row_id for (row_id,) in rows]

    def holding(
        self,
        words: Sequence[str],
        *,
        terms: Sequence[str],
        order: Literal["shortest", "nearest"],
        limit: int,
        around: date | None = None,
    ) -> list[Place]:
        """Statements that hold these keys in this order without a gap.

        Shape: `terms` are some that any passage holds which holds the words; the shortest
               statement first, so that an equal one leads, or the nearest to the day
               `around`; then by day, then id.
        """
        rows = self._connection.execute(
            f"""SELECT statement.id, said_on, name FROM {_HOLDING} AND {self._condition}
                ORDER BY {_ORDERS[order]}, said_on, name LIMIT ?""",
            (*self._held(words, terms), around and around.isoformat(), limit),
        )
        return [Place._make(row) for row in rows]

    def count_holding(self, words: Sequence[str], *, terms: Sequence[str]) -> tuple[int, int]:
        """How many statements, and how many utterances, hold these keys without a gap."""
        n_statements, n_utterances = self._connection.execute(
            f"""SELECT count(*), count(DISTINCT statement.utterance)
                FROM {_HOLDING} AND {self._condition}""",
            self._held(words, terms),
        ).fetchone()
        return n_statements, n_utterances

    def passages(self, ids: Sequence[int]) -> Iterator[tuple[Passage, Place, tuple[str, ...]]]:
        """Passages, where they stand, and their keys; in no order."""
        rest = iter(ids)
        while some := list(islice(rest, _CHUNK)):
            rows = self._connection.execute(
                f"""SELECT passage.id, statement, start, "end", statement.id, said_on, name,
                           (SELECT keys FROM entry WHERE entry.statement = statement.id)
                    FROM passage JOIN statement ON statement.id = passage.statement
                    WHERE passage.id IN ({", ".join("?" * len(some))})""",
                some,
            )
            for row in rows:
                if row[7] is None:
                    raise _incomplete()
                passage = Passage._make(row[:4])
                held = row[7].split()[passage.start : passage.end]
                yield passage, Place._make(row[4:7]), tuple(held)

    def _held(self, words: Sequence[str], terms: Sequence[str]) -> tuple[str, ...]:
        return self._match(terms, how="AND"), f" {' '.join(words)} ", *self._values

    def _match(self, terms: Sequence[str], *, how: Literal["AND", "OR"]) -> str:
        joined = f" {how} ".join(f'"{term}"' for term in terms)
        return f"({joined}){self._among}"

    def _person(self, name: str) -> int:
        row = self._connection.execute(
            "SELECT id FROM person WHERE name = ?", (bindable(name),)
        ).fetchone()
        return row[0] if row else 0


def _incomplete() -> StoreError:
    return StoreError(
        "a statement is missing from the search index",
        next_step="run `checker sources rebuild`",
    )
