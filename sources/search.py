"""Search: a text in, statements out, by words and by meaning.

First every statement that holds the words without a gap, however common they are, so that not
finding them is certain: where there is one, it settles the search. Then the passages that share
runs of the words, ordered by how alike the words run: where one runs nearly the same, that settles
it too. Else the passages that share the rarest words, and also by meaning: those that share the
rarest stems or their synonyms, fused by rank. In a large store those with the nearest vectors come
in too, and the scores of all three are summed. Everything that could depend on the order of import
is settled by day, then id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from pydantic import Field
from rapidfuzz import fuzz

from claims.models import Model
from sources.families import akin
from sources.gather import (
    Candidate,
    Group,
    Weighed,
    best_places,
    candidates,
    gather,
    gather_runs,
    gather_together,
    ordered,
    weighed,
    weighed_prints,
)
from sources.interface import PassageIndex, Place
from sources.models import Route
from sources.stems import stem
from sources.terms import PASSAGE_STEP, PASSAGE_WORDS, index_keys, topic_term
from sources.vectors import load_vectors

_RAREST = 4  # prints and stems looked up together for words without a gap; the keys tell the rest


class SearchSettings(Model):
    """How wide a search looks before it orders what it found.

    Source: the values with the best share of wanted statements among the first 20, on the
            claim and debate sets named in `evaluation`; none matters by more than a point. The
            bounds for large stores: docs/performance.md.
    """

    n_stems: int = Field(default=24, ge=1, description="rarest stems of a text looked up")
    n_postings: int = Field(
        default=30_000, ge=0, description="passages read at most, beyond the shortest list"
    )
    n_candidates: int = Field(default=100, ge=1, description="passages of each route put in order")
    n_runs: int = Field(
        default=500, ge=1, description="passages of two runs of words read; more say nothing"
    )
    n_compared: int = Field(
        default=20, ge=1, description="passages whose words are laid beside those of the text"
    )
    widest_tie: int = Field(
        default=300, ge=1, description="passages of equal weight looked at; more say nothing"
    )
    synonym: float = Field(default=0.5, ge=0, le=1, description="weight of a synonym")
    settled: float = Field(
        default=0.85, ge=0, le=1, description="likeness of the words that needs no other meaning"
    )
    near: float = Field(
        default=0.6, ge=0, le=1, description="likeness of what is given beside what settles"
    )
    fusion: int = Field(
        default=5, ge=0, description="reciprocal rank fusion: the smaller, the more the top counts"
    )
    n_nearest: int = Field(
        default=400, ge=0, description="passages of which the nearest vectors are computed"
    )
    weights: tuple[float, float, float] = Field(
        default=(2.0, 1.0, 3.0), description="of words, meaning and vectors, where these are asked"
    )


DEFAULT = SearchSettings.model_construct()


class Found(NamedTuple):
    """A statement with its score, 0..1, and the routes that led to it."""

    place: Place
    score: float
    routes: tuple[Route, ...]


def search(
    index: PassageIndex,
    text: str,
    *,
    limit: int,
    all_routes: bool = False,
    settings: SearchSettings = DEFAULT,
) -> tuple[Found, ...]:
    """Statements that may be what a text quotes or says in other words, best first.

    Those that hold the words without a gap come first, the shortest of them leading; with
    `all_routes` they do not end the search.
    """
    keys = index_keys(text)
    if not keys:
        return ()
    stems = dict.fromkeys(map(stem, keys))
    words = weighed(index, [Group((own,)) for own in stems])
    verbatim = _holding(index, keys, words, order="shortest", limit=limit)
    if verbatim and not all_routes:
        return tuple(Found(place, 1.0, ("words",)) for place in verbatim)
    n = settings.n_compared
    runs = gather_runs(index, keys, words, most=settings.n_runs)
    near = _by_words(keys, words, candidates(index, runs, n=n, widest_tie=n), settings=settings)
    if near and max(each.likeness for each in near) >= settings.settled and not all_routes:
        places = best_places([each for each in near if each.likeness >= settings.near])
        return tuple(_fuse(words=places, settings=settings).values())[:limit]
    groups = weighed(index, _groups(keys, terms_of=lambda own: (own,)))[: settings.n_stems]
    scores = gather(index, groups, n_postings=settings.n_postings, synonym=settings.synonym)
    for passage, weight in (*gather_together(index, words).items(), *runs.items()):
        scores[passage] = max(weight, scores.get(passage, 0.0))
    found = candidates(index, scores, n=settings.n_candidates, widest_tie=settings.widest_tie)
    nearest = index.nearest(keys, n=settings.n_nearest)
    others = _by_vectors(keys, _others(index, nearest, found))
    found += [each._replace(score=0.0) for each in ordered(others)[: settings.n_candidates]]
    alike = _by_words(keys, words, found, settings=settings)
    meant = _by_meaning(found, groups, settings=settings)
    if nearest:
        known = len(words) / len(stems)
        fused = _sum(alike, meant, _by_vectors(keys, found), known=known, settings=settings)
    else:
        fused = _fuse(words=best_places(alike), meaning=best_places(meant), settings=settings)
    leading = [
        fused.pop(place, Found(place, 1.0, ("words",)))._replace(score=1.0) for place in verbatim
    ]
    return (*leading, *sorted(fused.values(), key=_order))[:limit]


def topic(
    index: PassageIndex, text: str, *, limit: int, settings: SearchSettings = DEFAULT
) -> tuple[Found, ...]:
    """Statements about something: by stems, synonyms and the topics they were filed under."""
    keys = index_keys(text)
    groups = weighed(index, _groups(keys, terms_of=lambda own: (own, topic_term(own))))
    scores = gather(
        index,
        groups[: settings.n_stems],
        n_postings=settings.n_postings,
        synonym=settings.synonym,
    )
    found = candidates(index, scores, n=settings.n_candidates, widest_tie=settings.widest_tie)
    places = best_places([each._replace(score=each.score / _length(each)) for each in found])
    return tuple(_fuse(meaning=places, settings=settings).values())[:limit]


def find_short(
    index: PassageIndex, keys: Sequence[str], *, around: date | None, limit: int
) -> tuple[int, int, tuple[Found, ...]]:
    """Where a few keys stand one after the other: statements, utterances, the first of them."""
    wanted = [key for key in keys if key.isalnum()]
    if not wanted:
        return 0, 0, ()
    words = weighed(index, [Group((own,)) for own in dict.fromkeys(map(stem, wanted))])
    places = _holding(index, wanted, words, order="nearest", around=around, limit=limit)
    if not places:
        return 0, 0, ()
    n_statements, n_utterances = index.count_holding(wanted, terms=_together(wanted, words))
    return n_statements, n_utterances, tuple(Found(place, 1.0, ("words",)) for place in places)


def _holding(
    index: PassageIndex,
    keys: Sequence[str],
    words: Sequence[Weighed],
    *,
    order: Literal["shortest", "nearest"],
    limit: int,
    around: date | None = None,
) -> list[Place]:
    """Statements that hold the keys without a gap; none where one of the words stands nowhere."""
    if len(words) < len(set(map(stem, keys))):
        return []
    terms = _together(keys, words)
    return index.holding(keys, terms=terms, order=order, around=around, limit=limit)


def _together(keys: Sequence[str], words: Sequence[Weighed]) -> list[str]:
    """What must share a passage: the rarest prints and stems of a text, of a long one's start."""
    start = keys[:PASSAGE_STEP]
    marks = [mark for *_, mark in sorted(weighed_prints(start, words), reverse=True)]
    held = set(map(stem, start))
    stems = [each.group.own[0] for each in words if each.group.own[0] in held]
    return [*marks[: _RAREST - 1], *stems][:_RAREST]


