"""Words that one side denies and the other does not. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from checker.assertion import Found
from checker.classes import is_number, n_turns
from checker.correspond import Pair, clause_of, content, corresponding, likeness
from checker.entities import ACTORS
from checker.lexicon import AGREEMENT, HEDGES, INTENSIFIERS, LIGHT_VERBS, MODALS, NOT_DENYING
from checker.phrases import senses
from checker.reading import Reading
from checker.thesaurus import SAME, SYNONYM, THESAURUS

_NOTS: Final = frozenset("not no never cannot hardly barely scarcely without".split())
_BETWEEN: Final = frozenset("to get be longer it need needs".split()) | AGREEMENT | MODALS.keys()
_REACH: Final = 6
"""Words before a word in which a "not" may deny it."""
_STOPS: Final = frozenset(".!?;:,()–—")


_PASSED: Final = LIGHT_VERBS | frozenset(
    "think thinks thought believe believes believed suppose expect position".split()
)
"""Words of which a "not" says little: it belongs to what is thought."""


def denied_word(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """A word that one side denies and the other does not, wherever else it may stand."""
    for pair in pairs:
        key = senses(quote)[pair.quote]
        if pair.likeness < SAME or key in ACTORS or is_number(key):
            continue
        said = [j for j, _ in content(stored) if likeness(key, senses(stored)[j]) >= SAME]
        if any(_as_denied(quote, pair.quote, stored, j) for j in said):
            continue
        one, other = quote.words[pair.quote], stored.words[pair.stored]
        return (
            "negation_changed",
            quote.text[one.start : one.end],
            stored.text[stored.words[max(0, pair.stored - 4)].start : other.end],
        )
    return None


def _as_denied(quote: Reading, index: int, stored: Reading, other: int) -> bool:
    """Whether two words are both denied or both not: plainly, or with words between."""
    return any(
        denies_word(quote, index) == denies_word(stored, other)
        for denies_word in (_is_plainly_denied, is_denied)
    )


def _is_plainly_denied(reading: Reading, index: int) -> bool:
    """Whether a "not" stands just before a word."""
    before = reading.keys[max(0, index - 5) : index]
    return before[-1:] in (("not",), ("never",), ("no",), ("не",)) or ("wrong", "to") in pairwise(
        before
    )


def plainly_denied(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """A word with a "not" just before it on one side alone, in clauses that differ by a denial."""
    for pair in pairs:
        key = senses(quote)[pair.quote]
        if pair.likeness < SYNONYM or key in ACTORS or key in _PASSED or is_number(key):
            continue
        ours = {is_denied(quote, i) for i, _ in content(quote) if senses(quote)[i] == key}
        said = [j for j, _ in content(stored) if likeness(key, senses(stored)[j]) >= SYNONYM]
        if pair.likeness < SAME and not any(
            _is_without(reading, i) for reading, i in ((quote, pair.quote), (stored, said[0]))
        ):
            continue
        if not ours.isdisjoint(is_denied(stored, j) for j in said):
            continue
        if all(_differ(quote, pair.quote, stored, j, pairs) for j in said):
            one, other = quote.words[pair.quote], stored.words[said[0]]
            start = stored.words[max(0, said[0] - 4)].start
            return (
                "negation_changed",
                quote.text[quote.words[max(0, pair.quote - 3)].start : one.end],
                stored.text[start : other.end],
            )
    return None


def _is_without(reading: Reading, index: int) -> bool:
    """Whether a "no" or "without" stands just before a noun."""
    return reading.keys[max(0, index - 1)] in ("no", "without")


def _differ(quote: Reading, index: int, stored: Reading, j: int, pairs: Sequence[Pair]) -> bool:
    """Whether a denial more stands in one of two clauses, and nothing makes up for it."""
    clause, other = clause_of(quote, index), clause_of(stored, j)
    turns = n_turns(clause.keys) % 2
    if stored.keys[j].endswith(("ing", "ly")) or n_turns(other.keys) % 2 == turns:
        return False
    if "unless" in (*quote.keys, *stored.keys) or _elliptical(stored) or _elliptical(quote):
        return False
    others = corresponding(stored, pairs, clause)
    if other in others:
        return True
    plain = other if turns else clause
    bare = all(n_turns(each.keys) % 2 != turns for each in others) and not n_turns(plain.keys)
    return bare and not any(
        THESAURUS.plainly_opposite(quote.keys[index], key) for each in others for key in each.keys
    )


def _elliptical(reading: Reading) -> bool:
    """Whether a "did not" stands for a verb said before: "Russia did not, its embassy works"."""
    return any(
        key == "not"
        and reading.keys[at - 1] in _DO
        and reading.text[reading.words[at].end : reading.words[at].end + 1] in (",", ".", ";")
        for at, key in enumerate(reading.keys)
        if at
    )


_DO: Final = frozenset("do does did".split())


def is_denied(reading: Reading, index: int) -> bool:
    """Whether a "not" denies a word, with nothing between that says something itself."""
    keys, found = reading.keys, 0
    for at in range(index - 1, max(-1, index - _REACH - 1), -1):
        between = reading.text[reading.words[at].end : reading.words[at + 1].start]
        if not _STOPS.isdisjoint(between):
            break
        key, after = keys[at], keys[at + 1]
        if (key in _NOTS and (key, after) not in NOT_DENYING) or (
            key == "too" and keys[at + 2 : at + 3] == ("to",)
        ):
            found += 1
        elif not (
            key in HEDGES
            or key in INTENSIFIERS
            or key in LIGHT_VERBS
            or key in _BETWEEN
            or key.endswith("ly")
        ):
            break
    return found % 2 == 1
