"""Rows 4, 5, 8 and 32: names in other forms, other names, and other people."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import (
    NOT_MATCH,
    SUPPORTED,
    Case,
    absent,
    assert_case,
    assert_edit_shown,
    found,
)

NAME_FORM = found(
    "name_form",
    Case(
        "The Taleban sent a delegation to the talks in the spring.",
        "The Taliban sent a delegation to the talks in the spring.",
    ),
    Case(
        "I met Sergei Lavrov on the margins of the summit.",
        "I met Sergey Lavrov on the margins of the summit.",
    ),
    Case(
        "Our letter to Лавров went out on the same day.",
        "Our letter to Lavrov went out on the same day.",
    ),
    Case(
        "We spoke with Zabihullah Mojahed about the prisoners.",
        "We spoke with Zabihullah Mujahid about the prisoners.",
    ),
    Case(
        "Mevlüt Çavuşoğlu opened the exhibition with us.",
        "Mevlut Cavusoglu opened the exhibition with us.",
    ),
    Case(
        "Antonio Guterres wrote to us about the drought.",
        "António Guterres wrote to us about the drought.",
    ),
    Case(
        "Мы передали письмо Lavrov ещё в начале марта.",
        "Мы передали письмо Лавров ещё в начале марта.",
    ),
)

NOT_NAME_FORM = absent(
    "name_form",
    Case(
        "We spoke with Hanafi about the prisoners last night.",
        "We spoke with Haqqani about the prisoners last night.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "I met Sergei Lavrov on the margins of the summit.",
        "I met Sergei Shoigu on the margins of the summit.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "The delegation from Niger asked for the same terms.",
        "The delegation from Nigeria asked for the same terms.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "The Taliban sent a delegation to the talks in the spring.",
        "The Tajiks sent a delegation to the talks in the spring.",
        "no_source",
    ),
    Case(
        "I met Sergey Lavrov on the margins of the summit.",
        "I met Sergey Lavrov on the margins of the summit.",
        "match",
    ),
    Case(
        "Мы передали письмо Лаврову ещё в начале марта.",
        "Мы передали письмо Патрушеву ещё в начале марта.",
        "no_source",
        codes=("entity_changed",),
    ),
)

NAME_SUBSTITUTED = found(
    "name_substituted",
    Case(
        "The fighters of ISIL crossed the river at night.",
        "The fighters of Daesh crossed the river at night.",
    ),
    Case(
        "Daesh has lost its camps in the eastern hills.",
        "Islamic State has lost its camps in the eastern hills.",
    ),
    Case(
        "Our trade with Burma has doubled since the war.",
        "Our trade with Myanmar has doubled since the war.",
    ),
    Case(
        "Боевики ИГИЛ ночью перешли реку у старого моста.",
        "Боевики ДАИШ ночью перешли реку у старого моста.",
    ),
)

NOT_NAME_SUBSTITUTED = absent(
    "name_substituted",
    Case(
        "The fighters of ISIL crossed the river at night.",
        "The fighters of al-Qaeda crossed the river at night.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "The Taliban has lost its camps in the eastern hills.",
        "Daesh has lost its camps in the eastern hills.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "Our trade with Myanmar has doubled since the war.",
        "Our trade with Malaysia has doubled since the war.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "Daesh has lost its camps in the eastern hills.",
        "Daesh has lost its camps in the eastern hills.",
        "match",
    ),
    Case(
        "Боевики ИГИЛ ночью перешли реку у старого моста.",
        "Боевики «Талибана» ночью перешли реку у старого моста.",
        "no_source",
    ),
)

NOTICE_STRIPPED = found(
    "notice_stripped",
    Case(
        "The Taliban* movement will send envoys to the talks.",
        "The Taliban movement will send envoys to the talks.",
    ),
    Case(
        "The Taliban (banned in Russia) will send envoys to the talks.",
        "The Taliban will send envoys to the talks.",
    ),
    Case(
        "Fighters of ISIL (outlawed in the country) hold the eastern hills.",
        "Fighters of ISIL hold the eastern hills.",
    ),
    Case(
        "The movement (under UN sanctions for terrorism) has opened an office.",
        "The movement has opened an office.",
    ),
    Case(
        "Движение «Талибан» (запрещено в России) направит послов на переговоры.",
        "Движение «Талибан» направит послов на переговоры.",
    ),
    Case(
        "Боевики ИГИЛ* удерживают восточные склоны у границы.",
        "Боевики ИГИЛ удерживают восточные склоны у границы.",
    ),
    Case(
        "Представители ИГИЛ (террористическая организация, запрещена в РФ) покинули город.",
        "Представители ИГИЛ покинули город.",
    ),
    # The notice may as well stand in print alone; then it is also an insert.
    Case(
        "The Taliban will send envoys to the talks in spring.",
        "The Taliban (banned in Russia) will send envoys to the talks in spring.",
        severities=("info", "notice"),
        instead=("paren_insert",),
    ),
)

NOT_NOTICE_STRIPPED = absent(
    "notice_stripped",
    Case(
        "The northern clans (without their armed wing) will send envoys to the talks.",
        "The northern clans will send envoys to the talks.",
        NOT_MATCH,
    ),
    Case(
        "Exports (excluding gas) rose by a tenth in the spring.",
        "Exports rose by a tenth in the spring.",
        "no_source",
    ),
    Case(
        "The Taliban (banned in Russia) will send envoys to the talks.",
        "The Taliban (banned in Russia) will send envoys to the talks.",
        "match",
        never=("paren_insert", "undeclared_omission"),
    ),
    # The ban is what the sentence says, no notice.
    Case(
        "The film that was banned in the south will open the festival.",
        "The film will open the festival.",
        NOT_MATCH,
    ),
    Case(
        "Экспорт (кроме газа) вырос этой весной на десятую часть.",
        "Экспорт вырос этой весной на десятую часть.",
        "no_source",
    ),
)

ENTITY_CHANGED = found(
    "entity_changed",
    Case(
        "Norway will guarantee the ceasefire along the coast.",
        "Sweden will guarantee the ceasefire along the coast.",
    ),
    Case(
        "The convoy was stopped outside Kabul after sunset.",
        "The convoy was stopped outside Kandahar after sunset.",
    ),
    Case(
        "The army fired on the crowd in the market square.",
        "The police fired on the crowd in the market square.",
    ),
    Case(
        "We made grave mistakes in the defence of the city.",
        "They made grave mistakes in the defence of the city.",
    ),
    Case(
        "Tunheim betrayed Solvang in the winter of the siege.",
        "Solvang betrayed Tunheim in the winter of the siege.",
        instead=("reordered",),
    ),
    Case(
        "We will sell wheat to every country of the region.",
        "We will sell weapons to every country of the region.",
    ),
    Case(
        "The teachers demanded higher wages from the ministry.",
        "The doctors demanded higher wages from the ministry.",
    ),
    Case(
        "Армия открыла огонь по толпе на рыночной площади.",
        "Полиция открыла огонь по толпе на рыночной площади.",
    ),
    Case(
        "Норвегия гарантирует перемирие на всём побережье.",
        "Швеция гарантирует перемирие на всём побережье.",
    ),
    # Active made passive, and the actor with it turned into the object.
    Case(
        "The army shelled the villagers for a whole night.",
        "The army was shelled by the villagers for a whole night.",
        instead=("reordered",),
    ),
)

NOT_ENTITY_CHANGED = absent(
    "entity_changed",
    Case(
        "The army shelled the villagers for a whole night.",
        "The villagers were shelled by the army for a whole night.",
        "paraphrase",
    ),
    Case(
        "The US and Norway will guarantee the ceasefire.",
        "The United States and Norway will guarantee the ceasefire.",
        "match",
    ),
    Case(
        "Norway and Sweden will guarantee the ceasefire together.",
        "Sweden and Norway will guarantee the ceasefire together.",
        "paraphrase",
        never=("negation_changed",),
    ),
    Case(
        "President Tunheim opened the talks with a long prayer.",
        "Tunheim opened the talks with a long prayer.",
        SUPPORTED,
    ),
    # Names that hold a critical word.
    Case(
        "Will Nott and May Only opened the new school together.",
        "Will Nott and May Only opened the new school together.",
        "match",
        never=("modality_changed", "negation_changed", "condition_dropped"),
    ),
    Case(
        "Lavrov told Lavrov's own deputies to wait for the envoy.",
        "Лавров told Lavrov’s own deputies to wait for the envoy.",
        "match",
    ),
    Case(
        "Деревню всю ночь обстреливала армия соседей.",
        "Армия соседей всю ночь обстреливала деревню.",
        "paraphrase",
    ),
)


@pytest.mark.parametrize(
    "case",
    [
        *NAME_FORM,
        *NOT_NAME_FORM,
        *NAME_SUBSTITUTED,
        *NOT_NAME_SUBSTITUTED,
        *NOTICE_STRIPPED,
        *NOT_NOTICE_STRIPPED,
        *ENTITY_CHANGED,
        *NOT_ENTITY_CHANGED,
    ],
)
def test_names(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    if case.code == "entity_changed" and case.applies:
        assert_edit_shown(result, case)
