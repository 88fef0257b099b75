"""`checker show ID`: a kept result again."""

from __future__ import annotations

from collections.abc import Iterator

from checker import kept
from checker.commands.context import DONE, Context
from checker.commands.engine import opened_store
from checker.counts import summarise
from checker.models import Evidence, Report, Result
from checker.reports.card import Line, Part, card, compared, headline, line_text
from checker.reports.escape import printable
from checker.reports.formats import document_format
from claims.errors import UsageError
from sources.models import Statement
from sources.store import Store

_NEIGHBOURS = 3


def show(context: Context) -> int:
    """Every kept result with that id, one for each document that has it."""
    name: str = context.arguments.id
    report = kept.recall(environment=context.environment)
    results = [each for document in report.documents for each in document.results]
    found = [each for each in results if each.id == name]
    if not found:
        raise UsageError(f"no kept result is called {name!r}", next_step=_known(results))
    if context.arguments.format == "json":
        text = document_format("json").render(_only(report, name=name))
    else:
        text = "\n".join(_text(each, context=context) for each in found)
    context.streams.stdout.write(text)
    return DONE


def _only(report: Report, *, name: str) -> Report:
    """The report with the results of that id alone."""
    documents = []
    for document in report.documents:
        results = tuple(each for each in document.results if each.id == name)
        if results:
            changes = {"results": results, "summary": summarise(results)}
            documents.append(document.model_copy(update=changes))
    return report.model_copy(update={"documents": tuple(documents)})


def _known(results: list[Result]) -> str:
    if not results:
        return "nothing is kept; check again with --keep"
    return f"the kept ones go from {results[0].id} to {results[-1].id}"


def _text(result: Result, *, context: Context) -> str:
    lines = _diff(result) if context.arguments.diff else card(result)
    text = "".join(f"{line_text(line)}\n" for line in lines)
    if not context.arguments.context:
        return text
    with opened_store(context) as store:
        return text + "".join(f"{line_text(line)}\n" for line in _around(result, store=store))


def _shown(result: Result) -> tuple[Evidence, ...]:
    return result.evidence or result.near_misses


def _diff(result: Result) -> tuple[Line, ...]:
    return (headline(result), *(line for each in _shown(result) for line in compared(each)))


def _around(result: Result, *, store: Store) -> Iterator[Line]:
    """What stands before and after the statement that comes first."""
    if not _shown(result):
        yield Line("context", (Part("no stored statement comes close"),))
    for evidence in _shown(result)[:1]:
        if store.get(evidence.statement) is None:
            yield Line("context", (Part("the statement is no longer in the store"),))
            continue
        before, after = store.neighbours(evidence.statement, n=_NEIGHBOURS)
        if not before and not after:
            yield Line("context", (Part("the store holds nothing before or after it"),))
        yield from (_neighbour("before", each) for each in before)
        yield from (_neighbour("after", each) for each in after)


def _neighbour(label: str, statement: Statement) -> Line:
    return Line(label, (Part(f"{printable(statement.speaker)}: {printable(statement.text)}"),))
