"""The quick ways to fold and to make keys say what the slow ones say."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.keys import keys
from claims.text import fold, fold_only
from claims.words import units

PIECES = (
    "US", "us", "Us", "IS", "is", "May", "may", "MAY", "in", "a", "hundred", "two", "thousand",
    "2 000", "2,000", "20th", "first", "per", "cent", "%", "$", "m", "United", "Nations", "U.S.",
    "U.S", "e.g.", "can't", "we're", "he'd", "been", "walked", "the families'", "Lavrov's",
    "o'clock", "cannot", "co-operate", "anti-war", "recognised", "labour", "Straße", "ﬁne",
    "soft\u00adhyphen", "e\u0301clair", "x²", "Гавань", "две тысячи", "بندر", "港口", "…", "–",
    "“", "”", "’", "'", "-", ".", "[T]he", "recogni[s]e", "_", "\n", "COVID-19", "word.Word",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).flatmap(
    lambda pieces: st.sampled_from([" ", "", "-", ", "]).map(lambda gap: gap.join(pieces))
)


@settings(max_examples=300, deadline=None)
@given(TEXTS | st.text(max_size=60))
@example("May2 000")
def test_keys_are_those_of_the_units_and_folds_are_equal(text: str) -> None:
    assert keys(text) == tuple(unit.key for unit in units(text))
    assert fold_only(text) == fold(text)[0]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_units_stand_in_order_inside_the_text(text: str) -> None:
    places = [(unit.start, unit.end) for unit in units(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


CONTEXT = [
    ("a hundred men in May", "n100 men in monthmay"),
    ("May I ask, may we?", "may i ask may we"),
    ("IS fighters told US troops", "islamicstate fighters told usa troops"),
    ("It is with us.", "it is with us"),
    ("He'd walked; she'd go", "he had walked she would go"),
    ("the U.S. and a 20th man", "the usa and a o20 man"),
]


@pytest.mark.parametrize(("text", "expected"), CONTEXT)
def test_neighbours_and_case_still_matter(text: str, expected: str) -> None:
    assert " ".join(keys(text)) == expected
