"""Numbers by value: digits of any script, words in English and Russian, scales, per cent.

The money and per cent signs count as part of the number, so that "$2" and "2 dollars" are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "dozen": 12,
    "ноль": 0, "один": 1, "одна": 1, "одного": 1, "одной": 1, "два": 2, "две": 2, "двух": 2,
    "три": 3, "трех": 3, "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6,
    "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9,
    "десять": 10, "десяти": 10, "одиннадцать": 11, "двенадцать": 12, "тринадцать": 13,
    "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17,
    "восемнадцать": 18, "девятнадцать": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
    "двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "сорок": 40,
    "сорока": 40, "пятьдесят": 50, "пятидесяти": 50, "шестьдесят": 60, "семьдесят": 70,
    "восемьдесят": 80, "девяносто": 90,
}  # fmt: skip
_HUNDREDS = {
    "сто": 100, "ста": 100, "двести": 200, "двухсот": 200, "триста": 300, "трехсот": 300,
    "четыреста": 400, "пятьсот": 500, "пятисот": 500, "шестьсот": 600, "семьсот": 700,
    "восемьсот": 800, "девятьсот": 900,
}  # fmt: skip
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7,
    "тысяча": 10**3, "тысячи": 10**3, "тысяч": 10**3, "тыс": 10**3,
    "миллион": 10**6, "миллиона": 10**6, "миллионов": 10**6, "млн": 10**6,
    "миллиард": 10**9, "миллиарда": 10**9, "миллиардов": 10**9, "млрд": 10**9,
    "триллион": 10**12, "триллиона": 10**12, "триллионов": 10**12, "трлн": 10**12,
}  # fmt: skip
# Only after digits: "5 m" is a length as often as a million, so "m" needs a money sign or "bn".
_SHORT_SCALES = {"k": 10**3, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_MONEY = {
    "$": "usd", "dollar": "usd", "dollars": "usd", "usd": "usd", "доллар": "usd",
    "доллара": "usd", "долларов": "usd", "долл": "usd",
    "€": "eur", "euro": "eur", "euros": "eur", "eur": "eur", "евро": "eur",
    "£": "gbp", "pounds": "gbp", "gbp": "gbp",
    "₽": "rub", "rouble": "rub", "roubles": "rub", "ruble": "rub", "rubles": "rub",
    "рубль": "rub", "рубля": "rub", "рублей": "rub",
    "₹": "inr", "rupee": "inr", "rupees": "inr",
}  # fmt: skip
_PER_CENT = {"%", "percent", "pct", "процент", "процента", "процентов", "процентах"}
_LENGTHS = tuple([word] for word in ("long", "high", "wide", "deep", "tall", "away", "from"))
"""After "5m", these tell metres from millions."""
MONEY_SIGNS = frozenset("$€£₽₹")
MINUS = frozenset(("-", "minus", "минус"))
"""The sign before a number, and its words."""
CONTINUATIONS = frozenset(
    ("hundred", "and", "m", "per", "cent", "us", *_UNITS, *_TENS, *_HUNDREDS, *SCALES)
) | frozenset((*_SHORT_SCALES, *_PER_CENT, *_MONEY, *(word for (word,) in _LENGTHS)))
"""What a number may go on with, digits aside."""
NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | frozenset(_HUNDREDS) | frozenset(SCALES)


def parse_digits(token: str) -> Decimal | None:
    """The value of one token of digits, `None` where it is none or cannot be told.

    A comma or a space before exactly three digits groups thousands; any other comma is a
    decimal sign. A single point before exactly three digits may be either, so it is not
    folded.

    >>> parse_digits("2,000"), parse_digits("1,5"), parse_digits("2.000"), parse_digits("۲۰۰۰")
    (Decimal('2000'), Decimal('1.5'), None, Decimal('2000'))
    """
    plain = token.replace(" ", "").replace("'", "")
    head, comma, tail = plain.partition(",")
    if comma:
        groups = tail.split(",")
        grouped = all(len(group.split(".")[0]) == 3 for group in groups)
        plain = plain.replace(",", "") if grouped else f"{head}.{tail}"
    elif plain.count(".") == 1 and len(plain.partition(".")[2]) == 3 and len(head) < 8:
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def parse_number(words: Sequence[str], *, at: int) -> tuple[str, int] | None:
    """The key of the number that starts at `words[at]`, and where the number ends.

    Shape: `words` are folded tokens; the key is letters and digits only: "n2000", "n84pc",
           "n1200000000usd", "o20" for an ordinal.

    >>> parse_number(["two", "thousand", "men"], at=0)
    ('n2000', 2)
    >>> parse_number(["$", "1.2", "billion"], at=0)
    ('n1200000000usd', 3)
    >>> parse_number(["20th", "century"], at=0)
    ('o20', 1)
    """
    money = ""
    start = at
    if words[at] in MONEY_SIGNS:
        money, start = _MONEY[words[at]], at + 1
        if start >= len(words):
            return None
    ordinal = _ordinal(words[start])
    if ordinal is not None and not money:
        return f"o{ordinal}", start + 1
    found = _cardinal(words, start=start)
    if found is None:
        return None
    value, end = found
    if money and end < len(words) and words[end] == "m":
        value, end = value * 10**6, end + 1
    return _with_unit(value, words, end=end, money=money)


def _ordinal(word: str) -> int | None:
    if word in ORDINALS:
        return ORDINALS[word]
    digits = word.rstrip("stndrh")
    if digits != word and digits.isdecimal() and word[len(digits) :] in ("st", "nd", "rd", "th"):
        return int(digits)
    return None


def _with_unit(value: Decimal, words: Sequence[str], *, end: int, money: str) -> tuple[str, int]:
    key = "n" + format(value.normalize(), "f").replace(".", "d").replace("-", "minus")
    following = words[end] if end < len(words) else ""
    if money:
        if _MONEY.get(following) == money:
            end += 1
        return key + money, end
    if following in _PER_CENT:
        return key + "pc", end + 1
    if following == "per" and end + 1 < len(words) and words[end + 1] == "cent":
        return key + "pc", end + 2
    if following in _MONEY and following not in MONEY_SIGNS:
        return key + _MONEY[following], end + 1
    if following == "us" and end + 1 < len(words) and _MONEY.get(words[end + 1]) == "usd":
        return key + "usd", end + 2
    return key, end


def _cardinal(words: Sequence[str], *, start: int) -> tuple[Decimal, int] | None:
    if words[start][0].isdecimal():
        digits = words[start].rstrip("mnbtk")
        value = parse_digits(digits)
        if value is None:
            return None
        scale = {**_SHORT_SCALES, "m": 10**6}.get(words[start][len(digits) :], 1)
        if words[start].endswith("m") and words[start + 1 : start + 2] in _LENGTHS:
            return None
        value *= scale
        return _scaled(value, words, end=start + 1)
    return _spelled(words, start=start)


def _scaled(value: Decimal, words: Sequence[str], *, end: int) -> tuple[Decimal, int]:
    while end < len(words):
        scale = SCALES.get(words[end]) or _SHORT_SCALES.get(words[end])
        if scale is None:
            break
        value, end = value * scale, end + 1
    return value, end


def _spelled(words: Sequence[str], *, start: int) -> tuple[Decimal, int] | None:
    """A number in words: "two hundred and five thousand", "две тысячи"."""
    total, group, at, seen = 0, 0, start, False
    if words[start] == "a":
        if start + 1 >= len(words) or words[start + 1] not in ("hundred", "dozen", *SCALES):
            return None
        group, at, seen = 1, start + 1, True
    while at < len(words):
        word = words[at]
        grown = _grown(word, group)
        if grown is not None:
            group = grown
        elif word in SCALES and (group or (not seen and word.startswith("тысяч"))):
            total, group = total + max(group, 1) * SCALES[word], 0
        elif not (word == "and" and seen and _continues(words, after=at, group=group)):
            break
        at, seen = at + 1, True
    if not seen:
        return None
    return Decimal(total + group), at


def _grown(word: str, group: int) -> int | None:
    """The number below a thousand that a further word makes, `None` where it belongs to none."""
    if word == "dozen" and group:
        return group * 12
    if word in _UNITS and group % 10 == 0 and (group % 100 == 0 or _UNITS[word] < 10):
        return group + _UNITS[word]
    if word in _TENS and group % 100 == 0:
        return group + _TENS[word]
    if word in _HUNDREDS and group == 0:
        return _HUNDREDS[word]
    return group * 100 if word == "hundred" and 0 < group < 100 else None


def _continues(words: Sequence[str], *, after: int, group: int) -> bool:
    """Whether "and" belongs to the number: "a hundred and five", never "two and three"."""
    following = words[after + 1] if after + 1 < len(words) else ""
    return group % 100 == 0 and (following in _UNITS or following in _TENS)
