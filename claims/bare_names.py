"""What of the words that name a speaker is the name, and what stands around it."""

from __future__ import annotations

import re
from itertools import pairwise

from claims import names
from claims.cues import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, ROLE_NOUNS, cue


def depends(written: str) -> bool:
    """Whether the phrase names someone else's man: "a spokesman for Putin", "Trump and Pence"."""
    words = written.split()
    for before, word in pairwise(words):
        if word in ("for", "to", "from", "with", "of", "at", "in"):
            if before in ROLE_NOUNS:
                return True
        elif word in ("and", "or", "и"):
            return True
    return False


def after_genitive(written: str) -> str:
    """The part after the last "'s", where a name stands in it."""
    part = re.split(r"['’]s\s+", written)[-1]
    return part if any(word[:1].isupper() for word in part.split()) else written


def bare(part: str) -> list[str]:
    """The words of a name without what stands before it: titles, with their home, small words.

    >>> bare("U.N. Secretary-General Antonio Guterres"), bare("Stephen King")
    (['Antonio', 'Guterres'], ['Stephen', 'King'])
    """
    words = part.split()
    for at in range(len(words) - 3, -1, -1):
        if _is_office(words[at]) and PREPOSITIONS.isdisjoint(words[at + 1 :]):
            words = words[at + 1 :]
            break
    while words and (
        names.is_title(words[0].rstrip("."), small=True) or words[0].casefold() in DETERMINERS
    ):
        words.pop(0)
    return words


_ALSO_NAMES = frozenset(
    "king prince queen major judge marshal chancellor justice qari hafiz".split()
)


def _is_office(word: str) -> bool:
    """Whether what ends with a word, inside a phrase, is the office of the name after it."""
    low = word.casefold()
    if word == low or low in _ALSO_NAMES:
        return word == low and word in ROLE_NOUNS
    parts = word.rstrip(".").split("-")
    is_title = all(names.is_title(part, small=False) for part in parts)
    return is_title or low in ROLE_NOUNS or parts[-1] in ("born", "based", "elect")


def common(word: str) -> bool:
    """Whether a capitalised word is no part of a name but begins a sentence."""
    low = word.casefold()
    return (
        low in DETERMINERS
        or low in PREPOSITIONS
        or low in CONJUNCTIONS
        or low in ADVERBS
        or cue(low) is not None
    ) and low not in ("de", "la", "al")
