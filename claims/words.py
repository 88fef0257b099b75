"""Words as units that compare: one key for every form of one word (F2).

A unit covers the original words it came from, so each comparison has its way back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from claims.forms import CONTRACTIONS, ENDINGS, IS_AFTER, NAMES, PARTICIPLES, PHRASES
from claims.numbers import MINUS, MONEY_SIGNS, NUMBER_WORDS, ORDINALS, SCALES, parse_number
from claims.spelling import american, canonical
from claims.text import fold

GENITIVE = "gs"
"""Key of the 's of possession."""


class Unit(NamedTuple):
    """One comparable word.

    Shape: `key` is letters and digits only; `start`, `end` are offsets in the original text;
           `form` is the code of the folding that made the key, `None` where the key is the
           word itself.
    """

    key: str
    start: int
    end: int
    form: str | None = None


class _Piece(NamedTuple):
    """A key made of a part of one token: `token[start:end]`."""

    key: str
    start: int
    end: int
    form: str | None


TOKEN = re.compile(
    r"[a-z]++(?![\w.'-])|"  # most words; the rest is for what the next character may change
    r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?"  # U.S., e.g.
    r"|[\u3040-\u30ff\u3400-\u9fff]"
    r"|(?:co|re|pre|anti|non|post|counter|inter|multi|semi|sub)-[^\W\d_]{3,}(?!['-])"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|(?<!\d)\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|s|m|mn|bn|tn|k)(?![^\W_]))?"
    r"|[%$€£₽₹&]"
    r"|(?<![^\s\"(])-(?=\d)"  # a sign; the dash of "10-12" and of "well - 3" is none
)
_PHRASES_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _key in sorted(PHRASES.items(), key=lambda item: -len(item[0])):
    _PHRASES_BY_FIRST.setdefault(_phrase[0], []).append((_phrase, _key))
IN_PHRASES = frozenset(word for phrase in PHRASES for word in phrase[1:])
"""Words that a phrase may go on with."""
_STARTS = NUMBER_WORDS.union(ORDINALS, MONEY_SIGNS, MINUS, _PHRASES_BY_FIRST)
_AFTER_A = frozenset(("hundred", "dozen", *SCALES))
_LARGE = {"us": "usa", "usa": "usa", "is": "islamicstate", "who": "worldhealth"}
_BY_CASE = frozenset((*_LARGE, "may"))
"""Words that are others when they are written large: "US", "IS", "WHO", "May"."""
WRITTEN_LARGE = ("US", "IS", "WHO", "May", "MAY")


Made = TypeVar("Made")


class _Table(dict[str, Made | None], Generic[Made]):
    """What was made of each token; forgotten all at once when there is too much of it."""

    def __init__(self, make: Callable[[str], Made | None], *, largest: int = 200_000) -> None:
        super().__init__()
        self._make = make
        self._largest = largest

    def __missing__(self, token: str) -> Made | None:
        if len(self) >= self._largest:
            self.clear()
        made = self[token] = self._make(token)
        return made


def keys_of_tokens(tokens: Sequence[str]) -> list[str]:
    """The keys of all tokens of a text."""
    words = list(map(plain, tokens))
    made: list[str] = []
    at = 0
    while at < len(tokens):
        together = None if stands_alone(tokens[at]) else _together(words, at=at)
        if together is None:
            made += [piece.key for piece in _pieces(tokens, words, at=at)]
            at += 1
        else:
            made.append(together[0])
            at = together[1]
    return made


@lru_cache(maxsize=8192)
def units(text: str) -> tuple[Unit, ...]:
    """Cut a text into comparable words.

    >>> [unit.key for unit in units("We're 2,000 at the United Nations' centre")]
    ['we', 'are', 'n2000', 'at', 'the', 'un', 'center']
    """
    folded, offsets = fold(text)
    found = list(TOKEN.finditer(folded))
    tokens = [match.group() for match in found]
    words = [plain(token) for token in tokens]
    places = [(offsets[match.start()], offsets[match.end() - 1] + 1) for match in found]
    shouting = text.isupper()
    made: list[Unit] = []
    at = 0
    while at < len(tokens):
        alone = _ALONE[tokens[at]]
        start, end = places[at]
        if alone is not None:
            made.append(Unit(alone[0], start, end, alone[1]))
        elif (together := _together(words, at=at)) is not None:
            key, following, form = together
            made.append(Unit(key, start, places[following - 1][1], form))
            at = following
            continue
        elif (large := _by_case(words, text[start:end], at=at, shouting=shouting)) is not None:
            made.append(Unit(large[0], start, end, large[1]))
        else:
            first = found[at].start()
            made += [
                Unit(
                    piece.key,
                    offsets[first + piece.start],
                    end if piece.end == len(tokens[at]) else offsets[first + piece.end],
                    piece.form,
                )
                for piece in _pieces(tokens, words, at=at)
            ]
        at += 1
    return tuple(made)


