"""Questions that hold a claim, and questions that are several."""

from __future__ import annotations

import re

from checker.dialogue.understand import Knows, Understood, understand

_CLAIMED = re.compile(
    r"did (?P<person>(?:\S+ ){1,4}?)(?:really |actually |ever |also )?(?:say|claim|announce) that "
    r"(?P<claim>.+?)[ ?.!]*",
    re.IGNORECASE,
)
_AND = re.compile(r",? and |, ")


def claimed(typed: str, *, fewest_words: int) -> str | None:
    """The sentence to check that a question asks about.

    >>> claimed("Did Lavrov really say that the harbour is open again?", fewest_words=4)
    'Lavrov said that the harbour is open again.'
    """
    found = _CLAIMED.fullmatch(typed)
    if not found or len(found["claim"].split()) < fewest_words:
        return None
    return f"{found['person'].strip()} said that {found['claim']}."


def several(typed: str, *, knows: Knows) -> tuple[Understood, ...]:
    """The questions of a line that asks more than one; none unless each is understood.

    >>> [asked.intent for asked in several("Who said it, when and where?", knows=lambda _: False)]
    ['speaker', 'date', 'place']
    """
    parts = _AND.split(typed.rstrip(" ?.!"))
    asked = tuple(filter(None, (understand(part.strip(" ,"), knows=knows) for part in parts)))
    return asked if 1 < len(asked) == len(parts) else ()
