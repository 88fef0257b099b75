"""Who does what to whom, where a quote gives the parts to others than the statement. Pure."""

from __future__ import annotations

from typing import Final

from checker.assertion import Found
from checker.correspond import likeness
from checker.entities import ACTORS, MONTHS
from checker.lexicon import FIRST_PERSON, FUNCTION_WORDS, LIGHT_VERBS
from checker.nouns_verbs import FIRST, THEY
from checker.reading import Reading
from checker.roles import Frame, frames
from checker.thesaurus import SAME, SYNONYM, THESAURUS

Words = frozenset[str]
_ALONE: Final = frozenset(
    "open close start begin end stop change move increase grow improve worsen develop continue"
    " spread break reopen resume unite split divide melt freeze sell return change turn stand"
    " form meet gather concentrate".split()
)
"""Verbs of which one thing can be said both ways: the bridge opens, the bridge is opened."""


def exchanged_parts(quote: Reading, stored: Reading, *, implied: Words) -> Found | None:
    """A verb of both texts, whose doer and target took each other's parts."""
    theirs = frames(stored)
    for ours in frames(quote):
        alike = [other for other in theirs if _likeness(quote, ours, stored, other) >= SYNONYM]
        same = [other for other in alike if _likeness(quote, ours, stored, other) >= SAME]
        alike = same or alike
        if alike and all(_is_exchanged(quote, ours, stored, other, implied) for other in alike):
            return (
                "entity_changed",
                _around(quote, ours.at),
                _around(stored, alike[0].at),
            )
    return redirected(quote, stored) or other_contrast(quote, stored)


def _likeness(quote: Reading, ours: Frame, stored: Reading, other: Frame) -> float:
    """How alike two verbs are, 0..1; small verbs say nothing."""
    key = quote.keys[ours.at]
    return 0.0 if key in LIGHT_VERBS else likeness(key, stored.keys[other.at])


def _is_exchanged(
    quote: Reading, ours: Frame, stored: Reading, other: Frame, implied: Words
) -> bool:
    if ours.passive != other.passive and _is_of(_ALONE, quote, ours):
        return False
    if ours.doer and other.doer and not _alike(ours.doer, other.doer, implied):
        if _is_vague(ours.doer, other.doer) or _is_vague(other.doer, ours.doer):
            return False
        across = _touch(ours.doer, other.behind()), _touch(other.doer, ours.behind())
        if any(across):
            return True
        if ours.target and other.target and not _touch(ours.target, other.target):
            return False
        anywhere = _is_known(ours.doer) and _is_known(other.doer)
        return _held(ours.doer, stored, 0 if anywhere else other.at) and _held(
            other.doer, quote, 0 if anywhere else ours.at
        )
    if quote.keys[ours.at] in _REPORTING or _is_of(_ALONE, quote, ours):
        return False
    if ours.doer and not (other.doer or other.passive or ours.passive):
        asked = _touch(ours.doer, other.target | _placed(other, _TOWARD))
        return asked and not _touch(ours.target, other.target) and not _is_of(_MUTUAL, quote, ours)
    if ours.doer and not other.doer and ours.passive != other.passive:
        turned = _alike(ours.doer, other.target, implied)
        return turned and not _alike(ours.target, other.target, implied)
    if other.doer and not ours.doer and ours.passive != other.passive:
        turned = _alike(other.doer, ours.target, implied)
        return turned and not _alike(other.target, ours.target, implied)
    return False


def _is_vague(words: Words, others: Words) -> bool:
    """Whether it cannot be told whom the words mean: "they", "people"."""
    return (THEY in words and FIRST not in others) or words <= _ANYONE


_ANYONE: Final = frozenset("people person anyone everyone man men side thing things".split())


def _is_of(verbs: Words, reading: Reading, frame: Frame) -> bool:
    """Whether a frame has one of some verbs."""
    return not verbs.isdisjoint(THESAURUS.entry(reading.keys[frame.at]).lemmas)


_REPORTING: Final = frozenset("said says say".split())
"""Verbs whose subject may stand behind them."""


_MUTUAL: Final = frozenset(
    "meet talk agree work cooperate share differ join speak discuss unite coincide".split()
)
"""Verbs of which both sides are doers."""
_TOWARD: Final = frozenset("to on by".split())


def _placed(frame: Frame, prepositions: Words) -> Words:
    """The words behind certain prepositions of a frame."""
    return frozenset[str]().union(*(words for name, words in frame.places if name in prepositions))


_INTO: Final = frozenset("to into toward towards onto".split())


