"""Statements and sources as rows of the record, as plain fields, and as a digest.

Everything that enters the store was validated as a model; rows are turned back without
validation, which is what keeps a search within a few milliseconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

from claims.errors import StoreError
from sources.models import Source, Statement

Value = str | int | None
Row = Sequence[Any]

SOURCE_COLUMNS = (
    "publisher", "title", "url", "published", "kind", "wire", "retrieved_at", "sha256",
    "licence",
)  # fmt: skip
STATEMENT_COLUMNS = (
    "role", "organisation", "said_on", "said_on_approximate", "event", "place",
    "original_language", "language", "wording", "text", "topics", "confidence", "note", "position",
    "state", "corrected_by", "withdrawn", "translated_from",
)  # fmt: skip


_PLAIN = json.JSONEncoder(ensure_ascii=False)
_PACKED = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def topics_text(topics: Sequence[str]) -> str:
    """Topics as they lie in the record."""
    return _PLAIN.encode(topics) if topics else "[]"


def source_values(source: Source) -> tuple[Value, ...]:
    """The columns of a source, in the order of `SOURCE_COLUMNS`."""
    return (
        source.publisher,
        source.title,
        source.url,
        source.published.isoformat() if source.published else None,
        source.kind,
        source.wire,
        source.retrieved_at.isoformat() if source.retrieved_at else None,
        source.sha256,
        source.licence,
    )


def statement_values(statement: Statement) -> tuple[Value, ...]:
    """The columns of a statement, in the order of `STATEMENT_COLUMNS`."""
    return (
        statement.role,
        statement.organisation,
        statement.said_on.isoformat(),
        int(statement.said_on_approximate),
        statement.event,
        statement.place,
        statement.original_language,
        statement.language,
        statement.wording,
        statement.text,
        topics_text(statement.topics),
        statement.confidence,
        statement.note,
        statement.position,
        statement.state,
        statement.corrected_by,
        int(statement.withdrawn),
        statement.translated_from,
    )


def source_from(row: Row) -> Source:
    """A source from its columns."""
    publisher, title, url, published, kind, wire, retrieved_at, sha256, licence = row
    return Source.model_construct(
        publisher=publisher,
        title=title,
        url=url,
        published=published and date.fromisoformat(published),
        kind=kind,
        wire=wire,
        retrieved_at=retrieved_at and datetime.fromisoformat(retrieved_at),
        sha256=sha256,
        licence=licence,
    )


def statements_from(rows: Iterable[Row]) -> Iterator[Statement]:
    """Statements from rows of (name, utterance, speaker, source id, statement and source columns).

    Raises: `StoreError` naming the statement whose row cannot be read.
    """
    sources: dict[int, Source] = {}
    end = 4 + len(STATEMENT_COLUMNS)
    for row in rows:
        try:
            source = sources.get(row[3])
            if source is None:
                source = sources[row[3]] = source_from(row[end:])
            yield _statement(row[:3], row[4:end], source)
        except (ValueError, TypeError) as error:
            raise StoreError(
                f"statement {row[0]!r} is damaged: {error}",
                next_step="run `checker sources verify`, then remove it and import it again",
            ) from error


def _statement(names: Row, columns: Row, source: Source) -> Statement:
    fields = dict(zip(STATEMENT_COLUMNS, columns, strict=True))
    fields["id"], fields["utterance"], fields["speaker"] = names
    fields["said_on"] = date.fromisoformat(fields["said_on"])
    fields["said_on_approximate"] = bool(fields["said_on_approximate"])
    fields["withdrawn"] = bool(fields["withdrawn"])
    fields["topics"] = tuple(json.loads(fields["topics"]))
    return Statement.model_construct(**fields, source=source)


def statement_digest(statement: Statement) -> int:
    """128 bits of a hash of all that a statement says."""
    names = (statement.id, statement.utterance, statement.speaker)
    source = source_fields(source_values(statement.source))
    return digest_of_row(names, statement_values(statement), source)


def digest_of_row(
    names: tuple[str, str, str], values: tuple[Value, ...], source: dict[str, Value]
) -> int:
    """The digest of a statement by its id, utterance and speaker, its columns and its source's."""
    fields = dict[str, object](zip(_NAMES, (*names, *values), strict=True))
    fields["source"] = source
    for name in _SINCE_2:
        if not fields[name]:
            del fields[name]
    return digest_of(fields)


def source_key(source: Source) -> str:
    """64 bits of a source's digest: what the outside knows the document by."""
    return key_of_fields(source_fields(source_values(source)))


def key_of_fields(fields: dict[str, Value]) -> str:
    """The key of a source by the fields that digests are made of."""
    value = fields if "licence" in fields else list(fields.values())
    return f"{digest_of(value) >> 64:016x}"


def source_fields(values: tuple[Value, ...]) -> dict[str, Value]:
    """The fields of a source that digests are made of, from its columns."""
    fields = dict(zip(SOURCE_COLUMNS, values, strict=True))
    if not fields["licence"]:
        del fields["licence"]
    return fields


_NAMES = ("id", "utterance", "speaker", *STATEMENT_COLUMNS)
_SINCE_2 = ("state", "corrected_by", "withdrawn", "translated_from")
"""Columns of migration 2: one that tells nothing is left out of digests, as a licence is, so that
those of older stores stay as they are."""


def digest_of(value: object) -> int:
    """128 bits of a hash of plain values; the same on every machine."""
    packed = _PACKED.encode(value)
    return int.from_bytes(blake2b(packed.encode("ascii"), digest_size=16).digest(), "big")
