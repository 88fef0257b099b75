"""Cards as Markdown: a heading for each quote, a list of what was found."""

from __future__ import annotations

import re

from checker.counts import summarise
from checker.models import Report
from checker.reports.card import Line, card, line_text
from checker.reports.summary import sentence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:])")


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
    return _SPECIAL.sub(r"\\\1", text)
