"""One result a row, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from checker.models import Result, Summary
from checker.reports.jsonable import jsonable

COLUMNS = (
    "path",
    "line",
    "column",
    "page",
    "time",
    "id",
    "quote",
    "kind",
    "speaker",
    "said_on",
    "status",
    "verdict",
    "confidence",
    "severity",
    "findings",
    "messages",
    "attribution",
    "statement",
    "stored",
    "stored_speaker",
    "stored_said_on",
    "wording",
    "publisher",
    "link",
    "closest",
)
SEPARATOR = ""

# A spreadsheet takes a cell that starts with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def row(result: Result) -> str:
    """One row; the stored columns are of the best evidence, `closest` names near misses."""
    cells: dict[str, object] = {
        **jsonable(result),
        "speaker": result.speaker and (result.speaker.name or result.speaker.as_written),
        "findings": " ".join(finding.code for finding in result.findings),
        "messages": " | ".join(finding.message for finding in result.findings),
        "closest": " ".join(near_miss.statement for near_miss in result.near_misses),
        **_stored(result),
    }
    return _line(tuple(cells.get(column) for column in COLUMNS))


def _stored(result: Result) -> dict[str, object]:
    if not result.evidence:
        return {}
    best = result.evidence[0]
    return {
        "statement": best.statement,
        "stored": best.exact,
        "stored_speaker": best.speaker,
        "stored_said_on": best.said_on.isoformat(),
        "wording": best.wording,
        "publisher": best.source.publisher,
        "link": best.source.link or best.source.url,
    }


def _line(values: tuple[object, ...]) -> str:
    cells = [_cell(value) for value in values]
    # The csv module leaves a lone carriage return bare, and readers take it for a new row.
    lone = any("\r" in cell for cell in cells)
    out = io.StringIO()
    writer = csv.writer(
        out, lineterminator="\n", quoting=csv.QUOTE_ALL if lone else csv.QUOTE_MINIMAL
    )
    writer.writerow(cells)
    return out.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


HEAD = _line(COLUMNS)


def foot(summary: Summary) -> str:
    """Nothing: each row is a result."""
    return ""
