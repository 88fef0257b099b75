"""A name as typed, or the labels of a transcript -> the people they mean."""

from __future__ import annotations

from pathlib import Path

from checker.commands.context import Context
from claims.errors import UsageError
from claims.people import People
from claims.speaker_map import SpeakerMap, load_speaker_map


def speaker_map(context: Context, *, people: People) -> SpeakerMap | None:
    """The map that a call names with --speakers, if any."""
    named: str | None = context.arguments.speakers
    return None if named is None else load_speaker_map(Path(named), people=people)


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
