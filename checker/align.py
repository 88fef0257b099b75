"""Where a printed quote stands in a stored statement, word by word. Pure.

RapidFuzz finds the place and the operations; everything counts in words, whose keys come from
`claims.words`. The whole statement is searched, not one sentence of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from checker.lexicon import FUNCTION_WORDS
from claims.marks import PartKind, parts
from claims.words import units


class Word(NamedTuple):
    """One comparable word and the editorial part it stands in."""

    key: str
    start: int
    end: int
    form: str | None
    mark: PartKind


class Reading(NamedTuple):
    """A text as the aligner sees it.

    Shape: `gaps` are the indices of the words before which an ellipsis stands; 0 is a leading
           one, `len(words)` a trailing one.
    """

    text: str
    words: tuple[Word, ...]
    gaps: tuple[int, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(word.key for word in self.words)


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
        return self.quote_end - self.quote_start

    @property
    def n_stored(self) -> int:
        return self.stored_end - self.stored_start


class Alignment(NamedTuple):
    """A quote laid on a statement.

    Shape: `hunks` cover the quote's words without overlap, and one stretch of the statement in
           order. `reversed_pieces` is true where the pieces around an ellipsis stand in the
           statement in another order.
    Unit:  `coverage` and `similarity` 0..1.
    """

    quote: Reading
    stored: Reading
    hunks: tuple[Hunk, ...]
    coverage: float
    similarity: float
    reversed_pieces: bool = False

    @property
    def stored_start(self) -> int:
        return self.hunks[0].stored_start if self.hunks else 0

    @property
    def stored_end(self) -> int:
        return self.hunks[-1].stored_end if self.hunks else 0

    def quoted(self, hunk: Hunk) -> tuple[Word, ...]:
        """The printed words of one hunk."""
        return self.quote.words[hunk.quote_start : hunk.quote_end]

    def said(self, hunk: Hunk) -> tuple[Word, ...]:
        """The stored words of one hunk."""
        return self.stored.words[hunk.stored_start : hunk.stored_end]


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Cut a text into words with their editorial parts.

    >>> read("A new ... day [is] here").gaps
    (2,)
    """
    pieces = parts(text)
    words: list[Word] = []
    gaps: list[int] = []
    at = 0
    all_units = units(text)
    for part in pieces:
        if part.kind == "gap":
            gaps.append(len(words))
        while at < len(all_units) and all_units[at].start < part.end:
            unit = all_units[at]
            if part.kind != "gap":
                words.append(Word(unit.key, unit.start, unit.end, unit.form, part.kind))
            at += 1
    return Reading(text, tuple(words), tuple(dict.fromkeys(gaps)))


def align(quote: Reading, stored: Reading) -> Alignment:
    """Lay a quote on the stretch of a statement that is most like it.

    An editor's inserts are tried kept and dropped; the reading that fits better stands.
    """
    if not quote.words or not stored.words:
        return Alignment(quote, stored, (), 0.0, 0.0)
    kept = _laid(quote, stored)
    bare = without_inserts(quote)
    if len(bare.words) == len(quote.words) or not bare.words:
        return kept
    dropped = _laid(bare, stored)
    if dropped.similarity <= kept.similarity:
        return kept
    return _with_inserts(dropped, quote)


def without_inserts(quote: Reading) -> Reading:
    """A quote without what its editor put in."""
    index: list[int] = []
    words: list[Word] = []
    for word in quote.words:
        index.append(len(words))
        if word.mark == "words":
            words.append(word)
    index.append(len(words))
    return Reading(quote.text, tuple(words), tuple(dict.fromkeys(index[g] for g in quote.gaps)))


