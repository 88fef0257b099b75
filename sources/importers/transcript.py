"""Transcripts with speaker turns: each turn becomes a statement."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from claims.errors import ImportFailedError, InputError
from claims.landmarks import Landmarks
from claims.models import Document, Span, Turn
from claims.people import People
from claims.readers import read
from claims.readers.encoding import load
from sources.importers.fields import NOTHING_STORED, statement_from
from sources.importers.options import ImportOptions
from sources.models import Statement
from sources.speakers import is_answer, with_labels


def read_transcript(path: Path, *, options: ImportOptions, people: People) -> Iterator[Statement]:
    """The turns of a transcript in order, the questions among them.

    Shape: words before the first label are nobody's and stay out, unless `options.speaker` says
           whose they are; without any label, the whole text is one turn of that speaker, who
           is also meant by "Answer". The file's name stands for a title that is not given.
           What a machine wrote down is so marked, unless `options.state` says otherwise.
    Raises: `ImportFailedError` where the text cannot be read or a fact is missing.
    """
    document, digest = _read(path)
    if options.tell is not None:
        for note in document.skipped:
            options.tell(f"{path}: {note}")
    if options.speakers is not None:
        document = options.speakers.named(document, on=options.said_on)
    turns = _turns(document, options=options, where=str(path))
    people = with_labels(people, labels=[turn.label for turn in turns if turn.label])
    source = {"title": path.name, "wire": document.wire}
    source |= options.source_fields() | {"sha256": digest}
    state = "asr" if document.recognised and options.state is None else None
    landmarks = Landmarks(document)
    for position, turn in enumerate(turns):
        start = turn.span.start
        fields: dict[str, Any] = {
            "text": document.text[start : turn.span.end].strip(),
            "position": position,
            "source": source,
            "state": state,
        }
        if turn.label is not None and not (options.speaker and is_answer(turn.label)):
            fields["speaker"] = turn.label
        where = f"{path}:{landmarks.place(start).line}"
        yield statement_from(fields, options=options, people=people, where=where)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that is to be imported.

    Raises: `ImportFailedError` where it cannot be read, is empty or too large.
    """
    try:
        return load(path)
    except InputError as error:
        raise ImportFailedError(
            error.what, where=error.where or str(path), next_step=error.next_step
        ) from error


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
