"""The clause beside a quoted stretch that limits it: a condition, a doubt, a not yet. Pure."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from checker.classes import is_verb


class Limit(NamedTuple):
    """What limits the words.

    Shape: `words` stand outside the stretch; `denies` tells "as if" and "lest", after which the
           words are not so; `grave` a clause that limits the claim ("if", "until") from one that
           only goes on ("but") or says when.
    """

    words: str
    grave: bool = True
    denies: bool = False


_WORD: Final = re.compile(r"[\w’']+")
_CLAUSE_END: Final = re.compile(r"[,;:.!?…—–(،؛，。；：]| - ")
_SUPPOSING: Final = (
    r"(?:only |even )?if|unless|whether|in case|in the event|assuming|если|разве что|اگر|هرگاه|مگر"
)
_NOT_SO: Final = r"as if|as though|lest|for fear|как будто|будто|словно|якобы|чтобы не|گویی|گویا"
_NOT_YET: Final = (
    r"until|till|before|so long as|as long as|provided|providing|on (?:the )?condition|except|once"
    r"|as soon as|by the time|прежде чем|до того как|до тех пор пока|при условии,? что|как только"
    r"|лишь когда|только когда|تا وقتی|تا زمانی|قبل از این|پیش از آن"
)
_DETERMINER: Final = (
    r"(?:that|the|an?|th(?:is|ese|ose)|our|your|his|her|its|my|their|all|any|some|اینکه|آنکه|که)"
)
_OPENING: Final = re.compile(
    rf"(?:\b(?:(?P<denies>{_NOT_SO})|{_NOT_YET}|{_SUPPOSING})(?: {_DETERMINER}){{0,2}}"
    r"|(?:如果|假如|除非|直到|要是|(?P<not>仿佛|好像|以免)))[\s“\"'«]*$",
    re.IGNORECASE,
)
"""A conjunction just before the stretch, whose clause the stretch is."""
_HOLDING: Final = re.compile(
    rf"\b(?:(?P<denies>as if|as though|lest|словно|якобы)|{_SUPPOSING})"
    r"(?: (?!(?:and|but|or|so|и|но|или)\b)[\w’'-]+){1,8}\s*$",
    re.IGNORECASE,
)
"""A conjunction farther back in the same clause; not "until noon", whose noun ends it."""
_TURNED: Final = re.compile(r"^(?:and |but |so )?(?:had|were|should) $", re.IGNORECASE)
_LEADING: Final = re.compile(
    r"^(?:and |but |so )?(?:if|unless|provided|only if|as long as|once|until|если|при условии"
    r"|пока не)\b[^.!?]*,\s*(?:then |то )?$",
    re.IGNORECASE,
)
_CLOSED: Final = r"^[\"'”’»)]*\s*[,;–—-]*\s*"
_LIMITING: Final = re.compile(
    _CLOSED + r"(?:and |but )?(?:(?:only|not|even) (?:if|when|after|once|on|until|before|unless)"
    r"(?= [^\W_])|if|unless|provided|providing|except|so long as|as long as|on condition"
    r"|on the condition|until|till|only|subject to|in case|in the event|lest"
    r"|если|при условии|кроме|до тех пор|пока не|разве что|только если"
    r"|اگر|مگر|تا وقتی|تا زمانی)\b"
    r"|^[\"'”’»)，,]*(?:如果|除非|直到)",
    re.IGNORECASE,
)
_GOING_ON: Final = re.compile(
    _CLOSED + r"(?:but|although|though|however|yet|whether|as if|as though|но|хотя|однако|якобы"
    r"|словно|как будто)\b",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    _CLOSED + r"(?:when|once|after|before|as soon as|by the time)(?P<clause>\s[^,;.!?]*)",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(r"\b(?:will|shall|won[’']t|can|must|may|going to)\b|[’']ll\b")


def limit_of(before: str, after: str, *, inside: str) -> Limit | None:
    """What limits a stretch, from the words around it in its sentence; gravest first.

    >>> limit_of("The nets stay ashore until ", ".", inside="the cod have spawned").words
    'The nets stay ashore until'
    >>> limit_of("", ", if it thaws.", inside="The cod will spawn")
    Limit(words='if it thaws', grave=True, denies=False)
    """
    clause = last_clause(before)
    opening = _OPENING.search(clause) or _HOLDING.search(clause)
    if opening:
        return Limit(clause.strip(" “\"'«"), denies=any(opening.groups()))
    rest = after.strip(" ,;.。”’»\"'")
    if _LIMITING.search(after):
        return Limit(rest)
    leading = _LEADING.search(before) or _TURNED.search(before)
    if leading:
        return Limit(leading.group().strip())
    if _GOING_ON.search(after) or _waits(after, inside):
        return Limit(rest, grave=False)
    return None


def _waits(after: str, inside: str) -> bool:
    """Whether what is to come waits for the clause that follows: "when the ice is gone"."""
    found = _WHEN.search(after)
    return (
        found is not None
        and _TO_COME.search(inside) is not None
        and any(is_verb(word) for word in _WORD.findall(found["clause"]))
    )


def last_clause(before: str) -> str:
    """What stands after the last mark that ends a clause."""
    at = 0
    for found in _CLAUSE_END.finditer(before):
        at = found.end()
    return before[at:]
