"""The whole answer as one JSON document; `checker schema` describes it."""

from __future__ import annotations

from checker.models import Report


def render(report: Report) -> str:
    """The document, indented."""
    return report.model_dump_json(by_alias=True, indent=2) + "\n"
