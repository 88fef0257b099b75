"""Small documents of every format, made on the spot."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_ODT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:tb" xmlns:style="urn:s">'
    '<office:automatic-styles><style:style style:name="P1"'
    ' style:parent-style-name="Quotations"/></office:automatic-styles>'
    "<office:body><office:text>{}</office:text></office:body></office:document-content>"
)


def zipped(parts: dict[str, bytes | str]) -> bytes:
    """A zip file of these parts."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def parts_of(data: bytes) -> dict[str, bytes | str]:
    """The parts of a zip file."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def odt(body: str) -> bytes:
    """An OpenDocument text with these elements in it."""
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": _ODT.format(body)})


def word(*paragraphs: str, quotes: tuple[str, ...] = ()) -> bytes:
    """A Word document of plain paragraphs, then some in the style of a block quotation."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    for words in quotes:
        document.add_paragraph(words, style="Quote")
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a Word document."""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def revised() -> bytes:
    """A Word document with a deletion, an insertion, a table and a footnote."""
    document = docx.Document()
    document.add_paragraph("Port to reopen")
    document.add_paragraph("")
    paragraph = document.add_paragraph("Anna Berg said: “The port will ")
    space = nsdecls("w")
    for change, tag, words in (("del", "delText", "not "), ("ins", "t", "surely ")):
        paragraph._p.append(
            parse_xml(
                f'<w:{change} {space} w:id="1" w:author="x"><w:r><w:{tag}'
                f' xml:space="preserve">{words}</w:{tag}></w:r></w:{change}>'
            )
        )
    paragraph.add_run("reopen in ")
    paragraph.add_run("June").bold = True
    paragraph.add_run(".”")
    paragraph._p.append(parse_xml(f'<w:r {space}><w:footnoteReference w:id="7"/></w:r>'))
    table = document.add_table(2, 2)
    for number, words in enumerate(("Ships", "12", "Boats", "7")):
        table.cell(number // 2, number % 2).text = words
    document.add_paragraph("The end.")
    parts = parts_of(saved(document))
    parts["word/footnotes.xml"] = (
        f"<w:footnotes {space}><w:footnote w:id='-1'><w:p><w:r><w:t>Line</w:t></w:r></w:p>"
        "</w:footnote><w:footnote w:id='7'><w:p><w:r><w:t>Lavrov said: “Not so.”</w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    return zipped(parts)


def pdf(*pages: tuple[str, ...] | None, gap: int = 14, more: bytes = b"") -> bytes:
    """A PDF with these lines on its pages; an empty line is a gap, `None` a page without text.

    Shape: `more` are further entries of its trailer.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for lines in pages:
        content = b"\n".join(_shown(words, at, gap=gap) for at, words in enumerate(lines or ()))
        kids.append(b"%d 0 R" % (len(objects) + 2))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, more, len(made))
    )


def _shown(words: str, at: int, *, gap: int) -> bytes:
    text = (
        words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return b"BT /F1 11 Tf 72 %d Td (%s) Tj ET" % (720 - gap * at, text)
