"""Which words of a paragraph name the speaker of a quotation: rules over words and cues.

Four places are looked at, nearest first: right after the quotation ("...," Lavrov said), right
before it (Lavrov said: "..."), at the end of its sentence (..., Lavrov said.), and farther back
in its sentence. What no rule names stays without a speaker.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from claims import phrases
from claims.cues import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MENTAL,
    NOUN_FORMS,
    NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_NOUNS,
    Cue,
    cue,
    inverts,
)
from claims.frames import Frame, Word
from claims.phrases import Phrase, Words

Place = Literal["after", "before", "label", "end"]


class Attribution(NamedTuple):
    """The words that name a speaker, and the verb beside them (its number; -1 without one)."""

    phrase: Phrase
    cue: int
    place: Place


_DASHES = ("—", "–", "-", "--", "―")
_BE = frozenset("is are was were be been being 's ’s".split())
_QUOTED = Cue("quote", "finite", speech=False)
_SAID = Cue("say", "finite", speech=True)
_NEAR = 4
_WINDOW = 50


def attribute(text: str, frame: Frame, at: int) -> Attribution | None:
    """The speaker's words for the quotation that is word `at`, `None` if no rule is sure."""
    right = _right(text, frame, at)
    if right is not None:
        return right
    left = _left(frame, at)
    if left is not None and at - left.cue <= _NEAR:
        return left
    return _end(frame, at) or left


def _right(text: str, frame: Frame, at: int) -> Attribution | None:
    words = frame.words
    start = at + 1
    if start >= len(words) or words[start].quote >= 0:
        return None
    closing = text[words[at].start : words[at].end].rstrip("”\"»'’“」 \n")[-1:]
    if words[start].text != "," and words[start].text not in _DASHES and closing not in ",?!…—–-":
        return _right_without_comma(frame, at, closing=closing)
    start = start + 1 if words[start].text == "," else start
    dashed = start < len(words) and words[start].text in _DASHES
    start += dashed
    stop = _stop(words, start)
    found = _clause(words, start, stop)
    if found is None and dashed:
        return _signature(words, start, stop)
    if found is None and closing in ",?!":
        return _any_verb(words, start, stop)
    return found


def _any_verb(words: Words, start: int, stop: int) -> Attribution | None:
    """ "...," Lavrov fumed: after a comma, any past form beside a name is a reporting verb."""
    phrase = phrases.after(words, start, end=stop)
    if phrase is None or phrase.start != start or phrase.end >= stop:
        return None
    verb = words[phrase.end]
    if not verb.low.endswith(("ed", "s")) or verb.capital or verb.low in DETERMINERS:
        return None
    closed = phrase.end + 1 >= stop or words[phrase.end + 1].low in PREPOSITIONS
    return Attribution(phrase, phrase.end, "after") if closed else None


def _right_without_comma(frame: Frame, at: int, *, closing: str) -> Attribution | None:
    """An attribution that a pasted quotation lacks the comma for: "X" Lavrov said."""
    words = frame.words
    stop = _stop(words, at + 1)
    found = _clause(words, at + 1, stop)
    if found is None:
        return None
    if closing == ".":
        rest = stop - max(found.cue, found.phrase.full_end - 1) - 1
        small = not words[at + 1].capital
        return found if small or rest <= 0 else None
    first, _ = frame.sentence(at)
    return found if first == at else None


def _stop(words: Words, start: int) -> int:
    """The end of the clause that begins at a word: the next stop or quotation."""
    for at in range(start, min(len(words), start + _WINDOW)):
        if words[at].quote >= 0 or words[at].text in (".", "!", "?", ";", ":"):
            return at
    return min(len(words), start + _WINDOW)


def _clause(words: Words, start: int, stop: int) -> Attribution | None:
    """ "Lavrov said", "said Lavrov", "according to Lavrov" at the start of a stretch."""
    if start >= stop:
        return None
    according = _according(words, start, stop)
    if according is not None:
        return according
    first = start
    while first < stop and words[first].low in ADVERBS:
        first += 1
    verb = verb_at(words, first, first=start) if first < stop else None
    if verb is not None and inverts(verb):
        phrase = phrases.after(words, first + 1, end=stop) or phrases.filling(
            words, first + 1, end=stop
        )
        if phrase is not None:
            return Attribution(phrases.with_aside(words, phrase, end=stop), first, "after")
    return _quoted(words, start, stop) or _subject_first(words, start, stop)


def _quoted(words: Words, start: int, stop: int) -> Attribution | None:
    """ "Interfax quoted Lavrov as saying", "Lavrov was quoted as saying"."""
    for at in range(start + 1, min(stop, start + 20)):
        if words[at].low in ("quoted", "cited"):
            if words[at - 1].low in _BE:
                phrase = _subject(words, start, at)
            else:
                phrase = _as_saying(words, at, end=stop)
            return None if phrase is None else Attribution(phrase, at, "after")
    return None


