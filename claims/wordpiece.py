"""Text to the token numbers that the trained models read: BERT's uncased word pieces.

Our own because the public tokenizer wheels bring a network client along, and because a batch of
candidates is too short for their speed to matter. tests/test_model.py holds it to known numbers.

Source: Devlin et al. 2019; the vocabulary is that of bert-base-uncased (Apache-2.0).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

START: Final = 101
END: Final = 102
UNKNOWN: Final = 100
MARKS: Final = 5
"""Kinds of a token: not in the other text, or there without a known neighbour, after the same one,
before the same one, or both."""
_LONGEST_WORD: Final = 100

_SHAPES: Final = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‘": "'", "’": "'", "‚": "'", "`": "'",
        "–": "-", "—": "-", "‑": "-", "−": "-",
        "\N{REPLACEMENT CHARACTER}": " ", "\N{NO-BREAK SPACE}": " ",
    }
)  # fmt: skip
_TREEBANK: Final = re.compile(r"-[LR][RSC]B-|''| n't\b")
_UNTREEBANK: Final = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", " n't": "n't"}


class WordPieces:
    """A vocabulary, and the greedy cut of words into its pieces.

    Shape: `unknown` is the number of a word that cannot be cut.
    """

    def __init__(self, vocabulary: Sequence[str], *, unknown: int = UNKNOWN) -> None:
        self._unknown = unknown
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._pieces = lru_cache(maxsize=20_000)(self._cut)

    def numbers(self, text: str) -> tuple[int, ...]:
        """The token numbers of a text, without marks of its start and end."""
        return tuple(number for word in words(text) for number in self._pieces(word))

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST_WORD:
            return (self._unknown,)
        found: list[int] = []
        start = 0
        while start < len(word):
            end = len(word)
            while end > start:
                piece = word[start:end] if start == 0 else "##" + word[start:end]
                if piece in self._numbers:
                    found.append(self._numbers[piece])
                    break
                end -= 1
            else:
                return (self._unknown,)
            start = end
        return tuple(found)


def joined(
    statement: Sequence[int], quote: Sequence[int], *, longest: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Two texts as one row of tokens, and of each its side and how it stands in the other text.

    Shape: `side * MARKS + mark`, the statement's side 0, the quote's 1. Of more than `longest`
           tokens the statement's end is cut; the quote may take half.

    >>> joined((7, 8, 9), (8, 9, 5), longest=20)
    ((101, 7, 8, 9, 102, 8, 9, 5, 102), (0, 0, 3, 2, 0, 8, 7, 5, 5))
    """
    asked = tuple(quote[: longest // 2 - 2])
    said = tuple(statement[: longest - 3 - len(asked)])
    tokens = (START, *said, END, *asked, END)
    ours, theirs = _marks(said, asked), _marks(asked, said)
    return tokens, (0, *ours, 0, *(MARKS + mark for mark in theirs), MARKS)


def _marks(one: tuple[int, ...], other: tuple[int, ...]) -> list[int]:
    known, pairs = set(other), set(pairwise(other))
    found = []
    for i, token in enumerate(one):
        after = i > 0 and (one[i - 1], token) in pairs
        before = i + 1 < len(one) and (token, one[i + 1]) in pairs
        found.append(1 + after + 2 * before if token in known else 0)
    return found


def words(text: str) -> tuple[str, ...]:
    """Lower-case words and single marks, as BERT cuts them; typographic marks made plain.

    >>> words("He’s won 1.5m – café")
    ('he', "'", 's', 'won', '1', '.', '5m', '-', 'cafe')
    """
    plain = tidy(text).lower()
    if not plain.isascii():
        plain = "".join(
            char
            for char in unicodedata.normalize("NFD", plain)
            if unicodedata.category(char) not in ("Mn", "Cc", "Cf") or char in "\t\n\r"
        )
    return tuple("".join(_spaced(char) for char in plain).split())


def tidy(text: str) -> str:
    """Typographic and treebank forms of marks made plain.

    >>> tidy("He does n't , ``they'' do –")
    'He doesn\\'t , "they" do -'
    """
    plain = text.replace("``", '"').translate(_SHAPES)
    if "''" in plain or "B-" in plain or " n't" in plain:
        plain = _TREEBANK.sub(lambda match: _UNTREEBANK.get(match.group(), '"'), plain)
    return plain


@lru_cache(maxsize=4096)
def _spaced(char: str) -> str:
    if char.isalnum():
        return f" {char} " if _is_ideograph(char) else char
    if char.isspace():
        return " "
    code = ord(char)
    if code < 128 or unicodedata.category(char).startswith("P"):
        return f" {char} " if code >= 32 else ""
    return char


def _is_ideograph(char: str) -> bool:
    code = ord(char)
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
