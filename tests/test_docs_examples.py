"""The examples in README and docs are run: console blocks as a person would, Python as doctests.

A `console` block holds `$ command` lines, each followed by exactly what it prints (both streams;
`...` stands for anything). `> ` continues a command on the next line. After `$ checker` alone, the
lines behind each prompt are typed into a session. The blocks of one page run in order, in one
folder with an empty home. `python tests/test_docs_examples.py` writes the real output into the
pages, for a person to read before it is committed.
"""

from __future__ import annotations

import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.check import Checker
from checker.settings import Settings
from checker.terminal import PROMPT, run
from sources.store import Store

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
WIDTH = 100  # cells of the terminal in which the sessions of the pages are held
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """One command of a page, and what it prints."""

    command: str
    output: str


def examples(block: str) -> list[Example]:
    r"""Split one console block into its commands.

    >>> examples("$ cat <<E\n> a\n> E\na\n$ true\n")
    [Example(command='cat <<E\na\nE', output='a\n'), Example(command='true', output='')]
    """
    found: list[Example] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append(Example(line[2:].rstrip("\n"), ""))
            continue
        assert found, f"a console block starts with a command, not with {line!r}"
        command, output = found.pop()
        if not output and line.startswith((">\n", "> ")):
            found.append(Example(f"{command}\n{line[2:].rstrip()}", ""))
        else:
            found.append(Example(command, output + line))
    return found


class Keyboard(io.StringIO):
    """A terminal's input: each line that is read shows on `screen`, as a terminal echoes it."""

    def __init__(self, text: str, *, screen: io.StringIO) -> None:
        super().__init__(text)
        self._screen = screen

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = super().readline(-1 if size is None else size)
        self._screen.write(line)
        return line


def printed(example: Example, *, folder: Path) -> str:
    """What the example really prints, run in `folder` as by a person with an empty home."""
    if example.command == "checker":
        return _session(example.output, folder=folder)
    return _command(example.command, folder=folder)


def _session(page: str, *, folder: Path) -> str:
    typed = [line.removeprefix(PROMPT) for line in page.splitlines() if line.startswith(PROMPT)]
    screen = io.StringIO()
    with Store.open(folder / "session.sqlite") as store:
        run(
            Checker(store, settings=Settings()),
            stdin=Keyboard("\n".join([*typed, ""]), screen=screen),
            stdout=screen,
            stderr=screen,
            plain=False,
            color=False,
            width=WIDTH,
        )
    return screen.getvalue().rstrip().removesuffix(PROMPT.rstrip()).rstrip() + "\n"


def _command(command: str, *, folder: Path) -> str:
    program = folder / ".bin" / "checker"
    if not program.exists():
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n')
        program.chmod(0o755)
    environment = {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder / ".home"),
        "LANG": "C.UTF-8",
    }
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
        check=False,
    ).stdout


def agrees(output: str, *, page: str) -> bool:
    """Whether the output is what the page says."""
    return doctest.OutputChecker().check_output(page, output, doctest.ELLIPSIS)


def rewritten(page: str, *, folder: Path) -> str:
    """The page with the real output wherever it says something else."""

    def block(found: re.Match[str]) -> str:
        text = ""
        for example in examples(found[0]):
            output = printed(example, folder=folder)
            shown = example.output if agrees(output, page=example.output) else output
            text += (
                "$ " + example.command.replace("\n", "\n> ").replace("> \n", ">\n") + "\n" + shown
            )
        return text

    return _BLOCK.sub(block, page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_console_examples_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    for block in _BLOCK.findall(page.read_text("utf-8")):
        for example in examples(block):
            output = printed(example, folder=tmp_path)
            assert agrees(output, page=example.output), (
                f"$ {example.command}\n--- {page.name} says:\n{example.output}--- really:\n{output}"
            )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_are_true(page: Path) -> None:
    tests = doctest.DocTestParser().get_doctest(
        page.read_text("utf-8"), {}, page.name, str(page), 0
    )
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(tests).failed == 0


def test_a_wrong_example_is_noticed(tmp_path: Path) -> None:
    (example,) = examples("$ printf 'one\\ntwo\\n'\none\nthree\n")
    output = printed(example, folder=tmp_path)
    assert output == "one\ntwo\n"
    assert not agrees(output, page=example.output)
    page = "```console\n$ printf 'one\\ntwo\\n'\none\nthree\n```\n"
    assert "one\ntwo\n```" in rewritten(page, folder=tmp_path)


def main() -> None:
    """Write the real output into every page."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            old = page.read_text("utf-8")
            new = rewritten(old, folder=Path(folder))
        if new != old:
            page.write_text(new, "utf-8")
            print(f"{page.name}: rewritten; read it before you commit")


if __name__ == "__main__":
    main()
