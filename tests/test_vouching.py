"""What words do not settle: who is asked, and what the answer may change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.compare import Comparison, compare_all
from checker.conflicts import RULES
from checker.model import PairScore
from checker.passage import passage
from checker.reading import read
from checker.settings import MeaningWeights, Settings
from checker.vouching import WINDOW, vouch
from checker.weighing import outweighs
from claims.models import Claim, Mention, Quote
from claims.people import People
from sources.models import Source, Statement

SAID = "The council will pay for the new roof of the old school by the river in spring."
CHANGED = "The council will pay for the new tower of the old school by the river in spring."
SHORTER = "The council will pay for the new roof in spring."
FREE = "Next spring a fresh covering for the schoolhouse is to come out of the town's purse."
YES, NO = PairScore(0.98, 0.01, 0.01, 0.9), PairScore(0.01, 0.98, 0.01, 0.01)


def statement(name: str, text: str, *, speaker: str = "Anna Berg") -> Statement:
    return Statement(
        id=name, utterance=name, speaker=speaker, said_on=date(2024, 3, 3), text=text,
        source=Source(publisher="Archive"),
    )  # fmt: skip


class Answering:
    """An answer to every question; the statements it was asked about."""

    def __init__(self, answer: PairScore) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> Sequence[PairScore]:
        self.asked += [said for said, _ in pairs]
        return [self.answer for _ in pairs]


def vouched(
    quote: str, *stored: Statement, ask: Answering | None, speaker: str | None = None
) -> tuple[Comparison, ...]:
    mention = Mention(as_written=speaker, name=speaker, method="given") if speaker else None
    return vouch(
        compare_all(read(quote), stored, settings=Settings()),
        claim=Claim(id="q", quote=Quote(text=quote, kind="direct"), speaker=mention),
        people=People(()),
        settings=Settings(),
        ask=ask,
    )


def test_of_exchanged_and_dropped_words_the_model_is_asked() -> None:
    (kept,) = vouched(SHORTER, statement("a", SAID), ask=Answering(YES))
    (refused,) = vouched(SHORTER, statement("a", SAID), ask=Answering(NO))
    assert (kept.verdict, refused.verdict) == ("paraphrase", "no_source")
    assert not any(edit.critical for edit in kept.edits)


def test_a_coded_critical_edit_is_not_asked_about() -> None:
    ask = Answering(YES)
    denied = "The council will not pay for the new roof of the old school by the river in spring."
    (found,) = vouched(denied, statement("a", SAID), ask=ask)
    assert (found.verdict, found.blocked_by) == ("no_source", "negation_changed")
    assert found.is_turned
    assert ask.asked == []


def test_an_edit_in_a_longer_stretch_is_only_suspected() -> None:
    reworded = "We do not have anything against trawlers or against seals."
    record = statement("a", "We have nothing against trawlers and we have nothing against seals.")
    kept, refused = (
        vouched(reworded, record, ask=Answering(answer), speaker="Anna Berg")[0]
        for answer in (YES, NO)
    )
    assert (kept.verdict, kept.is_turned) == ("paraphrase", False)
    assert (refused.verdict, refused.blocked_by) == ("no_source", "negation_changed")


def test_persons_who_took_each_others_places_are_no_shift() -> None:
    record = statement("a", "The bridge is up to them, not to us, as we have said from the start.")
    (found,) = vouched(
        "The bridge is up to us, not to them, as we have said from the start.",
        record,
        ask=Answering(NO),
    )
    assert (found.verdict, found.blocked_by) == ("no_source", "entity_changed")


def test_words_that_stand_are_not_asked_about() -> None:
    ask = Answering(NO)
    found = vouched(SAID, statement("a", SAID), statement("b", SHORTER), ask=ask)
    assert found[0].verdict == "match"
    assert ask.asked == []


def test_without_a_model_the_words_decide() -> None:
    changed, shorter, free = (
        vouched(quote, statement("a", SAID), ask=None)[0] for quote in (CHANGED, SHORTER, FREE)
    )
    assert (changed.verdict, changed.is_turned) == ("no_source", True)
    assert (shorter.verdict, shorter.is_open) == ("paraphrase", False)
    assert free.verdict == "no_source"


def test_an_edit_outweighs_a_looser_likeness_of_the_same_utterance() -> None:
    record = statement("a", SAID)
    told = statement("b", FREE).model_copy(update={"utterance": "a"})
    turned, loose = vouched(CHANGED, record, told, ask=Answering(YES))
    assert turned.is_turned
    assert outweighs(turned, loose)


def test_the_named_speaker_is_asked_though_another_has_the_words() -> None:
    ask = Answering(YES)
    others = statement("a", SAID, speaker="Ben Okri-Vale")
    own = statement("b", FREE, speaker="Anna Berg")
    found = vouched(SHORTER, others, own, ask=ask, speaker="Anna Berg")
    assert found[0].verdict == "paraphrase"
    assert FREE in ask.asked or not found[1].is_open


def test_the_order_of_statements_changes_nothing() -> None:
    stored = [statement("a", SAID), statement("b", FREE), statement("c", CHANGED)]
    one = vouched(SHORTER, *stored, ask=Answering(YES))
    other = vouched(SHORTER, *reversed(stored), ask=Answering(YES))
    assert [(c.statement.id, c.verdict, c.likelihood) for c in one] == [
        (c.statement.id, c.verdict, c.likelihood) for c in reversed(other)
    ]


def test_each_rule_has_its_weight() -> None:
    assert tuple(MeaningWeights.model_fields)[-len(RULES) :] == RULES


def test_of_a_long_statement_the_part_is_read_that_is_about_the_quote() -> None:
    around = [f"Item {n} of the list was read out to the members." for n in range(30)]
    long = " ".join([*around[:15], SAID, *around[15:]])
    part = passage(read(SHORTER), read(long), longest=WINDOW)
    assert SAID in part
    assert len(part.split()) <= WINDOW
    assert passage(read(SHORTER), read(SAID), longest=WINDOW) == SAID


def test_a_passage_ends_with_its_own_marks() -> None:
    said = read('He said: "The roof is new." "Who pays for it is open," she said.')
    assert passage(read("a new roof"), said, longest=7) == 'He said: "The roof is new."'
