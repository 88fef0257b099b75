"""A store file that is foreign, newer, older, damaged, locked, full or read-only."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from source_samples import ids, in_child, statement, store_of

from claims.errors import StoreBusyError, StoreError, StoreVersionError
from sources import index, migrations
from sources.migrations import APPLICATION_ID, MIGRATIONS, migrate, version_of
from sources.store import Store

NOBODY = 65534


def text(path: Path) -> None:
    path.write_text("This is no database. " * 200, "utf-8")


def few_bytes(path: Path) -> None:
    path.write_bytes(b"\x00\x01")


def half_a_header(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\x00" * 40)


def another_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def another_application_id(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 7")
    connection.close()


def newer(path: Path) -> None:
    Store.open(path, builtin=False).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()


def folder(path: Path) -> None:
    path.mkdir()


def damaged(path: Path) -> None:
    store_of(path, [statement(f"s{n}", "word " * 200) for n in range(50)]).close()
    with path.open("r+b") as file:
        for page in range(1, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xff" * 4096)


BAD_FILES: list[tuple[Callable[[Path], None], str]] = [
    (text, "no database"),
    (few_bytes, "no database"),
    (half_a_header, "no database"),
    (another_program, "another program's database"),
    (another_application_id, "another program's database"),
    (newer, "newer version"),
    (folder, "folder"),
    (damaged, "damaged"),
]


@pytest.mark.parametrize(("make", "what"), BAD_FILES)
def test_a_file_that_is_no_store_is_told_in_one_line_and_left_alone(
    store_path: Path, make: Callable[[Path], None], what: str
) -> None:
    make(store_path)
    before = store_path.read_bytes() if store_path.is_file() else b""
    kind = StoreVersionError if make is newer else StoreError
    with pytest.raises(kind) as caught, Store.open(store_path) as store:
        store.search("the harbour is open", limit=5)
    line = caught.value.line
    assert line.startswith(f"{store_path}: ")
    assert what in line
    assert "; " in line
    assert "\n" not in line
    assert (store_path.read_bytes() if store_path.is_file() else b"") == before


def test_a_missing_store_is_made_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "ö %?#.db"
    with pytest.raises(StoreError, match="no store here"):
        Store.open(path, create=False)
    assert not path.parent.exists()
    Store.open(path, builtin=False).close()
    with Store.open(path, create=False) as store:
        assert store.coverage().statements == 0


@pytest.mark.parametrize("place", ["/proc/nowhere/store.db", "/dev/null/store.db", "x" * 300])
def test_a_place_that_cannot_be_made_is_told_in_one_line(tmp_path: Path, place: str) -> None:
    path = tmp_path / place
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert "--store PATH" in caught.value.line


def test_an_empty_file_becomes_a_store(store_path: Path) -> None:
    store_path.touch()
    with Store.open(store_path) as store:
        assert store.coverage().statements == 232
        assert store.verify() == ()


def test_a_store_knows_what_it_is(store_path: Path) -> None:
    Store.open(store_path, builtin=False).close()
    with sqlite3.connect(store_path) as connection:
        answers = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        ]
    connection.close()
    assert answers == [APPLICATION_ID, len(MIGRATIONS), "wal"]


def older_store(path: Path, *, version: int) -> None:
    """A store as the program of that version left it, with one statement and its index.

    Every version that is released adds its own lines here; they never change afterwards.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, migrations=MIGRATIONS[: min(version, 1)])
    if version >= 1:
        for sql in (
            "INSERT INTO source (key, publisher, kind) VALUES ('k', 'P', 'transcript')",
            "INSERT INTO person (name) VALUES ('Ilse Brandvik')",
            "INSERT INTO utterance (name) VALUES ('u')",
            """INSERT INTO statement VALUES (1, 'a', 1, 1, NULL, NULL, '2022-03-14', 0, NULL, NULL,
               'en', 'en', 'verbatim', 'The harbour is open.', '[]', 'high', NULL, NULL, 1)""",
        ):
            connection.execute(sql)
    if version >= 2:
        migrate(connection, migrations=MIGRATIONS[:2])
        connection.execute("UPDATE statement SET state = 'delivered'")
    connection.close()


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_a_store_of_every_older_version_is_brought_up_to_date(
    store_path: Path, version: int
) -> None:
    older_store(store_path, version=version)
    with Store.open(store_path, builtin=False) as store:
        held = ["a"] if version else []
        assert ids(store.statements()) == held
        assert ids(store.search("the harbour is open", limit=1)) == held
    with sqlite3.connect(store_path) as connection:
        assert version_of(connection) == len(MIGRATIONS)
    connection.close()


