"""What goes on the clipboard, or into the user's editor."""

from __future__ import annotations

import re

from checker.dialogue.focus import Focus
from checker.dialogue.memory import Memory
from checker.dialogue.replies import Effect, Reply, say
from checker.reports import words
from checker.reports.escape import printable

_LINK = frozenset(("link", "the link", "url", "the url", "address", "the address"))
_WORDS = frozenset(
    ("words", "the words", "stored words", "the stored words", "quote", "the quote", "text")
)


def piece(what: str, *, focus: Focus) -> str | None:
    """The bare link or the bare stored words, without the labels of their answers."""
    asked, found = what.casefold().strip(" .?!"), focus.supported
    if found is None:
        return None
    if asked in _LINK:
        return words.link(found)
    return printable(found.exact) if asked in _WORDS else None


def printed(which: str, *, memory: Memory) -> str:
    """The text to edit: that of "it" or of #n where one is named, else none."""
    numbers = re.findall(r"\d+", which) or ([memory.current or 0] if which else [0])
    number = int(numbers[0])
    if not 1 <= number <= len(memory.checked):
        return ""
    checked = memory.checked[number - 1]
    return checked.document.text.strip() or checked.result.quote


def copied(text: str, *, seen: bool) -> Reply:
    """The reply that puts a text on the clipboard, shown unless it was `seen` just before."""
    lines = () if seen else text.splitlines()
    blocks = (say(*lines),) if lines else ()
    return Reply(blocks, effect=Effect("copy", text))
