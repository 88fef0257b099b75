"""An attribution inside the marks, as Russian sets it: «Мы ждём, — сказал Лавров. — Посмотрим»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.cues import is_cue
from claims.scan import Marked, marked

_INNER = re.compile(
    r"[,.!?…]\s+[—–-]\s+(?P<verb>[а-яё]{4,20})\s+[^—–«»\n]{2,90}?(?:[.,]\s+[—–-]\s+|[.,]?\s*$)"
)


def stretches(text: str) -> tuple[Marked, ...]:
    """The marked stretches of a text, cut where an attribution stands inside them.

    >>> text = "«Мы ждём, — сказал Лавров. — Посмотрим»"
    >>> [text[a:b] for found in stretches(text) for a, b in found.pieces]
    ['Мы ждём,', 'Посмотрим']
    """
    return tuple(part for found in marked(text) for part in _parts(text, found))


def _parts(text: str, found: Marked) -> Iterator[Marked]:
    if len(found.pieces) != 1:
        yield found
        return
    start, end = found.pieces[0]
    opening = found.start
    for inner in _INNER.finditer(text, start, end):
        if is_cue(inner["verb"]) and inner.start() > start:
            stop = inner.start() + 1
            yield Marked(((start, stop),), opening, stop, repaired=found.repaired)
            start = opening = inner.end()
    if start < end:
        yield Marked(((start, end),), opening, found.end, repaired=found.repaired)
