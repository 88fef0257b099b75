"""Does a printed amount hold of what was said? Numbers with bounds, shares, ranks, dates. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Final, Literal

from checker.amounts import Amount, allowed, amounts
from checker.correspond import likeness
from checker.days import Day
from checker.reading import Reading
from checker.thesaurus import SYNONYM

Standing = Literal["same", "holds", "edge", "fails", "differs", "open", "far", "none"]
Answer = Literal["supports", "contradicts", "silent"]
Range = tuple[int, int]
_LOOSE: Final = 2.0
"""A bound further than this factor from what was said no longer tells what was said."""
_MONEY: Final = frozenset(("usd", "eur", "gbp", "rub", "inr"))


def answer(quote: Reading, stored: Reading) -> Answer:
    """What the bounds of a quote say of a statement.

    Shape: "supports" where each bounded amount holds of a said one, "contradicts" where one does
           not; "silent" where nothing is bounded, or it cannot be told.

    >>> from checker.reading import read
    >>> said = read("We counted 2,400 fighters.")
    >>> answer(read("more than 2,000 fighters"), said), answer(read("under 2,400 fighters"), said)
    ('supports', 'contradicts')
    >>> answer(read("2,400 fighters"), said)
    'silent'
    """
    offered = amounts(stored)
    found = {
        _leaning(*_stands(each, offered), amount=each) for each in amounts(quote) if each.bound
    }
    if not found.isdisjoint(("fails", "edge")):
        return "contradicts"
    return "supports" if "holds" in found and found <= {"holds", "same"} else "silent"


def _leaning(standing: Standing, said: Amount | None, *, amount: Amount) -> Standing:
    """How an amount stands where a said bound is taken for the number that it names."""
    if standing != "open" or said is None or said.bound in ("most", "under"):
        return standing
    low, high, low_open, high_open = allowed(said.value, "")
    named = said._replace(bound="", low=low, high=high, low_open=low_open, high_open=high_open)
    return _range_stands(amount, named)


def unheld(
    quote: Reading, stored: Reading, *, within: Range | None = None
) -> tuple[Amount, Amount | None] | None:
    """The first printed amount that nothing said bears out, and the said one it stands against.

    Shape: `None` where every amount is borne out. Only stored words `within` a
           range count. A share, a year or a place in an order that has no like on the other side
           says nothing.

    >>> from checker.reading import read
    >>> [each.value for each in unheld(read("three times"), read("twice on 3 February"))]
    [3.0, 2.0]
    >>> unheld(read("two times"), read("twice on 3 February"))
    """
    start, end = within or (0, len(stored.words))
    offered = [each for each in amounts(stored) if start <= each.place < end]
    said = frozenset(stored.keys[start:end])
    for amount in amounts(quote):
        if _is_bare(amount) and quote.keys[amount.place] in said:
            continue
        standing, rival = _stands(amount, offered)
        if standing in ("same", "holds", "edge") or (_is_one(amount, quote) and not amount.bound):
            continue
        new = _is_new(amount, said) and not _is_one(amount, quote)
        if standing == "none" and not new:
            continue
        return amount, rival
    return None


def _is_one(amount: Amount, quote: Reading) -> bool:
    """ "One day" and "over a year" tell a number only where the statement has one."""
    return quote.keys[amount.place] in ("n1", "a")


def _is_bare(amount: Amount) -> bool:
    """Whether a number is a plain one or a year, without bound or measure."""
    month = amount.day is not None and amount.day.month is not None
    return not (amount.bound or month or amount.unit in _TIMES)


_TIMES: Final = frozenset(("minute", "day", "month", "times"))


def _is_new(amount: Amount, said: frozenset[str]) -> bool:
    """Whether an amount that has no like on the other side says something of its own."""
    if amount.day is not None:
        return amount.day.day not in (None, 1)
    two = amount.value == 2 and not amount.bound and not _PAIRS.isdisjoint(said)
    return amount.kind == "count" and not two


_PAIRS: Final = frozenset("both pair couple each together either bilateral double and".split())


def _stands(amount: Amount, offered: Sequence[Amount]) -> tuple[Standing, Amount | None]:
    """How a printed amount stands to the said one that it is about, and that one."""
    rivals = _rivals(amount, offered)
    if not rivals:
        return "none", None
    if amount.day is not None:
        return _day_stands(amount, rivals)
    if not amount.bound:
        same = next((each for each in rivals if _is_same(amount, each)), None)
        return ("same", same) if same else ("differs", rivals[0])
    rival = max(rivals, key=lambda each: (_kinship(amount, each), -each.place))
    return _range_stands(amount, rival), rival


def _range_stands(printed: Amount, said: Amount) -> Standing:
    """Whether all that was said lies within a printed bound.

    Shape: "more than 20" holds of 24 and of "at least 30"; 20 is at its edge.
    """
    if said.value == printed.value and said.bound and _is_alike(printed, said):
        return "same"
    if _contains(printed, said):
        near = printed.value / _LOOSE <= said.value <= printed.value * _LOOSE
        return "holds" if near else "far"
    if said.value == printed.value and not _is_turned(printed, said):
        return "edge"
    return "fails" if _is_apart(printed, said) else "open"


def _is_alike(printed: Amount, said: Amount) -> bool:
    """Whether two bounds at one number hardly differ: "over" and "at least", "about" and any."""
    upwards = [each.low > 0 and each.high == float("inf") for each in (printed, said)]
    return upwards[0] == upwards[1] or printed.bound in ("about", "nearly", "little over")


def _is_turned(printed: Amount, said: Amount) -> bool:
    """Whether one side bounds a number from below and the other from above."""
    upwards, downwards = ("least", "over"), ("most", "under")
    return (printed.bound in upwards and said.bound in downwards) or (
        printed.bound in downwards and said.bound in upwards
    )


def _contains(printed: Amount, said: Amount) -> bool:
    low = said.low > printed.low or (
        said.low == printed.low and (said.low_open or not printed.low_open)
    )
    high = said.high < printed.high or (
        said.high == printed.high and (said.high_open or not printed.high_open)
    )
    return low and high


def _is_apart(printed: Amount, said: Amount) -> bool:
    """Whether two ranges share nothing, or no more than the end of both."""
    for one, other in ((printed, said), (said, printed)):
        if one.high < other.low:
            return True
        if one.high == other.low:
            ends = one.high_open or other.low_open
            return ends or (one.low < one.high and other.low < other.high)
    return False


def _rivals(amount: Amount, offered: Sequence[Amount]) -> list[Amount]:
    """The said amounts that one may be compared with."""
    if amount.day is not None:
        return [each for each in offered if each.day and _shared(amount.day, each.day)]
    like = [each for each in offered if each.day is None and _is_like(amount, each)]
    if amount.label:
        return [each for each in like if each.label == amount.label] or (
            [each for each in like if each.value == amount.value]
        )
    if amount.kind == "order" and not amount.bound:
        return [each for each in like if _counts_same(amount, each)]
    if amount.bound or amount.kind == "share":
        return like
    exact = [each for each in like if each.value == amount.value]
    return exact or [each for each in like if _counts_same(amount, each)] or like


def _is_like(printed: Amount, said: Amount) -> bool:
    """Whether two amounts are of one kind and measure."""
    if "order" in (printed.kind, said.kind) or "share" in (printed.kind, said.kind):
        return printed.kind == said.kind
    if printed.unit == said.unit:
        return True
    units = {printed.unit, said.unit}
    if "" not in units:
        return False
    return not units.isdisjoint(_MONEY) or not printed.bound


def _is_same(printed: Amount, said: Amount) -> bool:
    """Whether a number without a bound is the one that was said."""
    if said.value == printed.value:
        return True
    return 0 < printed.value < 1000 and said.value / printed.value in (1e3, 1e6, 1e9)


def _counts_same(one: Amount, other: Amount) -> bool:
    return any(likeness(a, b) >= SYNONYM for a in one.counted for b in other.counted)


def _kinship(printed: Amount, said: Amount) -> float:
    """How likely a bound is about a said amount: the words around both, and how close they are."""
    shared = len(printed.near & said.near) + 2 * len(printed.counted & said.counted)
    return shared / 2 - _AWAY * _distance(printed.value, said.value)


_AWAY: Final = 3.0
"""What being e times as large takes away: a bound stands close to its number."""


def _distance(one: float, other: float) -> float:
    if one == other:
        return 0.0
    return min(3.0, abs(log(one / other))) if one > 0 and other > 0 else 3.0


def _shared(one: Day, other: Day) -> tuple[list[int], list[int]] | None:
    """Two dates as far as both are said, `None` where they have nothing in common.

    >>> _shared(Day(2021, 3, 5), Day(None, 3, 7))
    ([3, 5], [3, 7])
    >>> _shared(Day(2021, 3, None), Day(2020, None, None))
    ([2021], [2020])
    """
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    if one.month is None or other.month is None:
        pairs = pairs[:1] if one.year is not None and other.year is not None else []
    return ([a for a, _ in pairs], [b for _, b in pairs]) if pairs else None


def _day_stands(printed: Amount, rivals: Sequence[Amount]) -> tuple[Standing, Amount]:
    """How a printed date stands to those that were said: to the closest, where it is a bound.

    Shape: at the "edge" something came about within the month or the year that it is put before
           or after.
    """
    pairs = [(each, *_both(printed, each)) for each in rivals]
    same = next((each for each, ours, theirs in pairs if ours == theirs), None)
    if not printed.bound:
        return ("same", same) if same else ("differs", rivals[0])
    closest, ours, theirs = max(
        pairs, key=lambda pair: len(printed.near & pair[0].near) / 2 - _days_apart(*pair[1:])
    )
    holds = {
        "under": theirs < ours, "over": theirs > ours,
        "most": theirs <= ours, "least": theirs >= ours,
    }[printed.bound]  # fmt: skip
    if ours == theirs and closest.bound == printed.bound:
        return "same", closest
    if ours == theirs and not holds and not _is_exact(printed):
        return "edge", closest
    return ("holds" if holds else "fails"), closest


def _is_exact(amount: Amount) -> bool:
    """Whether a date is said to the day."""
    return amount.day is not None and amount.day.day is not None


def _both(printed: Amount, said: Amount) -> tuple[list[int], list[int]]:
    assert printed.day is not None
    assert said.day is not None
    found = _shared(printed.day, said.day)
    assert found is not None
    return found


def _days_apart(ours: list[int], theirs: list[int]) -> float:
    """How far two dates are apart, in years; a month is a quarter of one, a day a twentieth."""
    parts = _PARTS if ours[0] > 12 else _PARTS[1:]
    pairs = zip(ours, theirs, parts, strict=False)
    return sum(min(5.0, abs(a - b) * part) for a, b, part in pairs)


_PARTS: Final = (1.0, 0.25, 0.05)
