"""Stories of news agencies and their reprints: each quotation is a statement of its speaker.

The words between the quotations are the reporter's and are not stored. A quotation is dated by
what the text says beside it ("on Wednesday"), else by the day of the report, and then said to be
approximate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from claims.dates import claimed_date
from claims.extract import extract
from claims.models import Claim, Document
from claims.people import People
from claims.readers import read_text
from sources.importers.blocks import Block
from sources.importers.body import body, published
from sources.importers.days import is_date_line, only_day
from sources.importers.draft import Draft, Said
from sources.importers.furniture import is_furniture_line
from sources.importers.headings import retitled
from sources.importers.labels import joined
from sources.importers.layouts.generic import language_of
from sources.importers.naming import person_in, persons_in
from sources.importers.page import Page
from sources.importers.voices import UNDETERMINED

_LEAST_WORDS: Final = 4
_FOOT: Final = 2
"""Lines at the end of a story that may be its date."""
_MARKS: Final = re.compile(r"[“”«»\"„]")
_OFFICE: Final = re.compile(
    r"the (?:[\w-]+ ){0,2}(?:diplomat|envoy|minister|ambassador|president|spokes\w+|official|leader"
    r"|politician|secretary|chief)|he|she"
    r"|он|она|(?:российский |высокопоставленный )?"
    r"(?:дипломат|министр|президент|политик|посол|спикер|пресс-секретарь|представитель|чиновник)\w*"
    r"|глава(?: .{2,60})?|(?:официальный )?представитель .{2,60}",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"(?:глава|head of|(?:официальный )?представитель|пресс-секретарь|спикер"
    r"|the .{0,20}spokes\w+)\b",
    re.IGNORECASE,
)
"""An office whose holder is not the institution that it names."""
_CLAUSE: Final = re.compile(r"(?P<sign>[,?!]?[»”\"]?,?\s*[-–—]?)\s*(?P<words>[^.\n“«\"]{3,200})")
_SAID: Final = re.compile(
    r"\b(?:said|says|told|added|noted|stressed|announced|declared|warned|explained|wrote|stated"
    r"|insisted|concluded|replied|recalled|remarked|tweeted|continued|pointed out"
    r"|(?:сказал|заявил|отметил|добавил|подчеркнул|указал|сообщил|пояснил|уточнил|напомнил|продолжил"
    r"|заключил|рассказал|написал|считает|говорит)[а-яё]*)\b"
)
_WHO: Final = re.compile(r"(?:[а-яё]+\s+)?(?:[а-яё]+(?:л|ла|ли|ет|ит))\s+(?P<who>[а-яё-]+)")
_RUSSIAN_DATELINE: Final = re.compile(
    r"^(?P<place>[А-ЯЁ][а-яё-]+(?: [А-ЯЁ][а-яё-]+)?)\.\s+\d{1,2}\s+[а-яё]+\.", re.MULTILINE
)
_DATELINE: Final = re.compile(
    r"^(?P<place>[A-ZÀ-ÝА-ЯЁ][A-ZÀ-ÝА-ЯЁ .'’-]{2,40}?)(?:,\s*[^()/\n]{3,40})?\s*[(/—–:-]",
    re.MULTILINE,
)


def recognises(page: Page) -> bool:
    """By the agency's credit, in a text with quotations and without speaker labels."""
    if not page.seen(_MARKS):
        return False
    document = _document(page)
    return document.wire is not None and not document.turns


def read(page: Page, people: People, data: bytes) -> Draft:
    """One statement for each quotation whose speaker the story names."""
    page = retitled(page)
    posted = published(page) or next(filter(None, map(_dated, page.blocks[-_FOOT:])), None)
    document = _document(page).model_copy(update={"published": posted})
    dateline = _DATELINE.search(document.text) or _RUSSIAN_DATELINE.search(document.text)
    return Draft(
        said=tuple(_said(document, people=people, posted=posted)),
        publisher=page.meta("og:site_name") or document.wire,
        title=page.heading,
        url=page.url,
        said_on=None,
        published=posted,
        kind="news_report" if _is_reprint(page, document.wire) else "agency_report",
        language=language_of(page),
        original_language=UNDETERMINED,
        wording="agency_translation",
        place=dateline["place"].strip().title() if dateline else None,
        wire=document.wire,
    )


def _dated(block: Block) -> date | None:
    """The day of a line that is a date and no more, as below a story."""
    return only_day(block.text) if is_date_line(block.text) and not block.furniture else None


def _is_reprint(page: Page, wire: str | None) -> bool:
    site = page.meta("og:site_name")
    return site is not None and (wire or "").casefold() not in site.casefold()


