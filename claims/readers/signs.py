"""What tells the format of a text by its beginning; the readers themselves load on use."""

from __future__ import annotations

import re

STAMP = r"(?:\d{1,5}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,6})?"
"""A time in a subtitle file."""

_CUE = rf"(?:[^\n]*\n){{0,12}}?[^\S\n]*[\[(]?{STAMP}[^\S\n]*-->"
_TABLE = r"start\tend\ttext[ \t]*\r?\n"
_JSON = r'\[?\s*\{\s*"\w+"\s*:'
_QUOTES = r'\{[^\n]*"(?:quote|quotation)"\s*:'


def is_webvtt(head: str) -> bool:
    """Whether a text is WebVTT."""
    return head.startswith("WEBVTT") and head[6:7] in ("", " ", "\t", "\n", "\r")


def is_subtitles(head: str) -> bool:
    """Whether a text is made of cues with a start and an end."""
    if is_webvtt(head):
        return True
    return (
        "-->" in head and re.match(_CUE, head.replace("\r\n", "\n").replace("\r", "\n")) is not None
    )


_QUOTE = {"quote", "quotation"}
_BESIDE_QUOTE = {"speaker", "said_on", "date", "id", "origin", "url"}


def is_quotes(head: str) -> bool:
    """Whether a text is a list of quotes: JSON lines, or a table with such columns, named first."""
    first = head.partition("\n")[0]
    if first.startswith("{"):
        return re.match(_QUOTES, first) is not None
    cells = {cell.strip(" \"'\r").casefold() for cell in re.split(r"[,;\t|]", first)}
    return not (_QUOTE.isdisjoint(cells) or _BESIDE_QUOTE.isdisjoint(cells))


def is_table(head: str) -> bool:
    """Whether a text is the table (TSV) that Whisper writes."""
    return re.match(_TABLE, head) is not None


def is_recognised(head: str) -> bool:
    """Whether a text may be the output of speech recognition: JSON, and no list of quotes."""
    if is_table(head):
        return True
    return re.match(_JSON, head) is not None and re.match(_QUOTES, head) is None


_HTML = (
    r"(?i)<!doctype\s+html|<html\b|<(?:head|body|article|main|section|div|p|blockquote|h[1-6]|ul|ol"
    r"|table|span|q|a|b|i|em|strong|meta|title|figure)(?:\s[^<>]*)?>"
)
_BEFORE = r"(?s)(?:<\?xml[^>]*>|<!--.*?-->|\s)*"


def is_html(head: str) -> bool:
    """Whether a text begins as a page or a piece of HTML does."""
    before = re.match(_BEFORE, head)
    return re.match(_HTML, head[before.end() if before is not None else 0 :]) is not None


def is_web_archive(head: str) -> bool:
    """Whether a text is a page with its pictures in one file (MHTML)."""
    return re.search(r"(?im)^content-type:\s*multipart/related", head[:4000]) is not None


def is_zip(data: bytes) -> bool:
    """Whether bytes are a zip file, as office documents are."""
    return data.startswith(b"PK\x03\x04")


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF; some begin with an empty line."""
    return data[:64].lstrip().startswith(b"%PDF-")


_ROOT = r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)"


def root(text: str) -> str | None:
    """The name of the first element of an XML text, without its prefix."""
    found = re.search(_ROOT, text[:100_000])
    return None if found is None else found[1]


def is_xml(head: str) -> bool:
    """Whether a text is XML; what has no declaration must begin as one of the known kinds."""
    if head.startswith("<?xml"):
        return True
    return head.startswith("<") and root(head) in ("TEI", "teiCorpus", "akomaNtoso", "publicwhip")
