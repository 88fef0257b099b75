"""Plain fields -> Statement: defaults filled in, an id made, everything validated strictly."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from pydantic import ValidationError

from claims.errors import ImportFailedError
from claims.keys import keys
from claims.languages import languages
from claims.people import People
from sources.importers.options import ImportOptions
from sources.models import Statement
from sources.rows import digest_of
from sources.speakers import canonical_name

NOTHING_STORED = "nothing of this document was stored"
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LETTERS = 2000
"""Characters of a text that tell in which language it is, where nothing says it."""
_OPTIONS = {"said_on": "--date", "speaker": "--speaker", "publisher": "--publisher"}
_IDENTITY = ("speaker", "said_on", "text", "language", "wording", "position")
_SOURCE_IDENTITY = ("publisher", "url")


def statement_from(
    fields: dict[str, Any], *, options: ImportOptions, people: People, where: str
) -> Statement:
    """A statement from the fields of a statement list.

    Raises: `ImportFailedError` naming the field, at `where`.
    """
    source = fields.get("source", {})
    if not isinstance(source, dict):
        raise ImportFailedError(
            "`source` is no object", where=where, next_step=f"correct it; {NOTHING_STORED}"
        )
    filled = _over(options.statement_fields(), fields)
    filled["source"] = _over(options.source_fields(), source)
    _require(filled, where=where)
    day = _day(filled["said_on"], name="said_on", where=where)
    if filled["source"].get("published") is not None:
        _day(filled["source"]["published"], name="published", where=where)
    if filled.get("language") is None:
        filled["language"] = next(iter(languages(filled["text"][:_LETTERS])), "en")
    filled.setdefault("original_language", filled["language"])
    _name_speaker(filled, people=people, on=day)
    if filled.get("id") is None:
        filled["id"] = _made_id(filled)
    if filled.get("utterance") is None:
        filled["utterance"] = filled["id"]
    return _validated(filled, where=where)


def check_id(statement: Statement, *, seen: dict[str, int], where: str) -> None:
    """Remember a statement's id in `seen`, with a hash of the statement.

    Raises: `ImportFailedError` where another statement of the list has the id.
    """
    if seen.setdefault(statement.id, hash(statement)) != hash(statement):
        raise ImportFailedError(
            f"another statement above has the id {statement.id!r}",
            where=where,
            next_step=f"give each its own, or none; {NOTHING_STORED}",
        )


def _over(given: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """The document's own fields; where one is missing or empty, what was given for all."""
    return {**fields, **{k: v for k, v in given.items() if fields.get(k) is None}}


def _require(fields: dict[str, Any], *, where: str) -> None:
    """Check the four facts without which there is no statement."""
    required = {
        "speaker": fields.get("speaker"),
        "said_on": fields.get("said_on"),
        "text": fields.get("text"),
        "publisher": fields["source"].get("publisher"),
    }
    wrong = {
        name: value
        for name, value in required.items()
        if not isinstance(value, str) or not value.strip()
    }
    if wrong:
        faults = [f"`{k}` is " + ("missing" if v is None else repr(v)) for k, v in wrong.items()]
        options = [_OPTIONS[name] for name in wrong if name in _OPTIONS]
        what = "fill it in" if len(wrong) == 1 else "fill them in"
        given = f", or give {' and '.join(options)}" if options else ""
        raise ImportFailedError(
            ", ".join(faults), where=where, next_step=f"{what}{given}; {NOTHING_STORED}"
        )


def _day(value: object, *, name: str, where: str) -> date:
    """A day in ISO form, and no other: what else looks like a date is ambiguous."""
    written = str(value)
    try:
        day = date.fromisoformat(written) if _ISO_DAY.fullmatch(written) else None
    except ValueError:
        day = None
    if day is None:
        raise ImportFailedError(
            f"`{name}` is {value!r}, not a day such as 2021-10-20",
            where=where,
            next_step=f"correct it; {NOTHING_STORED}",
        )
    return day


def _name_speaker(fields: dict[str, Any], *, people: People, on: date) -> None:
    """Give the speaker the canonical name, and keep a different one in the note."""
    written = fields["speaker"]
    fields["speaker"] = canonical_name(written, people=people, on=on)
    if keys(fields["speaker"]) != keys(written) and fields.get("note") is None:
        fields["note"] = f"Speaker as written: {written}"


def _made_id(fields: dict[str, Any]) -> str:
    """An id made of what the statement says and where: the same on every import.

    Not of the title, which for a transcript may be the name of its file.
    """
    source = fields["source"]
    identity = [
        *(fields.get(name) for name in _IDENTITY),
        *(source.get(name) for name in _SOURCE_IDENTITY),
    ]
    words = keys(fields["speaker"])
    day = str(fields["said_on"]).replace("-", "")
    return f"{words[-1] if words else 'speaker'}-{day}-{digest_of(identity) >> 64:016x}"


def _validated(fields: dict[str, Any], *, where: str) -> Statement:
    try:
        return Statement.model_validate_json(json.dumps(fields), strict=True)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = ".".join(map(str, fault["loc"])) or "text"
        raise ImportFailedError(
            f"`{place}`: {fault['msg'].lower()}",
            where=where,
            next_step=f"correct it; {NOTHING_STORED}",
        ) from error
