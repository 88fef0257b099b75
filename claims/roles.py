"""Phrases that name an office: "Russia's top diplomat", "the Kremlin spokesman".

The words are in `claims/data/roles.json`: `titles` and `organisations`, each canonical form with
the other ways to say it. One phrase may mean several offices ("top diplomat" is a foreign
minister, a secretary of state, or the Union's high representative); its home decides.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from claims import names


class RolePhrase(NamedTuple):
    """What a phrase asks for: any of the titles, all of the homes."""

    titles: frozenset[str]
    homes: frozenset[str]
    pronoun: Literal["he", "she"] | None


_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_ENDING = re.compile(
    r"(?:ского|скому|ский|ским|ском|ская|ской|скую|скои|ого|ому|ией|ами|ями|ный|ная|ой|ый|ий|ые"
    r"|ая|ие|ия|ии|ию|ым|им|ом|ем|ах|ях|ов|ев|а|я|у|ю|е|ы|и|ь|й)$"
)
_ALLOWED = frozenset("the of for in to s acting interim caretaker current new".split())


def parse_role(phrase: str) -> RolePhrase | None:
    """The office a phrase names, `None` if it names none or no one in particular.

    >>> parse_role("the Kremlin spokesman")
    RolePhrase(titles=frozenset({'spokesperson'}), homes=frozenset({'Kremlin'}), pronoun='he')
    >>> parse_role("a Kremlin spokesman") is None
    True
    """
    words = _fold(phrase)
    titles, homes, left = _match(words)
    if left and homes:  # "the top US diplomat"
        all_homes = _vocabulary()[1]
        titles, _, left = _match(tuple(word for word in words if (word,) not in all_homes))
    if not titles or not _ALLOWED.issuperset(left):
        return None
    pronoun: Literal["he", "she"] | None = None
    if "spokeswoman" in words:
        pronoun = "she"
    elif "spokesman" in words:
        pronoun = "he"
    return RolePhrase(titles, homes, pronoun)


def is_open(phrase: str) -> bool:
    """Whether a phrase names an office, but no home of it: without a day it may be anybody's.

    >>> is_open("the head of delegation"), is_open("the Russian foreign minister")
    (True, False)
    """
    asked = parse_role(phrase)
    return asked is not None and not asked.homes


@lru_cache(maxsize=2048)
def role_words(title: str, organisation: str) -> tuple[frozenset[str], frozenset[str]]:
    """The canonical titles and homes of an office as a table or a record writes it."""
    titles, homes, _ = _match(_fold(title))
    more, organisations, _ = _match(_fold(organisation))
    if title in _canonical_titles():
        return frozenset({title}), organisations
    return titles | more, homes | organisations


@cache
def _canonical_titles() -> frozenset[str]:
    return frozenset().union(*_vocabulary()[0].values())


def is_home(word: str) -> bool:
    """Whether one word names the home of an office: Russian, Taliban, EU."""
    return (_stem(names.plain(word)),) in _vocabulary()[1]


def _fold(phrase: str) -> tuple[str, ...]:
    bare = re.sub(r"['’]s?(?![^\W_])", "", phrase)
    return tuple(_stem(names.plain(word)) for word in _WORD.findall(bare))


def _stem(word: str) -> str:
    """A Russian word without its ending; others as they are."""
    if word[:1] < "\u0400" or word[:1] > "\u04ff" or len(word) < 5:
        return word
    return _ENDING.sub("", word)


def _match(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], list[str]]:
    """Titles, homes, and the words left over, longest phrases first."""
    all_titles, all_homes = _vocabulary()
    titles: frozenset[str] | None = None
    homes: set[str] = set()
    left: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            piece = words[at : at + length]
            if piece in all_titles:
                titles = all_titles[piece] if titles is None else titles & all_titles[piece]
                break
            if piece in all_homes:
                homes |= all_homes[piece]
                break
        else:
            left.append(words[at])
            length = 1
        at += length
    return titles or frozenset(), frozenset(homes), left


_LONGEST = 8
_Vocabulary = dict[tuple[str, ...], frozenset[str]]


@cache
def _vocabulary() -> tuple[_Vocabulary, _Vocabulary]:
    words = json.loads((Path(__file__).parent / "data" / "roles.json").read_bytes())
    return _by_phrase(words["titles"]), _by_phrase(words["organisations"])


def _by_phrase(table: dict[str, list[str]]) -> _Vocabulary:
    found: _Vocabulary = {}
    for canonical, phrases in table.items():
        for phrase in (canonical, *phrases):
            folded = _fold(phrase)
            found[folded] = found.get(folded, frozenset()) | {canonical}
    return found
