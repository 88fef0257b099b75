"""What every command is given, and what it may answer with."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from typing import NamedTuple

from checker.configure import Configuration
from checker.reports.escape import printable
from checker.streams import Streams

# Exit codes.
DONE = 0
FINDINGS = 1
FAILED = 2
INTERRUPTED = 130


class Context(NamedTuple):
    """One call: its arguments, its streams and what it runs with."""

    arguments: Namespace
    streams: Streams
    configuration: Configuration
    environment: Mapping[str, str]

    def say(self, text: str) -> None:
        """A message to the person at the terminal, unless they asked for none."""
        if not self.arguments.quiet:
            self.complain(text)

    def detail(self, text: str) -> None:
        """A message for those who asked for more."""
        if self.arguments.verbose:
            self.complain(text)

    def complain(self, text: str) -> None:
        """A message that is shown in any case: something is wrong."""
        self.streams.stderr.write(message(text))


def message(text: str) -> str:
    r"""A message as it is written: every line safe to show.

    >>> message("talk.txt: no such file")
    'checker: talk.txt: no such file\n'
    """
    lines = (line[: len(line) - len(line.lstrip())] + printable(line) for line in text.splitlines())
    return "checker: " + "\n".join(lines) + "\n"
