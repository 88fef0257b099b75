"""`kill -9` at any point loses nothing that was stored; readers never see half a change."""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from source_samples import ids, in_child, killed, statement, store_of

from sources.store import Store

NEW = [statement(f"new{n}", f"Ferry n{n} sails to the harbour of word{n}.") for n in range(40)]


Point = int | str
"""Where a child dies: at its nth SQL statement, or at the first that begins so."""


def dying_at(point: Point) -> Callable[..., sqlite3.Connection]:
    """`sqlite3.connect` whose connections die by `kill -9` at that point."""
    connect = sqlite3.connect
    n_statements = 0

    def die_if_reached(sql: str) -> None:
        nonlocal n_statements
        n_statements += 1
        if n_statements == point or (isinstance(point, str) and sql.startswith(point)):
            os.kill(os.getpid(), signal.SIGKILL)

    def connected(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(die_if_reached)
        return connection

    return connected


def die_in(work: Callable[[Path], object], path: Path, *, at: Point) -> None:
    """Do the work in a child, which must be killed in the middle of it."""

    def traced() -> None:
        sqlite3.connect = dying_at(at)  # type: ignore[assignment]
        work(path)

    assert killed(in_child(traced))


def create(path: Path) -> None:
    Store.open(path).close()


def add_new(path: Path) -> None:
    with Store.open(path) as store:
        store.add(NEW)


def is_whole(path: Path, *, allowed: tuple[int, ...]) -> None:
    with Store.open(path) as store:
        assert store.verify() == ()
        assert store.coverage().statements in allowed
        assert len(list(store.statements())) in allowed
        assert ids(store.search("A new administration is in power now", limit=1)) == [
            "lavrov-20211020-new-administration-afp"
        ]


# A creation makes its tables from the 13th statement on and ends after some 4,900.
CREATION_POINTS = [1, 8, 14, "PRAGMA user_version =", 26, 40, 300, 3000, "COMMIT"]
CREATION_POINTS += ["PRAGMA journal_mode"]


@pytest.mark.parametrize("at", CREATION_POINTS)
def test_a_killed_creation_is_made_whole_by_the_next_opening(store_path: Path, at: Point) -> None:
    die_in(create, store_path, at=at)
    is_whole(store_path, allowed=(232,))


IMPORT_POINTS = [2, "BEGIN", 12, 60, 150, 280, "INSERT INTO term", "COMMIT"]


@pytest.mark.parametrize("at", IMPORT_POINTS)
def test_a_killed_import_leaves_the_store_as_it_was(store_path: Path, at: Point) -> None:
    create(store_path)
    die_in(add_new, store_path, at=at)
    is_whole(store_path, allowed=(232,))
    add_new(store_path)
    is_whole(store_path, allowed=(272,))


HELD = [statement(f"held{n}", f"Ferry n{n} waits for word{n}, n{n % 7}.") for n in range(60)]


def import_without_end(store: Store, tell: int) -> None:
    """Store document after document of six statements, and tell of each when it is committed."""
    for number in count():
        store.add([statement(f"{number}-{n}", f"Turn n{n} of word{number}.") for n in range(6)])
        os.write(tell, b".")


def rebuild_without_end(store: Store, tell: int) -> None:
    """Make the index anew again and again."""
    while True:
        store.rebuild()
        os.write(tell, b".")


@pytest.mark.slow
@pytest.mark.parametrize("work", [import_without_end, rebuild_without_end])
def test_a_hundred_kills_at_any_moment_lose_nothing_that_was_committed(
    tmp_path: Path, work: Callable[[Store, int], None]
) -> None:
    """What was told is there; what was not is there whole or not at all; the store opens."""
    store_of(tmp_path / "held.db", HELD).close()
    file = (tmp_path / "held.db").read_bytes()
    moments = random.Random(20211020)
    seconds = seconds_until(8, work, tmp_path / "held.db")
    told_of = Counter[bool]()
    for number in range(100):
        path = tmp_path / f"{number}.db"
        path.write_bytes(file)
        told = killed_after(moments.uniform(0, seconds), work, path)
        with Store.open(path, create=False) as store:
            assert store.verify() == ()
            n_added = store.coverage().statements - len(HELD)
            if work is import_without_end:
                assert n_added in (6 * told, 6 * told + 6)
            else:
                assert n_added == 0
            assert ids(store.search(HELD[7].text, limit=1)) == ["held7"]
            assert sum(1 for _ in store.statements()) == len(HELD) + n_added
        told_of[bool(told)] += 1
    assert told_of[True] > 20, "none was killed in the middle"


@pytest.mark.slow
def test_kills_at_any_moment_of_a_creation_are_made_whole(tmp_path: Path) -> None:
    moments = random.Random(20211020)
    start = time.perf_counter()
    assert in_child(lambda: create(tmp_path / "whole.db")) == 0
    seconds = time.perf_counter() - start
    for number in range(20):
        path = tmp_path / f"{number}.db"
        killed_after(moments.uniform(0, seconds), create_and_wait, path)
        is_whole(path, allowed=(232,))


def create_and_wait(store: Store, tell: int) -> None:
    """Nothing more is to be done: the opening was the work."""
    os.write(tell, b".")
    signal.pause()


def started(work: Callable[[Store, int], None], path: Path) -> tuple[int, int]:
    """A child at work on a store, and where it tells."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(told)
            with Store.open(path) as store:
                work(store, tell)
        finally:
            os._exit(1)
    os.close(tell)
    return child, told


def seconds_until(n: int, work: Callable[[Store, int], None], path: Path) -> float:
    """How long a child takes on this machine until it has told so many times."""
    start = time.perf_counter()
    child, told = started(work, path)
    for _ in range(n):
        assert os.read(told, 1)
    seconds = time.perf_counter() - start
    kill(child)
    os.close(told)
    return seconds


def killed_after(seconds: float, work: Callable[[Store, int], None], path: Path) -> int:
    """Kill a child that many seconds into its work; how often it told before."""
    child, told = started(work, path)
    time_out(seconds)
    kill(child)
    n_told = len(os.read(told, 65536))
    os.close(told)
    return n_told


def time_out(seconds: float) -> None:
    """Let the child work: the moment is what the test is about."""
    select.select([], [], [], seconds)


def kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert killed(os.waitstatus_to_exitcode(status))


def test_a_reader_sees_each_change_whole_while_another_process_writes(store_path: Path) -> None:
    store_of(store_path, []).close()
    told, tell = os.pipe()
    wait, go_on = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(told)
            with Store.open(store_path) as store:
                for number in range(40):
                    store.add(_pair(number))
                    os.write(tell, b".")
                    if number == 20:  # so that the reader comes before all is done
                        os.read(wait, 1)
        finally:
            os._exit(0)
    os.close(tell)
    seen = set[int]()
    with Store.open(store_path, busy_seconds=300.0) as reader:
        while os.read(told, 1):
            listed = ids(reader.statements())
            assert len(listed) % 2 == 0
            assert ids(reader.search("pairwise harbour", limit=1)) == ["pair0-a"]
            receipt = reader.receipt()
            assert receipt.searched % 2 == 0
            assert receipt.searched >= len(listed)
            if not seen:
                os.write(go_on, b".")
            seen.add(len(listed))
        os.waitpid(child, 0)
        assert reader.coverage().statements == 80
        assert reader.verify() == ()
    os.close(told)
    assert len(seen) > 1


def _pair(number: int) -> Iterator[Any]:
    yield statement(f"pair{number}-a", f"Pairwise harbour {number}.")
    yield statement(f"pair{number}-b", f"Pairwise ferry {number}.")


def test_two_first_uses_at_once_make_one_store(store_path: Path) -> None:
    children = []
    go, wait = os.pipe()
    for _ in range(4):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                os.close(wait)
                os.read(go, 1)
                with Store.open(store_path, busy_seconds=300.0) as store:
                    code = 0 if store.coverage().statements == 232 else 2
            finally:
                os._exit(code)
        children.append(child)
    os.close(wait)
    statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    os.close(go)
    assert statuses == [0, 0, 0, 0]
    is_whole(store_path, allowed=(232,))
