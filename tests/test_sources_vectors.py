"""Vectors: what says the same in other words is found in a large store, and the index keeps up."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from memory_library import MemoryLibrary
from source_samples import DAY, ids, statement, store_of

from benchmarks.counts import invented
from claims.errors import ModelError
from evaluation.ways import ways
from sources import signatures
from sources.store import Store
from sources.terms import index_keys
from sources.vectors import FEWEST, FOLDER, UNSIGNED, Vectors, load_vectors

HELD = [
    statement(
        "doctors", "Physicians must be paid better, or hospitals lose them.", speaker="Ann Vik"
    ),
    statement("schools", "Every pupil deserves a warm lunch.", said_on=DAY + timedelta(days=9)),
    statement("russian", "Мы признаём, что врачам надо платить больше.", language="ru"),
    *invented(FEWEST),
]  # fmt: skip
PARAPHRASES = {
    "Doctors need higher salaries or they leave the clinics": "doctors",
    "All children should get hot meals at school": "schools",
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("large") / "store", HELD) as store:
        yield store


@pytest.mark.parametrize(("text", "expected"), PARAPHRASES.items())
def test_other_words_find_a_statement_among_many(large: Store, text: str, expected: str) -> None:
    hits = large.search(text, limit=5)
    assert hits[0].statement.id == expected
    assert "vectors" in hits[0].routes
    assert ids(MemoryLibrary(HELD).search(text, limit=1)) == [expected]


def test_the_filter_holds_for_vectors_too(large: Store) -> None:
    text = "Doctors need higher salaries or they leave the clinics"
    assert ids(large.search(text, limit=3, speaker="Ann Vik")) == ["doctors"]
    assert "doctors" not in ids(large.search(text, limit=9, since=DAY + timedelta(days=1)))
    assert "doctors" in ids(large.search(text, limit=1, since=DAY, until=DAY))
    assert large.search(text, limit=9, since=date(2300, 1, 1)) == ()


def test_a_text_that_is_no_english_has_no_vector(large: Store) -> None:
    texts = [index_keys(text) for text in ("Мы признаём это", "", "港口明天开放", "zxqv wkrp")]
    assert list(load_vectors().signatures(texts)) == [UNSIGNED] * 4
    assert not any("vectors" in hit.routes for hit in large.search("Мы признаём это", limit=9))


def test_the_order_of_import_decides_nothing(large: Store, tmp_path: Path) -> None:
    with store_of(tmp_path / "store", HELD[::-1]) as turned:
        for text in (*PARAPHRASES, "the ferry captain was asked about the tunnel treaty"):
            found = [store.search(text, limit=20) for store in (large, turned)]
            assert found[0] == found[1]


def test_signatures_come_and_go_with_passages(tmp_path: Path) -> None:
    with store_of(tmp_path / "store", HELD[3:-3]) as store:
        assert not signatures.exist(store._connection)
        for each in (*HELD[:3], *HELD[-3:]):
            store.add([each])
            assert store.verify() == ()
        assert signatures.exist(store._connection)
        store.add([HELD[1].model_copy(update={"text": "No pupil is to be hungry."})], replace=True)
        store.remove("doctors")
        assert store.verify() == ()
        assert "doctors" not in ids(store.search("Doctors need higher salaries", limit=20))
        store.rebuild()
        assert store.verify() == ()
        store._connection.execute("UPDATE signature SET bits = zeroblob(length(bits))")
        assert [problem.what for problem in store.verify()] == ["the signatures are wrong"]
        for each in HELD[3:10]:
            store.remove(each.id)
        assert not signatures.exist(store._connection)
        assert store.verify() == ()


def test_words_that_decide_load_no_vectors(large: Store) -> None:
    call = (
        "import sys; import checker.cli as c; c.main(sys.argv[1:]); print('numpy' in sys.modules)"
    )
    quote = '"Physicians must be paid better, or hospitals lose them," Ann Vik said.'
    command = [sys.executable, "-c", call, "--store", str(large.path), "check", quote]
    done = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("name", ["values.bin", "pieces.txt", "sha256.txt"])
def test_damaged_vectors_are_an_error(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "vectors"
    shutil.copytree(FOLDER, folder)
    (folder / name).write_bytes((folder / name).read_bytes()[:-2] + b"0\n")
    with pytest.raises(ModelError):
        Vectors.load(folder)
    (folder / name).unlink()
    with pytest.raises(ModelError):
        Vectors.load(folder)


def test_the_likeness_depends_on_nothing_beside_it() -> None:
    texts = [index_keys(each.text) for each in HELD[:40]]
    vectors = load_vectors()
    alone = [vectors.likeness(texts[0], [text])[0] for text in texts]
    assert vectors.likeness(texts[0], texts) == alone
    assert vectors.likeness(texts[0], texts[::-1]) == alone[::-1]


def test_each_way_of_searching_can_be_measured(large: Store, tmp_path: Path) -> None:
    text, expected = list(PARAPHRASES.items())[-1]
    with store_of(tmp_path / "store", HELD[:2]) as small:
        for store in (large, small):
            found = {name: look(text, 5) for name, look in ways(store).items()}
            assert found["vectors"][0] == found["both"][0] == expected
        assert found["words"] == [hit.statement.id for hit in small.search(text, limit=5)]
    assert expected not in ways(large)["words"](text, 20)
