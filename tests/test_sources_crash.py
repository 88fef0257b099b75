"""`kill -9` at any point loses nothing that was stored; readers never see half a change."""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from source_samples import ids, in_child, killed, statement, store_of

from sources.store import Store

NEW = [statement(f"new{n}", f"Ferry n{n} sails to the harbour of word{n}.") for n in range(40)]
BIG = [statement(f"big{n}", f"word{n} " * 40) for n in range(1000)]


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


def add_big(path: Path) -> None:
    with Store.open(path) as store:
        store.add(BIG)


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


Work = Callable[[Path], object]
WORKS: dict[str, tuple[Work, Work, tuple[int, ...]]] = {
    "creation": (Path.touch, create, (232,)),
    "import": (create, add_big, (232, 232 + len(BIG))),
}
"""What stands before, what is killed, and how many statements may be there after."""


@pytest.mark.slow
@pytest.mark.parametrize("work", WORKS)
def test_fifty_kills_at_any_moment_lose_nothing(tmp_path: Path, work: str) -> None:
    moments = random.Random(20211020)
    begin, change, allowed = WORKS[work]
    for name in ("cold.db", "warm.db"):
        begin(tmp_path / name)
        seconds = seconds_of(change, tmp_path / name)
        is_whole(tmp_path / name, allowed=allowed)
    n_killed = 0
    for number in range(50):
        path = tmp_path / f"{number}.db"
        begin(path)
        n_killed += killed_after(moments.uniform(0, seconds), change, path)
        is_whole(path, allowed=allowed)
    assert n_killed > 20


def seconds_of(work: Work, path: Path) -> float:
    """How long a child takes for the whole work on this machine."""

    def whole() -> None:
        work(path)

    start = time.perf_counter()
    assert in_child(whole) == 0
    return time.perf_counter() - start


def killed_after(seconds: float, work: Work, path: Path) -> bool:
    """Kill a child that many seconds into its work; whether it was still alive."""
    ended, end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ended)
        try:
            work(path)
        finally:
            os._exit(0)
    os.close(end)
    select.select([ended], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(ended)
    return killed(os.waitstatus_to_exitcode(status))


def test_a_reader_sees_each_change_whole_while_another_process_writes(store_path: Path) -> None:
    store_of(store_path, []).close()
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(told)
            with Store.open(store_path) as store:
                for number in range(40):
                    store.add(_pair(number))
                    os.write(tell, b".")
        finally:
            os._exit(0)
    os.close(tell)
    seen = set()
    with Store.open(store_path, busy_seconds=60.0) as reader:
        while os.read(told, 1):
            listed = ids(reader.statements())
            assert len(listed) % 2 == 0
            assert ids(reader.search("pairwise harbour", limit=1)) == ["pair0-a"]
            receipt = reader.receipt()
            assert receipt.searched % 2 == 0
            assert receipt.searched >= len(listed)
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
                with Store.open(store_path, busy_seconds=30.0) as store:
                    code = 0 if store.coverage().statements == 232 else 2
            finally:
                os._exit(code)
        children.append(child)
    os.close(wait)
    statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    os.close(go)
    assert statuses == [0, 0, 0, 0]
    is_whole(store_path, allowed=(232,))
