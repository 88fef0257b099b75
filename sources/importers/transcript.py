"""Transcripts with speaker turns: each turn becomes a statement."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from claims.errors import ImportFailedError, InputError
from claims.models import Document, Span, Turn
from claims.people import People
from claims.readers import read
from sources.importers.fields import NOTHING_STORED, statement_from
from sources.importers.options import ImportOptions
from sources.models import Statement
from sources.speakers import with_labels


def read_transcript(path: Path, *, options: ImportOptions, people: People) -> Iterator[Statement]:
    """The turns of a transcript in order, the questions among them.

    Shape: words before the first label are nobody's and stay out, unless `options.speaker`
           says whose they are; without any label, the whole text is one turn of that speaker.
    Raises: `ImportFailedError` where the text cannot be read or a fact is missing.
    """
    document, digest = _read(path)
    turns = _turns(document, options=options, where=str(path))
    people = with_labels(people, labels=[turn.label for turn in turns if turn.label])
    known: dict[str, Any] = {
        "title": document.title,
        "published": document.published and document.published.isoformat(),
        "wire": document.wire,
        "url": document.origin,
    }
    source = {name: value for name, value in known.items() if value is not None}
    source |= options.source_fields() | {"sha256": digest}
    for position, turn in enumerate(turns):
        text = document.text[turn.span.start : turn.span.end].strip()
        fields = {"text": text, "position": position, "source": source}
        if turn.label is not None:
            fields["speaker"] = turn.label
        where = f"{path}:{document.text.count(chr(10), 0, turn.span.start) + 1}"
        yield statement_from(fields, options=options, people=people, where=where)


def _read(path: Path) -> tuple[Document, str]:
    """The document, and the hash of the bytes that it was read from."""
    try:
        return read(path), sha256(path.read_bytes()).hexdigest()
    except InputError as error:
        raise ImportFailedError(
            error.what, where=error.where or str(path), next_step=error.next_step
        ) from error
    except OSError as error:
        raise ImportFailedError(
            f"cannot be read ({error.strerror})",
            where=str(path),
            next_step=f"check the path; {NOTHING_STORED}",
        ) from error


def _turns(document: Document, *, options: ImportOptions, where: str) -> list[Turn]:
    """The turns that are somebody's words and not empty."""
    every = document.turns
    if not every and document.text.strip():
        every = (Turn(span=Span(start=0, end=len(document.text)), label=None),)
    turns = [
        turn
        for turn in every
        if document.text[turn.span.start : turn.span.end].strip()
        and (turn.label is not None or options.speaker is not None)
    ]
    if not turns:
        raise ImportFailedError(
            "no turn of a named speaker is in this text",
            where=where,
            next_step=f"name who speaks with --speaker NAME; {NOTHING_STORED}",
        )
    return turns
