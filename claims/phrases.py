"""The words that name a speaker before a reporting verb: where they begin and end.

No tagger: capitals, a closed list of small words, and the nouns that name people. What is not
sure to be a name phrase is left out; half a phrase never passes for a whole one.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

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

Words = tuple[Word, ...]
Place = Literal["after", "before", "label", "end"]


class Phrase(NamedTuple):
    """A phrase that names a speaker, as word numbers.

    Shape: half-open; `aside` is where an addition to it ends: "Lavrov, the minister", 0 if none.
    """

    start: int
    end: int
    aside: int = 0

    @property
    def full_end(self) -> int:
        """The end with the addition."""
        return max(self.end, self.aside)


class Attribution(NamedTuple):
    """The words that name a speaker, and the verb beside them (its number; -1 without one)."""

    phrase: Phrase
    cue: int
    place: Place


PARTICLES = frozenset(
    "von van der den de del della di da du la le al el bin bint ibn ul ur abu".split()
)


MODIFIERS = frozenset(
    "former senior top longtime long-time veteran deputy acting interim retired conservative"
    " liberal unnamed anonymous local federal national foreign defense defence security"
    " intelligence campaign administration government party state police military army"
    " law-enforcement press"
    " media communications policy political public presidential congressional legal health finance"
    " human rights humanitarian special chief managing executive assistant associate independent"
    " white black young old elderly prominent leading late newly fellow ex-president one-time"
    " onetime self-described current then billionaire real-estate republican democratic russian"
    " american afghan chinese european western high-ranking high-level majority minority house"
    " communist socialist progressive moderate undecided vice prime first second third lead"
    " digital research press-office religious evangelical tea industry business labor union".split()
)


_APPOSITIVE = frozenset(
    "the a an who whose which his her its their one former ex president chairman chairwoman"
    " speaking head director professor author leader founder editor spokesman spokeswoman"
    " co-founder chief now then himself herself himself, a. jr. sr. jr sr whom in also minister"
    " senator".split()
)


def before(words: Words, at: int, *, first: int) -> Phrase | None:
    """The phrase that ends right before word `at`, a verb, past its helpers and adverbs."""
    end = at
    while end > first and is_helper(words[end - 1]):
        end -= 1
    if end == first:
        return None
    if words[end - 1].text in (",", "—", "–", "--", ")"):
        return _before_aside(words, end, first=first)
    return ending(words, end, first=first)


def is_helper(word: Word) -> bool:
    """Whether a word may stand between a subject and its verb: an adverb or helping verb."""
    low = word.low
    if low in ADVERBS or low in ("'s", "’s"):
        return True
    return not word.capital and (low in AUXILIARIES or low.endswith("ly"))


def _before_aside(words: Words, end: int, *, first: int) -> Phrase | None:
    """The phrase before an aside: "Lavrov, the minister, said", "Lavrov (R) said"."""
    closing = words[end - 1].text
    opening = {")": ("(",), ",": (",",)}.get(closing, ("—", "–", "--"))
    for start in range(end - 2, max(first, end - 30), -1):
        word = words[start]
        if word.text in opening:
            if closing == "," and not _is_aside(words, start + 1, end - 1):
                continue
            phrase = ending(words, start, first=first)
            aside = end if closing == ")" else end - 1
            return None if phrase is None else phrase._replace(aside=aside)
        if word.quote >= 0 and closing != ",":
            return None
    return None


def _is_aside(words: Words, start: int, end: int) -> bool:
    """Whether the words between two commas only add to the name before them."""
    if start >= end:
        return False
    word = words[start]
    return (
        word.low in _APPOSITIVE
        or word.text[0].isdigit()
        or word.low in ROLE_NOUNS
        or word.low in PREPOSITIONS
        or word.low.endswith("ing")
        or (word.capital and end - start <= 8)
        or is_owned(words, start)
    )


def is_owned(words: Words, start: int) -> bool:
    """Whether a phrase begins with a genitive: "Russia's top diplomat"."""
    return any(word.low in ("'s", "’s") for word in words[start + 1 : start + 4])


def ending(words: Words, end: int, *, first: int) -> Phrase | None:
    """The longest phrase for a speaker that ends with word `end` - 1."""
    last = words[end - 1]
    if last.low in PRONOUNS and last.low != "who":
        return Phrase(end - 1, end)
    if last.low == "who":
        return _before_who(words, end - 1, first=first)
    start = _core(words, end, first=first)
    if start is None:
        return None
    start = _wider(words, start, first=first)
    if start - 2 >= first and words[start - 1].low in ("and", "и") and words[start - 2].capital:
        joined = _core(words, start - 1, first=first)
        start = start if joined is None else joined
    return Phrase(start, end)


def is_office(words: Words, start: int, end: int) -> bool:
    """Whether a phrase ends with the small words for an office: "the minister of trade"."""
    while start < end and words[start].low not in ROLE_NOUNS:
        start += 1
    of = start + 1 < end and words[start + 1].low == "of"
    return start < end and not words[end - 1].capital and (of or start == end - 1)


def _before_who(words: Words, who: int, *, first: int) -> Phrase | None:
    end = who - 1 if who > first and words[who - 1].text == "," else who
    return ending(words, end, first=first) if end > first else None


def _core(words: Words, end: int, *, first: int) -> int | None:
    """Where the name or noun that ends at `end` begins, with its own modifiers."""
    last = words[end - 1]
    if last.quote >= 0:
        return None
    at = end
    if last.low in ("'s", "’s") or not last.text[0].isalnum():
        return None
    if last.capital or last.low in ROLE_NOUNS or last.text[0].isdigit():
        seen = False
        while at > first and _belongs(words, at - 1, first=first):
            at -= 1
            seen = True
        if not seen:
            return None
        return _determined(words, at, first=first)
    if not _adjective(last) or last.low in DETERMINERS or last.low.endswith("ly"):
        return None
    if is_office(words, max(first, end - 4), end):
        return at - 1
    found = _determined(words, at, first=first, least=1)
    return None if found == at else found


def _belongs(words: Words, at: int, *, first: int) -> bool:
    """Whether a word is part of a name with its titles and modifiers."""
    word = words[at]
    low = word.low
    if word.quote >= 0:
        return False
    if low in ("'s", "’s"):
        return at > first and words[at - 1].quote < 0
    if word.text == ".":
        return False
    if low in PRONOUNS or low in CONJUNCTIONS or (low in PREPOSITIONS and low not in PARTICLES):
        return False
    if word.capital:
        return low not in DETERMINERS and (at > first or low not in ADVERBS)
    return (
        low in ROLE_NOUNS
        or low in MODIFIERS
        or (low in PARTICLES and at + 1 < len(words) and words[at + 1].capital)
        or (low.partition("-")[0] in PARTICLES and word.text.partition("-")[2][:1].isupper())
        or (word.text == "&")
        or (low.endswith(("-year-old", "-based", "-born", "-wing", "-elect")))
    )


def _determined(words: Words, at: int, *, first: int, least: int = 0) -> int:
    """The start of the phrase with its determiner, past up to four unknown adjectives."""
    for back in range(least, 5):
        place = at - 1 - back
        if place < first:
            break
        word = words[place]
        if word.low in DETERMINERS:
            return place
        if not _adjective(word):
            break
    return at


def _adjective(word: Word) -> bool:
    low = word.low
    return (
        word.quote < 0
        and word.text[0].isalpha()
        and low not in PREPOSITIONS
        and low not in CONJUNCTIONS
        and low not in PRONOUNS
        and low not in AUXILIARIES
        and (cue(low) is None or low in ROLE_NOUNS)
    )


def _wider(words: Words, start: int, *, first: int) -> int:
    """The start with the noun the phrase depends on: "a spokesman for Clinton"."""
    for _ in range(3):
        at = start - 1
        if at <= first or words[at].low not in (
            "of",
            "for",
            "in",
            "at",
            "from",
            "with",
            "to",
            "on",
        ):
            return start
        noun = words[at - 1]
        if noun.low in ROLE_NOUNS or (words[at].low == "of" and (noun.capital or _counts(noun))):
            core = _core(words, at, first=first)
            if core is None:
                return start
            start = core
        else:
            return start
    return start


def _counts(noun: Word) -> bool:
    return noun.low in DETERMINERS or noun.low in ("percent", "majority", "number", "group")
