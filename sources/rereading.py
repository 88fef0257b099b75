"""A document that is added again and reads otherwise: what the earlier reading left behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sources.models import Entry, Statement
from sources.rows import source_key
from sources.store import Store


class Rereading:
    """Notes what comes of one document, and finds its turns that are stored under another id.

    That is what a map of speakers, or another day, makes of them. A list of many documents has
    ids of its own, and nothing is noted of it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._key: str | None = None
        self._came: defaultdict[tuple[int, str], set[str]] = defaultdict(set)

    def noted(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries as they are."""
        for entry in entries:
            if isinstance(entry, Statement) and entry.source.sha256 and self._key != "":
                self._note(entry)
            yield entry

    def _note(self, statement: Statement) -> None:
        key = source_key(statement.source)
        if self._key not in (None, key):
            self._key = ""
            self._came.clear()
            return
        self._key = key
        if statement.position is not None:
            self._came[statement.position, statement.text].add(statement.id)

    def earlier(self) -> tuple[Statement, ...]:
        """The stored statements of which the document has the same words at the same place."""
        if not self._key:
            return ()
        return tuple(
            each
            for each in self._store.statements_of(self._key)
            if each.position is not None
            and (came := self._came.get((each.position, each.text)))
            and each.id not in came
        )
