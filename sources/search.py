"""Search: a text in, statements out, by words and by meaning.

By words: every statement that holds the words without a gap, however common they are, so that
not finding them is certain; then the passages that share the rarest words, ordered by how alike
the words run. By meaning: the passages that share the rarest stems or their synonyms. The two
lists are fused by rank, and everything that could depend on the order of import is settled by
day, then id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from heapq import nlargest
from math import log
from typing import NamedTuple

from pydantic import Field
from rapidfuzz import fuzz

from claims.models import Model
from sources.families import akin
from sources.index import (
    PASSAGE_WORDS,
    Index,
    Passage,
    Place,
    index_keys,
    stem_term,
    stretch,
    topic_term,
)
from sources.models import Route
from sources.record import EVERYTHING, Filter

_ALWAYS = 2  # terms looked up however common they are: a text of common words has no others


class SearchSettings(Model):
    """How wide a search looks before it orders what it found.

    Source: the values with the best share of wanted statements among the first 20, on the
            claim and debate sets named in `evaluation`; none matters by more than a point.
    """

    n_words: int = Field(default=16, ge=1, description="rarest words of a text looked up")
    n_stems: int = Field(default=24, ge=1, description="rarest stems of a text looked up")
    n_postings: int = Field(
        default=10_000,
        ge=0,
        description="passages read for each route, beyond the two rarest terms: bounds the time",
    )
    n_candidates: int = Field(default=60, ge=1, description="passages of each route put in order")
    widest_tie: int = Field(
        default=1000, ge=1, description="passages of equal weight looked at; more say nothing"
    )
    synonym: float = Field(default=0.5, ge=0, le=1, description="weight of a synonym")
    fusion: int = Field(
        default=5, ge=0, description="reciprocal rank fusion: the smaller, the more the top counts"
    )


DEFAULT = SearchSettings.model_construct()


class Found(NamedTuple):
    """A statement with its score, 0..1, and the routes that led to it."""

    place: Place
    score: float
    routes: tuple[Route, ...]


class _Group(NamedTuple):
    """Terms of which one is enough: a word's own, and those of words akin to it."""

    own: tuple[str, ...]
    akin: tuple[str, ...] = ()


class _Candidate(NamedTuple):
    place: Place
    passage: Passage
    score: float


def search(
    index: Index,
    text: str,
    *,
    limit: int,
    chosen: Filter = EVERYTHING,
    settings: SearchSettings = DEFAULT,
) -> tuple[Found, ...]:
    """Statements that may be what a text quotes or says in other words, best first.

    Those that hold the words without a gap come first, the shortest of them leading.
    """
    keys = index_keys(text)
    if not keys:
        return ()
    verbatim = index.holding(stretch(keys), chosen=chosen, order="shortest", limit=limit)
    fused = _fuse(
        words=list(
            dict.fromkeys([*verbatim, *_by_words(index, keys, chosen=chosen, settings=settings)])
        ),
        meaning=_by_meaning(index, keys, chosen=chosen, settings=settings, terms_of=_stem_terms),
        constant=settings.fusion,
    )
    leading = [fused.pop(place)._replace(score=1.0) for place in verbatim]
    return (*leading, *sorted(fused.values(), key=_order))[:limit]


def topic(
    index: Index,
    text: str,
    *,
    limit: int,
    chosen: Filter = EVERYTHING,
    settings: SearchSettings = DEFAULT,
) -> tuple[Found, ...]:
    """Statements about something: by stems, synonyms and the topics they were filed under."""
    keys = index_keys(text)
    meaning = _by_meaning(index, keys, chosen=chosen, settings=settings, terms_of=_topic_terms)
    return tuple(_fuse(words=[], meaning=meaning, constant=settings.fusion).values())[:limit]


def find_short(
    index: Index, keys: Sequence[str], *, chosen: Filter, around: date | None, limit: int
) -> tuple[int, int, tuple[Found, ...]]:
    """Where a few keys stand one after the other: statements, utterances, the first of them."""
    wanted = [key for key in keys if key.isalnum()]
    if not wanted:
        return 0, 0, ()
    words = stretch(wanted)
    places = index.holding(words, chosen=chosen, order="nearest", around=around, limit=limit)
    n_statements, n_utterances = index.count_holding(words, chosen=chosen)
    return n_statements, n_utterances, tuple(Found(place, 1.0, ("words",)) for place in places)


def _by_words(
    index: Index, keys: tuple[str, ...], *, chosen: Filter, settings: SearchSettings
) -> list[Place]:
    """Candidates by the rarest words, ordered by those words and by how alike all run."""
    candidates = _candidates(
        index,
        [_Group((key,)) for key in dict.fromkeys(keys)],
        n_groups=settings.n_words,
        chosen=chosen,
        settings=settings,
    )
    scored = []
    for candidate in candidates:
        passage = candidate.passage
        words = index.keys(passage.statement)[passage.start : passage.end]
        share = candidate.score / candidates[0].score
        scored.append(candidate._replace(score=(share + _alikeness(keys, words)) / 2))
    return _best_places(scored)


