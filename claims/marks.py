"""What an editor put into a quotation: gaps, inserts, apparatus, legal notices."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

PartKind = Literal["words", "gap", "bracket", "paren", "apparatus", "notice"]


class Part(NamedTuple):
    """One stretch of a printed quotation.

    Shape: the parts of a text cover it from start to end without overlap.
    """

    kind: PartKind
    start: int
    end: int


_MARK = re.compile(
    r"""
    (?P<gap>
        \[\s*(?:…|\.(?:\s?\.){2,3})\s*\] | \(\s*(?:…|\.(?:\s?\.){2,3})\s*\)
      | <\s*(?:…|\.(?:\s?\.){2,3})\s*> | …[….]* | \.(?:[ \u00a0]?\.){2,} )
  | (?P<item> (?:^|(?<=\n)|(?<=[.!?]\s))\d{1,2}[.)](?=\s+[^\W\d_]) )
  | (?P<apparatus>
        [\[(]\s*(?:sic|recte|laugh(?:s|ing|ter)|applause|inaudible|unintelligible|crosstalk
        |cross-talk|pause|sighs|smiles|cheers|emphasis\ (?:added|mine|in\ original|ours)
        |as\ (?:delivered|prepared)|so\ in\ (?:original|text)|смех|аплодисменты|сме[её]тся
        |неразборчиво|так\ в\ (?:тексте|оригинале)|выделено\ (?:нами|автором))\s*[!.]?\s*[\])] )
  | (?P<notice>
        [\[(][^()\[\]]{0,80}?(?:\bbanned\b|\boutlawed\b|\bprohibited\b|\bunder\ UN\ sanctions\b
        |\bdesignated\b|запрещ[её]н|террористическ|экстремистск|иноагент|иностранн\w+\ агент)
        [^()\[\]]{0,200}[\])] | (?<=[\w»”"])\*+ )
  | (?P<bracket> (?<![^\W_])\[[^\[\]\n]{1,200}\](?![^\W_]) )
  | (?P<paren> \([^()\n]{1,200}\) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def parts(text: str) -> tuple[Part, ...]:
    """Cut a printed quotation at its editorial marks.

    >>> [(part.kind, "A [new] day ..."[part.start : part.end]) for part in parts("A [new] day ...")]
    [('words', 'A '), ('bracket', '[new]'), ('words', ' day '), ('gap', '...')]
    """
    found: list[Part] = []
    at = 0
    for mark in _MARK.finditer(text):
        if mark.start() > at:
            found.append(Part("words", at, mark.start()))
        found.append(Part(_kind(mark), mark.start(), mark.end()))
        at = mark.end()
    if at < len(text):
        found.append(Part("words", at, len(text)))
    return tuple(found)


def _kind(mark: re.Match[str]) -> PartKind:
    kinds: tuple[PartKind, ...] = ("gap", "apparatus", "notice", "bracket", "paren")
    return next((kind for kind in kinds if mark.lastgroup == kind), "apparatus")
