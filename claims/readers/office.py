"""Paragraphs of an office document -> text: what DOCX and ODT have in common."""

from __future__ import annotations

from typing import NamedTuple

from claims.errors import InputError
from claims.models import Document
from claims.readers.building import Building


class Paragraph(NamedTuple):
    """One paragraph.

    Shape: `line` is its number in the document, empty ones counted; `gap` stands before it;
           `quoted` tells that its style is that of a block quotation.
    """

    text: str
    line: int
    gap: str = "\n\n"
    quoted: bool = False


class Paragraphs:
    """Collects paragraphs as a document's elements come; those inside others come after them.

    Shape: `made` is the text; `joins` is set where the end of the open paragraph was deleted, so
           that the next goes on with it; `asides` what came while `in_aside` was set; `notes` the
           numbers of the paragraphs that refer to a note, by its name.
    """

    def __init__(self) -> None:
        self.made: list[Paragraph] = []
        self.asides: list[Paragraph] = []
        self.in_aside = False
        self.notes: dict[str, int] = {}
        self._open: list[tuple[list[str], int]] = []
        self._inner: list[Paragraph] = []
        self._n = 0
        self._quoted: list[bool] = []
        self._tables = 0
        self._in_row = False
        self._gap = "\n\n"
        self._kept: Paragraph | None = None
        self.joins = False

    def begin(self, *, quoted: bool = False) -> None:
        """A paragraph begins; outermost ones are counted."""
        self._n += not self._open
        kept = None if self._open else self._kept
        self._open.append(([], self._n) if kept is None else ([kept.text], kept.line))
        if kept is not None:
            self._kept = None
        self._quoted.append(quoted)

    def add(self, words: str) -> None:
        """Words of the innermost open paragraph."""
        if self._open:
            self._open[-1][0].append(words)

    def quote(self) -> None:
        """The open paragraph turns out to be a block quotation."""
        if self._quoted:
            self._quoted[-1] = True

    def note(self, name: str) -> None:
        """A note is referred to here."""
        self.notes.setdefault(name, self._n)

    def end(self) -> None:
        """The innermost open paragraph ends."""
        if not self._open:
            return
        parts, line = self._open.pop()
        one = Paragraph("".join(parts), line, self._gap, self._quoted.pop())
        if self._open:
            (self.asides if self.in_aside else self._inner).append(one)
            return
        if self.joins:
            self.joins, self._kept = False, one
            return
        self.made.append(one)
        if one.text.strip():
            self._gap = "\n" if self._tables else "\n\n"
            self._in_row = self._tables > 0
        self.made += self._inner
        self._inner = []

    def finish(self) -> list[Paragraph]:
        """The text, whole, also where it breaks off."""
        while self._open:
            self.end()
        if self._kept is not None:
            self.begin()
            self.end()
        return self.made

    def table(self, by: int) -> None:
        """A table begins (1) or ends (-1)."""
        self._tables = max(0, self._tables + by)
        self._gap = "\n\n"

    def cell(self) -> None:
        """A cell ends."""
        if self._in_row:
            self._gap = "\t"

    def row(self) -> None:
        """A row ends."""
        self._gap = "\n"
        self._in_row = False


def left_out(*, broken: str | None, n_deleted: int, has_macros: bool) -> list[str]:
    """A line for each part of a file that was not read."""
    skipped = [] if broken is None else [broken]
    if n_deleted:
        changes = "change" if n_deleted == 1 else "changes"
        skipped.append(f"{n_deleted} tracked {changes} taken as deleted")
    if has_macros:
        skipped.append("its macros are left alone")
    return skipped


def built(paragraphs: list[Paragraph], *, skipped: tuple[str, ...]) -> Document:
    """The document of paragraphs in order; paragraphs of a quotation that adjoin are one.

    Raises: `InputError` where none of them has a word.
    """
    if not any(one.text.strip() for one in paragraphs):
        raise InputError("holds no text", next_step="if it holds pictures of text, run OCR first")
    building = Building()
    quoted = False
    for one in paragraphs:
        if not one.text.strip():
            continue
        building.paragraph(one.gap)
        if quoted and not one.quoted:
            building.close_quote()
        elif one.quoted and not quoted:
            building.open_quote()
        quoted = one.quoted
        column = 1
        for part in one.text.splitlines(keepends=True):
            building.add(part, line=one.line, column=column)
            column += len(part)
    if quoted:
        building.close_quote()
    return building.document(skipped=skipped)
