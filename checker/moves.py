"""Words in another order: a block that moved, or two things that changed places. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal

from checker.align import Alignment
from checker.classes import is_number
from checker.entities import ACTORS
from checker.lexicon import CONDITIONS, FUNCTION_WORDS, NEGATORS
from checker.reading import Reading
from checker.thesaurus import SAME, THESAURUS
from claims.forms import PARTICIPLES

Keys = tuple[str, ...]
Move = Literal["block", "exchange"]
_DECISIVE: Final = 2
"""Content words: fewer that moved say nothing of order."""
_SAME_WORDS: Final = 0.85
"""Share of the quote's content words that the sentence has: fewer, and it is put in other words, so
that their order says nothing of who does what."""
_DIRECTIONS: Final = frozenset("from to into against for by with without before after over".split())
_BE: Final = frozenset("is are was were be been being am".split())


def find_move(alignment: Alignment) -> Move | None:
    """How the words of a quote moved against the sentence they stand in.

    Shape: "block" where one stretch moved as a whole ("on Monday" to the front), "exchange" where
           words took each other's places ("dogs bite men"), `None` where the order is kept or too
           few words are shared to tell.
    """
    start, end = sentence(alignment)
    ours, theirs = alignment.quote.keys, alignment.stored.keys[start:end]
    move = _move(alignment, ours, theirs)
    return _move(alignment, _compounds(ours), _compounds(theirs)) if move == "exchange" else move


def _move(alignment: Alignment, all_ours: Keys, all_theirs: Keys) -> Move | None:
    """The move between two runs of keys."""
    quote_keys, stored_keys = _listed(all_ours), _listed(all_theirs)
    quoted, said = _content(quote_keys), _content(stored_keys)
    shared = Counter(quoted) & Counter(said)
    if sum(shared.values()) < max(_DECISIVE, 0.7 * len(quoted)):
        return None
    ours, theirs = _only(quoted, shared), _only(said, shared)
    passive = _is_passive(quote_keys, stored_keys) != _is_passive(stored_keys, quote_keys)
    listed = quote_keys != all_ours or stored_keys != all_theirs
    if ours == theirs and listed and not passive and len(quoted) == len(ours):
        return None if _is_listed_alike(alignment, *sentence(alignment)) else "block"
    if ours == theirs or _is_within(ours, said) or _is_within(theirs, quoted):
        whole = len(ours) >= _SAME_WORDS * len(quoted) or len(quoted) <= len(ours) + 1 <= 6
        return "exchange" if passive and whole and len(quoted) <= len(ours) + 1 else None
    if passive:
        return "block" if len(ours) == len(quoted) else None
    one, other = _middles(ours, theirs)
    if len(ours) < _SAME_WORDS * len(quoted):
        return "block" if _is_rotation(one, other) else None
    if not one[0].isascii():
        return _free_order(quote_keys, stored_keys, one, other)
    if _is_exchange(one, other) or _redirected(quote_keys, stored_keys, frozenset(shared)):
        return "exchange"
    if _is_rotation(one, other):
        turned = _decider_moved(quote_keys, stored_keys) or _names_swapped(alignment, one)
        return "exchange" if turned else "block"
    return "exchange" if _actors(ours) != _actors(theirs) else None


def _compounds(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys with "borders of the CIS" as "CIS borders".

    >>> _compounds(("the", "choice", "of", "the", "afghan", "people", "was", "made"))
    ('the', 'afghan', 'people', 'choice', 'was', 'made')
    """
    found = list(keys)
    for at in range(len(found) - 1, 0, -1):
        if found[at] != "of" or found[at - 1] in FUNCTION_WORDS or is_number(found[at - 1]):
            continue
        start = at + 2 if found[at + 1 : at + 2] in (["the"], ["a"], ["its"]) else at + 1
        end = start
        while end < len(found) and found[end] not in FUNCTION_WORDS and end - start < _LONGEST:
            end += 1
        if end > start and not any(map(is_number, found[start:end])):
            found[at - 1 : end] = [*found[start:end], found[at - 1]]
    return tuple(found)


_LONGEST: Final = 3
"""Words behind "of" that may stand before what is theirs."""


def _free_order(
    quoted: Sequence[str], said: Sequence[str], one: list[str], other: list[str]
) -> Move:
    """Where endings tell who does what, an exchange shows in the endings, or in numbers."""
    same_forms = all(key in said for key in quoted if key not in FUNCTION_WORDS)
    counted = any(key.startswith("n") and key[1:].isdecimal() for key in (*one, *other))
    if same_forms:
        return "exchange" if counted and _is_exchange(one, other) else "block"
    return "block" if _is_rotation(one, other) else "exchange"


def sentence(alignment: Alignment) -> tuple[int, int]:
    """The stored words of the sentences that the aligned stretch touches, half-open."""
    words, text = alignment.stored.words, alignment.stored.text
    start, end = alignment.stored_start, alignment.stored_end

    def breaks(at: int) -> bool:
        return any(mark in ".!?;\n" for mark in text[words[at - 1].end : words[at].start])

    while start > 0 and not breaks(start):
        start -= 1
    while end < len(words) and not breaks(end):
        end += 1
    return start, end


def _content(keys: Sequence[str]) -> list[str]:
    return [
        ACTORS.get(key) or (key if key.isascii() else min(THESAURUS.entry(key).lemmas))
        for key in keys
        if key not in FUNCTION_WORDS
    ]


def _only(words: Sequence[str], shared: Counter[str]) -> list[str]:
    """The shared words in order, each as often as both sides have it."""
    left = Counter(shared)
    kept = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
            kept.append(word)
    return kept


