"""SARIF 2.1.0, for code hosts and editors.

A verdict alone is never a failure: `match` and `paraphrase` are kind "pass", a quote without a
source or not checked is "open" ("insufficient information to decide"), one with a close miss
"review"; all of these have level "none". Only findings about edits, cuts and the speaker are
kind "fail", and only "fail" may carry another level.
Source: SARIF 2.1.0 (OASIS), result object.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any
from urllib.parse import quote as percent_encoded

from checker.models import Evidence, Finding, Report, Result
from checker.reports import words
from claims.text import fold

# Findings that tell of the record or of the search, not of a fault in the printed quote.
_NOT_A_FAULT = frozenset(
    {
        "absent",
        "as_prepared",
        "asr",
        "ambiguous_speaker",
        "edited_record",
        "far_apart",
        "indirect_ok",
        "later_corrected",
        "near_miss",
        "no_quote",
        "not_covered",
        "own_rendering",
        "private_speech",
        "relay_translation",
        "said_often",
        "same_wire",
        "secondary_source",
        "self_source",
        "too_short",
        "translation_agency",
        "translation_official",
        "translation_variant",
        "versions_differ",
    }
)
_LEVELS = {"notice": "note", "warning": "warning", "error": "error"}


def render(report: Report) -> str:
    """One run with the results of every document."""
    results = [result for document in report.documents for result in document.results]
    entries = [entry for result in results for entry in _entries(result)]
    rules = sorted({entry["ruleId"] for entry in entries})
    run = {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "version": report.tool.version,
                "rules": [{"id": rule, "name": rule} for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": entries,
        "properties": {
            "profile": report.tool.profile,
            "storeStatements": report.store.statements,
            "storeFingerprint": report.store.fingerprint,
        },
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _entries(result: Result) -> list[dict[str, Any]]:
    judged = result.findings if result.status == "checked" else ()
    faults = [finding for finding in judged if _is_fault(finding)]
    verdict = _entry(
        result,
        rule=result.verdict or result.status,
        kind=_kind(result),
        level="none",
        message=_message(result),
    )
    failures = [
        _entry(
            result,
            rule=fault.code,
            kind="fail",
            level=_LEVELS[fault.severity],
            message=fault.message,
        )
        for fault in faults
    ]
    return [verdict, *failures]


def _is_fault(finding: Finding) -> bool:
    return finding.severity in _LEVELS and finding.code not in _NOT_A_FAULT


def _kind(result: Result) -> str:
    if result.verdict in ("match", "paraphrase"):
        return "pass"
    return "review" if result.near_misses else "open"


def _message(result: Result) -> str:
    headline = words.headline(result)
    return f"{headline}. {words.NOT_FALSE}" if result.verdict == "no_source" else headline


def _entry(result: Result, *, rule: str, kind: str, level: str, message: str) -> dict[str, Any]:
    shown = result.evidence or result.near_misses
    return {
        "ruleId": rule,
        "kind": kind,
        "level": level,
        "message": {"text": message},
        "locations": _locations(result),
        "relatedLocations": [_related(evidence) for evidence in shown if evidence.source.url],
        "partialFingerprints": {"quoteAndSpeaker/v1": _fingerprint(result)},
        "properties": {"id": result.id, "quote": result.quote, "verdict": result.verdict},
    }


def _locations(result: Result) -> list[dict[str, Any]]:
    if not result.path:
        return []
    location: dict[str, Any] = {"artifactLocation": {"uri": percent_encoded(result.path)}}
    if result.line:
        region: dict[str, Any] = {"startLine": result.line, "snippet": {"text": result.quote}}
        if result.column:
            region["startColumn"] = result.column
        if result.start is not None and result.end is not None:
            region |= {"charOffset": result.start, "charLength": result.end - result.start}
        location["region"] = region
    return [{"physicalLocation": location}]


def _related(evidence: Evidence) -> dict[str, Any]:
    return {
        "physicalLocation": {"artifactLocation": {"uri": evidence.source.url}},
        "message": {"text": f"{words.occasion(evidence)}: {evidence.exact}"},
    }


def _fingerprint(result: Result) -> str:
    speaker = (result.speaker.name or result.speaker.as_written) if result.speaker else ""
    folded, _ = fold(result.quote)
    return hashlib.sha256(f"{folded}\n{speaker}".encode()).hexdigest()
