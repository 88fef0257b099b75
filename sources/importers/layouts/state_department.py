"""US Department of State: briefings, remarks, interviews, statements.

Labels are set in capitals without first names (`MR PRICE:`, `SECRETARY BLINKEN:`, `QUESTION:`); the
byline under the heading names who speaks in full, the day and the place. The hour ("2:10 p.m.
EDT") and the notice of the end are nobody's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from claims.people import People
from sources.importers.blocks import Block
from sources.importers.body import body, published
from sources.importers.days import days, is_date_line, iso_day
from sources.importers.draft import Draft, Said, record_of
from sources.importers.furniture import is_furniture_line
from sources.importers.headings import retitled
from sources.importers.labels import Turn, joined, turns
from sources.importers.naming import bare, named_in, names_in, person_in
from sources.importers.page import Page
from sources.importers.voices import voices
from sources.models import Wording

PUBLISHER: Final = "US Department of State"
HOST: Final = re.compile(r"https?://(?:[\w-]+\.)*state\.gov(?:[/?:]|$)", re.IGNORECASE)
SITE: Final = re.compile(r"(?:U\.?S\.?|United States) Department of State", re.IGNORECASE)
_NAME: Final = re.compile(
    rf"(?:{SITE.pattern}|Office of the Spokesperson|Diplomacy in Action"
    r"|You are viewing:? archived content.*|.{0,40}archive(?:d)? (?:site|content).*)",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(r"Department Press Briefing|Office of the Spokesperson")
_BRIEFING: Final = re.compile(r"^Department Press Briefing\b")
HOUR: Final = re.compile(
    r"\(?\d{1,2}:\d{2}\s*[ap]\.?\s?m\.?\s*(?:[A-Z]{2,4}|\([^)]*\)|local time)?\)?", re.IGNORECASE
)
_CAPITALS: Final = re.compile(r"(?:[A-Z][A-Z.,'’\-]*\s?)+(?:[A-Z][a-z]{0,2}[A-Z]{2,})?")
_LABELS: Final = re.compile(
    r"^(?:QUESTION|(?:MR|MS|MRS|SECRETARY|AMBASSADOR)\.? [A-Z'-]+):", re.MULTILINE
)
_BYLINE: Final = re.compile(
    r"(?:by )?(?P<name>(?:[A-Z][\w.'’-]*\s+){1,4}?[A-Z][\w'’-]+),\s*(?P<role>[A-Z][^\d:]{5,90})"
)
_SIGNED: Final = re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w'’-]+")
_OFFICE: Final = re.compile(
    r"(?:(?:Deputy|Acting|Assistant|Under|Principal|Special|U\.?S\.?|Department|Senior) )*"
    r"(?:Secretary|Spokes\w+|Ambassador|Representative|Envoy|Director|Administrator|Counselor"
    r"|Charg|Coordinator|Advisor)"
)
_KINDS: Final = re.compile(
    r"(?:remarks?|press statement|statement|interview|readout|media note|fact sheet|press briefing"
    r"|special briefing|briefing|speech|press availability|transcript|department press briefing)s?",
    re.IGNORECASE,
)
_NOTES: Final = re.compile(r"(?:media note|fact sheet|notice to the press|joint statement)s?", re.I)
_CLOSED: Final = re.compile(
    r"[(\[]?\s*(?:The (?:press )?briefing was (?:concluded|adjourned)"
    r"|End of transcript|Break in audio).*|(?:DPB|PRN)\s*[#:]?\s*\d+.*|# ?# ?#",
    re.IGNORECASE,
)
_ATTRIBUTED: Final = re.compile(
    r"The (?:below|following) is attributable to (?P<by>[^:]+):?", re.IGNORECASE
)
_NUMBERS: Final = re.compile(r"\b([01]?\d)/([0-3]?\d)/((?:19|20)\d\d)\b")
_SHORT: Final = 60
_HEAD: Final = 14
_INDEX: Final = 120
"""Lines that a byline and an index of topics may have before the hour."""
_PLACE: Final = re.compile(r"[A-Z][\w.'’&-]+(?:[\s,]+(?:of|the|and|[A-Z][\w.'’&-]*))*")


class Byline(NamedTuple):
    """What stands between the heading and the words."""

    name: str | None
    role: str | None
    place: str | None
    day: date | None


def recognises(page: Page) -> bool:
    """By the department's name or its labels with the hour."""
    head = f"{page.site} {page.head(800)}"
    if SITE.search(head) or (_TITLE.search(head) and page.seen(_LABELS)):
        return True
    timed = any(HOUR.fullmatch(block.text) for block in page.blocks[:40])
    return timed and page.seen(_LABELS)


def read(page: Page, people: People, data: bytes) -> Draft:
    """The turns of the official and of the press."""
    page = _american(page)
    page = retitled(page, fits=None if page.is_html else _BRIEFING, site=_NAME)
    title = page.heading or ""
    head, blocks = _parts(page)
    byline = _byline(head, title=title)
    titled = days(title)
    day = titled[-1].day if titled else byline.day
    posted = _posted(page) or published(page) or byline.day
    attributed = next((m for b in blocks if (m := _ATTRIBUTED.match(b.text))), None)
    found = turns(
        [b for b in blocks if not _ATTRIBUTED.match(b.text)],
        people=people,
        extra=_is_label,
        heading=title,
    )
    by = attributed["by"] if attributed else None
    kind = head[0].text if head else ""
    said = _said(found, title=title, kind=kind, by=by, byline=byline, people=people)
    record = record_of(page, title=title)
    return Draft(
        said=_with_role(said, byline=byline),
        publisher=PUBLISHER,
        title=title or None,
        url=re.sub(r"[?#].*$", "", page.url) if page.url else None,
        said_on=day,
        published=posted,
        kind="official_transcript" if any(t.label for t in found) else "official_statement",
        language="en",
        original_language="en",
        wording="verbatim",
        event=title or None,
        place=byline.place,
        names=tuple(dict.fromkeys(filter(None, (byline.name, *names_in(title))))),
        state=record.state,
        notes=record.notes,
    )


