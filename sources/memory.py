"""What a store remembers about itself: counted from the record once for each change."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from datetime import date

from sources.models import Coverage, Statement
from sources.record import meta, set_meta

Office = tuple[str, str | None, str | None]
"""A speaker, a role, an organisation."""
_Counted = tuple[str, str, str, str, str, str | None, str | None]
"""What is counted of a statement: its speaker, day, language, kind, wording, role, organisation."""


def count_coverage(connection: sqlite3.Connection) -> Coverage:
    """What the store holds, counted from the record."""
    totals = _totals(connection)
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


class Tally:
    """The statements that one change adds, counted as they come.

    Where nothing else was changed, what is remembered grows by them; else all is counted anew,
    which takes seconds in a store of a million.
    """

    def __init__(self) -> None:
        self._counts = Counter[_Counted]()
        self._only_added = True

    def add(self, statement: Statement) -> None:
        """Count one that was added."""
        counted = (
            statement.speaker, statement.said_on.isoformat(), statement.language,
            statement.source.kind, statement.wording, statement.role, statement.organisation,
        )  # fmt: skip
        self._counts[counted] += 1

    def take(self) -> None:
        """Know that something else than adding was done."""
        self._only_added = False

    def remember(self, connection: sqlite3.Connection) -> None:
        """Remember what the store holds now; the caller holds the transaction."""
        if not self._only_added or meta(connection, key="coverage") is None:
            remember(connection)
            return
        if not self._counts:
            return
        coverage = self._grown(remembered_coverage(connection), connection=connection)
        offices = self._with_offices(remembered_offices(connection))
        set_meta(connection, key="coverage", value=coverage.model_dump_json(by_alias=True))
        set_meta(connection, key="offices", value=json.dumps(offices, ensure_ascii=False))

    def _grown(self, held: Coverage, *, connection: sqlite3.Connection) -> Coverage:
        totals = _totals(connection)
        days = [date.fromisoformat(day) for _, day, *_ in self._counts]
        before = (held.speakers, held.years, held.languages, held.kinds, held.wordings)
        counts = tuple(map(Counter, before))
        for (speaker, day, language, kind, wording, *_), n in self._counts.items():
            names = (speaker, day[:4], language, kind, wording)
            for counter, name in zip(counts, names, strict=True):
                counter[name] += n
        speakers, years, languages, kinds, by_wording = map(_largest_first, counts)
        return Coverage.model_construct(
            statements=totals[0],
            utterances=totals[1],
            sources=totals[2],
            from_=min([held.from_, *days] if held.from_ else days),
            to=max([held.to, *days] if held.to else days),
            speakers=speakers,
            years=years,
            languages=languages,
            kinds=kinds,
            wordings=by_wording,
        )

    def _with_offices(self, held: list[list[str | None]]) -> list[list[str | None]]:
        """Ordered as the database orders them: what is missing before what is not."""
        all_days: dict[Office, tuple[str, str]] = {}
        for name, role, organisation, first, last in held:
            assert name is not None
            assert first is not None
            assert last is not None
            all_days[name, role, organisation] = first, last
        for name, day, _, _, _, role, organisation in self._counts:
            first, last = all_days.get((name, role, organisation), (day, day))
            all_days[name, role, organisation] = min(first, day), max(last, day)
        rows = [[*office, *days] for office, days in all_days.items()]
        return sorted(rows, key=lambda row: (row[0], row[3], *map(_missing_first, row[1:3])))


def _missing_first(text: str | None) -> tuple[bool, str]:
    return text is not None, text or ""


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


def _totals(connection: sqlite3.Connection) -> list[int]:
    """How many statements, utterances and documents there are."""
    return [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("statement", "utterance", "source")
    ]


def _largest_first(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
