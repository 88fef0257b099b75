"""A desk's own people: the file, the commands that show and write it, and what they change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cli_runner import Ran, assert_one_line, run

from claims.errors import SettingsError
from claims.people import Person, Role, load_people
from claims.people_file import as_lines, joined, read_people

QUOTE = '"The port will reopen in June," Brandvik said.'


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "config" / "checker" / "people.jsonl"
    place.parent.mkdir(parents=True)
    return place


def add(home: dict[str, str], *argv: str) -> Ran:
    return run("people", "add", *argv, environment=home)


def test_an_added_person_is_known_by_name_alias_and_surname(home: dict[str, str]) -> None:
    office = ("--title", "foreign minister", "--since", "2021-03-01", "--until", "2023-04-01")
    assert add(home, "Ilse Brandvik", "--alias", "Ильзе Брандвик", *office).code == 0
    russian = "«Порт откроется в июне», — сказала Ильзе Брандвик."
    for text in (QUOTE, QUOTE.replace("Brandvik", "Ilse Brandvik"), russian):
        found = run("check", text, "--json", environment=home).json
        assert found["documents"][0]["results"][0]["speaker"]["name"] == "Ilse Brandvik"


def test_quote_lists_know_added_people(home: dict[str, str]) -> None:
    add(home, "Ilse Brandvik")
    row = '{"quote": "The port will reopen in June", "speaker": "Brandvik"}\n'
    place = Path(home["XDG_CONFIG_HOME"]) / "list.jsonl"
    place.write_text(row, "utf-8")
    found = run("batch", str(place), "--format", "json", environment=home).json
    assert found["documents"][0]["results"][0]["speaker"]["name"] == "Ilse Brandvik"


def test_adding_again_keeps_what_was_known(home: dict[str, str]) -> None:
    add(home, "Ilse Brandvik", "--alias", "I. Brandvik", "--title", "minister")
    add(home, "Ilse Brandvik", "--alias", "Ильзе Брандвик", "--pronoun", "she")
    [person] = run("people", "list", "brandvik", "--json", environment=home).json
    assert person["aliases"] == ["I. Brandvik", "Ильзе Брандвик"]
    assert [role["title"] for role in person["roles"]] == ["minister"]
    assert person["pronoun"] == "she"


def test_a_built_in_person_is_extended_not_doubled(home: dict[str, str]) -> None:
    add(home, "Sergey Lavrov", "--alias", "Serge Lavroff")
    found = run("people", "list", "Lavroff", "--json", environment=home).json
    assert [person["name"] for person in found] == ["Sergey Lavrov"]
    assert found[0]["roles"][0]["title"] == "foreign minister"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("Lavrov",), ["Sergey Lavrov"]),
        (("лавров",), ["Sergey Lavrov"]),
        (("Russia's top diplomat", "--on", "2021-10-20"), ["Sergey Lavrov"]),
        (("secretary of state", "US", "--on", "2021-10-20"), ["Antony Blinken"]),
        (("nobody-of-that-name",), []),
    ],
)
def test_the_list_is_chosen_from_by_words(
    words: tuple[str, ...], names: list[str], home: dict[str, str]
) -> None:
    found = run("people", "list", *words, "--json", environment=home).json
    assert [person["name"] for person in found] == names


def test_the_list_shows_names_and_offices(home: dict[str, str]) -> None:
    office = ("--title", "trade minister", "--organisation", "Norland", "--since", "2021-03-01")
    add(home, "Ilse Brandvik", "--alias", "Ильзе Брандвик", *office, "--speaks-for", "Norland")
    assert run("people", "list", "Brandvik", environment=home).out == (
        "Ilse Brandvik  (in your list)\n"
        "  also    Ильзе Брандвик\n"
        "  office  trade minister, Norland, from 1 March 2021\n"
        "  for     Norland\n"
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("no json", "people.jsonl:2: the line is not JSON"),
        ("[1]", "people.jsonl:2: the line is no JSON object"),
        ('{"aliases": []}', "people.jsonl:2: name: field required"),
        ('{"name": "A. Berg", "born": 1960}', "no field is called 'born'"),
        ('{"name": "A. Berg", "roles": [{"title": "x", "since": "soon"}]}', "roles.0.since"),
        ('{"name": "A. Berg", "roles": [{"title": " "}]}', "an office without a title"),
        ('{"name": "…"}', "a name without a letter"),
        ('{"name": "Ilse Brandvik"}', "'Ilse Brandvik' stands here twice"),
        (
            '{"name": "A", "roles": [{"title": "x", "since": "2021-02-01","until": "2020-01-01"}]}',
            "ends before it begins",
        ),
        ("[" * 5000, "the line is not JSON"),
    ],
)
@pytest.mark.parametrize("command", [("people", "list"), ("check", QUOTE)])
def test_a_wrong_list_is_told_in_one_line(
    command: tuple[str, ...], line: str, says: str, home: dict[str, str], file: Path
) -> None:
    file.write_text('{"name": "Ilse Brandvik"}\n' + line + "\n", "utf-8")
    assert_one_line(run(*command, environment=home), says)


def test_a_list_that_is_no_text_is_told_in_one_line(home: dict[str, str], file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    assert_one_line(run("people", "list", environment=home), "not UTF-8 text")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--since", "2021-01-01"), "an office needs its title"),
        (("--title", "x", "--since", "soon"), "--since 'soon' is no date"),
        (("--title", "x", "--since", "2021-02-01", "--until", "2021-01-01"), "ends before"),
        (("--alias", "…"), "a name without a letter"),
    ],
)
def test_what_cannot_be_added_is_told(
    options: tuple[str, ...], says: str, home: dict[str, str]
) -> None:
    assert_one_line(add(home, "Ilse Brandvik", *options), says)


def test_the_settings_may_name_another_list(tmp_path: Path, home: dict[str, str]) -> None:
    desk = tmp_path / "desk.jsonl"
    settings = tmp_path / "settings.toml"
    settings.write_text(f"people = '{desk}'\n", "utf-8")
    assert add(home, "Ilse Brandvik", "--config", str(settings)).code == 0
    assert [person.name for person in read_people(desk)] == ["Ilse Brandvik"]


def test_the_file_gives_back_what_was_written(tmp_path: Path) -> None:
    persons = (
        Person(name="Ilse Brandvik", aliases=("Ильзе Брандвик",), surname=""),
        Person(
            name="Harbour Board",
            kind="institution",
            roles=(Role(title="x", since=date(2020, 1, 2)),),
        ),
    )
    place = tmp_path / "people.jsonl"
    place.write_text("\ufeff" + as_lines(persons) + "\n", "utf-8")
    assert read_people(place) == persons


def test_no_file_is_no_list(tmp_path: Path) -> None:
    assert read_people(tmp_path / "none.jsonl") == ()
    assert joined(load_people(), ()) is load_people()


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot read the list of people"):
        read_people(tmp_path)
