"""One result a line, in the JSON form of the contract."""

from __future__ import annotations

from checker.models import Result, Summary
from checker.reports.jsonable import json_text

SEPARATOR = ""
HEAD = ""


def row(result: Result) -> str:
    """One line."""
    return json_text(result)


def foot(summary: Summary) -> str:
    """Nothing: each line is a result."""
    return ""
