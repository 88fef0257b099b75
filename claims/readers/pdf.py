"""PDF files with a text layer -> documents: lines joined to paragraphs, each with its page."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from claims.errors import InputError
from claims.models import Document
from claims.readers.building import Building

_LONGEST = 50
"""Seconds that a PDF may take; a thousand pages take about ten."""
_HYPHEN = "\ufffe"
"""What the library gives for a hyphen at the end of a line."""
_LABEL = re.compile(r"(?:[^\W\d_a-zа-яё][\w.'’-]*\s?){1,5}(?:\([^)]{2,60}\)\s?)?:(?:\s|$)")
_NUMBER = re.compile(
    r"\W*(?:page|p\.|страница|стр\.)?\s*\d{1,4}(?:\s*(?:of|/|из)\s*\d{1,4})?\W*", re.I
)
_ENDS = tuple('.!?…:”"»’)')
_MOST_NAMED = 20
_EDGE = 2
"""Lines at the top and at the bottom of a page where headers and footers stand."""


class _Line(NamedTuple):
    """A line of a page: where it begins and how high it is, in points; its number there."""

    text: str
    left: float
    top: float
    height: float
    number: int


_Pages = dict[int, list[_Line]]


def read_pdf(data: bytes) -> Document:
    """The document of a PDF.

    Shape: each place has its page, and the line on it. Headers, footers and page numbers that
           come again are left out; a page without text is said.
    Raises: `InputError` for a file that is damaged, encrypted, takes too much time or memory, or
            holds no text at all.
    """
    pages, skipped = _read(data)
    if not any(pages.values()):
        raise InputError(
            "is a PDF without text, as scans are", next_step="run OCR first, or paste the words"
        )
    if b"/JavaScript" in data:
        skipped.append("its scripts are left alone")
    building = Building()
    again = _furniture(pages)
    hyphens = _hyphens(pages)
    before: _Line | None = None
    for number, every in pages.items():
        building.page(number)
        lines = [line for line in every if not _is_furniture(line, every, again=again)]
        for begins, line in _paragraphs(lines, before=before):
            building.paragraph("\n\n" if begins else " ")
            _add(building, line, hyphens=hyphens)
            before = line
    return building.document(skipped=tuple(skipped))


def _read(data: bytes) -> tuple[_Pages, list[str]]:
    """The lines of each page, and what is wrong with those that have none."""
    pages: _Pages = {}
    skipped: list[str] = []
    n_pages = 0
    for answer in _answers(data):
        n_pages = answer.get("pages", n_pages)
        if "page" in answer:
            pages[answer["page"]] = list(_numbered(answer["lines"] or ()))
            if answer["lines"] is None:
                skipped.append(f"page {answer['page']} cannot be read")
    bare = [str(number) for number, lines in pages.items() if not lines]
    if bare and len(bare) < len(pages):
        named = ("page " if len(bare) == 1 else "pages ") + ", ".join(bare[:_MOST_NAMED])
        more = f" and {len(bare) - _MOST_NAMED} more" if len(bare) > _MOST_NAMED else ""
        skipped.append(f"no text on {named}{more}; run OCR first where that is a scan")
    if len(pages) < n_pages:
        skipped.append(f"pages {len(pages) + 1:,} to {n_pages:,} are not read: they hold too much")
    return pages, skipped


def _answers(data: bytes) -> list[dict[str, Any]]:
    """What the process that reads the pages says; one that fails late has read some pages."""
    call = [sys.executable, "-P", str(Path(__file__).with_name("pdf_pages.py"))]
    try:
        done = subprocess.run(  # noqa: S603 - a program of ours, with no arguments of others
            call, input=data, capture_output=True, timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _refused("time") from error
    answers: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    for answer in answers:
        if "error" in answer:
            raise _refused(answer["error"])
    if done.returncode and len(answers) < 2:
        raise _refused("memory")
    return answers


_REFUSALS = {
    "password": ("is encrypted", "save it without a password"),
    "damaged": ("is a damaged PDF", "check that it was saved or sent whole"),
    "time": (f"takes more than {_LONGEST} seconds to read", "save its text as plain text (.txt)"),
    "memory": ("takes more memory than a document should", "save its text as plain text (.txt)"),
}


def _refused(reason: str) -> InputError:
    what, next_step = _REFUSALS[reason]
    return InputError(what, next_step=next_step)


def _numbered(lines: Iterable[tuple[str, float, float, float]]) -> Iterator[_Line]:
    number = 1
    for text, left, top, height in lines:
        yield _Line(text, left, top, height, number)
        number += 1 + text.count(_HYPHEN)


def _furniture(pages: _Pages) -> frozenset[str]:
    """Lines that stand at the edge of three pages and more, numbers in them aside."""
    seen = Counter(
        key
        for lines in pages.values()
        for key in {_key(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])}
    )
    return frozenset(key for key, count in seen.items() if count >= 3 and count * 3 >= len(pages))


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())


def _is_furniture(line: _Line, lines: Sequence[_Line], *, again: frozenset[str]) -> bool:
    at_edge = line in lines[:_EDGE] or line in lines[-_EDGE:]
    outermost = line in (lines[0], lines[-1])
    return (at_edge and _key(line) in again) or (
        outermost and _NUMBER.fullmatch(line.text) is not None
    )


def _paragraphs(lines: list[_Line], *, before: _Line | None) -> Iterator[tuple[bool, _Line]]:
    """The lines of a page, each with whether a paragraph begins with it."""
    drops = sorted((a.top - b.top) / _height(a) for a, b in pairwise(lines) if a.top > b.top)
    pitch = drops[len(drops) // 4] if drops else 0.0
    lengths = sorted(len(line.text) for line in lines)
    full = lengths[len(lengths) * 9 // 10] if lengths else 0
    for number, line in enumerate(lines):
        if number == 0:
            goes_on = before is not None and not before.text.endswith(_ENDS)
            yield not (goes_on and line.text[:1].islower()), line
        else:
            yield _begins(line, lines[number - 1], pitch=pitch, full=full), line


def _begins(line: _Line, before: _Line, *, pitch: float, full: int) -> bool:
    """Whether a paragraph begins with a line, by its place and the end of the line before."""
    drop = before.top - line.top
    if (
        drop > (_height(before) + 0.35) * pitch
        or abs(line.height - before.height) > 0.15 * before.height
    ):
        return True
    if not before.text.endswith(_ENDS):
        return False
    short = len(before.text.rpartition(_HYPHEN)[2]) < 0.7 * full
    indented = line.left > before.left + 0.6 * line.height
    return drop < 0 or short or indented or _LABEL.match(line.text) is not None


def _height(line: _Line) -> int:
    """How many lines of the page one is made of."""
    return 1 + line.text.count(_HYPHEN)


def _hyphens(pages: _Pages) -> frozenset[str]:
    """The words with a hyphen in the middle of a line: so they are written elsewhere."""
    every = [line.text for lines in pages.values() for line in lines]
    if not any(_HYPHEN in text for text in every):
        return frozenset()
    return frozenset(word.casefold() for text in every for word in _COMPOUND.findall(text))


def _add(building: Building, line: _Line, *, hyphens: frozenset[str]) -> None:
    """Add a line; a word that its end cuts gets its hyphen back only where it has one elsewhere."""
    first, *rest = line.text.split(_HYPHEN)
    building.add(first, line=line.number)
    before = first
    for number, part in enumerate(rest, 1):
        start = before.rfind(" ") + 1
        word = _COMPOUND.search(f"{before[start:]}-{part[:40]}")
        if word is not None and word[0].casefold() in hyphens:
            building.mark("-")
        building.add(part, line=line.number + number)
        before = part


_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
