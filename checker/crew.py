"""A long list checked by several processes: each its own checker, the results in order.

Every row is judged by itself, so nothing is shared but the store's file. Short lists are not
worth the start of a process.

There is no thread and no queue between the processes, so that they can be ended at any moment:
each has a pipe of its own, works on one chunk at a time, and ends when the pipe does, also
where the process that leads was killed. Ctrl-C is the business of that one alone.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Final, NamedTuple, Self

from checker.batch import Task, check_task
from checker.check import Checker
from checker.models import Result
from claims.errors import CheckerError
from claims.models import Claim, Document

MANY: Final = 300
"""Rows of a task from which processes are started: some two seconds of work."""
_CHUNK: Final = 25
"""Rows handed over at once: few enough that the first results come soon."""
_AHEAD: Final = 3
"""Chunks for each process that may be done before they are asked for: what is held in memory
does not grow with the list."""

Make = Callable[[], Checker]
Chunk = tuple[Document, list[Claim | Result]]
Answer = list[Result] | Exception


class _Worker(NamedTuple):
    process: SpawnProcess
    pipe: Connection[Chunk, Answer]


class Crew:
    """Processes that check; started with the first long task, ended with the `with` statement.

    Shape: `make` makes a checker in each of them, so it must be picklable.
    """

    def __init__(self, make: Make, *, size: int | None = None) -> None:
        self._make = make
        self._size = size or os.cpu_count() or 1
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def check_task(self, task: Task, *, checker: Checker) -> Generator[Result, None, None]:
        """The results of a task, one for each row, in order; `checker` does the short ones.

        Raises: what a process raised; `CheckerError` where one ended by itself.
        """
        if self._size < 2 or len(task.rows) < MANY:
            yield from check_task(task, checker=checker)
            return
        try:
            for found in self._chunks(task):
                yield from found
        except BaseException:  # an interruption, or nobody asks any more: work under way is lost
            self._end()
            raise

    def _chunks(self, task: Task) -> Iterator[list[Result]]:
        """The results of each chunk, in order; each process gets its next as soon as it is free."""
        rows = iter(task.rows)
        n_given = n_told = 0
        under_way: dict[Connection[Chunk, Answer], int] = {}
        done: dict[int, list[Result]] = {}
        free = self._started()
        while True:
            while free and n_given - n_told < _AHEAD * self._size:
                if not (chunk := list(islice(rows, _CHUNK))):
                    break
                worker = free.pop()
                self._give(worker, (task.document, chunk))
                under_way[worker.pipe] = n_given
                n_given += 1
            if not under_way:
                return
            for pipe in wait(list(under_way)):
                worker = next(each for each in self._workers if each.pipe is pipe)
                done[under_way.pop(worker.pipe)] = _answer(worker)
                free.append(worker)
            while n_told in done:
                yield done.pop(n_told)
                n_told += 1

    def _started(self) -> list[_Worker]:
        """All processes, at first started."""
        with _uninterrupted():
            while len(self._workers) < self._size:
                self._workers.append(_start(self._make))
        return list(self._workers)

    def _give(self, worker: _Worker, chunk: Chunk) -> None:
        try:
            worker.pipe.send(chunk)
        except OSError as error:
            raise _ended(worker) from error

    def _end(self) -> None:
        """End all processes, whatever they are doing."""
        while self._workers:
            process, pipe = self._workers[-1]
            process.kill()
            process.join()
            pipe.close()
            self._workers.pop()


def _start(make: Make) -> _Worker:
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_work, args=(make, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """What starts meanwhile never sees Ctrl-C, not even while it imports; here it comes later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # which the first start would do, and let Ctrl-C through after it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _answer(worker: _Worker) -> list[Result]:
    """The results that a process sends."""
    try:
        found = worker.pipe.recv()
    except (EOFError, OSError) as error:
        raise _ended(worker) from error
    if isinstance(found, Exception):
        raise found
    return found


def _ended(worker: _Worker) -> CheckerError:
    worker.process.join(1)
    code = worker.process.exitcode
    return CheckerError(
        f"a process that checks ended by itself (exit code {code})",
        next_step="free some memory, or check a shorter list",
    )


def _work(make: Make, pipe: Connection[Answer, Chunk]) -> None:
    """What a process of the crew does until its pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    checker: Checker | None = None
    with suppress(EOFError, OSError):
        while True:
            document, rows = pipe.recv()
            try:
                checker = checker or make()
                found: Answer = list(check_task(Task(document, tuple(rows)), checker=checker))
            except Exception as error:  # noqa: BLE001 - told where the results are asked for
                found = error
            pipe.send(found)
