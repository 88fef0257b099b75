"""Quote lists: JSON lines or CSV, one row a quote. Each row comes out, whatever it has."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from claims.dates import claimed_date
from claims.errors import InputError
from claims.given import given
from claims.models import Claim, Model, Quote
from claims.people import People, load_people
from claims.quotes import unwrapped
from claims.readers.encoding import LARGEST, decode, load
from claims.readers.signs import is_html, is_pdf, is_quotes, is_xml, is_zip

_NAMES = {
    "quote": "quote", "quotation": "quote", "text": "quote", "speaker": "speaker",
    "said_on": "said_on", "date": "said_on", "id": "id", "origin": "origin", "url": "origin",
}  # fmt: skip
_SUFFIXES = frozenset({".jsonl", ".csv"})
_HEAD = 8192
_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 10_000_000
_NAMED = 6
"""Columns that a note names."""


class RowProblem(Model):
    """A row that cannot be checked, and why, in one line.

    Shape: `line` counts from 1; `quote` is what the row had as its quote, "" if nothing.
    """

    id: str
    line: int
    reason: str
    quote: str = ""


def is_quote_list(path: Path) -> bool:
    """Whether a file is a quote list: by its content, or by its name where that tells nothing.

    A file that cannot be opened is none, so that reading it says why.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_HEAD)
    except (OSError, ValueError):
        return False
    if holds_quotes(data):
        return True
    head = _begin(data)
    plain = not (is_zip(data) or is_pdf(data) or is_html(head) or is_xml(head))
    return plain and path.suffix.lower() in _SUFFIXES


def holds_quotes(data: bytes | str) -> bool:
    """Whether a text begins as a quote list does: with a row of JSON, or with its columns."""
    return is_quotes(_begin(data))


def _begin(data: bytes | str) -> str:
    head = data[:_HEAD]
    text = head if isinstance(head, str) else head.decode("utf-8", "replace")
    return text.lstrip("\ufeff \t\r\n")


class QuoteList(NamedTuple):
    """What a quote list has: an entry for each row, in order, and the columns that were not read.

    Shape: `unread` are the columns' own names, each once, in their order.
    """

    rows: tuple[Claim | RowProblem, ...]
    unread: tuple[str, ...]

    @property
    def note(self) -> str | None:
        """One line on the columns that were not read, `None` where all were."""
        if not self.unread:
            return None
        names = ", ".join(map(repr, self.unread[:_NAMED]))
        more = f" and {len(self.unread) - _NAMED} more" if len(self.unread) > _NAMED else ""
        return f"columns not read: {names}{more}; read are quote, speaker, said_on, id, origin"


class _Row(NamedTuple):
    line: int
    fields: dict[str, str]
    problem: str | None = None
    unread: tuple[str, ...] = ()


def read_quote_list(path: Path, *, limit: int = LARGEST, people: People | None = None) -> QuoteList:
    """The rows of a quote list, one claim or problem each, in order.

    Shape: columns `quote`, and optionally `speaker`, `said_on`, `id`, `origin`; the id is the
           row's own, or "q" and its number. Speakers are looked up in `people`, by default
           the built-in table.
    Raises: `InputError` if the file cannot be read at all or has no column of quotes.
    """
    data = load(path, limit=limit)
    as_json = path.suffix.lower() == ".jsonl"
    return rows_of(data, where=str(path), as_json=as_json, limit=limit, people=people)


def rows_of(
    data: bytes | str,
    *,
    where: str,
    as_json: bool = False,
    limit: int = LARGEST,
    people: People | None = None,
) -> QuoteList:
    """The rows of a quote list that was read already; JSON lines are told by their braces.

    Raises: `InputError` if it is no text or has no column of quotes.
    """
    text = data if isinstance(data, str) else decode(data, where=where, limit=limit)
    as_json = as_json or text.lstrip("\ufeff \t\r\n").startswith("{")
    rows = tuple(_json_rows(text) if as_json else _csv_rows(text, where=where))
    known = load_people() if people is None else people
    return QuoteList(
        tuple(_entry(row, number=number, people=known) for number, row in enumerate(rows, 1)),
        tuple(dict.fromkeys(name for row in rows for name in row.unread)),
    )


