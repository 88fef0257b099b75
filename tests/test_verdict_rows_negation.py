"""Row 30: a negation lost or added inside the quote, and negations that have no say in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import SUPPORTED, Case, absent, assert_case, assert_edit_shown, found, said

NEGATION = found(
    "negation_changed",
    Case(
        "We have decided to sell the forest to the abbey.",
        "We have not decided to sell the forest to the abbey.",
    ),
    Case(
        "We have not decided to sell the forest to the abbey.",
        "We have decided to sell the forest to the abbey.",
    ),
    Case(
        "The herders never asked us for a loan of seed.",
        "The herders asked us for a loan of seed.",
    ),
    Case(
        "The convoy crossed the pass without an escort of soldiers.",
        "The convoy crossed the pass with an escort of soldiers.",
    ),
    Case(
        "There is a reason to close the harbour in winter.",
        "There is no reason to close the harbour in winter.",
    ),
    Case(
        "Nobody in the valley wants to sell the forest.",
        "Everybody in the valley wants to sell the forest.",
    ),
    Case(
        "The bishop isn't opposed to the sale of the forest.",
        "The bishop is opposed to the sale of the forest.",
    ),
    Case(
        "We cannot forget the families of the drowned sailors.",
        "We can forget the families of the drowned sailors.",
    ),
    # "Can not but" affirms; take the "but" and it denies.
    Case(
        "We can not but welcome the decision of the bishop.",
        "We can not welcome the decision of the bishop.",
    ),
    Case(
        "It is not impossible to reach the abbey in winter.",
        "It is impossible to reach the abbey in winter.",
    ),
    Case(
        "The harbour and the mill have no debts, and the school has no teacher.",
        "The harbour and the mill have debts, and the school has no teacher.",
    ),
    Case(
        "We do not want a war, we want a fair price for wool.",
        "We want a war, we do not want a fair price for wool.",
    ),
    Case(
        "Neither the bishop nor the mayor signed the letter.",
        "Both the bishop and the mayor signed the letter.",
    ),
    Case(
        "Мы решили продать лес монастырю этой весной.",
        "Мы не решили продать лес монастырю этой весной.",
    ),
    Case(
        "Пастухи никогда не просили у нас семян взаймы.",
        "Пастухи просили у нас семян взаймы.",
    ),
    Case(
        "Обоз прошёл через перевал без охраны солдат.",
        "Обоз прошёл через перевал с охраной солдат.",
    ),
    Case(
        "У нас нет причин закрывать порт на зиму.",
        "У нас есть причины закрывать порт на зиму.",
    ),
)

# Meaning turned by other words than "not": support is wrong, whatever the code.
TURNED = [
    Case(stored, printed, "no_source")
    for stored, printed in [
        (
            "It is possible to reach the abbey by sledge in winter.",
            "It is impossible to reach the abbey by sledge in winter.",
        ),
        (
            "The sale of the forest to the abbey was legal.",
            "The sale of the forest to the abbey was illegal.",
        ),
        (
            "The mayor agreed to sign the letter of the herders.",
            "The mayor refused to sign the letter of the herders.",
        ),
        (
            "Our engineers managed to repair the dam before the flood.",
            "Our engineers failed to repair the dam before the flood.",
        ),
        (
            "There is enough grain in the barns of the abbey.",
            "There is hardly any grain in the barns of the abbey.",
        ),
        (
            "We allow the herders to cross the land of the abbey.",
            "We forbid the herders to cross the land of the abbey.",
        ),
        (
            "Мы разрешаем пастухам проходить через земли монастыря.",
            "Мы запрещаем пастухам проходить через земли монастыря.",
        ),
    ]
]

NOT_NEGATION = absent(
    "negation_changed",
    # A negation elsewhere in the statement has no say (rule 6).
    Case(
        "We do not want a war. We have decided to sell the forest to the abbey.",
        "We have decided to sell the forest to the abbey.",
        "match",
    ),
    Case(
        "We have decided to sell the forest to the abbey, and we will never buy it back.",
        "We have decided to sell the forest to the abbey.",
        "match",
    ),
    Case(
        "The abbot has not yet answered the letter of the herders.",
        "The abbot has yet to answer the letter of the herders.",
        "paraphrase",
    ),
    Case(
        "The abbot has yet to answer the letter of the herders.",
        "The abbot has not yet answered the letter of the herders.",
        "paraphrase",
    ),
    # A negation of its own elsewhere in the quote, and another word changed.
    Case(
        "We don't want a war, we will begin the talks next month.",
        "We do not want a war, we will start the talks next month.",
        "paraphrase",
    ),
    Case(
        "The convoy crossed the pass without an escort of soldiers.",
        "The convoy crossed the pass without any escort of soldiers.",
        SUPPORTED,
    ),
    Case(
        "The convoy crossed the pass without an escort of soldiers.",
        "The convoy crossed the pass without an escort of soldiers.",
        "match",
    ),
    Case(
        "We can not but welcome the decision of the bishop.",
        "We cannot but welcome the decision of the bishop.",
        "match",
    ),
    Case(
        "The bishop isn’t opposed to the sale of the forest.",
        "The bishop is not opposed to the sale of the forest.",
        "match",
    ),
    Case(
        "We want not only peace but a fair price for wool.",
        "We want not only peace but a fair price for wool.",
        "match",
    ),
    Case(
        "We want not only peace but also a fair price for our wool.",
        "We want peace and also a fair price for our wool.",
        "paraphrase",
    ),
    Case(
        "It is not impossible that the abbey will sell the forest.",
        "It is possible that the abbey will sell the forest.",
        "paraphrase",
    ),
    Case(
        "We are not unwilling to talk with the herders about the pass.",
        "We are willing to talk with the herders about the pass.",
        "paraphrase",
    ),
    Case(
        "The mill is no longer in the hands of the abbey.",
        "The mill is not in the hands of the abbey any longer.",
        "paraphrase",
    ),
    Case(
        "We do not have any quarrel with the herders of the plateau.",
        "We have no quarrel with the herders of the plateau.",
        "paraphrase",
    ),
    Case(
        "There is nothing in the barns of the abbey this winter.",
        "There is not anything in the barns of the abbey this winter.",
        "paraphrase",
    ),
    # A denial of something else, said before the quoted words.
    Case(
        "No, we have agreed on a fair price for wool.",
        "We have agreed on a fair price for wool.",
        "match",
        never=("clipped_negation",),
    ),
    # "Not yet" without "yet" is a hedge lost (row 28), no negation.
    Case(
        "We have not yet decided to sell the forest to the abbey.",
        "We have not decided to sell the forest to the abbey.",
        "paraphrase",
        codes=("hedge_changed",),
    ),
    # Names and words that only look negative.
    Case(
        "Captain Nott and Sister Noone noted the knots in the rope.",
        "Captain Nott and Sister Noone noted the knots in the rope.",
        "match",
    ),
    Case(
        "Without doubt the abbey will sell the forest this spring.",
        "Undoubtedly the abbey will sell the forest this spring.",
        "paraphrase",
    ),
    Case(
        "Мы не хотим войны. Мы решили продать лес монастырю этой весной.",
        "Мы решили продать лес монастырю этой весной.",
        "match",
    ),
    Case(
        "Обоз прошёл через перевал без охраны солдат.",
        "Обоз прошёл через перевал без охраны солдат.",
        "match",
    ),
    Case(
        "Мы пока не решили продать лес монастырю.",
        "Мы не решили продать лес монастырю.",
        "paraphrase",
        codes=("hedge_changed",),
    ),
    Case(
        "Мы не можем не приветствовать решение епископа.",
        "Мы не можем не приветствовать решение епископа.",
        "match",
    ),
)

# The same claim may stand affirmed by one person and denied by another: words first, then who.
BOTH_SIDES = (
    said("We have decided to sell the forest to the abbey.", name="yes"),
    said("We have not decided to sell the forest to the abbey.", name="no", speaker="Olav Tunheim"),
)
BOTH = [
    Case(BOTH_SIDES, BOTH_SIDES[0].text, "match", first="yes", never=("wrong_speaker",)),
    Case(BOTH_SIDES, BOTH_SIDES[1].text, "match", first="no", codes=("wrong_speaker",)),
]


@pytest.mark.parametrize("case", [*NEGATION, *NOT_NEGATION, *TURNED])
def test_negation(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    if case.code and case.applies:
        assert_edit_shown(result, case)


@pytest.mark.parametrize("case", BOTH)
def test_the_exact_wording_is_preferred_to_its_opposite(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
