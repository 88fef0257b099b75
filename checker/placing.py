"""Where a run of words stands in a longer one: RapidFuzz on one character a word. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from checker.hunks import Hunk, merge, slide, trim


def code(quote: Sequence[str], stored: Sequence[str]) -> tuple[str, str]:
    """Both key sequences as strings with one character a word."""
    codes: dict[str, str] = {}
    for key in (*quote, *stored):
        if key not in codes:
            codes[key] = (
                chr(0xE000 + len(codes)) if len(codes) < 0x1900 else chr(0x10000 + len(codes))
            )
    return "".join(codes[k] for k in quote), "".join(codes[k] for k in stored)


def place(piece: str, stored: str, *, after: int) -> list[Hunk] | None:
    """The hunks of one piece of the quote, `None` where nothing of it stands after `after`."""
    exact = stored.find(piece, after)
    if exact >= 0:
        return [Hunk("equal", 0, len(piece), exact, exact + len(piece))]
    rest = stored[after:]
    if not rest:
        return None
    start, stop = _window(piece, rest)
    hunks = [
        Hunk(op.tag, op.dest_start, op.dest_end, op.src_start + after + start,
             op.src_end + after + start)
        for op in Indel.opcodes(rest[start:stop], piece)
    ]  # fmt: skip
    hunks = trim(slide(merge(hunks), piece, stored))
    return hunks if any(hunk.op == "equal" for hunk in hunks) else None


def _window(piece: str, stored: str) -> tuple[int, int]:
    """The stretch of the statement worth comparing: the likest place and a margin around it."""
    if len(stored) <= 2 * len(piece) + 8:
        return 0, len(stored)
    found = fuzz.partial_ratio_alignment(piece, stored)
    if found is None:
        return 0, len(stored)
    margin = max(6, len(piece))
    return max(0, found.dest_start - margin), min(len(stored), found.dest_end + margin)
