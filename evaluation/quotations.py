"""Quotations and their speakers in political news: are they found, and whose are they?

    python -m evaluation.quotations [train|dev] [--errors N] [--json]
    python -m evaluation.quotations --peers PYTHON --peer-model PIPELINE

A gold quotation is a piece of an attribution's content that stands between quotation marks and
fills them. Exact: the same start and end; lenient: any overlap. Precision asks whether a direct
or mixed quotation of ours lies in the content of some attribution. The gold speaker of one of
our quotations is the source of the smallest content that holds its beginning. A speaker
overlaps if a word is shared, small words aside, and is exact if all are. Reports are the
attributions without marks, found with `claims`. Baseline: the nearest marks, by one pattern.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from claims.extract import extract
from claims.models import Document
from claims.people import load_people
from evaluation.datasets import absent, folder, rows
from evaluation.figures import Share
from evaluation.quotation_counts import (
    MARKS,
    Article,
    Attribution,
    Place,
    Reports,
    Spans,
    Speakers,
    our_places,
    pattern_places,
)
from evaluation.section import WORST, Goal, Section, number, table

NAME = "polnear"
TITLE = "Quotations and their speakers"
LINES = (
    "PolNeAR, political news: rules and word lists were chosen on its train half (840 articles);",
    "these are the 84 articles of its dev half, whose errors are not read. Plain best: the nearest",
    "marks by one pattern, the nearest name.",
    "",
)
GOALS = {
    "quoted spans, precision": (".935", 0.985),
    "quoted spans, recall exact": (".873", 0.95),
    "quoted spans, recall lenient": (".873", 0.995),
    "speaker, overlap": (".500", 0.80),
    "speaker, exact": (".423", 0.70),
    "speaker, right when it answers": (".88", 0.95),
    "reports without marks, F1": ("–", 0.45),
}


def articles(split: str, *, model: str | None = None) -> Iterator[Article]:
    """The articles of one half, read as a document each, by rules alone or beside a model."""
    place = folder(NAME)
    assert place is not None
    people = load_people()
    for row in rows(place / f"{split}.jsonl.gz"):
        document = Document(
            text=row["text"], path=row["doc"], published=date.fromisoformat(row["date"])
        )
        yield Article(
            row["doc"],
            row["text"],
            tuple(_attribution(one) for one in row["attributions"]),
            extract(document, people=people, claims=True, model=model),
        )


def _attribution(row: dict[str, Any]) -> Attribution:
    content = tuple((start, end) for start, end in row["content"])
    return Attribution(content, row["source_text"] if row["source"] else "")


class Figures(NamedTuple):
    """What one half of the set gave: ours, and the nearest marks by one pattern."""

    spans: Spans
    pattern: Spans
    speakers: Speakers
    reports: Reports


def measured(found: Iterable[Article]) -> Figures:
    """The figures of some articles."""
    figures = Figures(Spans(), Spans(), Speakers(), Reports())
    for article in found:
        every = [
            (span.start, span.end)
            for claim in article.claims
            if claim.quote.kind not in ("indirect", "claim")
            for span in claim.quote.spans
        ]
        figures.spans.add(article, our_places(article), every=every)
        figures.pattern.add(article, pattern_places(article), every=pattern_places(article))
        figures.speakers.add(article)
        figures.reports.add(article)
    return figures


def section(*, peers: str | None = None, peer_model: str | None = None) -> Section:
    """The figures of the dev half beside their goals, and beside textacy where `peers` has it.

    Shape: `peers` is another Python, `peer_model` the spaCy pipeline that textacy needs there.
    """
    if folder(NAME) is None:
        return Section(title=TITLE, lines=(absent(NAME), ""), goals=tuple(_goals(None)))
    found = tuple(articles("dev"))
    figures = measured(found)
    lines = (*LINES, *_beside(found, figures, peers=peers, model=peer_model))
    return Section(title=TITLE, lines=lines, goals=tuple(_goals(figures)))


def _beside(
    found: Sequence[Article], ours: Figures, *, peers: str | None, model: str | None
) -> Iterator[str]:
    """The table of ours, the pattern and textacy; one line says why textacy is left out."""
    rows = [
        ("checker", *_row(ours.spans, ours.speakers)),
        ("nearest marks by one pattern", *_row(ours.pattern, None)),
    ]
    if peers and model:
        spans, speakers, n_raised = by_peer(found, peers=peers, model=model)
        rows.append(("textacy", *_row(spans, speakers)))
    yield from table(("tool", "precision", "exact", "lenient", "speaker", "when it answers"), rows)
    if peers and model:
        yield f"textacy raised on {n_raised} of the {len(found)} articles; they count as not found."
    else:
        yield "textacy is left out: it needs an installation and a spaCy tagger and parser"
        yield "(`--peers`, `--peer-model`)."
    yield ""


def _row(spans: Spans, speakers: Speakers | None) -> tuple[str, ...]:
    """Precision and recall of the places, overlap of the speakers."""
    ratios = [spans.precise, spans.exact, spans.lenient]
    named = [speakers.overlap, speakers.when_answered] if speakers is not None else []
    shown = [number(ratio.share.value) for ratio in (*ratios, *named)]
    return (*shown, *["–"] * (5 - len(shown)))


def _goals(found: Figures | None) -> Iterator[Goal]:
    shares: dict[str, Share] = {}
    if found is not None:
        spans, _, speakers, reported = found
        shares = {
            "quoted spans, precision": spans.precise.share,
            "quoted spans, recall exact": spans.exact.share,
            "quoted spans, recall lenient": spans.lenient.share,
            "speaker, overlap": speakers.overlap.share,
            "speaker, exact": speakers.exact.share,
            "speaker, right when it answers": speakers.when_answered.share,
            "reports without marks, F1": reported.share,
        }
    for figure, (plain, goal) in GOALS.items():
        strays = found.spans.strays if found and figure.endswith("precision") else ()
        yield Goal(
            of="polnear dev",
            figure=figure,
            plain=plain,
            goal=goal,
            share=shares.get(figure),
            worst=tuple(f"`{stray}`" for stray in strays[:WORST]),
        )


def by_peer(found: Sequence[Article], *, peers: str, model: str) -> tuple[Spans, Speakers, int]:
    """What textacy makes of the same articles, and in how many it raises.

    Raises: `CalledProcessError` where that Python cannot run it.
    """
    script = Path(__file__).parent / "quotation_peer.py"
    given = json.dumps([article.text for article in found])
    done = subprocess.run(
        [peers, str(script), model], input=given, capture_output=True, text=True, check=True
    )
    spans, speakers, n_raised = Spans(), Speakers(), 0
    for article, answer in zip(found, json.loads(done.stdout), strict=True):
        n_raised += answer is None
        theirs = [_bare(article.text, start, end) for start, end, _ in answer or ()]
        spans.add(article, theirs, every=theirs)
        names = {place: name for place, (_, _, name) in zip(theirs, answer or (), strict=True)}
        speakers.add(article, names=names)
    return spans, speakers, n_raised


def _bare(text: str, start: int, end: int) -> Place:
    """A quotation without the marks around it."""
    words = text[start:end]
    left = len(words) - len(words.lstrip(MARKS + " "))
    return start + left, max(start + left + 1, start + len(words.rstrip(MARKS + " ")))


def main() -> None:
    """Print the figures of one half."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.quotations")
    parser.add_argument("split", nargs="?", choices=("train", "dev"), default="dev")
    parser.add_argument("--errors", type=int, default=0, help="how many wrong speakers to show")
    parser.add_argument("--peers", metavar="PYTHON", help="one that has textacy")
    parser.add_argument("--peer-model", metavar="PIPELINE", help="spaCy tagger and parser for it")
    parser.add_argument("--model", metavar="PIPELINE", help="spaCy pipeline beside our rules")
    parser.add_argument("--json", action="store_true", help="the figures, for a program")
    options = parser.parse_args()
    if folder(NAME) is None:
        print(absent(NAME))
        return
    found = tuple(articles(options.split, model=options.model))
    figures = measured(found)
    if options.json:
        print(json.dumps(_as_json(figures), indent=2))
        return
    print(f"quotations  {figures.spans}")
    print(f"  pattern   {figures.pattern}")
    print(f"speakers    {figures.speakers}")
    print(f"reports     {figures.reports}")
    if options.peers and options.peer_model:
        spans, speakers, n_raised = by_peer(found, peers=options.peers, model=options.peer_model)
        print(f"textacy     {spans}; raises on {n_raised} of {len(found)} articles")
        print(f"  speakers  {speakers}")
    errors = figures.speakers.errors
    for error in errors[:: max(1, len(errors) // max(1, options.errors))][: options.errors]:
        print(f"  {error}")


def _as_json(found: Figures) -> dict[str, object]:
    """The figures of the dev half's goals, by name, as other runners print theirs."""
    return {goal.figure: goal.share and goal.share.value for goal in _goals(found)}


if __name__ == "__main__":
    main()
