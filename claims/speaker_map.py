"""A map file (TOML): labels of a transcript -> people. What is not mapped stays a label.

The file is written by hand, so that whatever is wrong in it is told; `docs/transcripts.md`
describes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from claims.errors import SettingsError
from claims.models import Document, Model, Turn
from claims.people import People

_FIELDS = frozenset(("label", "person", "turns", "since", "until"))


class MapEntry(Model):
    """One label and whom it means.

    Shape: `first` and `last` are numbers of labelled turns, from 1; `since` and `until` are
           days of the document. Both ends are meant with; `None` is open.
    """

    label: str
    person: str
    first: int | None = None
    last: int | None = None
    since: date | None = None
    until: date | None = None

    def fits(self, label: str, *, number: int, on: date | None) -> bool:
        """Whether the entry is about the turn of that number, in a document of that day."""
        if _folded(label) != _folded(self.label):
            return False
        if self.first is not None and not self.first <= number <= (self.last or number):
            return False
        if self.since is None and self.until is None:
            return True
        return on is not None and (self.since or on) <= on <= (self.until or on)


class SpeakerMap(Model):
    """Whom the labels of transcripts mean; of entries that fit, the first counts."""

    entries: tuple[MapEntry, ...]

    def named(self, document: Document, *, on: date | None = None) -> Document:
        """The document with the mapped labels turned into names; `on` is its day, if known."""
        if not document.turns:
            return document
        day = on or document.published
        turns: list[Turn] = []
        number = 0
        for turn in document.turns:
            number += turn.label is not None
            turns.append(self._named(turn, number=number, on=day))
        return document.model_copy(update={"turns": tuple(turns)})

    def unused(self, labels: Iterable[str]) -> tuple[str, ...]:
        """The labels of the map that no transcript has; `labels` are those of named documents."""
        seen = {_folded(label) for label in labels}
        entries = [entry for entry in self.entries if _folded(entry.person) not in seen]
        left = dict.fromkeys(entry.label for entry in entries)
        return tuple(label for label in left if _folded(label) not in seen)

    def _named(self, turn: Turn, *, number: int, on: date | None) -> Turn:
        if turn.label is None:
            return turn
        for entry in self.entries:
            if entry.fits(turn.label, number=number, on=on):
                return turn.model_copy(update={"label": entry.person})
        return turn


def load_speaker_map(path: Path, *, people: People) -> SpeakerMap:
    """The map in a file; its people get their canonical names.

    Raises: `SettingsError` where the file cannot be read, has what it should not, or names a
            person whom the table does not know, or more than one.
    """
    data = _read(path)
    only = data.pop("only", [])
    if not isinstance(only, list) or not all(isinstance(row, dict) for row in only):
        raise _wrong(
            "`only` is no list of tables", path=path, next_step="write [[only]] before each"
        )
    rows = [*only, *({"label": label, "person": person} for label, person in data.items())]
    return SpeakerMap(entries=tuple(_entry(row, people=people, path=path) for row in rows))


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise _wrong(
            f"cannot be read: {reason}", path=path, next_step="check --speakers"
        ) from error
    except UnicodeDecodeError as error:
        raise _wrong("is not UTF-8 text", path=path, next_step="save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _wrong(
            f"is not valid TOML: {error}",
            path=path,
            next_step='write lines like SPEAKER_00 = "Sergey Lavrov"',
        ) from error


def _entry(row: dict[str, Any], *, people: People, path: Path) -> MapEntry:
    unknown = sorted(row.keys() - _FIELDS)
    if unknown:
        raise _wrong(f"has a field {unknown[0]!r}", path=path, next_step=f"use {_known()}")
    label, person = row.get("label"), row.get("person")
    if not isinstance(label, str) or not isinstance(person, str) or not person.strip():
        name = label if isinstance(label, str) else "an entry"
        raise _wrong(
            f"{name!r} is given no person", path=path, next_step='write it as "label" = "name"'
        )
    first, last = _turns(row.get("turns"), label=label, path=path)
    return MapEntry(
        label=label,
        person=_person(person, people=people, path=path),
        first=first,
        last=last,
        since=_day(row.get("since"), label=label, path=path),
        until=_day(row.get("until"), label=label, path=path),
    )


def _person(written: str, *, people: People, path: Path) -> str:
    found = people.find(written)
    if len(found) == 1:
        return found[0].name
    if found:
        names = ", ".join(person.name for person in found)
        raise _wrong(
            f"{written!r} fits {len(found)} people", path=path, next_step=f"say which: {names}"
        )
    raise _wrong(
        f"no known person is called {written!r}",
        path=path,
        next_step="correct the name, or add the person with `checker people add`",
    )


def _turns(value: object, *, label: str, path: Path) -> tuple[int | None, int | None]:
    if value is None:
        return None, None
    given = value if isinstance(value, list) else [value, value]
    numbers = [number for number in given if isinstance(number, int) and number is not True]
    if len(given) == len(numbers) == 2 and 1 <= numbers[0] <= numbers[1]:
        return numbers[0], numbers[1]
    raise _wrong(
        f"the turns of {label!r} are {value!r}", path=path, next_step="write them as [3, 12]"
    )


def _day(value: object, *, label: str, path: Path) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise _wrong(
        f"the day of {label!r} is {value!r}", path=path, next_step="write it as 2021-10-20, bare"
    )


def _known() -> str:
    return "label, person, turns, since and until"


def _folded(label: str) -> str:
    return " ".join(label.strip("[]").split()).casefold()


def _wrong(what: str, *, path: Path, next_step: str) -> SettingsError:
    return SettingsError(what, where=str(path), next_step=next_step)
