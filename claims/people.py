"""People and institutions that speak: names, aliases, scripts, roles -> one canonical speaker.

The built-in table is `claims/data/people.json`, one person a line; `roles.json` beside it holds
the words that name an office ("top diplomat") or its home ("Russian"). A date given as the
first of January, or of a month, may stand for that year or month.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from itertools import product
from pathlib import Path
from typing import Any, Literal

from claims import names
from claims.models import Model
from claims.roles import is_home, parse_role, role_words

Pronoun = Literal["he", "she", "they"]


class Role(Model):
    """An office held for a time.

    Shape: `since` and `until` are the first and the last day, `None` where open or not known;
           several homes of one office are set apart by commas ("White House, US").
    """

    title: str
    organisation: str = ""
    since: date | None = None
    until: date | None = None

    def held(self, on: date | None) -> bool:
        """Whether the office was held on that day; without a day, always."""
        if on is None:
            return True
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class Person(Model):
    """One who speaks: a person, or an institution.

    Shape: `name` is the canonical form; `aliases` are further full forms, in any script.
           `surname` is what stands for the name alone: the last word of it if `None`, nothing
           if empty. `speaks_for` is the canonical name of whom a spokesperson speaks for.
    """

    name: str
    kind: Literal["person", "institution"] = "person"
    pronoun: Pronoun | None = None
    surname: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    speaks_for: str | None = None

    def in_office(self, on: date | None) -> bool:
        """Whether an office was held on that day, or no office is known at all."""
        return not self.roles or any(role.held(on) for role in self.roles)


Form = tuple[str, ...]
"""The keys of the words of a name."""

_LONGEST = 24
"""Words that may still be a name with its titles."""
_JOINING = frozenset("of for to and the former ex top senior".split())
"""Words of an office after which a name may be somebody else's: "an aide to Sergey Lavrov"."""
_DOTTED = re.compile(r"\bU\.(?:N|S|K|A\.E|S\.A)\.")
"""Homes that are written like initials."""
_REMEMBERED = 4096
"""Look-ups kept; an article names few people many times."""


