"""PDF -> documents: paragraphs out of lines, each place with its page and line."""

from __future__ import annotations

from zlib import compress

import pytest
from documents import pdf

from claims.errors import InputError
from claims.extract import extract
from claims.people import load_people
from claims.readers import read_text

PAGES = (
    (
        "The Daily Pear, page 1",
        "Port to reopen",
        "",
        "The port in the north will reopen in June, the minister of trade told reporters on",
        "Monday. Anna Berg said: “The port will surely re-",
        "open in June, and it will be known in the",
        "capital.”",
        "",
        "Lavrov was there, and left the room. When he was asked for the well-known and much",
        "1",
    ),
    None,
    (
        "The Daily Pear, page 3",
        "larger harbour, he said: “No more of the well-",
        "known one.”",
        "3",
    ),
    (
        "The Daily Pear, page 4",
        "MR PRICE: Good day to you all here in this room, and also",
        "to those out there.",
        "QUESTION: Why?",
        "MR PRICE: No.",
        "4",
    ),
)


def test_lines_become_paragraphs_and_headers_go() -> None:
    document = read_text(pdf(*PAGES))
    assert document.text == (
        "Port to reopen\n\nThe port in the north will reopen in June, the minister of trade told"
        " reporters on Monday. Anna Berg said: “The port will surely reopen in June, and it will be"
        " known in the capital.”\n\nLavrov was there, and left the room. When he was asked for the"
        " well-known and much larger harbour, he said: “No more of the well-known one.”\n\n"
        "MR PRICE: Good day to you all here in this room, and also to those out there.\n\n"
        "QUESTION: Why?\n\nMR PRICE: No."
    )
    assert [turn.label for turn in document.turns] == [None, "MR PRICE", "QUESTION", "MR PRICE"]
    assert document.skipped == ("no text on page 2; run OCR first where that is a scan",)


def test_each_quotation_has_its_page_and_line() -> None:
    claims = extract(read_text(pdf(*PAGES)), people=load_people())
    assert [(one.quote.text, one.page, one.line, one.column) for one in claims] == [
        ("The port will surely reopen in June, and it will be known in the capital.", 1, 4, 26),
        ("No more of the well-known one.", 3, 2, 27),
    ]


def _packed(stream: bytes) -> bytes:
    """A PDF whose page is this packed stream."""
    plain = pdf(("x",))
    start = plain.index(b"<< /Length")
    end = plain.index(b"endstream") + len(b"endstream")
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream)
    return plain[:start] + head + stream + b"\nendstream" + plain[end:]


LOCK = b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", ("damaged PDF", "sent whole")),
        (pdf(("Some words",))[:300], ("damaged PDF",)),
        (pdf(None, None), ("PDF without text", "OCR", "paste")),
        (pdf(("Words",), more=LOCK % (b"41" * 32, b"42" * 32)), ("is encrypted", "password")),
        (_packed(compress(b" " * 600_000_000, 9)), ("more memory than a document should",)),
    ],
    ids=["empty", "cut", "scan", "encrypted", "bomb"],
)
def test_what_cannot_be_read_is_one_line(data: bytes, words: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        read_text(data, path="talk.txt")
    assert caught.value.line.startswith("talk.txt: ")
    assert "\n" not in caught.value.line
    for word in words:
        assert word in caught.value.line


def test_scripts_are_left_alone_and_said() -> None:
    data = pdf(("Anna Berg said: “No.”",), more=b"/Info << /JavaScript 1 >>")
    assert read_text(data).skipped == ("its scripts are left alone",)