def _with_inserts(alignment: Alignment, quote: Reading) -> Alignment:
    """The same alignment over the whole quote, each insert a hunk of its own."""
    kept = [i for i, word in enumerate(quote.words) if word.mark == "words"]
    hunks: list[Hunk] = []
    at = 0
    for hunk in alignment.hunks:
        for piece in _split(hunk, kept):
            if piece.quote_start > at:
                place = piece.stored_start
                hunks.append(Hunk("insert", at, piece.quote_start, place, place))
            hunks.append(piece)
            at = max(at, piece.quote_end)
    if at < len(quote.words):
        end = alignment.stored_end
        hunks.append(Hunk("insert", at, len(quote.words), end, end))
    hunks = _opened(_merged_gaps(hunks), quote, alignment.stored)
    return _measured(quote, alignment.stored, hunks, reversed_pieces=alignment.reversed_pieces)


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
    """`_merged`, but a marked gap stays what it is."""
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


def _opened(hunks: list[Hunk], quote: Reading, stored: Reading) -> list[Hunk]:
    """An insert that opens the quote stands for the word or two that open the sentence."""
    if len(hunks) < 2 or hunks[0].op != "insert" or hunks[1].op != "equal":
        return hunks
    if any(w.mark != "bracket" for w in quote.words[: hunks[0].quote_end]):
        return hunks
    start = hunks[1].stored_start
    at = _to_edge(stored, start)
    if at == start:
        return hunks
    return [hunks[0]._replace(op="replace", stored_start=at, stored_end=start), *hunks[1:]]


def _laid(quote: Reading, stored: Reading) -> Alignment:
    coded_quote, coded_stored = _code(quote.keys, stored.keys)
    inner = [gap for gap in quote.gaps if 0 < gap < len(quote.words)]
    bounds = [0, *inner, len(quote.words)]
    hunks: list[Hunk] = []
    reversed_pieces = False
    end = 0
    for start, stop in zip(bounds, bounds[1:], strict=False):
        piece = _place(coded_quote[start:stop], coded_stored, after=end)
        if piece is None and end:
            earlier = _place(coded_quote[start:stop], coded_stored[:end], after=0)
            reversed_pieces = reversed_pieces or _is_sound(earlier, stop - start)
        if piece is None:
            hunks.append(Hunk("insert", start, stop, end, end))
            continue
        if hunks and piece[0].stored_start > end:
            hunks.append(Hunk("gap", start, start, end, piece[0].stored_start))
        piece = _within_sentence(piece, stored)
        hunks += [
            hunk._replace(quote_start=hunk.quote_start + start, quote_end=hunk.quote_end + start)
            for hunk in piece
        ]
        end = hunks[-1].stored_end
    hunks = _bridged(hunks, quote)
    return _measured(quote, stored, hunks, reversed_pieces=reversed_pieces)


def _bridged(hunks: list[Hunk], quote: Reading) -> list[Hunk]:
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


def _is_sound(piece: Sequence[Hunk] | None, n_words: int) -> bool:
    return piece is not None and sum(h.n_quoted for h in piece if h.op == "equal") * 2 > n_words


def _measured(
    quote: Reading, stored: Reading, hunks: Iterable[Hunk], *, reversed_pieces: bool
) -> Alignment:
    done = tuple(hunks)
    if not any(hunk.op == "equal" for hunk in done):
        return Alignment(quote, stored, (), 0.0, 0.0, reversed_pieces)
    n_equal = sum(hunk.n_quoted for hunk in done if hunk.op == "equal")
    n_stretch = sum(hunk.n_stored for hunk in done if hunk.op != "gap")
    n_spoken = sum(word.mark in ("words", "paren") for word in quote.words) or len(quote.words)
    return Alignment(
        quote,
        stored,
        done,
        min(1.0, n_equal / n_spoken),
        2 * n_equal / (len(quote.words) + n_stretch),
        reversed_pieces,
    )


def _code(quote: Sequence[str], stored: Sequence[str]) -> tuple[str, str]:
    """Both key sequences as strings with one character a word."""
    codes: dict[str, str] = {}
    for key in (*quote, *stored):
        if key not in codes:
            codes[key] = (
                chr(0xE000 + len(codes)) if len(codes) < 0x1900 else chr(0x10000 + len(codes))
            )
    return "".join(codes[k] for k in quote), "".join(codes[k] for k in stored)


