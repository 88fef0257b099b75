"""`verify` finds what is wrong with a store, and nothing where nothing is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from source_samples import statement, store_of

from sources.store import Store

REBUILD = "sources rebuild"
ADD = "sources add --replace"
COPY = "from a copy"
TOMORROW = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()

# What was done to the store, what is found, where, and what helps.
FAULTS = [
    ("UPDATE statement SET said_on = '2022-02-30' WHERE name = 'a'", "said_on", "a", COPY),
    (f"UPDATE statement SET said_on = '{TOMORROW}' WHERE name = 'a'", "not come yet", "a", ADD),
    ("UPDATE statement SET wording = 'exact' WHERE name = 'a'", "wording", "a", ADD),
    ("UPDATE statement SET topics = '[' WHERE name = 'a'", "topics", "a", COPY),
    ("UPDATE source SET published = 'soon'", "source.published", "a", COPY),
    ("UPDATE statement SET person = 99 WHERE name = 'a'", "names a person", "statement", COPY),
    ("DELETE FROM source", "names a source", "statement", COPY),
    ("INSERT INTO person (name) VALUES ('Nobody')", "no statement names", "person", COPY),
    ("UPDATE statement SET utterance = 2 WHERE name = 'a'", "different speakers", "u", "split ID"),
    ("UPDATE statement SET corrected_by = 'z'", "by z, which is not", "statement a", "correct a"),
    ("UPDATE statement SET state = 'sung'", "state", "statement a", ADD),
    ("UPDATE statement SET text = 'Other.'", "changed by another", "fingerprint", COPY),
    ("UPDATE statement SET text = 'Other.'", "indexed wrongly", "index", REBUILD),
    ("UPDATE meta SET value = '{}' WHERE key = 'coverage'", "out of date", "coverage", REBUILD),
    ("UPDATE meta SET value = '[]' WHERE key = 'offices'", "out of date", "offices", REBUILD),
    ("DELETE FROM entry WHERE statement = 1", "1 statements", "index", REBUILD),
    ("UPDATE entry SET keys = ' x ' WHERE statement = 1", "1 statements", "index", REBUILD),
    ("INSERT INTO entry VALUES (99, ' x ')", "1 statements", "index", REBUILD),
    ("INSERT INTO passage VALUES (99, 99, 0, 5)", "1 statements", "index", REBUILD),
    ("DELETE FROM term WHERE term = 'harb'", "word counts", "index", REBUILD),
    ("INSERT INTO posting (rowid, terms) VALUES (99, 'harbor')", "postings", "index", REBUILD),
]


@pytest.mark.parametrize(("fault", "what", "where", "next_step"), FAULTS)
def test_a_fault_is_found_with_what_helps(
    store_path: Path, fault: str, what: str, where: str, next_step: str
) -> None:
    held = [statement("a"), statement("b", "Every ferry.", speaker="Oskar Dahl")]
    with store_of(store_path, held) as store:
        assert store.verify() == ()
        store._connection.execute("PRAGMA foreign_keys = OFF")
        store._connection.execute(fault)
        problems = store.verify()
        assert any(
            what in each.what and where in each.where and next_step in each.next_step
            for each in problems
        ), problems
        if next_step == REBUILD:
            store.rebuild()
            assert {each.where for each in store.verify()} <= {"fingerprint"}


def test_a_damaged_page_is_found(store_path: Path) -> None:
    with store_of(store_path, [statement(f"s{n}", f"word{n} " * 99) for n in range(99)]) as store:
        (page,) = store._connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'statement_by_day'"
        ).fetchone()
    with store_path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x00" * 4096)
    with Store.open(store_path) as store:
        problems = store.verify()
        assert problems
        assert all(each.what.startswith("the file is damaged") for each in problems)
        assert all(each.where == str(store_path) for each in problems)


def test_the_built_in_store_is_whole(store_path: Path) -> None:
    with Store.open(store_path) as store:
        assert store.verify() == ()


@pytest.mark.parametrize("field", ["wording = 'exact'", "state = 'sung'", "confidence = '?'"])
def test_what_no_model_accepts_is_replaced_or_removed_as_said(store_path: Path, field: str) -> None:
    with store_of(store_path, [statement("a"), statement("b")]) as store:
        store._connection.execute(f"UPDATE statement SET {field} WHERE name = 'a'")
        assert "--replace" in store.verify()[0].next_step
        store.add([statement("a")], replace=True)
        assert {each.where for each in store.verify()} <= {"fingerprint"}
        store._connection.execute(f"UPDATE statement SET {field} WHERE name = 'a'")
        assert store.remove("a").id == "a"
        assert {each.where for each in store.verify()} <= {"fingerprint"}


OFFICES = (
    ("Oskar Dahl", None, None),
    ("Ilse Brandvik", "Minister", None),
    ("Oskar Dahl", None, "Harbour Board"),
    ("Åse Ødegård", "Chair", "Harbour Board"),
)


def test_what_is_remembered_grows_with_what_is_added(tmp_path: Path) -> None:
    rounds = [
        [
            statement(
                f"s{turn}-{number}",
                speaker=speaker,
                role=role,
                organisation=organisation,
                said_on=date(2020 + (number + turn) % 3, 1 + turn, 1 + number),
                language="ru" if number % 2 else "en",
            )
            for number, (speaker, role, organisation) in enumerate(OFFICES)
        ]
        for turn in range(3)
    ]
    with Store.open(tmp_path / "store", builtin=False) as store:
        for added in rounds:
            store.add(added)
            assert store.verify() == ()
        store.add(rounds[0])
        store.remove("s1-2")
        store.add([statement("s2-1", "Changed.")], replace=True)
        assert store.verify() == ()
