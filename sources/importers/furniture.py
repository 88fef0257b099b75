"""Lines of a page that are nobody's words: buttons, language bars, addresses, what links follow."""

from __future__ import annotations

import re
from typing import Final

_LINE: Final = re.compile(
    r"(?:(?:f|t|in|x|g\+|vk|ok|tg)(?:[\s|/]+(?:f|t|in|x|g\+|vk|ok|tg))+"
    r"|(?:watch|download|listen to|view)(?: the| this)?"
    r" (?:video|audio|recording|file|pdf|text)\b.{0,100}"
    r"|share|print|tweet|e-?mail|download|listen|watch|copy link|facebook|twitter|x|vk|vkontakte"
    r"|telegram|whatsapp|linkedin|wechat|weibo|youtube|rss|home|menu|search|back(?: to .*)?|top"
    r"|instagram|threads|odnoklassniki|one ?drive|flickr|pinterest|reddit"
    r"|go to top|print(?:able)? version|print this page|version for print|text version|full text"
    r"|send(?: to .*)?|(?:terms|rules) (?:of|for) us(?:e|ing).{0,40}|suggest to a friend|save"
    r"|font(?: size)?\b:?.{0,40}|a[+-]|photos?|videos?|audio|gallery|tags?|more|close|next|previous"
    r"|photo (?:album|gallery)|фотоальбом|фотогалерея|читать далее|read more|skip to .{0,40}"
    r"|поделиться|печать|версия для печати|распечатать|отправить|скачать|фото|видео|аудио|теги"
    r"|(?:all|все) (?:news|новости|материалы)|posted (?:by|in|on)\b.{0,60}|\d+ comments?"
    r"|an official website of .{0,60}|here['’]s how you know|official website.{0,40}"
    r"|(?:source|источник|фото|photos?(?: credit| by)?)\s*:.{0,60}"
    r"|views?:?\s*[\d,.]+|[\d,.]+\s*(?:views?|hits|просмотр\w*)|\d+ min(?:utes?)? read"
    r"|подпи(?:саться|шитесь|сывайтесь)\b.*"
    r"|visitors?(?: no\.?)?:? ?[\d,]+|hits:? ?[\d,]+|просмотр\w*:? ?\d+"
    r"|table of contents|содержание|оглавление|наверх|назад(?: к .{0,40})?|документы"
    r"|(?:правила|условия) использования.{0,40}|поиск|главная|меню|закрыть"
    r"|شریک کردن|شریکول|شریک یې کړئ|اشتراک.?گذاری"
    r"|به اشتراک (?:بگذارید|گذاشتن)|چاپ|مشاركة|طباعة"
    r"|打印|分享|中大小|字体|关闭(?:窗口)?|推荐给朋友|【?打印】?|分享到.{0,20}|扫一扫.{0,20}|\W+"
    r"|(?:share|print|поделиться)(?:[\s|/•·,:]+\w+)*)",
    re.IGNORECASE,
)
_TONGUE: Final = (
    r"(?:en|ru|fr|de|es|ar|zh|cn|pt|fa|ps|ur|hi|it|sw|bn|tr|uk|eng|rus|fra|fre|deu|ger|esp|spa|ara"
    r"|por|ita|chi|zho|tur|ukr|рус|англ|анг|укр|фр|исп|нем|english|русский|français|deutsch"
    r"|español|русском|англ\w+"
    r"|العربية|عربي|中文|português|فارسی|دری|پښتو|پشتو|اردو|हिन्दी|हिंदी|hindi|latest)"
)
_TONGUES: Final = re.compile(rf"(?:{_TONGUE}(?:[-_][a-z]{{2}})?\d*[\s|/•·,–-]*)+", re.IGNORECASE)
CRUMBS: Final = re.compile(
    r"\w\s*[>›»→]\s*\w.*$|^(?:home|main(?: page)?|главная|首页)\s*/"
    r"|^[^|]{2,40}(?: \| [^|]{2,60}){2,}$|^[\w &'’-]{2,30}(?: / [\w &'’-]{2,40})+$",
    re.IGNORECASE,
)
_BUTTONS: Final = re.compile(r"[\[\]【】|]")
_EDGES: Final = "[]()【】•·|/«»<> "
_AND_MORE: Final = re.compile(
    r"(?:related|see also|(?:also )?read(?: also| more)?|more on (?:this|the) \w+"
    r"|смотрите также|читайте также|по теме)\s*:\s*\S.{3,160}",
    re.IGNORECASE,
)
"""A link to another page in the middle of a text."""
_END: Final = re.compile(
    r"(?:related|see also|read (?:also|more)|more on (?:this|the)|latest|most (?:read|popular)"
    r"|additional materials|(?:recent|last|latest)(?: \d+)? (?:news|posts|events|items)"
    r"|other news|publication status|topics|tags|share"
    r"|published in|publication date|disclaimer|geography|subscribe|follow us|contact us|about us"
    r"|all rights reserved|you may also like|recommended|more stories|more news|next article"
    r"|text version|direct link|leave a (?:reply|comment)|comments|suggest to a friend"
    r"|you are visitor|(?:page )?last (?:updated|modified|reviewed)|website policies|site ?map"
    r"|privacy (?:policy|notice)|terms of use|external links|for information media"
    r"|дополнительные материалы|материалы по теме|смотрите также|читайте также|статус материала"
    r"|ссылка на материал|текстовая версия|опубликован[оа]? в|дата публикации|все новости"
    r"|последние новости|темы|лица|теги|архив новостей|другие новости|новости по теме"
    r"|copyright|©|相关新闻|相关链接|推荐给朋友|版权所有)"
    r"(?:\b|$).{0,60}",
    re.IGNORECASE,
)
_SITES: Final = re.compile(
    r"(?:All (?:content|materials?) on (?:this|the) (?:web)?site\b|Все материалы сайта\b"
    r"|The Office of (?:Website Management|Electronic Information)\b|.{0,80} manages this site\b"
    r"|This (?:web)?site is (?:managed|maintained|owned)\b|Content (?:owned|on this website)\b"
    r"|Designed,? (?:and )?(?:developed|hosted)\b|При (?:полном или частичном )?использовании"
    r"|This (?:press release|media note) is not an official record).{0,250}",
    re.IGNORECASE,
)
_NUMBER: Final = r"\.?[^.!?]{0,40}[+(]?\d[\d\s()./+-]{2,}"
_CONTACT: Final = re.compile(
    r"(?:tel(?:ephone)?s?|phone|fax|hotline|телефон\w*|тел|факс|горячая линия|电话|传真)\b"
    rf"(?:{_NUMBER}.*|.{{0,100}}[:：])"
    r"|(?:e-?mails?|эл(?:ектронная|\.) ?почта|for (?:media|press) (?:enquir|inquir)\w+)\b.{0,60}@.*"
    r"|(?:(?:postal |our )?address|адрес|地址)\s*[:：].{0,200}"
    r"|(?:working|opening|visiting) hours\b.{0,80}|(?:часы|время) (?:работы|приёма|приема)\b.{0,80}"
    r"|(?:media |press )?contacts?\s*:.{0,120}|контакты\b.{0,80}"
    r"|.{0,160}\b(?:tel|phone|fax|тел|факс|e-?mail)\b\.?\s*:\s*\S.{0,60}"
    r"|https?://\S+|www\.\S+|\S+@[\w-]+\.[\w.]+",
    re.IGNORECASE,
)
_FEET: Final = re.compile(
    r"(?=.*\b(?:contacts?|copyright|privacy|terms of use|accessibility|site ?(?:map|index)|feedback"
    r"|polic(?:y|ies)|fraud alert|cookies?|disclaimer|help|about(?: us)?|контакты|карта сайта)\b)"
    r"[^|·•]{2,40}(?:[|·•][^|·•.?!]{2,40})+",
    re.IGNORECASE,
)
"""The links at the foot of a page, set apart by strokes or dots."""
_STREET: Final = re.compile(
    r"(?=.*\d)(?=.*\b(?:street|st\.|road|square|sq\.|avenue|ave\.|gardens|lane|boulevard|marg|pl\."
    r"|ул\.|улица|площадь|пл\.|проспект|переулок))(?!.*[.!?]$).{8,120}",
    re.IGNORECASE,
)
_NOBODYS: Final = re.compile(
    r"[*_=~-]{4,}|The following questions? (?:was|were) (?:raised|asked) .{0,80}"
    r"|(?:The )?following (?:is|are) (?:a|an|the)\b.{0,60}\b(?:transcript|text|version)\b.{0,200}"
    r"|(?:begin|end) (?:of )?text[.:]?"
    r"|The text of the following (?:joint )?(?:statement|declaration) (?:was|is) .{0,200}"
    r"|[\[(]?(?:to be continued|продолжение следует)[….]*[\])]?"
    r"|main points:?|основные тезисы:?|transcript:?|стенограмма:?"
    r"|[\[(]?(?:start|beginning|end) of (?:the )?transcript[\])]?"
    r"|[\[(]*(?:as (?:delivered|prepared|translated)|check against delivery|translation"
    r"|(?:unofficial|unedited|official) translation|(?:неофициальный )?перевод(?: с \w+)?)"
    r"(?: (?:for|from|by) .{0,30})?[\])]*",
    re.IGNORECASE,
)
_MARKS_END: Final = re.compile(r"^(?:# ?# ?#|\*{3}END\*{3}|-{2,}30-{2,}|ENDS?|-?\s?ends?\s?-)$")
_LONG: Final = 120


