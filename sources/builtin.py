"""The built-in statements: package data, already checked by the tests, read without validation."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from sources.models import Source, Statement

PATH = Path(__file__).parent / "data" / "statements.jsonl"


def builtin_statements() -> tuple[Statement, ...]:
    """The statements that a new store starts with, in the order of their list."""
    with PATH.open(encoding="utf-8") as lines:
        return tuple(_statement(json.loads(line)) for line in lines)


def _statement(fields: dict[str, Any]) -> Statement:
    source = fields["source"]
    published = source["published"]
    source["published"] = published and date.fromisoformat(published)
    fields["source"] = Source.model_construct(**source)
    fields["said_on"] = date.fromisoformat(fields["said_on"])
    fields["topics"] = tuple(fields["topics"])
    return Statement.model_construct(**fields)
