"""Kinds of error that cases written blind brought to light, each with sentences of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import NOT_MATCH, Case, absent, assert_case, found, pairs

SIGNS = pairs(
    "The lake was measured at −12 degrees this morning. => "
    "The lake was measured at 12 degrees this morning.",
    "Growth of the islands came to -3 per cent last year. => "
    "Growth of the islands came to 3 per cent last year.",
    "Ночью в долине обещают минус двадцать градусов. => Ночью в долине обещают 20 градусов.",
    verdicts="no_source",
)
SAME_SIGN = pairs(
    "The lake was measured at −12 degrees this morning. => "
    "The lake was measured at minus 12 degrees this morning.",
    "It was minus twelve when the pipes froze. => It was –12 when the pipes froze.",
    "We expect 10-12 ferries a day on the strait. => We expect 10–12 ferries a day on the strait.",
    verdicts="match",
)
OTHER_PERSON = pairs(
    "The employees asked the court for a new hearing. => "
    "The employers asked the court for a new hearing.",
    "The trainer missed the train to the north. => The trainee missed the train to the north.",
    "The payee signed the receipt in the morning. => The payer signed the receipt in the morning.",
    verdicts="no_source",
)
NO_REPEAT = pairs(
    "We invited the neighbours, friends, colleagues and teachers of the class. => "
    "We invited the neighbours, colleagues and teachers of the class.",
    "We had had a quiet year until the flood came. => We had a quiet year until the flood came.",
    "I think you know the way to the old harbour. => I think the way to the old harbour.",
    "I hope I mean something to the people of this valley. => "
    "I hope something to the people of this valley.",
    "It was twenty twenty when the mill was closed. => It was twenty when the mill was closed.",
    verdicts=NOT_MATCH,
)
REPEAT = pairs(
    "Until the flood we we had a quiet year. => Until the flood we had a quiet year.",
    "The way to the old harbour is you know closed in winter. => "
    "The way to the old harbour is closed in winter.",
    "Наша школа, уважаемый председатель, стоит пустой с осени. => Наша школа стоит пустой с осени.",
    "The mill, Madam Speaker, was closed in the spring. => The mill was closed in the spring.",
    "Мельница, коллеги, закрылась ещё весной. => Мельница закрылась ещё весной.",
)
CLIPPED = pairs(
    "There is no proof whatsoever in the file that the captain sold the boat. => "
    "The captain sold the boat.",
    "We have seen no sign so far this year that the bees are dying. => The bees are dying.",
    "I do not believe for a moment that the captain sold the boat. => The captain sold the boat.",
    "I cannot accept in any circumstances that our nurses were late. => Our nurses were late.",
    "У следствия нет никаких доказательств того, что капитан продал лодку. => "
    "Капитан продал лодку.",
)
NOT_CLIPPED = pairs(
    "There is no doubt at all in my mind that the captain sold the boat. => "
    "The captain sold the boat.",
    "I am not surprised in the least that the captain sold the boat. => The captain sold the boat.",
    "It does not matter to anybody here that the captain sold the boat. => "
    "The captain sold the boat.",
    verdicts="match",
)
REPORTED = pairs(
    "My critics repeat every day that the bridge was never safe. => The bridge was never safe.",
    "The owners maintain that the bridge was never safe. => The bridge was never safe.",
    "Наши противники твердят, что мост никогда не был безопасен. => Мост никогда не был безопасен.",
)
OTHER_SUBJECT = pairs(
    "Our doctors slept in the tents and their doctors took the hotel. => "
    "Our doctors … took the hotel.",
    "The mayor stayed at home while his deputy went to the fire. => The mayor … went to the fire.",
)

KINDS = [
    *SIGNS,
    *SAME_SIGN,
    *OTHER_PERSON,
    *absent("cleaned_speech", *NO_REPEAT),
    *found("cleaned_speech", *REPEAT),
    *found("clipped_negation", *CLIPPED),
    *absent("clipped_negation", *NOT_CLIPPED),
    *found("reported_speech", *REPORTED),
    *found("ellipsis_meaning", *OTHER_SUBJECT),
]


@pytest.mark.parametrize("case", KINDS)
def test_blind_kinds(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
