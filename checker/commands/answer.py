"""Check tasks and deliver the report: as it comes, or whole; on the screen, or into a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, TextIO

from checker import __version__, kept
from checker.batch import Task, check_task
from checker.check import Checker
from checker.commands.context import DONE, FAILED, FINDINGS, INTERRUPTED, Context
from checker.counts import document_report, summarise
from checker.models import DocumentReport, Level, Report, Result, Tool
from checker.output import opened
from checker.progress import Bar
from checker.reports.escape import printable
from checker.reports.formats import ROW_FORMATS, RowFormat, document_format, row_format
from checker.reports.summary import worst
from checker.streams import is_terminal
from claims.errors import CheckerError
from claims.models import Document


class Check(Protocol):
    """How a task is checked: its results, one for each row, in order."""

    def __call__(self, task: Task, *, checker: Checker) -> Iterator[Result]:
        """Check it."""


class _Outcome(NamedTuple):
    """What was finished, and what stopped the work, if anything did."""

    documents: tuple[DocumentReport, ...]
    stopped: KeyboardInterrupt | CheckerError | None


class _Rows:
    """Writes each result as it comes."""

    def __init__(self, stream: TextIO, *, form: RowFormat) -> None:
        self._stream = stream
        self._form = form
        self._before = form.HEAD

    def write(self, result: Result) -> None:
        self._stream.write(self._before + self._form.row(result))
        self._stream.flush()
        self._before = self._form.SEPARATOR

    def finish(self, results: list[Result]) -> None:
        head = "" if results else self._form.HEAD
        self._stream.write(head + self._form.foot(summarise(results)))


def answer(
    tasks: Iterable[Task],
    *,
    total: int,
    checker: Checker,
    context: Context,
    check: Check = check_task,
) -> int:
    """Check every task, deliver the report and return the exit code.

    Rows that are finished when the work is interrupted, or the store fails, are delivered.
    """
    name = _format(context)
    with opened(context.arguments.output, stdout=context.streams.stdout) as stream:
        rows = _Rows(stream, form=row_format(name)) if name in ROW_FORMATS else None
        results = ((task, check(task, checker=checker)) for task in tasks)
        outcome = _work(results, total=total, context=context, rows=rows)
        report = _report(outcome.documents, checker=checker)
        if rows is not None:
            rows.finish(_results(report))
        else:
            stream.write(_whole(report, name=name, context=context))
        stream.flush()
    if context.arguments.keep:
        place = kept.keep(report, environment=context.environment)
        context.detail(f"kept in {place}")
    return _exit_code(outcome, context=context)


def _work(
    checked: Iterable[tuple[Task, Iterator[Result]]],
    *,
    total: int,
    context: Context,
    rows: _Rows | None,
) -> _Outcome:
    finished: list[tuple[Document, list[Result]]] = []
    stopped: KeyboardInterrupt | CheckerError | None = None
    try:
        with Bar(context.streams.stderr, total=total, shown=not context.arguments.quiet) as bar:
            for task, found in checked:
                results: list[Result] = []
                finished.append((task.document, results))
                for result in found:
                    if rows is not None:
                        rows.write(result)
                    results.append(result)
                    bar.move(
                        done=len(finished) - 1 + len(results) / len(task.rows),
                        text=_place(task, n_done=len(results)),
                    )
    except (KeyboardInterrupt, CheckerError) as error:
        stopped = error
    documents = (document_report(document, results=results) for document, results in finished)
    return _Outcome(tuple(documents), stopped)


def _place(task: Task, *, n_done: int) -> str:
    return f"{printable(task.document.path or 'text')}: {n_done}/{len(task.rows)}"


def _report(documents: tuple[DocumentReport, ...], *, checker: Checker) -> Report:
    tool = Tool.model_construct(version=__version__, profile=checker.settings.profile)
    return Report.model_construct(tool=tool, store=checker.store_info(), documents=documents)


def _results(report: Report) -> list[Result]:
    return [result for document in report.documents for result in document.results]


def _format(context: Context) -> str:
    named: str | None = context.arguments.format
    if named:
        return named
    on_screen = context.arguments.output is None and is_terminal(context.streams.stdout)
    return "table" if on_screen else "plain"


def _whole(report: Report, *, name: str, context: Context) -> str:
    if name != "table":
        return document_format(name).render(report)
    from checker.commands.screen import screen_text

    on_screen = context.arguments.output is None and is_terminal(context.streams.stdout)
    return screen_text(report, on_screen=on_screen, colour=context.configuration.colour)


def _exit_code(outcome: _Outcome, *, context: Context) -> int:
    results = [result for document in outcome.documents for result in document.results]
    if isinstance(outcome.stopped, KeyboardInterrupt):
        context.complain(f"interrupted; {len(results)} results were finished")
        return INTERRUPTED
    if outcome.stopped is not None:
        context.complain(outcome.stopped.line)
        return FAILED
    incomplete = [result for result in results if _incomplete(result)]
    if incomplete:
        _say_why(incomplete, n_all=len(results), context=context)
        return FAILED
    return _by_severity(results, fail_on=context.arguments.fail_on)


def _say_why(incomplete: list[Result], *, n_all: int, context: Context) -> None:
    """How many could not be checked; where no statement in their language is stored, that."""
    uncovered = Counter(
        finding.message.partition(": ")[2].rstrip(".")
        for result in incomplete
        for finding in result.findings
        if result.status == "not_checked" and finding.code == "not_covered"
    )
    for reason, n_quotes in uncovered.items():
        context.say(f"{reason}; {n_quotes} of {n_all} NOT CHECKED, which is not “no source”")
    n_others = len(incomplete) - uncovered.total()
    if n_others:
        context.say(f"{n_others} of {n_all} could not be checked; the results say why")


def _incomplete(result: Result) -> bool:
    return result.status == "not_checked" or not result.receipt.complete


def _by_severity(results: list[Result], *, fail_on: str) -> int:
    found = worst(results)
    if fail_on == "never" or found is None or found < Level[fail_on]:
        return DONE
    return FINDINGS
