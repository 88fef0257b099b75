"""Chinese Foreign Ministry and its embassies: press conferences, remarks, accounts of talks.

The heading names the spokesperson and the day; the press is labelled by paper ("Reuters:"). The
line under the heading is the day of publication. Accounts of talks are in the third person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from claims.people import People
from sources.importers.blocks import Block
from sources.importers.body import body, published
from sources.importers.datelines import datelined
from sources.importers.days import days, is_date_line, only_day, the_day, told_day
from sources.importers.draft import Draft, Said, record_of
from sources.importers.headings import retitled
from sources.importers.labels import Turn, is_answer, is_asking, is_name_like, joined, turns
from sources.importers.layouts.generic import language_of
from sources.importers.naming import named_in
from sources.importers.page import Page
from sources.importers.press import briefing
from sources.importers.voices import introduced_on, wording_in

PUBLISHER: Final = "Ministry of Foreign Affairs of the People's Republic of China"
MINISTRY: Final = "Chinese Foreign Ministry"
HOST: Final = re.compile(
    r"https?://(?:[\w-]+\.)*(?:mfa\.gov\.cn|fmprc\.gov\.cn|china-?embassy\.[\w.]+|chineseembassy\.org"
    r"|china-?consulate\.[\w.]+|chineseconsulate\.org|china-mission\.[\w.]+)(?:[/:?]|$)",
    re.IGNORECASE,
)
SITE: Final = re.compile(
    r"Ministry of Foreign Affairs(?: of)?(?: the)? People['’]s Republic of China"
    r"|(?:Embassy|Consulate-General|Permanent Mission) of (?:the )?"
    r"(?:People['’]s Republic of )?China"
    r"|Chinese (?:Embassy|Consulate)|(?:中华人民共和国)?外交部|中华人民共和国驻",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"^Statement (?:by|of)|Spokesperson|Ambassador|Wang Yi|Qin Gang|Regular Press Conference"
    r"|Foreign Minister"
    r"|^王毅|发言人|例行记者会|答记者问|大使|(?:讲话|演讲|致辞)$"
)
_CONFERENCE: Final = re.compile(
    r"Press Conference|Remarks|记者会|答记者问|Interview|Speech|Address|Announces|Statement|Comment"
    r"|演讲|讲话|致辞|发言(?!人)|谈话",
    re.IGNORECASE,
)
_RAISED: Final = re.compile(
    r"^The following questions? (?:was|were) (?:raised|asked) [^:]{0,60}:\s*(?=\S)", re.IGNORECASE
)
_MINISTRY: Final = re.compile(
    r"\b(?:Statement|Declaration|Position Paper)\b.{0,20}"
    r"\b(?:Ministry of Foreign Affairs|Government of)|Foreign Ministry Statement"
    r"|外交部声明|政府声明|立场文件",
    re.IGNORECASE,
)
_HOUR: Final = re.compile(r"\d{1,2}:\d\d")
_UNDER: Final = 6
"""Lines under a heading among which its dates are."""
_ANNOUNCES: Final = re.compile(
    r"(?:Foreign Ministry )?Spokesperson .{3,30}\bannounces?(?:d (?:today|on .{3,30}))?:",
    re.IGNORECASE,
)
_SPOKESPERSON: Final = re.compile(r"Spokes\w+|发言人")
"""Remarks of the spokespersons are of the day they are posted; those of others need not be."""
_CHINESE_NAME: Final = re.compile(r"发言人([\u4e00-\u9fff]{2,3}?)(?:主持|就|答|举行|$)")
_CHINESE_LABEL: Final = re.compile(
    r"(?:问|答|[\u4e00-\u9fff]{2,3}"
    r"|[\u4e00-\u9fff·《》A-Za-z]{2,18}(?:记者|社|报|台|网|》))"
)
_OFFICE: Final = re.compile(r"Spokes\w+|Ambassador|Consul|Minister|发言人|大使|领事")
_PRESS: Final = re.compile(
    r"[A-Z][\w.'’&/-]*(?:\s+(?:(?:of|the|and|de|la) )?[A-Z][\w.'’&/-]*){0,5}(?:\s*\([^)]*\))?"
)
_NO_PRESS: Final = frozenset("first second third fourth finally".split())


def recognises(page: Page) -> bool:
    """By the ministry's name with one of its headings."""
    head = f"{page.site} {page.head(800)}"
    titled = any(_TITLE.search(block.text) for block in page.blocks[:30])
    spokesperson = any(
        re.search(r"Foreign Ministry Spokesperson .*Press Conference|外交部发言人.*记者会", b.text)
        for b in page.blocks[:30]
    )
    return spokesperson or (titled and SITE.search(head) is not None)


