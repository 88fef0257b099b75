"""The words of a page: what stands under its heading, without furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from sources.importers.blocks import Block
from sources.importers.datelines import names_place
from sources.importers.days import days, is_date_line, iso_day
from sources.importers.furniture import (
    begins_links,
    is_address,
    is_furniture_line,
    is_nobodys,
    marks_end,
)
from sources.importers.labels import is_asking, is_name_like
from sources.importers.page import Page

_TODAY: Final = re.compile(r"\btoday\b|сегодня|اليوم|امروز", re.IGNORECASE)
_MOST_LINKED: Final = 0.6
_LONG: Final = 120
_SHORT: Final = 30
_ABOVE: Final = 4
"""Lines further above a heading where a date counts that says itself to be of publication."""
_PUBLISHED: Final = re.compile(
    r"(?:published|posted|publication date|date of publication|опубликован\w*|дата публикации)\b",
    re.IGNORECASE,
)
_NO_NAMES: Final = frozenset("The A An On About О Об".split())
_HEADINGS: Final = frozenset("h2 h3 h4 h5 h6".split())
_FOOT: Final = 6
"""Lines at the end of a page that may be its address."""
_LEAST: Final = 80
_MOST_BOLD: Final = 0.3
"""Share of the paragraphs that are set bold whole above which that sets no heading apart."""
_CONTAINS: Final = 0.6
"""Share of the text under a heading that its element holds at least."""


def body(page: Page, *, inside: str | None = None, end: str | None = None) -> tuple[Block, ...]:
    """The blocks of the page's own text, in order.

    Shape: those inside elements whose class or id has `inside`, where the page has such, else
           those after the heading; up to a line that begins related links and the like, or
           one that fits `end`.
    """
    blocks = tuple(_own(_inside(page, inside) or _under_title(page)))
    ends = re.compile(end, re.IGNORECASE) if end else None
    listed = frozenset(block.text for block in page.blocks if block.tag == "li")
    return _unheaded(tuple(_contained(tuple(_until(blocks, end=ends)))), listed=listed)


def _inside(page: Page, names: str | None) -> Sequence[Block]:
    if names is None:
        return ()
    pattern = re.compile(names)
    found = [block for block in page.blocks if pattern.search(block.names)]
    return found if sum(len(block.text) for block in found) >= _LEAST else ()


def _under_title(page: Page) -> Sequence[Block]:
    return page.blocks if page.title is None else page.blocks[page.title + 1 :]


def _contained(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks up to what stands outside the element with most of the text, and is no text.

    Shape: a heading, a date or a line without a stop at its end, after that element, begins
           something else; full sentences are kept wherever they stand.
    """
    inside = _container(blocks)
    begun = False
    for block in blocks:
        is_in = inside in block.path
        begun = begun or is_in
        if begun and not is_in and not _is_text(block):
            return
        yield block


def _container(blocks: Sequence[Block]) -> int:
    """The innermost element that holds most of the text."""
    sizes = Counter[int]()
    depth: dict[int, int] = {}
    for block in blocks:
        for level, element in enumerate(block.path):
            sizes[element] += len(block.text)
            depth[element] = level
    total = sum(len(block.text) for block in blocks)
    held = [element for element, size in sizes.items() if size >= _CONTAINS * total]
    return max(held, key=lambda element: depth[element], default=0)


def _is_text(block: Block) -> bool:
    if block.tag in ("h1", "h2", "h3", "h4", "h5", "li") or is_date_line(block.text[:_LONG]):
        return False
    return block.text.rstrip()[-1:] in ".?!:”»)]>…。！？：" or len(block.text) > _LONG


