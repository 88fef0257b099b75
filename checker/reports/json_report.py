"""The whole answer as one JSON document; `checker schema` describes it."""

from __future__ import annotations

from checker.models import Report
from checker.reports.jsonable import json_text


def render(report: Report) -> str:
    """The document, indented."""
    return json_text(report, indent=2)
