"""The deciding words of clauses that correspond: what speaks against a like meaning. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from checker.assertion import Found, denied_word, only_mentioned
from checker.classes import (
    actors,
    bounds_clash,
    conditions,
    denies,
    is_number,
    modals,
    names,
    plans,
)
from checker.correspond import Clause, Pair, clause_of, clauses, content, corresponding, likeness
from checker.entities import ACTORS, MONTHS, WEEKDAYS
from checker.lexicon import DONE_AUXILIARIES, FUNCTION_WORDS, NEGATORS
from checker.reading import Reading
from checker.thesaurus import SAME, THESAURUS
from claims.words import GENITIVE


class Conflict(NamedTuple):
    """What speaks against a likeness of meaning.

    Shape: the critical code and the words it is about on both sides; `standing` where no
           likelihood outweighs it.
    """

    code: str
    quoted: str
    stored: str
    standing: bool = False


def find_conflict(
    quote: Reading,
    stored: Reading,
    pairs: Sequence[Pair],
    *,
    implied: frozenset[str],
    known: frozenset[str],
) -> Conflict | None:
    """The gravest deciding difference between clauses that correspond."""
    standing = (
        _number_conflict(quote, stored)
        or _actor_conflict(quote, stored, implied=implied)
        or _name_conflict(quote, stored, known=known)
        or denied_word(quote, stored, pairs)
        or only_mentioned(quote, stored, pairs)
        or _opposite_conflict(quote, stored, pairs)
        or _swap_conflict(quote, stored, pairs)
    )
    if standing:
        return Conflict(*standing, standing=True)
    weighed = _clause_conflict(quote, stored, pairs)
    return Conflict(*weighed) if weighed else None


def _number_conflict(quote: Reading, stored: Reading) -> Found | None:
    clash = bounds_clash(quote.keys, stored.keys)
    if clash:
        return "number_changed", _bounded_text(quote, clash), _bounded_text(stored, clash)
    said = _amounts(stored.keys)
    printed = _amounts(quote.keys)
    missing = [
        word
        for word, amount in zip(quote.words, printed, strict=True)
        if amount and amount not in said and not _is_scaled(amount, said)
    ]
    if not missing:
        return None
    first = missing[0]
    theirs = [w for w in stored.words if is_number(w.key)]
    return (
        "number_changed",
        quote.text[first.start : first.end],
        ", ".join(stored.text[w.start : w.end] for w in theirs[:3]),
    )


def _amounts(keys: Sequence[str]) -> list[str]:
    """The number that each word stands for, "" for none; two decades are 20, ordinals nothing."""
    return [
        f"{key}0"
        if after in ("decades", "decade")
        else key
        if is_number(key) and key[0] != "o"
        else ""
        for key, after in zip(keys, (*keys[1:], ""), strict=True)
    ]


def _is_scaled(amount: str, said: Sequence[str]) -> bool:
    """Whether a stored number is the same with its million or thousand spelled out."""
    return any(
        other.startswith(amount)
        and set(other[len(amount) :]) == {"0"}
        and len(other) % 3 == len(amount) % 3
        for other in said
    )


def _bounded_text(reading: Reading, number: str) -> str:
    at = reading.keys.index(number)
    return reading.text[reading.words[max(0, at - 3)].start : reading.words[at].end]


def _actor_conflict(quote: Reading, stored: Reading, *, implied: frozenset[str]) -> Found | None:
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


def _name_conflict(quote: Reading, stored: Reading, *, known: frozenset[str]) -> Found | None:
    """A name in the quote that the statement does not hold."""
    for key in sorted(names(quote.text, quote.words)):
        if key in stored.keys or key in known or key in ACTORS or key in MONTHS or key in WEEKDAYS:
            continue
        if THESAURUS.knows(key) or any(THESAURUS.related(key, other) for other in stored.keys):
            continue
        return "entity_changed", key.capitalize(), ""
    return None


def _opposite_conflict(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """An unmatched word of the quote that contradicts a word of the corresponding clause."""
    matched_quote = {pair.quote for pair in pairs}
    for index, _ in content(quote):
        if index in matched_quote:
            continue
        clause = clause_of(quote, index)
        for other in corresponding(stored, pairs, clause):
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


def _swap_conflict(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """Two actors on the wrong sides of one verb: who did what to whom."""
    for clause in clauses(quote):
        ours = _around_verb(quote, clause)
        if ours is None:
            continue
        for other in corresponding(stored, pairs, clause):
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


def _clause_conflict(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """Polarity, conditions, modals and plans of clauses that correspond."""
    for clause in clauses(quote):
        others = corresponding(stored, pairs, clause)
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
        for a, b in pairwise(joined)
    )
    return perfect and not plans(joined)


_PARTICIPLES: Final = frozenset(
    "begun become given taken made done sent gone left met agreed won lost fallen risen".split()
)
