"""Rows 33 and 34: conditions lost, and what was planned told as done."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import Case, absent, assert_case, assert_edit_shown, found

CONDITION = found(
    "condition_dropped",
    Case(
        "The road to the abbey is open only to pilgrims on foot.",
        "The road to the abbey is open to pilgrims on foot.",
    ),
    Case(
        "The abbey will, if the court agrees, sell the forest in the spring.",
        "The abbey will sell the forest in the spring.",
    ),
    Case(
        "Every village except Torvik has paid the tax on salt.",
        "Every village has paid the tax on salt.",
    ),
    Case(
        "We will keep the peace unless attacked and share the river.",
        "We will keep the peace and share the river.",
    ),
    Case(
        "We will sign the treaty, provided that the hostages return, and open the pass.",
        "We will sign the treaty and open the pass.",
    ),
    Case(
        "The abbey sells its honey exclusively to the herders of the plateau.",
        "The abbey sells its honey to the herders of the plateau.",
    ),
    Case(
        "Монастырь, если согласится суд, продаст лес этой весной.",
        "Монастырь продаст лес этой весной.",
    ),
    Case(
        "Дорога к монастырю открыта только для пеших паломников.",
        "Дорога к монастырю открыта для пеших паломников.",
    ),
)

NOT_CONDITION = absent(
    "condition_dropped",
    Case(
        "The abbey will, if the court agrees, sell the forest in the spring.",
        "The abbey will, if the court agrees, sell the forest in the spring.",
        "match",
    ),
    Case(
        "We will sign the treaty if the hostages return before the snow.",
        "We will sign the treaty provided the hostages return before the snow.",
        "paraphrase",
    ),
    Case(
        "Should the pass close before the feast, the herders will winter at the abbey.",
        "If the pass closes before the feast, the herders will winter at the abbey.",
        "paraphrase",
    ),
    Case(
        "The road to the abbey is open only to pilgrims on foot.",
        "The road to the abbey is open just to pilgrims on foot.",
        "paraphrase",
    ),
    Case(
        "The only school of the plateau has lost its roof.",
        "The sole school of the plateau has lost its roof.",
        "paraphrase",
    ),
    Case(
        "If it rains we will dance in the barn. The road to the abbey is open to pilgrims.",
        "The road to the abbey is open to pilgrims.",
        "match",
    ),
    Case(
        "We do not know if the bishop will come to the fair.",
        "We do not know whether the bishop will come to the fair.",
        "paraphrase",
    ),
    Case(
        "The sisters of the abbey, lonely and gifted, wrote down the songs.",
        "The sisters of the abbey wrote down the songs.",
        "paraphrase",
    ),
    Case(
        "Every village except Torvik has paid the tax on salt.",
        "Every village but Torvik has paid the tax on salt.",
        "paraphrase",
    ),
)
# A condition gained is as critical as one lost; the table has no code of its own for it.
CONDITION_GAINED = [
    Case(
        "The abbey will sell the forest in the spring.",
        "The abbey will, if the court agrees, sell the forest in the spring.",
        "no_source",
    ),
    Case(
        "The road to the abbey is open to pilgrims on foot.",
        "The road to the abbey is open only to pilgrims on foot.",
        "no_source",
    ),
]

STATUS = found(
    "status_changed",
    Case(
        "The council is considering recognising the union of the herders.",
        "The council has recognised the union of the herders.",
    ),
    Case(
        "The abbey plans to open a school for the herders.",
        "The abbey opened a school for the herders.",
    ),
    Case(
        "The islands will sign the treaty on the river.",
        "The islands signed the treaty on the river.",
        instead=("modality_changed",),
    ),
    Case(
        "We are negotiating a fair price with the abbey.",
        "We have agreed a fair price with the abbey.",
    ),
    Case(
        "The town intends to buy the forest from the abbey.",
        "The town has bought the forest from the abbey.",
    ),
    Case(
        "Совет рассматривает возможность признать союз пастухов.",
        "Совет признал союз пастухов.",
    ),
    Case(
        "Монастырь планирует открыть школу для пастухов.",
        "Монастырь открыл школу для пастухов.",
    ),
)

NOT_STATUS = absent(
    "status_changed",
    Case(
        "The council is considering recognising the union of the herders.",
        "The council is considering recognising the union of the herders.",
        "match",
    ),
    Case(
        "The abbey plans to open a school for the herders.",
        "The abbey intends to open a school for the herders.",
        "paraphrase",
    ),
    Case(
        "The town has bought the forest from the abbey.",
        "The town bought the forest from the abbey.",
        "paraphrase",
    ),
    Case(
        "The islands will sign the treaty on the river.",
        "The islands are going to sign the treaty on the river.",
        "paraphrase",
    ),
    # Planned in one sentence, done in another.
    Case(
        "The town intends to buy the mill. The town has bought the forest from the abbey.",
        "The town has bought the forest from the abbey.",
        "match",
    ),
    Case(
        "The council is considering the plan of the herders.",
        "The council is weighing the plan of the herders.",
        "paraphrase",
    ),
)


@pytest.mark.parametrize(
    "case", [*CONDITION, *NOT_CONDITION, *CONDITION_GAINED, *STATUS, *NOT_STATUS]
)
def test_conditions_and_status(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    if case.code and case.applies:
        assert_edit_shown(result, case)