def _place(piece: str, stored: str, *, after: int) -> list[Hunk] | None:
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
    hunks = _trimmed(_slid(_merged(hunks), piece, stored))
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


def _slid(hunks: list[Hunk], piece: str, stored: str) -> list[Hunk]:
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
    return _merged(hunks)


def _without_edges(hunks: list[Hunk]) -> list[Hunk]:
    """Drop stored words before and after everything that was quoted."""
    kept = list(hunks)
    while kept and kept[0].op == "delete":
        kept.pop(0)
    while kept and kept[-1].op == "delete":
        kept.pop()
    return kept


def _within_sentence(hunks: list[Hunk], stored: Reading) -> list[Hunk]:
    """Let a printed word at an edge stand against its neighbour in the sentence, no further."""
    first, last = hunks[0], hunks[-1]
    if first.op == "replace":
        start = first.stored_end
        while start > max(first.stored_start, first.stored_end - first.n_quoted) and (
            not _sentence_ends(stored, before=start)
        ):
            start -= 1
        start = _to_edge(stored, start)
        hunks[0] = _narrowed(first, start, first.stored_end)
    if len(hunks) > 1 and last.op == "replace":
        end = last.stored_start
        while end < min(last.stored_end, last.stored_start + last.n_quoted) and (
            not _sentence_ends(stored, before=end)
        ):
            end += 1
        hunks[-1] = _narrowed(last, last.stored_start, end)
    return hunks


def _to_edge(stored: Reading, start: int) -> int:
    """Back to where the sentence starts, if that is a word or two away."""
    at = start
    while at > 0 and start - at <= 2 and not _sentence_ends(stored, before=at):
        at -= 1
    return at if at == 0 or _sentence_ends(stored, before=at) else start


def _narrowed(hunk: Hunk, start: int, end: int) -> Hunk:
    op = "replace" if end > start else "insert"
    return hunk._replace(op=op, stored_start=start, stored_end=end)


def _sentence_ends(stored: Reading, *, before: int) -> bool:
    """Whether a sentence ends between the words `before - 1` and `before`."""
    if not 0 < before < len(stored.words):
        return True
    between = stored.text[stored.words[before - 1].end : stored.words[before].start]
    return any(mark in between for mark in ".!?\n")


def _merged(hunks: list[Hunk]) -> list[Hunk]:
    """Neighbouring stretches as one: an insert beside a delete is a replacement."""
    merged: list[Hunk] = []
    for hunk in hunks:
        if merged and (merged[-1].op == "equal") == (hunk.op == "equal"):
            before = merged.pop()
            op = "equal" if hunk.op == "equal" else before.op if before.op == hunk.op else "replace"
            hunk = Hunk(op, before.quote_start, hunk.quote_end, before.stored_start,
                        hunk.stored_end)  # fmt: skip
        merged.append(hunk)
    return merged


def _trimmed(hunks: list[Hunk]) -> list[Hunk]:
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
    return _merged(_without_edges(trimmed))


def _edge(hunks: list[Hunk]) -> int | None:
    """The first equal stretch where others follow it, `None` where it is not at the edge."""
    at = next((i for i, hunk in enumerate(hunks[:2]) if hunk.op == "equal"), None)
    return at if at is not None and len(hunks) > at + 2 else None


def _is_stray(island: Hunk, change: Hunk) -> bool:
    return island.n_quoted <= 2 and change.n_stored >= 6 + 2 * island.n_quoted


def content_coverage(alignment: Alignment) -> float:
    """The share of the quote's content words that stand in equal stretches, 0..1."""
    content = [i for i, word in enumerate(alignment.quote.words) if word.key not in FUNCTION_WORDS]
    if not content:
        return alignment.coverage
    equal = {
        i
        for hunk in alignment.hunks
        if hunk.op == "equal"
        for i in range(hunk.quote_start, hunk.quote_end)
    }
    return sum(i in equal for i in content) / len(content)
