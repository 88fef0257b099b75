"""The scale benchmark: every process answers in one form, and the tables say what was measured."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import peers_search, scale_tables
from benchmarks.contender import Contender, in_turn
from benchmarks.counts import invented
from benchmarks.passages import KINDS, Quotation
from benchmarks.scale_figures import Measured
from benchmarks.scale_goals import goals
from benchmarks.scale_slopes import slopes
from sources.store import Store

TEXTS = (
    "The port will reopen in June, if the dredging is finished by then.",
    "We counted the herring boats twice and found nineteen of them in the harbour.",
    "The library keeps its old maps in a room that nobody heats.",
)
ABSENT = Quotation("absent", "the orchard keeper counted pears before the rain", "")


@pytest.mark.parametrize("name", ["fts5", "ratio", "token_set_ratio", "partial_ratio", "difflib"])
def test_a_peer_finds_what_was_quoted(name: str, tmp_path: Path) -> None:
    place, folder = tmp_path / "texts.txt", tmp_path / name
    place.write_text("\n".join(TEXTS) + "\n", encoding="utf-8")
    if name in peers_search.BUILD:
        peers_search.build(name, texts=place, folder=folder)
    command = [sys.executable, peers_search.__file__, "ask", name, str(place), str(folder)]
    contender = Contender(name, command=command)
    quoted = Quotation("exact", TEXTS[1][3:], TEXTS[1][3:])
    found, absent = contender.ask([quoted, ABSENT])
    assert found.first is True
    assert absent.first is None
    assert contender.end() > 1


def test_the_checker_answers_in_the_same_form(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    held = invented(40)
    with Store.open(place, builtin=False) as store:
        store.add(held)
    words = " ".join(held[7].text.split()[2:14])
    blocks = [[Quotation("exact", words, words), ABSENT]] * 2
    command = [sys.executable, "-m", "benchmarks.checking", "ask", str(place), "--words-only"]
    contender = Contender("checker", command=command)
    answers = in_turn([contender], quotes=blocks)["checker"]
    assert [(each.first, each.among) for each in answers["exact"]] == [(True, True)] * 2
    assert [(each.first, each.among) for each in answers["absent"]] == [(True, None)] * 2
    assert "search" in answers["exact"][0].parts
    assert contender.end() > 1


def _measured() -> Measured:
    answer = (4.0, True, True, {"search": 1.0, "model": 0.0, "processor": 3.0})
    of_kinds = {kind: [answer] * 3 for kind in KINDS}
    none: dict[str, float] = {}
    slow = {kind: [(80.0, False, None, none)] for kind in KINDS}
    listed = {"n": 1000, "seconds": 5.0, "processor": 9.0}
    return {
        "size": 1000,
        "day": "2026-01-02",
        "load": [0.5, 0.7],
        "builds": {
            "checker": {"seconds": 2.0, "processor": 3.0, "bytes": 5e6, "memory": 90.0},
            "without vectors": {"seconds": 4.0, "processor": 2.0, "n": 2000},
        },
        "answers": {
            "checker, words only": of_kinds,
            "checker": of_kinds,
            "difflib": slow,
            "ratio": slow,
        },
        "memory": {"checker, words only": 60.0, "checker": 160.0, "difflib": 20.0, "ratio": 24.0},
        "samples": {"difflib": 100},
        "batch": {"words decide": listed},
        "adding": {"seconds": 1.5, "added": 500, "before": 4.0, "during": 6.0, "after": 5.0},
    }


ROWS = [
    [
        "checker",
        "2.0",
        "500",
        "3.0",
        "5",
        "160",
        "4.00",
        "4.00",
        "1.0",
        "3.00",
        *["1.000"] * 5,
        "24",
    ],
    ["difflib", "*", *"––––", "20", "800", "800", "200.0", "800", *"––––", "0.000", "8"],
    ["exact", "1,000", *["4.00"] * 4, *["3.00"] * 2, "0%", "1.000", "1.000"],
    ["exact", "4.00", "25%", "0%", "0%", "75%"],
    ["a", "second:", "words", "decide", "200"],
    ["longest", "check", "during,", "ms", "6.0"],
]


@pytest.mark.parametrize("row", ROWS)
def test_the_tables_say_what_was_measured(row: list[str]) -> None:
    lines = [line.split() for line in scale_tables.tables([_measured()]).splitlines()]
    assert row in lines


GOALS = [
    "| the same as shipped, p50 / p95 | p50 under 80 ms | 4.00 / 4.00 ms | yes |",
    "| faster than `extractOne` with `ratio` | at least 25 times | 20 times (processor time 27)",
    "| recall@1: paraphrase | at least 0.95 | 1.000 of 3 | yes |",
    "| build, words only, 2,000 passages | 50,000 a second | 500 a second by one process (1,000",
    "| build with vectors | 2,000 a second | 500 a second",
    "| the longest check of a reader: before / during | never blocked | 4 / 6 ms | yes |",
]


@pytest.mark.parametrize("row", GOALS)
def test_every_goal_stands_beside_its_figure(row: str) -> None:
    assert any(line.startswith(row) for line in goals([_measured()]).splitlines())


def test_larger_stores_cost_what_the_slope_says() -> None:
    small = _measured()
    large = small | {"size": 100_000, "builds": {"checker": small["builds"]["checker"].copy()}}
    large["builds"]["checker"] |= {"bytes": 5e8}
    rows = {row.split(" | ")[0]: row for row in slopes([small, large]).splitlines()}
    assert rows["| disk: record and index"] == (
        "| disk: record and index | 5.00 MB | 500 MB | 1.00"
        " | est. 5.00 GB | est. 500 GB | est. 50.0 TB |"
    )


def test_the_tables_take_their_place_in_the_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    begin, end = scale_tables.BEGIN, scale_tables.END
    page.write_text(f"before\n{begin}\nold\n{end}\nafter\n", encoding="utf-8")
    scale_tables.write_page(page, "new")
    assert page.read_text(encoding="utf-8") == f"before\n{begin}\n\nnew\n\n{end}\nafter\n"


def test_a_page_without_a_place_for_them_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="no place for the tables"):
        scale_tables.write_page(page, "new")
