"""Text from outside made safe to show: one line, no control characters, no bidi overrides."""

from __future__ import annotations

import unicodedata

# Format characters that carry meaning in a script and cannot reorder their surroundings:
# soft hyphen, Arabic letter mark, zero-width (non-)joiner, left-to-right and right-to-left marks.
_KEPT_FORMAT = frozenset("\u00ad\u061c\u200c\u200d\u200e\u200f")
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def printable(text: str) -> str:
    r"""Text on one line, with whatever could steer a terminal or reorder the line spelled out.

    Shape: runs of white space become one space; C0 and C1 controls, bidi embeddings, overrides
           and isolates, lone surrogates and unassigned code points become `\x1b`, `\u202e`, ...

    >>> printable("two\n  lines \x1b[31mred \u202egnp")
    'two lines \\x1b[31mred \\u202egnp'
    """
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(_shown(character) for character in line)


def shortened(text: str, *, longest: int) -> str:
    """Text safe to show, of at most about `longest` characters: a long one loses its middle.

    >>> shortened("one two three four five", longest=10)
    'one two … ve'
    """
    if len(text) <= longest:
        return printable(text)
    head, tail = printable(text[: longest * 3 // 4]), printable(text[-(longest // 4) :])
    return f"{head} … {tail}"


def _shown(character: str) -> str:
    if character in _KEPT_FORMAT or unicodedata.category(character) not in _ESCAPED:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
