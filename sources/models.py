"""What was said: statements, the documents they stand in, and what a search finds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from pydantic import Field

from claims.models import Model

Wording = Literal["verbatim", "official_translation", "agency_translation", "rendering"]
SourceKind = Literal[
    "official_transcript", "official_statement", "agency_report", "news_report", "transcript"
]
Confidence = Literal["high", "medium", "low"]
RecordState = Literal["delivered", "as_prepared", "edited", "asr"]
"""What a record is of: the words as delivered, the text handed out before, a record known to be
tidied, or what a machine heard."""

QUESTIONER: Final = "QUESTION"
"""The speaker of every turn that a transcript gives to an unnamed questioner."""


class Source(Model):
    """A document with provenance.

    Shape: `wire` names the agency whose copy it is, so that one wire never counts as two
           sources; `sha256` is of the bytes that were read, `None` when only cited: the same
           address with another hash is another version of the page. `licence` is the
           publisher's, as it names it.
    """

    publisher: str = Field(min_length=1)
    title: str | None = None
    url: str | None = None
    published: date | None = None
    kind: SourceKind = "transcript"
    wire: str | None = None
    retrieved_at: datetime | None = None
    sha256: str | None = None
    licence: str | None = None


class Statement(Model):
    """One speaker's turn in a source, in one wording.

    Shape: `utterance` ties the wordings of one utterance together; `position` is the turn's
           place in its source, from 0, `None` where the source is only cited. `state` is
           `None` where the record does not tell. `corrected_by` is the id of the statement, or
           the address of the page, by which the office changed these words later; `withdrawn`
           says that it took them back. `translated_from` is the language of the text that was
           translated, where that is not the original.
    Source: the fields of the built-in list, `sources/data/statements.jsonl`.
    """

    id: str = Field(min_length=1)
    utterance: str = Field(min_length=1)
    speaker: str = Field(min_length=1)
    role: str | None = None
    organisation: str | None = None
    said_on: date
    said_on_approximate: bool = False
    event: str | None = None
    place: str | None = None
    original_language: str = "en"
    language: str = "en"
    wording: Wording = "verbatim"
    text: str = Field(min_length=1)
    topics: tuple[str, ...] = ()
    confidence: Confidence = "high"
    note: str | None = None
    position: int | None = None
    state: RecordState | None = None
    corrected_by: str | None = None
    withdrawn: bool = False
    translated_from: str | None = None
    source: Source

    @property
    def is_relayed(self) -> bool:
        """Whether the text is translated from a translation, or back into the original language."""
        return self.translated_from not in (None, self.original_language)

    @property
    def is_translation(self) -> bool:
        """Whether the text is an office's or an agency's translation of what was said."""
        return (
            self.wording in ("official_translation", "agency_translation")
            and self.original_language != self.language
        )


Route = Literal["words", "meaning", "vectors"]


class Hit(Model):
    """A retrieved statement.

    Unit: `score` 0..1, comparable within one search only; `rank` from 1.
    """

    statement: Statement
    score: float = Field(ge=0, le=1)
    rank: int = Field(ge=1)
    routes: tuple[Route, ...]


class Fragment(NamedTuple):
    """Where a fragment of a few words stands.

    Shape: `n_statements` and `n_utterances` count every statement that holds it; `hits` are
           the first of them.
    """

    n_statements: int
    n_utterances: int
    hits: tuple[Hit, ...]


class StoredSource(NamedTuple):
    """A document in the store, with what was taken from it.

    Shape: `id` is made of the source's fields, so that it is the same in every store; the
           days are those of the first and last utterance, not of publication.
    """

    id: str
    source: Source
    n_statements: int
    first_day: date
    last_day: date


class Added(NamedTuple):
    """What adding statements did.

    Shape: the `known` were there already; the `kept` too, but they say something else than what
           came, and stayed as they were. These are ids.
    """

    added: int
    replaced: int
    known: int
    kept: tuple[str, ...] = ()


class Regrouped(NamedTuple):
    """The statements that a merge or a split moved, and the utterance they are wordings of now."""

    utterance: str
    moved: tuple[str, ...]


AuditAction = Literal["removed", "replaced", "merged", "split"]


class AuditEntry(NamedTuple):
    """One change of a statement that was stored, without its words.

    Shape: `digest` is of the whole old record, so that a copy can be recognised. Of a merge or
           a split, `detail` is the utterance that the statement left.
    """

    at: datetime
    action: AuditAction
    statement: str
    speaker: str
    said_on: date
    publisher: str
    digest: str
    detail: str | None = None


class FetchedPage(NamedTuple):
    """One version of a page, as it was fetched.

    Shape: `url` is the address that was asked for, `leads_to` where that led over `redirects`;
           `sha256` is of the page's bytes. `archived` is the address of an archive's copy,
           `fault` says why no statements were taken, `None` where some were.
    Unit:  `retrieved_at` when these bytes first came, `seen_at` when they last did.
    """

    url: str
    sha256: str
    retrieved_at: datetime
    seen_at: datetime
    leads_to: str
    redirects: tuple[str, ...]
    media_type: str
    archived: str | None = None
    fault: str | None = None


Entry = Statement | AuditEntry | FetchedPage
"""What a list or another store brings."""


class Problem(NamedTuple):
    """One thing that is wrong with a store, and what to do about it."""

    what: str
    where: str
    next_step: str


class Receipt(Model):
    """What was searched, so that "no source" can be replicated.

    Shape: `searched` counts every statement the search could have returned; `complete` is
           false when the search was cut short.
    """

    searched: int
    speakers: tuple[str, ...]
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    languages: tuple[str, ...]
    complete: bool


class Coverage(Model):
    """What the store holds, in counts.

    Shape: each mapping is name -> number of statements, largest first.
    """

    statements: int
    utterances: int
    sources: int
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    speakers: dict[str, int]
    years: dict[str, int]
    languages: dict[str, int]
    kinds: dict[str, int]
    wordings: dict[str, int]
