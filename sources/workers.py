"""Statements made ready for the index, by other processes where there are many."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sources.terms import Prepared, Raw, prepare

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_CHUNK = 2000
"""Statements handed over at once."""
_MANY = 10
"""Chunks from which it pays to start a process."""

Chunk = tuple[list[Prepared], Counter[str]]


class Preparing:
    """Takes statements one by one and gives them back prepared, in the same order, later.

    Shape: `counts` grow with what was given back. No more than a few chunks are under way, so
           that memory does not grow with the import. With `sign` passages get signatures, and
           also without from the first whole chunk on.
    """

    def __init__(self, *, workers: int, sign: bool) -> None:
        self.counts: Counter[str] = Counter()
        self._sign = sign
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._held: list[Raw] = []
        self._under_way: deque[Future[Chunk]] = deque()
        self._n_chunks = 0

    def give(self, statement: Raw) -> Iterator[list[Prepared]]:
        """Hand over one more."""
        self._held.append(statement)
        if len(self._held) >= _CHUNK:
            yield from self._chunk()

    def finish(self) -> Iterator[list[Prepared]]:
        """Give back everything handed over so far."""
        while self._under_way:
            yield self._counted(self._under_way.popleft().result())
        if self._held:
            held, self._held = self._held, []
            yield self.at_once(held)
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def at_once(self, statements: Sequence[Raw], *, sign: int = 1) -> list[Prepared]:
        """Prepare some here and now; `sign` -1 counts them off."""
        prepared, counts = prepare(statements, sign=self._sign and sign > 0)
        for term, n in counts.items():
            self.counts[term] += sign * n
        return prepared

    def _chunk(self) -> Iterator[list[Prepared]]:
        held, self._held = self._held, []
        self._n_chunks += 1
        self._sign = True
        if not self._workers or self._n_chunks < _MANY:
            yield self.at_once(held)
            return
        if self._pool is None:
            import gc
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            self._pool = ProcessPoolExecutor(  # what is prepared has no cycles: a fifth saved
                self._workers, mp_context=get_context("spawn"), initializer=gc.disable
            )
        self._under_way.append(self._pool.submit(partial(prepare, sign=True), held))
        if len(self._under_way) > 2 * self._workers:
            yield self._counted(self._under_way.popleft().result())

    def _counted(self, chunk: Chunk) -> list[Prepared]:
        prepared, counts = chunk
        self.counts.update(counts)
        return prepared
