"""The index is made of keys and stems: when they change, its format must say so."""

from __future__ import annotations

from hashlib import sha256

import pytest

from sources.index import FORMAT
from sources.prints import SURE, placed_prints, prints
from sources.stems import stem
from sources.terms import index_keys, passage_terms
from sources.vectors import FOLDER

PROBE = (
    "We're 2,000 at the United Nations' centre; Mr. Lavrov's 84 per cent isn't $2.5 million.",
    "They recognised, recognizes, recognition; stabilise, stability; the families' ferries, ships.",
    "«Официальное признание талибов не обсуждается», — заявил Сергей Лавров 20 октября 2021 года.",
    "به رسمیت شناختن طالبان در دست بحث نیست؛ ۲۰۰۰ نفر در کابل بودند.",
    "“Straße…” ﬁne soft\u00adhyphen e\u0301clair x² ½ COVID-19 co-operate 1,000s $ % 港口明天开放",
    "خانهٔ ما كتابي ﻧﺪارﯾم می‌شود ښځه",
)
# Raise FORMAT in sources/index.py, then write the new pair here: stores are re-indexed once.
PINNED = ("5", "ecd84d7fa18d14d1")


def test_the_format_is_raised_when_the_terms_change() -> None:
    terms = [
        (
            passage_terms(keys, start=0, end=len(keys), topics='["ice_class"]', person=7),
            sorted(prints(keys).split()),
        )
        for keys in map(index_keys, PROBE)
    ]
    vectors = (FOLDER / "sha256.txt").read_text()
    digest = sha256(f"{terms!r}{vectors}".encode()).hexdigest()[:16]
    assert (FORMAT, digest) == PINNED


FAMILIES = [
    "recognise recognised recognizing recognition recognises",
    "stabilise stability stabilization",
    "ferry ferries",
    "stop stopped stopping stops",
    "pay paying pays",
    "признание признания признанию признанием",
    "переговоры переговоров переговорам переговорах",
    "открыта открыто открыты",
    "ماهیگیر ماهیگیران",
    "الحكومة حكومة",
]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_words_of_a_family_share_a_stem(family: str) -> None:
    assert len({stem(key) for key in index_keys(family)}) == 1


APART = ["not", "no", "nation notion", "port sport", "n2000 n20000", "he her", "ice icy ion"]


@pytest.mark.parametrize("words", APART)
def test_other_words_do_not(words: str) -> None:
    assert len({stem(key) for key in words.split()}) == len(words.split())


def test_any_run_of_four_words_leaves_the_print_that_it_is_looked_up_by() -> None:
    keys = [key for text in PROBE for key in index_keys(text)]
    passage = set(prints(keys).split())
    for start in range(len(keys) - SURE + 1):
        for end in range(start + SURE, len(keys) + 1):
            found = placed_prints(keys[start:end])
            assert found
            assert found.keys() <= passage
    assert placed_prints(keys[: SURE - 1]) == {}
