"""Quotes made of pieces that stand word for word in different statements. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from checker.align import align
from checker.case import Case, Judgement
from checker.compare import Comparison
from checker.confidence import Ground
from checker.evidence import evidence
from checker.judge import judge
from checker.messages import finding
from checker.models import Finding
from checker.reading import Reading, read
from claims.dates import spelled

_SENTENCE: Final = re.compile(r"[^.!?]+[.!?]*")
_JOINED: Final = re.compile(r",? (?:and|but|и|но) ")
_SHORTEST: Final = 3
"""Words: a shorter piece stands anywhere and proves nothing."""
_SHORTEST_HALF: Final = 4
"""Words of a half that has no mark to tell it from the other."""


def pieced(case: Case, quote: Reading) -> Judgement | None:
    """The judgement on a quote whose parts stand word for word in different statements.

    Shape: `None` where one statement carries the whole, or each part, or where some part
           stands nowhere.
    """
    if case.short or any(c.verdict == "match" for c in case.comparisons):
        return None
    inner = [gap for gap in quote.gaps if 0 < gap < len(quote.words)]
    if inner:
        return _from_parts(case, _around_gaps(quote, inner), code="quilted")
    for texts in (_sentences(quote.text), _JOINED.split(quote.text)):
        judged = _from_parts(case, texts, code="merged")
        if judged is not None:
            return judged
    halves = _halves(quote, case.comparisons)
    return _from_parts(case, halves, code="merged") if halves else None


def _halves(quote: Reading, comparisons: Sequence[Comparison]) -> list[str]:
    """The quote cut where the words of one statement end and those of another begin."""
    keys, n_words = quote.keys, len(quote.words)
    texts = [f" {' '.join(c.alignment.stored.keys)} " for c in comparisons]
    first = max((_n_held(keys, text) for text in texts), default=0)
    rest = max(
        (_n_held(keys[-n:], text) for text in texts for n in (n_words - first,) if n), default=0
    )
    if not _SHORTEST_HALF <= first <= n_words - _SHORTEST_HALF or rest < n_words - first:
        return []
    cut = quote.words[first].start
    return [quote.text[:cut], quote.text[cut:]]


def _n_held(keys: Sequence[str], text: str) -> int:
    """How many words from the first on stand in a text in one run."""
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if f" {' '.join(keys[:middle])} " in text else (low, middle - 1)
    return low


def _from_parts(case: Case, texts: Sequence[str], *, code: str) -> Judgement | None:
    parts = [read(text) for text in texts]
    if len(parts) < 2 or any(len(part.words) < _SHORTEST for part in parts):
        return None
    held = [_holders(part, case.comparisons) for part in parts]
    if not all(held) or set.intersection(*({c.statement.id for c in some} for some in held)):
        return None
    found = [some[0] for some in held]
    return _listed(case, found, code=code)


def _around_gaps(quote: Reading, gaps: Sequence[int]) -> list[str]:
    bounds = [0, *gaps, len(quote.words)]
    return [quote.text[quote.words[a].start : quote.words[b - 1].end] for a, b in pairwise(bounds)]


def _sentences(text: str) -> list[str]:
    return [part for part in (found.group().strip() for found in _SENTENCE.finditer(text)) if part]


def _holders(part: Reading, comparisons: Sequence[Comparison]) -> list[Comparison]:
    """The statements, by day and id, that hold a part word for word."""
    found = []
    for comparison in sorted(comparisons, key=lambda c: c.key[1:]):
        alignment = align(part, comparison.alignment.stored)
        if len(alignment.hunks) == 1 and alignment.coverage == 1.0:
            found.append(comparison._replace(alignment=alignment, edits=(), by_words=True))
    return found


def _listed(case: Case, found: Sequence[Comparison], *, code: str) -> Judgement:
    """No source as one quote; the parts are listed where they stand."""
    places = "; ".join(
        f"{c.statement.speaker}, {spelled(c.statement.said_on)} ({c.statement.id})" for c in found
    )
    own = judge(case)
    findings: list[Finding] = [
        f for f in (finding(code, stored=places), finding("near_miss")) if f is not None
    ]
    return own._replace(
        verdict="no_source",
        findings=tuple(findings),
        attribution="unknown" if case.claim.speaker else "not_claimed",
        evidence=(),
        near_misses=tuple(evidence(c, word_by_word=True) for c in dict.fromkeys(found))[
            : case.settings.near_misses
        ],
        ground=Ground("pieces"),
    )
