"""Quotations that the text joins, though they stand far apart in the speech. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.messages import finding
from checker.models import Evidence, Level, Result

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
            update = {"findings": findings, "severity": gravest.name}
            marked.append(result.model_copy(update=update))
        else:
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
