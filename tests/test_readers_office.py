"""Word and OpenDocument texts -> documents, and one line for what cannot be read."""

from __future__ import annotations

import struct

import pytest
from documents import odt, parts_of, revised, word, zipped

from claims.errors import InputError
from claims.extract import extract
from claims.people import load_people
from claims.readers import read_text

Claims = list[tuple[str, str | None, int | None, int | None]]


def claims(data: bytes) -> Claims:
    """The quotations, their speakers and places."""
    found = extract(read_text(data, path="a"), people=load_people())
    return [
        (one.quote.text, one.speaker.name if one.speaker else None, one.line, one.column)
        for one in found
    ]


def test_word_with_changes_a_table_and_a_footnote() -> None:
    document = read_text(revised())
    assert document.text == (
        "Port to reopen\n\nAnna Berg said: “The port will surely reopen in June.”\n\n"
        "Ships\t12\nBoats\t7\n\nThe end.\n\nLavrov said: “Not so.”"
    )
    assert document.title == "Port to reopen"
    assert document.skipped == ("1 tracked change taken as deleted",)
    assert claims(revised()) == [
        ("The port will surely reopen in June.", "Anna Berg", 3, 18),
        ("Not so.", "Sergey Lavrov", 3, 15),
    ]


def test_paragraphs_in_the_style_of_a_quotation_are_one() -> None:
    data = word("Lavrov said:", quotes=("We wait for it.", "And wait."))
    assert claims(data) == [("We wait for it.\nAnd wait.", "Sergey Lavrov", 2, 1)]


def test_a_deleted_paragraph_mark_joins_and_a_text_box_stands_apart() -> None:
    parts = parts_of(word("x"))
    box = "<w:r><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></w:r>"
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    parts["word/document.xml"] = (
        "<w:document xmlns:w='urn:w'><w:body><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
        f"{run.format('We ')}{box}{run.format('wait ')}</w:p><w:p>{run.format('for it.')}</w:p>"
        f"<w:p>{run.format('One<w:br/>line')}</w:p></w:body></w:document>"
    ).replace("<w:br/>", "</w:t><w:br/><w:t>")
    assert read_text(zipped(parts)).text == "We wait for it.\n\nIn the box.\n\nOne\nline"


def test_macros_are_left_alone_and_said() -> None:
    data = zipped({**parts_of(word("Anna Berg said: “No.”")), "word/vbaProject.bin": b"x"})
    assert read_text(data).skipped == ("its macros are left alone",)
    assert claims(data) == [("No.", "Anna Berg", 1, 18)]


ODT = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>not</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>"
    "<text:h>Port to   reopen</text:h><text:p/>"
    "<text:p>Anna<text:s text:c='2'/>Berg said: “The port <text:span>opens</text:span>.”"
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Lavrov said:"
    " “Not so.”</text:p></text:note-body></text:note></text:p>"
    "<table:table><table:table-row><table:table-cell><text:p>Ships</text:p></table:table-cell>"
    "<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>"
    "<text:p>He said:<text:line-break/>nothing.</text:p><text:p text:style-name='P1'>We wait for"
    " it.</text:p><text:p>The end.</text:p>"
)


def test_opendocument_with_changes_a_table_and_a_note() -> None:
    document = read_text(odt(ODT))
    assert document.text == (
        "Port to reopen\n\nAnna  Berg said: “The port opens.”\n\nShips\t12\n\n"
        "He said:\nnothing.\n\nWe wait for it.\n\nThe end.\n\nLavrov said: “Not so.”"
    )
    assert document.skipped == ("1 tracked change taken as deleted",)
    assert [one[0] for one in claims(odt(ODT))] == [
        "The port opens.",
        "We wait for it.",
        "Not so.",
    ]
    assert claims(odt(ODT))[0][2:] == (3, 19)


def _damaged(data: bytes) -> bytes:
    at = data.index(b"word/document.xml") + 40
    return data[:at] + b"\xff" * 60 + data[at + 60 :]


def _flagged(data: bytes) -> bytes:
    """The file with the mark of encryption on every part."""
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(sign, start)) >= 0:
            data = data[: start + at] + struct.pack("<H", 1) + data[start + at + 2 :]
            start += 4
    return data


BOMB = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><w:d xmlns:w="u">&b;</w:d>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (word("Some words")[:-200], ("damaged", "sent whole")),
        (_damaged(word("Some words")), ("damaged", "sent whole")),
        (_flagged(word("Some words")), ("is encrypted", "password")),
        (word("", " "), ("holds no text", "OCR")),
        (odt("<text:p/>"), ("holds no text",)),
        (zipped({"xl/workbook.xml": b"x"}), ("spreadsheet", ".csv")),
        (zipped({"ppt/presentation.xml": b"x"}), ("presentation",)),
        (zipped({"META-INF/container.xml": b"x"}), ("e-book",)),
        (zipped({"a.txt": b"x"}), ("archive", "unpack")),
        (zipped({"mimetype": b"x", "content.xml": b"x"}), ("no text", ".odt")),
        (
            zipped(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "content.xml": "<x/>",
                    "META-INF/manifest.xml": "<m:encryption-data/>",
                }
            ),
            ("is encrypted", "password"),
        ),
        (zipped({"word/document.xml": BOMB}), ("declares the entity 'b'", "plain text")),
        (zipped({"word/document.xml": "<a>" * 5000}), ("nested more than 2,000",)),
        (zipped({"word/document.xml": b" " * (65 * 1024 * 1024)}), ("unpacks to more than 64 MB",)),
        (b"PK\x03\x04" + b"PK\x01\x02" * 20_001, ("more than 20,000 parts",)),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, words: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        read_text(data, path="talk.txt")
    assert caught.value.line.startswith("talk.txt: ")
    assert "\n" not in caught.value.line
    for word_ in words:
        assert word_ in caught.value.line


def test_xml_that_breaks_off_is_read_up_to_there() -> None:
    parts = parts_of(word("Anna Berg said: “The port opens.”", "And more."))
    body = parts["word/document.xml"]
    assert isinstance(body, bytes)
    parts["word/document.xml"] = body[: body.index(b"And more")]
    document = read_text(zipped(parts))
    assert document.text == "Anna Berg said: “The port opens.”"
    assert document.skipped[0].startswith("is read only up to where its XML breaks off")


def test_a_file_outside_is_never_opened(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("secret words", "utf-8")
    parts = parts_of(word("x"))
    parts["word/document.xml"] = (
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        "<w:d xmlns:w='u'><w:p><w:r><w:t>Plain &e;words</w:t></w:r></w:p></w:d>"
    )
    assert read_text(zipped(parts)).text == "Plain words"
