"""The dates of a text, as far as they are said: days, months, years. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from checker.reading import Reading


class Day(NamedTuple):
    """A day, a month or a year, as far as it is said."""

    year: int | None
    month: int | None
    day: int | None


_NAMES: Final = (
    "january february march april monthmay june july august september october november december",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
MONTH_NUMBERS: Final[dict[str, int]] = {
    name: number for names in _NAMES for number, name in enumerate(names.split(), start=1)
}
_DATING: Final = frozenset("in since by until till from to after before during of the early late"
                           " and mid between prior as в с до после".split())  # fmt: skip


def days(reading: Reading) -> Iterator[tuple[Day, tuple[int, ...]]]:
    """The dates of a text, each with the words it stands in.

    >>> from checker.reading import read
    >>> list(days(read("on 5 March 2021")))
    [(Day(year=2021, month=3, day=5), (1, 2, 3))]
    """
    keys = reading.keys
    taken: set[int] = set()
    for index, key in enumerate(keys):
        if key in MONTH_NUMBERS and not _is_verb(reading, index):
            day, places = _of_month(keys, index, taken=taken)
            taken.update(places)
            yield day, places
    for index in range(len(keys)):
        year = None if index in taken or not _is_dated(reading, index) else _year(keys, index)
        if year is not None:
            yield Day(year, None, None), (index,)


def _is_verb(reading: Reading, index: int) -> bool:
    """Whether "march" is no month."""
    return reading.keys[index] == "march" and not reading.text[reading.words[index].start].isupper()


def _of_month(keys: tuple[str, ...], index: int, *, taken: set[int]) -> tuple[Day, tuple[int, ...]]:
    """The date around the name of a month: "5 March 2021", "March 5th", "the 5th of March"."""
    places, after = [index], index + 1
    number = _day_of_month(keys, index - 1) if index - 1 not in taken else None
    if number is not None:
        places.append(index - 1)
    elif keys[max(0, index - 1) : index] == ("of",) and index >= 2:
        number = _day_of_month(keys, index - 2)
        places += [index - 2] if number is not None else []
    if number is None:
        number = _day_of_month(keys, after)
        places += [after] if number is not None else []
        after += number is not None
    year = _year(keys, after)
    places += [after] if year is not None else []
    return Day(year, MONTH_NUMBERS[keys[index]], number), tuple(sorted(places))


def _day_of_month(keys: tuple[str, ...], index: int) -> int | None:
    value = _whole(keys, index)
    return value if value is not None and 1 <= value <= 31 else None


def _year(keys: tuple[str, ...], index: int) -> int | None:
    value = _whole(keys, index)
    return value if value is not None and 1500 <= value <= 2100 else None


def _whole(keys: tuple[str, ...], index: int) -> int | None:
    """The value of a plain whole number, `None` where a word is none."""
    found = re.fullmatch(r"[no](\d+)", keys[index]) if 0 <= index < len(keys) else None
    return int(found[1]) if found else None


def _is_dated(reading: Reading, index: int) -> bool:
    """Whether a number is written and stands as a year is: "in 2021", not "in 2,021 homes"."""
    word = reading.words[index]
    written = reading.text[word.start : word.end]
    if not written.isdecimal():
        return False
    before = reading.keys[index - 1] if index else "in"
    late = before == "than" and reading.keys[max(0, index - 2)] in ("earlier", "later")
    return before in _DATING or late or (1900 <= int(written) <= 2100 and int(written) % 100 > 0)