def _document(page: Page) -> Document:
    """The story's own text, with the agency that it credits."""
    blocks = [b for b in body(page) if not is_date_line(b.text) and not is_furniture_line(b.text)]
    text = joined(blocks)
    whole = read_text(text) if text else None
    if whole is not None and whole.wire is None:
        shown = "\n".join(block.text for block in page.blocks if not block.furniture)
        whole = whole.model_copy(update={"wire": read_text(shown).wire})
    return whole or Document(text="")


def _said(document: Document, *, people: People, posted: date | None) -> Iterator[Said]:
    before: date | None = None
    for claim, text in _joined(tuple(extract(document, people=people)), document.text):
        clause = _clause(claim, document.text)
        speaker = _speaker(claim, document.text, clause=clause, people=people)
        if claim.quote.kind not in ("direct", "mixed") or speaker is None:
            continue
        is_continued = claim.speaker is not None and claim.speaker.method == "continued"
        day = claim.said_on or (before if is_continued else None)
        if day is None:
            lead = _lead(claim, document.text) if claim.speaker is not None else clause
            day = claimed_date(lead, published=posted)
        before = day
        if len(text.split()) >= _LEAST_WORDS:
            yield Said(
                text=text,
                speaker=speaker,
                said_on=day or posted,
                approximate=day is None,
                note=_note(document.wire, is_dated=day is not None),
            )


def _joined(claims: Sequence[Claim], text: str) -> Iterator[tuple[Claim, str]]:
    """Each quotation with its words; one that goes on after words of saying is one."""
    at = 0
    while at < len(claims):
        claim = claims[at]
        words = claim.quote.text.strip()
        at += 1
        while at < len(claims) and _goes_on(claims[at - 1], claims[at], text=text):
            words = f"{words} {claims[at].quote.text.strip()}"
            claim = claims[at] if claim.speaker is None else claim
            at += 1
        yield claim, words.rstrip(",").strip()


def _goes_on(first: Claim, second: Claim, *, text: str) -> bool:
    """Whether a second quotation ends the sentence that the first began."""
    if not first.quote.spans or not second.quote.spans:
        return False
    between = text[first.quote.spans[-1].end : second.quote.spans[0].start]
    said = _SAID.search(between) is not None and re.search(r"[.!?\n]", between) is None
    open_ended = first.quote.text.rstrip().endswith(",")
    return said and open_ended and between.rstrip(' «“"').endswith((",", "–", "—", "-"))


def _lead(claim: Claim, text: str) -> str:
    """What stands between the word of saying and the quotation that it leads to."""
    if not claim.quote.spans:
        return ""
    before = re.split(r"[.!?\n]\s", text[: claim.quote.spans[0].start])[-1]
    last = [*_SAID.finditer(before)][-1:]
    return before[last[0].start() :] if last and before.rstrip(' «“"').endswith(":") else ""


def _clause(claim: Claim, text: str) -> str:
    """The words of saying right after a quotation, "" where another sentence follows."""
    if not claim.quote.spans:
        return ""
    end = claim.quote.spans[-1].end
    found = _CLAUSE.match(text, end)
    if found is None or not _SAID.search(found["words"]):
        return ""
    open_ended = text[end - 1] in ",?!" or found["sign"].strip(' »”"')
    return found["words"] if open_ended else ""


def _speaker(claim: Claim, text: str, *, clause: str, people: People) -> str | None:
    """Whom a quotation is of: by name, or who "he" or "the diplomat" is."""
    mention = claim.speaker
    if mention is not None and mention.name:
        found = people.find(mention.name)
        is_office = any(each.kind == "institution" for each in found)
        if not (is_office and _HEAD.match(mention.as_written)):
            known = None if found else person_in(mention.name, people=people)
            return known.name if known else mention.name
    if not claim.quote.spans or (mention is not None and mention.candidates):
        return None
    named = {person.name for person in persons_in(clause, people=people)}
    if mention is None and len(named) == 1:
        return named.pop()
    after = _WHO.match(clause)
    written = mention.as_written.split(",")[0] if mention else after["who"] if after else ""
    start = claim.quote.spans[0].start
    meant = _meant(text[:start], people=people) if _OFFICE.fullmatch(written) else None
    return meant or (mention.name if mention else None)


def _meant(before: str, *, people: People) -> str | None:
    """The one person whom the paragraphs just before name, else the one whom the story does."""
    for part in (before[before.rstrip().rfind("\n\n") + 1 :], before):
        named = {person.name for person in persons_in(part, people=people)}
        if len(named) == 1:
            return named.pop()
    return None


def _note(wire: str | None, *, is_dated: bool) -> str:
    day = "" if is_dated else "; dated by the day of the report"
    return f"Quoted in a report by {wire}{day}"
