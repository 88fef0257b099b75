"""Rows 65 to 71: nothing found, nothing to go by, and nothing to judge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rows import DAY, Case, absent, assert_case, check, finding, found, said

OAKS = said("The oaks of the valley belong to the herders and their children.", name="oaks")
FLEET = said("The fleet will stay in the harbour until the ice breaks.", name="fleet")
SCHOOL = said("Every child of the plateau shall learn to read.", name="school")
THREE = (OAKS, FLEET, SCHOOL)
SWANS = "My grandfather painted swans on the ceiling of the opera."

NEAR_MISS = found(
    "near_miss",
    Case(THREE, "The oaks of the valley do not belong to the herders.", first="oaks"),
    Case(THREE, "The fleet may stay in the harbour until the ice breaks.", first="fleet"),
    Case(
        THREE,
        "The oaks of the valley belong to the bishop and his creditors in the city.",
        first="oaks",
    ),
)
NOT_NEAR_MISS = absent(
    "near_miss",
    Case(THREE, OAKS.text, "match"),
    Case(THREE, SWANS, "no_source", codes=("absent",)),
)

ABSENT = found(
    "absent",
    Case(THREE, SWANS),
    Case(THREE, "Copper prices in the colonies have ruined our bank."),
    Case(THREE, SWANS, speaker=None),
)
NOT_ABSENT = absent(
    "absent",
    Case(THREE, FLEET.text, "match"),
    Case(THREE, "The fleet will not stay in the harbour until the ice breaks.", "no_source"),
)

NOT_COVERED = found(
    "not_covered",
    Case(THREE, SWANS, speaker="Olav Tunheim"),
    Case(THREE, SWANS, said_on=date(1999, 1, 1)),
    Case(THREE, SWANS, said_on=date(2031, 1, 1)),
)
COVERED = absent(
    "not_covered",
    Case(THREE, SWANS, "no_source"),
    Case(THREE, SWANS, "no_source", said_on=DAY),
    Case(THREE, SWANS, "no_source", speaker=None),
    # Words that stand in the library are found, whoever is said to have said them.
    Case(
        THREE,
        OAKS.text,
        "match",
        speaker="Olav Tunheim",
        codes=("wrong_speaker",),
    ),
)

PRIVATE = found(
    "private_speech",
    Case(
        THREE,
        f'"{SWANS[:-1]}," a senior official said on condition of anonymity.',
        sentence=True,
    ),
    Case(
        THREE,
        f'"{SWANS[:-1]}," Ilse Brandvik told The Valley Post in an interview.',
        sentence=True,
    ),
)
NOT_PRIVATE = absent(
    "private_speech",
    Case(
        THREE,
        f'"{OAKS.text[:-1]}," Ilse Brandvik told The Valley Post in an interview.',
        "match",
        sentence=True,
    ),
    Case(THREE, f'"{SWANS[:-1]}," Ilse Brandvik said.', "no_source", sentence=True),
)

MANY = tuple(
    said(f"Peace is hard, says the {name} of the valley.", name=name)
    for name in ("miller", "smith", "abbot")
)
TOO_SHORT = found(
    "too_short",
    Case(THREE, "the oaks", "match"),
    Case(THREE, "the oaks", "no_source", speaker=None),
    Case(THREE, "oaks", "no_source", speaker=None),
    # Three words that stand in one utterance only.
    Case(THREE, "the ice breaks", "match", speaker=None),
    Case(MANY, "peace is hard", "no_source", speaker=None),
    Case(MANY, "peace is hard", "match"),
    # Only the named speaker's statements count for a fragment.
    Case(
        (OAKS.model_copy(update={"speaker": "Olav Tunheim"}), FLEET),
        "the oaks",
        "no_source",
    ),
    Case(THREE, "golden swans", "no_source"),
)
LONG_ENOUGH = absent(
    "too_short",
    Case(THREE, "belong to the herders and their children", "match"),
    Case(THREE, SWANS, "no_source"),
    Case(THREE, OAKS.text, "match", speaker=None),
)

NO_QUOTE = found(
    "no_quote",
    Case(
        THREE,
        "The oaks of the valley are the property of the herders and their children.",
        kind="claim",
    ),
    Case(THREE, SWANS, "no_source", kind="claim"),
)
WITH_MARKS = absent(
    "no_quote",
    Case(THREE, OAKS.text, "match"),
    Case(THREE, f'"{OAKS.text[:-1]}," Ilse Brandvik said.', "match", sentence=True),
)


@pytest.mark.parametrize(
    "case",
    [
        *NOT_NEAR_MISS,
        *NOT_ABSENT,
        *NOT_COVERED,
        *COVERED,
        *PRIVATE,
        *NOT_PRIVATE,
        *LONG_ENOUGH,
        *NO_QUOTE,
        *WITH_MARKS,
    ],
)
def test_nothing_found(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize("case", NEAR_MISS)
def test_a_near_miss_is_shown_with_its_edits(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    assert {edit.op for edit in result.near_misses[0].edits} > {"equal"}


def test_a_document_that_was_stored_twice_is_one_near_miss(tmp_path: Path) -> None:
    twice = tuple(said("The oaks do not belong to the herders.", name=name) for name in "ab")
    other = said("The oaks do not belong to the council.", name="c")
    case = Case((*twice, other), "The oaks do belong to the herders.", "no_source")
    assert [shown.statement for shown in check(case, tmp_path).near_misses] == ["a", "c"]


@pytest.mark.parametrize("case", ABSENT)
def test_an_absent_quote_comes_with_its_receipt(case: Case, tmp_path: Path) -> None:
    receipt = assert_case(case, tmp_path).receipt
    assert (receipt.searched, receipt.complete) == (3, True)
    assert receipt.speakers == ("Ilse Brandvik",)
    assert (receipt.from_, receipt.to, receipt.languages) == (DAY, DAY, ("en",))


@pytest.mark.parametrize("case", TOO_SHORT)
def test_a_fragment_is_looked_up_only_where_the_speaker_is_named(
    case: Case, tmp_path: Path
) -> None:
    result = assert_case(case, tmp_path)
    assert result.near_misses == ()


def test_a_fragment_is_counted(tmp_path: Path) -> None:
    result = assert_case(Case(MANY, "peace is hard", ("match", "no_source")), tmp_path)
    assert "3" in finding(result, "too_short").message


@pytest.mark.parametrize("printed", ["", "   ", "…", "—", "[...]", "\u200b", "?!"])
def test_nothing_to_judge_is_a_status_and_no_verdict(printed: str, tmp_path: Path) -> None:
    result = check(Case(THREE, printed), tmp_path)
    assert (result.status, result.verdict) == ("not_checked", None)
    assert [item.message for item in result.findings]


@pytest.mark.parametrize(
    "printed", ["山谷的橡树属于牧民和他们的孩子们。", "Дубы принадлежат пастухам долины."]
)
def test_a_language_the_store_does_not_hold_is_not_judged(printed: str, tmp_path: Path) -> None:
    result = check(Case(THREE, printed), tmp_path)
    assert (result.status, result.verdict) == ("not_checked", None)


def test_one_mark_too_few_does_not_refuse_the_text(tmp_path: Path) -> None:
    case = Case(THREE, f'Ilse Brandvik said: "{OAKS.text}', "match", sentence=True)
    assert_case(case, tmp_path)
