"""Reported speech without marks: "Lavrov expressed regret that ...", "..., Putin warned"."""

from __future__ import annotations

from typing import NamedTuple

from claims import following
from claims.attribution import closing_attribution
from claims.cues import ADVERBS, cue
from claims.frames import Frame, Word
from claims.governing import first_attribution
from claims.phrases import Attribution


class Reported(NamedTuple):
    """The content of one report, as offsets, and the attribution it hangs on."""

    start: int
    end: int
    attribution: Attribution


_REQUESTS = frozenset("urge call ask demand implore plead appeal invite encourage advise".split())
_CONTENT = _REQUESTS | frozenset(
    "say tell write add tweet continue respond note explain reply state conclude argue suggest"
    " recall warn acknowledge promise claim insist vow assure admit remark joke announce declare"
    " boast predict emphasize emphasise stress assert reiterate concede testify confirm deny"
    " observe maintain contend caution report reveal underline underscore disclose indicate pledge"
    " allege affirm believe think inform agree swear estimate express voice hope fear threaten"
    " complain lament repeat propose refuse reassure regret mention signal want plan expect charge"
    " counter decline".split()
)
_WANT_THAT = frozenset(
    "express voice signal mention indicate hope fear want plan expect regret".split()
)
"""Verbs whose object is no report unless "that" stands before it."""
_LEAST_WORDS = 4


def reported(frame: Frame, first: int, after: int) -> Reported | None:
    """The report that a sentence makes, `None` if it makes none."""
    words = frame.words
    end = after
    while end > first and not (words[end - 1].text[0].isalnum() or words[end - 1].quote >= 0):
        end -= 1
    closing = closing_attribution(frame, first, after)
    if closing is not None:
        start, stop, found = first, min(closing.cue, closing.phrase.start), closing
        while stop > start and not words[stop - 1].text[0].isalnum():
            stop -= 1
    else:
        opening = first_attribution(words, first=first, end=end)
        if opening is None:
            return None
        start, stop, found = _content(words, opening, end=end), end, opening
    plain = sum(word.quote < 0 and word.text[0].isalnum() for word in words[start:stop])
    if plain < _LEAST_WORDS:
        return None
    return Reported(words[start].start, words[stop - 1].end, found)


def _content(words: tuple[Word, ...], found: Attribution, *, end: int) -> int:
    """Where the reported content begins; `end` if the verb takes none."""
    verb = cue(words[found.cue].low)
    if found.phrase.start > found.cue:  # "according to Lavrov, ..."
        return min(found.phrase.end + 1, end)
    if verb is None or verb.lemma not in _CONTENT:
        return end
    for at in range(found.cue + 1, min(end, found.cue + 14)):
        if words[at].low in ("that", "что"):
            return at + 1
        if words[at].quote >= 0:
            break
    if verb.lemma in _WANT_THAT or words[0].quote >= 0 or found.place == "after":
        return end
    if verb.lemma in _REQUESTS:
        return found.cue + 1
    at = found.cue + 1
    if verb.lemma in ("tell", "inform", "assure", "reassure"):
        told = following.after(words, at, end=end)
        at = told.end if told is not None else at + 1
    while at < end and (words[at].low in ADVERBS or words[at].low == "on"):
        at += 1
    return min(at, end)
