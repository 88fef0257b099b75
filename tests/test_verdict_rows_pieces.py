"""Rows 22 to 25: one pair of marks over two statements, and one quote in several pairs."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import SPEAKER, Case, absent, assert_case, found, new_store, said

from checker.check import Checker
from checker.models import Result
from checker.settings import Settings
from claims.readers import read_text

MILL = said("We will restore the water mill before the harvest.", name="mill")
ROAD = said("The road to the monastery belongs to the pilgrims.", name="road")
MERGED = found(
    "merged",
    Case((MILL, ROAD), f"{MILL.text} {ROAD.text}"),
    Case((MILL, ROAD), f"{ROAD.text} {MILL.text}"),
    Case(
        (MILL, ROAD),
        "We will restore the water mill before the harvest and the road to the monastery "
        "belongs to the pilgrims.",
    ),
    Case((MILL, ROAD.model_copy(update={"speaker": "Olav Tunheim"})), f"{MILL.text} {ROAD.text}"),
)
NOT_MERGED = absent(
    "merged",
    Case(f"{MILL.text} {ROAD.text}", f"{MILL.text} {ROAD.text}", "match"),
    Case((MILL, ROAD), MILL.text, "match"),
    Case((MILL, ROAD, said(f"{MILL.text} {ROAD.text}")), f"{MILL.text} {ROAD.text}", "match"),
    Case(
        (MILL, said("We will restore the chapel before the harvest.", name="chapel")),
        "We will restore the water mill before the harvest.",
        "match",
    ),
)

LONG_VOW = "We will restore the water mill before the harvest, and the miller will stay with us."
BROKEN = [
    Case(LONG_VOW, text, "match", sentence=True, quiet=True)
    for text in (
        (
            f"“We will restore the water mill,” {SPEAKER} said, “before the harvest, "
            "and the miller will stay with us.”"
        ),
        (
            f'"We will restore the water mill before the harvest," {SPEAKER} said, '
            '"and the miller will stay with us."'
        ),
    )
]
BROKEN_WITH_GAP = found(
    "undeclared_omission",
    Case(
        LONG_VOW,
        f'"We will restore the water mill," {SPEAKER} said, "and the miller will stay with us."',
        sentence=True,
    ),
)
NOT_BROKEN_WITH_GAP = [
    # The second piece says something else.
    Case(
        LONG_VOW,
        f'"We will restore the water mill before the harvest," {SPEAKER} said, '
        '"and the miller will not stay with us."',
        "no_source",
        sentence=True,
        codes=("negation_changed",),
    ),
    # The attribution between the pieces is no part of the quote, whatever it says.
    Case(
        LONG_VOW,
        f'"We will restore the water mill before the harvest," {SPEAKER}, who had never said so '
        'before, told the council, "and the miller will stay with us."',
        "match",
        sentence=True,
    ),
]

PARAGRAPHS = (
    "We will restore the water mill before the harvest.\n\n"
    "The miller and his family will stay with us all winter.\n\n"
    "Nobody will go hungry in the valley."
)
MULTI_PARAGRAPH = [
    Case(
        stored,
        f"{SPEAKER} told the council:\n\n“We will restore the water mill before the harvest.\n\n"
        "“The miller and his family will stay with us all winter.\n\n"
        "“Nobody will go hungry in the valley.”\n\nThe council applauded.",
        "match",
        sentence=True,
        quiet=True,
    )
    for stored in (PARAGRAPHS, PARAGRAPHS.replace("\n\n", " "))
]
NOT_MULTI_PARAGRAPH = [
    Case(
        PARAGRAPHS,
        f"{SPEAKER} told the council:\n\n“We will restore the water mill before the harvest.\n\n"
        "“The miller and his family will not stay with us all winter.”",
        "no_source",
        sentence=True,
        codes=("negation_changed",),
    ),
    Case(
        PARAGRAPHS,
        f"{SPEAKER} told the council:\n\n“We will restore the water mill before the harvest.\n\n"
        "“Nobody will go hungry in the valley.”",
        "paraphrase",
        sentence=True,
        codes=("undeclared_omission",),
    ),
]


HALF_AN_HOUR = " ".join(
    f"Our {name} keeps its old customs and its old songs."
    for name in "village valley harbour abbey forest market chapel garden school castle".split() * 6
)
SPEECH = f"{LONG_VOW} {HALF_AN_HOUR} Nobody will go hungry in the valley this winter."
NEAR_SPEECH = f"{LONG_VOW} Nobody will go hungry in the valley this winter."
SENTENCES = {
    "far": f'"We will restore the water mill before the harvest," {SPEAKER} said. She added: '
    '"Nobody will go hungry in the valley this winter."',
    "reversed": f'"Nobody will go hungry in the valley this winter," {SPEAKER} said. She added: '
    '"We will restore the water mill before the harvest."',
}


def check_text(text: str, *, stored: str, folder: Path) -> tuple[Result, ...]:
    """Every result of a text with several quotes."""
    with new_store(folder / "store.db") as store:
        store.add([said(stored)])
        checker = Checker(store, settings=Settings())
        return checker.check_document(read_text(text)).results


@pytest.mark.parametrize("order", ["far", "reversed"])
def test_far_apart(order: str, tmp_path: Path) -> None:
    results = check_text(SENTENCES[order], stored=SPEECH, folder=tmp_path)
    assert [result.verdict for result in results] == ["match", "match"]
    codes = {item.code: item.severity for result in results for item in result.findings}
    assert codes.get("far_apart") == "notice"


@pytest.mark.parametrize(
    "text",
    [
        SENTENCES["far"],
        # No "she added": two quotes of one speech need not follow one another.
        (
            f'"We will restore the water mill before the harvest," {SPEAKER} said.\n\n'
            f'The council was pleased. "Nobody will go hungry in the valley this winter," '
            f"{SPEAKER} told the farmers."
        ),
    ],
)
def test_not_far_apart(text: str, tmp_path: Path) -> None:
    results = check_text(text, stored=NEAR_SPEECH, folder=tmp_path)
    assert [result.verdict for result in results] == ["match", "match"]
    assert "far_apart" not in {item.code for result in results for item in result.findings}


@pytest.mark.parametrize(
    "case",
    [
        *BROKEN,
        *BROKEN_WITH_GAP,
        *NOT_BROKEN_WITH_GAP,
        *MULTI_PARAGRAPH,
        *NOT_MULTI_PARAGRAPH,
        *NOT_MERGED,
    ],
)
def test_one_quote_in_several_pieces(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize("case", MERGED)
def test_the_parts_of_a_merger_are_listed(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    shown = {item.statement for item in (*result.evidence, *result.near_misses)}
    assert {"mill", "road"} <= shown
