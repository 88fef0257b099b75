"""Cards as plain text: one after the other, then the counts."""

from __future__ import annotations

from checker.models import Result, Summary
from checker.reports.card import card_text
from checker.reports.summary import sentence

SEPARATOR = "\n"
HEAD = ""


def row(result: Result) -> str:
    """One card."""
    return card_text(result) + "\n"


def foot(summary: Summary) -> str:
    """The counts, unless the one card says it all."""
    return "" if summary.quotes <= 1 else f"\n{sentence(summary)}\n"
