"""Typography folded away (F1), with the way back to the original offsets.

Not NFKC: that turns ½ into 1⁄2 and ² into 2. The table is explicit, and no letter of any
script is ever dropped.
"""

from __future__ import annotations

import re
import unicodedata

_SINGLE_MARKS = "‘’‚‛′`´ʼʹ"
_DOUBLE_MARKS = "“”„‟«»‹›″「」『』〝〞"
_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = (
    "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_INVISIBLE = (
    "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\u0640"
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654\u0670"
)
_FOLDS: dict[str, str] = {
    **dict.fromkeys(_SINGLE_MARKS, "'"),
    **dict.fromkeys(_DOUBLE_MARKS, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_INVISIBLE, ""),
    "…": "...",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ё": "е",
    "Ё": "е",
    "ي": "ی",
    "ى": "ی",
    "ك": "ک",
    "ۀ": "ه",
    "ہ": "ه",
    "٪": "%",
}

_PRESENTED = [*map(chr, range(0xFB50, 0xFC00)), *map(chr, range(0xFE70, 0xFEFD))]
"""Arabic letters in the shape of their place in a word, as old files have them."""
for _shape in _PRESENTED:
    _letters = unicodedata.normalize("NFKC", _shape)
    if _letters != _shape:
        _FOLDS[_shape] = "".join(_FOLDS.get(letter, letter) for letter in _letters.strip())
_TABLE = str.maketrans(_FOLDS)

# "[T]he", "recogni[s]e": a bracket that touches a letter outside it is spelling, not an insert.
_INWORD_BRACKET = re.compile(r"(?<=[^\W\d_])\[(\w{1,12})\]|\[(\w{1,12})\](?=[^\W\d_])")


def fold(text: str) -> tuple[str, tuple[int, ...]]:
    """Fold case and typography; also return the old offset of each folded character.

    Both have one length and the offsets never decrease, so every match maps back.

    >>> fold("“Straße…”")
    ('"strasse..."', (0, 1, 2, 3, 4, 5, 5, 6, 7, 7, 7, 8))
    """
    dropped = _inword_brackets(text) if "[" in text else frozenset()
    if text.isascii() and not dropped and text.isprintable():
        return text.lower(), tuple(range(len(text)))
    characters: list[str] = []
    offsets: list[int] = []
    for start, end in _clusters(text):
        if start in dropped:
            continue
        for character in _fold_cluster(text[start:end]):
            characters.append(character)
            offsets.append(start)
    return "".join(characters), tuple(offsets)


def fold_only(text: str) -> str:
    """The first part of `fold`, without the way back, which is what takes its time.

    >>> fold_only("“Straße…”")
    '"strasse..."'
    """
    if "[" in text:
        return fold(text)[0]
    if text.isascii() and text.isprintable():
        return text.lower()
    if any(character >= "\u0300" and unicodedata.combining(character) for character in set(text)):
        return fold(text)[0]
    return text.translate(_TABLE).casefold()


def _inword_brackets(text: str) -> frozenset[int]:
    return frozenset(
        offset
        for found in _INWORD_BRACKET.finditer(text)
        for offset in (found.start(), found.end() - 1)
    )


def _clusters(text: str) -> list[tuple[int, int]]:
    """Each character with the combining marks that follow it."""
    if text.isascii():
        return [(i, i + 1) for i in range(len(text))]
    clusters: list[tuple[int, int]] = []
    for i, character in enumerate(text):
        if clusters and ord(character) >= 0x300 and unicodedata.combining(character):
            clusters[-1] = (clusters[-1][0], i + 1)
        else:
            clusters.append((i, i + 1))
    return clusters


def _fold_cluster(cluster: str) -> str:
    if len(cluster) == 1:
        folded = _FOLDS.get(cluster)
        return cluster.casefold() if folded is None else folded
    composed = unicodedata.normalize("NFC", cluster)
    return "".join(_FOLDS.get(c, c.casefold()) for c in composed)
