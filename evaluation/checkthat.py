"""A politician's sentence -> the claim that fact-checkers know it as: does the search find it?

    python -m evaluation.checkthat [train|dev]

The known claims, each with the title of its article, are statements of a store; a sentence of
a debate is the query. Mean average precision over the first five, as the task was scored, and
how often the right claim is among the first twenty. Nothing but the search is asked: as it is, by
words alone, and by vectors alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from evaluation.datasets import absent, folder, rows
from evaluation.figures import grouped
from evaluation.section import WORST, Goal, Section, shown, table
from evaluation.ways import BOTH, Way, ways
from sources.models import Source, Statement
from sources.store import Store

NAME = "checkthat2021_2b"
DEPTH = 20
COUNTED = 5
SPLITS = ("train", "dev")


class Ranked(NamedTuple):
    """One sentence: its document, the right claims, and what was found, best first."""

    id: str
    doc: str
    relevant: frozenset[str]
    found: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Average precision over the first five."""
        hits, total = 0, 0.0
        for rank, name in enumerate(self.found[:COUNTED], start=1):
            if name in self.relevant:
                hits += 1
                total += hits / rank
        return total / min(COUNTED, len(self.relevant))

    @property
    def recalled(self) -> float:
        """The share of the right claims that was found at all."""
        return len(self.relevant & set(self.found)) / len(self.relevant)


def known_claims(path: Path) -> Iterator[Statement]:
    """The known claims as statements."""
    for row in rows(path):
        yield Statement(
            id=row["id"],
            utterance=row["id"],
            speaker=row["speaker"] or "unknown",
            said_on=date.min,
            text=f"{row['vclaim']}\n{row['title']}",
            source=Source(publisher=NAME),
        )


def ranked(queries: Iterator[dict[str, Any]], *, look: Way) -> Iterator[Ranked]:
    """What a way of searching finds for each sentence."""
    for row in queries:
        found = tuple(look(row["text"], DEPTH))
        yield Ranked(row["id"], row["doc"], frozenset(row["relevant"]), found)


def section() -> Section:
    """Both figures of both parts; the weight of the vectors was set on the training part."""
    at = folder(NAME)
    parts = {split: measured(at, split=split) for split in SPLITS} if at else {}
    figures = {
        (split, way): (
            grouped((each.doc, each.precision) for each in held),
            grouped((each.doc, each.recalled) for each in held),
        )
        for split, by_way in parts.items()
        for way, held in by_way.items()
    }
    lines = table(
        ("sentences of, searched by", f"MAP@{COUNTED}", f"recall@{DEPTH}"),
        ((", ".join(which), *map(shown, both)) for which, both in figures.items()),
    )
    return Section(
        title="A sentence of a debate -> the claim fact-checkers know it as",
        goals=(
            Goal(
                of=f"{NAME}, dev part",
                figure=f"MAP@{COUNTED}",
                plain=".351 (BM25, test part)",
                goal=0.50,
                share=figures["dev", BOTH][0] if figures else None,
                worst=tuple(_worst(parts["dev"][BOTH])) if parts else (),
            ),
        ),
        lines=(
            "Nothing but the store's search is asked: known claims are stored, and the sentence",
            "is the query. The weight of the vectors was chosen on the training part. Resampled",
            "by debate.",
            "",
            *(lines if figures else (absent(NAME), "")),
        ),
    )


def _worst(held: Sequence[Ranked]) -> Iterator[str]:
    """The sentences whose claim was found last, or not at all, by name."""
    for each in sorted(held, key=lambda each: (each.precision, each.recalled))[:WORST]:
        ranks = [rank for rank, name in enumerate(each.found, 1) if name in each.relevant]
        yield f"`{each.id}`: {f'the claim is number {ranks[0]}' if ranks else 'not found'}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.checkthat")
    parser.add_argument("split", nargs="?", choices=SPLITS, default="train")
    chosen = parser.parse_args(arguments)
    at = folder(NAME)
    if at is None:
        print(absent(NAME))
        return 0
    for way, held in measured(at, split=chosen.split).items():
        print(f"{way}: {len(held)} sentences")
        print(f"  MAP@5     {sum(each.precision for each in held) / len(held):.3f}")
        print(f"  recall@20 {sum(each.recalled for each in held) / len(held):.3f}")
    return 0


def measured(at: Path, *, split: str) -> dict[str, list[Ranked]]:
    """Every sentence of one part, looked up among all known claims in each way."""
    with (
        TemporaryDirectory(prefix="checkthat-") as place,
        Store.open(Path(place) / "known.sqlite", builtin=False) as store,
    ):
        store.add(known_claims(at / "vclaims.jsonl.gz"))
        return {
            name: list(ranked(rows(at / f"{split}.jsonl.gz"), look=look))
            for name, look in ways(store).items()
        }


if __name__ == "__main__":
    raise SystemExit(main())
