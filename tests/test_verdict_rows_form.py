"""Rows 1 to 3: typography, capitals and stops, spelling. They never count."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import NOT_MATCH, Case, absent, assert_case, found, said, silent

TYPOGRAPHY = silent(
    "typography",
    (
        "The country's budget won't survive another winter like this.",
        "The country’s budget won’t survive another winter like this.",
    ),
    (
        "We agreed - after long talks - to share the river.",
        "We agreed — after long talks – to share the river.",
    ),
    (
        "The harbour will handle 40 ships a week by spring.",
        "The harbour will handle 40\u00a0ships a\u202fweek by spring.",
    ),
    (
        "We must re-open the cross-border railway before winter.",
        "We must re\u2011open the cross\u2011border railway before winter.",
    ),
    (
        "Our agricultural ministry bought the grain in autumn.",
        "Our agri\u00adcultural minis\u00adtry bought the grain in autumn.",
    ),
    (
        "The governor of the north visited every flooded village.",
        "\u200eThe gov\u200bernor of the north\u200f visited every flooded village\u2069.",
    ),
    (
        "The office of finance found the missing files.",
        "The oﬃce of ﬁnance found the missing ﬁles.",
    ),
    (
        "The café owners of the old port pay no tax.",
        "The cafe\u0301 owners of the old port pay no tax.",
    ),
    (
        'They call it "reform" and we call it theft.',
        "They call it ‘reform’ and we call it theft.",
    ),
    (
        "Мы договорились - после долгих споров - открыть мост через реку.",
        "Мы договорились — после долгих споров — открыть мост через реку.",
    ),
    (
        'Договор "О границе" вступает в силу первого марта.',
        "Договор «О границе» вступает\u00a0в силу первого марта.",
    ),
    (
        "Новый район построят за большой рекой.",
        "Новыи\u0306 раи\u0306он построят за большои\u0306 рекои\u0306.",
    ),
)

# What must never be folded away: digits, fractions, letters of any script.
NOT_TYPOGRAPHY = [
    *found(
        "number_changed",
        Case("Prices in the north rose by ½ per cent.", "Prices in the north rose by 12 per cent."),
        Case(
            "The plot they sold measures 10² metres in all.",
            "The plot they sold measures 102 metres in all.",
        ),
        Case(
            "Repairs to the dam will cost 3–5 million crowns.",
            "Repairs to the dam will cost 35 million crowns.",
        ),
    ),
    *absent(
        "typography",
        Case(
            "Мы признаём новое правительство соседней страны.",
            "Они покупают старое оборудование нашей фабрики.",
            "no_source",
        ),
        Case(
            (
                said(
                    "ما دولت جدید را به رسمیت می‌شناسیم و همکاری می‌کنیم.",
                    language="fa",
                    original_language="fa",
                ),
            ),
            "آنها کارخانه قدیمی را در بهار آینده خواهند فروخت.",
            "no_source",
        ),
    ),
]

CASE_PUNCT = silent(
    "case_punct",
    (
        "After the flood the bridges were rebuilt by volunteers.",
        "[T]he bridges were rebuilt by volunteers.",
    ),
    (
        "After the flood the bridges were rebuilt by volunteers.",
        "The bridges were rebuilt by volunteers,",
    ),
    (
        "The bridges were rebuilt by volunteers from the coast.",
        "the bridges were rebuilt by volunteers",
    ),
    (
        "Our fishermen are at sea, our farmers are in the fields.",
        "Our fishermen are at sea; our farmers are in the fields!",
    ),
    (
        "Peace, bread and work: that was our programme.",
        "Peace, bread, and work - that was our programme",
    ),
    (
        "После наводнения мосты восстановили сами жители.",
        "мосты восстановили сами жители",
    ),
    (
        "Мосты восстановили сами жители северных деревень.",
        "[М]осты восстановили сами жители северных деревень,",
    ),
)

NOT_CASE_PUNCT = absent(
    "case_punct",
    Case(
        "They will help us rebuild the northern schools.",
        "They will help the US rebuild the northern schools.",
        "no_source",
    ),
    # A letter in brackets may begin another word than the one said.
    Case(
        "After the flood the bridges were rebuilt by volunteers.",
        "[N]o bridges were rebuilt by volunteers.",
        "no_source",
        codes=("negation_changed",),
    ),
    Case(
        "And so he signed the order to close the mine.",
        "[S]he signed the order to close the mine.",
        NOT_MATCH,
    ),
    Case(
        "После наводнения мосты восстановили сами жители.",
        "[Н]е мосты восстановили сами жители.",
        "no_source",
        codes=("negation_changed",),
    ),
)

SPELLING = silent(
    "spelling",
    (
        "We recognise the labour unions and their programme.",
        "We recognize the labor unions and their program.",
    ),
    (
        "The defence centre organised a colourful parade.",
        "The defense center organized a colorful parade.",
    ),
    (
        "They travelled to the harbour in grey uniforms.",
        "They traveled to the harbor in gray uniforms.",
    ),
    (
        "Our co-operation with the neighbours has no limits.",
        "Our cooperation with the neighbors has no limits.",
    ),
    (
        "Every childcare worker in the health-care office is paid in spring.",
        "Every child-care worker in the healthcare office is paid in spring.",
    ),
    (
        "The ministry will analyze and modernize the theater.",
        "The ministry will analyse and modernise the theatre.",
    ),
    (
        "They call the “reorganisation” a great favour to the north.",
        "They call the ‘reorganization’ a great favor to the north.",
    ),
    (
        "Всё решённое вчера остаётся в силе для обеих сторон.",
        "Все решенное вчера остается в силе для обеих сторон.",
    ),
)

NOT_SPELLING = absent(
    "spelling",
    # Two words without a hyphen may be another thing: a house that is green.
    Case(
        "They kept the seedlings in a greenhouse near the harbour.",
        "They kept the seedlings in a green house near the harbour.",
        "paraphrase",
        codes=("minor_wording",),
    ),
    Case(
        "It may be open when the ferries come in spring.",
        "It maybe open when the ferries come in spring.",
        NOT_MATCH,
    ),
    Case(
        "The council will adopt the plan for the harbour.",
        "The council will adapt the plan for the harbour.",
        NOT_MATCH,
    ),
    Case(
        "We welcome the immigrants of the last decade.",
        "We welcome the emigrants of the last decade.",
        NOT_MATCH,
    ),
    Case(
        "The border with Austria was opened in the summer.",
        "The border with Australia was opened in the summer.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "The delegation from Iran arrived in the morning.",
        "The delegation from Iraq arrived in the morning.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "We recognise the new border along the river.",
        "We recognised the new border along the river.",
        NOT_MATCH,
    ),
    Case(
        "Мы осуждаем решение соседнего правительства.",
        "Мы обсуждаем решение соседнего правительства.",
        NOT_MATCH,
    ),
)


@pytest.mark.parametrize(
    "case",
    [
        *TYPOGRAPHY,
        *NOT_TYPOGRAPHY,
        *CASE_PUNCT,
        *NOT_CASE_PUNCT,
        *SPELLING,
        *NOT_SPELLING,
    ],
)
def test_form(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
