"""Numbers, shares, ranks and dates of a text, with the bounds that words put on them. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from checker.classes import is_number
from checker.days import MONTH_NUMBERS, Day, days
from checker.lexicon import FUNCTION_WORDS, NEGATORS
from checker.reading import Reading

Kind = Literal["count", "share", "order", "date"]
Bound = Literal["", "least", "over", "most", "under", "nearly", "little over", "about", "exactly"]


class Amount(NamedTuple):
    """A number, a share, a place in an order or a date, and the values that its words allow.

    Shape: `place` and `last` are the words it stands in. `low` and `high` are the ends of what
           is allowed, infinite where one side is open; `low_open` and `high_open` tell that the
           end itself is not ("more than 20"). `bound` is the kind of bound, "" where there is
           none. `counted` are the words after it, `near` those around it. `label` is the word
           that it numbers ("Resolution 1988"), `day` is given for dates alone, whose bounds are
           before and after it.
    Unit:  `value` in the unit of `unit`: per cent for shares, days, months or minutes for
           stretches of time.
    """

    place: int
    last: int
    kind: Kind
    value: float
    unit: str
    bound: Bound
    low: float
    high: float
    low_open: bool
    high_open: bool
    counted: frozenset[str]
    near: frozenset[str]
    label: str
    day: Day | None = None


_KEY: Final = re.compile(r"([no])(\d+)(?:d(\d+))?([a-z]*)")
_SPANS: Final[dict[str, tuple[str, int]]] = {
    "day": ("day", 1), "days": ("day", 1), "week": ("day", 7), "weeks": ("day", 7),
    "fortnight": ("day", 14), "month": ("month", 1), "months": ("month", 1),
    "year": ("month", 12), "years": ("month", 12), "decade": ("month", 120),
    "decades": ("month", 120), "century": ("month", 1200), "centuries": ("month", 1200),
    "hour": ("minute", 60), "hours": ("minute", 60), "minute": ("minute", 1),
    "minutes": ("minute", 1), "times": ("times", 1),
}  # fmt: skip
_SHARES: Final = {"half": 50.0, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0,
                  "quarters": 25.0, "fifths": 20.0, "tenths": 10.0}  # fmt: skip
_REPEATS: Final = {"twice": 2.0, "thrice": 3.0}
OPEN: Final = float("inf")
_ABOUT: Final = 0.1
"""How far "about" and "nearly" reach, as a share of the number."""
_BEFORE: Final[tuple[tuple[str, Bound], ...]] = (
    ("no fewer than", "least"), ("no less than", "least"), ("not less than", "least"),
    ("at least", "least"), ("a minimum of", "least"), ("at the very least", "least"),
    ("no more than", "most"), ("not more than", "most"), ("at most", "most"), ("up to", "most"),
    ("a maximum of", "most"), ("as many as", "about"), ("higher than", "over"),
    ("greater than", "over"), ("longer than", "over"), ("older than", "over"),
    ("lower than", "under"), ("smaller than", "under"), ("shorter than", "under"),
    ("younger than", "under"), ("exactly", "exactly"), ("precisely", "exactly"),
    ("just over", "little over"), ("slightly more than", "little over"),
    ("a little over", "little over"),
    ("just under", "nearly"), ("almost", "nearly"), ("nearly", "nearly"),
    ("close to", "about"), ("more than", "over"), ("over", "over"), ("above", "over"),
    ("upwards of", "over"), ("exceeding", "over"), ("exceeded", "over"), ("beyond", "over"),
    ("fewer than", "under"), ("less than", "under"), ("under", "under"), ("below", "under"),
    ("about", "about"), ("around", "about"), ("roughly", "about"), ("approximately", "about"),
    ("some", "about"), ("top", "most"),
    ("не менее", "least"), ("не более", "most"), ("более", "over"), ("свыше", "over"),
    ("менее", "under"), ("около", "about"), ("почти", "nearly"),
)  # fmt: skip
_AFTER: Final[tuple[tuple[str, Bound], ...]] = (
    ("or more", "least"), ("or less", "most"), ("or so", "about"), ("or fewer", "most"),
    ("at least", "least"), ("at most", "most"),
)  # fmt: skip
_BEFORE_DAYS: Final[tuple[tuple[str, Bound], ...]] = (
    ("no later than", "most"), ("no earlier than", "least"), ("not before", "least"),
    ("earlier than", "under"), ("later than", "over"), ("prior to", "under"),
    ("before", "under"), ("after", "over"),
)  # fmt: skip
_LABELS: Final = frozenset(
    "chapter part episode season volume covid resolution article route phase group act grade"
    " level stage round no number book paragraph protocol annex".split()
)
_AROUND: Final = 5
"""Words to each side that tell what a number is a number of."""


@lru_cache(maxsize=4096)
def amounts(reading: Reading) -> tuple[Amount, ...]:
    """The amounts and dates of a text, in order.

    >>> from checker.reading import read
    >>> [(a.value, a.low, a.high) for a in amounts(read("more than 20 men"))]
    [(20.0, 20.0, inf)]
    >>> [(a.value, a.unit) for a in amounts(read("for two weeks"))]
    [(14.0, 'day')]
    >>> [(a.day, a.bound) for a in amounts(read("before 5 March 2021"))]
    [(Day(year=2021, month=3, day=5), 'under')]
    """
    found = list(days(reading))
    taken = {place for _, places in found for place in places}
    dates = [_of_day(reading.keys, day, places=places) for day, places in found]
    plain = [
        amount
        for index in range(len(reading.keys))
        if index not in taken and (amount := _amount(reading, index)) is not None
    ]
    return tuple(sorted((*dates, *plain), key=lambda amount: amount.place))


def _amount(reading: Reading, index: int) -> Amount | None:
    """The amount that a word gives, `None` where it gives none."""
    keys = reading.keys
    read = _read(keys, index)
    if read is None:
        return None
    kind, value, unit = read
    bound = _range_end(keys, index) or _bound(keys, index)
    low, high, low_open, high_open = allowed(value, bound)
    return Amount(
        index, index, kind, value, unit, bound, low, high, low_open, high_open,
        _counted(keys, index), _near(keys, index, index), "" if bound else _label(reading, index),
    )  # fmt: skip


def _read(keys: tuple[str, ...], index: int) -> tuple[Kind, float, str] | None:
    """The kind, value and unit of the amount that a word gives, `None` where it gives none."""
    key, after = keys[index], keys[index + 1] if index + 1 < len(keys) else ""
    found = _KEY.fullmatch(key)
    if found is None or not (is_number(key) or (key == "n1" and after in _SPANS)):
        return _in_words(keys, index, after)
    letter, whole, part, unit = found.groups()
    value = float(f"{whole}.{part or 0}")
    if letter == "o":
        return _ordinal(keys, index, value)
    if keys[max(0, index - 1) : index] == ("top",):
        return "order", value, ""
    if after in _SHARES and not unit:
        return "share", value * _SHARES[after], "pc"
    if after in _SPANS and not unit:
        unit, factor = _SPANS[after]
        return "count", value * factor, unit
    if not unit and keys[index + 1 : index + 4] == ("out", "of", "n100"):
        return "share", value, "pc"
    return ("share" if unit == "pc" else "count"), value, unit


def _in_words(keys: tuple[str, ...], index: int, after: str) -> tuple[Kind, float, str] | None:
    """The same of a word without a number: "half", "a quarter", "twice", "over a year"."""
    key = keys[index]
    quarter = key == "quarter" and keys[max(0, index - 1) : index] in (("a",), ("n1",))
    if key == "half" or (quarter and after in ("of", "")):
        return "share", _SHARES[key], "pc"
    if key in _REPEATS:
        return "count", _REPEATS[key], "times"
    if key == "a" and after in _SPANS and _bound(keys, index):
        unit, factor = _SPANS[after]
        return "count", float(factor), unit
    return None


def _ordinal(keys: tuple[str, ...], index: int, value: float) -> tuple[Kind, float, str]:
    """A share ("a fifth of") or a place in an order."""
    if keys[max(0, index - 1) : index] == ("a",) and keys[index + 1 : index + 2] in (("of",), ()):
        return "share", 100 / value, "pc"
    return "order", value, ""


def _bound(keys: tuple[str, ...], index: int) -> Bound:
    """How the words around a number bound it."""
    before = " " + " ".join(keys[max(0, index - 4) : index]) + " "
    after = " " + " ".join(keys[index + 1 : index + 5]) + " "
    for words, bound in _BEFORE:
        if before.endswith((f" {words} ", f" {words} the ", f" {words} a ")):
            return _DENIED.get(bound, bound) if _is_denied(keys, index) else bound
    return next((bound for words, bound in _AFTER if f" {words} " in after), "")


_DENIED: Final[dict[Bound, Bound]] = {"over": "most", "under": "least"}


def _is_denied(keys: tuple[str, ...], index: int) -> bool:
    """Whether a "not" stands before a bound, though not as its own word: "needs not more than"."""
    return not NEGATORS.isdisjoint(keys[max(0, index - _DENIAL) : index])


_DENIAL: Final = 8
"""Words before a number in which a "not" turns its bound."""


def _range_end(keys: tuple[str, ...], index: int) -> Bound:
    """Which end of a range a number is: "between 10 and 20", "10 to 20"; a change is none."""
    before, after = keys[max(0, index - 3) : index], keys[index + 1 : index + 3]
    if before[-1:] == ("between",) and after[:1] in (("and",), ("to",)):
        return "least"
    if before[:1] == ("between",) and before[-1:] in (("and",), ("to",)):
        return "most"
    if "from" in keys[max(0, index - 6) : index]:
        return ""
    if after[:1] == ("to",) and is_number("".join(after[1:]) or "to"):
        return "least"
    if before[-1:] == ("to",) and is_number("".join(before[-2:-1]) or "to"):
        return "most"
    return ""


def allowed(value: float, bound: Bound) -> tuple[float, float, bool, bool]:
    """What a bound allows: both ends, and whether each is itself left out.

    >>> allowed(20, "over"), allowed(20, "most")
    ((20, inf, True, True), (0.0, 20, False, False))
    """
    ends: dict[Bound, tuple[float, float, bool, bool]] = {
        "": (value, value, False, False),
        "exactly": (value, value, False, False),
        "least": (value, OPEN, False, True),
        "over": (value, OPEN, True, True),
        "most": (0.0, value, False, False),
        "under": (0.0, value, False, True),
        "nearly": (value * (1 - _ABOUT), value, False, True),
        "little over": (value, value * (1 + _ABOUT), True, False),
        "about": (value * (1 - _ABOUT), value * (1 + _ABOUT), False, False),
    }
    return ends[bound]


def _counted(keys: tuple[str, ...], index: int) -> frozenset[str]:
    following = [k for k in keys[index + 1 : index + 5] if k not in FUNCTION_WORDS]
    return frozenset(k for k in following[:3] if not is_number(k) and k not in NEGATORS)


def _near(keys: tuple[str, ...], start: int, last: int) -> frozenset[str]:
    around = (*keys[max(0, start - _AROUND) : start], *keys[last + 1 : last + 1 + _AROUND])
    return frozenset(k for k in around if k not in FUNCTION_WORDS and not is_number(k))


def _label(reading: Reading, index: int) -> str:
    """The word that a number is a part of the name of: "Resolution 1988", "Interstate 95"."""
    if not index:
        return ""
    before, word = reading.words[index - 1], reading.words[index]
    if reading.text[before.end : word.start].strip() not in ("", "-", "–"):
        return ""
    if before.key in _LABELS:
        return before.key
    named = reading.text[before.start].isupper() and index > 1
    plain = before.key in FUNCTION_WORDS or before.key in MONTH_NUMBERS or is_number(before.key)
    return before.key if named and not plain and before.key not in _NO_NAMES else ""


_NO_NAMES: Final = frozenset("only exactly just usa us".split())


def _of_day(keys: tuple[str, ...], day: Day, *, places: tuple[int, ...]) -> Amount:
    """A date as an amount, with what bounds it."""
    start, last = places[0], places[-1]
    before = " ".join(("", *keys[max(0, start - 5) : start]))
    before = before.removesuffix(" the").removesuffix(" on")
    bound: Bound = next((b for words, b in _BEFORE_DAYS if before.endswith(f" {words}")), "")
    if before.endswith(" between"):
        bound = "least"
    elif before.endswith(" and") and " between" in before:
        bound = "most"
    near = _near(keys, start, last)
    return Amount(
        start, last, "date", 0.0, "", bound, 0.0, 0.0, False, False, frozenset(), near, "", day
    )
