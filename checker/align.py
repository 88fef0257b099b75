"""Where a printed quote stands in a stored statement, word by word. Pure.

The whole statement is searched, not one sentence of it; everything counts in words, whose keys
come from `claims.words`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from checker.hunks import Hunk, bridge, keep_to_sentence
from checker.inserts import with_inserts, without_inserts
from checker.lexicon import FUNCTION_WORDS
from checker.placing import code, place
from checker.reading import Reading, Word
from claims.marks import PartKind


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
        """The first stored word of the stretch."""
        return self.hunks[0].stored_start if self.hunks else 0

    @property
    def stored_end(self) -> int:
        """The word after the stretch."""
        return self.hunks[-1].stored_end if self.hunks else 0

    def quoted(self, hunk: Hunk) -> tuple[Word, ...]:
        """The printed words of one hunk."""
        return self.quote.words[hunk.quote_start : hunk.quote_end]

    def said(self, hunk: Hunk) -> tuple[Word, ...]:
        """The stored words of one hunk."""
        return self.stored.words[hunk.stored_start : hunk.stored_end]


def align(quote: Reading, stored: Reading) -> Alignment:
    """Lay a quote on the stretch of a statement that is most like it.

    An editor's inserts are tried kept and dropped; the reading that fits better stands.
    """
    if not quote.words or not stored.words:
        return Alignment(quote, stored, (), 0.0, 0.0)
    best = _laid(quote, stored)
    most = best.similarity
    marks = {word.mark for word in quote.words}
    for kinds in _READINGS:
        if not marks - kinds:
            continue
        bare = without_inserts(quote, kept=kinds)
        laid = _laid(bare, stored) if bare.words else best
        if laid.similarity > most:
            most = laid.similarity
            hunks = with_inserts(laid.hunks, quote, stored, kinds=kinds)
            best = _measured(quote, stored, hunks, reversed_pieces=laid.reversed_pieces)
    return best


_READINGS: Final[tuple[frozenset[PartKind], ...]] = (
    frozenset(("words", "bracket")),
    frozenset(("words", "paren")),
    frozenset(("words",)),
)
"""The kinds of parts that may be the speaker's own, besides all of them."""


def _laid(quote: Reading, stored: Reading) -> Alignment:
    stored_keys = _lowered(stored.keys) if quote.text.isupper() else stored.keys
    coded_quote, coded_stored = code(quote.keys, stored_keys)
    inner = [gap for gap in quote.gaps if 0 < gap < len(quote.words)]
    bounds = [0, *inner, len(quote.words)]
    hunks: list[Hunk] = []
    reversed_pieces = False
    end = 0
    for start, stop in pairwise(bounds):
        piece = place(coded_quote[start:stop], coded_stored, after=end)
        if piece is None and end:
            earlier = place(coded_quote[start:stop], coded_stored[:end], after=0)
            reversed_pieces = reversed_pieces or _is_sound(earlier, stop - start)
        if piece is None:
            hunks.append(Hunk("insert", start, stop, end, end))
            continue
        if hunks and piece[0].stored_start > end:
            hunks.append(Hunk("gap", start, start, end, piece[0].stored_start))
        piece = keep_to_sentence(piece, stored)
        hunks += [
            hunk._replace(quote_start=hunk.quote_start + start, quote_end=hunk.quote_end + start)
            for hunk in piece
        ]
        end = hunks[-1].stored_end
    hunks = bridge(hunks, quote)
    return _measured(quote, stored, hunks, reversed_pieces=reversed_pieces)


def _lowered(keys: Sequence[str]) -> tuple[str, ...]:
    """Keys as capitals alone show them: "THE US" may be a country or a pronoun."""
    return tuple({"usa": "us", "islamicstate": "is"}.get(key, key) for key in keys)


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
