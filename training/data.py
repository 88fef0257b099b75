"""Training and held-out pairs from the public sets, in one form.

A pair is a stored statement, a quote, and the answers that are right for it. Two questions are
asked: what does the statement say of the quote (where a set does not tell which, "contradicts" and
"other" are both right), and do the two say the same?
The sets are read in place (environment CHECKER_DATASETS) and never copied.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

Part = Literal["train", "test"]
Row = dict[str, Any]

SUPPORTS: Final = 1
CONTRADICTS: Final = 2
OTHER: Final = 4
UNLIKE: Final = CONTRADICTS | OTHER
SAME: Final = 8
DIFFERENT: Final = 16
TEST_PERCENT: Final = {"vitaminc": 10, "vitaminc_synthetic": 10, "paws_wiki": 7, "mrpc": 15}


class Pair(NamedTuple):
    """A statement, a quote, the right answers as bits, what a row of a set hangs on, its name."""

    statement: str
    quote: str
    answers: int
    group: str = ""
    row: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the quote is supported, or says the same."""
        return bool(self.answers & (SUPPORTS | SAME))


def folder() -> Path:
    """Where the public sets are.

    Raises: `SystemExit` where they are absent.
    """
    root = Path(__file__).parent.parent
    place = (root / os.environ.get("CHECKER_DATASETS", "../shared/datasets")).resolve()
    if not place.is_dir():
        raise SystemExit(f"{place}: no public sets here; set CHECKER_DATASETS to their folder")
    return place


def part_of(name: str, group: str) -> Part:
    """Which part a row belongs to, for good; about 5 to 15 per cent are held out.

    Shape: `group` is what must not stand on both sides: the page, or the words of a sentence.
    """
    share = int(sha256(f"{name}:{group}".encode()).hexdigest()[:8], 16) % 100
    return "test" if share < TEST_PERCENT.get(name, 5) else "train"


def pairs(name: str, part: Part) -> tuple[Pair, ...]:
    """The pairs of one part of one public set.

    Shape: no sentence of the held-out part is in the training part of the same set.
    """
    found: dict[Part, list[Pair]] = {"train": [], "test": []}
    for file, group, convert in _SETS[name]:
        for number, row in enumerate(_rows(folder() / file), start=1):
            key = group(row)
            chosen = part_of(name.removesuffix("_synthetic"), key)
            known = str(row.get("id") or f"row {number}")
            found[chosen].extend(pair._replace(group=key, row=known) for pair in convert(row))
    if part == "test":
        return tuple(found["test"])
    kept = {key for pair in found["test"] for key in (_key(pair.statement), _key(pair.quote))}
    return tuple(
        pair
        for pair in found["train"]
        if _key(pair.statement) not in kept and _key(pair.quote) not in kept
    )


def mixed(seed: int, amounts: dict[str, float]) -> list[Pair]:
    """A shuffled mixture; an amount is how often each pair of a set is taken.

    Shape: pairs of symmetric sets are turned round at random; some statements get a
           neighbour from another pair, since a stored statement says more than one thing.
    """
    chance = random.Random(seed)
    chosen: list[Pair] = []
    for name, amount in amounts.items():
        whole = list(pairs(name, "train"))
        times, rest = divmod(amount, 1)
        taken = whole * int(times) + chance.sample(whole, int(len(whole) * rest))
        if name in ("paws_wiki", "mrpc", "sts_b"):
            taken = [
                Pair(p.quote, p.statement, p.answers) if chance.random() < 0.5 else p for p in taken
            ]
        if name in ("snli", "mnli", "breaking_nli"):
            taken = [_with_neighbour(pair, whole, chance) for pair in taken]
        chosen.extend(taken)
    chance.shuffle(chosen)
    return chosen


def _with_neighbour(pair: Pair, others: list[Pair], chance: random.Random) -> Pair:
    if chance.random() > 0.15:
        return pair
    other = chance.choice(others).statement
    texts = [pair.statement, other] if chance.random() < 0.5 else [other, pair.statement]
    return pair._replace(statement=" ".join(texts))


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _words(row: Row) -> str:
    """The words of the first sentence in any order: swapped twins fall on one side."""
    return " ".join(sorted(_key(row["s1"]).split()))


def _page(row: Row) -> str:
    return str(row["page"])


def _first(row: Row) -> str:
    return _key(row["s1"])


_VERDICTS: Final = {"SUPPORTS": SUPPORTS, "REFUTES": CONTRADICTS, "NOT ENOUGH INFO": OTHER}
_LABELS: Final = {"entailment": SUPPORTS, "contradiction": CONTRADICTS, "neutral": OTHER}


def _vitaminc(row: Row) -> Iterator[Pair]:
    yield Pair(row["evidence"], row["claim"], _VERDICTS[row["label"]])


def _fm2(row: Row) -> Iterator[Pair]:
    yield Pair(" ".join(row["gold_evidence"]), row["claim"], _VERDICTS[row["label"]])


def _inference(row: Row) -> Iterator[Pair]:
    yield Pair(row["s1"], row["s2"], _LABELS[row["label"]])


def _swapped(row: Row) -> Iterator[Pair]:
    """PAWS is strict: what is no paraphrase does not support either."""
    right = SUPPORTS | SAME if int(row["label"]) else UNLIKE | DIFFERENT
    yield Pair(row["s1"], row["s2"], right)


def _paraphrase(row: Row) -> Iterator[Pair]:
    """MRPC forgives a detail more or less, so it answers the second question alone."""
    yield Pair(row["s1"], row["s2"], SAME if int(row["label"]) else DIFFERENT)


def _graded(row: Row) -> Iterator[Pair]:
    """Only the clear ends of the scale; MSRpar is left out, its sentences are those of mrpc."""
    if row["source"] == "MSRpar":
        return
    score = float(row["score"])
    if score >= 4.8:
        yield Pair(row["s1"], row["s2"], SUPPORTS | SAME)
    elif score <= 2.5:
        yield Pair(row["s1"], row["s2"], UNLIKE | DIFFERENT)


Convert = Callable[[Row], Iterator[Pair]]
_SETS: Final[dict[str, tuple[tuple[str, Callable[[Row], str], Convert], ...]]] = {
    "vitaminc": (("vitaminc/dev_real.jsonl.gz", _page, _vitaminc),),
    "vitaminc_synthetic": (("vitaminc/dev_synthetic.jsonl.gz", _page, _vitaminc),),
    "mnli": (("mnli/dev.jsonl.gz", _first, _inference),),
    "snli": (
        ("snli/dev.jsonl.gz", _first, _inference),
        ("snli/test.jsonl.gz", _first, _inference),
    ),
    "fm2": (("fm2/dev.jsonl.gz", _page, _fm2), ("fm2/test.jsonl.gz", _page, _fm2)),
    "breaking_nli": (("breaking_nli/test.jsonl.gz", _first, _inference),),
    "paws_wiki": (("paws_wiki/dev.jsonl.gz", _words, _swapped),),
    "mrpc": (("mrpc/train.jsonl.gz", _first, _paraphrase),),
    "sts_b": (
        ("sts_b/train.jsonl.gz", _first, _graded),
        ("sts_b/dev.jsonl.gz", _first, _graded),
        ("sts_b/test.jsonl.gz", _first, _graded),
    ),
}
NAMES: Final = tuple(_SETS)
