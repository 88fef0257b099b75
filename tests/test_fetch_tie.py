"""Which turn a record tells of: careful, so that no words are lent to another utterance."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from source_samples import DAY, statement

from sources.fetch.tie import tie
from sources.models import Statement

FERRY = "The northern ferry will sail again in June, once the pier has been repaired."
TAX = "As for the harbour tax, it stays where it is: three coins for a barge, as last winter."
THANKS = "Thank you all for coming. I wish you a good journey home."
LONG = " ".join([THANKS, "The lighthouse keeper sends his greetings. " * 40, FERRY, TAX])
TOLD = "Brandvik said the ferry in the north sails again in June, after repairs to the pier."
TOLD_TAX = "The tax of the harbour is left unchanged, three coins a barge."


def turn(name: str, text: str, **fields: Any) -> Statement:
    """A turn of a page."""
    return statement(name, text, **fields)


def record(name: str, text: str = TOLD, **fields: Any) -> Statement:
    """A telling of ours."""
    return statement(name, text, wording="rendering", **fields)


T1, T2, T3 = turn("t1", FERRY), turn("t2", TAX), turn("t3", THANKS)
OTHER_DAY = date(2022, 3, 15)
ROWS: list[tuple[str, tuple[Statement, ...], Statement, str | None, str | None]] = [
    # what, turns, record, tied where the record cites the page, tied where it cites another
    ("one turn", (T1,), record("r"), "t1", "t1"),
    ("one turn, a whole speech", (turn("t", LONG),), record("r"), "t", "t"),
    ("one turn of something else", (T3,), record("r"), None, None),
    ("several turns", (T1, T2, T3), record("r"), "t1", "t1"),
    ("several turns, another point", (T1, T2, T3), record("r", TOLD_TAX), "t2", "t2"),
    ("the same twice", (T1, turn("t4", FERRY)), record("r"), None, None),
    ("another speaker", (turn("t", FERRY, speaker="Oskar Dahl"),), record("r"), None, None),
    ("another day", (turn("t", FERRY, said_on=OTHER_DAY),), record("r"), None, None),
    ("a day that is only near", (T1,), record("r", said_on=OTHER_DAY, said_on_approximate=True),
     "t1", "t1"),
    ("another language, one turn", (turn("t", "Паром пойдёт в июне.", language="ru"),), record("r"),
     "t", None),
    ("another language, two turns", (turn("t", "Паром пойдёт в июне.", language="ru"),
     turn("u", "Спасибо.", language="ru")), record("r"), None, None),
    ("few words", (T1,), record("r", "He said yes."), None, None),
    ("loosely alike, one turn", (T1,), record("r", "Brandvik spoke of the ferry and of June, the"
     " weather, the winter and the town."), "t1", None),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("at_home", [True, False])
def test_a_record_is_tied_to_the_turn_that_it_tells_of_or_to_none(
    row: tuple[str, tuple[Statement, ...], Statement, str | None, str | None], at_home: bool
) -> None:
    _, turns, told, home, away = row
    ties = tie(turns, citing=[told] if at_home else [], elsewhere=[] if at_home else [told])
    assert [each.turn for each in ties] == list(turns)
    tied = [each.turn.id for each in ties if each.records]
    wanted = home if at_home else away
    assert tied == ([wanted] if wanted else [])


def test_a_speech_is_tied_to_every_record_of_it_the_likeliest_first() -> None:
    loose = record("a", "Brandvik spoke of the ferry, of June and repairs, and of the weather.")
    (only,) = tie(
        [turn("t", LONG)], citing=[loose, record("b"), record("c", TOLD_TAX)], elsewhere=[]
    )
    assert {each.id for each in only.records} == {"a", "b", "c"}
    assert only.records[-1].id == "a"
    assert only.turn.said_on == DAY
