"""What a printed ellipsis hides. Pure."""

from __future__ import annotations

from checker.align import Alignment
from checker.classes import conditions, denies, is_verb, numbers
from checker.entities import ACTORS
from checker.hunks import Hunk


def gap_code(alignment: Alignment, hunk: Hunk, *, longest: int) -> str:
    """The code of a marked gap: harmless, long, or hiding words that decide.

    Unit: `longest` in words: a longer gap is `ellipsis_long`.
    """
    keys = tuple(word.key for word in alignment.said(hunk))
    limits = conditions(keys) - ({"until"} if _is_aside(alignment, hunk) else set())
    if denies(keys) or limits or numbers(keys) or _subject_lost(alignment, hunk):
        return "ellipsis_meaning"
    if hunk.n_stored > longest or "\n\n" in _with_margins(alignment, hunk):
        return "ellipsis_long"
    return "ellipsis"


_RELATIVES = frozenset("who which whose который которая которое которые".split())


def _is_aside(alignment: Alignment, hunk: Hunk) -> bool:
    """Whether a gap stands for a relative clause between commas, whose time limits it alone."""
    words, text = alignment.said(hunk), alignment.stored.text
    if not words or words[0].key not in _RELATIVES:
        return False
    before = text[: words[0].start].rstrip()
    return before.endswith(",") and text[words[-1].end : words[-1].end + 1] == ","


def _with_margins(alignment: Alignment, hunk: Hunk) -> str:
    """The stored text from the quoted word before a gap to the one after it."""
    words, text = alignment.stored.words, alignment.stored.text
    start = words[hunk.stored_start - 1].end if hunk.stored_start else 0
    end = words[hunk.stored_end].start if hunk.stored_end < len(words) else len(text)
    return text[start:end]


_SUBJECTS = frozenset("i we he she they it you who nobody everyone".split())
JOINTS = frozenset("and but while so because or although whereas".split())


def _subject_lost(alignment: Alignment, hunk: Hunk) -> bool:
    """Whether the words after a gap lost their subject: "X met. Y attacked" -> "X … attacked"."""
    words = alignment.stored.words
    said, after = alignment.said(hunk), words[hunk.stored_end : hunk.stored_end + 1]
    if not said or not after or not is_verb(after[0].key):
        return False
    if said[-1].key in _SUBJECTS or said[-1].key in ACTORS:
        return True
    tail = 0
    while tail < len(said) and said[-1 - tail].key not in JOINTS:
        tail += 1
    return 0 < tail <= 3 and tail < len(said) and not any(is_verb(w.key) for w in said[-tail:])
