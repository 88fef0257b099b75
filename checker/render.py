"""Replies on a screen: wrapped with hanging labels, styled, safe for right-to-left text.

A look becomes a style here and nowhere else. Whatever a style says is said by a word or a sign
as well, so nothing is lost without colour.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, Group
from rich.text import Text

from checker.dialogue.replies import Reply
from checker.reports.card import LABEL_WIDTH, Line, Look, Part

NARROW = 60

STYLES: dict[Look, str] = {
    "plain": "",
    "match": "bold green",
    "paraphrase": "bold yellow",
    "no_source": "bold cyan",
    "not_checked": "bold",
    "quiet": "dim",
    "stored": "bold",
    "delete": "red",
    "insert": "blue",
    "link": "underline",
    "info": "dim",
    "notice": "",
    "warning": "yellow",
    "error": "bold red",
}
_ISOLATE, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def show(reply: Reply, *, console: Console) -> None:
    """Print a reply, with an empty line after it."""
    for number, block in enumerate(reply.blocks):
        if number:
            console.print()
        console.print(renderable(block, width=console.width), soft_wrap=True)
    if reply.blocks:
        console.print()


def renderable(block: tuple[Line, ...], *, width: int) -> Group:
    """The lines of a block, wrapped at spaces to `width` cells.

    Shape: a word that is wider than the screen, as a link may be, keeps a row of its own and
           is not cut, so that it can be copied.
    """
    return Group(*(row for line in block for row in _rows(line, width=width)))


def _rows(line: Line, *, width: int) -> Iterator[Text]:
    first, later = _margins(line.label, narrow=width < NARROW)
    room, later_room = max(width - len(first), 1), max(width - len(later), 1)
    for number, parts in enumerate(_filled(line.parts, first=room, later=later_room)):
        yield _styled(parts, margin=later if number else first)


def _margins(label: str, *, narrow: bool) -> tuple[str, str]:
    """What stands left of the first row and of the rows after it."""
    if not label:
        return "", "  "
    if narrow:
        return f"{label}{'' if label.endswith('.') else ':'} ", "  "
    return f"  {label:<{LABEL_WIDTH}} ", " " * (LABEL_WIDTH + 3)


def _filled(parts: tuple[Part, ...], *, first: int, later: int) -> Iterator[list[Part]]:
    """The parts, a row at a time; the spaces at which a row breaks are dropped."""
    row: list[Part] = []
    used, room = 0, first
    for gap, word in _words(parts):
        cells = sum(cell_len(part.text) for part in word)
        if row and used + len(gap.text) + cells > room:
            yield row
            row, used, room = [], 0, later
        elif gap.text:
            row.append(gap)
            used += len(gap.text)
        row += word
        used += cells
    yield row


def _words(parts: tuple[Part, ...]) -> Iterator[tuple[Part, list[Part]]]:
    """What stands between spaces, with the spaces before it; a word may run over several parts."""
    gap, word = Part(""), list[Part]()
    for part in parts:
        for piece in re.findall(r"\s+|\S+", part.text):
            if not piece.isspace():
                word.append(Part(piece, part.look))
                continue
            if word:
                yield gap, word
                gap, word = Part(""), []
            gap = Part(gap.text + piece, part.look)
    if word:
        yield gap, word


def _styled(parts: list[Part], *, margin: str) -> Text:
    """One row; right-to-left text is isolated, so that it cannot reorder what stands beside it.

    A link is not: what is copied from it must be the link alone.
    """
    row = Text(no_wrap=True, overflow="ignore")
    row.append(margin, style="dim")
    isolated = is_right_to_left("".join(part.text for part in parts if part.look != "link"))
    row.append(_ISOLATE if isolated else "")
    for part in parts:
        row.append(part.text, style=STYLES[part.look])
    return row.append(_POP if isolated else "")


def is_right_to_left(text: str) -> bool:
    """Whether any letter is written from right to left."""
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)
