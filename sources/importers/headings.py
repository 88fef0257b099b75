"""The heading of a page: which of its lines it is, as a layout knows it by its form."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from sources.importers.blocks import Block
from sources.importers.days import days, is_date_line
from sources.importers.furniture import CRUMBS, begins_links, is_furniture_line
from sources.importers.page import Page

_DATED: Final = 12
"""Letters before a heading's own date."""
_MENU: Final = 3
"""Words of a line of a menu at most."""
_ABOUT: Final = 0.6
"""Share of the longest line's letters that a heading has at least."""
_SENTENCE: Final = 5
"""Words above which a line with a stop is a sentence."""
_LONGEST: Final = 300
_STOPS: Final = (".", "?", "!", "…", "。", "؟", "۔")
_CLOSING: Final = ')]”»"*'
_SIGNS: Final = re.compile("[\u4e00-\u9fff]")
_BYLINE: Final = re.compile(r"(?:by )?(?:[A-Z][\w.'’-]*\s+){1,4}[A-Z][\w'’-]+,\s*[A-Z].*")
_NUMBERS: Final = re.compile(r"(?<!\d)1[34]\d\d(?!\d)")
"""Years of the lunar and the solar calendar."""
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
           else, where none is marked, the first line above the sentences that is about as long as
           any there, for lines of menus are shorter. A line that is the name of the site, as
           `site` knows it, is no heading.
    """
    page = _without_name(page, site) if site is not None else page
    spelt = _spelt(page)
    if spelt is not None:
        return _joined_heading(page._replace(title=spelt, heading=page.blocks[spelt].text))
    heading = page.heading or ""
    if page.is_html and page.title is not None and fitting(fits, heading):
        return page
    found = _best_fitting(page, fits, first=first)
    unmarked = not page.is_html or page.title is None
    if unmarked and (found is None or not _is_long(page.blocks[found].text)):
        standing = _standing(page, first=first)
        found = found if standing is None else standing
    if found is None:
        return page
    return _joined_heading(page._replace(title=found, heading=page.blocks[found].text))


def _standing(page: Page, *, first: int) -> int | None:
    """The line that stands as the heading where none is marked: above the sentences, and long.

    Shape: bylines, and dates of other calendars, may be longer than the heading.
    """
    lines: list[int] = []
    for index, block in enumerate(page.blocks[:first]):
        if _is_sentence(block.text) and lines:
            break
        if _n_words(block.text) > 2 and _may_head(block) and not is_furniture_line(block.text):
            lines.append(index)
    lengths = [
        len(page.blocks[index].text)
        for index in lines
        if not _BYLINE.fullmatch(page.blocks[index].text)
        and not _NUMBERS.search(page.blocks[index].text)
    ]
    least = _ABOUT * max(lengths, default=0)
    return next((index for index in lines if len(page.blocks[index].text) >= least), None)


def _is_sentence(text: str) -> bool:
    is_ended = text.rstrip(_CLOSING)[-1:] in _STOPS and _n_words(text) > _SENTENCE
    return is_ended or len(text) > _LONGEST


def _is_long(text: str) -> bool:
    """Whether a line is longer than those of a menu."""
    return _n_words(text) > _MENU


def _n_words(text: str) -> int:
    """The words of a line; in signs, which are written without spaces, two stand for one."""
    return max(len(text.replace("|", " ").split()), len(_SIGNS.findall(text)) // 2)


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
    long = (i for i in fit if _is_long(page.blocks[i].text))
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
    if page.is_html or at is None:
        return page
    if at > 0 and _goes_on(page.blocks[at - 1], page.blocks[at]):
        return _joined_heading(page._replace(title=at - 1, heading=page.blocks[at - 1].text))
    if at + 1 >= len(page.blocks) or not _goes_on(page.blocks[at], page.blocks[at + 1]):
        return page
    first, second = page.blocks[at], page.blocks[at + 1]
    whole = first._replace(text=f"{first.text} {second.text}")
    blocks = (*page.blocks[:at], whole, *page.blocks[at + 2 :])
    return _joined_heading(page._replace(blocks=blocks, heading=whole.text))


def _goes_on(first: Block, second: Block) -> bool:
    """Whether a line goes on in the one right below it."""
    is_open = second.text[0].islower() or first.text.endswith(_GOES_ON)
    return second.broken and is_open and not _is_of_site(first.text)


def _without_name(page: Page, site: re.Pattern[str]) -> Page:
    """A page's text without the lines that only name the site."""
    if page.is_html:
        return page
    names = [site.fullmatch(block.text) is not None for block in page.blocks]
    for index, (above, below) in enumerate(pairwise(page.blocks)):
        if site.fullmatch(f"{above.text} {below.text}"):  # a name that goes on in the next line
            names[index] = names[index + 1] = True
    kept = tuple(block for block, is_name in zip(page.blocks, names, strict=True) if not is_name)
    if not kept or len(kept) == len(page.blocks):
        return page
    return page._replace(blocks=kept, title=0, heading=kept[0].text)
