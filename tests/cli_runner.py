"""Runs the command line in this process, with streams of its own."""

from __future__ import annotations

import io
import json
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from checker.cli import main
from checker.streams import Streams


class Ran(NamedTuple):
    """What a call left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


class Stream(io.TextIOWrapper):
    """A UTF-8 stream in memory, on a terminal or not."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        """Everything written so far."""
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8")


def run(
    *argv: str,
    piped: str | bytes | None = None,
    screen: bool = False,
    environment: Mapping[str, str] | None = None,
) -> Ran:
    """One call; `piped` is standard input (`None`: a terminal); `screen`: output to a terminal."""
    data = piped.encode() if isinstance(piped, str) else piped or b""
    stdin = Stream(data, terminal=piped is None)
    stdout, stderr = Stream(terminal=screen), Stream(terminal=screen)
    variables = {**os.environ, **(environment or {})}
    code = main(argv, streams=Streams(stdin, stdout, stderr), environment=variables)
    return Ran(code, stdout.text(), stderr.text())


def assert_one_line(ran: Ran, *parts: str) -> None:
    """The call failed with exit code 2, one line on standard error, and nothing else."""
    assert ran.code == 2, ran
    assert ran.out == "", ran
    assert ran.err.startswith("checker: "), ran
    assert ran.err.count("\n") == 1, ran
    assert "Traceback" not in ran.err
    assert "; " in ran.err, f"no next step: {ran.err}"
    for part in parts:
        assert part in ran.err, f"{part!r} not in {ran.err!r}"


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that cannot be written, as far as this user can be refused."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(mode)
