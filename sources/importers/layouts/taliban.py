"""Statements of the Islamic Emirate: text, signature, and the date in three calendars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import dropwhile
from typing import Final

from claims.people import People
from sources.importers.blocks import Block
from sources.importers.body import body, published
from sources.importers.calendars import DIGITS, Dated, dated
from sources.importers.days import days, is_date_line
from sources.importers.draft import Draft, record_of
from sources.importers.furniture import is_furniture_line
from sources.importers.headings import retitled
from sources.importers.labels import turns
from sources.importers.layouts.generic import language_of
from sources.importers.naming import person_in
from sources.importers.page import Page
from sources.importers.voices import voices

PUBLISHER: Final = "Islamic Emirate of Afghanistan"
FOREIGN_MINISTRY: Final = "Taliban Foreign Ministry"
HOST: Final = re.compile(
    r"https?://(?:[\w-]+\.)*(?:alemarah\w*|alemara\w*|shahamat\w*|mfa\.gov\.af|mofa\.gov\.af)[\w./:?]*",
    re.IGNORECASE,
)
SITE: Final = re.compile(
    r"Islamic Emirate|Voice of Jihad|Al[- ]?emarah?|اسلامي امارت|امارت اسلامی"
    r"|إمارة أفغانستان الإسلامية|الإمارة الإسلامية"
)
_CALENDAR: Final = re.compile(
    r"hijri|hijir|lunar|solar|qamari|shamsi|gregorian|miladi|هـ|ه ش|ه ق|هجري|هجری|ميلادي|میلادی"
    r"|قمري|قمری|شمسي|شمسی|لمريز|سپوږمیز|\bH\.?\s?[SQ]\b|\b(?:A\.?[HD]|SH|HS|HQ|CE)\b|م\b",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"^(?:statement|declaration|remarks?|message|announcement|clarification|reaction|response"
    r"|press|notice|eid|condolence|د .*(?:اعلامیه|څرګندونې|پیغام)|اعلامیه|پیام)\b",
    re.IGNORECASE,
)
_SPOKES: Final = re.compile(
    r"spokes|ویاند|سخنگو|متحدث|ministry|وزارت|office|دفتر|emirate|امارت", re.I
)
_FOREIGN: Final = re.compile(
    r"^Ministry of Foreign Affairs\b"
    r"|Ministry of Foreign Affairs(?: of|,)(?: the)? Islamic Emirate"
    r"|^وزارت (?:امور )?خارجه|^د بهرنیو چارو وزارت"
)
_NAME: Final = re.compile(
    r"(?:The )?Islamic Emirate(?: of Afghanistan)?|Ministry of Foreign Affairs"
    r"|Office of the Spokes\w+"
    r"|امارت اسلامی(?: افغانستان)?|د افغانستان اسلامي امارت|إمارة أفغانستان الإسلامية"
    r"|وزارت (?:امور )?خارجه|د بهرنیو چارو وزارت",
    re.IGNORECASE,
)
_PIOUS: Final = re.compile(
    r"(?:wa ?s?-?salaa?mu? .*|peace\.?|end\.?|والسلام.*|wassalam.*|ختم\.?|"
    r"in the name of (?:allah|god)[^.]*\.?|بسم الله.*)",
    re.IGNORECASE,
)


def recognises(page: Page) -> bool:
    """By the emirate's name with a date in more than one calendar."""
    found = _calendar_lines(page.blocks)
    when = dated("\n".join(block.text for block in found))
    return when is not None and when.n_calendars > 1 and page.seen(SITE)


