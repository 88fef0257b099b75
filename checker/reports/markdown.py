"""Cards as Markdown: a heading for each quote, a list of what was found."""

from __future__ import annotations

import re

from checker.counts import summarise
from checker.models import Report
from checker.reports.card import Line, card, line_text
from checker.reports.summary import sentence

_PUNCTUATION = r"!-/:-@\[-`{-~"
_ALWAYS = re.compile(
    rf"\\(?=[{_PUNCTUATION}]|$)"  # which would hide what follows
    r"|<(?=[A-Za-z/!?])"  # a tag, an address
    r"|&(?=#?\w{1,32};)"  # a character by its name
    r"|\](?=\()"  # the address of a link
    r"|#(?=#*$)"  # the end of a heading
)
_IN_PAIRS = "*_`~"
_INSIDE = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
"""An underscore that no emphasis begins or ends with."""


def render(report: Report) -> str:
    """The whole report."""
    results = [result for document in report.documents for result in document.results]
    blocks = ["# Quotations checked", _escape(sentence(summarise(results)))]
    for document in report.documents:
        if len(report.documents) > 1 or document.path:
            blocks.append(f"## {_escape(document.path or document.origin or 'text')}")
        for result in document.results:
            headline, *lines = card(result)
            blocks.append(f"### {_escape(line_text(headline))}")
            blocks.append("\n".join(_item(line) for line in lines))
    return "\n\n".join(blocks) + "\n"


def _item(line: Line) -> str:
    text = "".join(part.text for part in line.parts)
    if line.label == "link" and text.startswith(("https://", "http://")):
        shown = text.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
        return f"- **{line.label}** <{shown}>"
    return f"- **{line.label}** {_escape(text)}"


def _escape(text: str) -> str:
    r"""A text that a reader of Markdown shows as it is, with as few marks as that takes.

    >>> _escape("2.5 per cent - [sic] - of *all* #1")
    '2.5 per cent - [sic] - of \\*all\\* #1'
    """
    pairs = "".join(
        c for c in _IN_PAIRS if (_INSIDE.sub("", text) if c == "_" else text).count(c) > 1
    )
    found = _ALWAYS.sub(lambda mark: f"\\{mark.group()}", text)
    return re.sub(f"[{re.escape(pairs)}]", r"\\\g<0>", found) if pairs else found
