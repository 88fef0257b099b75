"""Rows 54 to 64 and 72 to 74, but 59: what kind of record the words stand in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rows import ANY, NOT_MATCH, Case, absent, assert_case, check, finding, found, said

from sources.models import Statement

PASS = "The pass will stay open to the carts of both valleys."
PASS_OTHER = "The mountain pass is to remain open for carts from either valley."
PASS_OWN = "The pass will remain open to the wagons of both valleys."
PASS_RUSSIAN = "Перевал останется открытым для повозок обеих долин."


def translated(text: str, wording: str, **fields: Any) -> Statement:
    """An English wording of something said in Russian."""
    return said(
        text,
        **({"wording": wording, "utterance": "u", "original_language": "ru"} | fields),
    )


OFFICIAL = translated(PASS, "official_translation")
AGENCY = translated(PASS, "agency_translation", name="agency", source={"publisher": "North Wire"})
OTHER_AGENCY = translated(
    PASS_OTHER, "agency_translation", name="other", source={"publisher": "South Wire"}
)
RUSSIAN = said(PASS_RUSSIAN, name="russian", utterance="u")

TRANSLATIONS = [
    *found(
        "translation_official",
        Case((OFFICIAL,), PASS),
        Case((OFFICIAL, RUSSIAN, OTHER_AGENCY), PASS, first="s1"),
    ),
    *absent(
        "translation_official",
        Case((said(PASS),), PASS, "match"),
        Case((AGENCY,), PASS, "match"),
        Case((OFFICIAL,), "The pass will not stay open to the carts of both valleys.", "no_source"),
    ),
    *found(
        "translation_agency",
        Case((AGENCY, OTHER_AGENCY), PASS, first="agency"),
        Case((OTHER_AGENCY, AGENCY, RUSSIAN), PASS_OTHER, first="other"),
    ),
    *absent(
        "translation_agency",
        Case((said(PASS),), PASS, "match"),
        Case((OFFICIAL,), PASS, "match"),
    ),
    *found(
        "translation_variant",
        Case((OFFICIAL,), PASS_OWN),
        Case((AGENCY, RUSSIAN), PASS_OWN),
    ),
    *absent(
        "translation_variant",
        Case((said(PASS),), PASS_OWN, "paraphrase"),
        Case((OFFICIAL,), PASS, "match"),
        Case((OFFICIAL,), "The pass will stay closed to the carts of both valleys.", "no_source"),
    ),
    *found(
        "translation_hedge",
        Case(
            (translated("The pass is, for now, open to the carts.", "official_translation"),),
            "The pass is open to the carts.",
            instead=("hedge_changed",),
        ),
        Case(
            (translated("The pass is open to the carts of the abbey.", "agency_translation"),),
            "The pass is probably open to the carts of the abbey.",
            instead=("hedge_changed",),
        ),
    ),
    *absent(
        "translation_hedge",
        Case(
            (translated("The pass is, for now, open to the carts.", "official_translation"),),
            "The pass is, for now, open to the carts.",
            "match",
            never=("hedge_changed",),
        ),
        Case(
            (said("The pass is, for now, open to the carts."),),
            "The pass is open to the carts.",
            "paraphrase",
            codes=("hedge_changed",),
        ),
    ),
    *found(
        "translation_conflict",
        Case(
            (OFFICIAL, RUSSIAN),
            "The pass will not stay open to the carts of both valleys.",
            instead=("negation_changed",),
        ),
        Case(
            (AGENCY, RUSSIAN),
            "The pass may stay open to the carts of both valleys.",
            instead=("modality_changed",),
        ),
    ),
    *absent(
        "translation_conflict",
        Case((OFFICIAL, RUSSIAN), PASS_OWN, "paraphrase"),
        Case((said(PASS),), "The pass will not stay open to the carts of both valleys.", ANY),
    ),
]

HARBOUR = "The harbour belongs to the town and to nobody else."
HARBOUR_OTHER = "The harbour belongs to the abbey and to nobody else."
VERSIONS = [
    *found(
        "versions_differ",
        Case(
            (said(HARBOUR, name="a", utterance="u"), said(HARBOUR_OTHER, name="b", utterance="u")),
            HARBOUR,
            first="a",
        ),
        Case(
            (said(HARBOUR, name="a", utterance="u"), said(HARBOUR_OTHER, name="b", utterance="u")),
            HARBOUR_OTHER,
            first="b",
        ),
    ),
    *absent(
        "versions_differ",
        Case(
            (said(HARBOUR, name="a", utterance="u"), said(HARBOUR, name="b", utterance="u")),
            HARBOUR,
            "match",
        ),
        Case((said(HARBOUR, name="a"), said(HARBOUR_OTHER, name="b")), HARBOUR, "match"),
        # Translations of one utterance differ by nature (rule 10).
        Case((AGENCY, OTHER_AGENCY), PASS, "match"),
    ),
]

PAGE = {"kind": "official_transcript", "title": "Remarks to the council"}
RECORDS = [
    *found(
        "edited_record",
        Case((said(HARBOUR, source=PAGE, note="lightly edited for readability"),), HARBOUR),
    ),
    *absent(
        "edited_record",
        Case((said(HARBOUR, source={"kind": "transcript"}),), HARBOUR, "match"),
    ),
    *found(
        "as_prepared",
        Case(
            (said(HARBOUR, source={**PAGE, "title": "Remarks as prepared for delivery"}),),
            HARBOUR,
        ),
        Case((said(HARBOUR, source=PAGE, note="as prepared, not as delivered"),), HARBOUR),
    ),
    *absent(
        "as_prepared",
        Case((said(HARBOUR, source=PAGE),), HARBOUR, "match"),
        Case(
            (said(HARBOUR, source={**PAGE, "title": "Remarks as delivered to the council"}),),
            HARBOUR,
            "match",
        ),
    ),
    *found(
        "secondary_source",
        Case((said(HARBOUR, source={"kind": "agency_report"}),), HARBOUR),
        Case((said(HARBOUR, source={"kind": "news_report"}),), HARBOUR),
    ),
    *absent(
        "secondary_source",
        Case((said(HARBOUR, source=PAGE),), HARBOUR, "match"),
        Case(
            (
                said(HARBOUR, name="a", utterance="u", source=PAGE),
                said(HARBOUR, name="b", utterance="u", source={"kind": "news_report"}),
            ),
            HARBOUR,
            "match",
            first="a",
        ),
    ),
    *found(
        "asr",
        Case((said(HARBOUR, confidence="low", note="machine transcript (asr)"),), HARBOUR),
    ),
    *absent(
        "asr",
        Case((said(HARBOUR),), HARBOUR, "match"),
        Case((said(HARBOUR, note="transcribed by hand"),), HARBOUR, "match"),
    ),
]

SUMMARY = said(HARBOUR, wording="rendering", name="summary", utterance="u")
RENDERINGS = [
    *found(
        "own_rendering",
        Case((SUMMARY,), HARBOUR),
        Case((SUMMARY,), "The harbour is the property of the town and of nobody else."),
        Case((SUMMARY,), "The harbour belongs to the town.", verdicts=("paraphrase",)),
    ),
    *absent(
        "own_rendering",
        Case((said(HARBOUR),), HARBOUR, "match"),
        Case((SUMMARY, said(HARBOUR, utterance="u")), HARBOUR, "match", first="s1"),
    ),
    # A summary proves a meaning only where the meaning is kept.
    Case((SUMMARY,), "The harbour does not belong to the town.", "no_source"),
    Case((SUMMARY,), "The harbour belongs to the abbey and to nobody else.", "no_source"),
]

WIRE = {"wire": "North Wire", "publisher": "The Valley Post", "kind": "agency_report"}
PRINTED_FROM_WIRE = (("wire", "North Wire"), ("origin", "https://paper.example/story"))
INDEPENDENT = said(HARBOUR, name="page", utterance="u")
SAME_WIRE = [
    *found(
        "same_wire",
        Case((said(HARBOUR, source=WIRE),), HARBOUR, document=PRINTED_FROM_WIRE),
        Case(
            (said(HARBOUR, source=WIRE, utterance="u"), SUMMARY),
            HARBOUR,
            document=PRINTED_FROM_WIRE,
        ),
    ),
    *absent(
        "same_wire",
        Case(
            (said(HARBOUR, source={**WIRE, "wire": "South Wire"}),),
            HARBOUR,
            "match",
            document=PRINTED_FROM_WIRE,
        ),
        Case(
            (said(HARBOUR, source=WIRE, utterance="u"), INDEPENDENT),
            HARBOUR,
            "match",
            document=PRINTED_FROM_WIRE,
        ),
        Case((said(HARBOUR, source=WIRE),), HARBOUR, "match"),
    ),
]

STORY = "https://paper.example/story"
OF_THE_STORY = said(HARBOUR, source={"url": STORY}, utterance="u")
SELF_SOURCE = [
    *found(
        "self_source",
        Case((OF_THE_STORY,), HARBOUR, document=(("origin", STORY),)),
        Case((OF_THE_STORY,), HARBOUR, document=(("origin", f"{STORY}/#comments"),)),
        Case((OF_THE_STORY,), HARBOUR, document=(("origin", "http://www.paper.example/story"),)),
    ),
    *absent(
        "self_source",
        Case((OF_THE_STORY,), HARBOUR, "match", document=(("origin", f"{STORY}-two"),)),
        Case(
            (OF_THE_STORY, INDEPENDENT),
            HARBOUR,
            "match",
            document=(("origin", STORY),),
            first="page",
        ),
        Case((OF_THE_STORY,), HARBOUR, "match"),
        Case(
            (OF_THE_STORY,),
            "The swans have come back to the lake of the monastery.",
            "no_source",
            document=(("origin", STORY),),
        ),
    ),
]


@pytest.mark.parametrize("case", TRANSLATIONS)
def test_translations(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize("case", [*VERSIONS, *RECORDS])
def test_versions_and_kinds_of_record(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize("case", RENDERINGS)
def test_renderings(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    assert case.statements != (SUMMARY,) or result.verdict in NOT_MATCH


@pytest.mark.parametrize("case", [*SAME_WIRE, *SELF_SOURCE])
def test_what_is_no_independent_source(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    if case.code == "self_source" and case.applies:
        assert result.evidence == ()


@pytest.mark.parametrize(
    ("statements", "listed"),
    [
        ((AGENCY, OTHER_AGENCY), {"agency", "other"}),
        ((OFFICIAL, RUSSIAN, OTHER_AGENCY), {"s1", "russian", "other"}),
        (
            (said(HARBOUR, name="a", utterance="u"), said(HARBOUR_OTHER, name="b", utterance="u")),
            {"a", "b"},
        ),
    ],
)
def test_every_wording_of_the_utterance_is_shown(
    statements: tuple[Statement, ...], listed: set[str], tmp_path: Path
) -> None:
    result = assert_case(Case(statements, statements[0].text, "match"), tmp_path)
    assert {item.statement for item in result.evidence} == listed


def test_a_qualification_that_a_translation_lacks_is_told_as_left_out(tmp_path: Path) -> None:
    stored = said(
        "We have not yet taken a decision on recognition.",
        original_language="ru",
        wording="official_translation",
    )
    result = check(Case((stored,), "We have not taken a decision on recognition."), tmp_path)
    told = finding(result, "translation_hedge").message
    assert told == "A qualification differs between the translations: “yet” was left out."
