"""Frames of quotations in wire stories: whose words they are, and which words."""

from __future__ import annotations

import pytest

from claims.errors import ImportFailedError
from claims.people import load_people
from sources.importers import ImportOptions, read_page
from sources.importers.naming import tongue

STORIES = {
    "ru": (
        "ТАСС",
        "МОСКВА, 12 декабря. /ТАСС/. Рассказал спецпредставитель президента РФ Замир Кабулов.",
        "Мост был построен в 1982 году. Второй путь на нем открыли шесть лет спустя.",
    ),
    "en": (
        "TASS",
        "MOSCOW, December 12. /TASS/. Spokeswoman Maria Zakharova spoke on Monday.",
        "The bridge was built in 1982, and its second track was opened six years later.",
    ),
}
SPEAKERS = {"ru": "Zamir Kabulov", "en": "Maria Zakharova"}
RAILS = {"ru": "Мы ждем рельсы в конце февраля", "en": "The rails will come late in February"}


def read(language: str, paragraph: str) -> list[tuple[str, str]]:
    """Speaker and words of each statement of a story with this paragraph."""
    site, first, last = STORIES[language]
    page = (
        f'<html lang="{language}"><head><meta property="og:site_name" content="{site}">'
        '<meta property="article:published_time" content="2022-12-12T14:37:00+03:00"></head>'
        f"<body><main><h1>On the bridge</h1><p>{first}</p><p>{paragraph}</p><p>{last}</p>"
        "</main></body></html>"
    )
    made = read_page(page.encode(), url=None, options=ImportOptions(), people=load_people())
    return [(each.speaker, each.text) for each in made]


@pytest.mark.parametrize(
    "frame",
    [
        '"RAILS", - добавил спецпредставитель.',
        '"RAILS", - указал спецпредставитель президента РФ.',
        '"RAILS", - выразил уверенность дипломат.',
        '"RAILS", - сообщил ТАСС спецпредставитель.',
        '"RAILS", - полагает Кабулов.',
        '"RAILS!" - воскликнул он.',
        '"RAILS", - приводит слова Кабулова агентство.',
        'Как отметил дипломат, "RAILS".',
        'По словам спецпредставителя, "RAILS".',
        'Отвечая на вопрос, он сказал: "RAILS".',
    ],
)
def test_russian_frames(frame: str) -> None:
    ((speaker, words),) = read("ru", frame.replace("RAILS", RAILS["ru"]))
    assert (speaker, words.rstrip(".!")) == (SPEAKERS["ru"], RAILS["ru"])


@pytest.mark.parametrize(
    "frame",
    [
        '"RAILS," the diplomat pointed out.',
        '"RAILS," the envoy maintained.',
        '"RAILS," the special representative added.',
        '"RAILS," the commissioner said.',
        'As the spokeswoman put it, "RAILS."',
        'According to her, "RAILS."',
        'She replied: "RAILS."',
    ],
)
def test_english_frames(frame: str) -> None:
    ((speaker, words),) = read("en", frame.replace("RAILS", RAILS["en"]))
    assert (speaker, words.rstrip(".")) == (SPEAKERS["en"], RAILS["en"])


def test_a_frame_inside_the_marks_names_the_speaker() -> None:
    text = "«Мы ждем рельсы в феврале, — подчеркнул дипломат. — Потом начнутся работы»."
    assert read("ru", text) == [
        (SPEAKERS["ru"], "Мы ждем рельсы в феврале, Потом начнутся работы"),
    ]


@pytest.mark.parametrize(
    ("language", "frame"),
    [
        ("ru", '"RAILS", - сказал источник в ведомстве Кабулова.'),
        ("ru", '"RAILS", - констатировал собеседник агентства.'),
        ("en", '"RAILS," an official said. "We all wait for them," the official added.'),
    ],
)
def test_words_of_someone_without_a_name_are_nobody_elses(language: str, frame: str) -> None:
    with pytest.raises(ImportFailedError, match="no words of anyone"):
        read(language, frame.replace("RAILS", RAILS[language]))


@pytest.mark.parametrize(
    ("note", "language"),
    [("spoke in Uzbek", "uz"), ("перевод с узбекского", "uz"), ("the visit to Uzbekistan", None)],
)
def test_the_name_of_a_country_is_no_language(note: str, language: str | None) -> None:
    assert tongue([note]) == language
