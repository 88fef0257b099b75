"""The questions of `intents.py` as a Russian desk types them; what answers is in English.

Written without "ё", which makes no difference. Periods and topics are put into English, since
that is what the store mostly has.
"""

from __future__ import annotations

import re
from typing import Final

from checker.dialogue.intents import Rule

_SAID: Final = (
    "(сказал|сказала|сказали|говорил|говорила|говорили|говорит|говорят|заявил|заявила|заявлял"
    "|заявляла|заявили|произнес|произнесла|утверждал|утверждала)"
)
_HE: Final = "(он|она|они)"
_ABOUT: Final = "(о|об|обо|про|насчет|по поводу)"
_THIS: Final = "(это|этого|этому|эти слова|этих слов|эту фразу|эту цитату|эта цитата|эта фраза|так)"
_WHO: Final = f"({_HE}|{{person}})"


def _rule(intent: str, *phrases: str, known: bool = False) -> Rule:
    return Rule(intent, phrases, known)  # type: ignore[arg-type]


RUSSIAN: Final = (
    _rule("yes", "(да|ага|давай|конечно)"),
    _rule("no", "(нет|не надо|неважно|отмена)"),
    _rule("hello", "(привет|здравствуйте|здравствуй|добрый день|доброе утро|добрый вечер)"),
    _rule("thanks", "[большое] (спасибо|благодарю) [(большое|вам|тебе)]"),
    _rule("quit", "[спасибо] (выход|выйти|выйди|пока|до свидания|закончить|это все|все)"),
    _rule("help", "(помощь|помоги|помогите|справка|подскажи|примеры)",
          "что (ты|вы|тут|здесь|можно|я могу) [(умеешь|умеете|можешь|можете|спросить|делать)]",
          "как (это|ты|тут|здесь) [(работает|работаешь)]", "как этим пользоваться"),
    _rule("commands", "[(все|список)] (команды|команд|клавиши)"),
    _rule("saving", "(сохрани|сохранить) [(это|все|сессию)]", "как [(это|все)] сохранить"),
    _rule("true", "[(это|а это)] [действительно] (правда|верно|так|правда ли) [это]",
          "правда ли это", "это правда или нет"),
    _rule("fake", "[(так|значит|то есть)] [это] (ложь|фейк|неправда|подделка|выдумка|фальшивка)",
          f"[значит] {_HE} (этого|так) [никогда] не {_SAID}"),
    _rule("print", "(можно|могу) [ли] [(я|мы)] [это] (печатать|напечатать|публиковать|цитировать)"),
    _rule("verdict", "[какой] (вердикт|итог|результат)", "это [(точная|дословная)] цитата",
          "это дословно"),
    _rule("others", f"кто еще [{_THIS}] [{_SAID}] [{_THIS}]", f"{_HE} еще {_SAID} {_THIS}",
          f"часто [ли] {_HE} [{_THIS}] {_SAID}"),
    _rule("date", f"когда [{_THIS}] [было] [(сказано|{_SAID})]", f"когда {_WHO} [{_THIS}] {_SAID}",
          f"когда {_SAID} {_THIS}", "[какая] дата", "(какого числа|в какой день|в каком году) [это]"
          " [было] [сказано]"),
    _rule("place", f"где [{_THIS}] [было] [(сказано|{_SAID})]", f"где {_WHO} [{_THIS}] {_SAID}",
          "(место|в каком городе)"),
    _rule("event", "(событие|кому|по какому поводу|на (какой встрече|каком мероприятии|какой"
          " конференции|каком брифинге)) [это] [было] [сказано]"),
    _rule("before", "[что] [было] [сказано] (до|перед) (этого|этим)",
          f"что {_HE} {_SAID} до этого"),
    _rule("after", "[что] [было] [сказано] после этого",
          f"что {_HE} {_SAID} (после этого|дальше|потом)"),
    _rule("more_context", "(больше|еще|шире) (контекста|контекст)"),
    _rule("context", "[(весь|какой)] контекст",
          "(в каком контексте|в контексте) [это] [было] [сказано]"),
    _rule("more", "(еще|дальше|далее|продолжай|остальное|больше)"),
    _rule("whole", "[(весь|полный|вся|полная|все)] (текст|речь|заявление|выступление) [целиком]",
          "(целиком|полностью|полный вариант)",
          f"что {_HE} (на самом деле|точно|именно) {_SAID}",
          f"что [именно] {_HE} {_SAID} (на самом деле|точно|именно)"),
    _rule("why", "почему [(это|эта цитата|так|тут)] [не] [(совпадает|совпало|совпала|найдено"
          "|найдена|подходит|проверено|проверена|цитата|пересказ|ошибка|предупреждение|так)]",
          "почему нет (источника|совпадения|цитаты)", "что [(здесь|тут|с этим|с ней)] не так",
          "в чем (дело|проблема|ошибка|причина)", "(объясни|поясни|причина|причины) [это]"),
    _rule("diff", "[(в чем|какая|покажи)] (разница|отличие|отличия|различия|различие)",
          "чем [это] отличается",
          "что (изменено|изменилось|изменили|пропущено|добавлено|отличается)",
          "(сравни|сравнение|сравнить)"),
    _rule("source", "[(какой|есть ли|где|дай)] (источник|источники|ссылка|ссылку|адрес)",
          "откуда [(это|эта цитата|эти слова)] [(взято|взяты|взята)]",
          "где [это] [можно] (прочитать|прочесть|опубликовано|найти|написано)"),
    _rule("closest", "[что] [(самое|самые)] (ближайшее|ближайшие|похожее|похожие|близкое)",
          "есть [ли] (что-то|что-нибудь) (похожее|близкое)", "что [есть] похожего"),
    _rule("archive", "[(есть ли|ссылка на)] (архив|архивная копия|копия в архиве)"),
    _rule("cite", "(процитируй|цитирование|оформи|сноска)",
          "как (это|на это) (цитировать|сослаться)"),
    _rule("copy", "(скопируй|скопировать|копировать)"),
    _rule("undo", "(отмени|отменить|верни назад) [это]"),
    _rule("left", "что [еще] (осталось|не проверено)", "сколько [еще] осталось"),
    _rule("next_open", "следующая (непроверенная|открытая)"),
    _rule("next", "(следующая|следующий|следующее|следующую)"
          " [(цитата|цитату|карточка|результат)]"),
    _rule("previous",
          "(предыдущая|предыдущий|предыдущее|предыдущую|назад) [(цитата|цитату|результат)]"),
    _rule("show", "(еще раз|снова|повтори|это) [это]", "покажи [(это|еще раз)]"),
    _rule("list", "[(все|список)] (список|цитаты|цитат|результаты|результатов|итоги|обзор)",
          "что [уже] проверено"),
    _rule("confidence", "(насколько|ты|вы) [ты] [это] (уверен|уверены|точно|надежно) [в этом]",
          "[какая] (уверенность|точность)"),
    _rule("wordings", "[(есть|есть ли)] [другие] (перевод|переводы|варианты|версии|оригинал)",
          "(как это в оригинале|в оригинале|оригинал)", "на каком языке [это] [было] [сказано]"),
    _rule("holdings", f"что (у тебя|у вас|здесь|в базе|в хранилище) есть [{_ABOUT} {{topic}}]",
          f"что ты знаешь [{_ABOUT} {{topic}}]",
          f"есть [ли] (что-то|что-нибудь) {_ABOUT} {{topic}}",
          "(кто|что) (в базе|в хранилище|хранится|у тебя есть)"),
    _rule("speaker", "кто", f"кто [{_THIS}] {_SAID} [{_THIS}]", "(чье|чьи|чья) [это] [(слова|фраза"
          "|цитата|высказывание)]", "кто [(это|здесь)] (автор|говорит)", "автор", "кто это"),
    _rule("named_speaker", f"(он|она) [(действительно|правда|точно|и правда)] {_THIS} {_SAID}",
          f"{_SAID} ли (он|она) {_THIS}"),
    _rule("is_from", f"(это|так) {_SAID} {{person}}", f"{{person}} [действительно] {_THIS} {_SAID}",
          "это слова {person}", "это (был|была) {person}", known=True),
    _rule("person", "кто (такой|такая) {person}", "[я имею в виду] {person}", known=True),
    _rule("search", "(найди|найти|ищи|искать|поиск|поищи) {topic}",
          f"кто [еще] {_SAID} {_ABOUT} {{topic}}", f"что [все] {_SAID} {_ABOUT} {{topic}}"),
    _rule("topic", f"что [еще] {_HE} [еще] {_SAID} [еще] [{_ABOUT} {{topic}}]",
          f"{_SAID} ли {_HE} [(еще|что-то|что-нибудь)] {_ABOUT} {{topic}}",
          f"что еще [{_ABOUT} {{topic}}]", f"{_ABOUT} {{topic}}"),
    _rule("topic", f"что [еще] {{person}} [еще] {_SAID} [еще] [{_ABOUT} {{topic}}]",
          f"что [еще] {_SAID} [еще] {{person}} [{_ABOUT} {{topic}}]",
          f"{{person}} {_ABOUT} {{topic}}", known=True),
)  # fmt: skip

