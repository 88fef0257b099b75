"""What two texts say of how many and when: where the quote has what the statement has not. Pure."""

from __future__ import annotations

from typing import Final

from checker.amounts import crossed, unheld
from checker.assertion import Found
from checker.classes import is_number, n_denials
from checker.correspond import likeness
from checker.entities import MONTHS, WEEKDAYS
from checker.lexicon import FUNCTION_WORDS
from checker.reading import Reading
from checker.thesaurus import SYNONYM


def number_conflict(quote: Reading, stored: Reading) -> Found | None:
    """A number, an amount or a day in the quote that the statement does not bear out."""
    against = unheld(quote.keys, stored.keys) or crossed(quote.keys, stored.keys)
    if against is None:
        return _quantity_conflict(quote, stored) or _day_conflict(quote, stored)
    printed, said = against
    theirs = [i for i, w in enumerate(stored.words) if is_number(w.key)][:3]
    shown = [said] if said is not None else theirs
    return (
        "number_changed",
        _with_bound(quote, printed),
        ", ".join(_with_bound(stored, index) for index in shown),
    )


def _with_bound(reading: Reading, index: int) -> str:
    """A number as it stands, with the words before it that bound it."""
    start = index
    while start > 0 and index - start < 3 and reading.keys[start - 1] in _BOUNDING:
        start -= 1
    return reading.text[reading.words[start].start : reading.words[index].end]


_BOUNDING: Final = frozenset(
    "no not fewer less more than at least most up to over above under below about around roughly"
    " nearly almost approximately just".split()
)


def _quantity_conflict(quote: Reading, stored: Reading) -> Found | None:
    """Some, few, most, all or none of a thing, where the statement has another of them."""
    said = _counted_by(stored)
    for word, amount, place in _counted_by(quote):
        theirs = [(how, at) for w, how, at in said if likeness(word, w) >= SYNONYM]
        if not theirs or amount in [how for how, _ in theirs]:
            continue
        if {amount, theirs[0][0]} == {"all", "none"} and _turns(quote.keys) != _turns(stored.keys):
            continue
        return (
            "number_changed",
            _stretch(quote, place, place + 2),
            _stretch(stored, theirs[0][1], theirs[0][1] + 2),
        )
    return None


def _turns(keys: tuple[str, ...]) -> bool:
    """Whether an odd number of words deny by themselves: none opposed it, all supported it."""
    return (n_denials(keys) + sum(key in _AGAINST for key in keys)) % 2 == 1


_AGAINST: Final = frozenset(
    "oppose opposes opposed against object objects objected dissent missing absent left remain"
    " remains remained".split()
)
"""Words that "none" makes into "all": none opposed, none is missing, none has left."""


def _counted_by(reading: Reading) -> list[tuple[str, str, int]]:
    """Each noun, how many of it, and where that is said: "all participants"."""
    found = []
    for index, key in enumerate(reading.keys):
        if key in _HOW_MANY:
            after = [k for k in reading.keys[index + 1 : index + 4] if k not in FUNCTION_WORDS]
            if after:
                found.append((after[0], _HOW_MANY[key], index))
    return found


_HOW_MANY: Final = {
    "all": "all", "every": "all", "each": "all", "some": "some", "few": "few", "most": "most",
    "none": "none",
    "no": "none", "half": "half",
}  # fmt: skip


def _stretch(reading: Reading, start: int, end: int) -> str:
    last = min(end, len(reading.words) - 1)
    return reading.text[reading.words[start].start : reading.words[last].end]


def _day_conflict(quote: Reading, stored: Reading) -> Found | None:
    """A month or a day of the week, where the statement names another."""
    for calendar in (MONTHS - {"may", "march"}, WEEKDAYS):
        said = [i for i, key in enumerate(stored.keys) if key in calendar]
        for index, key in enumerate(quote.keys):
            if said and key in calendar and key not in stored.keys:
                return (
                    "number_changed",
                    _stretch(quote, index, index),
                    _stretch(stored, said[0], said[0]),
                )
    return None
