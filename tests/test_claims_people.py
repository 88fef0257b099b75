"""The table of people: one person for every usual way to write a name, and never a guess."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

import claims
from claims import names
from claims.people import People, Person, Role, load_people

TABLE = Path(claims.__file__).parent / "data" / "people.json"
STATEMENTS = Path(claims.__file__).parent.parent / "sources" / "data" / "statements.jsonl"
AUTUMN_2021 = date(2021, 10, 20)


def found(name: str, *, on: date | None = AUTUMN_2021) -> list[str]:
    return [person.name for person in load_people().find(name, on=on)]


def holders(phrase: str, *, on: date | None = AUTUMN_2021) -> list[str]:
    return [person.name for person in load_people().by_role(phrase, on=on)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Lavrov", "Sergey Lavrov"),
        ("LAVROV", "Sergey Lavrov"),
        ("sergei lavrov", "Sergey Lavrov"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Sergey V. Lavrov", "Sergey Lavrov"),
        ("S.V. Lavrov", "Sergey Lavrov"),
        ("Лавров", "Sergey Lavrov"),
        ("Лаврова", "Sergey Lavrov"),
        ("С.В.Лавров", "Sergey Lavrov"),
        ("Сергеем Лавровым", "Sergey Lavrov"),
        ("Министра иностранных дел Сергея Лаврова", "Sergey Lavrov"),
        ("Russia's Foreign Minister Sergei Lavrov", "Sergey Lavrov"),
        ("Mr. Lavrov (Russian Federation)", "Sergey Lavrov"),
        ("Lavrov, Russia's foreign minister", "Sergey Lavrov"),
        ("Lavrov’s", "Sergey Lavrov"),
        ("Президентом Владимиром Путиным", "Vladimir Putin"),
        ("В.Путин", "Vladimir Putin"),
        ("Dmitri Peskov", "Dmitry Peskov"),
        ("Kremlin spokesman Dmitriy Peskov", "Dmitry Peskov"),
        ("Марией Захаровой", "Maria Zakharova"),
        ("Sergey Shoygu", "Sergei Shoigu"),
        ("Amir Khan Mutaqi", "Amir Khan Muttaqi"),
        ("Mawlawi Amir Khan Muttaqi", "Amir Khan Muttaqi"),
        ("امیرخان متقی", "Amir Khan Muttaqi"),
        ("Deputy Prime Minister Abdul Salam Hanafi", "Abdul Salam Hanafi"),
        ("Mullah Baradar", "Abdul Ghani Baradar"),
        ("Mullah Yaqub", "Mohammad Yaqoob"),
        ("Mujahid", "Zabihullah Mujahid"),
        ("Sirajuddin Hakkani", "Sirajuddin Haqqani"),
        ("MR PRICE", "Ned Price"),
        ("SECRETARY BLINKEN", "Antony Blinken"),
        ("Anthony Blinken", "Antony Blinken"),
        ("Antonio Guterres", "António Guterres"),
        ("Cavusoglu", "Mevlüt Çavuşoğlu"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("EU Commission President Ursula von der Leyen", "Ursula von der Leyen"),
        ("Von der Leyen", "Ursula von der Leyen"),
        ("Xi", "Xi Jinping"),
        ("Khan", "Imran Khan"),
        ("Taleban", "Taliban"),
        ("the Kremlin", "Kremlin press service"),
        ("Russia's Foreign Ministry", "Russian Foreign Ministry"),
        ("МИД России", "Russian Foreign Ministry"),
    ],
)
def test_one_person_for_every_usual_way_to_write_the_name(written: str, name: str) -> None:
    assert found(written) == [name]


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "...",
        "Igor Lavrov",
        "igor lavrov",
        "Lavrova",
        "Lavrovs",
        "Haqqan",
        "Abdul Ghani",
        "Foreign Minister",
        "a spokesman",
        "Israeli President Vladimir Putin",
        "x" * 5000,
        "Lavrov " * 200,
    ],
)
def test_no_one_where_no_name_fits(written: str) -> None:
    assert found(written) == []


def test_hanafi_and_haqqani_are_not_each_other() -> None:
    assert found("Hanafi") == ["Abdul Salam Hanafi"]
    assert all("Haqqani" in name for name in found("Haqqani"))


def test_a_surname_of_two_gives_both() -> None:
    assert found("Wang") == ["Wang Yi", "Wang Wenbin"]
    assert {"Sirajuddin Haqqani", "Anas Haqqani"} < set(found("Haqqani"))
    assert found("Wang Yi") == ["Wang Yi"]


def test_a_surname_prefers_who_is_in_office_that_day() -> None:
    assert found("Massoud") == ["Ahmad Massoud"]
    assert found("Massoud", on=date(1999, 1, 1)) == ["Ahmad Shah Massoud"]
    assert len(found("Massoud", on=None)) == 2
    assert found("Karzai") == ["Hamid Karzai"]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Russia's top diplomat", "Sergey Lavrov"),
        ("the top Russian diplomat", "Sergey Lavrov"),
        ("Russia’s foreign minister", "Sergey Lavrov"),
        ("глава МИД России", "Sergey Lavrov"),
        ("the Russian president", "Vladimir Putin"),
        ("президентом РФ", "Vladimir Putin"),
        ("Kremlin spokesman", "Dmitry Peskov"),
        ("Russian Foreign Ministry spokeswoman", "Maria Zakharova"),
        ("State Department spokesman", "Ned Price"),
        ("America's top diplomat", "Antony Blinken"),
        ("the top US diplomat", "Antony Blinken"),
        ("the acting Afghan foreign minister", "Amir Khan Muttaqi"),
        ("UN secretary-general", "António Guterres"),
        ("EU foreign policy chief", "Josep Borrell"),
        ("Pakistani Foreign Minister", "Shah Mahmood Qureshi"),
        ("Russia's special envoy for Afghanistan", "Zamir Kabulov"),
    ],
)
def test_an_office_finds_who_held_it(phrase: str, name: str) -> None:
    assert holders(phrase) == [name]


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "a Kremlin spokesman",
        "the former Afghan president",
        "the Russian plumber",
        "a Russian diplomat",
        "Russia",
        "the minister",
    ],
)
def test_no_one_for_a_phrase_that_names_no_one_in_particular(phrase: str) -> None:
    assert holders(phrase) == []


def test_an_office_changes_hands() -> None:
    assert holders("the US president", on=date(2021, 10, 20)) == ["Joe Biden"]
    assert holders("the US president", on=date(2019, 10, 20)) == ["Donald Trump"]
    assert set(holders("the US president", on=None)) > {"Joe Biden", "Donald Trump"}


def test_an_office_of_several_gives_all() -> None:
    assert len(holders("the Taliban spokesman")) > 1


def test_the_table_is_valid_and_its_names_are_its_own() -> None:
    persons = TypeAdapter(tuple[Person, ...]).validate_json(TABLE.read_bytes())
    assert persons == load_people().persons
    by_name = {person.name: person for person in persons}
    assert len(by_name) == len(persons)
    assert all(p.speaks_for is None or p.speaks_for in by_name for p in persons)
    for person in persons:
        assert found(person.name, on=None) == [person.name]
        for alias in person.aliases:
            assert person.name in found(alias, on=None), alias
        for role in person.roles:
            assert role.since is None or role.until is None or role.since <= role.until


def test_no_alias_is_a_second_persons_name() -> None:
    forms: dict[tuple[str, ...], set[str]] = {}
    for person in load_people().persons:
        for form in (person.name, *person.aliases):
            forms.setdefault(tuple(map(names.key, names.words(form))), set()).add(person.name)
    assert {form: who for form, who in forms.items() if len(who) > 1} == {}


def test_every_speaker_of_the_built_in_statements_is_in_the_table() -> None:
    rows = [json.loads(line) for line in STATEMENTS.read_text("utf-8").splitlines()]
    speakers = {row["speaker"] for row in rows if "speaker" in row}
    assert len(speakers) > 40
    assert {name: found(name, on=None) for name in speakers} == {name: [name] for name in speakers}


def test_a_table_of_ones_own() -> None:
    people = People(
        [
            Person(name="Ilse Marrandt", roles=(Role(title="Mayor", organisation="Port Ouse"),)),
            Person(name="Nele Marrandt", pronoun="she"),
            Person(name="Port Ouse Council", kind="institution"),
        ]
    )
    assert [p.name for p in people.find("Mayor Ilse Marrandt")] == ["Ilse Marrandt"]
    assert [p.name for p in people.find("Marrandt")] == ["Ilse Marrandt", "Nele Marrandt"]
    assert [p.name for p in people.find("the Port Ouse Council")] == ["Port Ouse Council"]
    assert people.find("Council") == ()


@pytest.mark.parametrize(
    ("written", "names_found"),
    [
        ("Ports Minister Ilse Brandvik", ["Ilse Brandvik"]),
        ("Norland's ports minister Ilse Brandvik", ["Ilse Brandvik"]),
        ("Halden mayor Ilse Brandvik", ["Ilse Brandvik"]),
        ("Harbour Board Chair Ilse Brandvik", ["Ilse Brandvik"]),
        ("Labour MP Ilse Brandvik", ["Ilse Brandvik"]),
        ("Fisheries Minister Tor Brandvik", ["Tor Brandvik"]),
        ("Ports Minister Brandvik", ["Ilse Brandvik", "Tor Brandvik"]),
        ("Vallmark mayor Eva Lind", ["Eva Lind"]),
        ("Torvik mayor Eva Lind", []),
        ("Ports Minister Kari Brandvik", []),
        ("Ports Minister Anna Ilse Brandvik", []),
        ("Syldavian Ports Minister Lavrov", []),
        ("Ilse Minister", []),
        ("Port adviser to Ilse Brandvik", []),
    ],
)
def test_an_office_with_words_that_no_table_has_is_no_part_of_the_name(
    written: str, names_found: list[str]
) -> None:
    lavrov = load_people().find("Sergey Lavrov")
    mayor = Person(name="Eva Lind", roles=(Role(title="mayor", organisation="Vallmark"),))
    people = People((Person(name="Ilse Brandvik"), Person(name="Tor Brandvik"), mayor, *lavrov))
    assert [person.name for person in people.find(written)] == names_found


def test_spokespeople_know_for_whom_they_speak() -> None:
    [peskov] = load_people().find("Peskov")
    [zakharova] = load_people().find("Zakharova")
    assert peskov.speaks_for == "Vladimir Putin"
    assert zakharova.speaks_for == "Russian Foreign Ministry"
