"""Embassies of Russia: their own words, and the ministry's texts posted again.

The furniture of these pages holds other dates before the text, so that none of them is taken: the
day of an utterance is in the heading or in a dateline of the text; a page that has neither is
asked about, unless the embassy itself speaks, which it does on the day it posts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from claims.people import People
from sources.importers.blocks import Block
from sources.importers.body import body, published
from sources.importers.datelines import Dateline, above, datelined
from sources.importers.days import is_date_line, opening_day
from sources.importers.draft import Draft, record_of
from sources.importers.headings import retitled
from sources.importers.labels import Turn, turns
from sources.importers.layouts.generic import language_of
from sources.importers.layouts.russian_ministry import MINISTRY, heading_of
from sources.importers.naming import named_in
from sources.importers.page import Page
from sources.importers.voices import introduced_on, voices, wording_in

HOST: Final = re.compile(
    r"https?://(?:(?!www\.|archive\.)[a-z-]+\.mid\.ru|(?:[\w-]+\.)*[\w-]*(?:rfembassy|rusembassy"
    r"|russianembassy|russia-?emb|embrus|russische-botschaft|ambrus)[\w-]*\.[\w.]+)(?:[/:?]|$)",
    re.IGNORECASE,
)
SITE: Final = re.compile(
    r"Russian (?:Embassy|Consulate(?:[- ]General)?) (?:in|to)(?: the)? [A-Z][\w-]+(?: [A-Z][\w-]+)*"
    r"|(?:Embassy|Consulate(?:[- ]General)?|Permanent Mission) of (?:the )?Russia(?:n Federation)?"
    r"(?: (?:in|to)(?: the)? (?:[A-Z][\w-]+)(?: [A-Z][\w-]+)*)?"
    r"|Посольство (?:России|Российской Федерации) в [А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+)*"
)
_TITLE: Final = re.compile(
    r"\b(?:speech|remarks|statement|interview|comment|press release|article|briefing|address"
    r"|answers|message|greeting|reply|response|congratulat\w+|lavrov|minister|zakharova)\b"
    r"|выступлени|заявлени|интервью|комментари|обращени|ответ|поздравлени|статья|слово|брифинг"
    r"|лавров|захаров|сообщени",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"\b(?:embassy|ambassador|chargé|consul)\b|посольств|посл[аоу]\b|посол\b"
    r"|временного поверенного",
    re.IGNORECASE,
)
_SELF: Final = re.compile(r"\b[Tt]he (?:Russian )?Embassy\b|\bПосольств")
_SOON: Final = timedelta(days=31)
"""Within which an embassy posts what was said."""
_ABOVE: Final = 2
"""Lines above a heading that may be its dateline; higher up stand clocks and announcements."""
_SPOKEN: Final = re.compile(
    r"\b(?:speech|remarks|interview|briefing|answers|address at)\b"
    r"|выступлени|интервью|брифинг|слово",
    re.IGNORECASE,
)
_PRESS_RELEASE: Final = re.compile(r"press release|readout|сообщение для сми|^(?:о|об) ", re.I)
_MINISTRY: Final = re.compile(r"press release|foreign ministry|МИД|Министерства", re.IGNORECASE)


def recognises(page: Page) -> bool:
    """By the embassy's name at the head of the page."""
    head = f"{page.site}\n{page.text[:400]}"
    return SITE.search(head) is not None or SITE.search(_titled(page.text[:40])) is not None


def read(page: Page, people: People, data: bytes) -> Draft:
    """The words under the heading."""
    embassy = _embassy(page)
    name = re.compile(re.escape(embassy), re.IGNORECASE) if embassy else None
    page = retitled(_without(page, embassy), fits=_TITLE, site=name)
    title = page.heading or ""
    heading = heading_of(title)
    language = "ru" if language_of(page) == "ru" else "en"
    posted = published(page, before=1, placed=False)
    line, words, _ = datelined([block for block in body(page) if block.text != title])
    line = line or _above(page, posted=posted)
    day = heading.said_on or (line.day if line else None)
    if day is None and _PRESS_RELEASE.search(title):
        day = _opening(words, posted=posted)
    blocks = [b for b in words if not is_date_line(b.text) and b.text != embassy]
    found = turns(blocks, people=people, heading=title)
    day = day or introduced_on(found, published=posted)
    named = named_in(title, people=people)
    is_own = _OWN.search(title) is not None or (named is None and _tells_of_embassy(found))
    own = embassy if is_own else MINISTRY if _MINISTRY.search(title) else None
    said = voices(
        found, people=people, unlabelled=named or own, language=language, original_language="ru"
    )
    record = record_of(page, title=title)
    return Draft(
        said=tuple(said),
        publisher=embassy or _of_host(page.url),
        title=title or None,
        url=page.url,
        said_on=day,
        published=posted,
        kind="official_statement",
        language=language,
        original_language="ru",
        wording=wording_in(language, original="ru"),
        event=heading.event or None,
        place=heading.place or (line.place if line else None),
        state=record.state,
        notes=record.notes,
        said_when_posted=is_own and line is None and not heading.several and not _is_spoken(title),
    )


def _tells_of_embassy(found: Sequence[Turn]) -> bool:
    """Whether words without a label speak of the embassy: they are its own."""
    return not any(turn.label for turn in found) and any(_SELF.search(turn.text) for turn in found)


def _embassy(page: Page) -> str | None:
    """The name of the embassy, as the page gives it first."""
    lines = [_titled(block.text) for block in page.blocks[:40]]
    lines = [
        f"{line} {below}" if re.match(r"(?:in|to|в) ", below, re.IGNORECASE) else line
        for line, below in zip(lines, (*lines[1:], ""), strict=False)
    ]
    for text in (page.meta("og:site_name") or "", *lines):
        found = SITE.search(text)
        if found is not None:
            is_whole = text.startswith(found.group()) and len(text) < 100
            return text if is_whole else found.group()
    return None


def _of_host(url: str | None) -> str | None:
    """The embassy that an address is of, where the page does not name it."""
    host = HOST.match(url or "")
    return f"Embassy of Russia ({urlsplit(url or '').hostname})" if host else None


def _above(page: Page, *, posted: date | None) -> Dateline | None:
    """A dateline above the heading: not of a clock, which shows another day than the posting."""
    at = page.title or 0
    found = above(page.blocks[max(0, at - _ABOVE) : at])
    if found is None or found.day is None or posted is None:
        return None
    return found if timedelta(0) <= posted - found.day <= _SOON else None


def _titled(text: str) -> str:
    """A name of an embassy that is set in capitals, as it is written elsewhere."""
    if not text.isupper():
        return text
    return re.sub(r"\b(?:Of|The|In|To|And|В)\b", lambda small: small[0].lower(), text.title())


def _without(page: Page, embassy: str | None) -> Page:
    """The page whose heading is not the site's own name."""
    if embassy is None or page.heading is None or not page.heading.startswith(embassy):
        return page
    if len(page.heading) > len(embassy) + 20:
        return page
    for index, block in enumerate(page.blocks):
        if block.tag in ("h1", "h2", "h3", "h4") and embassy not in block.text:
            return page._replace(title=index, heading=block.text)
    return page


def _is_spoken(title: str) -> bool:
    """Whether words were spoken on some day, and not written for the day they are posted."""
    return _SPOKEN.search(title) is not None


def _opening(blocks: Sequence[Block], *, posted: date | None) -> date | None:
    """The day with which an account begins; a speech may begin with any other day."""
    text = next((block.text for block in blocks if not is_date_line(block.text)), "")
    return opening_day(text, published=posted)
