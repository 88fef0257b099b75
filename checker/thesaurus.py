"""Which words mean alike: lemmas, shared senses, derivations, opposites.

The data come from WordNet 3.1 (see docs/thesaurus.md) and are opened on first use only. Words of
other languages are compared by their Snowball stem.
"""

from __future__ import annotations

import sqlite3
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from checker.lexicon import IRREGULAR, OPPOSITES
from claims.synonyms import by_word

_PATH: Final = Path(__file__).parent / "data" / "thesaurus.sqlite"
_SUFFIXES: Final = (
    ("ies", "y"), ("ied", "y"), ("ves", "f"), ("ses", "s"), ("xes", "x"), ("zes", "z"),
    ("ches", "ch"), ("shes", "sh"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""),
    ("ing", "e"), ("ing", ""), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("ly", ""),
)  # fmt: skip
SAME: Final = 1.0
SYNONYM: Final = 0.9
BROADER: Final = 0.7


class Entry(NamedTuple):
    """What is known of one word: its lemmas, their senses, and the wider senses above those."""

    lemmas: frozenset[str]
    senses: frozenset[int]
    broader: frozenset[int]
    derived: frozenset[str]
    antonyms: frozenset[str]
    groups: frozenset[int]


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
            stem = _stem(word)
            return Entry(frozenset([stem]), *[frozenset()] * 5)
        lemmas = self._lemmas(word)
        senses = frozenset(sense for lemma in lemmas for sense in self._senses(lemma))
        broader = frozenset(up for sense in senses for up in self._broader(sense))
        derived = frozenset(w for lemma in lemmas for w in self._related(lemma, "derived"))
        antonyms = frozenset(w for lemma in lemmas for w in self._related(lemma, "antonym"))
        antonyms |= frozenset(w for lemma in lemmas for w in _OPPOSITES.get(lemma, ()))
        groups = frozenset(n for lemma in lemmas | {word} for n in self._groups.get(lemma, ()))
        return Entry(lemmas, senses, broader, derived, antonyms, groups)

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
        if a.lemmas & b.lemmas:
            return SAME
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
        if a.antonyms & b.lemmas or b.antonyms & a.lemmas or _prefixed(a, b):
            return True
        return self.related(one, other) == 0.0 and (
            self._near_opposite(a, b) or self._near_opposite(b, a)
        )

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

    def _lemmas(self, word: str) -> frozenset[str]:
        found = {word} if self._senses(word) else set()
        if word in IRREGULAR:
            return frozenset(found | {IRREGULAR[word]})
        for suffix, replacement in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 2:
                base = word[: -len(suffix)] + replacement
                if self._senses(base):
                    found.add(base)
                elif len(base) > 3 and base[-1] == base[-2] and self._senses(base[:-1]):
                    found.add(base[:-1])
        return frozenset(found or {word})

    @lru_cache(maxsize=65536)  # noqa: B019
    def _senses(self, lemma: str) -> tuple[int, ...]:
        row = self._database.execute("SELECT senses FROM word WHERE word = ?", (lemma,)).fetchone()
        return tuple(int(sense) for sense in row[0].split()) if row else ()

    @lru_cache(maxsize=65536)  # noqa: B019
    def _broader(self, sense: int) -> tuple[int, ...]:
        row = self._database.execute("SELECT broader FROM sense WHERE id = ?", (sense,)).fetchone()
        return tuple(int(up) for up in row[0].split()) if row else ()

    def _related(self, lemma: str, kind: str) -> tuple[str, ...]:
        rows = self._database.execute(
            "SELECT other FROM relation WHERE word = ? AND kind = ?", (lemma, kind)
        )
        return tuple(row[0] for row in rows)


def _both_ways(pairs: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    opposites: dict[str, tuple[str, ...]] = {}
    for one, other in pairs:
        opposites[one] = (*opposites.get(one, ()), other)
        opposites[other] = (*opposites.get(other, ()), one)
    return opposites


_OPPOSITES: Final = _both_ways(OPPOSITES)
_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "mis")


def _prefixed(one: Entry, other: Entry) -> bool:
    """ "lawful" and "unlawful": one lemma is the other with a denying prefix."""
    for a in one.lemmas:
        for b in other.lemmas:
            longer, shorter = (a, b) if len(a) > len(b) else (b, a)
            if len(shorter) > 3 and any(longer == prefix + shorter for prefix in _PREFIXES):
                return True
    return False


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