def _own(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.furniture or is_furniture_line(block.text) or is_nobodys(block.text):
            continue
        if block.linked > _MOST_LINKED and not block.text.rstrip().endswith((".", "?", "!", "”")):
            continue
        yield block


def _until(blocks: Sequence[Block], *, end: re.Pattern[str] | None) -> Iterator[Block]:
    begun = 0
    spoken = False
    for index, block in enumerate(blocks):
        ends = marks_end(block.text) or (end is not None and end.match(block.text))
        if (begun > _LEAST or spoken) and (ends or begins_links(block.text)):
            return
        if spoken and is_address(block.text) and len(blocks) - index <= _FOOT:
            return
        begun += len(block.text)
        spoken = spoken or (
            _is_text(block) and (len(block.text.split()) > 1 or block.text[-1] in "。！？")
        )
        yield block


def _unheaded(blocks: tuple[Block, ...], *, listed: frozenset[str]) -> tuple[Block, ...]:
    """The blocks without headings of sections, and without the list of them above."""
    often = Counter(block.text for block in blocks if block.text[-1].isalnum())
    twice = frozenset(text for text, n in often.items() if n == 2 and len(text.split()) > 1)
    bold = [block for block in blocks if _is_section(block, listed=listed, twice=twice)]
    if len(bold) > _MOST_BOLD * len(blocks) + 1:
        bold = [block for block in bold if block.tag in _HEADINGS]
    heads = {block.text for block in bold}
    return tuple(block for block in blocks if block.text not in heads)


def _is_section(block: Block, *, listed: frozenset[str], twice: frozenset[str]) -> bool:
    """A line set bold whole, or as a heading, that is no sentence, no label and no name.

    Shape: `listed` are lines of lists, such as the table of contents; lines that are there
           `twice` are headings of a text that is not marked up, with their table of contents.
    """
    text = block.text
    is_set = block.tag in _HEADINGS or block.bold >= len(text) or text in twice
    if not is_set or len(text) > _LONG:
        return False
    if is_date_line(text) or re.match(r"\d{1,2}[:.]\d\d", text):
        return False
    words = text.split()
    label = text.rstrip(" :")
    is_name = len(words) < (9 if text.endswith(":") else 5) and is_name_like(label)
    is_name = is_name and text not in listed and words[0] not in _NO_NAMES
    is_open = text[-1].isalnum() or text[-1] == ":"
    return is_open and not is_name and not is_asking(label) and len(words) > 1


def published(page: Page, *, before: int = 2, after: int = 6, placed: bool = True) -> date | None:
    """When the page was published: as its head says, or a line near its heading.

    Shape: without `placed`, a line with a place beside the date is no day of publication; a date
           elsewhere on the page is another document's, or today's, and never taken.
    """
    given = page.meta(
        "article:published_time", "datepublished", "pubdate", "publishdate", "dc.date",
        "dc.date.issued", "dcterms.issued", "dcterms.date", "date",
    )  # fmt: skip
    day = iso_day(given) or (days(given)[0].day if given and days(given) else None)
    if day is not None:
        return day
    if page.title is None:
        return None
    near = page.blocks[page.title + 1 : page.title + 1 + after]
    start = page.title - before
    ahead = [
        block
        for index, block in enumerate(page.blocks[: page.title])
        if index >= start or (index >= start - _ABOVE and _PUBLISHED.match(block.text))
    ]
    head = takewhile(lambda block: not _is_prose(block) and not begins_links(block.text), near)
    dated = [b for b in (*head, *reversed(ahead)) if _dated(b) is not None]
    alone = [block for block in dated if not names_place(block.text)]
    return next((_dated(block) for block in (*alone, *(dated if placed else ()))), None)


def _is_prose(block: Block) -> bool:
    """A sentence: with it the words have begun, and dates further down are of something else."""
    if len(block.text) > _LONG:
        return True
    return block.text[-1] in ".!?…" and not is_date_line(block.text) and len(block.text) > _SHORT


def _dated(block: Block) -> date | None:
    """The day of a line that is little but a date."""
    if block.furniture or block.linked > _MOST_LINKED or len(block.text) > _LONG:
        return None
    if _TODAY.search(block.text):
        return None
    if block.time and iso_day(block.time):
        return iso_day(block.time)
    return days(block.text)[0].day if is_date_line(block.text) else None
