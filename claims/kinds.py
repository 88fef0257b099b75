"""What sort of quotation a marked stretch is, and the sentences around it."""

from __future__ import annotations

import re

from claims.models import QuoteKind
from claims.scan import Marked

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST_CONTEXT = 600
_REACH = 400
_SENTENCE_END = re.compile(r"[.!?…][\"”»'’)\]]*\s+|\n\s*\n|\n")


_SCARE_WORDS = 8
"""Words; a part of a sentence under it that no one is named for is no report of speech: of such,
six in ten are attributions in PolNeAR's train half, of longer ones nine in ten."""


def kind(text: str, quotation: Marked, *, attributed: bool) -> QuoteKind:
    """Direct, mixed or scare, by the quotation's form and by whether anyone is named for it.

    Shape: "direct" is a sentence or clause of its own, "mixed" part of one; "scare" is under
           eight words of one with no one named, or under four anywhere.
    """
    words = [word for start, end in quotation.pieces for word in _WORD.findall(text[start:end])]
    if len(words) < 4 and not attributed:
        return "scare"
    start, end = quotation.pieces[0][0], quotation.pieces[-1][1]
    opening = text[start : start + 2].lstrip("[(…. ")[:1] or text[start]
    closing = text[end - 1]
    sentence = not opening.islower() or text[start] == "["
    whole = sentence or (len(words) >= 4 and (attributed or len(words) >= _SCARE_WORDS))
    if closing in ".!?…" and whole:
        return "direct"
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip(" ")
    after = text[quotation.end : quotation.end + 2].lstrip()[:1]
    begins = not before or before[-1] in ":,.!?…\n"
    if sentence and (closing in ",—–-:;" or (begins and after in ("", *",.—–-:"))):
        return "direct"
    return "mixed" if attributed or len(words) >= _SCARE_WORDS else "scare"


_LITTLE = frozenset("a an and as at but by de for from in la of on or the to with vs".split())
_BYLINE = re.compile(r",?\s+by\s+(?:the\s+)?[A-Z]")
_TITLED = re.compile(
    r"(?:\b(?:on|of|in|at|the|his|her|its|their|a|an|titled|entitled|called|named|for|from|to|with"
    r"|hosts?|book|film|movie|show|song|series|program|programme|drama|column|article|album|and"
    r"|novel|memoir|podcast|broadcast|documentary|ad|play|essay|report|magazine|via|hit|reality|TV"
    r"|CBS|NBC|ABC|CNN|Fox|MSNBC|told|performs?|performed|sings?|sang|leads?|pseudonym|nickname)|['’]s"
    r"|s['’]|,[\"”'’]*)\s*$",
    re.IGNORECASE,
)
_A_WORK = (
    r"(?:book|film|movie|show|song|series|novel|memoir|podcast|documentary|play|album|column"
    r"|magazine|autobiography|biography|essay)"
)
_WORK = re.compile(rf"\b{_A_WORK}\s*,?\s*$")
_OF_A_WORK = re.compile(
    rf",?\s+(?:an?|the|his|her)\s+(?:[\w’'-]+\s+){{0,3}}?{_A_WORK}"
    r"(?:[,.;]|\s+(?:by|that|which|in|about|on|of|from|written)\b)"
)
_NICKNAMED = re.compile(r"\b[A-Z][^\W\d_]+ $")


def is_title(text: str, quotation: Marked) -> bool:
    """Whether the marks hold no speech but the title of a work: on "Good Morning Kabul".

    Shape: also a heading, and the title above a byline. In a headline, where every word has a
           capital, nothing is taken for a title.
    """
    if len(quotation.pieces) != 1:
        return False
    start, end = quotation.pieces[0]
    before, after = _line(text, quotation)
    if _BYLINE.match(after) or _is_heading(text, quotation):
        return True
    words = _WORD.findall(text[start:end])
    if len(words) == 1 and _is_nickname(words[0], before=before, after=after):
        return True
    named = bool(_WORK.search(before) or _OF_A_WORK.match(after))
    if not 1 <= len(words) <= 12 or (text[start:end].endswith(("!", "?")) and not named):
        return False
    if words[0] in _LITTLE or not all(map(_is_titled, words)):
        return False
    if not (named or _TITLED.search(before)):
        return False
    around = [word for word in _WORD.findall(f"{before} {after}") if len(word) > 3]
    if all(map(_is_titled, around)):
        return False
    return len(words) > 1 or named or not before.rstrip().endswith(",")


def _is_nickname(word: str, *, before: str, after: str) -> bool:
    """Whether one word stands inside a name: Ole "Rex" Brandt."""
    return _is_titled(word) and bool(_NICKNAMED.search(before)) and after[1:2].isupper()


def _line(text: str, quotation: Marked) -> tuple[str, str]:
    """What stands before and after the marks in their line, as far as matters."""
    before = text[max(0, quotation.start - 200) : quotation.start].rpartition("\n")[2]
    return before, text[quotation.end : quotation.end + 200].partition("\n")[0]


def _is_heading(text: str, quotation: Marked) -> bool:
    """Whether a few words in single marks, or all in capitals, divide a text as a line alone."""
    start, end = quotation.pieces[0]
    if any(part.strip() for part in _line(text, quotation)) or start - quotation.start > 1:
        return False
    words = _WORD.findall(text[start:end])
    shaped = text[quotation.start] in "'‘" or (len(words) > 1 and text[start:end].isupper())
    divides = bool(text[max(0, quotation.start - 200) : quotation.start].strip())
    return shaped and divides and 0 < len(words) <= _SCARE_WORDS


def _is_titled(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in _LITTLE


def context(text: str, *, start: int, end: int) -> str:
    """The sentence that holds a stretch, with the one before if the stretch is all of it.

    Unit: at most about 600 characters.
    """
    first = _sentence_start(text, start)
    if not text[first:start].strip(" \"“”«»'‘’"):
        first = _sentence_start(text, max(0, first - 2))
    found = _SENTENCE_END.search(text, max(start, end - 2), min(len(text), end + _REACH))
    last = min(found.end() if found is not None else end + _REACH, len(text))
    return text[first : min(last, first + _LONGEST_CONTEXT)].strip()


def _sentence_start(text: str, at: int) -> int:
    low = max(0, at - _REACH)
    start = low
    for found in _SENTENCE_END.finditer(text, low, at):
        if found.end() <= at:
            start = found.end()
    return start
