"""Answers about a named person: who is meant, and whether a quote is theirs."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

from checker.dialogue.focus import Focus
from checker.dialogue.replies import Block, Reply, answer, say
from checker.models import Evidence, Result
from checker.reports import words
from claims.names import is_title
from claims.people import People, Person
from claims.roles import is_open

_MOST_SLIPS = 2


class Resolved(NamedTuple):
    """Whom a typed name stands for; `name` is `None` where that is not one known person."""

    name: str | None
    problem: Block = ()


def is_name(typed: str, *, people: People) -> bool:
    """Whether the words are a known person's name, with or without titles, and nothing else.

    >>> from claims.people import load_people
    >>> is_name("foreign minister lavrov", people=load_people())
    True
    >>> is_name("we trust Lavrov", people=load_people())
    False
    """
    return any(_spells(person, words=typed.split()) for person in people.find(typed))


def _spells(person: Person, *, words: list[str]) -> bool:
    """Whether what stands before the last word are names or titles of the person."""
    titles = (role.title for role in person.roles)
    known = " ".join((person.name, *person.aliases, *titles)).casefold().split()
    return all(word.casefold() in known or is_title(word, small=False) for word in words[:-1])


def resolve(typed: str, *, people: People) -> Resolved:
    """The canonical name of the one person who fits; otherwise what to type instead."""
    found = people.find(typed)
    if not found and is_open(typed):
        return Resolved(None, say(f"{typed!r} is an office: say of which country or organisation."))
    found = found or people.by_role(typed)
    if len(found) == 1:
        return Resolved(found[0].name)
    if found:
        names = "; ".join(person.name for person in found)
        return Resolved(None, say(f"{len(found)} people fit {typed!r}: {names}. Say which."))
    near = _nearest_name(typed, people=people)
    hint = f" Did you mean {near}?" if near else " Type: what do you hold, to see who speaks."
    return Resolved(None, say(f"I know nobody named {typed!r}.{hint}"))


def _nearest_name(typed: str, *, people: People) -> str | None:
    """The person one of whose names is a slip or two away."""
    last = typed.rsplit(maxsplit=1)[-1].casefold()
    for person in people.persons:
        for word in person.name.split():
            slips = OSA.distance(last, word.casefold(), score_cutoff=_MOST_SLIPS)
            if len(last) > 4 and slips <= _MOST_SLIPS:
                return person.name
    return None


def is_from(focus: Focus, *, person: str, again: Result | None, people: People) -> Reply:
    """Whether the store has the words, or their meaning, from that person.

    Shape: `again` is the result of a check with that person as the named speaker.
    """
    theirs = _said_by(person, focus=focus, again=again)
    if theirs:
        return answer(say(f"Yes: {words.occasion(theirs)}.", *_how(focus, again=again)))
    found = focus.supported
    if found is None:
        none = f"The store holds no statement by {person} with these words or this meaning."
        return answer(say(none, words.NOT_FALSE))
    voice = _speaks_for(found.speaker, people=people) == person
    lines = [f"No: said by {words.occasion(found)}."]
    if voice:
        lines = [f"Not in person: {words.occasion(found)}, who speaks for {person}."]
    lines.append(f"The store holds no statement by {person} with these words or this meaning.")
    return answer(say(*lines))


def _said_by(person: str, *, focus: Focus, again: Result | None) -> Evidence | None:
    if focus.chosen:
        return focus.chosen if focus.chosen.speaker == person else None
    first = focus.result.evidence if focus.result else ()
    candidates = (*first, *(again.evidence if again else ()))
    return next((found for found in candidates if found.speaker == person), None)


def _how(focus: Focus, *, again: Result | None) -> tuple[str, ...]:
    if any(result and result.verdict == "paraphrase" for result in (focus.result, again)):
        return ("In other words than the printed ones: see diff.",)
    return ()


def _speaks_for(name: str, *, people: People) -> str | None:
    return next((person.speaks_for for person in people.persons if person.name == name), None)
