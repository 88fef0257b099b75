"""Statement lists as JSON lines: the fields of the built-in list, one statement a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.errors import ImportFailedError
from claims.people import People
from sources.importers.fields import NOTHING_STORED, check_id, statement_from
from sources.importers.lines import lines_of
from sources.importers.options import ImportOptions
from sources.models import Statement


def read_jsonl(path: Path, *, options: ImportOptions, people: People) -> Iterator[Statement]:
    """The statements of a list, read as they are asked for.

    Raises: `ImportFailedError` naming the line.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(lines_of(path), start=1):
        if line.strip():
            where = f"{path}:{number}"
            fields = _fields(line, where=where)
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
