"""Search: a text in, statements out, by words and by meaning.

By words: the statements that hold the words without a gap, then the passages that share its
rarest words, ordered by how alike the words run. By meaning: the passages that share its
rarest stems or their synonyms. The two lists are fused by rank, and everything that could
depend on the order of import is settled by day, then id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import nlargest
from math import log
from typing import NamedTuple

from pydantic import Field
from rapidfuzz import fuzz

from claims import forms
from claims.models import Model
from claims.words import keys as keys_of
from sources.index import PASSAGE_WORDS, Index, Passage, Place, stem_term, stretch, topic_term
from sources.models import Route
from sources.record import EVERYTHING, Filter
from sources.stems import stem

Synonyms = Mapping[str, tuple[str, ...]]
SYNONYMS: Synonyms = getattr(forms, "SYNONYMS", {})


class SearchSettings(Model):
    """How wide a search looks before it orders what it found."""

    n_words: int = Field(default=8, ge=1, le=64, description="rarest words looked up")
    n_stems: int = Field(default=12, ge=1, le=64, description="rarest stems looked up")
    n_postings: int = Field(
        default=20_000,
        ge=100,
        description="passages read for one text after its two rarest terms; bounds the time",
    )
    n_candidates: int = Field(
        default=60, ge=1, description="passages of each route that are put in order"
    )
    fusion: int = Field(default=60, ge=1, description="constant of reciprocal rank fusion")


DEFAULT = SearchSettings.model_construct()


class Found(NamedTuple):
    """A statement with its score, 0..1, and the routes that led to it."""

    place: Place
    score: float
    routes: tuple[Route, ...]


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
    synonyms: Synonyms = SYNONYMS,
    settings: SearchSettings = DEFAULT,
) -> tuple[Found, ...]:
    """Statements that may be what a text quotes or says in other words, best first.

    Those that hold the words without a gap come first, the shortest of them leading.
    """
    keys = keys_of(text)
    if not keys:
        return ()
    verbatim = index.holding(stretch(keys), chosen=chosen, order="shortest", limit=limit)
    words = _by_words(index, keys, chosen=chosen, settings=settings)
    meaning = _by_meaning(
        index, keys, chosen=chosen, synonyms=synonyms, settings=settings, topics=False
    )
    fused = _fuse(
        words=list(dict.fromkeys([*verbatim, *words])), meaning=meaning, constant=settings.fusion
    )
    leading = [fused.pop(place) for place in verbatim]
    return (*leading, *sorted(fused.values(), key=_order))[:limit]


def topic(
    index: Index,
    text: str,
    *,
    limit: int,
    chosen: Filter = EVERYTHING,
    synonyms: Synonyms = SYNONYMS,
    settings: SearchSettings = DEFAULT,
) -> tuple[Found, ...]:
    """Statements about something: by stems, synonyms and the topics they were filed under."""
    meaning = _by_meaning(
        index, keys_of(text), chosen=chosen, synonyms=synonyms, settings=settings, topics=True
    )
    return tuple(_fuse(words=[], meaning=meaning, constant=settings.fusion).values())[:limit]


def find_short(
    index: Index, keys: Sequence[str], *, chosen: Filter, around: date | None, limit: int
) -> tuple[int, int, tuple[Found, ...]]:
    """Where a few keys stand one after the other: statements, utterances, the first of them."""
    if not keys:
        return 0, 0, ()
    words = stretch(keys)
    places = index.holding(words, chosen=chosen, order="nearest", around=around, limit=limit)
    n_statements, n_utterances = index.count_holding(words, chosen=chosen)
    return n_statements, n_utterances, tuple(Found(place, 1.0, ("words",)) for place in places)


def _by_words(
    index: Index, keys: tuple[str, ...], *, chosen: Filter, settings: SearchSettings
) -> list[Place]:
    """Candidates by the rarest words, ordered by how alike their words run."""
    candidates = _candidates(
        index,
        [(key,) for key in dict.fromkeys(keys)],
        n_groups=settings.n_words,
        chosen=chosen,
        settings=settings,
    )
    wanted = " ".join(keys)
    scored = []
    for candidate in candidates:
        passage = candidate.passage
        words = index.keys(passage.statement)[passage.start : passage.end]
        scored.append(candidate._replace(score=_alikeness(wanted, " ".join(words))))
    return _best_places(scored)


def _alikeness(wanted: str, words: str) -> float:
    """How alike two runs of keys are, 0..1; a short passage cannot answer a long text."""
    if len(words) < len(wanted):
        return fuzz.ratio(wanted, words) / 100
    return fuzz.partial_ratio(wanted, words) / 100


def _by_meaning(
    index: Index,
    keys: tuple[str, ...],
    *,
    chosen: Filter,
    synonyms: Synonyms,
    settings: SearchSettings,
    topics: bool,
) -> list[Place]:
    """Candidates by the rarest stems and their synonyms; long passages weigh less."""
    groups = []
    for key in dict.fromkeys(keys):
        family = dict.fromkeys((key, *synonyms.get(key, ()), *synonyms.get(stem(key), ())))
        terms = [stem_term(member) for member in family]
        if topics:
            terms += [topic_term(member) for member in family]
        groups.append(tuple(dict.fromkeys(terms)))
    candidates = _candidates(
        index,
        list(dict.fromkeys(groups)),
        n_groups=settings.n_stems,
        chosen=chosen,
        settings=settings,
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
    groups: Sequence[tuple[str, ...]],
    *,
    n_groups: int,
    chosen: Filter,
    settings: SearchSettings,
) -> list[_Candidate]:
    """The passages that hold most of the rarest groups; one of a group's terms is enough.

    Passages that tie at the cut are chosen by day and id.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    for weight, terms in _rarest(index, groups, n_groups=n_groups, n_postings=settings.n_postings):
        for passage_id in index.passages_with(terms, chosen=chosen):
            scores[passage_id] += weight
    best = nlargest(settings.n_candidates, scores.values())
    candidates = []
    for passage_id in [p for p, score in scores.items() if best and score >= best[-1]]:
        passage, place = index.passage(passage_id)
        candidates.append(_Candidate(place, passage, scores[passage_id]))
    candidates.sort(key=lambda c: (-c.score, c.place.tie(), c.passage.start))
    return candidates[: settings.n_candidates]


def _rarest(
    index: Index, groups: Sequence[tuple[str, ...]], *, n_groups: int, n_postings: int
) -> list[tuple[float, tuple[str, ...]]]:
    """The groups to look up, each with its weight: the rarer, the heavier."""
    counts = index.counts(term for terms in groups for term in terms)
    n_passages = index.n_passages()
    counted = sorted((sum(counts.get(term, 0) for term in terms), terms) for terms in groups)
    chosen: list[tuple[float, tuple[str, ...]]] = []
    total = 0
    for n, terms in counted:
        total += n
        if len(chosen) == n_groups or (len(chosen) >= 2 and total > n_postings):
            break
        if n:
            held = tuple(term for term in terms if term in counts)
            chosen.append((log(1 + n_passages / n), held))
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


def _order(found: Found) -> tuple[float, tuple[str, str]]:
    return -found.score, found.place.tie()
