"""Which words mean alike: lemmas, shared senses, derivations, opposites.

The data come from WordNet 3.1 (see docs/thesaurus.md) and are opened on first use only. Words of
other languages are compared by their Snowball stem.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Container, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, NamedTuple, Never

from checker.lexicon import FUNCTION_WORDS, IRREGULAR, OPPOSITES
from checker.opposites import SIDES
from claims.synonyms import by_word

_PATH: Final = Path(__file__).parent / "data" / "thesaurus.sqlite"
_SUFFIXES: Final = (
    ("ies", "y"), ("ied", "y"), ("ves", "f"), ("ses", "s"), ("xes", "x"), ("zes", "z"),
    ("ches", "ch"), ("shes", "sh"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""),
    ("ing", "e"), ("ing", ""), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("ly", ""),
)  # fmt: skip
_UNKNOWN: Final = ("", "", "", "")
SAME: Final = 1.0
SYNONYM: Final = 0.9
BROADER: Final = 0.7


class Entry(NamedTuple):
    """What is known of one word: its lemmas, their senses, and the wider senses above those.

    Shape: `marks` are all by which two words may be alike; most pairs share none.
    """

    lemmas: frozenset[str]
    senses: frozenset[str]
    broader: frozenset[str]
    derived: frozenset[str]
    antonyms: frozenset[str]
    groups: frozenset[int]
    marks: frozenset[object]


class Thesaurus:
    """Relations between two words; every answer is kept."""

    @cached_property
    def _database(self) -> sqlite3.Connection:
        return sqlite3.connect(
            f"file:{_PATH}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )

    @cached_property
    def _groups(self) -> dict[str, frozenset[int]]:
        return by_word()

    @lru_cache(maxsize=16384)  # noqa: B019 - one thesaurus lives as long as the program
    def entry(self, word: str) -> Entry:
        """The entry of one folded word, in any of its inflected forms."""
        if not word.isascii():
            stems, none = frozenset([_stem(word)]), frozenset[Never]()
            return Entry(stems, none, none, none, none, none, stems)
        bases = _bases(word)
        rows = self._rows({word}.union(*bases))
        lemmas = _lemmas(word, bases, known=rows)
        held = [rows[lemma] for lemma in lemmas if lemma in rows] or [_UNKNOWN]
        texts = map(" ".join, zip(*held, strict=True))
        senses, broader, derived, antonyms = (frozenset(text.split()) for text in texts)
        if not lemmas.isdisjoint(_OPPOSITES):
            antonyms = antonyms.union(*(_OPPOSITES.get(lemma, ()) for lemma in lemmas))
        groups = frozenset[int]().union(*(self._groups.get(w, ()) for w in {word, *lemmas}))
        marks = frozenset[object]().union(lemmas, senses, broader, derived, groups)
        return Entry(lemmas, senses, broader, derived, antonyms, groups, marks)

    def _rows(self, words: set[str]) -> dict[str, tuple[str, ...]]:
        """What the data hold of some words; those that they do not hold are left out.

        Shape: senses, broader senses, derivations and antonyms, each with spaces between.
        """
        places = ", ".join("?" * len(words))
        asked = f"SELECT * FROM word WHERE word IN ({places})"  # noqa: S608 - question marks alone
        return {row[0]: row[1:] for row in self._database.execute(asked, tuple(words))}

    @lru_cache(maxsize=65536)  # noqa: B019
    def related(self, one: str, other: str) -> float:
        """How alike two folded words are: 1 the same lemma, 0 unrelated.

        >>> Thesaurus().related("organizations", "groups") > 0
        True
        >>> Thesaurus().related("recognized", "recognition")
        0.9
        """
        if one == other:
            return SAME
        a, b = self.entry(one), self.entry(other)
        if a.marks.isdisjoint(b.marks):
            return SYNONYM if _one_root(one, other) else 0.0
        if a.lemmas & b.lemmas:
            return SAME
        if _other_person(one, other):
            return 0.0
        if a.groups & b.groups or _one_root(one, other):
            return SYNONYM
        if a.senses & b.senses or a.derived & b.lemmas or b.derived & a.lemmas:
            return SYNONYM
        if a.derived & b.derived:
            return SYNONYM
        if a.broader & b.senses or b.broader & a.senses:
            return BROADER
        return 0.0

    @lru_cache(maxsize=16384)  # noqa: B019
    def opposite(self, one: str, other: str) -> bool:
        """Whether two folded words contradict each other.

        >>> Thesaurus().opposite("supports", "opposed"), Thesaurus().opposite("accept", "agree")
        (True, False)
        """
        if one == other:
            return False
        a, b = self.entry(one), self.entry(other)
        if a.lemmas & b.lemmas:
            return False
        if a.antonyms & b.lemmas or b.antonyms & a.lemmas or self._opposites(one) & b.lemmas:
            return True
        return self.related(one, other) == 0.0 and (
            self._near_opposite(a, b) or self._near_opposite(b, a)
        )

    def plainly_opposite(self, one: str, other: str) -> bool:
        """Whether two folded words are opposites of our own list, or differ by "un" or "in".

        >>> Thesaurus().plainly_opposite("kept", "lifted"), Thesaurus().plainly_opposite("in", "on")
        (True, False)
        """
        if one == other or one in FUNCTION_WORDS or other in FUNCTION_WORDS:
            return False
        lemmas = self.entry(other).lemmas
        return not lemmas.isdisjoint(self._opposites(one)) and lemmas.isdisjoint(
            self.entry(one).lemmas
        )

    @lru_cache(maxsize=16384)  # noqa: B019
    def _opposites(self, word: str) -> frozenset[str]:
        """The lemmas that are plainly opposite to a word."""
        return frozenset(other for lemma in self.entry(word).lemmas for other in _against(lemma))

    def _near_opposite(self, one: Entry, other: Entry) -> bool:
        """Whether the other word is a synonym of an opposite: "backs" against "opposes"."""
        return any(
            self.related(antonym, lemma) >= SYNONYM
            for antonym in one.antonyms
            for lemma in other.lemmas
        )

    def knows(self, word: str) -> bool:
        """Whether a folded word is a common word of English."""
        return bool(self.entry(word).senses)


def _bases(word: str) -> list[tuple[str, ...]]:
    """What a word may be inflected from; of two spellings the one to prefer first."""
    if word in IRREGULAR:
        return [(IRREGULAR[word],)]
    found: list[tuple[str, ...]] = []
    for suffix, replacement in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            base = word[: -len(suffix)] + replacement
            doubled = len(base) > 3 and base[-1] == base[-2]
            found.append((base, base[:-1]) if doubled else (base,))
    return found


def _lemmas(
    word: str, bases: Sequence[tuple[str, ...]], *, known: Container[str]
) -> frozenset[str]:
    """The known forms that a word stands for; itself where none is known."""
    found = {word} if word in known else set()
    found.update(base for one in bases for base in [b for b in one if b in known][:1])
    if word in IRREGULAR:
        found.add(IRREGULAR[word])
    return frozenset(found or {word})


def _both_ways(pairs: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    opposites: dict[str, tuple[str, ...]] = {}
    for one, other in pairs:
        opposites[one] = (*opposites.get(one, ()), other)
        opposites[other] = (*opposites.get(other, ()), one)
    return opposites


_OPPOSITES: Final = _both_ways(OPPOSITES)
_ACROSS: Final = _both_ways(
    tuple((one, other) for left, right in SIDES for one in left.split() for other in right.split())
)
_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "mis")
_SHORTEST_DENIED: Final = 4
"""Letters of a word that a prefix may deny."""


def _against(lemma: str) -> list[str]:
    """What our own lists set against a lemma, and it with or without a denying prefix."""
    found = [*_OPPOSITES.get(lemma, ()), *_ACROSS.get(lemma, ())]
    if len(lemma) >= _SHORTEST_DENIED:
        found += [prefix + lemma for prefix in _PREFIXES]
    bare = [lemma.removeprefix(prefix) for prefix in _PREFIXES if lemma.startswith(prefix)]
    return found + [other for other in bare if len(other) >= _SHORTEST_DENIED]


_SOUNDS: Final = str.maketrans("eoyqcеэоё", "iuigkииуи")
_SHORTEST_NAME: Final = 5
_DOUBLE: Final = re.compile(r"(\w)\1+")


def is_same_name(one: str, other: str) -> bool:
    """Whether two words as written are one name in two spellings, in one script.

    >>> is_same_name("Qaddafi", "Gaddafi"), is_same_name("Hamid", "Hamad")
    (True, False)
    """
    if not (one[:1].isupper() and other[:1].isupper()):
        return False
    a, b = one.casefold(), other.casefold()
    if min(len(a), len(b)) < _SHORTEST_NAME or THESAURUS.knows(a) or THESAURUS.knows(b):
        return False
    return _sound(a) == _sound(b)


def _sound(name: str) -> str:
    """A name with the letters folded that transliterations exchange."""
    return _DOUBLE.sub(r"\1", name.replace("ou", "u").replace("kh", "h").translate(_SOUNDS))


_DOES: Final = ("er", "or", "ers", "ors")
_SUFFERS: Final = ("ee", "ees", "ant", "ants", "ent", "ents")


def _other_person(one: str, other: str) -> bool:
    """Who does a thing and whom it is done to, or who does another: employer and employee.

    The two begin alike up to their endings.
    """
    doer, sufferer = (one, other) if one.endswith(_DOES) else (other, one)
    if not doer.endswith(_DOES) or not sufferer.endswith(_SUFFERS):
        return False
    root = doer.rstrip("s")[:-2]
    return len(root) > 2 and sufferer.startswith(root) and len(sufferer) - len(root) <= 4


def _one_root(one: str, other: str) -> bool:
    """Whether two words outside English begin alike, as forms of one word do."""
    if one.isascii() or other.isascii() or min(len(one), len(other)) < 5:
        return False
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 5)
    return shared >= max(4, 0.65 * max(len(one), len(other)))


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    from snowballstemmer import stemmer  # type: ignore[import-untyped]  # rare, so late

    stemmed: str = stemmer("russian").stemWord(word)
    return stemmed


THESAURUS: Final = Thesaurus()
"""The one thesaurus; nothing is opened before the first question."""
