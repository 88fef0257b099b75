"""Whatever comes in: spans hold the quoted words, order holds, only our errors come out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.dates import claimed_date
from claims.errors import CheckerError
from claims.extract import extract
from claims.kinds import context
from claims.models import Document
from claims.names import case_keys, key
from claims.people import load_people
from claims.quotes import quotes, unwrapped
from claims.readers import RowProblem, read_quote_list, read_text
from claims.scan import marked

PIECES = (
    *"\"“”„‟«»‹›‘’‚‛'`「」",
    *"\n .,;:!?—-()[]<>…",
    *("\n\n", ", ", "''", "6' 2\"", "'90s", "Taliban's", "\r\n"),
    *("Lavrov", "he", "said", "Jane Doe", "added that", "according to", "the minister", "Putin"),
    *(
        "we go on",
        "a",
        "Мы ждём",
        "сказал",
        "Лавров",
        "طالبان",
        "مجاهد",
        "塔利班",
        "\u200f",
        "\ud800",
    ),
    *("MR PRICE:", "QUESTION:", "20 October 2021", "on Wednesday", "may", "—", "2,000"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80)
FAST = settings(max_examples=150, deadline=None)


T = TypeVar("T")


def told(call: Callable[[], T]) -> T | CheckerError:
    """What a call gives, or our error; any other error escapes."""
    try:
        return call()
    except CheckerError as error:
        return error


def in_order(spans: list[tuple[int, int]]) -> bool:
    ends = [0, *(end for _, end in spans)]
    return all(end <= start for end, (start, _) in zip(ends, spans, strict=False))


@FAST
@given(TEXTS)
def test_spans_hold_the_quoted_words_and_never_overlap(text: str) -> None:
    spans: list[tuple[int, int]] = []
    for quote in quotes(text):
        pieces = [text[span.start : span.end] for span in quote.spans]
        assert all(piece == piece.strip() and piece for piece in pieces)
        assert "".join(quote.text.split()) == "".join("".join(pieces).split())
        spans.extend((span.start, span.end) for span in quote.spans)
    assert in_order(spans)


@FAST
@given(TEXTS)
def test_marks_stand_around_what_they_mark(text: str) -> None:
    for found in marked(text):
        assert 0 <= found.start < found.end <= len(text)
        assert all(found.start <= start < end <= found.end for start, end in found.pieces)
        assert len(found.breaks) == max(0, len(found.pieces) - 1)


@FAST
@given(TEXTS, st.booleans(), st.sampled_from([None, "a.txt"]))
def test_every_claim_points_to_its_words(text: str, claims: bool, path: str | None) -> None:
    document = read_text(text, path=path)
    found = extract(document, people=load_people(), claims=claims)
    assert [claim.id for claim in found] == [f"q{n}" for n in range(1, len(found) + 1)]
    starts = []
    for claim in found:
        assert claim.line is not None
        assert claim.column is not None
        words = document.text.split("\n")[claim.line - 1][claim.column - 1 :]
        for span in claim.quote.spans[:1]:
            assert words.startswith(document.text[span.start : span.end].split("\n")[0])
            starts.append(span.start)
        assert claim.speaker is None or claim.speaker.as_written
    assert starts == sorted(starts)


@FAST
@given(TEXTS)
def test_an_article_without_marks_and_claims_holds_nothing(text: str) -> None:
    plain = "".join(c for c in text if c.isalnum() or c in " .\n")
    document = Document(text=plain, path="a.txt")
    assert extract(document, people=load_people()) == ()


@FAST
@given(st.binary(max_size=200))
def test_reading_bytes_raises_nothing_but_our_errors(data: bytes) -> None:
    document = told(lambda: read_text(data))
    if isinstance(document, Document):
        extract(document, people=load_people(), claims=True)
    else:
        assert "\n" not in document.line


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=120) | TEXTS.map(lambda text: text.encode("utf-8", "replace")))
def test_reading_lists_raises_nothing_but_our_errors(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        for name, head in (("a.csv", b"quote,id\n"), ("a.jsonl", b'{"quote": "x"}\n')):
            file = Path(folder) / name
            file.write_bytes(head + data)
            found = told(partial(read_quote_list, file))
            if isinstance(found, CheckerError):
                assert "\n" not in found.line
                continue
            assert "\n" not in (found.note or "")
            problems = (row for row in found.rows if isinstance(row, RowProblem))
            assert all("\n" not in row.reason for row in problems)


@FAST
@given(st.text(max_size=60))
def test_names_of_any_script_are_looked_up_without_fail(name: str) -> None:
    people = load_people()
    assert people.find(name) == people.find(name)
    people.by_role(name)
    for word in name.split():
        assert key(word) == key(word.upper().lower()) or not word.isascii()
        assert key(word) in case_keys(word)


@FAST
@given(TEXTS, st.dates(date(1900, 1, 1), date(2090, 1, 1)))
def test_a_claimed_date_is_found_or_not_but_never_fails(text: str, day: date) -> None:
    found = claimed_date(text, published=day)
    assert found is None or 1900 <= found.year <= 2099


@FAST
@given(TEXTS)
def test_only_a_whole_pair_of_marks_is_taken_off(text: str) -> None:
    bare = unwrapped(text)
    assert bare in text or "\n" in text or " " in text


@FAST
@given(TEXTS, st.data())
def test_the_context_holds_the_beginning_of_the_words(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert len(context(text, start=start, end=end)) <= 600