def _according(words: Words, at: int, stop: int) -> Attribution | None:
    """ "according to X", "in the words of X", "по словам X"."""
    low = [word.low for word in words[at : at + 4]]
    for opening in (
        ("according", "to"),
        ("in", "the", "words", "of"),
        ("по", "словам"),
        ("по", "мнению"),
        ("как", "отмечает"),
    ):
        if tuple(low[: len(opening)]) == opening:
            phrase = phrases.after(words, at + len(opening), end=stop)
            if phrase is not None:
                phrase = phrases.with_aside(words, phrase, end=stop)
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


def _subject(words: Words, start: int, verb: int) -> Phrase | None:
    """The subject that fills the stretch before a verb, without asides and adverbs."""
    end = verb
    while end > start and phrases.is_helper(words[end - 1]):
        end -= 1
    breaks = [at for at in range(start, end) if words[at].text in (",", "(", "—", "–", "--")]
    aside = 0
    if breaks and words[end - 1].text in (",", "—", "–", "--"):
        end, aside = breaks[0], end - 1
    elif breaks and words[end - 1].text == ")":
        end, aside = breaks[0], end
    elif breaks:
        start = breaks[-1] + 1
    while start < end and words[start].low in ("but", "and", "as", "though", "while"):
        start += 1
    if not start < end <= start + 16:
        return None
    stretch = words[start:end]
    if not _begins_name(stretch[0]):
        return None
    if len(stretch) > 1 and any(word.low in PRONOUNS for word in stretch):
        return None
    if any(word.low in CONJUNCTIONS - {"and"} for word in stretch):
        return None
    if not (stretch[0].low in DETERMINERS and len(stretch) > 1) and not any(map(_names, stretch)):
        return None
    if stretch[0].low in PREPOSITIONS or stretch[-1].low in PREPOSITIONS:
        return None
    return Phrase(start, end, aside)


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


def _signature(words: Words, start: int, stop: int) -> Attribution | None:
    """ "..." - Sergey Lavrov, at the end of a paragraph."""
    phrase = phrases.after(words, start, end=stop)
    if phrase is None or phrase.start != start or not words[start].capital:
        return None
    rest = words[phrase.end :]
    if rest and rest[0].text not in (",", "(", "."):
        return None
    if len(rest) > 12 or any(cue(word.low) for word in rest):
        return None
    return Attribution(phrase, -1, "label")


def _end(frame: Frame, at: int) -> Attribution | None:
    """The attribution that closes the sentence of a quotation: "..., Lavrov said on Monday."."""
    words = frame.words
    _, after = frame.sentence(at)
    last = min(after, at + 2 * _WINDOW)
    for comma in range(last - 1, at, -1):
        if words[comma].text == "," or (words[comma].quote >= 0 and comma != at):
            found = _clause(words, comma + 1, _stop(words, comma + 1))
            if found is not None and _stop(words, comma + 1) >= after - 1:
                return found
            if words[comma].quote >= 0:
                return None
    return None


def _left(frame: Frame, at: int) -> Attribution | None:
    words = frame.words
    first, _ = frame.sentence(at)
    first = max(first, at - _WINDOW)
    if at - 1 > first and words[at - 1].text == ":":
        label = _label(words, at - 1, first=first)
        found = label or last_attribution(words, first=first, end=at)
        if found is None:
            subject = _main_subject(words, first=first, end=at - 1)
            if subject is not None:
                found = Attribution(subject, at - 1, "before")
        return found
    return last_attribution(words, first=first, end=at) or _headline(words, first=first, end=at)


def _headline(words: Words, *, first: int, end: int) -> Attribution | None:
    """ "Lavrov: Moscow 'notes' efforts", where the name and a colon begin the sentence."""
    for at in range(first + 1, min(end, first + 7)):
        if words[at].text == ":":
            return _label(words, at, first=first)
    return None


def _label(words: Words, colon: int, *, first: int) -> Attribution | None:
    """ "Lavrov: ..." where the name alone begins the sentence."""
    if cue(words[first].low) is not None:
        return None
    phrase = phrases.ending(words, colon, first=first)
    if phrase is None or phrase.end - phrase.start > 8 or not words[phrase.start].capital:
        return None
    if phrase.start != first and words[phrase.start - 1].text not in _DASHES:
        return None
    return Attribution(phrase, colon, "label")


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
    return inner


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
    found = _according(words, at, end) if low in ("according", "по", "in", "как") else None
    if found is not None:
        return found._replace(place="before")
    verb = verb_at(words, at, first=first)
    if verb is not None:
        phrase = _before_verb(words, at, verb=verb, first=first, end=end)
        if phrase is not None:
            return Attribution(phrase, at, "before")
    if low in NOUNS and end - at <= 12 and _introduces(words, at, end=end):
        phrase = _owner(words, at, first=first, end=end)
        if phrase is not None:
            return Attribution(phrase, at, "before")
    return None


