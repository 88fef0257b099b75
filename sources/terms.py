"""What of a statement is searched for: its keys, cut into passages, and the terms of each.

A term is the stem of a key, "_" + the stem of a topic word, "__" + the row of the person who
said it, or a print of two neighbouring keys (`sources.prints`). A key needs no term of its own:
whoever looks for words looks for their stems and prints, and the keys tell the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from claims.keys import keys
from sources.prints import prints
from sources.stems import stem
from sources.vectors import load_vectors

PASSAGE_WORDS = 120
"""Keys in one passage at most."""
PASSAGE_STEP = 60
"""Keys from one passage's start to the next: any stretch as long as this stands in one whole."""
N_PASSAGES = ""
"""The term that counts the passages."""


class Raw(NamedTuple):
    """What the record holds of a statement that the index is made of; `topics` as it lies there."""

    row_id: int
    person: int
    text: str
    topics: str


class Prepared(NamedTuple):
    """A statement ready for the index.

    Shape: `keys` have a space between and at both ends; each passage is its start, its end and
           its terms and prints with a space between; `signatures` are those of the passages, or
           none.
    """

    row_id: int
    keys: str
    passages: tuple[tuple[int, int, str], ...]
    signatures: tuple[bytes, ...] = ()


def index_keys(text: str) -> tuple[str, ...]:
    """The keys of a text that can be searched for: those of letters and digits."""
    return tuple(filter(str.isalnum, keys(text)))


def topic_term(own: str) -> str:
    """The term of a stem in a statement's topics."""
    return f"_{own}"


def person_term(row_id: int) -> str:
    """The term of who said it."""
    return f"__{row_id}"


def cut(n_keys: int) -> list[tuple[int, int]]:
    """The passages of a statement of so many keys.

    >>> cut(80), cut(150), cut(0)
    ([(0, 80)], [(0, 120), (60, 150)], [(0, 0)])
    """
    starts = range(0, max(n_keys - PASSAGE_STEP, 1), PASSAGE_STEP)
    if n_keys <= PASSAGE_WORDS:
        starts = range(1)
    return [(start, min(start + PASSAGE_WORDS, n_keys)) for start in starts]


def passage_terms(
    statement_keys: Sequence[str], *, start: int, end: int, topics: str, person: int
) -> list[str]:
    """The terms of one passage that are counted, each once: all but its prints.

    Topic words stand with the first passage alone.
    """
    terms = dict.fromkeys(map(stem, statement_keys[start:end]))
    terms[person_term(person)] = None
    if start == 0 and topics != "[]":
        terms |= dict.fromkeys(
            topic_term(stem(key)) for key in index_keys(topics.replace("_", " "))
        )
    return list(terms)


def prepare(
    statements: Sequence[Raw], *, sign: bool = False
) -> tuple[list[Prepared], Counter[str]]:
    """Statements ready for the index, and in how many of their passages each term stands."""
    prepared: list[Prepared] = []
    counts: Counter[str] = Counter()
    for row_id, person, text, topics in statements:
        held = index_keys(text)
        passages = []
        for start, end in cut(len(held)):
            terms = passage_terms(held, start=start, end=end, topics=topics, person=person)
            counts.update(terms)
            terms.append(prints(held[start:end]))
            passages.append((start, end, " ".join(terms)))
        counts[N_PASSAGES] += len(passages)
        prepared.append(Prepared(row_id, f" {' '.join(held)} ", tuple(passages)))
    return (_signed(prepared) if sign else prepared), counts


def _signed(prepared: Sequence[Prepared]) -> list[Prepared]:
    held = [each.keys.split() for each in prepared]
    stretches = [
        keys[start:end]
        for keys, each in zip(held, prepared, strict=True)
        for start, end, _ in each.passages
    ]
    signatures = load_vectors().signatures(stretches)
    return [
        each._replace(signatures=tuple(islice(signatures, len(each.passages)))) for each in prepared
    ]