class People:
    """A table of persons that finds them by name or role."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self.persons = tuple(persons)
        self._found: dict[tuple[str, date | None], tuple[Person, ...]] = {}

    def find(self, name: str, *, on: date | None = None) -> tuple[Person, ...]:
        """All whom a name as written fits, in the order of the table.

        Shape: any case, script, usual spelling or Russian case form, with or without titles; a
               surname alone fits its bearers, those in office `on` that day before others.

        >>> [person.name for person in load_people().find("Foreign Minister Sergei Lavrov")]
        ['Sergey Lavrov']
        >>> [person.name for person in load_people().find("Путиным")]
        ['Vladimir Putin']
        >>> load_people().find("Igor Lavrov"), load_people().find("С.И.Лавров")
        ((), ())
        >>> [person.name for person in load_people().find("А.Ю.Руденко")]
        ['Andrey Rudenko']
        """
        known = self._found.get((name, on))
        if known is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            known = self._found[name, on] = self._find(name, on=on)
        return known

    def _find(self, name: str, *, on: date | None) -> tuple[Person, ...]:
        name = _DOTTED.sub(lambda found: found[0].replace(".", ""), name)
        written = names.words(name)
        bare = names.words(name.partition("(")[0].partition(",")[0])
        if len(bare) > _LONGEST:
            return ()
        found = self._exact(written) or self._whole(bare) or self._by_surname(bare)
        return _in_office_first(found or self._after_office(bare), on=on)

    def by_role(self, phrase: str, *, on: date | None = None) -> tuple[Person, ...]:
        """All who hold the office that a phrase names, in the order of the table.

        Shape: () where a word of the phrase is unknown, or where it names no one in particular
               ("a spokesman", "the former president").

        >>> [person.name for person in load_people().by_role("Russia's top diplomat")]
        ['Sergey Lavrov']
        >>> load_people().by_role("a Russian diplomat")
        ()
        """
        asked = parse_role(phrase)
        if asked is None:
            return ()
        return tuple(
            person
            for person, held in self._offices
            if (asked.pronoun is None or person.pronoun in (None, asked.pronoun))
            and any(
                role.held(on) and asked.titles & titles and asked.homes <= homes
                for role, titles, homes in held
            )
        )

    def _whole(self, written: tuple[str, ...]) -> tuple[Person, ...]:
        """Those whose full name is the words, or all of them after titles."""
        small = _capitalised(written)
        for start in range(len(written)):
            found = self._exact(written[start:])
            if found or not _is_title(written[start], small=small):
                return found
        return ()

    def _after_office(self, written: tuple[str, ...]) -> tuple[Person, ...]:
        """Those whose name follows an office with words that no table has.

        "Ports Minister Ilse Brandvik". One whose offices are known is meant by no other:
        "Israeli President Vladimir Putin" is nobody.
        """
        for start in range(len(written) - 1, 0, -1):
            before, name = written[:start], written[start:]
            if before[-1].casefold() in _JOINING or not _is_title(before[-1], small=False):
                continue
            unknown = {names.key(word) for word in before if not _is_title(word, small=True)}
            found = self._exact(name) if len(name) > 1 else self._bearers(name)
            return tuple(p for p in found if not p.roles or unknown <= _words_of_offices(p))
        return ()

    def _exact(self, written: tuple[str, ...]) -> tuple[Person, ...]:
        if len(written) > 12:
            return ()
        choices = [names.case_keys(word) for word in written]
        for form in product(*choices) if len(written) <= 4 else [tuple(c[0] for c in choices)]:
            found = self._index.get(form)
            if found:
                return found
        return ()

    def _by_surname(self, written: tuple[str, ...]) -> tuple[Person, ...]:
        """Those whose surname ends the words, after titles or fitting initials only."""
        small = _capitalised(written)
        for start in range(len(written)):
            bearers = self._bearers(written[start:])
            if bearers:
                before = [w for w in written[:start] if not _is_title(w, small=small)]
                return tuple(p for p in bearers if not before or self._has(p, before))
        return ()

    def _has(self, person: Person, before: list[str]) -> bool:
        forms = next(forms for other, forms in self._forms if other is person)
        return _fits(before, forms=forms)

    def _bearers(self, written: tuple[str, ...]) -> tuple[Person, ...]:
        if len(written) > 3:
            return ()
        for form in product(*(names.case_keys(word) for word in written)):
            found = self._surnames.get(form)
            if found:
                return found
        return ()

    @cached_property
    def _forms(self) -> tuple[tuple[Person, tuple[Form, ...]], ...]:
        return tuple(
            (person, tuple(map(_form, (person.name, *person.aliases)))) for person in self.persons
        )

    @cached_property
    def _index(self) -> dict[Form, tuple[Person, ...]]:
        index: dict[Form, tuple[Person, ...]] = {}
        for person, forms in self._forms:
            for form in forms:
                _add(index, form, person=person)
        return index

    @cached_property
    def _surnames(self) -> dict[Form, tuple[Person, ...]]:
        index: dict[Form, tuple[Person, ...]] = {}
        for person, forms in self._forms:
            for form in _surname_forms(person, forms):
                _add(index, form, person=person)
        return index

    @cached_property
    def _offices(
        self,
    ) -> tuple[tuple[Person, tuple[tuple[Role, frozenset[str], frozenset[str]], ...]], ...]:
        return tuple(
            (person, tuple((role, *role_words(role.title, role.organisation)) for role in held))
            for person in self.persons
            if (held := person.roles)
        )


def _add(index: dict[Form, tuple[Person, ...]], form: Form, *, person: Person) -> None:
    known = index.get(form, ())
    if form and not any(person is one for one in known):
        index[form] = (*known, person)


def _form(name: str) -> Form:
    """The keys of a full name, without "the" before it."""
    written = names.words(name)
    if len(written) > 1 and written[0] in ("the", "The"):
        written = written[1:]
    return tuple(map(names.key, written))


def _words_of_offices(person: Person) -> set[str]:
    said = " ".join(f"{role.title} {role.organisation}" for role in person.roles)
    return set(map(names.key, names.words(said)))


def _surname_forms(person: Person, forms: tuple[Form, ...]) -> Iterator[Form]:
    """What stands for a person alone: the surname in every script the table has it in."""
    if person.kind == "institution" or person.surname == "":
        return
    first = False
    if person.surname is not None:
        surname = _form(person.surname)
        yield surname
        yield surname[-1:]
        first = forms[0][0] == surname[0]
    for form, written in zip(forms, (person.name, *person.aliases), strict=True):
        if person.surname is None or not written.isascii():
            yield form[:1] if first else form[-1:]


def _fits(before: list[str], *, forms: tuple[Form, ...]) -> bool:
    """Whether the words before a surname are given names or initials of that person."""
    given = {key for form in forms for key in form}
    initials = {key[0] for key in given if key}
    fitting = [
        given.intersection(names.case_keys(word))
        or (len(word) == 1 and names.key(word) in initials)
        for word in before
    ]
    if len(before) == 2 and len(before[1]) == 1 and all(len(form) == 2 for form in forms):
        return bool(fitting[0])  # "А.Ю.Руденко": the table does not know what the Ю stands for
    return all(fitting)


def _capitalised(written: tuple[str, ...]) -> bool:
    """Whether small letters tell titles from names here: not in a name typed all small."""
    return bool(written) and not written[-1][:1].islower()


def _is_title(word: str, *, small: bool) -> bool:
    return names.is_title(word, small=small) or is_home(word)


def _in_office_first(found: tuple[Person, ...], *, on: date | None) -> tuple[Person, ...]:
    if len(found) < 2 or on is None:
        return found
    return tuple(person for person in found if person.in_office(on)) or found


def load_people() -> People:
    """The built-in table, read once."""
    return _built_in()


@lru_cache(maxsize=1)
def _built_in() -> People:
    """The table without validation, which costs 14 ms on the cold path; a test validates it."""
    rows = json.loads((Path(__file__).parent / "data" / "people.json").read_bytes())
    return People(tuple(_person(row) for row in rows))


def _person(row: dict[str, Any]) -> Person:
    roles = tuple(_role(role) for role in row.get("roles", ()))
    return Person.model_construct(
        **{**row, "aliases": tuple(row.get("aliases", ())), "roles": roles}
    )


def _role(row: dict[str, str]) -> Role:
    since, until = row.get("since"), row.get("until")
    return Role.model_construct(
        title=row["title"],
        organisation=row.get("organisation", ""),
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(until) if until else None,
    )
