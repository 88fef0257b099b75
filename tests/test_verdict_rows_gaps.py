"""Rows 15 to 19: marked gaps, what they hide, and what they bridge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rows import NOT_MATCH, Case, absent, assert_case, finding, found, said

from sources.models import Statement

TREATY = "We have agreed with all our partners, after long and friendly talks, to open the border."
PRINTED = "We have agreed with all our partners{}to open the border."
GOODS = (
    "wool timber salt copper glass honey paper cotton barley cheese leather amber pepper marble "
    "silver candles ropes barrels wagons ploughs kettles blankets lanterns saddles anvils needles "
    "bottles baskets ladders hammers shovels buckets carpets mirrors spices resin flax hemp tar "
    "coal iron lead tin zinc"
).split()
LIST = f"We brought {', '.join(GOODS)} and fish, and we sold it all on the first market day."
assert len(GOODS) > 40

ELLIPSIS = found(
    "ellipsis",
    *(
        Case(TREATY, PRINTED.format(gap))
        for gap in (" … ", " ... ", " . . . ", " [...] ", " (...) ", " […] ", " (…) ", "... ", "…")
    ),
    Case(TREATY, "We have agreed … after long and friendly talks … to open the border."),
    Case(
        "The bridge is ours. My father built it with his brothers. We will keep it for good.",
        "The bridge is ours.... We will keep it for good.",
    ),
    Case(
        "Мы договорились со всеми партнёрами, после долгих и дружеских бесед, открыть границу.",
        "Мы договорились со всеми партнёрами <…> открыть границу.",
    ),
    Case(
        "Мы договорились со всеми партнёрами, после долгих и дружеских бесед, открыть границу.",
        "Мы договорились со всеми партнёрами <...> открыть границу.",
    ),
    # A negation outside the gap is quoted with the rest.
    Case(
        "We did not choose this war, and after all those hard winters in the hills we want peace.",
        "We did not choose this war, and … we want peace.",
    ),
    # Words that merely look like "if", "only", "not".
    Case(
        "We thank the notable families, with their lonely and gifted sons, for rebuilding the dam.",
        "We thank the notable families … for rebuilding the dam.",
        never=("ellipsis_meaning",),
    ),
)

NOT_ELLIPSIS = [
    *absent(
        "ellipsis",
        Case(TREATY, "We have agreed with all our partners to open the border.", "paraphrase"),
        Case(TREATY, TREATY, "match"),
    ),
    # The dots of a pause, where the record has them too, hide nothing.
    Case(
        "We will... think about it until the end of the winter.",
        "We will ... think about it until the end of the winter.",
        "match",
        never=("ellipsis_meaning", "ellipsis_long"),
    ),
    Case(TREATY, "To open the border … we have agreed with all our partners.", NOT_MATCH),
    Case(TREATY, "We have agreed with all our partners … to close the border.", "no_source"),
    Case(
        TREATY,
        "We have agreed with none of our partners … to open the border.",
        "no_source",
        codes=("negation_changed",),
    ),
]

ELLIPSIS_MEANING = found(
    "ellipsis_meaning",
    Case(
        "We are, as I told you, not yet ready to recognise the new government.",
        "We are … ready to recognise the new government.",
    ),
    Case(
        "We will lift the blockade, if the prisoners are freed, and open the embassy.",
        "We will lift the blockade … and open the embassy.",
    ),
    Case(
        "The road to the coast is open only in daylight to aid convoys.",
        "The road to the coast is open … to aid convoys.",
    ),
    Case(
        "We will send soldiers, about 2,000 of them, to the border with the hills.",
        "We will send soldiers … to the border with the hills.",
    ),
    Case(
        "The government failed to pay the teachers, and the unions refused to return to work.",
        "The government … refused to return to work.",
    ),
    Case(
        "I have never in my long life said that we would sell the islands.",
        "I have … said that we would sell the islands.",
    ),
    Case(
        "We will share the river with them unless they attack us, as good neighbours do.",
        "We will share the river with them ... as good neighbours do.",
    ),
    Case(
        "Мы пока, как я говорил, не готовы признать новое правительство.",
        "Мы … готовы признать новое правительство.",
    ),
    Case(
        "Мы снимем блокаду, если пленных освободят, и откроем посольство.",
        "Мы снимем блокаду <…> и откроем посольство.",
    ),
)

NOT_ELLIPSIS_MEANING = absent(
    "ellipsis_meaning",
    Case(TREATY, PRINTED.format(" … "), "match"),
    # The condition stands outside the gap, and is printed.
    Case(
        "We will lift the blockade, with the help of all our friends, if the prisoners are freed.",
        "We will lift the blockade … if the prisoners are freed.",
        "match",
    ),
    Case(
        "The chairman thanked everyone, someone's daughter too, for coming to the lonely castle.",
        "The chairman thanked everyone … for coming to the lonely castle.",
        "match",
    ),
    # The gap hides an adverbial, the subject stays.
    Case(
        "The government, in a letter to the unions, promised to pay the teachers.",
        "The government … promised to pay the teachers.",
        "match",
    ),
    Case(
        "Мы договорились со всеми партнёрами, после долгих и дружеских бесед, открыть границу.",
        "Мы договорились со всеми партнёрами … открыть границу.",
        "match",
    ),
    # Another sentence of the statement has a negation; the gap does not reach it.
    Case(
        f"{TREATY} We will not close it again.",
        PRINTED.format(" … "),
        "match",
    ),
)

ELLIPSIS_LONG = found(
    "ellipsis_long",
    Case(LIST, "We brought wool, timber … and we sold it all on the first market day."),
    Case(
        "We opened the harbour to the fishing fleet of the islands.\n\n"
        "The lighthouse was painted white by the pupils.\n\n"
        "We thank the islands for a good and quiet year.",
        "We opened the harbour to the fishing fleet of the islands. … "
        "We thank the islands for a good and quiet year.",
    ),
)

NOT_ELLIPSIS_LONG = absent(
    "ellipsis_long",
    Case(TREATY, PRINTED.format(" … "), "match", codes=("ellipsis",)),
    Case(LIST, LIST, "match"),
    Case(LIST, f"We brought {', '.join(GOODS[:2])} … {', '.join(GOODS[30:])} and fish", "match"),
)

DOCK = said("We will build a dry dock beside the old fish market.", name="dock", position=0)
FERRY = said("The ferry to the islands will sail every morning.", name="ferry", position=2)
HOST = said("And what of the ferry?", name="host", speaker="Host", position=1)
ONE_TALK = {"url": "https://archive.example/talk"}
QUILT = "We will build a dry dock … The ferry to the islands will sail every morning."


def in_one_talk(*statements: Statement) -> tuple[Statement, ...]:
    """The statements as turns of one source."""
    return tuple(
        item.model_copy(update={"source": item.source.model_copy(update=ONE_TALK)})
        for item in statements
    )


QUILTED = found(
    "quilted",
    Case((DOCK, FERRY.model_copy(update={"said_on": date(2022, 9, 1)})), QUILT),
    Case((DOCK, FERRY.model_copy(update={"speaker": "Olav Tunheim"})), QUILT),
    Case(in_one_talk(DOCK, HOST, FERRY), QUILT),
)

NOT_QUILTED = absent(
    "quilted",
    Case(f"{DOCK.text} {FERRY.text}", QUILT, "match"),
    Case(
        (said(f"{DOCK.text} {FERRY.text}"), DOCK, FERRY.model_copy(update={"speaker": "Host"})),
        QUILT,
        "match",
    ),
    Case((DOCK, FERRY), "The ferry to the islands will sail every morning.", "match"),
)

EDGE = [
    Case(TREATY, "… with all our partners, after long and friendly talks, to open the border."),
    Case(TREATY, "We have agreed with all our partners, after long and friendly talks…"),
    Case(TREATY, "... with all our partners, after long and friendly talks ..."),
    Case(TREATY, "[...] with all our partners, after long and friendly talks [...]"),
]
NOT_EDGE = [
    # The edge check still looks at what the dots cut off.
    Case(
        "It is not true that we will sell the islands to the bank.",
        "… we will sell the islands to the bank.",
        "match",
        codes=("clipped_negation",),
    ),
    Case(
        "We will sell the islands to the bank, if the voters agree.",
        "We will sell the islands to the bank …",
        "match",
        codes=("clipped_condition",),
    ),
    Case(TREATY, "… with none of our partners, after long and friendly talks …", "no_source"),
    Case(TREATY, "… the swans have come back to the lake of the monastery …", "no_source"),
]


@pytest.mark.parametrize(
    "case",
    [
        *ELLIPSIS,
        *NOT_ELLIPSIS,
        *ELLIPSIS_MEANING,
        *NOT_ELLIPSIS_MEANING,
        *ELLIPSIS_LONG,
        *NOT_ELLIPSIS_LONG,
        *NOT_QUILTED,
        *NOT_EDGE,
    ],
)
def test_gaps(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    if case.code == "ellipsis_meaning" and case.applies:
        assert [shown.statement for shown in result.near_misses][:1] == ["s1"]


@pytest.mark.parametrize("case", QUILTED)
def test_the_parts_of_a_quilt_are_listed(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    shown = {item.statement for item in (*result.evidence, *result.near_misses)}
    assert {"dock", "ferry"} <= shown


@pytest.mark.parametrize("case", EDGE)
def test_dots_at_the_edges_only_ask_for_the_context(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    assert result.verdict == "match"
    assert result.severity in (None, "info", "notice")


def test_the_gap_is_shown(tmp_path: Path) -> None:
    result = assert_case(Case(TREATY, PRINTED.format(" … ")), tmp_path)
    assert "after long and friendly talks" in (finding(result, "ellipsis").stored or "")
