"""A second library, without a database or a file: what the engine is given can be anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Literal

from claims.errors import UsageError
from claims.people import People, load_people
from sources.interface import Passage, Place
from sources.models import Coverage, Fragment, Hit, Receipt, Source, Statement
from sources.rows import topics_text
from sources.search import Found, find_short, search, topic
from sources.speakers import people_of
from sources.terms import Raw, prepare
from sources.vectors import FEWEST, load_vectors


class MemoryLibrary:
    """Statements in a list, with posting lists as sets."""

    place = "memory"

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._held = list(statements)
        self._keys: list[str] = []
        self._passages: list[Passage] = []
        self._postings: dict[str, set[int]] = {}
        raw = [Raw(n, 1, s.text, topics_text(s.topics)) for n, s in enumerate(self._held)]
        prepared, _ = prepare(raw)
        for row_id, keys, stretches, _ in prepared:
            self._keys.append(keys)
            for start, end, terms in stretches:
                passage = Passage(len(self._passages), row_id, start, end)
                self._passages.append(passage)
                for term in terms.split():
                    self._postings.setdefault(term, set()).add(passage.id)

    def fingerprint(self) -> str:
        names = sorted(each.model_dump_json() for each in self._held)
        return sha256("\n".join(names).encode()).hexdigest()[:32]

    def coverage(self) -> Coverage:
        days = [each.said_on for each in self._held]

        def counted(of: Callable[[Statement], str]) -> dict[str, int]:
            counts = Counter(map(of, self._held))
            return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

        return Coverage.model_construct(
            statements=len(self._held),
            utterances=len({each.utterance for each in self._held}),
            sources=len({each.source for each in self._held}),
            from_=min(days, default=None),
            to=max(days, default=None),
            speakers=counted(lambda each: each.speaker),
            years=counted(lambda each: str(each.said_on.year)),
            languages=counted(lambda each: each.language),
            kinds=counted(lambda each: each.source.kind),
            wordings=counted(lambda each: each.wording),
        )

    def receipt(self, *, complete: bool = True) -> Receipt:
        held = self.coverage()
        return Receipt.model_construct(
            searched=held.statements,
            speakers=tuple(held.speakers),
            from_=held.from_,
            to=held.to,
            languages=tuple(held.languages),
            complete=complete,
        )

    def people(self) -> People:
        days: dict[tuple[str, str, str], list[str]] = {}
        for each in self._ordered():
            office = (each.speaker, each.role or "", each.organisation or "")
            days.setdefault(office, []).append(each.said_on.isoformat())
        offices: list[list[str | None]] = [
            [speaker, role or None, organisation or None, said[0], said[-1]]
            for (speaker, role, organisation), said in sorted(
                days.items(), key=lambda item: (item[0][0], item[1][0], item[0])
            )
        ]
        return people_of(offices, table=load_people())

    def cited(self) -> tuple[Source, ...]:
        return tuple(dict.fromkeys(each.source for each in self._ordered()))

    def get(self, id: str) -> Statement | None:  # noqa: A002
        return next((each for each in self._held if each.id == id), None)

    def statements(
        self,
        *,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
        language: str | None = None,
    ) -> Iterator[Statement]:
        for each in self._ordered():
            if language in (None, each.language) and _in(each, speaker, since, until):
                yield each

    def wordings(self, utterance: str) -> tuple[Statement, ...]:
        return tuple(each for each in self._ordered() if each.utterance == utterance)

    def neighbours(
        self,
        id: str,  # noqa: A002
        *,
        n: int = 3,
    ) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        anchor = self.get(id)
        if anchor is None:
            raise UsageError(f"no statement has the id {id!r}", next_step="look it up")
        turns = sorted(
            (each for each in self._held if each.source == anchor.source),
            key=lambda each: each.position or 0,
        )
        at = turns.index(anchor)
        return tuple(turns[max(at - n, 0) : at]), tuple(turns[at + 1 : at + 1 + n])

    def search(
        self,
        text: str,
        *,
        limit: int,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
        all_routes: bool = False,
    ) -> tuple[Hit, ...]:
        index = _MemoryIndex(self, speaker, since, until)
        return self._hits(search(index, text, limit=limit, all_routes=all_routes))

    def topic(
        self,
        words: str,
        *,
        limit: int,
        speaker: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[Hit, ...]:
        return self._hits(topic(_MemoryIndex(self, speaker, since, until), words, limit=limit))

    def find_short(
        self,
        keys: Sequence[str],
        *,
        speaker: str | None = None,
        around: date | None = None,
        limit: int = 20,
    ) -> Fragment:
        index = _MemoryIndex(self, speaker, None, None)
        n_statements, n_utterances, found = find_short(index, keys, around=around, limit=limit)
        return Fragment(n_statements, n_utterances, self._hits(found))

    def _ordered(self) -> list[Statement]:
        return sorted(self._held, key=lambda each: (each.said_on, each.id))

    def _hits(self, found: Sequence[Found]) -> tuple[Hit, ...]:
        return tuple(
            Hit(
                statement=self._held[each.place.row_id],
                score=min(each.score, 1.0),
                rank=rank,
                routes=each.routes,
            )
            for rank, each in enumerate(found, start=1)
        )


class _MemoryIndex:
    """What one search may see of a `MemoryLibrary`."""

    def __init__(
        self, library: MemoryLibrary, speaker: str | None, since: date | None, until: date | None
    ) -> None:
        self._library = library
        self._seen = {
            passage.id
            for passage in library._passages
            if _in(library._held[passage.statement], speaker, since, until)
        }

    def counts(self, terms: Iterable[str]) -> dict[str, int]:
        postings = self._library._postings
        return {term: len(postings[term]) for term in terms if term in postings}

    def n_passages(self) -> int:
        return len(self._library._passages)

    def passages_with(
        self, terms: Sequence[str], *, how: Literal["AND", "OR"], most: int | None = None
    ) -> list[int]:
        lists = [self._library._postings.get(term, set()) for term in terms]
        if not lists:
            return []
        found = set.intersection(*lists) if how == "AND" else set.union(*lists)
        found &= self._seen
        return [] if most is not None and len(found) > most else sorted(found)

    def nearest(self, keys: Sequence[str], *, n: int) -> list[int]:
        if self.n_passages() < FEWEST:
            return []
        held = [(passage.id, words) for passage, _, words in self.passages(sorted(self._seen))]
        likeness = load_vectors().likeness(keys, [words for _, words in held])
        nearest = sorted(zip(likeness, held, strict=True), key=lambda each: -each[0])[:n]
        return [id_ for score, (id_, _) in nearest if score > 0]

    def holding(
        self,
        words: Sequence[str],
        *,
        terms: Sequence[str],
        order: Literal["shortest", "nearest"],
        limit: int,
        around: date | None = None,
    ) -> list[Place]:
        found = []
        for row_id, held in self._with(words, terms):
            away = abs((held.said_on - around).days) if around else 0
            first = len(self._library._keys[row_id]) if order == "shortest" else away
            found.append((first, held.said_on.isoformat(), held.id, row_id))
        return [Place(row_id, day, name) for _, day, name, row_id in sorted(found)[:limit]]

    def count_holding(self, words: Sequence[str], *, terms: Sequence[str]) -> tuple[int, int]:
        found = self._with(words, terms)
        return len(found), len({held.utterance for _, held in found})

    def passages(self, ids: Sequence[int]) -> Iterator[tuple[Passage, Place, tuple[str, ...]]]:
        for id_ in ids:
            passage = self._library._passages[id_]
            held = self._library._held[passage.statement]
            keys = self._library._keys[passage.statement].split()[passage.start : passage.end]
            place = Place(passage.statement, held.said_on.isoformat(), held.id)
            yield passage, place, tuple(keys)

    def _with(self, words: Sequence[str], terms: Sequence[str]) -> list[tuple[int, Statement]]:
        library, joined = self._library, f" {' '.join(words)} "
        found = self.passages_with(terms, how="AND")
        rows = {library._passages[passage].statement for passage in found}
        return [(row, library._held[row]) for row in rows if joined in library._keys[row]]


def _in(each: Statement, speaker: str | None, since: date | None, until: date | None) -> bool:
    return (
        speaker in (None, each.speaker)
        and (since is None or each.said_on >= since)
        and (until is None or each.said_on <= until)
    )
