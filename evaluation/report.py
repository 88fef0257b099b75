"""Write docs/evaluation.md: every figure beside its goal, from one run.

    python -m evaluation.report [--peers PYTHON ... [--peer-model PIPELINE]] [-o FILE]
                                [--only NAME ...]

Takes some four minutes on two processors. A part that fails says so in its place, and the exit
code is 1. A public set that is not here leaves its lines
empty and says so; other tools are asked where `--peers` names an installation of them.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from evaluation import (
    accepted,
    checkthat,
    debate_quotes,
    gold_section,
    model_pairs,
    quotations,
    retrieval,
    rows,
    turns,
)
from evaluation.cases import read_cases
from evaluation.engine import outcomes
from evaluation.section import Goal, Section, number, shown, table

PAGE = Path(__file__).parent.parent / "docs" / "evaluation.md"
TRIED = Path(__file__).with_name("tried.md")
PACKAGES = ("rapidfuzz", "spacy", "onnxruntime", "numpy")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for and write the page."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.report", description=__doc__)
    parser.add_argument(
        "--peers",
        metavar="PYTHON",
        nargs="+",
        default=(),
        help="one with constraints-peers.txt installed, then one that trains the models",
    )
    parser.add_argument("--peer-model", metavar="PIPELINE", help="spaCy tagger and parser for it")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes beside")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES)
    parser.add_argument("-o", "--output", type=Path, default=PAGE)
    chosen = parser.parse_args(arguments)
    peers = Peers(chosen.peers, chosen.peer_model)
    order = sorted(chosen.only, key=lambda name: (*LONGEST, name).index(name))
    with ProcessPoolExecutor(chosen.jobs) as pool:
        running = {name: pool.submit(made, name, peers=peers) for name in order}
        found = [running[name].result() for name in NAMES if name in running]
    sections = [section for each in found for section in each]
    chosen.output.write_text("\n".join(page(sections)), encoding="utf-8")
    return int(any(section.failed for section in sections))


def made(name: str, *, peers: Peers) -> tuple[Section, ...]:
    """The sections of one runner; one that could not be measured says why, and the rest goes on."""
    start = perf_counter()
    try:
        found = tuple(RUNNERS[name](peers))
    except Exception as error:  # noqa: BLE001 - the page has to say what is missing, whatever it is
        reason = f"Not measured: {type(error).__name__}: {error}".replace("\n", " ")
        found = (Section(title=name, lines=(reason, ""), failed=True),)
    print(f"{name}: {perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    return found


def page(sections: Sequence[Section]) -> Iterator[str]:
    """The whole page: goals first, then each part."""
    yield "# Evaluation"
    yield ""
    yield "Written by `python -m evaluation.report`; not to be edited by hand."
    yield f"Measured on {datetime.now(UTC).date()}: {_machine()}."
    yield ""
    yield "## Goals"
    yield ""
    goals = [goal for section in sections for goal in section.goals]
    header = ("set", "figure", "plain best", "goal", "here", "reached")
    yield from table(header, (_goal(goal) for goal in goals))
    yield from _missed(goals)
    for section in sections:
        yield f"## {section.title}"
        yield ""
        yield from section.lines
    yield "## What was tried"
    yield ""
    yield TRIED.read_text(encoding="utf-8")


def _missed(goals: Sequence[Goal]) -> Iterator[str]:
    """The worst cases of each goal that is missed."""
    missed = [goal for goal in goals if goal.reached is False]
    if not missed:
        return
    yield "## Where a goal is missed"
    yield ""
    yield "The worst cases of each, of held-out parts by name alone: nobody may tune on them. What"
    yield "was tried stands [below](#what-was-tried)."
    yield ""
    for goal in missed:
        yield f"- {goal.of}, {goal.figure}: {'; '.join(goal.worst) or 'see its part below'}."
    yield ""


def _goal(goal: Goal) -> Sequence[str]:
    bound = "at least" if goal.at_least else "at most"
    reached = {None: "not measured", True: "yes", False: "**no**"}[goal.reached]
    wanted = f"{bound} {number(goal.goal)}"
    return (goal.of, goal.figure, goal.plain, wanted, shown(goal.share), reached)


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"Python {platform.python_version()}, {platform.machine()}, {packages}"


class Peers(NamedTuple):
    """Pythons that have the other tools, and the spaCy pipeline that some need in the first."""

    pythons: Sequence[str]
    model: str | None


def _gold(peers: Peers) -> Iterator[Section]:
    checked = tuple(outcomes(read_cases()))
    test = [each for each in checked if each.case.split == "test"]
    tune = [each for each in checked if each.case.split == "tune"]
    yield gold_section.section(test, tune=tune)
    yield accepted.section(peers=peers.pythons, ours=test)


def _quotations(peers: Peers) -> Iterator[Section]:
    first = next(iter(peers.pythons), None)
    yield quotations.section(peers=first, peer_model=peers.model)


def _alone(make: Callable[[], Section]) -> Callable[[Peers], Iterator[Section]]:
    """A runner that asks no other tool."""

    def run(_: Peers) -> Iterator[Section]:
        yield make()

    return run


RUNNERS: dict[str, Callable[[Peers], Iterator[Section]]] = {
    "gold": _gold,
    "rows": _alone(rows.section),
    "retrieval": _alone(retrieval.section),
    "debate_quotes": _alone(debate_quotes.section),
    "quotations": _quotations,
    "turns": _alone(turns.section),
    "pairs": _alone(model_pairs.section),
    "checkthat": _alone(checkthat.section),
}
NAMES = tuple(RUNNERS)
LONGEST = ("gold", "debate_quotes", "checkthat", "pairs", "rows")
"""Begun first, so that no processor waits for them at the end."""


if __name__ == "__main__":
    raise SystemExit(main())
