"""Commands and options: where they may stand, what is refused, and what help says."""

from __future__ import annotations

import argparse

import pytest
from cli_runner import assert_one_line, run

from checker.arguments import COMMANDS, EVERYWHERE
from checker.parsing import parse
from claims.errors import UsageError

PLACES = [
    pytest.param(("--json", "check", "text"), id="before"),
    pytest.param(("check", "--json", "text"), id="between"),
    pytest.param(("check", "text", "--json"), id="after"),
    pytest.param(
        ("--store", "check", "check", "text", "--json"), id="after a value like a command"
    ),
    pytest.param(("--store=check", "check", "text", "--json"), id="value joined by ="),
]


@pytest.mark.parametrize("argv", PLACES)
def test_options_may_stand_anywhere(argv: tuple[str, ...]) -> None:
    command, arguments = parse(argv)
    assert command.words == ("check",)
    assert arguments.text == "text"
    assert arguments.format == "json"


def test_options_may_stand_between_the_two_words_of_a_command() -> None:
    command, arguments = parse(("sources", "-q", "--store", "x.db", "remove", "a", "b"))
    assert command.words == ("sources", "remove")
    assert (arguments.ids, arguments.quiet, arguments.store) == (["a", "b"], True, "x.db")


TEXTS = [
    pytest.param(("check", "-"), "-", id="standard input"),
    pytest.param(("check", "- he said"), "- he said", id="a dash and a space"),
    pytest.param(("check", "--", "--not an option"), "--not an option", id="after --"),
    pytest.param(("check", ""), "", id="empty"),
    pytest.param(("check", "check"), "check", id="a text like a command"),
    pytest.param(("check", "-5"), "-5", id="a negative number"),
]


@pytest.mark.parametrize(("argv", "text"), TEXTS)
def test_any_text_can_be_given(argv: tuple[str, ...], text: str) -> None:
    assert parse(argv).arguments.text == text


FORMATS = [
    pytest.param(("check", "x"), None, id="default"),
    pytest.param(("check", "x", "--format", "csv"), "csv", id="named"),
    pytest.param(("check", "x", "--plain"), "plain", id="plain"),
    pytest.param(("check", "x", "--json", "--format", "json"), "json", id="twice the same"),
    pytest.param(("sources", "list", "--json"), "json", id="a command without --format"),
]


@pytest.mark.parametrize(("argv", "expected"), FORMATS)
def test_one_format_is_chosen(argv: tuple[str, ...], expected: str | None) -> None:
    assert parse(argv).arguments.format == expected


WRONG = [
    pytest.param(("chekc", "x"), "no command 'chekc'; did you mean 'check'?", id="command"),
    pytest.param(("xyzzy",), "no command 'xyzzy'; see checker --help", id="nothing like it"),
    pytest.param(("sources", "serach", "x"), "did you mean 'search'?", id="second word"),
    pytest.param(("sources",), "one of: add, list, show", id="no second word"),
    pytest.param(("check", "x", "--profil", "ap"), "did you mean '--profile'?", id="option"),
    pytest.param(("check", "x", "--zzz=1"), "no option '--zzz'; see checker check", id="no option"),
    pytest.param(("check",), "QUOTE; see checker check --help", id="no text"),
    pytest.param(("check", "two", "words"), "'words' is one argument too many", id="no marks"),
    pytest.param(("A text with spaces.",), 'checker check "TEXT"', id="no command, a text"),
    pytest.param(("check", "x", "--format", "pdf"), "'pdf'", id="format"),
    pytest.param(("check", "x", "--json", "--plain"), "json and plain exclude", id="two formats"),
    pytest.param(("check", "x", "--store"), "--store", id="no value"),
    pytest.param(("check", "x", "--fail-on", "info"), "'info'", id="severity"),
    pytest.param(("sources", "search", "x", "-n", "many"), "'many'", id="number"),
    pytest.param(("batch",), "FILE", id="no files"),
]


@pytest.mark.parametrize(("argv", "part"), WRONG)
def test_wrong_calls_are_one_line_and_exit_code_2(argv: tuple[str, ...], part: str) -> None:
    assert_one_line(run(*argv), part)


def test_an_unknown_option_shows_no_control_characters() -> None:
    ran = run("check", "x", "--\x1b[31mred")
    assert_one_line(ran, "\\x1b[31mred")
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("words", [words for words in COMMANDS if words], ids=" ".join)
def test_every_command_has_help_with_every_option(words: tuple[str, ...]) -> None:
    ran = run(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: checker {' '.join(words)} ")
    for argument in (*COMMANDS[words].arguments, *EVERYWHERE):
        assert argument.details.get("metavar", argument.names[-1]) in ran.out


def test_help_of_the_program_and_of_a_group_lists_the_commands() -> None:
    whole, group = run("-h").out, run("sources", "--help").out
    for words in filter(None, COMMANDS):
        assert f"\n  {' '.join(words)} " in whole
        assert (f"\n  {' '.join(words)} " in group) == (words[0] == "sources")


def test_the_version_is_the_package_version() -> None:
    from checker import __version__

    assert run("--version").out == f"checker {__version__}\n"


def test_only_the_parser_of_the_command_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []
    original = argparse.ArgumentParser.__init__

    def counted(self: argparse.ArgumentParser, *args: object, **kwargs: object) -> None:
        built.append(str(kwargs.get("prog")))
        original(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(argparse.ArgumentParser, "__init__", counted)
    parse(("check", "x"))
    assert built == ["checker check"]


def test_parsing_raises_and_never_leaves_the_program() -> None:
    with pytest.raises(UsageError):
        parse(("check",))
