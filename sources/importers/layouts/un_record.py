"""UN meeting records: A/.../PV.n and S/PV.n, as pages or as the text of their PDF.

Lines are wrapped and carry page furniture; labels name the speaker with country and language:
`Mr. Lavrov (Russian Federation) (spoke in Russian):`. What the President of the body says stands
under the name that the record's head gives for the office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from claims.people import People
from sources.importers.blocks import Block
from sources.importers.days import days
from sources.importers.draft import Draft, Said
from sources.importers.labels import Turn, turns
from sources.importers.naming import holder
from sources.importers.page import Page
from sources.importers.voices import voices

PUBLISHER: Final = "United Nations"
_SYMBOL: Final = re.compile(
    r"\b(?:A/(?:\d+/|C\.\d/\d+/|ES-\d+/)?(?:PV|SR)\.\d+|S/(?:PV|SR)\.\d+)\b"
)
_SYMBOLS_WITHIN: Final = 3000
_BEGINS: Final = re.compile(
    r"The meeting (?:was (?:called to order|resumed)|resumed)\b.{0,60}? at .*", re.I
)
_NOTICE: Final = re.compile(r"This record contains the text")
"""Begins the notice of a first page, which goes on in the lines below."""
_ENDS: Final = re.compile(r"The meeting (?:rose|was (?:suspended|adjourned)) at .*", re.IGNORECASE)
_FURNITURE: Final = re.compile(
    r"(?:[AS]/(?:\d+/)?PV\.\d+.*|\d+/\d+(?:\s+\d{2}-\d{5})?|\d{2}-\d{5}(?: \(E\))?(?:\s+\d+/\d+)?"
    r"|\d{1,2}/\d{1,2}/\d{4}(?:\s.*)?|\d{2}-\d{5}\s.*"
    r"|This record contains the text.*|Please recycle.*"
    r"|.{0,120}\d{1,2}/\d{1,2}/\d{4}\s+[AS]/(?:\d+/)?PV\.\d+|Accessible document|\*\d{6,}\*)",
)
_PROCEDURE: Final = re.compile(
    r"(?:The (?:agenda|draft resolution|motion|provisional agenda) was (?:adopted|put to"
    r" the vote).*"
    r"|A (?:recorded )?vote was taken.*"
    r"|(?:It was so decided|Draft resolution .{0,80}was (?:adopted|rejected)(?: by .{0,80})?)\.?"
    r"(?:\s*\([^)]*\)\.?)?|(?:In favour|Against|Abstaining):?"
    r"|In the absence of the President.*"
    r"|(?:Mr|Mrs|Ms)\.? .{1,60} (?:took the Chair|was escorted .*|took a seat .*)\.?"
    r"|At the invitation of the President, .*|The meeting was .*)",
    re.IGNORECASE,
)
_TITLES: Final = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Prince|Princess|King|Queen|Sheikh|Archbishop|Monsignor|Msgr"
    r"|Father|Sister|President|Prime Minister|The (?:Acting )?(?:President|PRESIDENT)"
    r"|The (?:Deputy )?Secretary-General|The Chair\w*)\b\.?"
)
_NAME: Final = (
    r"(?:\s(?:[A-ZÀ-Þ][\w.'’-]*|of|the|and|de|del|da|di|du|van|von|der|bin|al|el|la|le)){0,8}"
)
_LABEL: Final = re.compile(_TITLES + _NAME)
_CUT_LABEL: Final = re.compile(rf"{_TITLES}{_NAME}\s*(?:\([^()]*\)\s*)*\([^()]*")
_SECRETARY: Final = re.compile(r"The Secretary-General")
_DOUBLE: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss)\.? (?P<name>[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+)")
_IN_FULL: Final = frozenset(
    ("China", "Viet Nam", "Republic of Korea", "Democratic People’s Republic of Korea", "Singapore")
)
_SPOKE: Final = re.compile(r"spoke in|interpret")
_CAPACITY: Final = (
    r"(?:\s?,\s(?:Rapporteur|Chair|Vice-Chair|President|Special|on behalf)[^:.]{0,80})?"
)
_WHOLE_LABEL: Final = re.compile(
    rf"^{_LABEL.pattern}\s*(?:\([^()]*\)\s*)*{_CAPACITY}\s*:", re.MULTILINE
)
_CHAIR: Final = re.compile(
    r"(?:Acting )?President\s*:?\s+(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?\s[^.(\d]{2,60}?)"
    r"[\s.…·_]*(?:\((?P<country>[^)]+)\)|$)"
)
_TOOK: Final = re.compile(
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?\s[^.(\d,]{2,60}?)\s+\((?P<country>[^)]+)\),\s+"
    r"Vice-President,\s+took\s+the\s+Chair"
)
_ACTING: Final = re.compile(r"The Acting President", re.IGNORECASE)
_PRESIDENT: Final = re.compile(r"The President", re.IGNORECASE)


def recognises(page: Page) -> bool:
    """By the symbol of a record at its head, and labels with titles."""
    head = f"{page.url or ''} {page.text[:_SYMBOLS_WITHIN]}"
    return _SYMBOL.search(head) is not None and page.seen(_WHOLE_LABEL)


def read(page: Page, people: People, data: bytes) -> Draft:
    """Every turn under its speaker's name, with country and language."""
    symbol = _SYMBOL.search(f"{page.text[:_SYMBOLS_WITHIN]} {page.url or ''}")
    head = page.text[: max(_first(page.text), 200)]
    found = turns(tuple(_paragraphs(_spoken(page))), people=people, extra=_is_label)
    chair = _CHAIR.search(head)
    meeting = re.search(r"(\d{1,5}(?:st|nd|rd|th))\s+(?:plenary )?meeting", head)
    body = "Security Council" if symbol and symbol.group().startswith("S/") else "General Assembly"
    dated = days(head)
    on = dated[0].day if dated else None
    return Draft(
        said=tuple(_voices(found, chair=chair, acting=_acting(page.text), people=people, on=on)),
        publisher=PUBLISHER,
        title=symbol.group() if symbol else page.heading,
        url=f"https://undocs.org/en/{symbol.group()}" if symbol else page.url,
        said_on=on,
        published=None,
        kind="official_transcript",
        language="en",
        original_language="en",
        wording="verbatim",
        event=f"{body}, {meeting[1]} meeting" if meeting else body,
        place=next(
            iter(
                re.findall(
                    r"^\s*(?:Held at .{0,30}, )?(New York|Geneva|Vienna|Nairobi)\b", head, re.M
                )
            ),
            None,
        ),
    )


