"""The part of a long statement that is about what a quote says. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.correspond import content, likeness
from checker.phrases import senses
from checker.reading import Reading


def passage(quote: Reading, stored: Reading, *, longest: int) -> str:
    """The run of sentences that holds most of the quote's content, the shortest of those.

    Shape: a statement of `longest` words or fewer is given whole; a single sentence may be longer.

    >>> from checker.reading import read
    >>> said = read("The port is closed. Fish is dear. Nobody knows why.")
    >>> passage(read("fish costs more"), said, longest=5)
    'Fish is dear.'
    """
    if len(stored.words) <= longest:
        return stored.text
    ours, theirs = senses(quote), senses(stored)
    wanted = [(ours[i], weight) for i, weight in content(quote)]
    held = {
        i: frozenset(n for n, (key, _) in enumerate(wanted) if likeness(key, theirs[i]))
        for i, _ in content(stored)
    }

    def worth(run: tuple[int, int]) -> tuple[float, int]:
        found = frozenset[int]().union(*(held.get(i, ()) for i in range(*run)))
        return sum(wanted[n][1] for n in found), run[0] - run[1]

    start, end = max(_runs(stored, longest=longest), key=worth)
    words, text = stored.words, stored.text
    closing = re.match(r"\S*", text[words[end - 1].end :])
    return text[words[start].start : words[end - 1].end] + (closing[0] if closing else "")


def _runs(reading: Reading, *, longest: int) -> Iterator[tuple[int, int]]:
    """Neighbouring sentences, as words half-open: each alone, and as many as are not too long."""
    words, text = reading.words, reading.text
    breaks = [
        i
        for i in range(1, len(words))
        if any(mark in ".!?;\n" for mark in text[words[i - 1].end : words[i].start])
    ]
    sentences = list(pairwise((0, *breaks, len(words))))
    for first, (start, _) in enumerate(sentences):
        for n, (_, end) in enumerate(sentences[first:]):
            if n and end - start > longest:
                break
            yield start, end
