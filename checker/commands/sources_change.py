"""`checker sources` ...: what changes the store."""

from __future__ import annotations

from checker.commands.context import DONE, Context
from checker.commands.engine import opened_store
from claims.errors import UsageError
from sources.store import Store


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
        store.rebuild()
        held = store.coverage().statements
    context.say(f"the search index is built anew for {held:,} statements")
    return DONE
