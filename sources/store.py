"""The store: what was publicly said, in one SQLite file.

The record is the truth and the index is derived from it; both change in one transaction. One
process writes at a time, any number read.

No SQL here. It stands in `sources.migrations` (the record's shape), `record` (reading it),
`writer` (changing it), `audit` (what was changed), `memory` (what is counted once for each
change), `index` (the search index) and `verify`, and the words of a transaction in `database`;
nowhere else.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from claims.errors import UsageError
from claims.people import People, load_people
from sources import audit, memory, record, regrouping
from sources.database import failures_at, reading
from sources.index import Index
from sources.models import (
    Added,
    AuditEntry,
    Coverage,
    Entry,
    Fragment,
    Hit,
    Receipt,
    Regrouped,
    Source,
    Statement,
    StoredSource,
)
from sources.record import Filter
from sources.search import Found, find_short, search, topic
from sources.speakers import people_of
from sources.storefile import StoreFile
from sources.writer import Outcome


class Store(StoreFile):
    """The statements of an open store file."""

    def __init__(self, connection: sqlite3.Connection, *, path: Path, read_only: bool) -> None:
        super().__init__(connection, path=path, read_only=read_only)
        self._coverage: tuple[str, Coverage] | None = None
        self._people: tuple[str, People] | None = None
        self._table: People | None = None

    # -- changing ---------------------------------------------------------------------------

    def add(self, entries: Iterable[Entry], *, replace: bool = False, workers: int = 0) -> Added:
        """Store statements, and audit lines of another store, all of them or none.

        A known id is left as it is unless `replace`. The entries may come from a generator
        that reads a file as it goes: what it raises undoes everything. Of a large import, so
        many other processes may share the work; they import the main module, which must be
        able to stand that.
        """
        outcomes = Counter[Outcome]()
        kept = []
        with self._writing(workers=workers) as writer:
            for entry in entries:
                if not isinstance(entry, Statement):
                    writer.take_over(entry)
                    continue
                outcome = writer.add(entry, replace=replace)
                outcomes[outcome] += 1
                if outcome == "kept":
                    kept.append(entry.id)
        return Added(outcomes["added"], outcomes["replaced"], outcomes["known"], tuple(kept))

    def merge(self, ids: Sequence[str]) -> Regrouped:
        """Make statements, with their other wordings, wordings of the first one's utterance.

        Leaves audit lines; `split` with the ids that were moved undoes it.

        Raises: `UsageError` if one is unknown, or another person's.
        """
        with self._writing() as writer:
            return regrouping.merge(self._connection, writer=writer, names=ids)

    def split(self, ids: Sequence[str]) -> Regrouped:
        """Make statements wordings of an utterance of their own; `merge` undoes it.

        Leaves audit lines. What was merged before gets back the utterance it had.

        Raises: `UsageError` if one is unknown, or where no other wording would be left behind.
        """
        with self._writing() as writer:
            return regrouping.split(self._connection, writer=writer, names=ids)

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
                    f"no statement and no document has the id {id!r}",
                    next_step="see `checker sources list`, with --statements for these",
                )
            return tuple(writer.remove(name) for name in names)

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

    def cited(self) -> tuple[Source, ...]:
        """The documents alone, nothing counted: by day of publication, then id."""
        with failures_at(self.path):
            return record.cited_sources(self._connection)

    def statements_of(self, source: str) -> tuple[Statement, ...]:
        """The statements of one document, as `sources()` names it, in reading order."""
        with failures_at(self.path), reading(self._connection):
            names = record.names_of_source(self._connection, key=source)
            found = (record.get(self._connection, name=name) for name in names)
            return tuple(statement for statement in found if statement is not None)

    def audit(self) -> tuple[AuditEntry, ...]:
        """What was removed, replaced, merged or split, oldest first."""
        with failures_at(self.path):
            return audit.entries(self._connection)

    def know(self, table: People) -> None:
        """Take this table of people for the built-in one, as long as the store is open."""
        self._table, self._people = table, None

    def people(self) -> People:
        """The table of people and the speakers of the store."""
        with failures_at(self.path), reading(self._connection):
            fingerprint = self._fingerprint()
            if self._people is None or self._people[0] != fingerprint:
                offices = memory.remembered_offices(self._connection)
                self._people = fingerprint, people_of(offices, table=self._table or load_people())
            return self._people[1]

    def coverage(self) -> Coverage:
        """What the store holds, in counts."""
        with failures_at(self.path), reading(self._connection):
            fingerprint = self._fingerprint()
            if self._coverage is None or self._coverage[0] != fingerprint:
                self._coverage = fingerprint, memory.remembered_coverage(self._connection)
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

    # -- searching --------------------------------------------------------------------------

    def search(
        self,
        text: str,
        *,
        limit: int,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
        all_routes: bool = False,
    ) -> tuple[Hit, ...]:
        """Statements that may be what the text quotes or says in other words, best first.

        Statements that hold the words end the search, unless `all_routes`: then what is merely
        close comes after them.
        """
        chosen = Filter(speaker, since, until)
        with failures_at(self.path), reading(self._connection):
            found = search(
                Index(self._connection, chosen=chosen),
                text,
                limit=limit,
                all_routes=all_routes,
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
    ) -> tuple[Hit, ...]:
        """Statements about something: by stems, synonyms and stored topics, best first."""
        chosen = Filter(speaker, since, until)
        with failures_at(self.path), reading(self._connection):
            index = Index(self._connection, chosen=chosen)
            found = topic(index, words, limit=limit)
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
                Index(self._connection, chosen=chosen), keys, around=around, limit=limit
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
