"""Keep what was reached: the figures of the gold test half may not sink under their floors.

    python -m evaluation.gate                  checks; exit 1 where a figure is past its bound
    python -m evaluation.gate --update         raises the bounds to what was measured
    python -m evaluation.gate --update --accept-lower "reason"    may also lower them

`floors.json` holds the bounds, the fingerprints of the gold files that they were measured on,
and every lowering with its reason. With other gold files nothing is compared: the bounds have
to be measured anew first, and even then none gets lower unasked.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from math import ceil, floor
from pathlib import Path
from typing import Literal

from pydantic import Field

from claims.models import Model
from evaluation.cases import CASES, STATEMENTS, fingerprint, read_cases
from evaluation.engine import outcomes
from evaluation.figures import headline
from evaluation.rows import row_files, totals

FLOORS = Path(__file__).parent / "floors.json"
STEP = 0.01

Bound = Literal["at_least", "at_most"]

BOUNDS: Mapping[str, Bound] = {
    "verdict_accuracy": "at_least",
    "verdict_accuracy_builtin": "at_least",
    "critical_accepted": "at_most",
    "faithful_lost": "at_most",
    "inventions_accepted": "at_most",
    "copies_alarmed": "at_most",
    "right_statement": "at_least",
    "expected_codes_given": "at_least",
    "forbidden_codes_given": "at_most",
    "rows_applied": "at_least",
    "rows_verdicts": "at_least",
}


class Lowering(Model):
    """One time that a bound was let go, and why."""

    figure: str
    before: float
    after: float
    reason: str
    on: date


class Floors(Model):
    """What `floors.json` holds.

    Shape: `data` maps each gold file's name to its SHA-256, `bounds` each figure to the value
           it may not be worse than; `at_least` or `at_most` is in `BOUNDS`.
    """

    data: dict[str, str] = Field(default_factory=dict)
    bounds: dict[str, float] = Field(default_factory=dict)
    lowered: tuple[Lowering, ...] = ()


def measure() -> dict[str, float]:
    """The figures of the test half, by name; of the rows' cases their totals alone."""
    cases = [case for case in read_cases() if case.split == "test"]
    figures = {**headline(tuple(outcomes(cases))), **totals()}
    return {name: each.value for name, each in figures.items()}


def main(
    arguments: Sequence[str] | None = None,
    *,
    path: Path = FLOORS,
    gold: Sequence[Path] = (CASES, STATEMENTS, *row_files()),
    measured: Callable[[], Mapping[str, float]] = measure,
) -> int:
    """Check or update the bounds; exit 0 fine, 1 a figure sank, 2 cannot be compared."""
    chosen = _parser().parse_args(arguments)
    if chosen.accept_lower is not None and not (chosen.update and chosen.accept_lower.strip()):
        print("--accept-lower wants --update and a reason", file=sys.stderr)
        return 2
    floors = read_floors(path)
    data = {each.name: fingerprint(each) for each in gold}
    if not chosen.update and floors.data != data:
        print("gate: the gold files changed; measure again with --update", file=sys.stderr)
        return 2
    figures = measured()
    if not chosen.update:
        return _say(list(sunk(figures, floors=floors)), done="every figure holds")
    sinking = list(sunk(figures, floors=floors))
    if sinking and chosen.accept_lower is None:
        return _say(sinking, done="")
    today = datetime.now(UTC).date()
    new = updated(floors, figures=figures, data=data, reason=chosen.accept_lower, on=today)
    write_floors(new, path=path)
    return _say([], done=f"bounds written to {path.name}")


def sunk(figures: Mapping[str, float], *, floors: Floors) -> Iterator[str]:
    """One line for each figure that is worse than its bound, or is not measured any more.

    >>> floors = Floors(bounds={"verdict_accuracy": 0.93, "critical_accepted": 0.03})
    >>> list(sunk({"verdict_accuracy": 0.95, "critical_accepted": 0.04}, floors=floors))
    ['critical_accepted: 0.040, at most 0.030']
    """
    for name, bound in floors.bounds.items():
        if name not in figures:
            yield f"{name}: not measured, {_words(name)} {bound:.3f}"
        elif _worse(figures[name], bound=bound, name=name):
            yield f"{name}: {figures[name]:.3f}, {_words(name)} {bound:.3f}"


def updated(
    floors: Floors,
    *,
    figures: Mapping[str, float],
    data: Mapping[str, str],
    reason: str | None,
    on: date,
) -> Floors:
    """Bounds at what was measured; those that would sink stay unless there is a reason."""
    bounds = dict(floors.bounds)
    lowered = list(floors.lowered)
    for name, figure in figures.items():
        new = _rounded(figure, name=name)
        old = bounds.get(name)
        if old is not None and _worse(new, bound=old, name=name):
            # Rounding alone must not sink a bound, so the figure itself is asked again.
            if reason is None or not _worse(figure, bound=old, name=name):
                continue
            lowered.append(Lowering(figure=name, before=old, after=new, reason=reason, on=on))
        bounds[name] = new
    return Floors(data=dict(data), bounds=bounds, lowered=tuple(lowered))


def read_floors(path: Path) -> Floors:
    """The stored bounds; none where the file is not there yet."""
    if not path.exists():
        return Floors()
    return Floors.model_validate_json(path.read_text(encoding="utf-8"))


def write_floors(floors: Floors, *, path: Path) -> None:
    """Store the bounds."""
    text = json.dumps(floors.model_dump(mode="json"), indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def _worse(figure: float, *, bound: float, name: str) -> bool:
    return figure < bound if BOUNDS[name] == "at_least" else figure > bound


def _rounded(figure: float, *, name: str) -> float:
    """To whole hundredths, on the lenient side.

    >>> _rounded(0.9561, name="verdict_accuracy"), _rounded(0.0212, name="critical_accepted")
    (0.95, 0.03)
    """
    down = BOUNDS[name] == "at_least"
    steps = round(figure / STEP, 6)
    return round((floor(steps) if down else ceil(steps)) * STEP, 2)


def _words(name: str) -> str:
    return BOUNDS[name].replace("_", " ")


def _say(lines: Sequence[str], *, done: str) -> int:
    for line in lines:
        print(f"gate: {line}", file=sys.stderr)
    if not lines:
        print(f"gate: {done}")
    return 1 if lines else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description=__doc__)
    parser.add_argument("--update", action="store_true", help="raise the bounds to what is reached")
    parser.add_argument("--accept-lower", metavar="REASON", help="let a bound sink, and say why")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
