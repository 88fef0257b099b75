"""Printed amounts with bounds, against what was said: how many, what share, when, which place."""

from __future__ import annotations

import pytest

from checker.bounds import answer, unheld
from checker.counted import crossed, number_conflict
from checker.reading import read

FIGHTERS = "We counted 2,400 fighters in the valley."
OPENING = "The bridge opens on 20 October 2021."

HOLDS = [
    (FIGHTERS, "There are more than 2,000 fighters in the valley."),
    (FIGHTERS, "There are over two thousand fighters in the valley."),
    (FIGHTERS, "There are at least 2,400 fighters in the valley."),
    (FIGHTERS, "There are fewer than 2,500 fighters in the valley."),
    (FIGHTERS, "There are up to 2,400 fighters in the valley."),
    (FIGHTERS, "There are between 2,000 and 3,000 fighters in the valley."),
    (FIGHTERS, "There are about 2,500 fighters in the valley."),
    (FIGHTERS, "There are exactly 2,400 fighters in the valley."),
    (FIGHTERS, "В долине более 2000 боевиков."),
    (OPENING, "The bridge opens before November 2021."),
    (OPENING, "The bridge opens after 18 October."),
    (OPENING, "The bridge opens no later than 20 October."),
    (OPENING, "The bridge opens between 18 October and 22 October."),
    ("Exports fell by 24 per cent.", "Exports fell by more than a fifth."),
    ("It cost 24 million crowns.", "It cost more than 23.5 million crowns."),
    ("The port ranks third in the region.", "The port ranks among the top five in the region."),
    ("She led the bank for 18 months.", "She led the bank for more than a year."),
    ("She led the bank for 18 months.", "She led the bank for less than two years."),
    ("He won twice.", "He won fewer than three times."),
]
FAILS = [
    (FIGHTERS, "There are fewer than 2,000 fighters in the valley."),
    (FIGHTERS, "There are at least 2,500 fighters in the valley."),
    (FIGHTERS, "There are up to 2,300 fighters in the valley."),
    (FIGHTERS, "There are between 2,500 and 3,000 fighters in the valley."),
    (FIGHTERS, "There are exactly 2,300 fighters in the valley."),
    (OPENING, "The bridge opens before 20 October 2021."),
    (OPENING, "The bridge opens after 20 October."),
    ("Exports fell by 24 per cent.", "Exports fell by more than a quarter."),
    ("The port ranks seventh in the region.", "The port ranks among the top five in the region."),
    ("She led the bank for 18 months.", "She led the bank for more than two years."),
    ("He won twice.", "He won more than three times."),
]
EDGE = [
    (FIGHTERS, "There are more than 2,400 fighters in the valley."),
    (FIGHTERS, "There are fewer than 2,400 fighters in the valley."),
    ("Some 2,000 men returned.", "More than 2,000 men returned."),
    (OPENING, "The bridge opens before October 2021."),
]
SILENT = [
    (FIGHTERS, "There are 2,400 fighters in the valley."),
    (FIGHTERS, "There are fighters in the valley."),
    ("There are fighters in the valley.", "There are more than 2,000 fighters in the valley."),
    (FIGHTERS, "There are more than 20 fighters in the valley."),
    (FIGHTERS, "It cost more than 2,000 per cent."),
    (OPENING, "We have waited since 2019 for the bridge."),
    ("", "more than 2,000"),
    (FIGHTERS, ""),
]


@pytest.mark.parametrize(("said", "printed"), HOLDS)
def test_a_bound_that_holds_supports_and_is_no_conflict(said: str, printed: str) -> None:
    assert answer(read(printed), read(said)) == "supports"
    assert number_conflict(read(printed), read(said)) is None


@pytest.mark.parametrize(("said", "printed"), FAILS)
def test_a_bound_that_fails_contradicts_and_is_a_changed_number(said: str, printed: str) -> None:
    assert answer(read(printed), read(said)) == "contradicts"
    conflict = number_conflict(read(printed), read(said))
    assert conflict is not None
    assert conflict[0] == "number_changed"


@pytest.mark.parametrize(("said", "printed"), EDGE)
def test_at_its_edge_a_bound_speaks_against_but_is_no_conflict(said: str, printed: str) -> None:
    assert answer(read(printed), read(said)) == "contradicts"
    assert number_conflict(read(printed), read(said)) is None


@pytest.mark.parametrize(("said", "printed"), SILENT)
def test_what_cannot_be_told_is_silent(said: str, printed: str) -> None:
    assert answer(read(printed), read(said)) == "silent"


PLAIN = [
    ("Resolution 1988 was adopted in 2011.", "Resolution 1988 dates from 2011.", True),
    ("Resolution 1988 was adopted in 2011.", "Resolution 2255 dates from 2011.", False),
    ("We have waited since 1998.", "We have waited since 1989.", False),
    ("The law passed in May 2020.", "The law passed in April 2020.", False),
    ("The law passed in May 2020.", "The law may pass.", True),
    ("The law stands since May 2020.", "The law stands after May 2020.", True),
    ("We have waited since 2009.", "We have waited for over a decade.", True),
    ("About 2,000 men came.", "Nearly 2,000 men came.", True),
    ("No fewer than 18 ministers came.", "At least 18 ministers came.", True),
    ("Some 30 to 40 boats were lost.", "Between 30 and 40 boats were lost.", True),
    ("Two terms are enough.", "I do not think that anyone needs more than two terms.", True),
    ("It was a 1978 law.", "It was a law of 1978.", True),
    ("The men march in October 2021.", "The march is in October 2021.", True),
    ("The talks ended prior to 7 May.", "The talks ended before 7 May.", True),
    ("A quarter of it is left.", "One quarter of it is left.", True),
    ("It has 1,500 to 2,000 members.", "It has 1,500 members.", True),
    ("Two envoys came.", "One day two envoys came.", True),
    ("The covid-19 ward has 40 beds.", "The covid-19 ward has 40 beds.", True),
]


@pytest.mark.parametrize(("said", "printed", "borne_out"), PLAIN)
def test_plain_numbers_and_dates(said: str, printed: str, borne_out: bool) -> None:
    assert (unheld(read(printed), read(said)) is None) == borne_out


def test_two_amounts_that_changed_places() -> None:
    said = read("We spent 18 million and 27 million are left.")
    turned = crossed(read("They spent 27 million and 18 million are left."), said)
    assert turned is not None
    assert crossed(read("They spent 18 million and 27 million are left."), said) is None