def _american(page: Page) -> Page:
    """The page with its dates in numbers, whose month stands first, as all others are read."""
    blocks = (
        block._replace(text=_NUMBERS.sub(r"\3-\1-\2", block.text))
        if len(block.text) < 60
        else block
        for block in page.blocks
    )
    return page._replace(blocks=tuple(blocks))


def _said(
    found: Sequence[Turn],
    *,
    title: str,
    kind: str,
    by: str | None,
    byline: Byline,
    people: People,
) -> tuple[Said, ...]:
    """The turns; of a text that is attributed to a spokesperson, one statement."""
    speaker = named_in(by or title, people=people) if by or title.isupper() else None
    named = person_in(by or title, people=people)
    speaker = named.name if named else speaker or by or byline.name
    is_readout = re.search(r"\breadout\b", f"{title} {kind}", re.IGNORECASE) is not None
    if by is not None or is_readout:
        text = joined(block for turn in found for block in turn.blocks)
        wording: Wording = "rendering" if _is_account(title) or is_readout else "verbatim"
        return (Said(text=text, speaker=speaker, wording=wording),)
    return tuple(
        voices(
            found,
            people=people,
            unlabelled=byline.name or speaker or _office(kind),
            language="en",
            original_language="en",
        )
    )


def _office(kind: str) -> str | None:
    """The department, whose own words notes without a name are."""
    return PUBLISHER if _NOTES.fullmatch(kind) else None


def _is_account(title: str) -> bool:
    return re.search(r"\b(?:call|meeting|talks|conversation)\b.*\bwith\b", title, re.I) is not None


def _is_label(label: str, block: Block) -> bool:
    is_label = _CAPITALS.fullmatch(label) is not None and len(label.split()) <= 6 and len(label) > 2
    return is_label and re.match(r"INDEX|TOPICS|TRANSCRIPT|NOTE", label) is None


def _posted(page: Page) -> date | None:
    return iso_day(page.meta("article:published_time", "datepublished"))


def _parts(page: Page) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The lines of the byline, and the words after them up to the notice of the end."""
    own = body(page)
    linked = page.blocks[(page.title or 0) + 1 : (page.title or 0) + 12]
    hour = next((i for i, b in enumerate(own[:_INDEX]) if HOUR.fullmatch(b.text)), None)
    start = 0 if hour is None else hour + 1
    while hour is None and start < min(len(own), _HEAD) and _is_byline(own[start]):
        start += 1
    first = own[start] if start < len(own) else None
    head = [b for b in page.blocks[max(0, (page.title or 0) - 6) : page.title or 0] if _dates(b)]
    for block in (*linked, *own[:start]):
        if first is not None and block == first:
            break
        if not block.furniture and block not in head and not is_furniture_line(block.text):
            head.append(block)
    words = [block for block in own[start:] if not HOUR.fullmatch(block.text)]
    end = next((i for i, b in enumerate(words) if i and _CLOSED.fullmatch(b.text)), len(words))
    return tuple(b for b in head if len(b.text) <= 120), tuple(words[:end])


def _dates(block: Block) -> bool:
    """Whether a line above the heading has its day: "For Immediate Release, October 20, 2021"."""
    text = block.text
    return not block.furniture and is_date_line(text) and not re.search("today|updated", text, re.I)


def _is_byline(block: Block) -> bool:
    text = block.text
    return (
        is_date_line(text)
        or _KINDS.fullmatch(text) is not None
        or _BYLINE.fullmatch(text) is not None
        or re.fullmatch(r"\[?(?:as (?:prepared|delivered).*|via .*)\]?", text, re.I) is not None
        or (len(text) < 70 and text[-1].isalnum() and not text.endswith(("everyone", "you")))
        or text.rstrip(".").endswith("D.C")
    )


def _byline(head: Sequence[Block], *, title: str) -> Byline:
    name = role = place = day = None
    for index, block in enumerate(head):
        text = block.text
        found = _BYLINE.fullmatch(text)
        following = head[index + 1].text if index + 1 < len(head) else ""
        if name is None and _signs(text, following):
            name, role = bare(text), following
            continue
        if day is None and is_date_line(text):
            day = days(text)[0].day
        elif _KINDS.fullmatch(text) or text == title:
            continue
        elif found is not None and name is None and not _is_place(text):
            name, role = bare(found["name"]), found["role"].strip()
        elif text == role:
            continue
        elif place is None and _PLACE.fullmatch(text) and "Spokesperson" not in text:
            place = text
    return Byline(name, role, place, day)


def _signs(text: str, office: str) -> bool:
    """Whether two lines are a name and, under it, an office."""
    is_name = _SIGNED.fullmatch(text) is not None and not _is_place(text)
    return is_name and _OFFICE.match(office) is not None and not _KINDS.fullmatch(text)


def _is_place(text: str) -> bool:
    return re.search(r"Washington|D\.?C\.?|New York|Room|Hall|Hotel|Airport", text) is not None


def _with_role(said: Sequence[Said], *, byline: Byline) -> tuple[Said, ...]:
    """The turns, with the byline's office where the speaker is the one it names."""
    last = byline.name.split()[-1].casefold() if byline.name else None
    return tuple(
        each._replace(role=byline.role)
        if last and each.speaker and each.speaker.split()[-1].casefold() == last
        else each
        for each in said
    )
