"""The plain words of a result: verdict first, nothing dangerous, and never a hint of "false"."""

from __future__ import annotations

import pytest
from report_samples import (
    ABSENT,
    MATCH,
    NASTY,
    NO_SOURCE,
    NOT_CHECKED,
    RECEIPT,
    RESULTS,
    WRONG_SPEAKER,
    evidence,
    finding,
    result,
)

from checker.models import Result
from checker.reports import words
from checker.reports.card import card, card_text, line_text
from checker.reports.escape import printable

HEADLINES = [
    pytest.param(MATCH, "MATCH  Ilse Brandvik, 14 March 2022, Torvik", id="match"),
    pytest.param(
        WRONG_SPEAKER,
        "MATCH, but said by Ilse Brandvik, not by Oskar Dahl  14 March 2022, Torvik",
        id="wrong speaker",
    ),
    pytest.param(
        result(verdict="paraphrase", evidence=(evidence(place=None),)),
        "PARAPHRASE  Ilse Brandvik, 14 March 2022",
        id="paraphrase without a place",
    ),
    pytest.param(
        result(findings=(finding("clipped_negation"),)),
        "MATCH, but cut out of a denial  Ilse Brandvik, 14 March 2022, Torvik",
        id="clipped",
    ),
    pytest.param(
        result(findings=(finding("clipped_condition", "warning"),)),
        "MATCH  Ilse Brandvik, 14 March 2022, Torvik",
        id="a warning leaves the headline alone",
    ),
    pytest.param(NO_SOURCE, "NO SOURCE found in 2 statements", id="no source"),
    pytest.param(
        NOT_CHECKED,
        "NOT CHECKED: empty quotation marks; paste the words between them",
        id="not checked",
    ),
]


@pytest.mark.parametrize(("given", "expected"), HEADLINES)
def test_the_headline_says_the_verdict_first(given: Result, expected: str) -> None:
    assert card_text(given).splitlines()[0] == expected
    assert words.headline(given) == expected


def test_the_card_marks_the_stored_stretch_and_signs_every_difference() -> None:
    lines = card_text(NO_SOURCE).splitlines()
    assert "  stored    I can say that >>the harbour is open<< from today." in lines
    assert "  diff      the harbour is {+not+} [-wide open-] {+open+}" in lines


def test_a_word_for_word_match_has_no_diff() -> None:
    assert "diff" not in [line.label for line in card(MATCH)]


def test_findings_come_worst_first() -> None:
    labels = [line.label for line in card(WRONG_SPEAKER)]
    assert labels.index("error") < labels.index("info")


def test_no_source_carries_its_receipt_and_what_it_does_not_mean() -> None:
    shown = {line.label: line_text(line) for line in card(ABSENT)}
    assert "all of 2 statements by Ilse Brandvik" in shown["receipt"]
    assert "from 14 March 2022 to 15 March 2022, in English, Russian" in shown["receipt"]
    assert "does not mean that the quote is false" in shown["note"]


def test_a_search_that_was_cut_short_says_so() -> None:
    cut = RECEIPT.model_copy(update={"complete": False})
    assert "cut short" in card_text(result(verdict="no_source", evidence=(), receipt=cut))


@pytest.mark.parametrize("given", RESULTS, ids=[given.id for given in RESULTS])
def test_nothing_suggests_that_a_quote_is_false(given: Result) -> None:
    text = card_text(given).replace(words.NOT_FALSE, "").casefold()
    assert not any(word in text for word in ("false", "fake", "untrue", "made up", "fabricat"))


WORDINGS = {
    "verbatim": "the speaker's words in English, as recorded",
    "official_translation": "the office's own translation into English",
    "agency_translation": "AFP's translation into English",
    "rendering": "our own English summary, not the speaker's words",
}


@pytest.mark.parametrize("wording", WORDINGS)
def test_the_source_says_whose_words_they_are(wording: str) -> None:
    source = evidence().source.model_copy(update={"wire": "AFP"})
    shown = words.provenance(evidence(wording=wording, source=source))
    assert shown == (
        'Torvik Archive, "Harbour day", published 15 March 2022, AFP copy; ' + WORDINGS[wording]
    )


def test_every_wording_and_speaker_of_a_card_comes_from_all_evidence() -> None:
    twice = result(evidence=(evidence(), evidence(statement="b", speaker="Oskar Dahl")))
    assert "Oskar Dahl, Minister of Ports, 14 March 2022, Torvik, Harbour day" in card_text(twice)


ESCAPES = [
    pytest.param("plain text", "plain text", id="plain"),
    pytest.param("", "", id="empty"),
    pytest.param("two\r\n\tlines\u2028more", "two lines more", id="lines"),
    pytest.param("\x1b[31mred\x07", "\\x1b[31mred\\x07", id="terminal"),
    pytest.param("\x9b31m", "\\x9b31m", id="C1"),
    pytest.param("abc\u202egnp\u2066x\u2069", "abc\\u202egnp\\u2066x\\u2069", id="bidi"),
    pytest.param("می‌خواهم", "می‌خواهم", id="zero-width non-joiner stays"),
    pytest.param("Талибан “да”", "Талибан “да”", id="Cyrillic"),
    pytest.param("\udce9", "\\udce9", id="lone surrogate"),
    pytest.param("🇷🇺 👩‍🚀", "🇷🇺 👩‍🚀", id="joined emoji"),
]


@pytest.mark.parametrize(("given", "expected"), ESCAPES)
def test_what_could_steer_a_terminal_is_spelled_out(given: str, expected: str) -> None:
    assert printable(given) == expected


@pytest.mark.parametrize("field", ["speaker", "role", "place", "event", "exact", "prefix"])
def test_no_field_of_a_statement_reaches_the_screen_raw(field: str) -> None:
    text = card_text(result(evidence=(evidence(**{field: NASTY}),)))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\x1b[31mred" in text


def test_a_very_long_quote_is_shortened_in_the_middle() -> None:
    long = result(quote="first " + "word " * 100_000 + "last")
    line = card_text(long).splitlines()[1]
    assert len(line) < 2100
    assert line.startswith('  printed   "first word')
    assert line.endswith('word last"')
