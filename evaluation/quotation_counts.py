"""What is counted on the articles of PolNeAR: places found, speakers named, reports found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.models import Claim
from evaluation.figures import Share, grouped, resampled

MARKS = "\"“”'‘’"
_REGEX = re.compile(r"“([^”\n]+)”|\"([^\"\n]+)\"")
_SMALL = frozenset("the a an of for and to in at who".split())

Place = tuple[int, int]


class Attribution(NamedTuple):
    """One attribution of the set."""

    content: tuple[Place, ...]
    source: str


class Article(NamedTuple):
    """One article with its attributions and what was found in it."""

    name: str
    text: str
    gold: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


class Ratio:
    """A share of counts, kept by article."""

    def __init__(self) -> None:
        self.counted: list[tuple[str, bool]] = []

    def add(self, article: Article, *, hit: bool) -> None:
        """Count one case."""
        self.counted.append((article.name, hit))

    @property
    def hits(self) -> int:
        """How many hold."""
        return sum(hit for _, hit in self.counted)

    @property
    def all(self) -> int:
        """How many there are."""
        return len(self.counted)

    @property
    def share(self) -> Share:
        """The share, with the bounds of resampled articles."""
        return grouped(self.counted) or Share.exact(0.0, n=0)

    def __str__(self) -> str:
        return f"{self.hits / max(1, self.all):.3f} ({self.hits}/{self.all})"


def quoted_places(article: Article) -> set[Place]:
    """The gold quotations, without their marks."""
    found: set[Place] = set()
    for one in article.gold:
        for start, end in one.content:
            words = article.text[start:end]
            filled = re.fullmatch(r"\s*(?:''|[\"“])([^\"“”]+)(?:''|[\"”])[.,;:]?\s*", words)
            if filled is not None and "''" not in filled[1]:
                found.add(_trimmed(article.text, start + filled.start(1), start + filled.end(1)))
    return found


def _trimmed(text: str, start: int, end: int) -> Place:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def our_places(article: Article) -> list[Place]:
    """The pieces of our direct and mixed quotations."""
    return [
        (span.start, span.end)
        for claim in article.claims
        if claim.quote.kind in ("direct", "mixed")
        for span in claim.quote.spans
    ]


def pattern_places(article: Article) -> list[Place]:
    """What the pattern finds."""
    return [
        _trimmed(article.text, *found.span(found.lastindex or 0))
        for found in _REGEX.finditer(article.text)
    ]


def overlaps(one: Place, other: Place) -> bool:
    """Whether two places share a character."""
    return min(one[1], other[1]) > max(one[0], other[0])


class Spans:
    """Precision and recall of quoted places."""

    def __init__(self) -> None:
        self.exact, self.lenient, self.precise = Ratio(), Ratio(), Ratio()
        self.strays: list[str] = []

    def add(self, article: Article, ours: list[Place], *, every: list[Place]) -> None:
        """Count one article; `every` are the places found of any kind."""
        contents = [place for one in article.gold for place in one.content]
        known = set(every)
        for place in quoted_places(article):
            self.exact.add(article, hit=place in known)
            self.lenient.add(article, hit=any(overlaps(place, other) for other in every))
        for place in ours:
            right = any(overlaps(place, content) for content in contents)
            self.precise.add(article, hit=right)
            if not right:
                self.strays.append(f"{article.name} at {place[0]}")

    def __str__(self) -> str:
        return f"precision {self.precise}, recall exact {self.exact}, lenient {self.lenient}"


class Speakers:
    """How well quotations are given to their sources."""

    def __init__(self) -> None:
        self.overlap, self.exact, self.when_answered = Ratio(), Ratio(), Ratio()
        self.errors: list[str] = []

    def add(self, article: Article, *, names: Mapping[Place, str] | None = None) -> None:
        """Count the quotations of one article that have a gold source.

        Shape: `names` are another's speakers, by place; our quotations are asked about all the
               same, and one that overlaps none of them is not answered.
        """
        for claim in article.claims:
            if claim.quote.kind in ("indirect", "claim") or not claim.quote.spans:
                continue
            source = _source(article, claim)
            if source is None:
                continue
            written = claim.speaker.as_written if claim.speaker is not None else ""
            if names is not None:
                ours = claim.quote.spans[0].start, claim.quote.spans[0].end
                written = next((name for at, name in names.items() if overlaps(at, ours)), "")
            shared = bool(_words(written) & _words(source))
            self.overlap.add(article, hit=shared)
            self.exact.add(article, hit=_words(written) == _words(source))
            if written:
                self.when_answered.add(article, hit=shared)
            if not shared:
                self.errors.append(f"{source!r} ours {written!r}: {claim.context!r}")

    def __str__(self) -> str:
        return f"overlap {self.overlap}, exact {self.exact}, when answered {self.when_answered}"


def _source(article: Article, claim: Claim) -> str | None:
    start = claim.quote.spans[0].start
    holding = [
        (end - first, one.source)
        for one in article.gold
        for first, end in one.content
        if first <= start < end and one.source
    ]
    return min(holding)[1] if holding else None


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", name.casefold())) - _SMALL


class Reports:
    """Attributions without marks against our indirect claims."""

    def __init__(self) -> None:
        self.recall, self.precise = Ratio(), Ratio()

    def add(self, article: Article) -> None:
        """Count one article; a report is found if half of the longer place is shared."""
        ours = [
            (claim.quote.spans[0].start, claim.quote.spans[-1].end)
            for claim in article.claims
            if claim.quote.kind == "indirect"
        ]
        gold = [
            (one.content[0][0], one.content[-1][1])
            for one in article.gold
            if one.content and one.source and not _has_marks(article, one)
        ]
        every = [(c[0][0], c[-1][1]) for c in (one.content for one in article.gold) if c]
        for place in gold:
            self.recall.add(article, hit=any(_half(place, other) for other in ours))
        for place in ours:
            self.precise.add(article, hit=any(_half(place, other) for other in every))

    @property
    def score(self) -> float:
        """The harmonic mean of precision and recall."""
        return _balance([*self._counted()])

    @property
    def share(self) -> Share:
        """The same, with the bounds of resampled articles."""
        groups: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
        names = [name for ratio in (self.recall, self.precise) for name, _ in ratio.counted]
        for name, each in zip(names, self._counted(), strict=True):
            groups[name].append(each)
        low, high = resampled(list(groups.values()), measure=_balance)
        return Share(value=self.score, low=low, high=high, n=self.recall.all)

    def _counted(self) -> Iterator[tuple[bool, bool]]:
        """Whether each is one of the gold reports, and whether it is a hit."""
        yield from ((True, hit) for _, hit in self.recall.counted)
        yield from ((False, hit) for _, hit in self.precise.counted)

    def __str__(self) -> str:
        return f"F1 {self.score:.3f}, precision {self.precise}, recall {self.recall}"


def _balance(counted: Sequence[tuple[bool, bool]]) -> float:
    wanted = [hit for gold, hit in counted if gold]
    given = [hit for gold, hit in counted if not gold]
    recall, precision = sum(wanted) / max(1, len(wanted)), sum(given) / max(1, len(given))
    return 2 * recall * precision / max(1e-9, recall + precision)


def _has_marks(article: Article, one: Attribution) -> bool:
    return any(re.search(r"[\"“”]|''", article.text[start:end]) for start, end in one.content)


def _half(one: Place, other: Place) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared * 2 >= max(one[1] - one[0], other[1] - other[0])
