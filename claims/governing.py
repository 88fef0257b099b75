"""Attributions before a quotation: the reporting verb or noun that governs it, with its subject."""

from __future__ import annotations

from collections.abc import Iterator

from claims import following, phrases
from claims.cues import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MENTAL,
    NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_NOUNS,
    Cue,
    cue,
    inverts,
)
from claims.phrases import Attribution, Phrase, Words
from claims.verbs import according, as_saying, is_passive, verb_at

_QUOTED = Cue("quote", "finite", speech=False)


def last_attribution(words: Words, *, first: int, end: int) -> Attribution | None:
    """The last reporting verb of a stretch whose subject is sure, with that subject.

    Inside "Lavrov said he wants ..." the outer verb counts.
    """
    inner: Attribution | None = None
    for at in range(end - 1, first - 1, -1):
        found = _at(words, at, first=first, end=end)
        if found is None:
            continue
        if inner is None:
            if not _hangs(words, found, first=first):
                return found
            inner = found
        elif _governs(words, found, inner):
            return found
    return None if inner is None else _alone(words, inner, first=first, end=end)


def _alone(words: Words, inner: Attribution, *, first: int, end: int) -> Attribution | None:
    """What is left of a clause whose governing one is not sure: of "X denounced what he called"
    the subject of the sentence, of "... said Clinton wants" nothing."""
    start = inner.phrase.start
    previous = words[start - 1].low if start > first else ""
    if previous in ("what", "whom") and words[start].low in _LOOSE:
        subject = main_subject(words, first=first, end=start)
        return inner if subject is None else inner._replace(phrase=subject)
    return None if _is_content(words, start, first=first) else inner


def _is_content(words: Words, start: int, *, first: int) -> bool:
    """Whether a clause follows "that" or a verb of speech."""
    if start <= first + 1:
        return False
    said = cue(words[start - 1].low)
    if words[start - 1].low == "that":
        return True
    return said is not None and said.speech and said.form != "gerund"


def attributions(words: Words, *, first: int, end: int) -> Iterator[Attribution]:
    """The reporting verbs of a stretch whose subjects are sure, with those, in order."""
    for at in range(first, end):
        found = _at(words, at, first=first, end=end)
        if found is not None:
            yield found


def _governs(words: Words, outer: Attribution, inner: Attribution) -> bool:
    """Whether one attribution's clause holds the other: "Lavrov said he wants"."""
    verb, thought = cue(words[outer.cue].low), cue(words[inner.cue].low)
    between = words[outer.cue + 1 : inner.phrase.start]
    return (
        outer.cue < inner.phrase.start
        and (verb is None or verb.speech or (thought is not None and thought.lemma in MENTAL))
        and not any(word.text in (",", ";", ":") for word in between)
    )


def _at(words: Words, at: int, *, first: int, end: int) -> Attribution | None:
    """The attribution whose verb, noun or opening words stand at a place."""
    low = words[at].low
    found = according(words, at, end) if low in ("according", "по", "in", "как") else None
    if found is not None:
        return found._replace(place="before")
    verb = verb_at(words, at, first=first)
    if verb is not None:
        phrase = _before_verb(words, at, verb=verb, first=first, end=end)
        far = not verb.speech and end - at > _STANCE_REACH
        if phrase is not None and not far and _is_subject(words, phrase, verb=at, first=first):
            return Attribution(phrase, at, "before")
    if low in NOUNS and end - at <= 12 and _introduces(words, at, end=end):
        phrase = _owner(words, at, first=first, end=end)
        if phrase is not None and not _is_judged(words, phrase, first=first):
            return Attribution(phrase, at, "before")
    return None


_INTRODUCING = frozenset(": ( that by from to".split())
_LOOSE = frozenset("he she they it you who his her their one".split())


_STANCE_REACH = 12
"""Words between a stance verb and the end of what it may govern: farther back ("praised", "wants")
its subject is the speaker of less than two quotations in three in PolNeAR's train half."""
_OBJECT = frozenset(
    "of in by from with for on at to about against over under between among into than like within"
    " without in near via per".split()
)


def _is_subject(words: Words, phrase: Phrase, *, verb: int, first: int) -> bool:
    """Whether a phrase may be the subject of a verb after it.

    Not "a call from Lavrov asked", nor common nouns that name no one: "the meeting showed".
    """
    start, end, _ = phrase
    if end > verb:
        return True
    last = words[end - 1]
    named = last.capital or last.low in ROLE_NOUNS or last.low in PRONOUNS
    named = named or last.text[0].isdigit() or last.low in DETERMINERS
    if not (named or phrases.is_office(words, start, end)):
        return False
    hangs = first < start and words[start - 1].low in _OBJECT
    return not hangs or words[end].low == ","  # "for Lavrov, who said"


def _is_judged(words: Words, phrase: Phrase, *, first: int) -> bool:
    """Whether another's verb stands before: "Lavrov called Price's remarks ..."."""
    verb = cue(words[phrase.start - 1].low) if phrase.start > first else None
    return verb is not None and verb.form == "finite"


