"""`checker sources`: what goes into the store, what comes out, and what is said about it."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_runner import Ran, assert_one_line, run

ROWS = [
    {
        "id": "brandvik-1",
        "speaker": "Ilse Brandvik",
        "said_on": "2022-03-14",
        "text": "The harbour is open from today, unless the ice comes back.",
        "source": {"publisher": "Torvik Archive", "url": "https://archive.example/1"},
    },
    {
        "id": "dahl-1",
        "speaker": "Oskar Dahl",
        "said_on": "2023-05-02",
        "text": "Every ferry will sail in June.",
        "source": {"publisher": "Torvik Archive", "url": "https://archive.example/2"},
    },
]


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store with two statements of its own."""
    path = str(tmp_path / "store.db")
    assert run("sources", "init", "--empty", "--store", path).code == 0
    assert sources(path, "add", statement_list(tmp_path / "rows.jsonl", ROWS)).code == 0
    return path


def statement_list(file: Path, rows: list[dict[str, Any]]) -> str:
    """A statement list as a file."""
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return str(file)


def sources(store: str, *argv: str, **options: Any) -> Ran:
    """`checker sources` over that store."""
    return run("sources", *argv, "--store", store, **options)


def test_init_makes_a_store_with_or_without_the_built_in_statements(tmp_path: Path) -> None:
    full, empty = str(tmp_path / "a" / "full.db"), str(tmp_path / "empty.db")
    assert sources(full, "init").code == 0
    assert sources(empty, "init", "--empty").code == 0
    assert sources(full, "coverage", "--json").json["statements"] == 232
    assert sources(empty, "coverage", "--json").json["statements"] == 0


def test_a_store_that_was_not_there_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.db")
    assert f"{path}: no such store; made one with" in run("check", "x", "--store", path).err
    assert "no such store" not in run("check", "x", "--store", path).err
    other = str(tmp_path / "other.db")
    assert "no such store" not in run("check", "x", "-q", "--store", other).err
    with_json = run("sources", "list", "--json", "--store", str(tmp_path / "third.db"))
    assert len(with_json.json) > 100


def test_an_address_of_another_kind_is_no_missing_file(store: str) -> None:
    ran = sources(store, "add", "ftp://archive.example/talk.txt")
    assert_one_line(ran, "ftp://archive.example/talk.txt", "https://")


def test_init_leaves_a_store_alone(store: str) -> None:
    assert_one_line(sources(store, "init"), store, "there is a file already")
    assert sources(store, "coverage", "--json").json["statements"] == 2


def test_added_statements_are_found_by_a_check(store: str) -> None:
    ran = run("check", "--store", store, "--json", '"The harbour is open from today," she said.')
    (result,) = ran.json["documents"][0]["results"]
    assert result["evidence"][0]["statement"] == "brandvik-1"


def test_a_transcript_added_again_under_other_names_says_what_stays(tmp_path: Path) -> None:
    place = str(tmp_path / "own.db")
    talk, names = tmp_path / "talk.txt", tmp_path / "names.toml"
    talk.write_text(
        "[SPEAKER_00]: The port will reopen in June.\n\n[SPEAKER_01]: When is that?\n\n"
        "[SPEAKER_00]: In summer.\n",
        "utf-8",
    )
    names.write_text('SPEAKER_00 = "Sergey Lavrov"\n', "utf-8")
    told = ("--publisher", "Torvik Archive", "--date", "2024-03-03")
    sources(place, "init", "--empty")
    assert sources(place, "add", str(talk), *told).err == f"checker: {talk}: 3 added\n"
    mapped = (str(talk), *told, "--speakers", str(names))
    again = sources(place, "add", *mapped).err
    assert "2 added, 1 known already; 2 stored before from the same turns stay" in again
    assert "(SPEAKER_00): --replace removes these" in again
    replaced = sources(place, "add", "--replace", *mapped).err
    assert "2 removed that the same turns had before (SPEAKER_00)" in replaced
    assert "removed" not in sources(place, "add", "--replace", *mapped).err
    listed = sources(place, "list", "--statements").out
    assert [line.split("  ")[2].partition(":")[0] for line in listed.splitlines()] == [
        "Sergey Lavrov",
        "Sergey Lavrov",
        "SPEAKER_01",
    ]
    assert sources(place, "export", "--whole").out.count('"removed"') == 2


def test_a_known_id_is_replaced_only_when_asked(store: str, tmp_path: Path) -> None:
    changed = statement_list(tmp_path / "new.jsonl", [{**ROWS[1], "text": "No ferry will sail."}])
    assert "1 known" in sources(store, "add", changed).err
    assert "Every ferry" in sources(store, "show", "dahl-1").out
    assert "1 replaced" in sources(store, "add", "--replace", changed).err
    assert "No ferry" in sources(store, "show", "dahl-1").out


def test_a_transcript_becomes_a_statement_for_each_turn(store: str, tmp_path: Path) -> None:
    file = tmp_path / "briefing.txt"
    file.write_text(
        "Question: Will the port reopen?\n\nAnna Berg: The port will reopen in June.\n", "utf-8"
    )
    ran = sources(
        store, "add", str(file), "--publisher", "Ministry of Trade", "--date", "2024-03-03"
    )
    assert ran.code == 0, ran
    (found,) = sources(store, "list", "--speaker", "Anna Berg", "--json").json
    assert found["text"] == "The port will reopen in June."
    assert found["said_on"] == "2024-03-03"
    assert found["source"]["publisher"] == "Ministry of Trade"
    assert found["source"]["sha256"]


