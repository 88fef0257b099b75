"""The audit: one line for each change of what was stored, kept for good."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from typing import Final

from sources.models import AuditAction, AuditEntry, Statement
from sources.record import bindable
from sources.rows import Row, Value, statement_digest

_COLUMNS: Final = AuditEntry._fields
_SELECT: Final = f"SELECT {', '.join(_COLUMNS)} FROM audit"


def entries(connection: sqlite3.Connection) -> tuple[AuditEntry, ...]:
    """What was removed, replaced, merged or split, oldest first."""
    return tuple(map(_entry, connection.execute(f"{_SELECT} ORDER BY id")))


def last_merged(connection: sqlite3.Connection, *, name: str) -> AuditEntry | None:
    """The last merge that moved this statement, `None` where there was none."""
    row = connection.execute(
        f"{_SELECT} WHERE statement = ? AND action = 'merged' ORDER BY id DESC LIMIT 1",
        (bindable(name),),
    ).fetchone()
    return row and _entry(row)


def write(
    connection: sqlite3.Connection,
    old: Statement,
    *,
    action: AuditAction,
    detail: str | None = None,
) -> None:
    """Note what happens to a statement, as it was before."""
    entry = AuditEntry(
        at=datetime.now(UTC).replace(microsecond=0),
        action=action,
        statement=old.id,
        speaker=old.speaker,
        said_on=old.said_on,
        publisher=old.source.publisher,
        digest=f"{statement_digest(old):032x}",
        detail=detail,
    )
    _insert(connection, _values(entry))


def take_over(connection: sqlite3.Connection, entry: AuditEntry) -> None:
    """Keep another store's line beside the own ones; one that is here already is not doubled."""
    values = _values(entry)
    same = " AND ".join(f"{column} IS ?" for column in _COLUMNS)
    if connection.execute(f"SELECT 1 FROM audit WHERE {same}", values).fetchone() is None:
        _insert(connection, values)


def _insert(connection: sqlite3.Connection, values: tuple[Value, ...]) -> None:
    connection.execute(
        f"INSERT INTO audit ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})",
        values,
    )


def _values(entry: AuditEntry) -> tuple[Value, ...]:
    at, action, statement, speaker, said_on, *rest = entry
    return (at.isoformat(), action, statement, speaker, said_on.isoformat(), *rest)


def _entry(row: Row) -> AuditEntry:
    at, action, statement, speaker, said_on, *rest = row
    day = date.fromisoformat(said_on)
    return AuditEntry(datetime.fromisoformat(at), action, statement, speaker, day, *rest)
