"""The words of a page: what stands under its heading, without furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from sources.importers.blocks import Block
from sources.importers.days import days, is_date_line, iso_day
from sources.importers.page import Page

_LINE: Final = re.compile(
    r"(?:share|print|tweet|e-?mail|download|listen|watch|copy link|facebook|twitter|x|vk|vkontakte"
    r"|telegram|whatsapp|linkedin|wechat|youtube|rss|home|menu|search|back(?: to .*)?|top"
    r"|go to top|print(?:able)? version|print this page|version for print|text version|full text"
    r"|send(?: to .*)?|(?:terms|rules) (?:of|for) us(?:e|ing).{0,40}|suggest to a friend|save"
    r"|font(?: size)?\b:?.{0,40}|a[+-]|photo|photos|video|audio|gallery|tags?|more"
    r"|поделиться|печать|версия для печати|распечатать|отправить|скачать|фото|видео|аудио|теги"
    r"|(?:all|все) (?:news|новости|материалы)|posted (?:by|in|on)\b.{0,60}|\d+ comments?"
    r"|an official website of .{0,60}"
    r"|(?:source|источник)\s*:.{0,60}|views?:?\s*[\d,.]+|\d+ min(?:utes?)? read|подписаться.*"
    r"|table of contents|содержание|оглавление|наверх|назад(?: к .{0,40})?|документы"
    r"|(?:правила|условия) использования.{0,40}|поиск|главная"
    r"|شریک کردن|شریکول|شریک یې کړئ|اشتراک.?گذاری"
    r"|به اشتراک (?:بگذارید|گذاشتن)|چاپ|مشاركة|طباعة"
    r"|打印|分享|中大小|关闭(?:窗口)?|推荐给朋友|\W+"
    r"|(?:share|print|поделиться)(?:[\s|/•·,:]+\w+)*)",
    re.IGNORECASE,
)
_TONGUE: Final = (
    r"(?:en|ru|fr|de|es|ar|zh|cn|pt|fa|ps|ur|hi|eng|rus|english|русский|français|deutsch|español"
    r"|العربية|中文|português|فارسی|دری|پښتو|پشتو|اردو|हिन्दी|latest)"
)
_TONGUES: Final = re.compile(rf"(?:{_TONGUE}(?:[-_][a-z]{{2}})?\d*[\s|/•·,–-]*)+", re.IGNORECASE)
_CRUMBS: Final = re.compile(r"\w\s*[>›»→]\s*\w.*$")
_BUTTONS: Final = re.compile(r"[\[\]【】|]")
_END: Final = re.compile(
    r"(?:related|see also|read (?:also|more)|more on (?:this|the)|latest|most (?:read|popular)"
    r"|additional materials|recent (?:news|posts)|other news|publication status|topics|tags|share"
    r"|published in|publication date|disclaimer|geography|subscribe|follow us|contact us|about us"
    r"|all rights reserved"
    r"|text version|direct link|leave a (?:reply|comment)|comments|suggest to a friend"
    r"|дополнительные материалы|материалы по теме|смотрите также|читайте также|статус материала"
    r"|ссылка на материал|текстовая версия|опубликован[оа]? в|дата публикации|все новости"
    r"|последние новости|темы|лица|теги"
    r"|copyright|©|相关新闻|推荐给朋友)"
    r"(?:\b|$).{0,60}",
    re.IGNORECASE,
)
_NOBODYS: Final = re.compile(
    r"[*_=~-]{4,}|The following questions? (?:was|were) (?:raised|asked) .{0,80}", re.IGNORECASE
)
_MARKS_END: Final = re.compile(r"^(?:# ?# ?#|\*{3}END\*{3}|-{2,}30-{2,}|ENDS?)$")
_TODAY: Final = re.compile(r"\btoday\b|сегодня|اليوم|امروز", re.IGNORECASE)
_MOST_LINKED: Final = 0.6
_LONG: Final = 120
_LEAST: Final = 80
_CONTAINS: Final = 0.6
"""Share of the text under a heading that its element holds at least."""


def body(page: Page, *, inside: str | None = None, end: str | None = None) -> tuple[Block, ...]:
    """The blocks of the page's own text, in order.

    Shape: those inside elements whose class or id has `inside`, where the page has such, else
           those after the heading; up to a line that begins related links and the like, or
           one that fits `end`.
    """
    blocks = tuple(_own(_inside(page, inside) or _under_title(page)))
    ends = re.compile(end, re.IGNORECASE) if end else None
    return tuple(_until(_contained(blocks), end=ends))


def _inside(page: Page, names: str | None) -> Sequence[Block]:
    if names is None:
        return ()
    pattern = re.compile(names)
    found = [block for block in page.blocks if pattern.search(block.names)]
    return found if sum(len(block.text) for block in found) >= _LEAST else ()


def _under_title(page: Page) -> Sequence[Block]:
    return page.blocks if page.title is None else page.blocks[page.title + 1 :]


def _contained(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks up to what stands outside the element with most of the text, and is no text.

    Shape: a heading, a date or a line without a stop at its end, after that element, begins
           something else; full sentences are kept wherever they stand.
    """
    inside = _container(blocks)
    begun = False
    for block in blocks:
        is_in = inside in block.path
        begun = begun or is_in
        if begun and not is_in and not _is_text(block):
            return
        yield block