def _by_words(
    keys: tuple[str, ...],
    words: Sequence[Weighed],
    found: Sequence[Candidate],
    *,
    settings: SearchSettings,
) -> list[Candidate]:
    """Candidates ordered by the words they share and by how alike all run."""
    of_stems = {each.group.own[0]: each.weight for each in words}
    weights = {key: of_stems.get(stem(key), 0.0) for key in set(keys)}
    total = sum(weights.values()) or 1.0
    shared = []
    for each in found:
        share = sum(map(weights.__getitem__, sorted(weights.keys() & set(each.keys)))) / total
        if share:
            shared.append(each._replace(score=share / 2))
    shared.sort(key=lambda each: (-each.score, each.place.tie(), each.passage.start))
    for at, each in enumerate(shared[: settings.n_compared]):
        likeness = _alikeness(keys, each.keys)
        shared[at] = each._replace(score=each.score + likeness / 2, likeness=likeness)
    return shared


def _alikeness(wanted: Sequence[str], words: Sequence[str]) -> float:
    """How alike two runs of keys are, 0..1; a short passage cannot answer a long text.

    Words that were dropped, or pieces that changed places, leave most pairs of neighbours.
    """
    if len(words) < len(wanted):
        return fuzz.ratio(wanted, words) / 100
    pairs = set(pairwise(wanted))
    held = pairs.intersection(pairwise(words))
    in_pieces = len(held) / len(pairs) if pairs else 0.0
    return max(in_pieces, fuzz.partial_ratio(wanted, words) / 100)


