"""The search index: which passages hold which words. Derived, and rebuildable at any time.

It lies in the store's own file, so it changes in the transaction that changes the record.

entry    the keys of a statement, in order, with a space at both ends: " we note their "
passage  a stretch of a statement's keys. A long statement is several, overlapping, so that any
         of its sentences stands whole in one of them
posting  FTS5: the terms and prints of each passage, without positions or text
term     in how many passages each term stands; the empty term counts the passages. A print is
         not counted: those of common words are known by the words
signature  what each passage is about, in 256 bits, once there are enough for it to be worth it
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Literal

from claims.errors import StoreError
from sources import signatures
from sources.interface import Passage, Place
from sources.record import EVERYTHING, Filter, bindable, meta, set_meta
from sources.terms import N_PASSAGES, Prepared, Raw, person_term
from sources.vectors import FEWEST, load_vectors
from sources.workers import Preparing

FORMAT = "5"
"""Raise it with any change of what is indexed: of keys, stems, prints, passages or vectors."""

_TABLES = ("entry", "passage", "posting", "term", "signature")
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
    signatures.SCHEMA,
)
_BY_STATEMENT = "CREATE INDEX IF NOT EXISTS passage_by_statement ON passage (statement)"
_CHUNK = 500
_SIGNED_AT_ONCE = 20_000


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
        signed = signatures.exist(connection)
        self._preparing = Preparing(workers=workers, sign=signed)
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()
        self._next = last + 1
        self._first_signed = 1 if signed else None
        self._signatures: list[tuple[int, bytes]] = []

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
        if self._first_signed is not None:
            self._write_signatures()
            signatures.take(self._connection, [passage for (passage,) in ids])
        execute("DELETE FROM passage WHERE statement = ?", (statement.row_id,))
        gone = execute("DELETE FROM entry WHERE statement = ?", (statement.row_id,))
        if gone.rowcount != 1:
            raise _incomplete()

    def close(self) -> None:
        """Write what is still held back, and see that all passages are signed, or none."""
        self._flush()
        self._write_signatures()
        counts = self._preparing.counts
        self._connection.executemany(
            "INSERT INTO term VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET n = n + excluded.n",
            sorted(counts.items()),
        )
        self._connection.execute("DELETE FROM term WHERE n <= 0")
        counts.clear()
        index = Index(self._connection, chosen=EVERYTHING)
        if index.n_passages() < FEWEST:
            signatures.clear(self._connection)
        elif self._first_signed != 1:
            _sign(index, connection=self._connection, end=self._first_signed or self._next)

    def _flush(self) -> None:
        for prepared in self._preparing.finish():
            self._write(prepared)

    def _write(self, prepared: Sequence[Prepared]) -> None:
        passages, postings = [], []
        first = self._next
        for each in prepared:
            for start, end, terms in each.passages:
                passages.append((self._next, each.row_id, start, end))
                postings.append((self._next, terms))
                self._next += 1
        signed = [signature for each in prepared for signature in each.signatures]
        if signed and self._first_signed is None:
            self._first_signed = first
        self._signatures.extend(enumerate(signed, start=first))
        many = self._connection.executemany
        many("INSERT INTO entry VALUES (?, ?)", [(each.row_id, each.keys) for each in prepared])
        many("INSERT INTO passage VALUES (?, ?, ?, ?)", passages)
        many("INSERT INTO posting (rowid, terms) VALUES (?, ?)", postings)
        if len(self._signatures) >= _SIGNED_AT_ONCE:
            self._write_signatures()

    def _write_signatures(self) -> None:
        signatures.put(self._connection, self._signatures)
        self._signatures.clear()


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
        self._person_term = ""
        if chosen.speaker is not None:
            self._person_term = person_term(self._person(chosen.speaker))
        self._among = f' AND "{self._person_term}"' if self._person_term else ""
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

    def nearest(self, keys: Sequence[str], *, n: int) -> list[int]:
        """About the `n` passages that are most likely about the same as these keys."""
        if self.n_passages() < FEWEST:
            return []
        (wanted,) = load_vectors().of([keys])
        if not wanted.any():
            return []
        among = self._seen() if self._among or self._values else None
        return signatures.nearest(self._connection, wanted, n=n, among=among)

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

    def _seen(self) -> list[int]:
        """The passages that the filter lets through."""
        if self._person_term:
            return self.passages_with([self._person_term], how="OR")
        rows = self._connection.execute(
            f"""SELECT passage.id FROM statement
                JOIN passage ON passage.statement = statement.id WHERE {self._condition}""",
            self._values,
        )
        return [row_id for (row_id,) in rows]

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


def _sign(index: Index, *, connection: sqlite3.Connection, end: int) -> None:
    """Give their signatures to the passages before one."""
    rows = connection.execute("SELECT id FROM passage WHERE id < ? ORDER BY id", (end,))
    held = [
        (passage.id, keys) for passage, _, keys in index.passages([row_id for (row_id,) in rows])
    ]
    signed = load_vectors().signatures([keys for _, keys in held])
    signatures.put(connection, zip((row_id for row_id, _ in held), signed, strict=True))


def _incomplete() -> StoreError:
    return StoreError(
        "a statement is missing from the search index",
        next_step="run `checker sources rebuild`",
    )
