"""UN Secretary-General: remarks, press encounters, statements, readouts.

The date stands by the heading and in the address and is the day of the utterance. Remarks have no
label, or `Secretary-General:` and `Question:`; "[as delivered]" stands in the heading. A
statement is attributable to the spokesperson.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from claims.dates import claimed_date
from claims.people import People
from sources.importers.blocks import Block
from sources.importers.body import body, published
from sources.importers.datelines import datelined
from sources.importers.days import days, is_date_line, iso_day
from sources.importers.draft import Draft, Said, record_of
from sources.importers.headings import retitled
from sources.importers.labels import Turn, joined, turns
from sources.importers.naming import holder
from sources.importers.page import Page
from sources.importers.voices import UNDETERMINED, voices

PUBLISHER: Final = "United Nations"
OFFICE: Final = "Office of the Spokesperson for the UN Secretary-General"
HOST: Final = re.compile(
    r"https?://(?:(?:www\.)?un\.org/(?:[a-z]{2}/)?sg/|press\.un\.org/.*/(?:d?sgsm|sga|db)\d)",
    re.IGNORECASE,
)
SITE: Final = re.compile(r"United Nations|Meetings Coverage and Press Releases")
_TITLE: Final = re.compile(r"Secretary[- ]General(?:['’]s)?\b|\bSG(?:['’]s)\b")
_NAME: Final = re.compile(
    r"(?:Welcome to the )?(?:United Nations(?: Secretary[- ]General)?"
    r"|(?:(?:UN |The )?Secretary[- ]General,?\s*)?Ant[óo]nio Guterres|[\w ,|]*Secretary[- ]General)"
    r"(?:\s*[|,-]\s*(?:United Nations|Secretary[- ]General))?"
)
_MARK: Final = re.compile(
    r"[\[(](?:as|check|bilingual|trilingual|scroll|all|original|full)\b[^\])]*[\])]", re.IGNORECASE
)
_PLACE: Final = re.compile(
    r"(?:UN Headquarters|New York|Geneva|Nairobi|Vienna)(?:, (?:[^\W\d]| )+)?"
)
_TOWN: Final = re.compile(r"[A-Z][\w’'-]+(?:,? (?:of|the|de|(?:el-|al-)?[A-Z][\w.’'-]*)){0,5}")
_GREETED: Final = re.compile(
    r"(?:Excellenc|Dear|Distinguished|Mr|Mrs|Ms|Madam|Ladies|Friends|Colleagues|Good|Thank|Your)",
    re.IGNORECASE,
)
_SPOKES: Final = re.compile(r"attributable to the (?:Deputy )?(?:Spokes\w+)", re.IGNORECASE)
_DEPUTY: Final = re.compile(r"^\W*Deputy Secretary[- ]General", re.IGNORECASE)
_BRIEFS: Final = re.compile(
    r"\bby (?P<name>(?:[A-ZÀ-Þ][\w.’'-]+ ){1,2}[A-ZÀ-Þ][\w’'-]+),"
    r" (?P<office>(?:[A-Z]\w+ )*Spokes\w+)"
)
_NOON: Final = re.compile(r"briefing by .{0,40}spokes", re.IGNORECASE)
_READOUT: Final = re.compile(r"^\W*readout\b", re.IGNORECASE)
_SG: Final = re.compile(r"(?:UN |The )?Secretary[- ]General|SG|A", re.IGNORECASE)
_SPOKESMAN: Final = re.compile(r"(?:Deputy )?Spokes(?:man|woman|person)|Farhan Haq", re.IGNORECASE)
_VERSION: Final = re.compile(
    r"[\[(*]*\s*(?:all|full|complete)?[- ]*(?P<language>English|French|Spanish|Arabic|Russian"
    r"|Portuguese|Chinese)(?:[- ](?:version|translation|text|only))*\s*:?[\])*]*",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"[\[(*]*\s*(?:translat\w+|interpret\w+)\s+from\s+(?:the\s+)?(?P<language>French|Spanish|Arabic"
    r"|Russian|Portuguese|Chinese)\s*:?[\])*]*",
    re.IGNORECASE,
)
_CODES: Final = {
    "english": "en", "french": "fr", "spanish": "es", "arabic": "ar", "russian": "ru",
    "portuguese": "pt", "chinese": "zh",
}  # fmt: skip
_FRAME: Final = re.compile(
    r"(?:Following (?:are|is)|The following)\b.{0,60}?\b(?:Secretary[- ]General|Guterres).{0,200}:"
    r"|SG/SM/?\d*.{0,40}|(?:Press Release|Statements and Messages|Secretary-General)",
)


def recognises(page: Page) -> bool:
    """By a heading that names the Secretary-General."""
    head = [page.heading or "", *(block.text for block in page.blocks[:15])]
    site = SITE.search(f"{page.site} {page.head(600)}")
    if _TITLE.search(page.site) and SITE.search(page.site):
        return True
    titled = any(_TITLE.search(text) and len(text) < 250 for text in head)
    return titled and (site is not None or any(_MARK.search(text) for text in head))


def read(page: Page, people: People, data: bytes) -> Draft:
    """The words of the Secretary-General, or of the spokesperson."""
    page = retitled(page, fits=_TITLE, site=_NAME)
    title = page.heading or ""
    posted = published(page)
    day = _day(page, posted=posted)
    blocks = [block for block in body(page) if not _is_head(block, title=title)]
    blocks = blocks[1:] if blocks and _is_place(blocks[0]) else blocks
    if _READOUT.search(title):
        found = turns(blocks, people=people, extra=_is_label, heading=title)
        text = joined(block for turn in found for block in turn.blocks)
        said: tuple[Said, ...] = (Said(text=text, speaker=OFFICE, wording="rendering"),)
    else:
        held = _offices(page, people=people, on=day)
        said = tuple(_said(blocks, title=title, held=held, people=people))
    record = record_of(page, title=title)
    return Draft(
        said=said,
        publisher=PUBLISHER,
        title=title or None,
        url=re.sub(r"[?#].*$", "", page.url) if page.url else None,
        said_on=day,
        published=posted or day,
        kind="official_statement" if _SPOKES.search(title) else "official_transcript",
        language="en",
        original_language="en",
        wording="verbatim",
        event=_MARK.sub("", title).strip() or None,
        place=_place(page),
        state=record.state,
        notes=record.notes,
    )


def _said(blocks: Sequence[Block], *, title: str, held: _Held, people: People) -> Iterator[Said]:
    """The turns, of the words as spoken and of whole versions that follow them."""
    first = held.spokes if _SPOKES.search(title) or _NOON.search(title) else held.head
    first = held.deputy_head if _DEPUTY.search(title) else first
    for language, original, part in _parts(blocks):
        found = turns(part, people=people, extra=_is_label, heading=title)
        for each in voices(
            [_renamed(turn, held=held) for turn in found],
            people=people,
            unlabelled=first,
            language=language,
            original_language=original,
        ):
            yield each._replace(language=language)


def _parts(blocks: Sequence[Block]) -> Iterator[tuple[str, str, list[Block]]]:
    """The words as spoken, and the whole versions that may follow: language, original, words."""
    language, original = "en", "en"
    part: list[Block] = []
    for block in blocks:
        version = _VERSION.fullmatch(block.text)
        source = _FROM.fullmatch(block.text)
        found = version or source
        if found is None:
            part.append(block)
            continue
        yield language, original, part
        code, part = _CODES[found["language"].lower()], []
        language, original = (code, UNDETERMINED) if version else ("en", code)
    yield language, original, part


def _day(page: Page, *, posted: date | None) -> date | None:
    """The day in the address, the heading, the frame of a press release or the lines by it."""
    in_address = re.search(r"/(\d{4}-\d{2}-\d{2})/", page.url or "")
    titled = days(page.heading or "")
    framed = (claimed_date(b.text, published=posted) for b in page.blocks if _FRAME.match(b.text))
    return (
        iso_day(in_address[1] if in_address else None)
        or (titled[-1].day if titled else None)
        or next(filter(None, framed), None)
        or posted
    )


def _is_label(label: str, block: Block) -> bool:
    return bool(_SG.fullmatch(label) or _SPOKESMAN.fullmatch(label))


class _Held(NamedTuple):
    """Who held the offices of which labels speak."""

    head: str | None
    deputy_head: str | None
    spokes: str | None
    deputy: str | None


def _offices(page: Page, *, people: People, on: date | None) -> _Held:
    """The holders: as the page's own notice names them, else who held the office on the day."""
    told = {
        "Deputy" in found["office"]: found["name"]
        for block in page.blocks
        for found in _BRIEFS.finditer(block.text)
    }
    spokes = holder("spokesperson for the UN secretary general", people=people, on=on)
    head = holder("UN secretary general", people=people, on=on)
    second = holder("UN deputy secretary general", people=people, on=on)
    return _Held(head, second, told.get(False, told.get(True, spokes)), told.get(True))


