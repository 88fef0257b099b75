"""Quotation marks and line ends of a text, with what the characters beside each mark allow."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.singles import SINGLES

_ONLY_OPEN = "„«‹「『〝"

_ONLY_CLOSE = "›」』〞〟"

_EVENT = re.compile(r"""``|''|[“”„‟"＂«»‹›「」『』〝〞〟‘’‚‛'\n]""")
_MASK = re.compile(
    r"^(```|~~~)[^\n]*\n(?s:.{0,20000}?)^\1"  # fenced code
    r"|(?<!`)`(?!`)[^`\n]{1,300}`(?!`)"  # code in a line
    r"|<[A-Za-z!/](?:[^<>\n]|\n(?!\s*\n)){0,500}>"  # a tag with its attributes
    r"|\]\([^()\n]{1,500}\)",  # the address of a link
    re.MULTILINE,
)
_OPENS_AFTER = frozenset("([{<—–―-/=:…¿¡>*_|“‘«„\"'")


class MarkEvent(NamedTuple):
    """One mark or line end: may it open a quotation, may it close one?"""

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool


def mark_events(text: str) -> list[MarkEvent]:
    """All marks and line ends, with what the characters beside them allow; apostrophes left out."""
    masks = [found.span() for found in _MASK.finditer(text)] if _may_mask(text) else []
    events: list[MarkEvent] = []
    mask_at = 0
    for found in _EVENT.finditer(text):
        start, end = found.span()
        while mask_at < len(masks) and masks[mask_at][1] <= start:
            mask_at += 1
        mark = found.group()
        if mark == "\n":
            events.append(MarkEvent(mark, start, end, opens=False, closes=False))
            continue
        if mask_at < len(masks) and masks[mask_at][0] <= start:
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if len(mark) == 1 and mark in SINGLES and before.isalnum() and after.isalnum():
            continue
        opens = _opens(mark, before=before, after=after)
        closes = bool(before) and not before.isspace()
        events.append(MarkEvent(mark, start, end, opens=opens, closes=closes))
    return events


def _opens(mark: str, *, before: str, after: str) -> bool:
    """Whether the characters beside a mark let it open a quotation."""
    if mark in _ONLY_OPEN or mark in _ONLY_CLOSE:
        return mark in _ONLY_OPEN
    spaced = not before or before.isspace()
    if mark == "“":
        return spaced or (bool(after) and not after.isspace() and not before.isalnum())
    return bool(after) and not after.isspace() and (spaced or before in _OPENS_AFTER)


def _may_mask(text: str) -> bool:
    return "`" in text or "~~~" in text or "<" in text or "](" in text