def test_one_bad_document_does_not_stop_the_others(store: str, tmp_path: Path) -> None:
    row = {**ROWS[0], "id": "brandvik-2"}
    good = statement_list(tmp_path / "good.jsonl", [row])
    bad = statement_list(tmp_path / "bad.jsonl", [{**row, "id": "x"}, {"text": "no speaker"}])
    ran = sources(store, "add", bad, str(tmp_path / "missing.txt"), good)
    assert ran.code == 2
    assert [line.split(": ")[1] for line in ran.err.splitlines()[:2]] == [
        f"{bad}:2",
        str(tmp_path / "missing.txt"),
    ]
    held = {row["id"] for row in sources(store, "list", "--statements", "--json").json}
    assert held == {"brandvik-1", "dahl-1", "brandvik-2"}


def test_list_shows_documents_and_statements(store: str) -> None:
    documents = sources(store, "list").out.splitlines()
    assert len(documents) == 2
    assert "2022-03-14" in documents[0]
    assert "Torvik Archive" in documents[0]
    statements = sources(store, "list", "--statements").out.splitlines()
    assert statements[1].startswith("dahl-1  2023-05-02  Oskar Dahl: Every ferry")
    assert sources(store, "list", "--since", "2023-01-01").out.splitlines() == statements[1:]
    assert sources(store, "list", "--until", "2023-01-01").out.splitlines() == statements[:1]


def test_show_takes_a_statement_or_a_document(store: str) -> None:
    statement = sources(store, "show", "brandvik-1").out
    assert "stored    The harbour is open from today, unless the ice comes back." in statement
    assert "https://archive.example/1" in statement
    (document,) = [row for row in sources(store, "list", "--json").json if row["n_statements"]][:1]
    shown = sources(store, "show", document["id"], "--json").json
    assert [each["id"] for each in shown["statements"]] == ["brandvik-1"]
    assert_one_line(sources(store, "show", "nothing"), "'nothing'")


def test_search_gives_the_nearest_first(store: str) -> None:
    first = sources(store, "search", "open", "harbour", "-n", "1").out
    assert first.startswith("brandvik-1 ")
    hits = sources(store, "search", "ferry", "--json").json
    assert (hits[0]["statement"]["id"], hits[0]["rank"]) == ("dahl-1", 1)
    none = sources(store, "search", "zeppelin")
    assert (none.code, none.out) == (0, "")
    assert "no statement" in none.err


def test_an_unknown_speaker_is_one_line(store: str) -> None:
    assert_one_line(sources(store, "list", "--speaker", "Nobody Atall"), "'Nobody Atall'")


def test_coverage_counts(store: str) -> None:
    text = sources(store, "coverage").out
    assert text.startswith("2 statements, said from 14 March 2022 to 2 May 2023\n")
    assert "Ilse Brandvik 1" in text


def test_export_is_read_back_to_the_same_store(store: str, tmp_path: Path) -> None:
    file, copy = str(tmp_path / "export.jsonl"), str(tmp_path / "copy.db")
    assert sources(store, "export", "-o", file) == (0, "", "")
    assert Path(file).read_text("utf-8") == sources(store, "export").out
    run("sources", "init", "--empty", "--store", copy)
    assert sources(copy, "add", file).code == 0
    assert sources(copy, "export").out == sources(store, "export").out


def test_remove_takes_statements_and_documents(store: str) -> None:
    document = sources(store, "list", "--json").json[0]["id"]
    assert sources(store, "remove", "dahl-1", document).code == 0
    assert sources(store, "coverage", "--json").json["statements"] == 0
    assert_one_line(sources(store, "remove", "dahl-1"), "'dahl-1'")


def test_rebuild_and_verify(store: str) -> None:
    assert sources(store, "rebuild").code == 0
    whole = sources(store, "verify")
    assert (whole.code, whole.out) == (0, "")
    assert "the store is whole" in whole.err


def test_verify_tells_what_is_wrong(store: str) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE statement SET text = 'tampered' WHERE name = 'dahl-1'")
    connection.close()
    ran = sources(store, "verify")
    assert ran.code == 2
    assert "; " in ran.out
    assert sources(store, "verify", "--json").json[0]["next_step"]


BAD_STORES = ["no database", "newer", "folder", "no such folder"]


@pytest.mark.parametrize("kind", BAD_STORES)
@pytest.mark.parametrize("argv", [("check", '"Every ferry sails."'), ("sources", "list")])
def test_a_store_that_cannot_be_used_is_one_line(
    store: str, tmp_path: Path, kind: str, argv: tuple[str, ...]
) -> None:
    match kind:
        case "no database":
            Path(store).write_text("This is no database. " * 100, "utf-8")
        case "newer":
            with sqlite3.connect(store) as connection:
                connection.execute("PRAGMA user_version = 9999")
            connection.close()
        case "folder":
            store = str(tmp_path)
        case _:
            store = "/proc/nowhere/store.db"
    assert_one_line(run(*argv, "--store", store), store.removesuffix("/store.db"))


def test_a_read_only_store_is_read(store: str) -> None:
    Path(store).chmod(0o444)
    assert sources(store, "coverage", "--json").json["statements"] == 2


def test_an_interrupt_in_an_import_stores_nothing(store: str, tmp_path: Path) -> None:
    rows = [{**ROWS[0], "id": f"new-{number}"} for number in range(50_000)]
    file = statement_list(tmp_path / "many.jsonl", rows)
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "sources", "add", "-v", file, "--store", store],
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr is not None
    assert "reading" in "".join(process.stderr.readline() for _ in range(2))
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=600)
    assert process.returncode == 130, errors
    assert errors.splitlines()[-1].startswith("checker: interrupted")
    assert "Traceback" not in errors
    assert sources(store, "coverage", "--json").json["statements"] == 2
    assert sources(store, "verify").code == 0
