"""A session as a file: what was entered, what came of it, and how it was marked.

The file is JSON, private to its owner, and written whole or not at all.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from checker.dialogue.focus import Checked
from checker.dialogue.marks import Mark
from checker.models import Result, StoreInfo, Tool
from checker.output import write_private
from checker.reports.jsonable import json_text
from claims.errors import InputError, OutputError
from claims.models import Document, Model

_LARGEST = 256 * 1024 * 1024
_OURS = b'{"session":1,'


class Entered(Model):
    """One line typed or one text pasted."""

    text: str
    pasted: bool = False


class SavedResult(Model):
    """A result, its mark, and its document's place among the documents."""

    document: int
    mark: Mark
    result: Result


class SavedSession(Model):
    """Everything a session can be taken up from or played again."""

    session: Literal[1] = 1
    saved_at: datetime
    tool: Tool
    store: StoreInfo
    entered: tuple[Entered, ...]
    documents: tuple[Document, ...]
    results: tuple[SavedResult, ...]

    @property
    def checked(self) -> tuple[Checked, ...]:
        """The results with their numbers."""
        return tuple(
            Checked(number, kept.result, self.documents[kept.document], kept.mark)
            for number, kept in enumerate(self.results, start=1)
        )


def saved_session(
    checked: tuple[Checked, ...],
    *,
    entered: tuple[Entered, ...],
    tool: Tool,
    store: StoreInfo,
    at: datetime,
) -> SavedSession:
    """A session as it is saved; a document of many quotes is held once."""
    documents: list[Document] = []
    results = []
    for each in checked:
        if not documents or documents[-1] is not each.document:
            documents.append(each.document)
        kept = SavedResult(document=len(documents) - 1, mark=each.mark, result=each.result)
        results.append(kept)
    return SavedSession(
        saved_at=at,
        tool=tool,
        store=store,
        entered=entered,
        documents=tuple(documents),
        results=tuple(results),
    )


def write_session(session: SavedSession, *, place: Path) -> None:
    """Save a session, in place of an earlier one of that name.

    Raises: `OutputError` where the place is something other than a saved session, or cannot
            be written.
    """
    if not place.parent.is_dir():
        raise OutputError("no such folder", where=str(place.parent), next_step="make it first")
    if place.exists() and not _is_ours(place):
        raise OutputError(
            "holds something else than a saved session",
            where=str(place),
            next_step="name another file",
        )
    write_private(json_text(session), place=place)


def read_session(path: str) -> SavedSession:
    """A saved session.

    Raises: `InputError` where there is none, or it cannot be read.
    """
    place = Path(path).expanduser()
    no_session = InputError(
        "is no saved session", where=str(place), next_step="name a file that /save made"
    )
    try:
        content = place.read_bytes() if place.stat().st_size <= _LARGEST else b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            reason.lower(), where=str(place), next_step="name a file that /save made"
        ) from error
    if not content.startswith(_OURS):
        raise no_session
    try:
        found = SavedSession.model_validate_json(content)
    except ValidationError as error:
        raise no_session from error
    if any(not 0 <= kept.document < len(found.documents) for kept in found.results):
        raise no_session
    return found


def _is_ours(place: Path) -> bool:
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return file.read(len(_OURS)) == _OURS
