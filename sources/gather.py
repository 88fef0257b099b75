"""Which passages are worth a closer look: those that hold the rarest words of a text.

A posting list is read whole or not at all, so that nothing depends on the order of import. Lists
that are too long to be read are intersected inside the index, a few words at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import log
from typing import NamedTuple

from sources.interface import Passage, PassageIndex, Place
from sources.prints import placed_prints
from sources.stems import stem

_PRINTS = 8
"""Prints of a text that are looked up, two at a time: the heaviest."""
_FEW_PRINTS = 3
_HANDFULS = 3
"""How often words are looked up together."""
_TOGETHER = 3
"""Words of one handful."""


class Group(NamedTuple):
    """Terms of which one is enough: a word's own, and those of words akin to it."""

    own: tuple[str, ...]
    akin: tuple[str, ...] = ()


class Weighed(NamedTuple):
    """A group of terms that stand in so many passages: the rarer, the heavier."""

    n: int
    n_own: int
    n_akin: int
    group: Group
    weight: float


class Candidate(NamedTuple):
    """A passage to look at, with its keys.

    Unit: `likeness` 0..1, how alike its words run; 0 where they were not laid beside the text.
    """

    place: Place
    passage: Passage
    keys: tuple[str, ...]
    score: float
    likeness: float = 0.0


def weighed(index: PassageIndex, groups: Sequence[Group]) -> list[Weighed]:
    """The groups that stand anywhere, rarest first; terms that stand nowhere are left out."""
    counts = index.counts(
        dict.fromkeys(term for group in groups for terms in group for term in terms)
    )
    n_passages = index.n_passages()
    found = []
    for group in groups:
        held = Group(*(tuple(term for term in terms if term in counts) for terms in group))
        n_own, n_akin = (sum(counts[term] for term in terms) for terms in held)
        n = n_own + n_akin
        if n:
            found.append(Weighed(n, n_own, n_akin, held, log(1 + n_passages / n)))
    return sorted(found)


def gather_runs(
    index: PassageIndex, keys: Sequence[str], words: Sequence[Weighed], *, most: int
) -> dict[int, float]:
    """Passages that hold two near runs of the words, by their prints, with the weight of these.

    An edit spoils a print or two, so that of a short text one run is enough. What too many
    passages hold says nothing, nor does a pair with a word that stands nowhere.
    """
    marks = sorted(
        sorted(weighed_prints(keys, words), reverse=True)[:_PRINTS], key=lambda mark: mark[1]
    )
    scores: defaultdict[int, float] = defaultdict(float)
    together = [both for apart in (1, 2) for both in zip(marks, marks[apart:], strict=False)]
    alone = [(mark,) for mark in marks] if len(marks) <= _FEW_PRINTS else []
    for some in (*together, *alone):
        weight = sum(mark[0] for mark in some)
        for passage in index.passages_with([mark[2] for mark in some], how="AND", most=most):
            scores[passage] += weight
    return scores


def weighed_prints(keys: Sequence[str], words: Sequence[Weighed]) -> list[tuple[float, int, str]]:
    """The prints that may stand anywhere: weight of their words, place, print."""
    weights = {each.group.own[0]: each.weight for each in words if each.group.own}
    stems = list(map(stem, keys))
    return [
        (weights[stems[place]] + weights[stems[place + 1]], place, mark)
        for mark, place in placed_prints(keys).items()
        if stems[place] in weights and stems[place + 1] in weights
    ]


def gather_together(index: PassageIndex, groups: Sequence[Weighed]) -> dict[int, float]:
    """Passages that hold a handful of the rarest words, with the weight of what they hold.

    An edit or two spoil one handful or two; a passage that holds none is no edited copy.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    with_own = [each for each in groups if each.group.own][: _TOGETHER * _HANDFULS]
    n_hands = min(_HANDFULS, max(len(with_own) // 2, 1))
    for first in range(n_hands):
        handful = with_own[first::n_hands]
        weight = sum(each.weight for each in handful)
        terms = [each.group.own[0] for each in handful]
        for passage in index.passages_with(terms, how="AND"):
            scores[passage] += weight
    return scores


def gather(
    index: PassageIndex, groups: Sequence[Weighed], *, n_postings: int, synonym: float
) -> dict[int, float]:
    """Passages with the weight of what they hold of some groups: by the shortest lists."""
    scores: defaultdict[int, float] = defaultdict(float)
    for each in _affordable(groups, n_postings=n_postings):
        own = index.passages_with(each.group.own, how="OR")
        for passage in own:
            scores[passage] += each.weight
        for passage in set(index.passages_with(each.group.akin, how="OR")).difference(own):
            scores[passage] += each.weight * synonym
    return scores


def _affordable(groups: Sequence[Weighed], *, n_postings: int) -> list[Weighed]:
    """The groups with those of their lists that can be read; the shortest always is."""
    lists = sorted(
        (n, number, kind)
        for number, each in enumerate(groups)
        for n, kind in ((each.n_own, "own"), (each.n_akin, "akin"))
        if n
    )
    read: defaultdict[int, set[str]] = defaultdict(set)
    total = 0
    for n, number, kind in lists:
        total += n
        if read and total > n_postings:
            break
        read[number].add(kind)
    return [
        groups[number]._replace(
            group=Group(
                groups[number].group.own if "own" in kinds else (),
                groups[number].group.akin if "akin" in kinds else (),
            )
        )
        for number, kinds in sorted(read.items())
    ]


def candidates(
    index: PassageIndex, scores: Mapping[int, float], *, n: int, widest_tie: int
) -> list[Candidate]:
    """The passages to look at: the `n` heaviest, and all that tie with the last of them.

    A tie so wide that it says nothing is left out, so that the order of import, which is the
    order of the passages, decides nothing; unless there is nothing else.
    """
    if not scores:
        return []
    least = nlargest(n, scores.values())[-1]
    kept = [passage for passage, score in scores.items() if score >= least]
    if len(kept) > max(n, widest_tie):
        kept = [passage for passage in kept if scores[passage] > least] or kept
    return [
        Candidate(place, passage, keys, scores[passage.id])
        for passage, place, keys in index.passages(kept)
    ]


def best_places(found: Sequence[Candidate]) -> list[Place]:
    """Each statement once, at its best passage, best first; ties by day, then id."""
    return list(dict.fromkeys(each.place for each in ordered(found)))


def ordered(found: Sequence[Candidate]) -> list[Candidate]:
    """Candidates, best first; ties by day, then id."""
    return sorted(found, key=lambda each: (-each.score, each.place.tie(), each.passage.start))
