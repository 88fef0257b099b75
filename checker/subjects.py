"""Who does what: the actor just before a verb or noun, on both sides. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from checker.assertion import Found
from checker.correspond import Pair, content, likeness
from checker.entities import ACTORS
from checker.lexicon import FIRST_PERSON, FUNCTION_WORDS, HEDGES, LIGHT_VERBS, THIRD_PERSON
from checker.reading import Reading
from checker.thesaurus import SYNONYM
from claims.words import GENITIVE

_REACH: Final = 6
"""Words before a word in which its actor may stand."""


_PEOPLE: Final = frozenset(
    "states countries state country people government authorities leadership side officials"
    " nations forces troops colleagues partners fighters soldiers men envoys delegation"
    " members".split()
)
"""Words that add nothing to the actor before them."""


def other_subject(
    quote: Reading, stored: Reading, pairs: Sequence[Pair], *, implied: frozenset[str]
) -> Found | None:
    """One verb or noun with another actor just before it, though the statement knows both."""
    known = _merged(implied | {ACTORS[key] for key in stored.keys if key in ACTORS})
    for pair in pairs:
        key = quote.keys[pair.quote]
        ours = _subject(quote, pair.quote)
        if pair.likeness < SYNONYM or key in ACTORS or key in LIGHT_VERBS:
            continue
        if ours is None or ours.group not in known:
            continue
        places = [j for j, _ in content(stored) if likeness(key, stored.keys[j]) >= SYNONYM]
        theirs = [_subject(stored, j) for j in places]
        if theirs and all(
            other and ours.named.isdisjoint(other.named) and other.passive == ours.passive
            for other in theirs
        ):
            first = theirs[0].place if theirs[0] else places[0]
            one, said = quote.words[ours.place], stored.words[first]
            return (
                "entity_changed",
                quote.text[one.start : one.end],
                stored.text[said.start : said.end],
            )
    return None


class _Subject(NamedTuple):
    """The actor just before a word; `passive` where the word is done to the actor.

    Shape: `named` are the actor and those that qualify it: "Russia's Kabul embassy".
    """

    place: int
    group: str
    passive: bool
    named: frozenset[str]


def _subject(reading: Reading, index: int) -> _Subject | None:
    """The actor before a word with nothing between that says more, `None` where there is none."""
    keys = reading.keys
    for at in range(index - 1, max(-1, index - _REACH), -1):
        key = keys[at]
        if _stops(reading, at + 1):
            return None
        if key in ACTORS:
            return None if _is_aside(keys, at) else _as_subject(keys, at, index)
        if (
            key in _PERSONS
            or key in _STOPPING
            or not (key in FUNCTION_WORDS or key in HEDGES or key in _PEOPLE)
        ):
            return None
    return None


def _is_aside(keys: Sequence[str], at: int) -> bool:
    """Whether an actor stands in a list or says where: "in Moscow the Taliban ask"."""
    before = at - 1
    while before >= 0 and (keys[before] in ("the", "a", GENITIVE) or keys[before] in ACTORS):
        before -= 1
    return before >= 0 and (keys[before] in _WHERE or (keys[before] in ("and", "or") and at > 1))


_WHERE: Final = frozenset("in on at from to into with near for including".split())


def _as_subject(keys: Sequence[str], at: int, index: int) -> _Subject:
    """The actor at a place as the subject of a word after it."""
    first = at
    while first > 0 and (keys[first - 1] in ACTORS or keys[first - 1] == GENITIVE):
        first -= 1
    groups = [ACTORS[key] for key in keys[first : at + 1] if key in ACTORS]
    passive = "by" in keys[index + 1 : index + 4] and not _BE.isdisjoint(keys[at:index])
    own = _ALIKE_ACTORS.get(groups[-1], groups[-1])
    return _Subject(at, own, passive, _merged(frozenset(groups)))


_PERSONS: Final = frozenset(FIRST_PERSON) | frozenset(THIRD_PERSON)
_BE: Final = frozenset("is are was were be been being".split())
_ALIKE_ACTORS: Final = {"taliban": "afghanistan"}
"""Who governs and what is governed are told apart by no word before a verb."""


def _merged(groups: frozenset[str]) -> frozenset[str]:
    return frozenset(_ALIKE_ACTORS.get(group, group) for group in groups)


_STOPPING: Final = frozenset("of by to with and or against from for in on by gs".split())


def _stops(reading: Reading, at: int) -> bool:
    """Whether a mark stands before a word."""
    between = reading.text[reading.words[at - 1].end : reading.words[at].start]
    return any(mark in ".!?;:," for mark in between)