def _introduces(words: Words, at: int, *, end: int) -> bool:
    """Whether what follows a noun may be what was said: "his claim that", "her answer: "."""
    after = words[at + 1].low if at + 1 < end else ""
    return not after or after in _INTRODUCING


def _hangs(words: Words, found: Attribution, *, first: int) -> bool:
    """Whether a clause may only be the content of a speech verb before it."""
    start = found.phrase.start
    previous = words[start - 1].low if start > first else ""
    if previous in ("what", "whom") or words[start].low in _LOOSE:
        return True
    if _is_content(words, start, first=first):
        return True
    verb = cue(words[found.cue].low)
    return verb is not None and verb.lemma in MENTAL


def _before_verb(words: Words, at: int, *, verb: Cue, first: int, end: int) -> Phrase | None:
    previous = words[at - 1] if at > first else None
    if previous is None:
        return following.after(words, at + 1, end=end) if inverts(verb) else None
    if verb.form == "gerund":
        return _of_gerund(words, at, first=first)
    if verb.form == "base" and previous.low == "to":
        return main_subject(words, first=first, end=at) if _goes_on(words, at) else None
    if is_passive(words, at, first=first):
        return _by(words, at, end=end)
    if words[at].low in ("quoted", "cited"):
        quoted = as_saying(words, at, end=end)
        if quoted is not None:
            return quoted
    phrase = phrases.before(words, at, first=first)
    if phrase is None and ord(words[at].low[0]) > 0x400:
        return _after_russian(words, at, end=end)
    if phrase is None and verb.form == "finite" and _coordinated(words, at, first=first):
        return main_subject(words, first=first, end=at)
    return phrase


def _after_russian(words: Words, at: int, *, end: int) -> Phrase | None:
    """The subject after a Russian verb, past "в среду"."""
    start = at + 1
    if start + 2 < end and words[start].low in PREPOSITIONS:
        start += 2
    return following.after(words, start, end=end)


def _by(words: Words, at: int, *, end: int) -> Phrase | None:
    """The agent of a passive, or who is quoted "as saying"."""
    if words[at].low == "quoted":
        return phrases.before(words, at, first=max(0, at - 30))
    for place in range(at + 1, min(end, at + 6)):
        if words[place].low == "by":
            return following.after(words, place + 1, end=end)
    return None


def _of_gerund(words: Words, at: int, *, first: int) -> Phrase | None:
    """The subject of "saying", "calling": that of the verb before, or of the sentence."""
    if words[at - 1].low == "as":
        earlier = last_attribution(words, first=first, end=at - 1)
        for back in range(at - 2, first, -1):
            if words[back].low in ("quoted", "cited", "reported"):
                return _before_verb(words, back, verb=_QUOTED, first=first, end=at)
        return None if earlier is None else earlier.phrase
    if words[at - 1].low in ("is", "are", "was", "were", "'s", "’s", "been", "be", "kept"):
        return phrases.before(words, at, first=first)
    earlier = last_attribution(words, first=first, end=at)
    if earlier is not None and earlier.place == "before":
        return earlier.phrase
    return main_subject(words, first=first, end=at)


def _goes_on(words: Words, at: int) -> bool:
    before = [word.low for word in words[max(0, at - 3) : at - 1]]
    return bool(before) and (before[-1] in ("on", "continued", "continues", "began", "used"))


def _coordinated(words: Words, at: int, *, first: int) -> bool:
    back = at - 1
    while back > first and (words[back].low in ADVERBS or words[back].low.endswith("ly")):
        back -= 1
    return words[back].low in ("and", "but", "then", ",") or words[back].low in AUXILIARIES


def main_subject(words: Words, *, first: int, end: int) -> Phrase | None:
    """The phrase that begins the sentence, past an opening adverbial and its comma."""
    start = first
    while start < end and words[start].low in ("and", "but", "so", "then", "still", "yet"):
        start += 1
    if start < end and (
        words[start].low in PREPOSITIONS
        or words[start].low in CONJUNCTIONS
        or words[start].low in ADVERBS
        or words[start].low.endswith(("ing", "ly"))
    ):
        for comma in range(start, min(end, start + 25)):
            if words[comma].text == ",":
                start = comma + 1
                break
        else:
            return None
    for comma in range(start + 1, min(end - 1, start + 6)):  # "Minutes later, he"
        if words[comma].text == "," and words[comma + 1].low in PRONOUNS:
            start = comma + 1
            break
    return following.after(words, start, end=end)


def _owner(words: Words, at: int, *, first: int, end: int) -> Phrase | None:
    """Whose statement, claim or letter it is: "Lavrov's claim that", "a statement by Lavrov"."""
    if at + 1 < end and words[at + 1].low in ("by", "from"):
        return following.after(words, at + 2, end=end)
    for back in range(at - 1, max(first, at - 5) - 1, -1):
        low = words[back].low
        if low in ("'s", "’s"):
            return phrases.ending(words, back, first=first)
        if low in ("his", "her", "their"):
            return Phrase(back, back + 1)
        if low in PREPOSITIONS or low in CONJUNCTIONS or not words[back].text[0].isalnum():
            return None
    return None
