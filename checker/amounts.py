"""Numbers with their bounds and units: does a printed amount hold for what was said? Pure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from checker.classes import bounds_clash, is_number
from checker.correspond import likeness
from checker.entities import MONTHS
from checker.lexicon import FUNCTION_WORDS, NEGATORS
from checker.thesaurus import SYNONYM

Kind = Literal["count", "share", "order"]


class Amount(NamedTuple):
    """A number, a share or a place in an order, and the values that its words allow.

    Shape: `low` and `high` are the ends of what is allowed, infinite where one side is open;
           `bound` tells that some word bounds it; `counted` are the words after it.
    Unit:  `value` in the unit of `unit`: per cent for shares, days or months for stretches of time.
    """

    place: int
    kind: Kind
    value: float
    unit: str
    low: float
    high: float
    bound: bool
    is_year: bool
    counted: frozenset[str]


_KEY: Final = re.compile(r"([no])(\d+)(?:d(\d+))?([a-z]*)")
_SPANS: Final[dict[str, tuple[str, int]]] = {
    "day": ("day", 1), "days": ("day", 1), "week": ("day", 7), "weeks": ("day", 7),
    "fortnight": ("day", 14), "month": ("month", 1), "months": ("month", 1),
    "year": ("month", 12), "years": ("month", 12), "decade": ("month", 120),
    "decades": ("month", 120), "century": ("month", 1200), "centuries": ("month", 1200),
}  # fmt: skip
_SHARES: Final = {"half": 50.0, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0,
                  "quarters": 25.0, "fifths": 20.0, "tenths": 10.0}  # fmt: skip
_OPEN: Final = float("inf")
_NEAR: Final = 0.1
"""How far "about" and "nearly" reach, as a share of the number."""
_LOOSE: Final = 2.0
"""A bound further than this factor from what was said no longer tells what was said."""
_BEFORE: Final[tuple[tuple[str, str], ...]] = (
    ("no fewer than", "least"), ("no less than", "least"), ("not less than", "least"),
    ("at least", "least"), ("a minimum of", "least"), ("at the very least", "least"),
    ("no more than", "most"), ("not more than", "most"), ("at most", "most"), ("up to", "most"),
    ("a maximum of", "most"), ("as many as", "most"), ("higher than", "over"),
    ("greater than", "over"), ("lower than", "under"), ("smaller than", "under"),
    ("just over", "little over"),
    ("slightly more than", "little over"), ("a little over", "little over"),
    ("just under", "nearly"), ("almost", "nearly"), ("nearly", "nearly"),
    ("close to", "about"), ("more than", "over"), ("over", "over"), ("above", "over"),
    ("upwards of", "over"), ("exceeding", "over"), ("fewer than", "under"),
    ("less than", "under"), ("under", "under"), ("below", "under"), ("about", "about"),
    ("around", "about"), ("roughly", "about"), ("approximately", "about"), ("some", "about"),
    ("не менее", "least"), ("не более", "most"), ("более", "over"), ("свыше", "over"),
    ("менее", "under"), ("около", "about"), ("почти", "nearly"),
)  # fmt: skip
_AFTER: Final = (("or more", "least"), ("or less", "most"), ("or so", "about"),
                 ("or fewer", "most"), ("at least", "least"), ("at most", "most"))  # fmt: skip


@lru_cache(maxsize=4096)
def amounts(keys: tuple[str, ...]) -> tuple[Amount, ...]:
    """The amounts among the words.

    >>> [(a.value, a.low, a.high) for a in amounts(("more", "than", "n20", "men"))]
    [(20.0, 20.0, inf)]
    >>> [(a.value, a.unit) for a in amounts(("two", "n2", "weeks"))]
    [(14.0, 'day')]
    """
    return tuple(_found(keys))


def _found(keys: tuple[str, ...]) -> Iterator[Amount]:
    for index, key in enumerate(keys):
        read = _read(keys, index)
        if read is None:
            continue
        kind, value, unit = read
        low, high, bound = _range(keys, index, value)
        year = not unit and 1900 <= value <= 2100 and _is_dated(keys, index)
        yield Amount(index, kind, value, unit, low, high, bound, year, _counted(keys, index, key))


def _read(keys: tuple[str, ...], index: int) -> tuple[Kind, float, str] | None:
    """The kind, value and unit of the amount that a word gives, `None` where it gives none."""
    key, after = keys[index], keys[index + 1] if index + 1 < len(keys) else ""
    if key == "half":
        return "share", _SHARES[key], "pc"
    if key == "twice":
        return "count", 2.0, "times"
    found = _KEY.fullmatch(key)
    if found is None or not is_number(key):
        return None
    letter, whole, part, unit = found.groups()
    value = float(f"{whole}.{part or 0}")
    if letter == "o":
        return _ordinal(keys, index, value)
    if after in _SHARES:
        return "share", value * _SHARES[after], "pc"
    if after in _SPANS and not unit:
        unit, factor = _SPANS[after]
        return "count", value * factor, unit
    if not unit and after == "times":
        return "count", value, "times"
    if not unit and value <= 31 and _beside_month(keys, index):
        return "count", value, "date"
    return ("share" if unit == "pc" else "count"), value, unit


def _beside_month(keys: tuple[str, ...], index: int) -> bool:
    around = {*keys[max(0, index - 1) : index], *keys[index + 1 : index + 3]}
    return not around.isdisjoint(MONTHS)


def _ordinal(keys: tuple[str, ...], index: int, value: float) -> tuple[Kind, float, str]:
    """A day of a month, a share ("a fifth of") or a place in an order."""
    if _beside_month(keys, index):
        return "count", value, "date"
    if keys[max(0, index - 1) : index] == ("a",) and keys[index + 1 : index + 2] == ("of",):
        return "share", 100 / value, "pc"
    return "order", value, ""


def _is_dated(keys: tuple[str, ...], index: int) -> bool:
    """Whether a number stands where a year stands: "in 2021", "March 2021"."""
    before = keys[max(0, index - 2) : index]
    return not before or before[-1] in _DATING or bool(MONTHS & {*before})


_DATING: Final = frozenset("in since by until till from to after before during of the early late"
                           " and mid between".split())  # fmt: skip


def _range(keys: tuple[str, ...], index: int, value: float) -> tuple[float, float, bool]:
    """What the words around a number allow it to be."""
    before = " " + " ".join(keys[max(0, index - 4) : index]) + " "
    after = " " + " ".join(keys[index + 1 : index + 5]) + " "
    kind = next((kind for words, kind in _BEFORE if before.endswith(f" {words} ")), None)
    if kind is None:
        kind = next((kind for words, kind in _AFTER if f" {words} " in after), None)
    if kind is None:
        return value, value, False
    low, high = {
        "least": (value, _OPEN),
        "over": (value, _OPEN),
        "most": (0.0, value),
        "under": (0.0, value),
        "nearly": (value * (1 - _NEAR), value),
        "little over": (value, value * (1 + _NEAR)),
        "about": (value * (1 - _NEAR), value * (1 + _NEAR)),
    }[kind]
    return low, high, True


def _counted(keys: tuple[str, ...], index: int, key: str) -> frozenset[str]:
    following = [k for k in keys[index + 1 : index + 5] if k not in FUNCTION_WORDS]
    return frozenset(k for k in following[:3] if not is_number(k) and k not in NEGATORS) - {key}


def unheld(printed: tuple[str, ...], said: tuple[str, ...]) -> tuple[int, int | None] | None:
    """The first printed amount that nothing said bears out, and the said one it stands against.

    Shape: indices of words; `None` where every amount is borne out. A share or a place in an
           order that has no like on the other side says nothing.

    >>> unheld(("n3", "times"), ("twice", "on", "n3", "february"))
    (0, 2)
    >>> unheld(("n2", "times"), ("twice", "on", "n3", "february"))
    """
    clash = bounds_clash(printed, said)
    if clash is not None:
        return printed.index(clash), said.index(clash)
    offered = amounts(said)
    for amount in amounts(printed):
        rivals = _rivals(amount, offered)
        if any(_bears_out(other, amount) for other in rivals):
            continue
        if not rivals and (amount.kind != "count" or amount.is_year or _is_two(amount, said)):
            continue
        return amount.place, rivals[0].place if rivals else None
    return None


def _rivals(amount: Amount, offered: Sequence[Amount]) -> list[Amount]:
    """The said amounts that one may be compared with: those that count the same, else all."""
    kinds = ("order",) if amount.kind == "order" else ("count", "share")
    like = [other for other in offered if other.kind in kinds]
    same = [other for other in like if _counts_same(amount, other)]
    if amount.kind == "order":
        return same
    if amount.kind == "share":
        return [other for other in like if other.kind == "share"]
    exact = [other for other in like if other.value == amount.value]
    alike = [other for other in like if other.is_year == amount.is_year]
    return exact or [other for other in same if other in alike] or alike


def _counts_same(one: Amount, other: Amount) -> bool:
    return any(likeness(a, b) >= SYNONYM for a in one.counted for b in other.counted)


def _bears_out(said: Amount, printed: Amount) -> bool:
    """Whether what was said makes the printed amount true, and not by far too wide a bound.

    Shape: "more than 20" holds of 24; "24" does not hold of "more than 20".
    """
    if said.unit != printed.unit and "" not in (said.unit, printed.unit):
        return False
    if said.value == printed.value or _is_scaled(printed.value, said.value):
        return said.unit == printed.unit or "pc" not in (said.unit, printed.unit)
    if not printed.bound or said.unit != printed.unit or said.is_year:
        return False
    within = printed.low <= said.low and said.high <= printed.high
    near = printed.value / _LOOSE <= said.value <= printed.value * _LOOSE
    return within and near


def _is_scaled(printed: float, said: float) -> bool:
    """Whether only the word for thousand, million or billion was left out."""
    return 0 < printed < 1000 and said in (printed * 1e3, printed * 1e6, printed * 1e9)


def _is_two(amount: Amount, said: Sequence[str]) -> bool:
    """ "The two countries", where the statement names them or says "both"."""
    return amount.value == 2 and not amount.bound and not _PAIRS.isdisjoint(said)


_PAIRS: Final = frozenset("both pair couple each together either bilateral double and".split())


def crossed(printed: tuple[str, ...], said: tuple[str, ...]) -> tuple[int, int] | None:
    """Two amounts that changed places: "spent 18, 27 left" became "spent 27, 18 left".

    Shape: the index of one printed amount and of the said one whose place it took.
    """
    ours = {a.value: a.place for a in amounts(printed) if a.kind == "count"}
    theirs = {a.value: a.place for a in amounts(said) if a.kind == "count"}
    years = {a.value for a in (*amounts(printed), *amounts(said)) if a.is_year}
    shared = [value for value in ours if value in theirs]
    pairs = itertools.chain(
        itertools.pairwise(value for value in shared if value not in years),
        itertools.pairwise(value for value in shared if value in years),
    )
    for one, other in pairs:
        straight = _near(printed, ours[one], said, theirs[one])
        straight += _near(printed, ours[other], said, theirs[other])
        across = _near(printed, ours[one], said, theirs[other])
        across += _near(printed, ours[other], said, theirs[one])
        if across >= straight + 2 or (across and not straight):
            return ours[one], theirs[other]
    return None


_REACH: Final = 4
"""Words to each side of a number that tell what it is a number of."""


def _near(printed: Sequence[str], i: int, said: Sequence[str], j: int) -> int:
    """How many words stand near both numbers."""
    return len(_around(printed, i) & _around(said, j))


def _around(keys: Sequence[str], index: int) -> frozenset[str]:
    found: set[str] = set()
    for step in (1, -1):
        for at in range(index + step, index + step * (_REACH + 1), step):
            if not 0 <= at < len(keys) or is_number(keys[at]):
                break
            if keys[at] not in FUNCTION_WORDS:
                found.add(keys[at])
    return frozenset(found.union({"from"} & {*keys[max(0, index - 1) : index]}))
