"""One stretch that differs, where it stands. Pure."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from checker.align import Alignment
from checker.hunks import Hunk
from checker.lexicon import NEGATORS


class Place(NamedTuple):
    """One hunk where it stands.

    Shape: `speaker` and `reported` as in `checker.edits.Frame`; `moved` are the words that stand
           on both sides, only elsewhere.
    """

    alignment: Alignment
    hunk: Hunk
    speaker: frozenset[str]
    reported: bool
    moved: frozenset[str]


def moved_keys(alignment: Alignment) -> frozenset[str]:
    """Words that one hunk drops and another inserts."""
    changed = [hunk for hunk in alignment.hunks if hunk.op not in ("equal", "gap")]
    printed = Counter(w.key for hunk in changed for w in alignment.quoted(hunk))
    said = Counter(w.key for hunk in changed for w in alignment.said(hunk))
    here = {w.key for h in changed for w in alignment.quoted(h) if w in alignment.said(h)}
    return frozenset(printed & said) - here - NEGATORS


def around(place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Up to two equal words on each side, so that "not only" and "have to" are seen whole."""
    hunks, keys = place.alignment.hunks, place.alignment.quote.keys
    at = hunks.index(place.hunk)
    before = hunks[at - 1] if at and hunks[at - 1].op == "equal" else None
    after = hunks[at + 1] if at + 1 < len(hunks) and hunks[at + 1].op == "equal" else None
    return (
        keys[max(before.quote_start, before.quote_end - 2) : before.quote_end] if before else (),
        keys[after.quote_start : min(after.quote_end, after.quote_start + 3)] if after else (),
    )
