"""Search: a text in, statements out, by words and by meaning.

First every statement that holds the words without a gap, however common they are, so that not
finding them is certain: where there is one, it settles the search. Then the passages that share
the rarest words, ordered by how alike the words run: where one runs nearly the same, that settles
it too. Else also by meaning: the passages that share the rarest stems or their synonyms, the two
lists fused by rank. Everything that could depend on the order of import is settled by day, then id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field
from rapidfuzz import fuzz

from claims.models import Model
from sources.families import akin
from sources.gather import Candidate, Group, Weighed, best_places, candidates, gather, weighed
from sources.index import Index, Place
from sources.models import Route
from sources.stems import stem
from sources.terms import PASSAGE_STEP, PASSAGE_WORDS, index_keys, topic_term

_RAREST = 4  # stems looked up together for words without a gap; the keys tell the rest


class SearchSettings(Model):
    """How wide a search looks before it orders what it found.

    Source: the values with the best share of wanted statements among the first 20, on the
            claim and debate sets named in `evaluation`; none matters by more than a point. The
            bounds for large stores by `benchmarks/scale.py`.
    """

    n_words: int = Field(default=16, ge=1, description="rarest words of a text looked up")
    n_stems: int = Field(default=24, ge=1, description="rarest stems of a text looked up")
    n_near: int = Field(
        default=4000, ge=0, description="passages read at most to find the words a little edited"
    )
    n_postings: int = Field(
        default=10_000, ge=0, description="passages read at most to find the meaning"
    )
    n_candidates: int = Field(default=60, ge=1, description="passages of each route put in order")
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
    n_settled: int = Field(default=6, ge=1, description="statements given where the words settle")
    fusion: int = Field(
        default=5, ge=0, description="reciprocal rank fusion: the smaller, the more the top counts"
    )


DEFAULT = SearchSettings.model_construct()


class Found(NamedTuple):
    """A statement with its score, 0..1, and the routes that led to it."""

    place: Place
    score: float
    routes: tuple[Route, ...]


def search(
    index: Index,
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
    words = weighed(index, [Group((own,)) for own in dict.fromkeys(map(stem, keys))])
    verbatim = _holding(index, keys, words, order="shortest", limit=limit)
    if verbatim and not all_routes:
        return tuple(Found(place, 1.0, ("words",)) for place in verbatim)
    alike, likeness = _by_words(index, keys, words, settings=settings)
    if likeness >= settings.settled and not all_routes:
        found = _fuse(words=alike[: settings.n_settled], meaning=[], constant=settings.fusion)
        return tuple(found.values())[:limit]
    fused = _fuse(
        words=list(dict.fromkeys([*verbatim, *alike])),
        meaning=_by_meaning(index, keys, settings=settings),
        constant=settings.fusion,
    )
    leading = [fused.pop(place)._replace(score=1.0) for place in verbatim]
    return (*leading, *sorted(fused.values(), key=_order))[:limit]


def topic(
    index: Index, text: str, *, limit: int, settings: SearchSettings = DEFAULT
) -> tuple[Found, ...]:
    """Statements about something: by stems, synonyms and the topics they were filed under."""
    keys = index_keys(text)
    groups = weighed(index, _groups(keys, terms_of=lambda own: (own, topic_term(own))))
    found = _candidates(index, groups[: settings.n_stems], settings=settings)
    places = best_places([each._replace(score=each.score / _length(each)) for each in found])
    return tuple(_fuse(words=[], meaning=places, constant=settings.fusion).values())[:limit]


def find_short(
    index: Index, keys: Sequence[str], *, around: date | None, limit: int
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
    index: Index,
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
    """The rarest stems that must share a passage; of a long text those of its start."""
    start = set(map(stem, keys[:PASSAGE_STEP]))
    return [each.group.own[0] for each in words if each.group.own[0] in start][:_RAREST]


def _by_words(
    index: Index, keys: tuple[str, ...], words: Sequence[Weighed], *, settings: SearchSettings
) -> tuple[list[Place], float]:
    """Candidates by the rarest words, ordered by those words and by how alike all run.

    Shape: also the likeness of the most alike, 0..1.
    """
    scores = gather(
        index, words[: settings.n_words], n_postings=settings.n_near, synonym=settings.synonym
    )
    of_stems = {each.group.own[0]: each.weight for each in words}
    weights = {key: of_stems.get(stem(key), 0.0) for key in set(keys)}
    total = sum(weights.values()) or 1.0
    found = []
    for each in candidates(index, scores, n=settings.n_candidates, widest_tie=settings.widest_tie):
        shared = sum(weights[key] for key in weights.keys() & set(each.keys)) / total
        if shared:
            found.append(each._replace(score=shared))
    found.sort(key=lambda each: (-each.score, each.place.tie(), each.passage.start))
    likeness = 0.0
    for at, each in enumerate(found[: settings.n_compared]):
        alike = _alikeness(keys, each.keys)
        likeness = max(likeness, alike)
        found[at] = each._replace(score=(each.score + alike) / 2)
    for at, each in enumerate(found[settings.n_compared :], start=settings.n_compared):
        found[at] = each._replace(score=each.score / 2)
    return best_places(found), likeness


def _alikeness(wanted: Sequence[str], words: Sequence[str]) -> float:
    """How alike two runs of keys are, 0..1; a short passage cannot answer a long text."""
    if len(words) < len(wanted):
        return fuzz.ratio(wanted, words) / 100
    return fuzz.partial_ratio(wanted, words) / 100


def _by_meaning(index: Index, keys: tuple[str, ...], *, settings: SearchSettings) -> list[Place]:
    """Candidates by the rarest stems and their synonyms; long passages weigh less."""
    groups = weighed(index, _groups(keys, terms_of=lambda own: (own,)))[: settings.n_stems]
    found = []
    for each in _candidates(index, groups, settings=settings):
        held = set(map(stem, each.keys))
        score = 0.0
        for _, group, weight in groups:
            if not held.isdisjoint(group.own):
                score += weight
            elif not held.isdisjoint(group.akin):
                score += weight * settings.synonym
        found.append(each._replace(score=score / _length(each)))
    return best_places(found)


def _groups(keys: Sequence[str], *, terms_of: Callable[[str], tuple[str, ...]]) -> list[Group]:
    return [
        Group(terms_of(own), tuple(term for other in others for term in terms_of(other)))
        for own, others in akin(keys).items()
    ]


def _candidates(
    index: Index, groups: Sequence[Weighed], *, settings: SearchSettings
) -> list[Candidate]:
    scores = gather(index, groups, n_postings=settings.n_postings, synonym=settings.synonym)
    return candidates(index, scores, n=settings.n_candidates, widest_tie=settings.widest_tie)


def _length(candidate: Candidate) -> float:
    passage = candidate.passage
    return 1 + (passage.end - passage.start) / PASSAGE_WORDS


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
