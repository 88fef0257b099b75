"""A sentence that says together what several statements say apart. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from checker.attribution import same_speaker
from checker.case import Case, Judgement
from checker.compare import Comparison, compare
from checker.confidence import Ground
from checker.evidence import evidence
from checker.judge import judge
from checker.messages import finding
from checker.models import Level
from checker.reading import Reading, read

_SHORTEST: Final = 3
"""Words: a shorter piece stands anywhere and proves nothing."""
_NEAR_VERBATIM: Final = 0.75
"""Share of the words in one statement, from which the rest is a change of that statement."""


def synthesised(case: Case, quote: Reading) -> Judgement | None:
    """The judgement on a sentence that says together what several statements say apart.

    Shape: `None` where one statement supports the whole, or where two or three of one speaker do
           not hold all that the quote says. Clauses are compared one by one.
    """
    if case.short or any(
        c.by_words and (c.verdict != "no_source" or c.score >= case.settings.wording_floor)
        for c in case.comparisons
    ):
        return None
    if case.claim.speaker is None or any(_is_near(c, case) for c in case.comparisons):
        return None
    parts = [read(text) for text in _clauses(quote.text)]
    if len(parts) < 2 or any(len(part.words) < _SHORTEST for part in parts):
        return None
    for speaker in dict.fromkeys(c.statement.speaker for c in _ranked(case)):
        chosen = _holders(parts, [c for c in _ranked(case) if c.statement.speaker == speaker], case)
        if chosen is not None:
            return _together(case, chosen)
    return None


def _is_near(comparison: Comparison, case: Case) -> bool:
    """Whether one statement has most of the words, so that the rest is a change of it."""
    alignment = comparison.alignment
    n_words = max((hunk.n_quoted for hunk in alignment.hunks if hunk.op == "equal"), default=0)
    return alignment.coverage >= _NEAR_VERBATIM or n_words >= _NEAR_VERBATIM * len(
        alignment.quote.words
    )


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
            found = compare(part, comparison.statement, settings=case.settings, indirect=True)
            if _holds(found, case) and (best is None or found.score > best.score):
                best = found
        if best is None:
            return None
        chosen.append(best)
    days = {c.statement.said_on for c in chosen}
    together = max(days) - min(days) <= _TOGETHER
    return chosen if together and len({c.statement.utterance for c in chosen}) > 1 else None


_TOGETHER: Final = timedelta(days=7)
"""What was said further apart is not one speech, nor one visit."""


def _holds(comparison: Comparison, case: Case) -> bool:
    """Whether a statement plainly says what one clause says."""
    if comparison.by_words or comparison.meaning is None:
        return comparison.verdict != "no_source"
    held = comparison.meaning.score >= case.settings.content_floor
    return held and comparison.blocked_by is None


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
        evidence=tuple(evidence(first[name], word_by_word=True) for name in listed),
        ground=Ground("synthesis"),
    )
