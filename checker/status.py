"""Whether what is planned became what is done, or what is became what was. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.classes import modals, plans
from checker.lexicon import AGREEMENT, DONE_AUXILIARIES, FUNCTION_WORDS

Keys = Sequence[str]


def status_changed(q: Keys, s: Keys) -> bool:
    """Whether one side plans, begins or wishes what the other side does."""
    if s and _perfect(q) and not any(key in AGREEMENT for key in s):
        return any(key.endswith("ing") for key in s) or "to" in s
    ours, theirs = plans(q), plans(s)
    if ours == theirs or modals(q) & modals(s) or (ours and theirs):
        return False
    if theirs:
        return _has_verb(q) if q else len(s) <= 4
    return _has_verb(s) if s else len(q) <= 4


_PAST = {"was": "is", "were": "are", "had": "has"}


def tense_changed(q: Keys, s: Keys) -> bool:
    """Whether what is became what was, or the other way, in the speaker's own words."""
    if not q or not s:
        return False
    pairs = ((q, s), (s, q))
    return any(
        past in ours and present in theirs and past not in theirs
        for ours, theirs in pairs
        for past, present in _PAST.items()
    )


def _perfect(keys: Keys) -> bool:
    """Whether the words tell of a thing done: "have spilled"."""
    return any(a in ("has", "have", "had") and b.endswith(("ed", "en")) for a, b in pairwise(keys))


def _has_verb(keys: Keys) -> bool:
    return any(
        key in DONE_AUXILIARIES
        or (key.isascii() and len(key) > 3 and key.endswith(("ed", "es", "ing", "s")))
        or (not key.isascii() and key.endswith(("л", "ла", "ли", "ло", "ет", "ют", "ит", "ят")))
        for key in keys
        if key not in FUNCTION_WORDS or key in AGREEMENT
    )
