"""The benchmarks still run and print what they promise; how fast is for a person to judge."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.counts import PINNED, regressions

ROOT = Path(__file__).parent.parent
CALLS = {
    "cold.py": (["--runs", "1"], "check: negation added"),
    "warm.py": (["--statements", "2"], "extractOne, ratio"),
    "session.py": (["--statements", "2", "--runs", "1"], "first prompt"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CALLS)
def test_a_benchmark_prints_its_table(name: str) -> None:
    options, row = CALLS[name]
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / name), *options],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert row in done.stdout


def test_no_work_has_doubled() -> None:
    """Calls and steps are counted, not time taken: the same on a quiet machine and a busy one."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "counts.py")],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


GUARDED = [
    ({"search": 100}, []),
    ({"search": 199}, []),
    ({"search": 200}, ["search: 200, 2.0 times the 100 before"]),
    ({}, ["search: pinned, but no longer counted"]),
    ({"search": 10, "check": 1}, ["check: counted, but not pinned"]),
]


@pytest.mark.parametrize(("counts", "lines"), GUARDED)
def test_the_guard_tells_what_has_doubled(counts: dict[str, int], lines: list[str]) -> None:
    assert regressions(counts, pinned={"search": 100}) == lines


def test_the_guard_holds_for_every_pinned_count() -> None:
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))
    doubled = {name: 2 * count for name, count in pinned.items()}
    assert len(regressions(doubled, pinned=pinned)) == len(pinned)
