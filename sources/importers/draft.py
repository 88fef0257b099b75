"""What a layout reads off a page, and how it becomes statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from claims.errors import ImportFailedError
from claims.people import People
from sources.importers.fields import NOTHING_STORED, statement_from
from sources.importers.options import ImportOptions
from sources.importers.page import Page
from sources.models import RecordState, SourceKind, Statement, Wording
from sources.speakers import with_labels


class Said(NamedTuple):
    """One turn as a page has it.

    Shape: `speaker` is the label or name as written, `None` where the page does not say; what
           is `None` beside it is as in the draft.
    """

    text: str
    speaker: str | None
    role: str | None = None
    organisation: str | None = None
    said_on: date | None = None
    approximate: bool = False
    original_language: str | None = None
    wording: Wording | None = None
    note: str | None = None
    language: str | None = None


class Draft(NamedTuple):
    """A page as its layout reads it: what the page does not say is `None`.

    Shape: `said_on` is the day of the utterance, `published` that of the page; `names` are full
           names that the page gives for those whom its labels name shortly; `state` and `notes`
           are of the record itself; `said_when_posted` says that in this layout such words are
           of the day of their publication where the page names no other.
    """

    said: tuple[Said, ...]
    publisher: str | None
    title: str | None
    url: str | None
    said_on: date | None
    published: date | None
    kind: SourceKind
    language: str | None
    original_language: str | None
    wording: Wording | None
    event: str | None = None
    place: str | None = None
    wire: str | None = None
    names: tuple[str, ...] = ()
    state: RecordState | None = None
    notes: tuple[str, ...] = ()
    said_when_posted: bool = False


def statements(
    draft: Draft, *, page: Page, options: ImportOptions, people: People, where: str
) -> Iterator[Statement]:
    """The turns of a draft as statements; what the caller gave goes before what was read.

    Raises: `ImportFailedError` naming the fact that neither the page nor the caller gives.
    """
    if not draft.said:
        raise ImportFailedError(
            "no words of anyone were found on this page",
            where=where,
            next_step=f"save its text as plain text and add that; {NOTHING_STORED}",
        )
    draft = _dated(draft)
    people = with_labels(people, labels=draft.names)
    given = options.statement_fields()
    given.pop("speaker", None)
    source = _source(draft, page=page) | options.source_fields()
    for position, said in enumerate(draft.said):
        fields = _fields(draft, said) | given
        if said.wording == "rendering":  # an account stays one, whatever is known of the page
            fields["wording"] = said.wording
        fields["speaker"] = _mapped(said, draft, number=position + 1, options=options)
        fields |= {"position": position, "source": source}
        _ask(fields, where=where)
        fields = {name: value for name, value in fields.items() if value is not None}
        fields["note"] = _note(draft, said, day=fields.get("said_on"))
        yield statement_from(fields, options=options, people=people, where=where)


def _dated(draft: Draft) -> Draft:
    """The draft with the day of publication as that of its words, where the layout allows it."""
    if draft.said_on is not None or draft.published is None or not draft.said_when_posted:
        return draft
    return draft._replace(said_on=draft.published, notes=(*draft.notes, DATED_AS_POSTED))


def _mapped(said: Said, draft: Draft, *, number: int, options: ImportOptions) -> str | None:
    """The speaker as the caller's map names the label, or as given for words without one."""
    if said.speaker is None:
        return options.speaker
    for entry in options.speakers.entries if options.speakers else ():
        if entry.fits(said.speaker, number=number, on=options.said_on or draft.said_on):
            return entry.person
    return said.speaker


def _source(draft: Draft, *, page: Page) -> dict[str, Any]:
    return {
        "publisher": draft.publisher,
        "title": draft.title,
        "url": draft.url or page.url,
        "published": draft.published and draft.published.isoformat(),
        "kind": draft.kind,
        "wire": draft.wire,
        "sha256": page.sha256,
    }


def _fields(draft: Draft, said: Said) -> dict[str, Any]:
    day = said.said_on or draft.said_on
    return {
        "text": said.text,
        "speaker": said.speaker,
        "role": said.role,
        "organisation": said.organisation,
        "said_on": day and day.isoformat(),
        "said_on_approximate": said.approximate,
        "event": draft.event,
        "place": draft.place,
        "language": said.language or draft.language or "en",
        "original_language": said.original_language or draft.original_language,
        "wording": said.wording or draft.wording,
        "state": draft.state,
    }


DATED_AS_POSTED: Final = "The page names no day of utterance; its day of publication is taken"
_ASKED: Final = (
    ("speaker", "who speaks", "--speaker NAME"),
    ("said_on", "on which day it was said", "--date DATE"),
    ("wording", "whose words these are", "--wording verbatim or another"),
    ("publisher", "who published it", "--publisher NAME"),
)


def _ask(fields: dict[str, Any], *, where: str) -> None:
    """Ask at once for all that neither the page nor the caller says."""
    known = fields | {"publisher": fields["source"].get("publisher")}
    asked = [(fact, option) for name, fact, option in _ASKED if known[name] is None]
    if asked:
        facts, given = zip(*asked, strict=True)
        raise ImportFailedError(
            f"the page does not say {', nor '.join(facts)}",
            where=where,
            next_step=f"give {', '.join(given)}; {NOTHING_STORED}",
        )


def _note(draft: Draft, said: Said, *, day: str | None) -> str | None:
    notes = [*draft.notes, *filter(None, (said.note,))]
    if draft.said_on is not None and said.said_on is None and day != draft.said_on.isoformat():
        notes.append(f"The page dates it {draft.said_on.isoformat()}")
    return "; ".join(dict.fromkeys(notes)) or None


_SHORT: Final = 200
_EDITED: Final = re.compile(
    r"lightly edited|edited for (?:clarity|length)[\w ,]*|transcript has been edited", re.IGNORECASE
)
_PREPARED: Final = re.compile(
    r"as prepared(?: for delivery)?|prepared remarks|check against (?:delivery|the delivered)"
    r"|advance (?:text|copy)|под(?:готовленн\w+) текст", re.IGNORECASE,
)  # fmt: skip
_DELIVERED: Final = re.compile(r"\bas delivered\b|\bas-delivered\b", re.IGNORECASE)
_MACHINE: Final = re.compile(
    r"(?:machine|automatic(?:ally)?|ai)[- ](?:generated )?transcri\w+"
    r"|(?:auto|automatically|machine|ai)[- ]generated|automatic speech recognition",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"to be continued|transcript (?:will|to) be (?:added|posted|continued|published)"
    r"|(?:full )?transcript to follow|продолжение следует"
    r"|стенограмма будет (?:опубликован|дополнен)|частичная стенограмма|partial transcript",
    re.IGNORECASE,
)


class Record(NamedTuple):
    """What a page says of its own record."""

    state: RecordState | None
    notes: tuple[str, ...]


def record_of(page: Page, *, title: str | None) -> Record:
    """What a page says of its own record: prepared text, edited, by machine, not complete.

    Shape: only its heading and its short lines are asked; a speech may speak of anything.
    """
    lines = [title or "", *(block.text for block in page.blocks if len(block.text) <= _SHORT)]
    marks = "\n".join(lines)
    states: tuple[tuple[re.Pattern[str], RecordState], ...] = (
        (_MACHINE, "asr"),
        (_DELIVERED, "delivered"),
        (_PREPARED, "as_prepared"),
        (_EDITED, "edited"),
    )
    state = next((state for pattern, state in states if pattern.search(marks)), None)
    is_open = _OPEN.search(marks) is not None
    return Record(state, ("The transcript was not complete when the page was saved",) * is_open)
