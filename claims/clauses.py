"""Attributions after a quotation: "...," said Lavrov, ..., Lavrov fumed, ... - Lavrov."""

from __future__ import annotations

from claims import following, phrases
from claims.cues import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_NOUNS,
    cue,
    inverts,
)
from claims.frames import Word
from claims.phrases import Attribution, Phrase, Words
from claims.verbs import BE, according, as_saying, verb_at


def clause(words: Words, start: int, stop: int) -> Attribution | None:
    """ "Lavrov said", "said Lavrov", "according to Lavrov" at the start of a stretch."""
    if start >= stop:
        return None
    found = according(words, start, stop)
    if found is not None:
        return found
    first = start
    while first < stop and words[first].low in ADVERBS:
        first += 1
    verb = verb_at(words, first, first=start) if first < stop else None
    if verb is not None and inverts(verb):
        phrase = following.after(words, first + 1, end=stop) or following.filling(
            words, first + 1, end=stop
        )
        if phrase is not None:
            return Attribution(following.with_aside(words, phrase, end=stop), first, "after")
    return _quoted(words, start, stop) or _subject_first(words, start, stop)


def _quoted(words: Words, start: int, stop: int) -> Attribution | None:
    """ "Interfax quoted Lavrov as saying", "Lavrov was quoted as saying"."""
    for at in range(start + 1, min(stop, start + 20)):
        if words[at].low in ("quoted", "cited"):
            if words[at - 1].low in BE:
                phrase = _subject(words, start, at)
            else:
                phrase = as_saying(words, at, end=stop)
            return None if phrase is None else Attribution(phrase, at, "after")
    return None


def _subject_first(words: Words, start: int, stop: int) -> Attribution | None:
    """ "Lavrov, the minister, also told reporters": all before the verb is the subject."""
    for at in range(start + 1, min(stop, start + 30)):
        verb = verb_at(words, at, first=start)
        if verb is None or verb.form == "gerund" or words[at - 1].low == "to":
            continue
        if not verb.speech and at + 1 < stop:
            continue
        phrase = _subject(words, start, at)
        if phrase is not None:
            return Attribution(phrase, at, "after")
        if verb.form == "finite":
            return None
    return None


def _subject(words: Words, start: int, verb: int) -> Phrase | None:
    """The subject that fills the stretch before a verb, without asides and adverbs."""
    phrase = _without_aside(words, start, verb)
    start, end, _ = phrase
    if not start < end <= start + 16:
        return None
    stretch = words[start:end]
    if not _begins_name(stretch[0]) or any(map(_divides, stretch)):
        return None
    if len(stretch) > 1 and any(word.low in PRONOUNS for word in stretch):
        return None
    if stretch[0].low in PREPOSITIONS or stretch[-1].low in PREPOSITIONS:
        return None
    determined = stretch[0].low in DETERMINERS and len(stretch) > 1
    return phrase if determined or any(map(_names, stretch)) else None


def _without_aside(words: Words, start: int, verb: int) -> Phrase:
    """The stretch before a verb: to its first comma if an aside ends it, else from its last."""
    end, aside = verb, 0
    while end > start and phrases.is_helper(words[end - 1]):
        end -= 1
    breaks = [at for at in range(start, end) if words[at].text in (",", "(", "—", "–", "--")]
    if breaks and words[end - 1].text in (",", "—", "–", "--", ")"):
        aside = end if words[end - 1].text == ")" else end - 1
        end = breaks[0]
    elif breaks:
        start = breaks[-1] + 1
    while start < end and words[start].low == "as":
        start += 1
    return Phrase(start, end, aside)


def _divides(word: Word) -> bool:
    return word.low in CONJUNCTIONS and word.low != "and"


def _names(word: Word) -> bool:
    return word.capital or word.low in ROLE_NOUNS or word.low in PRONOUNS


def _begins_name(word: Word) -> bool:
    return not word.low.endswith("ing") and (
        word.capital
        or word.text[0].isdigit()
        or word.low in DETERMINERS
        or word.low in PRONOUNS
        or word.low in ROLE_NOUNS
        or word.low in phrases.MODIFIERS
    )


def any_verb(words: Words, start: int, stop: int) -> Attribution | None:
    """ "...," Lavrov fumed: after a comma, any past form beside a name is a reporting verb."""
    phrase = following.after(words, start, end=stop)
    if phrase is None or phrase.start != start or phrase.end >= stop:
        return None
    verb = words[phrase.end]
    if not verb.low.endswith(("ed", "s")) or verb.capital or verb.low in DETERMINERS:
        return None
    closed = phrase.end + 1 >= stop or words[phrase.end + 1].low in PREPOSITIONS
    return Attribution(phrase, phrase.end, "after") if closed else None


def signature(words: Words, start: int, stop: int) -> Attribution | None:
    """ "..." - Sergey Lavrov, at the end of a paragraph."""
    phrase = following.after(words, start, end=stop)
    if phrase is None or phrase.start != start or not words[start].capital:
        return None
    rest = words[phrase.end :]
    if rest and rest[0].text not in (",", "(", "."):
        return None
    if len(rest) > 12 or any(cue(word.low) for word in rest):
        return None
    return Attribution(phrase, -1, "label")
