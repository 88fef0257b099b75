"""Rows 28 and 29: how sure, and may or must."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import Case, absent, assert_case, assert_edit_shown, found

HEDGE = found(
    "hedge_changed",
    Case(
        "The abbey will probably sell the forest in the spring.",
        "The abbey will sell the forest in the spring.",
    ),
    Case(
        "The abbey has not decided yet to sell the forest.",
        "The abbey has not decided to sell the forest.",
    ),
    Case(
        "The pass is, for now, closed to the carts of the herders.",
        "The pass is closed to the carts of the herders.",
    ),
    Case(
        "The reason, I think, is the price of salt in the islands.",
        "The reason is the price of salt in the islands.",
    ),
    Case(
        "The abbey will sell the forest in the spring.",
        "The abbey will certainly sell the forest in the spring.",
    ),
    Case(
        "The letter was perhaps written by the old king.",
        "The letter was written by the old king.",
    ),
    Case(
        "The letter was written by the old king.",
        "The letter was possibly written by the old king.",
    ),
    Case(
        "Монастырь, вероятно, продаст лес этой весной.",
        "Монастырь продаст лес этой весной.",
    ),
    Case(
        "Перевал пока закрыт для повозок пастухов.",
        "Перевал закрыт для повозок пастухов.",
    ),
)

NOT_HEDGE = absent(
    "hedge_changed",
    Case(
        "The abbey will probably sell the forest in the spring.",
        "The abbey will probably sell the forest in the spring.",
        "match",
    ),
    # A hedge in another clause or sentence has no say.
    Case(
        "Perhaps it will rain. The abbey will sell the forest in the spring.",
        "The abbey will sell the forest in the spring.",
        "match",
    ),
    Case(
        "The abbey will sell the forest in the spring, and the mill, I think, a year later.",
        "The abbey will sell the forest in the spring.",
        "match",
    ),
    Case(
        "A certain number of herders crossed the pass at night.",
        "A certain number of herders crossed the pass at night.",
        "match",
    ),
    Case(
        "I think of my father when the ferry leaves the harbour.",
        "I think of my father when the ferry leaves the harbour.",
        "match",
    ),
    Case(
        "The abbey may sell the forest in the spring.",
        "The abbey will sell the forest in the spring.",
        "no_source",
        codes=("modality_changed",),
    ),
    Case(
        "Вероятно, пойдёт дождь. Монастырь продаст лес этой весной.",
        "Монастырь продаст лес этой весной.",
        "match",
    ),
)

MODALITY = found(
    "modality_changed",
    Case(
        "The abbey may sell the forest in the spring.",
        "The abbey will sell the forest in the spring.",
    ),
    Case(
        "The herders should leave the plateau before the snow.",
        "The herders must leave the plateau before the snow.",
    ),
    Case(
        "The council can raise the tax on salt this year.",
        "The council must raise the tax on salt this year.",
    ),
    Case(
        "The bishop might come to the fair with his guests.",
        "The bishop will come to the fair with his guests.",
    ),
    Case(
        "The abbey could lose its forest in the lawsuit.",
        "The abbey will lose its forest in the lawsuit.",
    ),
    Case(
        "The herders must leave the plateau before the snow.",
        "The herders may leave the plateau before the snow.",
    ),
    Case(
        "Монастырь может продать лес этой весной.",
        "Монастырь должен продать лес этой весной.",
    ),
    Case(
        "Пастухам следует уйти с плато до первого снега.",
        "Пастухи обязаны уйти с плато до первого снега.",
    ),
)

NOT_MODALITY = absent(
    "modality_changed",
    # May the month, the will of a people, a can, a might.
    Case(
        "In May the abbey will sell the forest to the town.",
        "In May, the abbey will sell the forest to the town.",
        "match",
    ),
    Case(
        "The will of the herders must be respected by the council.",
        "The wish of the herders must be respected by the council.",
        "paraphrase",
    ),
    Case(
        "The might of the islands was a great fleet.",
        "The strength of the islands was a great fleet.",
        "paraphrase",
    ),
    Case(
        "The herders must leave the plateau before the snow.",
        "The herders have to leave the plateau before the snow.",
        "paraphrase",
    ),
    Case(
        "The herders should leave the plateau before the snow.",
        "The herders ought to leave the plateau before the snow.",
        "paraphrase",
    ),
    Case(
        "We'll open the school before the first snow falls.",
        "We will open the school before the first snow falls.",
        "match",
    ),
    # Another clause of the statement has another modal verb.
    Case(
        "The bishop may come. The abbey will sell the forest in the spring.",
        "The abbey will sell the forest in the spring.",
        "match",
    ),
    Case(
        "We may begin the talks and we must win them.",
        "We may start the talks and we must win them.",
        "paraphrase",
    ),
    Case(
        "Епископ может приехать. Монастырь продаст лес этой весной.",
        "Монастырь продаст лес этой весной.",
        "match",
    ),
)


@pytest.mark.parametrize("case", [*HEDGE, *NOT_HEDGE, *MODALITY, *NOT_MODALITY])
def test_hedges_and_modality(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    if case.code == "modality_changed" and case.applies:
        assert_edit_shown(result, case)
