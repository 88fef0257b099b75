"""A text as the aligner sees it: comparable words with their editorial parts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from claims.marks import PartKind, parts
from claims.words import units


class Word(NamedTuple):
    """One comparable word and the editorial part it stands in."""

    key: str
    start: int
    end: int
    form: str | None
    mark: PartKind


@dataclass(frozen=True, eq=False)
class Reading:
    """A text as the aligner sees it.

    Shape: `gaps` are the indices of the words before which an ellipsis stands; 0 is a leading
           one, `len(words)` a trailing one. Equal only to itself, so that what is found in it
           can be remembered without reading all its words again.
    """

    text: str
    words: tuple[Word, ...]
    gaps: tuple[int, ...]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words."""
        return tuple(word.key for word in self.words)


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Cut a text into words with their editorial parts.

    >>> read("A new ... day [is] here").gaps
    (2,)
    """
    pieces = parts(text)
    words: list[Word] = []
    gaps: list[int] = []
    at = 0
    all_units = units(text)
    for part in pieces:
        if part.kind == "gap":
            gaps.append(len(words))
        while at < len(all_units) and all_units[at].start < part.end:
            unit = all_units[at]
            if part.kind != "gap":
                words.append(Word(unit.key, unit.start, unit.end, unit.form, part.kind))
            at += 1
    return Reading(text, tuple(words), tuple(dict.fromkeys(gaps)))
