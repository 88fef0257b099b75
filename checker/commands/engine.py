"""The store that a call names, opened, and the engine over it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from checker.check import Checker
from checker.commands.context import Context
from sources.store import Store


def opened_store(context: Context) -> Store:
    """The call's store; a missing one is made, with the built-in statements.

    Raises: `StoreError` where it cannot be opened.
    """
    place = context.configuration.store
    context.detail(f"store {place}, profile {context.configuration.settings.profile}")
    return Store.open(place)


@contextmanager
def engine(context: Context) -> Iterator[Checker]:
    """The checker over the call's store."""
    with opened_store(context) as store:
        yield Checker(store, settings=context.configuration.settings)
