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

_STYLES: dict[Look, str] = {
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

Word = tuple[Part, ...]


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
    room = max(width - len(later), 1)
    used_first = max(width - len(first), 1)
    for number, words in enumerate(_filled(line.parts, first=used_first, later=room)):
        yield _styled(words, margin=later if number else first, labelled=bool(line.label))


def _margins(label: str, *, narrow: bool) -> tuple[str, str]:
    """What stands left of the first row and of the rows after it."""
    if not label:
        return "", "  "
    if narrow:
        return f"{label}{'' if label.endswith('.') else ':'} ", "  "
    return f"  {label:<{LABEL_WIDTH}} ", " " * (LABEL_WIDTH + 3)


def _filled(parts: tuple[Part, ...], *, first: int, later: int) -> Iterator[list[Word]]:
    """The words of the parts, a row at a time."""
    row: list[Word] = []
    used, room = 0, first
    for word in _words(parts):
        cells = sum(cell_len(part.text) for part in word)
        if row and used + 1 + cells > room:
            yield row
            row, used, room = [], 0, later
        used += cells + (1 if row else 0)
        row.append(word)
    yield row


def _words(parts: tuple[Part, ...]) -> Iterator[Word]:
    """What stands between spaces; a word may run over several parts."""
    word: list[Part] = []
    for part in parts:
        for piece in re.findall(r"\s+|\S+", part.text):
            if not piece.isspace():
                word.append(Part(piece, part.look))
            elif word:
                yield tuple(word)
                word = []
    if word:
        yield tuple(word)


def _styled(words: list[Word], *, margin: str, labelled: bool) -> Text:
    """One row; right-to-left text is isolated, so that it cannot reorder what stands beside it."""
    row = Text(margin, style="", no_wrap=True, overflow="ignore", end="\n")
    if labelled:
        row.stylize("dim")
    content = Text(" ").join(
        Text.assemble(*((part.text, _STYLES[part.look]) for part in word)) for word in words
    )
    if is_right_to_left(content.plain):
        return row + Text(_ISOLATE) + content + Text(_POP)
    return row + content


def is_right_to_left(text: str) -> bool:
    """Whether any letter is written from right to left."""
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)
