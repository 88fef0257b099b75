"""Which clauses and words of two texts correspond. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from checker.classes import is_number
from checker.entities import ACTORS
from checker.lexicon import CONDITIONS, FUNCTION_WORDS, HEDGES, LIGHT_VERBS, MODALS, NEGATORS
from checker.phrases import senses
from checker.reading import Reading
from checker.thesaurus import THESAURUS
from claims.words import GENITIVE

_LIGHT: Final = LIGHT_VERBS | {"thing", "things", "way", "ways", "mr", "mrs", "new", "very"}
_BREAKS: Final = frozenset(",;:.!?—–()\n")
_OPENERS: Final = frozenset(
    "but because although though while whereas if unless when whenever which who since yet until"
    " after before но потому если хотя когда который которая которые".split()
)

_NOT_YET: Final = frozenset((before, "yet") for before in ("not", "as", "has", "have", "had"))


class Pair(NamedTuple):
    """A content word of the quote and its likest word in the statement."""

    quote: int
    stored: int
    likeness: float


class Clause(NamedTuple):
    """A stretch of words that one negation, modal or condition governs."""

    start: int
    end: int
    keys: tuple[str, ...]


@lru_cache(maxsize=4096)
def clauses(reading: Reading) -> tuple[Clause, ...]:
    """Cut a text into clauses at marks and at the words that open one."""
    bounds = [0]
    for i in range(1, len(reading.words)):
        between = reading.text[reading.words[i - 1].end : reading.words[i].start]
        opens = reading.keys[i] in _OPENERS and reading.keys[i - 1 : i + 1] not in _NOT_YET
        if not _BREAKS.isdisjoint(between) or " - " in between or opens:
            bounds.append(i)
    bounds.append(len(reading.words))
    return tuple(Clause(a, b, reading.keys[a:b]) for a, b in pairwise(bounds) if a < b)


@lru_cache(maxsize=4096)
def content(reading: Reading) -> tuple[tuple[int, float], ...]:
    """The index and weight of each word that carries content."""
    found = []
    for i, (word, key) in enumerate(zip(reading.words, senses(reading), strict=True)):
        if word.mark in ("apparatus", "notice") or key in ("", GENITIVE):
            continue
        if key in FUNCTION_WORDS or key in HEDGES or key in NEGATORS or key in MODALS:
            continue
        if key in CONDITIONS:
            continue
        found.append((i, _weight(key)))
    return tuple(found)


def _weight(key: str) -> float:
    if is_number(key):
        return 1.5
    if key in ACTORS:
        return 0.7
    return 0.3 if key in _LIGHT else 1.0


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """How alike two words are, actors by their group."""
    if one in ACTORS and other in ACTORS:
        return 0.95 if ACTORS[one] == ACTORS[other] else 0.0
    related = THESAURUS.related(one, other)
    return related if related and not THESAURUS.opposite(one, other) else 0.0


def pair_words(
    quote: Reading, stored: Reading, *, wanted: Sequence[int], offered: Sequence[int]
) -> tuple[Pair, ...]:
    """Each wanted word of the quote with its likest offered word; near the others where tied."""
    found: list[Pair] = []
    centre = 0.0
    ours, theirs = senses(quote), senses(stored)
    for i in wanted:
        best: Pair | None = None
        for j in offered:
            value = likeness(ours[i], theirs[j])
            if value == 0.0:
                continue
            if best is None or (value, -abs(j - centre)) > (
                best.likeness,
                -abs(best.stored - centre),
            ):
                best = Pair(i, j, value)
        if best is not None:
            found.append(best)
            centre = sum(pair.stored for pair in found) / len(found)
    return tuple(found)


def clause_of(reading: Reading, index: int) -> Clause:
    """The clause that holds a word."""
    return next(clause for clause in clauses(reading) if clause.start <= index < clause.end)


def corresponding(stored: Reading, pairs: Sequence[Pair], clause: Clause) -> tuple[Clause, ...]:
    """The stored clauses that hold most of what one clause of the quote says."""
    inside = [pair for pair in pairs if clause.start <= pair.quote < clause.end]
    if not inside:
        return ()
    weights = {
        other: sum(p.likeness for p in inside if other.start <= p.stored < other.end)
        for other in clauses(stored)
    }
    most = max(weights.values())
    return tuple(other for other, weight in weights.items() if weight >= 0.6 * most)
