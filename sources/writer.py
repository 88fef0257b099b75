"""Writing the record: statements in, replaced and out, with the index, in one transaction."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Literal

from claims.errors import UsageError
from sources import audit, fetched, memory, record
from sources.index import IndexWriter
from sources.models import AuditAction, AuditEntry, FetchedPage, Source, Statement
from sources.rows import (
    SOURCE_COLUMNS,
    STATEMENT_COLUMNS,
    Value,
    digest_of_row,
    key_of_fields,
    source_fields,
    source_key,
    source_values,
    statement_digest,
    statement_values,
    topics_text,
)
from sources.terms import Raw

Outcome = Literal["added", "replaced", "known", "kept"]

_FINGERPRINT_BITS = 128
_STATEMENT_COLUMNS = ("name", "utterance", "person", "source", *STATEMENT_COLUMNS)
_INSERT_STATEMENT = (
    f"INSERT INTO statement ({', '.join(_STATEMENT_COLUMNS)})"
    f" VALUES ({', '.join('?' * len(_STATEMENT_COLUMNS))})"
)
_UPDATE_STATEMENT = (
    f"UPDATE statement SET {', '.join(f'{column} = ?' for column in _STATEMENT_COLUMNS)}"
    " WHERE id = ?"
)
_INSERT_SOURCE = (
    f"INSERT INTO source (key, {', '.join(SOURCE_COLUMNS)})"
    f" VALUES ({', '.join('?' * (1 + len(SOURCE_COLUMNS)))})"
)


class Writer:
    """Changes statements; `close` must follow, in the same transaction.

    The fingerprint is the sum of the digests of all statements: it costs one addition for
    each change, and does not depend on the order of import.
    """

    def __init__(self, connection: sqlite3.Connection, *, workers: int = 0) -> None:
        self._connection = connection
        self._index = IndexWriter(connection, workers=workers)
        self._fingerprint = int(record.meta(connection, key="fingerprint") or "0", 16)
        self._tally = memory.Tally()
        self._people: dict[str, int] = {}
        self._sources: dict[tuple[Value, ...], tuple[int, dict[str, Value]]] = {}

    def add(self, statement: Statement, *, replace: bool) -> Outcome:
        """Store one statement; one whose id is known stays as it is unless `replace`.

        Of a page that was read again, a statement that still stands there as it did gets the
        newer reading: those that keep an older one are what the page no longer says.
        """
        row = self._connection.execute(
            "SELECT id FROM statement WHERE name = ?", (statement.id,)
        ).fetchone()
        if row is None:
            self._put(statement)
            return "added"
        old = record.get(self._connection, name=statement.id)
        assert old is not None
        new = _in_its_utterance(statement, old=old, replace=replace)
        if new == old:
            return "known"
        if _was_read_again(new, old=old):
            self.rewrite(old, new)
            return "known"
        if not replace:
            return "known" if _says_the_same(new, old=old) else "kept"
        self.note(old, action="replaced")
        self.rewrite(old, new)
        return "replaced"

    def remove(self, name: str) -> Statement:
        """Take one statement out."""
        old = self.known(name)
        row_id = self._row_id(old)
        self.note(old, action="removed")
        self._take(old, row_id=row_id)
        self._connection.execute("DELETE FROM statement WHERE id = ?", (row_id,))
        self._drop_unused(old)
        return old

    def note(self, old: Statement, *, action: AuditAction, detail: str | None = None) -> None:
        """Leave an audit line on a statement that is about to change."""
        audit.write(self._connection, old, action=action, detail=detail)

    def take_over(self, entry: AuditEntry | FetchedPage) -> None:
        """Keep what another store knows beside its statements."""
        if isinstance(entry, AuditEntry):
            audit.take_over(self._connection, entry)
        else:
            fetched.take_over(self._connection, entry)

    def known(self, name: str) -> Statement:
        """The statement with this id.

        Raises: `UsageError` if there is none.
        """
        statement = record.get(self._connection, name=name)
        if statement is None:
            raise UsageError(
                f"no statement has the id {name!r}",
                next_step="find it with `checker sources search WORDS`",
            )
        return statement

    def rewrite(self, old: Statement, new: Statement) -> None:
        """Put one statement in the place of another with its id."""
        row_id = self._row_id(old)
        self._take(old, row_id=row_id)
        self._put(new, row_id=row_id)
        self._drop_unused(old)

    def close(self) -> None:
        """Finish the index and what the store remembers about itself."""
        self._index.close()
        fingerprint = f"{self._fingerprint:0{_FINGERPRINT_BITS // 4}x}"
        record.set_meta(self._connection, key="fingerprint", value=fingerprint)
        self._tally.remember(self._connection)

    def _row_id(self, statement: Statement) -> int:
        (row_id,) = self._connection.execute(
            "SELECT id FROM statement WHERE name = ?", (statement.id,)
        ).fetchone()
        return int(row_id)

    def _put(self, statement: Statement, *, row_id: int | None = None) -> None:
        """Write a statement into a new row, or over that of an older one."""
        values = statement_values(statement)
        utterance, person = self._utterance(statement.utterance), self._person(statement.speaker)
        source, fields = self._source(statement.source)
        columns = (statement.id, utterance, person, source, *values)
        if row_id is None:
            row_id = self._connection.execute(_INSERT_STATEMENT, columns).lastrowid
            assert row_id is not None
        else:
            self._connection.execute(_UPDATE_STATEMENT, (*columns, row_id))
        self._index.add(Raw(row_id, person, statement.text, topics_text(statement.topics)))
        names = (statement.id, statement.utterance, statement.speaker)
        self._count(digest_of_row(names, values, fields))
        self._tally.add(statement)

    def _take(self, old: Statement, *, row_id: int) -> None:
        person = self._person(old.speaker)
        self._index.remove(Raw(row_id, person, old.text, topics_text(old.topics)))
        self._count(-statement_digest(old))
        self._tally.take()

    def _count(self, digest: int) -> None:
        self._fingerprint = (self._fingerprint + digest) % (1 << _FINGERPRINT_BITS)

    def _person(self, name: str) -> int:
        if name not in self._people:
            self._people[name] = self._named("person", name)
        return self._people[name]

    def _utterance(self, name: str) -> int:
        return self._named("utterance", name)

    def _named(self, table: Literal["person", "utterance"], name: str) -> int:
        execute = self._connection.execute
        made = execute(f"INSERT OR IGNORE INTO {table} (name) VALUES (?)", (name,))
        if made.rowcount == 1:
            assert made.lastrowid is not None
            return made.lastrowid
        (row_id,) = execute(f"SELECT id FROM {table} WHERE name = ?", (name,)).fetchone()
        return int(row_id)

    def _source(self, source: Source) -> tuple[int, dict[str, Value]]:
        """The row of a document, and what digests are made of."""
        values = source_values(source)
        known = self._sources.get(values)
        if known is None:
            fields = source_fields(values)
            key = key_of_fields(fields)
            execute = self._connection.execute
            row = execute("SELECT id FROM source WHERE key = ?", (key,)).fetchone()
            made = row[0] if row else execute(_INSERT_SOURCE, (key, *values)).lastrowid
            assert made is not None
            known = self._sources[values] = made, fields
        return known

    def _drop_unused(self, old: Statement) -> None:
        """Forget the person, utterance and document that no statement names any more."""
        self._people.clear()
        self._sources.clear()
        execute = self._connection.execute
        for table, column, name in (
            ("person", "person", old.speaker),
            ("utterance", "utterance", old.utterance),
        ):
            execute(
                f"""DELETE FROM {table} WHERE name = ? AND NOT EXISTS
                    (SELECT 1 FROM statement WHERE {column} = {table}.id)""",
                (name,),
            )
        execute(
            """DELETE FROM source WHERE key = ? AND NOT EXISTS
               (SELECT 1 FROM statement WHERE statement.source = source.id)""",
            (source_key(old.source),),
        )


def _in_its_utterance(statement: Statement, *, old: Statement, replace: bool) -> Statement:
    """A statement that is known, as a wording of the utterance it was reviewed to be of.

    One that names no utterance but itself says nothing of it.
    """
    if replace and statement.utterance != statement.id:
        return statement
    return statement.model_copy(update={"utterance": old.utterance})


def _says_the_same(new: Statement, *, old: Statement) -> bool:
    """Whether two records differ at most in when and as what bytes the page was read."""
    reading = {"retrieved_at": old.source.retrieved_at, "sha256": old.source.sha256}
    source = new.source.model_copy(update=reading)
    return new.model_copy(update={"source": source}) == old


def _was_read_again(new: Statement, *, old: Statement) -> bool:
    """Whether the same was found again on a newer version of its page."""
    before, after = old.source.retrieved_at, new.source.retrieved_at
    return (
        new.source.url is not None
        and new.source.sha256 not in (None, old.source.sha256)
        and before is not None
        and after is not None
        and _in_utc(after) > _in_utc(before)
        and _says_the_same(new, old=old)
    )


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
