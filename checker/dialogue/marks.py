"""What a person decided about a result, and the way back: undo and redo."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

from claims.models import Model

Decision = Literal["ok", "dismissed"]


class Mark(Model):
    """A person's decision about one result, and what they noted beside it.

    Shape: `decision` is `None` while the result is open; `by` and `at` are of the last change.
    """

    decision: Decision | None = None
    reason: str = ""
    notes: tuple[str, ...] = ()
    by: str = ""
    at: datetime | None = None

    @property
    def words(self) -> str:
        """The decision in words.

        >>> Mark(decision="dismissed", reason="a headline").words, Mark().words
        ('dismissed: a headline', 'open')
        """
        if self.decision is None:
            return "open"
        return f"{self.decision}: {self.reason}" if self.reason else self.decision


class Change(NamedTuple):
    """One result's mark before and after."""

    number: int
    before: Mark
    after: Mark


Step = tuple[Change, ...]


class Journal:
    """The steps that can be undone, and those that can be done again."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Remember a step; what was undone before it cannot be done again."""
        self._done.append(step)
        self._undone.clear()

    def undo(self) -> Step | None:
        """The step that takes the last one back; `None` where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        return tuple(Change(number, after, before) for number, before, after in step)

    def redo(self) -> Step | None:
        """The step that was undone last; `None` where there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
