"""Which statements are wordings of one utterance, as somebody who looked at them decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain, count
from typing import Literal

from claims.errors import UsageError
from sources import audit, record
from sources.models import Regrouped, Statement
from sources.writer import Writer


def merge(connection: sqlite3.Connection, *, writer: Writer, names: Sequence[str]) -> Regrouped:
    """Make statements, with all other wordings of theirs, wordings of the first one's utterance.

    Raises: `UsageError` if one is unknown, or another person's.
    """
    first, *others = [writer.known(name) for name in names]
    moved: dict[str, Statement] = {}
    for other in others:
        if other.speaker != first.speaker:
            raise UsageError(
                f"{other.id!r} is of {other.speaker}, {first.id!r} of {first.speaker}",
                next_step="merge wordings of one speaker's utterance only",
            )
        for wording in record.wordings(connection, utterance=other.utterance):
            moved[wording.id] = wording
    return _regroup(moved.values(), writer=writer, utterance=first.utterance, action="merged")


def split(connection: sqlite3.Connection, *, writer: Writer, names: Sequence[str]) -> Regrouped:
    """Make statements wordings of an utterance of their own: the one they were merged from.

    Raises: `UsageError` if one is unknown, or where nothing would be left behind.
    """
    leaving = [writer.known(name) for name in dict.fromkeys(names)]
    wordings = record.wordings(connection, utterance=leaving[0].utterance)
    if len({statement.utterance for statement in leaving}) > 1:
        raise UsageError(
            "they are wordings of different utterances",
            next_step="split each with a call of its own",
        )
    if len(wordings) == len(leaving):
        raise UsageError(
            f"{leaving[0].id!r} has no other wording to be split from",
            next_step="see the wordings with `checker sources show ID`",
        )
    utterance = _free_name(connection, statement=leaving[0])
    return _regroup(leaving, writer=writer, utterance=utterance, action="split")


def _regroup(
    statements: Iterable[Statement],
    *,
    writer: Writer,
    utterance: str,
    action: Literal["merged", "split"],
) -> Regrouped:
    moved = [old for old in statements if old.utterance != utterance]
    for old in moved:
        writer.note(old, action=action, detail=old.utterance)
        writer.rewrite(old, old.model_copy(update={"utterance": utterance}))
    return Regrouped(utterance, tuple(old.id for old in moved))


def _free_name(connection: sqlite3.Connection, *, statement: Statement) -> str:
    """A name for the utterance of a statement that leaves its own: the former one's, or its id."""
    before = audit.last_merged(connection, name=statement.id)
    former = [before.detail] if before and before.detail else []
    counted = (f"{statement.id}+{n}" for n in count(2))
    return next(
        name
        for name in chain(former, [statement.id], counted)
        if not record.wordings(connection, utterance=name)
    )
