"""Statements, documents and the whole store as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from checker.agreement import agreement
from checker.reports import words
from checker.reports.card import Line, Part, line_text, source
from checker.reports.escape import printable
from sources.gaps import Gaps, Silence
from sources.models import Coverage, FetchedPage, RecordState, Statement, StoredSource

_NAMES_SHOWN = 10


def statement_row(statement: Statement) -> str:
    """A statement on one line: id, day, speaker, words."""
    said = f"{statement.said_on.isoformat()}  {printable(statement.speaker)}"
    return f"{printable(statement.id)}  {said}: {printable(statement.text)}"


def document_row(stored: StoredSource) -> str:
    """A document on one line: id, days, number of statements, publisher, title."""
    one_day = stored.first_day == stored.last_day
    days = f"{stored.first_day}" if one_day else f"{stored.first_day} to {stored.last_day}"
    title = f', "{printable(stored.source.title)}"' if stored.source.title else ""
    publisher = printable(stored.source.publisher)
    return f"{printable(stored.id)}  {days}  {stored.n_statements:>3}  {publisher}{title}"


def document_text(
    stored: StoredSource, *, statements: Iterable[Statement], page: FetchedPage | None
) -> str:
    """A document with its statements, and how its page was fetched, if it was."""
    rows = (f"  {statement_row(statement)}\n" for statement in statements)
    address = f"  {printable(stored.source.url)}\n" if stored.source.url else ""
    fetched = "".join(f"  {printable(line)}\n" for line in _fetching(page)) if page else ""
    return f"{document_row(stored)}\n{address}{fetched}{''.join(rows)}"


def _fetching(page: FetchedPage) -> Iterator[str]:
    yield f"fetched {page.retrieved_at:%Y-%m-%d %H:%M} UTC, sha256 {page.sha256}"
    if page.redirects:
        yield f"led to {page.leads_to}"
    if page.archived:
        yield f"archived at {page.archived}"


def statement_text(
    statement: Statement,
    *,
    wordings: tuple[Statement, ...],
    around: tuple[tuple[Statement, ...], tuple[Statement, ...]],
) -> str:
    """A statement whole, with its source, its other wordings and what stands around it."""
    before, after = around
    others = [wording for wording in wordings if wording.id != statement.id]
    note = (Line("note", (Part(printable(statement.note)),)),) if statement.note else ()
    lines = (
        Line("", (Part(printable(statement.id)),)),
        *(_neighbour("before", neighbour) for neighbour in before),
        Line("stored", (Part(printable(statement.text)),)),
        *(_neighbour("after", neighbour) for neighbour in after),
        Line("said by", (Part(words.occasion(statement)),)),
        *source(statement),
        *(line for other in others for line in _other(statement, other)),
        *_record(statement),
        *note,
    )
    return "".join(f"{line_text(line)}\n" for line in lines)


def _other(statement: Statement, other: Statement) -> Iterator[Line]:
    """Another wording of the utterance, and what only one of the two says."""
    yield Line("also", (Part(statement_row(other)),))
    differing = agreement(statement, other=other)
    parts = [
        f"{where}: {printable(', '.join(found))}"
        for where, found in (
            ("here, not there", differing.lost),
            ("there, not here", differing.added),
        )
        if found
    ]
    if parts:
        yield Line("differs", (Part("; ".join(parts)),))


_STATES: Final[dict[RecordState, str]] = {
    "delivered": "the words as delivered",
    "as_prepared": "the text as prepared, before it was delivered",
    "edited": "known to be tidied by its publisher",
    "asr": "a machine transcript",
}


def _record(statement: Statement) -> Iterator[Line]:
    """What is known of the record beside its words."""
    if statement.state:
        yield Line("record", (Part(_STATES[statement.state]),))
    if statement.is_relayed:
        way = (statement.original_language, statement.translated_from, statement.language)
        names = " to ".join(words.language(code) for code in way if code)
        yield Line("record", (Part(f"translated from a translation: {names}"),))
    if statement.withdrawn or statement.corrected_by:
        what = "withdrawn later" if statement.withdrawn else "corrected later"
        by = f": see {printable(statement.corrected_by)}" if statement.corrected_by else ""
        yield Line("warning", (Part(f"{what}{by}"),))
    if statement.source.licence:
        yield Line("licence", (Part(printable(statement.source.licence)),))


def coverage_text(coverage: Coverage) -> str:
    """What the store holds, in counts."""
    period = ""
    if coverage.from_ and coverage.to:
        period = f", said from {words.day(coverage.from_)} to {words.day(coverage.to)}"
    languages = {words.language(code): count for code, count in coverage.languages.items()}
    lines = (
        Line("", (Part(f"{coverage.statements:,} statements{period}"),)),
        Line("sources", (Part(f"{coverage.sources:,}"),)),
        Line("speakers", (Part(_counts(coverage.speakers)),)),
        Line("years", (Part(_counts(coverage.years)),)),
        Line("languages", (Part(_counts(languages)),)),
        Line("kinds", (Part(_counts(coverage.kinds)),)),
        Line("wordings", (Part(_counts(coverage.wordings)),)),
    )
    return "".join(f"{line_text(line)}\n" for line in lines)


def gaps_text(gaps: Gaps, *, n_utterances: int) -> str:
    """What the store does not hold. None of it says anything about what was said."""
    rows = {
        "silences": [f"nothing stored {_silence(each)}" for each in gaps.silences],
        "speakers": [
            f"{printable(span.speaker)}: nothing stored {_silence(span.silence)}"
            for span in gaps.speakers
            if span.silence
        ],
        "absent": [printable(name) for name in gaps.absent],
        "languages": [words.language(code) for code in gaps.languages],
        "originals": [
            f"{n:,} said in {words.language(code)} and not stored in it"
            for code, n in gaps.originals.items()
        ],
        "words": _without_words(gaps),
        "days": [f"{gaps.approximate:,} statements whose day is not sure"] * bool(gaps.approximate),
    }
    lines = [Line("", (Part(f"Not held, of {n_utterances:,} utterances"),))]
    for label, found in rows.items():
        if found:
            more = len(found) - _NAMES_SHOWN
            shown = "; ".join(found[:_NAMES_SHOWN]) + (f"; and {more:,} more" if more > 0 else "")
            lines.append(Line(label, (Part(shown),)))
    return "".join(f"{line_text(line)}\n" for line in lines) if len(lines) > 1 else ""


def _silence(silence: Silence) -> str:
    first, last = words.day(silence.from_), words.day(silence.to)
    return f"between {first} and {last} ({silence.days:,} days)"


def _without_words(gaps: Gaps) -> list[str]:
    """Utterances of which no record of the words is stored."""
    found = [f"{gaps.summaries:,} only as our own summary"] if gaps.summaries else []
    return [*found, *([f"{gaps.reports:,} only as a report has them"] if gaps.reports else [])]


def _neighbour(label: str, statement: Statement) -> Line:
    said = f"{printable(statement.speaker)}: {printable(statement.text)}"
    return Line(label, (Part(said),))


def _counts(counts: dict[str, int]) -> str:
    shown = list(counts.items())[:_NAMES_SHOWN]
    text = ", ".join(f"{printable(name.replace('_', ' '))} {count:,}" for name, count in shown)
    left = len(counts) - len(shown)
    return f"{text} and {left} more" if left else text
