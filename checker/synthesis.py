"""A sentence that says together what several statements say apart. Pure, but for the model that is
handed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
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
from checker.vouching import Ask, vouch
from claims.models import Quote

_SHORTEST: Final = 4
"""Words: a shorter piece goes with the one before it, since it says nothing by itself."""
_NEAR_VERBATIM: Final = 0.75
"""Share of the words in one statement, from which the rest is a change of that statement."""
_JOINT: Final = re.compile(
    r"[;.]\s+(?:and |but |и |но |а )?|,\s+(?:and|but|while|yet|и|но|а)\s|\s(?:and|but|и|но)\s"
)
"""Where one clause may end and the next of equal rank begin: never before an "if"."""
_MOST: Final = 6
"""Pieces of a sentence; one of more is no sentence that somebody pieced together."""
_SEVERAL: Final = 3
"""Statements that one sentence may be made of."""
_TOGETHER: Final = timedelta(days=31)
"""What was said further apart is not one visit, nor one campaign."""
_SUFFICES: Final = 0.75
"""Share of the quote's content that one statement may hold without being the only source."""


def synthesised(
    case: Case, quote: Reading, alone: Judgement, *, ask: Ask | None
) -> Judgement | None:
    """The judgement on a sentence that says together what several statements say apart.

    Shape: `alone` is what single statements give. `None` where one of them supports the whole, or
           where two or three of one speaker do not hold all that the quote says: runs of clauses,
           the longest that some statement holds first, each compared by itself.
    """
    if case.short or not _is_open(case, alone):
        return None
    if case.claim.speaker is None and case.claim.quote.kind not in ("indirect", "claim"):
        return None
    pieces = _pieces(quote.text)
    if not 2 <= len(pieces) <= _MOST:
        return None
    ranked = _ranked(case)
    for speaker in dict.fromkeys(c.statement.speaker for c in ranked):
        own = [c for c in ranked if c.statement.speaker == speaker]
        chosen = _cover(quote.text, pieces, own, case=case, ask=ask) if len(own) > 1 else None
        if chosen is not None:
            return _together(case, chosen)
    return None


def _is_open(case: Case, alone: Judgement) -> bool:
    """Whether no one statement has the words, or most of what is said."""
    if any(_is_near(c) or (c.by_words and c.verdict != "no_source") for c in case.comparisons):
        return False
    held = [c.meaning.score for c in case.comparisons if c.meaning and c.verdict != "no_source"]
    return alone.verdict == "no_source" or max(held, default=1.0) < _SUFFICES


def _is_near(comparison: Comparison) -> bool:
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


def _pieces(text: str) -> list[tuple[int, int]]:
    """The clauses of equal rank, as offsets; a short one goes with the one before it."""
    bounds = [0, *(joint.end() for joint in _JOINT.finditer(text)), len(text)]
    found: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        if found and len(text[start:end].split()) < _SHORTEST:
            found[-1] = found[-1][0], end
        elif start < end:
            found.append((start, end))
    if len(found) > 1 and len(text[slice(*found[0])].split()) < _SHORTEST:
        found[:2] = [(0, found[1][1])]
    return found


def _cover(
    text: str,
    pieces: Sequence[tuple[int, int]],
    comparisons: Sequence[Comparison],
    *,
    case: Case,
    ask: Ask | None,
) -> list[Comparison] | None:
    """A statement for each run of clauses, `None` where one has none or one has them all."""
    chosen: list[Comparison] = []
    at = 0
    while at < len(pieces):
        for end in range(len(pieces) if at else len(pieces) - 1, at, -1):
            part = text[pieces[at][0] : pieces[end - 1][1]].strip(" ,;")
            best = _holder(_without_joint(part), comparisons, case=case, ask=ask)
            if best is not None:
                chosen.append(best)
                at = end
                break
        else:
            return None
    days = {c.statement.said_on for c in chosen}
    several = 2 <= len({c.statement.id for c in chosen}) <= _SEVERAL
    return chosen if several and max(days) - min(days) <= _TOGETHER else None


def _without_joint(part: str) -> str:
    return re.sub(r"[\s,;]+(?:and|but|while|yet|и|но|а)$", "", part)


def _holder(
    text: str, comparisons: Sequence[Comparison], *, case: Case, ask: Ask | None
) -> Comparison | None:
    """The statement that says what a piece says; none where another nearly says it, but turned."""
    part = read(text)
    compared = [
        compare(part, c.statement, settings=case.settings, indirect=True) for c in comparisons
    ]
    if any(c.is_turned and c.score >= _NEAR_VERBATIM for c in compared):
        return None
    claim = case.claim.model_copy(update={"quote": Quote(text=text, kind="direct")})
    vouched = vouch(compared, claim=claim, people=case.people, settings=case.settings, ask=ask)
    floor = case.settings.content_floor
    held = [c for c in vouched if c.verdict != "no_source" or c.holds(floor=floor)]
    return min(held, key=lambda c: (not c.by_words, *c.key), default=None)


def _together(case: Case, chosen: Sequence[Comparison]) -> Judgement:
    """A paraphrase of several statements, all of them listed."""
    listed = tuple(dict.fromkeys(c.statement.id for c in chosen))
    first = {c.statement.id: c for c in reversed(chosen)}
    judgement = judge(
        case._replace(
            comparisons=tuple(
                c._replace(verdict="paraphrase", by_words=False, blocked_by=None)
                for c in first.values()
            )
        )
    )
    findings = [f for f in (finding("synthesised"), *judgement.findings) if f is not None]
    return judgement._replace(
        verdict="paraphrase",
        findings=tuple(sorted(findings, key=lambda f: -Level[f.severity])),
        evidence=tuple(evidence(first[name], word_by_word=True) for name in listed),
        ground=Ground("synthesis"),
    )
