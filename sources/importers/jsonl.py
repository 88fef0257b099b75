"""Statement lists as JSON lines: the fields of the built-in list, one statement a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from claims.errors import ImportFailedError
from claims.people import People
from sources.importers.fields import NOTHING_STORED, check_id, statement_from
from sources.importers.lines import lines_of
from sources.importers.options import ImportOptions
from sources.models import AuditEntry, Entry, FetchedPage

AUDIT, PAGE = "audit", "page"
"""The one key of a line that is no statement: of the audit, or of a page that was fetched."""


def read_jsonl(path: Path, *, options: ImportOptions, people: People) -> Iterator[Entry]:
    """The statements of a list, and what else a whole export has, read as they are asked for.

    Raises: `ImportFailedError` naming the line.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(lines_of(path), start=1):
        if line.strip():
            where = f"{path}:{number}"
            fields = _fields(line, where=where)
            if len(fields) == 1 and not fields.keys().isdisjoint((AUDIT, PAGE)):
                yield _beside(fields, where=where)
                continue
            statement = statement_from(fields, options=options, people=people, where=where)
            if fields.get("id") is not None:
                check_id(statement, seen=seen, where=where)
            yield statement


def _fields(line: str, *, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ImportFailedError(
            f"the line is no JSON ({error})",
            where=where,
            next_step=f"correct it; {NOTHING_STORED}",
        ) from error
    if not isinstance(fields, dict):
        raise ImportFailedError(
            "the line is no JSON object",
            where=where,
            next_step=f"put the fields of one statement on it; {NOTHING_STORED}",
        )
    return fields


def _beside(fields: dict[str, Any], *, where: str) -> Entry:
    """What a line holds that is no statement."""
    ((name, value),) = fields.items()
    try:
        return _adapter(name).validate_json(json.dumps(value))
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        raise ImportFailedError(
            f"`{'.'.join(map(str, (name, *fault['loc'])))}`: {fault['msg'].lower()}",
            where=where,
            next_step=f"correct it or take the line out; {NOTHING_STORED}",
        ) from error


@cache
def _adapter(name: str) -> TypeAdapter[Entry]:
    return TypeAdapter(AuditEntry if name == AUDIT else FetchedPage)
