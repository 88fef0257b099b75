"""Opening a store: a new one is filled, an older one brought up to date, a foreign one refused."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR

from claims.errors import StoreError, StoreVersionError
from sources import index, migrations
from sources.builtin import builtin_statements
from sources.database import code_of, connect, failures_at, use_write_ahead_log, writing
from sources.writer import Writer

_NEWEST = len(migrations.MIGRATIONS)


def open_store(
    path: Path, *, create: bool, builtin: bool, busy_seconds: float
) -> tuple[sqlite3.Connection, bool]:
    """A connection to a store of today's shape, and whether it can only be read.

    Raises: `StoreVersionError` for a store made by a newer program; `StoreError` for a file
            that is no store, and for a missing one unless `create`.
    """
    with failures_at(path):
        if _is_missing(path):
            _prepare_folder(path, create=create)
        connection, read_only = connect(path, busy_seconds=busy_seconds)
        try:
            _make_current(connection, path=path, builtin=builtin, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return connection, read_only


def _is_missing(path: Path) -> bool:
    """Whether nothing is there that could be opened.

    Raises: `StoreError` for a folder.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return True
    if S_ISDIR(mode):
        raise StoreError(
            "this is a folder, not a store",
            where=str(path),
            next_step="give a file in it with --store PATH",
        )
    return False


def _prepare_folder(path: Path, *, create: bool) -> None:
    """A folder for a new store, and the file itself, for its owner's eyes only."""
    if not create:
        raise StoreError(
            "there is no store here",
            where=str(path),
            next_step="make one with `checker sources init`, or give another with --store PATH",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"the folder for the store cannot be made ({error.strerror})",
            where=str(path.parent),
            next_step="give a place that can be written with --store PATH",
        ) from error
    with suppress(OSError):  # what forbids it is told when the file is opened
        path.touch(mode=0o600)


def _make_current(
    connection: sqlite3.Connection, *, path: Path, builtin: bool, read_only: bool
) -> None:
    """Bring the file to today's shape in one transaction: from nothing, or from an older one."""
    if _version(connection, path=path) != _NEWEST or not index.is_current(connection):
        try:
            _update(connection, path=path, builtin=builtin)
        except sqlite3.OperationalError as error:
            if code_of(error) & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            raise StoreError(
                "the store must be brought up to date once, and it cannot be written here",
                where=str(path),
                next_step="open it once where it can be written, or give another with --store PATH",
            ) from error
    if not read_only:
        use_write_ahead_log(connection)


def _update(connection: sqlite3.Connection, *, path: Path, builtin: bool) -> None:
    with writing(connection):
        new = _version(connection, path=path) == 0
        migrations.migrate(connection)
        if not index.is_current(connection):
            index.rebuild(connection)
        if new:
            writer = Writer(connection)
            for statement in builtin_statements() if builtin else ():
                writer.add(statement, replace=False)
            writer.close()


def _version(connection: sqlite3.Connection, *, path: Path) -> int:
    if migrations.belongs_to_another(connection):
        raise StoreError(
            "this is another program's database, not a store",
            where=str(path),
            next_step="give another store with --store PATH",
        )
    version = migrations.version_of(connection)
    if version > _NEWEST:
        raise StoreVersionError(
            f"the store was made by a newer version (its format is {version}, this program"
            f" knows {_NEWEST})",
            where=str(path),
            next_step="update the program, or give another store with --store PATH",
        )
    return version
