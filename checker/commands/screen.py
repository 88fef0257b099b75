"""A report for a person's screen: the card of a single quote, or the table of many."""

from __future__ import annotations

import shutil
from io import StringIO

from checker import render
from checker.dialogue.replies import Reply
from checker.models import Report, Result
from checker.reports import table
from checker.reports.card import card

_WIDTH_OFF_SCREEN = 120


def screen_text(report: Report, *, on_screen: bool, colour: bool) -> str:
    """The text to print; off the screen it is wide and has no colour."""
    width = shutil.get_terminal_size().columns if on_screen else _WIDTH_OFF_SCREEN
    coloured = on_screen and colour
    results = [result for document in report.documents for result in document.results]
    if len(results) == 1:
        return _card(results[0], width=width, colour=coloured)
    return table.render(report, width=width, colour=coloured, styles=render.STYLES)


def _card(result: Result, *, width: int, colour: bool) -> str:
    out = StringIO()
    console = table.recorder(out, width=width, colour=colour)
    render.show(Reply((card(result),)), console=console)
    return out.getvalue()
