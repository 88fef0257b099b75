"""What the session answers: blocks of labelled lines, ready for any renderer."""

from __future__ import annotations

from typing import Literal, NamedTuple

from checker.reports.card import Line, Look, Part, line_text
from checker.reports.escape import printable

Block = tuple[Line, ...]


class Effect(NamedTuple):
    """What is asked of the terminal beside showing the reply.

    Shape: "copy" puts the text on the clipboard, "edit" opens it in the user's editor and hands
           back what becomes of it, "forget" empties the history of lines.
    """

    kind: Literal["copy", "edit", "forget"]
    text: str = ""


class Reply(NamedTuple):
    """The answer to one input.

    Shape: `blocks` are shown with an empty line between them; `leave` ends the session.
    """

    blocks: tuple[Block, ...] = ()
    leave: bool = False
    effect: Effect | None = None

    @property
    def text(self) -> str:
        """The reply as plain text.

        >>> Reply((say("Nothing to check."), say("Type help."))).text
        'Nothing to check.\\n\\nType help.'
        """
        return "\n\n".join("\n".join(map(line_text, block)) for block in self.blocks)


def line(label: str, text: str, *, look: Look = "plain") -> Line:
    """One line with a label; the text is made safe to show."""
    return Line(label, (Part(printable(text), look),))


def say(*sentences: str, look: Look = "plain") -> Block:
    """Sentences of our own, one a line."""
    return tuple(line("", sentence, look=look) for sentence in sentences)


def answer(*blocks: Block) -> Reply:
    """A reply of the blocks that have anything to show."""
    return Reply(tuple(block for block in blocks if block))
