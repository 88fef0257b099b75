"""The date a clause claims: explicit days, weekdays, never the word "may"."""

from __future__ import annotations

from datetime import date

import pytest

from claims.dates import claimed_date

PUBLISHED = date(2021, 10, 22)  # a Friday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Lavrov said on 20 October 2021", date(2021, 10, 20)),
        ("Lavrov said on October 20, 2021", date(2021, 10, 20)),
        ("on the 20th of October 2021 he said", date(2021, 10, 20)),
        ("he said on 2021-10-20", date(2021, 10, 20)),
        ("сказал он 20 октября 2021 года", date(2021, 10, 20)),
        ("сказал он 20.10.2021", date(2021, 10, 20)),
        ("he said on Oct. 20", date(2021, 10, 20)),
        ("he said on 20 Oct", date(2021, 10, 20)),
        ("he said on Dec. 3", date(2020, 12, 3)),
        ("he said on May 5, 2021", date(2021, 5, 5)),
        ("he said on May 5", date(2021, 5, 5)),
        ("he said on 5 May", date(2021, 5, 5)),
        ("he said on Wednesday", date(2021, 10, 20)),
        ("he said Friday", date(2021, 10, 22)),
        ("he said last Friday", date(2021, 10, 15)),
        ("he said yesterday", date(2021, 10, 21)),
        ("заявил он в среду", date(2021, 10, 20)),
    ],
)
def test_a_named_day(words: str, day: date) -> None:
    assert claimed_date(words, published=PUBLISHED) == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        "it may be so",
        "he said May 20 people come",
        "May 2021",
        "last week",
        "on Wednesdays",
        "next Wednesday",
        "on 31 February 2021",
        "on 45 October 2021",
        "2,000 fighters",
        "between 19 October 2021 and 20 October 2021",
        "on Monday and on Tuesday",
        "Wednesday's talks",
    ],
)
def test_no_day(words: str) -> None:
    assert claimed_date(words, published=PUBLISHED) is None


@pytest.mark.parametrize("words", ["on Wednesday", "on Oct. 20", "yesterday"])
def test_a_relative_day_needs_the_day_of_publication(words: str) -> None:
    assert claimed_date(words, published=None) is None
