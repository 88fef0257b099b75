"""Indian Ministry of External Affairs: briefings, remarks, statements.

The heading of a transcript ends in the day of the utterance in brackets; the line under it, or
"New Delhi" with a date at the end, is the day of publication. Officials are labelled with name and
office, the press with name and paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from claims.people import People
from sources.importers.blocks import Block
from sources.importers.body import body, published
from sources.importers.datelines import names_place
from sources.importers.days import days, is_date_line, the_day, told_day
from sources.importers.draft import Draft, Said, record_of
from sources.importers.headings import retitled
from sources.importers.labels import Turn, is_answer, is_asking, is_name_like, joined, turns
from sources.importers.layouts.generic import language_of
from sources.importers.naming import holder, named_in, person_in, speaker_of, tongue
from sources.importers.page import Page
from sources.importers.press import briefing
from sources.importers.voices import wording_in

PUBLISHER: Final = "Ministry of External Affairs, Government of India"
MINISTRY: Final = "Indian Ministry of External Affairs"
HOST: Final = re.compile(r"https?://(?:[\w-]+\.)*mea\.gov\.in(?:[/:?]|$)", re.IGNORECASE)
SITE: Final = re.compile(r"Ministry of External Affairs", re.IGNORECASE)
_TITLE: Final = re.compile(
    r"Official Spokesperson|External Affairs Minister|Media Briefing|\bEAM\b|Foreign Secretary"
    r"|Special Briefing|Press (?:Release|Statement)|Joint Statement|Statement (?:on|by|of)|Remarks"
    r"|response|Transcript|Address by|Speech\b|Keynote|Intervention|Interview|Visit of"
    r"|Prime Minister|Question No",
    re.IGNORECASE,
)
_LABELS: Final = re.compile(
    r"^(?:Shri|Smt\.?|Official Spokesperson|Dr\. S\. Jaishankar)\b[^:]{0,80}:", re.M
)
_PLACE: Final = re.compile(r"(?:New Delhi|[A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_PAPER: Final = re.compile(
    r",\s*(?!.*(?:Minister|Secretary|Spokes|Ambassador|Joint|JS|High Commissioner|PM|EAM|Director"
    r"|Advis|Envoy|Charg))"
)
_OFFICE: Final = re.compile(
    r"Minister|Secretary|Spokes|Ambassador|High Commissioner|\bJS\b|\bEAM\b|\bPM\b|Director", re.I
)
_ASKER: Final = re.compile(r"[A-Z][\w.'-]*(?: [A-Z\d][\w.'-]*){0,3}")
"""Who asks is often named by the first name alone."""
_HONOURED: Final = re.compile(r"\b(?:Shri|Smt|Dr|Amb|H\.?E)\b\.?\s*")
_OFFICES: Final = (
    (re.compile(r"(?:Official )?Spokesperson", re.I), "Indian Foreign Ministry spokesperson"),
    (re.compile(r"(?:External Affairs Minister|EAM)", re.I), "Indian foreign minister"),
    (re.compile(r"Foreign Secretary|FS", re.I), "Indian foreign secretary"),
    (re.compile(r"(?:Prime Minister|PM)", re.I), "Indian prime minister"),
)
_NOTICE: Final = re.compile(
    r"\W*(?:Disclaimer\b|(?:Please note|Note)\b.{0,40}translat"
    r"|(?:This is an?|The above is an?) .{0,30}(?:translation|rendering))",
    re.IGNORECASE,
)
_TRANSLATION: Final = re.compile(r"\b(?:translation|rendering)\b", re.IGNORECASE)
_CONCLUDES: Final = re.compile(r"[(\[]?\s*(?:Transcript )?Concludes?d?\.?\s*[)\]]?", re.I)
_WRITTEN: Final = re.compile(r"\bresponse to\b|Spokesperson on\b|Press Release", re.IGNORECASE)
"""Headings of what the spokesperson gives out in writing, on the day that it is posted."""
_VISIT: Final = re.compile(
    r"^(?:(?:State |Official |Working |Forthcoming )*Visit (?:of|by)|Meeting (?:of|between)"
    r"|(?:Telephone|Phone) (?:call|conversation)|.{0,80}\b(?:to visit|visits|meets|met with)\b)",
    re.IGNORECASE,
)
"""Headings of accounts, which name persons who do not speak in them."""
_SPOKEN: Final = re.compile(
    r"\b(?:remarks|address|speech|intervention|keynote|interview)\b.{0,20} (?:by|of)\b",
    re.IGNORECASE,
)
"""Headings of what somebody said, who is asked for where he is not known."""
_ACCOUNT: Final = re.compile(r"\b(?:visit|meeting|call|talks|consultations)\b", re.IGNORECASE)


def recognises(page: Page) -> bool:
    """By the ministry's name with its labels or headings."""
    head = f"{page.site} {page.head(800)}"
    named = SITE.search(head) is not None and "India" in page.text
    return (named or page.seen(_LABELS)) and any(
        _TITLE.search(block.text) for block in page.blocks[:30]
    )


