"""The heading of a page: which of its lines it is, as a layout knows it by its form."""

from __future__ import annotations

import re
from typing import Final

from sources.importers.blocks import Block
from sources.importers.days import days, is_date_line
from sources.importers.furniture import CRUMBS, begins_links, is_furniture_line
from sources.importers.page import Page

_DATED: Final = 12
"""Letters before a heading's own date."""
_MENU: Final = 3
"""Words of a line of a menu at most."""
_SPELT: Final = 25
"""Letters of a heading that an address has in their order, where it spells it out."""
_NOTICE: Final = re.compile(
    r"(?:attention|announcement|important|emergency|hotline|working hours|опубликовано|внимание"
    r"|объявление|горячая линия|режим работы)\b",
    re.IGNORECASE,
)
"""What a site tells its visitors above its texts."""
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
_LOWER: Final = frozenset("h2 h3 h4 h5 h6".split())


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
        if not (is_head and block.tag not in _LOWER)
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
