"""The store that a call names, opened, and the engine over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from checker.check import Checker
from checker.commands.context import Context
from checker.settings import Settings
from claims.people import People, Person, load_people
from claims.people_file import joined, read_people
from sources.store import Store


def opened_store(context: Context) -> Store:
    """The call's store; a missing one is made, with the built-in statements.

    Raises: `StoreError` where it cannot be opened.
    """
    place = context.configuration.store
    context.detail(f"store {place}, profile {context.configuration.settings.profile}")
    is_new = context.arguments.store is not None and not place.exists()
    store = Store.open(place)
    if is_new:  # the name may be a slip, and then nothing of the meant store is searched
        context.say(f"{place}: no such store; made one with the built-in statements alone")
    store.know(people_known(context))
    return store


def people_known(context: Context) -> People:
    """The built-in table with the people of the user's list.

    Raises: `SettingsError` where that list is wrong.
    """
    return joined(load_people(), own_people(context))


def own_people(context: Context) -> tuple[Person, ...]:
    """The people of the user's list.

    Raises: `SettingsError` where that list is wrong.
    """
    place = context.configuration.people
    return () if place is None else read_people(place)


@contextmanager
def engine(context: Context) -> Iterator[Checker]:
    """The checker over the call's store."""
    with opened_store(context) as store:
        yield Checker(store, settings=context.configuration.settings)


def maker(context: Context) -> Callable[[], Checker]:
    """What makes the same checker in another process."""
    configuration = context.configuration
    return partial(
        _made, configuration.store, own=own_people(context), settings=configuration.settings
    )


def _made(place: Path, *, own: tuple[Person, ...], settings: Settings) -> Checker:
    store = Store.open(place, create=False)
    store.know(joined(load_people(), own))
    return Checker(store, settings=settings)
