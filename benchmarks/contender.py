"""Processes that answer the same quotations, asked in turn."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.passages import Quotation

AT_ONCE = 4
"""Blocks, one quotation of each kind, that a contender answers before the next has its turn."""


class Answer(NamedTuple):
    """One answer: milliseconds, whether the first and one of the first 20 is right, its parts.

    Shape: `None` where there is nothing to be right about.
    """

    spent: float
    first: bool | None
    among: bool | None
    parts: dict[str, float]


Answers = dict[str, list[Answer]]
"""By kind of quotation."""


class Contender:
    """A process that speaks as `benchmarks/peers_search.py` does; asked for so many seconds."""

    def __init__(self, name: str, *, command: Sequence[str], seconds: float = 60) -> None:
        self.name = name
        self.seconds = seconds
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self._line()

    def ask(self, quotes: Sequence[Quotation]) -> list[Answer]:
        """The answers to some quotations, in order."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([(each.text, each.wanted) for each in quotes]) + "\n")
        return [Answer(*each) for each in json.loads(self._line())]

    def end(self) -> float:
        """End the process; its peak memory in MB."""
        with self._process:
            assert self._process.stdin is not None
            self._process.stdin.close()
            return float(self._line())

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} ended with {self._process.wait()}")
        return line


def in_turn(
    contenders: Sequence[Contender], *, quotes: Sequence[Sequence[Quotation]]
) -> dict[str, Answers]:
    """The answers of every contender; one whose seconds are spent is asked no more.

    Shape: `quotes` are blocks of one quotation of each kind. The first block is asked twice,
           the first time unmeasured.
    """
    answers: dict[str, Answers] = {each.name: {} for each in contenders}
    spent = dict.fromkeys(answers, 0.0)
    for contender in contenders:
        contender.ask(quotes[0])
    for start in range(0, len(quotes), AT_ONCE):
        for contender in contenders:
            for block in quotes[start : start + AT_ONCE]:
                if spent[contender.name] > contender.seconds:
                    break
                for quote, answer in zip(block, contender.ask(block), strict=True):
                    answers[contender.name].setdefault(quote.kind, []).append(answer)
                    spent[contender.name] += answer.spent / 1000
    return answers
