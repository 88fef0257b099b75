"""Rows 20, 21, 26 and 27: words dropped, moved or replaced without a mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import NOT_MATCH, Case, absent, assert_case, finding, found

GRAIN = "We signed the agreement on grain and timber with our neighbours in the old castle."

UNDECLARED = found(
    "undeclared_omission",
    Case(GRAIN, "We signed the agreement on grain and timber in the old castle."),
    Case(
        "The children of the valley sang for us this morning in the rain.",
        "The children of the valley sang for us in the rain.",
    ),
    Case(
        "Our engineers repaired, with help from the monastery, the dam above the town.",
        "Our engineers repaired the dam above the town.",
    ),
    Case(
        "The archive, as my colleagues know, holds every letter of the old king.",
        "The archive holds every letter of the old king.",
    ),
    # Two sentences that do not follow one another, with no mark between them.
    Case(
        "The harbour is full of ice. Seals sleep on the piers. The pilots wait for the thaw.",
        "The harbour is full of ice. The pilots wait for the thaw.",
    ),
    Case(
        "Дети нашей долины пели для нас сегодня утром под дождём.",
        "Дети нашей долины пели для нас под дождём.",
    ),
)

NOT_UNDECLARED = absent(
    "undeclared_omission",
    Case(GRAIN, "We signed the agreement on grain and timber … in the old castle.", "match"),
    Case(GRAIN, "We signed the agreement on grain and timber with our neighbours.", "match"),
    Case(
        "Our engineers have not repaired the dam above the town.",
        "Our engineers have repaired the dam above the town.",
        "no_source",
        codes=("negation_changed",),
    ),
    Case(
        "Our engineers will probably repair the dam above the town.",
        "Our engineers will repair the dam above the town.",
        "paraphrase",
        codes=("hedge_changed",),
    ),
    Case(
        "Our engineers have repaired the very old dam above the town.",
        "Our engineers have repaired the old dam above the town.",
        "paraphrase",
        codes=("intensity_changed",),
    ),
    Case(
        "We opened all the gates but the northern one for the carts.",
        "We opened all the gates for the carts.",
        "no_source",
    ),
)

REORDERED = found(
    "reordered",
    Case(
        "In the spring we will open the school for the herders.",
        "We will open the school for the herders in the spring.",
    ),
    Case(
        "The talks gave both valleys peace and prosperity at last.",
        "The talks gave both valleys prosperity and peace at last.",
    ),
    Case(
        "Yesterday the ferry brought the doctors to the island.",
        "The ferry brought the doctors to the island yesterday.",
    ),
    Case(
        "With our own hands we rebuilt the mill and the chapel.",
        "We rebuilt the mill and the chapel with our own hands.",
    ),
    Case(
        "We only want a fair price for the wool of our sheep.",
        "We want only a fair price for the wool of our sheep.",
    ),
    Case(
        "Весной мы откроем школу для детей пастухов.",
        "Мы откроем весной школу для детей пастухов.",
    ),
)

NOT_REORDERED = [
    *absent(
        "reordered",
        Case(GRAIN, GRAIN, "match"),
        Case(
            "The harbour is full of ice. The pilots wait for the thaw.",
            "The pilots wait for the thaw.",
            "match",
        ),
    ),
    # Reordered so that the meaning turns.
    Case(
        "The wolves killed the dogs of the northern herders.",
        "The dogs killed the wolves of the northern herders.",
        "no_source",
    ),
    Case(
        "We trust the islanders and the islanders do not trust the bank.",
        "We do not trust the islanders and the islanders trust the bank.",
        "no_source",
    ),
    Case(
        "The three mills have two owners since the fire.",
        "The two mills have three owners since the fire.",
        "no_source",
    ),
    Case(
        "The sheep are worth more than the land of the monastery.",
        "The land of the monastery is worth more than the sheep.",
        "no_source",
    ),
    Case(
        "Волки загрызли собак, а пастухи прогнали волков.",
        "Собаки загрызли волков, а волки прогнали пастухов.",
        "no_source",
    ),
]

MINOR = found(
    "minor_wording",
    Case(
        "We found a letter of the old king in the archive.",
        "We found the letter of the old king in the archive.",
    ),
    Case(
        "The bridge that the army built has carried us all.",
        "The bridge which the army built has carried us all.",
    ),
    Case(
        "The first steps towards peace are always slow.",
        "The first steps toward peace are always slow.",
    ),
    Case(
        "We know that the harvest will be poor this year.",
        "We know the harvest will be poor this year.",
    ),
    Case(
        "The teachers and the doctors stayed in the valley.",
        "The teachers and doctors stayed in the valley.",
    ),
)
NOT_MINOR = absent(
    "minor_wording",
    Case(
        "We found a letter of the old king in the archive.",
        "We found no letter of the old king in the archive.",
        "no_source",
        codes=("negation_changed",),
    ),
    Case(
        "The council voted for the sale of the forest.",
        "The council voted against the sale of the forest.",
        "no_source",
    ),
    Case(
        "The weapons were sent to the rebels in the hills.",
        "The weapons were sent from the rebels in the hills.",
        "no_source",
    ),
    Case(
        "We have a few friends among the islanders.",
        "We have few friends among the islanders.",
        NOT_MATCH,
    ),
    Case(
        "The first steps towards peace are always slow.",
        "The first steps towards peace are always slow.",
        "match",
    ),
    Case(
        "We met before the vote on the forest.",
        "We met after the vote on the forest.",
        "no_source",
    ),
)

REWORDED = found(
    "reworded",
    *(
        Case(stored, printed, instead=("not_verbatim",))
        for stored, printed in [
            (
                "We will begin the repair of the dam next month.",
                "We will start the repair of the dam next month.",
            ),
            (
                "The talks with the islanders were useful and frank.",
                "The negotiations with the islanders were useful and frank.",
            ),
            (
                "The monks helped the families of the drowned sailors.",
                "The monks assisted the families of the drowned sailors.",
            ),
            (
                "We must quickly find a house for the orphans.",
                "We must rapidly find a house for the orphans.",
            ),
            (
                "The council bought the old brewery for the school.",
                "The council purchased the old brewery for the school.",
            ),
            (
                "Мы начнём ремонт плотины в следующем месяце.",
                "Мы приступим к ремонту плотины в следующем месяце.",
            ),
        ]
    ),
)
NOT_REWORDED = absent(
    "reworded",
    # Opposites are no synonyms, however alike the sentences.
    *(
        Case(stored, printed, "no_source", never=("reworded", "not_verbatim"))
        for stored, printed in [
            (
                "The price of wool will increase after the fair.",
                "The price of wool will decrease after the fair.",
            ),
            (
                "We support the sale of the forest to the monks.",
                "We oppose the sale of the forest to the monks.",
            ),
            (
                "The council accepted the offer of the bank.",
                "The council rejected the offer of the bank.",
            ),
            (
                "The monks have opened the gates of the valley.",
                "The monks have closed the gates of the valley.",
            ),
        ]
    ),
    Case(
        "We will begin the repair of the dam next month.",
        "We will begin the repair of the dam next month.",
        "match",
    ),
    Case(
        "We recognise the labour of the monks in the valley.",
        "We recognize the labor of the monks in the valley.",
        "match",
    ),
)


@pytest.mark.parametrize(
    "case",
    [*UNDECLARED, *NOT_UNDECLARED, *REORDERED, *NOT_REORDERED, *MINOR, *NOT_MINOR],
)
def test_dropped_moved_and_small_words(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize("case", [*REWORDED, *NOT_REWORDED])
def test_synonyms(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_other_words_ask_to_drop_the_marks(tmp_path: Path) -> None:
    case = Case(
        "We will begin the repair of the dam next month.",
        "We will start the repair of the dam next month.",
        code="reworded",
    )
    message = finding(assert_case(case, tmp_path), "reworded").message
    assert "quotation marks" in message
