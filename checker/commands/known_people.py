"""`checker people list|add`: who is known by name, and the user's own list of people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker import places
from checker.commands.context import DONE, Context
from checker.commands.days import day
from checker.commands.engine import own_people, people_known
from checker.output import write_private
from checker.reports import words
from checker.reports.escape import printable
from checker.reports.jsonable import json_text
from claims.errors import UsageError
from claims.people import People, Person, Role
from claims.people_file import as_lines, extended, problem_of


def list(context: Context) -> int:  # noqa: A001 - the word of the command line
    """Everyone known by name, or those whose names and offices hold the given words."""
    arguments, stdout = context.arguments, context.streams.stdout
    on = day(arguments.on, option="--on")
    chosen = [*_chosen(people_known(context), typed=" ".join(arguments.words), on=on)]
    if arguments.format == "json":
        rows = [person.model_dump(mode="json") for person in chosen]
        stdout.write(json_text(rows, indent=2))
        return DONE
    own = {person.name for person in own_people(context)}
    for person in chosen:
        stdout.writelines(f"{line}\n" for line in _lines(person, own=own, on=on))
    if not chosen:
        context.say("nobody fits; add someone with `checker people add NAME`")
    return DONE


def add(context: Context) -> int:
    """Put a person into the user's list, or add names and an office to one who is known."""
    arguments = context.arguments
    place = context.configuration.people or places.own_people(environment=context.environment)
    own = {person.name: person for person in own_people(context)}
    known = {person.name: person for person in people_known(context).persons}
    name = " ".join(arguments.name.split())
    before = known.get(name)
    person = extended(
        before or Person(name=name), aliases=arguments.alias or (), role=_role(context)
    )
    given = {
        "kind": "institution" if arguments.institution else person.kind,
        "pronoun": arguments.pronoun or person.pronoun,
        "surname": person.surname if arguments.surname is None else arguments.surname,
        "speaks_for": arguments.speaks_for or person.speaks_for,
    }
    person = person.model_copy(update=given)
    problem = problem_of(person)
    if problem is not None:
        raise UsageError(problem, next_step="see checker people add --help")
    write_private(as_lines({**own, name: person}.values()), place=place)
    context.say(f"{name}: {'added' if before is None else 'changed'}, in {place}")
    return DONE


def _role(context: Context) -> Role | None:
    """The office that the options give."""
    arguments = context.arguments
    since, until = (
        day(arguments.since, option="--since"),
        day(arguments.until, option="--until"),
    )
    if arguments.title is None:
        if arguments.organisation or since or until:
            raise UsageError("an office needs its title", next_step="give --title TITLE")
        return None
    return Role(
        title=arguments.title,
        organisation=arguments.organisation or "",
        since=since,
        until=until,
    )


def _chosen(people: People, *, typed: str, on: date | None) -> Iterator[Person]:
    """Those whom the words name, by name or office; else those whose names and offices hold them.

    With a day only those who held an office then.
    """
    named = people.find(typed, on=on) or people.by_role(typed, on=on)
    wanted = typed.casefold().split()
    for person in named or people.persons:
        held = [role for role in person.roles if on is None or role.held(on)]
        offices = (f"{role.title} {role.organisation}" for role in held)
        text = " ".join((person.name, *person.aliases, *offices)).casefold()
        fits = bool(named) or all(word in text for word in wanted)
        if fits and (on is None or held):
            yield person


def _lines(person: Person, *, own: set[str], on: date | None) -> Iterator[str]:
    yield printable(person.name) + ("  (in your list)" if person.name in own else "")
    if person.aliases:
        yield f"  also    {printable(', '.join(person.aliases))}"
    for role in person.roles:
        if on is None or role.held(on):
            yield f"  office  {printable(_office(role))}"
    if person.speaks_for is not None:
        yield f"  for     {printable(person.speaks_for)}"


def _office(role: Role) -> str:
    held = f"{role.title}, {role.organisation}" if role.organisation else role.title
    since = f", from {words.day(role.since)}" if role.since is not None else ""
    until = f" to {words.day(role.until)}" if role.until is not None else ""
    return held + since + until
