"""`checker sources` ...: what somebody who looked at statements says of them."""

from __future__ import annotations

from checker.commands.context import DONE, Context
from checker.commands.engine import opened_store
from checker.reports.jsonable import json_text
from checker.reports.statements import statement_row
from claims.errors import UsageError
from sources.grouping import proposals
from sources.models import Regrouped
from sources.store import Store


def merge(context: Context) -> int:
    """Make statements wordings of one utterance; without ids, list which may be."""
    with opened_store(context) as store:
        if not context.arguments.ids:
            return _propose(context, store=store)
        done = store.merge(context.arguments.ids)
    return _said(context, done, undo="split")


def _propose(context: Context, *, store: Store) -> int:
    found = tuple(proposals(store))
    if context.arguments.format == "json":
        pairs = [[each.one.id, each.other.id] for each in found]
        context.streams.stdout.write(json_text(pairs, indent=2))
        return DONE
    for one, other in found:
        context.streams.stdout.write(f"{statement_row(one)}\n{statement_row(other)}\n\n")
    counted = "1 pair" if len(found) == 1 else f"{len(found)} pairs"
    context.say(
        f"{counted} may be wordings of one utterance; join one with `checker sources merge ID ID`"
        if found
        else "no two statements look like wordings of one utterance"
    )
    return DONE


def split(context: Context) -> int:
    """Give statements an utterance of their own."""
    with opened_store(context) as store:
        done = store.split(context.arguments.ids)
    return _said(context, done, undo=None)


def _said(context: Context, done: Regrouped, *, undo: str | None) -> int:
    names = " ".join(done.moved)
    if not done.moved:
        context.say(f"they are wordings of {done.utterance} already")
        return DONE
    again = f"; to undo it: checker sources {undo} {names}" if undo else ""
    context.say(f"{names}: now of the utterance {done.utterance}{again}")
    return DONE


def correct(context: Context) -> int:
    """Say that the office corrected or withdrew what it had published."""
    arguments = context.arguments
    if not (arguments.by or arguments.withdrawn or arguments.undo):
        raise UsageError(
            "how it was corrected is not said",
            next_step="give --by ID or --by URL, --withdrawn, or --undo",
        )
    with opened_store(context) as store:
        old = store.get(arguments.id)
        if old is None:
            raise UsageError(
                f"no statement has the id {arguments.id!r}",
                next_step="find it with `checker sources search WORDS`",
            )
        if arguments.by and "://" not in arguments.by and store.get(arguments.by) is None:
            raise UsageError(
                f"no statement has the id {arguments.by!r}",
                next_step="add the statement that corrects it first, or give the page's address",
            )
        link = {"corrected_by": arguments.by, "withdrawn": arguments.withdrawn}
        store.add([old.model_copy(update=link)], replace=True)
    what = "withdrawn" if arguments.withdrawn else "corrected" if arguments.by else "not corrected"
    context.say(f"{old.id}: {what}")
    return DONE
