"""`checker check`, `article`, `show` and a call without a command, on the built-in store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_runner import Ran, assert_one_line, run

from checker import kept
from checker.article import PATH, QUOTED

MATCH = '"A new administration is in power now," Lavrov said.'
NEGATED = '"A new administration is not in power now," Lavrov said.'
BY_PUTIN = '"A new administration is in power now," Putin said.'
ABSENT = '"We have decided to recognise the Taliban government."'
REPORT_KEYS = {"schema", "tool", "store", "documents"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the built-in statements, made once."""
    return str(tmp_path_factory.mktemp("store") / "store.db")


def only(ran: Ran) -> dict[str, Any]:
    """The one result of a JSON report."""
    (document,) = ran.json["documents"]
    (result,) = document["results"]
    assert isinstance(result, dict)
    return result


ANSWERS = [
    pytest.param(MATCH, "match", None, 0, id="match"),
    pytest.param(NEGATED, "no_source", "negation_changed", 1, id="negated"),
    pytest.param(BY_PUTIN, "match", "wrong_speaker", 1, id="wrong speaker"),
    pytest.param(ABSENT, "no_source", None, 0, id="no source is no error"),
]


@pytest.mark.parametrize(("text", "verdict", "code", "exit_code"), ANSWERS)
def test_verdict_and_exit_code(
    store: str, text: str, verdict: str, code: str | None, exit_code: int
) -> None:
    ran = run("check", "--store", store, "--json", text)
    result = only(ran)
    assert result["verdict"] == verdict
    assert ran.code == exit_code, ran
    errors = [each["code"] for each in result["findings"] if each["severity"] == "error"]
    assert errors == ([code] if code else [])
    assert result["receipt"]["searched"] == 232
    assert result["receipt"]["complete"] is True


def test_the_plain_card_starts_with_the_verdict(store: str) -> None:
    ran = run("check", "--store", store, BY_PUTIN)
    headline = ran.out.splitlines()[0]
    assert headline.startswith("MATCH, but said by Sergey Lavrov, not by Vladimir Putin")
    assert ran.err == ""
    assert ">>A new administration is in power now<<" in ran.out


FAIL_ON = [("never", 0), ("error", 1), ("warning", 1), ("notice", 1)]


@pytest.mark.parametrize(("severity", "code"), FAIL_ON)
def test_fail_on(store: str, severity: str, code: int) -> None:
    assert run("check", "--store", store, "--fail-on", severity, BY_PUTIN).code == code


def test_fail_on_compares_severities(store: str) -> None:
    ran = run("check", "--store", store, "--json", MATCH)
    severity = only(ran)["severity"]
    assert severity in ("info", "notice", None), "the case needs a quiet match"
    assert run("check", "--store", store, "--fail-on", "warning", MATCH).code == 0


def test_json_is_the_document_form(store: str) -> None:
    report = run("check", "--store", store, "--json", "--origin", "https://a.example/1", MATCH).json
    assert set(report) == REPORT_KEYS
    assert report["documents"][0]["origin"] == "https://a.example/1"
    assert report["documents"][0]["path"] is None
    assert report["store"]["path"] == store
    assert report["store"]["statements"] == 232
    result = report["documents"][0]["results"][0]
    assert MATCH[result["start"] : result["end"]].strip('"') == result["quote"]


