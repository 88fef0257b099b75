"""Which reader a file gets: its content tells, never its name.

To read a further family of files, write its reader and add a row here: what tells the family,
and a function that loads the reader. The first row that fits reads; no row means plain text.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from claims.errors import InputError
from claims.models import Document
from claims.readers.encoding import LARGEST, decoded, load
from claims.readers.signs import (
    is_html,
    is_pdf,
    is_recognised,
    is_subtitles,
    is_web_archive,
    is_xml,
    is_zip,
)
from claims.readers.text import cleaned, document

_HEAD = 8192
"""Characters of a text that tell what it is."""


def _packed(data: bytes) -> Document:
    from claims.readers.archive import read_archive

    return read_archive(data)


def _pdf(data: bytes) -> Document:
    from claims.readers.pdf import read_pdf

    return read_pdf(data)


_BYTES: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Document]], ...] = (
    (is_zip, _packed),
    (is_pdf, _pdf),
)
"""Files that are no text: told by and read from all their bytes."""


def _html(text: str) -> Document:
    from claims.readers.html import read_html

    return read_html(text)


def _web_archive(text: str) -> Document:
    raise InputError("is a web archive (MHTML)", next_step="save the page as HTML (.html)")


def _subtitles(text: str) -> Document:
    from claims.readers.subtitles import read_subtitles

    return read_subtitles(text)


def _recognised(text: str) -> Document:
    from claims.readers.recognised import read_recognised

    return read_recognised(text)


def _record(text: str) -> Document:
    from claims.readers.records import read_record

    return read_record(text)


_TEXTS: tuple[tuple[Callable[[str], bool], Callable[[str], Document]], ...] = (
    (is_web_archive, _web_archive),
    (is_html, _html),
    (is_xml, _record),
    (is_subtitles, _subtitles),
    (is_recognised, _recognised),
)
"""Files that are text: told by their first characters (`_HEAD`), read from all of them."""


def read(path: Path, *, limit: int = LARGEST) -> Document:
    """The document in a file of any kind.

    Raises: `InputError` for a file that is missing, a folder, not permitted, empty, too large,
            or of no kind that can be read; the line says what to do.
    """
    return read_text(load(path, limit=limit), path=str(path), limit=limit)


def read_text(
    text: str | bytes,
    *,
    path: str | None = None,
    origin: str | None = None,
    limit: int = LARGEST,
) -> Document:
    """The document in the bytes of a file of any kind; characters are plain text as they are.

    Unit:   `limit` in bytes, or in characters of a text.
    Raises: `InputError` for bytes that cannot be read, or more of it than `limit`.
    """
    try:
        found = _from_bytes(text, limit=limit) if isinstance(text, bytes) else _plain(text, limit)
    except InputError as error:
        raise InputError(error.what, where=error.where or path, next_step=error.next_step) from None
    return found.model_copy(update={"path": path, "origin": origin or found.origin})


def _plain(text: str, limit: int) -> Document:
    return document(cleaned(text, limit=limit))


def _from_bytes(data: bytes, *, limit: int) -> Document:
    for tells, reader in _BYTES:
        if tells(data):
            return reader(data)
    text, note = decoded(data, limit=limit)
    found = _from_text(text)
    return found if note is None else found.model_copy(update={"skipped": (note, *found.skipped)})


def _from_text(text: str) -> Document:
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    for tells, reader in _TEXTS:
        if tells(head):
            return reader(text)
    return document(text)
