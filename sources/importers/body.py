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
    CRUMBS,
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
_DATED: Final = 12
"""Letters before a heading's own date."""
_MENU: Final = 3
"""Words of a line of a menu at most."""
_SPELT: Final = 25
"""Letters of a heading that an address has in their order, where it spells it out."""
_NO_NAMES: Final = frozenset("The A An On About О Об".split())
_NOTICE: Final = re.compile(
    r"(?:attention|announcement|important|emergency|hotline|working hours|опубликовано|внимание"
    r"|объявление|горячая линия|режим работы)\b",
    re.IGNORECASE,
)
"""What a site tells its visitors above its texts."""
_HEADINGS: Final = frozenset("h2 h3 h4 h5 h6".split())
_GOES_ON: Final = (
    ",",
    " of",
    " the",
    " at",
    " on",
    " in",
    " with",
    " and",
    " to",
    " –",
    " and the",
)
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
    bold = [block for block in blocks if _is_section(block, listed=listed)]
    if len(bold) > _MOST_BOLD * len(blocks) + 1:
        bold = [block for block in bold if block.tag in _HEADINGS]
    heads = {block.text for block in bold}
    return tuple(block for block in blocks if block.text not in heads)


def _is_section(block: Block, *, listed: frozenset[str]) -> bool:
    """A line set bold whole, or as a heading, that is no sentence, no label and no name.

    Shape: `listed` are lines of lists, such as the table of contents.
    """
    text = block.text
    if not (block.tag in _HEADINGS or block.bold >= len(text)) or len(text) > _LONG:
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


def retitled(
    page: Page,
    *,
    fits: re.Pattern[str] | None = None,
    site: re.Pattern[str] | None = None,
    first: int = 40,
) -> Page:
    """The page with the heading that a layout knows by its form.

    Shape: the heading found already, if it fits; else the first of the first lines that does;
           else, for a page's text, the first line that is neither a date nor a button. A line
           that is the name of the site, as `site` knows it, is no heading.
    """
    page = _without_name(page, site) if site is not None else page
    spelt = _spelt(page)
    if spelt is not None:
        return _joined_heading(page._replace(title=spelt, heading=page.blocks[spelt].text))
    heading = page.heading or ""
    if page.is_html and page.title is not None and fitting(fits, heading):
        return page
    found = _best_fitting(page, fits, first=first)
    if found is not None:
        return _joined_heading(page._replace(title=found, heading=page.blocks[found].text))
    if page.is_html:
        return page
    for index, block in enumerate(page.blocks[:first]):
        if len(block.text.split()) > 2 and _may_head(block) and not is_furniture_line(block.text):
            return _joined_heading(page._replace(title=index, heading=block.text))
    return page


def _best_fitting(page: Page, fits: re.Pattern[str] | None, *, first: int) -> int | None:
    """Of the lines that have the form, the first with a date in it, or the first of some length.

    Shape: beside a heading of the first rank only other headings may be it; a menu has short
           lines of the same form, and links to other pages begin with their dates.
    """
    is_head = page.title is not None and page.blocks[page.title].tag == "h1"
    fit = [
        index
        for index, block in enumerate(page.blocks[:first])
        if not (is_head and block.tag not in _HEADINGS)
        and fitting(fits, block.text)
        and (_may_head(block) or _ends_dated(block.text))
    ]
    dated = (index for index in fit if _ends_dated(page.blocks[index].text))
    long = (i for i in fit if len(page.blocks[i].text.split()) > _MENU)
    return next(dated, next(long, next(iter(fit), None)))


def _ends_dated(text: str) -> bool:
    """Whether a line has a date in words after some others: "Press Briefing - 4 May 2021".

    Dates in numbers stand beside links to other pages.
    """
    found = days(text)
    if not found or found[0].start <= _DATED or _is_of_site(text):
        return False
    return re.search(r"[^\W\d_]", text[found[0].start : found[0].end]) is not None


def _spelt(page: Page) -> int | None:
    """The line of a page's text that its address spells out."""
    if page.is_html or not page.url:
        return None
    address = re.sub(r"\W+", "", page.url).casefold()
    for index, block in enumerate(page.blocks[:40]):
        key = re.sub(r"\W+", "", re.sub(r"['’]", "", block.text)).casefold()
        if len(key) > _SPELT and key[:_SPELT] in address and _may_head(block):
            return index
    return None


def fitting(fits: re.Pattern[str] | None, text: str) -> bool:
    """Whether a heading has the form, set in capitals or not."""
    if fits is None or not text:
        return False
    if text.isupper():
        fits = re.compile(fits.pattern, fits.flags | re.IGNORECASE)
    return fits.search(text) is not None


def _may_head(block: Block) -> bool:
    return not is_date_line(block.text) and not _is_of_site(block.text)


def _is_of_site(text: str) -> bool:
    """The way to the page, a notice to visitors, links and addresses."""
    return bool(CRUMBS.search(text) or _NOTICE.match(text)) or begins_links(text)


def _joined_heading(page: Page) -> Page:
    """A page's text whose heading goes on in the next line, as the small letter there tells."""
    at = page.title
    if page.is_html or at is None or at + 1 >= len(page.blocks):
        return page
    first, second = page.blocks[at], page.blocks[at + 1]
    if not second.broken or not (second.text[0].islower() or first.text.endswith(_GOES_ON)):
        return page
    whole = first._replace(text=f"{first.text} {second.text}")
    blocks = (*page.blocks[:at], whole, *page.blocks[at + 2 :])
    return _joined_heading(page._replace(blocks=blocks, heading=whole.text))


def _without_name(page: Page, site: re.Pattern[str]) -> Page:
    """A page's text without the lines that only name the site."""
    if page.is_html:
        return page
    kept = tuple(block for block in page.blocks if not site.fullmatch(block.text))
    if not kept or len(kept) == len(page.blocks):
        return page
    return page._replace(blocks=kept, title=0, heading=kept[0].text)
