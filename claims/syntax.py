"""The speaker of a quotation by a parser's tree, for where no rule over words names one.

The tree is given as numbers and labels, those of Universal Dependencies or of spaCy's English
pipelines; what made it does not matter here.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.cues import DETERMINERS, PRONOUNS, ROLE_NOUNS, cue
from claims.frames import Frame
from claims.phrases import Attribution, Phrase, Words


class Tree(NamedTuple):
    """How the words of a paragraph hang together: for each the one it hangs on, and as what.

    Shape: both as long as the paragraph has words; a root hangs on itself.
    """

    heads: tuple[int, ...]
    relations: tuple[str, ...]


_SUBJECT = frozenset(("nsubj", "csubj"))
_CONTENT = frozenset(
    "ccomp obj dobj xcomp parataxis obl oprd attr acomp pobj nmod conj dep advcl".split()
)
_PARTS = frozenset("flat flat:name compound amod det nmod:poss poss case nummod nn".split())
"""How the words of a name or an office hang on its head."""
_FIELDS = _PARTS | frozenset("nmod prep pobj".split())
"""The same of an office, which may be of something or for someone."""
_CLIMBS = 4
"""Steps from a quotation up to the verb that may govern it."""


def attribution(tree: Tree, frame: Frame, at: int) -> Attribution | None:
    """The subject of the reporting verb that governs the quotation that is word `at`, if sure."""
    first, after = frame.sentence(at)
    verb = _governor(tree, frame.words, at, first=first, after=after)
    if verb is None:
        return None
    subject = _subject(tree, verb, first=first, after=after)
    if subject is None:
        return None
    phrase = _phrase(tree, frame.words, subject, first=first, after=after)
    if phrase.start <= at < phrase.end or not _is_named(frame.words, phrase, head=subject):
        return None
    return Attribution(phrase, verb, "before" if verb < at else "after")


def _governor(tree: Tree, words: Words, at: int, *, first: int, after: int) -> int | None:
    """The nearest reporting verb above a quotation, or the one that hangs on it."""
    place = at
    for _ in range(_CLIMBS):
        if tree.relations[place].partition(":")[0] not in _CONTENT:
            break
        place = tree.heads[place]
        if not first <= place < after:
            break
        if _reports(words, place):
            return place
    for place in range(first, after):
        hangs = tree.heads[place] == at and tree.relations[place] in ("parataxis", "ccomp")
        if hangs and _reports(words, place):
            return place
    return None


def _reports(words: Words, at: int) -> bool:
    found = cue(words[at].low)
    return found is not None and not words[at].capital


def _subject(tree: Tree, verb: int, *, first: int, after: int) -> int | None:
    """The subject of a verb, or of the one that it goes on from: "came and said"."""
    place = verb
    for _ in range(_CLIMBS):
        for child in range(first, after):
            if tree.heads[child] == place and tree.relations[child] in _SUBJECT:
                return child
        if tree.relations[place] not in ("conj", "xcomp", "advcl"):
            return None
        place = tree.heads[place]
        if not first <= place < after:
            return None
    return None


def _phrase(tree: Tree, words: Words, head: int, *, first: int, after: int) -> Phrase:
    """The words around the head of a subject that are part of its name or office."""
    parts = _FIELDS if words[head].low in ROLE_NOUNS else _PARTS
    start = end = head
    while start > first and _belongs(tree, start - 1, head=head, parts=parts):
        start -= 1
    while end + 1 < after and _belongs(tree, end + 1, head=head, parts=parts):
        end += 1
    return Phrase(start, end + 1)


def _belongs(tree: Tree, at: int, *, head: int, parts: frozenset[str]) -> bool:
    place = at
    for _ in range(_CLIMBS):
        if tree.relations[place] not in parts:
            return False
        place = tree.heads[place]
        if place == head:
            return True
    return False


def _is_named(words: Words, phrase: Phrase, *, head: int) -> bool:
    """Whether a subject is one who speaks: a name, an office, a pronoun."""
    if any(word.quote >= 0 for word in words[phrase.start : phrase.end]):
        return False
    low = words[head].low
    if low in PRONOUNS:
        return low not in ("it", "who")
    return (words[head].capital and low not in DETERMINERS) or low in ROLE_NOUNS
