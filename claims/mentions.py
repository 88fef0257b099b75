"""Words that name a speaker -> whom they mean in this document.

A name that the document itself gives in full goes before the table of people: in a text about
John Price, "Price" is not the spokesman of that name. Where two fit, neither is taken.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import NamedTuple

from claims import names, roles
from claims.bare_names import after_genitive, bare, common, depends
from claims.cues import (
    ROLE_NOUNS,
    cue,
)
from claims.models import Mention, MentionMethod
from claims.people import People, Person

_RUN = re.compile(
    r"(?<=[^\W\d_A-ZА-Я] |, )[A-ZА-ЯЁ][\w’'-]+"
    r"(?: (?:[A-ZА-Я]\.|(?:von|van|der|de|bin|al|ul|du|la)\b|[A-ZА-ЯЁ][\w’'-]+)){1,4}"
)
_PRONOUN = {
    "he": "he", "she": "she", "his": "he", "her": "she", "он": "he", "она": "she",
    "him": "he", "его": "he", "её": "she", "ее": "she", "himself": "he", "herself": "she",
}  # fmt: skip
_NOBODY = frozenset(
    "they it i we who you which their its они this that no nobody no-one everyone everybody"
    " somebody someone anyone anybody none most others neither either никто все всякий каждый"
    " кто-то кто-нибудь кое-кто некто многие некоторые".split()
)
"""Words for one or for many whom they do not name."""
_MASCULINE = frozenset("mr sir lord spokesman chairman congressman king prince господин".split())
_FEMININE = frozenset("mrs ms miss lady dame spokeswoman chairwoman queen princess госпожа".split())
_REACH = 4
"""How many paragraphs back a pronoun looks."""


class _Seen(NamedTuple):
    """One who was named: `surname` is the key of the last word of a full name, "" for others."""

    name: str
    pronoun: str | None
    words: frozenset[str]
    paragraph: int
    surname: str


class FullNames:
    """The full names that a text gives inside its sentences; looked for on first use."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def by_surname(self) -> dict[str, list[tuple[str, ...]]]:
        """The words of each name, by the key of the last."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for run in _RUN.finditer(self._text):
            form = tuple(bare(run.group().removesuffix("'s").removesuffix("’s")))
            if len(form) < 2 or any(map(common, form)):
                continue
            forms = found.setdefault(names.key(form[-1]), [])
            if form not in forms and len(forms) < 8:
                forms.append(form)
        return found

    def add(self, name: str) -> None:
        """Count a name that was found in another way."""
        form = tuple(bare(name))
        if len(form) > 1 and all(word[:1].isupper() for word in form):
            forms = self.by_surname.setdefault(names.key(form[-1]), [])
            if form not in forms and len(forms) < 8:
                forms.append(form)


class Memory:
    """Who was named so far in one document."""

    def __init__(self, full: FullNames, *, people: People, on: date | None) -> None:
        self.people = people
        self.on = on
        self.paragraph = 0
        self._full = full
        self._seen: list[_Seen] = []

    def mention(
        self, name: str, *, aside: str = "", verb: str = "", beside: bool = True
    ) -> Mention | None:
        """Whom the words mean; they count as seen from then on.

        Shape: `aside` is what explains the name ("..., the minister"), and names the person
               where the phrase is an office only ("the spokesman, Dmitry Peskov"). The name is
               `None` where several fit (see `candidates`), where the words name no one in
               particular ("officials", "a spokesman for Putin"), or are one unknown word that
               does not stand `beside` a reporting verb. `None` if the gender of a
               Russian `verb` excludes the only person who fits, or for a country or capital.
        """
        name = " ".join(name.split())
        written = " ".join((name + aside).split())
        low = name.casefold()
        if low in _PRONOUN:
            return self._pronoun(name, pronoun=_PRONOUN[low])
        if low in _NOBODY:
            return Mention.model_construct(as_written=name, name=None, method="pronoun")
        found = self._meant(name, aside=aside, beside=beside)
        if found is None and is_state(name):
            return None
        if found is None:
            return Mention.model_construct(as_written=written, name=None, method="cue")
        person = self._person(found.name)
        said = cue(verb)
        if said is not None and said.feminine and person is not None and person.pronoun == "he":
            return None
        self._remember(found, written=written, person=person)
        return found.model_copy(update={"as_written": written})

    def _meant(self, name: str, *, aside: str, beside: bool) -> Mention | None:
        found = self._named(name)
        if found is not None or is_state(name):
            return found
        unknown = self._unknown(name, beside=beside)
        added = aside.strip(" ,()—–-")
        if unknown is None and added[:1].isupper():
            found = self._named(added) or self._unknown(added, beside=True)
        return found or self._role(name) or unknown

    def see(self, name: str, *, written: str) -> None:
        """Remember a known person whom a sentence is about, by the words that name him there."""
        person = self._person(name)
        if person is None or person.kind != "person":
            return
        if " " in written or self._fuller(written) in (None, (name,)):
            words = frozenset(names.plain(word) for word in names.words(name))
            self._add(name, pronoun=person.pronoun, words=words)

    def see_full(self, name: str) -> None:
        """Remember that the document gives a name in full."""
        self._full.add(name)

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
            self._add(found.name, pronoun=pronoun, words=words)

    def _add(self, name: str, *, pronoun: str | None, words: frozenset[str]) -> None:
        last = name.split()
        surname = names.key(last[-1]) if len(last) > 1 else ""
        self._seen.append(_Seen(name, pronoun, words, self.paragraph, surname))
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
                return Mention.model_construct(as_written=written, name=seen.name, method="pronoun")
            newest = newest and seen.pronoun is not None
        return Mention.model_construct(as_written=written, name=None, method="pronoun")

    def _named(self, written: str) -> Mention | None:
        """Known people by name."""
        if depends(written):
            return None
        for part in dict.fromkeys((written, after_genitive(written))):
            found = self.people.find(part, on=self.on)
            if found:
                return self._choose(written, found, part=part)
        return None

    def _choose(self, written: str, found: tuple[Person, ...], *, part: str) -> Mention:
        words = bare(part)
        if len(words) == 1:
            full = self._fuller(words[0])
            if full is not None:
                return _mention(written, full, "cue")
        if len(found) > 1:
            found = self._narrow(found, part=part)
        if len(found) == 1:
            return Mention.model_construct(as_written=written, name=found[0].name, method="cue")
        candidates = tuple(person.name for person in found)
        return Mention.model_construct(
            as_written=written, name=None, method="cue", candidates=candidates
        )

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
        """An office, held by one known person or by one named before.

        Without a day, one whose home is not named is nobody's but theirs who were named before.
        """
        found = self.people.by_role(written, on=self.on)
        before = [seen.name for seen in self._seen]
        named = tuple(person for person in found if person.name in before)
        if not named and self.on is None and roles.is_open(written):
            unknown = Mention.model_construct(as_written=written, name=None, method="role")
            return self._earlier_role(written) or unknown
        found = named if len(found) > 1 and named else found
        if len(found) == 1:
            return Mention.model_construct(as_written=written, name=found[0].name, method="role")
        if found:
            candidates = tuple(person.name for person in found)
            return Mention.model_construct(
                as_written=written, name=None, method="role", candidates=candidates
            )
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
        return Mention.model_construct(as_written=written, name=fitting.pop(), method="role")

    def _titles(self, seen: _Seen) -> frozenset[str]:
        person = self._person(seen.name)
        held = person.roles if person is not None else ()
        return frozenset(w for role in held if role.held(self.on) for w in role.title.split())

    def _unknown(self, written: str, *, beside: bool) -> Mention | None:
        """A name that is in no table, as written or as the document gives it in full."""
        if depends(written):
            return None
        part = after_genitive(written)
        words = bare(part)
        if not words or not words[-1][:1].isupper() or not part.rstrip(".").endswith(words[-1]):
            return None
        if len(words) == 1:
            full = self._fuller(words[0])
            if full is not None:
                return _mention(written, full, "cue")
            if not beside:
                return None
        if words[-1].casefold() in ROLE_NOUNS and (len(words) == 1 or words[-1].endswith("s")):
            return None
        return Mention.model_construct(as_written=written, name=" ".join(words), method="cue")

    def _fuller(self, surname: str) -> tuple[str, ...] | None:
        """The full names with that surname that the document gives, known people's first forms."""
        key = names.key(surname)
        forms = [tuple(seen.name.split()) for seen in self._seen if seen.surname == key]
        full: list[str] = []
        for form in dict.fromkeys((*self._full.by_surname.get(key, []), *forms)):
            found = self.people.find(" ".join(form), on=self.on)
            name = found[0].name if len(found) == 1 else " ".join(form)
            if name not in full:
                full.append(name)
        return tuple(full) or None


def is_state(written: str) -> bool:
    """Whether the words are a country or a capital, which names no speaker."""
    words = names.words(written)
    words = words[1:] if words and words[0].casefold() == "the" else words
    return bool(words) and not roles.parse_role(written) and all(map(roles.is_home, words))


def _mention(written: str, full: tuple[str, ...], method: MentionMethod) -> Mention:
    if len(full) == 1:
        return Mention.model_construct(as_written=written, name=full[0], method=method)
    return Mention.model_construct(as_written=written, name=None, method=method, candidates=full)
