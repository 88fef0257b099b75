"""Who does what to whom: the verbs of a text with their subjects and what stands behind them. Pure.

A frame says nothing rather than something wrong: what cannot be told is empty.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from checker.lexicon import AGREEMENT, FUNCTION_WORDS, HEDGES, MODALS, NEGATORS, PAST, PLANS
from checker.nouns_verbs import (
    BE,
    CASES,
    CLAUSE_OPENERS,
    DO,
    FIRST,
    GOVERNING,
    HAVE,
    RELATIVES,
    before_adverbs,
    ends_sentence,
    ends_subject,
    governed,
    has_comma,
    heads,
    is_adverb,
    is_past,
    is_verb_at,
)
from checker.reading import Reading


class Frame(NamedTuple):
    """A verb with those around it.

    Shape: `doer` and `target` are the content words of the subject and of what stands behind the
           verb, exchanged in the passive; `places` are (preposition, words) behind it. Empty where
           they cannot be told.
    """

    at: int
    passive: bool
    doer: frozenset[str]
    target: frozenset[str]
    places: tuple[tuple[str, frozenset[str]], ...]

    def behind(self) -> frozenset[str]:
        """All that stands behind the verb."""
        return self.target.union(*(words for _, words in self.places))


@lru_cache(maxsize=4096)
def frames(reading: Reading) -> tuple[Frame, ...]:
    """The frames of a text, in order."""
    return tuple(
        _frame(reading, index) for index in range(len(reading.words)) if is_verb_at(reading, index)
    )


def _frame(reading: Reading, index: int) -> Frame:
    keys = reading.keys
    start = _group(reading, index)
    reduced = keys[index + 1 : index + 2] == ("by",) and start == index
    at = before_adverbs(keys, index)
    passive = is_past(keys[index]) and (reduced or (at >= 0 and keys[at] in BE))
    subject = _subject(reading, start, depth=0)
    target, places = _behind(reading, index)
    if not passive:
        return Frame(index, False, subject, target, places)
    agent = next((words for name, words in places if name == "by"), frozenset[str]())
    rest = tuple((name, words) for name, words in places if name != "by")
    return Frame(index, True, agent, subject, rest)


def _group(reading: Reading, index: int) -> int:
    """Where the verb group begins: "had not yet wanted to tell" at "had"."""
    keys, start = reading.keys, index
    while True:
        at = before_adverbs(keys, start)
        if (
            at > 0
            and keys[at] == "to"
            and (keys[at - 1] in HAVE or keys[at - 1] in GOVERNING or keys[at - 1] in PLANS)
        ):
            at -= 1
        elif at < 0 or not (
            keys[at] in AGREEMENT or keys[at] in MODALS or keys[at] in HAVE or keys[at] in DO
        ):
            return start
        start = at


def _subject(reading: Reading, start: int, *, depth: int) -> frozenset[str]:
    """The content words of the subject of a verb group, empty where it cannot be told."""
    keys = reading.keys
    at = before_adverbs(keys, start)
    if at < 0 or ends_sentence(reading, at + 1):
        return frozenset()
    if keys[at] == "to":
        return governed(reading, at - 1)
    if has_comma(reading, at + 1):
        inner = next((i for i in range(at, max(0, at - 12), -1) if has_comma(reading, i)), 0)
        if any(is_verb_at(reading, i) for i in range(inner, at + 1)):
            return _inherited(reading, at, start=start, depth=depth)
        if not inner:
            return frozenset()
        at = inner - 1
    if keys[at] in ("and", "or", "but"):
        return _inherited(reading, at, start=start, depth=depth)
    related = keys[at] in RELATIVES
    end = at = at - related
    while at >= 0 and not ends_subject(reading, at, end):
        if related and keys[at] != "of" and keys[at] in (*CASES, "and"):
            break
        if keys[at] == "and" and keys[at + 1] in CASES:
            return _inherited(reading, at, start=start, depth=depth)
        at -= 1
    return heads(reading, at + 1, end + 1)


def _inherited(reading: Reading, at: int, *, start: int, depth: int) -> frozenset[str]:
    """The subject of the verb before "and": "the US left weapons and planted a bomb"."""
    if depth > 2:
        return frozenset()
    tense = _tense(reading.keys, start)
    for index in range(at - 1, -1, -1):
        if ends_sentence(reading, index + 1):
            return frozenset()
        if is_verb_at(reading, index):
            first = _group(reading, index)
            if reading.keys[max(0, first - 1)] == "to" or _tense(reading.keys, first) != tense:
                continue
            return _subject(reading, first, depth=depth + 1)
    return frozenset()


def _tense(keys: tuple[str, ...], start: int) -> bool:
    """Whether a verb group is plainly of the past."""
    while start < len(keys) - 1 and (keys[start] in NEGATORS or is_adverb(keys[start])):
        start += 1
    return keys[start] in ("was", "were", "had", "did") or (
        keys[start].endswith("ed") or keys[start] in PAST
    )


def _behind(
    reading: Reading, index: int
) -> tuple[frozenset[str], tuple[tuple[str, frozenset[str]], ...]]:
    """What stands behind a verb: the words before the first preposition, and those after each."""
    keys = reading.keys
    target: set[str] = set()
    places: list[tuple[str, set[str]]] = []
    for at in range(index + 1, len(keys)):
        if ends_sentence(reading, at) or keys[at] in CLAUSE_OPENERS or keys[at] in RELATIVES:
            break
        if (
            at > index + 1
            and (keys[at] in MODALS or is_verb_at(reading, at))
            and (keys[at - 1] != "to")
        ):
            break
        key = keys[at]
        if key in CASES:
            if key != "of":
                places.append((key, set()))
        elif key in ("i", "we", "me", "us"):
            (places[-1][1] if places else target).add(FIRST)
        elif key not in FUNCTION_WORDS and key not in HEDGES and key.isalpha():
            (places[-1][1] if places else target).add(key)
    return frozenset(target), tuple((name, frozenset(words)) for name, words in places)
