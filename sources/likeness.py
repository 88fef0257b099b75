"""How alike two statements of one speaker are: whether they are wordings of one utterance. Pure.

Careful on purpose: statements that are not joined lose nothing, and two that were wrongly joined
lend each other's words. What is only likely is proposed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, NamedTuple

from rapidfuzz import fuzz

from sources.families import akin
from sources.models import Statement
from sources.terms import index_keys

Kinship = Literal["copy", "same", "maybe", "apart"]

VERBATIM: Final = 0.9
"""Ratio of keys in order from which two texts are one text, with an edit or two."""
SURE: Final = 0.7
"""Share of stems from which two wordings that say the same event tell of one utterance.

Source: the built-in statements: of 485 pairs of one speaker and day that are different
        utterances one reaches .67 (one point told twice), all others .36 or less; the three
        pairs that are wordings of one utterance .29, .51 and .67.
"""
LIKELY: Final = 0.45
"""Share of stems from which it is proposed. Source: as for `SURE`."""
_COMPARABLE: Final = 0.5
"""Length of the shorter to the longer: below, one is an excerpt or a summary, not a wording."""
_COMPARABLE_ACROSS: Final = 0.4
"""The same between languages."""
_FEWEST: Final = 8
"""Keys from which the sameness of two texts is no chance."""
_SYNONYM: Final = 0.7
"""What a word of the same family counts, against the word itself."""
_SHORTEST: Final = 3
_DENIALS: Final = frozenset(
    "not no never neither nor nobody nothing without cannot не нет ни никогда никто ничего без"
    " нельзя نه هیچ هرگز بدون نیست مه 不 没 未 无".split()
)
_DENIED: Final = "نمی"


class _Profile(NamedTuple):
    """What is compared of a text: its keys, its stems with their synonyms, what decides in it."""

    keys: tuple[str, ...]
    families: dict[str, tuple[str, ...]]
    deciding: tuple[frozenset[str], bool]


def kinship(one: Statement, other: Statement) -> Kinship:
    """What two statements of one speaker are to each other.

    Shape: "copy" has the same words but for an edit or two; "same" are other wordings of one
           utterance; "maybe" is for somebody to look at. A copy may be of another day: the
           words of a reprint, or words that were said twice.
    """
    sure = is_one_day(one, other)
    if one.language != other.language:
        return "maybe" if sure and _may_translate(one, other) else "apart"
    found = _by_words(one, other)
    return "maybe" if found == "same" and not sure else found


def is_one_day(one: Statement, other: Statement) -> bool:
    """Whether two statements were surely made on one day."""
    return one.said_on == other.said_on and not (
        one.said_on_approximate or other.said_on_approximate
    )


def _by_words(one: Statement, other: Statement) -> Kinship:
    ours, theirs = _profile(one.text), _profile(other.text)
    shorter, longer = sorted((len(ours.keys), len(theirs.keys)))
    if not shorter or shorter / longer < _COMPARABLE:
        return "apart"
    unlike = ours.deciding != theirs.deciding
    if fuzz.ratio(ours.keys, theirs.keys, score_cutoff=VERBATIM * 100):
        return "maybe" if unlike else "copy" if shorter >= _FEWEST else "same"
    share = shared(one.text, other.text)
    if share >= SURE and not unlike and _same_event(one, other):
        return "same"
    return "maybe" if share >= LIKELY else "apart"


def deciding(keys: tuple[str, ...]) -> tuple[frozenset[str], bool]:
    """The numbers of a text, and whether it denies an odd number of times.

    >>> deciding(("not", "n20", "ferries"))
    (frozenset({'n20'}), True)
    """
    numbers = frozenset(key for key in keys if any(map(str.isdecimal, key)))
    denials = sum(key in _DENIALS or key.startswith(_DENIED) for key in keys)
    return numbers, denials % 2 == 1


def shared(one: str, other: str) -> float:
    """The share of stems that two texts of one language have in common, 0..1."""
    ours, theirs = _profile(one).families, _profile(other).families
    if not ours or not theirs:
        return 0.0
    common = ours.keys() & theirs.keys()
    akin_to = sum(
        not families.keys().isdisjoint(others)
        for own_families, families in ((ours, theirs), (theirs, ours))
        for own, others in own_families.items()
        if others and own not in common
    )
    return (2 * len(common) + _SYNONYM * akin_to) / (len(ours) + len(theirs))


@lru_cache(maxsize=2048)
def _profile(text: str) -> _Profile:
    keys = index_keys(text)
    telling = [
        key for key in keys if len(key) > _SHORTEST or not key.isascii() or key[-1].isdigit()
    ]
    return _Profile(keys, akin(dict.fromkeys(telling)), deciding(keys))


def _may_translate(one: Statement, other: Statement) -> bool:
    """Whether one may be the other in another language: by length, numbers and occasion."""
    ours, theirs = _profile(one.text), _profile(other.text)
    if not ours.keys or not theirs.keys or ours.deciding[0] != theirs.deciding[0]:
        return False
    shorter, longer = sorted((_length(one), _length(other)))
    if shorter / longer < _COMPARABLE_ACROSS:
        return False
    same_page = one.source.publisher == other.source.publisher and one.position == other.position
    return _same_event(one, other) or (same_page and one.position is not None)


def _length(statement: Statement) -> int:
    """Letters, a Chinese one for three."""
    return sum(3 if "\u3400" <= letter <= "\u9fff" else 1 for letter in statement.text)


def _same_event(one: Statement, other: Statement) -> bool:
    if one.event is None or other.event is None:
        return False
    return fuzz.token_set_ratio(index_keys(one.event), index_keys(other.event)) >= VERBATIM * 100
