"""Dates as official pages write them, in the languages they write."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь янв", "february feb февраля февраль фев",
            "march mar марта март мар",
            "april apr апреля апрель апр", "may мая май", "june jun июня июнь июн",
            "july jul июля июль июл",
            "august aug августа август авг", "september sept sep сентября сентябрь сент сен",
            "october oct октября октябрь окт", "november nov ноября ноябрь нояб ноя",
            "december dec декабря декабрь дек",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
# A year may run into the time that follows it: "20 October 202114:05".
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)(?=\D|$|\d{1,2}:\d\d)"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>{_MONTH})\.?,?[\s-]+{_YEAR}",
        rf"(?<!\w)(?P<month>{_MONTH})\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+{_YEAR}",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<number>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!-?\d)",
        rf"(?<![\d-])(?P<day>[0-3]?\d)[-/.](?P<number>[01]?\d)[-/.]{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)年(?P<number>[01]?\d)月(?P<day>[0-3]?\d)日",
    )
)


_RANGE: Final = (
    rf"(?<![\w.:/-])(?P<first>[0-3]?\d)(?:st|nd|rd|th|-?го|-?е)?(?:\s+(?P<month_before>{_MONTH})\.?)?"
    rf"(?:,?\s+(?:19|20)\d\d)?\s*(?:[-–—/]|to|until|and|&|и|по)\s*(?:the\s+)?"
)
_TO: Final = re.compile(r"\s*(?:[-–—]|to|until|and|по|и)\s*", re.IGNORECASE)
_BEFORE: Final = re.compile(rf"{_RANGE}$", re.IGNORECASE)
"""What stands before the last day of several: "7-", "30 June – "."""
_SEVERAL: Final = re.compile(
    rf"(?<!\w)(?P<month>{_MONTH})\.?\s+[0-3]?\d(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d\d)?"
    rf"\s*(?:[-–—/]|to|until|and|&)\s*(?:the\s+)?(?:(?P<last_month>{_MONTH})\.?\s+)?"
    rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+{_YEAR}",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A date in a text: half-open offsets and what it says.

    Shape: `several` says that it is the last of several days ("July 7-8, 2022").
    """

    start: int
    end: int
    day: date
    several: bool = False


def days(text: str) -> tuple[Day, ...]:
    """Every full date of a text, in order; numbers are read day first, as outside the US.

    >>> [str(found.day) for found in days("20 October 202114:05, Moscow, October 21, 2021")]
    ['2021-10-20', '2021-10-21']
    >>> [str(found.day) for found in days("20 октября 2021 года; 05.11.2021; 31.02.2021")]
    ['2021-10-20', '2021-11-05']
    >>> days("2087-12-10-2022")  # the number of a document
    ()
    >>> [(str(each.day), each.several) for each in days("7–8 July 2022 / July 30 - August 1, 2022")]
    [('2022-07-08', True), ('2022-08-01', True)]
    """
    found: dict[int, Day] = {}
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day(match)
            if day is not None:
                end = max(match.end("day"), match.end("year"))
                found[match.start()] = Day(match.start(), end, day)
    return tuple(_ranged(text, [found[start] for start in sorted(found)]))


def _ranged(text: str, found: list[Day]) -> list[Day]:
    """The dates, those that belong to one range as its last day."""
    for match in _SEVERAL.finditer(text):
        named = match["last_month"] or match["month"]
        day = _valid(int(match["year"]), _MONTHS[named.lower()], int(match["day"]))
        if day is not None:
            whole = Day(match.start(), match.end("year"), day, several=True)
            found = [each for each in found if not whole.start <= each.start < whole.end]
            found.append(whole)
    made: list[Day] = []
    for each in sorted(found):
        start = _range_start(text, each, after=made[-1] if made else None)
        if made and start == made[-1].start:
            made.pop()
        several = each.several or start < each.start
        made.append(Day(start, each.end, each.day, several=several))
    return made


def _range_start(text: str, last: Day, *, after: Day | None) -> int:
    """Where the range begins whose last day this is; its own start where it is alone."""
    if after is not None and _TO.fullmatch(text, after.end, last.start) and after.day < last.day:
        return after.start
    before = _BEFORE.search(text, after.end if after else 0, last.start)
    if before is None or (not before["month_before"] and int(before["first"]) >= last.day.day):
        return last.start
    return before.start()


def the_day(text: str) -> date | None:
    """The day that a heading ends in, `None` where it has none or ends in several.

    >>> the_day("Remarks in Bali, 8 July 2022"), the_day("Interview, Bali, July 7-8, 2022")
    (datetime.date(2022, 7, 8), None)
    """
    found = days(text)
    return found[-1].day if found and not found[-1].several else None


def only_day(text: str) -> date | None:
    """The one date of a text, `None` if it has none or several that differ."""
    named = {found.day for found in days(text)}
    return named.pop() if len(named) == 1 else None


