"""The file a store lies in: opened, closed, checked, copied while in use, its index made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sources import fetched, index, memory, record
from sources.database import back_up, failures_at, reading, writing
from sources.models import FetchedPage, Problem
from sources.opening import open_store
from sources.verify import problems_of
from sources.writer import Writer


class StoreFile:
    """An open store file; close it, or use it in a `with` statement.

    Raises: `StoreError` from every method where the file cannot be read or written,
            `StoreBusyError` where another process kept writing for longer than the wait.
    """

    def __init__(self, connection: sqlite3.Connection, *, path: Path, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        builtin: bool = True,
        busy_seconds: float = 5.0,
    ) -> Self:
        """Open a store; a missing one is created, with the built-in statements if `builtin`.

        A creation that was interrupted is finished. A store on a disk that cannot be written
        is opened for reading.

        Raises: `StoreVersionError` for a store made by a newer program; `StoreError` for a
                file that is no store, and for a missing one unless `create`.
        """
        connection, read_only = open_store(
            path, create=create, builtin=builtin, busy_seconds=busy_seconds
        )
        return cls(connection, path=path, read_only=read_only)

    @property
    def place(self) -> str:
        """Where the store is, for a person to read."""
        return str(self.path)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def rebuild(self, *, workers: int = 0) -> None:
        """Make the search index anew from the record; so many processes may help."""
        with failures_at(self.path), writing(self._connection):
            index.rebuild(self._connection, workers=workers)
            memory.remember(self._connection)

    def back_up(self, path: Path) -> None:
        """Copy the store as it is at this moment, while others read and write it.

        Raises: `UsageError` where there is a file already.
        """
        with failures_at(self.path):
            back_up(self._connection, path=path)

    def fingerprint(self) -> str:
        """The same for the same statements, in whatever order they came; else different."""
        with failures_at(self.path):
            return self._fingerprint()

    def verify(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the store; empty where nothing is."""
        with failures_at(self.path), reading(self._connection):
            return problems_of(self._connection, path=self.path)

    # -- fetched pages ----------------------------------------------------------------------

    def keep_evidence(self, append: Callable[[int], int]) -> None:
        """Let the evidence file grow while nobody else does.

        Shape: `append` is told where the evidence ended, and says where it ends now.
        """
        with failures_at(self.path), writing(self._connection):
            end = append(int(record.meta(self._connection, key="evidence") or "0"))
            record.set_meta(self._connection, key="evidence", value=str(end))

    def keep_page(self, page: FetchedPage) -> None:
        """Remember that a page was fetched, and what became of it."""
        with failures_at(self.path), writing(self._connection):
            fetched.keep(self._connection, page)

    def fetched(self, url: str) -> tuple[FetchedPage, ...]:
        """Every version of a page that was fetched, the one seen last at the end."""
        with failures_at(self.path):
            return fetched.versions(self._connection, url=url)

    def pages(self) -> tuple[FetchedPage, ...]:
        """Every version of every page that was fetched, by address."""
        with failures_at(self.path):
            return fetched.every(self._connection)

    # -- inside -----------------------------------------------------------------------------

    def _fingerprint(self) -> str:
        return record.meta(self._connection, key="fingerprint") or ""

    @contextmanager
    def _writing(self, *, workers: int = 0) -> Iterator[Writer]:
        with failures_at(self.path), writing(self._connection):
            writer = Writer(self._connection, workers=workers)
            yield writer
            writer.close()
