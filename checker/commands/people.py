"""A name as typed -> the one person it means."""

from __future__ import annotations

from claims.errors import UsageError
from claims.people import People


def canonical(name: str, *, people: People) -> str:
    """The canonical name of the one person that a name fits.

    Raises: `UsageError` where no known person or more than one fits.
    """
    found = people.find(name)
    if len(found) == 1:
        return found[0].name
    if found:
        names = ", ".join(person.name for person in found)
        raise UsageError(f"{name!r} fits {len(found)} people", next_step=f"say which: {names}")
    raise UsageError(
        f"the store knows no person called {name!r}",
        next_step="see `checker sources coverage --json` for all names",
    )