def last_day(text: str) -> date | None:
    """The last date of a text."""
    found = days(text)
    return found[-1].day if found else None


_BESIDE: Final = re.compile(
    r"[【\[][^】\]]{0,40}[】\]]|(?:来源|作者|编辑|浏览次数)\s*[:：]\s*\S+|打印|分享到?\s*[:：]?|字体|收藏"
    r"|(?:source|views?|font|category|tags?|editor|author|источник|просмотр\w*)\s*[:：].*"
    r"|\b(?:print|share|tweet|e-?mail|facebook|twitter|whatsapp|telegram|печать|поделиться)\b",
    re.IGNORECASE,
)
"""What a site sets beside the date of a page: its source, buttons, counters."""
_CLOCK: Final = re.compile(
    r"\b(?:[ap]\.?m\b\.?|gmt|utc|est|edt|msk|ist|updated|\d+ (?:min(?:ute)?|hour|day)s? ago)",
    re.IGNORECASE,
)


def is_date_line(text: str) -> bool:
    """Whether a line has little but a date: a weekday, a time or a place may stand beside it.

    >>> is_date_line("20 October 202114:05"), is_date_line("Moscow, October 20, 2021")
    (True, True)
    >>> is_date_line("March 16, 2023 11:20 AM GMT Updated 5 hours ago by our staff in Kabul")
    False
    >>> is_date_line("March 16, 2023 11:20 AM GMT Updated 5 hours ago")
    True
    >>> is_date_line("2022-10-19 18:52 来源：外交部 【大 小】 打印 分享到：")
    True
    >>> is_date_line("On October 20, 2021, the third meeting of the consultations took place")
    False
    """
    found = days(text)
    if not found:
        return False
    rest = text
    for each in reversed(found):
        rest = rest[: each.start] + rest[each.end :]
    rest = _CLOCK.sub(" ", _BESIDE.sub(" ", rest))
    n_signs = len(re.findall("[\u3400-\u9fff]", rest))
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 4 and len(text) <= 90 and n_signs <= 8


_ALONE: Final = (
    rf"(?:(?P<month>{_MONTH})\.?\s+(?P<day>[0-3]?\d)|(?P<day_first>[0-3]?\d)\s+"
    rf"(?P<month_last>{_MONTH}))(?!\w)"
)
_OPENING: Final = re.compile(
    rf"\W*(?:On\s+)?(?:the\s+\w+\s+of\s+)?(?:[A-Z][a-z]+day,?\s+)?{_ALONE}", re.IGNORECASE
)
_OPENS: Final = 24
"""Letters before the date of an account at most: "On the evening of "."""
_HELD: Final = re.compile(r"\bon (?:[A-Z][a-z]+day,? )?$")


def opening_day(text: str, *, published: date | None) -> date | None:
    """The day with which an account begins; without a year, the last such day up to `published`.

    >>> opening_day("On November 3, the ministers spoke", published=date(2021, 11, 4))
    datetime.date(2021, 11, 3)
    >>> opening_day("30 декабря состоялся разговор", published=date(2022, 1, 1))
    datetime.date(2021, 12, 30)
    """
    head = text[:40]
    whole = [found for found in days(head) if found.start < _OPENS]
    if whole:
        return None if whole[0].several else whole[0].day
    return _without_year(_OPENING.match(head), published=published)


def told_day(text: str, *, published: date | None) -> date | None:
    """The day with which an account begins, else the one that its first paragraph gives.

    >>> told_day("The talks were held in Oslo on 3 May 2023.", published=date(2023, 5, 4))
    datetime.date(2023, 5, 3)
    >>> told_day("The talks agreed on 3 May 2023 go on.", published=date(2023, 5, 2)) is None
    True
    """
    day = opening_day(text, published=published)
    told = days(text)
    if day is None and len(told) == 1 and not told[0].several:
        day = told[0].day if _HELD.search(text[: told[0].start]) else None
    is_to_come = day is not None and published is not None and day > published
    return None if is_to_come else day


def _without_year(found: re.Match[str] | None, *, published: date | None) -> date | None:
    """The last day of this name up to the day of publication."""
    if found is None or published is None:
        return None
    month = _MONTHS[(found["month"] or found["month_last"]).lower()]
    number = int(found["day"] or found["day_first"])
    this = _valid(published.year, month, number)
    if this is not None and this > published:
        return _valid(published.year - 1, month, number)
    return this


def iso_day(written: str | None) -> date | None:
    """The day of a machine-readable date or time, `None` for what is none."""
    match = re.match(r"\s*(\d{4})-(\d{2})-(\d{2})", written or "")
    return _valid(*map(int, match.groups())) if match else None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    number = parts.get("number")
    month = int(number) if number else _MONTHS[parts["month"].lower()]
    return _valid(int(parts["year"]), month, int(parts["day"]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
