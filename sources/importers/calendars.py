"""Dates in three calendars at the foot of a statement: lunar, solar Hijri, Gregorian.

Neither their order nor that of day and month is stable, so a date is told by its year, and the
Gregorian one is read in the order that agrees with the solar one. The lunar date depends on
when the moon was seen and is no check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from sources.importers.days import days

DIGITS: Final = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_NUMBERS: Final = re.compile(
    r"(?<![\d/.-])(\d{1,4})\s*[/.–-]\s*(\d{1,2})\s*[/.–-]\s*(\d{1,4})(?![\d/])"
)
_SOLAR_MONTHS: Final = (
    "hamal حمل وری farvardin", "sawr saur thawr ثور غویی", "jawza jauza جوزا غبرګولی",
    "saratan سرطان چنګاښ", "asad اسد زمری", "sunbula sonbola sunbulah سنبله وږی", "mizan میزان تله",
    "aqrab عقرب لړم", "qaws qaus قوس لیندۍ", "jadi jaddi جدی مرغومی", "dalw dalwa دلو سلواغه",
    "hut hoot حوت کب",
)  # fmt: skip
_SOLAR_MONTH: Final = {
    name: number for number, names in enumerate(_SOLAR_MONTHS, start=1) for name in names.split()
}
_NAMED: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({'|'.join(_SOLAR_MONTH)})\w*[\s,]+(1[34]\d\d)",
    re.IGNORECASE,
)
_LUNAR: Final = re.compile(
    r"\b(?:muharram|safar|rabi|jumad|rajab|sha['’]?ban|ramad|ramaz|shaww|dhu|zul|zil)[\w'’ -]{0,22}"
    r"[\s,]+14\d\d"
    r"|(?:محرم|صفر|ربیع|ربيع|جمادی|جمادي|رجب|شعبان|رمضان|شوال|ذوالقعده|ذوالحجه|ذي|ذی)[\w ]{0,16}"
    r"[\s،]+14\d\d",
    re.IGNORECASE,
)
_ARABIC_MONTHS: Final = (
    "جنوري|جنوری|ژانویه", "فبروري|فبروری|فوریه", "مارچ|مارس", "اپریل|اپرېل|آوریل", "می|مې|مه",
    "جون|ژوئن", "جولای|جولايي|ژوئیه", "اګست|اگست|اوت", "سپتمبر|سپتامبر", "اکتوبر|اکتبر",
    "نومبر|نوامبر", "دسمبر|ډسمبر|دسامبر",
)  # fmt: skip
_SOLAR_YEARS: Final = range(1370, 1415)
_LUNAR_YEARS: Final = range(1415, 1500)
_GREGORIAN_YEARS: Final = range(1990, 2100)
_ANCHOR: Final = (1400, date(2021, 3, 21))
"""A first day of the solar year."""


class Dated(NamedTuple):
    """What the dates of a line say.

    Shape: `day` is the Gregorian date, or the solar one where there is no other; `conflict`
           says how the two disagree, `None` where they agree or there is only one.
    """

    day: date
    n_calendars: int
    conflict: str | None


def dated(text: str) -> Dated | None:
    """The day that a text gives in one or more calendars, `None` where it gives none.

    >>> dated("04/08/1441 Hijri Lunar 09/01/1399 Hijri Solar 28/03/2020 Gregorian").day
    datetime.date(2020, 3, 28)
    >>> dated("1/3/1444هـ ق 2022/8/1 م 10/5/1401هـ ش")[:2]
    (datetime.date(2022, 8, 1), 3)
    >>> dated("28/03/2020 Gregorian, 11/01/1399 Solar").conflict
    '2020-03-28 and 11/01/1399 (2020-03-30)'
    """
    text = text.translate(DIGITS)
    gregorian = [*_gregorian(text)]
    solar = [*_solar(text)]
    n_lunar = any(_year(match) in _LUNAR_YEARS for match in _NUMBERS.finditer(text)) or bool(
        _LUNAR.search(text)
    )
    if not gregorian and not solar:
        return None
    n_calendars = bool(gregorian) + bool(solar) + n_lunar
    if not gregorian:
        return Dated(solar[0][1], n_calendars, None)
    said = {day for _, day in solar}
    for day in gregorian:
        if not said or day in said:
            return Dated(day, n_calendars, None)
    written, other = solar[0]
    return Dated(gregorian[0], n_calendars, f"{gregorian[0]} and {written} ({other})")


def _year(match: re.Match[str]) -> int:
    return max(int(match[1]), int(match[3]))


def _gregorian(text: str) -> Iterator[date]:
    """Every reading of the Gregorian dates, the usual order first."""
    for match in _NUMBERS.finditer(text):
        if _year(match) in _GREGORIAN_YEARS:
            yield from (day for day in map(_valid, _orders(match)) if day is not None)
    yield from (found.day for found in days(text))
    for number, names in enumerate(_ARABIC_MONTHS, start=1):
        for found in re.finditer(rf"(\d{{1,2}})\s+(?:{names})\w*\s+((?:19|20)\d\d)", text):
            day = _valid((int(found[2]), number, int(found[1])))
            if day is not None:
                yield day


def _solar(text: str) -> Iterator[tuple[str, date]]:
    """Every reading of the solar dates, as written and as the Gregorian day."""
    for match in _NUMBERS.finditer(text):
        if _year(match) in _SOLAR_YEARS:
            for year, month, number in _orders(match):
                if 1 <= month <= 12 and 1 <= number <= 31:
                    yield match.group(), from_solar(year, month, number)
    for match in _NAMED.finditer(text):
        month = next(m for name, m in _SOLAR_MONTH.items() if match[2].lower().startswith(name))
        yield match.group(), from_solar(int(match[3]), month, int(match[1]))


def _orders(match: re.Match[str]) -> tuple[tuple[int, int, int], ...]:
    """(year, month, day) in both orders of month and day; the usual one first."""
    first, middle, last = int(match[1]), int(match[2]), int(match[3])
    if first > 31:
        return ((first, middle, last), (first, last, middle))
    return ((last, middle, first), (last, first, middle))


def _valid(parts: tuple[int, int, int]) -> date | None:
    try:
        return date(*parts)
    except ValueError:
        return None


def from_solar(year: int, month: int, number: int) -> date:
    """The Gregorian day of a day of the solar Hijri calendar, 1370 to 1414.

    >>> from_solar(1401, 5, 10), from_solar(1399, 12, 30)
    (datetime.date(2022, 8, 1), datetime.date(2021, 3, 20))
    """
    anchor, first = _ANCHOR
    for passed in range(anchor, year):
        first += timedelta(days=366 if _is_leap(passed) else 365)
    for ahead in range(year, anchor):
        first -= timedelta(days=366 if _is_leap(ahead) else 365)
    return first + timedelta(days=31 * min(month - 1, 6) + 30 * max(month - 7, 0) + number - 1)


def _is_leap(year: int) -> bool:
    """The rule of 33 years, which holds for all years asked about."""
    return (year + 12) % 33 % 4 == 1
