"""Words of a name folded to one key: script, spelling, accents, titles, Russian cases.

The folding is for names only. It joins what different desks write for one person, never what
is merely alike: Hanafi and Haqqani keep different keys.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "і": "i",
    "ї": "i", "є": "e", "ґ": "g", "қ": "k", "ғ": "g", "ҳ": "h", "ҷ": "j", "ӯ": "u", "ў": "u",
    "ә": "a", "ө": "o", "ү": "u", "ұ": "u", "ң": "n", "һ": "h",
}  # fmt: skip
_LATIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"}
_ARABIC = {"ي": "ی", "ى": "ی", "ك": "ک", "ۀ": "ه", "آ": "ا", "أ": "ا", "إ": "ا", "ة": "ه"}
_TABLE = str.maketrans({**_CYRILLIC, **_LATIN, **_ARABIC, "\u200c": None, "\u0640": None})

# One spelling for names that every desk writes its own way.
_SAME = {
    "taleban": "taliban", "aleksandr": "aleksander", "aliaksandr": "aleksander",
    "mohammad": "muhamad", "mohamad": "muhamad", "mohamed": "muhamad", "muhamed": "muhamad",
    "mukhamad": "muhamad", "mokhamad": "muhamad", "mohamud": "muhamad", "mahomed": "muhamad",
    "abdel": "abdul", "abdol": "abdul", "husein": "hosein", "husain": "hosein",
    "ahmed": "ahmad", "akhmad": "ahmad", "akhmed": "ahmad", "hasan": "hasan",
    "khasan": "hasan", "evgeni": "ievgeni", "ekaterina": "iekaterina", "iousuf": "iusuf",
}  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`\u200c][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:['’ʼ]s|(?<=s)['’ʼ])(?![^\W_])", re.IGNORECASE)
_IS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness hon honourable honorable"
    " president vice deputy acting interim caretaker prime minister premier chancellor foreign"
    " secretary undersecretary general gen colonel col lieutenant lt major"
    " maj captain capt admiral adm marshal commander brigadier ambassador amb envoy special"
    " representative rep senator sen congressman congresswoman governor gov mayor speaker"
    " spokesman spokeswoman spokesperson chairman chairwoman chief director head leader king"
    " coach manager goalkeeper striker sergeant sgt inspector detective sheriff prosecutor"
    " attorney principal archbishop bishop cardinal rabbi reverend rev economist"
    " queen prince princess emir sheikh shaikh sheik mullah mulla mawlawi maulvi mawlavi"
    " molvi maulawi mawlana maulana moulvi qari hafiz haji hajji alhaj alhajj ayatollah imam"
    " mufti ustad engineer justice judge the former ex state defence defense interior"
    " information press national security adviser advisor council department ministry office"
    " senior top of for to and presidential political state commission commissioner european"
    " union council permanent high central military district delegation"
    " parliament parliamentary party campaign police army navy chair chairperson mp mep mla ceo"
    " founder reporter journalist"
    " президент премьер министр глава господин госпожа г гн посол спикер генерал секретарь"
    " пресс официальный представитель спецпредставитель постпред сенатор депутат вице"
    " директор командующий мулла маулави шейх".split()
)
"""Words before a name that are no part of it, folded by `plain`."""

_RUSSIAN_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ского", ("ский", "ской")), ("скому", ("ский", "ской")), ("ским", ("ский", "ской")),
    ("ском", ("ский", "ской")), ("скую", ("ская",)), ("ской", ("ская",)),
    ("ого", ("ый", "ой", "ий")), ("его", ("ий",)), ("ому", ("ый", "ой", "ий")),
    ("ией", ("ия",)), ("ии", ("ия", "ий")), ("ию", ("ия", "ий")), ("ия", ("ий",)),
    ("ием", ("ий",)), ("ие", ("ий",)), ("ей", ("я", "а")), ("ем", ("й", "ь", "")),
    ("ой", ("а", "ая")), ("ую", ("ая",)), ("ым", ("", "ый")), ("им", ("ий", "")), ("ом", ("",)),
    ("а", ("",)), ("у", ("", "а")), ("е", ("", "а", "я", "й", "ь")), ("ы", ("а", "")),
    ("я", ("й", "ь")), ("ю", ("й", "ь", "я")), ("и", ("я", "ь", "а")),
)  # fmt: skip


def plain(word: str) -> str:
    """One word in small letters, without accents, apostrophes and hyphens; script kept.

    >>> plain("Erdoğan"), plain("Фёдор"), plain("O’Brien")
    ('erdogan', 'федор', 'obrien')
    """
    folded = word.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded).replace("ё", "е")
        if not _IS_CYRILLIC.search(folded):
            folded = "".join(
                c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c)
            )
    return "".join(c for c in folded if c.isalnum())


@lru_cache(maxsize=16384)
def key(word: str) -> str:
    """The key of one word of a name, the same for its usual spellings and scripts.

    >>> key("Sergei") == key("Sergey") == key("Сергей")
    True
    >>> key("Muttaqi") == key("Mutaqi"), key("Hanafi") == key("Haqqani")
    (True, False)
    """
    folded = word.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded).translate(_TABLE)
    if not folded.isascii():
        folded = "".join(
            c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c)
        )
    if not folded.isalnum():
        folded = "".join(c for c in folded if c.isalnum())
    folded = folded.replace("oo", "u").replace("ou", "u").replace("ee", "i")
    folded = folded.replace("y", "i").replace("q", "k").replace("x", "ks")
    if folded.endswith(("ej", "ij")):
        folded = folded[:-1] + "i"
    if _DOUBLED.search(folded):
        folded = _DOUBLED.sub(lambda found: found[1], folded)
    return _SAME.get(folded, folded)


def words(name: str) -> tuple[str, ...]:
    """The words of a name as written, without possessive endings, stops and hyphens.

    >>> words("С.В.Лавров"), words("Amir-Abdollahian's")
    (('С', 'В', 'Лавров'), ('Amir', 'Abdollahian'))
    """
    if "'" in name or "’" in name or "ʼ" in name:
        name = _POSSESSIVE.sub("", name)
    return tuple(_WORD.findall(name))


@lru_cache(maxsize=8192)
def case_keys(word: str) -> tuple[str, ...]:
    """The keys a word may stand for: its own, and for Russian words those of its nominatives.

    >>> key("Захарова") in case_keys("Захаровой"), case_keys("Putin")
    (True, ('putin',))
    """
    if not _IS_CYRILLIC.search(word) or len(word) < 4:
        return (key(word),)
    folded = word.casefold()
    found = [key(word)]
    for ending, nominatives in _RUSSIAN_ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 2:
            stem = folded[: len(folded) - len(ending)]
            found.extend(key(stem + nominative) for nominative in nominatives)
    return tuple(dict.fromkeys(found))


def is_title(word: str, *, small: bool) -> bool:
    """Whether a word before a name is no part of it: a title, or, with `small`, a small word.

    >>> is_title("Mullah", small=False), is_title("Президентом", small=False)
    (True, True)
    >>> is_title("longtime", small=True), is_title("Igor", small=True)
    (True, False)
    """
    if plain(word) in TITLES or (small and word[:1].islower()):
        return True
    return bool(_IS_CYRILLIC.match(word)) and not _russian_titles().isdisjoint(case_keys(word))


@lru_cache(maxsize=1)
def _russian_titles() -> frozenset[str]:
    return frozenset(key(title) for title in TITLES if _IS_CYRILLIC.match(title))