_CYRILLIC: Final = re.compile("[а-яё]", re.IGNORECASE)
_OPENER: Final = re.compile(
    r"(?:(?:а|и|ну|так|скажи|скажите|пожалуйста|покажи|покажите|дай|дайте)[ ,]+(?:мне |нам )?)+"
    r"(?=(?!еще раз|это\b)\S)",
    re.IGNORECASE,
)


def is_russian(text: str) -> bool:
    """Whether a line has Cyrillic letters."""
    return _CYRILLIC.search(text) is not None


def plain(text: str) -> str:
    """A tidied line without what makes no difference in Russian.

    >>> plain("А покажи мне контекст, пожалуйста "), plain("ну что ещё ")
    ('контекст ', 'что еще ')
    """
    line = text.replace("ё", "е").replace("Ё", "Е").removesuffix("пожалуйста ")
    line = re.sub(r"\bit\b", "это", line).rstrip(" ,") + " "  # what a number points at
    opener = _OPENER.match(line)
    return line[opener.end() :] if opener else line


_MONTHS: Final = {
    "янв": "January", "фев": "February", "мар": "March", "апр": "April", "мая": "May",
    "май": "May", "мае": "May", "июн": "June", "июл": "July", "авг": "August",
    "сен": "September", "окт": "October", "ноя": "November", "дек": "December",
}  # fmt: skip
_WHEN: Final = {"в": "in", "с": "since", "после": "after", "до": "before", "за": "in"}
_PERIOD: Final = re.compile(
    r"\b(?:(?P<when>в|с|после|до|за) )?(?:(?P<day>\d{1,2}) )?"
    rf"(?:(?P<month>(?:{'|'.join(_MONTHS)})[а-я]*) )?"
    r"(?P<year>(?:19|20)\d\d)(?: (?:год[ауе]?|г)\b\.?)?",
    re.IGNORECASE,
)


