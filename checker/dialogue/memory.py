"""What a session remembers: its results, and what the last answer was about."""

from __future__ import annotations

from checker.dialogue.focus import Checked, Focus, whole_evidence
from checker.dialogue.listing import Listing
from checker.dialogue.topics import Question
from checker.dialogue.understand import Target
from checker.models import Evidence, Result
from claims.models import Document

FIRST_REACH = 2
NOTHING_YET = "Nothing to refer to yet. Check a quote first."


class Memory:
    """The results of a session, numbered from 1, and where the conversation stands.

    Shape: `last_cards` are the numbers shown together by the last check; `listing` is the list
           that "the second one" counts in, `None` when that is the cards; `reach` is how many
           neighbours the next "context" shows.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.checked: list[Checked] = []
        self.last_cards: tuple[int, ...] = ()
        self.current: int | None = None
        self.chosen: Evidence | None = None
        self.listing: Listing | None = None
        self.question: Question | None = None
        self.person: str | None = None
        self.reach = FIRST_REACH

    @property
    def focus(self) -> Focus | None:
        """What "it" means now; `None` before anything was shown."""
        if self.current is None and self.chosen is None:
            return None
        return Focus(self.checked[self.current - 1] if self.current else None, self.chosen)

    def add(self, results: tuple[Result, ...], *, document: Document) -> tuple[Checked, ...]:
        """Number the results of a check; "it" becomes the first of them."""
        first = len(self.checked) + 1
        added = tuple(
            Checked(number, result, document) for number, result in enumerate(results, first)
        )
        self.checked += added
        self.last_cards = tuple(checked.number for checked in added)
        self.go(first)
        return added

    def restore(self, checked: tuple[Checked, ...]) -> None:
        """Hold these results and nothing else; "it" becomes the first that is still open."""
        self.clear()
        self.checked = list(checked)
        self.last_cards = tuple(each.number for each in checked)
        still = (each.number for each in checked if each.mark.decision is None)
        if checked:
            self.go(next(still, 1))

    def go(self, number: int) -> None:
        """Make result `number` what "it" means."""
        self.current, self.chosen, self.listing = number, None, None
        self.reach = FIRST_REACH
        focus = self.focus
        self.person = (focus.speaker if focus else None) or self.person

    def choose(self, evidence: Evidence) -> None:
        """Make a stored statement what "it" means."""
        self.chosen, self.person, self.reach = evidence, evidence.speaker, FIRST_REACH

    def point(self, target: Target) -> str | None:
        """Make the target what "it" means; a sentence where there is no such thing."""
        if target.kind == "listed" and self.listing and self.listing.statements:
            picked = self.listing.pick(target.number)
            if picked is None:
                return f"The list has {len(self.listing.statements)} statements."
            self.choose(whole_evidence(picked))
            return None
        numbers = range(1, len(self.checked) + 1)
        if target.kind == "listed" and len(self.last_cards) > 1:
            numbers = range(self.last_cards[0], self.last_cards[-1] + 1)
        if not numbers:
            return NOTHING_YET
        offset = 0 if target.kind == "result" else numbers[0] - 1
        number = numbers[-1] if target.number == -1 else target.number + offset
        if number not in numbers:
            return f"There is no #{number} here; the last one is #{numbers[-1]}."
        self.go(number)
        return None
