"""President of Russia: kremlin.ru in English and Russian.

A summary, then `* * *`, then the words: `President of Russia Vladimir Putin:` the first time,
`Vladimir Putin:` after that. A page without labels tells in the third person what took place: an
account by the press service, whose words are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from claims.dates import claimed_date
from claims.people import People
from sources.importers.blocks import Block
from sources.importers.body import body, published
from sources.importers.datelines import names_place
from sources.importers.days import days, is_date_line
from sources.importers.draft import Draft, Said, record_of
from sources.importers.headings import retitled
from sources.importers.labels import Turn, joined, turns
from sources.importers.layouts.generic import language_of
from sources.importers.naming import holder, person_in
from sources.importers.page import Page
from sources.importers.voices import voices, wording_in

PUBLISHER: Final = "President of Russia (kremlin.ru)"
PRESS_SERVICE: Final = "Kremlin press service"
HOST: Final = re.compile(r"https?://(?:[a-z]+\.)*kremlin\.ru(?:[/?:]|$)", re.IGNORECASE)
SITE: Final = re.compile(r"President of Russia|Президент России|Официальные сетевые ресурсы")
_LABELS: Final = re.compile(
    r"^(?:(?:President of Russia )?Vladimir Putin|(?:Президент России )?В(?:ладимир |\.\s?)Путин)"
    r"(?: \([^)]*\))?:",
    re.MULTILINE,
)
_STARS: Final = re.compile(r"(?:\*\s*){3,}|<?\.{3}>?")
_TIME: Final = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
_POSTED: Final = re.compile(
    r"(?:Publication date|Дата публикации)\s*:?\s*(?P<day>.*)", re.IGNORECASE
)
_NARRATED: Final = re.compile(
    r"\((?:[^()]|\([^()]*\))*\)|\[(?:[^\[\]])*\]|to be continued\.*|продолжение следует\.*",
    re.IGNORECASE,
)
_FIRST_PERSON: Final = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b"
    r"|(?i:\b(?:я|мы|мне|нам|нас|наш\w*|мо[йяи]|хочу|прошу)\b)"
)
_GREETING: Final = re.compile(
    r"(?:dear|esteemed|distinguished|citizens|friends|colleagues|mr|ladies|comrades|good (?:morning"
    r"|afternoon|evening)|уважаем|дороги|друзья|коллеги|граждане|товарищи|добрый)",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"\bby\b|['’]s\b|^(?:обращение|выступление|статья|интервью|послание|заявление) ", re.IGNORECASE
)
"""Headings in which a name is that of the speaker."""
_END: Final = (
    r"(?:Published in|Publication (?:date|status)|Direct link|(?:Persons|Topics|Geography)$"
    r"|Статус материала|(?:Темы|Лица|География)$"
    r"|Опубликовано|Дата публикации|Ссылка на|Текстовая)"
)
_INTERVIEW: Final = re.compile(r"^interview\b|^интервью\b", re.IGNORECASE)
_PRESIDENT: Final = re.compile(r"Putin|Путин|Medvedev|Медведев")
_RECORDED: Final = re.compile(r"\b(?:recorded|taped|filmed)\b|записан[оа]?\b|запись", re.IGNORECASE)
_GUEST: Final = re.compile(
    r"(?:(?:Deputy|First|Acting|Chief|General|Senior) )*(?:Captain|Head|Chair\w*|Minister|Governor"
    r"|Director|President|Teacher|Doctor|Engineer|Student|Rector|Professor|Member|Founder|Worker"
    r"|Mayor|Secretary|Commander|Author|Artist|Winner|Participant|Resident|Editor|Speaker|Aide"
    r"|Presidential \w+|Plenipotentiary \w+|CEO|Ambassador|Coach|Owner|Manager|Volunteer)"
    r"(?: [\w’'-]+,?){0,14}? [A-Z][\w’'-]+ [A-Z][\w’'-]+"
)
_HEAD: Final = 8
_TOWN: Final = re.compile(r"(?:The )?[A-ZА-ЯЁ][\w’'-]+(?: [A-ZА-ЯЁ][\w’'-]+)?, [A-ZА-ЯЁ][\w’' -]+")
_UNDER: Final = 5
_INSIDE: Final = r"read__internal_content|e-content"


def recognises(page: Page) -> bool:
    """By the site's name or the president's label with the site's marks."""
    if SITE.search(page.site):
        return True
    marks = page.seen(re.compile(r"^(?:\*\s*){3}$", re.MULTILINE)) or page.seen(_POSTED)
    if page.seen(_POSTED) and SITE.search(page.head(400)):
        return True
    return page.seen(_LABELS) and (marks or SITE.search(page.head(400)) is not None)


def read(page: Page, people: People, data: bytes) -> Draft:
    """The words spoken; without any, the account of the press service."""
    page = retitled(page, site=SITE)
    language = "ru" if language_of(page) == "ru" else "en"
    head, blocks = _parts(page)
    found = turns(blocks, people=people, extra=_is_label, heading=page.heading or "")
    posting = next((m for b in page.blocks if (m := _POSTED.search(b.text))), None)
    posted_days = days(posting["day"]) if posting else ()
    posted = posted_days[0].day if posted_days else None
    day = _said_on(page, head, posted=posted)
    labelled = any(turn.label for turn in found)
    if labelled:
        said = tuple(
            voices(
                _spoken(found),
                people=people,
                unlabelled=None,
                language=language,
                original_language="ru",
                asking=_asking(found, title=page.heading or ""),
            )
        )
    else:
        said = _unlabelled(found, page=page, people=people, language=language, day=day)
    record = record_of(page, title=page.heading)
    return Draft(
        said=said,
        publisher=PUBLISHER,
        title=page.heading,
        url=canonical(page.url),
        said_on=day,
        published=posted or day,
        kind="official_transcript" if labelled else "official_statement",
        language=language,
        original_language="ru",
        wording=wording_in(language, original="ru"),
        event=page.heading,
        place=_place(page, head),
        state=record.state,
        notes=record.notes,
    )


