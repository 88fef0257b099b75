"""`checker sources` ...: what looks into the store and changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from checker.agreement import agreement
from checker.commands.context import DONE, FAILED, Context
from checker.commands.days import day
from checker.commands.engine import opened_store
from checker.commands.people import canonical
from checker.output import opened
from checker.reports.escape import printable
from checker.reports.jsonable import json_text, jsonable
from checker.reports.statements import (
    coverage_text,
    document_row,
    document_text,
    gaps_text,
    statement_row,
    statement_text,
)
from claims.errors import UsageError
from claims.people import load_people
from sources.gaps import gaps_of
from sources.importers.jsonl import AUDIT, PAGE
from sources.licences import is_redistributable
from sources.models import Problem, Statement, StoredSource
from sources.store import Store

_NEIGHBOURS = 3


def list(context: Context) -> int:  # noqa: A001 - the word of the command line
    """The documents; the statements where they are asked for or chosen from."""
    arguments = context.arguments
    with opened_store(context) as store:
        if arguments.statements or arguments.speaker or arguments.since or arguments.until:
            chosen = tuple(_chosen(store, context=context))
            return _rows(context, chosen, lines=map(statement_row, chosen))
        documents = store.sources()
        return _rows(context, documents, lines=map(document_row, documents))


def show(context: Context) -> int:
    """One statement, or one document with its statements."""
    name: str = context.arguments.id
    with opened_store(context) as store:
        statement = store.get(name)
        if statement is not None:
            return _show_statement(statement, store=store, context=context)
        document = next((each for each in store.sources() if each.id == name), None)
        if document is None:
            raise UsageError(
                f"no statement and no document has the id {name!r}",
                next_step="find it with `checker sources search WORDS`",
            )
        return _show_document(document, store=store, context=context)


def search(context: Context) -> int:
    """The statements nearest to some words, best first."""
    arguments = context.arguments
    with opened_store(context) as store:
        name = arguments.speaker and canonical(arguments.speaker, people=store.people())
        hits = store.search(" ".join(arguments.words), limit=arguments.limit, speaker=name)
    if not hits:
        context.say("no statement has any of these words or their meaning")
    return _rows(context, hits, lines=(statement_row(hit.statement) for hit in hits))


def coverage(context: Context) -> int:
    """What the store holds, in counts, and what it does not."""
    with opened_store(context) as store:
        held = store.coverage()
        gaps = gaps_of(store.statements(), people=load_people())
    if _wants_json(context):
        return _write(context, json_text({**jsonable(held), "gaps": gaps}, indent=2))
    return _write(context, f"{coverage_text(held)}{gaps_text(gaps, n_utterances=held.utterances)}")


def export(context: Context) -> int:
    """All statements as a statement list, which `checker sources add` reads back."""
    arguments = context.arguments
    with opened_store(context) as store:
        name = arguments.speaker and canonical(arguments.speaker, people=store.people())
        left_out = Counter[str]()
        with opened(arguments.output, stdout=context.streams.stdout) as stream:
            if arguments.whole:
                _write_beside(stream, store=store)
            for statement in store.statements(speaker=name):
                if arguments.redistributable and not is_redistributable(statement):
                    left_out[statement.source.licence or ""] += 1
                else:
                    stream.write(json_text(statement))
    for licence, n in left_out.most_common():
        why = f"the licence {licence!r} does not allow it" if licence else "no licence is stored"
        context.say(f"{n:,} left out: {why}")
    return DONE


def _write_beside(stream: TextIO, *, store: Store) -> None:
    """The lines of an export that are no statements."""
    for name, records in ((AUDIT, store.audit()), (PAGE, store.pages())):
        for each in records:
            stream.write(json_text({name: each._asdict()}))


def verify(context: Context) -> int:
    """Everything that is wrong with the store."""
    with opened_store(context) as store:
        problems = (*store.verify(), *_unproven(store))
    lines = (f"{each.where}: {each.what}; {each.next_step}" for each in problems)
    _rows(context, problems, lines=(printable(line) for line in lines))
    context.say(f"{len(problems)} problems" if problems else "the store is whole")
    return FAILED if problems else DONE


def _unproven(store: Store) -> Iterable[Problem]:
    """What was fetched and is not in the evidence."""
    pages = store.pages()
    if not pages:
        return ()
    from sources.fetch.evidence import evidence_path
    from sources.fetch.proof import problems_of_evidence

    return problems_of_evidence(pages, place=evidence_path(store.path))


def _chosen(store: Store, *, context: Context) -> Iterable[Statement]:
    arguments = context.arguments
    name = arguments.speaker and canonical(arguments.speaker, people=store.people())
    return store.statements(
        speaker=name,
        since=day(arguments.since, option="--since"),
        until=day(arguments.until, option="--until"),
    )


def _show_statement(statement: Statement, *, store: Store, context: Context) -> int:
    wordings = store.wordings(statement.utterance)
    around = store.neighbours(statement.id, n=_NEIGHBOURS)
    if not _wants_json(context):
        return _write(context, statement_text(statement, wordings=wordings, around=around))
    before, after = around
    differing = [
        agreement(statement, other=other)._asdict()
        for other in wordings
        if other.id != statement.id
    ]
    shown = {
        "statement": statement,
        "wordings": wordings,
        "agreement": differing,
        "before": before,
        "after": after,
    }
    return _write(context, json_text(shown, indent=2))


def _show_document(document: StoredSource, *, store: Store, context: Context) -> int:
    statements = store.statements_of(document.id)
    versions = store.fetched(document.source.url or "")
    page = next((each for each in versions if each.sha256 == document.source.sha256), None)
    if not _wants_json(context):
        return _write(context, document_text(document, statements=statements, page=page))
    shown = {
        "document": document._asdict(),
        "page": page and page._asdict(),
        "statements": statements,
    }
    return _write(context, json_text(shown, indent=2))


def _rows(context: Context, records: Sequence[Any], *, lines: Iterable[str]) -> int:
    """Records as a JSON list, or as lines."""
    if _wants_json(context):
        return _write(context, json_text([_named(record) for record in records], indent=2))
    return _write(context, "".join(f"{line}\n" for line in lines))


def _wants_json(context: Context) -> bool:
    return bool(context.arguments.format == "json")


def _named(record: Any) -> Any:
    """A record with its field names, for JSON."""
    return record._asdict() if hasattr(record, "_asdict") else record


def _write(context: Context, text: str) -> int:
    context.streams.stdout.write(text)
    return DONE
