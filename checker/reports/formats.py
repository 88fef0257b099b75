"""Format name -> the report that renders it; each is imported only when it is asked for.

A row format can be written while the work goes on; a document format wants the whole report.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from checker.models import Report, Result, Summary

ROW_FORMATS = {"plain": "plain", "jsonl": "jsonl", "csv": "csv_report"}
DOCUMENT_FORMATS = {
    "json": "json_report",
    "markdown": "markdown",
    "html": "html_report",
    "sarif": "sarif",
    "claimreview": "claimreview",
    "annotation": "annotation",
}


class RowFormat(Protocol):
    """A report written row by row: the head, rows with a separator between them, the foot."""

    HEAD: str
    SEPARATOR: str

    def row(self, result: Result) -> str:
        """One result."""

    def foot(self, summary: Summary) -> str:
        """What comes after the last."""


class DocumentFormat(Protocol):
    """A report written as a whole."""

    def render(self, report: Report) -> str:
        """The whole text."""


def row_format(name: str) -> RowFormat:
    """The row format of that name."""
    return cast(RowFormat, import_module(f"checker.reports.{ROW_FORMATS[name]}"))


def document_format(name: str) -> DocumentFormat:
    """The document format of that name."""
    return cast(DocumentFormat, import_module(f"checker.reports.{DOCUMENT_FORMATS[name]}"))
