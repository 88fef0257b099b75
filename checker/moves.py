"""Words that stand in another order: a block that moved, or two things that changed places. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal

from checker.align import Alignment
from checker.classes import conditions, denies
from checker.entities import ACTORS
from checker.lexicon import DONE_AUXILIARIES, FUNCTION_WORDS

Move = Literal["block", "exchange"]
_DECISIVE: Final = 2
"""Content words: fewer that moved say nothing of order."""


def find_move(alignment: Alignment) -> Move | None:
    """How the words of a quote moved against the sentence they stand in.

    Shape: "block" where one stretch moved as a whole ("on Monday" to the front), "exchange" where
           words took each other's places ("dogs bite men"), `None` where the order is kept or too
           few words are shared to tell.
    """
    quoted = _content(alignment.quote.keys)
    start, end = _sentence(alignment)
    said = _content(alignment.stored.keys[start:end])
    shared = Counter(quoted) & Counter(said)
    if sum(shared.values()) < max(_DECISIVE, 0.7 * len(quoted)):
        return None
    ours, theirs = _only(quoted, shared), _only(said, shared)
    if ours == theirs:
        return None
    turned = _is_rotation(*_middles(ours, theirs))
    if turned and not _turning(alignment, start, end):
        return "block"
    if _passive(alignment.quote.keys) != _passive(alignment.stored.keys[start:end]):
        return None
    return "exchange"


def _content(keys: Sequence[str]) -> list[str]:
    return [ACTORS.get(key, key) for key in keys if key not in FUNCTION_WORDS]


def _only(words: Sequence[str], shared: Counter[str]) -> list[str]:
    """The shared words in order, each as often as both sides have it."""
    left = Counter(shared)
    kept = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
            kept.append(word)
    return kept


def _sentence(alignment: Alignment) -> tuple[int, int]:
    """The stored words of the sentences that the aligned stretch touches."""
    words, text = alignment.stored.words, alignment.stored.text
    start, end = alignment.stored_start, alignment.stored_end

    def breaks(at: int) -> bool:
        return any(mark in ".!?;\n" for mark in text[words[at - 1].end : words[at].start])

    while start > 0 and not breaks(start):
        start -= 1
    while end < len(words) and not breaks(end):
        end += 1
    return start, end


def _middles(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """Both without what they share at the start and at the end."""
    n = len(ours)
    first = next((i for i in range(n) if ours[i] != theirs[i]), n)
    last = next((i for i in range(n - first) if ours[n - 1 - i] != theirs[n - 1 - i]), n - first)
    return ours[first : n - last], theirs[first : n - last]


def _is_rotation(one: list[str], other: list[str]) -> bool:
    return any(one[i:] + one[:i] == other for i in range(1, len(one)))


def _turning(alignment: Alignment, start: int, end: int) -> bool:
    """Whether the move turns the meaning: two actors, or a denial or "only" that moved."""
    quoted, said = alignment.quote.keys, alignment.stored.keys[start:end]
    moved = [key for key in quoted if denies([key]) or conditions([key])]
    if moved and _after(quoted, moved[0]) != _after(said, moved[0]):
        return True
    ours = [ACTORS[key] for key in quoted if key in ACTORS]
    theirs = [ACTORS[key] for key in said if key in ACTORS and ACTORS[key] in ours]
    middle, _ = _middles(_content(quoted), _content(quoted))
    return len(set(ours)) == 2 and ours != theirs and len(_content(quoted)) <= 4 and not middle


def _after(keys: Sequence[str], word: str) -> str | None:
    """The content word that a deciding word stands before."""
    if word not in keys:
        return None
    at = list(keys).index(word)
    return next((key for key in keys[at + 1 :] if key not in FUNCTION_WORDS), None)


def _passive(keys: Sequence[str]) -> bool:
    return "by" in keys and any(key in DONE_AUXILIARIES or key == "be" for key in keys)
