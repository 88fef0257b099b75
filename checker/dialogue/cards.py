"""Results of a session as cards with their number, and as rows of an overview."""

from __future__ import annotations

from collections import Counter

from checker.dialogue.focus import Checked
from checker.dialogue.marks import Mark
from checker.dialogue.replies import Block, line, say
from checker.models import Evidence, Result
from checker.reports import card, words
from checker.reports.card import Line, Part
from checker.reports.escape import printable

_LONGEST_QUOTE = 60
_MOST_FURTHER = 2


def numbered_card(checked: Checked) -> Block:
    """The card of a result, short enough for a screen; its number ends the first line.

    Shape: the best record and the closest statement in full; of further wordings only who, when
           and the words, of further close statements only their number.
    """
    result = _placed(checked)
    headline = Line("", (*card.headline(result).parts, Part(f"  #{checked.number}", "quiet")))
    lines = [headline, card.printed(result)]
    if result.evidence:
        lines += card.compared(result.evidence[0])
    lines += card.findings(result)
    if result.evidence:
        lines += card.origin(result.evidence[0])
        lines += _further(result.evidence[1:])
    if result.near_misses:
        lines += card.closest(result.near_misses[0], number=1)
        lines += _further_misses(len(result.near_misses) - 1)
    if result.verdict == "no_source":
        lines += card.no_source(result)
    return (*lines, *_marked(checked), *_hint(checked))


def _marked(checked: Checked) -> Block:
    """What a person decided about it, and noted."""
    mark = checked.mark
    decided = (line("marked", f"{mark.words}{_by(mark)}"),) if mark.decision else ()
    return (*decided, *(line("noted", text) for text in mark.notes))


def _by(mark: Mark) -> str:
    return f" ({mark.by})" if mark.by else ""


def _further(evidence: tuple[Evidence, ...]) -> Block:
    shown = tuple(card.also(each)[0] for each in evidence[:_MOST_FURTHER])
    left = len(evidence) - len(shown)
    rest = (line("also", f"{left} more stored statements: type source"),) if left else ()
    return (*shown, *rest)


def _further_misses(n_left: int) -> Block:
    """That there are more close statements, and how to see them."""
    if not n_left:
        return ()
    return (line("closest", f"{n_left} more: type closest"),)


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
    """A row for each result, its number, verdict, quote and named speaker, and the counts."""
    if not checked:
        return say("Nothing checked yet. Paste a quote.")
    counts = Counter(words.verdict_word(each.result).lower() for each in checked)
    shown = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    plural = "" if len(checked) == 1 else "s"
    return (*map(_row, checked), *say(f"{len(checked)} quote{plural}: {shown}."))


def _row(checked: Checked) -> Line:
    result = checked.result
    quote = printable(result.quote)
    shown = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"
    verdict = Part(words.verdict_word(result), result.verdict or "not_checked")
    severity = f" ({result.severity})" if result.severity in ("warning", "error") else ""
    speaker = result.speaker
    named = f"  {printable(speaker.name or speaker.as_written)}" if speaker else ""
    decided = f", {checked.mark.decision}" if checked.mark.decision else ""
    return Line(
        f"#{checked.number}",
        (verdict, Part(f'{severity}{decided}  "{shown}"'), Part(named, "quiet")),
    )
