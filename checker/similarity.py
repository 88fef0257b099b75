"""Whether a statement says what a quote says, in other words. Pure.

A first score: how much of the quote's content, word sense by word sense, the statement holds; then
the deciding words of the clauses that correspond. Both are weighed with the pair model's answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.classes import hedges
from checker.conflicts import Rule, find_conflicts
from checker.correspond import Pair, clauses, content, corresponding, pair_words
from checker.entities import ACTORS
from checker.reading import Reading


class Meaning(NamedTuple):
    """How far a statement says what a quote says.

    Shape: `conflict` is the gravest critical code that speaks against it, with the words it is
           about; `doubts` are the rules that found one; `soft` are the codes of tolerable
           differences.
    Unit:  `score` 0..1: the share of the quote's content that the statement holds.
    """

    score: float
    conflict: str | None
    quoted: str
    stored: str
    soft: tuple[str, ...]
    start: int
    end: int
    doubts: frozenset[Rule] = frozenset()


def compare_meaning(
    quote: Reading,
    stored: Reading,
    *,
    speaker_actors: frozenset[str],
    known: frozenset[str] = frozenset(),
    least: float = 0.0,
) -> Meaning:
    """Compare what two texts say; with a score below `least`, nothing is asked beyond it.

    Shape: `speaker_actors` are the actors that the stored speaker stands for, so that "we" and
           "Russia" may correspond; `known` are the words of the speaker's name and of the
           occasion, which a quote may name though the statement does not.
    """
    wanted = content(quote)
    offered = content(stored)
    total = sum(weight for _, weight in wanted)
    if not total or not offered:
        return Meaning(0.0, None, "", "", (), 0, 0)
    pairs = pair_words(
        quote, stored, wanted=[i for i, _ in wanted], offered=[i for i, _ in offered]
    )
    by_index = {pair.quote: pair for pair in pairs}
    implied = speaker_actors
    gained = 0.0
    for index, weight in wanted:
        if index in by_index:
            gained += weight * by_index[index].likeness
        elif ACTORS.get(quote.words[index].key) in implied:
            gained += weight * 0.9
    score = min(1.0, gained / total)
    start, end = _region(pairs)
    if score < least:
        return Meaning(score, None, "", "", (), start, end)
    conflicts = find_conflicts(quote, stored, pairs, implied=implied, known=known)
    soft = _soft(quote, stored, pairs)
    if not conflicts:
        return Meaning(score, None, "", "", soft, start, end)
    first = conflicts[0]
    doubts = frozenset(conflict.rule for conflict in conflicts)
    return Meaning(score, first.code, first.quoted, first.stored, soft, start, end, doubts)


def _region(pairs: Sequence[Pair]) -> tuple[int, int]:
    """The stored words from the first to the last that correspond."""
    if not pairs:
        return 0, 0
    places = [pair.stored for pair in pairs]
    return min(places), max(places) + 1


def _soft(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Codes of tolerable differences between clauses that correspond."""
    found = []
    for clause in clauses(quote):
        said = tuple(k for other in corresponding(stored, pairs, clause) for k in other.keys)
        if said and hedges(clause.keys) != hedges(said):
            found.append("hedge_changed")
    return tuple(dict.fromkeys(found))
