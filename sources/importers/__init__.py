"""Documents -> statements: lists, transcripts and official pages, and the choice between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from claims.people import People
from claims.readers.signs import is_table
from sources.importers.csv import read_csv
from sources.importers.jsonl import read_jsonl
from sources.importers.lines import lines_of
from sources.importers.options import ImportOptions
from sources.importers.pages import layout_of, read_page, recognised, statements_on
from sources.importers.transcript import bytes_of, read_transcript
from sources.models import Entry, Statement

__all__ = ["ImportOptions", "layout_of", "read_entries", "read_page", "read_statements"]

_LISTS: dict[str, Callable[..., Iterator[Entry]]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
}


def _is_speech(path: Path) -> bool:
    """Whether a file that is named like a list is the table that Whisper writes."""
    return path.suffix.lower() == ".tsv" and is_table(next(lines_of(path), ""))


def read_statements(path: Path, *, options: ImportOptions, people: People) -> Iterator[Statement]:
    """The statements among the entries of a document."""
    for entry in read_entries(path, options=options, people=people):
        if isinstance(entry, Statement):
            yield entry


def read_entries(path: Path, *, options: ImportOptions, people: People) -> Iterator[Entry]:
    """The statements of a list (.jsonl, .csv), of an official page, or of a transcript.

    They are read as they are asked for, so that a list of any size fits; handed to
    `Store.add`, all of them are stored or none. What is a page is told by its content.

    A list may hold the audit and the fetched pages of a store beside its statements.

    Raises: `ImportFailedError` naming the file and, where there is one, the line.
    """
    read = _LISTS.get(path.suffix.lower())
    if read is not None and not _is_speech(path):
        return read(path, options=options, people=people)
    page = recognised(bytes_of(path), url=options.url, where=str(path))
    if page is not None:
        return iter(statements_on(page, options=options, people=people))
    return read_transcript(path, options=options, people=people)
