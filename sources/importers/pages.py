"""Official pages: recognised by what they hold, read by their layout, turned into statements."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from claims.errors import ImportFailedError, InputError
from claims.people import People
from sources.importers.draft import Draft, statements
from sources.importers.fields import NOTHING_STORED
from sources.importers.layouts import (
    chinese_ministry,
    generic,
    indian_ministry,
    kremlin,
    russian_embassy,
    russian_ministry,
    state_department,
    taliban,
    tei,
    un_record,
    un_secretary_general,
    wire,
)
from sources.importers.options import ImportOptions
from sources.importers.page import Page, read_blocks
from sources.models import Statement


class Layout(NamedTuple):
    """A layout: its name, whether a page is in it by what it holds, and how one is read.

    Shape: `host` fits the addresses of the sites that have it, `site` the name that such a site
           gives for itself; `None` where it is no one site's.
    """

    name: str
    recognises: Callable[[Page], bool]
    read: Callable[[Page, People, bytes], Draft]
    host: re.Pattern[str] | None = None
    site: re.Pattern[str] | None = None


_OFFICES: Final = (
    russian_embassy,
    russian_ministry,
    kremlin,
    state_department,
    un_secretary_general,
    indian_ministry,
    chinese_ministry,
    taliban,
)
LAYOUTS: Final = (
    Layout("tei", tei.recognises, tei.read),
    Layout("un_record", un_record.recognises, un_record.read),
    *(
        Layout(
            office.__name__.rpartition(".")[2],
            office.recognises,
            office.read,
            office.HOST,
            office.SITE,
        )
        for office in _OFFICES
    ),
    Layout("wire", wire.recognises, wire.read),
    Layout("generic", generic.recognises, generic.read),
)
"""In the order in which they are asked; the last takes every page that no other knows."""


_LONGEST_TEXT: Final = 1_000_000
"""Characters of a text that may be a page's; the longest meeting records have a third of it."""


class Recognised(NamedTuple):
    """A page with the layout that it is in."""

    page: Page
    layout: Layout
    data: bytes
    where: str


def recognised(data: bytes, *, url: str | None, where: str) -> Recognised | None:
    """The page that the bytes are, with its layout; `None` where they are none, or no text.

    Shape: an address of a known site decides; else what the page holds does, unless the page
           names another site as its own, for then it is a reprint.
    """
    try:
        page = read_blocks(data, url=url, where=where)
    except InputError:
        return None
    if not page.is_html and len(page.text) > _LONGEST_TEXT:
        return None
    for layout in LAYOUTS:
        if layout.host is not None and page.url and layout.host.match(page.url):
            return Recognised(page, layout, data, where)
    site = page.meta("og:site_name")
    for layout in LAYOUTS:
        if site and layout.site is not None and not layout.site.search(site):
            continue
        if layout.recognises(page):
            return Recognised(page, layout, data, where)
    return None


def layout_of(data: bytes, *, url: str | None = None) -> str | None:
    """The name of the layout that these bytes are in, `None` where they are no page or no text."""
    found = recognised(data, url=url, where="page")
    return found.layout.name if found else None


def read_page(
    data: bytes,
    *,
    url: str | None,
    options: ImportOptions,
    people: People,
    where: str | None = None,
) -> tuple[Statement, ...]:
    """The statements on a page: each speaker's turns, with the day said and the day published.

    Shape: `url` is where the bytes came from, `None` for a saved file; `where` names the page
           in messages. What `options` give goes before what the page says.
    Raises: `ImportFailedError` where the bytes are no page, or naming the fact that neither
            the page nor `options` give.
    """
    where = where or url or "page"
    found = recognised(data, url=url or options.url, where=where)
    if found is None:
        raise ImportFailedError(
            "is no page of a known layout",
            where=where,
            next_step=f"add it as a transcript with speaker labels; {NOTHING_STORED}",
        )
    return statements_on(found, options=options, people=people)


def statements_on(
    found: Recognised, *, options: ImportOptions, people: People
) -> tuple[Statement, ...]:
    """The statements on a page whose layout is known.

    Raises: `ImportFailedError` naming the fact that neither the page nor `options` give.
    """
    page = found.page
    if options.published is not None:
        given = ("article:published_time", options.published.isoformat())
        page = page._replace(metas=(given, *page.metas))
    draft = found.layout.read(page, people, found.data)
    return tuple(statements(draft, page=page, options=options, people=people, where=found.where))
