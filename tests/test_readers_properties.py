"""Whatever becomes of a document on its way, reading it gives a document or one line."""

from __future__ import annotations

import functools

import pytest
from documents import odt, pdf, revised, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import CheckerError
from claims.extract import extract
from claims.models import Document
from claims.people import load_people
from claims.readers import read_text

LINE = "Anna Berg said: “The port (in the north) opens; so it is.”"
BODY = f"<w:d><w:p><w:r><w:t>{LINE}</w:t></w:r></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:d>"
TEXTS: dict[str, bytes] = {
    "html": f"<html><body><p>{LINE}<blockquote>Not &amp; so.</blockquote></body></html>".encode(),
    "tei": f"<TEI><text><u who='#a'><seg>{LINE}</seg></u></text></TEI>".encode(),
    "akoma": (
        f"<akomaNtoso><speech by='#a'><from>A:</from><p>{LINE}</p></speech></akomaNtoso>"
    ).encode(),
    "parlparse": (
        f"<publicwhip><speech speakername='A'><p>{LINE}</p></speech></publicwhip>"
    ).encode(),
    "markdown": f"Anna Berg said:\n\n> The port\n> opens.\n\n{LINE}\n".encode(),
}
PACKED: dict[str, bytes] = {
    "docx": revised(),
    "odt": odt(f"<text:p>{LINE}</text:p><table:table/>"),
    "pdf": pdf((LINE, "", LINE), None),
}
INSIDE = {"docx": "word/document.xml", "odt": "content.xml"}


@functools.cache
def told(data: bytes) -> Document | CheckerError:
    """What is read, or our error; any other error escapes."""
    try:
        return read_text(data, path="a")
    except CheckerError as error:
        return error


def holds(found: Document | CheckerError) -> None:
    """One line; or places in order, and quotations that stand in the text."""
    if isinstance(found, CheckerError):
        assert "\n" not in found.line
        assert found.next_step
        return
    starts = [one.start for one in found.landmarks]
    assert starts == sorted(starts)
    assert all("\n" not in note for note in found.skipped)
    spans = [(span.start, span.end) for span in found.quoted]
    assert all(0 <= start < end <= len(found.text) for start, end in spans)
    for claim in extract(found, people=load_people()):
        pieces = [found.text[span.start : span.end] for span in claim.quote.spans]
        assert "".join(claim.quote.text.split()) == "".join("".join(pieces).split())
        assert claim.line is not None
        assert claim.line >= 1


@st.composite
def changed(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with some cut, put in or written over."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        gone = draw(st.sampled_from((0, 0, 1, 3, 40)))
        new = draw(st.binary(max_size=4) | st.sampled_from((b"<", b">", b"&", b'"', b"</w:p>")))
        data = data[:at] + new + data[at + gone :]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


@pytest.mark.parametrize("name", sorted(TEXTS))
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_text_that_was_damaged(name: str, data: st.DataObject) -> None:
    holds(told(data.draw(changed(TEXTS[name]))))


@pytest.mark.parametrize("name", sorted(PACKED))
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_file_that_was_damaged(name: str, data: st.DataObject) -> None:
    damaged = data.draw(changed(PACKED[name]))
    if name != "pdf" or len(damaged) % 4 == 0:  # a PDF starts a process; some are enough
        holds(told(damaged))


@pytest.mark.parametrize("name", sorted(INSIDE))
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_an_office_document_that_was_damaged_inside(name: str, data: st.DataObject) -> None:
    inner = BODY.encode() if name == "docx" else f"<d><text:p>{LINE}</text:p></d>".encode()
    parts: dict[str, bytes | str] = {INSIDE[name]: data.draw(changed(inner))}
    if name == "odt":
        parts["mimetype"] = "application/vnd.oasis.opendocument.text"
    holds(told(zipped(parts)))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(("%PDF-", "PK\x03\x04", "<?xml", "<html>", "<TEI>", "{", "[", "WEBVTT", "> ")),
    st.binary(max_size=80),
)
def test_random_bytes_after_the_signs_of_a_format(sign: str, rest: bytes) -> None:
    if sign != "%PDF-" or len(rest) % 8 == 0:
        holds(told(sign.encode() + rest))
