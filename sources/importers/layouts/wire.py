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

from claims.cues import cue
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
    r"the (?:[\w.'-]+ ){0,4}(?P<noun>diplomat|envoy|minister|ambassador|president|spokes\w+"
    r"|official|leader|politician|secretary(?:-general)?|chief|representative|commissioner|premier"
    r"|commander|chancellor|adviser|lawmaker|senator|governor|negotiator)|he|she|her|him"
    r"|он|она|(?:[а-яё-]+(?:ый|ий|ого|его) )?(?:[а-яё-]*(?:дипломат|министр|президент|политик"
    r"|посол|посла|постпред|спикер|секретар|представител|чиновник|депутат|сенатор|премьер"
    r"|директор)[а-яё]*|(?:зам)?глав[аыеуой]+)(?: .{2,60})?",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"(?:head of|the .{0,20}spokes\w+|(?:[а-яё]+(?:ый|ий) )?[а-яё-]*"
    r"(?:глава|представитель|посол|постпред|секретарь|спикер|министр|директор|зам[а-яё-]+))\b",
    re.IGNORECASE,
)
"""An office whose holder is not the institution that it names."""
_CLAUSE: Final = re.compile(r"(?P<sign>[,?!]?[»”\"]?,?\s*[-–—]?)\s*(?P<words>[^.\n“«\"]{3,200})")
_SAID: Final = re.compile(
    r"\b(?:says|pointed out|went on|tweeted|говорит|(?:считает|полагает|уверен|убежд[её]н"
    r"|привод[ия]т (?:е[ёго]+ )?слова|(?:про)?цитир(?:ует|овал)"
    r"|говорится|воскликнул|подытожил|поделился)[а-яё]*)\b"
)
"""What says that somebody speaks and is no reporting verb of `claims.cues`, or more than a word."""
_WHO: Final = re.compile(
    r"(?:[а-яё]+\s+)?(?:[а-яё]+(?:л|ла|ли|ет|ит))\s+(?:(?:уверенность|надежду|мнение|сожаление)\s+)?"
    r"(?P<after>[а-яё-]+(?: [а-яё-]+){0,2})"
    r"|(?P<before>the (?:[\w.'-]+ ){1,4}?|s?he )(?:[a-z]+ed|said|says|told)\b"
)
_NAMELESS: Final = re.compile(r"\b(?:source|источник|собеседник)", re.IGNORECASE)
_TOLD: Final = re.compile(r"(?:ТАСС|Интерфаксу|РИА Новости)\s?")
"""Agencies as those to whom something is told."""
_LEAD: Final = re.compile(
    r"(?:(?:по (?:словам|мнению)|according to|in the words of) (?P<of>[^,:]{2,80})"
    r"|(?:как|as) (?P<clause>[^,:]{5,100})), ?[“«\"]?$",
    re.IGNORECASE,
)
"""What stands before a quotation in its sentence and says whose it is."""
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
        is_led = claim.quote.kind == "scare" and _leading(claim, document.text) is not None
        if speaker is None or not (is_led or claim.quote.kind in ("direct", "mixed")):
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
    said = _says(between) is not None and re.search(r"[.!?\n]", between) is None
    open_ended = first.quote.text.rstrip().endswith(",")
    return said and open_ended and between.rstrip(' «“"').endswith((",", "–", "—", "-"))


def _lead(claim: Claim, text: str) -> str:
    """What stands between the word of saying and the quotation that it leads to."""
    if not claim.quote.spans:
        return ""
    before = re.split(r"[.!?\n]\s", text[: claim.quote.spans[0].start])[-1]
    last = _says(before)
    return before[last:] if last is not None and before.rstrip(' «“"').endswith(":") else ""


def _says(text: str) -> int | None:
    """Where the last word of saying of a clause begins, `None` where it has none."""
    words = [word.start() for word in re.finditer(r"[\w-]+", text) if _is_verb(word.group())]
    words += [found.start() for found in _SAID.finditer(text)]
    return max(words, default=None)


def _is_verb(word: str) -> bool:
    found = cue(word)
    return found is not None and found.speech and found.form == "finite"


def _clause(claim: Claim, text: str) -> str:
    """The words of saying right after a quotation, "" where another sentence follows."""
    if not claim.quote.spans:
        return ""
    for span in (*claim.quote.spans[-1:], *claim.quote.spans[:-1]):
        found = _CLAUSE.match(text, span.end)
        if found is None or _says(found["words"]) is None:
            continue
        if text[span.end - 1] in ",?!" or found["sign"].strip(' »”"'):
            return found["words"]
    return ""


def _leading(claim: Claim, text: str) -> re.Match[str] | None:
    """ "According to the envoy," or "Как отметил он," before a quotation of its sentence."""
    before = text[: claim.quote.spans[0].start] if claim.quote.spans else ""
    found = _LEAD.search(before[before.rfind("\n") + 1 :])
    if found is None or (found["clause"] and _says(found["clause"]) is None):
        return None
    return found


def _speaker(claim: Claim, text: str, *, clause: str, people: People) -> str | None:
    """Whom a quotation is of: by name, or who "he" or "the diplomat" is."""
    mention = claim.speaker
    if mention is not None and _TOLD.fullmatch(mention.name or ""):
        mention = None
    if mention is not None and mention.name:
        found = people.find(mention.name)
        is_office = mention.name.isupper() or any(each.kind == "institution" for each in found)
        is_title = not found and _OFFICE.fullmatch(mention.name) is not None
        if not is_title and not (is_office and _HEAD.match(mention.as_written)):
            known = None if found else person_in(mention.name, people=people)
            return known.name if known else mention.name
    if not claim.quote.spans or (mention and mention.candidates and mention.method != "role"):
        return None
    leading = _leading(claim, text)
    told = clause or (leading and (leading["of"] or leading["clause"])) or ""
    told = _TOLD.sub("", told)
    if _NAMELESS.search(told):
        return None
    named = _named(told, people=people)
    if mention is None and len(named) == 1:
        return named.pop()
    after = _WHO.match(told)
    written = (after["after"] or after["before"]).strip() if after else told
    if mention is not None:
        written = mention.as_written.split(",")[0]
    before = text[: claim.quote.spans[0].start]
    office = _OFFICE.fullmatch(written)
    is_meant = office is not None and not _is_nameless(office["noun"], before)
    meant = _meant(before, people=people) if is_meant else None
    return meant or (mention.name if mention else None)


def _is_nameless(noun: str | None, before: str) -> bool:
    """Whether "the official" is one whom the story brought in without a name: "an official"."""
    brought = rf"\b(?:an?|another|one) (?:[\w.-]+ ){{0,3}}{noun}\b"
    return noun is not None and re.search(brought, before, re.IGNORECASE) is not None


def _named(text: str, *, people: People) -> set[str]:
    """The known persons whom a clause names, in full or first of all by a surname that one has."""
    named = {person.name for person in persons_in(text, people=people)}
    first = "" if named else text.partition(",")[0]
    for word in re.findall(r"\b[A-ZА-ЯЁ][\w-]{3,}", first):
        found = people.find(word)
        named |= {each.name for each in found if len(found) == 1 and each.kind == "person"}
    return named


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
