"""`checker config show|path`: what a call runs with, and where that comes from."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from checker.commands.context import DONE, Context
from checker.configure import usual_file
from checker.reports.jsonable import json_text


class _Setting(NamedTuple):
    """One resolved option."""

    name: str
    value: object
    origin: str


def show(context: Context) -> int:
    """Every option with its value and where that comes from."""
    rows = _resolved(context)
    if context.arguments.format == "json":
        values = {row.name: {"value": row.value, "from": row.origin} for row in rows}
        context.streams.stdout.write(json_text(values, indent=2))
        return DONE
    width = max(len(row.name) for row in rows)
    for name, value, origin in rows:
        context.streams.stdout.write(f"{name:<{width}}  {_shown(value)}  ({origin})\n")
    return DONE


def path(context: Context) -> int:
    """The settings file that is read, or would be if it were there."""
    file = context.configuration.file
    place = file or usual_file(environment=context.environment)
    context.streams.stdout.write(f"{place}\n")
    if not place.is_file():
        context.say(f"{place}: no such file; make it to change a setting")
    return DONE


def _resolved(context: Context) -> list[_Setting]:
    found = context.configuration
    settings = found.settings
    values: dict[str, object] = {
        "store": str(found.store),
        "people": str(found.people or ""),
        "no_color": not found.colour,
        "history": found.history,
        **{name: getattr(settings, name) for name in type(settings).model_fields},
    }
    origins = found.origins
    return [_Setting(name, value, origins.get(name, "default")) for name, value in values.items()]


def _shown(value: object) -> str:
    """A value as a settings file would have it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str | Path) else str(value)
