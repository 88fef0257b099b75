"""Reports built by hand, with everything in them that a format could trip over."""

from __future__ import annotations

from datetime import date
from typing import Any

from checker.counts import summarise
from checker.models import (
    DocumentReport,
    Edit,
    Evidence,
    EvidenceSource,
    Finding,
    NamedSpeaker,
    Report,
    Result,
    StoreInfo,
    Tool,
)
from sources.models import Receipt

NASTY = '=SUM(1,2) "a" <script>alert(1)</script> & *bold* | `x`\nнет \x1b[31mred \u202egnp'
RECEIPT = Receipt.model_validate(
    {
        "searched": 2,
        "speakers": ("Ilse Brandvik",),
        "from": date(2022, 3, 14),
        "to": date(2022, 3, 15),
        "languages": ("en", "ru"),
        "complete": True,
    }
)


def evidence(**fields: Any) -> Evidence:
    """One stored wording; any field may be given."""
    given: dict[str, Any] = {
        "statement": "brandvik-1",
        "utterance": "brandvik-1",
        "speaker": "Ilse Brandvik",
        "role": "Minister of Ports",
        "organisation": None,
        "said_on": date(2022, 3, 14),
        "event": "Harbour day",
        "place": "Torvik",
        "original_language": "en",
        "language": "en",
        "wording": "verbatim",
        "exact": "the harbour is open",
        "prefix": "I can say that",
        "suffix": "from today.",
        "start": 15,
        "end": 34,
        "score": 0.97,
        "edits": (Edit(op="equal", quoted="the harbour is open", stored="the harbour is open"),),
        "source": EvidenceSource(
            publisher="Torvik Archive",
            title="Harbour day",
            url="https://archive.example/1",
            published=date(2022, 3, 15),
            link="https://archive.example/1#:~:text=the%20harbour",
        ),
    }
    return Evidence(**(given | fields))


def result(**fields: Any) -> Result:
    """A checked match; any field may be given."""
    given: dict[str, Any] = {
        "id": "q1",
        "quote": "the harbour is open",
        "kind": "direct",
        "status": "checked",
        "verdict": "match",
        "confidence": 0.98,
        "attribution": "confirmed",
        "speaker": NamedSpeaker(as_written="Brandvik", name="Ilse Brandvik", method="cue"),
        "evidence": (evidence(),),
        "receipt": RECEIPT,
    }
    return Result(**(given | fields))


def finding(code: str, severity: Any = "error", message: str = "Read this first.") -> Finding:
    """One finding."""
    return Finding(code=code, severity=severity, message=message)


MATCH = result(path="port news.txt", line=3, column=7, start=20, end=39)
WRONG_SPEAKER = result(
    id="q2",
    attribution="mismatch",
    severity="error",
    speaker=NamedSpeaker(as_written="Dahl", name="Oskar Dahl", method="cue"),
    findings=(finding("said_often", "info"), finding("wrong_speaker")),
    path="port news.txt",
    line=4,
    column=1,
    start=50,
    end=69,
)
NO_SOURCE = result(
    id="q3",
    quote="the harbour is not open",
    verdict="no_source",
    severity="error",
    attribution="unknown",
    evidence=(),
    findings=(finding("negation_changed"),),
    near_misses=(
        evidence(
            edits=(
                Edit(op="equal", quoted="the harbour is", stored="the harbour is"),
                Edit(op="insert", code="negation_changed", quoted="not"),
                Edit(op="replace", code="reworded", quoted="open", stored="wide open"),
            )
        ),
    ),
)
ABSENT = result(
    id="q4",
    quote=NASTY,
    verdict="no_source",
    severity="info",
    speaker=None,
    evidence=(),
    findings=(finding("absent", "info"),),
)
NOT_CHECKED = result(
    id="-5",
    quote="",
    status="not_checked",
    verdict=None,
    confidence=None,
    severity="error",
    evidence=(),
    findings=(finding("empty", "error", "empty quotation marks; paste the words between them"),),
)
RESULTS = (MATCH, WRONG_SPEAKER, NO_SOURCE, ABSENT, NOT_CHECKED)


def report(*documents: tuple[Result, ...]) -> Report:
    """A report of these documents; the first is a file, the others were pasted."""
    return Report(
        tool=Tool(version="1.2.3", profile="strict"),
        store=StoreInfo(path=None, statements=2, fingerprint="f00d"),
        documents=tuple(
            DocumentReport(
                path="port news.txt" if number == 0 else None,
                origin=None if number == 0 else "https://news.example/a",
                results=results,
                summary=summarise(results),
            )
            for number, results in enumerate(documents)
        ),
    )


REPORT = report(RESULTS[:2], RESULTS[2:])
