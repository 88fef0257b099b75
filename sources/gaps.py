"""What a store does not hold, told as plainly as what it does. Pure.

A quotation from a gap has no source, and the gap is why: whoever reads that must be able to see
it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Final

from pydantic import Field

from claims.models import Model
from claims.people import People
from sources.models import QUESTIONER, Statement

LONG: Final = 90
"""Days without a statement from which a silence is told: a quarter, in which anybody in office
speaks."""
_LANGUAGES: Final = ("en", "ru", "fa", "ps", "zh")
"""The languages in which quotations are compared."""


class Silence(Model):
    """Days of which nothing is stored, between two days on which something was said."""

    from_: date = Field(alias="from")
    to: date
    days: int


class Span(Model):
    """From when to when a speaker's words are stored, and the longest silence between."""

    speaker: str
    statements: int
    from_: date = Field(alias="from")
    to: date
    silence: Silence | None


class Gaps(Model):
    """What is missing.

    Shape: `silences` are of the whole store, longest first; `speakers` those with a long one,
           longest first; `absent` are people whom the program knows by name and of whom nothing is
           stored. `originals` counts, by the language it was said in, the utterances that are
           not stored in it; `summaries` those of which only our own summary is stored, and
           `reports` those of which nothing better than a report is; `approximate` counts the
           statements whose day is not sure. `languages` are those in which nothing is stored.
    """

    silences: tuple[Silence, ...]
    speakers: tuple[Span, ...]
    absent: tuple[str, ...]
    languages: tuple[str, ...]
    originals: dict[str, int]
    summaries: int
    reports: int
    approximate: int


def gaps_of(statements: Iterable[Statement], *, people: People) -> Gaps:
    """The gaps of a store with these statements; `people` are those it should know of."""
    days: dict[str, Counter[date]] = {}
    languages: set[str] = set()
    originals: dict[str, tuple[str, set[str]]] = {}
    approximate = 0
    kinds: dict[str, set[str]] = {}
    for statement in statements:
        days.setdefault(statement.speaker, Counter())[statement.said_on] += 1
        languages.add(statement.language)
        _, held = originals.setdefault(statement.utterance, (statement.original_language, set()))
        held.add(statement.language)
        kinds.setdefault(statement.utterance, set()).add(_kind(statement))
        approximate += statement.said_on_approximate
    missing = Counter(original for original, held in originals.values() if original not in held)
    every = sorted({day for own in days.values() for day in own})
    spans = [_span(speaker, own) for speaker, own in days.items() if speaker != QUESTIONER]
    return Gaps(
        silences=_longest_first(_silences(every)),
        speakers=tuple(
            sorted(
                (span for span in spans if span.silence),
                key=lambda span: (-(span.silence.days if span.silence else 0), span.speaker),
            )
        ),
        absent=tuple(sorted(p.name for p in people.persons if p.name not in days)),
        languages=tuple(code for code in _LANGUAGES if code not in languages),
        originals=dict(missing.most_common()),
        summaries=sum(found == {"summary"} for found in kinds.values()),
        reports=sum("report" in found and "record" not in found for found in kinds.values()),
        approximate=approximate,
    )


def _kind(statement: Statement) -> str:
    """What a wording is: a "record" of the words, a "report" of them, or a "summary" of ours."""
    if statement.wording == "rendering":
        return "summary"
    reported = statement.source.kind in ("agency_report", "news_report")
    return "report" if reported else "record"


def _span(speaker: str, days: Counter[date]) -> Span:
    found = _longest_first(_silences(sorted(days)))
    return Span.model_construct(
        speaker=speaker,
        statements=days.total(),
        from_=min(days),
        to=max(days),
        silence=found[0] if found else None,
    )


def _silences(days: list[date]) -> list[Silence]:
    """The long stretches between the days."""
    return [
        Silence.model_construct(from_=before, to=after, days=(after - before).days - 1)
        for before, after in pairwise(days)
        if (after - before).days - 1 >= LONG
    ]


def _longest_first(silences: list[Silence]) -> tuple[Silence, ...]:
    return tuple(sorted(silences, key=lambda silence: (-silence.days, silence.from_)))
