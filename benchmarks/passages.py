"""Stores of any size filled with real speech, and quotations made from it; the same by seed.

    CHECKER_DATASETS=... python benchmarks/passages.py 100000 STORE.sqlite

A passage is a turn of the public set `speech_store`, a long one cut at the ends of its sentences.
The set gives about half a million; what is wanted beyond them is the same passages again, with
every few words exchanged for words of others, so that the vocabulary stays and no stretch of a
dozen words stands twice.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from checker import thesaurus
from checker.thesaurus import THESAURUS
from sources.models import Source, Statement
from sources.store import Store

FILES = (
    "nltk_sotu_inaugural",
    "us_presidential_debates",
    "presidential_speeches",
    "scotus_oral_arguments",
)
KINDS = (
    "exact",
    "one word changed",
    "two words dropped",
    "number changed",
    "clauses reordered",
    "fragment",
    "paraphrase",
    "absent",
)
LONGEST = 100
"""Words, after which a passage ends with its sentence."""
_EVERY = 6
"""Of so many words one is exchanged in a passage that comes again."""
_DAY = date(2000, 1, 1)
_ABSENT = (
    "the orchard keeper counted pears before rain reached lantern village glass bakers paint"
    " every wooden spoon blue for winter owls never sell umbrellas to sleepy tailors under moon"
).split()


class Passage(NamedTuple):
    """A stretch of real speech, and who said it when, in which document."""

    text: str
    speaker: str
    said_on: date
    document: str


class Quotation(NamedTuple):
    """A quotation made from a stored passage.

    Shape: `wanted` is the stretch it was made from, empty where nobody said it: an answer is
           right if its statement holds these words.
    """

    kind: str
    text: str
    wanted: str


def datasets() -> Path:
    """Where the public sets lie."""
    return Path(os.environ.get("CHECKER_DATASETS", "../shared/datasets"))


@lru_cache(maxsize=1)
def real_passages(*, seed: int = 7) -> tuple[Passage, ...]:
    """Every passage of the set, shuffled, so that any first part of them stands for the whole."""
    found = [
        Passage(text, row.get("speaker") or "Unknown", _day(row.get("date") or ""), row["doc"])
        for row in _rows(datasets() / "speech_store")
        for text in _pieces(row.get("text") or "")
    ]
    Random(seed).shuffle(found)
    return tuple(found)


def passages(*, seed: int = 7) -> Iterator[Passage]:
    """The real passages, and then, without end, the same with words exchanged."""
    real = real_passages(seed=seed)
    yield from real
    random = Random(seed)
    vocabulary = [word for passage in real[:20_000] for word in passage.text.split()]
    while True:
        for passage in real:
            words = passage.text.split()
            for start in range(0, len(words), _EVERY):
                at = start + int(random.random() * _EVERY)
                if at < len(words):
                    words[at] = vocabulary[int(random.random() * len(vocabulary))]
            yield passage._replace(text=" ".join(words))


def statements(*, seed: int = 7) -> Iterator[Statement]:
    """The passages as statements of a store, without end."""
    for number, passage in enumerate(passages(seed=seed)):
        name = f"p{number}"
        yield Statement.model_construct(
            id=name,
            utterance=name,
            speaker=passage.speaker,
            said_on=passage.said_on,
            text=passage.text,
            position=number,
            source=Source.model_construct(publisher="public set", title=passage.document),
        )


def fill(store: Store, n: int, *, seed: int = 7, workers: int = 0) -> float:
    """Put so many passages into an empty store; the seconds that the store took."""
    held = list(islice(statements(seed=seed), n))
    start = time.perf_counter()
    store.add(held, workers=workers)
    return time.perf_counter() - start


def quotations(n: int, *, among: int, seed: int = 11) -> Iterator[Quotation]:
    """So many quotations of each kind, made from the first `among` passages.

    Only real passages are quoted. "number changed" needs a passage with a number in it and
    "clauses reordered" one with a comma, so the kinds are not made from the same passages.
    """
    real = real_passages()[:among]
    for kind in KINDS:
        random = Random(f"{seed} {kind}")
        made = (_quotation(kind, random.choice(real).text, random=random) for _ in range(1000 * n))
        yield from islice((each for each in made if each is not None), n)


def _quotation(kind: str, text: str, *, random: Random) -> Quotation | None:
    """A quotation of this kind, `None` where the passage does not allow it."""
    words = text.split()
    if kind == "absent":
        return Quotation(kind, " ".join(random.choices(_ABSENT, k=random.randint(8, 16))), "")
    length = random.randint(5, 7) if kind == "fragment" else random.randint(12, 24)
    if len(words) < length + 4:
        return None
    start = random.randrange(len(words) - length)
    chosen = words[start : start + length]
    edited = _EDITS[kind](chosen, random)
    return None if edited is None else Quotation(kind, " ".join(edited), " ".join(chosen))


def _as_it_stands(words: list[str], random: Random) -> list[str]:
    return words


def _one_word_changed(words: list[str], random: Random) -> list[str]:
    at = random.randrange(1, len(words) - 1)
    return [*words[:at], "lantern", *words[at + 1 :]]


def _two_words_dropped(words: list[str], random: Random) -> list[str]:
    first, second = sorted(random.sample(range(1, len(words) - 1), 2))
    return [*words[:first], *words[first + 1 : second], *words[second + 1 :]]


def _number_changed(words: list[str], random: Random) -> list[str] | None:
    numbers = [at for at, word in enumerate(words) if re.fullmatch(r"\d{1,4}[.,;]?", word)]
    if not numbers:
        return None
    at = random.choice(numbers)
    changed = re.sub(r"\d+", lambda found: str(int(found.group()) * 10 + 3), words[at])
    return [*words[:at], changed, *words[at + 1 :]]


def _clauses_reordered(words: list[str], random: Random) -> list[str] | None:
    ends = [at for at, word in enumerate(words[3:-4], start=3) if word.endswith((",", ";"))]
    if not ends:
        return None
    end = random.choice(ends) + 1
    return [*words[end:], *words[:end]]


def _paraphrased(words: list[str], random: Random) -> list[str] | None:
    """Every third word that has a synonym is exchanged for one, and the halves change places."""
    synonyms = {at: found for at, word in enumerate(words) if (found := _synonym(word))}
    if len(synonyms) < 2:
        return None
    chosen = random.sample(sorted(synonyms), max(2, len(words) // 5) if len(synonyms) > 4 else 2)
    said = [synonyms[at] if at in chosen else word for at, word in enumerate(words)]
    half = len(said) // 2
    return [*said[half:], *said[:half]]


_EDITS = {
    "exact": _as_it_stands,
    "one word changed": _one_word_changed,
    "two words dropped": _two_words_dropped,
    "number changed": _number_changed,
    "clauses reordered": _clauses_reordered,
    "fragment": _as_it_stands,
    "paraphrase": _paraphrased,
}


def _synonym(word: str) -> str | None:
    """Another word with one of its senses, from the thesaurus."""
    folded = word.lower().strip(".,;:?!")
    if len(folded) < 5 or not folded.isalpha():
        return None
    senses = sorted(THESAURUS.entry(folded).senses)
    others = [other for sense in senses for other in _by_sense()[sense] if other[:3] != folded[:3]]
    return others[0] if others else None


@lru_cache(maxsize=1)
def _by_sense() -> dict[str, list[str]]:
    """The words of each sense of the thesaurus."""
    place = Path(thesaurus.__file__).parent / "data" / "thesaurus.sqlite"
    found: defaultdict[str, list[str]] = defaultdict(list)
    with closing(sqlite3.connect(f"file:{place}?mode=ro&immutable=1", uri=True)) as database:
        for word, senses in database.execute("SELECT word, senses FROM word ORDER BY word"):
            for sense in senses.split():
                found[sense].append(word)
    return found


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    for name in FILES:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _pieces(text: str) -> Iterator[str]:
    """A turn of five words or more, cut after the sentence that makes a piece long."""
    words = text.split()
    start = 0
    for end, word in enumerate(words, start=1):
        full = end - start >= LONGEST and word.endswith((".", "?", "!"))
        if full or end == len(words) or end - start >= 2 * LONGEST:
            if end - start >= 5:
                yield " ".join(words[start:end])
            start = end


@cache
def _day(written: str) -> date:
    for form in ("%Y-%m-%d", "%B %d, %Y", "%Y"):
        try:
            return datetime.strptime(written, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return _DAY


def main() -> None:
    """Fill a store, and say how long that took."""
    parser = argparse.ArgumentParser(description="a store filled with real speech")
    parser.add_argument("passages", type=int)
    parser.add_argument("store", type=Path)
    parser.add_argument("--workers", type=int, default=0, help="processes that share the work")
    given = parser.parse_args()
    with Store.open(given.store, builtin=False) as store:
        seconds = fill(store, given.passages, workers=given.workers)
        held = store.receipt().searched
    size = given.store.stat().st_size / 1_000_000
    print(f"{held:,} passages, {seconds:.1f} s ({held / seconds:,.0f}/s), {size:,.0f} MB")


if __name__ == "__main__":
    main()