_LOOSE = frozenset("he she they it you who his her their one".split())


def _introduces(words: Words, at: int, *, end: int) -> bool:
    """Whether what follows a noun may be what was said: "his claim that", "her answer: "."""
    following = words[at + 1].low if at + 1 < end else ""
    return not following or following in (
        "that",
        "of",
        ":",
        ",",
        "by",
        "from",
        "to",
        "for",
        "in",
        "on",
        "about",
        "(",
    )


def _hangs(words: Words, found: Attribution, *, first: int) -> bool:
    """Whether a clause may only be the content of a speech verb before it."""
    start = found.phrase.start
    previous = words[start - 1].low if start > first else ""
    if previous == "what" or words[start].low in _LOOSE:
        return True
    verb = cue(words[found.cue].low)
    return verb is not None and verb.lemma in MENTAL


def _before_verb(words: Words, at: int, *, verb: Cue, first: int, end: int) -> Phrase | None:
    previous = words[at - 1] if at > first else None
    if previous is None:
        return phrases.after(words, at + 1, end=end) if inverts(verb) else None
    if verb.form == "gerund":
        return _of_gerund(words, at, first=first)
    if verb.form == "base" and previous.low == "to":
        return _main_subject(words, first=first, end=at) if _goes_on(words, at) else None
    if _passive(words, at, first=first):
        return _by(words, at, end=end)
    if words[at].low in ("quoted", "cited"):
        quoted = _as_saying(words, at, end=end)
        if quoted is not None:
            return quoted
    phrase = phrases.before(words, at, first=first)
    if phrase is None and ord(words[at].low[0]) > 0x400:
        return phrases.after(words, at + 1, end=end)
    if phrase is None and verb.form == "finite" and _coordinated(words, at, first=first):
        return _main_subject(words, first=first, end=at)
    return phrase


def _passive(words: Words, at: int, *, first: int) -> bool:
    """Whether a past form is passive: "was told"."""
    back = at - 1
    while back > first and (words[back].low in ADVERBS or words[back].low.endswith("ly")):
        back -= 1
    return words[back].low in _BE and not words[at].low.endswith("ing")


def _by(words: Words, at: int, *, end: int) -> Phrase | None:
    """The agent of a passive, or who is quoted "as saying"."""
    if words[at].low == "quoted":
        return phrases.before(words, at, first=max(0, at - 30))
    for place in range(at + 1, min(end, at + 6)):
        if words[place].low == "by":
            return phrases.after(words, place + 1, end=end)
    return None


def _as_saying(words: Words, at: int, *, end: int) -> Phrase | None:
    """ "Interfax quoted Lavrov as saying": the object speaks."""
    phrase = phrases.after(words, at + 1, end=end)
    if phrase is None or phrase.end >= end or words[phrase.end].low != "as":
        return None
    return phrase


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
    return _main_subject(words, first=first, end=at)


def _goes_on(words: Words, at: int) -> bool:
    before = [word.low for word in words[max(0, at - 3) : at - 1]]
    return bool(before) and (before[-1] in ("on", "continued", "continues", "began", "used"))


def _coordinated(words: Words, at: int, *, first: int) -> bool:
    back = at - 1
    while back > first and (words[back].low in ADVERBS or words[back].low.endswith("ly")):
        back -= 1
    return words[back].low in ("and", "but", "then", ",") or words[back].low in AUXILIARIES


def _main_subject(words: Words, *, first: int, end: int) -> Phrase | None:
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
    return phrases.after(words, start, end=end)


def _owner(words: Words, at: int, *, first: int, end: int) -> Phrase | None:
    """Whose statement, claim or letter it is: "Lavrov's claim that", "a statement by Lavrov"."""
    if at + 1 < end and words[at + 1].low in ("by", "from"):
        return phrases.after(words, at + 2, end=end)
    for back in range(at - 1, max(first, at - 5) - 1, -1):
        low = words[back].low
        if low in ("'s", "’s"):
            return phrases.ending(words, back, first=first)
        if low in ("his", "her", "their"):
            return Phrase(back, back + 1)
        if low in PREPOSITIONS or low in CONJUNCTIONS or not words[back].text[0].isalnum():
            return None
    return None


def first_attribution(words: Words, *, first: int, end: int) -> Attribution | None:
    """The first reporting verb of a stretch whose subject is sure, with that subject."""
    for at in range(first, end):
        found = _at(words, at, first=first, end=end)
        if found is not None:
            return found
    return None


def closing_attribution(frame: Frame, first: int, after: int) -> Attribution | None:
    """The attribution that closes a sentence: "..., Lavrov said on Monday."."""
    words = frame.words
    for comma in range(after - 1, max(first, after - 40), -1):
        if words[comma].quote >= 0:
            return None
        if words[comma].text == ",":
            stop = _stop(words, comma + 1)
            found = _clause(words, comma + 1, stop) if stop >= after - 1 else None
            if found is not None:
                return found
    return None
