"""Russian Foreign Ministry: mid.ru in English and Russian.

Date and time stand glued before the heading ("20 October 202114:05") and are those of
publication; the heading ends in the place and the date of the utterance. A speech has no label;
answers have. One text has many addresses, told apart by its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from claims.people import People
from sources.importers.blocks import Block
from sources.importers.body import body, published
from sources.importers.datelines import datelined
from sources.importers.days import days, is_date_line, opening_day
from sources.importers.draft import Draft, Said, record_of
from sources.importers.headings import fitting, retitled
from sources.importers.labels import Turn, joined, turns
from sources.importers.layouts.generic import language_of
from sources.importers.naming import named_in
from sources.importers.page import Page
from sources.importers.voices import introduced_on, voices, wording_in

PUBLISHER: Final = "Ministry of Foreign Affairs of the Russian Federation"
MINISTRY: Final = "Russian Foreign Ministry"
HOST: Final = re.compile(r"https?://(?:www\.|archive\.)?mid\.ru(?:[/?:]|$)", re.IGNORECASE)
SITE: Final = re.compile(
    r"Ministry of Foreign Affairs of the Russian Federation"
    r"|Министерств[оа] иностранных дел Российской Федерации",
    re.IGNORECASE,
)
_NAME_LINE: Final = re.compile(rf"(?:The )?(?:{SITE.pattern})", re.IGNORECASE)
_EMBASSY: Final = re.compile(
    r"\b(?:embassy|consulate)\b.{0,20} of |посольство росси", re.IGNORECASE
)
TITLE: Final = re.compile(
    r"(?:Foreign Minist(?:er|ry)|Министра? иностранных дел|МИД России|Press release on"
    r"|Information and Press Department|Департамента информации и печати"
    r"|Sergey Lavrov|С\.\s?В\.\s?Лавров|Zakharova|Захаров).*",
)
_NUMBER_LINE: Final = re.compile(r"(?:(?:№|No\.?|Number:?|Номер:?)\s*)?\d{1,5}-\d{2}-\d{2}-\d{4}")
_TRANSLATED: Final = re.compile(
    r"\W*(?:unofficial|unedited|translat|retranslat|неофициальн|перевод)\w*[^.:]{0,60}\W*",
    re.IGNORECASE,
)
_READOUT: Final = re.compile(
    r"\bon .{0,200}\b(?:telephone|phone|meeting|conversation|talks|consultations|contacts?"
    r"|participation|visit)\b"
    r"|^(?:о|об) .{0,200}(?:разговор|встреч|переговор|консультаци|контакт|участи|визит)",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"^(?:press release|(?:foreign ministry )?statement by the|foreign ministry statement"
    r"|comment(?:ary)? by the|(?:joint )?statement of the|заявление (?:мид|министерства)"
    r"|комментарий (?:мид|департамента)|сообщение для сми|о |об )"
    r"|information and press department|департамента информации и печати",
    re.IGNORECASE,
)
_COMMENT: Final = re.compile(
    r"^(?:comment(?:ary)?\b|комментари)|\bcomment (?:by|on)\b"
    r"|^(?:reply|answer|response|statement|article|message|greetings?|letter) (?:by|of|from|to)\b"
    r"(?!.*\b(?:at (?:the|a)|during|following)\b)"
    r"|^(?:ответ|заявление|статья|приветствие|обращение) "
    r"(?!.*\b(?:на засед|в ходе|по итогам|на встреч))",
    re.IGNORECASE,
)
"""Headings of what is written for the day that it is posted, and has its number."""
_LABELS: Final = re.compile(
    r"^(?:Sergey Lavrov|С\.\s?В\.\s?Лавров|Maria Zakharova|М\.\s?В\.\s?Захарова)(?: \([^)]*\))?:",
    re.MULTILINE,
)
_NUMBER: Final = re.compile(
    r"/id/(\d+)|/(?:news|video|speeches)/(\d+)|[?&]id=(\d+)|/(\d{5,})/?(?:[?#]|$)"
)


class Heading(NamedTuple):
    """A heading cut into the event, the place and the day of the utterance."""

    event: str
    place: str | None
    said_on: date | None
    several: bool = False


def recognises(page: Page) -> bool:
    """By the ministry's name, document number or labels under its heading."""
    if _EMBASSY.search(f"{page.site} {page.head(300)}"):
        return False
    titled = any(fitting(TITLE, block.text) and days(block.text) for block in page.blocks[:40])
    numbered = any(_NUMBER_LINE.fullmatch(block.text) for block in page.blocks[:60])
    named = SITE.search(f"{page.site} {page.head(1500)}") is not None
    if any(_NAME_LINE.fullmatch(block.text) for block in page.blocks[:5]):
        titled = titled or any(fitting(TITLE, block.text) for block in page.blocks[:40])
    return numbered or (titled and (named or page.seen(_LABELS))) or (named and page.is_html)


