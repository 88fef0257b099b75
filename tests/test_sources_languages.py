"""Statements in Russian, Dari, Pashto and Chinese: stored, found and compared in their language."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import Case, check, said, tell
from source_samples import ids, statement, store_of

from claims.keys import keys
from sources.models import Statement

RUSSIAN = (
    "Мы пока не собираемся повышать плату за проезд по старому мосту, и в этом году она не"
    " изменится. Паром пойдёт, если лёд растает."
)
DARI = (
    "ما فعلاً قصد نداریم عوارض پل قدیمی را افزایش دهیم. کشتی حرکت نمی‌کند، اگر یخ آب نشود."
    " ۲۰۰۰ خانهٔ بندر روشن است."
)
PASHTO = (
    "موږ اوس مهال نه غواړو چې د زاړه پله محصول لوړ کړو. کښتۍ به په پسرلي کې بېرته راشي."
    " د بندر ښځې کار کوي."
)
CHINESE = "我们目前不会提高过桥费。渡轮将在春天恢复航行，如果冰雪融化的话。港口有2000户人家。"
ENGLISH = "The toll stays as it is for now."
TEXTS = {"ru": RUSSIAN, "fa": DARI, "ps": PASHTO, "zh": CHINESE, "en": ENGLISH}
HELD = tuple(
    said(text, name=language, language=language, original_language=language)
    for language, text in TEXTS.items()
)


@pytest.mark.parametrize(
    ("quote", "language"),
    [
        ("плату за проезд по старому мосту", "ru"),
        ("Паром пойдет", "ru"),
        ("قصد نداریم عوارض پل قدیمی", "fa"),
        # Arabic letters in a Persian text, no joiners, another form of a letter.
        ("كشتي حركت نمي كند", "fa"),
        ("كشتي حركت نميكند", "fa"),
        ("خانۀ بندر", "fa"),
        ("ﻗﺼﺪ ﻧﺪاريم", "fa"),
        ("2,000 خانه", "fa"),
        ("زاړه پله محصول", "ps"),
        ("په پسرلی کې", "ps"),
        ("提高过桥费", "zh"),
        ("渡轮将在春天", "zh"),
        ("过桥", "zh"),
    ],
)
def test_words_are_found_in_their_language(store_path: Path, quote: str, language: str) -> None:
    with store_of(store_path, HELD) as store:
        assert ids(store.search(quote, limit=1)) == [language]
        assert ids(store.statements(language=language)) == [language]


def test_chinese_is_found_by_any_run_of_its_characters(store_path: Path) -> None:
    """There are no spaces to cut at: each character is a word, and a run of them is looked for."""
    texts = {"a": "春天的渡轮停航", "b": "渡轮的春天航行", "c": "航行在春天的轮渡"}
    with store_of(store_path, [statement(name, text) for name, text in texts.items()]) as store:
        for name, text in texts.items():
            for start in range(len(text) - 4):
                assert ids(store.search(text[start : start + 5], limit=1)) == [name]
        found = store.find_short(keys("渡轮"))
        assert sorted(ids(found.hits)) == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("كتابي", "کتابی", True), ("خانهٔ", "خانۀ", True), ("می‌شود", "میشود", True),
        ("الـسلام", "السلام", True), ("كِتابٌ", "کتاب", True), ("ﻧﺪارﯾﻢ", "نداریم", True),
        ("۲۰۰۰", "2000", True), ("٢٠٠٠", "2,000", True), ("ёлка", "елка", True),
        # Letters of Pashto that Persian has not are letters of their own.
        ("ښځه", "سخه", False), ("ښه", "ښې", False), ("کې", "کی", False), ("لۍ", "لی", False),
        ("ځان", "خان", False), ("ډېر", "دیر", False), ("ټول", "تول", False), ("й", "и", False),
        ("港口", "港囗", False),
    ],
)  # fmt: skip
def test_letters_of_one_sound_are_one_and_others_are_not(one: str, other: str, same: bool) -> None:
    assert (keys(one) == keys(other)) is same


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_statement_is_matched_by_its_own_words(language: str, tmp_path: Path) -> None:
    case = Case(HELD, TEXTS[language])
    result = check(case, tmp_path)
    assert result.verdict == "match", tell(case, result)
    assert result.evidence[0].statement == language
    assert result.severity in (None, "info"), tell(case, result)


# Language, what was printed, the verdict, and a code that must be among the findings.
PRINTED: list[tuple[str, str, str, str | None]] = [
    ("ru", "Мы пока не собираемся повышать плату за проезд", "match", None),
    ("ru", "«мы пока не собираемся повышать плату за проезд по старому мосту»", "match", None),
    ("ru", "Мы собираемся повышать плату за проезд по старому мосту", "no_source", "negation"),
    ("ru", "Мы не собираемся повышать плату за проезд по старому мосту", "paraphrase", "hedge"),
    ("ru", "Паром пойдёт, если лёд растает", "match", None),
    ("ru", "Паром пойдёт", "match", "clipped"),
    ("ru", "Паром может пойти, если лёд растает", "no_source", "modality"),
    ("ru", "Мы пока не собираемся повышать плату за проезд по новому мосту", "no_source", None),
    ("fa", "ما فعلاً قصد نداریم عوارض پل قدیمی را افزایش دهیم", "match", None),
    ("fa", "ما فعلا قصد نداريم عوارض پل قديمي را افزايش دهيم", "match", None),
    ("fa", "ما فعلاً قصد داریم عوارض پل قدیمی را افزایش دهیم", "no_source", "negation"),
    ("fa", "ما قصد نداریم عوارض پل قدیمی را افزایش دهیم", "paraphrase", "hedge"),
    ("fa", "کشتی حرکت می‌کند، اگر یخ آب نشود", "no_source", "negation"),
    ("fa", "۳۰۰۰ خانهٔ بندر روشن است", "no_source", "number"),
    ("ps", "موږ اوس مهال نه غواړو چې د زاړه پله محصول لوړ کړو", "match", None),
    ("ps", "موږ اوس مهال غواړو چې د زاړه پله محصول لوړ کړو", "no_source", "negation"),
    ("ps", "موږ نه غواړو چې د زاړه پله محصول لوړ کړو", "paraphrase", "hedge"),
    ("zh", "我们目前不会提高过桥费", "match", None),
    ("zh", "我们目前会提高过桥费", "no_source", "negation"),
    ("zh", "我们不会提高过桥费", "paraphrase", "hedge"),
    ("zh", "渡轮将在春天恢复航行，如果冰雪融化的话", "match", None),
    ("zh", "港口有3000户人家", "no_source", "number"),
    ("zh", "渡轮可能在春天恢复航行，如果冰雪融化的话", "no_source", "modality"),
]


@pytest.mark.parametrize(("language", "printed", "verdict", "code"), PRINTED)
def test_the_same_rules_hold_in_each_language(
    language: str, printed: str, verdict: str, code: str | None, tmp_path: Path
) -> None:
    case = Case(HELD, printed)
    result = check(case, tmp_path)
    story = tell(case, result)
    assert result.verdict == verdict, story
    shown = (*result.evidence, *result.near_misses)
    assert shown[0].statement == language, story
    assert code is None or any(code in item.code for item in result.findings), story


RUSSIAN_PAIR: tuple[Statement, ...] = (
    said("Паром пока не ходит.", name="ru", utterance="u"),
    said(
        "The ferry is for now not running.",
        name="en",
        utterance="u",
        original_language="ru",
        wording="agency_translation",
    ),
)


@pytest.mark.parametrize(
    ("printed", "first", "code"),
    [
        ("Паром пока не ходит.", "ru", None),
        ("The ferry is for now not running.", "en", None),
        ("The ferry is not running.", "en", "translation_hedge"),
        ("Паром не ходит.", "ru", None),
    ],
)
def test_a_quote_is_checked_against_the_wording_in_its_language(
    printed: str, first: str, code: str | None, tmp_path: Path
) -> None:
    result = check(Case(RUSSIAN_PAIR, printed), tmp_path)
    assert result.verdict in ("match", "paraphrase")
    assert result.evidence[0].statement == first
    assert code is None or code in {item.code for item in result.findings}
