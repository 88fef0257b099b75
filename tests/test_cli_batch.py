"""`checker batch`: one result for every row, in order, whatever is wrong with some of them."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_runner import Ran, assert_one_line, run

SAID = "A new administration is in power now"
TEXT = f"“{SAID},” Lavrov said. “The orchard keepers counted every pear tree,” he added.\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the built-in statements, made once."""
    return str(tmp_path_factory.mktemp("store") / "store.db")


@pytest.fixture
def text_file(tmp_path: Path) -> str:
    """A text with two quotations."""
    file = tmp_path / "talk.txt"
    file.write_text(TEXT, "utf-8")
    return str(file)


def batch(store: str, *argv: str, **options: Any) -> Ran:
    """`checker batch` over the built-in statements."""
    return run("batch", "--store", store, *argv, **options)


def results(ran: Ran) -> list[dict[str, Any]]:
    """The results of a JSON lines report."""
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_text_gives_a_result_for_each_quotation_with_its_place(
    store: str, text_file: str
) -> None:
    first, second = results(batch(store, "--format", "jsonl", text_file))
    assert (first["verdict"], second["verdict"]) == ("match", "no_source")
    assert (first["path"], first["line"], first["column"]) == (text_file, 1, 2)
    assert TEXT[first["start"] : first["end"]].rstrip(",") == SAID
    assert second["speaker"]["name"] == "Sergey Lavrov"


