"""Whether a thing done is printed as one yet to be done, or the other way round. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.assertion import Found
from checker.classes import denies, modals, plans
from checker.correspond import Clause, Pair, content
from checker.lexicon import PAST
from checker.nouns_verbs import before_adverbs
from checker.reading import Reading
from checker.thesaurus import SAME, SYNONYM, THESAURUS
from claims.forms import PARTICIPLES

_PRONOUNS: Final = frozenset("i we they he she it".split())


def plainly_other_tense(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """A verb of things done that the statement has of things to come alone, or turned about."""
    for pair in pairs:
        if pair.likeness < SYNONYM:
            continue
        if pair.likeness < SAME and quote.keys[pair.quote] not in PAST:
            continue
        ours = _plain_state(quote, pair.quote)
        if ours is None or denies(quote.keys[max(0, pair.quote - 5) : pair.quote]):
            continue
        key = quote.keys[pair.quote]
        said = [j for j, _ in content(stored) if THESAURUS.related(key, stored.keys[j]) >= SYNONYM]
        states = {_plain_state(stored, j) for j in said}
        if states == {"done" if ours == "open" else "open"}:
            return "status_changed", _around(quote, pair.quote), _around(stored, said[0])
    return None


def tense_of_clause_changed(
    quote: Reading, stored: Reading, clause: Clause, pairs: Sequence[Pair]
) -> bool:
    """Whether a verb of one clause tells of a thing done, and the statement of one to come."""
    for pair in pairs:
        if not clause.start <= pair.quote < clause.end or pair.likeness < SAME:
            continue
        ours = _state(quote, pair.quote)
        key = quote.words[pair.quote].key
        said = {
            _state(stored, j)
            for j, _ in content(stored)
            if THESAURUS.related(key, stored.words[j].key) == SAME
        }
        if ours and said == {"done" if ours == "open" else "open"}:
            return True
    return False


def _plain_state(reading: Reading, index: int) -> str | None:
    """The same, with past forms that stand just behind a pronoun: "we sent"."""
    at = before_adverbs(reading.keys, index)
    if at >= 0 and reading.keys[at] in _PRONOUNS and reading.keys[index] in PAST:
        return "done"
    state = _state(reading, index)
    keys = reading.keys
    aimed = keys[max(0, index - 1)] != "to" or bool(plans(keys[max(0, index - 2) : index - 1]))
    return state if state == "done" or aimed else None


def _state(reading: Reading, index: int) -> str | None:
    """Whether a verb tells of a thing done or yet to be done; `None` where neither is plain."""
    key = reading.words[index].key
    before = reading.keys[max(0, index - 4) : index]
    past = key.endswith("ed") or key in PARTICIPLES
    if {"has", "have", "had", "was", "were", "been"} & set(before[-3:]) and past:
        return None if "to" in before or modals(before) else "done"
    if before[-1:] == ("to",) or modals(before[-2:]) & {"future", "should", "must"}:
        return "open"
    return None


def _around(reading: Reading, index: int) -> str:
    start = max(0, index - 3)
    return reading.text[reading.words[start].start : reading.words[index].end]
