"""Statement lists as CSV: a header line, commas, semicolons or tabs between the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.errors import ImportFailedError
from claims.people import People
from sources.importers.fields import NOTHING_STORED, check_id, statement_from
from sources.importers.lines import lines_of
from sources.importers.options import ImportOptions
from sources.models import Source, Statement

_SOURCE_COLUMNS = frozenset(Source.model_fields)
_STATEMENT_COLUMNS = frozenset(Statement.model_fields) - {"source"}
_COLUMNS = _SOURCE_COLUMNS | _STATEMENT_COLUMNS
_YES = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def read_csv(path: Path, *, options: ImportOptions, people: People) -> Iterator[Statement]:
    """The statements of a list, read as they are asked for; an empty cell is no value.

    Shape: columns as the fields of a statement and of its source, in any order; `topics` are
           set apart by semicolons or spaces.
    Raises: `ImportFailedError` naming the line.
    """
    lines = lines_of(path)
    header = next(lines, "")
    delimiter = max(",;\t", key=header.count)
    names = _next(csv.reader([header], delimiter=delimiter, strict=True), where=f"{path}:1")
    columns = [name.strip().lower() for name in names or ()]
    _check(columns, where=f"{path}:1")
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    seen: dict[str, int] = {}
    while True:
        where = f"{path}:{rows.line_num + 2}"
        row = _next(rows, where=where)
        if row is None:
            return
        if any(cell.strip() for cell in row):
            fields = _fields(row, columns=columns, where=where)
            statement = statement_from(fields, options=options, people=people, where=where)
            if "id" in fields:
                check_id(statement, seen=seen, where=where)
            yield statement


def _check(columns: list[str], *, where: str) -> None:
    unknown = [name for name in columns if name not in _COLUMNS]
    if not unknown and len(set(columns)) == len(columns) and columns:
        return
    what = f"unknown column {unknown[0]!r}" if unknown else "a column stands twice, or none at all"
    raise ImportFailedError(
        what,
        where=where,
        next_step=f"rename or remove it (known: {', '.join(sorted(_COLUMNS))}); {NOTHING_STORED}",
    )


def _next(rows: Iterator[list[str]], *, where: str) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        raise ImportFailedError(
            f"the row cannot be read ({error})",
            where=where,
            next_step=f"correct its quotation marks; {NOTHING_STORED}",
        ) from error


def _fields(row: list[str], *, columns: list[str], where: str) -> dict[str, Any]:
    if len(row) != len(columns):
        raise ImportFailedError(
            f"{len(row)} cells under {len(columns)} columns",
            where=where,
            next_step=f"put cells that hold the separator into quotation marks; {NOTHING_STORED}",
        )
    cells = {name: cell for name, cell in zip(columns, row, strict=True) if cell.strip()}
    fields: dict[str, Any] = {
        name: _value(name, cell.strip(), where=where)
        for name, cell in cells.items()
        if name in _STATEMENT_COLUMNS
    }
    fields["source"] = {
        name: cell.strip() for name, cell in cells.items() if name in _SOURCE_COLUMNS
    }
    return fields


def _value(name: str, cell: str, *, where: str) -> object:
    """A cell as the type of its field; what does not fit is left for the model to refuse."""
    if name == "topics":
        return cell.replace(";", " ").split()
    if name == "position" and cell.isdecimal():
        return int(cell)
    if name in ("said_on_approximate", "withdrawn"):
        return _YES.get(cell.lower(), cell)
    return cell
