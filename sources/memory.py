"""What a store remembers about itself: counted from the record once for each change."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from datetime import date

from sources.models import Coverage
from sources.record import meta, set_meta


def count_coverage(connection: sqlite3.Connection) -> Coverage:
    """What the store holds, counted from the record."""
    totals = [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("statement", "utterance", "source")
    ]
    counts: tuple[Counter[str], ...] = tuple(Counter() for _ in range(5))
    for *names, n in connection.execute(
        """SELECT person.name, substr(said_on, 1, 4), language, kind, wording, count(*)
           FROM statement
           JOIN person ON person.id = statement.person
           JOIN source ON source.id = statement.source
           GROUP BY 1, 2, 3, 4, 5"""
    ):
        for counter, name in zip(counts, names, strict=True):
            counter[name] += n
    first, last = connection.execute("SELECT min(said_on), max(said_on) FROM statement").fetchone()
    speakers, years, languages, kinds, by_wording = map(_largest_first, counts)
    return Coverage.model_construct(
        statements=totals[0],
        utterances=totals[1],
        sources=totals[2],
        from_=first and date.fromisoformat(first),
        to=last and date.fromisoformat(last),
        speakers=speakers,
        years=years,
        languages=languages,
        kinds=kinds,
        wordings=by_wording,
    )


def memory(connection: sqlite3.Connection) -> dict[str, str]:
    """What every check asks for, counted from the record, as it is remembered."""
    return {
        "coverage": count_coverage(connection).model_dump_json(by_alias=True),
        "offices": json.dumps(count_offices(connection), ensure_ascii=False),
    }


def remember(connection: sqlite3.Connection) -> None:
    """Count once for each change; the caller holds the transaction."""
    for key, value in memory(connection).items():
        set_meta(connection, key=key, value=value)


def remembered_coverage(connection: sqlite3.Connection) -> Coverage:
    """The coverage as last counted."""
    fields = json.loads(meta(connection, key="coverage") or memory(connection)["coverage"])
    for name in ("from", "to"):
        fields[name] = fields[name] and date.fromisoformat(fields[name])
    return Coverage.model_construct(**fields)


def count_offices(connection: sqlite3.Connection) -> list[list[str | None]]:
    """Each speaker's offices, as rows of name, role, organisation, first day, last day."""
    rows = connection.execute(
        """SELECT person.name, role, organisation, min(said_on), max(said_on)
           FROM statement JOIN person ON person.id = statement.person
           GROUP BY 1, 2, 3 ORDER BY 1, 4, 2, 3"""
    )
    return [list(row) for row in rows]


def remembered_offices(connection: sqlite3.Connection) -> list[list[str | None]]:
    """The offices as last counted."""
    offices: list[list[str | None]] = json.loads(
        meta(connection, key="offices") or memory(connection)["offices"]
    )
    return offices


def _largest_first(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
