"""The vector of a text: every word piece has one, and a text the sum of those of its keys.

So a statement that says the same in other words is found, and looking is cheap: no network runs.
The vectors tell what texts are about; they decide nothing. How they were made: training/ and
docs/model.md. They know English; a text of other words has none.

numpy and the vectors are loaded when they are first needed, never on the way to an answer that
the words give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from claims.shipped import damaged, intact, read_shipped
from claims.wordpiece import WordPieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER: Final = Path(__file__).parent / "data" / "vectors"
SIGNATURE_BYTES: Final = 32
UNSIGNED: Final = bytes(SIGNATURE_BYTES)
"""The signature of a text without a vector."""
FEWEST: Final = 1000
"""Passages from which a store is searched by vectors too: in fewer, words and synonyms reach
whatever could be meant, and a first answer need not wait for numpy."""
_FILES: Final = ("pieces.txt", "scales.bin", "values.bin")
_AT_ONCE: Final = 2000
_UNKNOWN: Final = 0


class Vectors:
    """A vector for each piece of a word.

    Shape: `table` has a row for each piece, the first for what cannot be cut, all zero.
    """

    def __init__(self, pieces: Sequence[str], table: NDArray[Any]) -> None:
        self._cut = WordPieces(pieces, unknown=_UNKNOWN)
        self._pieces = lru_cache(maxsize=100_000)(self._pieces_of)
        self._table = table

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Vectors:
        """Read the files.

        Raises: `ModelError` where one is missing or damaged.
        """
        import numpy as np

        digests = read_shipped(folder / "sha256.txt").decode("ascii", "replace").split()
        if len(digests) != len(_FILES):
            raise damaged(folder / "sha256.txt")
        pieces, scales, values = (
            intact(folder / name, digest=digest)
            for name, digest in zip(_FILES, digests, strict=True)
        )
        scale = np.frombuffer(scales, "<f4")[:, None]
        pairs = np.frombuffer(values, np.uint8).reshape(len(scale), -1)
        table = np.empty((len(scale), 2 * pairs.shape[1]), np.float32)
        table[:, ::2], table[:, 1::2] = pairs >> 4, pairs & 15
        table -= 8
        table *= scale
        return cls(pieces.decode("ascii").splitlines(), table)

    def of(self, texts: Sequence[Sequence[str]]) -> NDArray[Any]:
        """One row for each text, given as its keys: of length 1, or of zeros where it has none."""
        import numpy as np

        found = np.zeros((len(texts), self._table.shape[1]), np.float32)
        for at, keys in enumerate(texts):  # one by one: a table of all would not fit the cache
            pieces = list(map(self._pieces, keys))
            if _is_known(pieces):
                found[at] = self._table[list(chain.from_iterable(pieces))].sum(axis=0)
        lengths = np.sqrt((found * found).sum(axis=1, keepdims=True))
        found /= np.maximum(lengths, np.float32(1e-9))
        return found

    def signatures(self, texts: Sequence[Sequence[str]]) -> Iterator[bytes]:
        """Of each text which of its vector's numbers are above zero, `UNSIGNED` without one."""
        import numpy as np

        rest = iter(texts)
        while some := list(islice(rest, _AT_ONCE)):
            for bits in np.packbits(self.of(some) > 0, axis=1):
                yield bits.tobytes()

    def likeness(self, one: Sequence[str], others: Sequence[Sequence[str]]) -> list[float]:
        """The cosine of one text with each of the others; the same in whatever order they come."""
        wanted = self.of([one])
        cosines = (self.of(others) * wanted).sum(axis=1)
        return [round(float(each), 5) for each in cosines]

    def _pieces_of(self, key: str) -> tuple[int, ...]:
        return self._cut.numbers(key) if key.isascii() else (_UNKNOWN,)


@lru_cache(maxsize=1)
def load_vectors() -> Vectors:
    """The shipped vectors, read once.

    Raises: `ModelError` where a file is missing or damaged.
    """
    return Vectors.load()


def _is_known(pieces: Sequence[tuple[int, ...]]) -> bool:
    """Whether at least half of the words are whole pieces: else it is no English."""
    whole = list(map(len, pieces)).count(1) - pieces.count((_UNKNOWN,))
    return whole > 0 and 2 * whole >= len(pieces)
