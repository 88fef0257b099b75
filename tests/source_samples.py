"""Statements of our own for the tests of the store, and children that are made to fail."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from sources.models import Source, Statement
from sources.store import Store

ARCHIVE = Source(
    publisher="Torvik Archive", title="Harbour debate", url="https://archive.example/1"
)
DAY = date(2022, 3, 14)


def statement(id: str, text: str = "The harbour is open.", **fields: Any) -> Statement:  # noqa: A002
    """One statement; whatever a test does not care about is filled in."""
    filled: dict[str, Any] = {
        "utterance": id,
        "speaker": "Ilse Brandvik",
        "said_on": DAY,
        "source": ARCHIVE,
        **fields,
    }
    return Statement(id=id, text=text, **filled)


def store_of(path: Path, statements: Iterable[Statement]) -> Store:
    """A new store with these statements alone."""
    store = Store.open(path, builtin=False)
    store.add(statements)
    return store


def ids(found: Iterable[Any]) -> list[str]:
    """The ids of statements or of hits."""
    return [getattr(each, "statement", each).id for each in found]


def in_child(work: Callable[[], None]) -> int:
    """Run `work` in a process of its own; its exit code, negative for the signal that ended it.

    A fork, because the start of an interpreter is many times longer than the work.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def killed(code: int) -> bool:
    """Whether an exit code says `kill -9`."""
    return code == -signal.SIGKILL
