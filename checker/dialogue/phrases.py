"""A small language for things people type, so that the table of intents can be read aloud.

::

    who (said|says) IT      a choice of words; a word in capitals stands for the choice below
    [the] source [of IT]    what may be left out
    is IT from {person}     a slot: whatever words stand there

Case, double spaces, commas, closing punctuation, polite openers and "who's" for "who is" make no
difference.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_MACROS = {
    "IT": "(it|this|that|these words|those words|(the|this|that) "
    "(quote|quotation|statement|sentence|line|one|result|card))",
    "HE": "(he|she|they)",
    "ABOUT": "(about|on|of|regarding|concerning)",
    "DID": "(did|has|does|do|have)",
    "SAY": "(say|says|said|speak|spoke|spoken|talk|talked|mention|mentions|mentioned)",
    "WORDING": "(wording|wordings|translation|translations|version|versions|language|languages|"
    "transcript|text|words)",
    "FAKE": "(fake|false|invented|fabricated|made up|untrue|wrong|lie)",
}
_TOKEN = re.compile(r"[\[\]()|]|\{\w+\}|[^\s\[\]()|{}]+")
_BRACKETS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}
_LANGUAGES = (
    "original|Arabic|Chinese|Dari|English|French|German|Hindi|Pashto|Persian|Russian|Spanish|Tajik|"
    "Turkish|Ukrainian|Urdu|Uzbek"
)
_SLOTS = {
    "person": r"(?:\S+ ){1,6}?",
    "topic": r"(?:\S+ ){1,12}",
    "language": rf"(?:{_LANGUAGES}) ",
    "style": r"(?:plain|text|markdown|md|chicago|footnote) ",
}

_LONG_FORMS = {"n't": " not", "'s": " is", "'re": " are", "'d": " did", "'ve": " have"}
_SHORT_FORM = re.compile(
    r"(?<=\w)n't\b|(?:(?<=\bit)|(?<=\bhe)|(?<=\bshe)|(?<=\bwho)|(?<=\bhow)|(?<=\bwhat)"
    r"|(?<=\bthat)|(?<=\bthey)|(?<=\bwhen)|(?<=\bwhere))'(?:s|re|d|ve)\b",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"(?:(?:and|so|but|ok|okay|well|then|now|please|hm+|um) )+(?=\S)"
    r"|(?:can|could|would|will) you (?=\S)"
    r"|(?:i want to|i would like to|let me|can i|could i) (?=(?:see|know|read|save) )"
    r"|(?:see|know|read|show me|show|tell me|give me|print) (?=(?!again|it |more|about|all)\S)",
    re.IGNORECASE,
)
_EDGE_MARKS = " \t\"“”„«»‘’'?!.…:;,"


class Phrase(NamedTuple):
    """One way to say something, as written in the table and as a pattern."""

    written: str
    pattern: re.Pattern[str]


@cache
def phrase(written: str) -> Phrase:
    """Read one phrase of the small language.

    >>> found = phrase("what did {person} say [ABOUT {topic}]").pattern.fullmatch(
    ...     tidy("What did Lavrov say about the drug trade?"))
    >>> slots(found)
    {'person': 'Lavrov', 'topic': 'the drug trade'}
    """
    expanded = written
    for name, choices in _MACROS.items():
        expanded = re.sub(rf"\b{name}\b", choices, expanded)
    pieces = [_piece(token) for token in _TOKEN.findall(expanded)]
    return Phrase(written, re.compile("".join(pieces), re.IGNORECASE))


def _piece(token: str) -> str:
    if token in _BRACKETS:
        return _BRACKETS[token]
    if token.startswith("{"):
        slot = token[1:-1]
        return f"(?P<{slot}>{_SLOTS[slot]})"
    return re.escape(token) + " "


def tidy(text: str) -> str:
    """A typed line with what makes no difference taken out; every word is followed by one space.

    >>> tidy("So, who's the speaker, please?!")
    'who is the speaker '
    """
    line = " ".join(text.replace("’", "'").replace(",", " ").split())
    line = line.strip(_EDGE_MARKS).removesuffix(" please")
    line = _SHORT_FORM.sub(lambda found: _LONG_FORMS[found.group().casefold()], line)
    opener = _OPENER.match(line)
    while opener:
        line = line[opener.end() :]
        opener = _OPENER.match(line)
    return " ".join(line.split()) + " " if line.strip() else ""


def slots(found: re.Match[str]) -> dict[str, str]:
    """The words that stand in the slots of a match, without marks at their edges."""
    return {name: value.strip(_EDGE_MARKS) for name, value in found.groupdict("").items() if value}


def vocabulary(phrases: tuple[str, ...]) -> frozenset[str]:
    """Every word that occurs in the phrases, for the correction of typing errors."""
    words = " ".join((*phrases, *_MACROS.values()))
    return frozenset(re.findall(r"[a-zа-я]{2,}", re.sub(r"\{\w+\}", " ", words)))
