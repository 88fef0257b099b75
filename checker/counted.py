"""What two texts say of how many and when: where the quote has what the statement has not. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from checker.amounts import Amount, amounts
from checker.assertion import Found
from checker.bounds import Range, unheld
from checker.classes import is_number, n_denials
from checker.correspond import likeness
from checker.entities import WEEKDAYS
from checker.lexicon import FUNCTION_WORDS
from checker.reading import Reading
from checker.thesaurus import SYNONYM


def number_conflict(quote: Reading, stored: Reading) -> Found | None:
    """A number, an amount or a day in the quote that the statement does not bear out."""
    against = unheld(quote, stored) or crossed(quote, stored)
    if against is None:
        return _quantity_conflict(quote, stored) or _weekday_conflict(quote, stored)
    printed, said = against
    theirs = [said] if said is not None else amounts(stored)[:3]
    return (
        "number_changed",
        _with_bound(quote, printed),
        ", ".join(_with_bound(stored, each) for each in theirs),
    )


def _with_bound(reading: Reading, amount: Amount) -> str:
    """An amount as it stands, with the words before it that bound it."""
    start = amount.place
    while start > 0 and amount.place - start < 3 and reading.keys[start - 1] in _BOUNDING:
        start -= 1
    return reading.text[reading.words[start].start : reading.words[amount.last].end]


_BOUNDING: Final = frozenset(
    "no not fewer less more than at least most up to over above under below about around roughly"
    " nearly almost approximately just before after prior earlier later exactly top between".split()
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


def _weekday_conflict(quote: Reading, stored: Reading) -> Found | None:
    """A day of the week, where the statement names another."""
    said = [i for i, key in enumerate(stored.keys) if key in WEEKDAYS]
    for index, key in enumerate(quote.keys):
        if said and key in WEEKDAYS and key not in stored.keys:
            return (
                "number_changed",
                _stretch(quote, index, index),
                _stretch(stored, said[0], said[0]),
            )
    return None


def crossed(
    quote: Reading, stored: Reading, *, within: Range | None = None
) -> tuple[Amount, Amount] | None:
    """Two amounts that changed places: "spent 18, 27 left" became "spent 27, 18 left".

    Shape: one printed amount, and the said one whose place it took.
    """
    start, end = within or (0, len(stored.words))
    theirs = [each for each in amounts(stored) if start <= each.place < end]
    for kind in (_number, _year):
        found = _exchanged(quote, _by_value(amounts(quote), kind), stored, _by_value(theirs, kind))
        if found is not None:
            return found
    return None


Values = Mapping[float, Amount]


def _by_value(found: Sequence[Amount], kind: Callable[[Amount], float | None]) -> Values:
    return {value: each for each in found if (value := kind(each)) is not None}


def _number(amount: Amount) -> float | None:
    return amount.value if amount.kind == "count" else None


def _year(amount: Amount) -> float | None:
    return amount.day.year if amount.day is not None else None


def _exchanged(
    quote: Reading, ours: Values, stored: Reading, theirs: Values
) -> tuple[Amount, Amount] | None:
    for one, other in itertools.pairwise(value for value in ours if value in theirs):
        straight = _common(quote, ours[one], stored, theirs[one])
        straight += _common(quote, ours[other], stored, theirs[other])
        across = _common(quote, ours[one], stored, theirs[other])
        across += _common(quote, ours[other], stored, theirs[one])
        if across >= straight + 2 or (across and not straight):
            return ours[one], theirs[other]
    return None


_REACH: Final = 4
"""Words to each side of a number that tell what it is a number of."""


def _common(quote: Reading, ours: Amount, stored: Reading, theirs: Amount) -> int:
    """How many words stand near both numbers."""
    return len(_around(quote.keys, ours.place) & _around(stored.keys, theirs.place))


def _around(keys: Sequence[str], index: int) -> frozenset[str]:
    found: set[str] = set()
    for step in (1, -1):
        for at in range(index + step, index + step * (_REACH + 1), step):
            if not 0 <= at < len(keys) or is_number(keys[at]):
                break
            if keys[at] not in FUNCTION_WORDS:
                found.add(keys[at])
    return frozenset(found.union({"from"} & {*keys[max(0, index - 1) : index]}))