def read(page: Page, people: People, data: bytes) -> Draft:
    """The spokesperson's turns and the questions, or an account of talks."""
    page = retitled(page, fits=_TITLE, site=SITE)
    title = page.heading or ""
    language = "zh" if language_of(page) == "zh" else "en"
    dated, stamped = _stamped(page)
    posted = stamped or published(page, before=2)
    line, words, head = datelined([b for b in body(page) if b.text != title])
    told = " ".join((title, *(block.text for block in head)))
    text = _words(words)
    found = turns(text, people=people, extra=_is_label, heading=title)
    labelled = any(turn.label for turn in found)
    is_own = _MINISTRY.search(title) is not None
    speaker = MINISTRY if is_own else _named(title, told, people=people)
    is_account = not labelled and not _CONFERENCE.search(told)
    day = the_day(title) or (line.day if line else None)
    day = day or dated or introduced_on(found, published=posted)
    if day is None and is_account:
        day = _opens_on(text, posted=posted)
    is_written = is_own or _SPOKESPERSON.search(title) is not None
    is_written = is_written and line is None and not days(title)
    said = (
        (Said(text=_whole(found), speaker=MINISTRY, wording="rendering"),)
        if is_account
        else _briefing(found, people=people, speaker=speaker, language=language)
    )
    record = record_of(page, title=title)
    return Draft(
        said=said if any(each.text for each in said) else (),
        publisher=PUBLISHER,
        title=title or None,
        url=re.sub(r"[?#].*$", "", page.url) if page.url else None,
        said_on=day,
        published=posted,
        kind="official_transcript" if labelled else "official_statement",
        language=language,
        original_language="zh",
        wording=wording_in(language, original="zh"),
        event=title or None,
        place=line.place if line else None,
        state=record.state,
        notes=record.notes,
        said_when_posted=is_written,
    )


def _stamped(page: Page) -> tuple[date | None, date | None]:
    """The day said and the day posted where two stand under a heading and one has its hour.

    Shape: `None` twice where there are not two that differ.
    """
    at = page.title or 0
    lines = [b.text for b in page.blocks[at + 1 : at + _UNDER] if is_date_line(b.text)]
    plain = [day for text in lines if not _HOUR.search(text) and (day := only_day(text))]
    hourly = [day for text in lines if _HOUR.search(text) and (day := only_day(text))]
    if len(plain) != 1 or len(hourly) != 1 or plain[0] >= hourly[0]:
        return None, None
    return plain[0], hourly[0]


def _words(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs without dates and frames; a question put into a frame is one of its own."""
    return [
        block._replace(text=_RAISED.sub("Q: ", block.text))
        for block in blocks
        if not is_date_line(block.text) and not _ANNOUNCES.fullmatch(block.text)
    ]


def _named(title: str, told: str, *, people: People) -> str | None:
    """The spokesperson whom a Chinese heading names, else whom the lines of the heading do."""
    found = _CHINESE_NAME.search(title)
    return found[1] if found else named_in(told, people=people)


def _whole(found: Sequence[Turn]) -> str:
    return joined(block for turn in found for block in turn.blocks)


def _briefing(
    found: Sequence[Turn], *, people: People, speaker: str | None, language: str
) -> tuple[Said, ...]:
    def official(label: str) -> str | None:
        return _official(label, people=people, speaker=speaker)

    return tuple(
        briefing(
            found,
            people=people,
            official=official,
            unlabelled=speaker,
            language=language,
            original_language="zh",
        )
    )


def _is_label(label: str, block: Block) -> bool:
    """A paper, a name, or 问 and 答."""
    if _CHINESE_LABEL.fullmatch(label):
        return True
    first = label.split(maxsplit=1)[0].lower()
    return first not in _NO_PRESS and _PRESS.fullmatch(label) is not None and is_name_like(label)


def _official(label: str, *, people: People, speaker: str | None) -> str | None:
    """The spokesperson or another known person, `None` for the press."""
    if is_answer(label) or (speaker and speaker.casefold() == label.casefold()):
        return speaker or label
    if is_asking(label) or "记者" in label:
        return None
    found = people.find(label)
    if len(found) == 1 and found[0].kind == "person":
        return found[0].name
    if _OFFICE.search(label):
        return speaker or label
    return speaker if speaker and speaker.split()[0] == label else None


def _opens_on(text: list[Block], *, posted: date | None) -> date | None:
    return told_day(text[0].text, published=posted) if text else None
