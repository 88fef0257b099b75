"""How quickly text is read with its speakers, against spaCy's tokenizer in the same run.

    python benchmarks/reading.py [--rounds 5]

The articles of PolNeAR's dev half (`CHECKER_DATASETS`) are read in turn by `claims.extract`
(quotations, speakers, kinds) and by `spacy.blank("en")`, which only cuts words. Both run on one
core of one process, and process time is taken, so that a busy machine slows both alike. Words
are those of white space. Invented sentences will not do: of few different words spaCy keeps all
in its cache. The goal is that speakers cost at most twelve times what cutting words does.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence

import spacy

from claims.extract import extract
from claims.models import Document
from claims.people import load_people
from evaluation.datasets import absent, folder, rows

GOAL = 12


def speed(read: Callable[[str], object], *, texts: Sequence[str]) -> float:
    """Words a second of process time."""
    start = time.process_time()
    for text in texts:
        read(text)
    return sum(len(text.split()) for text in texts) / (time.process_time() - start)


def main() -> None:
    """Read in turn, and print the medians."""
    parser = argparse.ArgumentParser(prog="python benchmarks/reading.py")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    place = folder("polnear")
    if place is None:
        print(absent("polnear"))
        return
    texts = [row["text"] for row in rows(place / "dev.jsonl.gz")]
    people, blank = load_people(), spacy.blank("en")

    def ours(text: str) -> object:
        return extract(Document(text=text, path="article.txt"), people=people)

    ours(texts[0])
    blank(texts[0])
    rounds = [(speed(ours, texts=texts), speed(blank, texts=texts)) for _ in range(options.rounds)]
    print(f"with speakers  {statistics.median(mine for mine, _ in rounds):12,.0f} words a second")
    print(
        f"spacy.blank    {statistics.median(theirs for _, theirs in rounds):12,.0f} words a second"
    )
    ratio = statistics.median(theirs / mine for mine, theirs in rounds)
    print(f"ratio          {ratio:12.1f} times slower (goal: at most {GOAL})")


if __name__ == "__main__":
    main()