def test_a_file_that_cannot_be_read_is_named_in_its_card(store: str, tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.write_text("", "utf-8")
    out = batch(store, "--format", "plain", str(file)).out
    assert out.startswith(
        f"NOT CHECKED: the file is empty; check that it was saved\n  file      {file}\n"
    )


def test_a_list_whose_column_has_another_name_says_so(store: str, tmp_path: Path) -> None:
    quotes = tmp_path / "quotes.csv"
    quotes.write_text(f"quote,who\n{SAID},Putin\n", "utf-8")
    ran = batch(store, "--format", "jsonl", str(quotes))
    assert results(ran)[0]["speaker"] is None
    assert f"checker: {quotes}: columns not read: 'who'; read are quote, speaker" in ran.err


def test_many_files_give_a_document_each_in_order(
    store: str, text_file: str, tmp_path: Path
) -> None:
    quotes = tmp_path / "quotes.jsonl"
    quotes.write_text(json.dumps({"quote": SAID}), "utf-8")
    report = batch(store, "--json", str(quotes), text_file).json
    assert [each["path"] for each in report["documents"]] == [str(quotes), text_file]
    assert [each["summary"]["quotes"] for each in report["documents"]] == [1, 2]


ROWS = [
    {"id": "a", "quote": SAID, "speaker": "Lavrov", "said_on": "2021-10-20"},
    {"id": "b", "quote": ""},
    {"id": "c", "quote": f"“{SAID}”"},
    {"id": "a", "quote": "=1+1 pears and pears"},
]


def as_jsonl(rows: list[dict[str, str]]) -> str:
    """Rows as a JSON lines quote list."""
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def as_csv(rows: list[dict[str, str]]) -> str:
    """Rows as a CSV quote list."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ["id", "quote", "speaker", "said_on"])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(("suffix", "dump"), [(".jsonl", as_jsonl), (".csv", as_csv)])
def test_a_quote_list_gives_one_result_a_row_with_its_id(
    store: str, tmp_path: Path, suffix: str, dump: Any
) -> None:
    file = tmp_path / f"quotes{suffix}"
    file.write_text(dump(ROWS), "utf-8")
    ran = batch(store, "--format", "jsonl", str(file))
    found = results(ran)
    assert [each["id"] for each in found] == ["a", "b", "c", "a"]
    assert [each["status"] for each in found] == ["checked", "not_checked", "checked", "checked"]
    assert found[0]["speaker"]["name"] == "Sergey Lavrov"
    assert found[0]["said_on"] == "2021-10-20"
    assert found[2]["verdict"] == "match"
    assert ran.code == 2
    assert "1 of 4 could not be checked" in ran.err


def test_a_broken_row_gives_its_result_and_the_others_theirs(store: str, tmp_path: Path) -> None:
    file = tmp_path / "quotes.jsonl"
    file.write_text(f'{{"quote": "{SAID}"}}\n{{"quote": \n[1]\n{{"quote": "{SAID}"}}\n', "utf-8")
    found = results(batch(store, "--format", "jsonl", str(file)))
    assert [each["status"] for each in found] == [
        "checked",
        "not_checked",
        "not_checked",
        "checked",
    ]
    assert all(each["findings"] for each in found if each["status"] == "not_checked")


@pytest.mark.parametrize(
    "rows",
    [
        f'{{"id": "a", "quote": "{SAID}", "speaker": "Vladimir Putin"}}\n{{"id": "b"}}\n',
        f'id,quote,speaker\na,"{SAID}",Vladimir Putin\nb,,\n',
    ],
)
def test_standard_input_may_be_a_quote_list(store: str, rows: str) -> None:
    first, second = results(batch(store, "--format", "jsonl", "-", piped=rows))
    assert (first["id"], first["verdict"], first["attribution"]) == ("a", "match", "mismatch")
    assert first["speaker"]["name"] == "Vladimir Putin"
    assert (second["id"], second["status"]) == ("b", "not_checked")


def test_standard_input_is_a_text(store: str, text_file: str) -> None:
    piped = results(batch(store, "--format", "jsonl", "-", piped=TEXT))
    read = results(batch(store, "--format", "jsonl", text_file))
    for each in (*piped, *read):
        each["path"] = None
    assert piped == read


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    store: str, text_file: str, tmp_path: Path
) -> None:
    missing = str(tmp_path / "nothing.txt")
    ran = batch(store, "--json", missing, text_file)
    bad, good = ran.json["documents"]
    assert (bad["path"], bad["summary"]["not_checked"]) == (missing, 1)
    assert bad["results"][0]["findings"][0]["code"] == "unreadable"
    assert good["summary"]["quotes"] == 2
    assert ran.code == 2
    assert missing in ran.err


def unreadable(tmp_path: Path, kind: str) -> Path:
    """A file of that kind."""
    file = tmp_path / f"{kind}.txt"
    match kind:
        case "folder":
            file.mkdir()
        case "binary":
            file.write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(100))
        case "utf-16 without a mark":
            file.write_bytes("“Nothing here.”".encode("utf-16-le"))
        case "one line of 50 MB":
            file.write_bytes(b"a word " * 7_500_000)
        case "empty":
            file.touch()
    return file


@pytest.mark.parametrize(
    "kind", ["missing", "folder", "binary", "utf-16 without a mark", "one line of 50 MB", "empty"]
)
def test_unreadable_files_are_one_line_each(store: str, tmp_path: Path, kind: str) -> None:
    file = unreadable(tmp_path, kind)
    ran = batch(store, "--format", "jsonl", str(file))
    assert ran.code == 2, ran
    (result,) = results(ran)
    assert result["status"] == "not_checked"
    line, *rest = ran.err.splitlines()
    assert line.startswith(f"checker: {file}: ")
    assert "; " in line
    assert rest == ["checker: 1 of 1 could not be checked; the results say why"]


def test_quiet_leaves_the_errors(store: str, tmp_path: Path) -> None:
    ran = batch(store, "-q", "--format", "jsonl", str(tmp_path / "nothing.txt"))
    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_a_text_without_quotation_marks_says_so(store: str, tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    file.write_text("The keepers counted their trees.\n", "utf-8")
    ran = batch(store, "--json", str(file))
    assert ran.code == 0
    assert ran.json["documents"][0]["results"] == []
    assert "no quotation marks (0 quotes); --claims" in ran.err


def test_the_old_file_stays_when_the_store_cannot_be_opened(text_file: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("old", "utf-8")
    (tmp_path / "store.db").write_text("This is no database. " * 100, "utf-8")
    ran = batch(str(tmp_path / "store.db"), "-o", str(report), text_file)
    assert_one_line(ran, "store.db")
    assert report.read_text("utf-8") == "old"


def started(*argv: str, **options: Any) -> subprocess.Popen[str]:
    """A real process."""
    return subprocess.Popen(
        [sys.executable, "-m", "checker", *argv],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **options,
    )


@pytest.fixture
def long_list(tmp_path: Path) -> str:
    """More quotes than are checked while a test looks."""
    file = tmp_path / "long.jsonl"
    row = json.dumps({"quote": f"{SAID}, and the orchard keepers counted every pear tree"})
    file.write_text(f"{row}\n" * 20_000, "utf-8")
    return str(file)


def test_an_interrupt_keeps_the_finished_rows(store: str, long_list: str) -> None:
    process = started("batch", "--store", store, "--format", "jsonl", long_list)
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest = process.stdout.read()
    _, errors = process.communicate(timeout=600)
    assert process.returncode == 130, errors
    rows = [json.loads(line) for line in (first + rest).splitlines()]
    assert 1 <= len(rows) < 20_000
    assert errors.startswith("checker: interrupted; ")
    assert errors.count("\n") == 1


def test_an_interrupted_report_is_written_with_the_finished_rows(
    store: str, long_list: str, tmp_path: Path
) -> None:
    file = tmp_path / "report.json"
    process = started("batch", "-v", "--store", store, "--json", "-o", str(file), long_list)
    assert process.stderr is not None
    assert "store" in process.stderr.readline()
    while not [part for part in tmp_path.iterdir() if part.name.startswith(".report.json.")]:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=600)
    assert process.returncode == 130
    report = json.loads(file.read_text("utf-8"))
    assert report["schema"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["long.jsonl", "report.json"]


def test_a_closed_pipe_is_quiet(store: str, long_list: str) -> None:
    process = started("batch", "--store", store, "--format", "jsonl", long_list)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(timeout=600) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_one_line(store: str, text_file: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "checker", "batch", "--store", store, text_file],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("checker: no space left on device; ")
    assert done.stderr.count("\n") == 1


def test_output_is_utf_8_whatever_the_locale(store: str, tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("«Садовники пересчитали все груши», — сказал Лавров.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "checker", "batch", "--store", store, str(file)],
        capture_output=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        check=False,
    )
    assert "Садовники пересчитали все груши" in done.stdout.decode("utf-8")
    assert b"Traceback" not in done.stderr
