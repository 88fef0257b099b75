"""Is the store whole? Every check that does not need the outside world."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import ValidationError

from claims.errors import StoreError
from sources import fetched, memory, record, signatures
from sources.models import Problem, Statement
from sources.prints import prints
from sources.rows import SOURCE_COLUMNS, STATEMENT_COLUMNS, Row, statement_digest, statements_from
from sources.terms import N_PASSAGES, cut, index_keys, passage_terms
from sources.vectors import FEWEST, load_vectors

_REBUILD = "run `checker sources rebuild`: the index is made anew from the record"
_IMPORT_AGAIN = "import it again with `checker sources add --replace`, or remove it"
_RESTORE = "restore the file from a copy; save what can be read with `checker sources export`"
_COPY = "restore the file from a copy, such as `checker sources backup` makes"
_SPLIT = "take what is another's out of it with `checker sources split ID`"
_SHOWN = 20
_AT_ONCE = 5000
_TIME_ZONES = timedelta(days=1)


def problems_of(connection: sqlite3.Connection, *, path: Path) -> tuple[Problem, ...]:
    """Everything that is wrong; where the file itself is damaged, that alone."""
    try:
        damage = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_SHOWN})")]
    except sqlite3.DatabaseError as error:
        damage = [str(error)]
    if damage != ["ok"]:
        return tuple(
            Problem(what=f"the file is damaged: {line}", where=str(path), next_step=_RESTORE)
            for line in damage
        )
    problems = [
        *_dangling(connection),
        *_bad_statements(connection),
        *_unused(connection),
        *_divided_utterances(connection),
        *_dangling_links(connection),
    ]
    if not problems:
        problems += [*_stale_memory(connection), *_stale_index(connection)]
    return (*problems, *_outdated(connection))


def _dangling(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem(
            what=f"names a {parent} that is not there",
            where=f"{table} row {row_id}",
            next_step=_RESTORE,
        )


def _bad_statements(connection: sqlite3.Connection) -> Iterator[Problem]:
    for row in record.rows(connection):
        fault = _fault_of(row)
        if fault is not None:
            next_step = _IMPORT_AGAIN if _is_readable(row) else _COPY
            yield Problem(what=fault, where=f"statement {row[0]}", next_step=next_step)


def _is_readable(row: Row) -> bool:
    """Whether the program can read a row, if only to replace it."""
    try:
        return next(statements_from([row]), None) is not None
    except StoreError:
        return False


def _fault_of(row: Row) -> str | None:
    """What a model would refuse about a stored row."""
    end = 4 + len(STATEMENT_COLUMNS)
    fields = dict(zip(STATEMENT_COLUMNS, row[4:end], strict=True))
    fields.update(id=row[0], utterance=row[1], speaker=row[2])
    fields["source"] = dict(zip(SOURCE_COLUMNS, row[end:], strict=True))
    try:
        fields["topics"] = json.loads(fields["topics"])
    except ValueError:
        return "its topics are no list"
    try:
        statement = Statement.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']} ({first['input']!r})"
    if statement.said_on > datetime.now(UTC).date() + _TIME_ZONES:
        return f"said_on: {statement.said_on} has not come yet"
    return None


def _unused(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table in ("source", "person", "utterance"):
        (n,) = connection.execute(
            f"SELECT count(*) FROM {table} WHERE id NOT IN (SELECT {table} FROM statement)"
        ).fetchone()
        if n:
            yield Problem(what=f"{n} rows that no statement names", where=table, next_step=_RESTORE)


def _divided_utterances(connection: sqlite3.Connection) -> Iterator[Problem]:
    for name, speakers in connection.execute(
        """SELECT utterance.name, group_concat(DISTINCT person.name) FROM statement
           JOIN utterance ON utterance.id = statement.utterance
           JOIN person ON person.id = statement.person
           GROUP BY utterance.id HAVING count(DISTINCT person.id) > 1"""
    ):
        yield Problem(
            what=f"its wordings have different speakers: {speakers}",
            where=f"utterance {name}",
            next_step=_SPLIT,
        )


def _outdated(connection: sqlite3.Connection) -> Iterator[Problem]:
    for name, url, came in fetched.outdated(connection):
        yield Problem(
            what=f"is no longer on its page, {url}, as it stood on {came.date()}",
            where=f"statement {name}",
            next_step=f"both versions are kept: compare them, then say with `checker sources"
            f" correct {name}` by what it was corrected, or that it was withdrawn",
        )


def _dangling_links(connection: sqlite3.Connection) -> Iterator[Problem]:
    for name, corrected_by in connection.execute(
        """SELECT name, corrected_by FROM statement WHERE corrected_by IS NOT NULL
           AND instr(corrected_by, '://') = 0
           AND corrected_by NOT IN (SELECT name FROM statement)"""
    ):
        yield Problem(
            what=f"is corrected by {corrected_by}, which is not stored",
            where=f"statement {name}",
            next_step=f"add that statement, or say `checker sources correct {name} --by URL`",
        )


def _stale_memory(connection: sqlite3.Connection) -> Iterator[Problem]:
    """What the store remembers about itself against what it holds."""
    total = sum(statement_digest(statement) for statement in record.pages(connection))
    if record.meta(connection, key="fingerprint") != f"{total % (1 << 128):032x}":
        yield Problem(
            what="its statements were changed by another program",
            where="fingerprint",
            next_step=_RESTORE,
        )
    for key, counted in memory.memory(connection).items():
        if record.meta(connection, key=key) != counted:
            yield Problem(what="the counts are out of date", where=key, next_step=_REBUILD)


def _stale_index(connection: sqlite3.Connection) -> Iterator[Problem]:
    held: dict[int, str] = dict(connection.execute("SELECT statement, keys FROM entry"))
    passages: dict[int, list[tuple[int, int]]] = {}
    for row_id, start, end in connection.execute(
        'SELECT statement, start, "end" FROM passage ORDER BY id'
    ):
        passages.setdefault(row_id, []).append((start, end))
    counts: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    wrong = 0
    for row_id, person, text, topics in connection.execute(
        "SELECT id, person, text, topics FROM statement"
    ):
        keys = index_keys(text)
        wrong += held.pop(row_id, None) != f" {' '.join(keys)} "
        wrong += passages.pop(row_id, []) != cut(len(keys))
        for start, end in cut(len(keys)):
            terms = passage_terms(keys, start=start, end=end, topics=topics, person=person)
            counts.update(terms)
            counts[N_PASSAGES] += 1
            printed.update(prints(keys[start:end]).split())
    if wrong or held or passages:
        yield Problem(
            what=f"{wrong + len(held) + len(passages)} statements are indexed wrongly",
            where="index",
            next_step=_REBUILD,
        )
    if counts != dict(connection.execute("SELECT term, n FROM term")):
        yield Problem(what="the word counts are wrong", where="index", next_step=_REBUILD)
    n_passages = counts.pop(N_PASSAGES, 0)
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.held USING fts5vocab(main, posting, row)"
    )
    if not _signatures_are_right(connection, n_passages=n_passages):
        yield Problem(what="the signatures are wrong", where="index", next_step=_REBUILD)
    if counts + printed != dict(connection.execute("SELECT term, doc FROM temp.held")):
        yield Problem(what="the postings are wrong", where="index", next_step=_REBUILD)


def _signatures_are_right(connection: sqlite3.Connection, *, n_passages: int) -> bool:
    """Whether a large store has a signature of each passage, and a small one none."""
    if n_passages < FEWEST:
        return not signatures.exist(connection)
    rows = connection.execute(
        """SELECT passage.id, keys, start, "end" FROM passage
           JOIN entry ON entry.statement = passage.statement ORDER BY passage.id"""
    )
    while some := rows.fetchmany(_AT_ONCE):
        signed = load_vectors().signatures(
            [keys.split()[start:end] for _, keys, start, end in some]
        )
        if signatures.of(connection, [row_id for row_id, *_ in some]) != list(signed):
            return False
    return True