def read(page: Page, people: People, data: bytes) -> Draft:
    """The official's turns and the questions, or the ministry's own text."""
    page = retitled(page, fits=_TITLE)
    title = page.heading or ""
    text = [b for b in body(page) if b.text != title and not _CONCLUDES.fullmatch(b.text)]
    notices = [b.text for b in text if _NOTICE.match(b.text)]
    words, closing = _closed([b for b in text if not _NOTICE.match(b.text)])
    posted = published(page, before=1) or closing
    day = the_day(title) or closing
    words = _unframed(words)
    found = turns(words, people=people, extra=_is_label, heading=title)
    named = person_in(title, people=people)
    speaker = named.name if named else _by_office(title, people=people, on=day or posted)
    speaker = None if _VISIT.search(title) else speaker or named_in(title, people=people)
    labelled = any(turn.label for turn in found)
    is_own = not labelled and speaker is None and not _SPOKEN.search(title)
    language = "hi" if language_of(page) == "hi" else "en"
    original = _original((title, *notices)) or language
    if is_own and _ACCOUNT.search(title):
        day = (told_day(found[0].blocks[0].text, published=posted) if found else None) or day
        said: tuple[Said, ...] = (Said(text=_text(found), speaker=MINISTRY, wording="rendering"),)
    else:
        first = speaker or (MINISTRY if is_own else None)
        tongues = (language, original)
        said = _said(found, people=people, on=day or posted, speaker=first, tongues=tongues)
    record = record_of(page, title=title)
    return Draft(
        said=said,
        publisher=PUBLISHER,
        title=title or None,
        url=_canonical(page.url),
        said_on=day,
        published=posted,
        kind="official_transcript" if labelled else "official_statement",
        language=language,
        original_language=original,
        wording=wording_in(language, original=original),
        event=re.sub(r"\s*\([^)]*\)\s*$", "", title) or None,
        place=next((b.text for b in text[-3:] if _is_place(b)), None),
        state=record.state,
        notes=record.notes,
        said_when_posted=is_own or _WRITTEN.search(title) is not None,
    )


def _said(
    found: Sequence[Turn],
    *,
    people: People,
    on: date | None,
    speaker: str | None,
    tongues: tuple[str, str],
) -> tuple[Said, ...]:
    offices = _offices(found)

    def official(label: str) -> str | None:
        return offices.get(label) or _official(label, people=people, on=on, speaker=speaker)

    return tuple(
        briefing(
            found,
            people=people,
            official=official,
            unlabelled=speaker,
            language=tongues[0],
            original_language=tongues[1],
        )
    )


_FROM: Final = re.compile(r"\b(?:from|in) (?:the )?(\w+)")


def _original(notices: Sequence[str]) -> str | None:
    """The language that a notice of translation names, `None` without such a notice."""
    told = [text for text in notices if _TRANSLATION.search(text)]
    if not told:
        return None
    named = [word for text in told for word in _FROM.findall(text) if word != "English"]
    return tongue(named) or "hi"


