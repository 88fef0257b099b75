"""How long one `checker check "..."` takes from the shell, against its own libraries' import.

    python benchmarks/cold.py [--runs 15]

Interleaved runs, so that a busy machine slows both alike; the ratio is what counts, and the
processor time beside it is steadier than the wall time. Before the first measured run, the store
is made and everything is compiled, as an installation does. Peak memory is the process's largest
resident set.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PEER = "import pydantic, rich, rapidfuzz"
QUOTES = {
    "match, speaker named": '"A new administration is in power now," Lavrov said.',
    "negation added": '"A new administration is not in power now," Lavrov said.',
    "no source": '"We have decided to recognise the Taliban government."',
    "bare quote": "A new administration is in power now",
}


class Run(NamedTuple):
    """One process: wall and processor time in milliseconds, peak memory in MiB."""

    wall: float
    processor: float
    memory: float


def measure(command: list[str], *, environment: Mapping[str, str]) -> Run:
    """Run one process to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = (time.perf_counter() - start) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {process.returncode}; nothing was measured")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(wall, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / unit)


def commands(store: Path) -> dict[str, list[str]]:
    """What is compared, by name; the peer first."""
    check = [sys.executable, "-m", "checker", "--store", str(store), "check"]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        PEER: [sys.executable, "-c", PEER],
        **{f"check: {name}": [*check, quote] for name, quote in QUOTES.items()},
        "check --json": [*check, "--json", QUOTES["bare quote"]],
    }


def table(runs: dict[str, list[Run]]) -> str:
    """The medians, and each as a ratio of the peer's."""
    head = ("wall ms", "max", "ratio", "cpu ms", "ratio", "peak MiB")
    lines = [f"{'median of':42}" + "".join(f"{name:>9}" for name in head)]
    peer = _medians(runs[PEER])
    for name, measured in runs.items():
        wall, processor, memory = _medians(measured)
        largest = max(run.wall for run in measured)
        cells = (wall, largest, wall / peer.wall, processor, processor / peer.processor, memory)
        lines.append(f"{name:42}" + "".join(f"{cell:9.2f}" for cell in cells))
    return "\n".join(lines)


def _medians(measured: list[Run]) -> Run:
    return Run(*map(statistics.median, zip(*measured, strict=True)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=15)
    n_runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        compared = commands(Path(folder) / "store.sqlite")
        for command in compared.values():
            measure(command, environment=environment)
        runs: dict[str, list[Run]] = {name: [] for name in compared}
        for _ in range(n_runs):
            for name, command in compared.items():
                runs[name].append(measure(command, environment=environment))
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {n_runs} runs each")
    print(table(runs))


if __name__ == "__main__":
    main()
