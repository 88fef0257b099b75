"""Lines with the place and the day of an utterance, above or below its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from sources.importers.blocks import Block
from sources.importers.days import days, is_date_line

_NO_PLACE: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday published posted updated date news"
    " today сегодня on by at admin author editor source last modified release view views page"
    " time est edt gmt msk updated release опубликовано размещено обновлено дата новости источник"
    " понедельник вторник среда четверг пятница суббота воскресенье года год"
    " press bulletin statement statements remarks speeches events transcripts".split()
)
_IN_SIGNS: Final = re.compile("[\u4e00-\u9fff·]{2,10}")
_NO_SIGNS: Final = re.compile(
    "[:：]|来源|发布|时间|星期|编辑|作者|分享|打印|外交部|网站|上午|下午|更新"
)
_LOCAL: Final = re.compile(r"\(?\b[A-Z]\w+ (?:time|Time)\b\)?")
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d|\btoday\b|сегодня|[|°]", re.IGNORECASE)
_HEAD: Final = 8
_TAIL: Final = 4
_LONG: Final = 160
_SENTENCE: Final = ".?!…,:;”»。！？：，"


class Dateline(NamedTuple):
    """The place and the day of a line; no day where it names several."""

    place: str | None
    day: date | None


def names_place(line: str) -> bool:
    """Whether a line with a date names a place beside it.

    >>> names_place("Moscow, October 20, 2021"), names_place("Published: 20 October 2021")
    (True, False)
    """
    return _place(line) is not None


def _place(line: str) -> str | None:
    rest = line
    for found in reversed(days(line)):
        rest = f"{rest[: found.start]}\n{rest[found.end :]}"
    rest = _LOCAL.sub(" ", rest)
    words = re.findall(r"[^\W\d_]{3,}", rest)
    signs = _IN_SIGNS.findall(rest)
    if len(signs) == 1 and not _NO_SIGNS.search(rest):
        return str(signs[0])
    if not any(word[0].isupper() and word.lower() not in _NO_PLACE for word in words):
        return None
    parts = [part.strip(" ,.()[]–—-|/\n") for part in rest.split("\n")]
    return next((part for part in parts if re.search(r"[^\W\d_]{3,}", part)), None)


def dateline(text: str) -> Dateline | None:
    """The place and day of a line that is no more than that.

    >>> dateline("Tunxi, March 31, 2022")
    Dateline(place='Tunxi', day=datetime.date(2022, 3, 31))
    >>> dateline("(New York, 19 October 2021)").place, dateline("Bali, July 7-8, 2022").day
    ('New York', None)
    >>> dateline("20 October 2021") is None
    True
    """
    if not is_date_line(text):
        return None
    place = _place(text)
    found = days(text)
    if place is None or len(found) > 1:
        return None
    return Dateline(place, None if found[0].several else found[0].day)


class Datelined(NamedTuple):
    """A text with its dateline: the words, and the lines of the heading above that line."""

    line: Dateline | None
    words: tuple[Block, ...]
    head: tuple[Block, ...]


def datelined(blocks: Sequence[Block]) -> Datelined:
    """The dateline of a text, and its words without that line and what belongs to the heading.

    Shape: above the words only lines without a stop may stand before it, below them only such
           may follow; without a dateline, the blocks as they are.
    """
    for index, block in enumerate(blocks[:_HEAD]):
        found = dateline(block.text)
        if found is not None:
            end = _end_of_heading(blocks, index)
            head = tuple(block for block in blocks[:end] if block is not blocks[index])
            return Datelined(found, tuple(blocks[end:]), head)
        if not _is_of_heading(block.text):
            break
    for index in range(len(blocks) - 1, max(0, len(blocks) - _TAIL) - 1, -1):
        found = dateline(blocks[index].text)
        if found is not None:
            return Datelined(found, tuple(blocks[:index]), ())
        if not _is_of_heading(blocks[index].text):
            break
    return Datelined(None, tuple(blocks), ())


def _end_of_heading(blocks: Sequence[Block], line: int) -> int:
    """Where the words begin: below the dateline, or below the day of posting not far under it."""
    for index, block in enumerate(blocks[line + 1 : line + 4], start=line + 1):
        if is_date_line(block.text):
            return index + 1
        if not _is_of_heading(block.text):
            break
    return line + 1


def above(blocks: Sequence[Block]) -> Dateline | None:
    """The dateline among the lines just above a heading; a clock's line is none."""
    for block in reversed(blocks):
        if not block.furniture and _CLOCK.search(block.text) is None:
            found = dateline(block.text)
            if found is not None:
                return found
    return None


def _is_of_heading(text: str) -> bool:
    """A line of the heading or of the signature: an occasion, an office, a day."""
    return len(text) < _LONG and text[-1] not in _SENTENCE
