"""The benchmarks still run and print what they promise; how fast is for a person to judge."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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