def dated(text: str) -> str:
    """A line with its Russian period in English.

    >>> dated("что он говорил в октябре 2021 года о признании")
    'что он говорил in October 2021 о признании'
    """
    return _PERIOD.sub(_in_english, text)


def _in_english(found: re.Match[str]) -> str:
    month = found["month"] and _MONTHS[found["month"][:3].casefold()]
    when = _WHEN[found["when"].casefold()] if found["when"] else "in"
    when = "on" if when == "in" and found["day"] else when
    return " ".join(part for part in (when, found["day"], month, found["year"]) if part)


_TOPICS: Final = {
    "признан": "recognition", "наркот": "drugs", "террор": "terrorism", "женщин": "women",
    "девоч": "girls", "образован": "education", "границ": "borders", "беженц": "refugees",
    "помощ": "aid", "гуманитарн": "humanitarian", "безопасност": "security", "санкц": "sanctions",
    "переговор": "talks", "правительств": "government", "экономи": "economy", "актив": "assets",
    "инклюзивн": "inclusive government", "талиб": "Taliban", "игил": "ISIS", "войн": "war",
    "оружи": "weapons", "войск": "troops", "посол": "ambassador", "посольств": "embassy",
    "соседн": "neighbours", "права": "rights", "конференц": "conference", "мир": "peace",
}  # fmt: skip


def topic_in_english(topic: str) -> str | None:
    """The English word for a topic of the built-in statements, `None` where it is not known.

    >>> topic_in_english("признании"), topic_in_english("урожае")
    ('recognition', None)
    """
    found = (
        english
        for word in topic.casefold().replace("ё", "е").split()
        for stem, english in _TOPICS.items()
        if word.startswith(stem)
    )
    return " ".join(dict.fromkeys(found)) or None
