"""An offset of a document's text -> line, column, page and time in its file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from claims.models import Document, Landmark


class Place(NamedTuple):
    """Where something stands; `line` and `column` from 1, `time` in seconds."""

    line: int
    column: int
    page: int | None = None
    time: float | None = None


class Landmarks:
    r"""The places of one document's offsets.

    >>> text = Document(text="Ready.\nGo on.", landmarks=(Landmark(start=7, line=12, time=3.5),))
    >>> Landmarks(text).place(0), Landmarks(text).place(10)
    (Place(line=1, column=1, page=None, time=None), Place(line=12, column=4, page=None, time=3.5))
    """

    def __init__(self, document: Document) -> None:
        self._landmarks = document.landmarks
        self._breaks = [found.start() for found in re.finditer("\n", document.text)]

    def place(self, offset: int) -> Place:
        """Where an offset of the text stands in the file."""
        line, column = self._in_text(offset)
        number = bisect_right(self._landmarks, offset, key=lambda one: one.start)
        if not number:
            return Place(line, column)
        near = self._landmarks[number - 1]
        if near.line is not None:
            line, column = self._in_file(near, offset=offset, line=line, column=column)
        return Place(line, column, near.page, near.time)

    def _in_text(self, offset: int) -> tuple[int, int]:
        line = bisect_left(self._breaks, offset)
        return line + 1, offset - (self._breaks[line - 1] if line else -1)

    def _in_file(self, near: Landmark, *, offset: int, line: int, column: int) -> tuple[int, int]:
        assert near.line is not None
        first, _ = self._in_text(near.start)
        if line == first:
            return near.line, near.column + offset - near.start
        return near.line + line - first, column
