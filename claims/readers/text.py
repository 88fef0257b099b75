"""Plain text and Markdown -> documents. The text stays as written, so that offsets hold."""

from __future__ import annotations

import re

from claims.blocks import block_quotations
from claims.errors import InputError
from claims.models import Document, Landmark
from claims.readers.turns import talk

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
    rf"^[^\W\d_][^\n.]{{0,50}}\d[^\n.]{{0,12}}\.?\s[-–—]\s*({_NAMES})\s*\.",
    rf"^[^\W\d_][^\n]{{0,50}}\d[^\n.]{{0,14}}\.\s+({_NAMES})(?:\.ru)?\s*[-–—]",
    rf"^(?:by |source: ?|source - |©[ \d–—-]*|\(?c\)? |from )?({_NAMES})\s*$",
)
_HEAD = 1500
_TAIL = 300
_LONGEST_TITLE = 220


def document(
    text: str,
    *,
    title: str | None = None,
    landmarks: tuple[Landmark, ...] = (),
    skipped: tuple[str, ...] = (),
) -> Document:
    """The document of a text that any reader found: its title, wire agency and turns.

    Shape: a reader with turns, a date or an origin of its own sets them on what comes back.
    """
    found = talk(text)
    return Document.model_construct(
        text=text,
        title=title or _title(text),
        wire=_wire(text),
        turns=found.turns,
        quoted=block_quotations(text),
        landmarks=landmarks or found.landmarks,
        skipped=(*skipped, *found.skipped),
    )


def cleaned(text: str, *, limit: int) -> str:
    """A text that came as characters; halves of surrogate pairs become replacement marks.

    Raises: `InputError` for more characters than `limit`.
    """
    if len(text) > limit:
        raise InputError(
            f"is longer than {limit / 1024 / 1024:.0f} million characters",
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
