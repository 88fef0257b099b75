"""Quotation marks -> quotes. Rules only, no language processing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.cues import is_cue
from claims.models import Quote, QuoteKind, Span
from claims.scan import Marked, marked

_MOST_PIECES = 50
"""Pieces of one quotation; more are no prose."""


class Joined(NamedTuple):
    """A quotation whole, and the numbers of the marked stretches it is made of."""

    whole: Marked
    numbers: tuple[int, ...]


def quotes(text: str) -> tuple[Quote, ...]:
    """The quotations of a text by their marks alone, in reading order.

    Shape: those with empty marks have empty text and no spans.

    >>> [quote.text for quote in quotes('“Yes,” he said, “and we’ll stay.” A "so-called" plan')]
    ['Yes, and we’ll stay.', 'so-called']
    """
    found = joined(text, marked(text))
    return tuple(to_quote(text, one.whole, kind="direct") for one in found)


def to_quote(text: str, found: Marked, *, kind: QuoteKind) -> Quote:
    """A quotation as the record that is handed on."""
    words = [text[start:end] for start, end in found.pieces]
    for at, new_paragraph in enumerate(found.breaks):
        words[at + 1] = ("\n" if new_paragraph else " ") + words[at + 1]
    spans = tuple(Span.model_construct(start=start, end=end) for start, end in found.pieces)
    return Quote.model_construct(
        text="".join(words), kind=kind, spans=spans, repaired=found.repaired
    )


def joined(text: str, found: Sequence[Marked]) -> tuple[Joined, ...]:
    """The marked stretches with those put together that only their attribution divides."""
    made: list[Joined] = []
    for number, one in enumerate(found):
        last = made[-1] if made else None
        full = last is None or len(last.numbers) == _MOST_PIECES
        if last is None or full or not (one.pieces and _is_broken(text, last.whole, one)):
            made.append(Joined(one, (number,)))
            continue
        whole = Marked(
            last.whole.pieces + one.pieces,
            last.whole.start,
            one.end,
            (*last.whole.breaks, False, *one.breaks),
            last.whole.repaired or one.repaired,
        )
        made[-1] = Joined(whole, (*last.numbers, number))
    return tuple(made)


_NEW_SENTENCE = re.compile(r"[.!?]\s+[^\W\d_]|\n")
_NOT_BETWEEN = re.compile(
    r"(?:^|,)\s*(?:adding|and|but|while|calling|before|then|later|also)\b|\bthat\W*$",
    re.IGNORECASE,
)
"""A second statement is announced, so that the pieces are not one."""


def _is_broken(text: str, first: Marked, second: Marked) -> bool:
    """Whether an attribution alone stands between two pieces of one sentence."""
    between = text[first.end : second.start]
    if not first.pieces or len(between) > 160 or _NEW_SENTENCE.search(_without_stops(between)):
        return False
    last = text[first.pieces[-1][1] - 1]
    begins = last in ",—–-…?!" or between.lstrip()[:1] in (",", "—", "–", "-")
    if not begins or between.rstrip()[-1:] not in (",", "—", "–", "-", ":"):
        return False
    words = re.findall(r"[^\W\d_]+", between.casefold())
    if not any(map(is_cue, words)) or _NOT_BETWEEN.search(between):
        return False
    small = text[second.pieces[0][0]].islower()
    return small or (last not in "?!" and between.rstrip()[-1:] != ":")


def _without_stops(between: str) -> str:
    """The text between without the stops of titles and initials."""
    return re.sub(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Prof|St|[A-Z])\.", "", between)


_OUTER = re.compile(r"[\"“”„‟«»‹›‘’'＂「」『』]")


def unwrapped(text: str) -> str:
    """A text without the one pair of marks that holds all of it; other texts as they are.

    >>> unwrapped("“Yes.”"), unwrapped("“Yes,” he said. “No.”")
    ('Yes.', '“Yes,” he said. “No.”')
    """
    bare = text.strip()
    if not bare or not _OUTER.match(bare[0]) or not _OUTER.match(bare[-1]):
        return text
    found = marked(bare)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(bare):
        return to_quote(bare, found[0], kind="direct").text
    return "" if all(map(_OUTER.match, "".join(bare.split()))) else text
