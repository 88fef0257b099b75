"""Zip files: which office document one is, and its reader."""

from __future__ import annotations

from claims.errors import InputError
from claims.models import Document
from claims.readers import docx, odt
from claims.readers.packed import Packed

_OTHERS = (
    ("xl/", "is a spreadsheet", "save the sheet as .csv"),
    ("ppt/", "is a presentation", "save its notes or outline as text"),
    ("META-INF/container.xml", "is an e-book", "save the chapter as .html or plain text (.txt)"),
)


def read_archive(data: bytes) -> Document:
    """The document in a zip file.

    Raises: `InputError` for one that holds no text document, or cannot be unpacked safely.
    """
    packed = Packed(data)
    if docx.MAIN in packed.names:
        return docx.read_docx(packed)
    if odt.MAIN in packed.names and "mimetype" in packed.names:
        kind = packed.part("mimetype")[:100].decode("ascii", "replace")
        if kind.startswith("application/vnd.oasis.opendocument.text"):
            return odt.read_odt(packed)
        raise InputError(
            "is an OpenDocument file, but no text", next_step="save it as .odt or plain text"
        )
    for beginning, what, next_step in _OTHERS:
        if any(name.startswith(beginning) for name in packed.names):
            raise InputError(what, next_step=next_step)
    raise InputError("is an archive", next_step="unpack it, and name the text in it")
