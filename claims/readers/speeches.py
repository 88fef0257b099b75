"""What records of parliaments in XML have in common: speeches, their speakers and paragraphs."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple, Protocol

from claims.errors import InputError
from claims.models import Document
from claims.readers.labels import MOST
from claims.readers.markup import Handler, parse
from claims.readers.spoken import Spoken

_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_PIECES = 1_000_000
"""Stretches of words that are read of one file; a day of a parliament has some ten thousand."""


class _Piece(NamedTuple):
    text: str
    line: int
    column: int
    begins: bool


class Speeches:
    """Collects speeches as the elements of a file come."""

    def __init__(self) -> None:
        self._speeches: list[tuple[str | None, list[_Piece]]] = []
        self._by_id: dict[str, int] = {}
        self._pieces: list[_Piece] | None = None
        self._at = 0
        self._begins = True
        self._space = False
        self._joined = False
        self._n = 0

    def open(self, label: str | None, *, name: str = "", goes_on: str = "") -> None:
        """A speech begins; with `goes_on` it is the rest of the one of that name."""
        at = self._by_id.get(goes_on)
        if at is None and len(self._speeches) >= MOST:
            self._pieces, self._n = None, _MOST_PIECES + 1
            return
        if at is None:
            at = len(self._speeches)
            self._speeches.append((label, []))
        if name:
            self._by_id[name] = at
        self._at, self._pieces = at, self._speeches[at][1]
        self.paragraph()

    def relabel(self, label: str) -> None:
        """The speech that is open turns out to be that person's."""
        if self._pieces is not None:
            self._speeches[self._at] = (label, self._pieces)

    def close(self) -> None:
        """The speech ends; what stands between speeches is nobody's words."""
        self._pieces = None

    def paragraph(self) -> None:
        """What comes next begins a paragraph."""
        self._begins = True
        self._space = self._joined = False

    def joined(self) -> None:
        """No space stands before what comes next, whatever the file has there."""
        self._joined = True

    def words(self, text: str, *, line: int, column: int) -> None:
        """Characters of the speech that is open; any white space is one space."""
        if self._pieces is None or self._n > _MOST_PIECES:
            return
        bare = text.strip(" \t\r\n")
        if not bare:
            self._space = True
            return
        lead = len(text) - len(text.lstrip(" \t\r\n"))
        apart = (lead or self._space) and not self._joined
        space = " " if apart and not self._begins else ""
        words = space + _SPACES.sub(" ", bare)
        self._pieces.append(_Piece(words, line, column + lead - len(space), self._begins))
        self._n += 1
        self._begins = self._joined = False
        self._space = text[-1] in " \t\r\n"

    def document(self, *, skipped: list[str]) -> Document:
        """Everything that was said.

        Raises: `InputError` where nothing was.
        """
        talk = Spoken()
        for label, pieces in self._speeches:
            if not pieces:
                continue
            if label is None:
                talk.other()
            else:
                talk.turn(label)
            for text, line, column, begins in pieces:
                if begins:
                    talk.paragraph()
                talk.say(text, line=line, column=column, joined=True)
        if self._n > _MOST_PIECES:
            skipped.append("only its first part is read: it holds too much")
        try:
            return talk.document(skipped=skipped)
        except InputError as error:
            if not skipped:
                raise
            raise InputError(skipped[0], next_step="check that it was saved whole") from error


def day_of(written: str) -> date | None:
    """The day that begins an ISO date or time, `None` where there is none.

    >>> day_of("2024-03-04T10:00:00Z"), day_of("March")
    (datetime.date(2024, 3, 4), None)
    """
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


class Debate(Handler, Protocol):
    """What reads the elements of a record: it opens speeches, and may find the day."""

    speeches: Speeches
    day: date | None


def read_debate(source: str, reading: Debate) -> Document:
    """The document of a record, once its elements were handed over.

    Raises: `InputError` for a file without speeches.
    """
    broken = parse(source, reading)
    found = reading.speeches.document(skipped=[] if broken is None else [broken])
    return found.model_copy(update={"published": reading.day})
