"""Quotes made of pieces: from several statements, or one sentence out of several. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from checker.align import Reading, align, read
from checker.attribution import same_speaker
from checker.compare import Comparison, compare, weigh
from checker.evidence import evidence
from checker.judge import Case, Judgement, judge
from checker.messages import finding
from checker.models import Evidence, Finding, Level, Result

_SENTENCE: Final = re.compile(r"[^.!?]+[.!?]*")
_JOINED: Final = re.compile(r",? (?:and|but|и|но) ")
_SHORTEST: Final = 3
"""Words: a shorter piece stands anywhere and proves nothing."""


def pieced(case: Case, quote: Reading) -> Judgement | None:
    """The judgement on a quote whose parts stand word for word in different statements.

    Shape: `None` where one statement carries the whole, or where some part stands nowhere.
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
    return None


def _from_parts(case: Case, texts: Sequence[str], *, code: str) -> Judgement | None:
    parts = [read(text) for text in texts]
    if len(parts) < 2 or any(len(part.words) < _SHORTEST for part in parts):
        return None
    found: list[Comparison] = []
    for part in parts:
        holder = _holder(part, case.comparisons)
        if holder is None:
            return None
        found.append(holder)
    if len({c.statement.id for c in found}) < 2:
        return None
    return _listed(case, found, code=code)


def _around_gaps(quote: Reading, gaps: Sequence[int]) -> list[str]:
    bounds = [0, *gaps, len(quote.words)]
    return [
        quote.text[quote.words[a].start : quote.words[b - 1].end]
        for a, b in zip(bounds, bounds[1:], strict=False)
    ]


def _sentences(text: str) -> list[str]:
    return [part for part in (found.group().strip() for found in _SENTENCE.finditer(text)) if part]


def _holder(part: Reading, comparisons: Sequence[Comparison]) -> Comparison | None:
    """The first statement, by day and id, that holds a part word for word."""
    for comparison in sorted(comparisons, key=lambda c: c.key[1:]):
        alignment = align(part, comparison.alignment.stored)
        if len(alignment.hunks) == 1 and alignment.coverage == 1.0:
            return comparison._replace(alignment=alignment, edits=(), by_words=True)
    return None


def _listed(case: Case, found: Sequence[Comparison], *, code: str) -> Judgement:
    """No source as one quote; the parts are listed where they stand."""
    places = "; ".join(
        f"{c.statement.speaker}, {c.statement.said_on.isoformat()} ({c.statement.id})"
        for c in found
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
        near_misses=tuple(evidence(c) for c in dict.fromkeys(found))[: case.settings.near_misses],
        confidence=0.9,
    )


_FAR: Final = 60
"""Words between two quotations of one speech; more is worth a notice."""


def far_apart(results: Sequence[Result]) -> list[Result]:
    """Mark a quotation that the text joins to the one before, though far apart in the speech.

    Shape: only direct neighbours that match one statement; "he added" suggests one breath.
    """
    marked: list[Result] = []
    for result in results:
        note = _distance(marked[-1], result) if marked else None
        found = finding("far_apart", stored=note) if note else None
        if found is not None:
            findings = (*result.findings, found)
            gravest = max((Level[f.severity] for f in findings), default=Level.notice)
            result = result.model_copy(update={"findings": findings, "severity": gravest.name})
        marked.append(result)
    return marked


def _distance(before: Result, after: Result) -> str | None:
    """How far from each other two quotations stand in one statement, if far or reversed."""
    if before.verdict != "match" or after.verdict != "match":
        return None
    if before.end is None or after.start is None or after.start - before.end > 200:
        return None
    one, other = before.evidence[0], after.evidence[0]
    if one.statement != other.statement:
        return None
    if other.end <= one.start:
        return "before"
    n_words = _n_words_between(one, other)
    return f"{n_words} words after" if n_words > _FAR else None


def _n_words_between(one: Evidence, other: Evidence) -> int:
    """An estimate from the offsets, at six characters a word."""
    return max(0, other.start - one.end) // 6


def synthesised(case: Case, quote: Reading) -> Judgement | None:
    """The judgement on a sentence that says together what several statements say apart.

    Shape: `None` where one statement supports the whole, or where two or three of one speaker do
           not hold all that the quote says. Clauses are compared one by one.
    """
    if case.short or any(
        c.verdict != "no_source" or (c.blocked_by and c.score >= case.settings.meaning_floor)
        for c in case.comparisons
    ):
        return None
    parts = [read(text) for text in _clauses(quote.text)]
    if len(parts) < 2 or any(len(part.words) < _SHORTEST for part in parts):
        return None
    for speaker in dict.fromkeys(c.statement.speaker for c in _ranked(case)):
        chosen = _holders(parts, [c for c in _ranked(case) if c.statement.speaker == speaker], case)
        if chosen is not None:
            return _together(case, chosen)
    return None


def _ranked(case: Case) -> list[Comparison]:
    """The comparisons worth combining, likest first, of the named speaker where one is."""
    mention = case.claim.speaker
    return sorted(
        (
            c
            for c in case.comparisons
            if mention is None or same_speaker(mention, c.statement.speaker, people=case.people)
        ),
        key=lambda c: (-round(c.score, 3), *c.key[1:]),
    )[:8]


def _clauses(text: str) -> list[str]:
    parts = re.split(r"[;,.]\s+(?:and |but |и |но )?|\s(?:and|but|и|но)\s", text)
    return [part for part in parts if part.strip()]


def _holders(
    parts: Sequence[Reading], comparisons: Sequence[Comparison], case: Case
) -> list[Comparison] | None:
    """A statement for each clause, `None` where a clause has none or one has them all."""
    chosen: list[Comparison] = []
    for part in parts:
        best = None
        for comparison in comparisons:
            found = weigh(
                compare(part, comparison.statement, settings=case.settings, indirect=True),
                settings=case.settings,
            )
            if found.verdict != "no_source" and (best is None or found.score > best.score):
                best = found
        if best is None:
            return None
        chosen.append(best)
    return chosen if len({c.statement.utterance for c in chosen}) > 1 else None


def _together(case: Case, chosen: Sequence[Comparison]) -> Judgement:
    """A paraphrase of several statements, all of them listed."""
    listed = tuple(dict.fromkeys(c.statement.id for c in chosen))
    first = {c.statement.id: c for c in reversed(chosen)}
    judgement = judge(
        case._replace(
            comparisons=tuple(
                c._replace(verdict="paraphrase", by_words=False) for c in first.values()
            )
        )
    )
    findings = [f for f in (finding("synthesised"), *judgement.findings) if f is not None]
    return judgement._replace(
        findings=tuple(sorted(findings, key=lambda f: -Level[f.severity])),
        evidence=tuple(evidence(first[name]) for name in listed),
        confidence=0.6,
    )
