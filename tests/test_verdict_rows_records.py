"""Rows 45 and 59, and the state of a record: links between records, and what a record is of."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rows import SPEAKER, Case, absent, assert_case, check, finding, found, said

from sources.models import Statement

TOLL = "The toll on the old bridge falls away in the autumn."
TOLL_LATER = "The toll on the old bridge falls away in the coming spring."
TOLL_DENIED = "The toll on the old bridge does not fall away in the autumn."
NOTICE = "https://council.example/corrections/7"
LATER = date(2022, 3, 21)


def corrected(text: str = TOLL, **fields: Any) -> Statement:
    """A statement that was corrected by the statement "later"."""
    return said(text, **({"corrected_by": "later"} | fields))


CORRECTION = said(TOLL_LATER, name="later", said_on=LATER)
CORRECTIONS = [
    *found(
        "later_corrected",
        Case((corrected(), CORRECTION), TOLL, "match", first="s1"),
        Case((corrected(corrected_by=NOTICE),), TOLL, "match"),
        Case((corrected(corrected_by=None, withdrawn=True),), TOLL, "match"),
        # Another wording of the same utterance was corrected: so were these words.
        Case(
            (corrected(utterance="u"), said(TOLL, name="copy", utterance="u"), CORRECTION),
            TOLL,
            "match",
        ),
        Case(
            (corrected(), CORRECTION),
            "The toll on the old bridge falls away in autumn.",
            "paraphrase",
        ),
        Case((corrected(withdrawn=True), CORRECTION), f"{TOLL[:-1]},", "match"),
        # The statement that corrects is in another store: its id is told all the same.
        Case((corrected(corrected_by="elsewhere-7"),), TOLL, "match"),
    ),
    *absent(
        "later_corrected",
        Case((said(TOLL),), TOLL, "match"),
        # What replaced the words is not itself replaced.
        Case((corrected(), CORRECTION), TOLL_LATER, "match", first="later"),
        Case(
            (corrected(utterance="u"), said(TOLL_LATER, name="later", utterance="u")),
            TOLL_LATER,
            "match",
            first="later",
        ),
        # Another utterance of the same words, which nobody took back.
        Case(
            (corrected(said_on=date(2021, 3, 14)), said(TOLL, name="again"), CORRECTION),
            TOLL,
            "match",
            said_on=date(2022, 3, 14),
            first="again",
        ),
        # An agency corrected its own translation, not the speaker's words.
        Case(
            (
                said(TOLL, utterance="u"),
                corrected(TOLL_LATER, name="wire", utterance="u", wording="agency_translation"),
                CORRECTION,
            ),
            TOLL,
            "match",
            first="s1",
        ),
        # No support, so nothing that a correction could be told of.
        Case((corrected(), CORRECTION), TOLL_DENIED, "no_source"),
        Case((corrected(), CORRECTION), "The swans are back on the abbey lake.", "no_source"),
        Case((corrected(), said(TOLL_LATER, name="later", note="a correction")), TOLL_LATER),
    ),
]


@pytest.mark.parametrize("case", CORRECTIONS)
def test_a_later_correction(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (
            (corrected(), CORRECTION),
            f"corrected later: see later, {SPEAKER}, 21 March 2022, https://archive.example/later",
        ),
        ((corrected(corrected_by=NOTICE),), f"corrected later: see {NOTICE}"),
        ((corrected(corrected_by=None, withdrawn=True),), "withdrawn later"),
        ((corrected(corrected_by=NOTICE, withdrawn=True),), f"withdrawn later: see {NOTICE}"),
    ],
)
def test_a_correction_is_told_with_its_link(
    statements: tuple[Statement, ...], told: str, tmp_path: Path
) -> None:
    result = check(Case(statements, TOLL), tmp_path)
    assert finding(result, "later_corrected").message == f"These words were {told}."


FERRY = "For now the ferry keeps to its winter hours."
FERRY_OWN = "The ferry keeps to its winter hours for now."
FERRY_SAID = "Паром пока ходит по зимнему расписанию."


def wording(text: str = FERRY, **fields: Any) -> Statement:
    """An English wording of something said in Dari."""
    return said(text, **({"wording": "agency_translation", "original_language": "fa"} | fields))


RELAYED = wording(translated_from="ru", name="relayed", utterance="u")
BACK = wording(original_language="en", translated_from="ru", name="back", utterance="u")
RELAYS = [
    *found(
        "relay_translation",
        Case((RELAYED,), FERRY),
        # Said in English, printed in Russian, and translated back.
        Case((BACK,), FERRY),
        Case((RELAYED,), f"{FERRY[:-1]},"),
        Case((wording(translated_from="ru", wording="official_translation"),), FERRY),
        Case((RELAYED,), FERRY_OWN),
        Case((RELAYED, wording(TOLL, name="other")), FERRY, first="relayed"),
    ),
    *absent(
        "relay_translation",
        Case((wording(),), FERRY, "match"),
        Case((wording(translated_from="fa"),), FERRY, "match"),
        Case((said(FERRY),), FERRY, "match"),
        # Another wording has the same words, straight from the original.
        Case((RELAYED, wording(name="straight", utterance="u")), FERRY, "match", first="straight"),
        Case((BACK, said(FERRY, name="own", utterance="u")), FERRY, "match", first="own"),
        Case((RELAYED,), "For now the ferry does not keep to its winter hours.", "no_source"),
        Case((said(FERRY_SAID),), FERRY_SAID, "match"),
    ),
]


@pytest.mark.parametrize("case", RELAYS)
def test_a_translation_of_a_translation(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_the_way_of_a_relayed_translation_is_told(tmp_path: Path) -> None:
    assert (
        "(fa to ru to en)"
        in finding(check(Case((RELAYED,), FERRY), tmp_path), "relay_translation").message
    )


PREPARED = {"title": "Remarks as prepared for delivery"}
STATES = [
    *found(
        "as_prepared",
        Case((said(TOLL, state="as_prepared"),), TOLL),
        Case((said(TOLL, source=PREPARED),), TOLL),
    ),
    *absent(
        "as_prepared",
        Case((said(TOLL, state="delivered"),), TOLL, "match"),
        # What is known of the record goes before its title.
        Case((said(TOLL, state="delivered", source=PREPARED),), TOLL, "match"),
        Case((said(TOLL, state="edited"),), TOLL, "match"),
    ),
    *found("edited_record", Case((said(TOLL, state="edited"),), TOLL)),
    *absent(
        "edited_record",
        Case((said(TOLL, state="delivered", note="lightly edited"),), TOLL, "match"),
        Case((said(TOLL),), TOLL, "match"),
    ),
    *found("asr", Case((said(TOLL, state="asr"),), TOLL)),
    *absent("asr", Case((said(TOLL, state="delivered"),), TOLL, "match")),
]


@pytest.mark.parametrize("case", STATES)
def test_the_state_of_a_record(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
