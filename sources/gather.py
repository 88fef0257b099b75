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

from sources.index import Index, Passage, Place

_TOGETHER = 3
"""Words that are looked up together, and how many such handfuls: an edit spoils one of them."""
_ENOUGH = 3
"""Lists read, from which no handfuls are needed."""


class Group(NamedTuple):
    """Terms of which one is enough: a word's own, and those of words akin to it."""

    own: tuple[str, ...]
    akin: tuple[str, ...] = ()


class Weighed(NamedTuple):
    """A group of terms that stand in so many passages: the rarer, the heavier."""

    n: int
    group: Group
    weight: float


class Candidate(NamedTuple):
    """A passage to look at, with its keys."""

    place: Place
    passage: Passage
    keys: tuple[str, ...]
    score: float


def weighed(index: Index, groups: Sequence[Group]) -> list[Weighed]:
    """The groups that stand anywhere, rarest first; terms that stand nowhere are left out."""
    counts = index.counts(
        dict.fromkeys(term for group in groups for terms in group for term in terms)
    )
    n_passages = index.n_passages()
    found = []
    for group in groups:
        held = Group(*(tuple(term for term in terms if term in counts) for terms in group))
        n = sum(counts[term] for terms in held for term in terms)
        if n:
            found.append(Weighed(n, held, log(1 + n_passages / n)))
    return sorted(found)


def gather(
    index: Index, groups: Sequence[Weighed], *, n_postings: int, synonym: float
) -> dict[int, float]:
    """Passages with the weight of what they hold of some groups, given rarest first."""
    scores: defaultdict[int, float] = defaultdict(float)
    total = n_read = 0
    for n, group, weight in groups:
        total += n
        if total > n_postings:
            break
        n_read += 1
        _read(index, group, weight=weight, synonym=synonym, into=scores)
    if n_read < min(_ENOUGH, len(groups)):
        rest = groups[n_read:] if n_read else groups
        for handful in _handfuls(rest):
            terms = [term for each in handful for term in each.group.own[:1]]
            weight = sum(each.weight for each in handful)
            for passage in index.passages_with(terms, how="AND"):
                scores[passage] += weight
    if not scores and groups:  # nothing but words that stand everywhere
        _read(index, groups[0].group, weight=groups[0].weight, synonym=synonym, into=scores)
    return scores


def _read(
    index: Index, group: Group, *, weight: float, synonym: float, into: defaultdict[int, float]
) -> None:
    own = index.passages_with(group.own, how="OR")
    for passage in own:
        into[passage] += weight
    for passage in set(index.passages_with(group.akin, how="OR")).difference(own):
        into[passage] += weight * synonym


def _handfuls(groups: Sequence[Weighed]) -> list[Sequence[Weighed]]:
    """The rarest groups that have a word of their own, dealt out so that each holds rare ones."""
    with_own = [each for each in groups if each.group.own][: _TOGETHER * _TOGETHER]
    n_hands = min(_TOGETHER, max(len(with_own) // 2, 1))
    return [with_own[first::n_hands] for first in range(n_hands) if with_own[first::n_hands]]


def candidates(
    index: Index, scores: Mapping[int, float], *, n: int, widest_tie: int
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
    ordered = sorted(found, key=lambda each: (-each.score, each.place.tie(), each.passage.start))
    return list(dict.fromkeys(each.place for each in ordered))