def _is_within(words: list[str], others: list[str]) -> bool:
    """Whether the words stand among the others in the same order."""
    rest = iter(others)
    return all(word in rest for word in words)


def _listed(keys: Sequence[str]) -> tuple[str, ...]:
    """The keys with each list of actors in one order: "Iraq and Syria", "Syria and Iraq"."""
    found = list(keys)
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and (found[end] in ACTORS or (end > at and found[end] in _LISTING)):
            end += 1
        places = [i for i in range(at, end) if found[i] in ACTORS]
        if len(places) > 1 and places[-1] - places[0] >= len(places):
            for place, key in zip(places, sorted(found[i] for i in places), strict=True):
                found[place] = key
        at = max(end, at + 1)
    return tuple(found)


def _is_listed_alike(alignment: Alignment, start: int, end: int) -> bool:
    """Whether the actors stand in one order on both sides."""
    said = alignment.stored.keys[start:end]
    ours = [key for key in alignment.quote.keys if key in ACTORS and key in said]
    theirs = [key for key in said if key in ACTORS and key in alignment.quote.keys]
    return ours == theirs


def _middles(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """Both without what they share at the start and at the end."""
    n = len(ours)
    first = next((i for i in range(n) if ours[i] != theirs[i]), n)
    last = next((i for i in range(n - first) if ours[n - 1 - i] != theirs[n - 1 - i]), n - first)
    return ours[first : n - last], theirs[first : n - last]


def _is_rotation(one: list[str], other: list[str]) -> bool:
    return any(one[i:] + one[:i] == other for i in range(1, len(one)))


_LISTING: Final = frozenset("and or nor as well both и или".split())


def _names_swapped(alignment: Alignment, middle: list[str]) -> bool:
    """Whether two neighbouring names took each other's places, and do not stand in a list."""
    if len(middle) != 2:
        return False
    reading = alignment.quote
    places = [i for i, k in enumerate(reading.keys) if ACTORS.get(k, k) in middle]
    if len(places) < 2 or places[-1] - places[0] > 4:
        return False
    first, last = places[0], places[-1]
    if _is_name(reading, first - 1) or _is_name(reading, last + 1):
        return False
    named = _is_name(reading, first) and _is_name(reading, last)
    return named and _LISTING.isdisjoint(reading.keys[first + 1 : last])


def _is_name(reading: Reading, index: int) -> bool:
    if not 0 <= index < len(reading.words):
        return False
    word = reading.words[index]
    return reading.text[word.start].isupper() and word.key not in FUNCTION_WORDS


def _is_exchange(one: list[str], other: list[str]) -> bool:
    """Whether the ends of a stretch took each other's places around a middle: X M Y, Y M X."""
    n = len(one)
    for i in range(1, min(n, 8)):
        for j in range(max(i + 1, n - 7), n):
            if one[j:] + one[i:j] + one[:i] == other:
                return True
    return False


def _actors(words: Sequence[str]) -> list[str]:
    """The first two actors in order: who does, and to whom."""
    groups = frozenset(ACTORS.values())
    return list(dict.fromkeys(word for word in words if word in groups))[:2]


def _redirected(quoted: Sequence[str], said: Sequence[str], shared: frozenset[str]) -> bool:
    """Whether two words exchanged their directions: from A to B, from B to A."""
    ours, theirs = _directions(quoted, shared), _directions(said, shared)
    changed = [w for w in ours.keys() & theirs.keys() if ours[w] != theirs[w]]
    return len(changed) >= 2 and {ours[w] for w in changed} == {theirs[w] for w in changed}


def _directions(keys: Sequence[str], shared: frozenset[str]) -> dict[str, str]:
    """Content word -> the preposition of direction just before its phrase."""
    found: dict[str, str] = {}
    current = ""
    for key in keys:
        if key in _DIRECTIONS:
            current = key
        elif key not in FUNCTION_WORDS:
            group = ACTORS.get(key, key)
            if current and group in shared:
                found.setdefault(group, current)
            current = ""
    return found


def _decider_moved(quoted: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a denial or a limit moved before another word."""
    deciders = [key for key in quoted if key in NEGATORS or key in CONDITIONS]
    return any(
        _after(quoted, key) != _after(said, key)
        for key in deciders
        if key in said and not (key in CONDITIONS and _is_near(quoted, said, key))
    )


def _is_near(quoted: Sequence[str], said: Sequence[str], word: str) -> bool:
    """Whether "only" moved over one content word at most: "only want X", "want only X"."""
    places = [
        sum(key not in FUNCTION_WORDS for key in keys[: list(keys).index(word)])
        for keys in (quoted, said)
    ]
    return abs(places[0] - places[1]) <= 1


def _after(keys: Sequence[str], word: str) -> str | None:
    """The content word that a deciding word stands before."""
    if word not in keys:
        return None
    at = list(keys).index(word)
    return next((key for key in keys[at + 1 :] if key not in FUNCTION_WORDS), None)


def _is_passive(keys: Sequence[str], others: Sequence[str]) -> bool:
    """ "was attacked by": a form of "be" and, soon after, a verb of both texts and "by"."""
    for i, key in enumerate(keys):
        if key != "by" or _BE.isdisjoint(keys[max(0, i - 4) : i]):
            continue
        verbs = [word for word in keys[max(0, i - 2) : i] if _is_participle(word)]
        if any(THESAURUS.related(verb, other) >= SAME for verb in verbs for other in others):
            return True
    return False


def _is_participle(key: str) -> bool:
    return key.endswith(("ed", "en", "wn", "ught")) or key in PARTICIPLES