def test_a_migration_that_fails_changes_nothing(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_of(store_path, [statement("a")]).close()
    broken = (*MIGRATIONS, ("CREATE TABLE next (id INTEGER)", "CREATE TABLE meta (key TEXT)"))
    connection = sqlite3.connect(store_path, isolation_level=None)
    connection.execute("BEGIN")
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, migrations=broken)
    connection.execute("ROLLBACK")
    connection.close()
    with Store.open(store_path) as store:
        assert ids(store.statements()) == ["a"]
        assert store.verify() == ()


def test_a_later_migration_is_applied_once(store_path: Path) -> None:
    connection = sqlite3.connect(store_path, isolation_level=None)
    two = (("CREATE TABLE one (id INTEGER)",), ("CREATE TABLE two (id INTEGER)",))
    migrate(connection, migrations=two[:1])
    migrate(connection, migrations=two)
    migrate(connection, migrations=two)
    assert migrations.version_of(connection) == 2
    connection.close()


def test_an_index_of_another_format_is_made_anew(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_of(store_path, [statement("a")]).close()
    with sqlite3.connect(store_path) as connection:
        connection.execute("DROP TABLE posting")
        connection.execute("UPDATE term SET n = 99")
    connection.close()
    monkeypatch.setattr(index, "FORMAT", "another")
    with Store.open(store_path) as store:
        assert store.verify() == ()
        assert ids(store.search("the harbour is open", limit=1)) == ["a"]


def test_a_lost_index_is_told_and_rebuilt(store_path: Path) -> None:
    with store_of(store_path, [statement("a")]) as store:
        store._connection.execute("DROP TABLE posting")
        with pytest.raises(StoreError, match="sources rebuild"):
            store.search("the harbour is open", limit=1)
        assert store.get("a") == statement("a")
        store.rebuild()
        assert ids(store.search("the harbour is open", limit=1)) == ["a"]


@pytest.mark.parametrize("table", ["entry", "passage", "posting", "term"])
def test_a_search_in_a_damaged_index_is_no_plain_miss(store_path: Path, table: str) -> None:
    held = [statement("a"), statement("b", "Harbours are opened.")]
    with store_of(store_path, held) as store:
        store._connection.execute(f"DROP TABLE {table}")
        with pytest.raises(StoreError, match="sources rebuild"):
            store.search("the harbour is opened", limit=1)
        store.rebuild()
        store._connection.execute("DELETE FROM entry")
        with pytest.raises(StoreError, match="sources rebuild"):
            store.search("the harbour is opened", limit=1)
        with pytest.raises(StoreError, match="sources rebuild"):
            store.remove("a")


def test_a_second_writer_is_told_to_wait_and_readers_go_on(store_path: Path) -> None:
    with (
        store_of(store_path, [statement("a")]) as first,
        Store.open(store_path, busy_seconds=0.0) as second,
    ):
        first._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusyError, match="another process is writing"):
            second.add([statement("b")])
        assert ids(second.search("the harbour is open", limit=5)) == ["a"]
        first._connection.execute("ROLLBACK")
        assert second.add([statement("b")]).added == 1
        assert ids(first.statements()) == ["a", "b"]


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that another user can reach; pytest's own is closed to others."""
    path = Path(tempfile.mkdtemp(prefix="store-"))
    path.chmod(0o755)
    yield path
    for place in (path, *path.iterdir()):
        place.chmod(0o755)
    shutil.rmtree(path)


def as_reader(work: Callable[[], None]) -> int:
    """Run `work` as a user who may write nowhere here."""

    def dropped() -> None:
        if os.getuid() == 0:
            Path("/").as_uri()  # loads now what that user may not read: Python under a closed home
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        work()

    return in_child(dropped)


@pytest.mark.parametrize("modes", [(0o555, 0o444), (0o555, 0o644), (0o755, 0o444)])
def test_a_read_only_store_is_read_and_not_written(
    shared_folder: Path, modes: tuple[int, int]
) -> None:
    path = shared_folder / "store ö.db"
    store_of(path, [statement("a")]).close()
    path.chmod(modes[1])
    shared_folder.chmod(modes[0])

    def work() -> None:
        with Store.open(path) as store:
            assert ids(store.search("the harbour is open", limit=5)) == ["a"]
            assert store.receipt().searched == 1
            assert store.verify() == ()
            with pytest.raises(StoreError, match="read but not written") as caught:
                store.add([statement("b")])
            assert str(path) in caught.value.line
            with pytest.raises(StoreError):
                store.rebuild()
        with pytest.raises(StoreError):
            Store.open(shared_folder / "new.db")

    assert as_reader(work) == 0
    with Store.open(path) as store:
        assert ids(store.statements()) == ["a"]


