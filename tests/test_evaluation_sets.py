"""The runners for public sets: invented sets in a folder of their own, and none at all."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import checkthat, datasets, debate_quotes

LINES = [
    ("20200101_debate", 1, "HOST", "Governor, what about the mill?"),
    ("20200101_debate", 2, "GREY", "The mill closed nine years ago."),
    ("20200101_debate", 3, "GREY", "I will open it again before the winter is over."),
    ("20200101_debate", 4, "BROOK", "You closed the mill yourself, Governor Grey."),
    ("20200202_speech", 1, "BROOK", "Bread was never as dear as under this governor."),
]
QUOTES = [
    ("p1", "I will open it again before the winter is over", "GREY", "20200101_debate", 3),
    ("p2", "You closed the mill yourself, Governor Grey", "GREY", "20200101_debate", 4),
    ("p3", "Bread was never as dear as under this governor", "BROOK", "20200101_debate", 1),
]


def write(path: Path, *, records: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, mode="wt", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)


@pytest.fixture
def sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(datasets.VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("main", [debate_quotes.main, checkthat.main])
def test_an_absent_set_is_told_in_one_line(
    sets: Path, main: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all("skipped" in line and datasets.VARIABLE in line for line in lines)
    assert not list(sets.iterdir())


def test_debate_quotes_asks_for_the_right_line_and_speaker(
    sets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = sets / debate_quotes.NAME
    lines = [
        {"doc": doc, "line": line, "speaker": speaker, "text": text, "date": "2020-01-01"}
        for doc, line, speaker, text in LINES
    ]
    quotes = [
        {"id": id_, "query": text, "speaker": speaker, "doc": doc, "lines": [line]}
        for id_, text, speaker, doc, line in QUOTES
    ]
    write(place / "store.jsonl.gz", records=lines)
    write(place / "published_quotes.jsonl.gz", records=quotes)
    unsaid = [{"query": "We shall build a bridge of glass to the moon and back again"}]
    write(place / "no_source.jsonl.gz", records=unsaid)
    assert debate_quotes.main(["--errors"]) == 0
    out = capsys.readouterr().out
    assert "all                   3   0.667    0.667      1.000" in out
    assert '"id": "p3"' in out
    assert '"id": "p1"' not in out
    assert "no source: 0 of 1 claims found" in out
