"""Decisions in plain words: "ok", "dismiss #2: a headline", "note call the press office".

Read before all other follow-ups, because a reason or a note is kept letter by letter.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["ok", "dismiss", "note", "reopen"]

_NUMBERS = r"#?\d{1,4}(?:(?:\s*,\s*|\s+and\s+|\s+)#?\d{1,4})*"
_WHICH = (
    rf"(?P<which>(?:the )?(?:quotes? |results? )?{_NUMBERS}|it|this|that|them"
    r"|(?:this|that|the) (?:one|quote|card|result))"
)
_MARKED = r"(?P<which>#\d{1,4}|it)"
_TEXT = r"(?:(?:\s*[:;,–—-]+|\s+(?:because|since|as))?\s+(?P<text>\S.*))?"
_REASON = r"(?:(?:\s*[:;–—-]+|\s*,?\s+because)\s*(?P<text>\S.*))?"
_FORMS: tuple[tuple[Kind, str], ...] = (
    ("ok", rf"(?:mark )?(?:as )?(?:ok|okay|accepted)(?:,? {_WHICH})?{_REASON}"),
    ("ok", rf"(?:accept|approve)(?: {_WHICH})?{_REASON}"),
    ("ok", rf"(?:mark )?{_WHICH}(?: is| are)?(?: as)? (?:ok|okay|accepted|fine){_REASON}"),
    ("dismiss", rf"(?:dismiss|ignore|delete|reject)(?: {_WHICH}(?! (?:is|was)\b))?{_TEXT}"),
    ("dismiss", r"(?P<text>\S.*), (?:dismiss|ignore) (?:it|this|that)"),
    ("note", rf"(?:add a )?(?:note|remark)(?: (?:on|for|to))?(?: {_MARKED})?{_TEXT}"),
    ("reopen", rf"(?:reopen|unmark)(?: {_WHICH})?"),
)
_PATTERNS = tuple((kind, re.compile(f"/?{form}", re.IGNORECASE)) for kind, form in _FORMS)


class Marking(NamedTuple):
    """What is to be marked and how.

    Shape: no `numbers` stand for "it"; `text` is the reason or the note, "" where none is given.
    """

    kind: Kind
    numbers: tuple[int, ...] = ()
    text: str = ""


def read_marking(typed: str) -> Marking | None:
    """The decision that a line makes, `None` where it makes none.

    >>> read_marking("dismiss #2 and #3: a headline, not a quote")
    Marking(kind='dismiss', numbers=(2, 3), text='a headline, not a quote')
    >>> read_marking("ok"), read_marking("Note: call back on Monday").text
    (Marking(kind='ok', numbers=(), text=''), 'call back on Monday')
    >>> read_marking("ok, who said it") is None
    True
    """
    line = typed.strip().rstrip(" .!") if "\n" not in typed else ""
    for kind, pattern in _PATTERNS:
        found = pattern.fullmatch(line)
        if found:
            parts = found.groupdict()
            numbers = tuple(int(n) for n in re.findall(r"\d+", parts.get("which") or ""))
            return Marking(kind, tuple(dict.fromkeys(numbers)), (parts.get("text") or "").strip())
    return None
