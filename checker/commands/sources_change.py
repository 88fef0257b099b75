"""`checker sources` ...: what changes the store."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from checker.commands.context import DONE, FAILED, Context
from checker.commands.days import day
from checker.commands.engine import opened_store
from checker.commands.people import speaker_map
from checker.commands.sources_fetch import WEB, Pages, counts
from checker.reports.jsonable import json_text
from claims.errors import FetchError, ImportFailedError, UsageError
from claims.speaker_map import SpeakerMap
from sources.desk import entries_of, is_store_file
from sources.grouping import Grouping
from sources.importers import ImportOptions, read_entries
from sources.models import Added, Statement
from sources.rereading import Rereading
from sources.store import Store

_HELPERS = (os.cpu_count() or 1) - 1
"""Processes that share the work of a large import; this one has its own part of it."""


_NAMED = 3
"""Speakers that a message names."""


def add(context: Context) -> int:
    """Import documents one after the other, each whole or not at all."""
    arguments = context.arguments
    done: dict[str, Added] = {}
    with opened_store(context) as store, Pages(context, store=store) as pages:
        options = _options(context, speakers=speaker_map(context, people=store.people()))
        for path in arguments.paths:
            context.detail(f"reading {path}")
            try:
                if path.startswith(WEB):
                    done[path] = pages.add(path, options=options)
                    continue
                done[path], found = _add(
                    path, store=store, options=options, replace=arguments.replace
                )
            except (FetchError, ImportFailedError) as error:
                context.complain(error.line)
                continue
            context.say(f"{path}: {counts(done[path])}{found}")
    if arguments.format == "json":
        rows = [{"path": path, **added._asdict()} for path, added in done.items()]
        context.streams.stdout.write(json_text(rows, indent=2))
    return DONE if len(done) == len(set(arguments.paths)) and pages.are_complete else FAILED


def _add(path: str, *, store: Store, options: ImportOptions, replace: bool) -> tuple[Added, str]:
    """What adding a file did, and what else is to be told of it."""
    if "://" in path:
        raise ImportFailedError(
            "is no address that is read",
            where=path,
            next_step=f"give one that begins with {' or '.join(WEB)}, or a file",
        )
    file = Path(path)
    n_records = 0
    if is_store_file(file):
        entries = entries_of(file)
        from sources.fetch.evidence import take_over

        n_records = take_over(file, store=store)
    else:
        entries = read_entries(file, options=options, people=store.people())
    grouping = Grouping(store)
    reading = Rereading(store)
    came = reading.noted(grouping.joined(entries))
    added = store.add(came, replace=replace, workers=_HELPERS)
    earlier = reading.earlier()
    for statement in earlier if replace else ():
        store.remove(statement.id)
    evidence = f"; {n_records} records of evidence taken over" if n_records else ""
    return added, _joined(grouping) + _earlier(earlier, replace=replace) + evidence


def _options(context: Context, *, speakers: SpeakerMap | None) -> ImportOptions:
    arguments = context.arguments
    return ImportOptions(
        publisher=arguments.publisher,
        said_on=day(arguments.date, option="--date"),
        speaker=arguments.speaker,
        title=arguments.title,
        url=arguments.url,
        published=day(arguments.published, option="--published"),
        kind=arguments.kind,
        wire=arguments.wire,
        event=arguments.event,
        place=arguments.place,
        language=arguments.language,
        original_language=arguments.original_language,
        wording=arguments.wording,
        state=arguments.state,
        translated_from=arguments.translated_from,
        licence=arguments.licence,
        speakers=speakers,
        tell=context.say,
    )


def _joined(grouping: Grouping) -> str:
    """What was found of what came, in words."""
    parts = [f"{grouping.n_joined} of them wordings of what is stored"] if grouping.n_joined else []
    parts += [f"{n} of them taken for {agency} copy" for agency, n in grouping.copies.items()]
    if grouping.n_proposed:
        parts += [f"{grouping.n_proposed} may be wordings of it: see `checker sources merge`"]
    return "".join(f"; {part}" for part in parts)


def _earlier(statements: Sequence[Statement], *, replace: bool) -> str:
    """What became of turns that an earlier reading stored under another speaker or day."""
    if not statements:
        return ""
    labels = list(dict.fromkeys(statement.speaker for statement in statements))
    named = ", ".join(labels[:_NAMED]) + ", ..." * (len(labels) > _NAMED)
    if replace:
        return f"; {len(statements)} removed that the same turns had before ({named})"
    return (
        f"; {len(statements)} stored before from the same turns stay beside them ({named}):"
        " --replace removes these"
    )


def init(context: Context) -> int:
    """Make a new store; one that exists is left alone."""
    place = context.configuration.store
    if place.exists():
        raise UsageError(
            "there is a file already", where=str(place), next_step="name another with --store PATH"
        )
    with Store.open(place, builtin=not context.arguments.empty) as store:
        held = store.coverage().statements
    context.say(f"{place}: new store with {held:,} statements")
    return DONE


def remove(context: Context) -> int:
    """Take out statements, or documents with all their statements."""
    with opened_store(context) as store:
        for name in context.arguments.ids:
            if store.get(name) is not None:
                store.remove(name)
                context.say(f"{name}: removed")
            else:
                removed = store.remove_source(name)
                context.say(f"{name}: removed with its {len(removed)} statements")
    return DONE


def rebuild(context: Context) -> int:
    """Make the search index anew from the record."""
    with opened_store(context) as store:
        store.rebuild(workers=_HELPERS)
        held = store.coverage().statements
    context.say(f"the search index is built anew for {held:,} statements")
    return DONE


def backup(context: Context) -> int:
    """Copy the store into a new file, while it may be in use."""
    place = Path(context.arguments.path)
    with opened_store(context) as store:
        store.back_up(place)
    with Store.open(place, create=False) as copy:
        held = copy.coverage().statements
    context.say(f"{place}: a copy with {held:,} statements")
    return DONE
