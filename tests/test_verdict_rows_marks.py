"""Rows 11 to 13: brackets and parentheses inside a printed quote."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import NOT_MATCH, Case, absent, assert_case, assert_edit_shown, check, finding, found

BRACKET_ADDED = found(
    "bracket_added",
    Case(
        "We expect recognition before the end of the winter.",
        "We expect recognition [of the republic] before the end of the winter.",
    ),
    Case(
        "They came to the castle with gifts for every family.",
        "They [the northern clans] came to the castle with gifts for every family.",
    ),
    Case(
        "The minister and his son left the castle before dawn.",
        "The minister [Tunheim] and his son left the castle [in Solvang] before dawn.",
    ),
    Case(
        "He read the letter aloud to the whole village.",
        "[Yesterday] he read the letter aloud to the whole village.",
    ),
    Case(
        "We expect recognition before the end of the winter.",
        "[W]e expect recognition [of the republic] before the end of the winter",
    ),
    Case(
        "The 300 men at the dam are paid by the province.",
        "The 300 men [and their sons] at the dam are paid by the province.",
    ),
    Case(
        "Мы ожидаем признания до конца этой зимы.",
        "Мы ожидаем признания [республики] до конца этой зимы.",
    ),
    Case(
        "Они приехали в замок с подарками для каждой семьи.",
        "Они [послы севера] приехали в замок с подарками для каждой семьи.",
    ),
)

NOT_BRACKET_ADDED = [
    *absent(
        "bracket_added",
        # The record has the same brackets.
        Case(
            "They [the northern clans] came to the castle with gifts.",
            "They [the northern clans] came to the castle with gifts.",
            "match",
            never=("undeclared_omission",),
        ),
        # The record's brackets, kept and dropped.
        Case(
            "They [the northern clans] came to the castle with gifts for us.",
            "They came to the castle with gifts for us.",
            "match",
        ),
        Case(
            "We expect recognition [of the republic] before the end of the winter.",
            "We expect recognition of the republic before the end of the winter.",
            "match",
        ),
        Case(
            "They came to the castle with gifts for every family.",
            "They, the northern clans, came to the castle with gifts for every family.",
            NOT_MATCH,
        ),
        Case(
            "We expect recognition before the end of the winter.",
            "We expect recognition of the republic before the end of the winter.",
            NOT_MATCH,
        ),
        Case(
            "Мы ожидаем признания до конца этой зимы.",
            "Мы ожидаем признания республики до конца этой зимы.",
            NOT_MATCH,
        ),
    ),
    # Rule 2 goes before row 11: an insert may not turn the sentence.
    *found(
        "negation_changed",
        Case(
            "We will recognise the republic before the end of the winter.",
            "We will [not] recognise the republic before the end of the winter.",
        ),
    ),
]

BRACKET_REPLACED = found(
    "bracket_replaced",
    Case(
        "We invited them to the castle for another round of talks.",
        "We invited [the northern clans] to the castle for another round of talks.",
    ),
    Case(
        "He opened the archive to every family of the victims.",
        "[Tunheim] opened the archive to every family of the victims.",
    ),
    Case(
        "Everybody in the valley knows this and stays silent.",
        "Everybody in the valley knows [the secret] and stays silent.",
    ),
    Case(
        "The envoys will arrive here before the first snow.",
        "The envoys will arrive [in Solvang] before the first snow.",
    ),
    Case(
        "We are grateful to you for the help after the flood.",
        "We are grateful to [Norway] for the help after the flood.",
    ),
    Case(
        "Мы пригласили их в замок на новые переговоры.",
        "Мы пригласили [северные кланы] в замок на новые переговоры.",
    ),
    Case(
        "Он открыл архив для каждой семьи погибших.",
        "[Тунхейм] открыл архив для каждой семьи погибших.",
    ),
)

NOT_BRACKET_REPLACED = [
    *absent(
        "bracket_replaced",
        Case(
            "The envoys will arrive here before the first snow.",
            "[T]he envoys will arrive here before the first snow.",
            "match",
        ),
        Case(
            "We invited [the northern clans] to the castle for talks.",
            "We invited [the northern clans] to the castle for talks.",
            "match",
        ),
        Case(
            "We invited them to the castle for another round of talks.",
            "We invited them [the northern clans] to the castle for another round of talks.",
            "match",
            codes=("bracket_added",),
        ),
        Case(
            "We invited them to the castle for another round of talks.",
            "We invited the northern clans to the castle for another round of talks.",
            NOT_MATCH,
        ),
        Case(
            "[Т]ак решили послы на встрече у старого моста.",
            "Так решили послы на встрече у старого моста.",
            "match",
        ),
    ),
    # A bracket that replaces a critical word: rule 2 goes before row 12.
    *found(
        "negation_changed",
        Case(
            "None of them will be invited to the castle this year.",
            "[The ministers] will be invited to the castle this year.",
        ),
        Case(
            "Nobody opened the archive to the families of the victims.",
            "[Tunheim] opened the archive to the families of the victims.",
        ),
    ),
    *found(
        "number_changed",
        Case(
            "We sent 2,000 soldiers to guard the reservoir.",
            "We sent [20,000] soldiers to guard the reservoir.",
        ),
    ),
    *found(
        "modality_changed",
        Case(
            "The envoys may arrive here before the first snow.",
            "The envoys [will] arrive here before the first snow.",
        ),
    ),
]

PAREN_INSERT = found(
    "paren_insert",
    Case(
        "They came to the castle with gifts for every family.",
        "They (the northern clans) came to the castle with gifts for every family.",
    ),
    Case(
        "The minister praised him for the help after the flood.",
        "The minister praised him (Tunheim) for the help after the flood.",
    ),
    Case(
        "They came to the castle with gifts for every family.",
        "They (the northern clans – TASS) came to the castle with gifts for every family.",
    ),
    Case(
        "Они приехали в замок с подарками для каждой семьи.",
        "Они (послы севера – ред.) приехали в замок с подарками для каждой семьи.",
    ),
    Case(
        "Он открыл архив для каждой семьи погибших.",
        "Он (Тунхейм — прим. ред.) открыл архив для каждой семьи погибших.",
    ),
    Case(
        "Мы ожидаем признания до конца этой зимы.",
        "Мы ожидаем признания (республики – ТАСС) до конца этой зимы.",
    ),
)

NOT_PAREN_INSERT = [
    *absent(
        "paren_insert",
        Case(
            "The five ministers (and their deputies) came to the castle.",
            "The five ministers (and their deputies) came to the castle.",
            "match",
            never=("undeclared_omission",),
        ),
        Case(
            "The five ministers, and their deputies, came to the castle.",
            "The five ministers (and their deputies) came to the castle.",
            "match",
            never=("undeclared_omission",),
        ),
        Case(
            "The five ministers (and their deputies) came to the castle.",
            "The five ministers, and their deputies, came to the castle.",
            "match",
            never=("undeclared_omission",),
        ),
        Case(
            "They came to the castle with gifts for every family.",
            "They, the northern clans, came to the castle with gifts for every family.",
            NOT_MATCH,
        ),
        Case(
            "Пять министров (и их заместители) приехали в замок.",
            "Пять министров и их заместители приехали в замок.",
            "match",
        ),
    ),
    *found(
        "negation_changed",
        Case(
            "We will recognise the republic before the end of the winter.",
            "We will (not) recognise the republic before the end of the winter.",
        ),
    ),
]


@pytest.mark.parametrize(
    "case",
    [
        *BRACKET_ADDED,
        *NOT_BRACKET_ADDED,
        *BRACKET_REPLACED,
        *NOT_BRACKET_REPLACED,
        *PAREN_INSERT,
        *NOT_PAREN_INSERT,
    ],
)
def test_marked_inserts(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    if case.applies and case.verdicts == () and result.verdict == "no_source":
        assert_edit_shown(result, case)


def test_the_insert_is_listed(tmp_path: Path) -> None:
    case = Case(
        "We expect recognition before the end of the winter.",
        "We expect recognition [of the republic] before the end of the winter.",
    )
    added = finding(assert_case(case, tmp_path), "bracket_added")
    assert "of the republic" in (added.quoted or "")


def test_the_replaced_word_is_shown(tmp_path: Path) -> None:
    case = Case(
        "We invited them to the castle for another round of talks.",
        "We invited [the northern clans] to the castle for another round of talks.",
    )
    replaced = finding(assert_case(case, tmp_path), "bracket_replaced")
    assert (replaced.stored or "").strip() == "them"
    assert "the northern clans" in (replaced.quoted or "")


OAK = "They told us that they will sell the forest to the abbey in the spring."


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("They told us that they will sell [the old forest] to the abbey in the spring.",
         ["“the old forest” in brackets is the editor's, not the speaker's."]),
        ("They told us that they will sell the forest [to the monks] in the spring.",
         ["“to the monks” in brackets stands for “to the abbey”."]),
        ("They told us that they will sell the [old] forest to the [rich] abbey in the spring.",
         ["“old” in brackets is the editor's, not the speaker's.",
          "“rich” in brackets is the editor's, not the speaker's."]),
    ],
)  # fmt: skip
def test_a_pair_of_brackets_is_told_once(printed: str, told: list[str], tmp_path: Path) -> None:
    result = check(Case(OAK, printed), tmp_path)
    assert [found.message for found in result.findings] == told
