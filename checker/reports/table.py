"""A table for a terminal: one row for each quote, then the counts."""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from checker.counts import summarise
from checker.models import Report, Result
from checker.reports import words
from checker.reports.card import Look, location
from checker.reports.escape import printable, shortened
from checker.reports.summary import sentence

_LONGEST_QUOTE = 300
_NO_STYLES: Mapping[Look, str] = {}


def render(
    report: Report, *, width: int, colour: bool, styles: Mapping[Look, str] = _NO_STYLES
) -> str:
    """The table as text of at most `width` columns; `styles` say what a look is in colour."""
    results = [result for document in report.documents for result in document.results]
    table = Table("where", "quote", "verdict", "said by", "findings", expand=False)
    for result in results:
        table.add_row(
            location(result) or printable(result.id),
            Text(shortened(result.quote, longest=_LONGEST_QUOTE)),
            Text(words.verdict_word(result), style=styles.get(result.verdict or "not_checked", "")),
            Text(_said_by(result)),
            _findings(result, styles=styles),
        )
    out = StringIO()
    console = recorder(out, width=width, colour=colour)
    console.print(table)
    console.print(Text(sentence(summarise(results))))
    return out.getvalue()


def _said_by(result: Result) -> str:
    if not result.evidence:
        return ""
    best = result.evidence[0]
    return f"{printable(best.speaker)}, {words.when_and_where(best)}"


def _findings(result: Result, *, styles: Mapping[Look, str]) -> Text:
    shown = Text()
    for finding in words.worst_first(result.findings):
        if shown:
            shown.append("\n")
        shown.append(f"{finding.severity}: {finding.code}", style=styles.get(finding.severity, ""))
    return shown


def recorder(out: StringIO, *, width: int, colour: bool) -> Console:
    """A console that writes into a text, so that what is shown can be returned."""
    return Console(
        file=out,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
    )
