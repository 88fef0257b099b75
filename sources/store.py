"""The store: what was publicly said, in one SQLite file.

The record is the truth and the index is derived from it; both change in one transaction. One
process writes at a time, any number read.

No SQL here. It stands in `sources.migrations` (the record's shape), `record` (reading it),
`writer` (changing it), `index` (the search index) and `verify`, and the words of a transaction
in `database`; nowhere else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from claims.errors import UsageError
from claims.people import People
from sources import index, record
from sources.database import failures_at, reading, writing
from sources.index import Index
from sources.models import (
    Added,
    AuditEntry,
    Coverage,
    Fragment,
    Hit,
    Problem,
    Receipt,
    Statement,
    StoredSource,
)
from sources.opening import open_store
from sources.record import Filter
from sources.search import DEFAULT, Found, SearchSettings, find_short, search, topic
from sources.speakers import people_of
from sources.verify import problems_of
from sources.writer import Writer


class Store:
    """An open store file; close it, or use it in a `with` statement.

    Raises: `StoreError` from every method where the file cannot be read or written,
            `StoreBusyError` where another process kept writing for longer than the wait.
    """

    def __init__(self, connection: sqlite3.Connection, *, path: Path, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._coverage: tuple[str, Coverage] | None = None
        self._people: tuple[str, People] | None = None

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

    # -- changing ---------------------------------------------------------------------------

    def add(self, statements: Iterable[Statement], *, replace: bool = False) -> Added:
        """Store statements, all of them or none.

        A known id is left as it is unless `replace`. The statements may come from a generator
        that reads a file as it goes: what it raises undoes everything.
        """
        outcomes = {"added": 0, "replaced": 0, "known": 0}
        with self._writing() as writer:
            for statement in statements:
                outcomes[writer.add(statement, replace=replace)] += 1
        return Added(**outcomes)

    def remove(self, id: str) -> Statement:  # noqa: A002 - the word of the interface
        """Take one statement out, leave an audit line, and return it.

        Raises: `UsageError` if there is no such statement.
        """
        with self._writing() as writer:
            return writer.remove(id)

    def remove_source(self, id: str) -> tuple[Statement, ...]:  # noqa: A002
        """Take out every statement of one document, as `sources()` names it."""
        with self._writing() as writer:
            names = record.names_of_source(self._connection, key=id)
            if not names:
                raise UsageError(
                    f"no document has the id {id!r}", next_step="see `checker sources list`"
                )
            return tuple(writer.remove(name) for name in names)

    def rebuild(self) -> None:
        """Make the search index anew from the record."""
        with failures_at(self.path), writing(self._connection):
            index.rebuild(self._connection)
            record.remember(self._connection)

    # -- reading ----------------------------------------------------------------------------

    def get(self, id: str) -> Statement | None:  # noqa: A002
        """The statement with this id, `None` where there is none."""
        with failures_at(self.path):
            return record.get(self._connection, name=id)

    def statements(
        self,
        *,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
        language: str | None = None,
    ) -> Iterator[Statement]:
        """Statements by day, then id; `speaker` is a canonical name, days are included."""
        chosen = Filter(speaker, since, until, language)
        with failures_at(self.path):
            yield from record.pages(self._connection, chosen=chosen)

    def wordings(self, utterance: str) -> tuple[Statement, ...]:
        """Every stored wording of one utterance, by day, then id."""
        with failures_at(self.path):
            return record.wordings(self._connection, utterance=utterance)

    def neighbours(
        self,
        id: str,  # noqa: A002
        *,
        n: int = 3,
    ) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        """Up to `n` statements before and after one, in reading order.

        Raises: `UsageError` if there is no such statement.
        """
        with failures_at(self.path):
            found = record.neighbours(self._connection, name=id, n=n)
        if found is None:
            raise UsageError(
                f"no statement has the id {id!r}",
                next_step="find it with `checker sources search WORDS`",
            )
        return found

    def sources(self) -> tuple[StoredSource, ...]:
        """The documents, by the first day they speak of."""
        with failures_at(self.path):
            return record.stored_sources(self._connection)

    def audit(self) -> tuple[AuditEntry, ...]:
        """What was removed or replaced, oldest first."""
        with failures_at(self.path):
            return record.audit_entries(self._connection)

    def people(self) -> People:
        """The built-in table and the speakers of the store."""
        with failures_at(self.path), reading(self._connection):
            fingerprint = self._fingerprint()
            if self._people is None or self._people[0] != fingerprint:
                offices = record.remembered_offices(self._connection)
                self._people = fingerprint, people_of(offices)
            return self._people[1]

    def coverage(self) -> Coverage:
        """What the store holds, in counts."""
        with failures_at(self.path), reading(self._connection):
            fingerprint = self._fingerprint()
            if self._coverage is None or self._coverage[0] != fingerprint:
                self._coverage = fingerprint, record.remembered_coverage(self._connection)
            return self._coverage[1]

    def receipt(self, *, complete: bool = True) -> Receipt:
        """What a search has searched; speakers with the most statements first."""
        held = self.coverage()
        return Receipt.model_construct(
            searched=held.statements,
            speakers=tuple(held.speakers),
            from_=held.from_,
            to=held.to,
            languages=tuple(held.languages),
            complete=complete,
        )

    def fingerprint(self) -> str:
        """The same for the same statements, in whatever order they came; else different."""
        with failures_at(self.path):
            return self._fingerprint()

    def verify(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the store; empty where nothing is."""
        with failures_at(self.path), reading(self._connection):
            return problems_of(self._connection, path=self.path)

    # -- searching --------------------------------------------------------------------------

    def search(
        self,
        text: str,
        *,
        limit: int,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
        settings: SearchSettings = DEFAULT,
    ) -> tuple[Hit, ...]:
        """Statements that may be what the text quotes or says in other words, best first."""
        chosen = Filter(speaker, since, until)
        with failures_at(self.path), reading(self._connection):
            found = search(
                Index(self._connection), text, limit=limit, chosen=chosen, settings=settings
            )
            return self._hits(found)

    def topic(
        self,
        words: str,
        *,
        limit: int,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
        settings: SearchSettings = DEFAULT,
    ) -> tuple[Hit, ...]:
        """Statements about something: by stems, synonyms and stored topics, best first."""
        chosen = Filter(speaker, since, until)
        with failures_at(self.path), reading(self._connection):
            found = topic(
                Index(self._connection), words, limit=limit, chosen=chosen, settings=settings
            )
            return self._hits(found)

    def find_short(
        self,
        keys: Sequence[str],
        *,
        speaker: str | None = None,
        around: date | None = None,
        limit: int = 20,
    ) -> Fragment:
        """Where a few keys stand one after the other; nearest to the day `around` first."""
        chosen = Filter(speaker)
        with failures_at(self.path), reading(self._connection):
            n_statements, n_utterances, found = find_short(
                Index(self._connection), keys, chosen=chosen, around=around, limit=limit
            )
            hits = self._hits(found)
        return Fragment(n_statements=n_statements, n_utterances=n_utterances, hits=hits)

    # -- inside -----------------------------------------------------------------------------

    def _hits(self, found: Sequence[Found]) -> tuple[Hit, ...]:
        statements = record.by_rows(self._connection, row_ids=[each.place.row_id for each in found])
        return tuple(
            Hit.model_construct(
                statement=statements[each.place.row_id],
                score=each.score,
                rank=rank,
                routes=each.routes,
            )
            for rank, each in enumerate(found, start=1)
        )

    def _fingerprint(self) -> str:
        return record.meta(self._connection, key="fingerprint") or ""

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        with failures_at(self.path), writing(self._connection):
            writer = Writer(self._connection)
            yield writer
            writer.close()
