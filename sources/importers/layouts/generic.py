"""Any other page: its main text and what its head says; the rest is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import Final
from urllib.parse import urlsplit

from claims.people import People
from claims.readers import read_text
from sources.importers.blocks import Block
from sources.importers.body import published
from sources.importers.days import is_date_line
from sources.importers.draft import Draft, Said, record_of
from sources.importers.labels import is_name_like, turns
from sources.importers.naming import speaker_of
from sources.importers.page import Page


def recognises(page: Page) -> bool:
    """Every page that is one."""
    return page.is_html


def read(page: Page, people: People, data: bytes) -> Draft:
    """The turns of the main text; whose page, whose words and which day only where it says so."""
    document = read_text(data)
    lines = [line.strip() for line in re.split(r"[\n\t]", document.text) if line.strip()]
    if lines and lines[0] == page.heading:
        lines = lines[1:]
    lines = list(dropwhile(is_date_line, lines)) or lines
    bold = {block.text: block.bold for block in page.blocks}  # the reader leaves out what is bold
    terms = {block.text.rstrip(" :") for block in page.blocks if block.tag == "dt"}
    terms |= {
        name.text.rstrip(" :")
        for name, words in pairwise(page.blocks)
        if name.tag == words.tag == "td" and _names(name.text) and len(words.text) > len(name.text)
    }
    lines = list(_termed(lines, terms=terms))
    blocks = tuple(Block(text=line, bold=bold.get(line, 0)) for line in lines)
    read_labels = {turn.label for turn in document.turns} | terms
    found = turns(blocks, people=people, extra=lambda label, _: label in read_labels)
    labels = tuple(dict.fromkeys(turn.label for turn in found if turn.label))
    labelled = bool(labels)
    said = tuple(
        Said(text=turn.text, speaker=_name(turn.label, people=people, others=labels))
        for turn in found
        if turn.label is not None or not labelled
    )
    record = record_of(page, title=page.heading)
    return Draft(
        said=said,
        publisher=page.meta("og:site_name", "dc.publisher", "publisher") or _host(page.url),
        title=page.heading,
        url=page.url,
        said_on=None,
        published=published(page),
        kind="transcript",
        language=language_of(page),
        original_language=None,
        wording=None,
        state=record.state,
        notes=record.notes,
    )


def _names(text: str) -> bool:
    return len(text.split()) < 5 and is_name_like(text.rstrip(" :"))


def _termed(lines: Iterable[str], *, terms: set[str]) -> Iterator[str]:
    """The lines, those that are terms of a list of definitions as labels of what follows."""
    label = ""
    for line in lines:
        if line.rstrip(" :") in terms and len(line) < 60:
            label = line.rstrip(" :")
            continue
        yield f"{label}: {line}" if label else line
        label = ""


def _name(label: str | None, *, people: People, others: Sequence[str]) -> str | None:
    """The name of a label, which some pages set in capitals."""
    if label is None:
        return None
    written = label.title() if label.isupper() and " " in label else label
    return speaker_of(written, people=people, others=others).name


def _host(url: str | None) -> str | None:
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None


def language_of(page: Page) -> str:
    """The language that a page names, else that of its letters."""
    if page.language:
        return re.split(r"[-_]", page.language.strip().lower())[0]
    letters = "".join(letter for letter in page.text[:5000] if letter.isalpha())
    most = max(_SCRIPTS, key=lambda script: len(re.findall(script[1], letters)))
    if len(re.findall(most[1], letters)) * 3 <= len(letters):
        return "en"
    if most[0] == "ar" and re.search("[ټډړږښڼې]", letters):
        return "ps"
    return "fa" if most[0] == "ar" and re.search("[پچژگ]", letters) else most[0]


_SCRIPTS: Final = (
    ("ru", "[\u0400-\u04ff]"), ("zh", "[\u4e00-\u9fff]"), ("ar", "[\u0600-\u06ff]"),
)  # fmt: skip