def read(page: Page, people: People, data: bytes) -> Draft:
    """The speech, the answers and the questions, or the ministry's own text."""
    page = retitled(page, fits=TITLE, site=_NAME_LINE)
    title = page.heading or ""
    heading = heading_of(title)
    language = "ru" if language_of(page) == "ru" else "en"
    posted = published(page, before=4)
    line, words, _ = datelined([b for b in body(page) if not _is_above(b, title=title)])
    blocks = [block for block in words if not is_date_line(block.text) or len(block.text) > 60]
    found = turns(blocks, people=people, heading=title)
    own = _own(found, title=title, language=language)
    record = record_of(page, title=title)
    return Draft(
        said=own
        or tuple(
            voices(
                found,
                people=people,
                unlabelled=named_in(title, people=people),
                language=language,
                original_language="ru",
            )
        ),
        publisher=PUBLISHER,
        title=title or None,
        url=canonical(page.url, language=language),
        said_on=heading.said_on
        or (line.day if line else None)
        or _began(own, posted=posted)
        or introduced_on(found, published=posted)
        or _numbered(page),
        published=posted,
        kind="official_statement" if own else "official_transcript",
        language=language,
        original_language="ru",
        wording=wording_in(language, original="ru"),
        event=heading.event or None,
        place=heading.place or (line.place if line else None),
        state=record.state,
        notes=record.notes,
        said_when_posted=not heading.several and bool(own or _COMMENT.search(title)),
    )


def _own(found: Sequence[Turn], *, title: str, language: str) -> tuple[Said, ...]:
    """The ministry's own text, () where somebody speaks; of a contact it is an account only."""
    if any(turn.label for turn in found) or not _OWN.search(title):
        return ()
    text = joined(block for turn in found for block in turn.blocks)
    is_readout = _READOUT.search(title) is not None
    wording = "rendering" if is_readout else wording_in(language, original="ru")
    return (Said(text=text, speaker=MINISTRY, wording=wording),) if text else ()


def _began(own: Sequence[Said], *, posted: date | None) -> date | None:
    """The day with which the ministry's account of a contact begins."""
    if not own or own[0].wording != "rendering":
        return None
    return opening_day(own[0].text, published=posted)


def _numbered(page: Page) -> date | None:
    """The day in the number of a comment, which is written, not spoken."""
    if not _COMMENT.search(page.heading or ""):
        return None
    numbers = (b.text for b in page.blocks if _NUMBER_LINE.fullmatch(b.text))
    dated = (days(number.partition("-")[2]) for number in numbers)
    return next((found[0].day for found in dated if found), None)


def _is_above(block: Block, *, title: str) -> bool:
    """Lines that are no words: number, the heading again, the ministry's name, a note."""
    text = block.text.strip()
    return (
        bool(_NUMBER_LINE.fullmatch(text))
        or text == title
        or _NAME_LINE.fullmatch(text) is not None
        or _TRANSLATED.fullmatch(text) is not None
    )


def heading_of(title: str) -> Heading:
    """The parts of a heading that ends in place and date.

    >>> heading_of("Remarks at the third meeting, Moscow, October 20, 2021")[:2]
    ('Remarks at the third meeting', 'Moscow')
    >>> heading_of("Выступление С.В.Лаврова, Москва, 20 октября 2021 года").place
    'Москва'
    >>> heading_of("Ambassador's remarks at a reception (London, 19 October 2021)").place
    'London'
    """
    found = days(title)
    if not found:
        return Heading(title, None, None)
    last = found[-1]
    day = None if last.several else last.day
    before = title[: last.start].rstrip(" ,(–—-")
    after = re.sub(r"(?i)^\s*(?:года|г\.)", "", title[last.end :]).strip(" ,.()")
    if _is_place(after):
        return Heading(before, after, day, last.several)
    cut = max(before.rfind(","), before.rfind("("))
    if cut < 0 or not _is_place(before[cut + 1 :].strip()):
        return Heading(before, None, day, last.several)
    return Heading(before[:cut].strip(), before[cut + 1 :].strip(), day, last.several)


def _is_place(text: str) -> bool:
    return text[:1].isupper() and len(text.split()) <= 4


def canonical(url: str | None, *, language: str) -> str | None:
    """The one address of a text, by its number, whatever the form of the address.

    >>> canonical("https://archive.mid.ru/x/-/asset_publisher/a/content/id/123456", language="en")
    'https://www.mid.ru/en/foreign_policy/news/123456/'
    >>> canonical("https://mid.ru/ru/foreign_policy/news/123456/?lang=ru", language="ru")
    'https://www.mid.ru/ru/foreign_policy/news/123456/'
    """
    number = _NUMBER.search(url or "")
    if url is None or number is None:
        return url
    return (
        f"https://www.mid.ru/{language}/foreign_policy/news/{next(filter(None, number.groups()))}/"
    )
