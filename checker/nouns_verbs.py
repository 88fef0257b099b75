"""Where the verbs of a text stand, and which noun before a verb is its subject. Pure.

No parser: a verb is told by its form and its neighbours, and what cannot be told is left out.
"""

from __future__ import annotations

from typing import Final

from checker.classes import is_number
from checker.entities import ACTORS, CAPITALS
from checker.lexicon import (
    AGREEMENT,
    CONDITIONS,
    FUNCTION_WORDS,
    HEDGES,
    INTENSIFIERS,
    MODALS,
    NEGATORS,
    PAST,
    PLANS,
    THIRD_PERSON,
)
from checker.reading import Reading
from claims.forms import PARTICIPLES
from claims.words import GENITIVE

BE: Final = frozenset("is are was were be been being am".split())
HAVE: Final = frozenset("has have had having".split())
DO: Final = frozenset("do does did".split())
_DETERMINERS: Final = frozenset(
    "the a an this these those its their his her our my your no every each any some all both"
    " such another other".split()
)
CASES: Final = frozenset(
    "of in on at to from for with by into onto over under between through about after before"
    " during since against across behind near within along around as than via towards toward"
    " without among like".split()
)
CLAUSE_OPENERS: Final = frozenset(
    "that because although though while whereas if unless when whenever what whether since until"
    " after before so but whom where why how".split()
)
_SAYING: Final = frozenset("told tell tells said says say".split())
RELATIVES: Final = frozenset("who which that".split())
_VAGUE: Final = frozenset(
    "he she it they him her them this these those that one ones who which what there here others"
    " everyone everybody nobody noone nothing someone somebody whoever".split()
)
"""Subjects that stand for something said before."""
_ALSO_NOUNS: Final = frozenset("cut set hit put beat bit lead cost".split())
_NOMINATIVES: Final = frozenset("i we they who".split())
FIRST: Final = "\x00i"
THEY: Final = "\x00they"
"""The one who speaks and those of whom is spoken, in a frame."""
_STOPS: Final = ".!?;:–—\n"
_ADVERBS: Final = frozenset(
    "well then there here today tomorrow yesterday again back together home often once even just"
    " first longer away up down out off over".split()
)
_JOINING: Final = frozenset("and or".split())
GOVERNING: Final = frozenset("need needs ought going able ready likely want wants hope hopes"
                              " plan plans intend intends seek seeks try tries refuse refuses"
                              " wish wishes".split())  # fmt: skip


def is_verb_at(reading: Reading, index: int) -> bool:
    """Whether a word is plainly a main verb where it stands."""
    keys = reading.keys
    key, at = keys[index], before_adverbs(keys, index)
    before = keys[at] if at >= 0 else ""
    if not _may_be_verb(reading, index) or not before:
        return False
    if before == "to":
        return _is_infinitive(reading, at)
    if before in MODALS or before in DO:
        return True
    if before in HAVE:
        return is_past(key)
    is_ing = key.endswith("ing") and len(key) > 4
    if before in BE:
        return is_ing or is_past(key)
    if is_ing or _is_before_noun(before):
        return False
    if before in _NOMINATIVES or key in _SAYING or key in PAST:
        return key not in _ALSO_NOUNS or before in _NOMINATIVES
    return (key.endswith("ed") and len(key) > 4) or _is_present(reading, index, at)


def _may_be_verb(reading: Reading, index: int) -> bool:
    key = reading.keys[index]
    other = key in FUNCTION_WORDS or key in ACTORS or key in CASES or is_adverb(key)
    return key.isalpha() and not _is_capital(reading, index) and (key in _SAYING or not other)


def _is_before_noun(key: str) -> bool:
    """Whether a word is followed by a noun or what describes one."""
    return key in _DETERMINERS or key in CASES or key == GENITIVE or is_number(key)


def _is_present(reading: Reading, index: int, at: int) -> bool:
    """Whether a word without an ending stands between a subject and an object."""
    keys = reading.keys
    before, after = keys[at], keys[index + 1] if index + 1 < len(keys) else ""
    if before in CAPITALS and keys[max(0, at - 1)] in _DETERMINERS:
        return False
    noun = keys[index].endswith("s") and (
        before in _JOINING or (at > 0 and keys[at - 1] in _DETERMINERS)
    )
    subject = before in ACTORS or before in _VAGUE or before.endswith("s") or noun
    opens = after in _DETERMINERS or after in ("to", "that", "on") or after in ACTORS
    return (opens or is_number(after)) and (subject or _is_capital(reading, at))


