"""A numbered list of statements, a page at a time."""

from __future__ import annotations

from typing import NamedTuple

from checker.dialogue.replies import Block, say
from checker.reports import words
from checker.reports.card import Line, Part
from checker.reports.escape import printable
from sources.models import Statement

PAGE = 5
_LONGEST_TEXT = 300


class Listing(NamedTuple):
    """Statements found for a question; the first `shown` of them have been shown."""

    title: str
    statements: tuple[Statement, ...]
    shown: int = 0

    @property
    def n_left(self) -> int:
        """How many have not been shown."""
        return len(self.statements) - self.shown

    def next_page(self) -> tuple[Block, Listing]:
        """The next page, and the list with that page shown."""
        end = min(self.shown + PAGE, len(self.statements))
        page = self.statements[self.shown : end]
        heads = _heads(self.statements)
        rows = tuple(
            _row(number, found, head=heads[number - 1])
            for number, found in enumerate(page, self.shown + 1)
        )
        title = say(self.title) if not self.shown else ()
        left = len(self.statements) - end
        rest = say(f"{left} more: type more. To open one: type its number.") if left else ()
        return (*title, *rows, *rest), self._replace(shown=end)

    def pick(self, number: int) -> Statement | None:
        """The statement of that number, -1 for the last one shown; `None` if there is none."""
        position = self.shown if number == -1 else number
        return self.statements[position - 1] if 1 <= position <= len(self.statements) else None


def _heads(statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """Who, when and where, as far as the statements differ in it."""
    one_speaker = len({found.speaker for found in statements}) == 1
    one_day = len({found.said_on for found in statements}) == 1
    heads = []
    for found in statements:
        place = f", {found.place}" if found.place else ""
        when = "" if one_speaker and one_day else f"{words.day(found.said_on)}{place}"
        who = "" if one_speaker else found.speaker
        heads.append(", ".join(part for part in (who, when) if part))
    return tuple(printable(head) for head in heads)


def _row(number: int, statement: Statement, *, head: str) -> Line:
    text = Part(_excerpt(printable(statement.text)))
    return Line(f"{number}.", (Part(f"{head}: ", "quiet"), text) if head else (text,))


def _excerpt(text: str) -> str:
    """The text, or its beginning up to a whole word."""
    if len(text) <= _LONGEST_TEXT:
        return text
    return f"{text[:_LONGEST_TEXT].rsplit(' ', 1)[0]} …"
