"""Which turn of a page is what a record tells of: by speaker and day, and by what is said. Pure.

A record is our short telling of one point; a turn may be a whole speech that makes many. Ties are
made carefully: a turn that is not tied loses nothing, one tied wrongly lends its words to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from sources.families import akin
from sources.models import Statement
from sources.stems import stem
from sources.terms import index_keys

_SHORTEST: Final = 3
_SYNONYM: Final = 0.7
"""What a word of the same family counts, against the word itself."""
_FEWEST: Final = 3
"""Words that say something of their own, without which a record tells too little to be tied."""
_WINDOW: Final = 50
"""Keys that a point of a speech is looked for in, at least; a long record gets more."""
_APPROXIMATE_DAYS: Final = 3

LIKELY: Final = 0.3
"""Share of a record's content from which the only turn of its speaker on its page is it."""
SURE: Final = 0.5
"""The same, where the speaker has several turns, or the record cites another page.

Source: among the built-in records, 3 of 163 reach it against what else their speaker said that
        day, two of them the same point told twice; 27 reach `LIKELY`.
"""
AHEAD: Final = 0.1
"""How far the best turn must be ahead of the next."""

_EMPTY: Final = frozenset(
    "about after again against all also although among and any are because been before being both"
    " but can could did does doing down during each either even every few first for from further"
    " had has have having her here hers him his how into its itself just like made make many may"
    " might more most much must nor not now off once one only other ought our ours out over own"
    " same shall she should since some such than that the their theirs them then there these they"
    " this those through thus too two under until upon very was were what when where which while"
    " who whom whose why will with within without would yet you your yours"
    " added argued asked called comment declared explained expressed hoped noted pointed recalled"
    " remarked said saw say says stated statement stressed told view voiced according".split()
)


class Tie(NamedTuple):
    """A turn of a page and the records that tell of what is said in it, the likeliest first."""

    turn: Statement
    records: tuple[Statement, ...]


def tie(
    turns: Sequence[Statement], *, citing: Iterable[Statement], elsewhere: Iterable[Statement]
) -> tuple[Tie, ...]:
    """Each turn with the records that are tied to it.

    Shape: `citing` are records that cite the page of the turns, `elsewhere` those that cite
           another, of which more is asked.
    """
    found: dict[str, list[tuple[float, Statement]]] = {turn.id: [] for turn in turns}
    for records, at_home in ((citing, True), (elsewhere, False)):
        for record in records:
            chosen = _turn_of(record, turns=turns, at_home=at_home)
            if chosen is not None:
                found[chosen[1].id].append((chosen[0], record))
    ordered = {name: sorted(held, key=lambda h: (-h[0], h[1].id)) for name, held in found.items()}
    return tuple(Tie(turn, tuple(record for _, record in ordered[turn.id])) for turn in turns)


def _turn_of(
    record: Statement, *, turns: Sequence[Statement], at_home: bool
) -> tuple[float, Statement] | None:
    """The one turn that a record tells of, with the share of its content that is there."""
    own = [turn for turn in turns if _may_be(record, turn)]
    alone = at_home and len(own) == 1
    if alone and own[0].language != record.language:
        return 0.0, own[0]
    scored = sorted(
        ((share(record, turn), turn) for turn in own if turn.language == record.language),
        key=lambda scored: -scored[0],
    )
    if not scored or scored[0][0] < (LIKELY if alone else SURE):
        return None
    if len(scored) > 1 and scored[0][0] < scored[1][0] + AHEAD:
        return None
    return scored[0]


def _may_be(record: Statement, turn: Statement) -> bool:
    """Whether speaker and day agree."""
    apart = abs((record.said_on - turn.said_on).days)
    approximate = record.said_on_approximate or turn.said_on_approximate
    return record.speaker == turn.speaker and apart <= _APPROXIMATE_DAYS * approximate


def share(record: Statement, turn: Statement) -> float:
    """The share of a record's content that stands together somewhere in a turn, 0..1."""
    names = set(index_keys(f"{record.speaker} {record.organisation or ''}"))
    wanted = [key for key in dict.fromkeys(index_keys(record.text)) if _tells(key, names=names)]
    families = akin(wanted)
    if len(families) < _FEWEST:
        return 0.0
    stems = [stem(key) for key in index_keys(turn.text)]
    width = max(_WINDOW, 2 * len(wanted))
    starts = range(0, max(1, len(stems) - width // 2), width // 2)
    return max(_held(families, set(stems[start : start + width])) for start in starts)


def _tells(key: str, *, names: set[str]) -> bool:
    """Whether a word says something of its own."""
    return key not in _EMPTY and key not in names and (len(key) >= _SHORTEST or key.isdecimal())


def _held(families: dict[str, tuple[str, ...]], stems: set[str]) -> float:
    held = 0.0
    for own, others in families.items():
        if own in stems:
            held += 1
        elif not stems.isdisjoint(others):
            held += _SYNONYM
    return held / len(families)
