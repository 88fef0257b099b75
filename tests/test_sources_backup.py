"""A copy of a store that is in use: whole, of one moment, and nobody else's to read."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from source_samples import ids, statement, store_of

from claims.errors import StoreError, UsageError
from sources.database import writing
from sources.store import Store


def test_a_copy_holds_the_same_and_is_its_owners_alone(store_path: Path, tmp_path: Path) -> None:
    with store_of(store_path, [statement("a"), statement("b")]) as store:
        store.remove("b")
        store.back_up(tmp_path / "copy.db")
        with Store.open(tmp_path / "copy.db", create=False) as copy:
            assert list(copy.statements()) == list(store.statements())
            assert copy.audit() == store.audit()
            assert copy.fingerprint() == store.fingerprint()
            assert copy.verify() == ()
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


def test_a_copy_is_made_while_another_process_writes(store_path: Path, tmp_path: Path) -> None:
    """The writer adds pairs without end; every copy has whole pairs, and all that were told."""
    store_of(store_path, []).close()
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(told)
            with Store.open(store_path) as store:
                for number in range(60):
                    store.add([statement(f"{number}{half}") for half in "ab"])
                    os.write(tell, b".")
        finally:
            os._exit(0)
    os.close(tell)
    counts = []
    with Store.open(store_path, busy_seconds=300.0) as store:
        for number in range(1, 61):
            assert os.read(told, 1)
            if number % 12:
                continue
            path = tmp_path / f"{number}.db"
            store.back_up(path)
            with Store.open(path, create=False) as copy:
                n_held = copy.coverage().statements
                assert n_held % 2 == 0
                assert n_held >= 2 * number
                assert copy.verify() == ()
                counts.append(n_held)
    os.waitpid(child, 0)
    os.close(told)
    assert counts == sorted(counts)


def test_a_copy_is_made_within_an_unfinished_change_of_another(
    store_path: Path, tmp_path: Path
) -> None:
    with store_of(store_path, [statement("a")]) as store, Store.open(store_path) as other:
        with writing(other._connection):
            other._connection.execute("UPDATE statement SET text = 'Half done.'")
            store.back_up(tmp_path / "copy.db")
        with Store.open(tmp_path / "copy.db") as copy:
            assert [each.text for each in copy.statements()] == ["The harbour is open."]


def test_a_copy_replaces_nothing(store_path: Path, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with store_of(store_path, [statement("a")]) as store:
        with pytest.raises(UsageError, match="a file already"):
            store.back_up(tmp_path / "there")
        with pytest.raises(UsageError, match="a file already"):
            store.back_up(store_path)
        with pytest.raises(StoreError, match="cannot be written"):
            store.back_up(tmp_path / "no folder" / "copy.db")
    assert (tmp_path / "there").read_text() == "mine"
    assert not [*tmp_path.glob("*.part")]


def test_an_older_copy_left_half_made_is_in_nobodys_way(store_path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db.part").write_bytes(b"SQLite format 3\x00 and no more")
    with store_of(store_path, [statement("a")]) as store:
        store.back_up(tmp_path / "copy.db")
    with sqlite3.connect(tmp_path / "copy.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    with Store.open(tmp_path / "copy.db", create=False) as copy:
        assert ids(copy.statements()) == ["a"]
