"""A pasted text without quotation marks: a bare quote, or one with a name before or after it."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.cues import is_cue
from claims.mentions import Memory
from claims.models import Mention

_LABEL = re.compile(r"\s*(?P<name>[^:\n]{2,80}?)\s*:\s+(?P<words>\S.*)", re.DOTALL)
_SIGNED = re.compile(r"(?P<words>.*\S)\s+(?:—|–|--?|―)\s*(?P<name>[^\n—–]{2,80}?)[\s.]*", re.DOTALL)
_MARKS = frozenset("\"“”„‟«»‹›'‘’‚‛`＂「」『』")


class Pasted(NamedTuple):
    """The words to check, as offsets, and the name that stood with them."""

    start: int
    end: int
    speaker: Mention | None


def pasted(text: str, *, memory: Memory) -> Pasted:
    """The quote in a text without marks: "Lavrov: ...", "... — Lavrov", or all of it."""
    for form in (_LABEL, _SIGNED):
        found = form.fullmatch(text)
        if found is None:
            continue
        speaker = _speaker(found["name"], memory=memory)
        if speaker is not None:
            end = found.end("words")
            return Pasted(found.start("words"), len(text[:end].rstrip()), speaker)
    return Pasted(len(text) - len(text.lstrip()), len(text.rstrip()), None)


def is_empty_marks(text: str) -> bool:
    """Whether a text is quotation marks and nothing else.

    >>> is_empty_marks('“”'), is_empty_marks("...")
    (True, False)
    """
    bare = "".join(text.split())
    return bool(bare) and all(character in _MARKS for character in bare)


def _speaker(written: str, *, memory: Memory) -> Mention | None:
    """The person a label means; a name in no table wants two capitals, so "Note:" is none."""
    words = [word for word in written.split() if not is_cue(word.casefold())]
    name = " ".join(words)
    known = memory.people.find(name, on=memory.on) or memory.people.by_role(name, on=memory.on)
    capitals = all(word[:1].isupper() for word in words)
    if not known and not (2 <= len(words) <= 4 and capitals):
        return None
    return memory.mention(name)
