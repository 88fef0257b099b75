"""Transcripts in plain text: labels -> turns, and the times beside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.models import Landmark, Span, Turn
from claims.readers.labels import TIME, TOO_MANY, Label, labels, seconds

_MARK = re.compile(rf"[(\[](?P<time>{TIME})[)\]]")


class Talk(NamedTuple):
    """The turns of a text, the times that it gives, and what was not read of them."""

    turns: tuple[Turn, ...]
    landmarks: tuple[Landmark, ...]
    skipped: tuple[str, ...]


def talk(text: str) -> Talk:
    """The turns of a transcript, () if the text is none, and where its times stand.

    Shape: what stands before the first label is a turn without label; a paragraph without a
           label goes on with the turn before it.
    """
    found = labels(text)
    return Talk(_turns(text, found), _landmarks(text, found), too_many(found))


def too_many(found: list[Label]) -> tuple[str, ...]:
    """A note where there were more labels than are read."""
    return (TOO_MANY,) if found and found[-1].name is None else ()


def turns(text: str) -> tuple[Turn, ...]:
    """The turns alone."""
    return _turns(text, labels(text))


def _turns(text: str, found: list[Label]) -> tuple[Turn, ...]:
    if not found:
        return ()
    made: list[Turn] = []
    head = span_of(text, start=0, end=found[0].line)
    if head is not None:
        made.append(Turn.model_construct(span=head, label=None))
    ends = [label.line for label in found[1:]] + [len(text)]
    for label, end in zip(found, ends, strict=True):
        span = span_of(text, start=label.words, end=end)
        if span is not None:
            made.append(Turn.model_construct(span=span, label=label.name))
    return tuple(made)


def _landmarks(text: str, found: list[Label]) -> tuple[Landmark, ...]:
    """The times of labels, and in a text with such those in brackets among the words."""
    times = {label.line: label.time for label in found if label.time is not None}
    if not times:
        return ()
    times |= {mark.start(): seconds(mark["time"]) for mark in _MARK.finditer(text)}
    return tuple(Landmark(start=start, time=times[start]) for start in sorted(times))


def span_of(text: str, *, start: int, end: int) -> Span | None:
    """A stretch without the white space around it, `None` where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span.model_construct(start=start, end=end) if end > start else None
