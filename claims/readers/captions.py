"""One line of a caption -> its words without tags and entities, and who says them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_MARKUP = re.compile(
    r"<v(?:\.[^\s<>]*)?(?:[ \t]+(?P<voice>[^<>\n]*))?>"
    r"|(?P<end></v\s*>)"
    r"|</?(?:c|i|b|u|s|ruby|rt|lang|font|em|strong|span|br)\b[^<>\n]*>"
    r"|(?P<time><\d{1,3}:\d{2}[\d:.,]*>)"
    r"|\{\\[^{}\n]*\}"
    r"|(?P<entity>&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|hellip|ndash|mdash|[lr][sd]quo|[lr]aquo"
    r"|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)",
    re.IGNORECASE,
)


class Stretch(NamedTuple):
    """Words of one line as they stand there from `column` on.

    Shape: `voice` is who says them by a voice tag, "" where none is open.
    """

    text: str
    column: int
    voice: str


def stretches(line: str, *, voice: str = "") -> Iterator[Stretch]:
    """The words of a line in order; `voice` was open before it.

    >>> [one.text for one in stretches("Ready &amp; <i>set</i>")]
    ['Ready ', '&', ' ', 'set']
    """
    at = 0
    for found in _MARKUP.finditer(line):
        if found.start() > at:
            yield Stretch(line[at : found.start()], at + 1, voice)
        at = found.end()
        if found["entity"]:
            yield Stretch(unescape(found["entity"]), found.start() + 1, voice)
        elif found["end"]:
            voice = ""
            yield Stretch("", at + 1, voice)
        elif found["voice"] is not None:
            voice = " ".join(unescape(found["voice"]).split())
            yield Stretch("", at + 1, voice)
    if at < len(line):
        yield Stretch(line[at:], at + 1, voice)


def has_markup(line: str) -> bool:
    """Whether a line may hold tags or entities at all."""
    return "<" in line or "&" in line or "{" in line


def without(pieces: list[Stretch], *, n: int) -> list[Stretch]:
    """The stretches without their first `n` characters."""
    left: list[Stretch] = []
    for piece in pieces:
        if n >= len(piece.text) and n:
            n -= len(piece.text)
            continue
        left.append(Stretch(piece.text[n:], piece.column + n, piece.voice))
        n = 0
    return left
