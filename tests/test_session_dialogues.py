"""Whole dialogues with the built-in statements, as files that a person can read.

In `tests/dialogues/*.txt` a line that begins with "> " is typed, lines that begin with "| " are
one pasted text, "# " at the start of the file is a remark, and everything else is the reply;
"[...]" in it stands for any lines that are not the point of the dialogue.
`python tests/test_session_dialogues.py` writes the replies anew that no longer fit: read the
difference before you commit it.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.check import Checker
from checker.session import Session
from checker.settings import Settings
from sources.store import Store

FOLDER = Path(__file__).parent / "dialogues"
ELISION = "[...]"
DIALOGUES = sorted(FOLDER.glob("*.txt"))


class Turn(NamedTuple):
    """One input as written in the file, and the reply that follows it."""

    entered: tuple[str, ...]
    reply: str

    @property
    def text(self) -> str:
        return "\n".join(line[2:] for line in self.entered)

    @property
    def pasted(self) -> bool:
        return self.entered[0].startswith("| ")


def read_dialogue(path: Path) -> tuple[str, tuple[Turn, ...]]:
    """The remarks at the head of the file, and its turns."""
    lines = path.read_text("utf-8").splitlines()
    n_remarks = next(i for i, line in enumerate(lines) if line[:2] in ("> ", "| ", ">"))
    turns: list[Turn] = []
    for line in lines[n_remarks:]:
        if line[:2] in ("> ", ">"):
            turns.append(Turn((f"{line:<2}",), ""))
        elif line.startswith("| ") and turns and turns[-1].pasted and not turns[-1].reply:
            turns[-1] = turns[-1]._replace(entered=(*turns[-1].entered, line))
        elif line.startswith("| "):
            turns.append(Turn((line,), ""))
        else:
            turns[-1] = turns[-1]._replace(reply=f"{turns[-1].reply}{line}\n")
    return "\n".join(lines[:n_remarks]), tuple(
        turn._replace(reply=turn.reply.strip("\n")) for turn in turns
    )


def fits(reply: str, *, expected: str) -> bool:
    """Whether a reply is the expected one, "[...]" standing for any lines."""
    pattern = "\n".join(
        r"(?:.*\n)*?.*" if line == ELISION else re.escape(line) for line in expected.split("\n")
    )
    return re.fullmatch(pattern, reply) is not None


def replay(turns: tuple[Turn, ...], *, session: Session) -> Iterator[Turn]:
    """The same inputs with the replies that the session gives now, as expected where they fit."""
    for turn in turns:
        reply = session.reply(turn.text, pasted=turn.pasted).text
        yield turn._replace(reply=merged(reply, expected=turn.reply))


def merged(reply: str, *, expected: str) -> str:
    """The reply, with the blocks of the expected one that it fits kept as they are written."""
    blocks, wanted = reply.split("\n\n"), expected.split("\n\n")
    if len(blocks) != len(wanted):
        return reply
    pairs = zip(blocks, wanted, strict=True)
    return "\n\n".join(old if fits(new, expected=old) else new for new, old in pairs)


def written(remarks: str, turns: tuple[Turn, ...]) -> str:
    """The dialogue as a file holds it."""
    parts = ["\n".join([*turn.entered, *([turn.reply] if turn.reply else [])]) for turn in turns]
    return "\n\n".join([remarks.strip("\n"), *parts]) + "\n"


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with Store.open(tmp_path_factory.mktemp("dialogues") / "store.sqlite") as store:
        yield Checker(store, settings=Settings())


@pytest.fixture
def session(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.chdir(FOLDER)
    return Session(checker)


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_dialogue(path: Path, session: Session) -> None:
    remarks, turns = read_dialogue(path)
    assert turns
    assert written(remarks, tuple(replay(turns, session=session))) == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("reply", "expected", "fit"),
    [
        ("a\nb\nc", "a\nb\nc", True),
        ("a\nb\nc", "a\n[...]", True),
        ("a\nb\nc", "[...]\nc", True),
        ("a\nb\nc", "a\n[...]\nb\nc", False),
        ("a\nb\nc", "a\nb", False),
        ("a", "b", False),
        ("", "", True),
        ("a", "", False),
    ],
)
def test_only_elided_lines_may_differ(reply: str, expected: str, *, fit: bool) -> None:
    assert fits(reply, expected=expected) is fit


def test_there_are_dialogues() -> None:
    assert len(DIALOGUES) >= 12


def rewrite() -> None:
    """Write every reply anew."""
    os.chdir(FOLDER)
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "store.sqlite") as store,
    ):
        for path in DIALOGUES:
            remarks, turns = read_dialogue(path)
            session = Session(Checker(store, settings=Settings()))
            started = time.perf_counter()
            replies = tuple(replay(turns, session=session))
            print(path.name, f"{(time.perf_counter() - started) / len(turns) * 1000:.0f} ms a turn")
            path.write_text(written(remarks, replies), "utf-8")


if __name__ == "__main__":
    rewrite()
