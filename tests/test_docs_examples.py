"""The examples in README and docs are run: console blocks as a person would, Python as doctests.

A `console` block holds `$ command` lines, each followed by exactly what it prints (both streams;
`...` stands for anything). `> ` continues a command on the next line. The blocks of one page run
in order, in one folder with an empty home. `python tests/test_docs_examples.py` writes the real
output into the pages, for a person to read before it is committed.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
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
        if line.startswith("> ") and not output:
            found.append(Example(f"{command}\n{line[2:].rstrip()}", ""))
        else:
            found.append(Example(command, output + line))
    return found


def run(command: str, *, folder: Path) -> str:
    """Run one command in `folder`, as a person with an empty home would; both streams."""
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
        timeout=120,
        check=False,
    ).stdout


def agrees(example: Example, *, printed: str) -> bool:
    """Whether what was printed is what the page says."""
    return doctest.OutputChecker().check_output(example.output, printed, doctest.ELLIPSIS)


def rewritten(page: str, *, folder: Path) -> str:
    """The page with the real output wherever it says something else."""

    def block(found: re.Match[str]) -> str:
        text = ""
        for example in examples(found[0]):
            printed = run(example.command, folder=folder)
            output = example.output if agrees(example, printed=printed) else printed
            text += "$ " + example.command.replace("\n", "\n> ") + "\n" + output
        return text

    return _BLOCK.sub(block, page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_console_examples_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    for block in _BLOCK.findall(page.read_text("utf-8")):
        for example in examples(block):
            printed = run(example.command, folder=tmp_path)
            assert agrees(example, printed=printed), (
                f"$ {example.command}\n--- {page.name} says:\n{example.output}"
                f"--- printed:\n{printed}"
            )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_are_true(page: Path) -> None:
    tests = doctest.DocTestParser().get_doctest(
        page.read_text("utf-8"), {}, page.name, str(page), 0
    )
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(tests).failed == 0


def test_a_wrong_example_is_noticed(tmp_path: Path) -> None:
    (example,) = examples("$ printf 'one\\ntwo\\n'\none\nthree\n")
    printed = run(example.command, folder=tmp_path)
    assert printed == "one\ntwo\n"
    assert not agrees(example, printed=printed)
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
