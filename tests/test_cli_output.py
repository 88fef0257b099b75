"""What is written is written whole or not at all, and never in silence."""

from __future__ import annotations

import io
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_runner import Stream, assert_one_line, read_only, run

from checker import kept
from checker.commands import schema
from checker.output import opened, write_private
from checker.progress import Bar
from checker.schema import schema_text
from checker.streams import is_terminal, read_all
from claims.errors import OutputError

CANNOT_BE_REFUSED = sys.platform == "win32" or Path("/proc/self").stat().st_uid == 0


def names(folder: Path) -> list[str]:
    """What lies in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    ran = run("schema", "-o", str(tmp_path / "schema.json"))
    assert ran == (0, "", "")
    assert (tmp_path / "schema.json").read_text("utf-8") == schema_text()
    assert names(tmp_path) == ["schema.json"]


def test_a_dash_is_standard_output() -> None:
    assert run("schema", "-o", "-").out == run("schema").out == schema_text()


def test_the_schema_in_the_docs_is_the_one_that_is_printed() -> None:
    page = Path(__file__).parent.parent / "docs" / "schema.json"
    assert page.read_text("utf-8") == run("schema").out, "run: checker schema -o docs/schema.json"


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_a_failure_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    place = tmp_path / "report.txt"
    place.write_text("old", "utf-8")

    def write_half() -> None:
        with opened(str(place), stdout=io.StringIO()) as stream:
            stream.write("half")
            raise error

    with pytest.raises(error):
        write_half()
    assert place.read_text("utf-8") == "old"
    assert names(tmp_path) == ["report.txt"]


def test_the_mode_of_the_old_file_stays(tmp_path: Path) -> None:
    place = tmp_path / "report.txt"
    place.touch(mode=0o664)
    place.chmod(0o664)
    with opened(str(place), stdout=io.StringIO()) as stream:
        stream.write("new")
    assert stat.S_IMODE(place.stat().st_mode) == 0o664


def test_a_link_keeps_pointing_to_the_file(tmp_path: Path) -> None:
    place, link = tmp_path / "report.txt", tmp_path / "link.txt"
    place.write_text("old", "utf-8")
    link.symlink_to(place)
    with opened(str(link), stdout=io.StringIO()) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert place.read_text("utf-8") == "new"


def test_a_device_is_written_directly() -> None:
    assert run("schema", "-o", "/dev/null") == (0, "", "")
    assert Path("/dev/null").is_char_device()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert_one_line(run("schema", "-o", str(tmp_path)), str(tmp_path), "is a folder")


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    ran = run("schema", "-o", str(tmp_path / "no" / "schema.json"))
    assert_one_line(ran, "cannot be written: no such file or directory")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line() -> None:
    assert_one_line(run("schema", "-o", "/dev/full"), "cannot be written: no space left on device")


@pytest.mark.skipif(CANNOT_BE_REFUSED, reason="this user may write everywhere")
def test_a_read_only_folder_is_one_line(tmp_path: Path) -> None:
    with read_only(tmp_path):
        ran = run("schema", "-o", str(tmp_path / "schema.json"))
    assert_one_line(ran, "cannot be written: permission denied")


def test_private_files_are_only_the_users(tmp_path: Path) -> None:
    place = tmp_path / "state" / "last.json"
    write_private("secret", place=place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    write_private("new", place=place)
    assert place.read_text("utf-8") == "new"
    assert names(place.parent) == ["last.json"]


def test_a_private_file_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    with pytest.raises(OutputError):
        write_private("secret", place=tmp_path / "state" / "last.json")


def test_nothing_kept_says_how_to_keep() -> None:
    assert_one_line(run("show", "q1"), "no result is kept", "--keep")


@pytest.mark.parametrize("content", ["", "{", "{}", '{"schema": 99}'])
def test_a_kept_file_of_another_version_is_one_line(home: Path, content: str) -> None:
    place = kept.place(environment={"HOME": str(home)})
    place.parent.mkdir(parents=True)
    place.write_text(content, "utf-8")
    ran = run("show", "q1", environment={"XDG_STATE_HOME": "", "HOME": str(home)})
    assert_one_line(ran, "kept by another version")


def bar_output(*, terminal: bool, shown: bool = True, patience: float = 0) -> str:
    """What a progress bar draws in two steps."""
    stream = Stream(terminal=terminal)
    with Bar(stream, total=2, shown=shown, patience=patience) as bar:
        bar.move(done=0.5, text="[bold]a.txt[/bold]")
        bar.move(done=2, text="b.txt")
    return stream.text()


def test_a_bar_is_drawn_on_a_terminal_after_its_patience() -> None:
    drawn = bar_output(terminal=True)
    assert "b.txt" in drawn
    assert "100%" in drawn


@pytest.mark.parametrize(
    "options",
    [{"terminal": False}, {"terminal": True, "shown": False}, {"terminal": True, "patience": 60}],
    ids=["no terminal", "quiet", "quick work"],
)
def test_otherwise_no_bar_is_drawn(options: dict[str, bool]) -> None:
    assert bar_output(**options) == ""


def test_streams_are_read_as_bytes_where_they_have_them() -> None:
    assert read_all(Stream(b"\xff\xfe"), limit=1) == b"\xff"
    assert read_all(io.StringIO("text"), limit=9) == "text"


def test_a_closed_stream_is_no_terminal() -> None:
    stream = Stream(terminal=True)
    assert is_terminal(stream)
    stream.close()
    assert not is_terminal(stream)


CLOSED = [
    pytest.param("<&-", 2, "checker: there is no text; ", id="standard input"),
    pytest.param(">&-", 0, "", id="standard output"),
    pytest.param("2>&-", 0, "", id="standard error"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize(("redirection", "code", "message"), CLOSED)
def test_closed_streams_do_no_harm(
    tmp_path: Path, redirection: str, code: int, message: str
) -> None:
    call = f"{sys.executable} -m checker --store {tmp_path / 'store.db'} {redirection}"
    done = subprocess.run(
        call if redirection == "<&-" else f"echo 'The keepers counted pears.' | {call}",
        shell=True,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done
    assert done.stderr.startswith(message)
    assert "Traceback" not in done.stderr


def test_an_interrupt_is_one_line_and_exit_code_130(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "schema_text", raising(KeyboardInterrupt()))
    assert run("schema") == (130, "", "checker: interrupted\n")


def test_an_internal_error_is_one_line_and_a_traceback_only_when_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(schema, "schema_text", raising(RuntimeError("a \x1b[31mred bug")))
    assert_one_line(run("schema"), "internal error (RuntimeError: a \\x1b[31mred bug)", "report")
    verbose = run("schema", "-v")
    assert verbose.code == 2
    assert "Traceback" in verbose.err
    assert "\x1b" not in verbose.err


def raising(error: BaseException) -> Callable[[], str]:
    """A function that fails."""

    def fail() -> str:
        raise error

    return fail
