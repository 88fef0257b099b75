"""Words of the command line -> the command and its arguments.

Only the parser of the command that is called is built, which keeps a cold start short, and
options may stand before or after the command.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import NamedTuple, NoReturn

from checker.arguments import COMMANDS, EVERYWHERE, GROUPS, VALUE_OPTIONS, Command
from claims.errors import UsageError

_OVERVIEW = "see checker --help"


class Call(NamedTuple):
    """A parsed call."""

    command: Command
    arguments: argparse.Namespace


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing and leaving."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, next_step=f"see {self.prog} --help")


def parse(argv: Sequence[str]) -> Call:
    """The command and its arguments.

    Raises: `UsageError` for an unknown command or option, or a missing or wrong value.
    """
    command, rest = _split(argv)
    arguments, unknown = _parser(command).parse_known_args(rest)
    if unknown:
        raise _unknown_argument(unknown[0], command=command)
    arguments.format = _format(arguments)
    return Call(command, arguments)


def asks_for(flags: tuple[str, ...], *, argv: Sequence[str]) -> bool:
    """Whether one of the flags stands in the call, before any `--`.

    >>> asks_for(("-h", "--help"), argv=["check", "--help"])
    True
    >>> asks_for(("-h", "--help"), argv=["check", "--", "--help"])
    False
    """
    options = argv[: list(argv).index("--")] if "--" in argv else argv
    return any(flag in options for flag in flags)


def help_for(argv: Sequence[str]) -> str:
    """The help of the command that the call names, of its group, or of the whole program."""
    rest = [word for word in argv if word not in ("-h", "--help")]
    first, second = _take_positional(rest) or "", _take_positional(rest) or ""
    for words in ((first, second), (first,)):
        if words in COMMANDS:
            return _parser(COMMANDS[words]).format_help()
    if first in GROUPS:
        return _overview(words for words in COMMANDS if words[:1] == (first,))
    return _parser(COMMANDS[()]).format_help() + "\n" + _overview(filter(None, COMMANDS))


def _overview(shown: Iterable[tuple[str, ...]]) -> str:
    rows = [(" ".join(words), COMMANDS[words].help) for words in shown]
    width = max(len(name) for name, _ in rows)
    return "commands:\n" + "".join(f"  {name:<{width}}  {text}\n" for name, text in rows)


def _split(argv: Sequence[str]) -> tuple[Command, list[str]]:
    """Find the command's words among the options before and after them."""
    rest = list(argv)
    first = _take_positional(rest)
    if first is None:
        return COMMANDS[()], rest
    if (first,) in COMMANDS:
        return COMMANDS[(first,)], rest
    if first not in GROUPS:
        raise _unknown_command(first)
    second = _take_positional(rest)
    if second is None or (first, second) not in COMMANDS:
        raise _unknown_in_group(second, group=first)
    return COMMANDS[(first, second)], rest


def _take_positional(words: list[str]) -> str | None:
    """Remove and return the first word that is neither an option nor an option's value."""
    is_value = False
    for place, word in enumerate(words):
        if is_value:
            is_value = False
        elif word.startswith("-") and word != "-":
            is_value = word in VALUE_OPTIONS
        else:
            return words.pop(place)
    return None


def _parser(command: Command) -> argparse.ArgumentParser:
    parser = _Parser(
        prog=" ".join(("checker", *command.words)),
        description=f"{command.help[0].upper()}{command.help[1:]}.",
        add_help=False,
        allow_abbrev=False,
    )
    sections = (("this command", command.arguments), ("everywhere", EVERYWHERE))
    for title, arguments in sections:
        section = parser.add_argument_group(title)
        for argument in arguments:
            section.add_argument(*argument.names, **argument.details)
    return parser


def _format(arguments: argparse.Namespace) -> str | None:
    named = getattr(arguments, "format", None)
    asked = {"json": arguments.json, "plain": arguments.plain, named: named}
    wanted = sorted(name for name, given in asked.items() if name and given)
    if len(wanted) > 1:
        raise UsageError(f"{' and '.join(wanted)} exclude each other", next_step="give one format")
    return wanted[0] if wanted else None


def _unknown_command(word: str) -> UsageError:
    if " " in word.strip():
        return UsageError("a text needs a command before it", next_step='say: checker check "TEXT"')
    names = [" ".join(words) for words in COMMANDS if words]
    return UsageError(f"no command {word!r}", next_step=_did_you_mean(word, names) or _OVERVIEW)


def _unknown_in_group(word: str | None, *, group: str) -> UsageError:
    names = [words[1] for words in COMMANDS if words[:1] == (group,)]
    if word is None:
        return UsageError(
            f"{group} needs to be told what to do", next_step=f"one of: {', '.join(names)}"
        )
    return UsageError(
        f"no command '{group} {word}'",
        next_step=_did_you_mean(word, names) or f"one of: {', '.join(names)}",
    )


def _unknown_argument(word: str, *, command: Command) -> UsageError:
    where = " ".join(("checker", *command.words))
    given = (*command.arguments, *EVERYWHERE)
    names = [name for argument in given for name in argument.names if name.startswith("-")]
    if not word.startswith("-"):
        return UsageError(
            f"{word!r} is one argument too many",
            next_step=f"put quotation marks around a text with spaces, or see {where} --help",
        )
    return UsageError(
        f"no option {word.partition('=')[0]!r}",
        next_step=_did_you_mean(word, names) or f"see {where} --help",
    )


def _did_you_mean(word: str, names: list[str]) -> str | None:
    import difflib

    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else None
