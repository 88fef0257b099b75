"""The words of a page: what stands under its heading, without furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from sources.importers.days import days, is_date_line, iso_day
from sources.importers.page import Block, Page

_LINE: Final = re.compile(
    r"(?:share|print|tweet|e-?mail|download|listen|watch|copy link|facebook|twitter|x|vk|vkontakte"
    r"|telegram|whatsapp|linkedin|wechat|youtube|rss|home|menu|search|back(?: to .*)?|top"
    r"|go to top|print(?:able)? version|print this page|version for print|text version|full text"
    r"|send(?: to .*)?|save|font size.*|a[+-]|photo|photos|video|audio|gallery|tags?|more"
    r"|поделиться|печать|версия для печати|распечатать|отправить|скачать|фото|видео|аудио|теги"
    r"|наверх|назад|поиск|главная|打印|分享|【中大小】|【打印】|【关闭】|\W+"
    r"|(?:share|print|поделиться)(?:[\s|/•·,:]+\w+)*)",
    re.IGNORECASE,
)
_TONGUE: Final = (
    r"(?:en|ru|fr|de|es|ar|zh|cn|pt|fa|ps|ur|hi|eng|rus|english|русский|français|deutsch|español"
    r"|العربية|中文|português|فارسی|دری|پښتو|پشتو|اردو|हिन्दी|latest)"
)
_TONGUES: Final = re.compile(rf"(?:{_TONGUE}(?:[-_][a-z]{{2}})?\d*[\s|/•·,–-]*)+", re.IGNORECASE)
_END: Final = re.compile(
    r"(?:related|see also|read (?:also|more)|more on (?:this|the)|latest|most (?:read|popular)"
    r"|additional materials|recent (?:news|posts)|other news|publication status|topics|tags|share"
    r"|published in|geography|subscribe|follow us|contact us|about us|all rights reserved"
    r"|text version|direct link|leave a (?:reply|comment)|comments|suggest to a friend"
    r"|дополнительные материалы|материалы по теме|смотрите также|читайте также|статус материала"
    r"|ссылка на материал|текстовая версия|опубликовано в|последние новости|темы|лица|теги"
    r"|copyright|©|相关新闻|推荐给朋友)"
    r"(?:\b|$).{0,60}",
    re.IGNORECASE,
)
_MARKS_END: Final = re.compile(r"^(?:# ?# ?#|\*{3}END\*{3}|-{2,}30-{2,}|ENDS?)$")
_MOST_LINKED: Final = 0.6
_LONG: Final = 120
_LEAST: Final = 80


def body(page: Page, *, inside: str | None = None, end: str | None = None) -> tuple[Block, ...]:
    """The blocks of the page's own text, in order.

    Shape: those inside elements whose class or id has `inside`, where the page has such, else
           those after the heading; up to a line that begins related links and the like, or
           one that fits `end`.
    """
    blocks = _inside(page, inside) or _under_title(page)
    return tuple(_until(_own(blocks), end=re.compile(end, re.IGNORECASE) if end else None))


def _inside(page: Page, names: str | None) -> Sequence[Block]:
    if names is None:
        return ()
    pattern = re.compile(names)
    found = [block for block in page.blocks if pattern.search(block.names)]
    return found if sum(len(block.text) for block in found) >= _LEAST else ()


def _under_title(page: Page) -> Sequence[Block]:
    return page.blocks if page.title is None else page.blocks[page.title + 1 :]


def _own(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.furniture or is_furniture_line(block.text):
            continue
        if block.linked > _MOST_LINKED and not block.text.rstrip().endswith((".", "?", "!", "”")):
            continue
        yield block


def _until(blocks: Iterable[Block], *, end: re.Pattern[str] | None) -> Iterator[Block]:
    begun = 0
    for block in blocks:
        ends = _MARKS_END.fullmatch(block.text) or (end is not None and end.match(block.text))
        if begun > _LEAST and (ends or (len(block.text) < _LONG and _END.fullmatch(block.text))):
            return
        begun += len(block.text)
        yield block


def is_furniture_line(text: str) -> bool:
    """Whether a line is a button, a language bar or the like.

    >>> [is_furniture_line(x) for x in ("EN | RU | FR", "Share", "* * *", "Colleagues,")]
    [True, True, False, False]
    """
    if re.fullmatch(r"(?:\*\s*){3,}|\[?(?:<|\()?\.\.\.(?:>|\))?\]?|[<(\[]…[>)\]]|# ?# ?#", text):
        return False
    return bool(_LINE.fullmatch(text) or _TONGUES.fullmatch(text))


def published(page: Page, *, before: int = 2, after: int = 6) -> date | None:
    """When the page was published: as its head says, or a line near its heading.

    Shape: a date elsewhere on the page is another document's, or today's, and never taken.
    """
    given = page.meta(
        "article:published_time", "datepublished", "pubdate", "publishdate", "dc.date",
        "dc.date.issued", "dcterms.issued", "dcterms.date", "date",
    )  # fmt: skip
    day = iso_day(given) or (days(given)[0].day if given and days(given) else None)
    if day is not None:
        return day
    if page.title is None:
        return None
    near = page.blocks[page.title + 1 : page.title + 1 + after]
    ahead = page.blocks[max(0, page.title - before) : page.title]
    for block in (*near, *reversed(ahead)):
        if block.furniture or block.linked > _MOST_LINKED:
            continue
        if len(block.text) > _LONG:
            break
        if block.time and iso_day(block.time):
            return iso_day(block.time)
        if is_date_line(block.text):
            return days(block.text)[0].day
    return None
