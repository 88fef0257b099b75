"""The three streams of a call, handed in so that tests can inject their own."""

from __future__ import annotations

import io
import sys
from typing import NamedTuple, TextIO


class Streams(NamedTuple):
    """Data comes in on `stdin` and goes to `stdout`; every message goes to `stderr`."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


def standard() -> Streams:
    """The process's own streams, made able to carry any text.

    A pipe or file gets UTF-8 whatever the locale says, because reports are UTF-8; a terminal
    keeps its encoding and shows what it cannot draw as an escape. A stream that the caller has
    closed is empty, or goes nowhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    return Streams(_or_nowhere(sys.stdin), _or_nowhere(sys.stdout), _or_nowhere(sys.stderr))


def _or_nowhere(stream: TextIO | None) -> TextIO:
    """The stream; Python has none where the caller closed it."""
    return io.StringIO() if stream is None else stream


def is_terminal(stream: TextIO) -> bool:
    """Whether a person sits at the other end; a closed stream is none."""
    return not stream.closed and stream.isatty()


def read_all(stream: TextIO, *, limit: int) -> bytes | str:
    """What is left to read, at most `limit` of it: bytes where the stream has them, else text."""
    buffer = getattr(stream, "buffer", None)
    return buffer.read(limit) if buffer is not None else stream.read(limit)
