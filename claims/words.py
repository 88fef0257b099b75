"""Words as units that compare: one key for every form of one word (F2).

A unit covers the original words it came from, so each comparison has its way back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claims.forms import (
    ABBREVIATIONS,
    CONTRACTIONS,
    ENDINGS,
    IS_AFTER,
    ISE_ALWAYS,
    NAMES,
    PARTICIPLES,
    PHRASES,
    SPELLINGS,
)
from claims.numbers import MONEY_SIGNS, NUMBER_WORDS, parse_number
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


class _Token(NamedTuple):
    word: str
    start: int
    end: int


_TOKEN = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?"  # U.S., e.g.
    r"|[\u3040-\u30ff\u3400-\u9fff]"
    r"|(?:co|re|pre|anti|non|post|counter|inter|multi|semi|sub)-[^\W\d_]{3,}(?!['-])"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|(?<!\d)\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|s|m|mn|bn|tn|k)(?![^\W_]))?"
    r"|[%$€£₽₹&]"
)
_PHRASES_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _key in sorted(PHRASES.items(), key=lambda item: -len(item[0])):
    _PHRASES_BY_FIRST.setdefault(_phrase[0], []).append((_phrase, _key))
_ISE = re.compile(r"([a-z]{3,})is(e|ed|es|er|ers|ing|ation|ations|ational|able)")
_YSE = re.compile(r"([a-z]{3,}l)ys(e|ed|es|er|ers|ing)")
_OUR = re.compile(
    r"([a-z]{2,})our(s|ed|ing|able|ably|ful|less|ite|ites|hood|hoods|ly|er|ers|ist|al)?"
)
_OUR_ALWAYS = frozenset(
    "hour hours four fours tour tours pour your yours flour sour scour devour detour contour"
    " paramour resource source course court journal journey tournament devoured poured"
    " toured tourist tourists touring scoured velour".split()
)


def keys(text: str) -> tuple[str, ...]:
    """The keys of `units(text)`."""
    return tuple(unit.key for unit in units(text))


@lru_cache(maxsize=8192)
def units(text: str) -> tuple[Unit, ...]:
    """Cut a text into comparable words.

    >>> [unit.key for unit in units("We're 2,000 at the United Nations' centre")]
    ['we', 'are', 'n2000', 'at', 'the', 'un', 'center']
    """
    folded, offsets = fold(text)
    tokens = [
        _Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(folded)
    ]
    words = [_plain(token.word) for token in tokens]
    shouting = text.isupper()
    made: list[Unit] = []
    at = 0
    while at < len(tokens):
        end, new = _step(tokens, words, at=at, text=text, offsets=offsets, shouting=shouting)
        made.extend(new)
        at = end
    return tuple(made)


def _step(
    tokens: list[_Token],
    words: list[str],
    *,
    at: int,
    text: str,
    offsets: tuple[int, ...],
    shouting: bool,
) -> tuple[int, list[Unit]]:
    """The units that start at token `at`, and the token after them."""
    word = words[at]

    def place(last: int) -> tuple[int, int]:
        return offsets[tokens[at].start], offsets[tokens[last].end - 1] + 1

    if word in _PHRASES_BY_FIRST:
        for phrase, key in _PHRASES_BY_FIRST[word]:
            if all(_american(w) == p for w, p in zip(words[at:], phrase, strict=False)) and (
                at + len(phrase) <= len(words)
            ):
                return at + len(phrase), [Unit(key, *place(at + len(phrase) - 1), "record_style")]
    if (
        word[0].isdecimal()
        or word in NUMBER_WORDS
        or word in MONEY_SIGNS
        or word == "a"
        or (word[-1] in "dht" and len(word) > 4)
    ):
        number = parse_number(words, at=at)
        if number is not None:
            key, end = number
            return end, [Unit(key, *place(end - 1), "number_form")]
    if "'" in tokens[at].word or word in CONTRACTIONS:
        following = words[at + 1] if at + 1 < len(words) else ""
        return at + 1, list(_contracted(tokens[at], offsets, following=following))
    start, stop = place(at)
    if not shouting and word in ("us", "usa", "is") and text[start:stop].isupper():
        name = "islamicstate" if word == "is" else "usa"
        return at + 1, [Unit(name, start, stop, "record_style")]
    if word == "may" and text[start] == "M" and _is_month(words, at):
        return at + 1, [Unit("monthmay", start, stop)]
    key, form = _canonical(word)
    return at + 1, [Unit(key, start, stop, form)]


_BEFORE_MONTH = frozenset(
    "in of by until till since during mid late early next last this from to before after".split()
)


def _is_month(words: list[str], at: int) -> bool:
    """Whether "May" is the month: after "in", or beside a number."""
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    return before in _BEFORE_MONTH or before[:1].isdecimal() or after[:1].isdecimal()


def _plain(word: str) -> str:
    """A token without the stops of "U.S." and with one apostrophe form only."""
    if word[0].isdecimal():
        return word
    return word.rstrip(".")


def _contracted(token: _Token, offsets: tuple[int, ...], *, following: str) -> Iterator[Unit]:
    """The words of a contraction, or a word and its genitive."""
    word = token.word
    start, end = offsets[token.start], offsets[token.end - 1] + 1
    if word in CONTRACTIONS:
        for key in CONTRACTIONS[word]:
            yield Unit(key, start, end, "record_style")
        return
    head, _, tail = word.rpartition("'")
    middle = offsets[token.start + len(head)]
    if tail == "t" and head.endswith("n"):
        if len(head) > 1:
            yield Unit(head[:-1], start, end, "record_style")
        yield Unit("not", start, end, "record_style")
    elif tail in ENDINGS:
        yield Unit(_canonical(head.replace("'", ""))[0], start, middle)
        yield Unit(ENDINGS[tail], middle, end, "record_style")
    elif tail == "d":
        had = following in PARTICIPLES or following.endswith("ed")
        yield Unit(_canonical(head.replace("'", ""))[0], start, middle)
        yield Unit("had" if had else "would", middle, end, "record_style")
    elif tail == "s":
        key, form = _canonical(head.replace("'", ""))
        yield Unit(key, start, middle, form)
        yield Unit("is" if head in IS_AFTER else GENITIVE, middle, end, "record_style")
    else:
        key, form = _canonical(NAMES.get(word, word.replace("'", "")))
        yield Unit(key, start, end, form or "spelling")


@lru_cache(maxsize=32768)
def _canonical(word: str) -> tuple[str, str | None]:
    """The key of one word and the code of the folding, if any."""
    if word in NAMES:
        return NAMES[word], "name_form"
    if word in ABBREVIATIONS:
        return ABBREVIATIONS[word], "record_style"
    key = word.replace(".", "").replace("-", "")
    if not key.isascii():
        bare = _without_accents(key)
        if bare != key:
            return NAMES.get(bare, bare), "spelling"
        return key, None
    spelled = _american(key)
    return spelled, None if spelled == word else "spelling"


def _without_accents(word: str) -> str:
    """Latin letters without their accents; letters of other scripts as they are."""
    plain = word.replace("ı", "i").replace("ø", "o").replace("ł", "l")
    decomposed = unicodedata.normalize("NFD", plain)
    if not decomposed[0].isascii():
        return word
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _american(word: str) -> str:
    """One spelling of the pairs that differ between British and American English."""
    if len(word) < 4:
        return word
    if word in SPELLINGS:
        return SPELLINGS[word]
    if "is" in word and word not in ISE_ALWAYS:
        found = _ISE.fullmatch(word)
        if found and f"{found[1]}ise" not in ISE_ALWAYS:
            return _american_our(f"{found[1]}iz{found[2]}")
    if "lys" in word:
        found = _YSE.fullmatch(word)
        if found:
            return f"{found[1]}yz{found[2]}"
    return _american_our(word)


def _american_our(word: str) -> str:
    if "our" in word and word not in _OUR_ALWAYS:
        found = _OUR.fullmatch(word)
        if found:
            return f"{found[1]}or{found[2] or ''}"
    return word
