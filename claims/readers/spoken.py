"""Pieces of speech, each with its place and time in a file -> one document with turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claims.errors import InputError
from claims.models import Document, Landmark, Turn
from claims.readers.labels import MOST, TOO_MANY
from claims.readers.turns import span_of

_SOLID = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Letters of scripts that put no space between words."""
_MOST_NOTES = 20
_ENDS = re.compile(r"[.?!…][\"'”’»)\]]*$")
_PAUSE = 4.0
"""Seconds of silence after a whole sentence that make a new paragraph."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class Spoken:
    r"""Builds a document out of pieces of speech.

    >>> talk = Spoken()
    >>> talk.turn("Anna Berg")
    >>> talk.say("The port will", line=3, time=1.0)
    >>> talk.say("reopen in June.", line=7, time=2.5)
    >>> document = talk.document()
    >>> document.text, document.turns[0].label, document.landmarks[1].line
    ('The port will reopen in June.', 'Anna Berg', 7)
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._landmarks: list[Landmark] = []
        self._starts: list[tuple[int, str | None]] = []
        self._label: str | None = None
        self._break = ""

    def turn(self, label: str | None) -> None:
        """From here on another speaks; `None` is nobody who is named."""
        if label != self._label:
            self._label = label
            self._starts.append((self._length, label))
            self._break = "\n\n"

    def other(self) -> None:
        """From here on another speaks, who is not named, and not the one before."""
        self.turn(None)
        self.paragraph()

    def silence(self, seconds: float) -> None:
        """Nothing was said for a while: after a whole sentence, a new paragraph begins."""
        if seconds >= _PAUSE and not self.is_unfinished():
            self.paragraph()

    def is_unfinished(self) -> bool:
        """Whether what was said last is no whole sentence yet."""
        said = next((part for part in reversed(self._parts) if not part.isspace()), "")
        return not _ENDS.search(said.rstrip())

    def paragraph(self) -> None:
        """What comes next begins a new paragraph."""
        self._break = "\n\n"

    def say(
        self,
        text: str,
        *,
        line: int | None,
        column: int = 1,
        time: float | None = None,
        joined: bool = False,
    ) -> None:
        """Add what is said next, set off by a space, or `joined` to what went before."""
        if self._break or not self._parts:
            column += len(text) - len(text.lstrip())
            text = text.lstrip()
        if not text:
            return
        self._separate(text, joined=joined)
        self._landmarks.append(Landmark(self._length, line, column, None, time))
        self._append(text)

    def cut(self, n: int) -> None:
        """Take back the last `n` characters of what was said last, if more was said."""
        if self._parts and len(self._parts[-1]) > n:
            self._parts[-1] = self._parts[-1][:-n]
            self._length -= n

    def document(self, *, skipped: Iterable[str] = ()) -> Document:
        """Everything that was said.

        Raises: `InputError` where nothing was.
        """
        text = "".join(self._parts)
        if not text.strip():
            raise InputError(
                "holds no spoken words", next_step="check that the transcript was saved whole"
            )
        return Document.model_construct(
            text=text,
            turns=self._turns(text),
            landmarks=tuple(self._landmarks),
            skipped=(*skipped, *((TOO_MANY,) if len(self._starts) > MOST + 1 else ())),
        )

    def _separate(self, text: str, *, joined: bool) -> None:
        before = self._parts[-1][-1] if self._parts else ""
        if not before:
            self._break = ""
            return
        solid = _SOLID.match(before) and _SOLID.match(text)
        if self._break:
            self._append(self._break)
        elif not (joined or solid or before.isspace() or text[0].isspace()):
            self._append(" ")
        self._break = ""

    def _append(self, text: str) -> None:
        if not text.isascii():
            text = _SURROGATE.sub("\ufffd", text)
        self._parts.append(text)
        self._length += len(text)

    def _turns(self, text: str) -> tuple[Turn, ...]:
        if not any(label is not None for _, label in self._starts):
            return ()
        starts = self._starts if self._starts[0][0] == 0 else [(0, None), *self._starts]
        if len(starts) > MOST + 1:
            starts[MOST:] = [(starts[MOST][0], None)]
        ends = [start for start, _ in starts[1:]] + [len(text)]
        made = []
        for (start, label), end in zip(starts, ends, strict=True):
            span = span_of(text, start=start, end=end)
            if span is not None:
                made.append(Turn.model_construct(span=span, label=label))
        return tuple(made)


def told(skipped: Sequence[str], *, read: str) -> tuple[str, ...]:
    """Notes on what was skipped, the first of them where there are many, and what was read.

    >>> told(["cue 41 has no end time, skipped"], read="212 cues read")
    ('cue 41 has no end time, skipped; 212 cues read',)
    """
    if not skipped:
        return ()
    shown = list(skipped[:_MOST_NOTES])
    if len(skipped) > _MOST_NOTES:
        shown.append(f"{len(skipped) - _MOST_NOTES:,} more such places, skipped")
    shown[-1] += f"; {read}"
    return tuple(shown)
