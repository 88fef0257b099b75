"""Which languages a text may be in, told by its script and its telling letters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Final

_CYRILLIC: Final = ("ru", "uk", "bg", "sr", "tg", "kk", "ky")
_SCRIPTS: Final[dict[str, tuple[str, ...]]] = {
    "CYRILLIC": _CYRILLIC,
    "CJK": ("zh", "ja"),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "HEBREW": ("he", "yi"),
    "GREEK": ("el",),
    "DEVANAGARI": ("hi", "mr", "ne"),
    "BENGALI": ("bn", "as"),
    "GURMUKHI": ("pa",),
    "TAMIL": ("ta",),
    "THAI": ("th",),
    "GEORGIAN": ("ka",),
    "ARMENIAN": ("hy",),
    "ETHIOPIC": ("am", "ti"),
    "TELUGU": ("te",),
    "KANNADA": ("kn",),
    "MALAYALAM": ("ml",),
    "GUJARATI": ("gu",),
    "SINHALA": ("si",),
    "MYANMAR": ("my",),
    "KHMER": ("km",),
    "LAO": ("lo",),
    "TIBETAN": ("bo",),
    "MONGOLIAN": ("mn",),
    "THAANA": ("dv",),
    "SYRIAC": ("syr",),
}
"""The first word of the Unicode names of a script's letters, and the languages written in it."""

_NAMES: Final = {
    "ru": "Russian", "ps": "Pashto", "fa": "Dari or Persian", "ar": "Arabic", "ur": "Urdu",
    "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "he": "Hebrew", "el": "Greek",
    "hi": "Hindi", "bn": "Bengali", "pa": "Punjabi", "ta": "Tamil", "th": "Thai",
    "ka": "Georgian", "hy": "Armenian", "am": "Amharic", "te": "Telugu", "kn": "Kannada",
    "ml": "Malayalam", "gu": "Gujarati", "si": "Sinhala", "my": "Burmese", "km": "Khmer",
    "lo": "Lao", "bo": "Tibetan", "mn": "Mongolian", "dv": "Dhivehi", "syr": "Syriac",
}  # fmt: skip

_PASHTO: Final = frozenset("ټډړږښڼېۍځڅګۀ")
_URDU: Final = frozenset("ٹڈڑںےھہ")
_PERSIAN: Final = frozenset("پچژگکی")
_ARABIC: Final = frozenset("ةإأى")
_ENOUGH: Final = 40
"""Letters of which a Pashto text has at least one that no other language has."""


def languages(text: str) -> tuple[str, ...]:
    """The languages that a text may be in, the likeliest first.

    Shape: () where most letters are Latin, or of a script that is not known here.

    >>> languages("Мы ждём ответа")[0], languages("مونږ د سولې لپاره کار کوو"), languages("we wait")
    ('ru', ('ps',), ())
    """
    letters = [character for character in text if character.isalpha()]
    if not letters or text.isascii():
        return ()
    scripts = Counter(_script(letter) for letter in letters)
    script, n_letters = scripts.most_common(1)[0]
    if {"HIRAGANA", "KATAKANA"} & scripts.keys():
        return ("ja",)
    if n_letters * 2 <= len(letters):
        return ()
    if script == "ARABIC":
        return _in_arabic_letters(letters)
    return _SCRIPTS.get(script, ())


def language_name(code: str) -> str:
    """A language as people call it; the code where no name is known."""
    return _NAMES.get(code, code)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _in_arabic_letters(letters: list[str]) -> tuple[str, ...]:
    """Dari, Pashto, Arabic or Urdu; several where a short text does not tell them apart."""
    found = set(letters)
    if found & _PASHTO:
        return ("ps",)
    if found & _URDU:
        return ("ur",)
    if found & _ARABIC:
        return ("ar",)
    if found & _PERSIAN:
        return ("fa",) if len(letters) >= _ENOUGH else ("fa", "ps")
    return ("fa", "ar", "ps", "ur")
