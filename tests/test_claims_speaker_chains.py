"""Speakers that are not simply named: offices at a date, chains, collectives, nesting, Russian."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extract import extract
from claims.models import Document
from claims.people import load_people


def speakers(text: str, *, published: date | None = None) -> list[tuple[str | None, str | None]]:
    document = Document(text=text, path="a.txt", published=published)
    found = extract(document, people=load_people())
    return [
        (one.speaker.as_written, one.speaker.name) if one.speaker else (None, None) for one in found
    ]


def names(text: str, *, published: date | None = None) -> list[str | None]:
    return [name for _, name in speakers(text, published=published)]


@pytest.mark.parametrize(
    ("office", "published", "name"),
    [
        ("Russia's top diplomat", date(2021, 10, 20), "Sergey Lavrov"),
        ("The Russian foreign minister", date(2021, 10, 20), "Sergey Lavrov"),
        ("The US secretary of state", date(2021, 10, 20), "Antony Blinken"),
        ("The US secretary of state", date(2025, 6, 1), "Marco Rubio"),
        ("The Kremlin spokesman", date(2021, 10, 20), "Dmitry Peskov"),
        ("Russia's prime minister", date(2010, 5, 1), "Vladimir Putin"),
        ("The German foreign minister", date(2021, 10, 20), "Heiko Maas"),
        ("The former foreign minister", date(2021, 10, 20), None),
        ("A Russian diplomat", date(2021, 10, 20), None),
    ],
)
def test_an_office_names_who_held_it_that_day(
    office: str, published: date, name: str | None
) -> None:
    assert names(f'"A new age is upon us," {office} said.', published=published) == [name]
    small = office[:1].lower() + office[1:] if office.startswith(("The", "A ")) else office
    assert names(f'"A new age is upon us," said {small}.', published=published) == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We go on as before," Lavrov said. "There is no other way," he added.',
            ["Sergey Lavrov", "Sergey Lavrov"],
        ),
        (
            '"We go on," Lavrov said.\n\n"No other way," he added.\n\n"We shall see," he said.',
            ["Sergey Lavrov"] * 3,
        ),
        (
            '"We go on as before," Lavrov said.\n\n"There is no other way," she added.',
            ["Sergey Lavrov", None],
        ),
        (
            '"We go on as before," Zakharova said. "There is no other way," she added.',
            ["Maria Zakharova", "Maria Zakharova"],
        ),
        (
            '"We go on as before," Lavrov said. "There is no other way."',
            ["Sergey Lavrov", "Sergey Lavrov"],
        ),
        ('"We go on as before," he added.', [None]),
    ],
)
def test_a_pronoun_goes_on_with_who_was_named(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ('"We go on as before," the Taliban said.', "the Taliban", "Taliban"),
        ('"We go on as before," officials said.', "officials", None),
        ('"We go on as before," said several residents.', "several residents", None),
        ('"We go on as before," two diplomats told reporters.', "two diplomats", None),
        ('"We go on as before," they said.', "they", None),
        ('"We go on as before," Lavrov and Putin said.', "Lavrov and Putin", None),
    ],
)
def test_many_who_speak_are_no_one_person(text: str, written: str, name: str | None) -> None:
    assert speakers(text) == [(written, name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\"Putin told me 'never again' and left,\" Lavrov said.", ["Sergey Lavrov"]),
        ('Lavrov said Putin called the talks "a great step for us all".', ["Sergey Lavrov"]),
        ('Lavrov said that Putin had called the talks "a great step".', ["Sergey Lavrov"]),
        ('A letter from Lavrov called the talks "a great step".', ["Sergey Lavrov"]),
        ('A friend of Lavrov called the talks "a great step".', [None]),
        ('"We go on as before," Lavrov said, but Putin said there was more.', ["Sergey Lavrov"]),
        ('Lavrov denounced what he called "a great step back".', ["Sergey Lavrov"]),
        ('The meeting showed "a great step forward for us all".', [None]),
    ],
)
def test_the_outer_speaker_counts_and_a_wrong_name_is_worse_than_none(
    text: str, expected: list[str | None]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Мы продолжим переговоры», — сказал Лавров.", ["Sergey Lavrov"]),
        ("«Мы продолжим переговоры», — сказал Сергей Лавров журналистам.", ["Sergey Lavrov"]),
        ("«Мы продолжим переговоры, — сказал Лавров. — Иного пути нет».", ["Sergey Lavrov"]),
        ("Лавров заявил: «Мы продолжим переговоры».", ["Sergey Lavrov"]),
        ("По словам Лаврова, «мы продолжим переговоры».", ["Sergey Lavrov"]),
        ("«Мы продолжим переговоры», — отметила Захарова.", ["Maria Zakharova"]),
        ("«Мы продолжим переговоры», — отметила Лавров.", [None]),
        ("„Мы продолжим переговоры“, — добавил Песков.", ["Dmitry Peskov"]),
    ],
)
def test_russian_quotations_have_their_speakers(text: str, expected: list[str | None]) -> None:
    found = names(text)
    assert found == expected or found == expected * 2


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("U.N. Secretary-General Antonio Guterres", "António Guterres"),
        ("UN Secretary-General Antonio Guterres", "António Guterres"),
        ("U.S. President Joe Biden", "Joe Biden"),
        ("U.S. Secretary of State Antony Blinken", "Antony Blinken"),
        ("U.N. envoy Deborah Lyons", "Deborah Lyons"),
        ("Torvik Vice-President Ole Brandt", "Ole Brandt"),
        ("Torvik Gov. Ole Brandt", "Ole Brandt"),
        ("Harbour Campaign Chairman Ole Brandt", "Ole Brandt"),
        ("former Harbour Chair Ole Brandt", "Ole Brandt"),
        ("Torvik-born Ole Brandt", "Ole Brandt"),
        ("Ole Prince Brandt", "Ole Prince Brandt"),
        ("J.D. Brandt", "J.D. Brandt"),
    ],
)
def test_an_office_with_its_home_is_no_part_of_the_name(written: str, name: str) -> None:
    surname = name.rsplit(maxsplit=1)[-1]
    text = f'"We go on as before," {written} said. "We shall see," {surname} said.'
    assert names(text) == [name, name]


@pytest.mark.parametrize(
    "text",
    [
        '"We go on as before," the minister of trade, Anna Berg, said.',
        '"We go on as before," said the minister of trade, Anna Berg.',
        '"We go on as before," said the minister of trade and industry, Anna Berg, on Monday.',
        'The minister of trade, Anna Berg, said "we go on as before, all of us".',
        'The minister of trade, Anna Berg, told envoys that "we go on as before".',
    ],
)
def test_the_holder_of_an_office_is_named_after_it(text: str) -> None:
    assert names(text) == ["Anna Berg"]


def test_an_office_of_a_field_without_its_holder_names_no_one() -> None:
    assert speakers('"We go on as before," said the minister of trade.') == [
        ("the minister of trade", None)
    ]


@pytest.mark.parametrize(
    "written",
    "Nobody|No one|Everyone|Everybody|Somebody|Someone|Anyone|None|Most|Others|Many|Some".split(
        "|"
    ),
)
def test_a_word_for_no_one_is_no_name(written: str) -> None:
    assert names(f'"We go on as before," {written} said.') == [None]
    assert names(f'{written} said "we go on as before, all of us".') == [None]
    assert names(f'{written} said: "We go on as before."') == [None]
