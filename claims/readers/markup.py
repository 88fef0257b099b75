"""XML -> what its elements hold, in order, each word with its line and column.

Nothing is ever fetched, no entity of more than a few letters is filled in, and no tree is built,
so that a file takes no more memory than its text.
"""

from __future__ import annotations

from typing import Protocol

from claims.errors import InputError

_LONGEST_ENTITY = 40
_DEEPEST = 2000
_MOST_ELEMENTS = 2_000_000
"""A day of a parliament with a mark on each word has some hundred thousand."""
_CHUNK = 1_000_000


class Handler(Protocol):
    """What a reader does with the elements; names are without their prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def words(self, text: str, *, line: int, column: int) -> None:
        """Characters of the element that was opened last; never more than a line at once."""


def parse(source: str | bytes, handler: Handler) -> str | None:
    """Hand everything in an XML text to a handler; return a note if it breaks off before its end.

    Raises: `InputError` for a text that declares entities of entities, or nests without end.
    """
    from xml.parsers.expat import ExpatError, ParserCreate

    parser = ParserCreate()
    parser.buffer_text = False
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > _DEEPEST:
            raise InputError(
                f"is nested more than {_DEEPEST:,} elements deep",
                next_step="save it as plain text (.txt)",
            )
        handler.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(_local(name))

    def words(text: str) -> None:
        handler.words(text, line=parser.CurrentLineNumber, column=parser.CurrentColumnNumber + 1)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    parser.EntityDeclHandler = _entity
    for at in range(0, len(source) or 1, _CHUNK):
        try:
            parser.Parse(source[at : at + _CHUNK], at + _CHUNK >= len(source))
        except (ExpatError, ValueError) as error:
            return f"is read only up to where its XML breaks off ({error})"
        if count > _MOST_ELEMENTS:
            return f"is read only up to its {_MOST_ELEMENTS:,}th element"
    return None


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _entity(name: str, is_parameter: bool, value: str | None, *where: str | None) -> None:  # noqa: FBT001
    """Let a letter have a name; refuse what could grow, and leave other files alone."""
    del where
    if value is not None and (is_parameter or len(value) > _LONGEST_ENTITY or "&" in value):
        raise InputError(
            f"declares the entity {name[:40]!r}, which could grow without end",
            next_step="save it without entities, or as plain text (.txt)",
        )
