"""A typed line to what it asks for, by the table of intents alone; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from checker.dialogue.intents import RULES, Intent
from checker.dialogue.periods import Period, take_period
from checker.dialogue.phrases import phrase, slots, tidy, vocabulary
from checker.dialogue.russian import RUSSIAN, dated, is_russian, plain

_RESULT_NUMBER = re.compile(
    r"(?:\b(?:quote|result|card|number|no\.?) )?#(\d{1,4})\b", re.IGNORECASE
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "last")
_LISTED = re.compile(
    rf"\b(?:the )?({'|'.join(_ORDINALS)}|\d(?:st|nd|rd|th)) "
    r"(?:one|statement|quote|quotation|result)\b"
    rf"|^(?:the )?({'|'.join(_ORDINALS)})$|^(?:show |open |see )?(\d{{1,2}})\.?$",
    re.IGNORECASE,
)
_ONLY_A_PERIOD = ("", "and ", "what about ", "how about ", "а ", "и ")
_LONGEST_LINE = 200
_LONGEST_CORRECTION = 8


Knows = Callable[[str], bool]


def nobody(_name: str) -> bool:
    """Knows no person."""
    return False


class Target(NamedTuple):
    """What a line points at: result #n of the session, or the nth of the last list (-1: last)."""

    kind: Literal["result", "listed"]
    number: int


class Understood(NamedTuple):
    """What a line asks for."""

    intent: Intent
    person: str | None = None
    topic: str | None = None
    language: str | None = None
    style: str | None = None
    period: Period | None = None
    target: Target | None = None


def understand(text: str, *, knows: Knows = nobody) -> Understood | None:
    """What the line asks for, or `None`; `knows` says whether a name is a known person's.

    >>> asked = understand("What else did Lavrov say about grain?")
    >>> asked.intent, asked.person, asked.topic
    ('topic', 'Lavrov', 'grain')
    >>> understand("who said #3?").target
    Target(kind='result', number=3)
    >>> understand("The harbour is open again.") is None
    True
    """
    if len(text) > _LONGEST_LINE or "\n" in text:
        return None
    pointed, target = _take_target(dated(text) if is_russian(text) else text)
    rest, period = take_period(pointed)
    if period and tidy(rest) in _ONLY_A_PERIOD:
        return Understood("topic", period=period, target=target)
    found = _match(tidy(rest), knows=knows)
    if found is None and period is not None:
        found, period = _match(tidy(pointed), knows=knows), None
    if found is None:
        return None
    intent, filled = found
    return Understood(
        intent,
        person=filled.get("person"),
        topic=filled.get("topic"),
        language=filled.get("language"),
        style=filled.get("style"),
        period=period,
        target=target,
    )


def _match(line: str, *, knows: Knows) -> tuple[Intent, dict[str, str]] | None:
    """The first rule that fits, with its slots; a "then" at the end may be one too many."""
    found = _first_rule(line, knows=knows)
    shorter = line.removesuffix("then ")
    return found if found or shorter == line else _first_rule(shorter, knows=knows)


def _first_rule(line: str, *, knows: Knows) -> tuple[Intent, dict[str, str]] | None:
    in_russian = is_russian(line)
    line = plain(line) if in_russian else line
    for rule in (*RUSSIAN, *RULES) if in_russian else RULES:
        for written in rule.phrases:
            found = phrase(written).pattern.fullmatch(line)
            if not found:
                continue
            filled = slots(found)
            if not rule.known or knows(filled["person"]):
                return rule.intent, filled
    return None


def _take_target(text: str) -> tuple[str, Target | None]:
    """The line with what it points at replaced by "it", and what that was."""
    numbered = _RESULT_NUMBER.search(text)
    if numbered:
        return _pointing(text, numbered), Target("result", int(numbered.group(1)))
    listed = _LISTED.search(text.strip(" ?!."))
    if not listed:
        return text, None
    word = next(group for group in listed.groups() if group).casefold()
    if word[0].isdigit():
        number = int(re.sub(r"\D", "", word))
    else:
        number = -1 if word == "last" else _ORDINALS.index(word) + 1
    return _pointing(text.strip(" ?!."), listed), Target("listed", number)


def _pointing(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]}it{text[found.end() :]}"


def correct(text: str, *, knows: Knows = nobody) -> str | None:
    """The line with its typing errors put right, where it then asks for something.

    >>> correct("waht else did Lavrov say abuot grain"), correct("contxt"), correct("grain")
    ('what else did Lavrov say about grain', 'context', None)
    """
    words = tidy(text).split() if len(text) <= _LONGEST_LINE else []
    if len(words) > _LONGEST_CORRECTION:
        return None
    nearest = [_nearest(word, known=_known_words()) for word in words]
    wrong = [place for place, word in enumerate(words) if word != nearest[place]]
    for n_changes in (1, 2):
        for places in combinations(wrong, n_changes):
            line = " ".join(nearest[i] if i in places else word for i, word in enumerate(words))
            if understand(line, knows=knows):
                return line
    return None


def did_you_mean(word: str, *, known: frozenset[str]) -> str | None:
    """The known word that a mistyped one is nearest to.

    >>> did_you_mean("contxt", known=frozenset({"context", "quit"}))
    'context'
    """
    nearest = _nearest(word.casefold(), known=known)
    return nearest if nearest in known else None


def _nearest(word: str, *, known: frozenset[str]) -> str:
    """The known word within one slip of the pen, two for a long word; else the word itself."""
    if word.casefold() in known or len(word) < 3:
        return word
    slips = 1 if len(word) < 6 else 2
    distances = {other: OSA.distance(word.casefold(), other, score_cutoff=slips) for other in known}
    best = min(sorted(distances), key=lambda other: distances[other])
    return best if distances[best] <= slips else word


@cache
def _known_words() -> frozenset[str]:
    return vocabulary(tuple(written for rule in (*RULES, *RUSSIAN) for written in rule.phrases))
