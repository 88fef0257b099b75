"""Words that say the opposite, and things that changed sides, in clauses that correspond. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from checker.assertion import Found
from checker.classes import denies, n_turns
from checker.correspond import Clause, Pair, clause_of, clauses, content, corresponding, likeness
from checker.denial import is_denied
from checker.entities import ACTORS
from checker.lexicon import (
    DONE_AUXILIARIES,
    FUNCTION_WORDS,
    LIGHT_VERBS,
)
from checker.phrases import senses
from checker.reading import Reading
from checker.subjects import other_subject
from checker.thesaurus import SYNONYM, THESAURUS
from claims.words import GENITIVE

_REACH: Final = 4
"""Words before a word in which a "not" denies it."""


def turned_word(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """A word that plainly says the opposite of one in the clauses that correspond, or in their
    sentence: kept for lifted, unacceptable for acceptable; nothing else may turn either."""
    meanings = frozenset(meant(quote, index) for index in range(len(quote.keys)))
    held = frozenset(pair.stored for pair in pairs if pair.likeness >= SYNONYM)
    said = [
        (j, meant(stored, j))
        for j, key in enumerate(stored.keys)
        if j not in held and key not in FUNCTION_WORDS and meant(stored, j) not in meanings
    ]
    for index in range(len(quote.keys)):
        word = meant(quote, index)
        if word in FUNCTION_WORDS or not word.isalpha():
            continue
        against = [j for j, other in said if THESAURUS.plainly_opposite(word, other)]
        if not against:
            continue
        for ours, theirs in _scopes(quote, index, stored, pairs):
            for j in against:
                if theirs.start <= j < theirs.end and _turns_alike(
                    quote, index, stored, j, ours=ours, theirs=theirs
                ):
                    return _found("negation_changed", quote, index, stored, j)
    return None


def _scopes(
    quote: Reading, index: int, stored: Reading, pairs: Sequence[Pair]
) -> list[tuple[Clause, Clause]]:
    """The clause of a word with those that correspond, and both with their sentences."""
    clause = clause_of(quote, index)
    others = corresponding(stored, pairs, clause)
    whole = _whole(quote, clause)
    return [
        *((clause, other) for other in others),
        *((whole, _whole(stored, other)) for other in others),
    ]


def _turns_alike(
    quote: Reading, index: int, stored: Reading, j: int, *, ours: Clause, theirs: Clause
) -> bool:
    """Whether two clauses turn alike but for two words, the first of which the other has not."""
    word = meant(quote, index)
    if any(THESAURUS.related(word, key) >= SYNONYM for key in theirs.keys):
        return False
    if is_denied(quote, index) != is_denied(stored, j):
        return False
    printed = n_turns(ours.keys) - n_turns(quote.keys[index : index + 1])
    said = n_turns(theirs.keys) - n_turns(stored.keys[j : j + 1])
    if theirs in clauses(stored):
        return printed % 2 == said % 2
    return printed == said == 0


def _whole(reading: Reading, clause: Clause) -> Clause:
    """The sentence that a clause stands in, or the half of it before or after a semicolon."""
    start, end = clause.start, clause.end
    while start > 0 and not _stops(reading, start):
        start -= 1
    while end < len(reading.words) and not _stops(reading, end):
        end += 1
    return Clause(start, end, reading.keys[start:end])


def meant(reading: Reading, index: int) -> str:
    """A word with what the words behind it make of it: "hold back" is "hinder"."""
    keys, sense = reading.keys, senses(reading)[index]
    behind = keys[index + 2 : index + 12]
    if keys[index] in _HINDERING and any(
        one == "from" and other.endswith("ing") for one, other in pairwise(behind)
    ):
        return "prevent"
    return sense


_HINDERING: Final = frozenset("keep keeps kept keeping stop stops stopped stopping".split())
"""Verbs that prevent, where "from doing" follows."""


def faced(quote: Reading, stored: Reading) -> Found | None:
    """A word that turns what follows it, turned: "after the session" for "before the session"."""
    ours, theirs = _facing(quote), _facing(stored)
    for (word, faces), index in ours.items():
        other = _FACING[word]
        if (word, faces) in theirs or (other, faces) not in theirs:
            continue
        if (other, faces) not in ours and not _with_pronoun(stored, word):
            return _found("negation_changed", quote, index, stored, theirs[other, faces])
    return None


def _with_pronoun(reading: Reading, word: str) -> bool:
    """Whether a word faces a pronoun, which may stand for anything said: "nor after it"."""
    after = {b for a, b in pairwise(reading.keys) if a == word}
    return not after.isdisjoint(("it", "that", "this", "them"))


def _facing(reading: Reading) -> dict[tuple[str, str], int]:
    """(turning word, the next content word) -> where it stands."""
    found: dict[tuple[str, str], int] = {}
    for index, key in enumerate(reading.keys):
        if key in _FACING:
            after = [k for k in reading.keys[index + 1 : index + 5] if k not in FUNCTION_WORDS]
            if after:
                found.setdefault((key, ACTORS.get(after[0], after[0])), index)
    return found


_FACING: Final = {
    "before": "after", "after": "before", "with": "without", "without": "with",
    "inside": "outside", "outside": "inside", "above": "below", "below": "above",
}  # fmt: skip
"""Words that turn what follows them."""


def _stops(reading: Reading, at: int) -> bool:
    """Whether a sentence or a half of it ends before a word."""
    return any(
        m in ".!?;:" for m in reading.text[reading.words[at - 1].end : reading.words[at].start]
    )


def opposite_word(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """An unmatched word of the quote that contradicts a word of the corresponding clause."""
    matched = {pair.quote for pair in pairs}
    for index, _ in content(quote):
        if index in matched or senses(quote)[index] in LIGHT_VERBS:
            continue
        clause = clause_of(quote, index)
        for other in corresponding(stored, pairs, clause):
            if denies(clause.keys) != denies(other.keys):
                continue
            for j in range(other.start, other.end):
                if stored.keys[j] in FUNCTION_WORDS:
                    continue
                if THESAURUS.opposite(senses(quote)[index], senses(stored)[j]):
                    return _found("negation_changed", quote, index, stored, j)
    return None


def _found(code: str, quote: Reading, index: int, stored: Reading, j: int) -> Found:
    one, other = quote.words[index], stored.words[j]
    return code, quote.text[one.start : one.end], stored.text[other.start : other.end]


def swap_conflict(
    quote: Reading, stored: Reading, pairs: Sequence[Pair], *, implied: frozenset[str]
) -> Found | None:
    """Two that changed sides: who did what to whom, or which of two is more."""
    return (
        _around_one_verb(quote, stored, pairs)
        or other_subject(quote, stored, pairs, implied=implied)
        or _compared(quote, stored)
    )


def _around_one_verb(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """Two actors on the wrong sides of one verb."""
    for clause in clauses(quote):
        ours = _around_verb(quote, clause)
        if ours is None:
            continue
        for other in corresponding(stored, pairs, clause):
            theirs = _around_verb(stored, other)
            if theirs is None or {ours[0], ours[1]} != {theirs[0], theirs[1]}:
                continue
            if ours[0] != theirs[0] and likeness(ours[2], theirs[2]) >= 0.7:
                return "entity_changed", _text(quote, clause), _text(stored, other)
    return None


def _text(reading: Reading, clause: Clause) -> str:
    return reading.text[reading.words[clause.start].start : reading.words[clause.end - 1].end]


def _around_verb(reading: Reading, clause: Clause) -> tuple[str, str, str] | None:
    """The doer, the one done to, and the verb between the first two actors of a clause."""
    named = [(i, ACTORS[k]) for i, k in enumerate(clause.keys) if k in ACTORS]
    distinct = list(dict.fromkeys(group for _, group in named))
    if len(distinct) != 2:
        return None
    first = next(i for i, group in named if group == distinct[0])
    second = next(i for i, group in named if group == distinct[1])
    between = clause.keys[first + 1 : second]
    verbs = [k for k in between if k not in FUNCTION_WORDS and k != GENITIVE]
    if not verbs:
        return None
    passive = "by" in between and any(k in DONE_AUXILIARIES for k in between)
    doer, target = (distinct[1], distinct[0]) if passive else (distinct[0], distinct[1])
    return doer, target, verbs[0]


def _compared(quote: Reading, stored: Reading) -> Found | None:
    """ "X less often than Y" and "Y less often than X"."""
    ours = _sides(quote)
    theirs = _sides(stored)
    for before, after, at in ours:
        for first, second, j in theirs:
            if before.isdisjoint(_LESS) != first.isdisjoint(_LESS):
                continue
            if (before - first) & second and (after - second) & first:
                return (
                    "entity_changed",
                    quote.text[quote.words[max(0, at - 4)].start : quote.words[at].end],
                    stored.text[stored.words[max(0, j - 4)].start : stored.words[j].end],
                )
    return None


_LESS: Final = frozenset("less fewer".split())
""" "Less often than" turns what "more often than" says."""


def _sides(reading: Reading) -> list[tuple[frozenset[str], frozenset[str], int]]:
    """The content words of a clause before each "than", and those just after it."""
    found = []
    for at, key in enumerate(reading.keys):
        if key == "than":
            clause = clause_of(reading, at)
            before = [
                k for k in reading.keys[clause.start : at] if k not in FUNCTION_WORDS or k in _LESS
            ]
            after = [k for k in reading.keys[at + 1 : at + 4] if k not in FUNCTION_WORDS]
            found.append((frozenset(before), frozenset(after[:2]), at))
    return found
