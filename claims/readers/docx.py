"""Word documents (DOCX) -> documents: deletions out, insertions in, notes after the text."""

from __future__ import annotations

from claims.models import Document
from claims.readers.markup import parse
from claims.readers.office import Paragraph, Paragraphs, built, left_out
from claims.readers.packed import Packed

MAIN = "word/document.xml"
_LEFT_OUT = frozenset(("del", "moveFrom", "Fallback", "pict"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_QUOTE_STYLES = frozenset("quote intensequote blocktext blockquote quotations".split())
_NOTES = (
    ("footnoteReference", "word/footnotes.xml", "footnote"),
    ("endnoteReference", "word/endnotes.xml", "endnote"),
)


def read_docx(packed: Packed) -> Document:
    """The document of a Word file.

    Shape: the lines of its places are its paragraphs; a table's cells are set off by tabs.
           Footnotes and endnotes stand after the text, at the place of the paragraph that has
           their mark. Comments, headers and footers are left out.
    Raises: `InputError` for a file that is damaged, encrypted or too large.
    """
    body = _Body()
    broken = parse(packed.part(MAIN), body)
    has_macros = any(name.endswith("vbaProject.bin") for name in packed.names)
    skipped = left_out(broken=broken, n_deleted=body.n_deleted, has_macros=has_macros)
    paragraphs = body.paragraphs.finish()
    for reference, part, element in _NOTES:
        if part in packed.names:
            notes = _Notes(
                element,
                {
                    name.partition(" ")[2]: line
                    for name, line in body.paragraphs.notes.items()
                    if name.startswith(reference)
                },
            )
            broken = parse(packed.part(part), notes)
            skipped += [] if broken is None else [f"{part} {broken}"]
            paragraphs = paragraphs + notes.made()
    return built(paragraphs, skipped=tuple(skipped))


class _Body:
    """Reads the elements of a Word text."""

    def __init__(self) -> None:
        self.paragraphs = Paragraphs()
        self.n_deleted = 0
        self._path: list[str] = []
        self._out = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if self._out:
            self._out += 1
        elif name in ("rPr", "pPr", "trPr"):
            pass
        elif name == "del" and self._path[-2:-1] == ["rPr"]:
            self.paragraphs.joins = "pPr" in self._path[-3:]
        elif name in _LEFT_OUT:
            self._out = 1
            self.n_deleted += name == "del" and self._path[-2:-1] != ["trPr"]
        elif name == "p":
            self.paragraphs.begin()
        elif name in _SIGNS and "pPr" not in self._path:
            self.paragraphs.add(_SIGNS[name])
        elif name == "tbl":
            self.paragraphs.table(1)
        elif name == "pStyle" and attributes.get("val", "").lower() in _QUOTE_STYLES:
            self.paragraphs.quote()
        elif name in ("footnoteReference", "endnoteReference"):
            self.paragraphs.note(f"{name} {attributes.get('id', '')}")

    def end(self, name: str) -> None:
        self._path.pop()
        if self._out:
            self._out -= 1
        elif name == "p":
            self.paragraphs.end()
        elif name == "tc":
            self.paragraphs.cell()
        elif name == "tr":
            self.paragraphs.row()
        elif name == "tbl":
            self.paragraphs.table(-1)

    def words(self, text: str, *, line: int, column: int) -> None:
        del line, column
        if not self._out and self._path and self._path[-1] == "t":
            self.paragraphs.add(text)


class _Notes(_Body):
    """Reads the elements of footnotes; each stands where its mark does."""

    def __init__(self, element: str, lines: dict[str, int]) -> None:
        super().__init__()
        self._element = element
        self._lines = lines
        self._starts: list[tuple[int, int | None]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self._element:
            number = len(self.paragraphs.made)
            self._starts.append((number, self._lines.get(attributes.get("id", ""))))
        super().start(name, attributes)

    def made(self) -> list[Paragraph]:
        """The paragraphs of the notes that the text refers to."""
        found: list[Paragraph] = []
        every = self.paragraphs.finish()
        ends = [start for start, _ in self._starts[1:]] + [len(every)]
        for (start, line), end in zip(self._starts, ends, strict=True):
            if line is not None:
                found += [one._replace(line=line) for one in every[start:end]]
        return found
