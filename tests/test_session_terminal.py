"""The program driven as a person drives it: a real terminal, keys, pastes and interrupts."""

from __future__ import annotations

import base64
import os
import re
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sources.store import Store

pexpect = pytest.importorskip("pexpect")

ROOT = Path(__file__).parent.parent
TIMEOUT = 300  # seconds; only a test that fails waits so long
PROMPT = "checker>"
QUOTE = '"A new administration is in power now," Lavrov said.'
UP, RIGHT, CONTROL_C, CONTROL_D, CONTROL_R = "\x1b[A", "\x1b[C", "\x03", "\x04", "\x12"
CONTROL_U = "\x15"
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
        return _ESCAPE.sub("", self.raw(text)).replace("\r", "")

    def raw(self, text: str) -> str:
        """Wait for a text; everything that was written up to its end."""
        wanted = "".join(text.split())
        deadline = time.monotonic() + TIMEOUT
        while not self.shows(wanted):
            assert time.monotonic() < deadline, f"no {text!r} in {self.unread!r}"
            try:
                self.unread += self.child.read_nonblocking(4096, timeout=1)
            except pexpect.TIMEOUT:
                continue
        letters, ends = squeezed(self.unread)
        end = ends[letters.index(wanted) + len(wanted) - 1]
        shown, self.unread = self.unread[:end], self.unread[end:]
        return shown

    def shows(self, text: str) -> bool:
        """Whether a text has been shown."""
        return "".join(text.split()) in squeezed(self.unread)[0]

    def press_until(self, keys: str, *, shows: str) -> None:
        """Press keys again and again until a text is shown: what they need is still loading."""
        deadline = time.monotonic() + TIMEOUT
        while not self.shows(shows):
            assert time.monotonic() < deadline, f"no {shows!r} in {self.unread!r}"
            self.child.send(keys)
            try:
                while not self.shows(shows):
                    self.unread += self.child.read_nonblocking(4096, timeout=0.3)
            except pexpect.TIMEOUT:
                continue
        self.expect(shows)

    def enter(self, line: str) -> None:
        self.child.send(f"{line}\r")

    def paste(self, text: str) -> None:
        self.child.send(f"\x1b[200~{text}\x1b[201~")

    def end(self) -> int:
        self.child.expect(pexpect.EOF)
        self.child.wait()  # closing would end one that is still about to
        self.child.close()
        assert self.child.exitstatus is not None
        return int(self.child.exitstatus)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the built-in statements, made once."""
    place = tmp_path_factory.mktemp("terminal") / "store.sqlite"
    Store.open(place).close()
    return place


@pytest.fixture
def start(filled: Path, home: Path) -> Iterator[Start]:
    children: list[Any] = []

    def spawn(*arguments: str, size: tuple[int, int] = (24, 80), **environment: str) -> Driven:
        given = {
            "TERM": "xterm-256color",
            "PROMPT_TOOLKIT_NO_CPR": "1",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
        }
        child = pexpect.spawn(
            sys.executable,
            ["-m", "checker", "--store", str(filled), *arguments],
            env={**os.environ, **given, **environment},
            cwd=str(home),
            encoding="utf-8",
            dimensions=size,
            timeout=TIMEOUT,
        )
        child.delayafterclose = child.delayafterterminate = 0.01
        child.ptyproc.delayafterclose = child.ptyproc.delayafterterminate = 0.01
        children.append(child)
        driven = Driven(child)
        driven.expect(PROMPT)
        return driven

    yield spawn
    for child in children:
        if child.isalive():
            child.kill(signal.SIGKILL)
            child.wait()
        child.close()


def mode(place: Path) -> int:
    return stat.S_IMODE(place.stat().st_mode)


def script(place: Path, *lines: str) -> str:
    """A program for the session to call."""
    place.write_text("\n".join(["#!/bin/sh", *lines, ""]), "utf-8")
    place.chmod(0o755)
    return str(place)


def test_a_quote_a_follow_up_and_a_resize(start: Start) -> None:
    session = start(size=(24, 100))
    session.enter(QUOTE)
    session.expect("MATCH  Sergey Lavrov")
    session.expect(PROMPT)
    session.child.setwinsize(24, 50)
    session.enter("again")
    session.expect("MATCH")
    shown = session.expect(PROMPT)
    rows = [row for row in shown.splitlines()[1:] if "http" not in row and PROMPT not in row]
    assert 40 < max(map(len, rows)) <= 50
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


def test_pasted_commands_are_quotes(start: Start) -> None:
    session = start()
    for number, text in enumerate(("exit", "/quit", "quit"), start=1):
        session.paste(text)
        session.enter("")
        session.expect(f"#{number}")
        session.expect(PROMPT)
    session.enter("quit")
    assert session.end() == 0


def test_control_c_drops_the_line_stops_the_answer_and_keeps_the_session(
    start: Start, home: Path
) -> None:
    os.mkfifo(home / "endless.txt")
    session = start()
    session.enter(QUOTE)
    session.expect("#1")
    session.expect(PROMPT)
    session.child.send("half a line")
    session.expect("half a line")
    session.child.send(CONTROL_C)
    session.expect(PROMPT)
    session.enter("/load endless.txt")
    session.expect("endless.txt")
    session.press_until(CONTROL_C, shows="Stopped.")
    session.expect(PROMPT)
    session.enter("who")
    session.expect("Sergey Lavrov, ")
    session.child.send(CONTROL_D)
    assert session.end() == 0


def test_earlier_lines_come_back(start: Start) -> None:
    session = start()
    session.enter("what do you hold")
    session.expect("232 statements")
    session.expect(PROMPT)
    session.child.send(f"{UP}\r")
    session.expect("232 statements")
    session.expect(PROMPT)
    session.child.send(f"{CONTROL_R}you h\r\r")
    session.expect("232 statements")
    session.expect(PROMPT)
    session.child.send("what d")
    session.expect("what do you hold")  # the suggestion, in grey behind the cursor
    session.child.send(f"{RIGHT}\r")
    session.expect("232 statements")


def test_tab_completes_commands_people_and_topics(start: Start) -> None:
    session = start()
    session.child.send("/dif\t")
    session.expect("/diff")
    session.child.send(CONTROL_C)
    session.expect(PROMPT)
    session.press_until(f"{CONTROL_U}what did Kabul\t", shows="Zamir Kabulov")
    session.child.send(" say about recog\t")
    session.expect("nition")  # what the editor adds to the typed letters
    session.enter("")
    session.expect('Zamir Kabulov on "recognition"')


def test_history_is_kept_only_when_asked(start: Start, home: Path) -> None:
    session = start("--history")
    session.enter("what do you hold")
    session.expect("232 statements")
    session.child.send(CONTROL_D)
    assert session.end() == 0
    (kept,) = [place for place in home.rglob("*") if place.is_file()]
    assert mode(kept) == 0o600
    again = start("--history")
    again.child.send(f"{UP}\r")
    again.expect("232 statements")
    again.expect(PROMPT)
    again.enter("/forget")
    again.expect("Forgotten")
    again.expect(PROMPT)
    assert kept.read_text() == ""
    never = start("--history", "--no-history")
    never.enter("what do you hold")
    never.expect("232 statements")
    never.expect(PROMPT)
    never.child.send(f"{UP}\r")
    never.expect("Nothing to check")


def test_control_d_asks_before_marks_are_lost(start: Start, home: Path) -> None:
    session = start("--audit", "log.jsonl")
    session.enter(QUOTE)
    session.expect("#1")
    session.expect(PROMPT)
    session.enter("dismiss")
    session.expect("reason>")
    session.enter("the desk cut it")
    session.expect("#1 dismissed: the desk cut it")
    session.expect(PROMPT)
    session.child.send(CONTROL_D)
    session.expect("1 mark would be lost")
    session.expect(PROMPT)
    session.enter("/save day.json")
    session.expect("Saved 1 result")
    session.expect(PROMPT)
    session.child.send(CONTROL_D)
    assert session.end() == 0
    assert [mode(home / name) for name in ("day.json", "log.jsonl")] == [0o600, 0o600]


def test_a_plain_session_ends_with_control_d(start: Start) -> None:
    session = start("--plain")
    session.child.send(CONTROL_D)
    assert session.end() == 0


@pytest.mark.parametrize("columns", [40, 80])
def test_rows_fit_the_terminal(start: Start, columns: int) -> None:
    session = start(size=(24, columns))
    session.enter("help")
    session.expect("never about truth")
    session.enter(QUOTE)
    session.expect("MATCH")
    shown = session.expect(PROMPT)
    rows = [row for row in shown.splitlines()[1:] if "http" not in row and PROMPT not in row]
    assert rows
    assert max(map(len, rows)) <= columns


@pytest.mark.parametrize("arguments", [(), ("--plain",)])
def test_a_dumb_terminal_gets_plain_lines(start: Start, arguments: tuple[str, ...]) -> None:
    session = start(*arguments, TERM="dumb")
    session.enter(QUOTE)
    shown = session.raw("#1")
    assert "\x1b" not in shown
    session.expect(PROMPT)
    session.child.send("half a line")
    session.press_until(CONTROL_C, shows=PROMPT)  # one that comes before the reading waits for it
    session.enter("copy link")
    session.expect("This terminal has no clipboard")
    session.enter("who")
    session.expect("Sergey Lavrov, ")
    session.child.send(CONTROL_D)
    assert session.end() == 0


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_a_terminal_without_utf_8_shows_escapes(start: Start, term: str) -> None:
    session = start(TERM=term, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    session.enter('"A new administration is not in power now," Lavrov said.')
    session.expect("not in power")
    session.expect(r"\u201cnot\u201d was added")
    session.expect(PROMPT)
    session.enter("что ещё?")
    session.expect(PROMPT)
    session.enter("who")
    session.expect("The text names Sergey Lavrov.")


def test_the_clipboard_and_the_editor(start: Start, home: Path) -> None:
    editor = script(home / "editor.sh", f"printf '%s' '{QUOTE}' > \"$1\"", "ls -l $1 > seen")
    session = start(EDITOR=editor)
    session.enter("/edit")
    session.expect("MATCH  Sergey Lavrov")
    session.expect(PROMPT)
    assert (home / "seen").read_text().startswith("-rw-------")
    session.enter("copy who")
    copied = session.raw("Copied")
    packed = re.search(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", copied)
    assert packed
    assert base64.b64decode(packed[1]).startswith(b"Sergey Lavrov, Minister")
    session.expect(PROMPT)


def test_a_long_answer_comes_in_pages_that_do_not_take_the_keyboard(start: Start) -> None:
    session = start(size=(10, 80))
    session.enter("help")
    first = session.expect("more rows: Enter shows them")
    assert "dismiss: a headline" not in first
    session.expect(PROMPT)
    session.enter("")
    session.expect("dismiss: a headline")
    session.expect("more rows: Enter shows them")
    session.expect(PROMPT)
    session.enter("what do you hold on women")
    session.expect('On "women"')


def test_an_editor_that_fails_and_none_at_all(start: Start) -> None:
    session = start(EDITOR="no-such-editor", VISUAL="")
    session.enter("/edit")
    session.expect("the editor 'no-such-editor' cannot be started; set EDITOR to another")
    session.expect(PROMPT)


def test_nothing_is_written_beside_the_store(start: Start, home: Path, filled: Path) -> None:
    session = start()
    session.enter(QUOTE)
    session.expect("#1")
    session.enter("quit")
    session.end()
    assert [place for place in home.rglob("*") if place.is_file()] == []
    assert {place.name for place in filled.parent.iterdir()} <= {
        filled.name,
        f"{filled.name}-wal",
        f"{filled.name}-shm",
    }
