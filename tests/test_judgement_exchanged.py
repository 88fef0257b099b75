"""Who does what to whom, and words that face about, in sentences freely put in other words."""

from __future__ import annotations

from datetime import date

import pytest

from checker.compare import compare
from checker.conflicts import GRAVE, Conflict, find_conflicts
from checker.correspond import content, pair_words
from checker.exchanged import exchanged_parts
from checker.nouns_verbs import FIRST
from checker.reading import read
from checker.roles import frames
from checker.settings import Settings
from sources.models import Source, Statement

EXCHANGED = (
    ("The guild asked the abbey to host fairs.", "The abbey called on the guild to host fairs."),
    ("The herders have to pay the millers on time.", "The herders must be paid on time."),
    ("The bishop told the judge to wait, and lent him a horse.",
     "The judge told the bishop to wait, and lent him a horse."),
    ("Grain is carried from the coast into the hills.",
     "They carry the grain from the hills into the coast towns."),
    ("They lost because they came late, and we took the prize.",
     "We lost because we came late, and they took the prize."),
    ("The Danes left their boats to the Swedes and built a wall.",
     "By leaving their boats to the Danes the Swedes built a wall, in effect."),
)  # fmt: skip
KEPT = (
    ("The abbey was asked by the guild to host the fair.", "The guild asked the abbey to host it."),
    ("The herders, like the millers, were paid on time.", "They paid the herders on time."),
    ("The bridge opens in May.", "The bridge will be opened in May."),
    ("They asked us for seed and promised help.", "The herders asked for seed and promised help."),
    ("A party led by the bishop will go to the coast.", "The bishop will lead a party there."),
    ("There is no need for the abbey to sell the forest.", "The abbey need not sell the forest."),
    ("Grain is carried into the hills from the coast.", "They carry grain from coast to hills."),
)  # fmt: skip


@pytest.mark.parametrize(("quote", "stored"), EXCHANGED)
def test_parts_given_to_others_are_found(quote: str, stored: str) -> None:
    found = exchanged_parts(read(quote), read(stored), implied=frozenset())
    assert found is not None
    assert found[0] == "entity_changed"


@pytest.mark.parametrize(("quote", "stored"), KEPT)
def test_the_same_parts_in_another_form_are_no_exchange(quote: str, stored: str) -> None:
    assert exchanged_parts(read(quote), read(stored), implied=frozenset()) is None


TURNED = (
    ("The new toll will hold back trade with the coast.", "The new toll will spur coast trade."),
    ("Their views of the toll diverged.", "Their views of the toll coincided."),
    ("Whoever wants to keep the gate open must find another bishop.",
     "The gate stays open. Whoever wants to close it must find another bishop."),
    ("The herders met a day after the fair.", "The herders met on Monday, a day before the fair."),
    ("We do not regret the sale.", "She voiced regret over the sale."),
    ("The wolves will be a danger to the herds.", "The wolves will pose no threat to the herds."),
    ("The snow may keep the herders from crossing the pass.", "Snow may push them to cross it."),
    ("The guild holds all of the valley under its control.",
     "The guild does not yet control all of the valley."),
)  # fmt: skip
NOT_TURNED = (
    ("The toll will not spur trade.", "The toll will hold back trade."),
    ("We do not want arms, we want seed.", "The valley does not want arms; it needs seed."),
    ("Neither the abbey nor the guild owns the mill.", "The mill is not owned by either of them."),
    ("On no pretext is it acceptable to sell.", "To sell is unacceptable on any pretext."),
    ("I cannot promise that the fair will be held.", "She could not yet promise a fair."),
    ("The herders met on Monday, before the fair.", "The herders met the day before the fair."),
)  # fmt: skip


PLACED = (
    ("We sent the herders another load of seed days ago.",
     "The abbey plans to dispatch another load of seed to the herders.", "status_changed"),
    ("The judge has come back from Moscow.", "The judge would go to Moscow.", "entity_changed"),
    ("The judge will see him in Washington.", "The judge will come to Moscow.", "entity_changed"),
    ("We speak as a brother and not as a partner.", "We speak as a partner, not as a brother.",
     "entity_changed"),
    ("Russia regrets that US officials stayed away from the Moscow talks.",
     "The United States will stay away from the Moscow talks this week.", "entity_changed"),
)  # fmt: skip


@pytest.mark.parametrize(("quote", "stored", "code"), PLACED)
def test_another_time_place_or_direction_stands_against(quote: str, stored: str, code: str) -> None:
    assert code in {conflict.code for conflict in _conflicts(quote, stored)}


def _conflicts(quote: str, stored: str) -> tuple[Conflict, ...]:
    """What speaks against, by the rules that this page is about."""
    one, other = read(quote), read(stored)
    wanted, offered = ([i for i, _ in content(reading)] for reading in (one, other))
    pairs = pair_words(one, other, wanted=wanted, offered=offered)
    none = frozenset[str]()
    found = find_conflicts(one, other, pairs, implied=none, known=none)
    return tuple(c for c in found if c.rule in GRAVE)


@pytest.mark.parametrize(("quote", "stored"), TURNED)
def test_a_sentence_turned_by_one_word_stands_against_it(quote: str, stored: str) -> None:
    assert "negation_changed" in {conflict.code for conflict in _conflicts(quote, stored)}


@pytest.mark.parametrize(("quote", "stored"), NOT_TURNED)
def test_two_turns_are_none(quote: str, stored: str) -> None:
    assert _conflicts(quote, stored) == ()


def test_frames_name_the_doer_across_and_in_the_passive() -> None:
    text = read("The abbey asked the guild to wait and was told by us that nobody had paid.")
    told = {text.keys[frame.at]: frame for frame in frames(text)}
    assert told["asked"].doer == {"abbey"}
    assert told["wait"].doer == {"guild"}
    assert told["told"].passive
    assert FIRST not in told["asked"].doer


def test_two_opposites_in_one_clause_are_no_word_that_moved() -> None:
    """A bug: two opposites were taken for one denial that changed its place."""
    stored = Statement(
        id="a", utterance="a", speaker="Abbot", said_on=date(2020, 1, 1),
        text="The mill should be kept for infants and for people with weak lungs.",
        source=Source(publisher="p"),
    )  # fmt: skip
    quote = read("The mill should be kept for adults and for people with healthy lungs.")
    assert compare(quote, stored, settings=Settings()).verdict == "no_source"
