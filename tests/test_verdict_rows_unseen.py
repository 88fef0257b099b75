"""A second set for the critical rows, written after the engine passed the first.

Other subjects and other sentence shapes: they tell whether a row was learned or its sentences.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import SUPPORTED, Case, absent, assert_case, assert_edit_shown, found, pairs

NEGATION = pairs(
    "The vaccine has been tested on children under five. => "
    "The vaccine has not been tested on children under five.",
    "Our players did nothing wrong in the second half. => "
    "Our players did something wrong in the second half.",
    "No train will leave the depot during the strike. => "
    "A train will leave the depot during the strike.",
    "The ambassador was not invited to the reception. => "
    "The ambassador was invited to the reception.",
    "I don't regret a single vote I cast for this budget. => "
    "I regret a single vote I cast for this budget.",
    "Nowhere in the contract is the price fixed. => Somewhere in the contract the price is fixed.",
    "None of the ballots were counted twice. => All of the ballots were counted twice.",
    "We shall never accept foreign bases on our soil. => "
    "We shall always accept foreign bases on our soil.",
    "The collapse cost the city no fewer than eighteen bridges. => "
    "The collapse cost the city fewer than eighteen bridges.",
    "It is not just a demand of the union but of every nurse. => "
    "It is just a demand of the union but of every nurse.",
    "Мы не признаём результаты этих выборов. => Мы признаём результаты этих выборов.",
    "Ни один поезд не выйдет из депо. => Каждый поезд выйдет из депо.",
    "Вакцина была испытана на детях. => Вакцина не была испытана на детях.",
)
NOT_NEGATION = pairs(
    "The vaccine hasn't been tested on children under five. => "
    "The vaccine has not been tested on children under five.",
    "The minister isn't resigning, he is going on holiday. => "
    "The minister is not resigning, he is going on holiday.",
    "We have no doubt that the trains will run on Sunday. => "
    "We have no doubt that the trains will run on Sunday.",
    "I never liked the stadium. The new one is far better for our supporters. => "
    "The new one is far better for our supporters.",
    "The note on the notice board was noted by no fewer than nine nurses. => "
    "The note on the notice board was noted by no fewer than nine nurses.",
    "Мы не ездили в Женеву. Договор подписали в Москве. => Договор подписали в Москве.",
    verdicts="match",
)

NUMBER = pairs(
    "Unemployment fell to 4.5 per cent last quarter. => "
    "Unemployment fell to 5.4 per cent last quarter.",
    "The stadium will hold sixty thousand spectators. => "
    "The stadium will hold sixteen thousand spectators.",
    "Our debt stands at 12 billion euros. => Our debt stands at 12 million euros.",
    "Turnout was 61 per cent in the capital. => Turnout was 61 points in the capital.",
    "The runway is 3,200 metres long and perfectly flat. => "
    "The runway is 3,200 feet long and perfectly flat.",
    "The vote took place on 12 June at noon. => The vote took place on 21 June at noon.",
    "A quarter of the nurses have left the hospital. => "
    "A third of the nurses have left the hospital.",
    "We have waited since 1998 for this railway. => We have waited since 1989 for this railway.",
    "Безработица снизилась до 4,5 процента. => Безработица снизилась до 5,4 процента.",
    "Стадион вместит шестьдесят тысяч зрителей. => Стадион вместит шестнадцать тысяч зрителей.",
)
NOT_NUMBER = pairs(
    "Unemployment fell to 4.5 per cent last quarter. => Unemployment fell to 4.5% last quarter.",
    "The stadium will hold sixty thousand spectators. => The stadium will hold 60,000 spectators.",
    "Our debt stands at 12 billion euros. => Our debt stands at €12 billion.",
    "The vote took place on 12 June at noon. => The vote took place on June 12 at noon.",
    "Turnout was 61 per cent in 2019 and 58 per cent in 2021. => "
    "Turnout was 61 percent in 2019 and 58 percent in 2021.",
    "We won the first match. The second half of the season begins in May. => "
    "The second half of the season begins in May.",
    "Стадион вместит шестьдесят тысяч зрителей. => Стадион вместит 60 тысяч зрителей.",
    verdicts=SUPPORTED,
)

MODALITY = pairs(
    "The court may overturn the election result. => The court must overturn the election result.",
    "Parents can refuse the vaccine for their children. => "
    "Parents must refuse the vaccine for their children.",
    "The bank could raise its rates in the autumn. => The bank will raise its rates in the autumn.",
    "You should check the brakes before every trip. => You may check the brakes before every trip.",
    "The troops might cross the river at night. => The troops crossed the river at night.",
    "Суд может отменить результаты выборов. => Суд отменит результаты выборов.",
)
NOT_MODALITY = pairs(
    "The court may overturn the election result. => The court might overturn the election result.",
    "We must build the line before the winter games. => "
    "We have got to build the line before the winter games.",
    "On 9 May the veterans will march through the city. => "
    "On 9 May, the veterans will march through the city.",
    verdicts=SUPPORTED,
)

ENTITY = pairs(
    "Germany will pay for the new satellites. => France will pay for the new satellites.",
    "The prosecutor accused the banker of lying to the jury. => "
    "The banker accused the prosecutor of lying to the jury.",
    "Turkey asked Greece for help after the earthquake. => "
    "Greece asked Turkey for help after the earthquake.",
    "The summit will be held in Vienna next week. => The summit will be held in Geneva next week.",
    "We lost the documents during the move. => They lost the documents during the move.",
    "The union wants longer holidays for the drivers. => "
    "The union wants longer holidays for the pilots.",
    "The goalkeeper pushed the referee after the whistle. => "
    "The referee pushed the goalkeeper after the whistle.",
    "The mayor was criticised by the governor for the delay. => "
    "The governor was criticised by the mayor for the delay.",
    # Names exchanged over a verb or a clause are no list in another order.
    "By leaving the tanks to Turkey, Greece planted a bomb under the treaty. => "
    "By leaving the tanks to Greece, Turkey planted a bomb under the treaty.",
    "The accord opens the way to trade with Vienna; Geneva wants more investment. => "
    "The accord opens the way to trade with Geneva; Vienna wants more investment.",
    "Brandvik said Tunheim was in no rush to sign the accord. => "
    "Tunheim said Brandvik was in no rush to sign the accord.",
    "The ambassador told Vienna that Geneva recognises the new league: a decision of principle. => "
    "The ambassador told Geneva that Vienna recognises the new league: a decision of principle.",
    "The rebels stay in Norway, made welcome by those now ruling Oslo. => "
    "The rebels stay in Oslo, made welcome by those now ruling Norway.",
    # A capital is not its country where a place is meant.
    "The smuggling of weapons from Afghanistan has grown. => "
    "The smuggling of weapons from Kabul has grown.",
    # What stands in parentheses on both sides is compared.
    "The three guarantors (Germany, Italy, Spain) met at the border. => "
    "The three guarantors (Germany, France, Spain) met at the border.",
    "Германия заплатит за новые спутники. => Франция заплатит за новые спутники.",
    "Прокурор обвинил банкира во лжи. => Банкир обвинил прокурора во лжи.",
    instead=("reordered", "name_substituted"),
)
NOT_ENTITY = pairs(
    "The mayor was criticised by the governor for the delay. => "
    "The governor criticised the mayor for the delay.",
    "Greece and Turkey will rebuild the bridge together. => "
    "Turkey and Greece will rebuild the bridge together.",
    "On Monday the court will hear the appeal of the bank. => "
    "The court will hear the appeal of the bank on Monday.",
    "Ties between Vienna and Geneva have never been warmer. => "
    "Ties between Geneva and Vienna have never been warmer.",
    "The four guarantors (Germany, Italy, Spain, Malta) met at the border. => "
    "The four guarantors (Germany, Spain, Italy, Malta) met at the border.",
    "Прокурор обвинил банкира во лжи. => Прокурор обвинил банкира во лжи.",
    verdicts=SUPPORTED,
)

CONDITION = pairs(
    "The players will return, unless the club sells the captain, to training on Monday. => "
    "The players will return to training on Monday.",
    "Visas are free only for students under thirty. => Visas are free for students under thirty.",
    "All the hospitals except the military one take new patients. => "
    "All the hospitals take new patients.",
    "We will, as long as the ceasefire holds, send food to the city. => "
    "We will send food to the city.",
    "Визы бесплатны только для студентов до тридцати лет. => "
    "Визы бесплатны для студентов до тридцати лет.",
)
STATUS = pairs(
    "The airline is thinking of cancelling its order. => The airline has cancelled its order.",
    "Parliament is to vote on the ban in the autumn. => Parliament voted on the ban in the autumn.",
    "The club hopes to sign a new striker. => The club has signed a new striker.",
    "The company is about to close its factory in the south. => "
    "The company closed its factory in the south.",
    "Авиакомпания собирается отменить заказ на новые самолёты. => "
    "Авиакомпания отменила заказ на новые самолёты.",
    instead=("modality_changed",),
)
CRITICAL = [
    *found("negation_changed", *NEGATION),
    *found("number_changed", *NUMBER),
    *found("modality_changed", *MODALITY),
    *found("entity_changed", *ENTITY),
    *found("condition_dropped", *CONDITION),
    *found("status_changed", *STATUS),
]
HARMLESS = [
    *absent("negation_changed", *NOT_NEGATION),
    *absent("number_changed", *NOT_NUMBER),
    *absent("modality_changed", *NOT_MODALITY),
    *absent("entity_changed", *NOT_ENTITY),
]


@pytest.mark.parametrize("case", CRITICAL)
def test_unseen_critical_edits(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    assert_edit_shown(result, case)


@pytest.mark.parametrize("case", HARMLESS)
def test_unseen_harmless_edits(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
