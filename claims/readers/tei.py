"""TEI transcripts, ParlaMint's among them -> documents with turns."""

from __future__ import annotations

import re
from datetime import date

from claims.models import Document
from claims.readers.markup import parse
from claims.readers.speeches import Speeches, day_of

_LEFT_OUT = frozenset(
    "note vocal kinesic incident gap desc figDesc del orig fw stage teiHeader".split()
)
_PARAGRAPHS = frozenset("seg p ab l head lg".split())
_NAMES = ("persName", "forename", "surname", "name")
_ASIDE = re.compile(r"\([^)]*\)|:\s*$")
_MOST_PERSONS = 100_000


def read_tei(source: str) -> Document:
    """The document of a TEI transcript.

    Shape: each utterance (`u`, `sp`) is a turn of the person it refers to, by the name that the
           file gives for it, else by its id after "#"; parts of one that is interrupted stand
           together. Notes, gaps and noises are left out.
    Raises: `InputError` for a file without utterances.
    """
    reading = _Reading()
    broken = parse(source, reading)
    skipped = [] if broken is None else [broken]
    if reading.unknown:
        n_unknown = len(reading.unknown)
        many = f"{n_unknown} speakers are named by ids alone: the file has no names for them"
        one = "1 speaker is named by an id alone: the file has no name for it"
        skipped.append(one if n_unknown == 1 else many)
    found = reading.speeches.document(skipped=skipped)
    title = " ".join("".join(reading.title).split()) or None
    return found.model_copy(update={"title": title, "published": reading.day})


class _Reading:
    """Reads the elements of one file."""

    def __init__(self) -> None:
        self.speeches = Speeches()
        self.title: list[str] = []
        self.day: date | None = None
        self.unknown: set[str] = set()
        self._names: dict[str, tuple[list[str], list[str]]] = {}
        self._person = ""
        self._path: list[str] = []
        self._out = 0
        self._announced = ""
        self._announcing = False
        self._glued = False
        self._n_names = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        self._glued = attributes.get("join") in ("right", "both") and name in ("w", "pc")
        if name in _LEFT_OUT or self._out:
            self._out += 1
            self._header(name, attributes)
        elif name == "u":
            label = self._label(attributes.get("who", ""))
            goes_on = attributes.get("prev", "").lstrip("#")
            self.speeches.open(label, name=attributes.get("id", ""), goes_on=goes_on)
        elif name == "sp":
            self.speeches.open(self._label(attributes.get("who", "")))
        elif name in _PARAGRAPHS:
            self.speeches.paragraph()

    def _header(self, name: str, attributes: dict[str, str]) -> None:
        if name == "note" and self._out == 1:
            self._announcing = attributes.get("type") == "speaker"
            self._announced = ""
        elif name == "person" and len(self._names) < _MOST_PERSONS:
            self._person = attributes.get("id", "")
            self._n_names = 0
        elif name == "persName":
            self._n_names += 1
        elif name == "date" and "setting" in self._path and self.day is None:
            self.day = day_of(attributes.get("when", ""))

    def _label(self, who: str) -> str | None:
        key = who.strip().partition(" ")[0].rpartition("#")[2]
        first, last = self._names.get(key, ([], []))
        name = " ".join(" ".join([*first, *last]).split())
        announced = _ASIDE.sub("", " ".join(self._announced.split())).strip()
        self._announced = ""
        if not name and not announced and key:
            self.unknown.add(key)
        return name or announced or (f"#{key}" if key else None)

    def end(self, name: str) -> None:
        self._path.pop()
        if self._out:
            self._out -= 1
        elif name in ("u", "sp"):
            self.speeches.close()
        elif name in _PARAGRAPHS:
            self.speeches.paragraph()

    def words(self, text: str, *, line: int, column: int) -> None:
        if not self._out:
            self._spoken(text, line=line, column=column)
        elif self._path[-1] == "note" and self._out == 1 and self._announcing:
            self._announced += text
        elif self._person and self._n_names == 1 and self._path[-1] in _NAMES:
            first, last = self._names.setdefault(self._person, ([], []))
            (last if self._path[-1] == "surname" else first).append(text)
        elif self._path[-1] == "title" and "titleStmt" in self._path and len(self.title) < 20:
            self.title.append(text + " ")

    def _spoken(self, text: str, *, line: int, column: int) -> None:
        if self._path[-1] != "speaker":
            self.speeches.words(text, line=line, column=column)
            if self._glued and text.strip():
                self.speeches.joined()
        elif text.strip():
            self.speeches.relabel(text.strip(" .:\t\n"))
