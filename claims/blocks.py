"""Block quotations: set apart on the page instead of standing in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claims.cues import is_cue
from claims.models import Span
from claims.scan import Marked

_ANGLED = r"(?m)^ {0,3}>[^\n]*(?:\n {0,3}>[^\n]*)*"
_INDENTED = (
    r"(?m)^(?P<before>\S[^\n]{1,2000}):[^\S\n]*\n(?:[^\S\n]*\n)?"
    r"(?P<block>(?:\t| {2,})[^\s>•*+\d-][^\n]*(?:\n(?:[^\S\n]*\n)?(?:\t| {2,})\S[^\n]*)*)"
)
_MOST = 100_000
"""Block quotations of one text; more are no prose."""
_WORD = r"[^\W\d_]+"


def block_quotations(text: str) -> tuple[Span, ...]:
    """The block quotations of a plain text: lines after ">", or indented after "said:".

    >>> text = "Anna Berg wrote:\\n\\n> The port\\n> opens.\\n\\nThen she left."
    >>> [text[span.start : span.end] for span in block_quotations(text)]
    ['> The port\\n> opens.']
    """
    found = []
    if ">" in text:
        found += [one.span() for one in re.finditer(_ANGLED, text) if re.search(_WORD, one[0])]
    if ":\n" in text or ": \n" in text:
        found += [
            one.span("block")
            for one in re.finditer(_INDENTED, text)
            if any(map(is_cue, re.findall(_WORD, one["before"][-120:].casefold())))
        ]
    places = sorted(found[:_MOST])
    return tuple(Span.model_construct(start=start, end=end) for start, end in places)


def with_blocks(text: str, marks: Sequence[Marked], blocks: Sequence[Span]) -> tuple[Marked, ...]:
    """The marked stretches of a text, and its block quotations among them.

    Shape: a block that holds quotation marks is a quotation of its own only where a colon
           introduces it and the marks do not hold all of it; what stands inside is then its
           words. Otherwise the marks count.
    """
    made: list[Marked] = []
    at = 0
    for block in blocks:
        first = bisect_left(marks, block.start, lo=at, key=lambda one: one.start)
        after = bisect_left(marks, block.end, lo=first, key=lambda one: one.start)
        made += marks[at:first]
        whole = _whole(text, block)
        if whole is None or not _counts(text, whole, block, made=made, inside=marks[first:after]):
            made += marks[first:after]
        else:
            made.append(whole)
        at = after
    return (*made, *marks[at:])


def _counts(
    text: str,
    whole: Marked,
    block: Span,
    *,
    made: Sequence[Marked],
    inside: Sequence[Marked],
) -> bool:
    if (made and made[-1].end > block.start) or (inside and inside[-1].end > block.end):
        return False
    if not inside:
        return True
    introduced = text[max(0, block.start - 200) : block.start].rstrip().endswith(":")
    first, last = whole.pieces[0][0], whole.pieces[-1][1]
    all_of_it = inside[0].start <= first and inside[-1].end >= last - 1
    return introduced and not all_of_it


def _whole(text: str, block: Span) -> Marked | None:
    """A block as one quotation: a piece for each line, without what sets it apart."""
    pieces: list[tuple[int, int]] = []
    breaks: list[bool] = []
    for span, new_paragraph in _lines(text, block):
        if pieces:
            breaks.append(new_paragraph)
        pieces.append(span)
    if not pieces:
        return None
    return Marked(tuple(pieces), block.start, block.end, tuple(breaks))


def _lines(text: str, block: Span) -> Iterator[tuple[tuple[int, int], bool]]:
    blank = False
    at = block.start
    while at < block.end:
        end = text.find("\n", at, block.end)
        end = block.end if end < 0 else end
        first, last = at, end
        while first < end and (text[first].isspace() or text[first] == ">"):
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield (first, last), blank
        blank = first == last
        at = end + 1
