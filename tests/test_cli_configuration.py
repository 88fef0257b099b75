"""Flags over environment over settings file over defaults, and where the user's files are."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import assert_one_line, run

from checker import places
from checker.configure import Configuration, configure
from checker.parsing import parse
from checker.places import Purpose


def configured(*argv: str, **environment: str) -> Configuration:
    """What `checker check` runs with."""
    variables = {"HOME": "/home/ada", **environment}
    return configure(parse(("check", "x", *argv)).arguments, environment=variables)


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """A settings file that sets something of each kind."""
    file = tmp_path / "settings.toml"
    file.write_text('store = "/file/store.db"\nprofile = "wsj"\nno_color = true\n', "utf-8")
    return file


def test_defaults() -> None:
    found = configured()
    assert found.store == Path("/home/ada/.local/share/checker/store.db")
    assert (found.settings.profile, found.colour, found.file) == ("strict", True, None)


def test_the_file_overrides_the_defaults(settings_file: Path) -> None:
    found = configured("--config", str(settings_file))
    assert (found.store, found.settings.profile) == (Path("/file/store.db"), "wsj")
    assert (found.colour, found.file) == (False, settings_file)


def test_the_environment_overrides_the_file(settings_file: Path) -> None:
    found = configured(CHECKER_CONFIG=str(settings_file), CHECKER_STORE="/environment/store.db")
    assert found.store == Path("/environment/store.db")
    assert found.settings.profile == "wsj"


def test_flags_override_the_environment(settings_file: Path) -> None:
    found = configured(
        "--store",
        "/flag/store.db",
        "--profile",
        "ap",
        CHECKER_CONFIG=str(settings_file),
        CHECKER_STORE="/environment/store.db",
    )
    assert (found.store, found.settings.profile) == (Path("/flag/store.db"), "ap")


def test_the_config_flag_overrides_its_variable(settings_file: Path) -> None:
    found = configured("--config", str(settings_file), CHECKER_CONFIG="/nowhere.toml")
    assert found.file == settings_file


def test_a_settings_file_in_its_usual_place_is_read(tmp_path: Path) -> None:
    usual = tmp_path / "checker" / "config.toml"
    usual.parent.mkdir()
    usual.write_text('profile = "guardian"\n', "utf-8")
    found = configured(XDG_CONFIG_HOME=str(tmp_path))
    assert (found.settings.profile, found.file) == ("guardian", usual)


COLOURS = [
    pytest.param((), {}, True, id="default"),
    pytest.param(("--no-color",), {}, False, id="flag"),
    pytest.param((), {"NO_COLOR": "1"}, False, id="NO_COLOR"),
    pytest.param((), {"NO_COLOR": ""}, True, id="empty NO_COLOR means nothing"),
    pytest.param((), {"TERM": "dumb"}, False, id="dumb terminal"),
]


@pytest.mark.parametrize(("argv", "environment", "expected"), COLOURS)
def test_colour(argv: tuple[str, ...], environment: dict[str, str], *, expected: bool) -> None:
    assert configured(*argv, **environment).colour is expected


WRONG_FILES = [
    pytest.param(b"profile = \n", "not valid TOML", id="no TOML"),
    pytest.param(b"\xff\xfe", "not UTF-8", id="encoding"),
    pytest.param(b"profle = 'ap'\n", "no setting is called 'profle'", id="unknown key"),
    pytest.param(b"profile = 'nyt'\n", "profile: ", id="wrong value"),
    pytest.param(b"candidates = 0\n", "now 0; correct it", id="out of range"),
    pytest.param(b"store = 5\n", "the store is given as 5", id="store"),
]


@pytest.mark.parametrize(("content", "part"), WRONG_FILES)
def test_a_wrong_settings_file_is_one_line(tmp_path: Path, content: bytes, part: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    assert_one_line(run("check", "x", "--config", str(file)), part)


def test_an_empty_store_option_is_not_the_default() -> None:
    assert_one_line(run("sources", "list", "--store", ""), "the store is given as ''")


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_a_settings_file_that_cannot_be_read_is_one_line(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "nothing.toml" if kind == "missing" else tmp_path
    ran = run("check", "x", environment={"CHECKER_CONFIG": str(file)})
    assert_one_line(ran, str(file), "cannot read the settings")


FOLDERS = [
    pytest.param("linux", "data", {}, "/home/ada/.local/share/checker", id="data"),
    pytest.param("linux", "config", {}, "/home/ada/.config/checker", id="config"),
    pytest.param("linux", "state", {}, "/home/ada/.local/state/checker", id="state"),
    pytest.param("linux", "data", {"XDG_DATA_HOME": "/xdg"}, "/xdg/checker", id="XDG"),
    pytest.param(
        "linux",
        "data",
        {"XDG_DATA_HOME": "relative"},
        "/home/ada/.local/share/checker",
        id="relative XDG is ignored",
    ),
    pytest.param("darwin", "data", {}, "/home/ada/Library/Application Support/checker", id="macOS"),
    pytest.param("win32", "data", {"LOCALAPPDATA": "/local"}, "/local/checker", id="Windows"),
]


@pytest.mark.parametrize(("platform", "purpose", "environment", "expected"), FOLDERS)
def test_folders_follow_the_platform(
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    purpose: Purpose,
    environment: dict[str, str],
    expected: str,
) -> None:
    monkeypatch.setattr("checker.places.sys.platform", platform)
    found = places.folder(purpose, environment={"HOME": "/home/ada", **environment})
    assert found.as_posix() == expected
