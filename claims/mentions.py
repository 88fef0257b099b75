"""Words that name a speaker -> whom they mean in this document.

A name that the document itself gives in full goes before the table of people: in a text about
John Price, "Price" is not the spokesman of that name. Where two fit, neither is taken.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claims import names
from claims.cues import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    ROLE_NOUNS,
    cue,
)
from claims.models import Mention, MentionMethod
from claims.people import People, Person
from claims.roles import is_home

_RUN = re.compile(
    r"(?<=[^\W\d_A-ZА-Я] |, )[A-ZА-ЯЁ][\w’'-]+"
    r"(?: (?:[A-ZА-Я]\.|(?:von|van|der|de|bin|al|ul|du|la)\b|[A-ZА-ЯЁ][\w’'-]+)){1,4}"
)
_PRONOUN = {
    "he": "he", "she": "she", "his": "he", "her": "she", "он": "he", "она": "she",
    "himself": "he", "herself": "she",
}  # fmt: skip
_NOBODY = frozenset("they it i we you who which their its они this that".split())
_MASCULINE = frozenset("mr sir lord spokesman chairman congressman king prince господин".split())
_FEMININE = frozenset("mrs ms miss lady dame spokeswoman chairwoman queen princess госпожа".split())
_REACH = 4
"""How many paragraphs back a pronoun looks."""


class _Seen(NamedTuple):
    name: str
    pronoun: str | None
    words: frozenset[str]
    paragraph: int


class Memory:
    """Who was named so far in one document."""

    def __init__(self, text: str, *, people: People, on: date | None) -> None:
        self.people = people
        self.on = on
        self.paragraph = 0
        self._text = text
        self._seen: list[_Seen] = []
        self._full: dict[str, list[tuple[str, ...]]] | None = None

    def mention(self, written: str, *, verb: str = "") -> Mention | None:
        """Whom the words mean; they count as seen from then on.

        Shape: `name` is `None` where several fit (see `candidates`), or where the words name no
               one in particular ("officials", "a spokesman for Putin"). `None` if the gender of
               a Russian `verb` excludes the only person who fits.
        """
        written = " ".join(written.split())
        low = written.casefold()
        if low in _PRONOUN:
            return self._pronoun(written, pronoun=_PRONOUN[low])
        if low in _NOBODY:
            return Mention(as_written=written, name=None, method="pronoun")
        found = self._named(written) or self._role(written) or self._unknown(written)
        if found is None:
            return Mention(as_written=written, name=None, method="cue")
        person = self._person(found.name)
        said = cue(verb)
        if said is not None and said.feminine and person is not None and person.pronoun == "he":
            return None
        self._remember(found, written=written, person=person)
        return found

    def see(self, name: str) -> None:
        """Remember a known person whom a sentence is about."""
        person = self._person(name)
        if person is not None and person.kind == "person":
            words = frozenset(names.plain(word) for word in names.words(name))
            self._add(_Seen(name, person.pronoun, words, self.paragraph))

    def _remember(self, found: Mention, *, written: str, person: Person | None) -> None:
        if found.name is None:
            return
        words = frozenset(names.plain(word) for word in names.words(written))
        pronoun = person.pronoun if person is not None else None
        if pronoun is None and words & _MASCULINE:
            pronoun = "he"
        if pronoun is None and words & _FEMININE:
            pronoun = "she"
        if person is None or person.kind == "person":
            self._add(_Seen(found.name, pronoun, words, self.paragraph))

    def _add(self, seen: _Seen) -> None:
        self._seen.append(seen)
        del self._seen[:-60]

    def _person(self, name: str | None) -> Person | None:
        if name is None:
            return None
        found = self.people.find(name)
        return found[0] if len(found) == 1 and found[0].name == name else None

    def _pronoun(self, written: str, *, pronoun: str) -> Mention:
        newest = True
        for seen in reversed(self._seen):
            if self.paragraph - seen.paragraph > _REACH:
                break
            if seen.pronoun == pronoun or (seen.pronoun is None and newest):
                return Mention(as_written=written, name=seen.name, method="pronoun")
            newest = newest and seen.pronoun is not None
        return Mention(as_written=written, name=None, method="pronoun")

    def _named(self, written: str) -> Mention | None:
        """Known people by name."""
        if _depends(written):
            return None
        for part in dict.fromkeys((written, _after_genitive(written))):
            found = self.people.find(part, on=self.on)
            if found:
                return self._choose(written, found, part=part)
        return None

    def _choose(self, written: str, found: tuple[Person, ...], *, part: str) -> Mention:
        bare = _bare(part)
        if len(bare) == 1:
            full = self._fuller(bare[0])
            if full is not None:
                return _mention(written, full, "cue")
        if len(found) > 1:
            found = self._narrow(found, part=part)
        if len(found) == 1:
            return Mention(as_written=written, name=found[0].name, method="cue")
        candidates = tuple(person.name for person in found)
        return Mention(as_written=written, name=None, method="cue", candidates=candidates)

    def _narrow(self, found: tuple[Person, ...], *, part: str) -> tuple[Person, ...]:
        """Those whose office is named beside the surname, or who were named before."""
        title = part.rpartition(" ")[0]
        office = self.people.by_role(title, on=self.on) if title else ()
        by_office = tuple(person for person in found if person in office)
        if len(by_office) == 1:
            return by_office
        before = {seen.name for seen in self._seen}
        earlier = tuple(person for person in found if person.name in before)
        return earlier if len(earlier) == 1 else found

    def _role(self, written: str) -> Mention | None:
        """An office, held by one known person or by one named before."""
        found = self.people.by_role(written, on=self.on)
        before = [seen.name for seen in self._seen]
        if len(found) > 1:
            found = tuple(person for person in found if person.name in before) or found
        if len(found) == 1:
            return Mention(as_written=written, name=found[0].name, method="role")
        if found:
            candidates = tuple(person.name for person in found)
            return Mention(as_written=written, name=None, method="role", candidates=candidates)
        return self._earlier_role(written)

    def _earlier_role(self, written: str) -> Mention | None:
        """ "The minister" after "Foreign Minister Jane Doe"."""
        words = [word.casefold() for word in names.words(written)]
        if len(words) < 2 or words[0] != "the" or words[-1] not in ROLE_NOUNS:
            return None
        wanted = frozenset(words[1:])
        fitting = {seen.name for seen in self._seen if wanted <= seen.words | self._titles(seen)}
        if len(fitting) != 1:
            return None
        return Mention(as_written=written, name=fitting.pop(), method="role")

    def _titles(self, seen: _Seen) -> frozenset[str]:
        person = self._person(seen.name)
        held = person.roles if person is not None else ()
        return frozenset(w for role in held if role.held(self.on) for w in role.title.split())

    def _unknown(self, written: str) -> Mention | None:
        """A name that is in no table, as written or as the document gives it in full."""
        if _depends(written):
            return None
        part = _after_genitive(written)
        bare = _bare(part)
        if len(bare) == 1 and is_home(bare[0]):
            return None
        if not bare or not bare[-1][:1].isupper() or not part.rstrip(".").endswith(bare[-1]):
            return None
        if len(bare) == 1:
            full = self._fuller(bare[0])
            if full is not None:
                return _mention(written, full, "cue")
        return Mention(as_written=written, name=" ".join(bare), method="cue")

    def _fuller(self, surname: str) -> tuple[str, ...] | None:
        """The full names with that surname that the document gives, known people's first forms."""
        if self._full is None:
            self._full = _full_names(self._text)
        full: list[str] = []
        for form in self._full.get(names.key(surname), []):
            found = self.people.find(" ".join(form), on=self.on)
            name = found[0].name if len(found) == 1 else " ".join(form)
            if name not in full:
                full.append(name)
        return tuple(full) or None


