"""Reporting verbs at their place: which words are verbs there, and what stands around them."""

from __future__ import annotations

from claims import following
from claims.cues import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    NOUN_FORMS,
    PRONOUNS,
    ROLE_NOUNS,
    Cue,
    cue,
)
from claims.frames import Word
from claims.phrases import Attribution, Phrase, Words

BE = frozenset("is are was were be been being 's ’s".split())


_SAID = Cue("say", "finite", speech=True)


WINDOW = 50


def verb_at(words: Words, at: int, *, first: int) -> Cue | None:
    """The reporting verb that word `at` is, `None` where the same form is a noun or a name."""
    word = words[at]
    found = cue(word.low)
    if found is None and word.low.endswith("ed") and at + 1 < len(words):
        found = _SAID if words[at + 1].low == "that" else None
    if found is None or (word.capital and at > first):
        return None
    if at == first:
        return found
    previous = words[at - 1]
    if previous.low in DETERMINERS:
        return None
    if found.form == "base" and previous.low in ("'s", "’s"):
        return None
    if word.low in NOUN_FORMS and not _may_precede(previous):
        return None
    return found


def _may_precede(previous: Word) -> bool:
    """Whether a word that may be a verb or a noun is a verb after this one."""
    low = previous.low
    return (
        previous.capital
        or low in ROLE_NOUNS
        or low in PRONOUNS
        or low in AUXILIARIES
        or low in ("to", "and", "but", "also", "not", "then", "often", "repeatedly")
        or previous.text in (",", ")", "—", "–", "--")
        or low.endswith("ly")
    )


def is_passive(words: Words, at: int, *, first: int) -> bool:
    """Whether a past form is passive: "was told"."""
    back = at - 1
    while back > first and (words[back].low in ADVERBS or words[back].low.endswith("ly")):
        back -= 1
    return words[back].low in BE and not words[at].low.endswith("ing")


def clause_end(words: Words, start: int) -> int:
    """The end of the clause that begins at a word: the next stop or quotation."""
    for at in range(start, min(len(words), start + WINDOW)):
        if words[at].quote >= 0 or words[at].text in (".", "!", "?", ";", ":"):
            return at
    return min(len(words), start + WINDOW)


_BY_PRONOUN = frozenset(
    ("according to him ,|according to her ,|in his words|in her words|по его словам|по её словам"
     "|по ее словам|по его мнению|по её мнению|по ее мнению").split("|")
)  # fmt: skip
_OWNERS = frozenset("him her his его её ее".split())


def according(words: Words, at: int, stop: int) -> Attribution | None:
    """ "according to X", "in the words of X", "in his words", "по словам X"."""
    low = [word.low for word in words[at : at + 4]]
    if " ".join(low[:3]) in _BY_PRONOUN or " ".join(low) in _BY_PRONOUN:
        owner = next(at + i for i, word in enumerate(low) if word in _OWNERS)
        return Attribution(Phrase(owner, owner + 1), at, "after")
    for opening in (
        ("according", "to"),
        ("in", "the", "words", "of"),
        ("по", "словам"),
        ("по", "мнению"),
        ("как", "отмечает"),
    ):
        if tuple(low[: len(opening)]) == opening:
            phrase = following.after(words, at + len(opening), end=stop)
            if phrase is not None:
                phrase = following.with_aside(words, phrase, end=stop)
            return None if phrase is None else Attribution(phrase, at, "after")
    return None


def as_saying(words: Words, at: int, *, end: int) -> Phrase | None:
    """ "Interfax quoted Lavrov as saying": the object speaks."""
    phrase = following.after(words, at + 1, end=end)
    if phrase is None or phrase.end >= end or words[phrase.end].low != "as":
        return None
    return phrase