def _first(text: str) -> int:
    """Where the head of the record ends."""
    found = _BEGINS.search(text) or _WHOLE_LABEL.search(text)
    return found.start() if found else 0


def _spoken(page: Page) -> Iterator[Block]:
    """The blocks of the meeting, without furniture of pages and notes of procedure."""
    blocks = [block for block in page.blocks if not block.furniture]
    start = next((i + 1 for i, b in enumerate(blocks) if _BEGINS.fullmatch(b.text)), None)
    if start is None:
        start = next((i for i, b in enumerate(blocks) if _opens(b)), 0)
    cut: Block | None = None
    is_notice = False
    for each in blocks[start:]:
        block = each
        is_notice = _NOTICE.match(block.text) is not None or (is_notice and block.broken)
        if is_notice:
            continue
        if _ENDS.fullmatch(block.text):
            return
        if _FURNITURE.fullmatch(block.text):
            continue
        if cut is not None:
            block = cut._replace(text=f"{cut.text} {block.text}")
        cut = block if _CUT_LABEL.fullmatch(block.text) else None
        if cut is None:
            yield block


def _opens(block: Block) -> bool:
    """Whether a block begins a turn, and is not the head's line that names the President."""
    begins = _WHOLE_LABEL.match(block.text) or _CUT_LABEL.fullmatch(block.text)
    return begins is not None and not _CHAIR.match(block.text)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """Wrapped lines joined; a label, or a line apart after a full stop, begins a paragraph."""
    made: Block | None = None
    for block in blocks:
        begins = _WHOLE_LABEL.match(block.text) is not None
        goes_on = (
            made is not None
            and not begins
            and made.bold < len(made.text)
            and (block.broken or _is_open(made.text))
        )
        if goes_on and made is not None:
            made = made._replace(text=_wrapped(made.text, block.text))
            continue
        if made is not None and not _is_nobodys(made):
            yield made
        made = block._replace(broken=False)
    if made is not None and not _is_nobodys(made):
        yield made


def _wrapped(text: str, line: str) -> str:
    if text.endswith("-") and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}"


def _is_open(text: str) -> bool:
    """Whether a paragraph stops in the middle, at the end of a page."""
    return len(text) > 90 and text[-1] not in '.?!:”")' and text[-1] != "’"


def _is_heading(block: Block) -> bool:
    """A line set bold whole, or short without a stop: an item of the agenda."""
    text = block.text
    if block.bold >= len(text):
        return True
    return len(text) < 90 and text[-1].isalnum() and not _WHOLE_LABEL.match(text)


def _is_nobodys(block: Block) -> bool:
    return _is_heading(block) or block.italic or _PROCEDURE.fullmatch(block.text) is not None


def _is_label(label: str, block: Block) -> bool:
    return re.fullmatch(_LABEL.pattern + _CAPACITY, label) is not None


def _acting(text: str) -> re.Match[str] | None:
    """Who is told to have taken the chair; `None` where several did."""
    took = list(_TOOK.finditer(text))
    return took[0] if len(took) == 1 else None


def _voices(
    found: Sequence[Turn],
    *,
    chair: re.Match[str] | None,
    acting: re.Match[str] | None,
    people: People,
    on: date | None,
) -> Iterator[Said]:
    """Each turn with country; the President under the name of the record's head, if it has one."""
    for turn in found:
        label, notes = turn.label, turn.notes
        country = next((note for note in notes if not _SPOKE.search(note)), None)
        if label is not None and _PRESIDENT.fullmatch(label) and chair is not None:
            label, country = " ".join(chair["name"].split()), chair["country"]
        if label is not None and _ACTING.fullmatch(label) and acting is not None:
            label, country = " ".join(acting["name"].split()), acting["country"]
        if label is not None and _SECRETARY.fullmatch(label):
            label = holder("UN secretary general", people=people, on=on) or label
        label = re.sub(_CAPACITY + "$", "", label) if label else None
        if label is None:
            continue
        said = voices(
            (turn._replace(label=label, notes=tuple(n for n in notes if _SPOKE.search(n))),),
            people=people,
            unlabelled=None,
            language="en",
            original_language="en",
        )
        for each in said:
            kept = each._replace(organisation=country)
            is_double = _is_double(label, country=country, people=people)
            yield kept._replace(speaker=label) if is_double else kept


def _is_double(label: str, *, country: str | None, people: People) -> bool:
    """Whether a label has a surname of two words: records print given names of few countries."""
    found = _DOUBLE.fullmatch(label)
    return found is not None and country not in _IN_FULL and not people.find(found["name"])
