"""A stored statement as a citation: plain, for Markdown, or as a footnote after Chicago.

A citation is of the record. Words that are our own summary are never set in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from checker.dialogue.focus import Focus
from checker.dialogue.replies import Block, Reply, answer, line, say
from checker.models import Evidence
from checker.reports import words
from checker.reports.escape import printable

Style = Literal["plain", "markdown", "chicago"]

STYLES: dict[str, Style] = {
    "plain": "plain",
    "text": "plain",
    "markdown": "markdown",
    "md": "markdown",
    "chicago": "chicago",
    "footnote": "chicago",
}
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_NOT_ASKED = (
    "The Wayback Machine shows the copy nearest to that day there, if it has one; "
    "nobody has asked it:"
)
_RECORDS = frozenset({"official_transcript", "official_statement", "transcript"})


def citation(focus: Focus, *, style: str | None) -> Reply:
    """How to cite the statement that "it" stands in; plain unless a style is named."""
    found = focus.supported
    if not found:
        return answer(say("No stored statement supports these words, so there is nothing to cite."))
    text = cite(found, style=STYLES[style.casefold()] if style else "plain")
    hint = () if style else say("Also: cite markdown, cite chicago; copy puts it on the clipboard.")
    return answer(tuple(line("", each) for each in text.splitlines()), hint)


def archived(focus: Focus) -> Reply:
    """Where an archive would have the page; nothing is asked over the network."""
    found = focus.supported or focus.closest
    if not found or not found.source.url:
        return answer(say("The store has no address for it, so there is nothing to archive."))
    day = found.source.published or found.said_on
    there = f"https://web.archive.org/web/{day:%Y%m%d}/{address(found)}"
    return answer((*_read(found), *say(_NOT_ASKED), line("archive", there, look="link")))


def _read(found: Evidence) -> Block:
    """When the store read the page, and the hash of what it read."""
    source = found.source
    if not source.retrieved_at or not source.sha256:
        return ()
    day = words.day(source.retrieved_at.date())
    return say(f"The store read the page on {day}; SHA-256 {source.sha256}.")


def cite(found: Evidence, *, style: Style) -> str:
    """The citation as text; in Markdown a block quote of several lines."""
    return _WRITERS[style](found)


def address(found: Evidence) -> str | None:
    """Where the source stands, without a fragment of ours."""
    return printable(found.source.url) if found.source.url else None


def _plain(found: Evidence) -> str:
    source = found.source
    title = f', "{printable(source.title)}"' if source.title else ""
    published = f", published {words.day(source.published)}" if source.published else ""
    where = f"{printable(source.publisher)}{title}{published}."
    parts = [f"{_said(found)} —", f"{words.occasion(found)}.", where, address(found)]
    return " ".join(part for part in parts if part)


def _said(found: Evidence) -> str:
    """The stored words with their marks, or what they say where they are our summary."""
    text = printable(found.exact)
    if found.wording == "rendering":
        return f"In summary: {text}"
    return f"“{text}”{_translated(found)}"


def _translated(found: Evidence) -> str:
    if found.language == found.original_language:
        return ""
    return f" ({words.wording(found)})"


def _markdown(found: Evidence) -> str:
    source, link = found.source, address(found)
    text = _escape(_said(found))
    name = _escape(f"{source.publisher}, “{source.title}”" if source.title else source.publisher)
    shown = f"[{name}](<{link}>)" if link else name
    published = f", {words.day(source.published)}" if source.published else ""
    return f"> {text}\n>\n> — {_escape(words.occasion(found))}. {shown}{published}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", printable(text))


def _chicago(found: Evidence) -> str:
    """A note as in the Chicago Manual of Style: who, what, place, day, where it stands."""
    source = found.source
    office = ", ".join(printable(part) for part in (found.role, found.organisation) if part)
    kind = f"remarks at {printable(found.event)}" if found.event else "remarks"
    place = [printable(found.place)] if found.place else []
    said = ", ".join([_name_and_office(found, office), kind, *place, _american(found)])
    how = "" if source.kind in _RECORDS else f"{_relayed(found)} "
    title = f"“{printable(source.title)},” " if source.title else ""
    published = f", {_american(found, published=True)}" if source.published else ""
    link = f", {address(found)}" if source.url else ""
    return f"{said}, {how}{title}{printable(source.publisher)}{published}{link}."


def _name_and_office(found: Evidence, office: str) -> str:
    return f"{printable(found.speaker)} ({office})" if office else printable(found.speaker)


def _relayed(found: Evidence) -> str:
    return "summarized from" if found.wording == "rendering" else "quoted in"


def _american(found: Evidence, *, published: bool = False) -> str:
    """A day as Chicago writes it: October 20, 2021."""
    day = found.source.published if published and found.source.published else found.said_on
    number, month, year = words.day(day).split()
    return f"{month} {number}, {year}"


_WRITERS: dict[Style, Callable[[Evidence], str]] = {
    "plain": _plain,
    "markdown": _markdown,
    "chicago": _chicago,
}
