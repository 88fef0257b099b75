"""A progress bar on standard error, only for a person, and only after a second of work."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from checker.streams import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0


class Bar:
    """Shows how many of the documents are done; draws nothing for quick work or into a pipe.

    Unit: `patience` seconds before the bar appears.
    """

    def __init__(self, stream: TextIO, *, total: int, shown: bool, patience: float = _PATIENCE):
        self._stream = stream
        self._total = total
        self._wanted = shown and is_terminal(stream)
        self._start = time.monotonic() + patience
        self._progress: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def move(self, *, done: float, text: str) -> None:
        """Say how far the work is: `done` of the total, a fraction inside a document."""
        if not self._wanted or time.monotonic() < self._start:
            return
        if self._progress is None:
            self._progress = _started(self._stream, total=self._total)
        self._progress.update(self._progress.task_ids[0], completed=done, description=text)


def _started(stream: TextIO, *, total: int) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    progress = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(),
        console=Console(file=stream),
        transient=True,
    )
    progress.add_task("", total=total)
    progress.start()
    return progress
