"""The built-in quotations: those of one article about the Moscow conference of October 2021.

The first line of the data file is the article, every other line one of its quotations, or one
of its indirect claims in our own words.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from checker.batch import Task
from claims.models import Claim, Document, Mention, Quote

PATH = Path(__file__).parent / "data" / "article.jsonl"
QUOTED = frozenset({"direct", "mixed", "scare"})


def article_task(*, claims: bool) -> Task:
    """The article's quotations in their order; with `claims` also its indirect claims."""
    head, *rows = (json.loads(line) for line in PATH.read_text("utf-8").splitlines())
    article = head["article"]
    document = Document(
        text="",
        origin=article["url"],
        title=article["title"],
        published=article["published"],
        wire=article["wire"],
    )
    wanted = [row for row in rows if claims or row["kind"] in QUOTED]
    return Task(document, tuple(_claim(row) for row in wanted))


def _claim(row: dict[str, Any]) -> Claim:
    name = row["speaker"]
    return Claim(
        id=row["id"],
        quote=Quote(text=row["quote"], kind=row["kind"]),
        speaker=Mention(as_written=name, name=name, method="given") if name else None,
    )
