"""Rows 35 to 39: the same meaning in other words, and meanings merely alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import Case, absent, assert_case, found, said

INTENSITY = found(
    "intensity_changed",
    Case(
        "The drought is a problem for the herders of the plateau.",
        "The drought is a huge problem for the herders of the plateau.",
    ),
    Case(
        "We are very grateful to the monks for the bread.",
        "We are grateful to the monks for the bread.",
    ),
    Case(
        "The council is deeply concerned by the price of salt.",
        "The council is concerned by the price of salt.",
    ),
    Case(
        "The ferry made a dangerous journey through the ice.",
        "The ferry made an extremely dangerous journey through the ice.",
    ),
    Case(
        "The wall needs repair before the autumn storms.",
        "The wall urgently needs repair before the autumn storms.",
        instead=("undeclared_omission", "reworded", "not_verbatim"),
    ),
    Case(
        "Засуха стала проблемой для пастухов на плато.",
        "Засуха стала огромной проблемой для пастухов на плато.",
    ),
)
NOT_INTENSITY = absent(
    "intensity_changed",
    Case(
        "We are very grateful to the monks for the bread.",
        "We are very grateful to the monks for the bread.",
        "match",
    ),
    # Whether some or all is no matter of degree.
    Case(
        "Some of the herders have left the plateau for good.",
        "All of the herders have left the plateau for good.",
        "no_source",
    ),
    Case(
        "The drought is a problem for the herders of the plateau.",
        "The drought is no problem for the herders of the plateau.",
        "no_source",
        codes=("negation_changed",),
    ),
    Case(
        "The drought is a problem for the herders of the plateau.",
        "The drought is hardly a problem for the herders of the plateau.",
        "no_source",
    ),
    Case(
        "The ferry made a dangerous journey through the ice.",
        "The ferry made a safe journey through the ice.",
        "no_source",
    ),
    # The same degree in another sentence.
    Case(
        "The ice was very thick. The ferry made a dangerous journey.",
        "The ferry made a dangerous journey.",
        "match",
    ),
)

PERSON = found(
    "person_shift",
    Case(
        "I will open the school with my own hands in the autumn.",
        "She will open the school with her own hands in the autumn.",
    ),
    Case(
        "I have always paid my taxes to the province.",
        "He has always paid his taxes to the province.",
    ),
    Case(
        "I will open the school with my own hands in the autumn.",
        "she will open the school with her own hands in the autumn",
        kind="indirect",
        severities=("info",),
    ),
    Case(
        "I have always paid my taxes to the province.",
        "he had always paid his taxes to the province",
        kind="indirect",
        severities=("info",),
    ),
    Case(
        "Я открою эту школу осенью своими руками.",
        "Она откроет эту школу осенью своими руками.",
    ),
)
NOT_PERSON = absent(
    "person_shift",
    Case(
        "She will open the school with her own hands in the autumn.",
        "She will open the school with her own hands in the autumn.",
        "match",
    ),
    # From another person's deed to the speaker's own.
    Case(
        "They robbed the widows of the drowned sailors.",
        "We robbed the widows of the drowned sailors.",
        "no_source",
    ),
    Case(
        "I will not open the school with my own hands.",
        "She will open the school with her own hands.",
        "no_source",
    ),
    Case(
        "We broke the truce on the night of the fair.",
        "They broke the truce on the night of the fair.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "I will open the school in the autumn.",
        "The bishop will open the school in the autumn.",
        "no_source",
    ),
)

NOT_VERBATIM = found(
    "not_verbatim",
    *(
        Case(stored, printed, instead=("reworded",))
        for stored, printed in [
            (
                "The army of the islanders shelled our harbour for a whole night.",
                "Our harbour was shelled for an entire night by the army of the islanders.",
            ),
            (
                "We will begin talks with our neighbours about the river next month.",
                "Next month we will start negotiations with our neighbours about the river.",
            ),
            (
                "It is necessary to help the families that lost their houses in the flood.",
                "The families that lost their homes in the flood need to be helped.",
            ),
            (
                "The council decided to buy the old brewery for the new school.",
                "The council took the decision to purchase the old brewery for the new school.",
            ),
            (
                "No fewer than 300 herders came to the funeral of the bishop.",
                "At least 300 herders attended the funeral of the bishop.",
            ),
        ]
    ),
)
NOT_NOT_VERBATIM = absent(
    "not_verbatim",
    # The same subject, another claim.
    Case(
        "The council decided to buy the old brewery for the new school.",
        "The new school has a roof of copper from the old brewery.",
        "no_source",
        never=("reworded",),
    ),
    Case(
        "We will begin talks with our neighbours about the river next month.",
        "Our neighbours along the river have begun a war this month.",
        "no_source",
        never=("reworded",),
    ),
    Case(
        "The bishop praised the herders for their gifts to the abbey.",
        "The herders praised the bishop for his gifts to the abbey.",
        "no_source",
        never=("reworded",),
    ),
    Case(
        "The families of the flooded villages will get new houses from the province.",
        "The families of the flooded villages will get new schools from the bishop.",
        "no_source",
        never=("reworded",),
    ),
    Case(
        "The army of the islanders shelled our harbour for a whole night.",
        "The army of the islanders shelled our harbour for a whole night.",
        "match",
    ),
)

INDIRECT = found(
    "indirect_ok",
    Case(
        "We will begin talks with our neighbours about the river next month.",
        "they would start negotiations with their neighbours about the river next month",
        kind="indirect",
    ),
    Case(
        "The council decided to buy the old brewery for the new school.",
        "the council had decided to purchase the old brewery for the new school",
        kind="indirect",
    ),
)
NOT_INDIRECT = absent(
    "indirect_ok",
    Case(
        "The council decided to buy the old brewery for the new school.",
        "the council had decided not to purchase the old brewery for the new school",
        "no_source",
        kind="indirect",
    ),
    Case(
        "The council decided to buy the old brewery for the new school.",
        "The council decided to purchase the old brewery for the new school.",
        "paraphrase",
    ),
)

EMBASSY = said("We will reopen the embassy beside the old market.", name="embassy")
HOSPITAL = said("We will pay for the repair of the children's hospital.", name="hospital")
SYNTHESISED = [
    Case(
        (EMBASSY, HOSPITAL),
        printed,
        kind="indirect",
        code="synthesised",
    )
    for printed in (
        "they would reopen the embassy and pay for the repair of the children's hospital",
        (
            "they would pay for repairing the children's hospital and reopen the embassy "
            "beside the market"
        ),
        "the embassy would be reopened; they would pay for the repair of the children's hospital",
    )
]
NOT_SYNTHESISED = absent(
    "synthesised",
    Case(
        (said(f"{EMBASSY.text} {HOSPITAL.text}"),),
        f"{EMBASSY.text} {HOSPITAL.text}",
        "match",
    ),
    Case(
        (EMBASSY, HOSPITAL),
        "they would reopen the embassy and would not pay for the repair of the children's hospital",
        "no_source",
        kind="indirect",
    ),
    Case(
        (EMBASSY, HOSPITAL),
        "they would reopen the embassy and sell the children's hospital",
        "no_source",
        kind="indirect",
    ),
)


@pytest.mark.parametrize(
    "case",
    [
        *INTENSITY,
        *NOT_INTENSITY,
        *PERSON,
        *NOT_PERSON,
        *NOT_VERBATIM,
        *NOT_NOT_VERBATIM,
        *INDIRECT,
        *NOT_INDIRECT,
        *NOT_SYNTHESISED,
    ],
)
def test_meaning(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize("case", SYNTHESISED)
def test_every_statement_of_a_synthesis_is_listed(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    assert {"embassy", "hospital"} <= {item.statement for item in result.evidence}
