"""A map of labels to people: what it names, what stays a label, and what is wrong in one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cli_runner import assert_one_line, run

from claims.errors import SettingsError
from claims.people import load_people
from claims.readers import read_text
from claims.speaker_map import load_speaker_map

TALK = """SPEAKER_00: We wait.
SPEAKER_01: For what?
SPEAKER_00: For an answer.
SPEAKER_02: From whom?
SPEAKER_00: From you.
""".replace("SPEAKER_00", "[SPEAKER_00]").replace("SPEAKER_01", "[SPEAKER_01]")
ONLY_00 = '[[only]]\nlabel = "SPEAKER_00"\nperson = "Lavrov"\n'


def labels(tmp_path: Path, written: str, *, on: date | None = None) -> list[str | None]:
    file = tmp_path / "map.toml"
    file.write_text(written, "utf-8")
    found = load_speaker_map(file, people=load_people())
    return [turn.label for turn in found.named(read_text(TALK), on=on).turns]


@pytest.mark.parametrize(
    ("written", "on", "found"),
    [
        ("", None, ["SPEAKER_00", "SPEAKER_01", "SPEAKER_00", "SPEAKER_02", "SPEAKER_00"]),
        (
            'SPEAKER_00 = "Lavrov"',
            None,
            ["Sergey Lavrov", "SPEAKER_01", "Sergey Lavrov", "SPEAKER_02", "Sergey Lavrov"],
        ),
        (
            '"[speaker_02]" = "Сергей Лавров"',
            None,
            ["SPEAKER_00", "SPEAKER_01", "SPEAKER_00", "Sergey Lavrov", "SPEAKER_00"],
        ),
        (
            f'SPEAKER_00 = "Putin"\n{ONLY_00}turns = [2, 4]',
            None,
            ["Vladimir Putin", "SPEAKER_01", "Sergey Lavrov", "SPEAKER_02", "Vladimir Putin"],
        ),
        (
            '[[only]]\nlabel = "SPEAKER_01"\nperson = "Lavrov"\nsince = 2021-01-01',
            date(2021, 1, 1),
            ["SPEAKER_00", "Sergey Lavrov", "SPEAKER_00", "SPEAKER_02", "SPEAKER_00"],
        ),
        (
            '[[only]]\nlabel = "SPEAKER_01"\nperson = "Lavrov"\nuntil = 2020-12-31',
            date(2021, 1, 1),
            ["SPEAKER_00", "SPEAKER_01", "SPEAKER_00", "SPEAKER_02", "SPEAKER_00"],
        ),
        (
            '[[only]]\nlabel = "SPEAKER_01"\nperson = "Lavrov"\nsince = 2021-01-01',
            None,
            ["SPEAKER_00", "SPEAKER_01", "SPEAKER_00", "SPEAKER_02", "SPEAKER_00"],
        ),
    ],
)
def test_labels_become_people_and_the_rest_stay_labels(
    tmp_path: Path, written: str, on: date | None, found: list[str]
) -> None:
    assert labels(tmp_path, written, on=on) == found


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (
            'SPEAKER_00 = "Ilse Brandvik"',
            ("no known person is called 'Ilse Brandvik'", "people add"),
        ),
        ("SPEAKER_00 = 3", ("'SPEAKER_00' is given no person",)),
        ('SPEAKER_00 = ""', ("is given no person",)),
        ("SPEAKER_00: Lavrov", ("not valid TOML", 'SPEAKER_00 = "Sergey Lavrov"')),
        ('[only]\nlabel = "A"', ("no list of tables", "[[only]]")),
        ('[[only]]\nlabel = "A"\nname = "Lavrov"', ("has a field 'name'", "person, turns")),
        ('[[only]]\nlabel = "A"\nperson = "Lavrov"\nturns = [4, 2]', ("[4, 2]", "[3, 12]")),
        ('[[only]]\nlabel = "A"\nperson = "Lavrov"\nturns = "all"', ("'all'",)),
        ('[[only]]\nlabel = "A"\nperson = "Lavrov"\nsince = "2021"', ("'2021'", "2021-10-20")),
        ('[[only]]\nperson = "Lavrov"', ("an entry",)),
    ],
)
def test_what_is_wrong_in_a_map_is_one_line(
    tmp_path: Path, written: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(SettingsError) as caught:
        labels(tmp_path, written)
    assert caught.value.line.startswith(f"{tmp_path / 'map.toml'}: ")
    assert "\n" not in caught.value.line
    for each in words:
        assert each in caught.value.line


def test_batch_and_sources_add_take_a_map(tmp_path: Path) -> None:
    store, talk, names = (str(tmp_path / name) for name in ("store.db", "talk.txt", "map.toml"))
    Path(talk).write_text(TALK.replace("From you.", "From “all of you who wait here”."), "utf-8")
    Path(names).write_text('SPEAKER_00 = "Lavrov"\nSPEAKER_07 = "Putin"\n', "utf-8")
    ran = run("batch", "--store", store, "--json", "--speakers", names, talk)
    (result,) = ran.json["documents"][0]["results"]
    assert result["speaker"]["name"] == "Sergey Lavrov"
    assert "no turn is labelled 'SPEAKER_07'" in ran.err
    added = ("sources", "add", "--store", store, "--publisher", "X", "--date", "2021-01-01")
    assert run(*added, "--speakers", names, talk).code == 0
    found = run("sources", "list", "--statements", "--json", "--store", store).out
    assert "For an answer." in found
    shown = run("check", "--json", "--store", store, "“From all of you who wait here”").json
    assert shown["documents"][0]["results"][0]["evidence"][0]["speaker"] == "Sergey Lavrov"


def test_a_map_that_cannot_be_read_stops_the_call(tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text(TALK, "utf-8")
    store = str(tmp_path / "store.db")
    assert run("sources", "init", "--empty", "--store", store).code == 0
    missing = str(tmp_path / "no.toml")
    assert_one_line(run("batch", "--store", store, "--speakers", missing, str(talk)), "no.toml")
