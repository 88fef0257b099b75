"""One connection to a store file: how it is opened and locked, and what its failures mean.

The only SQL here is PRAGMA and the words of a transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.errors import StoreBusyError, StoreError, UsageError

_ANOTHER_STORE = "give another store with --store PATH"

# SQLite's primary result codes -> what happened and what to do.
_FAILURES: dict[int, tuple[type[StoreError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        StoreBusyError,
        "another process is writing to the store",
        "wait until it has finished, then repeat",
    ),
    sqlite3.SQLITE_READONLY: (
        StoreError,
        "the store can be read but not written here",
        f"nothing was changed; allow writing to the file and its folder, or {_ANOTHER_STORE}",
    ),
    sqlite3.SQLITE_IOERR: (
        StoreError,
        "the disk reported an error",
        "nothing of this change was stored; check the disk, then repeat",
    ),
    sqlite3.SQLITE_CORRUPT: (
        StoreError,
        "the store is damaged",
        "restore it from a copy; what can still be read comes out with `checker sources export`",
    ),
    sqlite3.SQLITE_FULL: (
        StoreError,
        "the disk is full",
        "nothing of this change was stored; free some space, then repeat",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        StoreError,
        "the store cannot be opened",
        f"check the path and its permissions, or {_ANOTHER_STORE}",
    ),
    sqlite3.SQLITE_TOOBIG: (
        StoreError,
        "a text is too large for the store",
        "nothing of this change was stored; split the document",
    ),
    sqlite3.SQLITE_NOTADB: (
        StoreError,
        "this file is not a store (no database at all)",
        f"move it away, or {_ANOTHER_STORE}",
    ),
}
_FAILURES[sqlite3.SQLITE_LOCKED] = _FAILURES[sqlite3.SQLITE_BUSY]
_FAILURES[sqlite3.SQLITE_PROTOCOL] = _FAILURES[sqlite3.SQLITE_BUSY]
_FAILURES[sqlite3.SQLITE_PERM] = _FAILURES[sqlite3.SQLITE_CANTOPEN]
_CACHE_KIB = 65_536
"""Pages kept in memory at most; with the 2 MB of the default a large import reads its own again."""
_NOT_WRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_NO_SHARED_MEMORY = (
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
)
_INDEX_DAMAGED = (
    StoreError,
    "the search index is damaged",
    "run `checker sources rebuild`: it is made anew from the record, which is untouched",
)
_NO_FTS5 = (
    StoreError,
    "this Python's SQLite has no full-text search (FTS5)",
    "use a Python whose sqlite3 module has it",
)
_NO_TABLE = (
    StoreError,
    "a table of the store is missing",
    "run `checker sources rebuild`; where that does not help, restore the file from a copy",
)


@contextmanager
def failures_at(path: Path) -> Iterator[None]:
    """Turn what SQLite reports into one line for the user; anything else is a bug and passes."""
    try:
        yield
    except sqlite3.Error as error:
        meaning = _meaning(error)
        if meaning is None:
            raise
        kind, what, next_step = meaning
        raise kind(what, where=str(path), next_step=next_step) from error


def _meaning(error: sqlite3.Error) -> tuple[type[StoreError], str, str] | None:
    code = code_of(error)
    if code == sqlite3.SQLITE_CORRUPT_VTAB:
        return _INDEX_DAMAGED
    if code == sqlite3.SQLITE_ERROR and "no such module" in str(error):
        return _NO_FTS5
    if code == sqlite3.SQLITE_ERROR and "no such table" in str(error):
        return _NO_TABLE
    return _FAILURES.get(code & 0xFF)


def code_of(error: sqlite3.Error) -> int:
    """SQLite's extended result code, 0 where Python raised the error itself."""
    return int(getattr(error, "sqlite_errorcode", 0))


def connect(path: Path, *, busy_seconds: float) -> tuple[sqlite3.Connection, bool]:
    """Open a store file, made where missing; also say whether it can only be read.

    Raises: `StoreError` where it cannot be opened or is no database.
    """
    with failures_at(path):
        connection = sqlite3.connect(
            path.absolute(), timeout=busy_seconds, isolation_level=None, cached_statements=256
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            connection.execute("PRAGMA application_id").fetchone()
        except sqlite3.Error as error:
            connection.close()
            if not _only_the_log_cannot_be_made(error, path=path):
                raise
        else:
            return connection, False
        return _connect_immutable(path), True


def _only_the_log_cannot_be_made(error: sqlite3.Error, *, path: Path) -> bool:
    """Whether the file is whole, and only SQLite's own files beside it cannot be written.

    So it is on a disk that is read-only or full. A log that is there already would hold changes
    which the file alone does not show.
    """
    code = code_of(error)
    log = path.with_name(f"{path.name}-wal")
    return (
        (code & 0xFF in _NOT_WRITABLE or code in _NO_SHARED_MEMORY)
        and path.is_file()
        and not (log.exists() and log.stat().st_size)
    )


def _connect_immutable(path: Path) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all of it is stored, or nothing, whatever interrupts it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """Several reads of one state, whatever is written meanwhile.

    Inside a change they see the change.
    """
    inside_a_change = connection.in_transaction
    if inside_a_change:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:  # SQLite itself ends it after some errors
            connection.execute("ROLLBACK")


def back_up(connection: sqlite3.Connection, *, path: Path) -> None:
    """Copy a database as it is at this moment into a new file, whole or not at all.

    Raises: `UsageError` where there is a file already; `StoreError` where none can be written.
    """
    part = path.with_name(f"{path.name}.part")
    if path.exists():
        raise UsageError("there is a file already", where=str(path), next_step="name another")
    with failures_at(path):
        try:
            _copy(connection, path=part)
            part.replace(path)
        except OSError as error:
            raise StoreError(
                f"the copy cannot be written ({error.strerror})",
                where=str(path),
                next_step="name another place",
            ) from error
        finally:
            part.unlink(missing_ok=True)


def _copy(connection: sqlite3.Connection, *, path: Path) -> None:
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    copy = sqlite3.connect(path)
    try:
        connection.backup(copy)
    finally:
        copy.close()


def use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Let readers go on while one process writes; kept in the file once set.

    Where that cannot be done just now, a later opening does it. With the log, the disk need not
    confirm each change: a power cut takes a change whole, and closing the store confirms all.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:
        return
    connection.execute("PRAGMA synchronous = NORMAL")
