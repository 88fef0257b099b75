"""OpenDocument texts (ODT) -> documents: deletions out, insertions in, notes after the text."""

from __future__ import annotations

import re

from claims.errors import InputError
from claims.models import Document
from claims.readers.markup import parse
from claims.readers.office import Paragraphs, built, left_out
from claims.readers.packed import Packed

MAIN = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_LEFT_OUT = frozenset(
    ("tracked-changes", "annotation", "note-citation", "desc", "title", "ruby-text", "script")
)
_SIGNS = {"tab": "\t", "line-break": "\n"}
_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1000


def read_odt(packed: Packed) -> Document:
    """The document of an OpenDocument text.

    Shape: the lines of its places are its paragraphs; a table's cells are set off by tabs.
           Notes stand after the text, at the place of the paragraph that has their mark.
           Comments, headers and footers are left out.
    Raises: `InputError` for a file that is damaged, encrypted or too large.
    """
    if _MANIFEST in packed.names and b"encryption-data" in packed.part(_MANIFEST):
        raise InputError("is encrypted", next_step="save it without a password")
    body = _Body()
    broken = parse(packed.part(MAIN), body)
    has_macros = any(name.startswith("Basic/") for name in packed.names)
    skipped = left_out(broken=broken, n_deleted=body.n_deleted, has_macros=has_macros)
    paragraphs = body.text.finish() + body.text.asides
    return built(paragraphs, skipped=tuple(skipped))


class _Body:
    """Reads the elements of an OpenDocument text."""

    def __init__(self) -> None:
        self.text = Paragraphs()
        self.n_deleted = 0
        self._quotes = {"Quotations"}
        self._out = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._out:
            self._out += 1
            self.n_deleted += name == "deletion"
        elif name in _LEFT_OUT:
            self._out = 1
        elif name in ("p", "h"):
            self.text.begin(quoted=attributes.get("style-name") in self._quotes)
        elif name == "style" and attributes.get("parent-style-name") in self._quotes:
            self._quotes.add(attributes.get("name", ""))
        elif name == "note":
            self.text.in_aside = True
        elif name == "s":
            count = attributes.get("c", "1")
            self.text.add(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        elif name in _SIGNS:
            self.text.add(_SIGNS[name])
        elif name == "table":
            self.text.table(1)

    def end(self, name: str) -> None:
        if self._out:
            self._out -= 1
        elif name in ("p", "h"):
            self.text.end()
        elif name == "note":
            self.text.in_aside = False
        elif name == "table-cell":
            self.text.cell()
        elif name == "table-row":
            self.text.row()
        elif name == "table":
            self.text.table(-1)

    def words(self, text: str, *, line: int, column: int) -> None:
        del line, column
        if not self._out:
            self.text.add(_SPACES.sub(" ", text))
