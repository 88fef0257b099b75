"""Debates in Akoma Ntoso -> documents with turns."""

from __future__ import annotations

import re
from datetime import date

from claims.models import Document
from claims.readers.speeches import Speeches, day_of, read_debate

_SPEECHES = frozenset(("speech", "question", "answer"))
_LEFT_OUT = frozenset("scene narrative remark authorialNote summary num heading subheading".split())
_ASIDE = re.compile(r"\([^)]*\)|:\s*$")
_MOST_PERSONS = 100_000


def read_akoma(source: str) -> Document:
    """The document of a debate in Akoma Ntoso.

    Shape: each speech, question and answer is a turn of the person it is by, as the references
           of the file name them. Scenes, remarks and notes are left out.
    Raises: `InputError` for a file without speeches.
    """
    return read_debate(source, _Reading())


class _Reading:
    """Reads the elements of one file."""

    def __init__(self) -> None:
        self.speeches = Speeches()
        self.day: date | None = None
        self._names: dict[str, str] = {}
        self._path: list[str] = []
        self._out = 0
        self._by: str | None = None
        self._from: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if self._out or name in _LEFT_OUT:
            self._out += 1
        elif name in _SPEECHES:
            key = attributes.get("by", "").lstrip("#")
            self._by = self._names.get(key, "")
            self.speeches.open(self._by or (f"#{key}" if key else None))
        elif name == "TLCPerson" and len(self._names) < _MOST_PERSONS:
            key = attributes.get("eId") or attributes.get("id", "")
            self._names[key] = attributes.get("showAs", "").strip()
        elif name == "FRBRdate" and self.day is None:
            self.day = day_of(attributes.get("date", ""))
        elif name == "from":
            self._from = []
        elif name in ("p", "li", "blockList"):
            self.speeches.paragraph()

    def end(self, name: str) -> None:
        self._path.pop()
        if self._out:
            self._out -= 1
        elif name in _SPEECHES:
            self.speeches.close()
        elif name == "from" and not self._by:
            label = _ASIDE.sub("", " ".join("".join(self._from).split())).strip()
            if label:
                self.speeches.relabel(label)
        elif name in ("p", "li", "blockList"):
            self.speeches.paragraph()

    def words(self, text: str, *, line: int, column: int) -> None:
        if self._out:
            return
        if "from" in self._path[-4:]:
            self._from.append(text)
        else:
            self.speeches.words(text, line=line, column=column)
