"""Comparisons to one verdict with its reasons. Pure: nothing here searches, reads or guesses."""

from __future__ import annotations

from collections.abc import Sequence

from checker.attribution import attribute
from checker.case import Case, Judgement
from checker.codes import CODES
from checker.compare import Comparison
from checker.confidence import Ground
from checker.evidence import evidence
from checker.messages import finding
from checker.models import Attribution, Finding, Level, Verdict
from checker.occasion import about_occasion, is_private
from checker.reasons import (
    about_claim,
    about_coverage,
    about_cut,
    about_day,
    about_provenance,
    about_repeats,
    why_not,
)
from checker.weighing import near_misses, supporting_of
from checker.wording import soft_findings, wording_findings
from sources.models import Statement


def judge(case: Case) -> Judgement:
    """The verdict on one claim."""
    supporting = supporting_of(case)
    if supporting:
        return _supported(case, supporting)
    return _unsupported(case)


def _supported(case: Case, supporting: Sequence[Comparison]) -> Judgement:
    best = supporting[0]
    shown = _shown(case, supporting)
    attribution, about_speaker = attribute(case.claim, best.statement, people=case.people)
    findings = [
        *wording_findings(case.claim, best, profile=case.settings.profile),
        *soft_findings(case.claim, best),
        *about_cut(case.claim, best),
        *about_speaker,
        *about_occasion(case.claim, best.statement, people=case.people),
        *about_day(case, supporting),
        *about_repeats(supporting),
        *about_provenance(case, shown),
        *about_claim(case),
    ]
    verdict: Verdict = "match" if best.verdict == "match" else "paraphrase"
    if case.claim.quote.kind == "indirect":
        verdict = "paraphrase"
    return Judgement(
        verdict,
        _ordered(findings),
        attribution,
        tuple(evidence(c, word_by_word=c is best) for c in shown),
        (),
        _support(best, verdict),
    )


def _shown(case: Case, supporting: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The supporting comparisons and the other wordings of the best one's utterance."""
    best = supporting[0]
    rest = [c for c in supporting[1:] if c.verdict == best.verdict and c.score > best.score - 0.15]
    kin = [
        c
        for c in case.comparisons
        if c.statement.utterance == best.statement.utterance
        and c not in (best, *rest)
        and (not c.blocked_by or _is_same_kind(c.statement, best.statement))
        and _bears(c, best=best, floor=case.settings.bearing_floor)
    ]
    return _once((best, *sorted(kin, key=lambda c: c.key), *rest))[:8]


def _is_same_kind(one: Statement, other: Statement) -> bool:
    """Whether two wordings may differ in earnest: two records, or two translations."""
    return one.wording == other.wording or (one.is_translation and other.is_translation)


def _bears(comparison: Comparison, *, best: Comparison, floor: float) -> bool:
    """Whether a wording is of the quoted place: an utterance may be a whole speech.

    One hardly longer than the quote is; in another language it cannot be told.
    """
    words = len(comparison.alignment.stored.words)
    return (
        comparison.verdict != "no_source"
        or comparison.score >= floor
        or words <= len(comparison.alignment.quote.words) * 3 // 2
        or comparison.statement.language != best.statement.language
    )


def _once(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The comparisons without reprints: one agency's copy counts once, however often printed."""
    kept: dict[tuple[str | None, ...], Comparison] = {}
    for comparison in comparisons:
        statement = comparison.statement
        copy = (statement.source.wire, statement.utterance, *comparison.alignment.stored.keys)
        kept.setdefault(copy if copy[0] else (statement.id,), comparison)
    return tuple(kept.values())


def _unsupported(case: Case) -> Judgement:
    near = near_misses(case)
    attribution: Attribution = "not_claimed" if case.claim.speaker is None else "unknown"
    findings = [
        *why_not(case, near),
        finding("self_source") if case.self_matched else None,
        *about_coverage(case, near),
        *about_claim(case),
        finding("private_speech") if is_private(case.claim) else None,
    ]
    return Judgement(
        "no_source",
        _ordered(findings),
        attribution,
        (),
        tuple(evidence(comparison, word_by_word=True) for comparison in near),
        _doubt(case, near),
    )


def _ordered(findings: Sequence[Finding | None]) -> tuple[Finding, ...]:
    """Worst first, in the order found within one severity, each once."""
    kept: dict[tuple[str, str | None, str | None], Finding] = {}
    for found in findings:
        if found is not None:
            kept.setdefault((found.code, found.quoted, found.stored), found)
    return tuple(sorted(kept.values(), key=lambda f: -Level[f.severity]))


def _support(best: Comparison, verdict: Verdict) -> Ground:
    """What a match or paraphrase rests on."""
    if verdict == "match":
        noted = any(CODES[edit.code].severity for edit in best.edits)
        return Ground("noted_match" if noted else "match")
    return Ground("meaning", best.likelihood) if best.likelihood else Ground("words")


def _doubt(case: Case, near: Sequence[Comparison]) -> Ground:
    """What no source rests on: an edit that decides, or how likely the likeliest statement is."""
    if not near:
        return Ground("far")
    if near[0].is_turned:
        return Ground("edit")
    return Ground("doubt", max(comparison.likelihood for comparison in case.comparisons))
