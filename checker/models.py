"""How a printed quote and a stored statement compare, and the result that is shown.

The JSON form of `Result` and `Evidence` is a contract; `checker schema` prints it.
"""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Literal

from pydantic import Field

from claims.models import MentionMethod, Model, QuoteKind
from sources.models import Receipt, Source, Wording

Verdict = Literal["match", "paraphrase", "no_source"]
Status = Literal["checked", "not_checked"]
Severity = Literal["info", "notice", "warning", "error"]
Attribution = Literal["confirmed", "mismatch", "not_claimed", "unknown"]
EditOp = Literal["equal", "replace", "insert", "delete"]


class Level(IntEnum):
    """Severities in order, so that they can be compared."""

    info = 1
    notice = 2
    warning = 3
    error = 4


class Edit(Model):
    """One stretch of the word alignment.

    Shape: "insert" stands only in the quote, "delete" only in the statement. `code` is a code
           of the verdict table, `None` for equal words.
    """

    op: EditOp
    code: str | None = None
    quoted: str = ""
    stored: str = ""


class Finding(Model):
    """One thing a person must know before printing, in a plain sentence."""

    code: str
    severity: Severity
    message: str
    quoted: str | None = None
    stored: str | None = None


class EvidenceSource(Source):
    """A source as shown: with a link into the page where the wording is the page's own."""

    link: str | None = None


class Evidence(Model):
    """One stored wording that bears on the quote.

    Shape: `exact` is `statement.text[start:end]`; `prefix` and `suffix` stand around it.
    Unit:  `score` 0..1.
    Source: W3C Web Annotation, TextQuoteSelector.
    """

    statement: str
    utterance: str
    speaker: str
    role: str | None
    organisation: str | None
    said_on: date
    event: str | None
    place: str | None
    original_language: str
    language: str
    wording: Wording
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    score: float = Field(ge=0, le=1)
    edits: tuple[Edit, ...] = ()
    source: EvidenceSource


class NamedSpeaker(Model):
    """Whom the text names; `name` is the canonical form."""

    as_written: str
    name: str | None
    method: MentionMethod


class Result(Model):
    """The answer to one claim."""

    id: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    page: int | None = None
    time: float | None = None
    start: int | None = None
    end: int | None = None
    quote: str
    kind: QuoteKind
    speaker: NamedSpeaker | None = None
    said_on: date | None = None
    status: Status
    verdict: Verdict | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    severity: Severity | None = None
    findings: tuple[Finding, ...] = ()
    attribution: Attribution = "not_claimed"
    evidence: tuple[Evidence, ...] = ()
    near_misses: tuple[Evidence, ...] = ()
    receipt: Receipt


class Summary(Model):
    """Counts over the results of one document."""

    quotes: int
    match: int
    paraphrase: int
    no_source: int
    not_checked: int
    findings: dict[Severity, int]


class DocumentReport(Model):
    """One document and its results, in reading order."""

    path: str | None
    origin: str | None
    results: tuple[Result, ...]
    summary: Summary


class Tool(Model):
    """The program that judged."""

    name: str = "checker"
    version: str
    profile: str


class StoreInfo(Model):
    """The store that was searched; `fingerprint` changes with every change of its statements."""

    path: str | None
    statements: int
    fingerprint: str


class Report(Model):
    """The whole answer to one call."""

    schema_: int = Field(default=1, alias="schema")
    tool: Tool
    store: StoreInfo
    documents: tuple[DocumentReport, ...]
