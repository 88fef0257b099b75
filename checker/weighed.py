"""Critical edits of freely reworded stretches: weighed, where they seem to decide alone. Pure.

A code is told from the words of one stretch. Where a long stretch was put in other words, its
"not" or "if" may stand in the next one: the quote as a whole then holds what the sentence holds,
and the code shows a rewording as likely as a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.align import Alignment
from checker.amounts import amounts, crossed, unheld
from checker.classes import actors, conditions, modals, n_denials, n_negators, names, numbers
from checker.edits import CodedEdit
from checker.lexicon import FUNCTION_WORDS
from checker.moves import sentence

Keys = tuple[str, ...]
_SHORT: Final = 2
"""Words of a stretch: a change as short is what it seems."""


def is_weighed(edit: CodedEdit, alignment: Alignment, *, speaker: frozenset[str]) -> bool:
    """Whether a critical edit is weighed with all else, not taken by itself."""
    if not edit.critical or edit.moved:
        return False
    n_words = max(len(edit.quoted.split()), len(edit.stored.split()))
    start, end = sentence(alignment)
    ours, theirs = alignment.quote.keys, alignment.stored.keys[start:end]
    if _same_words(ours, theirs):
        return False
    if "unless" in (*ours, *theirs) and edit.code in ("condition_dropped", "negation_changed"):
        return _WHOLE["condition_dropped"](ours, theirs) and _negation(ours, theirs)
    if n_words <= _SHORT and edit.code not in ("condition_dropped", "modality_changed"):
        return False
    if edit.code == "entity_changed":
        return bool(edit.stored) and not _newcomers(alignment, theirs, speaker=speaker)
    if edit.code == "number_changed":
        return _number_is_held(edit, alignment, ours, theirs)
    return edit.code in _WHOLE and _WHOLE[edit.code](ours, theirs)


def _same_words(ours: Keys, theirs: Keys) -> bool:
    """Whether the quote has no content word of its own: then its order is what changed."""
    return all(key in theirs for key in ours if key not in FUNCTION_WORDS)


def _negation(ours: Keys, theirs: Keys) -> bool:
    counts = [
        n_negators(keys) + n_denials(keys) + sum(key == "unless" for key in keys)
        for keys in (ours, theirs)
    ]
    return counts[0] == counts[1]


def _condition(ours: Keys, theirs: Keys) -> bool:
    return _limits(ours) == _limits(theirs)


def _limits(keys: Sequence[str]) -> frozenset[str]:
    """The conditions of a text; "unless" and "without" are an "if" with a "not"."""
    found = {"if" if name == "unless" else name for name in conditions(keys)}
    return frozenset(found | ({"if"} if "without" in keys else set()))


def _modality(ours: Keys, theirs: Keys) -> bool:
    return _moods(ours) == _moods(theirs)


def _moods(keys: Sequence[str]) -> frozenset[str]:
    return frozenset("future" if name == "would" else name for name in modals(keys))


def _number_is_held(edit: CodedEdit, alignment: Alignment, ours: Keys, theirs: Keys) -> bool:
    """Whether the numbers of a stretch stand elsewhere on the other side, or hold as bounds."""
    hunk = edit.hunk
    bound = {a.place for a in amounts(ours) if a.bound}
    printed = numbers(ours[i] for i in range(hunk.quote_start, hunk.quote_end) if i not in bound)
    said = numbers(word.key for word in alignment.said(hunk))
    if not printed <= numbers(theirs) or not (said <= numbers(ours) or bound):
        return False
    return unheld(ours, theirs) is None and crossed(ours, theirs) is None


def _newcomers(alignment: Alignment, theirs: Keys, *, speaker: frozenset[str]) -> bool:
    """Whether the quote names an actor or a name that the sentence and its speaker do not."""
    quote = alignment.quote
    named = actors(quote.keys) - actors(theirs) - speaker
    return bool(named or names(quote.text, quote.words) - frozenset(theirs) - speaker)


_WHOLE: Final = {
    "negation_changed": _negation,
    "condition_dropped": _condition,
    "modality_changed": _modality,
}
