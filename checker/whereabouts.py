"""Places and directions: where the quote puts a thing elsewhere than the statement. Pure."""

from __future__ import annotations

from typing import Final

from checker.assertion import Found
from checker.classes import actors
from checker.entities import ACTORS, CAPITALS
from checker.lexicon import FUNCTION_WORDS
from checker.reading import Reading
from checker.roles import frames

_TURNED: Final = {"to": "from", "from": "to", "into": "from"}
_AT: Final = frozenset("in to from at".split())
_HELD_THERE: Final = frozenset(
    "talks format meeting conference consultations platform session round summit forum".split()
)


def misplaced(quote: Reading, stored: Reading, *, implied: frozenset[str]) -> Found | None:
    """Another capital, the other direction, or an actor where the statement only has a place."""
    return (
        _other_way(quote, stored)
        or _other_capital(quote, stored)
        or _mere_place(quote, stored, implied=implied)
    )


def _other_way(quote: Reading, stored: Reading) -> Found | None:
    """ "From Moscow", where the statement has "to Moscow" alone."""
    ways = _ways(stored)
    for group, found in _ways(quote).items():
        said = ways.get(group, {})
        for way, place in found.items():
            turned = _TURNED.get(way)
            if turned in said and not said.keys() & ({way} if way == "from" else {"to", "into"}):
                return "entity_changed", _shown(quote, place), _shown(stored, said[turned])
    return None


def _ways(reading: Reading) -> dict[str, dict[str, int]]:
    """Capital -> the prepositions before it, each with a place where it is named so."""
    found: dict[str, dict[str, int]] = {}
    for index, key in enumerate(reading.keys):
        after = reading.keys[index + 1 : index + 2]
        if key in CAPITALS and index and _HELD_THERE.isdisjoint(after):
            before = [k for k in reading.keys[max(0, index - 2) : index] if k not in ("the", "a")]
            found.setdefault(ACTORS[key], {}).setdefault(before[-1] if before else "", index)
    return found


def _other_capital(quote: Reading, stored: Reading) -> Found | None:
    """A thing that happens in another capital than the statement names, and the quote does not."""
    theirs = _capitals(stored)
    if not actors(theirs).isdisjoint(actors(quote.keys)):
        return None
    for key, place in _capitals(quote).items():
        if theirs and key not in stored.keys:
            return "entity_changed", _shown(quote, place), _shown(stored, min(theirs.values()))
    return None


def _capitals(reading: Reading) -> dict[str, int]:
    return {
        key: index
        for index, key in enumerate(reading.keys)
        if index and key in CAPITALS and reading.keys[index - 1] in _AT
    }


def _mere_place(quote: Reading, stored: Reading, *, implied: frozenset[str]) -> Found | None:
    """An actor who does something, where the statement names but the place: the Moscow talks."""
    places, doers = {}, set(implied)
    for index, key in enumerate(stored.keys):
        if key not in ACTORS:
            continue
        after = stored.keys[index + 1 : index + 2]
        placed = stored.keys[max(0, index - 1)] in _AT or not _HELD_THERE.isdisjoint(after)
        if key in CAPITALS and placed:
            places[ACTORS[key]] = index
        else:
            doers.add(ACTORS[key])
    for frame in frames(quote) if places else ():
        for word in frame.doer - FUNCTION_WORDS:
            group = ACTORS.get(word)
            if group in places and group not in doers and word not in CAPITALS:
                at = quote.keys.index(word)
                return "entity_changed", _shown(quote, at), _shown(stored, places[group])
    return None


def _shown(reading: Reading, index: int) -> str:
    """A word with the one before it."""
    return reading.text[reading.words[max(0, index - 1)].start : reading.words[index].end]
