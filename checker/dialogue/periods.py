"""A stretch of time as people type it: "in October 2021", "since 2022", "on 20 October 2021"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache
from typing import NamedTuple

from checker.reports import words

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"


def _day_pattern(number: int) -> str:
    day = r"\d{1,2}(?:st|nd|rd|th)?,?"
    return (
        rf"(?:(?P<iso{number}>\d{{4}}-\d\d-\d\d)"
        rf"|(?:(?P<day{number}>{day}) )?(?:(?P<month{number}>{_MONTH}) )?"
        rf"(?:(?P<day_after{number}>{day}) )?(?P<year{number}>(?:19|20)\d\d))(?![\w-])"
    )


class Period(NamedTuple):
    """A stretch of time, both days included; `None` where it is open."""

    since: date | None
    until: date | None

    @property
    def words(self) -> str:
        """The period in a sentence.

        >>> Period(date(2022, 1, 1), None).words
        'since 1 January 2022'
        """
        if self.since and self.until:
            same = self.since == self.until
            start, end = words.day(self.since), words.day(self.until)
            return f"on {start}" if same else f"from {start} to {end}"
        if self.since:
            return f"since {words.day(self.since)}"
        return f"until {words.day(self.until)}" if self.until else "at any time"


def take_period(text: str) -> tuple[str, Period | None]:
    """The text without its period, and the period; `None` where there is none that exists.

    >>> rest, period = take_period("what did he say in February 2022 about wheat")
    >>> rest, period.words
    ('what did he say about wheat', 'from 1 February 2022 to 28 February 2022')
    >>> take_period("what did he say since 2022")[1]
    Period(since=datetime.date(2022, 1, 1), until=None)
    >>> take_period("on 31 February 2022")
    ('on 31 February 2022', None)
    """
    for pattern, kind in _patterns():
        found = pattern.search(text)
        period = _period(found, kind=kind) if found else None
        if found and period:
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return " ".join(rest.split()), period
    return text, None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    one, two = _day_pattern(1), _day_pattern(2)
    written = (
        (rf"\b(?:between|from) {one} (?:and|to|until|till) {two}", "between"),
        (rf"\b(?:since|from) {one}", "since"),
        (rf"\bafter {one}", "after"),
        (rf"\b(?:until|till|up to) {one}", "until"),
        (rf"\bbefore {one}", "before"),
        (rf"\b(?:in|on|of|during|from|for) {one}", "in"),
    )
    return tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in written)


def _period(found: re.Match[str], *, kind: str) -> Period | None:
    first = _days(found, number=1)
    last = _days(found, number=2) if kind == "between" else first
    if first is None or last is None:
        return None
    open_ended = {
        "since": Period(first[0], None),
        "after": Period(_next(first[1]), None),
        "until": Period(None, last[1]),
        "before": Period(None, _before(first[0])),
    }
    return open_ended.get(kind, Period(first[0], last[1]))


def _days(found: re.Match[str], *, number: int) -> tuple[date, date] | None:
    """The first and last day of what was written: a day, a month or a year."""
    parts = found.groupdict()
    if parts[f"iso{number}"]:
        day = _existing(*map(int, parts[f"iso{number}"].split("-")))
        return (day, day) if day else None
    year, month = int(parts[f"year{number}"]), parts[f"month{number}"]
    number_of_day = parts[f"day{number}"] or parts[f"day_after{number}"]
    if not month:
        return None if number_of_day else (date(year, 1, 1), date(year, 12, 31))
    index = [name[:3] for name in _MONTHS].index(month[:3].casefold()) + 1
    if not number_of_day:
        return date(year, index, 1), date(year, index, monthrange(year, index)[1])
    day = _existing(year, index, int(re.sub(r"\D", "", number_of_day)))
    return (day, day) if day else None


def _existing(year: int, month: int, day: int) -> date | None:
    exists = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if exists else None


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