def _alikeness(wanted: Sequence[str], words: Sequence[str]) -> float:
    """How alike two runs of keys are, 0..1; a short passage cannot answer a long text."""
    if len(words) < len(wanted):
        return fuzz.ratio(wanted, words) / 100
    return fuzz.partial_ratio(wanted, words) / 100


def _by_meaning(
    index: Index,
    keys: tuple[str, ...],
    *,
    chosen: Filter,
    settings: SearchSettings,
    terms_of: Callable[[str], tuple[str, ...]],
) -> list[Place]:
    """Candidates by the rarest stems and their synonyms; long passages weigh less."""
    groups = [
        _Group(terms_of(own), tuple(term for other in others for term in terms_of(other)))
        for own, others in akin(keys).items()
    ]
    candidates = _candidates(
        index, groups, n_groups=settings.n_stems, chosen=chosen, settings=settings
    )
    return _best_places(
        [
            candidate._replace(score=candidate.score / _weight_of_length(candidate.passage))
            for candidate in candidates
        ]
    )


def _weight_of_length(passage: Passage) -> float:
    return 1 + (passage.end - passage.start) / PASSAGE_WORDS


def _candidates(
    index: Index,
    groups: Sequence[_Group],
    *,
    n_groups: int,
    chosen: Filter,
    settings: SearchSettings,
) -> list[_Candidate]:
    """The passages that hold most of the rarest groups, heaviest first."""
    scores: defaultdict[int, float] = defaultdict(float)
    for weight, group in _rarest(index, groups, n_groups=n_groups, n_postings=settings.n_postings):
        own = index.passages_with(group.own, chosen=chosen)
        for passage_id in own:
            scores[passage_id] += weight
        for passage_id in set(index.passages_with(group.akin, chosen=chosen)).difference(own):
            scores[passage_id] += weight * settings.synonym
    kept = _heaviest(scores, n=settings.n_candidates, widest_tie=settings.widest_tie)
    candidates = [
        _Candidate(place, passage, scores[passage.id]) for passage, place in index.passages(kept)
    ]
    candidates.sort(key=lambda c: (-c.score, c.place.tie(), c.passage.start))
    return candidates[: settings.n_candidates]


def _heaviest(scores: Mapping[int, float], *, n: int, widest_tie: int) -> list[int]:
    """The passages to look at: the `n` heaviest, and all that tie with the last of them.

    A tie so wide that it says nothing is left out, so that the order of import, which is the
    order of the passages, decides nothing; unless there is nothing else.
    """
    best = nlargest(n, scores.values())
    kept = [passage_id for passage_id, score in scores.items() if score >= best[-1]]
    if len(kept) > widest_tie:
        return [passage_id for passage_id in kept if scores[passage_id] > best[-1]] or kept
    return kept


def _rarest(
    index: Index, groups: Sequence[_Group], *, n_groups: int, n_postings: int
) -> list[tuple[float, _Group]]:
    """The groups to look up, each with its weight: the rarer, the heavier.

    Terms that stand nowhere are left out, and groups that have none left.
    """
    counts = index.counts(term for group in groups for term in (*group.own, *group.akin))
    n_passages = index.n_passages()
    counted = []
    for group in groups:
        held = _Group(*(tuple(term for term in terms if term in counts) for terms in group))
        n = sum(counts[term] for terms in held for term in terms)
        if n:
            counted.append((n, held))
    chosen: list[tuple[float, _Group]] = []
    total = 0
    for n, group in sorted(counted):
        total += n
        if len(chosen) == n_groups or (len(chosen) >= _ALWAYS and total > n_postings):
            break
        chosen.append((log(1 + n_passages / n), group))
    return chosen


def _best_places(candidates: Iterable[_Candidate]) -> list[Place]:
    """Each statement once, at its best passage, best first."""
    ordered = sorted(candidates, key=lambda c: (-c.score, c.place.tie()))
    return list(dict.fromkeys(candidate.place for candidate in ordered))


def _fuse(*, words: list[Place], meaning: list[Place], constant: int) -> dict[Place, Found]:
    """Reciprocal rank fusion, so that neither route's scale matters."""
    fused: dict[Place, Found] = {}
    routes: tuple[tuple[Route, list[Place]], ...] = (("words", words), ("meaning", meaning))
    for route, places in routes:
        for rank, place in enumerate(places, start=1):
            so_far = fused.get(place, Found(place, 0.0, ()))
            share = (constant + 1) / (constant + rank) / len(routes)
            fused[place] = Found(place, so_far.score + share, (*so_far.routes, route))
    return fused


def _stem_terms(own: str) -> tuple[str, ...]:
    return (stem_term(own),)


def _topic_terms(own: str) -> tuple[str, ...]:
    return stem_term(own), topic_term(own)


def _order(found: Found) -> tuple[float, tuple[str, str]]:
    return -found.score, found.place.tie()
