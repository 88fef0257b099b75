"""Saved pages and pieces of HTML: the main text, its quotations kept, each word with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from claims.models import Document
from claims.readers.building import Building
from claims.readers.tokens import BESIDE, Block, Page, tokens

_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_LONGEST_PAGE = 4_000_000
_MOST_BLOCKS = 20_000
"""Up to so many characters and blocks the main text of a page is looked for, for a second or two;
a page of more is read whole."""
_DIGITS = tuple(map(chr, range(0x10600, 0x10640)))
_LABEL = re.compile("\U00010680([\U00010600-\U0001063f]{3})")
_QUOTES = re.compile('["“”„«»]')
_DATES = (
    "article:published_time datepublished og:published_time dc.date dc.date.issued dcterms.created"
    " dcterms.date publishdate pubdate date"
).split()
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')


def read_html(source: str) -> Document:
    """The document of a page, or of a piece of one.

    Shape: `<q>` gets quotation marks, block quotations stand in `quoted`; line and column are
           those of the file. What stands beside the main text of a page is left out.
    """
    page = tokens(source)
    kept, skipped = _main_text(source, page)
    building = _built(source, kept)
    if not page.whole:
        skipped = (*skipped, "only its first part is read: it has too many tags")
    made = building.document(title=_title(page), skipped=skipped)
    return made.model_copy(update={"published": _published(page), "origin": _origin(page)})


def _main_text(source: str, page: Page) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks that are the page's own, and a line on quotations among the others."""
    inside = [block for block in page.blocks if _is_inside(block)]
    large = len(source) > _LONGEST_PAGE or len(page.blocks) > _MOST_BLOCKS
    chosen = set() if large or not _PAGE.search(source) else _chosen(source, page.blocks)
    kept = _with_prose_between(page.blocks, chosen) if chosen else inside
    here = {id(block) for block in kept}
    left = [b for b in page.blocks if id(b) not in here and _QUOTES.search(b.text)]
    if not left:
        return kept, ()
    passages = "passage" if len(left) == 1 else "passages"
    note = f"{len(left)} {passages} with quotation marks beside the main text left out"
    return kept, (note,)


def _is_inside(block: Block) -> bool:
    return block.quote > 0 or BESIDE.isdisjoint(block.tags)


def _chosen(source: str, blocks: list[Block]) -> set[int]:
    """The numbers of the blocks that trafilatura takes for the main text.

    It gives text without places, so each block is labelled by four letters of a dead script.
    """
    import logging

    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    parts: list[str] = []
    at = 0
    for number, block in enumerate(blocks):
        start = next((run.at for run in block.runs if run.at >= 0), at)
        high, low = divmod(number, len(_DIGITS))
        first, middle = divmod(high, len(_DIGITS))
        label = f"\U00010680{_DIGITS[first]}{_DIGITS[middle]}{_DIGITS[low]}"
        parts += (source[at:start], label)
        at = start
    labelled = "".join((*parts, source[at:])).translate(_CONTROLS)
    text = trafilatura.extract(
        labelled, include_comments=False, favor_recall=True, deduplicate=False
    )
    return {_number(found[1]) for found in _LABEL.finditer(text or "")}


_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), " ")


def _number(digits: str) -> int:
    first, middle, last = (ord(digit) - 0x10600 for digit in digits)
    return (first * len(_DIGITS) + middle) * len(_DIGITS) + last


def _with_prose_between(blocks: list[Block], chosen: set[int]) -> list[Block]:
    """The chosen blocks, and between them what is neither list nor beside the text.

    A quotation that is dropped without need is a hole; a line too much is none.
    """
    first, last = min(chosen), max(chosen)
    return [
        block
        for number, block in enumerate(blocks)
        if number in chosen
        or (first < number < last and _is_inside(block) and {"ul", "ol"}.isdisjoint(block.tags))
    ]


def _built(source: str, blocks: list[Block]) -> Building:
    building = Building()
    breaks = [found.start() for found in re.finditer("\n", source)]
    quote = 0
    for block in blocks:
        if quote and (block.quote != quote or block.signature):
            building.close_quote()
            quote = 0
        if block.signature:
            building.paragraph(" ")
            building.mark("" if block.text.lstrip()[:1] in "—–-" else "— ")
        else:
            building.paragraph("\n" if block.in_line else "\n\n")
        if block.quote and not quote and not block.signature:
            building.open_quote()
            quote = block.quote
        for words, at in block.runs:
            if at < 0:
                building.mark(words)
                continue
            line = bisect_right(breaks, at - 1)
            column = at - (breaks[line - 1] if line else -1)
            building.add(words, line=line + 1, column=column)
    if quote:
        building.close_quote()
    return building


def _title(page: Page) -> str | None:
    return page.facts.get("og:title") or page.facts.get("title") or None


def _origin(page: Page) -> str | None:
    for name in ("canonical", "og:url"):
        address = page.facts.get(name, "")
        if address.startswith(("https://", "http://")):
            return address
    return None


def _published(page: Page) -> date | None:
    found = _PUBLISHED.search(page.facts.get("ld+json", ""))
    values = [found[1]] if found is not None else []
    for value in (*values, *(page.facts.get(name, "") for name in _DATES)):
        day = _DATE.match(value)
        if day is not None:
            try:
                return date.fromisoformat(day[0])
            except ValueError:
                continue
    return None
