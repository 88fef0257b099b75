"""What sort of quotation a marked stretch is, and the sentences around it."""

from __future__ import annotations

import re

from claims.models import QuoteKind
from claims.scan import Marked

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST_CONTEXT = 600
_REACH = 400
_SENTENCE_END = re.compile(r"[.!?…][\"”»'’)\]]*\s+|\n\s*\n|\n")


def kind(text: str, quotation: Marked, *, attributed: bool) -> QuoteKind:
    """Direct, mixed or scare, by the quotation's form and by whether anyone is named for it.

    Shape: "direct" is a sentence or clause of its own, "mixed" part of one; "scare" is under
           four words with no one named.
    """
    words = [word for start, end in quotation.pieces for word in _WORD.findall(text[start:end])]
    if len(words) < 4 and not attributed:
        return "scare"
    start, end = quotation.pieces[0][0], quotation.pieces[-1][1]
    opening = text[start : start + 2].lstrip("[(…. ")[:1] or text[start]
    closing = text[end - 1]
    sentence = not opening.islower() or text[start] == "["
    if closing in ".!?…" and (sentence or len(words) >= 4):
        return "direct"
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip(" ")
    after = text[quotation.end : quotation.end + 2].lstrip()[:1]
    begins = not before or before[-1] in ":,.!?…\n"
    if sentence and (closing in ",—–-:;" or (begins and after in ("", *",.—–-:"))):
        return "direct"
    return "mixed"


_LITTLE = frozenset("a an and as at but by de for from in la of on or the to with vs".split())
_TITLED = re.compile(
    r"(?:\b(?:on|of|in|at|the|his|her|its|their|a|an|titled|entitled|called|named|for|from|to|with"
    r"|hosts?|book|film|movie|show|song|series|program|programme|drama|column|article|album|and"
    r"|novel|memoir|magazine|via|hit|reality|TV|CBS|NBC|ABC|CNN|Fox|MSNBC)|['’]s|,)\s*$"
)


def is_title(text: str, quotation: Marked) -> bool:
    """Whether the marks hold the title of a work or a programme: on "Good Morning Kabul"."""
    if len(quotation.pieces) != 1:
        return False
    start, end = quotation.pieces[0]
    words = _WORD.findall(text[start:end])
    if not 1 <= len(words) <= 9 or text[start:end].rstrip(",").endswith((".", "!", "?")):
        return False
    if not all(word[0].isupper() or word[0].isdigit() or word in _LITTLE for word in words):
        return False
    before = text[max(0, quotation.start - 24) : quotation.start]
    return bool(_TITLED.search(before)) and (len(words) > 1 or not before.rstrip().endswith(","))


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
