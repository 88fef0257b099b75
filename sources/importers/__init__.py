"""Documents -> statements: one file per layout, and the choice between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from claims.people import People
from sources.importers.csv import read_csv
from sources.importers.jsonl import read_jsonl
from sources.importers.options import ImportOptions
from sources.importers.transcript import read_transcript
from sources.models import Statement

__all__ = ["ImportOptions", "read_statements"]

_LISTS: dict[str, Callable[..., Iterator[Statement]]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
}


def read_statements(path: Path, *, options: ImportOptions, people: People) -> Iterator[Statement]:
    """The statements of a list (.jsonl, .csv) or of a transcript (any other file).

    They are read as they are asked for, so that a list of any size fits; handed to
    `Store.add`, all of them are stored or none.

    Raises: `ImportFailedError` naming the file and, where there is one, the line.
    """
    read = _LISTS.get(path.suffix.lower(), read_transcript)
    return read(path, options=options, people=people)
