"""A search finds what was said, by its words or its meaning, whatever the order of import."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source_samples import DAY, ids, statement, store_of

from sources.models import Statement
from sources.store import Store
from sources.terms import PASSAGE_STEP, PASSAGE_WORDS, index_keys

SPEECHES = [
    statement("open", "The harbour is open from today, unless the ice comes back."),
    statement("ferry", "Every ferry will sail in June.", speaker="Oskar Dahl"),
    statement("tax", "We recognise that 2,000 boats cannot pay the new tax.", topics=("tax_2023",)),
    statement("ru", "Гавань будет открыта только после переговоров с рыбаками.", language="ru"),
    statement("fa", "بندر پس از گفت‌وگو با ماهیگیران باز خواهد شد", language="fa"),
    statement("zh", "港口明天开放", language="zh"),
    statement("shut", "The harbour is shut.", said_on=date(2023, 1, 1)),
]


@pytest.fixture(scope="module")
def store() -> Store:
    """A store that no test changes."""
    return store_of(Path(tempfile.mkdtemp()) / "store", SPEECHES)


FIRST = [
    ("the harbour is open from today", "open"),
    ("THE HARBOR IS OPEN FROM TODAY", "open"),
    ("harbour open", "open"),
    ("Every ferry shall sail in June", "ferry"),
    ("every boat sails in June", "ferry"),
    ("2000 boats can’t pay", "tax"),
    ("recognizing two thousand boats", "tax"),
    ("Гавань будет открыта", "ru"),
    ("ГАВАНЬ ОТКРЫТА ПОСЛЕ ПЕРЕГОВОРОВ", "ru"),
    ("переговоры с рыбаком", "ru"),
    ("بندر پس از گفت وگو", "fa"),
    ("ماهیگیران", "fa"),
    ("港口", "zh"),
]


@pytest.mark.parametrize(("text", "expected"), FIRST)
def test_the_nearest_statement_comes_first(store: Store, text: str, expected: str) -> None:
    hits = store.search(text, limit=3)
    assert ids(hits)[0] == expected
    assert [hit.rank for hit in hits] == [1, 2, 3][: len(hits)]


NOTHING = [
    "",
    "   ",
    "…",
    "“”",
    "!?",
    "\x00",
    "\udcff",
    "zeppelin",
    "$",
    "_",
    "'",
    '" OR "',
    "NEAR",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_stands_nowhere_is_not_found(store: Store, text: str) -> None:
    assert store.search(text, limit=5) == ()
    assert store.topic(text, limit=5) == ()


ODD = ['"harbour" AND (', "harbour*", "harbour: open", "harbour $ % € 1,000s", "col:harbour ^"]


@pytest.mark.parametrize("text", ODD)
def test_a_text_is_never_read_as_a_query_language(store: Store, text: str) -> None:
    assert set(ids(store.search(text, limit=5))) == {"open", "shut"}


def test_a_hit_says_how_it_was_found(store: Store) -> None:
    (verbatim, *_) = store.search("the harbour is open", limit=5)
    assert (verbatim.score, verbatim.routes) == (1.0, ("words",))
    (by_meaning,) = store.search("vessels sailing", limit=5)
    assert (by_meaning.statement.id, by_meaning.routes) == ("ferry", ("meaning",))
    scores = [hit.score for hit in store.search("the harbour is shut today", limit=5)]
    assert scores == sorted(scores, reverse=True)


def test_a_search_may_be_narrowed(store: Store) -> None:
    text = "the harbour is open, every ferry will sail"
    assert ids(store.search(text, limit=9, speaker="Oskar Dahl")) == ["ferry"]
    assert ids(store.search(text, limit=9, since=date(2022, 12, 31))) == ["shut"]
    assert "shut" not in ids(store.search(text, limit=9, until=DAY))
    assert store.search(text, limit=9, speaker="Nobody Atall") == ()
    assert len(store.search(text, limit=2)) == 2


def test_a_topic_is_found_by_stems_and_by_stored_topics(store: Store) -> None:
    assert ids(store.topic("taxes", limit=5)) == ["tax"]
    assert ids(store.topic("2023", limit=5)) == ["tax"]
    assert ids(store.topic("opening of harbours", limit=5))[0] == "open"
    assert store.topic("harbour", limit=5, speaker="Oskar Dahl") == ()
    assert ids(store.topic("harbour", limit=5, since=date(2022, 12, 31))) == ["shut"]


def test_a_fragment_is_looked_up_word_by_word(tmp_path: Path) -> None:
    held = [
        statement("a", "It is a new reality.", said_on=date(2021, 1, 9)),
        statement("b", "A new reality it is.", said_on=date(2021, 1, 5), utterance="a"),
        statement("c", "New is the reality.", said_on=date(2021, 1, 1)),
        statement("d", "A new reality.", said_on=date(2021, 1, 2), speaker="Oskar Dahl"),
    ]
    with store_of(tmp_path / "store", held) as store:
        found = store.find_short(index_keys("new reality"))
        assert (found.n_statements, found.n_utterances) == (3, 2)
        assert ids(found.hits) == ["d", "b", "a"]
        near = store.find_short(["new", "reality"], around=date(2021, 1, 8), limit=2)
        assert (near.n_statements, ids(near.hits)) == (3, ["a", "b"])
        mine = store.find_short(["new", "reality"], speaker="Oskar Dahl")
        assert (mine.n_statements, ids(mine.hits)) == (1, ["d"])
        assert store.find_short(["reality", "new"]).n_statements == 0
        assert store.find_short(["eality"]).n_statements == 0
        assert store.find_short(["$"]) == (0, 0, ())


def test_a_long_speech_is_found_by_any_of_its_sentences(tmp_path: Path) -> None:
    sentences = [f"Sentence w{n}a w{n}b w{n}c and w{n}d about the harbour." for n in range(900)]
    speech = statement("speech", " ".join(sentences))
    short = [statement(f"s{n}", f"The harbour w{n}a is about to open.") for n in range(50)]
    with store_of(tmp_path / "store", [*short, speech]) as store:
        for sentence in (*sentences[:40], *sentences[440:460], *sentences[-40:]):
            hits = store.search(sentence, limit=5)
            assert ids(hits)[0] == "speech"
            assert ids(hits).count("speech") == 1
        assert ids(store.search(" ".join(sentences[100:200]), limit=1)) == ["speech"]
        assert store.verify() == ()
        store.remove("speech")
        assert store.verify() == ()
        assert "speech" not in ids(store.search(sentences[500], limit=60))


@pytest.mark.parametrize("n", [1, PASSAGE_STEP, PASSAGE_WORDS, PASSAGE_WORDS + 1, 181, 500])
def test_every_stretch_of_a_statement_is_found(tmp_path: Path, n: int) -> None:
    words = [f"w{chr(97 + number // 26)}{chr(97 + number % 26)}x" for number in range(n)]
    with store_of(tmp_path / "store", [statement("a", " ".join(words))]) as store:
        for start in range(0, n, 7):
            assert store.find_short(words[start : start + PASSAGE_STEP]).n_statements == 1
        assert ids(store.search(" ".join(words), limit=1)) == ["a"]


def test_a_huge_text_is_searched_in_time(store: Store) -> None:
    text = "The harbour is open from today " + "and so on " * 100_000
    assert ids(store.search(text, limit=3))[0] == "open"


def test_equal_statements_come_by_day_then_id(tmp_path: Path) -> None:
    held = [statement(name, said_on=DAY - timedelta(days=n % 2)) for n, name in enumerate("dcba")]
    with store_of(tmp_path / "store", held) as store:
        for text in ("the harbour is open", "open is the harbour", "harbours opening"):
            assert ids(store.search(text, limit=4)) == ["a", "c", "b", "d"]


WORDS = st.sampled_from(
    "the harbour is open shut not ferry ferries 2,000 two thousand ice Гавань гавани открыта"
    " بندر باز recognise recognised United Nations Taliban can't 港口 – … $ 1,000s".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
STORES = st.lists(
    st.tuples(TEXTS, st.integers(0, 3), st.sampled_from(["Ilse Brandvik", "Oskar Dahl"])),
    min_size=1,
    max_size=12,
).map(
    lambda rows: [
        statement(f"s{n}", text, said_on=DAY + timedelta(days=day), speaker=speaker)
        for n, (text, day, speaker) in enumerate(rows)
    ]
)


def _found(store: Store, text: str) -> list[tuple[str, float]]:
    return [(hit.statement.id, hit.score) for hit in store.search(text, limit=20)]


@settings(deadline=None, max_examples=20)
@given(held=STORES)
def test_whatever_is_added_is_found_by_its_own_words(held: list[Statement]) -> None:
    with tempfile.TemporaryDirectory() as folder, store_of(Path(folder) / "s", held) as store:
        for each in held:
            keys = index_keys(each.text)
            if keys:
                first = store.search(each.text, limit=1)[0].statement
                assert index_keys(first.text) == keys


@settings(deadline=None, max_examples=20)
@given(held=STORES, order=st.randoms(use_true_random=False), text=TEXTS)
def test_neither_order_of_import_nor_a_rebuild_changes_a_search(
    held: list[Statement], order: object, text: str
) -> None:
    shuffled = list(held)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    with (
        tempfile.TemporaryDirectory() as folder,
        store_of(Path(folder) / "1", held) as one,
        store_of(Path(folder) / "2", shuffled) as two,
    ):
        assert one.fingerprint() == two.fingerprint()
        for wanted in (text, held[0].text):
            found = _found(one, wanted)
            assert _found(two, wanted) == found
            one.rebuild()
            assert _found(one, wanted) == found


@settings(deadline=None, max_examples=15)
@given(held=STORES, changed=STORES)
def test_a_changed_store_searches_like_a_new_one(
    held: list[Statement], changed: list[Statement]
) -> None:
    with tempfile.TemporaryDirectory() as folder, store_of(Path(folder) / "1", held) as one:
        one.add(changed, replace=True)
        for each in held[len(changed) :]:
            one.remove(each.id)
        assert one.verify() == ()
        with store_of(Path(folder) / "2", changed) as two:
            assert _found(one, changed[0].text) == _found(two, changed[0].text)
            assert one.fingerprint() == two.fingerprint()
