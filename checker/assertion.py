"""Whether a statement asserts a word or only speaks of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.classes import denies, modals, plans
from checker.correspond import Pair, content, likeness
from checker.reading import Reading
from checker.thesaurus import SYNONYM

Found = tuple[str, str, str]
"""A critical code and the words it is about: printed, stored."""


_OPEN: Final = frozenset(
    "hurry hurrying hasten rush rushing whether premature depends depend consider considers"
    " considered considering call calls condition conditions until before".split()
)
"""Words of a statement that speaks of a thing without saying that it is so."""


def only_mentioned(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """A thing that the quote asserts and the statement only speaks of: "no rush to recognise"."""
    for pair in pairs:
        key = quote.words[pair.quote].key
        if pair.likeness < SYNONYM or not _is_asserted(quote, pair.quote):
            continue
        said = [j for j, _ in content(stored) if likeness(key, stored.words[j].key) >= SYNONYM]
        if not said or not all(_is_mention(stored, j) for j in said):
            continue
        one, other = quote.words[pair.quote], stored.words[said[0]]
        return (
            "status_changed",
            quote.text[one.start : one.end],
            stored.text[stored.words[max(0, said[0] - 5)].start : other.end],
        )
    return None


def _is_asserted(reading: Reading, index: int) -> bool:
    """Whether a word looks like a finite verb that nothing limits."""
    key, before = reading.keys[index], reading.keys[max(0, index - 4) : index]
    finite = key.endswith(("zes", "ses", "ed", "ts", "ns", "ds", "ks", "es")) and len(key) > 4
    limited = denies(before) or modals(before) or plans(before) or "to" in before[-1:]
    return finite and not limited and not _OPEN.intersection(before)


def _is_mention(reading: Reading, index: int) -> bool:
    """Whether a word stands as a noun or after "to", near a word that leaves it open."""
    key = reading.keys[index]
    around = reading.keys[max(0, index - 6) : index + 4]
    noun = key.endswith(("tion", "ing", "ment", "ance", "ence"))
    return (noun or reading.keys[max(0, index - 1)] == "to") and bool(_OPEN.intersection(around))
