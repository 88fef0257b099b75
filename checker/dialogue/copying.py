"""What goes on the clipboard."""

from __future__ import annotations

from checker.dialogue.focus import Focus
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


def copied(text: str, *, seen: bool) -> Reply:
    """The reply that puts a text on the clipboard, shown unless it was `seen` just before."""
    lines = () if seen else text.splitlines()
    blocks = (say(*lines),) if lines else ()
    return Reply(blocks, effect=Effect("copy", text))
