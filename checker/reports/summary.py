"""Counts over results, and how they read."""

from __future__ import annotations

from collections.abc import Iterable

from checker.models import DocumentReport, Level, Result, Severity, Summary
from checker.reports.words import VERDICT_WORDS
from claims.models import Document

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice", "info")


def summarise(results: Iterable[Result]) -> Summary:
    """Count verdicts, and findings by severity."""
    seen = tuple(results)
    verdicts = [result.verdict for result in seen]
    severities = [finding.severity for result in seen for finding in result.findings]
    return Summary.model_construct(
        quotes=len(seen),
        match=verdicts.count("match"),
        paraphrase=verdicts.count("paraphrase"),
        no_source=verdicts.count("no_source"),
        not_checked=sum(result.status == "not_checked" for result in seen),
        findings={severity: severities.count(severity) for severity in _SEVERITIES},
    )


def document_report(
    document: Document | DocumentReport, *, results: list[Result]
) -> DocumentReport:
    """A document with the results that are finished."""
    return DocumentReport.model_construct(
        path=document.path,
        origin=document.origin,
        results=tuple(results),
        summary=summarise(results),
    )


def sentence(summary: Summary) -> str:
    """The counts in words; kinds that do not occur are left out.

    >>> sentence(Summary(quotes=3, match=2, paraphrase=0, no_source=1, not_checked=0, findings={}))
    '3 quotes: 2 match, 1 no source'
    """
    counts = {
        VERDICT_WORDS["match"]: summary.match,
        VERDICT_WORDS["paraphrase"]: summary.paraphrase,
        VERDICT_WORDS["no_source"]: summary.no_source,
        "not checked": summary.not_checked,
    }
    parts = ", ".join(f"{count} {name.lower()}" for name, count in counts.items() if count)
    total = f"{summary.quotes} quote" + ("" if summary.quotes == 1 else "s")
    return f"{total}: {parts}" if parts else total


def worst(results: Iterable[Result]) -> Level | None:
    """The highest severity of any finding; `None` where nothing was found."""
    levels = [Level[finding.severity] for result in results for finding in result.findings]
    return max(levels, default=None)
