"""The program driven as a person drives it: a real terminal, keys, pastes and interrupts."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pexpect = pytest.importorskip("pexpect")

ROOT = Path(__file__).parent.parent
TIMEOUT = 20
PROMPT = "checker>"
QUOTE = '"A new administration is in power now," Lavrov said.'
_ESCAPE = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[=>])")

Start = Callable[..., "Driven"]


def squeezed(raw: str) -> tuple[str, list[int]]:
    """The letters of a terminal's output, and where each of them ends in it."""
    letters: list[str] = []
    ends: list[int] = []
    at = 0
    while at < len(raw):
        escape = _ESCAPE.match(raw, at)
        if escape:
            at = escape.end()
            continue
        at += 1
        if not raw[at - 1].isspace():
            letters.append(raw[at - 1])
            ends.append(at)
    return "".join(letters), ends


class Driven:
    """One running session and what it has shown.

    The line editor moves the cursor where a person would see a space, so what is awaited is
    compared without escapes and white space.
    """

    def __init__(self, child: Any) -> None:
        self.child = child
        self.unread = ""

    def expect(self, text: str) -> str:
        """Wait for a text; what was shown up to its end, without escapes."""
        wanted = "".join(text.split())
        deadline = time.monotonic() + TIMEOUT
        while True:
            letters, ends = squeezed(self.unread)
            if wanted in letters:
                break
            assert time.monotonic() < deadline, f"no {text!r} in {self.unread!r}"
            self.unread += self.child.read_nonblocking(4096, timeout=TIMEOUT)
        end = ends[letters.index(wanted) + len(wanted) - 1]
        shown, self.unread = self.unread[:end], self.unread[end:]
        return _ESCAPE.sub("", shown).replace("\r", "")

    def enter(self, line: str) -> None:
        self.child.send(f"{line}\r")

    def paste(self, text: str) -> None:
        self.child.send(f"\x1b[200~{text}\x1b[201~")

    def end(self) -> int:
        self.child.expect(pexpect.EOF)
        self.child.close()
        assert self.child.exitstatus is not None
        return int(self.child.exitstatus)


@pytest.fixture
def start(store_path: Path) -> Iterator[Start]:
    children: list[Any] = []

    def spawn(*arguments: str, term: str = "xterm-256color", columns: int = 80) -> Driven:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "checker", "--store", str(store_path), *arguments],
            env={**os.environ, "TERM": term, "PROMPT_TOOLKIT_NO_CPR": "1", "LC_ALL": "C.UTF-8"},
            cwd=str(ROOT),
            encoding="utf-8",
            dimensions=(24, columns),
            timeout=TIMEOUT,
        )
        children.append(child)
        driven = Driven(child)
        driven.expect(PROMPT)
        return driven

    yield spawn
    for child in children:
        child.close(force=True)


def test_a_quote_and_a_follow_up(start: Start) -> None:
    session = start()
    session.enter(QUOTE)
    session.expect("MATCH  Sergey Lavrov")
    session.expect(PROMPT)
    session.enter("where")
    session.expect("Moscow.")
    session.enter("quit")
    assert session.end() == 0


@pytest.mark.slow
def test_a_paste_of_many_lines_is_one_text(start: Start) -> None:
    session = start()
    lines = [f"Line {number} of a long report about the harbour." for number in range(200)]
    lines[100] = QUOTE
    session.paste("\n".join(lines))
    session.enter("")
    shown = session.expect("#1")
    assert "MATCH" in shown
    session.enter("list")
    session.expect("#1 ")
    assert "#2" not in session.expect(PROMPT)


@pytest.mark.parametrize("text", ["exit", "/quit", "quit"])
def test_a_pasted_command_is_a_quote(start: Start, text: str) -> None:
    session = start()
    session.paste(text)
    session.enter("")
    session.expect("#1")
    session.expect(PROMPT)
    session.enter("quit")
    assert session.end() == 0


def test_control_c_drops_the_line_and_keeps_the_session(start: Start) -> None:
    session = start()
    session.enter(QUOTE)
    session.expect("#1")
    session.expect(PROMPT)
    session.child.send("half a line")
    session.expect("half a line")
    session.child.send("\x03")
    session.expect(PROMPT)
    session.enter("who")
    session.expect("Sergey Lavrov, ")
    session.child.send("\x04")
    assert session.end() == 0


def test_the_last_line_comes_back_with_the_up_key(start: Start) -> None:
    session = start()
    session.enter("what do you hold")
    session.expect(PROMPT)
    session.child.send("\x1b[A")
    session.expect("what do you hold")
    session.child.send("\r")
    session.expect("232 statements")


@pytest.mark.parametrize("arguments", [(), ("--plain",)])
def test_control_d_leaves(start: Start, arguments: tuple[str, ...]) -> None:
    session = start(*arguments)
    session.child.send("\x04")
    assert session.end() == 0


@pytest.mark.parametrize("columns", [40, 80])
def test_rows_fit_the_terminal(start: Start, columns: int) -> None:
    session = start(columns=columns)
    session.enter("help")
    session.expect("never about")
    session.enter(QUOTE)
    session.expect("MATCH")
    shown = session.expect(PROMPT)
    rows = [row for row in shown.splitlines()[1:] if "http" not in row and PROMPT not in row]
    assert rows
    assert max(map(len, rows)) <= columns


def test_a_dumb_terminal_gets_plain_lines(start: Start) -> None:
    session = start("--plain", term="dumb")
    session.enter(QUOTE)
    shown = session.unread + session.expect("#1")
    assert "\x1b" not in shown
    session.expect(PROMPT)
    session.child.send("half a line\x03")
    session.expect(PROMPT)
    session.enter("who")
    session.expect("Sergey Lavrov, ")
    session.child.send("\x04")
    assert session.end() == 0


def test_nothing_is_written_beside_the_store(start: Start, home: Path, store_path: Path) -> None:
    session = start()
    session.enter(QUOTE)
    session.expect("#1")
    session.enter("quit")
    session.end()
    assert [place for place in home.rglob("*") if place.is_file()] == []
    assert {place.name for place in store_path.parent.iterdir()} <= {
        store_path.name,
        f"{store_path.name}-wal",
        f"{store_path.name}-shm",
    }
