"""Whether a statement may confirm a document: its own words, or the same wire's, may not. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from claims.models import Document
from claims.text import fold
from sources.models import Source

_TELLING: Final = 25
"""Letters of a title, from which it is no chance that a document bears it."""
_FRAME: Final = re.compile(r"^[a-z]+://(?:www\.)?|[?#].*$|/+$")


class KnownSources:
    """Stored sources by what a document can be told by: its address and its headline."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._by_address: defaultdict[str, list[Source]] = defaultdict(list)
        self._by_headline: defaultdict[str, list[Source]] = defaultdict(list)
        for source in sources:
            if source.url:
                self._by_address[_address(source.url)].append(source)
            if source.title and len(source.title) >= _TELLING:
                self._by_headline[_headline(source.title)].append(source)

    def selves(self, document: Document) -> tuple[Source, ...]:
        """The sources that are the document itself, as `is_self` tells."""
        found = list(self._by_address.get(_address(document.origin), ())) if document.origin else []
        for headline in _headlines(document):
            found += self._by_headline.get(headline, ())
        return tuple(dict.fromkeys(found))


def is_self(document: Document, source: Source) -> bool:
    """Whether a stored source is the document under check itself.

    Shape: by address, or by a headline of the document that is the source's title.
    """
    return bool(KnownSources([source]).selves(document))


def _headlines(document: Document) -> list[str]:
    """What may be a document's headline: its title, and its first lines."""
    lines = [document.title or "", *document.text[:2000].splitlines()[:12]]
    return [_headline(line) for line in lines if line]


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
