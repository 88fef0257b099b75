"""Reported speech without marks: "Lavrov expressed regret that ...", "..., Putin warned"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims import following
from claims.attribution import closing_attribution
from claims.cues import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, Cue, cue
from claims.frames import Frame, Word
from claims.governing import attributions
from claims.phrases import Attribution


class Reported(NamedTuple):
    """The content of one report, as offsets, and the attribution it hangs on."""

    start: int
    end: int
    attribution: Attribution


_TELLING = frozenset("tell inform assure reassure".split())
"""Verbs with the hearer before what is told."""
_NO_OBJECT = frozenset(
    "go put show find begin speak vote back maintain fire address demand invoke shout feel state"
    " attack continue read know consider deny support seek".split()
)
"""Verbs whose plain object is no report more often than not ("put the plan", "know the man")."""
_JUDGING = frozenset(
    "accuse describe blame compare characterize characterise portray criticize criticise oppose"
    " endorse reject defend propose expect favor favour welcome cite recommend dismiss denounce"
    " condemn slam blast mock question estimate hope fear dispute offer want call challenge"
    " decry tout lambaste".split()
)
"""Verbs of stance whose object says what the stance is on."""
_INFINITIVES = frozenset(
    "promise decline vow refuse pledge agree plan decide threaten seek want propose offer ask hope"
    " expect swear intend claim".split()
)
_ASKING = frozenset("call ask plead appeal argue warn complain boast agree think believe".split())
"""Verbs that report what follows "for", "on", "of" or "about"."""
_CLAUSE = PRONOUNS | frozenset("there this these those whether how why what if when".split())
_THAT = ("that", "что")
_LEAST_WORDS = 3
_TAIL = 3
"""Words after a closing attribution; with more, what it reports stands after it."""
_NEAR = 10


def reports(frame: Frame, first: int, after: int) -> Iterator[Reported]:
    """The reports that a sentence makes, the outer before those inside it.

    Source: which verbs report which objects was counted on PolNeAR's train half.
    """
    words = frame.words
    end = after
    while end > first and not (words[end - 1].text[0].isalnum() or words[end - 1].quote >= 0):
        end -= 1
    closing = closing_attribution(frame, first, after)
    if closing is not None and not _closes(words, closing, end=end):
        closing = None
    if closing is not None:
        stop = min(closing.cue, closing.phrase.start)
        while stop > first and not words[stop - 1].text[0].isalnum():
            stop -= 1
        yield from _report(words, first, stop, closing)
        end = stop
    for found in attributions(words, first=first, end=end):
        before = found.phrase.start > found.cue and found.cue - first > _LEAST_WORDS
        if before and cue(words[found.cue].low) is None:  # "..., according to Lavrov"
            yield from _report(words, first, found.cue, found)
        else:
            start = _content(words, found, end=end)
            yield from _report(words, start, _clause_end(words, start, end), found)


_TURNS = frozenset("but while although though whereas".split())


def _clause_end(words: tuple[Word, ...], start: int, end: int) -> int:
    """Where the clause that is reported gives way to another: ", but the talks went on"."""
    for at in range(start + _LEAST_WORDS, end - 1):
        if words[at].text in (",", "—", "–", "--") and words[at + 1].low in _TURNS:
            return at
    return end


def _closes(words: tuple[Word, ...], found: Attribution, *, end: int) -> bool:
    """Whether little enough stands after an attribution for it to report what is before it."""
    after = end - max(found.cue + 1, found.phrase.full_end)
    begins = found.phrase.start > found.cue and words[found.phrase.start].low in PRONOUNS
    return after <= (0 if begins else _TAIL)  # ", said it would be hard"


def _report(
    words: tuple[Word, ...], start: int, end: int, found: Attribution
) -> Iterator[Reported]:
    while end > start and not (words[end - 1].text[0].isalnum() or words[end - 1].quote >= 0):
        end -= 1
    plain = sum(word.quote < 0 and word.text[0].isalnum() for word in words[start:end])
    if plain >= _LEAST_WORDS:
        yield Reported(words[start].start, words[end - 1].end, found)


def _content(words: tuple[Word, ...], found: Attribution, *, end: int) -> int:
    """Where the reported content begins; `end` if the verb takes none."""
    verb = cue(words[found.cue].low)
    at = max(found.cue + 1, found.phrase.end)
    if verb is None:
        return min(at + (at < end and words[at].text == ","), end)
    if verb.lemma in _TELLING:
        told = following.after(words, at, end=end)
        at = told.end if told is not None else at + 1
    while at < end and _is_adverb(words[at]):
        at += 1
    if at >= end:
        return end
    for place in range(at, min(end, at + _NEAR)):
        if words[place].low in _THAT:
            return place + 1
        verb_of_its_own = cue(words[place].low)
        if words[place].quote >= 0 or (verb_of_its_own and verb_of_its_own.form == "finite"):
            break
    return at if _takes(words, at, verb=verb) else end


def _is_adverb(word: Word) -> bool:
    return (word.low in ADVERBS and word.low not in DETERMINERS) or word.low.endswith("ly")


def _takes(words: tuple[Word, ...], at: int, *, verb: Cue) -> bool:
    """Whether a verb reports what follows it, by the first word of that."""
    low, lemma = words[at].low, verb.lemma
    if words[at].quote >= 0 or not words[at].text[0].isalnum():
        return False
    if low in _CLAUSE:
        return True
    if low == "to":
        return lemma in _INFINITIVES
    if low in PREPOSITIONS:
        return lemma in _ASKING and low in ("for", "on", "against", "about", "of", "with")
    reports = verb.speech or lemma in _JUDGING
    return reports and lemma not in _NO_OBJECT and (lemma not in _TELLING or low in DETERMINERS)
