"""What the Tab key offers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checker.dialogue.complete import FOLLOW_UPS, MOST, Words, completions
from checker.dialogue.guide import ASKED, COMMANDS
from checker.dialogue.marking import read_marking
from checker.dialogue.understand import understand
from checker.model import load_model
from checker.preload import Preload
from sources.store import Store

WORDS = Words(
    people=("Ada Morn", "Ben Okri-Vale", "Мария Лунина"),
    topics=("harbour dues", "icebreakers", "ice on the river"),
)


def offered(typed: str, *, n_results: int = 0) -> list[str]:
    """Each whole line that Tab would make of a typed one."""
    found = completions(typed, words=WORDS, n_results=n_results)
    return [typed[: len(typed) - replaced] + text for text, replaced in found]


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("/sa", ["/save"]),
        ("/re", ["/redo", "/replay", "/resume"]),
        ("who s", ["who said it"]),
        ("what did mor", ["what did Ada Morn"]),
        ("is that from okri", ["is that from Ben Okri-Vale"]),
        ("is that from лун", ["is that from Мария Лунина"]),
        ("what did he say about ic", ["what did he say about ice on the river",
                                      "what did he say about icebreakers"]),
        ("search harbour d", ["search harbour dues"]),
        ("dismiss: mor", []),
        ("note Ada", []),
        ("/nothing", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_line_is_completed(typed: str, whole: list[str]) -> None:
    assert sorted(offered(typed)) == whole


def test_numbers_of_results_are_offered() -> None:
    assert offered("ok #1", n_results=12) == ["ok #10", "ok #11", "ok #12"]
    assert offered("ok #", n_results=0) == []


def test_files_are_offered_where_a_command_takes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "quotes.csv").touch()
    (tmp_path / ".hidden").touch()
    (tmp_path / "quarter").mkdir()
    (tmp_path / "quarter" / "one.txt").touch()
    monkeypatch.chdir(tmp_path)
    assert offered("/load qu") == ["/load quarter/", "/load quotes.csv"]
    assert offered("/load quarter/") == ["/load quarter/one.txt"]
    assert offered("/load ") == ["/load quarter/", "/load quotes.csv"]
    assert offered("/load nowhere/") == []
    assert offered("/context qu") == []


def test_no_more_is_offered_than_a_person_reads() -> None:
    many = Words(people=tuple(f"Ada Morn {number}" for number in range(1000)))
    assert len(completions("who is mor", words=many)) == MOST


@pytest.mark.parametrize("line", [*FOLLOW_UPS, *ASKED])
def test_everything_offered_is_understood(line: str) -> None:
    ends = {"what did ": "he say", "is that from ": "Ada Morn", "dismiss: ": "x", "note ": "x"}
    typed = line + ends.get(line, "harbour dues" if line.endswith(" ") else "")
    assert read_marking(typed) or understand(typed), typed


def test_commands_and_follow_ups_have_different_names() -> None:
    assert not set(COMMANDS) & set(ASKED)


def test_while_a_person_reads_people_topics_and_heavy_parts_are_loaded(store_path: Path) -> None:
    Store.open(store_path).close()
    loading = Preload(store_path)
    assert loading.words == Words()
    loading.start()
    loading.wait()
    assert "Sergey Lavrov" in loading.words.people
    assert "drug trafficking" in loading.words.topics
    assert load_model.cache_info().currsize == 1
    assert {"rich.console", "spacy"} <= set(sys.modules)


def test_a_store_that_is_gone_leaves_nothing_to_complete(tmp_path: Path) -> None:
    loading = Preload(tmp_path / "gone.sqlite")
    loading.start()
    loading.wait()
    assert loading.words == Words()