def test_a_read_only_store_without_a_log_is_read(shared_folder: Path) -> None:
    path = shared_folder / "store.db"
    with store_of(path, [statement("a")]) as store:
        store._connection.execute("PRAGMA journal_mode = DELETE")
    path.chmod(0o444)

    def work() -> None:
        with Store.open(path) as store:
            assert ids(store.search("the harbour is open", limit=5)) == ["a"]

    assert as_reader(work) == 0


def test_a_read_only_store_with_unread_changes_is_refused(shared_folder: Path) -> None:
    path = shared_folder / "store.db"

    def die_with_a_log() -> None:
        store = store_of(path, [statement("a")])
        store.add([statement("b")])
        os.kill(os.getpid(), signal.SIGKILL)

    in_child(die_with_a_log)
    assert path.with_name("store.db-wal").stat().st_size
    path.with_name("store.db-shm").unlink()
    shared_folder.chmod(0o555)

    def work() -> None:
        with pytest.raises(StoreError, match="cannot be opened"):
            Store.open(path)

    assert as_reader(work) == 0
    shared_folder.chmod(0o755)
    with Store.open(path) as store:
        assert ids(store.statements()) == ["a", "b"]


def test_a_read_only_store_of_another_format_says_what_it_needs(shared_folder: Path) -> None:
    path = shared_folder / "store.db"
    with store_of(path, [statement("a")]) as store:
        store._connection.execute("UPDATE meta SET value = '0' WHERE key = 'index_format'")
    path.chmod(0o444)
    shared_folder.chmod(0o555)

    def work() -> None:
        with pytest.raises(StoreError, match="brought up to date once"):
            Store.open(path)

    assert as_reader(work) == 0


def test_a_limit_on_the_file_size_loses_nothing(store_path: Path) -> None:
    store_of(store_path, [statement("a")]).close()

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        with Store.open(store_path) as store:
            with pytest.raises(StoreError, match="disk") as caught:
                store.add(statement(f"s{n}", f"w{n} " * 200) for n in range(500))
            assert str(store_path) in caught.value.line
            assert ids(store.statements()) == ["a"]
            store.add([statement("small")])

    assert in_child(work) == 0
    with Store.open(store_path) as store:
        assert ids(store.statements()) == ["a", "small"]
        assert store.verify() == ()


FULL_DISK = """
import sys
from pathlib import Path
from claims.errors import StoreError
from source_samples import ids, statement, store_of
from sources.store import Store
folder = Path(sys.argv[1])
store_of(folder / "s", [statement("a")]).close()
with Store.open(folder / "s") as store:
    try:
        store.add(statement(f"s{n}", f"w{n} " * 200) for n in range(1500))
    except StoreError as error:
        assert "the disk is full" in error.line, error.line
    else:
        raise SystemExit("the disk was not full")
    assert ids(store.search("the harbour is open", limit=9)) == ["a"]
with (folder / "filler").open("wb", buffering=0) as filler:
    try:
        while True:
            filler.write(bytes(4096))
    except OSError:
        pass
with Store.open(folder / "s") as store:
    assert ids(store.search("the harbour is open", limit=9)) == ["a"]
try:
    Store.open(folder / "new")
except StoreError as error:
    assert "the disk is full" in error.line, error.line
else:
    raise SystemExit("the disk was not full")
(folder / "filler").unlink()
with Store.open(folder / "s") as store:
    assert ids(store.statements()) == ["a"]
    assert store.verify() == ()
with Store.open(folder / "new") as store:
    assert store.coverage().statements == 232
    assert store.verify() == ()
print("whole")
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no small disk can be mounted here")
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    mount = f"mount -t tmpfs -o size=2m none {tmp_path}"
    tests = Path(__file__).parent
    script = f'{mount} || exit 99; exec "$0" -c "$1" {tmp_path}'
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script, sys.executable, FULL_DISK],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tests.parent), str(tests)])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == 99 or "unshare failed" in done.stderr:
        pytest.skip("no small disk can be mounted here; the limit on the file size stands for it")
    assert (done.returncode, done.stdout, done.stderr) == (0, "whole\n", "")


def test_an_unexpected_error_is_not_hidden(store_path: Path) -> None:
    with store_of(store_path, [statement("a")]) as store:
        store.close()
        with pytest.raises(sqlite3.ProgrammingError):
            store.get("a")


def test_errno_names_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=os.strerror(errno.ENOTDIR)):
        Store.open(tmp_path / "file" / "folder" / "store.db")


def test_a_new_store_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    Store.open(path, builtin=False).close()
    assert path.stat().st_mode & 0o777 == 0o600
