"""Bytes -> characters: what is no text is refused with a way out, any encoding is tried."""

from __future__ import annotations

from pathlib import Path

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
    ((b"%PDF",), "is a PDF, not plain text", "save its text as .txt, or paste the words"),
    (
        (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"),
        "is an office document or archive, not plain text",
        "save it as plain text (.txt), or paste the words",
    ),
    (
        (
            b"ID3\x02",
            b"ID3\x03",
            b"ID3\x04",
            b"OggS\x00",
            b"fLaC",
            b"\x1aE\xdf\xa3",
            b"\x00\x00\x00\x18ftyp",
            b"\x00\x00\x00 ftyp",
        ),
        "is sound or video, not text",
        "transcribe it first, or paste the words",
    ),
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
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


def decode(data: bytes, *, where: str | None = None, limit: int = LARGEST) -> str:
    """The characters of a text: UTF-8, what a byte order mark says, or the likeliest encoding.

    Raises: `InputError` for binary data, an encoding that cannot be told, or too much of it.
    """
    _fits(len(data), where=where, limit=limit)
    for beginnings, what, next_step in _KINDS:
        if data.startswith(beginnings):
            raise InputError(what, where=where, next_step=next_step)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, where=where)
    if b"\x00" in data[:_SAMPLE]:
        raise InputError(
            "is a binary file, not text",
            where=where,
            next_step="name a text file, or paste the words",
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, _likeliest(data, where=where), where=where)


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


def _decoded(data: bytes, encoding: str, *, where: str | None) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(
            f"is not valid {encoding.removesuffix('-sig').upper()}",
            where=where,
            next_step="save the text as UTF-8",
        ) from error
