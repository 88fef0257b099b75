"""Records as plain JSON values, in the form of the contract.

Written out because pydantic's own writer must first build the schema of every model, which takes
longer than the whole check of one quote.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from claims.models import Model


def jsonable(value: object) -> Any:
    """A record as dicts and lists: every key present, named by its alias, days in ISO form.

    >>> from checker.models import Edit
    >>> jsonable((Edit(op="insert", quoted="not"), date(2021, 10, 20)))
    [{'op': 'insert', 'code': None, 'quoted': 'not', 'stored': ''}, '2021-10-20']
    """
    if isinstance(value, Model):
        fields = type(value).model_fields.items()
        return {field.alias or name: jsonable(getattr(value, name)) for name, field in fields}
    if isinstance(value, list | tuple):
        return [jsonable(item) for item in value]
    if isinstance(value, dict):
        return {key: jsonable(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def json_text(value: object, *, indent: int | None = None) -> str:
    """A record as JSON, with a line feed at the end; without an indent, on one line."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(jsonable(value), ensure_ascii=False, indent=indent, separators=separators)
    return f"{text}\n"
