"""Which words of a paragraph name the speaker of a quotation: rules over words and cues.

Four places are looked at, nearest first: right after the quotation ("...," Lavrov said), right
before it (Lavrov said: "..."), at the end of its sentence (..., Lavrov said.), and farther back
in its sentence. What no rule names stays without a speaker.
"""

from __future__ import annotations

from claims import phrases
from claims.clauses import any_verb, clause, signature
from claims.cues import cue
from claims.frames import Frame
from claims.governing import last_attribution, main_subject
from claims.phrases import Attribution, Words
from claims.verbs import WINDOW, clause_end

_DASHES = ("—", "–", "-", "--", "―")


_NEAR = 4


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
    stop = clause_end(words, start)
    found = clause(words, start, stop)
    if found is None and dashed:
        return signature(words, start, stop)
    if found is None and closing in ",?!":
        return any_verb(words, start, stop)
    return found


def _right_without_comma(frame: Frame, at: int, *, closing: str) -> Attribution | None:
    """An attribution that a pasted quotation lacks the comma for: "X" Lavrov said."""
    words = frame.words
    stop = clause_end(words, at + 1)
    found = clause(words, at + 1, stop)
    if found is None:
        return None
    if closing == ".":
        rest = stop - max(found.cue, found.phrase.full_end - 1) - 1
        small = not words[at + 1].capital
        return found if small or rest <= 0 else None
    first, _ = frame.sentence(at)
    return found if first == at else None


def _end(frame: Frame, at: int) -> Attribution | None:
    """The attribution that closes the sentence of a quotation: "..., Lavrov said on Monday."."""
    words = frame.words
    _, after = frame.sentence(at)
    last = min(after, at + 2 * WINDOW)
    for comma in range(last - 1, at, -1):
        if words[comma].text == "," or (words[comma].quote >= 0 and comma != at):
            found = clause(words, comma + 1, clause_end(words, comma + 1))
            if found is not None and clause_end(words, comma + 1) >= after - 1:
                return found
            if words[comma].quote >= 0:
                return None
    return None


def _left(frame: Frame, at: int) -> Attribution | None:
    words = frame.words
    first, _ = frame.sentence(at)
    first = max(first, at - WINDOW)
    if at - 1 > first and words[at - 1].text == ":":
        label = _label(words, at - 1, first=first)
        found = label or last_attribution(words, first=first, end=at)
        if found is None:
            subject = main_subject(words, first=first, end=at - 1)
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


def closing_attribution(frame: Frame, first: int, after: int) -> Attribution | None:
    """The attribution that closes a sentence: "..., Lavrov said on Monday."."""
    words = frame.words
    for comma in range(after - 1, max(first, after - 40), -1):
        if words[comma].quote >= 0:
            return None
        if words[comma].text == ",":
            stop = clause_end(words, comma + 1)
            found = clause(words, comma + 1, stop) if stop >= after - 1 else None
            if found is not None:
                return found
    return None
