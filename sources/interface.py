"""What stands between the engine and whatever holds the statements.

The engine is given a `Library` and knows nothing of a database, a file or an index. A search is
given a `PassageIndex` and knows nothing of how it is kept. `sources.store` and `sources.index` are
the ones that ship; `tests/test_store_contract.py` says what any other must do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, Protocol

from claims.people import People
from sources.models import Coverage, Fragment, Hit, Receipt, Source, Statement


class Library(Protocol):
    """Statements that can be read and searched.

    Raises: `StoreError` from every method where they cannot be read.
    """

    @property
    def place(self) -> str:
        """Where they are, for a person to read."""

    def fingerprint(self) -> str:
        """The same for the same statements, in whatever order they came; else different."""

    def coverage(self) -> Coverage:
        """What is held, in counts."""

    def receipt(self, *, complete: bool = True) -> Receipt:
        """What a search has searched; speakers with the most statements first."""

    def people(self) -> People:
        """The built-in table and the speakers held."""

    def cited(self) -> tuple[Source, ...]:
        """The documents alone, by day of publication, then id."""

    def get(self, id: str) -> Statement | None:  # noqa: A002 - the word of the interface
        """The statement with this id, `None` where there is none."""

    def statements(
        self,
        *,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
        language: str | None = None,
    ) -> Iterator[Statement]:
        """Statements by day, then id; `speaker` is a canonical name, days are included."""

    def wordings(self, utterance: str) -> tuple[Statement, ...]:
        """Every wording of one utterance, by day, then id."""

    def neighbours(
        self,
        id: str,  # noqa: A002
        *,
        n: int = 3,
    ) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        """Up to `n` statements before and after one, in reading order.

        Raises: `UsageError` if there is no such statement.
        """

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
        """Statements that may be what the text quotes or says in other words, best first."""

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

    def find_short(
        self,
        keys: Sequence[str],
        *,
        speaker: str | None = None,
        around: date | None = None,
        limit: int = 20,
    ) -> Fragment:
        """Where a few keys stand one after the other; nearest to the day `around` first."""


class Passage(NamedTuple):
    """A stretch of a statement's keys: `keys[start:end]`; the numbers stay inside an index."""

    id: int
    statement: int
    start: int
    end: int


class Place(NamedTuple):
    """A statement's inner number, with the day and the id that settle ties."""

    row_id: int
    said_on: str
    name: str

    def tie(self) -> tuple[str, str]:
        """What orders equals: never the order of import."""
        return self.said_on, self.name


class PassageIndex(Protocol):
    """Which passages hold which terms, as far as one search is allowed to see."""

    def counts(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each term stands; terms that stand in none are left out."""

    def n_passages(self) -> int:
        """How many passages there are."""

    def passages_with(
        self, terms: Sequence[str], *, how: Literal["AND", "OR"], most: int | None = None
    ) -> list[int]:
        """The passages that hold all or any of these terms; none if more than `most` do."""

    def nearest(self, keys: Sequence[str], *, n: int) -> list[int]:
        """About the `n` passages whose vectors are nearest to that of these keys.

        Shape: none where the keys have no vector, or there are fewer passages than
               `sources.vectors.FEWEST`.
        """

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

    def count_holding(self, words: Sequence[str], *, terms: Sequence[str]) -> tuple[int, int]:
        """How many statements, and how many utterances, hold these keys without a gap."""

    def passages(self, ids: Sequence[int]) -> Iterator[tuple[Passage, Place, tuple[str, ...]]]:
        """Passages, where they stand, and their keys; in no order.

        Raises: `StoreError` where one is missing.
        """