def _entry(row: _Row, *, number: int, people: People) -> Claim | RowProblem:
    name = row.fields.get("id", "").strip() or f"q{number}"
    quote = row.fields.get("quote", "").strip()

    def problem(reason: str) -> RowProblem:
        return RowProblem(id=name, line=row.line, reason=reason, quote=quote)

    if row.problem is not None:
        return problem(row.problem)
    if "quote" not in row.fields:
        return problem("the row has no quote")
    words = unwrapped(quote)
    written = row.fields.get("speaker", "").strip()
    if not words.strip():
        return problem("the quote is empty")
    said_on = row.fields.get("said_on", "").strip()
    day = _day(said_on) if said_on else None
    if said_on and day is None:
        return problem(f"said_on {said_on!r} is not a date; write it as 2021-10-20")
    return Claim(
        id=name,
        quote=Quote(text=words, kind="direct"),
        speaker=given(written, people=people, on=day) if written else None,
        said_on=day,
        line=row.line,
        origin=row.fields.get("origin", "").strip() or None,
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10] if "T" in written else written)
    except ValueError:
        return claimed_date(written, published=None)


def _json_rows(text: str) -> Iterator[_Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _json_row(line, number=number)


def _json_row(line: str, *, number: int) -> _Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return _Row(number, {}, "the line is not valid JSON")
    if not isinstance(row, dict):
        return _Row(number, {}, 'the line is not a JSON object like {"quote": "..."}')
    fields = _named(row)
    wrong = [name for name, value in fields.items() if isinstance(value, dict | list | bool)]
    plain = {
        name: str(value)
        for name, value in fields.items()
        if value is not None and name not in wrong
    }
    if wrong:
        return _Row(number, plain, f"{wrong[0]} is not text")
    whole = {name: _whole(value) for name, value in plain.items()}
    return _Row(number, whole, unread=_unread(row))


def _unread(columns: Iterable[str]) -> tuple[str, ...]:
    """The columns that have none of our names."""
    written = (" ".join(column.split()) for column in columns)
    return tuple(name for name in written if name and name.casefold() not in _NAMES)


def _named(row: dict[str, object]) -> dict[str, object]:
    """The fields by our names; a field's own name goes before its other ones."""
    found: dict[str, object] = {}
    for column, value in row.items():
        name = _NAMES.get(column.strip().casefold())
        if name is not None and (name not in found or column.strip().casefold() == name):
            found[name] = value
    return found


def _whole(value: str) -> str:
    """Text without halves of surrogate pairs, which JSON can escape."""
    return value.encode("utf-8", "replace").decode("utf-8")


def _csv_rows(text: str, *, where: str) -> Iterator[_Row]:
    import csv
    import io

    csv.field_size_limit(_LONGEST_FIELD)
    header = text.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] | None = None
    unread: tuple[str, ...] = ()
    while True:
        first = lines.line_num + 1
        try:
            cells = next(lines, None)
        except csv.Error as error:
            yield _Row(first, {}, f"the row is not valid CSV ({error}); check its quotation marks")
            if lines.line_num < first:
                break
            continue
        if cells is None:
            break
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = [_NAMES.get(cell.strip().casefold(), "") for cell in cells]
            unread = _unread(cells)
            continue
        yield _csv_row(cells, columns, line=first)._replace(unread=unread)
    if columns is None or "quote" not in columns:
        raise InputError(
            "has no column named quote",
            where=where,
            next_step="name the columns in the first row: quote, speaker, said_on, id",
        )


def _csv_row(cells: list[str], columns: list[str], *, line: int) -> _Row:
    fields = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
    if len(cells) > len(columns):
        return _Row(line, fields, "the row has more cells than the first row; quote its commas")
    return _Row(line, fields)
