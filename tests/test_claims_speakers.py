"""Whom a text names as the speaker; a wrong name is worse than none."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extract import extract
from claims.models import Claim, Document, Span, Turn
from claims.people import load_people

AUTUMN_2021 = date(2021, 10, 20)
FILLER = "The orchard keepers counted the pear trees along the old canal road again. " * 40


def claims_of(text: str, *, published: date | None = AUTUMN_2021) -> tuple[Claim, ...]:
    return extract(Document(text=text, published=published), people=load_people())


def names(text: str, *, published: date | None = AUTUMN_2021) -> list[str | None]:
    return [
        claim.speaker.name if claim.speaker is not None else "nobody"
        for claim in claims_of(text, published=published)
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"A new age is upon us now," Lavrov said.',
        '"A new age is upon us now," said Lavrov.',
        '"A new age is upon us now", Lavrov said.',
        '"A new age is upon us now" Lavrov said.',
        '"A new age is upon us now." Lavrov said.',
        '"A new age is upon us now," Lavrov also told reporters in Sochi.',
        '"A new age is upon us now," Lavrov has repeatedly said.',
        '"A new age is upon us now," Lavrov fumed.',
        '"A new age is upon us now," according to Lavrov.',
        '"A new age is upon us now," Interfax quoted Lavrov as saying.',
        '"A new age is upon us now," Lavrov was quoted as saying by Interfax.',
        '"A new age is upon us now" — Lavrov',
        '"A new age is upon us now" - Sergei Lavrov, Moscow',
        'Lavrov: "A new age is upon us now."',
        'Lavrov said: "A new age is upon us now."',
        'Said Lavrov: "A new age is upon us now."',
        'Lavrov told envoys from ten countries that "a new age is upon us".',
        'Lavrov noted in Moscow on Tuesday that "a new age is upon us".',
        'According to Lavrov, "a new age is upon us".',
        "As Lavrov put it, “a new age is upon us”.",
        'Lavrov\'s claim that "a new age is upon us" was noted.',
        'Lavrov met the envoys, saying "a new age is upon us".',
        'It is "a new age" for the whole region, Lavrov said.',
        'Russia\'s Foreign Minister Sergei Lavrov spoke of "a new age" there.',
        '"A new age is upon us," Lavrov, who was in Sochi, said.',
        '"A new age is upon us," said Lavrov, Russia\'s top diplomat.',
        '"A new age is upon us," Russia\'s top diplomat said.',
        '"A new age is upon us," said the Russian foreign minister.',
        "«Наступила новая эпоха», — сказал Лавров.",
        "«Наступила новая эпоха», — заявил министр иностранных дел России Сергей Лавров.",
        "По словам Лаврова, «наступила новая эпоха».",
        "Как сообщил во вторник глава МИД России Сергей Лавров, «наступила новая эпоха».",
        "Лавров заявил: «Наступила новая эпоха».",
        "«Наступила новая эпоха, — сказал Лавров. — Мы это отмечаем».",
        "«Наступила новая эпоха, — заявил глава МИД России Сергей Лавров».",
    ],
)
def test_one_known_speaker_in_every_usual_shape(text: str) -> None:
    assert names(text) == ["Sergey Lavrov"]


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ('"We go on as before," Jane Doe said.', "Jane Doe", "Jane Doe"),
        ('"We go on as before," said campaign manager Jane Doe.', None, "Jane Doe"),
        ('"We go on as before," Jane Doe, a historian, said.', "Jane Doe, a historian", "Jane Doe"),
        ('"We go on as before," said a spokesman, John Doe.', None, "John Doe"),
        ('"We go on as before," said an official.', "an official", None),
        ('"We go on as before," officials said.', "officials", None),
        ('"We go on as before," many Americans said.', "many Americans", None),
        ('Nele left the long meeting, calling it "a waste".', "Nele", None),
        ('"We go on as before," said a spokesman for Vladimir Putin.', None, None),
        ('"We go on as before," an aide to Lavrov said.', "an aide to Lavrov", None),
        ('"We go on as before," Lavrov and Putin said.', "Lavrov and Putin", None),
        ('"We go on as before," he said.', "he", None),
        ('"We go on as before," the minister said.', "the minister", None),
        ('"We go on as before," Putin\'s spokesman Dmitry Peskov said.', None, "Dmitry Peskov"),
        (
            '"We go on as before," the Kremlin spokesman, Dmitry Peskov, said.',
            None,
            "Dmitry Peskov",
        ),
        ('"We go on as before," said the Kremlin.', "the Kremlin", "Kremlin press service"),
    ],
)
def test_what_is_written_and_whom_it_means(
    text: str, written: str | None, name: str | None
) -> None:
    [claim] = claims_of(text)
    assert claim.speaker is not None
    assert claim.speaker.name == name
    assert written is None or claim.speaker.as_written == written


@pytest.mark.parametrize(
    "text",
    [
        '"We go on as before."',
        'Moscow has "a plan of its own" for the region.',
        'Russia voiced concern that "terrorist" groups had grown.',
        "Russia 'notes' Taliban 'efforts to stabilise' the country",
        'On "Good Morning Kabul" on Monday there was music.',
        'Lavrov told "Good Morning Kabul" that the talks go on.',
        'She spoke of her father in her memoir, "Harbour."',
        'She reads "Tales From the Quay," a novel by her father.',
        'He acted in the movie "Sharks of Torvik: Oh No!"',
        'Ole "Rex" Brandt came to the harbour.',
        'A page has <a title="The Harbour\nOpens"> in it.',
        'Lavrov spoke on "Good Morning Kabul" on Monday.',
        "«Всё хорошо пока», — сказала Лаврова.",
        'The word "peace" stood on every wall.',
        'Asked about it, there was "no comment at all".',
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert set(names(text)) == {"nobody"}


def test_two_who_fit_are_both_told_and_neither_taken() -> None:
    [claim] = claims_of('"We go on as before," Haqqani said.')
    assert claim.speaker is not None
    assert claim.speaker.name is None
    assert {"Sirajuddin Haqqani", "Anas Haqqani"} < set(claim.speaker.candidates)


def test_an_office_beside_a_surname_tells_who_is_meant() -> None:
    assert names('"We go on," Interior Minister Haqqani said.') == ["Sirajuddin Haqqani"]
    assert names('"We go on," Chinese Foreign Minister Wang said.') == ["Wang Yi"]


def test_the_name_that_a_text_gives_in_full_goes_before_the_table() -> None:
    text = 'The baker John Price spoke. It was late when John Price left. "We go on," Price said.'
    assert names(text) == ["John Price"]
    assert names('"We go on," Price said.') == ["Ned Price"]


def test_a_small_word_inside_a_name_is_of_the_name() -> None:
    text = 'Interior Minister Sirajuddin Haqqani spoke. {} Haqqani said: "We go on as before."'
    assert names(text.format("Khalil ur-Rahman")) == ["Khalil ur-Rahman Haqqani"]
    assert names(text.format("Refugees minister Zia ul-Haq")) != ["Sirajuddin Haqqani"]


def test_a_pronoun_finds_the_last_one_named_whom_it_fits() -> None:
    assert names('Putin arrived in Sochi. "We go there now," he said.') == ["Vladimir Putin"]
    assert names('Merkel met Putin. She said "we go there now".') == ["Angela Merkel"]
    assert names('Merkel spoke. "We go there now," he said.') == [None]
    assert names('Putin spoke. In his words, it was "a day like any other".') == ["Vladimir Putin"]
    assert names('Putin spoke. According to him, it was "a day like any".') == ["Vladimir Putin"]
    assert names("Песков пришёл. По его словам, это «день как любой другой».") == ["Dmitry Peskov"]
    assert names("Захарова пришла. По её мнению, «день как любой».") == ["Maria Zakharova"]
    assert names('Merkel spoke. According to her aide, "we go there now".') != ["Angela Merkel"]
    assert names(
        "\n\n".join(["Putin spoke.", *["Nothing was said."] * 6, '"Go now," he said.'])
    ) == [None]


def test_he_added_is_the_last_named_speaker() -> None:
    text = '"It is a start," Peskov said. "We shall see," he added.\n\n"Nothing else."'
    found = claims_of(text)
    assert [c.speaker and c.speaker.name for c in found] == ["Dmitry Peskov"] * 3
    assert [c.speaker and c.speaker.method for c in found] == ["cue", "pronoun", "continued"]


def test_a_quotation_alone_continues_only_the_speaker_right_before() -> None:
    text = '"It is a start," Peskov said.\n\nThe sun set over the river.\n\n"Nothing else will be."'
    assert names(text) == ["Dmitry Peskov", "nobody"]


def test_an_answer_is_not_the_questioners() -> None:
    text = '"Will you go to Kabul now?" asked Jane Doe.\n\n"Not this year, no."'
    assert names(text)[0] == "Jane Doe"
    assert names('"Will you go to Kabul now?"\n\n"Not this year, no."') == ["nobody", "nobody"]


def test_an_office_is_that_of_the_day_of_publication() -> None:
    text = '"We go on as before," the US president said.'
    assert names(text, published=date(2021, 10, 20)) == ["Joe Biden"]
    assert names(text, published=date(2018, 10, 20)) == ["Donald Trump"]
    assert names(text, published=None) == [None]


def test_the_office_after_the_name() -> None:
    text = 'Foreign Minister Jane Doe spoke first. "We go on as before," the minister said.'
    assert names(text) == ["Jane Doe"]


@pytest.mark.parametrize(
    "text",
    [
        '"A new age is upon us," Lavrov said. "We note it," he added.\n\n"And more."',
        'Putin arrived. "We go there now," he said.\n\nMerkel: "Not yet, I think."',
        '"We go," said Ursula von der Leyen, "and stay."',
        '"We go on," Haqqani said. "We do," said an official.',
        'The baker John Price left. Then John Price came back. "We go on," Price said.',
    ],
)
def test_a_long_text_read_with_spacy_names_the_same(text: str) -> None:
    short = claims_of(text)
    long = claims_of(f"{text}\n\n{FILLER}\n")
    assert [c.speaker for c in long] == [c.speaker for c in short]
    assert [c.quote for c in long] == [c.quote for c in short]


def transcript(text: str, *turns: tuple[str | None, str]) -> Document:
    marked = tuple(
        Turn(span=Span(start=text.index(words), end=text.index(words) + len(words)), label=label)
        for label, words in turns
    )
    return Document(text=text, turns=marked)


def test_quoted_words_in_a_turn_are_the_turns_unless_another_is_named() -> None:
    asked, said = 'You called it "a good start".', 'As Putin said, "we go on as before".'
    again, mine = 'I said "we wait for them all".', 'It was "a matter of days", no more.'
    text = f"QUESTION: {asked}\n\nMR PRICE: {said}\n{again}\n\nMR PRICE: {mine}"
    document = transcript(
        text, ("QUESTION", asked), ("MR PRICE", f"{said}\n{again}"), ("MR PRICE", mine)
    )
    found = extract(document, people=load_people())
    assert [(c.speaker.name, c.speaker.method) for c in found if c.speaker] == [
        (None, "pronoun"),
        ("Vladimir Putin", "cue"),
        ("Ned Price", "turn"),
        ("Ned Price", "turn"),
    ]


@pytest.mark.parametrize("label", ["QUESTION", "SPEAKER_00", "Reporter 1", "Вопрос"])
def test_a_label_that_names_no_one_stays_a_label(label: str) -> None:
    document = transcript(
        'It was "a matter of days", no more.', (label, 'It was "a matter of days"')
    )
    [claim] = extract(document, people=load_people())
    assert claim.speaker is not None
    assert (claim.speaker.as_written, claim.speaker.name) == (label, None)
