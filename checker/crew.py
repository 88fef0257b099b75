"""A long list checked by several processes: each its own checker, the results in order.

Every row is judged by itself, so nothing is shared but the store's file. Short lists are not
worth the start of a process.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from types import TracebackType
from typing import Final, Self

from checker.batch import Task, check_task
from checker.check import Checker
from checker.models import Result
from claims.models import Claim, Document

MANY: Final = 300
"""Rows of a task from which processes are started: some two seconds of work."""
_CHUNK: Final = 25
"""Rows handed over at once: few enough that the first results come soon."""
_AHEAD: Final = 3
"""Chunks under way for each process: what is held in memory does not grow with the list."""

_own: Checker
"""The checker of a process of the crew."""


class Crew:
    """Processes that check; started with the first long task, ended with the `with` statement.

    Shape: `make` makes a checker in each of them, so it must be picklable.
    """

    def __init__(self, make: Callable[[], Checker], *, size: int | None = None) -> None:
        self._make = make
        self._size = size or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def check_task(self, task: Task, *, checker: Checker) -> Iterator[Result]:
        """The results of a task, one for each row, in order; `checker` does the short ones."""
        if self._size < 2 or len(task.rows) < MANY:
            yield from check_task(task, checker=checker)
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._size,
                mp_context=get_context("spawn"),
                initializer=_begin,
                initargs=(self._make,),
            )
        rows = iter(task.rows)
        under_way: deque[Future[list[Result]]] = deque()
        while chunk := list(islice(rows, _CHUNK)):
            under_way.append(self._pool.submit(_check, task.document, chunk))
            if len(under_way) >= _AHEAD * self._size:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def _begin(make: Callable[[], Checker]) -> None:
    """Begin a process of the crew; an interruption is the business of the one that leads."""
    global _own  # noqa: PLW0603 - a process has one, and only its initializer can make it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own = make()


def _check(document: Document, rows: Sequence[Claim | Result]) -> list[Result]:
    return list(check_task(Task(document, tuple(rows)), checker=_own))
