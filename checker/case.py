"""What a judgement rests on, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from checker.compare import Comparison
from checker.confidence import Ground
from checker.models import Attribution, Evidence, Finding, Level, Severity, Verdict
from checker.settings import Settings
from claims.models import Claim
from claims.people import People
from sources.models import Receipt, Statement


class Case(NamedTuple):
    """Everything a judgement rests on.

    Shape: `comparisons` hold one for each statement looked at, self-sources left out;
           `self_matched` tells that the document's own statement would have supported the quote;
           `wire` is the agency whose copy the document is; `said_on` is the day the text claims;
           `fragment` says where a short quote stands, `short` that it has too few words to be
           judged by likeness; `corrections` are the stored statements by which others were
           corrected, by their ids.
    """

    claim: Claim
    comparisons: tuple[Comparison, ...]
    people: People
    settings: Settings
    receipt: Receipt
    said_on: date | None = None
    wire: str | None = None
    self_matched: bool = False
    fragment: str | None = None
    question: str | None = None
    short: bool = False
    corrections: Mapping[str, Statement] = MappingProxyType({})


class Judgement(NamedTuple):
    """The verdict and what goes with it."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    attribution: Attribution
    evidence: tuple[Evidence, ...]
    near_misses: tuple[Evidence, ...]
    ground: Ground

    @property
    def severity(self) -> Severity | None:
        """The gravest of the findings."""
        levels = [Level[found.severity] for found in self.findings]
        return max(levels).name if levels else None  # type: ignore[return-value]
