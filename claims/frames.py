"""A paragraph as words, with each quotation as one word: what attribution rules look at.

The words come from spaCy's tokenizer in the pipeline, and from `split` where a short text does
not need it; both cut alike, so the rules find the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.scan import Marked

QUOTE = "\ufffc"
"""Stands for a whole quotation."""

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., D.C.
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sen|Sens|Rep|Reps|Gov|Prof|St|Rev|Jr|Sr|Amb|Capt|Hon"
    r"|Pres|Sgt|Adm|Brig|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\."
    r"|[^\W\d_]\.(?=\s?[^\W\d_])"  # an initial
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W_]+(?:(?:[-‐‑&]|['’](?!(?:s|re|ve|ll|d|m)\b)|(?<=\d)[.,:](?=\d)|\.(?=[^\W\d_]{2}))[^\W_]+)*"
    r"|\.\.\.+|--+|[^\w\s]|_+"
)


class Word(NamedTuple):
    """One word, stop, or whole quotation of a paragraph.

    Shape: `start`, `end` are offsets in the document; `quote` is the number of the quotation
           that the word stands for, -1 if it stands for itself; `low` is `text` in small letters.
    """

    text: str
    low: str
    start: int
    end: int
    quote: int = -1

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()


class Frame(NamedTuple):
    """One paragraph.

    Shape: `sentences` are (first, after last) word numbers; a quotation ends a sentence only if
           its own last sentence ends and no attribution follows.
    """

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence(self, at: int) -> tuple[int, int]:
        """The bounds of the sentence that holds a word."""
        return self.sentences[bisect_right(self.sentences, (at, len(self.words))) - 1]


def split(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The (start, end) of each word of a stretch of text.

    >>> text = "Mr. Lavrov's U.S. counterpart"
    >>> [text[a:b] for a, b in split(text, start=0, end=len(text))]
    ['Mr.', 'Lavrov', "'s", 'U.S.', 'counterpart']
    """
    for found in _WORD.finditer(text, start, end):
        yield found.span()


def frame(text: str, *, start: int, end: int, quotes: Sequence[tuple[int, Marked]]) -> Frame:
    """The paragraph between two offsets, with its quotations and their numbers, in order."""
    words: list[Word] = []
    at = start
    for number, quote in quotes:
        words.extend(_words(text, start=at, end=quote.start))
        words.append(Word(QUOTE, QUOTE, quote.start, quote.end, number))
        at = quote.end
    words.extend(_words(text, start=at, end=end))
    return Frame(tuple(words), tuple(_sentences(text, words)))


def _words(text: str, *, start: int, end: int) -> Iterator[Word]:
    for first, after in split(text, start=start, end=end):
        written = text[first:after]
        yield Word(written, written.lower(), first, after)


def _sentences(text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    first = 0
    for at, word in enumerate(words):
        divides = word.low == ";" and at + 1 < len(words) and words[at + 1].capital
        if divides or _ends_sentence(text, words, at=at):
            yield first, at + 1
            first = at + 1
    if first < len(words):
        yield first, len(words)


def _ends_sentence(text: str, words: list[Word], *, at: int) -> bool:
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.quote >= 0:
        closing = text[word.start : word.end].rstrip("”\"»'’“ \n")[-1:]
        if closing not in ".!?…":
            return False
        if following is None or following.quote >= 0:
            return True
        return closing == "." and (following.capital or following.text in ("(", "["))
    if word.text not in (".", "!", "?", "...", "…"):
        return False
    return following is None or not following.text[:1].islower()


def frames(
    text: str, quotes: Sequence[Marked], *, start: int = 0, end: int | None = None
) -> Iterator[Frame]:
    """The paragraphs of a text, or of a stretch of it; quotations are numbered as given.

    A line is a paragraph, except in a block of lines that were wrapped. A quotation never
    stands half in a paragraph.
    """
    number = bisect_left(quotes, start, key=lambda quote: quote.start)
    stop = len(text) if end is None else end
    for first, after in _cut(text, quotes, _paragraphs(text, quotes, start, stop)):
        inside: list[tuple[int, Marked]] = []
        while number < len(quotes) and quotes[number].start < after:
            inside.append((number, quotes[number]))
            number += 1
        yield frame(text, start=first, end=after, quotes=inside)


_LONGEST = 20_000
"""Characters of a paragraph; what is longer is no prose, and is cut between sentences."""


def _cut(
    text: str, quotes: Sequence[Marked], paragraphs: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The same with very long ones cut, never inside a quotation."""
    for first, after in paragraphs:
        at = first
        while after - at > _LONGEST:
            end = text.rfind(". ", at, at + _LONGEST) + 1 or text.rfind(" ", at, at + _LONGEST)
            end = end if end > at else at + _LONGEST
            number = bisect_left(quotes, end, key=lambda quote: quote.start) - 1
            if number >= 0 and quotes[number].end > end:
                end = quotes[number].end
            yield at, min(end, after)
            at = min(end, after)
        if at < after:
            yield at, after


def _paragraphs(
    text: str, quotes: Sequence[Marked], start: int, end: int
) -> Iterator[tuple[int, int]]:
    number = bisect_left(quotes, start, key=lambda quote: quote.start)
    waiting: int | None = None
    for first, after in _lines(text, start, end):
        while number < len(quotes) and quotes[number].end <= after:
            number += 1
        waiting = first if waiting is None else waiting
        if number == len(quotes) or not quotes[number].start < after < quotes[number].end:
            yield waiting, after
            waiting = None


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines that have words, wrapped ones joined."""
    for block in _BLOCK.finditer(text, start, end):
        lines = [found.span() for found in _LINE.finditer(text, *block.span())]
        lengths = [end - start for start, end in lines[:-1]]
        wrapped = len(lines) > 2 and all(45 <= length <= 90 for length in lengths)
        first = lines[0][0]
        for (_, after), (following, _) in pairwise(lines):
            if not wrapped and not text[following].islower():
                yield first, after
                first = following
        yield first, lines[-1][1]


_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\s][^\n]*")
