"""Which comparisons may carry a verdict, and which of them comes first. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.attribution import same_speaker
from checker.case import Case
from checker.compare import Comparison
from sources.models import Statement


def supporting_of(case: Case) -> tuple[Comparison, ...]:
    """The comparisons that carry the best verdict, best first.

    A statement that differs from the quote by one critical edit outweighs every looser likeness.
    """
    ranked = sorted(
        (c for c in case.comparisons if c.verdict != "no_source"), key=lambda c: _rank(case, c)
    )
    if not ranked or ranked[0].verdict == "match":
        return tuple(c for c in ranked if c.verdict == "match") or tuple(ranked)
    standing = [c for c in ranked if not any(outweighs(o, c) for o in case.comparisons)]
    return _words_first(case, standing)


def _words_first(case: Case, ranked: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """With the words of a record before our own telling of the same utterance.

    Where our telling means the same, a record that holds the content of the quote means it too.
    """
    told = ranked[0] if ranked else None
    if told is None or told.statement.wording != "rendering":
        return tuple(ranked)
    worded = [
        c._replace(verdict=told.verdict)
        for c in (*ranked, *case.comparisons)
        if c.statement.utterance == told.statement.utterance
        and c.statement.wording != "rendering"
        and (c.verdict != "no_source" or c.holds(floor=case.settings.content_floor))
    ][:1]
    names = {c.statement.id for c in worded}
    return (*worded, *(c for c in ranked if c.statement.id not in names))


_PLAINLY_NEAR: Final = 0.5
"""Share of a quote's neighbouring words, from which it is plain which statement is the nearest."""
_NEARLY_VERBATIM: Final = 0.75
"""Score by words from which a statement is plainly the one that was quoted."""


def outweighs(other: Comparison, comparison: Comparison) -> bool:
    """Whether a statement that the quote departs from is nearer than one that would support it."""
    if not other.is_turned:
        return False
    same = other.statement.utterance == comparison.statement.utterance
    near = not comparison.by_words and other.score >= _NEARLY_VERBATIM
    return same or near or other.score > comparison.score


def _rank(case: Case, comparison: Comparison) -> tuple[int | float | str, ...]:
    """Best verdict first, then the named speaker, the claimed day, a record of what was heard, what
    the words decide, the likeness, the words in their order, the earliest."""
    statement = comparison.statement
    mention = case.claim.speaker
    other_speaker = mention is not None and not same_speaker(
        mention, statement.speaker, people=case.people
    )
    days = abs((case.said_on - statement.said_on).days) if case.said_on else 0
    return (
        0 if comparison.verdict == "match" else 1,
        int(other_speaker),
        days if comparison.verdict == "match" else 0,
        int(comparison.verdict == "match" and statement.state in ("asr", "as_prepared")),
        int(not comparison.by_words),
        -round(comparison.score, 3),
        -comparison.carried,
        statement.said_on.isoformat(),
        statement.id,
    )


def would_speak(case: Case, comparison: Comparison) -> bool:
    """Whether a likeness of meaning would have counted but for its conflict."""
    mention, meaning = case.claim.speaker, comparison.meaning
    return (
        meaning is not None
        and meaning.score >= case.settings.content_floor
        and (
            mention is None
            or same_speaker(mention, comparison.statement.speaker, people=case.people)
        )
    )


def near_misses(case: Case) -> tuple[Comparison, ...]:
    """The closest statements; none twice.

    What carries most of the words in their order comes first, and of those that carry as much one
    that a critical edit departs from.

    Shape: where the judge abstains, the likeliest of those that nothing speaks against comes first.
    """
    if case.short:
        return ()
    close = [c for c in case.comparisons if c.score >= case.settings.near_floor]
    close.sort(
        key=lambda c: (
            -_much(c.carried),
            not c.is_turned,
            -round(c.score, 3),
            *c.key[1:],
        )
    )
    if close and close[0].blocked_by is None:
        close.sort(key=lambda c: (-_much(c.carried), -_doubted(case, c)))
    apart: dict[tuple[object, ...], Comparison] = {}
    for comparison in close:
        apart.setdefault(same_record(comparison.statement), comparison)
    return _with_original(tuple(apart.values())[: case.settings.near_misses], case=case)


def _doubted(case: Case, comparison: Comparison) -> float:
    """How likely a statement is that nothing speaks against, where it is likely at all."""
    likely = comparison.likelihood if comparison.blocked_by is None else 0.0
    return likely if likely >= case.settings.doubt_floor else 0.0


def _much(carried: float) -> float:
    """A share of words in their order as it orders: in tenths, and from a half on."""
    return round(carried, 1) if carried >= _PLAINLY_NEAR else 0.0


def _with_original(near: Sequence[Comparison], *, case: Case) -> tuple[Comparison, ...]:
    """With the original beside a translation that the quote turns, where it is stored."""
    first = near[0] if near else None
    if first is None or not first.blocked_by or not first.statement.is_translation:
        return tuple(near)
    for other in case.comparisons:
        statement = other.statement
        if statement.utterance == first.statement.utterance and (
            statement.language == statement.original_language
        ):
            rest = [c for c in near[1:] if c is not other]
            return (first, other, *rest)[: case.settings.near_misses]
    return tuple(near)


def same_record(statement: Statement) -> tuple[object, ...]:
    """What two records of one saying share where a document was stored twice."""
    return statement.speaker, statement.said_on, statement.text
