"""Ways to search one store, to compare: by words alone, by vectors alone, and by both.

Both is what the program does in a large store. Where the store is too small for it to keep
signatures, all its passages are compared instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from sources.index import Index
from sources.interface import PassageIndex
from sources.record import EVERYTHING
from sources.search import search
from sources.store import Store
from sources.terms import index_keys
from sources.vectors import FEWEST, load_vectors

WORDS, VECTORS, BOTH = "words", "vectors", "both"
Way = Callable[[str, int], list[str]]
"""A text and how many are wanted -> ids of statements, best first."""


class WordsAlone(Index):
    """An index that knows of no vectors."""

    def nearest(self, keys: Sequence[str], *, n: int) -> list[int]:
        """None."""
        return []


class Exhaustive(Index):
    """An index that compares all vectors itself."""

    def __init__(self, store: Store) -> None:
        super().__init__(store._connection, chosen=EVERYTHING)
        held = list(self.passages(range(1, self.n_passages() + 1)))
        self._ids = [passage.id for passage, _, _ in held]
        self._names = [place.name for _, place, _ in held]
        self._vectors = load_vectors().of([keys for _, _, keys in held])

    def nearest(self, keys: Sequence[str], *, n: int) -> list[int]:
        """The very nearest."""
        return [self._ids[at] for at in self._order(keys)[:n]]

    def names(self, text: str, n: int) -> list[str]:
        """The statements that are nearest."""
        order = self._order(index_keys(text))
        return list(dict.fromkeys(self._names[at] for at in order[: 4 * n]))[:n]

    def _order(self, keys: Sequence[str]) -> list[int]:
        (wanted,) = load_vectors().of([keys])
        cosines = (self._vectors @ wanted).tolist()
        names = self._names
        return sorted(
            (at for at in range(len(names)) if cosines[at] > 0),
            key=lambda at: (-cosines[at], names[at]),
        )


def ways(store: Store) -> dict[str, Way]:
    """Each way to search this store, which has never lost a statement."""
    exhaustive = Exhaustive(store)
    large = exhaustive.n_passages() >= FEWEST
    both = Index(store._connection, chosen=EVERYTHING) if large else exhaustive
    return {
        WORDS: partial(_by_index, WordsAlone(store._connection, chosen=EVERYTHING)),
        VECTORS: exhaustive.names,
        BOTH: partial(_by_index, both),
    }


def _by_index(index: PassageIndex, text: str, limit: int) -> list[str]:
    return [found.place.name for found in search(index, text, limit=limit)]
