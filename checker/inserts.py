"""An editor's inserts: a quote read without them, and the alignment with them put back. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.hunks import Hunk, back_to_start, sentence_ends
from checker.reading import Reading, Word
from claims.marks import PartKind


def without_inserts(quote: Reading, *, kept: frozenset[PartKind]) -> Reading:
    """A quote without what its editor put in, but for the kinds of parts that are kept."""
    index: list[int] = []
    words: list[Word] = []
    for word in quote.words:
        index.append(len(words))
        if word.mark in kept:
            words.append(word)
    index.append(len(words))
    return Reading(quote.text, tuple(words), tuple(dict.fromkeys(index[g] for g in quote.gaps)))


def with_inserts(
    bare: Sequence[Hunk], quote: Reading, stored: Reading, *, kinds: frozenset[PartKind]
) -> list[Hunk]:
    """The hunks of a bare quote over the whole one, each insert a hunk of its own."""
    kept = [i for i, word in enumerate(quote.words) if word.mark in kinds]
    hunks: list[Hunk] = []
    at = 0
    for hunk in bare:
        for piece in _split(hunk, kept):
            if piece.quote_start > at:
                place = piece.stored_start
                hunks.append(Hunk("insert", at, piece.quote_start, place, place))
            hunks.append(piece)
            at = max(at, piece.quote_end)
    if at < len(quote.words):
        end = bare[-1].stored_end
        hunks.append(Hunk("insert", at, len(quote.words), end, end))
    return _closed(_opened(_merged_gaps(hunks), quote, stored), quote, stored)


def _split(hunk: Hunk, kept: list[int]) -> Iterator[Hunk]:
    """A hunk of the bare quote as hunks of the whole one, cut where an insert stands inside."""
    if not hunk.n_quoted:
        at = kept[hunk.quote_start] if hunk.quote_start < len(kept) else kept[-1] + 1
        yield hunk._replace(quote_start=at, quote_end=at)
        return
    first = hunk.quote_start
    for i in range(hunk.quote_start + 1, hunk.quote_end + 1):
        if i < hunk.quote_end and kept[i] == kept[i - 1] + 1:
            continue
        done = i == hunk.quote_end
        if hunk.op == "equal":
            shift = hunk.stored_start - hunk.quote_start
            yield Hunk("equal", kept[first], kept[i - 1] + 1, first + shift, i + shift)
        else:
            stored = hunk.stored_start if not done else hunk.stored_end
            start = hunk.stored_start
            yield Hunk(hunk.op, kept[first], kept[i - 1] + 1, start, stored)
        first = i


def _merged_gaps(hunks: list[Hunk]) -> list[Hunk]:
    """`merge`, but a marked gap stays what it is."""
    merged: list[Hunk] = []
    for hunk in hunks:
        before = merged[-1] if merged else None
        if before and "equal" not in (before.op, hunk.op) and "gap" not in (before.op, hunk.op):
            op = before.op if before.op == hunk.op else "replace"
            merged[-1] = Hunk(op, before.quote_start, hunk.quote_end, before.stored_start,
                              hunk.stored_end)  # fmt: skip
        else:
            merged.append(hunk)
    return merged


def _closed(hunks: list[Hunk], quote: Reading, stored: Reading) -> list[Hunk]:
    """An insert that closes the quote stands for the word or two that close the sentence."""
    if len(hunks) < 2 or hunks[-1].op != "insert" or hunks[-2].op != "equal":
        return hunks
    if any(w.mark != "bracket" for w in quote.words[hunks[-1].quote_start :]):
        return hunks
    end = at = hunks[-2].stored_end
    while at < len(stored.words) and at - end <= 2 and not sentence_ends(stored, before=at):
        at += 1
    if at == end or not (at == len(stored.words) or sentence_ends(stored, before=at)):
        return hunks
    return [*hunks[:-1], hunks[-1]._replace(op="replace", stored_start=end, stored_end=at)]


def _opened(hunks: list[Hunk], quote: Reading, stored: Reading) -> list[Hunk]:
    """An insert that opens the quote stands for the word or two that open the sentence."""
    if len(hunks) < 2 or hunks[0].op != "insert" or hunks[1].op != "equal":
        return hunks
    if any(w.mark != "bracket" for w in quote.words[: hunks[0].quote_end]):
        return hunks
    start = hunks[1].stored_start
    at = back_to_start(stored, start)
    if at == start:
        return hunks
    return [hunks[0]._replace(op="replace", stored_start=at, stored_end=start), *hunks[1:]]
