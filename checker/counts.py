"""Results with their counts: every kind present, also where there is none."""

from __future__ import annotations

from collections.abc import Iterable

from checker.models import DocumentReport, Result, Severity, Summary
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
    document: Document | DocumentReport, *, results: Iterable[Result]
) -> DocumentReport:
    """A document with the results that are finished."""
    done = tuple(results)
    return DocumentReport.model_construct(
        path=document.path,
        origin=document.origin,
        results=done,
        summary=summarise(done),
    )
