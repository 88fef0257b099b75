"""Many documents: each text or quote list becomes a task, each task its results, in order.

A row that cannot be checked still gives its result, with what is wrong as a finding, so that
what comes out can be laid beside what went in.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from checker.check import Checker
from checker.models import Finding, Result
from claims import readers
from claims.errors import CheckerError, InputError
from claims.extract import extract
from claims.models import Claim, Document
from claims.readers import RowProblem
from sources.models import Receipt

LIST_SUFFIXES = frozenset({".jsonl", ".csv"})

_NOTHING_SEARCHED = Receipt(searched=0, speakers=(), languages=(), complete=False)


class Task(NamedTuple):
    """One document and what is to be checked in it; a row that cannot be is a result already."""

    document: Document
    rows: tuple[Claim | Result, ...]


def task_from_file(path: str, *, checker: Checker, claims: bool) -> Task:
    """Read a text or a quote list, told apart by the name.

    Raises: `InputError` where the file cannot be read.
    """
    if Path(path).suffix.lower() in LIST_SUFFIXES:
        return _task_from_list(path)
    return task_from_document(readers.read(Path(path)), checker=checker, claims=claims)


def task_from_document(document: Document, *, checker: Checker, claims: bool) -> Task:
    """Find the quotations of a text; with `claims` also its indirect speech.

    Shape: a text without a path was pasted: without quotation marks, it is one claim.
    """
    return Task(document, extract(document, people=checker.people, claims=claims))


def _task_from_list(path: str) -> Task:
    rows = readers.read_quote_list(Path(path))
    document = Document(text="", path=path)
    return Task(
        document,
        tuple(
            row if isinstance(row, RowProblem) else row for row in rows
        ),
    )


def unreadable(error: CheckerError, *, path: str) -> Task:
    """The task of a file that could not be read: one result that says so."""
    document = Document(text="", path=path)
    claim = Result(
        id="q1",
        path=path,
        quote="",
        kind="direct",
        status="not_checked",
        severity="error",
        findings=(_problem("unreadable", f"{error.what}; {error.next_step}"),),
        receipt=_NOTHING_SEARCHED,
    )
    return Task(document, (claim,))


def check_task(task: Task, *, checker: Checker) -> Iterator[Result]:
    """The results of a task, one for each row, in order."""
    for row in task.rows:
        yield row if isinstance(row, Result) else _checked(row, task=task, checker=checker)


def _checked(claim: Claim, *, task: Task, checker: Checker) -> Result:
    try:
        return checker.check(claim, document=task.document)
    except InputError as error:
        return Result(
            id=claim.id,
            path=task.document.path,
            line=claim.line,
            column=claim.column,
            quote=claim.quote.text,
            kind=claim.quote.kind,
            status="not_checked",
            severity="error",
            findings=(_problem("unreadable", f"{error.what}; {error.next_step}"),),
            receipt=_NOTHING_SEARCHED,
        )


def _problem(code: str, message: str) -> Finding:
    return Finding(code=code, severity="error", message=message)
