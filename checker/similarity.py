"""Whether a statement says what a quote says, in other words. Pure.

A first score: how much of the quote's content, word sense by word sense, the statement holds; then
the deciding words of the clauses that correspond. A model may replace the score; the deciding
words keep the last word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from checker.align import Reading
from checker.classes import (
    actors,
    bounds_clash,
    conditions,
    denies,
    hedges,
    modals,
    names,
    numbers,
    plans,
)
from checker.entities import ACTORS, MONTHS, WEEKDAYS
from checker.lexicon import (
    CONDITIONS,
    DONE_AUXILIARIES,
    FUNCTION_WORDS,
    HEDGES,
    LIGHT_VERBS,
    MODALS,
    NEGATORS,
)
from checker.thesaurus import SAME, THESAURUS
from claims.words import GENITIVE

_LIGHT: Final = LIGHT_VERBS | {"thing", "things", "way", "ways", "mr", "mrs", "new", "very"}
_BREAKS: Final = frozenset(",;:.!?—–()\n")
_OPENERS: Final = frozenset(
    "but because although though while whereas if unless when whenever which who since yet until"
    " after before но потому если хотя когда который которая которые".split()
)


class Pair(NamedTuple):
    """A content word of the quote and its likest word in the statement."""

    quote: int
    stored: int
    likeness: float


class Meaning(NamedTuple):
    """How far a statement says what a quote says.

    Shape: `conflict` is the critical code that speaks against it, with the words it is about;
           `soft` are the codes of tolerable differences.
    Unit:  `score` 0..1: the share of the quote's content that the statement holds.
    """

    score: float
    conflict: str | None
    quoted: str
    stored: str
    soft: tuple[str, ...]
    start: int
    end: int


class Clause(NamedTuple):
    """A stretch of words that one negation, modal or condition governs."""

    start: int
    end: int
    keys: tuple[str, ...]


@lru_cache(maxsize=4096)
def clauses(reading: Reading) -> tuple[Clause, ...]:
    """Cut a text into clauses at marks and at the words that open one."""
    bounds = [0]
    for i in range(1, len(reading.words)):
        between = reading.text[reading.words[i - 1].end : reading.words[i].start]
        if not _BREAKS.isdisjoint(between) or " - " in between or reading.words[i].key in _OPENERS:
            bounds.append(i)
    bounds.append(len(reading.words))
    return tuple(
        Clause(a, b, reading.keys[a:b]) for a, b in zip(bounds, bounds[1:], strict=False) if a < b
    )


@lru_cache(maxsize=4096)
def content(reading: Reading) -> tuple[tuple[int, float], ...]:
    """The index and weight of each word that carries content."""
    found = []
    for i, word in enumerate(reading.words):
        key = word.key
        if word.mark in ("apparatus", "notice") or key == GENITIVE:
            continue
        if key in FUNCTION_WORDS or key in HEDGES or key in NEGATORS or key in MODALS:
            continue
        if key in CONDITIONS:
            continue
        found.append((i, _weight(key)))
    return tuple(found)


def _weight(key: str) -> float:
    if numbers([key]):
        return 1.5
    if key in ACTORS:
        return 0.7
    return 0.3 if key in _LIGHT else 1.0


def likeness(one: str, other: str) -> float:
    """How alike two words are, actors by their group."""
    if one in ACTORS and other in ACTORS:
        return 0.95 if ACTORS[one] == ACTORS[other] else 0.0
    return THESAURUS.related(one, other)


def compare_meaning(quote: Reading, stored: Reading, *, speaker_actors: frozenset[str]) -> Meaning:
    """Compare what two texts say.

    Shape: `speaker_actors` are the actors that the stored speaker stands for, so that "we" and
           "Russia" may correspond.
    """
    wanted = content(quote)
    offered = content(stored)
    total = sum(weight for _, weight in wanted)
    if not total or not offered:
        return Meaning(0.0, None, "", "", (), 0, 0)
    pairs = _pairs(quote, stored, wanted=[i for i, _ in wanted], offered=[i for i, _ in offered])
    by_index = {pair.quote: pair for pair in pairs}
    implied = speaker_actors
    gained = 0.0
    for index, weight in wanted:
        if index in by_index:
            gained += weight * by_index[index].likeness
        elif ACTORS.get(quote.words[index].key) in implied:
            gained += weight * 0.9
    score = min(1.0, gained / total)
    start, end = _region(pairs)
    conflict = _conflict(quote, stored, pairs, implied=implied)
    code, quoted, said = conflict or (None, "", "")
    return Meaning(score, code, quoted, said, _soft(quote, stored, pairs), start, end)


def _pairs(
    quote: Reading, stored: Reading, *, wanted: Sequence[int], offered: Sequence[int]
) -> tuple[Pair, ...]:
    found: list[Pair] = []
    centre = 0.0
    for i in wanted:
        best: Pair | None = None
        for j in offered:
            value = likeness(quote.words[i].key, stored.words[j].key)
            if value == 0.0:
                continue
            if best is None or (value, -abs(j - centre)) > (
                best.likeness,
                -abs(best.stored - centre),
            ):
                best = Pair(i, j, value)
        if best is not None:
            found.append(best)
            centre = sum(pair.stored for pair in found) / len(found)
    return tuple(found)


def _region(pairs: Sequence[Pair]) -> tuple[int, int]:
    """The stored words from the first to the last that correspond."""
    if not pairs:
        return 0, 0
    places = [pair.stored for pair in pairs]
    return min(places), max(places) + 1


Conflict = tuple[str, str, str]


def _conflict(
    quote: Reading, stored: Reading, pairs: Sequence[Pair], *, implied: frozenset[str]
) -> Conflict | None:
    """The gravest deciding difference between clauses that correspond."""
    return (
        _number_conflict(quote, stored)
        or _actor_conflict(quote, stored, implied=implied)
        or _name_conflict(quote, stored)
        or _opposite_conflict(quote, stored, pairs)
        or _swap_conflict(quote, stored, pairs)
        or _clause_conflict(quote, stored, pairs)
    )


def _number_conflict(quote: Reading, stored: Reading) -> Conflict | None:
    clash = bounds_clash(quote.keys, stored.keys)
    if clash:
        return "number_changed", _bounded_text(quote, clash), _bounded_text(stored, clash)
    said = numbers(stored.keys)
    missing = [word for word in quote.words if numbers([word.key]) and word.key not in said]
    if not missing:
        return None
    first = missing[0]
    theirs = [w for w in stored.words if numbers([w.key])]
    return (
        "number_changed",
        quote.text[first.start : first.end],
        ", ".join(stored.text[w.start : w.end] for w in theirs[:3]),
    )


def _bounded_text(reading: Reading, number: str) -> str:
    at = reading.keys.index(number)
    return reading.text[reading.words[max(0, at - 3)].start : reading.words[at].end]


def _actor_conflict(quote: Reading, stored: Reading, *, implied: frozenset[str]) -> Conflict | None:
    """An actor named in the quote whom neither the statement nor its speaker stands for."""
    theirs = actors(stored.keys)
    for word in quote.words:
        group = ACTORS.get(word.key)
        if group and group not in theirs and group not in implied:
            named = [w for w in stored.words if w.key in ACTORS]
            return (
                "entity_changed",
                quote.text[word.start : word.end],
                ", ".join(dict.fromkeys(stored.text[w.start : w.end] for w in named[:3])),
            )
    return None


def _name_conflict(quote: Reading, stored: Reading) -> Conflict | None:
    """A name in the quote that the statement does not hold."""
    for key in sorted(names(quote.text, quote.words)):
        if key in stored.keys or key in ACTORS or key in MONTHS or key in WEEKDAYS:
            continue
        if THESAURUS.knows(key) or any(THESAURUS.related(key, other) for other in stored.keys):
            continue
        return "entity_changed", key.capitalize(), ""
    return None


def _opposite_conflict(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Conflict | None:
    """An unmatched word of the quote that contradicts a word of the corresponding clause."""
    matched_quote = {pair.quote for pair in pairs}
    for index, _ in content(quote):
        if index in matched_quote:
            continue
        clause = _clause_of(quote, index)
        for other in _corresponding(stored, pairs, clause):
            for j in range(other.start, other.end):
                one, two = quote.words[index], stored.words[j]
                if THESAURUS.opposite(one.key, two.key) and denies(clause.keys) == denies(
                    other.keys
                ):
                    return (
                        "negation_changed",
                        quote.text[one.start : one.end],
                        stored.text[two.start : two.end],
                    )
    return None


def _clause_of(reading: Reading, index: int) -> Clause:
    return next(clause for clause in clauses(reading) if clause.start <= index < clause.end)


def _corresponding(stored: Reading, pairs: Sequence[Pair], clause: Clause) -> tuple[Clause, ...]:
    """The stored clauses that hold most of what one clause of the quote says."""
    inside = [pair for pair in pairs if clause.start <= pair.quote < clause.end]
    if not inside:
        return ()
    weights = {
        other: sum(p.likeness for p in inside if other.start <= p.stored < other.end)
        for other in clauses(stored)
    }
    most = max(weights.values())
    return tuple(other for other, weight in weights.items() if weight >= 0.6 * most)


def _swap_conflict(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Conflict | None:
    """Two actors on the wrong sides of one verb: who did what to whom."""
    for clause in clauses(quote):
        ours = _around_verb(quote, clause)
        if ours is None:
            continue
        for other in _corresponding(stored, pairs, clause):
            theirs = _around_verb(stored, other)
            if theirs is None or {ours[0], ours[1]} != {theirs[0], theirs[1]}:
                continue
            if ours[0] != theirs[0] and likeness(ours[2], theirs[2]) >= 0.7:
                return (
                    "entity_changed",
                    quote.text[quote.words[clause.start].start : quote.words[clause.end - 1].end],
                    stored.text[stored.words[other.start].start : stored.words[other.end - 1].end],
                )
    return None


def _around_verb(reading: Reading, clause: Clause) -> tuple[str, str, str] | None:
    """The doer, the one done to, and the verb between the first two actors of a clause."""
    named = [(i, ACTORS[k]) for i, k in enumerate(clause.keys) if k in ACTORS]
    distinct = list(dict.fromkeys(group for _, group in named))
    if len(distinct) != 2:
        return None
    first = next(i for i, group in named if group == distinct[0])
    second = next(i for i, group in named if group == distinct[1])
    between = clause.keys[first + 1 : second]
    verbs = [k for k in between if k not in FUNCTION_WORDS and k != GENITIVE]
    if not verbs:
        return None
    passive = "by" in between and any(k in DONE_AUXILIARIES for k in between)
    doer, target = (distinct[1], distinct[0]) if passive else (distinct[0], distinct[1])
    return doer, target, verbs[0]


def _clause_conflict(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Conflict | None:
    """Polarity, conditions, modals and plans of clauses that correspond."""
    for clause in clauses(quote):
        others = _corresponding(stored, pairs, clause)
        if not others:
            continue
        code = _deciding(clause, others, stored) or _tense_changed(quote, stored, clause, pairs)
        if code is not None:
            ours = quote.text[quote.words[clause.start].start : quote.words[clause.end - 1].end]
            theirs = stored.text[
                stored.words[others[0].start].start : stored.words[others[-1].end - 1].end
            ]
            return code, ours, theirs
    return None


def _deciding(clause: Clause, others: Sequence[Clause], stored: Reading) -> str | None:
    if all(
        _negative(clause.keys) != _negative(other.keys) and not _made_up(clause, other)
        for other in others
    ):
        return "negation_changed"
    if not conditions(clause.keys) and any(_bounded(other, stored) for other in others):
        return "condition_dropped"
    said = tuple(key for other in others for key in other.keys)
    if _mood_changed(clause.keys, said):
        return "modality_changed"
    if _done(clause.keys) and not _done(said) and (plans(said) or modals(said)):
        return "status_changed"
    return None


def _made_up(clause: Clause, other: Clause) -> bool:
    """Whether an opposite word makes up for a denial: "not easy" is "difficult"."""
    return any(
        THESAURUS.opposite(a, b)
        for a in clause.keys
        if a not in FUNCTION_WORDS and a not in NEGATORS and a not in other.keys
        for b in other.keys
        if b not in FUNCTION_WORDS and b not in NEGATORS and b not in clause.keys
    )


def _tense_changed(
    quote: Reading, stored: Reading, clause: Clause, pairs: Sequence[Pair]
) -> str | None:
    """A thing that is yet to be done, printed as done, or the other way round."""
    for pair in pairs:
        if not clause.start <= pair.quote < clause.end or pair.likeness < 1.0:
            continue
        ours = _state(quote, pair.quote)
        key = quote.words[pair.quote].key
        said = {
            _state(stored, j)
            for j, _ in content(stored)
            if THESAURUS.related(key, stored.words[j].key) == SAME
        }
        if ours and said == {"done" if ours == "open" else "open"}:
            return "status_changed"
    return None


def _state(reading: Reading, index: int) -> str | None:
    """Whether a verb tells of a thing done or yet to be done; `None` where neither is plain."""
    key = reading.words[index].key
    before = reading.keys[max(0, index - 4) : index]
    if {"has", "have", "had", "was", "were", "been"} & set(before[-3:]) and (
        key.endswith("ed") or key in _PARTICIPLES
    ):
        return None if "to" in before or modals(before) else "done"
    if before[-1:] == ("to",) or modals(before[-2:]) & {"future", "should", "must"}:
        return "open"
    return None


def _negative(keys: Sequence[str]) -> bool:
    return denies(keys, verbs=True)


def _bounded(clause: Clause, stored: Reading) -> bool:
    """Whether a clause is limited by "only", or by an "if" clause that follows it."""
    if conditions(clause.keys) & {"only", "if", "unless"}:
        return True
    after = stored.keys[clause.end : clause.end + 1]
    return bool(after) and after[0] in ("if", "unless", "provided")


def _mood_changed(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    printed, said = modals(ours), modals(theirs)
    binding = {"must", "future"}
    loose = {"possible", "able"}
    if printed & binding and said and said <= loose and not plans(theirs):
        return True
    return bool(said & {"must"} and printed and printed <= loose)


def _done(keys: Sequence[str]) -> bool:
    """Whether a clause says that a thing has been done: "has recognised", "decided"."""
    joined = tuple(keys)
    perfect = any(
        a in ("has", "have", "had") and (b.endswith("ed") or b in _PARTICIPLES)
        for a, b in zip(joined, joined[1:], strict=False)
    )
    return perfect and not plans(joined)


_PARTICIPLES: Final = frozenset(
    "begun become given taken made done sent gone left met begun agreed won lost fallen risen".split()
)


def _soft(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Codes of tolerable differences between clauses that correspond."""
    found = []
    for clause in clauses(quote):
        said = tuple(k for other in _corresponding(stored, pairs, clause) for k in other.keys)
        if said and hedges(clause.keys) != hedges(said):
            found.append("hedge_changed")
    return tuple(dict.fromkeys(found))