def _renamed(turn: Turn, *, held: _Held) -> Turn:
    """A turn whose label names an office, under the name of who held it."""
    if turn.label and _SG.fullmatch(turn.label):
        return turn._replace(label=held.head or "Secretary-General")
    office = re.fullmatch(r"(Deputy |Associate )?Spokes\w+", turn.label or "", re.IGNORECASE)
    if office is None:
        return turn
    return turn._replace(label=(held.deputy if office[1] else held.spokes) or turn.label)


def _is_place(block: Block) -> bool:
    """Whether the first line under a heading is a place: capitals, no stop and no greeting.

    >>> [_is_place(Block(text=x)) for x in ("Sharm el-Sheikh, Egypt", "Excellencies", "We met.")]
    [True, False, False]
    """
    return _TOWN.fullmatch(block.text) is not None and _GREETED.match(block.text) is None


def _is_head(block: Block, *, title: str) -> bool:
    text = block.text.strip()
    if _VERSION.fullmatch(text) or _FROM.fullmatch(text):
        return False
    return (
        is_date_line(text)
        or text == title
        or _MARK.fullmatch(text) is not None
        or _FRAME.fullmatch(text) is not None
        or re.fullmatch(r"\*\*\s?[^*]{2,80}", text) is not None
        or _PLACE.fullmatch(text) is not None
        or re.fullmatch(r"\**\s*Stéphane Dujarric,? Spokes.*|\*{3,}", text) is not None
        or re.fullmatch(r"(?:Secretary-General|António Guterres|Antonio Guterres)", text)
        is not None
    )


def _place(page: Page) -> str | None:
    title = page.title or 0
    for block in page.blocks[max(0, title - 4) : title + 6]:
        if not block.furniture and _PLACE.fullmatch(block.text):
            return block.text
    under = [block for block in body(page) if not _is_head(block, title=page.heading or "")][:1]
    line = datelined(body(page)).line
    place = next((block.text for block in under if _is_place(block)), None)
    return place or (line.place if line else None)
