"""`checker sources` ...: what somebody who looked at statements says of them."""

from __future__ import annotations

from checker.commands.context import DONE, Context
from checker.commands.engine import opened_store
from claims.errors import UsageError
from sources.models import Regrouped


def merge(context: Context) -> int:
    """Make statements wordings of one utterance."""
    with opened_store(context) as store:
        done = store.merge(context.arguments.ids)
    return _said(context, done, undo="split")


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
