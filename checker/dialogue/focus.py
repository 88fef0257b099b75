"""What "it" and "he" mean at one moment of a session."""

from __future__ import annotations

from typing import NamedTuple

from checker.dialogue.marks import Mark
from checker.evidence import stretch_of
from checker.models import Evidence, Result
from claims.models import Document
from sources.models import Statement


class Checked(NamedTuple):
    """A result with its number in the session, the text it was found in, and its mark."""

    number: int
    result: Result
    document: Document
    mark: Mark = Mark.model_construct()


class Focus(NamedTuple):
    """The result and the statement that the last answer was about.

    Shape: `checked` is `None` when a statement was found by a search alone; `chosen` is the
           statement that a person picked from a list, `None` when "it" is the checked quote.
    """

    checked: Checked | None
    chosen: Evidence | None = None

    @property
    def result(self) -> Result | None:
        """The result that "it" is; `None` when it is a statement picked from a list."""
        return self.checked.result if self.checked and not self.chosen else None

    @property
    def supported(self) -> Evidence | None:
        """The statement that "it" stands in: the one chosen, else the best evidence."""
        if self.chosen:
            return self.chosen
        return self.result.evidence[0] if self.result and self.result.evidence else None

    @property
    def closest(self) -> Evidence | None:
        """The nearest statement that does not support the quote."""
        return self.result.near_misses[0] if self.result and self.result.near_misses else None

    @property
    def named(self) -> str | None:
        """Whom the text names as the speaker."""
        mention = self.result.speaker if self.result else None
        return (mention.name or mention.as_written) if mention else None

    @property
    def nearest(self) -> Evidence | None:
        """The statement to show when any will do: the supporting one, else the closest."""
        return self.supported or self.closest

    @property
    def speaker(self) -> str | None:
        """Who "he" or "she" is: who said it, else whom the text names, else the closest one's."""
        if self.supported:
            return self.supported.speaker
        mention = self.result.speaker if self.result else None
        if mention and mention.name:
            return mention.name
        return self.closest.speaker if self.closest else None


def whole_evidence(statement: Statement) -> Evidence:
    """A whole stored statement in the form in which evidence is shown."""
    return stretch_of(statement, start=0, end=len(statement.text), score=0.0)
