"""Prints: short marks of the words that follow each other, by which a run of words is looked up.

Every two neighbouring keys make a pair, a pair a number. Of any three pairs in a row the smallest
number is kept, so four words that stand together in two texts leave at least one print in both,
and only half of the pairs need a posting. Keys of up to three letters make large numbers: "of the"
is kept only where nothing rarer stands beside it.

Source: Schleimer, Wilkerson, Aiken, "Winnowing", SIGMOD 2003; the order by length is our own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from operator import add
from struct import pack
from typing import Final
from zlib import crc32

SURE: Final = 4
"""Keys of the shortest run that is sure to leave a print."""
MARK: Final = "~"
"""What a print begins with, and no other term."""
_BITS: Final = 0xFFFF
"""Of a number, what its print shows: so many different prints there are."""
_COMMON: Final = 1 << 20
_SHORT: Final = 3
"""Letters of a key that is taken for a common word."""


class _Numbers(dict[str, int]):
    """The number of each key; forgotten all at once when there are too many."""

    def __missing__(self, key: str) -> int:
        if len(self) >= 200_000:
            self.clear()
        common = _COMMON if len(key) <= _SHORT else 0
        number = self[key] = (crc32(key.encode()) & _BITS) + common
        return number


_NUMBERS = _Numbers()


def prints(keys: Sequence[str]) -> str:
    """The prints of a passage, with spaces between.

    >>> len(prints("we shall open every ferry route".split()).split())
    3
    """
    pairs = _pairs(keys)
    kept = {
        (one if one < two else two) if (one if one < two else two) < three else three
        for one, two, three in zip(pairs, pairs[1:], pairs[2:], strict=False)
    }
    return _written({number & _BITS for number in kept})


def placed_prints(keys: Sequence[str]) -> dict[str, int]:
    """The prints that any passage has which holds these keys, each with the place of its pair.

    >>> placed_prints("we shall open".split())
    {}
    """
    pairs = _pairs(keys)
    found: dict[str, int] = {}
    for start in range(len(pairs) - 2):
        kept = min(pairs[start : start + 3])
        found.setdefault(_written((kept & _BITS,)), pairs.index(kept, start))
    return found


def _pairs(keys: Sequence[str]) -> list[int]:
    """A number for each two neighbours, other than that of the same two the other way round."""
    numbers = list(map(_NUMBERS.__getitem__, keys))
    following = numbers[1:]
    return list(map(add, numbers, map(add, following, following)))


def _written(numbers: Collection[int]) -> str:
    if not numbers:
        return ""
    digits = pack(f">{len(numbers)}H", *numbers).hex(" ", 2)
    return f"{MARK}{digits.replace(' ', f' {MARK}')}"