def is_nobodys(text: str) -> bool:
    """Whether a line is a note of the record or a rule between its parts.

    >>> is_nobodys("To be continued…"), is_nobodys("Main points:"), is_nobodys("The main points")
    (True, True, False)
    """
    return _NOBODYS.fullmatch(text) is not None or _AND_MORE.fullmatch(text) is not None


def marks_end(text: str) -> bool:
    """Whether a line only says that the text ends: `###`."""
    return _MARKS_END.fullmatch(text) is not None


def begins_links(text: str) -> bool:
    """Whether a line begins what the site adds; a sentence of the speech may open like one.

    >>> begins_links("Related documents"), begins_links("Related to this is the ferry.")
    (True, False)
    >>> begins_links("Tel.: +7 000"), begins_links("Contacts go on.")
    (True, False)
    """
    if _SITES.fullmatch(text) or _FEET.fullmatch(text):
        return True
    if len(text) < 2 * _LONG and _CONTACT.fullmatch(text):
        return True
    is_sentence = text[-1] in ".?!" and not re.search(r"©|copyright|reserved|official", text, re.I)
    return len(text) < _LONG and not is_sentence and _END.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether a line is a postal address.

    >>> is_address("32/34 Smolenskaya-Sennaya sq., Moscow, 119200"), is_address("We met at 5.")
    (True, False)
    """
    return _STREET.fullmatch(text) is not None


def is_furniture_line(text: str) -> bool:
    """Whether a line is a button, a language bar or the like.

    >>> [is_furniture_line(x) for x in ("EN | RU | FR", "Share", "* * *", "Colleagues,")]
    [True, True, False, False]
    >>> is_furniture_line("[Print] [Suggest to a friend]"), is_furniture_line("[Print] it")
    (True, False)
    """
    if re.fullmatch(r"(?:\*\s*){3,}|\[?(?:<|\()?\.\.\.(?:>|\))?\]?|[<(\[]…[>)\]]|# ?# ?#", text):
        return False
    bare = text.strip(_EDGES)
    if _LINE.fullmatch(bare) or _TONGUES.fullmatch(bare):
        return True
    buttons = [part for part in _BUTTONS.split(text) if part.strip()]
    return len(buttons) > 1 and all(_LINE.fullmatch(part.strip(_EDGES)) for part in buttons)
