"""Answers about one result: what they say, and what they must never say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from session_samples import (
    ABSENT,
    ALTERED,
    AMBIGUOUS,
    MATCH,
    PARAPHRASE,
    UNCHECKED,
    WRONG_SPEAKER,
    evidence,
    focus,
    result,
)

from checker.dialogue import answers, persons
from checker.dialogue.cards import numbered_card, overview
from checker.dialogue.focus import Checked, Focus
from checker.dialogue.replies import Reply, answer
from checker.models import Edit, Result
from claims.models import Document
from claims.people import People, Person

Answer = Callable[[Focus], Reply]

EVERY_ANSWER: tuple[Answer, ...] = (
    answers.speaker,
    answers.date,
    answers.place,
    answers.event,
    answers.source,
    answers.diff,
    answers.why,
    answers.confidence,
    answers.record,
    answers.others,
    answers.verdict,
    answers.printing,
    answers.truth,
    answers.fake,
    answers.closest,
)
EVERY_RESULT = (MATCH, WRONG_SPEAKER, PARAPHRASE, ALTERED, ABSENT, UNCHECKED)


@pytest.mark.parametrize(
    ("ask", "shown", "expected"),
    [
        (answers.speaker, MATCH, "Ada Morn, Harbour Minister, Port Authority."),
        (answers.speaker, WRONG_SPEAKER, "Not Ben Okri-Vale, whom the text names."),
        (answers.speaker, PARAPHRASE, "In other words than the printed ones"),
        (answers.speaker, ALTERED, "so the store names no speaker for them"),
        (answers.speaker, ALTERED, "The text names Ada Morn."),
        (answers.speaker, ALTERED, "The closest statement, not the same: Ada Morn"),
        (answers.speaker, AMBIGUOUS, "Ada Morn, Harbour Minister, Port Authority.\nMorn fits two."),
        (answers.speaker, UNCHECKED, "NOT CHECKED: one common word"),
        (answers.date, MATCH, "4 May 2031."),
        (answers.date, WRONG_SPEAKER, "The text says 9 May 2031."),
        (answers.date, MATCH, "Published 5 May 2031."),
        (answers.date, ABSENT, "so there is no date for them"),
        (answers.place, MATCH, "Aldport."),
        (answers.event, MATCH, "Opening of the north pier, 4 May 2031, Aldport."),
        (answers.source, MATCH, "https://example.org/pier"),
        (answers.source, ALTERED, "so there is no source to name"),
        (answers.source, ALTERED, "https://example.org/pier"),
        (answers.diff, MATCH, "No word differs"),
        (answers.diff, ALTERED, "The harbour is {+not+} open"),
        (answers.diff, ALTERED, "negation_changed"),
        (answers.diff, ABSENT, "No stored statement comes close."),
        (answers.why, MATCH, "The quoted words stand in a stored statement: Ada Morn"),
        (answers.why, PARAPHRASE, "Drop the quotation marks.  [reworded]"),
        (answers.why, ALTERED, '"not" was added.  [negation_changed]'),
        (answers.why, ALTERED, "The closest statement, Ada Morn"),
        (answers.why, ABSENT, "searched all of 12 statements"),
        (answers.confidence, MATCH, "about 90 carry the right verdict"),
        (answers.confidence, ABSENT, "no measure"),
        (answers.record, MATCH, "the speaker's words in English, as recorded. Said in Russian."),
        (answers.record, ABSENT, "so there is no record of them"),
        (answers.others, MATCH, "No other stored utterance"),
        (answers.verdict, ABSENT, "No source does not mean that the quote is false"),
        (answers.printing, MATCH, "no objection to words or speaker"),
        (answers.printing, WRONG_SPEAKER, "Not as it stands:"),
        (answers.printing, PARAPHRASE, "Not as it stands:"),
        (answers.printing, ABSENT, "Check your notes"),
        (answers.truth, MATCH, "I check wording and speaker, not truth."),
        (answers.fake, MATCH, "No: a stored statement has these words, by Ada Morn"),
        (answers.fake, ABSENT, "No. No source does not mean that the quote is false"),
        (answers.fake, UNCHECKED, "it was not checked"),
        (answers.closest, ALTERED, "1. Ada Morn"),
        (answers.closest, MATCH, "The quote has a source"),
    ],
)
def test_an_answer_says(ask: Answer, shown: Result, expected: str) -> None:
    assert expected in ask(focus(shown)).text


def test_findings_come_worst_first() -> None:
    shown = answers.why(focus(WRONG_SPEAKER)).text
    assert shown.index("wrong_speaker") < shown.index("said_often")


@pytest.mark.parametrize("shown", EVERY_RESULT)
@pytest.mark.parametrize("ask", EVERY_ANSWER)
def test_no_answer_calls_a_quote_false(ask: Answer, shown: Result) -> None:
    said = ask(focus(shown)).text
    assert said
    for word in ("false", "fake", "invented", "lie"):
        assert word not in said.casefold().replace("does not mean that the quote is false", "")


@pytest.mark.parametrize("ask", EVERY_ANSWER)
def test_a_statement_picked_from_a_list_has_an_answer_to_everything(ask: Answer) -> None:
    picked = Focus(None, chosen=evidence(speaker="Cy Dent"))
    assert ask(picked).text
    assert "Ada Morn" not in ask(picked).text


def test_who_else_lists_other_utterances_only() -> None:
    again = evidence(statement="dent-1", utterance="dent-1", speaker="Cy Dent")
    reprint = evidence(statement="morn-2")
    said = answers.others(focus(result(evidence=(evidence(), reprint, again)))).text
    assert "Cy Dent" in said
    assert "Ada Morn" not in said


PEOPLE = People(
    (
        Person(name="Ada Morn"),
        Person(name="Ben Okri-Vale"),
        Person(name="Eva Stroud", speaks_for="Ben Okri-Vale"),
        Person(name="Lou Haverford"),
        Person(name="Sam Haverford"),
    )
)


@pytest.mark.parametrize(
    ("typed", "name", "problem"),
    [
        ("ada morn", "Ada Morn", ""),
        ("Morn", "Ada Morn", ""),
        ("Haverford", None, "2 people fit 'Haverford': Lou Haverford; Sam Haverford. Say which."),
        ("Haverfort", None, "Did you mean Lou Haverford?"),
        ("Nobody Atall", None, "I know nobody named 'Nobody Atall'."),
    ],
)
def test_a_typed_name_is_one_person_or_a_question(
    typed: str, name: str | None, problem: str
) -> None:
    resolved = persons.resolve(typed, people=PEOPLE)
    assert resolved.name == name
    assert problem in answer(resolved.problem).text


@pytest.mark.parametrize(
    ("shown", "person", "expected"),
    [
        (MATCH, "Ada Morn", "Yes: Ada Morn, Harbour Minister"),
        (MATCH, "Ben Okri-Vale", "No: said by Ada Morn, Harbour Minister"),
        (PARAPHRASE, "Ada Morn", "In other words than the printed ones"),
        (ABSENT, "Ada Morn", "The store holds no statement by Ada Morn with these words"),
        (ABSENT, "Ada Morn", "does not mean that the quote is false"),
        (
            result(evidence=(evidence(speaker="Eva Stroud"),)),
            "Ben Okri-Vale",
            "who speaks for Ben Okri-Vale",
        ),
    ],
)
def test_is_it_from_a_person(shown: Result, person: str, expected: str) -> None:
    said = persons.is_from(focus(shown), person=person, again=None, people=PEOPLE).text
    assert expected in said


def test_a_second_check_with_the_name_may_find_what_the_first_did_not() -> None:
    again = result(evidence=(evidence(speaker="Ben Okri-Vale"),))
    said = persons.is_from(focus(MATCH), person="Ben Okri-Vale", again=again, people=PEOPLE).text
    assert said.startswith("Yes: Ben Okri-Vale")


def test_he_is_who_said_it_and_not_whom_the_text_names() -> None:
    assert focus(WRONG_SPEAKER).speaker == "Ada Morn"


def test_he_is_whom_the_text_names_where_nothing_supports_the_quote() -> None:
    near = evidence(speaker="Cy Dent")
    assert focus(ALTERED.model_copy(update={"near_misses": (near,)})).speaker == "Ada Morn"


def test_a_card_begins_with_the_verdict_and_ends_its_first_line_with_its_number() -> None:
    first = answer(numbered_card(Checked(7, MATCH, Document(text="")))).text.splitlines()[0]
    assert first.startswith("MATCH")
    assert first.endswith("#7")


def test_a_quote_too_short_to_check_is_told_what_to_do() -> None:
    said = answer(numbered_card(Checked(1, UNCHECKED, Document(text="peace")))).text
    assert "Give four words or more, or type: search peace" in said


def test_an_overview_row_cuts_a_long_quote_and_says_how_bad_it_is() -> None:
    long = WRONG_SPEAKER.model_copy(update={"quote": "word " * 40})
    row, counts = answer(overview((Checked(3, long, Document(text="")),))).text.splitlines()
    assert counts == "1 quote: 1 match."
    assert row.startswith("  #3        MATCH (error)")
    assert len(row) < 110


def test_a_difference_names_its_code_and_both_sides() -> None:
    changed = evidence(
        said_on=date(2031, 5, 4),
        edits=(Edit(op="replace", code="number_changed", quoted="20", stored="2"),),
    )
    said = answers.diff(focus(ALTERED.model_copy(update={"near_misses": (changed,)}))).text
    assert "[-2-] {+20+}" in said
    assert "[number_changed]" in said
