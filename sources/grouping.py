"""Statements on their way into a store: joined to the utterance they are wordings of.

What names its utterance itself is left as it is, and so is what is known already: a review by
`merge` and `split` outlives every later import.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final, NamedTuple

from sources.likeness import Kinship, is_one_day, kinship
from sources.models import QUESTIONER, Entry, Source, Statement
from sources.store import Store

_REPORTS: Final = ("agency_report", "news_report")
_NEAR: Final = timedelta(days=1)
"""Publication and time zones move a day."""
_DOCUMENT: Final = 1000
"""Statements of one document that are looked at together."""
_MOST: Final = 200
"""Statements that one is compared with at most: a day on which a speaker said more is a debate,
where what is said twice is rarely one utterance."""
_COPIED: Final = 0.5
"""Share of a report's statements that stand in one agency's copy, from which it is that copy."""


class Proposal(NamedTuple):
    """Two statements that may be wordings of one utterance."""

    one: Statement
    other: Statement


class Grouping:
    """Joins statements to utterances while they are added to a store.

    Shape: `n_joined` and `n_proposed` count statements, `copies` the statements of reports that
           were found to be an agency's copy, by the agency.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.n_joined = 0
        self.n_proposed = 0
        self.copies = Counter[str]()

    def joined(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries in order, each with the utterance it is a wording of."""
        for source, group in groupby(entries, key=_source_of):
            if source is None:
                yield from group
                continue
            while chunk := [each for _, each in zip(range(_DOCUMENT), group, strict=False)]:
                yield from self._document([s for s in chunk if isinstance(s, Statement)])

    def _document(self, statements: Sequence[Statement]) -> Iterator[Statement]:
        """The statements of one document."""
        held: dict[tuple[str, date], list[Statement]] = {}
        kin = []
        for statement in statements:
            place = statement.speaker, statement.said_on
            if place not in held:
                held[place] = self._held(*place)
            others = [o for o in held[place] if _from_elsewhere(o, statement)][:_MOST]
            open_ = not self._is_decided(statement)
            kin.append([(o, kinship(statement, o)) for o in others] if open_ else [])
        wire = _wire_of(statements, kin)
        taken: set[str] = set()
        for statement, others_kin in zip(statements, kin, strict=True):
            yield self._placed(statement, kin=others_kin, wire=wire, taken=taken)

    def _held(self, speaker: str, day: date) -> list[Statement]:
        """What the store holds of a speaker near a day."""
        if speaker == QUESTIONER:
            return []
        near = self._store.statements(speaker=speaker, since=day - _NEAR, until=day + _NEAR)
        return list(near)

    def _is_decided(self, statement: Statement) -> bool:
        """Whether nothing is asked of a statement: it says where it belongs, or is known."""
        return statement.utterance != statement.id or self._store.get(statement.id) is not None

    def _placed(
        self,
        statement: Statement,
        *,
        kin: Sequence[tuple[Statement, Kinship]],
        wire: str | None,
        taken: set[str],
    ) -> Statement:
        """A statement with its utterance: no two turns of one document are of the same."""
        update: dict[str, object] = {}
        same = {
            other.utterance
            for other, how in kin
            if how == "same" or (how == "copy" and is_one_day(statement, other))
        }
        if len(same) == 1 and taken.isdisjoint(same):
            taken |= same
            update["utterance"] = same.pop()
            self.n_joined += 1
        elif any(how != "apart" for _, how in kin):
            self.n_proposed += 1
        if wire is not None:
            update["source"] = statement.source.model_copy(update={"wire": wire})
            self.copies[wire] += 1
        return statement.model_copy(update=update) if update else statement


def _source_of(entry: Entry) -> Source | None:
    return entry.source if isinstance(entry, Statement) else None


def _from_elsewhere(other: Statement, statement: Statement) -> bool:
    """Whether it stands in another document, or in another version of this one."""
    return other.id != statement.id and other.source != statement.source


def _wire_of(
    statements: Sequence[Statement], kin: Sequence[Sequence[tuple[Statement, Kinship]]]
) -> str | None:
    """The agency whose copy a report is, where it does not say so itself.

    Two who heard the same speech quote the same words; two who translated it do not. So only
    translations tell.
    """
    source = statements[0].source
    if source.wire is not None or source.kind not in _REPORTS:
        return None
    agencies = Counter[str]()
    for statement, others in zip(statements, kin, strict=True):
        agencies.update(_copied(statement, others))
    if not agencies:
        return None
    agency, n = agencies.most_common(1)[0]
    return agency if n >= _COPIED * len(statements) else None


def _copied(statement: Statement, kin: Iterable[tuple[Statement, Kinship]]) -> set[str]:
    """The agencies whose translation a statement repeats."""
    agencies = {
        _agency(other.source)
        for other, how in kin
        if how == "copy" and statement.wording == other.wording == "agency_translation"
    }
    return {agency for agency in agencies if agency is not None}


def _agency(source: Source) -> str | None:
    """Whose copy a report is; an agency's own page is its own."""
    return source.wire or (source.publisher if source.kind == "agency_report" else None)


def proposals(store: Store) -> Iterator[Proposal]:
    """What may be wordings of one utterance, for somebody to look at, by day."""
    recent: dict[str, list[Statement]] = {}
    for statement in store.statements():
        if statement.speaker == QUESTIONER:
            continue
        before = [
            other
            for other in recent.get(statement.speaker, ())
            if statement.said_on - other.said_on <= _NEAR
        ][-_MOST:]
        recent[statement.speaker] = [*before, statement]
        for other in before:
            if (
                other.utterance != statement.utterance
                and _from_elsewhere(other, statement)
                and kinship(other, statement) != "apart"
            ):
                yield Proposal(other, statement)
