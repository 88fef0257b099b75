"""Results of a session as cards with their number, and as rows of an overview."""

from __future__ import annotations

from checker.dialogue.focus import Checked
from checker.dialogue.replies import Block, say
from checker.models import Result
from checker.reports import card, words
from checker.reports.card import Line, Part
from checker.reports.escape import printable

_LONGEST_QUOTE = 60


def numbered_card(checked: Checked) -> Block:
    """The card of a result; its number stands at the end of the first line."""
    first, *rest = card.card(_placed(checked))
    number = Part(f"  #{checked.number}", "quiet")
    return (Line("", (*first.parts, number)), *rest, *_hint(checked))


def _placed(checked: Checked) -> Result:
    """The result without its place in the text where that text is a single line."""
    if checked.document.path or "\n" in checked.document.text.strip():
        return checked.result
    return checked.result.model_copy(update={"line": None, "column": None})


def _hint(checked: Checked) -> Block:
    """What to type after a quote that was too short to check."""
    quote = checked.result.quote.strip()
    too_short = any(finding.code == "too_short" for finding in checked.result.findings)
    if not too_short or checked.result.evidence or not quote:
        return ()
    return say(f"Give four words or more, or type: search {quote}")


def overview(checked: tuple[Checked, ...]) -> Block:
    """One row for each result: its number, its verdict and the beginning of the quote."""
    if not checked:
        return say("Nothing checked yet. Paste a quote.")
    return tuple(_row(each) for each in checked)


def _row(checked: Checked) -> Line:
    result = checked.result
    quote = printable(result.quote)
    shown = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"
    verdict = Part(words.verdict_word(result), result.verdict or "not_checked")
    severity = f" ({result.severity})" if result.severity in ("warning", "error") else ""
    return Line(f"#{checked.number}", (verdict, Part(f'{severity}  "{shown}"')))