def _container(blocks: Sequence[Block]) -> int:
    """The innermost element that holds most of the text."""
    sizes = Counter[int]()
    depth: dict[int, int] = {}
    for block in blocks:
        for level, element in enumerate(block.path):
            sizes[element] += len(block.text)
            depth[element] = level
    total = sum(len(block.text) for block in blocks)
    held = [element for element, size in sizes.items() if size >= _CONTAINS * total]
    return max(held, key=lambda element: depth[element], default=0)


def _is_text(block: Block) -> bool:
    if block.tag in ("h1", "h2", "h3", "h4", "h5", "li") or is_date_line(block.text[:_LONG]):
        return False
    return block.text.rstrip()[-1:] in ".?!:”»)]>…" or len(block.text) > _LONG


def _own(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.furniture or is_furniture_line(block.text) or _NOBODYS.fullmatch(block.text):
            continue
        if block.linked > _MOST_LINKED and not block.text.rstrip().endswith((".", "?", "!", "”")):
            continue
        yield block


def _until(blocks: Iterable[Block], *, end: re.Pattern[str] | None) -> Iterator[Block]:
    begun = 0
    for block in blocks:
        ends = _MARKS_END.fullmatch(block.text) or (end is not None and end.match(block.text))
        if begun > _LEAST and (ends or _begins_links(block.text)):
            return
        begun += len(block.text)
        yield block


def _begins_links(text: str) -> bool:
    """Whether a line begins what the site adds; a sentence of the speech may open like one.

    >>> _begins_links("Related documents"), _begins_links("Related to this is the ferry.")
    (True, False)
    """
    is_sentence = text[-1] in ".?!" and not re.search(r"©|copyright|reserved", text, re.I)
    return len(text) < _LONG and not is_sentence and _END.fullmatch(text) is not None


def is_furniture_line(text: str) -> bool:
    """Whether a line is a button, a language bar or the like.

    >>> [is_furniture_line(x) for x in ("EN | RU | FR", "Share", "* * *", "Colleagues,")]
    [True, True, False, False]
    >>> is_furniture_line("[Print] [Suggest to a friend]"), is_furniture_line("[Print] it")
    (True, False)
    """
    if re.fullmatch(r"(?:\*\s*){3,}|\[?(?:<|\()?\.\.\.(?:>|\))?\]?|[<(\[]…[>)\]]|# ?# ?#", text):
        return False
    bare = text.strip("[]()【】 ")
    if _LINE.fullmatch(bare) or _TONGUES.fullmatch(bare):
        return True
    buttons = [part for part in _BUTTONS.split(text) if part.strip()]
    return len(buttons) > 1 and all(_LINE.fullmatch(part.strip()) for part in buttons)


def published(page: Page, *, before: int = 2, after: int = 6, placed: bool = True) -> date | None:
    """When the page was published: as its head says, or a line near its heading.

    Shape: without `placed`, a line with a place beside the date is no day of publication; a date
           elsewhere on the page is another document's, or today's, and never taken.
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
    head = takewhile(lambda block: len(block.text) <= _LONG, near)
    dated = [b for b in (*head, *reversed(ahead)) if _dated(b) is not None]
    alone = [block for block in dated if not names_place(block.text)]
    return next((_dated(block) for block in (*alone, *(dated if placed else ()))), None)


_NO_PLACE: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday published posted updated date news"
    " today сегодня"
    " time est edt gmt msk updated release опубликовано размещено обновлено дата новости"
    " понедельник вторник среда четверг пятница суббота воскресенье".split()
)


def names_place(line: str) -> bool:
    """Whether a line with a date names a place beside it.

    >>> names_place("Moscow, October 20, 2021"), names_place("Published: 20 October 2021")
    (True, False)
    """
    for found in reversed(days(line)):
        line = line[: found.start] + line[found.end :]
    words = re.findall(r"[^\W\d_]{3,}", line)
    return any(word[0].isupper() and word.lower() not in _NO_PLACE for word in words)


def _dated(block: Block) -> date | None:
    """The day of a line that is little but a date."""
    if block.furniture or block.linked > _MOST_LINKED or len(block.text) > _LONG:
        return None
    if _TODAY.search(block.text):
        return None
    if block.time and iso_day(block.time):
        return iso_day(block.time)
    return days(block.text)[0].day if is_date_line(block.text) else None


def retitled(
    page: Page,
    *,
    fits: re.Pattern[str] | None = None,
    site: re.Pattern[str] | None = None,
    first: int = 40,
) -> Page:
    """The page with the heading that a layout knows by its form.

    Shape: the heading found already, if it fits; else the first of the first lines that does;
           else, for a page's text, the first line that is neither a date nor a button. A line
           that is the name of the site, as `site` knows it, is no heading.
    """
    page = _without_name(page, site) if site is not None else page
    if page.heading and fits is not None and fits.search(page.heading) and page.title is not None:
        return page
    for index, block in enumerate(page.blocks[:first]):
        if fits is None or _CRUMBS.search(block.text) or is_date_line(block.text):
            continue
        if fits.search(block.text):
            return page._replace(title=index, heading=block.text)
    if page.is_html:
        return page
    for index, block in enumerate(page.blocks[:first]):
        if len(block.text.split()) > 2 and not (
            is_date_line(block.text) or is_furniture_line(block.text) or _CRUMBS.search(block.text)
        ):
            return page._replace(title=index, heading=block.text)
    return page


def _without_name(page: Page, site: re.Pattern[str]) -> Page:
    """A page's text without the lines that only name the site."""
    if page.is_html:
        return page
    kept = tuple(block for block in page.blocks if not site.fullmatch(block.text))
    if not kept or len(kept) == len(page.blocks):
        return page
    return page._replace(blocks=kept, title=0, heading=kept[0].text)
