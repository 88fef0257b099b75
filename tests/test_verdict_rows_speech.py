"""Rows 9, 10 and 14: speech tidied for print, by style profile, and the apparatus of records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rows import NOT_MATCH, Case, absent, assert_case, found, silent

FILLERS = Case(
    "We, uh, we want a, um, lasting peace with the islands.",
    "We want a lasting peace with the islands.",
)
CLEANED = [
    *found(
        "cleaned_speech",
        FILLERS,
        Case(
            "The, er, harbour will open before the winter storms.",
            "The harbour will open before the winter storms.",
        ),
        Case(
            "We came here, Mr. President, to settle the border for good.",
            "We came here to settle the border for good.",
        ),
        Case(
            "The the harbour will open before before the winter storms.",
            "The harbour will open before the winter storms.",
        ),
        Case(
            "The fishermen said they wan- they want the harbour to open early.",
            "The fishermen said they want the harbour to open early.",
        ),
        Case(
            "The harbour, you know, belongs to the whole of the island.",
            "The harbour belongs to the whole of the island.",
        ),
        Case(
            "Порт, э-э, принадлежит всему нашему острову.",
            "Порт принадлежит всему нашему острову.",
        ),
        replace(FILLERS, profile="ap", severities=("warning",)),
        replace(FILLERS, profile="guardian"),
        replace(FILLERS, profile="wsj"),
    ),
]
# Clean-up before the first quoted word leaves a plain stretch: a match in any case.
EDGE = [
    Case(
        "Mr President, we came here to settle the border.",
        "We came here to settle the border.",
        "match",
    ),
    Case(
        "We wan- we want the harbour to open before the storms.",
        "We want the harbour to open before the storms.",
        "match",
    ),
]
NOT_CLEANED = absent(
    "cleaned_speech",
    Case(
        "We, the farmers, want a lasting peace with the islands.",
        "We want a lasting peace with the islands.",
        NOT_MATCH,
    ),
    Case(
        "The army is doing well in the south of the country.",
        "The army is doing in the south of the country.",
        NOT_MATCH,
    ),
    Case(
        "We like the harbour as it is and will keep it.",
        "We the harbour as it is and will keep it.",
        NOT_MATCH,
    ),
    Case(
        "The mayor told the president to open the harbour at once.",
        "The mayor told to open the harbour at once.",
        NOT_MATCH,
    ),
    # Two words in a row that are no slip of the tongue.
    Case(
        "They said that that harbour was never theirs to sell.",
        "They said that that harbour was never theirs to sell.",
        "match",
    ),
    Case(
        "You know the price of grain and I know the price of peace.",
        "You know the price of grain and the price of peace.",
        NOT_MATCH,
    ),
    Case(
        "Порт, конечно, принадлежит всему нашему острову.",
        "Порт принадлежит всему нашему острову.",
        "paraphrase",
        codes=("hedge_changed",),
    ),
)

THEY_WAS = Case(
    "They was here before the first ships came from the south.",
    "They were here before the first ships came from the south.",
)
HE_DONT = Case(
    "He don't want the harbour to close for the winter.",
    "He doesn't want the harbour to close for the winter.",
)
GRAMMAR = found(
    "grammar_fixed",
    THEY_WAS,
    HE_DONT,
    Case(
        "We was promised a new road and a school for the island.",
        "We were promised a new road and a school for the island.",
    ),
    Case(
        "There is many families without a roof on the island.",
        "There are many families without a roof on the island.",
    ),
    Case(
        "The fishermen has no boats left after the storm.",
        "The fishermen have no boats left after the storm.",
    ),
    replace(THEY_WAS, profile="ap"),
    replace(THEY_WAS, profile="guardian", verdicts="match", severities=("notice",)),
    replace(HE_DONT, profile="wsj", verdicts="match", severities=("notice",)),
)
NOT_GRAMMAR = absent(
    "grammar_fixed",
    Case(
        "The bridge is safe for the heavy trucks of the mine.",
        "The bridge was safe for the heavy trucks of the mine.",
        NOT_MATCH,
    ),
    Case(
        "The bridge was safe for the heavy trucks of the mine.",
        "The bridge wasn't safe for the heavy trucks of the mine.",
        "no_source",
        codes=("negation_changed",),
    ),
    Case(
        "They were here before the first ships came from the south.",
        "They were here before the first ships came from the south.",
        "match",
        profile="guardian",
    ),
    Case(
        "He wants the harbour to close for the winter.",
        "They want the harbour to close for the winter.",
        NOT_MATCH,
        profile="guardian",
    ),
    Case(
        "We was promised a new road and a school for the island.",
        "We were promised an old road and a school for the island.",
        "no_source",
        profile="wsj",
    ),
)

APPARATUS = silent(
    "apparatus",
    (
        "Them ministers never came to the flooded villages.",
        "Them [sic] ministers never came to the flooded villages.",
    ),
    (
        "My grandmother would have signed that treaty herself.",
        "My grandmother [laughs] would have signed that treaty herself.",
    ),
    (
        "We have paid back the loan to the last crown. The village is free.",
        "We have paid back the loan to the last crown. [Applause] The village is free.",
    ),
    (
        "We have paid back the loan to the last crown. (Applause.) The village is free.",
        "We have paid back the loan to the last crown. The village is free.",
    ),
    (
        "We have paid back the loan to the last crown.",
        "We have paid back the loan to the last crown (emphasis added).",
    ),
    (
        "The village [crosstalk] is free of its old debts.",
        "The village is free of its old debts.",
    ),
    (
        "Моя бабушка сама подписала бы этот договор.",
        "Моя бабушка (смеётся) сама подписала бы этот договор.",
    ),
    (
        "Мы вернули долг до последней кроны. (Аплодисменты.) Деревня свободна.",
        "Мы вернули долг до последней кроны. Деревня свободна.",
    ),
)

NOT_APPARATUS = absent(
    "apparatus",
    Case(
        "The applause came from the gallery and the laughter from the street.",
        "The [noise] came from the gallery and the laughter from the street.",
        "match",
        codes=("bracket_replaced",),
    ),
    Case(
        "The tears and the laughter came from the same bench.",
        "The tears came from the same bench.",
        NOT_MATCH,
    ),
    Case(
        "They came to the castle with gifts for every family.",
        "They [the laughing clans] came to the castle with gifts for every family.",
        "match",
        codes=("bracket_added",),
    ),
    Case(
        "Аплодисменты и смех доносились с одной и той же скамьи.",
        "Смех и аплодисменты доносились с одной и той же скамьи.",
        "paraphrase",
    ),
)


@pytest.mark.parametrize(
    "case", [*CLEANED, *EDGE, *NOT_CLEANED, *GRAMMAR, *NOT_GRAMMAR, *APPARATUS, *NOT_APPARATUS]
)
def test_tidied_speech(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
