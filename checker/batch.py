"""Many documents: each text or quote list becomes a task, each task its results, in order.

A row that cannot be checked still gives its result, with what is wrong as a finding, so that
what comes out can be laid beside what went in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from checker.check import Checker
from checker.models import Finding, Result
from claims import readers
from claims.errors import InputError
from claims.extract import extract
from claims.models import Claim, Document
from claims.readers import QuoteList, RowProblem
from claims.speaker_map import SpeakerMap
from sources.models import Receipt


class Task(NamedTuple):
    """One document and what is to be checked in it; a row that cannot be is a result already."""

    document: Document
    rows: tuple[Claim | Result, ...]


def task_from_file(
    path: str, *, checker: Checker, claims: bool, speakers: SpeakerMap | None = None
) -> Task:
    """Read a document or a quote list, told apart by what is in it; `speakers` names its turns.

    Raises: `InputError` where the file cannot be read.
    """
    if readers.is_quote_list(Path(path)):
        found = readers.read_quote_list(Path(path), people=checker.people)
        return _task_of_list(found, path=path)
    document = named(readers.read(Path(path)), speakers)
    return task_from_document(document, checker=checker, claims=claims)


def task_from_stream(
    data: bytes | str,
    *,
    path: str,
    checker: Checker,
    claims: bool,
    speakers: SpeakerMap | None = None,
) -> Task:
    """The task of what was read from a stream: a document, or a quote list, as with a file.

    Raises: `InputError` where it cannot be read.
    """
    if readers.holds_quotes(data):
        return _task_of_list(readers.rows_of(data, where=path, people=checker.people), path=path)
    document = named(readers.read_text(data, path=path), speakers)
    return task_from_document(document, checker=checker, claims=claims)


def files_in(paths: Iterable[str]) -> list[str]:
    """The paths, with the files in and below it in place of each folder, in the order of names.

    Hidden files and folders are left out; links to folders are not followed. A folder without
    files stands for itself.
    """
    found: list[str] = []
    for path in paths:
        found += (sorted(_files_below(path)) if Path(path).is_dir() else []) or [path]
    return found


def _files_below(path: str) -> Iterator[str]:
    for folder, inner, names in os.walk(path):
        inner[:] = [name for name in inner if not name.startswith(".")]
        yield from (str(Path(folder, name)) for name in names if not name.startswith("."))


def named(document: Document, speakers: SpeakerMap | None) -> Document:
    """The document with its turns named by a map, where there is one."""
    return document if speakers is None else speakers.named(document)


def task_from_document(document: Document, *, checker: Checker, claims: bool) -> Task:
    """Find the quotations of a text; with `claims` also its indirect speech."""
    model = checker.settings.spacy_model or None
    return Task(document, extract(document, people=checker.people, claims=claims, model=model))


def task_from_pasted(document: Document, *, checker: Checker) -> Task:
    """Find the quotations of a pasted text; without quotation marks, it is one claim."""
    return task_from_document(document, checker=checker, claims=False)


_WITHOUT_SUBJECT: Final = frozenset("is may has holds unpacks declares cannot".split())
"""How a reader's reason begins where the path before it is what it speaks of."""


def unreadable(error: InputError, *, path: str) -> Task:
    """The task of a file that could not be read: one result that says so."""
    begins = error.what.partition(" ")[0]
    what = f"the file {error.what}" if begins in _WITHOUT_SUBJECT else error.what
    reason = f"{what}; {error.next_step}"
    row = _not_checked(id="q1", path=path, line=None, quote="", reason=reason)
    return Task(Document(text="", path=path), (row,))


def check_task(task: Task, *, checker: Checker) -> Iterator[Result]:
    """The results of a task, one for each row, in order."""
    for row in task.rows:
        if isinstance(row, Result):
            yield row
        else:
            yield checker.check(row, document=_printed_in(row, document=task.document))


def _printed_in(claim: Claim, *, document: Document) -> Document:
    """Where a claim was printed: a row of a quote list may name its own place."""
    if claim.origin is None:
        return document
    return document.model_copy(update={"origin": claim.origin})


def _task_of_list(found: QuoteList, *, path: str) -> Task:
    rows = (
        _from_problem(row, path=path) if isinstance(row, RowProblem) else row for row in found.rows
    )
    skipped = (found.note,) if found.note else ()
    return Task(Document(text="", path=path, skipped=skipped), tuple(rows))


def _from_problem(row: RowProblem, *, path: str) -> Result:
    return _not_checked(id=row.id, path=path, line=row.line, quote=row.quote, reason=row.reason)


def _not_checked(
    *,
    id: str,  # noqa: A002 - the field's name
    path: str,
    line: int | None,
    quote: str,
    reason: str,
) -> Result:
    return Result(
        id=id,
        path=path,
        line=line,
        quote=quote,
        kind="direct",
        status="not_checked",
        severity="error",
        findings=(Finding(code="unreadable", severity="error", message=reason),),
        receipt=Receipt(searched=0, speakers=(), languages=(), complete=False),
    )
