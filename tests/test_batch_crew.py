"""Several processes check what one does, in the same order, and stop with it."""

from __future__ import annotations

import pickle
from functools import partial
from pathlib import Path

import pytest

from checker.batch import Task, check_task
from checker.check import Checker
from checker.crew import MANY, Crew
from claims.errors import StoreBusyError, StoreError
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


@pytest.mark.parametrize("kind", [StoreError, StoreBusyError])
def test_an_error_travels_between_processes_whole(kind: type[StoreError]) -> None:
    error = kind("the disk is full", where="store.sqlite", next_step="free some space")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.line) == (kind, error.line)
