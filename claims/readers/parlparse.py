"""Debates of the UK parliament as parlparse writes them -> documents with turns."""

from __future__ import annotations

import re
from datetime import date

from claims.models import Document
from claims.readers.speeches import Speeches, day_of, read_debate

_DATE = re.compile(r"/(\d{4}-\d{2}-\d{2})")


def read_parlparse(source: str) -> Document:
    """The document of a day's debates.

    Shape: each speech is a turn of who is named as its speaker; one marked as nobody's has no
           label. Headings, divisions and lists of members are left out.
    Raises: `InputError` for a file without speeches.
    """
    return read_debate(source, _Reading())


class _Reading:
    """Reads the elements of one file."""

    def __init__(self) -> None:
        self.speeches = Speeches()
        self.day: date | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "speech":
            label = " ".join(attributes.get("speakername", "").split())
            nobody = attributes.get("nospeaker") == "true" or label.casefold() == "unknown"
            self.speeches.open(None if nobody or not label else label)
            found = _DATE.search(attributes.get("id", ""))
            if self.day is None and found is not None:
                self.day = day_of(found[1])
        elif name == "p":
            self.speeches.paragraph()

    def end(self, name: str) -> None:
        if name == "speech":
            self.speeches.close()
        elif name == "p":
            self.speeches.paragraph()

    def words(self, text: str, *, line: int, column: int) -> None:
        self.speeches.words(text, line=line, column=column)
