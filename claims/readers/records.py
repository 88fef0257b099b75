"""XML files: which record of a parliament one is, and its reader."""

from __future__ import annotations

from claims.errors import InputError
from claims.models import Document
from claims.readers.akoma import read_akoma
from claims.readers.parlparse import read_parlparse
from claims.readers.signs import root
from claims.readers.tei import read_tei

_READERS = {
    "TEI": read_tei,
    "teiCorpus": read_tei,
    "akomaNtoso": read_akoma,
    "publicwhip": read_parlparse,
}


def read_record(source: str) -> Document:
    """The document of an XML file.

    Raises: `InputError` for XML that is no record of speech, or holds none.
    """
    name = root(source)
    reader = _READERS.get(name or "")
    if reader is None:
        what = f"is XML of a kind that is not read (its root is {name!r})"
        raise InputError(what, next_step="save it as .html or plain text (.txt)")
    return reader(source)
