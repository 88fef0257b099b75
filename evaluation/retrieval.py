"""Is the right statement among the candidates? Recall of the search on the gold set.

    python -m evaluation.retrieval [tune|test]

A quotation finds its statement where a wording of the utterance it is made from is among the
first 1, 5 or 20 that a search gives, before anything is aligned or judged. The stores are so
small that the program searches them by words alone; vectors, and both, are for comparison.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from evaluation.cases import Case, StoreName, read_cases
from evaluation.engine import opened_stores
from evaluation.figures import COPIES, CRITICAL, FAITHFUL, Share, base_class, grouped
from evaluation.section import Section, shown, table
from evaluation.ways import ways
from sources.store import Store
from sources.vectors import FEWEST

DEPTHS = (1, 5, 20)
OTHERS = "all others"
GROUPS = {"honest copies": COPIES, "faithful rewordings": FAITHFUL, "critical edits": CRITICAL}


class Looked(NamedTuple):
    """A case and the rank of its utterance by one way, `None` where it was not found."""

    case: Case
    way: str
    rank: int | None


def looked_up(cases: Iterable[Case], *, stores: Mapping[StoreName, Store]) -> Iterator[Looked]:
    """Every case that is made from a statement, searched in each way."""
    of_store = {name: ways(store) for name, store in stores.items()}
    for case in cases:
        if case.based_on is None:
            continue
        store = stores[case.store]
        based = store.get(case.based_on)
        assert based is not None
        wanted = {each.id for each in store.wordings(based.utterance)}
        for way, look in of_store[case.store].items():
            found = enumerate(look(case.quote, DEPTHS[-1]), start=1)
            yield Looked(case, way, next((rank for rank, name in found if name in wanted), None))


def section(split: str = "test") -> Section:
    """Recall at each depth, by group of classes."""
    with opened_stores() as stores:
        cases = (case for case in read_cases() if case.split == split)
        looked = list(looked_up(cases, stores=stores))
    groups = {
        name: [each for each in looked if base_class(each.case.class_) in classes]
        for name, classes in GROUPS.items()
    }
    known = frozenset[str]().union(*GROUPS.values())
    groups[OTHERS] = [each for each in looked if base_class(each.case.class_) not in known]
    header = ("quotations, searched by", *(f"recall@{depth}" for depth in DEPTHS))
    rows = [
        (f"{name}, {way}", *_recalls([each for each in held if each.way == way]))
        for name, held in groups.items()
        for way in dict.fromkeys(each.way for each in held)
    ]
    return Section(
        title="Search: is the right statement among the candidates?",
        lines=(
            f"Before anything is aligned or judged, on the {split} half of the gold set. Stores of",
            f"fewer than {FEWEST:,} passages, as these are, are searched by words alone.",
            "",
            *table(header, rows),
        ),
    )


def _recalls(looked: Sequence[Looked]) -> Iterator[str]:
    for depth in DEPTHS:
        yield shown(recall(looked, depth=depth))


def recall(looked: Iterable[Looked], *, depth: int) -> Share | None:
    """The share whose statement is among the first `depth`."""
    return grouped(
        (each.case.topic, each.rank is not None and each.rank <= depth) for each in looked
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.retrieval")
    parser.add_argument("split", nargs="?", choices=("tune", "test"), default="tune")
    for line in section(parser.parse_args(arguments).split).lines:
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
