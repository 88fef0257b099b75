"""docs/cli.md is made from the table that parsing and `--help` use; it may not drift.

`python tests/test_docs_cli.py` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.arguments import COMMANDS, EVERYWHERE, Argument, Command

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"
_HEAD = """# Command line

Made from the program's own table of commands; `checker --help` and `checker COMMAND --help` say
the same. `python -m checker` is `checker`.
"""
_TAIL = """
## Exit codes

| code | means |
|---|---|
| 0 | done; no finding at or above `--fail-on` |
| 1 | findings at or above `--fail-on` |
| 2 | wrong usage, unreadable input, or a check that could not be completed |
| 130 | interrupted; finished rows are kept |

`no_source` alone is no error. Data goes to standard output, messages and progress to standard
error.
"""


def page() -> str:
    """The whole page."""
    commands = "".join(_command(command) for command in COMMANDS.values())
    return f"{_HEAD}{commands}\n## Options everywhere\n\n{_table(EVERYWHERE)}{_TAIL}"


def _command(command: Command) -> str:
    usage = " ".join(["checker", *command.words, *map(_positional, command.arguments)]).strip()
    text = f"\n## `{usage}`\n\n{command.help[0].upper()}{command.help[1:]}.\n"
    return f"{text}\n{_table(command.arguments)}" if command.arguments else text


def _positional(argument: Argument) -> str:
    name = argument.names[0]
    if name.startswith("-"):
        return ""
    shown = str(argument.details.get("metavar", name))
    return f"{shown}..." if argument.details.get("nargs") == "+" else shown


def _table(arguments: Iterable[Argument]) -> str:
    rows = "".join(f"| {_names(argument)} | {_meaning(argument)} |\n" for argument in arguments)
    return f"| option | meaning |\n|---|---|\n{rows}"


def _names(argument: Argument) -> str:
    names, details = argument
    if not names[0].startswith("-"):
        return f"`{details.get('metavar', names[0])}`"
    takes = (
        "" if details.get("action") else f" {details.get('metavar', names[-1].lstrip('-').upper())}"
    )
    return ", ".join(f"`{name}{takes}`" for name in names)


def _meaning(argument: Argument) -> str:
    help_text, choices = argument.details["help"], argument.details.get("choices")
    return (
        f"{help_text}: {', '.join(f'`{choice}`' for choice in choices)}" if choices else help_text
    )


def test_the_page_is_what_the_program_takes() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python tests/test_docs_cli.py"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
