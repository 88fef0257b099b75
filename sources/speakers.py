"""The speakers of a store beside the built-in table: one canonical name for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from claims.keys import keys
from claims.people import People, Person, Role
from sources.models import QUESTIONER

_QUESTIONERS = frozenset("q question questions вопрос вопросы سوال پرسش".split())
_ANSWERS = frozenset("a answer answers ответ پاسخ جواب".split())
# A name with one of these has no surname that could stand for it.
_INSTITUTIONS = frozenset(
    "administration agency army assembly association authority bank board bureau cabinet"
    " campaign commission committee company congress consultations corporation council court"
    " declaration delegation department directorate embassy federation forum foundation"
    " government group institute kremlin leadership league mission ministry movement office"
    " organization parliament participants party police press senate service society"
    " spokesperson state statement taliban union university".split()
)
_MOST_NAMES = 4


def people_of(offices: Iterable[Sequence[str | None]], *, table: People) -> People:
    """A table with the speakers of a store that it lacks.

    Shape: `offices` are rows of name, role, organisation, first day, last day. An office that
           is only known from statements is taken to be held from the first to the last of them.
    """
    known = {person.name for person in table.persons} | {QUESTIONER}
    roles: dict[str, list[Role]] = {}
    for name, role, organisation, first, last in offices:
        if name is None or name in known:
            continue
        held = roles.setdefault(name, [])
        if role is not None and first is not None and last is not None:
            held.append(
                Role.model_construct(
                    title=role,
                    organisation=organisation or "",
                    since=date.fromisoformat(first),
                    until=date.fromisoformat(last),
                )
            )
    if not roles:
        return table
    added = (_person(name, roles=tuple(held)) for name, held in roles.items())
    return People((*table.persons, *added))


def with_labels(people: People, *, labels: Iterable[str]) -> People:
    """The table with the names that a transcript's own labels give in full.

    "Ilse Brandvik" is one, and then "Ms. Brandvik" is she and no other person.
    """
    unknown = [label for label in dict.fromkeys(labels) if not people.find(label)]
    persons = {label: _person(label, roles=()) for label in unknown if " " in label}
    full = [
        person
        for label, person in persons.items()
        if not People(each for each in persons.values() if each is not person).find(label)
    ]
    return People((*people.persons, *full))


def is_answer(label: str) -> bool:
    """Whether a label says no more than that this is the answer."""
    return " ".join(keys(label)) in _ANSWERS


def canonical_name(written: str, *, people: People, on: date | None) -> str:
    """The one name of a speaker as written; as it is where none or several fit.

    >>> from claims.people import load_people
    >>> canonical_name("С.В.Лавров", people=load_people(), on=None)
    'Sergey Lavrov'
    >>> canonical_name("Вопрос", people=load_people(), on=None)
    'QUESTION'
    >>> [canonical_name(f"Lavrov, {x}", people=load_people(), on=None) for x in ("Igor", "Sergei")]
    ['Lavrov, Igor', 'Sergey Lavrov']
    """
    name = " ".join(written.split())
    if " ".join(keys(name)) in _QUESTIONERS:
        return QUESTIONER
    last, _, first = name.partition(",")
    found = people.find(f"{first} {last}" if first else name, on=on)
    return found[0].name if len(found) == 1 else name


def _person(name: str, *, roles: tuple[Role, ...]) -> Person:
    words = keys(name)
    is_person = len(words) <= _MOST_NAMES and _INSTITUTIONS.isdisjoint(words)
    return Person.model_construct(
        name=name, kind="person" if is_person else "institution", roles=roles
    )
