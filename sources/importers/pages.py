"""Official pages: recognised by what they hold, read by their layout, turned into statements."""

from __future__ import annotations

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
    """A layout: its name, whether a page is in it, and how one is read."""

    name: str
    recognises: Callable[[Page], bool]
    read: Callable[[Page, People, bytes], Draft]


LAYOUTS: Final = (
    Layout("tei", tei.recognises, tei.read),
    Layout("russian_ministry", russian_ministry.recognises, russian_ministry.read),
    Layout("russian_embassy", russian_embassy.recognises, russian_embassy.read),
    Layout("kremlin", kremlin.recognises, kremlin.read),
    Layout("state_department", state_department.recognises, state_department.read),
    Layout("un_record", un_record.recognises, un_record.read),
    Layout("un_secretary_general", un_secretary_general.recognises, un_secretary_general.read),
    Layout("indian_ministry", indian_ministry.recognises, indian_ministry.read),
    Layout("chinese_ministry", chinese_ministry.recognises, chinese_ministry.read),
    Layout("taliban", taliban.recognises, taliban.read),
    Layout("wire", wire.recognises, wire.read),
    Layout("generic", generic.recognises, generic.read),
)
"""In the order in which they are asked; the last takes every page that no other knows."""


def layout_of(data: bytes, *, url: str | None = None, where: str = "page") -> str | None:
    """The name of the layout that these bytes are in, `None` where they are no page or no text."""
    try:
        page = read_blocks(data, url=url, where=where)
    except InputError:
        return None
    return next((layout.name for layout in LAYOUTS if layout.recognises(page)), None)


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
    try:
        page = read_blocks(data, url=url or options.url, where=where)
    except InputError as error:
        raise ImportFailedError(
            error.what, where=where, next_step=f"{error.next_step}; {NOTHING_STORED}"
        ) from error
    layout = next((layout for layout in LAYOUTS if layout.recognises(page)), None)
    if layout is None:
        raise ImportFailedError(
            "is no page of a known layout",
            where=where,
            next_step=f"add it as a transcript with speaker labels; {NOTHING_STORED}",
        )
    if options.published is not None:
        given = ("article:published_time", options.published.isoformat())
        page = page._replace(metas=(given, *page.metas))
    draft = layout.read(page, people, data)
    return tuple(statements(draft, page=page, options=options, people=people, where=where))
