"""The pairs written for training: well formed, and apart from what the checker is measured on."""

from __future__ import annotations

from collections import defaultdict

from evaluation.cases import read_cases, read_statements
from evaluation.rows import read_rows
from training import data, subject


def test_every_pair_has_a_statement_a_quote_and_an_answer() -> None:
    found = [*subject.invented("train"), *subject.invented("test")]
    assert len(found) > 100_000
    assert all(len(pair.statement.split()) > 4 and len(pair.quote) > 8 for pair in found)
    assert {pair.answers for pair in found} == set(subject.ANSWERS.values())


def test_no_quote_is_both_supported_and_not() -> None:
    answers: dict[tuple[str, str], set[bool]] = defaultdict(set)
    for pair in (*subject.invented("train"), *subject.invented("test")):
        answers[pair.statement, pair.quote.casefold()].add(pair.answers == data.SUPPORTS)
    assert [key for key, both in answers.items() if len(both) > 1] == []


def test_held_out_statements_are_in_no_other_pair() -> None:
    for made in (subject.invented, subject.same):
        held = {pair.statement for pair in made("test")}
        assert held
        assert held.isdisjoint(pair.statement for pair in made("train"))


def test_no_text_of_the_gold_set_is_trained_on() -> None:
    gold = {case.quote.casefold() for case in read_cases() if len(case.quote) > 25}
    gold |= {row.quote.casefold() for row in read_rows() if len(row.quote) > 25}
    gold |= {statement.text.casefold() for statement in read_statements()}
    pairs = [pair for part in ("train", "test") for pair in subject.invented(part)]
    written = {text.casefold() for pair in pairs for text in (pair.statement, pair.quote)}
    assert gold.isdisjoint(written)
