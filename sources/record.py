"""Reading the record: the SQL behind what `sources.store` offers.

Writing it is in `sources.writer`, its shape in `sources.migrations`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from sources.models import Source, Statement, StoredSource
from sources.rows import (
    SOURCE_COLUMNS,
    STATEMENT_COLUMNS,
    Row,
    Value,
    source_from,
    statements_from,
)

_PAGE = 500
_SOURCE = ", ".join(f"source.{column}" for column in SOURCE_COLUMNS)
_STATEMENT = ", ".join(f"statement.{column}" for column in STATEMENT_COLUMNS)
_JOINED = f"""
    SELECT statement.name, utterance.name, person.name, source.id, {_STATEMENT}, {_SOURCE}
    FROM statement
    JOIN utterance ON utterance.id = statement.utterance
    JOIN person ON person.id = statement.person
    JOIN source ON source.id = statement.source
"""


class Filter(NamedTuple):
    """Which statements are meant; days are included at both ends."""

    speaker: str | None = None
    since: date | None = None
    until: date | None = None
    language: str | None = None

    def sql(self) -> tuple[str, list[str]]:
        """The filter as a condition on `statement` and its values."""
        wanted: dict[str, str | None] = {
            "statement.person = (SELECT id FROM person WHERE name = ?)": self.speaker,
            "statement.said_on >= ?": self.since.isoformat() if self.since else None,
            "statement.said_on <= ?": self.until.isoformat() if self.until else None,
            "statement.language = ?": self.language,
        }
        chosen = {condition: value for condition, value in wanted.items() if value is not None}
        return " AND ".join(["1", *chosen]), [bindable(value) for value in chosen.values()]


EVERYTHING = Filter()


def bindable(text: str) -> str:
    """A text that SQLite takes: the shell hands over stray bytes as lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")


def meta(connection: sqlite3.Connection, *, key: str) -> str | None:
    """One remembered fact about the store."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def set_meta(connection: sqlite3.Connection, *, key: str, value: str) -> None:
    """Remember one fact about the store."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def get(connection: sqlite3.Connection, *, name: str) -> Statement | None:
    """The statement with this id."""
    rows = connection.execute(f"{_JOINED} WHERE statement.name = ?", (bindable(name),))
    return next(statements_from(rows), None)


def by_rows(connection: sqlite3.Connection, *, row_ids: list[int]) -> dict[int, Statement]:
    """Statements by their inner row number."""
    found: dict[int, Statement] = {}
    for row_id in row_ids:
        rows = connection.execute(f"{_JOINED} WHERE statement.id = ?", (row_id,))
        for statement in statements_from(rows):
            found[row_id] = statement
    return found


def rows(connection: sqlite3.Connection) -> sqlite3.Cursor:
    """Every statement as it lies in the record, unread."""
    return connection.execute(_JOINED)


def names_of_source(connection: sqlite3.Connection, *, key: str) -> list[str]:
    """The ids of one document's statements, in reading order."""
    found = connection.execute(
        """SELECT statement.name FROM statement JOIN source ON source.id = statement.source
           WHERE source.key = ? ORDER BY position, statement.id""",
        (bindable(key),),
    )
    return [name for (name,) in found]


def pages(connection: sqlite3.Connection, *, chosen: Filter = EVERYTHING) -> Iterator[Statement]:
    """Statements by day, then id, a page at a time: no cursor stays open between them."""
    condition, values = chosen.sql()
    sql = f"""{_JOINED} WHERE {condition} AND (statement.said_on, statement.name) > (?, ?)
        ORDER BY statement.said_on, statement.name LIMIT {_PAGE}"""
    last = ("", "")
    while True:
        page = connection.execute(sql, (*values, *last)).fetchall()
        yield from statements_from(page)
        if len(page) < _PAGE:
            return
        last = (page[-1][4 + STATEMENT_COLUMNS.index("said_on")], page[-1][0])


def wordings(connection: sqlite3.Connection, *, utterance: str) -> tuple[Statement, ...]:
    """Every stored wording of one utterance, by day, then id."""
    rows = connection.execute(
        f"{_JOINED} WHERE utterance.name = ? ORDER BY statement.said_on, statement.name",
        (bindable(utterance),),
    )
    return tuple(statements_from(rows))


def neighbours(
    connection: sqlite3.Connection, *, name: str, n: int
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]] | None:
    """What stands before and after a statement, in reading order; `None` if it is unknown.

    In a document: the turns around it. Where the source is only cited: what the same speaker
    said at the same event on that day, in the order of the list it came from.
    """
    anchor = connection.execute(
        """SELECT id, source, position, language, event, person, said_on, utterance
           FROM statement WHERE name = ?""",
        (bindable(name),),
    ).fetchone()
    if anchor is None:
        return None
    before = _beside(connection, anchor=anchor, side="before", n=n)
    return before[::-1], _beside(connection, anchor=anchor, side="after", n=n)


def _beside(
    connection: sqlite3.Connection, *, anchor: Row, side: Literal["before", "after"], n: int
) -> tuple[Statement, ...]:
    row_id, source, position, language, event, person, said_on, utterance = anchor
    sign, order = ("<", "DESC") if side == "before" else (">", "ASC")
    values: tuple[Value, ...]
    if position is not None:
        where, column = "statement.source = ? AND statement.language = ?", "position"
        values = (source, language, position)
    elif event is not None:
        where = "statement.event = ? AND statement.person = ? AND statement.said_on = ?"
        column, values = "id", (event, person, said_on, row_id)
    else:
        where, column, values = "statement.source = ?", "id", (source, row_id)
    rows = connection.execute(
        f"""{_JOINED} WHERE {where} AND statement.{column} {sign} ? AND statement.utterance != ?
            ORDER BY statement.{column} {order}, statement.name LIMIT ?""",
        (*values, utterance, n),
    )
    return tuple(statements_from(rows))


def cited_sources(connection: sqlite3.Connection) -> tuple[Source, ...]:
    """Every document, by day of publication, then id."""
    rows = connection.execute(f"SELECT {_SOURCE} FROM source ORDER BY published, key")
    return tuple(map(source_from, rows))


def stored_sources(connection: sqlite3.Connection) -> tuple[StoredSource, ...]:
    """Every document, by the first day it speaks of, then its id."""
    rows = connection.execute(
        f"""SELECT source.key, count(*), min(said_on), max(said_on), {_SOURCE}
            FROM source JOIN statement ON statement.source = source.id
            GROUP BY source.id ORDER BY 3, 1"""
    )
    return tuple(
        StoredSource(
            key, source_from(columns), n, date.fromisoformat(first), date.fromisoformat(last)
        )
        for key, n, first, last, *columns in rows
    )
