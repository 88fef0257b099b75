"""The words that name a speaker after a reporting verb, read from their beginning."""

from __future__ import annotations

from claims import phrases
from claims.cues import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_NOUNS,
    cue,
)
from claims.frames import Word
from claims.phrases import MODIFIERS, PARTICLES, Phrase, Words, is_owned


def after(words: Words, at: int, *, end: int) -> Phrase | None:
    """The phrase that begins with word `at`, after a verb."""
    start = at
    if start >= end:
        return None
    if words[start].low in PRONOUNS and words[start].low != "who":
        return Phrase(start, start + 1)
    reach = _reach(words, start, end=end)
    if reach == start:
        return None
    if not any(is_name(words[i]) for i in range(start, reach)):
        noun = words[start].low in DETERMINERS and 2 <= reach - start <= 5
        return Phrase(start, reach) if noun and _closed(words, reach, end=end) else None
    return Phrase(start, reach)


def _closed(words: Words, at: int, *, end: int) -> bool:
    """Whether a phrase of unknown words ends where a clause may end."""
    return at >= end or words[at].text in (",", ".") or words[at].low in ("of", "in", "on", "who")


def filling(words: Words, at: int, *, end: int) -> Phrase | None:
    """The phrase that fills a stretch up to the next comma, stop or preposition.

    For where a name must stand: "said master of ceremonies Jane Doe".
    """
    for stop in range(at, min(end, at + 9) + 1):
        if stop == end or not words[stop].text[0].isalnum() or _parts(words, stop, start=at):
            stretch = words[at:stop]
            named = any(word.capital for word in stretch)
            return Phrase(at, stop) if named else None
    return None


def _parts(words: Words, at: int, *, start: int) -> bool:
    low = words[at].low
    if low == "of" and at > start:
        return False
    return (
        low in PREPOSITIONS or low in CONJUNCTIONS or low in PRONOUNS or low in ADVERBS
    ) and low not in PARTICLES


def is_name(word: Word) -> bool:
    """Whether a word may carry a name phrase: a capital, a noun of office, or a pronoun."""
    if word.low in DETERMINERS or word.low in PREPOSITIONS:
        return False
    return word.capital or word.low in ROLE_NOUNS or word.low in PRONOUNS


def _reach(words: Words, start: int, *, end: int) -> int:
    """The end of a phrase read from its start."""
    at = start
    named = False
    while at < end:
        word = words[at]
        low = word.low
        if word.quote >= 0 or not (word.text[0].isalnum() or low in ("'s", "’s", "&", "-")):
            break
        if low in _INTO and at > start and _takes(words, at, end=end, named=named):
            at += 1
            continue
        if low in PREPOSITIONS and low not in PARTICLES:
            break
        if low in CONJUNCTIONS and not (low == "and" and _joins(words, at, end=end)):
            break
        if low in PRONOUNS or (low in ADVERBS and at > start) or low in AUXILIARIES - {"'s", "’s"}:
            break
        if low in DETERMINERS and at > start and words[at - 1].low not in _INTO:
            break
        if not word.capital and cue(low) is not None and low not in ROLE_NOUNS:
            break
        if named and not (_continues(word) or words[at - 1].low in ("of", "and")):
            break
        named = named or is_name(word)
        at += 1
    return at


_INTO = ("of", "for", "at", "from", "with", "in", "to", "and")


def _continues(word: Word) -> bool:
    low = word.low
    return (
        word.capital
        or low in ROLE_NOUNS
        or low in MODIFIERS
        or low in PARTICLES
        or low in ("'s", "’s", "&", "the", "-", "a")
    )


def _takes(words: Words, at: int, *, end: int, named: bool) -> bool:
    """Whether a preposition after a noun of office belongs to it: "director of the CIA"."""
    previous = words[at - 1]
    if at + 1 >= end or words[at + 1].quote >= 0:
        return False
    if words[at].low == "of":
        return (
            previous.low in ROLE_NOUNS
            or previous.low in DETERMINERS
            or (previous.capital and not named)
        )
    if words[at].low == "and":
        return _joins(words, at, end=end)
    return (
        previous.low in ROLE_NOUNS
        and not previous.capital
        and (words[at + 1].capital or words[at + 1].low in ("the", "his", "her"))
        and words[at + 1].low not in ADVERBS
    )


def _joins(words: Words, at: int, *, end: int) -> bool:
    """Whether "and" stands between two names, or the two fields of an office."""
    if at + 1 >= end or words[at + 1].capital or words[at - 1].capital:
        return at + 1 < end and words[at + 1].capital and words[at - 1].capital
    closed = at + 2 >= end or words[at + 2].text == ","
    return closed and words[at - 2].low == "of" and words[at - 3].low in ROLE_NOUNS


def with_aside(words: Words, phrase: Phrase, *, end: int) -> Phrase:
    """The phrase with what follows to explain it: "Lavrov, Russia's top diplomat"."""
    at = phrase.end
    while at < end and words[at].text in (",", "("):
        closing = ")" if words[at].text == "(" else ","
        stop = at + 1
        while stop < end and words[stop].text != closing:
            stop += 1
        role = phrases.is_office(words, phrase.start, phrase.end)
        if closing == "," and not _explains(words, at + 1, stop, role=role):
            break
        at = stop + 1 if closing == ")" and stop < end else stop
    return phrase._replace(aside=at) if at > phrase.end else phrase


def _explains(words: Words, start: int, end: int, *, role: bool) -> bool:
    """Whether the words after a comma explain the name before it, or name who holds the role."""
    if start >= end:
        return False
    if role and end - start <= 4 and all(word.capital for word in words[start:end]):
        return True
    low = words[start].low
    if low in ("the", "a", "an", "who", "whose") or words[start].text[0].isdigit():
        return True
    return end - start <= 14 and (low in ROLE_NOUNS or low in MODIFIERS or is_owned(words, start))
