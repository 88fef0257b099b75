"""Quote lists: one entry for each row, in order, whatever is in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from claims.errors import InputError
from claims.models import Claim
from claims.readers import RowProblem, is_quote_list, read_quote_list


def entries(tmp_path: Path, name: str, text: str) -> list[Claim | RowProblem]:
    file = tmp_path / name
    file.write_bytes(text.encode("utf-8"))
    return list(read_quote_list(file).rows)


def brief(entry: Claim | RowProblem) -> tuple[str, int | None, str]:
    if isinstance(entry, RowProblem):
        return entry.id, entry.line, entry.reason
    return entry.id, entry.line, entry.quote.text


def test_a_row_has_everything_it_says(tmp_path: Path) -> None:
    row = {
        "quote": "“We go on.”",
        "speaker": "Лавров",
        "said_on": "2021-10-20",
        "id": 7,
        "origin": "https://example.org/a",
        "other": [1],
    }
    [claim] = entries(tmp_path, "a.jsonl", json.dumps(row))
    assert isinstance(claim, Claim)
    assert claim.id == "7"
    assert claim.quote.text == "We go on."
    assert claim.quote.spans == ()
    assert claim.speaker is not None
    assert (claim.speaker.as_written, claim.speaker.name) == ("Лавров", "Sergey Lavrov")
    assert claim.speaker.method == "given"
    assert claim.said_on == date(2021, 10, 20)
    assert (claim.line, claim.column, claim.origin) == (1, None, "https://example.org/a")


def test_each_row_of_json_lines_comes_out_in_order(tmp_path: Path) -> None:
    lines = [
        '{"quote": "one", "id": "a"}',
        "not json",
        "",
        '{"speaker": "x", "id": "b"}',
        '{"quote": " "}',
        '{"quote": "“”"}',
        '{"quote": "two", "said_on": "soon"}',
        '{"quote": ["x"]}',
        "[1]",
        '{"quote": null}',
        '{"quote": "“a,” he said. “b”", "date": "20 October 2021"}',
        '{"quote": "half \\ud800"}',
    ]
    found = [brief(entry) for entry in entries(tmp_path, "a.jsonl", "\n".join(lines))]
    assert found == [
        ("a", 1, "one"),
        ("q2", 2, "the line is not valid JSON"),
        ("b", 4, "the row has no quote"),
        ("q4", 5, "the quote is empty"),
        ("q5", 6, "the quote is empty"),
        ("q6", 7, "said_on 'soon' is not a date; write it as 2021-10-20"),
        ("q7", 8, "quote is not text"),
        ("q8", 9, 'the line is not a JSON object like {"quote": "..."}'),
        ("q9", 10, "the row has no quote"),
        ("q10", 11, "“a,” he said. “b”"),
        ("q11", 12, "half ?"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quote\none\n", [("q1", 2, "one")]),
        ('\ufeffQuote,ID\n"one, two",7\n', [("7", 2, "one, two")]),
        ("quote;id\none, two;7\n;8\n", [("7", 2, "one, two"), ("8", 3, "the quote is empty")]),
        ("id\tquote\n7\tone\n", [("7", 2, "one")]),
        ('quote,id\n"one\ntwo",7\nthree,8\n', [("7", 2, "one\ntwo"), ("8", 4, "three")]),
        ('quote,id\n"say ""one"" now",7\n', [("7", 2, 'say "one" now')]),
        ("quote,id\r\none,7\r\n\r\ntwo,8\r\n", [("7", 2, "one"), ("8", 4, "two")]),
        ("id,quote\n7\n", [("7", 2, "the row has no quote")]),
        (
            "id,quote\n7,one, two\n",
            [("7", 2, "the row has more cells than the first row; quote its commas")],
        ),
        ("quote,id\n", []),
    ],
)
def test_the_rows_of_a_table(
    tmp_path: Path, text: str, expected: list[tuple[str, int, str]]
) -> None:
    assert [brief(entry) for entry in entries(tmp_path, "a.csv", text)] == expected


def test_two_who_fit_a_name_are_both_candidates(tmp_path: Path) -> None:
    [claim] = entries(tmp_path, "a.csv", "quote,speaker\none,Haqqani\n")
    assert isinstance(claim, Claim)
    assert claim.speaker is not None
    assert claim.speaker.name is None
    assert len(claim.speaker.candidates) > 1


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_list_that_cannot_be_read_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_quote_list(tmp_path / name)
    (tmp_path / name).write_bytes(b"\x89PNG")
    with pytest.raises(InputError, match="is an image"):
        read_quote_list(tmp_path / name)


def test_a_table_without_quotes_names_its_columns(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column named quote; name the columns"):
        entries(tmp_path, "a.csv", "foo,bar\n1,2\n")


def test_a_quotation_mark_left_open_is_told_and_swallows_no_row_silently(tmp_path: Path) -> None:
    text = 'quote,speaker\n"We go on.,Lavrov\nWe stay.,Putin\n'
    [problem] = entries(tmp_path, "a.csv", text)
    assert isinstance(problem, RowProblem)
    assert problem.line == 2
    assert "check its quotation marks" in problem.reason


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b'{"quote": "one"}\n', True),
        ("a.txt", b'\xef\xbb\xbf{"id": 1, "quotation": "one"}\n', True),
        ("a.txt", b"id;quote\n1;one\n", True),
        ("a", b'"Quote","Speaker"\n"one","x"\n', True),
        ("a.csv", b"words\none\n", True),
        ("a.jsonl", b"not json\n", True),
        ("a.csv", b"%PDF-1.4\n", False),
        ("a.jsonl", b"<html><body>x", False),
        ("a.csv", b"PK\x03\x04", False),
        ("a.txt", b"The quote of the day, date unknown, id est.\n", False),
        ("a.txt", b'{"segments": [{"text": "one"}]}', False),
        ("a.txt", b"Quote, unquote.\n", False),
    ],
)
def test_a_list_is_told_by_its_content_before_its_name(
    tmp_path: Path, name: str, data: bytes, expected: bool
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert is_quote_list(file) == expected
    assert not is_quote_list(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("name", "text", "note"),
    [
        ("a.csv", "quote,who,when\nWe go on.,Lavrov,2021\n", "columns not read: 'who', 'when'; "),
        ("a.csv", "Quote;Speaker;Date\nWe go on.;Lavrov;2021-10-20\n", None),
        ("a.csv", "quote,\nWe go on.,x\n", None),
        ("a.jsonl", '{"quote": "We"}\n{"quote": "go", "said by": "x"}', "not read: 'said by'; "),
        (
            "a.csv",
            "quote,a,b,c,d,e,f,g\nWe go on.,1,2,3,4,5,6,7\n",
            "'a', 'b', 'c', 'd', 'e', 'f' and 1 more; read are quote, speaker, said_on, id, origin",
        ),
    ],
)
def test_columns_that_are_not_read_are_named(
    tmp_path: Path, name: str, text: str, note: str | None
) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    found = read_quote_list(file).note
    assert found == note if note is None else found is not None and note in found
