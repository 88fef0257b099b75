"""Answers about what the store holds: of a person, on a topic, in a period."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from checker.dialogue.listing import Listing
from checker.dialogue.periods import Period
from checker.dialogue.replies import Block, line, say
from checker.dialogue.russian import topic_in_english
from checker.reports import words
from sources.interface import Library
from sources.models import Coverage, Statement

MOST_FOUND = 100
_MOST_NAMES = 8


class Question(NamedTuple):
    """What is asked of the store; `beside` is the utterance that "else" leaves out."""

    speaker: str | None
    topic: str | None
    period: Period | None
    beside: str | None = None

    @property
    def words(self) -> str:
        """The question as the title of its answer.

        >>> Question("Sergey Lavrov", "grain", None).words
        'Sergey Lavrov on "grain"'
        """
        on = f'on "{self.topic}"' if self.topic else ""
        when = self.period.words if self.period else ""
        title = " ".join(part for part in (self.speaker, on, when) if part)
        return title[0].upper() + title[1:] if title else "Everything"


def find(question: Question, *, store: Library) -> Listing:
    """The statements that answer the question, one for each utterance.

    Shape: best first for a topic, by day without one; at most MOST_FOUND.
    """
    chosen: dict[str, Statement] = {}
    for statement in _candidates(question, store=store):
        if statement.utterance != question.beside:
            chosen.setdefault(statement.utterance, statement)
    found = tuple(chosen.values())
    return Listing(_title(question, n_found=len(found)), found)


def _candidates(question: Question, *, store: Library) -> Iterable[Statement]:
    since, until = question.period or (None, None)
    if question.topic is None:
        all_of_them = store.statements(speaker=question.speaker, since=since, until=until)
        return islice(all_of_them, MOST_FOUND)
    for topic in filter(None, (question.topic, topic_in_english(question.topic))):
        hits = store.topic(
            topic, limit=MOST_FOUND, speaker=question.speaker, since=since, until=until
        )
        if hits:
            return [hit.statement for hit in hits]
    return ()


def _title(question: Question, *, n_found: int) -> str:
    if n_found >= MOST_FOUND:
        return f"{question.words}: the first {n_found} stored statements. Narrow it by a year."
    if not n_found:
        return f"{question.words}: nothing stored. That does not mean that nothing was said."
    plural = "" if n_found == 1 else "s"
    return f"{question.words}: {n_found} stored statement{plural}."


def holdings(coverage: Coverage) -> Block:
    """What the store holds, in counts."""
    period = (
        f", said from {words.day(coverage.from_)} to {words.day(coverage.to)}"
        if coverage.from_ and coverage.to
        else ""
    )
    lines = [
        line(
            "store", f"{coverage.statements:,} statements from {coverage.sources:,} sources{period}"
        ),
        line("speakers", _counts(coverage.speakers)),
        line("years", _counts(dict(sorted(coverage.years.items())))),
        line(
            "language", _counts({words.language(code): n for code, n in coverage.languages.items()})
        ),
    ]
    ask = say("Ask: what do you hold on TOPIC, or: what did PERSON say about TOPIC.")
    return (*lines, *ask)


def _counts(counts: dict[str, int]) -> str:
    shown = [f"{name} {count:,}" for name, count in list(counts.items())[:_MOST_NAMES]]
    left = len(counts) - len(shown)
    return ", ".join(shown) + (f", and {left} more" if left else "")


def speakers_of(statements: tuple[Statement, ...]) -> Block:
    """Who said them, and how many each."""
    counts: dict[str, int] = {}
    for statement in statements:
        counts[statement.speaker] = counts.get(statement.speaker, 0) + 1
    most_first = dict(sorted(counts.items(), key=lambda item: -item[1]))
    return (line("speakers", _counts(most_first)),) if len(counts) > 1 else ()
