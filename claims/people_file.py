"""A desk's own people, as a file: JSON lines, one person each, with the fields of `Person`.

A person whose name stands in the built-in table takes the place of that one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from claims.errors import SettingsError
from claims.people import People, Person, Role


def read_people(path: Path) -> tuple[Person, ...]:
    """The persons of a file, in its order; none where there is no file.

    Raises: `SettingsError`, with the line, for what is no person.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError as error:
        raise SettingsError(
            "the list of people is not UTF-8 text", where=str(path), next_step="save it as UTF-8"
        ) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(
            f"cannot read the list of people: {reason}",
            where=str(path),
            next_step="check the path and its permissions",
        ) from error
    persons: dict[str, Person] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            where = f"{path}:{number}"
            person = _person(line, where=where)
            if person.name in persons:
                raise _wrong(f"{person.name!r} stands here twice", where=where)
            persons[person.name] = person
    return tuple(persons.values())


def joined(table: People, added: Iterable[Person]) -> People:
    """A table with further persons; those with a name of the table take that one's place."""
    own = {person.name: person for person in added}
    if not own:
        return table
    kept = (own.pop(person.name, person) for person in table.persons)
    return People((*tuple(kept), *own.values()))


def extended(person: Person, *, aliases: Iterable[str] = (), role: Role | None = None) -> Person:
    """A person with more names and one more office; what is known already is not repeated."""
    known = {person.name, *person.aliases}
    more = (alias for alias in dict.fromkeys(aliases) if alias not in known)
    roles = person.roles if role is None or role in person.roles else (*person.roles, role)
    return person.model_copy(update={"aliases": (*person.aliases, *more), "roles": roles})


def as_lines(persons: Iterable[Person]) -> str:
    """The file that holds these persons; what is not known is left out."""
    rows = (person.model_dump(mode="json", exclude_defaults=True) for person in persons)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _person(line: str, *, where: str) -> Person:
    from pydantic import ValidationError

    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _wrong("the line is not JSON", where=where) from error
    if not isinstance(row, dict):
        raise _wrong("the line is no JSON object", where=where)
    try:
        person = Person.model_validate(row)
    except ValidationError as error:
        raise _wrong(_reason(error.errors()[0]), where=where) from error
    problem = problem_of(person)
    if problem is not None:
        raise _wrong(problem, where=where)
    return person


def problem_of(person: Person) -> str | None:
    """Why a person cannot be found by their names, `None` if they can."""
    if any(not any(map(str.isalpha, name)) for name in (person.name, *person.aliases)):
        return "a name without a letter"
    for role in person.roles:
        if not role.title.strip():
            return "an office without a title"
        if role.since is not None and role.until is not None and role.until < role.since:
            return f"the office {role.title!r} ends before it begins"
    return None


def _reason(error: Any) -> str:
    place = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"no field is called {place!r}"
    return f"{place}: {error['msg'][0].lower()}{error['msg'][1:]}"


def _wrong(reason: str, *, where: str) -> SettingsError:
    return SettingsError(
        reason, where=where, next_step="correct that line; the guide on people has the fields"
    )
