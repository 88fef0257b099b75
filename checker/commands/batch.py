"""`checker batch FILE...`: every quotation of texts and quote lists."""

from __future__ import annotations

from collections.abc import Iterator

from checker.batch import Task, task_from_document, task_from_file, unreadable
from checker.check import Checker
from checker.commands.answer import answer
from checker.commands.check import piped
from checker.commands.context import Context
from checker.commands.engine import engine
from claims import readers
from claims.errors import InputError


def batch(context: Context) -> int:
    """Check the files one after the other; one that cannot be read does not stop the others."""
    files: list[str] = context.arguments.files
    with engine(context) as checker:
        tasks = _tasks(files, checker=checker, context=context)
        return answer(tasks, total=len(files), checker=checker, context=context)


def _tasks(files: list[str], *, checker: Checker, context: Context) -> Iterator[Task]:
    for path in files:
        task = _task(path, checker=checker, context=context)
        for note in task.document.skipped:
            context.say(f"{path}: {note}")
        if not task.rows:
            context.say(_nothing_found(path, claims=context.arguments.claims))
        yield task


def _task(path: str, *, checker: Checker, context: Context) -> Task:
    claims: bool = context.arguments.claims
    try:
        if path == "-":
            document = readers.read_text(piped(context), path=path)
            return task_from_document(document, checker=checker, claims=claims)
        return task_from_file(path, checker=checker, claims=claims)
    except InputError as error:
        context.complain(error.line)
        return unreadable(error, path=path)


def _nothing_found(path: str, *, claims: bool) -> str:
    place = "standard input" if path == "-" else path
    if claims:
        return f"{place}: no quotation and no claim found (0 quotes)"
    return f"{place}: no quotation marks (0 quotes); --claims also checks what stands without"