FORMATS = ["plain", "jsonl", "csv", "markdown", "html", "sarif", "claimreview", "annotation"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_delivered_alike_to_a_pipe_and_a_file(
    store: str, tmp_path: Path, name: str
) -> None:
    file = tmp_path / "report"
    piped = run("check", "--store", store, "--format", name, MATCH)
    written = run("check", "--store", store, "--format", name, "-o", str(file), MATCH)
    assert (written.out, written.code) == ("", 0)
    assert file.read_text("utf-8") == piped.out
    assert "A new administration is in power now" in piped.out


def test_a_terminal_gets_a_card_with_colour_and_without(store: str) -> None:
    coloured = run("check", "--store", store, BY_PUTIN, screen=True)
    bare = run("check", "--store", store, "--no-color", BY_PUTIN, screen=True)
    assert "\x1b[" in coloured.out
    assert "\x1b" not in bare.out
    assert bare.out.startswith("MATCH, but said by Sergey Lavrov")


PIPED = [
    pytest.param((), id="no command"),
    pytest.param(("check", "-"), id="check -"),
    pytest.param(("--plain",), id="no command with an option"),
]


@pytest.mark.parametrize("argv", PIPED)
def test_piped_text_is_checked(store: str, argv: tuple[str, ...]) -> None:
    expected = run("check", "--store", store, MATCH)
    assert run(*argv, "--store", store, piped=MATCH) == expected


def test_a_bare_quote_is_checked_as_a_whole(store: str) -> None:
    result = only(
        run("check", "--store", store, "--json", "  A new administration is in power now ")
    )
    assert result["quote"] == "A new administration is in power now"
    assert (result["start"], result["end"]) == (2, 38)
    assert result["evidence"]


def test_a_given_speaker_and_day_stand_for_those_of_the_text(store: str) -> None:
    options = ("--speaker", "Путин", "--date", "2021-10-20")
    result = only(run("check", "--store", store, "--json", *options, MATCH))
    assert result["speaker"] == {
        "as_written": "Путин",
        "name": "Vladimir Putin",
        "method": "given",
    }
    assert result["said_on"] == "2021-10-20"
    assert result["attribution"] == "mismatch"


EMPTY = [
    pytest.param("", id="empty"),
    pytest.param(" \n\t ", id="white space"),
]


@pytest.mark.parametrize("text", EMPTY)
def test_an_empty_text_is_one_line(store: str, text: str) -> None:
    assert_one_line(run("check", "--store", store, text), "there is no text")
    assert_one_line(run("--store", store, piped=text), "there is no text")


@pytest.mark.parametrize("text", ['""', "“ ”", "«»"])
def test_empty_quotation_marks_are_not_checked(store: str, text: str) -> None:
    ran = run("check", "--store", store, text)
    assert ran.code == 2, ran
    assert ran.out.startswith("NOT CHECKED: "), ran
    assert ran.err.count("\n") == 1


def test_one_common_word_gets_one_answer(store: str) -> None:
    ran = run("check", "--store", store, "--json", '"peace"')
    result = only(ran)
    assert "too_short" in [each["code"] for each in result["findings"]]
    assert ran.code == 0


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x00\x00\x00"])
def test_binary_input_is_one_line(store: str, data: bytes) -> None:
    assert_one_line(run("check", "-", "--store", store, piped=data), "checker: the text: is a")


def test_endless_input_is_one_line(store: str) -> None:
    data = b"a word " * 7_500_000
    assert_one_line(run("check", "-", "--store", store, piped=data), "is larger than")


def test_a_wrong_date_is_one_line(store: str) -> None:
    assert_one_line(run("check", "--store", store, "--date", "20 October", MATCH), "2021-10-20")


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_undecodable_bytes_of_the_shell_do_no_harm(store: str, options: tuple[str, ...]) -> None:
    ran = run("check", "--store", store, *options, "The caf\udce9 is open now and closed later")
    assert ran.code == 0, ran
    assert "The caf" in ran.out


def test_a_session_writes_no_report(tmp_path: Path) -> None:
    assert_one_line(run("-o", str(tmp_path / "x")), "a session writes no report")


def test_the_article_gives_its_ten_quotations_in_order(store: str) -> None:
    ran = run("article", "--store", store, "--json")
    (document,) = ran.json["documents"]
    rows = [json.loads(line) for line in PATH.read_text("utf-8").splitlines()[1:]]
    expected = [(row["id"], row["quote"]) for row in rows if row["kind"] in QUOTED]
    assert [(each["id"], each["quote"]) for each in document["results"]] == expected
    assert len(expected) == 10
    assert document["origin"].startswith("https://")


def test_the_article_with_claims_gives_all_of_them(store: str) -> None:
    ran = run("article", "--store", store, "--format", "jsonl", "--claims")
    assert len(ran.out.splitlines()) == 19


def test_on_a_terminal_the_article_is_a_table(store: str) -> None:
    ran = run("article", "--store", store, "--no-color", screen=True)
    assert "10 quotes: " in ran.out
    assert "verdict" in ran.out


def test_kept_results_are_shown_again(store: str) -> None:
    first = run("article", "--store", store, "--keep", "--plain")
    shown = run("show", "q02", "--store", store)
    assert shown.code == 0
    assert shown.out.rstrip("\n") in first.out
    assert only(run("show", "q02", "--json"))["id"] == "q02"
    differing = run("show", "q07", "--diff", "--store", store).out
    assert [line.split()[0] for line in differing.splitlines()[1:3]] == ["stored", "diff"]


def test_a_kept_result_is_shown_with_its_context(store: str) -> None:
    run("check", "--store", store, "--keep", MATCH)
    labels = [
        line.split()[0]
        for line in run("show", "q1", "--context", "--store", store).out.splitlines()
    ]
    assert {"before", "after", "context"}.intersection(labels)


def test_an_unknown_kept_id_names_the_known_ones(store: str) -> None:
    run("article", "--store", store, "--keep")
    assert_one_line(run("show", "q99"), "'q99'", "q01 to q10")


def test_nothing_is_kept_unless_asked(store: str, home: Path) -> None:
    run("check", "--store", store, MATCH)
    assert not kept.place(environment={"HOME": str(home)}).exists()
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_the_default_store_is_made_in_the_users_data_folder(home: Path) -> None:
    ran = run("check", "--json", MATCH, environment={"XDG_DATA_HOME": str(home / "data")})
    assert only(ran)["verdict"] == "match"
    assert (home / "data" / "checker" / "store.db").is_file()
