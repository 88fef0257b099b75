"""Plain text and Markdown -> documents. The text stays as written, so that offsets hold."""

from __future__ import annotations

import re
from pathlib import Path

from claims.errors import InputError
from claims.models import Document
from claims.readers.encoding import LARGEST, decode, load
from claims.readers.turns import turns

_WIRES = {
    "afp": "AFP", "agence france-presse": "AFP", "ap": "AP", "associated press": "AP",
    "the associated press": "AP", "reuters": "Reuters", "tass": "TASS", "itar-tass": "TASS",
    "xinhua": "Xinhua", "dpa": "DPA", "ani": "ANI", "pti": "PTI", "ria novosti": "RIA Novosti",
    "ria": "RIA Novosti", "sputnik": "Sputnik", "interfax": "Interfax", "anadolu": "Anadolu",
    "anadolu agency": "Anadolu", "aa": "Anadolu", "upi": "UPI", "efe": "EFE",
    "ians": "IANS", "kyodo": "Kyodo", "yonhap": "Yonhap", "тасс": "TASS", "риа новости":
    "RIA Novosti", "интерфакс": "Interfax",
}  # fmt: skip
_NAMES = "|".join(sorted((re.escape(name) for name in _WIRES), key=len, reverse=True))
_CREDITS = (
    rf"^[^\n]{{0,80}}\(({_NAMES})\)\s*(?:[-–—:.]|$)",
    rf"^[^\n]{{0,60}}(?<![^\s.])/({_NAMES})/\s*\.?",
    rf"^(?:by |source: ?|source - |© ?(?:\d{{4}} )?|\(?c\)? |from )?({_NAMES})\s*$",
)
_HEAD = 1500
_TAIL = 300
_LONGEST_TITLE = 220


def read(path: Path, *, limit: int = LARGEST) -> Document:
    """The document in a plain-text or Markdown file.

    Raises: `InputError` for a file that is missing, a folder, not permitted, empty, too large,
            or no text; the line says what to do.
    """
    return read_text(load(path, limit=limit), path=str(path), limit=limit)


def read_text(
    text: str | bytes,
    *,
    path: str | None = None,
    origin: str | None = None,
    limit: int = LARGEST,
) -> Document:
    """The document in a text, with its title, wire agency and turns where it has them.

    Unit:   `limit` in bytes, or in characters of a text.
    Raises: `InputError` for bytes that are no text, or more of it than `limit`.
    """
    if isinstance(text, bytes):
        text = decode(text, where=path, limit=limit)
    else:
        text = _clean(text, where=path, limit=limit)
    found = turns(text)
    return Document.model_construct(
        text=text,
        path=path,
        origin=origin,
        title=_title(text),
        wire=_wire(text),
        turns=found,
    )


def _clean(text: str, *, where: str | None, limit: int) -> str:
    """A text that came as characters; halves of surrogate pairs become replacement marks."""
    if len(text) > limit:
        raise InputError(
            f"is longer than {limit / 1024 / 1024:.0f} million characters",
            where=where,
            next_step="split it, or paste the part to check",
        )
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


_SURROGATE = re.compile("[\ud800-\udfff]")


def _title(text: str) -> str | None:
    """The first line, if it looks like a headline: no final stop, and a blank line or a repeat."""
    head = text.lstrip("\ufeff \t\r\n")[: 3 * _LONGEST_TITLE]
    first, _, rest = head.partition("\n")
    line = first.strip()
    if (
        not rest.strip()
        or not 3 <= len(line) <= _LONGEST_TITLE
        or line.endswith((".", ",", ";", ":"))
        or line.startswith("By ")
    ):
        return None
    following = rest.partition("\n")[0].strip()
    if following and following != line:
        return None
    bare = line.lstrip("#").strip().strip("*_").strip()
    return bare if any(map(str.isalpha, bare)) else None


def _wire(text: str) -> str | None:
    """The agency that a byline, dateline or credit names, `None` if none does."""
    for part in (text[:_HEAD], text[-_TAIL:] if len(text) > _HEAD else ""):
        low = part.casefold()
        if not any(name in low for name in _WIRES):
            continue
        for form in _CREDITS:
            found = re.search(form, part, re.IGNORECASE | re.MULTILINE)
            if found is not None:
                return _WIRES[found[1].casefold()]
    return None
