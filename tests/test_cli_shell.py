"""What a shell and its user are given: completion scripts, a manual page, the settings in force."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cli_runner import assert_one_line, run

from checker.arguments import COMMANDS, EVERYWHERE, SHELLS


def needs(program: str) -> str:
    """The program's path; the test is skipped where it is not installed."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"no {program} here")
    return found


def bash_offers(*words: str) -> list[str]:
    """What bash would offer for the last word."""
    script = run("completion", "bash").out
    quoted = " ".join(f"'{word}'" for word in ("checker", *words))
    at = f"COMP_WORDS=({quoted}); COMP_CWORD={len(words)}"
    ask = at + '; _checker; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(
        [needs("bash"), "-c", f"{script}\n{ask}"], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("ba",), ["batch"]),
        (("con",), ["config"]),
        (("sources", "ver"), ["verify"]),
        (("sources", "--store", "x", "ver"), ["verify"]),
        (("config", ""), ["show", "path"]),
        (("completion", ""), list(SHELLS)),
        (("check", "--spea"), ["--speaker"]),
        (("sources", "add", "--publi"), ["--publisher", "--published"]),
        (("check", "--format", "js"), ["json", "jsonl"]),
        (("--profile", "g"), ["guardian"]),
        (("--aud",), ["--audit"]),
        (("check", "--aud"), []),
    ],
)
def test_bash_completes(words: tuple[str, ...], offered: list[str]) -> None:
    assert sorted(bash_offers(*words)) == sorted(offered)


def test_bash_offers_files_where_one_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft.txt").touch()
    monkeypatch.chdir(tmp_path)
    assert bash_offers("batch", "dr") == ["draft.txt"]
    assert bash_offers("sources", "add", "dr") == ["draft.txt"]
    assert bash_offers("check", "-o", "dr") == ["draft.txt"]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_valid_and_names_every_command(shell: str, tmp_path: Path) -> None:
    script = run("completion", shell).out
    for words in COMMANDS:
        assert all(word in script for word in words)
    place = tmp_path / "script"
    place.write_text(script, "utf-8")
    done = subprocess.run([needs(shell), "-n", str(place)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_unknown_shell_gets_one_line() -> None:
    assert_one_line(run("completion", "tcsh"), "tcsh")


def test_the_manual_names_every_command_and_option() -> None:
    page = run("man").out.replace("\\-", "-")
    for command in COMMANDS.values():
        assert " ".join(("checker", *command.words)) in page
        for argument in (*command.arguments, *EVERYWHERE):
            assert argument.names[-1] in page or argument.details["metavar"] in page


def test_the_manual_is_good_troff() -> None:
    groff = needs("groff")
    done = subprocess.run(
        [groff, "-man", "-Tascii", "-ww"],
        input=run("man").out.encode("utf-8"),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"dismiss #2: REASON" in done.stdout.replace(b"\b", b"") or b"REASON" in done.stdout


def test_a_script_or_page_goes_into_a_file(tmp_path: Path) -> None:
    assert run("man", "-o", str(tmp_path / "checker.1")).out == ""
    assert (tmp_path / "checker.1").read_text("utf-8") == run("man").out


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    file = tmp_path / "settings.toml"
    file.write_text('profile = "wsj"\nhistory = true\nstore = "/file/store.db"\n', "utf-8")
    return file


def test_config_show_says_what_is_in_force_and_why(settings_file: Path) -> None:
    shown = run(
        "config", "show", "--config", str(settings_file), "--no-color",
        environment={"CHECKER_STORE": "/environment/store.db"},
    )  # fmt: skip
    assert shown.code == 0
    rows = {line.split()[0]: line for line in shown.out.splitlines()}
    assert rows["profile"].endswith(f'"wsj"  ({settings_file})')
    assert rows["history"].endswith(f"true  ({settings_file})")
    assert rows["store"].endswith('"/environment/store.db"  ($CHECKER_STORE)')
    assert rows["no_color"].endswith("true  (--no-color)")
    assert rows["candidates"].endswith("(default)")


def test_config_show_as_json() -> None:
    found = run("config", "show", "--json", "--profile", "ap").json
    assert found["profile"] == {"value": "ap", "from": "--profile"}
    assert found["history"] == {"value": False, "from": "default"}


def test_config_path_names_the_file_that_is_read_or_would_be(
    settings_file: Path, home: Path
) -> None:
    usual = run("config", "path")
    assert usual.out == f"{home / 'xdg_config_home' / 'checker' / 'config.toml'}\n"
    assert "no such file; make it to change a setting" in usual.err
    named = run("config", "path", "--config", str(settings_file))
    assert (named.out, named.err) == (f"{settings_file}\n", "")


def test_the_group_alone_says_what_it_can_do() -> None:
    assert_one_line(run("config"), "config needs to be told what to do", "show, path")


def test_neither_config_nor_man_makes_a_store(home: Path) -> None:
    for words in (("config", "show"), ("config", "path"), ("man",), ("completion", "bash")):
        assert run(*words).code == 0
    assert list(home.rglob("*")) == []


def test_a_session_that_cannot_be_logged_does_not_begin(tmp_path: Path) -> None:
    other = tmp_path / "draft.txt"
    other.write_text("Nobody's log.", "utf-8")
    assert_one_line(run("--audit", str(other)), "draft.txt", "something else than an audit log")
    assert other.read_text("utf-8") == "Nobody's log."


@pytest.mark.parametrize("options", [("--history",), ("--no-history",), ()])
def test_piped_input_is_checked_whatever_is_said_of_history(
    options: tuple[str, ...], home: Path
) -> None:
    ran = run(*options, piped="A new administration is in power now")
    assert ran.out.startswith("MATCH  Sergey Lavrov")
    assert [place.name for place in home.rglob("*history*")] == []
