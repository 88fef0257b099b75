"""One spelling of each word: names, abbreviations, accents, British and American pairs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claims.forms import ABBREVIATIONS, ISE_ALWAYS, NAMES, SPELLINGS

_ISE = re.compile(r"([a-z]{3,})is(e|ed|es|er|ers|ing|ation|ations|ational|able)")
_YSE = re.compile(r"([a-z]{3,}l)ys(e|ed|es|er|ers|ing)")
_OUR = re.compile(
    r"([a-z]{2,})our(s|ed|ing|able|ably|ful|less|ite|ites|hood|hoods|ly|er|ers|ist|al)?"
)
_OUR_ALWAYS = frozenset(
    "hour hours four fours tour tours pour your yours flour sour scour devour detour contour"
    " paramour resource source course court journal journey tournament devoured poured"
    " toured tourist tourists touring scoured velour".split()
)


@lru_cache(maxsize=32768)
def canonical(word: str) -> tuple[str, str | None]:
    """The key of one word and the code of the folding, if any."""
    if word in NAMES:
        return NAMES[word], "name_form"
    if word in ABBREVIATIONS:
        return ABBREVIATIONS[word], "record_style"
    key = word.replace(".", "").replace("-", "")
    if not key.isascii():
        bare = _without_accents(key)
        if bare != key:
            return NAMES.get(bare, bare), "spelling"
        return key, None
    spelled = american(key)
    return spelled, None if spelled == word else "spelling"


def _without_accents(word: str) -> str:
    """Latin letters without their accents; letters of other scripts as they are."""
    plain = word.replace("ı", "i").replace("ø", "o").replace("ł", "l")
    decomposed = unicodedata.normalize("NFD", plain)
    if not decomposed[0].isascii():
        return word
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def american(word: str) -> str:
    """One spelling of the pairs that differ between British and American English."""
    if len(word) < 4:
        return word
    if word in SPELLINGS:
        return SPELLINGS[word]
    if "is" in word and word not in ISE_ALWAYS:
        found = _ISE.fullmatch(word)
        if found and f"{found[1]}ise" not in ISE_ALWAYS:
            return _american_our(f"{found[1]}iz{found[2]}")
    if "lys" in word:
        found = _YSE.fullmatch(word)
        if found:
            return f"{found[1]}yz{found[2]}"
    return _american_our(word)


def _american_our(word: str) -> str:
    if "our" in word and word not in _OUR_ALWAYS:
        found = _OUR.fullmatch(word)
        if found:
            return f"{found[1]}or{found[2] or ''}"
    return word
