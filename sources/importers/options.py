"""What the caller knows of a document that the document does not say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from claims.models import Model
from claims.speaker_map import SpeakerMap
from sources.models import RecordState, SourceKind, Wording


class ImportOptions(Model):
    """Facts for every statement of one document; a list's own fields go before them.

    Shape: `said_on` and `publisher` must come from here or from the document: nothing is
           guessed. `speaker` is for a transcript without labels, `speakers` says whom labels
           mean. `original_language` is `language` unless given. `tell` is called with a line
           for each part that cannot be read.
    """

    publisher: str | None = None
    said_on: date | None = None
    speaker: str | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    kind: SourceKind | None = None
    wire: str | None = None
    event: str | None = None
    place: str | None = None
    language: str | None = None
    original_language: str | None = None
    wording: Wording | None = None
    retrieved_at: datetime | None = None
    speakers: SpeakerMap | None = None
    tell: Callable[[str], None] | None = None
    licence: str | None = None
    state: RecordState | None = None
    translated_from: str | None = None

    def statement_fields(self) -> dict[str, Any]:
        """What was given for statements, as plain fields."""
        given = {
            "speaker": self.speaker,
            "said_on": self.said_on and self.said_on.isoformat(),
            "event": self.event,
            "place": self.place,
            "language": self.language,
            "original_language": self.original_language,
            "wording": self.wording,
            "state": self.state,
            "translated_from": self.translated_from,
        }
        return _present(given)

    def source_fields(self) -> dict[str, Any]:
        """What was given for their source, as plain fields."""
        given = {
            "publisher": self.publisher,
            "title": self.title,
            "url": self.url,
            "published": self.published and self.published.isoformat(),
            "kind": self.kind,
            "wire": self.wire,
            "retrieved_at": self.retrieved_at and self.retrieved_at.isoformat(),
            "licence": self.licence,
        }
        return _present(given)


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