def _together(words: Sequence[str], *, at: int) -> tuple[str, int, str | None] | None:
    """The phrase or number that starts at a word: its key, the word after it, its form."""
    word = words[at]
    if word in MINUS:
        return _below_zero(words, at=at)
    for phrase, key in _PHRASES_BY_FIRST.get(word, ()):
        if at + len(phrase) <= len(words) and all(
            american(w) == p for w, p in zip(words[at:], phrase, strict=False)
        ):
            return key, at + len(phrase), "record_style"
    if word == "a" and words[at + 1 : at + 2] and words[at + 1] not in _AFTER_A:
        return None
    if word[0].isdecimal() or word in _STARTS or word == "a":
        number = parse_number(words, at=at)
        if number is not None:
            return number[0], number[1], "number_form"
    return None


def _below_zero(words: Sequence[str], *, at: int) -> tuple[str, int, str | None] | None:
    """The number after a sign, or after its word; "-12" alone is no other form of "−12"."""
    number = parse_number(words, at=at + 1) if at + 1 < len(words) else None
    if number is None or number[0][0] != "n":
        return None
    plain = words[at] == "-" and words[at + 1].isdecimal() and number[1] == at + 2
    return f"nminus{number[0][1:]}", number[1], None if plain else "number_form"


def _by_case(
    words: Sequence[str], written: str, *, at: int, shouting: bool
) -> tuple[str, str | None] | None:
    """The key and form of "US", "IS" and the month of May, told by their letters."""
    word = words[at]
    if word in _LARGE and not shouting and written.isupper():
        return _LARGE[word], "record_style"
    if word == "may" and written[0] == "M" and _is_month(words, at):
        return "monthmay", None
    return None


_BEFORE_MONTH = frozenset(
    "in of by until till since during mid late early next last this from to before after".split()
)


def _is_month(words: Sequence[str], at: int) -> bool:
    """Whether "May" is the month: after "in", or beside a number."""
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    return before in _BEFORE_MONTH or before[:1].isdecimal() or after[:1].isdecimal()


def _pieces(tokens: Sequence[str], words: Sequence[str], *, at: int) -> list[_Piece]:
    """The words of a token that stands by itself: a plain word, a contraction, a genitive."""
    token = tokens[at]
    if token in CONTRACTIONS:
        whole = len(token)
        return [_Piece(key, 0, whole, "record_style") for key in CONTRACTIONS[token]]
    if "'" in token:
        following = words[at + 1] if at + 1 < len(words) else ""
        return list(_contracted(token, following=following))
    key, form = canonical(words[at])
    return [_Piece(key, 0, len(token), form)]


def _contracted(token: str, *, following: str) -> Iterator[_Piece]:
    """The words of a contraction, or a word and its genitive."""
    head, _, tail = token.rpartition("'")
    middle, end = len(head), len(token)
    if tail == "t" and head.endswith("n"):
        if len(head) > 1:
            yield _Piece(head[:-1], 0, end, "record_style")
        yield _Piece("not", 0, end, "record_style")
    elif tail in ENDINGS:
        yield _Piece(canonical(head.replace("'", ""))[0], 0, middle, None)
        yield _Piece(ENDINGS[tail], middle, end, "record_style")
    elif tail == "d":
        had = following in PARTICIPLES or following.endswith("ed")
        yield _Piece(canonical(head.replace("'", ""))[0], 0, middle, None)
        yield _Piece("had" if had else "would", middle, end, "record_style")
    elif tail == "s":
        key, form = canonical(head.replace("'", ""))
        yield _Piece(key, 0, middle, form)
        yield _Piece("is" if head in IS_AFTER else GENITIVE, middle, end, "record_style")
    else:
        key, form = canonical(NAMES.get(token, token.replace("'", "")))
        yield _Piece(key, 0, end, form or "spelling")


def plain(word: str) -> str:
    """A token without the stops of "U.S."."""
    return word.rstrip(".") if word[-1] == "." else word


def _alone(token: str) -> tuple[str, str | None] | None:
    """The key and form of a plain word, `None` where its neighbours or its case matter."""
    word = plain(token)
    if word[0].isdecimal() or word in _STARTS or word in _BY_CASE or word == "a":
        return None
    if "'" in token or token in CONTRACTIONS:
        return None
    return canonical(word)


def stands_alone(token: str) -> bool:
    """Whether what follows a token says nothing about its keys."""
    word = plain(token)
    return not (word[0].isdecimal() or word in _STARTS or word == "a" or token.endswith("'d"))


_ALONE: _Table[tuple[str, str | None]] = _Table(_alone)
