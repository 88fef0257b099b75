"""The date that the words around a quotation claim for it."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12, "янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "июн": 6,
    "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
}  # fmt: skip
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    r"\b(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b",
    rf"\b(?P<day>[0-3]?\d)\.(?P<number>[01]?\d)\.{_YEAR}\b",
    rf"\b{_DAY}\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+{_YEAR})?(?![\w-])",
    rf"\b(?P<month>{_MONTH})\s+{_DAY}(?!\d)(?:,?\s+{_YEAR})?(?![\w-])",
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RUSSIAN_DAYS = ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье")
_WEEKDAY = (
    r"\b(?:(?P<which>last|next|this|every|each|previous|coming)\s+)?(?P<day>(?:Mon|Tues|Wednes|Thurs"
    r"|Fri|Satur|Sun)day)(?!s|['’])\b"
    r"|\bв(?:о)?\s+(?P<russian>понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b"
)
_RELATIVE = r"(?i)\b(?P<word>today|yesterday|сегодня|вчера)\b"


_IN_WORDS = (
    "January February March April May June July August September October November December"
).split()


def spelled(day: date) -> str:
    """A day in words, the same in every locale.

    >>> spelled(date(2021, 10, 20))
    '20 October 2021'
    """
    return f"{day.day} {_IN_WORDS[day.month - 1]} {day.year}"


def claimed_date(words: str, *, published: date | None) -> date | None:
    """The one day that a clause names, `None` if it names none or several.

    Shape: a weekday, or a day without its year, needs `published`; it is the last such day up
           to then. "May" counts only as part of a date.

    >>> claimed_date("Lavrov said on 20 October 2021", published=None)
    datetime.date(2021, 10, 20)
    >>> claimed_date("he said on Wednesday", published=date(2021, 10, 22))
    datetime.date(2021, 10, 20)
    >>> claimed_date("it may be so", published=date(2021, 10, 22)) is None
    True
    """
    forms = _FORMS if any(map(str.isdecimal, words)) else ()  # compiled where there is a number
    found = {day for form in forms for day in _absolute(form, words, published=published)}
    if not found and published is not None:
        found = _relative(words, published=published)
    return found.pop() if len(found) == 1 else None


def _absolute(form: str, words: str, *, published: date | None) -> list[date]:
    days = []
    for match in re.finditer(form, words):
        parts = match.groupdict()
        if parts.get("month") == "May" and not _is_month(words, match):
            continue
        number = (
            int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"][:3].lower()]
        )
        day = _day(parts.get("year"), number, int(parts["day"]), published=published)
        if day is not None:
            days.append(day)
    return days


def _is_month(words: str, match: re.Match[str]) -> bool:
    """Whether "May 20" is a date, not a wish: "on May 20", "20 May", "May 20, 2021"."""
    if match["year"] or match.start("day") < match.start("month"):
        return True
    return words[: match.start()].rstrip().lower().endswith((" on", "of", ","))


def _day(year: str | None, month: int, day: int, *, published: date | None) -> date | None:
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if year is not None:
        return _valid(int(year), month, day)
    if published is None:
        return None
    this = _valid(published.year, month, day)
    if this is not None and this > published + timedelta(days=1):
        return _valid(published.year - 1, month, day)
    return this


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative(words: str, *, published: date) -> set[date]:
    found: set[date] = set()
    for match in re.finditer(_RELATIVE, words):
        back = 1 if match["word"].lower() in ("yesterday", "вчера") else 0
        found.add(published - timedelta(days=back))
    for match in re.finditer(_WEEKDAY, words):
        which = (match["which"] or "").lower()
        if which in ("next", "every", "each", "coming"):
            continue
        if match["day"]:
            number = _DAYS.index(match["day"].lower())
        else:
            number = _RUSSIAN_DAYS.index(match["russian"])
        back = (published.weekday() - number) % 7
        if which in ("last", "previous") and back == 0:
            back = 7
        found.add(published - timedelta(days=back))
    return found
