"""The gate: a figure that sinks is seen, and no bound gets lower without a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evaluation import gate
from evaluation.gate import BOUNDS, Floors, read_floors, sunk, updated, write_floors

ON = date(2026, 11, 24)
DATA = {"cases.jsonl": "aa", "statements.jsonl": "bb"}
HELD = Floors(data=DATA, bounds={"verdict_accuracy": 0.93, "critical_accepted": 0.03})


@pytest.mark.parametrize(
    ("figures", "named"),
    [
        ({"verdict_accuracy": 0.93, "critical_accepted": 0.03}, []),
        ({"verdict_accuracy": 0.99, "critical_accepted": 0.0}, []),
        ({"verdict_accuracy": 0.929, "critical_accepted": 0.0}, ["verdict_accuracy"]),
        ({"verdict_accuracy": 0.95, "critical_accepted": 0.031}, ["critical_accepted"]),
        ({"verdict_accuracy": 0.0, "critical_accepted": 1.0}, ["verdict_", "critical_"]),
        ({"verdict_accuracy": 0.95}, ["critical_accepted: not measured"]),
        ({}, ["verdict_accuracy: not measured", "critical_accepted: not measured"]),
        (
            {"verdict_accuracy": 0.95, "critical_accepted": 0.01, "faithful_lost": 1.0},
            [],
        ),
    ],
)
def test_a_figure_past_its_bound_is_named(figures: dict[str, float], named: list[str]) -> None:
    lines = list(sunk(figures, floors=HELD))
    assert len(lines) == len(named)
    assert all(line.startswith(name) for line, name in zip(lines, named, strict=True))


@pytest.mark.parametrize(
    ("figures", "reason", "bounds", "n_lowered"),
    [
        ({"verdict_accuracy": 0.968}, None, {"verdict_accuracy": 0.96}, 0),
        ({"critical_accepted": 0.012}, None, {"critical_accepted": 0.02}, 0),
        # 0.938 rounds down to 0.93: the bound stays, nothing sinks
        ({"verdict_accuracy": 0.938}, None, {"verdict_accuracy": 0.93}, 0),
        ({"verdict_accuracy": 0.90}, None, {"verdict_accuracy": 0.93}, 0),
        ({"critical_accepted": 0.10}, None, {"critical_accepted": 0.03}, 0),
        ({"verdict_accuracy": 0.90}, "harder cases", {"verdict_accuracy": 0.90}, 1),
        ({"critical_accepted": 0.10}, "harder cases", {"critical_accepted": 0.10}, 1),
        # a reason lowers only what sank
        ({"verdict_accuracy": 0.97}, "harder cases", {"verdict_accuracy": 0.97}, 0),
        ({"faithful_lost": 0.081}, None, {"faithful_lost": 0.09}, 0),
    ],
)
def test_a_bound_rises_by_itself_and_sinks_with_a_reason_only(
    figures: dict[str, float], reason: str | None, bounds: dict[str, float], n_lowered: int
) -> None:
    new = updated(HELD, figures=figures, data=DATA, reason=reason, on=ON)
    assert new.bounds == {**HELD.bounds, **bounds}
    assert len(new.lowered) == n_lowered


def test_a_lowering_keeps_its_reason_and_those_before() -> None:
    first = updated(HELD, figures={"verdict_accuracy": 0.9}, data=DATA, reason="one", on=ON)
    second = updated(first, figures={"verdict_accuracy": 0.8}, data=DATA, reason="two", on=ON)
    assert [(each.before, each.after, each.reason) for each in second.lowered] == [
        (0.93, 0.9, "one"),
        (0.9, 0.8, "two"),
    ]


def test_bounds_survive_the_file(tmp_path: Path) -> None:
    floors = updated(HELD, figures={"verdict_accuracy": 0.5}, data=DATA, reason="ü", on=ON)
    write_floors(floors, path=tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "missing.json") == Floors()


class Gate:
    """The command over a gold set of two files, with figures as given."""

    def __init__(self, folder: Path) -> None:
        self.floors = folder / "floors.json"
        self.gold = folder / "cases.jsonl", folder / "statements.jsonl"
        for path in self.gold:
            path.write_text("{}\n")

    def run(self, *arguments: str, **figures: float) -> int:
        return gate.main(arguments, path=self.floors, gold=self.gold, measured=lambda: figures)


@pytest.fixture
def command(tmp_path: Path) -> Gate:
    return Gate(tmp_path)


def test_the_command_holds_what_was_reached(
    command: Gate, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run("--update", verdict_accuracy=0.951) == 0
    assert command.run(verdict_accuracy=0.951) == 0
    assert command.run(verdict_accuracy=0.94) == 1
    assert "verdict_accuracy: 0.940, at least 0.950" in capsys.readouterr().err
    assert command.run("--update", verdict_accuracy=0.94) == 1, "lowered unasked"
    assert command.run(verdict_accuracy=0.94) == 1
    lower = "--update", "--accept-lower", "the cases got harder"
    assert command.run(*lower, verdict_accuracy=0.94) == 0
    assert command.run(verdict_accuracy=0.94) == 0
    assert read_floors(command.floors).lowered[0].reason == "the cases got harder"


def test_changed_gold_files_have_to_be_measured_anew(
    command: Gate, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(verdict_accuracy=0.95) == 2, "no floors yet"
    assert command.run("--update", verdict_accuracy=0.95) == 0
    command.gold[0].write_text("{}\n{}\n")
    assert command.run(verdict_accuracy=0.95) == 2
    assert "gold files changed" in capsys.readouterr().err
    assert command.run("--update", verdict_accuracy=0.9) == 1, "new cases are no excuse"
    lower = "--update", "--accept-lower", "two cases more"
    assert command.run(*lower, verdict_accuracy=0.9) == 0
    assert command.run(verdict_accuracy=0.9) == 0


@pytest.mark.parametrize(
    "arguments", [["--accept-lower", "why"], ["--update", "--accept-lower", "  "]]
)
def test_lowering_wants_an_update_and_a_reason(command: Gate, arguments: list[str]) -> None:
    assert command.run(*arguments, verdict_accuracy=0.5) == 2
    assert not command.floors.exists()


def test_every_bound_says_which_way_it_goes() -> None:
    assert read_floors(gate.FLOORS).bounds.keys() <= BOUNDS.keys()
