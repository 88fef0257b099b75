"""What a library must do for the engine, whether it is a store in a file or a list in memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from memory_library import MemoryLibrary
from source_samples import ARCHIVE, DAY, ids, statement, store_of

from checker.check import Checker
from claims.errors import UsageError
from claims.extract import extract
from claims.models import Document
from sources.builtin import builtin_statements
from sources.interface import Library
from sources.models import Source

OTHER = Source(publisher="Lofoten Radio", title="Evening talk", url="https://radio.example/2")
HELD = [
    statement("open", "The harbour is open from today, unless the ice comes back.", position=0),
    statement("asked", "Will every ferry sail?", speaker="QUESTION", position=1),
    statement("ferry", "Every ferry will sail in June.", speaker="Oskar Dahl", position=2),
    statement("tax", "We recognise that 2,000 boats cannot pay the new tax.", topics=("tax_2023",),
              source=OTHER, said_on=DAY + timedelta(days=9), position=0),
    statement("tax-ru", "Мы признаём, что 2000 лодок не могут платить.", utterance="tax",
              language="ru", source=OTHER, said_on=DAY + timedelta(days=9), position=1),
    statement("again", "From today the harbour is open.", said_on=date(2023, 1, 1), source=OTHER,
              position=2),
]  # fmt: skip


@pytest.fixture(params=["a file", "memory"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    if request.param == "memory":
        yield MemoryLibrary(HELD)
        return
    with store_of(tmp_path / "store", HELD) as store:
        yield store


def test_what_is_held_is_counted_and_named(library: Library) -> None:
    held, receipt = library.coverage(), library.receipt()
    assert (held.statements, held.utterances, held.sources) == (6, 5, 2)
    assert (held.from_, held.to) == (DAY, date(2023, 1, 1))
    assert held.speakers == {"Ilse Brandvik": 4, "Oskar Dahl": 1, "QUESTION": 1}
    assert (receipt.searched, receipt.languages, receipt.complete) == (6, ("en", "ru"), True)
    assert receipt.speakers[0] == "Ilse Brandvik"
    assert library.people().find("Dahl") is not None
    assert set(library.cited()) == {ARCHIVE, OTHER}
    assert library.place
    assert library.fingerprint() == library.fingerprint() != ""


def test_statements_are_read_by_id_by_day_and_by_utterance(library: Library) -> None:
    assert library.get("ferry") == HELD[2]
    assert library.get("none") is None
    assert ids(library.statements()) == ["asked", "ferry", "open", "tax", "tax-ru", "again"]
    assert ids(library.statements(speaker="Oskar Dahl")) == ["ferry"]
    assert ids(library.statements(since=DAY + timedelta(days=1), language="en")) == ["tax", "again"]
    assert ids(library.statements(until=DAY)) == ["asked", "ferry", "open"]
    assert ids(library.wordings("tax")) == ["tax", "tax-ru"]
    assert library.wordings("none") == ()


def test_neighbours_come_in_reading_order(library: Library) -> None:
    before, after = library.neighbours("asked", n=3)
    assert (ids(before), ids(after)) == (["open"], ["ferry"])
    with pytest.raises(UsageError):
        library.neighbours("none")


SEARCHES = [
    ("the harbour is open from today", ["open"]),
    ("from today the harbour is open", ["again"]),
    ("every ferry shall sail in June", ["ferry"]),
    ("vessels sailing", ["asked", "ferry"]),
    ("zeppelin", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SEARCHES)
def test_a_search_finds_words_and_meaning(library: Library, text: str, expected: list[str]) -> None:
    hits = library.search(text, limit=5)
    assert ids(hits)[: len(expected)] == expected
    assert bool(hits) == bool(expected)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


def test_a_search_may_be_narrowed_or_widened(library: Library) -> None:
    text = "the harbour is open from today"
    assert "again" in ids(library.search(text, limit=9, all_routes=True))
    assert ids(library.search(text, limit=9, since=date(2022, 12, 31))) == ["again"]
    assert ids(library.search("every ferry will sail", limit=9, speaker="Oskar Dahl")) == ["ferry"]
    assert library.search(text, limit=9, speaker="Nobody Atall") == ()
    assert ids(library.topic("2023", limit=5)) == ["tax"]
    assert ids(library.topic("opening of harbours", limit=1, until=DAY)) == ["open"]


def test_a_fragment_is_counted_and_the_nearest_comes_first(library: Library) -> None:
    found = library.find_short(["harbor", "is", "open"], around=date(2022, 12, 1))
    assert (found.n_statements, found.n_utterances) == (2, 2)
    assert ids(found.hits) == ["again", "open"]
    assert library.find_short(["harbor", "open"]).n_statements == 0


def test_the_engine_judges_alike_whoever_holds_the_statements(tmp_path: Path) -> None:
    held = list(builtin_statements())
    texts = [each.text for each in held[::29]]
    quotes = [words for text in texts for words in _edited(text)]
    with store_of(tmp_path / "store", held) as store:
        one, other = Checker(store), Checker(MemoryLibrary(held))
        for quote in quotes:
            results = []
            for checker in (one, other):
                document = Document(text=f"“{quote}”")
                (claim,) = extract(document, people=checker.people)
                results.append(checker.check(claim, document=document))
            assert results[0] == results[1]


def _edited(text: str) -> list[str]:
    words = text.rstrip(".").split()[:14]
    middle = len(words) // 2
    return [
        " ".join(words),
        " ".join([*words[:middle], "not", *words[middle:]]),
        " ".join([*words[middle:], *words[:middle]]),
    ]
