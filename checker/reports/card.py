"""One result as a card: labelled lines of parts, each with a look.

The looks are names, not colours: the plain report drops them, the terminal maps them to styles.
Whatever a look says is said by a word or a sign as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal, NamedTuple

from checker.models import Edit, Evidence, Result
from checker.reports import words
from checker.reports.escape import printable, shortened
from checker.reports.why import why

Look = Literal[
    "plain",
    "match",
    "paraphrase",
    "no_source",
    "not_checked",
    "quiet",
    "stored",
    "delete",
    "insert",
    "link",
    "info",
    "notice",
    "warning",
    "error",
]


class Part(NamedTuple):
    """A stretch of a line, already safe to show."""

    text: str
    look: Look = "plain"


class Line(NamedTuple):
    """One line of a card: a label for the left column, "" for the headline, and its parts."""

    label: str
    parts: tuple[Part, ...]


LABEL_WIDTH = 9
LONGEST_QUOTE = 2000


def card(result: Result) -> tuple[Line, ...]:
    """The whole answer to one quote, verdict first."""
    best = result.evidence[0] if result.evidence else None
    lines = [headline(result), printed(result), *reason(result)]
    lines += compared(best) if best else ()
    lines += findings(result)
    lines += origin(best) if best else ()
    for evidence in result.evidence[1:]:
        lines += also(evidence)
    for number, near_miss in enumerate(result.near_misses, start=1):
        lines += closest(near_miss, number=number)
    if result.verdict == "no_source":
        lines += no_source(result)
    return tuple(lines)


def headline(result: Result) -> Line:
    """The verdict in words, as the first line."""
    return Line("", (Part(words.headline(result), result.verdict or "not_checked"),))


def printed(result: Result) -> Line:
    """The quote as printed and where it stands; of a file that has none, its name."""
    if not result.quote and result.path and result.line is None:
        return Line("file", (Part(printable(result.path)),))
    place = f" ({location(result)})" if location(result) else ""
    quote = shortened(result.quote, longest=LONGEST_QUOTE)
    return Line("printed", (Part(f'"{quote}"'), Part(place, "quiet")))


def reason(result: Result) -> tuple[Line, ...]:
    """Why the verdict is what it is, in one sentence."""
    sentence = why(result)
    return (Line("why", (Part(sentence),)),) if sentence else ()


def location(result: Result) -> str:
    """Where the quote stands: "talk.txt:12:5", "line 12", or nothing for a single line.

    A page goes before lines, and a time stands beside them: "law.pdf page 7",
    "talk.srt:41:1 at 0:12:34".
    """
    if result.path and result.page:
        return f"{printable(result.path)} page {result.page}"
    if result.path and result.line:
        time = "" if result.time is None else f" at {timedelta(seconds=int(result.time))}"
        return f"{printable(result.path)}:{result.line}:{result.column or 1}{time}"
    if result.path:
        return printable(result.path)
    return f"line {result.line}" if result.line and result.line > 1 else ""


def findings(result: Result) -> tuple[Line, ...]:
    """Findings as sentences, the worst first; the reason of an unchecked quote is its headline."""
    shown = result.findings[1:] if result.status == "not_checked" else result.findings
    return tuple(
        Line(finding.severity, (Part(printable(finding.message), finding.severity),))
        for finding in words.worst_first(shown)
    )


def compared(evidence: Evidence) -> tuple[Line, ...]:
    """The stored words, and word by word how the printed ones differ."""
    stored = Line("stored", stored_parts(evidence))
    if not words.differs(evidence.edits):
        return (stored,)
    return (stored, Line("diff", diff_parts(evidence.edits)))


def origin(evidence: Evidence) -> tuple[Line, ...]:
    """Who said it on what occasion, and where it stands."""
    return (
        Line("said by", (Part(words.speaker(evidence)), *_event(evidence))),
        *source(evidence),
    )


def source(said: words.Said) -> tuple[Line, ...]:
    """The provenance line and the link."""
    address = words.link(said)
    return (
        Line("source", (Part(words.provenance(said)),)),
        *((Line("link", (Part(address, "link"),)),) if address else ()),
    )


def also(evidence: Evidence) -> tuple[Line, ...]:
    """Another stored wording or hit, shorter."""
    return (
        Line("also", (Part(f"{words.occasion(evidence)}: "), *stored_parts(evidence))),
        *source(evidence),
    )


def closest(evidence: Evidence, *, number: int) -> tuple[Line, ...]:
    """A statement that does not support the quote, with how it differs."""
    return (
        Line("closest", (Part(f"{number}. {words.occasion(evidence)}"),)),
        *compared(evidence),
        *source(evidence),
    )


def no_source(result: Result) -> tuple[Line, ...]:
    """The receipt, and what "no source" does not mean."""
    return (
        Line("receipt", (Part(words.receipt(result.receipt)),)),
        Line("note", (Part(words.NOT_FALSE),)),
    )


def stored_parts(evidence: Evidence) -> tuple[Part, ...]:
    """The stored words with the stretch that was compared between >> and <<."""
    before, after = printable(evidence.prefix.strip()), printable(evidence.suffix.strip())
    gap = " " if after[:1].isalnum() else ""
    return (
        *((Part(f"{before} ", "quiet"),) if before else ()),
        Part(f">>{printable(evidence.exact)}<<", "stored"),
        *((Part(f"{gap}{after}", "quiet"),) if after else ()),
    )


def diff_parts(edits: tuple[Edit, ...]) -> tuple[Part, ...]:
    """Word by word: equal words bare, [-stored only-], {+printed only+}."""
    pieces: list[Part] = []
    for edit in edits:
        if pieces:
            pieces.append(Part(" "))
        pieces += _edit_parts(edit)
    return tuple(pieces)


def _edit_parts(edit: Edit) -> Iterator[Part]:
    if edit.op == "equal":
        yield Part(printable(edit.quoted or edit.stored))
        return
    if edit.stored:
        yield Part(f"[-{printable(edit.stored)}-]", "delete")
    if edit.stored and edit.quoted:
        yield Part(" ")
    if edit.quoted:
        yield Part(f"{{+{printable(edit.quoted)}+}}", "insert")


def _event(evidence: Evidence) -> tuple[Part, ...]:
    return (Part(f"; {printable(evidence.event)}"),) if evidence.event else ()


def line_text(line: Line) -> str:
    """A line without looks, the label in its column."""
    text = "".join(part.text for part in line.parts)
    return f"  {line.label:<{LABEL_WIDTH}} {text}" if line.label else text


def card_text(result: Result) -> str:
    """The whole card as plain text, lines joined by line feeds."""
    return "\n".join(line_text(line) for line in card(result))