def _by_meaning(
    candidates: Sequence[Candidate], groups: Sequence[Weighed], *, settings: SearchSettings
) -> list[Candidate]:
    """Candidates by the stems and synonyms they hold; long passages weigh less."""
    found = []
    for each in candidates:
        held = set(map(stem, each.keys))
        score = 0.0
        for one in groups:
            if not held.isdisjoint(one.group.own):
                score += one.weight
            elif not held.isdisjoint(one.group.akin):
                score += one.weight * settings.synonym
        found.append(each._replace(score=score / _length(each)))
    return found


def _others(index: PassageIndex, ids: Sequence[int], found: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of the passages that are not among those found."""
    known = {each.passage.id for each in found}
    others = [passage for passage in ids if passage not in known]
    return [Candidate(place, passage, keys, 0.0) for passage, place, keys in index.passages(others)]


def _by_vectors(keys: tuple[str, ...], found: Sequence[Candidate]) -> list[Candidate]:
    """Candidates by how alike their vectors are to the text's."""
    if not found:
        return []
    likeness = load_vectors().likeness(keys, [each.keys for each in found])
    scored = zip(found, likeness, strict=True)
    return [each._replace(score=score) for each, score in scored if score > 0]


def _groups(keys: Sequence[str], *, terms_of: Callable[[str], tuple[str, ...]]) -> list[Group]:
    return [
        Group(terms_of(own), tuple(term for other in others for term in terms_of(other)))
        for own, others in akin(keys).items()
    ]


def _length(candidate: Candidate) -> float:
    passage = candidate.passage
    return 1 + (passage.end - passage.start) / PASSAGE_WORDS


def _fuse(
    *,
    words: Sequence[Place] = (),
    meaning: Sequence[Place] = (),
    settings: SearchSettings,
) -> dict[Place, Found]:
    """Reciprocal rank fusion, so that neither route's scale matters."""
    fused: dict[Place, Found] = {}
    routes: tuple[tuple[Route, Sequence[Place]], ...] = (("words", words), ("meaning", meaning))
    constant = settings.fusion
    for route, places in routes:
        for rank, place in enumerate(places, start=1):
            so_far = fused.get(place, Found(place, 0.0, ()))
            share = (constant + 1) / (constant + rank) / len(routes)
            fused[place] = Found(place, so_far.score + share, (*so_far.routes, route))
    return fused


def _sum(
    words: Sequence[Candidate],
    meaning: Sequence[Candidate],
    vectors: Sequence[Candidate],
    *,
    known: float,
    settings: SearchSettings,
) -> dict[Place, Found]:
    """Weighted sum of each statement's best scores; those by meaning as shares of the highest.

    Shape: of a text whose words stand nowhere, words say little: `known` is the share that do.
    """
    fused: dict[Place, Found] = {}
    highest = max((each.score for each in meaning), default=0.0) or 1.0
    routes: tuple[tuple[Route, Sequence[Candidate], float], ...] = (
        ("words", words, known),
        ("meaning", meaning, known / highest),
        ("vectors", vectors, 1.0),
    )
    for (route, found, scale), weight in zip(routes, settings.weights, strict=True):
        best: dict[Place, float] = {}
        for each in found:
            best[each.place] = max(each.score, best.get(each.place, 0.0))
        for place, score in best.items():
            so_far = fused.get(place, Found(place, 0.0, ()))
            share = weight * score * scale / sum(settings.weights)
            fused[place] = Found(place, so_far.score + share, (*so_far.routes, route))
    return fused


def _order(found: Found) -> tuple[float, tuple[str, str]]:
    return -found.score, found.place.tie()
