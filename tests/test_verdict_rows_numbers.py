"""Rows 6, 7 and 31: numbers and record style, as other forms of the same and as changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import NOT_MATCH, SUPPORTED, Case, absent, assert_case, assert_edit_shown, found

NUMBER_FORM = found(
    "number_form",
    Case(
        "Two thousand teachers came back to the schools.",
        "2,000 teachers came back to the schools.",
    ),
    Case(
        "We lost 2000 hectares of forest to the fires.",
        "We lost 2\u202f000 hectares of forest to the fires.",
    ),
    Case(
        "We counted 2,000 tents in the camp by the river.",
        "We counted ۲۰۰۰ tents in the camp by the river.",
    ),
    Case(
        "The dam cost us 3,000,000 crowns and a decade of work.",
        "The dam cost us 3 million crowns and a decade of work.",
    ),
    Case(
        "The dam cost us 2.5 million crowns and a decade of work.",
        "The dam cost us 2.5m crowns and a decade of work.",
    ),
    Case(
        "Exports to the coast fell by twenty per cent in a year.",
        "Exports to the coast fell by 20% in a year.",
    ),
    Case(
        "Twenty-five villages were without power for a week.",
        "25 villages were without power for a week.",
    ),
    Case(
        "The fund received 1,500 million crowns from the ministry.",
        "The fund received 1.5 billion crowns from the ministry.",
    ),
    Case(
        "В школы вернулись две тысячи учителей и врачей.",
        "В школы вернулись 2000 учителей и врачей.",
    ),
    Case(
        "Экспорт зерна снизился на двадцать процентов за год.",
        "Экспорт зерна снизился на 20% за год.",
    ),
    Case(
        "Плотина обошлась бюджету в 5 миллионов крон за год.",
        "Плотина обошлась бюджету в 5 млн крон за год.",
    ),
)

NOT_NUMBER_FORM = absent(
    "number_form",
    Case(
        "We sent fifteen doctors to the flooded villages.",
        "We sent fifty doctors to the flooded villages.",
        "no_source",
        codes=("number_changed",),
    ),
    Case(
        "About the border: 2 soldiers were wounded in the night.",
        "About the border: 2.000 soldiers were wounded in the night.",
        "no_source",
    ),
    Case(
        "The dam cost us 3 million crowns and a decade of work.",
        "The dam cost us 3 billion crowns and a decade of work.",
        "no_source",
        codes=("number_changed",),
    ),
    Case(
        "В школы вернулись две тысячи учителей и врачей.",
        "В школы вернулись 2 миллиона учителей и врачей.",
        "no_source",
        codes=("number_changed",),
    ),
    # The marker of a list is no number of the claim.
    Case(
        "1. The border will reopen in spring. 2. The visas will be free.",
        "The border will reopen in spring. The visas will be free.",
        SUPPORTED,
        never=("number_changed",),
    ),
)

RECORD_STYLE = found(
    "record_style",
    Case(
        "The UN sent its inspectors to the dam last week.",
        "The United Nations sent its inspectors to the dam last week.",
    ),
    Case(
        "We're ready to host the next round of talks.",
        "We are ready to host the next round of talks.",
    ),
    Case(
        "The farmers do not accept the price of the grain.",
        "The farmers don't accept the price of the grain.",
    ),
    Case(
        "The navy can't leave the harbour before the thaw.",
        "The navy can not leave the harbour before the thaw.",
    ),
    Case(
        "The European Union paid for the new hospital.",
        "The EU paid for the new hospital.",
    ),
    Case(
        "The U.S. opened its embassy near the old market.",
        "The United States opened its embassy near the old market.",
    ),
    Case(
        "The mayor won't sell the land beside the station.",
        "The mayor will not sell the land beside the station.",
    ),
    Case(
        "I'd say the talks were useful for every village.",
        "I would say the talks were useful for every village.",
    ),
    Case(
        "ООН направила своих инспекторов на плотину в марте.",
        "Организация Объединённых Наций направила своих инспекторов на плотину в марте.",
    ),
    Case(
        "США открыли посольство рядом со старым рынком.",
        "Соединённые Штаты открыли посольство рядом со старым рынком.",
    ),
)

NOT_RECORD_STYLE = absent(
    "record_style",
    Case(
        "The navy can't leave the harbour before the thaw.",
        "The navy can leave the harbour before the thaw.",
        "no_source",
        codes=("negation_changed",),
    ),
    Case(
        "We're ready to host the next round of talks.",
        "We were ready to host the next round of talks.",
        NOT_MATCH,
    ),
    Case(
        "The UN sent its inspectors to the dam last week.",
        "The EU sent its inspectors to the dam last week.",
        "no_source",
        codes=("entity_changed",),
    ),
    Case(
        "They will help us rebuild the northern schools.",
        "They will help the United States rebuild the northern schools.",
        "no_source",
    ),
    Case(
        "The mayor won't sell the land beside the station.",
        "The mayor will sell the land beside the station.",
        "no_source",
        codes=("negation_changed",),
    ),
    Case(
        "ООН направила своих инспекторов на плотину в марте.",
        "ЕС направил своих инспекторов на плотину в марте.",
        "no_source",
    ),
)


NUMBER_CHANGED = found(
    "number_changed",
    Case(
        "We sent 2,000 soldiers to guard the reservoir.",
        "We sent 20,000 soldiers to guard the reservoir.",
    ),
    Case(
        "Exports to the coast fell by 20 per cent in a year.",
        "Exports to the coast fell by 20 in a year.",
    ),
    Case(
        "The flood cost the province 3 million crowns in a night.",
        "The flood cost the province 3 billion crowns in a night.",
    ),
    Case(
        "The treaty was signed in 2021 at the old castle.",
        "The treaty was signed in 2012 at the old castle.",
    ),
    Case(
        "The shells fell 40 kilometres from the capital.",
        "The shells fell 40 miles from the capital.",
    ),
    Case(
        "The two ministers and three generals left the country.",
        "The three ministers and two generals left the country.",
        instead=("entity_changed",),
    ),
    Case(
        "They paid us 500 dollars for a tonne of wheat.",
        "They paid us 500 euros for a tonne of wheat.",
    ),
    # A number lost or gained inside the quote is a number changed.
    Case(
        "We sent 2,000 soldiers to guard the reservoir.",
        "We sent soldiers to guard the reservoir.",
    ),
    Case(
        "We sent soldiers to guard the reservoir in the north.",
        "We sent 300 soldiers to guard the reservoir in the north.",
    ),
    Case(
        "This is the second attempt to mine the harbour.",
        "This is the third attempt to mine the harbour.",
    ),
    Case(
        "Dozens of villages were cut off by the snow.",
        "Hundreds of villages were cut off by the snow.",
    ),
    Case(
        "Мы направили 2 000 солдат охранять водохранилище.",
        "Мы направили 20 000 солдат охранять водохранилище.",
    ),
    Case(
        "Наводнение обошлось области в три миллиона крон.",
        "Наводнение обошлось области в три миллиарда крон.",
    ),
    Case(
        "Договор подписали два министра и три генерала.",
        "Договор подписали три министра и два генерала.",
        instead=("entity_changed",),
    ),
)

NOT_NUMBER_CHANGED = absent(
    "number_changed",
    Case(
        "We sent 2,000 soldiers there in 2021 and brought them home.",
        "We sent two thousand soldiers there in 2021 and brought them home.",
        "match",
    ),
    # "2,000" beside "2021": the same two numbers in another order of words.
    Case(
        "2,000 families left the valley in 2021.",
        "In 2021, 2,000 families left the valley.",
        "paraphrase",
    ),
    Case(
        "No fewer than 300 people attended the funeral of the mayor.",
        "At least 300 people attended the funeral of the mayor.",
        "paraphrase",
        never=("negation_changed",),
    ),
    Case(
        "A dozen villages were cut off by the snow.",
        "Twelve villages were cut off by the snow.",
        SUPPORTED,
    ),
    # "one" and "second" are not always numbers.
    Case(
        "No one came to the meeting that we called in the spring.",
        "Nobody came to the meeting that we called in the spring.",
        "paraphrase",
        never=("negation_changed",),
    ),
    Case(
        "It took us a second to decide to help the village.",
        "It took us a moment to decide to help the village.",
        "paraphrase",
    ),
    # Another number elsewhere in the statement has no say (rule 6).
    Case(
        "The first phase cost 3 million crowns. The second phase cost 9 million crowns.",
        "The second phase cost nine million crowns.",
        "match",
    ),
    Case(
        "The bank lent the farmers 40 per cent of the price.",
        "The bank lent the farmers 40 percent of the price.",
        "match",
    ),
    Case(
        "The insurers paid $5 million for the sunken ferry.",
        "The insurers paid five million dollars for the sunken ferry.",
        "match",
    ),
    Case(
        "Договор подписали два министра и три генерала.",
        "Договор подписали 2 министра и 3 генерала.",
        "match",
    ),
    Case(
        "В 2021 году из долины ушли 2 000 семей.",
        "Из долины в 2021 году ушли две тысячи семей.",
        "paraphrase",
    ),
)


@pytest.mark.parametrize(
    "case",
    [
        *NUMBER_FORM,
        *NOT_NUMBER_FORM,
        *RECORD_STYLE,
        *NOT_RECORD_STYLE,
        *NUMBER_CHANGED,
        *NOT_NUMBER_CHANGED,
    ],
)
def test_numbers_and_record_style(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    if case.code == "number_changed" and case.applies:
        assert_edit_shown(result, case)
