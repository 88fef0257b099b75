"""Whether a statement may confirm a document: its own words, or the same wire's, may not. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims.models import Document
from claims.text import fold
from sources.models import Source

_FRAME: Final = re.compile(r"^[a-z]+://(?:www\.)?|[?#].*$|/+$")


def is_self(document: Document, source: Source) -> bool:
    """Whether a stored source is the document under check itself.

    Shape: by address, or by a headline of the document that is the source's title.
    """
    if document.origin and source.url and _address(document.origin) == _address(source.url):
        return True
    if not source.title or len(source.title) < 25:
        return False
    title = _headline(source.title)
    if document.title and _headline(document.title) == title:
        return True
    return any(_headline(line) == title for line in document.text[:2000].splitlines()[:12])


def _address(url: str) -> str:
    return _FRAME.sub("", _FRAME.sub("", url.strip()).strip()).casefold()


@lru_cache(maxsize=4096)
def _headline(line: str) -> str:
    folded, _ = fold(line.strip().lstrip("#").strip())
    return " ".join(folded.rstrip(" .").split())


def wire_of(document: Document, sources: tuple[Source, ...]) -> str | None:
    """The agency whose copy the document is: as it says itself, or as the store knows it."""
    if document.wire:
        return document.wire
    return next((s.wire for s in sources if s.wire and is_self(document, s)), None)
