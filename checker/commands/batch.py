"""`checker batch FILE...`: every quotation of texts and quote lists."""

from __future__ import annotations

from collections.abc import Iterator

from checker.batch import Task, files_in, task_from_file, task_from_stream, unreadable
from checker.check import Checker
from checker.commands.answer import answer
from checker.commands.check import piped
from checker.commands.context import Context
from checker.commands.engine import engine, maker
from checker.commands.people import speaker_map
from checker.crew import Crew
from claims.errors import InputError
from claims.speaker_map import SpeakerMap


def batch(context: Context) -> int:
    """Check the files one after the other, those of a folder in the order of their names.

    One that cannot be read does not stop the others.
    """
    files = files_in(context.arguments.files)
    with engine(context) as checker, Crew(maker(context)) as crew:
        speakers = speaker_map(context, people=checker.people)
        tasks = _tasks(files, checker=checker, context=context, speakers=speakers)
        return answer(
            tasks, total=len(files), checker=checker, context=context, check=crew.check_task
        )


def _tasks(
    files: list[str], *, checker: Checker, context: Context, speakers: SpeakerMap | None
) -> Iterator[Task]:
    labels: set[str] = set()
    for path in files:
        task = _task(path, checker=checker, context=context, speakers=speakers)
        labels |= {turn.label for turn in task.document.turns if turn.label is not None}
        for note in task.document.skipped:
            context.say(f"{path}: {note}")
        if not task.rows:
            context.say(_nothing_found(path, claims=context.arguments.claims))
        yield task
    for label in speakers.unused(labels) if speakers else ():
        context.say(f"{context.arguments.speakers}: no turn is labelled {label!r}")


def _task(path: str, *, checker: Checker, context: Context, speakers: SpeakerMap | None) -> Task:
    claims: bool = context.arguments.claims
    try:
        if path == "-":
            data = piped(context)
            return task_from_stream(
                data, path=path, checker=checker, claims=claims, speakers=speakers
            )
        return task_from_file(path, checker=checker, claims=claims, speakers=speakers)
    except InputError as error:
        context.complain(error.line)
        return unreadable(error, path=path)


def _nothing_found(path: str, *, claims: bool) -> str:
    place = "standard input" if path == "-" else path
    if claims:
        return f"{place}: no quotation and no claim found (0 quotes)"
    return f"{place}: no quotation marks (0 quotes); --claims also checks what stands without"