def redirected(quote: Reading, stored: Reading) -> Found | None:
    """From A into B, where the statement has from B into A."""
    for out, into, at in _ways(quote):
        for theirs, others, j in _ways(stored):
            if _touch(out, others) and _touch(into, theirs) and not _touch(out, theirs):
                return "entity_changed", _around(quote, at), _around(stored, j)
    return None


def _ways(reading: Reading) -> list[tuple[Words, Words, int]]:
    """The content words between "from" and "to", and those behind "to"."""
    keys = reading.keys
    found = []
    for at, key in enumerate(keys):
        end = next((i for i in range(at + 1, min(at + 7, len(keys))) if keys[i] in _INTO), None)
        if key == "from" and end is not None:
            found.append((_named(keys[at + 1 : end]), _named(keys[end + 1 : end + 5]), at))
    return found


def other_contrast(quote: Reading, stored: Reading) -> Found | None:
    """ "As a brother and not as a partner", where the statement has it the other way round."""
    ours, theirs = _set_aside(quote), _set_aside(stored)
    if not (ours and theirs):
        return None
    printed, said = ({reading.keys[i] for i in places} for reading, places in
                     ((quote, ours), (stored, theirs)))  # fmt: skip
    across = _all_in(printed, stored, but=theirs) and _all_in(said, quote, but=ours)
    if not across or _touch(frozenset(printed), frozenset(said)):
        return None
    return "entity_changed", _around(quote, ours[0]), _around(stored, theirs[0])


def _all_in(keys: set[str], reading: Reading, *, but: list[int]) -> bool:
    """Whether a text has each of some words elsewhere than at some places."""
    rest = frozenset(key for index, key in enumerate(reading.keys) if index not in but)
    return all(_touch(frozenset((key,)), rest) for key in keys)


def _set_aside(reading: Reading) -> list[int]:
    """The content words of what a text sets aside: ", not as a brother", "rather than arms"."""
    keys, found = reading.keys, []
    for index, key in enumerate(keys):
        before = keys[index - 1] if index else ""
        comma = index > 0 and "," in reading.text[reading.words[index - 1].end :][:2]
        contrast = key == "not" and (comma or before in ("and", "but"))
        if not contrast and keys[index : index + 2] not in (("rather", "than"), ("instead", "of")):
            continue
        for at in range(index + 1 + (key != "not"), min(index + 6, len(keys))):
            between = reading.text[reading.words[at - 1].end : reading.words[at].start]
            if keys[at] in ("only", "just") or keys[at] in ("and", "but", "or"):
                break
            if at > index + 1 and not frozenset(".,;:!?").isdisjoint(between):
                break
            if keys[at] not in FUNCTION_WORDS:
                found.append(at)
    return found


def _named(keys: tuple[str, ...]) -> Words:
    """The content words among them, numbers and months aside."""
    return frozenset(
        key
        for key in keys
        if key.isalpha() and key not in FUNCTION_WORDS and key not in MONTHS and key != "percent"
    )


def _touch(ours: Words, theirs: Words) -> bool:
    return any(likeness(a, b) >= SYNONYM for a in ours for b in theirs if a.isalpha())


def _alike(ours: Words, theirs: Words, implied: Words) -> bool:
    """Whether two sets name one: a word in common, or the speaker and what the speaker is."""
    for one, other in ((ours, theirs), (theirs, ours)):
        if FIRST in one and (FIRST in other or _is_own(other, implied)):
            return True
        if THEY in one and (THEY in other):
            return True
    return _touch(ours - {FIRST, THEY}, theirs - {FIRST, THEY})


def _is_own(words: Words, implied: Words) -> bool:
    return any(ACTORS.get(word) in implied for word in words)


def _is_known(words: Words) -> bool:
    """Whether a doer is an actor by name, the speaker or "they"."""
    return any(word in ACTORS or word in (FIRST, THEY) for word in words)


def _held(words: Words, reading: Reading, start: int) -> bool:
    """Whether the other text speaks of them from a word on."""
    keys = frozenset(reading.keys[start:])
    if FIRST in words:
        return not FIRST_PERSON.keys().isdisjoint(keys)
    if THEY in words:
        return not _OTHERS.isdisjoint(keys)
    return _touch(words, keys)


_OTHERS: Final = frozenset("they them their theirs".split())


def _around(reading: Reading, at: int) -> str:
    start, end = max(0, at - 4), min(len(reading.words) - 1, at + 4)
    return reading.text[reading.words[start].start : reading.words[end].end]
