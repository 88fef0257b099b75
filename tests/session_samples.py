"""Results made by hand for the tests of the session: invented people, invented words."""

from __future__ import annotations

from datetime import date
from typing import Any

from checker.dialogue.focus import Checked, Focus
from checker.models import Edit, Evidence, EvidenceSource, Finding, NamedSpeaker, Result
from claims.models import Document
from sources.models import Receipt

RECEIPT = Receipt(
    searched=12,
    speakers=("Ada Morn", "Ben Okri-Vale"),
    **{"from": date(2031, 1, 2), "to": date(2031, 12, 30)},
    languages=("en", "ru"),
    complete=True,
)


def evidence(**fields: Any) -> Evidence:
    """Ada Morn on the harbour, unless told otherwise."""
    return Evidence(
        **{
            "statement": "morn-1",
            "utterance": "morn-1",
            "speaker": "Ada Morn",
            "role": "Harbour Minister",
            "organisation": "Port Authority",
            "said_on": date(2031, 5, 4),
            "event": "Opening of the north pier",
            "place": "Aldport",
            "original_language": "ru",
            "language": "en",
            "wording": "verbatim",
            "exact": "The harbour is open to every ship.",
            "prefix": "",
            "suffix": "",
            "start": 0,
            "end": 34,
            "score": 1.0,
            "edits": (
                Edit(op="equal", quoted="The harbour is open", stored="The harbour is open"),
            ),
            "source": EvidenceSource(
                publisher="Port Authority",
                title="Remarks at the pier",
                url="https://example.org/pier",
                published=date(2031, 5, 5),
            ),
            **fields,
        }
    )


def result(**fields: Any) -> Result:
    """A plain match of those words, unless told otherwise."""
    return Result(
        **{
            "id": "q1",
            "quote": "The harbour is open",
            "kind": "direct",
            "status": "checked",
            "verdict": "match",
            "confidence": 0.9,
            "severity": None,
            "evidence": (evidence(),),
            "receipt": RECEIPT,
            **fields,
        }
    )


MATCH = result(
    speaker=NamedSpeaker(as_written="Morn", name="Ada Morn", method="cue"), attribution="confirmed"
)
AMBIGUOUS = result(
    speaker=NamedSpeaker(as_written="Morn", name=None, method="cue"),
    attribution="unknown",
    severity="notice",
    findings=(Finding(code="ambiguous_speaker", severity="notice", message="Morn fits two."),),
)
WRONG_SPEAKER = result(
    speaker=NamedSpeaker(as_written="Vale", name="Ben Okri-Vale", method="cue"),
    said_on=date(2031, 5, 9),
    attribution="mismatch",
    severity="error",
    findings=(
        Finding(code="said_often", severity="info", message="Said twice."),
        Finding(code="wrong_speaker", severity="error", message="Ada Morn said this, not Vale."),
    ),
)
PARAPHRASE = result(
    quote="Any ship may enter",
    verdict="paraphrase",
    severity="warning",
    findings=(Finding(code="reworded", severity="warning", message="Drop the quotation marks."),),
)
ALTERED = result(
    quote="The harbour is not open",
    verdict="no_source",
    severity="error",
    evidence=(),
    speaker=NamedSpeaker(as_written="Morn", name="Ada Morn", method="cue"),
    findings=(Finding(code="negation_changed", severity="error", message='"not" was added.'),),
    near_misses=(
        evidence(
            edits=(
                Edit(op="equal", quoted="The harbour is", stored="The harbour is"),
                Edit(op="insert", code="negation_changed", quoted="not"),
                Edit(op="equal", quoted="open", stored="open"),
            )
        ),
    ),
)
ABSENT = result(verdict="no_source", evidence=(), severity="info", confidence=None)
UNCHECKED = result(
    quote="peace",
    status="not_checked",
    verdict=None,
    confidence=None,
    evidence=(),
    findings=(Finding(code="too_short", severity="notice", message="one common word"),),
)


def focus(shown: Result) -> Focus:
    """What "it" means after that result."""
    return Focus(Checked(1, shown, Document(text=shown.quote)))
