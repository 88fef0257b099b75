"""Bytes -> characters: what is no text is refused with a way out, any encoding is tried."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from claims.errors import InputError

LARGEST = 32 * 1024 * 1024
"""Bytes of a text that are read unless the caller says otherwise."""

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_SOUND = (
    *(b"ID3\x02", b"ID3\x03", b"ID3\x04", b"OggS\x00", b"fLaC\x00"),
    *(b"\x1aE\xdf\xa3", b"\x00\x00\x00\x18ftyp", b"\x00\x00\x00 ftyp"),
)
_KINDS: tuple[tuple[tuple[bytes, ...], str, str], ...] = (
    (_IMAGES, "is an image, not text", "run OCR first, or paste the words"),
    ((b"%PDF", b"PK\x03\x04"), "is a document, not plain text", "name it without .csv or .jsonl"),
    ((b"{\\rtf",), "is RTF, not plain text", "save it as .docx, .odt or plain text (.txt)"),
    (_SOUND, "is sound or video, not text", "transcribe it first, or paste the words"),
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_OLE = b"\xd0\xcf\x11\xe0"
"""Begins what Office wrote before 2007, and what it encrypts today."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAMPLE = 65536
_FEW = 30
_LATIN = frozenset("cp1250 cp1254 cp1257 cp1258 cp437 cp850 cp858 mac_roman latin_1".split())
"""What a detector takes Western text for when few letters tell it apart from another."""


def load(path: Path, *, limit: int = LARGEST) -> bytes:
    """The bytes of a file, at most `limit`.

    Raises: `InputError` for what is missing, no file, not readable, empty or too large.
    """
    where = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise InputError("no such file", where=where, next_step="check the path") from error
    except IsADirectoryError as error:
        raise InputError(
            "is a folder, not a file", where=where, next_step="name the files in it"
        ) from error
    except PermissionError as error:
        raise InputError(
            "may not be read", where=where, next_step="ask its owner for permission to read it"
        ) from error
    except (OSError, ValueError) as error:
        raise InputError(
            f"cannot be read ({error})", where=where, next_step="check the path"
        ) from error
    if not data:
        raise InputError("the file is empty", where=where, next_step="check that it was saved")
    _fits(len(data), where=where, limit=limit)
    return data


class Decoded(NamedTuple):
    """The characters of a text; `note` says it where their encoding is a guess."""

    text: str
    note: str | None = None


def decode(data: bytes, *, where: str | None = None, limit: int = LARGEST) -> str:
    """The characters of a text, as `decoded` finds them."""
    return decoded(data, where=where, limit=limit).text


def decoded(data: bytes, *, where: str | None = None, limit: int = LARGEST) -> Decoded:
    """The characters of a text: UTF-8, what it says it is in, or the likeliest encoding.

    Raises: `InputError` for binary data, an encoding that cannot be told, or too much of it.
    """
    _fits(len(data), where=where, limit=limit)
    for beginnings, what, next_step in _KINDS:
        if data.startswith(beginnings):
            raise InputError(what, where=where, next_step=next_step)
    if data.startswith(_OLE):
        raise _office(data, where=where)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_characters(data, encoding, where=where))
    if b"\x00" in data[:_SAMPLE]:
        raise InputError(
            "is a binary file, not text",
            where=where,
            next_step="name a text file, or paste the words",
        )
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _not_utf8(data, where=where)


def _office(data: bytes, *, where: str | None) -> InputError:
    if _ENCRYPTED in data:
        return InputError("is encrypted", where=where, next_step="save it without a password")
    what = "is an office document of before 2007 (.doc, .xls), not plain text"
    return InputError(what, where=where, next_step="save it as .docx, .odt or plain text (.txt)")


def _not_utf8(data: bytes, *, where: str | None) -> Decoded:
    """The characters of a text in an older encoding: the one it names, or a guess, and said so."""
    declared = re.search(_DECLARED, data[:_HEAD], re.IGNORECASE)
    if declared is not None:
        name = (declared[1] or declared[2]).decode("ascii")
        try:
            return Decoded(data.decode(name))
        except (UnicodeError, LookupError):
            pass
    mixed = _mostly_utf8(data)
    if mixed is not None:
        return mixed
    encoding = _likeliest(data, where=where)
    name = _SPOKEN.get(encoding, encoding.upper().replace("_", "-"))
    return Decoded(
        _characters(data, encoding, where=where),
        f"read as {name}, which is a guess; save it as UTF-8 to be sure",
    )


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes of another encoding in it, `None` if that is not what it is."""
    text = data.decode("utf-8", "surrogateescape")
    strays = len(text) - len(re.sub(_STRAYS, "", text))
    if len(re.sub(_PLAIN, "", text)) < 4 * strays:
        return None
    places = "1 byte is" if strays == 1 else f"{strays} bytes are"
    return Decoded(
        text.translate(
            {0xDC00 + n: bytes([n]).decode("cp1252", "replace") for n in range(128, 256)}
        ),
        f"{places} not UTF-8 and read as Windows-1252, which is a guess",
    )


_STRAYS = "[\udc80-\udcff]+"
_PLAIN = "[\x00-\x7f\udc80-\udcff]+"
_HEAD = 2048
_8_BIT = rb"((?:iso|windows|cp|koi8|mac|big5|gb|euc|shift|latin)[\w.-]{1,30})"
_DECLARED = (
    rb"""<\?xml[^>]{0,80}\bencoding=["']""" + _8_BIT + rb"""["']"""
    rb"""|<meta[^>]{0,80}\bcharset=["']?""" + _8_BIT
)
_SPOKEN = {"cp1252": "Windows-1252", "cp1251": "Windows-1251", "cp1250": "Windows-1250"}


def _fits(size: int, *, where: str | None, limit: int) -> None:
    if size > limit:
        raise InputError(
            f"is larger than {limit / 1024 / 1024:.0f} MB",
            where=where,
            next_step="split it, or paste the part to check",
        )


def _likeliest(data: bytes, *, where: str | None) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise InputError(
            "the encoding cannot be told",
            where=where,
            next_step="save the text as UTF-8",
        )
    few = sum(byte >= 0x80 for byte in data[:_SAMPLE]) < _FEW
    return "cp1252" if few and best.encoding in _LATIN else best.encoding


def _characters(data: bytes, encoding: str, *, where: str | None) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(
            f"is not valid {encoding.removesuffix('-sig').upper()}",
            where=where,
            next_step="save the text as UTF-8",
        ) from error