_FRAME: Final = re.compile(r"In response to .{0,300}\bsaid:?", re.IGNORECASE)


def _unframed(words: list[Block]) -> list[Block]:
    """An answer to a query without the sentence that leads to it and the marks around it."""
    if len(words) < 2 or not _FRAME.fullmatch(words[0].text):
        return words
    first, last = words[1], words[-1]
    words = (
        [*words[1:-1], last._replace(text=last.text.rstrip('"”'))]
        if len(words) > 2
        else [first._replace(text=first.text.rstrip('"”'))]
    )
    return [words[0]._replace(text=words[0].text.lstrip('"“')), *words[1:]]


def _offices(found: Sequence[Turn]) -> dict[str, str]:
    """The names that labels give beside an office: "Foreign Secretary, Shri Ole Brandt"."""
    named = {}
    for label in (turn.label for turn in found if turn.label):
        parts = [_HONOURED.sub("", part).strip() for part in label.split(",")]
        offices = [part for part in parts if _OFFICE.search(part)]
        if len(parts) == 2 and len(offices) == 1:
            named[offices[0]] = next(part for part in parts if part not in offices)
    return named


def _text(found: Sequence[Turn]) -> str:
    return joined(block for turn in found for block in turn.blocks)


def _closed(text: Sequence[Block]) -> tuple[list[Block], date | None]:
    """The words without the lines of place and date around them, and the date at their end."""
    end = len(text)
    closing: date | None = None
    while end and (is_date_line(text[end - 1].text) or _is_place(text[end - 1])):
        if is_date_line(text[end - 1].text):
            closing = days(text[end - 1].text)[0].day
        end -= 1
    start = 0
    while start < end and is_date_line(text[start].text):
        if names_place(text[start].text) and closing is None:
            closing = days(text[start].text)[0].day
        start += 1
    return list(text[start:end]), closing


def _is_place(block: Block) -> bool:
    return len(block.text) < 40 and _PLACE.fullmatch(block.text.rstrip(",.")) is not None


def _by_office(text: str, *, people: People, on: date | None) -> str | None:
    for pattern, role in _OFFICES:
        if pattern.search(text):
            return holder(role, people=people, on=on)
    return None


def _is_label(label: str, block: Block) -> bool:
    """A name with office or paper, an office alone, or a name set bold."""
    if len(label) > 110 or not is_name_like(label):
        return False
    if _HONOURED.match(label) or _PAPER.search(label) or (len(label.split()) > 1 and block.bold):
        return True
    if re.fullmatch(r"(?:Unidentified )?(?:Speaker|Journalist|Media)(?: \d+)?", label):
        return True
    if block.text.rstrip(' ."”').endswith("?") and _ASKER.fullmatch(label):
        return True
    return any(pattern.fullmatch(label) for pattern, _ in _OFFICES)


def _official(label: str, *, people: People, on: date | None, speaker: str | None) -> str | None:
    """Whom a label names, `None` for one who asks."""
    if is_asking(label):
        return None
    if is_answer(label):
        return speaker
    parts = [" ".join(_HONOURED.sub("", part).split()) for part in label.split(",")]
    if len(parts) > 1 and not _OFFICE.search(label):
        return None
    for name in parts:
        found = people.find(name, on=on)
        if len(found) == 1 and found[0].kind == "person":
            return found[0].name
    named = [part for part in parts if not _OFFICE.search(part)]
    if named and (_HONOURED.search(label) or len(parts) > 1):
        return named[0]
    for pattern, role in _OFFICES:
        if pattern.fullmatch(parts[0]):
            return holder(role, people=people, on=on) or speaker
    return speaker_of(parts[0], people=people).name if _OFFICE.search(label) else None


def _canonical(url: str | None) -> str | None:
    """The address by its number: `...dtl/34401/title-of-the-page`.

    >>> _canonical("https://mea.gov.in/media-briefings.htm?dtl/34401/Transcript")
    'https://mea.gov.in/media-briefings.htm?dtl/34401'
    """
    return re.sub(r"(dtl/\d+)/.*$", r"\1", url) if url else None
