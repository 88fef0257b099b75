"""The engine of one call: the store it names, opened, and the checker over it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from checker.check import Checker
from checker.commands.context import Context
from sources.store import Store


@contextmanager
def engine(context: Context) -> Iterator[Checker]:
    """The checker over the call's store, which is made with the built-in statements if missing.

    Raises: `StoreError` where the store cannot be opened.
    """
    place = context.configuration.store
    context.detail(f"store {place}, profile {context.configuration.settings.profile}")
    with Store.open(place) as store:
        yield Checker(store, settings=context.configuration.settings)
