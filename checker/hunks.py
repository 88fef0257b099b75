"""The stretches of an alignment, and how they are tidied. Pure."""

from __future__ import annotations

from typing import NamedTuple

from checker.lexicon import FUNCTION_WORDS
from checker.reading import Reading


class Hunk(NamedTuple):
    """One stretch of the alignment: half-open word ranges in quote and statement.

    Shape: "equal", "replace", "insert" (only printed), "delete" (only stored), or "gap" (stored
           words that a printed ellipsis stands for).
    """

    op: str
    quote_start: int
    quote_end: int
    stored_start: int
    stored_end: int

    @property
    def n_quoted(self) -> int:
        """Printed words."""
        return self.quote_end - self.quote_start

    @property
    def n_stored(self) -> int:
        """Stored words."""
        return self.stored_end - self.stored_start


def bridge(hunks: list[Hunk], quote: Reading) -> list[Hunk]:
    """An insert and a drop on both sides of one small word are one replacement."""
    bridged: list[Hunk] = []
    for hunk in hunks:
        if (
            len(bridged) > 1
            and bridged[-1].op == "equal"
            and bridged[-1].n_quoted == 1
            and quote.words[bridged[-1].quote_start].key in FUNCTION_WORDS
            and {bridged[-2].op, hunk.op} == {"insert", "delete"}
        ):
            first = bridged[-2]
            bridged[-2:] = [Hunk("replace", first.quote_start, hunk.quote_end,
                                 first.stored_start, hunk.stored_end)]  # fmt: skip
        else:
            bridged.append(hunk)
    return bridged


def slide(hunks: list[Hunk], piece: str, stored: str) -> list[Hunk]:
    """Move equal stretches at the edges next to the rest of the quote where they also fit."""
    hunks = _without_edges(hunks)
    if len(hunks) >= 3 and hunks[0].op == "equal" and hunks[1].op == "delete":
        first, gap = hunks[0], hunks[1]
        n = first.n_quoted
        if gap.n_stored >= n and stored[gap.stored_end - n : gap.stored_end] == piece[:n]:
            hunks[:2] = [Hunk("equal", 0, n, gap.stored_end - n, gap.stored_end)]
    if len(hunks) >= 3 and hunks[-1].op == "equal" and hunks[-2].op == "delete":
        last, gap = hunks[-1], hunks[-2]
        n = last.n_quoted
        if gap.n_stored >= n and stored[gap.stored_start : gap.stored_start + n] == piece[-n:]:
            hunks[-2:] = [
                Hunk("equal", last.quote_start, last.quote_end, gap.stored_start,
                     gap.stored_start + n)
            ]  # fmt: skip
    return merge(hunks)


def _without_edges(hunks: list[Hunk]) -> list[Hunk]:
    """Drop stored words before and after everything that was quoted."""
    kept = list(hunks)
    while kept and kept[0].op == "delete":
        kept.pop(0)
    while kept and kept[-1].op == "delete":
        kept.pop()
    return kept


def keep_to_sentence(hunks: list[Hunk], stored: Reading) -> list[Hunk]:
    """Let a printed word at an edge stand against its neighbour in the sentence, no further."""
    first, last = hunks[0], hunks[-1]
    if first.op == "replace":
        start = first.stored_end
        while start > max(first.stored_start, first.stored_end - first.n_quoted) and (
            not sentence_ends(stored, before=start)
        ):
            start -= 1
        start = back_to_start(stored, start)
        hunks[0] = _narrowed(first, start, first.stored_end)
    if len(hunks) > 1 and last.op == "replace":
        end = last.stored_start
        while end < min(last.stored_end, last.stored_start + last.n_quoted) and (
            not sentence_ends(stored, before=end)
        ):
            end += 1
        hunks[-1] = _narrowed(last, last.stored_start, end)
    return hunks


def back_to_start(stored: Reading, start: int) -> int:
    """Back to where the sentence starts, if that is a word or two away."""
    at = start
    while at > 0 and start - at <= 2 and not sentence_ends(stored, before=at):
        at -= 1
    return at if at == 0 or sentence_ends(stored, before=at) else start


def _narrowed(hunk: Hunk, start: int, end: int) -> Hunk:
    op = "replace" if end > start else "insert"
    return hunk._replace(op=op, stored_start=start, stored_end=end)


def sentence_ends(stored: Reading, *, before: int) -> bool:
    """Whether a sentence ends between the words `before - 1` and `before`."""
    if not 0 < before < len(stored.words):
        return True
    between = stored.text[stored.words[before - 1].end : stored.words[before].start]
    return any(mark in between for mark in ".!?\n")


def merge(hunks: list[Hunk]) -> list[Hunk]:
    """Neighbouring stretches as one: an insert beside a delete is a replacement."""
    merged: list[Hunk] = []
    for hunk in hunks:
        if merged and (merged[-1].op == "equal") == (hunk.op == "equal"):
            before = merged[-1]
            op = before.op if before.op == hunk.op else "replace"
            merged[-1] = Hunk(op, before.quote_start, hunk.quote_end, before.stored_start,
                              hunk.stored_end)  # fmt: skip
        else:
            merged.append(hunk)
    return merged


def trim(hunks: list[Hunk]) -> list[Hunk]:
    """Give up an edge that holds on by a word or two across a wide stretch of other words."""
    trimmed = list(hunks)
    while (at := _edge(trimmed)) is not None and _is_stray(trimmed[at], trimmed[at + 1]):
        change = trimmed[at + 1]
        trimmed[: at + 2] = [Hunk("insert", trimmed[0].quote_start, change.quote_end,
                                  change.stored_end, change.stored_end)]  # fmt: skip
    trimmed.reverse()
    while (at := _edge(trimmed)) is not None and _is_stray(trimmed[at], trimmed[at + 1]):
        change = trimmed[at + 1]
        trimmed[: at + 2] = [Hunk("insert", change.quote_start, trimmed[0].quote_end,
                                  change.stored_start, change.stored_start)]  # fmt: skip
    trimmed.reverse()
    return merge(_without_edges(trimmed))


def _edge(hunks: list[Hunk]) -> int | None:
    """The first equal stretch where others follow it, `None` where it is not at the edge."""
    at = next((i for i, hunk in enumerate(hunks[:2]) if hunk.op == "equal"), None)
    return at if at is not None and len(hunks) > at + 2 else None


def _is_stray(island: Hunk, change: Hunk) -> bool:
    return island.n_quoted <= 2 and change.n_stored >= 6 + 2 * island.n_quoted