def _mention(written: str, full: tuple[str, ...], method: MentionMethod) -> Mention:
    if len(full) == 1:
        return Mention(as_written=written, name=full[0], method=method)
    return Mention(as_written=written, name=None, method=method, candidates=full)


def _depends(written: str) -> bool:
    """Whether the phrase names someone else's man: "a spokesman for Putin", "Trump and Pence"."""
    words = written.split()
    for before, word in zip(words, words[1:], strict=False):
        if word in ("for", "to", "from", "with", "of", "at", "in"):
            if before in ROLE_NOUNS:
                return True
        elif word in ("and", "or", "и"):
            return True
    return False


def _after_genitive(written: str) -> str:
    """The part after the last "'s", where a name stands in it."""
    part = re.split(r"['’]s\s+", written)[-1]
    return part if any(word[:1].isupper() for word in part.split()) else written


def _bare(part: str) -> list[str]:
    """The words of a name without titles, homes and small words before it."""
    words = part.split()
    while words and (
        names.is_title(words[0].rstrip("."), small=True) or words[0].casefold() in DETERMINERS
    ):
        words.pop(0)
    return words


def _full_names(text: str) -> dict[str, list[tuple[str, ...]]]:
    """The full names a text gives inside its sentences, by the key of their last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for run in _RUN.finditer(text):
        form = tuple(_bare(run.group().removesuffix("'s").removesuffix("’s")))
        if len(form) < 2 or any(_common(word) for word in form):
            continue
        forms = found.setdefault(names.key(form[-1]), [])
        if form not in forms and len(forms) < 8:
            forms.append(form)
    return found


def _common(word: str) -> bool:
    low = word.casefold()
    return (
        low in DETERMINERS
        or low in PREPOSITIONS
        or low in CONJUNCTIONS
        or low in ADVERBS
        or cue(low) is not None
    ) and low not in ("de", "la", "al")