def _is_infinitive(reading: Reading, at: int) -> bool:
    """Whether a "to" opens what somebody wants, has or is asked to do, not a direction."""
    keys = reading.keys
    if at > 0 and (keys[at - 1] in HAVE or keys[at - 1] in GOVERNING or keys[at - 1] in PLANS):
        return True
    return bool(governed(reading, at - 1))


def is_adverb(key: str) -> bool:
    """Whether a word says how, when or how far."""
    return (
        key in HEDGES
        or key in INTENSIFIERS
        or key in CONDITIONS
        or key in _ADVERBS
        or (key.endswith("ly") and len(key) > 4)
    )


def is_past(key: str) -> bool:
    """Whether a word has the form of a thing done: "told", "kept"."""
    return key.endswith(("ed", "wn")) or key in PAST or key in PARTICIPLES


def _is_capital(reading: Reading, index: int) -> bool:
    return index > 0 and reading.text[reading.words[index].start].isupper()


def before_adverbs(keys: tuple[str, ...], index: int) -> int:
    """The index of the word before an index, adverbs and denials aside; -1 where none is."""
    at = index - 1
    while (
        at >= 0
        and (keys[at] in NEGATORS or is_adverb(keys[at]))
        and keys[at] not in ("no", "nobody", "noone", "nothing", "none", "neither")
    ):
        at -= 1
    return at


def governed(reading: Reading, at: int) -> frozenset[str]:
    """Who is to do a thing: "asked the delegations to hold", "no need for them to form"."""
    keys, end = reading.keys, at
    while at >= 0 and not ends_subject(reading, at, end) and keys[at] not in CASES:
        at -= 1
    asked = at >= 0 and (keys[at] in ("for", "on", "upon") or is_verb_at(reading, at))
    return heads(reading, at + 1, end + 1) if asked else frozenset()


def ends_subject(reading: Reading, at: int, end: int) -> bool:
    """Whether a word can no longer belong to the subject that ends at `end`."""
    key = reading.keys[at]
    if at < end and (ends_sentence(reading, at + 1) or has_comma(reading, at + 1)):
        return True
    return (
        key in CLAUSE_OPENERS
        or key in RELATIVES
        or key in MODALS
        or key in AGREEMENT
        or is_verb_at(reading, at)
    )


def heads(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The last noun before a verb that no preposition governs, and the actors named with it."""
    last = reading.keys[end - 1] if end > start else ""
    if last in _STANDING_FOR:
        return frozenset((_STANDING_FOR[last],))
    if last in _VAGUE or last in THIRD_PERSON:
        return frozenset()
    noun = _last_noun(reading, start, end)
    return frozenset([*noun[-1:], *(key for key in noun if key in ACTORS)])


_STANDING_FOR: Final = {"i": FIRST, "we": FIRST, "they": THEY}


def _last_noun(reading: Reading, start: int, end: int) -> list[str]:
    """The content words of the last noun that no preposition governs."""
    keys = reading.keys
    chunks: list[list[str]] = [[]]
    governed = False
    for index in range(start, end):
        key, before = keys[index], keys[index - 1] if index > start else ""
        opens = key in _DETERMINERS and before not in _DETERMINERS and before not in _JOINING
        if key in CASES or (key.endswith("ed") and chunks[-1]):
            governed = True
        elif opens and before not in CASES:
            governed = False
            chunks.append([])
        elif key == GENITIVE:
            chunks[-1].clear()
        elif not governed and key not in FUNCTION_WORDS and key not in HEDGES and key.isalpha():
            chunks[-1].append(key)
    return next((chunk for chunk in reversed(chunks) if chunk), [])


def ends_sentence(reading: Reading, at: int) -> bool:
    """Whether a sentence or a half of it ends before a word."""
    if not 0 < at < len(reading.words):
        return at >= len(reading.words)
    between = reading.text[reading.words[at - 1].end : reading.words[at].start]
    return any(mark in between for mark in _STOPS) or " - " in between


def has_comma(reading: Reading, at: int) -> bool:
    """Whether a comma stands before a word."""
    if not 0 < at < len(reading.words):
        return False
    return "," in reading.text[reading.words[at - 1].end : reading.words[at].start]
