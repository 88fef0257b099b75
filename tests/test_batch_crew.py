"""Several processes check what one does, in the same order, and stop with it."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest

from checker.batch import Task, check_task
from checker.check import Checker
from checker.crew import MANY, Crew
from claims.errors import CheckerError, StoreBusyError, StoreError
from claims.models import Claim, Document, Quote
from sources.store import Store

QUOTES = (
    "A new administration is in power now",
    "A new administration is not in power now",
    "The orchard keeper counted pears before the rain came",
)


def checker_of(path: Path) -> Checker:
    return Checker(Store.open(path, create=False))


def task_of(n: int) -> Task:
    rows = tuple(
        Claim(id=f"r{number}", quote=Quote(text=QUOTES[number % len(QUOTES)], kind="direct"))
        for number in range(n)
    )
    return Task(Document(text="", path="list.jsonl"), rows)


def test_a_crew_gives_the_same_results_in_the_same_order(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    with Store.open(place) as store, Crew(partial(checker_of, place), size=2) as crew:
        checker, task = Checker(store), task_of(MANY)
        assert list(crew.check_task(task, checker=checker)) == list(
            check_task(task, checker=checker)
        )


def test_a_short_list_starts_no_process(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    with Store.open(place) as store, Crew(partial(checker_of, tmp_path / "gone"), size=2) as crew:
        found = list(crew.check_task(task_of(MANY - 1), checker=Checker(store)))
        assert [result.id for result in found[:2]] == ["r0", "r1"]


@pytest.mark.parametrize("told", ["stderr", "stdout"])
def test_an_interruption_ends_a_crew_at_once_and_without_a_word(told: str, tmp_path: Path) -> None:
    """As it starts, when its store is named, and when the first result has come."""
    place = tmp_path / "store.sqlite"
    with Store.open(place, builtin=False):
        pass
    draft = tmp_path / "long.jsonl"
    draft.write_text('{"quote": "The orchard keeper counted pears before the rain"}\n' * 3_000)
    call = ["batch", "--store", str(place), "--format", "jsonl", "-v", str(draft)]
    with subprocess.Popen(
        [sys.executable, "-m", "checker", *call],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,  # so that the first line takes nothing of what follows
        start_new_session=True,
    ) as running:
        assert getattr(running, told).readline()
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of them
        begun = time.monotonic()
        found, said = running.communicate(timeout=600)  # ends with the last that writes to them
        took = time.monotonic() - begun
    assert running.returncode == 130
    assert took < 60, "a tenth of a second on a quiet machine"
    assert b"Traceback" not in said
    assert b"interrupted" in said.splitlines()[-1]
    assert all(json.loads(line)["id"] for line in found.splitlines())


def test_a_process_that_ends_by_itself_is_an_error(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    with Store.open(place) as store, Crew(partial(os._exit, 3), size=2) as crew:
        with pytest.raises(CheckerError, match="ended by itself"):
            list(crew.check_task(task_of(MANY), checker=Checker(store)))
        assert active_children() == []


def test_an_error_of_a_process_is_raised_where_it_is_waited_for(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    with Store.open(place) as store, Crew(partial(checker_of, tmp_path / "gone"), size=2) as crew:
        with pytest.raises(StoreError):
            list(crew.check_task(task_of(MANY), checker=Checker(store)))
        assert active_children() == []


def test_results_that_nobody_waits_for_end_the_processes(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    with Store.open(place) as store, Crew(partial(checker_of, place), size=2) as crew:
        found = crew.check_task(task_of(MANY), checker=Checker(store))
        assert next(found).id == "r0"
        found.close()
        assert active_children() == []


@pytest.mark.parametrize("kind", [StoreError, StoreBusyError])
def test_an_error_travels_between_processes_whole(kind: type[StoreError]) -> None:
    error = kind("the disk is full", where="store.sqlite", next_step="free some space")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.line) == (kind, error.line)
