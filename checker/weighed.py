"""Critical edits that do not decide by themselves. Pure.

A code is told from the words of one stretch. Where a long stretch was put in other words, its
"not" or "if" may stand in the next one: the quote as a whole then holds what the sentence holds,
and the code shows a rewording as likely as a change. Such an edit is weighed with all else. What
is no plain change otherwise, of a word or two at a single place, is only suspected: the pair model
is asked about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.align import Alignment
from checker.amounts import amounts
from checker.bounds import Range, unheld
from checker.classes import actors, conditions, modals, n_denials, n_negators, names, numbers
from checker.correspond import likeness
from checker.counted import crossed
from checker.edits import CodedEdit
from checker.lexicon import AGREEMENT, FUNCTION_WORDS
from checker.moves import sentence
from checker.thesaurus import SAME

Keys = tuple[str, ...]
_SHORT: Final = 2
"""Words of a stretch: a change as short is what it seems."""


def is_plain(edit: CodedEdit, alignment: Alignment) -> bool:
    """Whether a critical edit is what its code says: a change of a word or two at a single place,
    numbers that took each other's places, a verb turned round, or what an ellipsis hides.

    Source: of near copies written by hand and kept from training (`training/pairs/near.txt`), a
            plain edit of the rules stood in 53 faithful and 246 altered ones, any other in 373 and
            419; of these the pair model supported 328 and 32.
    """
    if edit.hunk.op == "gap":
        return True
    sides = alignment.quoted(edit.hunk), alignment.said(edit.hunk)
    keys = [frozenset(word.key for word in words) for words in sides]
    if edit.moved:
        return edit.code == "number_changed" or ("by" in keys[0]) != ("by" in keys[1])
    longest = max(len([key for key in side if key not in AGREEMENT]) for side in keys)
    return longest <= _SHORT and _n_changed(alignment) <= 1


def is_weighed(edit: CodedEdit, alignment: Alignment, *, speaker: frozenset[str]) -> bool:
    """Whether a critical edit is weighed with all else, not taken by itself."""
    if not edit.critical or edit.moved:
        return False
    n_words = max(len(edit.quoted.split()), len(edit.stored.split()))
    start, end = sentence(alignment)
    ours, theirs = alignment.quote.keys, alignment.stored.keys[start:end]
    if edit.code == "modality_changed" and _is_mood_of_a_noun(edit, alignment):
        return True
    if _same_words(ours, theirs):
        return False
    if "unless" in (*ours, *theirs) and edit.code in ("condition_dropped", "negation_changed"):
        return _WHOLE["condition_dropped"](ours, theirs) and _negation(ours, theirs)
    if n_words <= _SHORT and edit.code not in ("condition_dropped", "modality_changed"):
        return edit.code == "negation_changed" and _is_elsewhere(edit, alignment)
    if edit.code == "negation_changed" and _n_changed(alignment) <= 1:
        return False
    if edit.code == "entity_changed":
        return bool(edit.stored) and not _newcomers(alignment, theirs, speaker=speaker)
    if edit.code == "number_changed":
        return _number_is_held(edit, alignment, within=(start, end))
    return edit.code in _WHOLE and _WHOLE[edit.code](ours, theirs)


def _is_elsewhere(edit: CodedEdit, alignment: Alignment) -> bool:
    """Whether as many words deny on both sides, one of them in another stretch."""
    start, end = sentence(alignment)
    ours, theirs = alignment.quote.keys, alignment.stored.keys[start:end]
    if not _negation(ours, theirs) or n_negators(ours) + n_denials(ours) == 0:
        return False
    return _n_changed(alignment) > 1 and not _denies_another(ours, theirs)


def _n_changed(alignment: Alignment) -> int:
    return sum(hunk.op in ("insert", "replace") for hunk in alignment.hunks)


def _denies_another(ours: Keys, theirs: Keys) -> bool:
    """Whether a "not" went over to another word of the sentence: not known, not changed."""
    said = _denied(theirs)
    return any(
        any(likeness(word, other) >= SAME for other in theirs)
        and not any(likeness(word, other) >= SAME for other in said)
        for word in _denied(ours)
    )


def _denied(keys: Keys) -> list[str]:
    """The content word after each "not"."""
    places = [i for i, key in enumerate(keys) if key in ("not", "never")]
    after = [[k for k in keys[i + 1 :] if k not in FUNCTION_WORDS][:1] for i in places]
    return [word for found in after for word in found]


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
    without = "without" in keys or ("with" in keys and "would" in keys)
    return frozenset(found | ({"if"} if without else set()))


def _is_mood_of_a_noun(edit: CodedEdit, alignment: Alignment) -> bool:
    """Whether a mood was printed for a noun or an infinitive: "as a guarantee", "can guarantee"."""
    said = tuple(word.key for word in alignment.said(edit.hunk))
    stretch = alignment.stored.keys[alignment.stored_start : alignment.stored_end]
    moods = bool(_moods(alignment.quote.keys)), bool(_moods(stretch))
    return bool(said) and _n_changed(alignment) > 1 and moods == (True, False)


def _modality(ours: Keys, theirs: Keys) -> bool:
    """Whether the moods are the same."""
    return _moods(ours) == _moods(theirs)


def _moods(keys: Sequence[str]) -> frozenset[str]:
    asked = ["should"] if "please" in keys else []
    return frozenset(asked).union("future" if name == "would" else name for name in modals(keys))


def _number_is_held(edit: CodedEdit, alignment: Alignment, *, within: Range) -> bool:
    """Whether the numbers of a stretch stand elsewhere on the other side, or hold as bounds."""
    hunk, quote, stored = edit.hunk, alignment.quote, alignment.stored
    bound = {a.place for a in amounts(quote) if a.bound}
    printed = numbers(
        quote.keys[i] for i in range(hunk.quote_start, hunk.quote_end) if i not in bound
    )
    said = numbers(word.key for word in alignment.said(hunk))
    theirs = numbers(stored.keys[within[0] : within[1]])
    if not printed <= theirs or not (said <= numbers(quote.keys) or bound):
        return False
    return unheld(quote, stored, within=within) is None and not crossed(
        quote, stored, within=within
    )


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
