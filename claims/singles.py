"""Single quotation marks told from apostrophes.

An opening mark counts only when a closing one is found for it in the same stretch of text; all
others are apostrophes: Taliban's, the ministers' plan, 'tis, rock 'n' roll, '90s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SINGLES = "‘’‚‛'"
_ELISION = re.compile(
    r"(?:tis|twas|twere|em|cause|til|till|bout|round|n|nuff|kay|cos|cuz|im|er|ere"
    r"|\d\d?s?)(?![^\W_])",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"[‘’‚‛'\n]")
_LONGEST = 1200
_AROUND_N = re.compile(r"[‘’']n[’']")


def single_close(text: str, *, start: int, mark: str) -> int | None:
    """Where the quotation that a single mark opens is closed, `None` if it opens none.

    >>> single_close("Russia 'notes' efforts", start=7, mark="'")
    13
    >>> single_close("back in the '90s, the ministers' plan", start=12, mark="'") is None
    True
    """
    if not _may_open(text, start=start, mark=mark):
        return None
    elision = _ELISION.match(text, start + 1) is not None
    possible: int | None = None
    for close in _closers(text, start=start):
        if not _possessive(text, at=close):
            return close if _balanced(text[start + 1 : close]) else None
        possible = close if possible is None else possible
    if possible is None or elision or len(text[start + 1 : possible].split()) > 6:
        return None
    return possible if _balanced(text[start + 1 : possible]) else None


def _closers(text: str, *, start: int) -> Iterator[int]:
    """The marks that may close, up to the next opening one or the end of the paragraph."""
    for found in _CANDIDATE.finditer(text, start + 1, min(len(text), start + _LONGEST)):
        at = found.start()
        before, after = text[at - 1], text[at + 1 : at + 2]
        if found.group() == "\n":
            if not after.islower():  # not only a wrapped line
                return
        elif after.isalnum():
            if not before.isalnum() and _opens_here(text, at=at):
                return
        elif not (before.isspace() or before in "([" or _AROUND_N.match(text, at - 2)):
            yield at


def _may_open(text: str, *, start: int, mark: str) -> bool:
    before, after = text[start - 1 : start] if start else "", text[start + 1 : start + 2]
    if not after or after.isspace() or before.isalnum() or after in ",.;:!?)]":
        return False
    if mark == "’":
        return False
    if _AROUND_N.match(text, start):
        return False
    return not before or before.isspace() or before in '([{—–-/"“«„:'


def _opens_here(text: str, *, at: int) -> bool:
    """Whether a mark before a letter opens a quotation of its own, not an elision."""
    before = text[at - 1]
    opening = before.isspace() or before in "(["
    return opening and text[at] != "’" and not _ELISION.match(text, at + 1)


def _possessive(text: str, *, at: int) -> bool:
    """Whether a mark after a word may be a genitive or a dropped letter: boys' room, goin' home."""
    word_end = text[max(0, at - 2) : at].lower()
    follows = text[at + 1 : at + 3]
    if not (word_end.endswith("s") or word_end == "in"):
        return False
    return len(follows) == 2 and follows[0] in " \u00a0\n" and follows[1].isalnum()


def _balanced(inside: str) -> bool:
    """Whether no double quotation stands half inside."""
    return inside.count('"') % 2 == 0 and inside.count("“") == inside.count("”")
