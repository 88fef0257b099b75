"""What holds for every statement and every quote cut from it, on seeded built-in statements.

The statements are stored as if they were verbatim records, so that words can match.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rows import SUPPORTED, said

from checker.check import Checker
from checker.models import Evidence, Result
from checker.settings import Settings
from claims.models import Claim, Document, Mention, Quote
from sources.builtin import builtin_statements
from sources.models import Statement
from sources.store import Store

WORDS_AT_LEAST = 6
LETTERS_AT_LEAST = 20
UNITS = ("hundred", "thousand", "million", "billion", "per", "percent", "%", "dollars", "tonnes")
examples = settings(max_examples=50, deadline=None, derandomize=True)

RECORDS = tuple(
    statement.model_copy(update={"wording": "verbatim", "original_language": "en"})
    for statement in random.Random(7).sample(builtin_statements(), 80)
    if len(statement.text.split()) >= WORDS_AT_LEAST
)
NUMBERED = tuple(item for item in RECORDS if re.search(r"\d", item.text))
UNRELATED = tuple(
    said(f"The {herd} of the {place} graze above the frozen waterfall.", name=f"{herd}-{place}")
    for herd in ("goats", "sheep", "yaks", "mules")
    for place in ("abbey", "orchard", "lighthouse", "windmill", "brewery")
)


@pytest.fixture(scope="module")
def checkers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Checker, ...]]:
    """The records alone, in another order, and among unrelated statements."""
    folder = tmp_path_factory.mktemp("stores")
    orders = (RECORDS, RECORDS[::-1], UNRELATED[::2] + RECORDS + UNRELATED[1::2])
    stores = [fill(folder / f"{number}.db", order) for number, order in enumerate(orders)]
    yield tuple(Checker(store, settings=Settings()) for store in stores)
    for store in stores:
        store.close()


def fill(path: Path, statements: tuple[Statement, ...]) -> Store:
    """A new store with these statements."""
    store = Store.open(path, create=True, builtin=False)
    store.add(statements)
    return store


def check(checker: Checker, quote: str, *, of: Statement) -> Result:
    """Check a quote that is attributed to the speaker of the statement."""
    speaker = Mention(as_written=of.speaker, name=of.speaker, method="given")
    claim = Claim(id="q1", quote=Quote(text=quote, kind="direct"), speaker=speaker)
    return checker.check(claim, document=Document(text=quote))


@st.composite
def stretches(draw: st.DrawFn) -> tuple[Statement, str]:
    """A statement and some of its words in a row, long enough to be judged."""
    record = draw(st.sampled_from(RECORDS))
    words = list(re.finditer(r"\S+", record.text))
    first = draw(st.integers(0, len(words) - WORDS_AT_LEAST))
    last = draw(st.integers(first + WORDS_AT_LEAST, len(words)))
    text = record.text[words[first].start() : words[last - 1].end()]
    # A cut through "four million" or "20 per cent" leaves another number.
    assume(last == len(words) or not words[last].group().startswith(UNITS))
    assume(not (first and words[first].group().startswith(UNITS)))
    assume(sum(letter.isalpha() for letter in text) >= LETTERS_AT_LEAST)
    return record, text


@st.composite
def altered(draw: st.DrawFn) -> tuple[Statement, str]:
    """A statement and its text with one word lost, doubled, moved or put in from elsewhere."""
    record = draw(st.sampled_from(RECORDS))
    words = record.text.split()
    at = draw(st.integers(0, len(words) - 1))
    to = draw(st.integers(0, len(words) - 1))
    foreign = draw(st.sampled_from(["not", "perhaps", "1,234", "Brazil", "very", "only"]))
    change = draw(st.sampled_from(["lose", "double", "move", "insert"]))
    if change == "lose":
        del words[at]
    elif change == "double":
        words.insert(at, words[at])
    elif change == "move":
        words.insert(to, words.pop(at))
    else:
        words.insert(at, foreign)
    return record, " ".join(words)


@examples
@given(record=st.sampled_from(RECORDS))
def test_a_whole_statement_is_a_match(checkers: tuple[Checker, ...], record: Statement) -> None:
    result = check(checkers[0], record.text, of=record)
    assert result.verdict == "match"
    assert result.attribution == "confirmed"
    assert record.text.rstrip(".") in {shown.exact.rstrip(".") for shown in result.evidence}


@examples
@given(cut=stretches())
def test_words_in_a_row_are_a_match(
    checkers: tuple[Checker, ...], cut: tuple[Statement, str]
) -> None:
    record, quote = cut
    result = check(checkers[0], quote, of=record)
    assert result.verdict == "match"
    assert "wrong_speaker" not in {finding.code for finding in result.findings}


@examples
@given(cut=stretches(), data=st.data())
def test_an_inserted_not_is_never_supported(
    checkers: tuple[Checker, ...], cut: tuple[Statement, str], data: st.DataObject
) -> None:
    record, quote = cut
    # After a denial that was cut off, a "not" put back may be the record's own.
    assume("not" not in record.text.partition(quote)[0].split()[-3:])
    words = quote.split()
    words.insert(data.draw(st.integers(1, len(words) - 1)), "not")
    assert check(checkers[0], " ".join(words), of=record).verdict == "no_source"


@examples
@given(record=st.sampled_from(NUMBERED), data=st.data())
def test_a_changed_number_is_never_supported(
    checkers: tuple[Checker, ...], record: Statement, data: st.DataObject
) -> None:
    number = data.draw(st.sampled_from(list(re.finditer(r"\d+", record.text))))
    other = str(int(number.group()) + data.draw(st.integers(1, 5000)))
    quote = record.text[: number.start()] + other + record.text[number.end() :]
    assert check(checkers[0], quote, of=record).verdict == "no_source"


@examples
@given(case=st.one_of(stretches(), altered()))
def test_what_is_shown_stands_in_the_record_and_in_the_quote(
    checkers: tuple[Checker, ...], case: tuple[Statement, str]
) -> None:
    record, quote = case
    result = check(checkers[0], quote, of=record)
    for shown in (*result.evidence, *result.near_misses):
        stored = checkers[0].store.get(shown.statement)
        assert stored is not None
        assert stored.text[shown.start : shown.end] == shown.exact
        if shown.edits:
            assert printed(shown) == close(quote)
            assert recorded(shown) == close(shown.exact)


def printed(shown: Evidence) -> str:
    """The quote as its edits rebuild it."""
    return close("".join(edit.quoted for edit in shown.edits))


def recorded(shown: Evidence) -> str:
    """The stored stretch as its edits rebuild it."""
    return close("".join(edit.stored for edit in shown.edits))


def close(text: str) -> str:
    """The letters and digits of the text: edits go word by word, stops stay with nobody."""
    return "".join(letter for letter in text if letter.isalnum())


@examples
@given(case=st.one_of(stretches(), altered()))
def test_neither_order_nor_unrelated_statements_change_a_verdict(
    checkers: tuple[Checker, ...], case: tuple[Statement, str]
) -> None:
    record, quote = case
    results = [check(checker, quote, of=record) for checker in checkers]
    assert len({result.verdict for result in results}) == 1
    if results[0].verdict in SUPPORTED:
        assert len({result.evidence[0].statement for result in results}) == 1