def _parts(page: Page) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The lines under the heading with day, hour and place, and the text after them."""
    text = [b for b in body(page, inside=_INSIDE, end=_END) if "read__lead" not in b.names]
    dated = [
        i for i, b in enumerate(text[:_HEAD]) if is_date_line(b.text) or _TIME.fullmatch(b.text)
    ]
    n_head = dated[-1] + 1 if dated else 0
    while n_head < len(text) and _is_head(text[n_head]):
        n_head += 1
    above = page.blocks[max(0, (page.title or 0) - 3) : (page.title or 0) + 6]
    return (*above, *text[:n_head]), tuple(text[n_head:])


def _is_head(block: Block) -> bool:
    """A day, an hour or a place: short, without a stop at its end, and no label."""
    text = block.text
    if is_date_line(text) or _TIME.fullmatch(text):
        return True
    return len(text) < 50 and text[-1].isalnum() and not _GREETING.match(text)


def _said_on(page: Page, head: Sequence[Block], *, posted: date | None) -> date | None:
    """The day that the page tells of a recording, else its date, which is that of the event."""
    told = (b.text for b in page.blocks if _RECORDED.search(b.text) and len(b.text) < 400)
    recorded = [day for text in told if (day := claimed_date(text, published=posted))]
    if len(recorded) == 1:
        return recorded[0]
    under = page.blocks[page.title + 1 :] if page.title is not None else ()
    for block in head:
        if ("read__published" in block.names or block.time) and (found := days(block.text)):
            return found[0].day
    below = (block for block in under[:_UNDER] if is_date_line(block.text) and not block.furniture)
    dated = next((days(block.text)[0].day for block in below), None)
    return (
        dated
        or published(page, before=3)
        or next((days(block.text)[0].day for block in head if is_date_line(block.text)), None)
    )


def _asking(found: Sequence[Turn], *, title: str) -> frozenset[str]:
    """The labels of those who ask: in an interview, of all but the president."""
    if not _INTERVIEW.search(title):
        return frozenset()
    labels = (turn.label for turn in found if turn.label)
    return frozenset(label for label in labels if not _PRESIDENT.search(label))


def _is_label(label: str, block: Block) -> bool:
    """An office with the name of its holder, such as a guest has the one time that he speaks."""
    return _GUEST.fullmatch(label) is not None


def _place(page: Page, head: Sequence[Block]) -> str | None:
    for block in page.blocks:
        if "read__place" in block.names or "p-location" in block.names:
            return block.text
    texts = [block.text for block in head]
    if texts and _is_head(head[-1]) and not re.search(r"\d", texts[-1]):
        return texts[-1]
    for index, text in enumerate(texts):
        if _TIME.fullmatch(text) and index + 1 < len(texts) and len(texts[index + 1]) < 50:
            return texts[index + 1]
    for dated, below in pairwise(head):
        if is_date_line(dated.text) and _is_head(below) and _TOWN.fullmatch(below.text):
            return below.text
    return next(filter(None, map(_beside_date, texts)), None)


def _beside_date(line: str) -> str | None:
    """The place in a line of day, hour and place."""
    if not is_date_line(line) or not names_place(line):
        return None
    rest = re.sub(r"^\s*(?:года|г\.)", "", line[days(line)[-1].end :]).strip(" ,")
    return _TIME.sub("", rest).strip(" ,") or None


def _spoken(found: Sequence[Turn]) -> list[Turn]:
    """The labelled turns, each up to a line of stars or a remark of the site."""
    spoken = []
    for turn in found:
        blocks: list[Block] = []
        for block in turn.blocks:
            if _STARS.fullmatch(block.text) or (block.italic and block.text[-1] in ".:)]"):
                break
            if not _NARRATED.fullmatch(block.text) or len(block.text) < 4:
                blocks.append(block)
        if turn.label is not None and joined(blocks):
            spoken.append(turn._replace(blocks=tuple(blocks)))
    return spoken


def _unlabelled(
    found: Sequence[Turn], *, page: Page, people: People, language: str, day: date | None
) -> tuple[Said, ...]:
    """A speech in the first person under a heading that names its speaker, or an account."""
    blocks = [block for turn in found for block in turn.blocks if not _STARS.fullmatch(block.text)]
    text = joined(blocks)
    if not text:
        return ()
    n_first = len(_FIRST_PERSON.findall(re.sub(r"[“«\"][^”»\"]*[”»\"]", "", text)))
    speech = _GREETING.match(text) is not None or n_first * 40 > len(text.split())
    if not speech:
        return (Said(text=text, speaker=PRESS_SERVICE, wording="rendering"),)
    title = page.heading or ""
    named = person_in(title, people=people) if _BY.search(title) else None
    speaker = named.name if named else holder("president of Russia", people=people, on=day)
    return (Said(text=text, speaker=speaker, wording=wording_in(language, original="ru")),)


def canonical(url: str | None) -> str | None:
    """The address without its print form and query.

    >>> canonical("http://en.kremlin.ru/events/president/transcripts/70001/print?x=1")
    'http://en.kremlin.ru/events/president/transcripts/70001'
    """
    if url is None:
        return None
    return re.sub(r"(?:/(?:print|photos|videos|audios|work))?/?(?:[?#].*)?$", "", url)
