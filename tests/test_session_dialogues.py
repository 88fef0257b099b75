"""Whole dialogues with the built-in statements, as files that a person can read.

In `tests/dialogues/*.txt` a line that begins with "> " is typed, lines that begin with "| " are
one pasted text, "# " at the start of the file is a remark, and everything else is the reply;
"[...]" in it stands for any lines that are not the point of the dialogue. A line of a reply that
itself begins with one of those signs has a backslash before it.
A remark "# with STATEMENTS.jsonl" adds those statements to the built-in ones. A session may write
into the folder `here`, which stands for an empty one; the time is always noon on 1 June 2031.
`python tests/test_session_dialogues.py` writes the replies anew that no longer fit: read the
difference before you commit it.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.check import Checker
from checker.dialogue.replies import Reply
from checker.session import Session
from checker.settings import Settings
from sources.importers import ImportOptions, read_statements
from sources.store import Store

FOLDER = Path(__file__).parent / "dialogues"
ELISION = "[...]"
DIALOGUES = sorted(FOLDER.glob("[!_]*.txt"))
NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)
_STATEMENTS = re.compile(r"^# with (\S+\.jsonl)", re.MULTILINE)


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
            said = line[1:] if line.startswith(("\\>", "\\|")) else line
            turns[-1] = turns[-1]._replace(reply=f"{turns[-1].reply}{said}\n")
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
        reply = session.reply(turn.text, pasted=turn.pasted)
        yield turn._replace(reply=merged(shown(reply), expected=turn.reply))


def shown(reply: Reply) -> str:
    """The reply as text; what it asks of the terminal, in brackets."""
    effect = reply.effect
    asked = f"({effect.kind}: {effect.text})" if effect else "(leaves)" if reply.leave else ""
    return "\n\n".join(part for part in (reply.text, asked) if part)


def merged(reply: str, *, expected: str) -> str:
    """The reply, with the blocks of the expected one that it fits kept as they are written."""
    blocks, wanted = reply.split("\n\n"), expected.split("\n\n")
    if len(blocks) != len(wanted):
        return reply
    pairs = zip(blocks, wanted, strict=True)
    return "\n\n".join(elided(new, expected=old) for new, old in pairs)


def elided(block: str, *, expected: str) -> str:
    """A block that fits as it is written; another one with "[...]" where the old one had it."""
    if fits(block, expected=expected):
        return expected
    new, old = block.split("\n"), expected.split("\n")
    if old.count(ELISION) != 1 or len(new) < len(old) - 1:
        return block
    n_before = old.index(ELISION)
    n_after = len(old) - n_before - 1
    return "\n".join([*new[:n_before], ELISION, *new[len(new) - n_after :]])


def written(remarks: str, turns: tuple[Turn, ...]) -> str:
    """The dialogue as a file holds it."""
    said = [re.sub(r"^(?=[>|])", r"\\", turn.reply, flags=re.MULTILINE) for turn in turns]
    parts = [
        "\n".join([*turn.entered, *([reply] if reply else [])])
        for turn, reply in zip(turns, said, strict=True)
    ]
    return "\n\n".join([remarks.strip("\n"), *parts]) + "\n"


class Held:
    """Checkers over the built-in statements and those that a dialogue adds, made once each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._checkers: dict[str, Checker] = {}

    def session(self, remarks: str) -> Session:
        """A new session for a dialogue; now is a certain noon."""
        found = _STATEMENTS.search(remarks)
        name = found[1] if found else ""
        if name not in self._checkers:
            store = Store.open(self._folder / f"{name or 'builtin'}.sqlite")
            if name:
                options = ImportOptions()
                store.add(read_statements(FOLDER / name, options=options, people=store.people()))
            self._checkers[name] = Checker(store, settings=Settings())
        return Session(self._checkers[name], now=lambda: NOW, user="ada")

    def close(self) -> None:
        for checker in self._checkers.values():
            assert isinstance(checker.store, Store)
            checker.store.close()


def prepared(folder: Path) -> Path:
    """A folder with the files that dialogues load, and an empty one called `here`."""
    for place in FOLDER.iterdir():
        if place.suffix != ".txt" or place.name.startswith("_"):
            shutil.copy(place, folder)
    (folder / "here").mkdir()
    return folder


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    stores = Held(tmp_path_factory.mktemp("stores"))
    yield stores
    stores.close()


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_dialogue(path: Path, held: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(prepared(tmp_path))
    remarks, turns = read_dialogue(path)
    assert turns
    now = tuple(replay(turns, session=held.session(remarks)))
    assert written(remarks, now) == path.read_text("utf-8")
    made = [place for place in (tmp_path / "here").iterdir() if place.stat().st_mode & 0o077]
    assert made == []


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


def test_a_changed_block_keeps_its_elision() -> None:
    assert elided("a\nB\nc\nd", expected="a\n[...]\nD") == "a\n[...]\nd"
    assert elided("b", expected="a\n[...]\nD") == "b"


def test_there_are_thirty_dialogues() -> None:
    assert len(DIALOGUES) >= 30


def rewrite() -> None:
    """Write every reply anew."""
    with tempfile.TemporaryDirectory() as stores:
        held = Held(Path(stores))
        for path in DIALOGUES:
            remarks, turns = read_dialogue(path)
            with tempfile.TemporaryDirectory() as folder, contextlib.chdir(prepared(Path(folder))):
                started = time.perf_counter()
                replies = tuple(replay(turns, session=held.session(remarks)))
            print(path.name, f"{(time.perf_counter() - started) / len(turns) * 1000:.0f} ms a turn")
            path.write_text(written(remarks, replies), "utf-8")
        held.close()


if __name__ == "__main__":
    rewrite()
