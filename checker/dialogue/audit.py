"""The audit log: a line for each check and each decision, in a file that only grows.

A line is a JSON object. The quote itself is not in it: its hash is, so that the log can be shown
to others and still be held against the quote.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

from checker.dialogue.focus import Checked
from checker.dialogue.marks import Mark
from checker.models import Severity, StoreInfo, Tool, Verdict
from checker.output import append_private
from checker.reports.jsonable import json_text
from claims.errors import OutputError
from claims.models import Model

Event = Literal["begin", "check", "mark", "undo", "redo"]
_OURS = b'{"audit":1,'


class Entry(Model):
    """One line of the log; what is not known to the event is `None`.

    Shape: `quote_sha256` is of the quote as printed, in UTF-8; `statement` is the id of the
           best evidence; `mark` is what the result is marked as from now on.
    """

    audit: Literal[1] = 1
    at: datetime
    event: Event
    by: str
    tool: Tool
    store: StoreInfo
    number: int | None = None
    quote_sha256: str | None = None
    verdict: Verdict | None = None
    severity: Severity | None = None
    statement: str | None = None
    mark: Mark | None = None


class Audit:
    """An open log.

    Raises: `OutputError` where the file holds something else, or cannot be written.
    """

    def __init__(self, place: Path, *, tool: Tool, by: str) -> None:
        self.place = place
        self._tool = tool
        self._by = by
        if place.exists() and not _can_go_on(place):
            raise OutputError(
                "holds something else than an audit log",
                where=str(place),
                next_step="name another file",
            )

    def write(
        self, event: Event, *, at: datetime, store: StoreInfo, checked: Checked | None = None
    ) -> None:
        """Add one line, at once."""
        entry = Entry(at=at, event=event, by=self._by, tool=self._tool, store=store)
        if checked is not None:
            result = checked.result
            entry = entry.model_copy(
                update={
                    "number": checked.number,
                    "quote_sha256": sha256(result.quote.encode("utf-8", "replace")).hexdigest(),
                    "verdict": result.verdict,
                    "severity": result.severity,
                    "statement": result.evidence[0].statement if result.evidence else None,
                    "mark": checked.mark,
                }
            )
        append_private(json_text(entry), place=self.place)


def _can_go_on(place: Path) -> bool:
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return file.read(len(_OURS)) in (b"", _OURS)
