"""The manual page, made from the table of commands and the help of the session.

Read it with `checker man | man -l -`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker import __version__
from checker.arguments import COMMANDS, EVERYWHERE, Argument, Command
from checker.dialogue import guide

_CODES = {
    "0": "done; no finding at or above --fail-on",
    "1": "findings at or above it",
    "2": "wrong usage, unreadable input, or a check that could not be completed",
    "130": "interrupted; finished rows are kept",
}
_VARIABLES = {
    "CHECKER_STORE": "the store, as --store",
    "CHECKER_CONFIG": "the settings file, as --config",
    "NO_COLOR": "no colour, as --no-color",
    "VISUAL, EDITOR": "the editor of /edit in a session",
}


def manual() -> str:
    """The whole page, as troff with the man macros."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH CHECKER 1 "" "checker {__version__}" "User Commands"'
    yield ".SH NAME"
    yield "checker \\- was it said, in these words, by this person?"
    yield ".SH SYNOPSIS"
    for command in COMMANDS.values():
        yield from (f".B {_name(command)}{_positionals(command)}", ".br")
    yield ".SH SESSION"
    yield "Without a command on a terminal, a session opens. Paste a quote, then ask about it:"
    yield from _pairs(guide.FOLLOW_UPS)
    yield from _pairs(_forms())
    yield ".SH COMMANDS"
    for command in COMMANDS.values():
        yield f".SS {_name(command)}{_positionals(command)}"
        yield _text(f"{command.help[0].upper()}{command.help[1:]}.")
        yield from _options(command.arguments)
    yield ".SH OPTIONS EVERYWHERE"
    yield from _options(EVERYWHERE)
    yield ".SH EXIT STATUS"
    yield from _pairs(_CODES)
    yield ".SH ENVIRONMENT"
    yield from _pairs(_VARIABLES)


def _forms() -> dict[str, str]:
    """The session's commands as they are written, with what they do."""
    return dict(text.split("  ", 1) for text in guide.COMMANDS.values())


def _name(command: Command) -> str:
    return " ".join(("checker", *command.words))


def _positionals(command: Command) -> str:
    names = (a for a in command.arguments if not a.names[0].startswith("-"))
    return "".join(f" {_takes(argument)}" for argument in names)


def _options(arguments: tuple[Argument, ...]) -> Iterator[str]:
    for argument in arguments:
        names, details = argument
        value = "" if details.get("action") or not names[0].startswith("-") else _takes(argument)
        shown = ", ".join(names) if names[0].startswith("-") else _takes(argument)
        choices = details.get("choices")
        among = f" ({', '.join(map(str, choices))})" if choices else ""
        yield from (
            ".TP",
            f".B {_text(f'{shown} {value}'.strip())}",
            _text(details["help"] + among),
        )


def _takes(argument: Argument) -> str:
    name = argument.names[-1].lstrip("-").upper()
    shown = str(argument.details.get("metavar", name))
    return f"{shown}..." if argument.details.get("nargs") == "+" else shown


def _pairs(rows: dict[str, str]) -> Iterator[str]:
    for name, meaning in rows.items():
        yield from (".TP", f".B {_text(name)}", _text(meaning))


def _text(text: str) -> str:
    """Text that troff prints as it is."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("·", "\\(bu")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
