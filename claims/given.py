"""Speakers that are given beside a quotation: by an option, or by a row of a list."""

from __future__ import annotations

from datetime import date

from claims.models import Mention
from claims.people import People
from claims.roles import is_open


def given(written: str, *, people: People, on: date | None) -> Mention:
    """Whom a given name or office means; an unknown name stands for itself.

    Shape: an office without a day or a home names nobody, and its `method` is "role".

    >>> from claims.people import load_people
    >>> given("the foreign minister of Russia", people=load_people(), on=None).name
    'Sergey Lavrov'
    >>> given("the head of delegation", people=load_people(), on=None).name is None
    True
    """
    named = people.find(written, on=on)
    if not named and on is None and is_open(written):
        return Mention(as_written=written, name=None, method="role")
    found = named or people.by_role(written, on=on)
    if len(found) > 1:
        candidates = tuple(person.name for person in found)
        return Mention(as_written=written, name=None, method="given", candidates=candidates)
    return Mention(as_written=written, name=found[0].name if found else written, method="given")
