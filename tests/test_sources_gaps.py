"""What a store does not hold is told as plainly as what it does."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from cli_runner import run
from source_samples import DAY, statement

from claims.people import People, Person
from sources.builtin import builtin_statements
from sources.gaps import LONG, Gaps, gaps_of
from sources.models import QUESTIONER, Source, Statement

PEOPLE = People([Person(name="Ilse Brandvik"), Person(name="Oskar Dahl")])
REPORT = Source(publisher="North Wire", kind="agency_report")


def gaps(*statements: Statement) -> Gaps:
    return gaps_of(statements, people=PEOPLE)


def test_an_empty_store_lacks_everything() -> None:
    found = gaps()
    assert found.absent == ("Ilse Brandvik", "Oskar Dahl")
    assert found.languages == ("en", "ru", "fa", "ps", "zh")
    assert (found.silences, found.speakers, found.originals) == ((), (), {})
    assert (found.summaries, found.reports, found.approximate) == (0, 0, 0)


def test_a_silence_lies_between_two_days_on_which_something_was_said() -> None:
    long, short = timedelta(days=LONG + 1), timedelta(days=LONG)
    said = [DAY, DAY + short, DAY + short + long, DAY + short + long + timedelta(days=400)]
    found = gaps(*(statement(str(n), said_on=day) for n, day in enumerate(said)))
    assert [(s.from_, s.to, s.days) for s in found.silences] == [
        (said[2], said[3], 399),
        (said[1], said[2], LONG),
    ]
    (span,) = found.speakers
    assert (span.speaker, span.statements, span.from_, span.to) == (
        "Ilse Brandvik", 4, said[0], said[3],
    )  # fmt: skip
    assert span.silence == found.silences[0]


def test_a_speakers_silence_is_told_though_others_spoke() -> None:
    later = DAY + timedelta(days=200)
    between = [
        statement(f"d{n}", speaker="Oskar Dahl", said_on=DAY + timedelta(days=50 * n))
        for n in range(5)
    ]
    found = gaps(statement("a"), *between, statement("b", said_on=later))
    assert found.silences == ()
    assert [span.speaker for span in found.speakers] == ["Ilse Brandvik"]
    assert found.absent == ()


def test_a_questioner_is_nobody_who_falls_silent() -> None:
    said = [
        statement("a", speaker=QUESTIONER),
        statement("b", speaker=QUESTIONER, said_on=date(2023, 1, 1)),
    ]
    assert gaps(*said).speakers == ()


def test_originals_and_records_are_counted_by_utterance() -> None:
    found = gaps(
        statement("a", original_language="ru", wording="agency_translation", source=REPORT),
        statement("b", "Порт открыт.", utterance="a", original_language="ru", language="ru",
                  source=REPORT),
        statement("c", original_language="ps", wording="rendering"),
        statement("d", original_language="ru", wording="rendering", said_on_approximate=True),
        statement("e", utterance="d", original_language="ru", wording="official_translation"),
        statement("f", source=REPORT),
    )  # fmt: skip
    assert found.originals == {"ps": 1, "ru": 1}
    assert found.languages == ("fa", "ps", "zh")
    assert (found.summaries, found.reports, found.approximate) == (1, 2, 1)


def test_the_built_in_store_says_that_it_holds_summaries(store_path: Path) -> None:
    ran = run("sources", "coverage", "--store", str(store_path))
    assert "Not held, of 229 utterances" in ran.out
    assert "languages Russian; Persian; Pashto; Chinese" in ran.out
    assert "226 only as our own summary; 3 only as a report has them" in ran.out
    assert "nothing stored between 31 March 2022 and 5 November 2022 (218 days)" in ran.out
    told = run("sources", "coverage", "--json", "--store", str(store_path)).json
    assert told["statements"] == len(builtin_statements())
    assert told["gaps"]["summaries"] == 226
    assert told["gaps"]["silences"][0] == {"from": "2022-03-31", "to": "2022-11-05", "days": 218}
    assert "Abdul Kabir" in told["gaps"]["absent"]