def read(page: Page, people: People, data: bytes) -> Draft:
    """The text above signature and dates."""
    page = retitled(_without_name(page), fits=_TITLE)
    title = page.heading or ""
    text = [b for b in body(page) if b.text != title and not _PIOUS.fullmatch(b.text)]
    lines = _calendar_lines(page.blocks)
    lines += [block for block in text[-4:] if lines and is_date_line(block.text)]
    when = dated("\n".join(block.text for block in lines))
    words, signature = _signed([b for b in text if b not in lines and not _is_posted(b)])
    posted = published(page._replace(blocks=tuple(b for b in page.blocks if b not in lines)))
    posted = posted or _posted_solar(text, lines)
    language = {"fa": "prs", "ar": "ar"}.get(language_of(page), language_of(page))
    found = turns(words, people=people)
    speaker = _speaker(signature, title=title, people=people)
    record = record_of(page, title=title)
    return Draft(
        said=tuple(
            voices(
                found,
                people=people,
                unlabelled=speaker,
                language=language,
                original_language=language,
            )
        ),
        publisher=PUBLISHER,
        title=title or None,
        url=re.sub(r"[?#].*$", "", page.url) if page.url else None,
        said_on=when.day if when else None,
        published=posted,
        kind="official_statement",
        language=language,
        original_language=language,
        wording="verbatim",
        state=record.state,
        notes=(*_conflict(when), *record.notes),
        said_when_posted=True,
    )


def _posted_solar(text: Sequence[Block], lines: Sequence[Block]) -> date | None:
    """The day of posting under the heading, where it is given in the solar calendar."""
    for block in text[:2]:
        if block not in lines and _is_posted(block):
            found = dated(block.text)
            return found.day if found else None
    return None


def _without_name(page: Page) -> Page:
    """A page's text without the names of emirate and ministry above its heading."""
    if page.is_html:
        return page
    blocks = tuple(dropwhile(lambda block: _NAME.fullmatch(block.text) is not None, page.blocks))
    if not blocks or len(blocks) == len(page.blocks):
        return page
    return page._replace(blocks=blocks, title=0, heading=blocks[0].text)


def _conflict(when: Dated | None) -> tuple[str, ...]:
    if when is None or when.conflict is None:
        return ()
    return (f"The calendars of its date disagree: {when.conflict}; the Gregorian one is used",)


def _calendar_lines(blocks: Sequence[Block]) -> list[Block]:
    """The lines that hold a date in a named calendar, or such a date with its name beside it."""
    return [
        block
        for block in blocks
        if len(block.text) < 160
        and (
            _is_of_calendars(block.text)
            or ((dated(block.text) or _is_lunar(block.text)) and _CALENDAR.search(block.text))
        )
    ]


def _is_posted(block: Block) -> bool:
    """A line with the day of posting: "August 2, 2022 by admin"."""
    is_dated = bool(days(block.text)) or dated(block.text) is not None
    return len(block.text) < 60 and is_dated and block.text[-1] not in ".?!؟۔"


def _is_of_calendars(text: str) -> bool:
    """Whether a line has a date in more than one calendar, named or not."""
    found = dated(text)
    return found is not None and found.n_calendars > 1


def _is_lunar(text: str) -> bool:
    return re.search(r"1[34]\d\d", text.translate(DIGITS)) is not None


def _signed(text: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The words, and the short lines without a stop under them."""
    end = len(text)
    while end > 1 and len(text) - end < 4 and _is_signature(text[end - 1]):
        end -= 1
    return list(text[:end]), list(text[end:])


def _is_signature(block: Block) -> bool:
    text = block.text.strip()
    return len(text) < 110 and text[-1] not in ".?!؟۔:" and not is_furniture_line(text)


def _speaker(signature: Sequence[Block], *, title: str, people: People) -> str | None:
    """Who signed: a person first, else the one whom the heading names, else an office."""
    for text in (*(block.text for block in signature), title):
        person = person_in(text, people=people)
        if person is not None:
            return person.name
    if any(_FOREIGN.search(text) for text in (*(b.text for b in signature), title)):
        return FOREIGN_MINISTRY
    named = [block.text for block in signature if not re.search(r"\d", block.text)]
    for text in named:
        name = re.split(r"[,،(–-]| spokes", text, maxsplit=1)[0].strip()
        if not SITE.search(name) and not _SPOKES.search(name) and 1 < len(name.split()) < 6:
            return name
    return PUBLISHER if named or SITE.search(title) else None
