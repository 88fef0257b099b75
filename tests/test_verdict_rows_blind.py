"""Kinds of error that cases written blind brought to light, each with sentences of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rows import NOT_MATCH, SPEAKER, Case, absent, assert_case, found, pairs, said

from sources.models import Statement

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

NAMES = pairs(
    "The caravan of Mullah Obaidullah came from Farah. => "
    "The caravan of Mullah Ubaidullah came from Farah.",
    "Old Tariq Qobani sold the well to his cousin. => "
    "Old Tareq Gobani sold the well to his cousin.",
    "«Хезболла» отвела отряды от границы. => «Хизболла» отвела отряды от границы.",
)
OTHER_NAMES = pairs(
    "The caravan of Hamid Sultani came from Farah. => "
    "The caravan of Hamad Sultani came from Farah.",
    "The old road from Torvik is closed. => The old road from Tarvik is closed.",
    "The farm of Karin Holt burned down. => The form of Karin Holt burned down.",
    verdicts="no_source",
)
RENAMED = pairs(
    "The ship left Madras on the last day of May. => The ship left Chennai on the last day of May.",
    "Our office in Rangoon is closed. => Our office in Yangon is closed.",
)
ACRONYMS = pairs(
    "The International Monetary Fund lent us the money. => The IMF lent us the money.",
    "The WHO sent doctors to the valley. => The World Health Organisation sent doctors to the"
    " valley.",
    "ВВП страны вырос за год. => Валовой внутренний продукт страны вырос за год.",
)
STARS = pairs(
    "Отряды «Талибана»* вошли в город. => Отряды «Талибана» вошли в город.",
    "Отряды «Талибана» вошли в город. => Отряды «Талибана»* вошли в город.",
)
ASIDES = pairs(
    "The bridge, which carts may use until the thaw, will be mended by the army. => "
    "The bridge … will be mended by the army.",
    "The choir, which rehearsed till midnight, won the prize. => The choir … won the prize.",
)

KINDS = [
    *found("name_form", *NAMES),
    *OTHER_NAMES,
    *found("name_substituted", *RENAMED),
    *found("record_style", *ACRONYMS),
    *found("notice_stripped", *STARS),
    *found("ellipsis", *ASIDES),
    *absent(
        "record_style",
        *pairs("The men who sent doctors are here. => The men who sent doctors are here."),
    ),
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


def _record(*texts: str, **fields: Any) -> tuple[Statement, ...]:
    """Wordings of one utterance: the original, then an agency's and the office's words."""
    original, agency, office = texts
    return (
        said(original, name="ru", utterance="u", **fields),
        said(
            agency,
            name="agency",
            utterance="u",
            original_language="ru",
            wording="agency_translation",
            **fields,
        ),
        said(
            office,
            name="office",
            utterance="u",
            original_language="ru",
            wording="official_translation",
            **fields,
        ),
    )


BREAD = _record(
    "Хлеб дорожает, потому что зерно гниёт в портах.",
    "Bread gets dearer since the grain is rotting in the ports.",
    "The price of bread rises as grain rots at the docks.",
)
SHIPS = (
    said("Пока мы не строим новых кораблей.", name="ru", utterance="u"),
    said(
        "So far we are not building any new ships in the yard.",
        name="en",
        utterance="u",
        original_language="ru",
        wording="official_translation",
    ),
)
QUESTION = said(
    "When will the harbour open again?",
    name="q",
    speaker="QUESTION",
    position=0,
    source={"url": "https://archive.example/round"},
)


def _answer(text: str) -> tuple[Statement, ...]:
    source = {"url": "https://archive.example/round"}
    return (QUESTION, said(text, name="a", position=1, source=source))


def _states(rough: str) -> tuple[Statement, ...]:
    text = "We shall mend the roof of the school before the first snow."
    return (
        said(text, name="draft", utterance="u", state=rough),
        said(f"My friends, {text[0].lower()}{text[1:]}", name="heard", utterance="u"),
    )


ROOF = "We shall mend the roof of the school before the first snow."
COLD = "We will not close a single school this winter."
SCHOOL = (said(COLD, place="Kessel", event="Interview with Radio Kessel"),)
WINTER = (said("Мы не закроем зимой ни одной школы.", place="Тверь"),)
RECORDS = [
    *found("translation_agency", Case(BREAD, BREAD[1].text)),
    *found(
        "translation_conflict",
        Case(SHIPS, "So far we are building many new ships in the yard."),
        Case(SHIPS, "We are building new ships in the yard."),
    ),
    *found(
        "translation_hedge",
        Case(SHIPS, "We are building no new ships in the yard."),
        Case(SHIPS, "We are not building new ships in the yard."),
    ),
    *absent(
        "as_prepared", Case(_states("as_prepared"), ROOF, "match", first="heard", never=("asr",))
    ),
    *absent("asr", Case(_states("asr"), ROOF, "match", first="heard")),
    *found("asr", Case(_states("asr")[:1], ROOF)),
    *found(
        "see_question",
        Case(_answer("Perhaps next week, if the ice allows it."), "Perhaps next week, if the ice"
             " allows it."),
        Case(_answer("Not before the spring."), "Not before the spring."),
        Case(_answer("Yes, we will do that."), "Yes, we will do that."),
    ),
    *absent(
        "see_question",
        Case(
            _answer("Yes, the harbour of Torvik will open to ferries on the first of May."),
            "Yes, the harbour of Torvik will open to ferries on the first of May.",
            "match",
        ),
        Case(
            _answer("In the spring, the ferries will sail again."),
            "In the spring, the ferries will sail again.",
            "match",
        ),
    ),
    *found(
        "wrong_event",
        Case(SCHOOL, f"“{COLD[:-1]},” {SPEAKER} said at a news conference with teachers in Torvik.",
             sentence=True),
        Case(WINTER, f"На встрече в Рязани {SPEAKER} сказала: «Мы не закроем зимой ни одной"
             " школы».",
             sentence=True),
    ),
    *absent(
        "wrong_event",
        Case(SCHOOL, f"“{COLD[:-1]},” {SPEAKER} said at a debate on the floods in Torvik.", "match",
             sentence=True),
        Case(WINTER, f"Выступая в Твери, {SPEAKER} сказала: «Мы не закроем зимой ни одной школы».",
             "match", sentence=True),
        Case(WINTER, f"Выступая в парламенте, {SPEAKER} сказала: «Мы не закроем зимой ни одной"
             " школы».", "match", sentence=True),
    ),
    *found(
        "role",
        Case((said("Мы не закроем зимой ни одной школы.", speaker="Пётр Самарин",
                   role="Заместитель министра финансов"),),
             "Министр финансов Пётр Самарин заявил: «Мы не закроем зимой ни одной школы».",
             sentence=True),
        Case((said("Мы не закроем зимой ни одной школы.", speaker="Пётр Самарин",
                   role="Мэр Твери"),),
             "«Мы не закроем зимой ни одной школы», — сказал губернатор Пётр Самарин.",
             sentence=True),
    ),
    *absent(
        "role",
        Case((said("Мы не закроем зимой ни одной школы.", speaker="Пётр Самарин",
                   role="Министр финансов России"),),
             "Министр финансов Пётр Самарин заявил: «Мы не закроем зимой ни одной школы».",
             "match", sentence=True),
    ),
    *found(
        "private_speech",
        Case("Мы не закроем зимой ни одной школы.",
             "«Нам с весны не платят ни копейки за воду», — рассказал чиновник на условиях"
             " анонимности.", sentence=True),
    ),
    *found(
        "hedge_changed",
        Case("I hear that almost every school in the valley is cold.",
             "“Every school in the valley is cold,” said Ilse Brandvik.", ("match", "paraphrase"),
             sentence=True),
        Case("The roof of the school will be mended in all probability before the snow.",
             "The roof of the school will be mended before the snow."),
    ),
    *absent(
        "hedge_changed",
        Case("I hear that almost every school in the valley is cold.",
             "Ilse Brandvik said that almost “every school in the valley is cold”.", "match",
             sentence=True),
        Case("We talked about the roof of the school and the snow.",
             "The roof of the school and the snow.", "match"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", RECORDS)
def test_blind_records(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
