"""`checker check QUOTE`: one pasted text."""

from __future__ import annotations

from checker.batch import Task, task_from_pasted
from checker.check import Checker
from checker.commands.answer import answer
from checker.commands.context import Context
from checker.commands.days import day
from checker.commands.engine import engine
from checker.streams import is_terminal, read_all
from claims import readers
from claims.errors import InputError
from claims.given import given
from claims.models import Claim, Document
from claims.readers.encoding import LARGEST

_NOTHING = "paste the words to check, or name a file for `checker batch`"


def check(context: Context) -> int:
    """Check the text that the call gives, or standard input."""
    text: str = context.arguments.text
    return check_text(piped(context) if text == "-" else text, context=context)


def check_text(text: bytes | str, *, context: Context) -> int:
    """Check every quotation of a text; one without quotation marks is checked as a whole.

    Raises: `InputError` where the text is empty or cannot be read.
    """
    arguments = context.arguments
    document = _document(text, origin=getattr(arguments, "origin", None))
    with engine(context) as checker:
        task = task_from_pasted(document, checker=checker)
        for note in document.skipped:
            context.say(note)
        task = _attributed(task, checker=checker, context=context)
        return answer([task], total=1, checker=checker, context=context)


def _document(text: bytes | str, *, origin: str | None) -> Document:
    try:
        document = readers.read_text(text, origin=origin)
    except InputError as error:
        raise InputError(error.what, where="the text", next_step=error.next_step) from error
    if not document.text.strip():
        raise InputError("there is no text", next_step=_NOTHING)
    return document


def piped(context: Context) -> bytes | str:
    """Standard input, up to more than any text may have."""
    if is_terminal(context.streams.stdin):
        context.say("paste the text; end it with Ctrl-D on a line of its own")
    return read_all(context.streams.stdin, limit=LARGEST + 1)


def _attributed(task: Task, *, checker: Checker, context: Context) -> Task:
    """The claims with the speaker and the day that the call gives."""
    arguments = context.arguments
    changes: dict[str, object] = {}
    said_on = day(getattr(arguments, "date", None), option="--date")
    if said_on:
        changes["said_on"] = said_on
    if getattr(arguments, "speaker", None):
        changes["speaker"] = given(arguments.speaker, people=checker.people, on=said_on)
    if not changes:
        return task
    rows = (row.model_copy(update=changes) if isinstance(row, Claim) else row for row in task.rows)
    return Task(task.document, tuple(rows))
