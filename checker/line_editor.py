"""The line editor: history, suggestions, completion, and pastes that stay one text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import DummyHistory, FileHistory, History, InMemoryHistory
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output

from claims.errors import OutputError

Complete = Callable[[str], Iterable[tuple[str, int]]]


class LineEditor:
    """Reads lines on a terminal; `complete` gives texts and how many characters they replace.

    Raises: `OutputError` where the history file cannot be written.
    """

    def __init__(
        self,
        stdin: TextIO,
        stdout: TextIO,
        *,
        complete: Complete,
        history: Path | None,
        remember: bool,
    ) -> None:
        self._pastes: list[str] = []
        self._place = history
        self._history = _history(history, remember=remember)
        self._editor: PromptSession[str] = PromptSession(
            history=self._history,
            auto_suggest=AutoSuggestFromHistory(),
            completer=_Completer(complete),
            complete_while_typing=False,
            key_bindings=self._bindings(),
            input=create_input(stdin),
            output=create_output(stdout),
        )

    def read(self, prompt: str, *, more: str) -> tuple[str, bool]:
        """The next input, and whether it came from the clipboard as one text.

        Shape: `more` stands before the further lines of a paste.
        Raises: `KeyboardInterrupt` and `EOFError` as the keys say.
        """
        self._pastes.clear()
        text = self._editor.prompt(prompt, prompt_continuation=more)
        typed = text.strip()
        return text, any(typed.startswith(paste) for paste in self._pastes if paste)

    def forget(self) -> None:
        """Empty the history, in memory and in its file."""
        if self._place:
            self._place.write_bytes(b"")
        self._editor.history = self._editor.default_buffer.history = _history(
            self._place, remember=not isinstance(self._history, DummyHistory)
        )
        self._editor.default_buffer.reset()

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()

        @bindings.add(Keys.BracketedPaste)
        def _paste(event: KeyPressEvent) -> None:
            text = event.data.replace("\r\n", "\n").replace("\r", "\n")
            if not event.current_buffer.text.strip():
                self._pastes.append(text.strip())
            event.current_buffer.insert_text(text)

        return bindings


class _Completer(Completer):
    def __init__(self, complete: Complete) -> None:
        self._complete = complete

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """The completions of the line before the cursor."""
        for text, replaced in self._complete(document.text_before_cursor):
            yield Completion(text, start_position=-replaced)


def _history(place: Path | None, *, remember: bool) -> History:
    """Lines of this session alone, unless a file is given; that is private to its owner."""
    if not remember:
        return DummyHistory()
    if place is None:
        return InMemoryHistory()
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(place, os.O_WRONLY | os.O_CREAT, 0o600))
        place.chmod(0o600)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(
            f"the history cannot be kept: {reason}",
            where=str(place),
            next_step="leave --history out",
        ) from error
    return FileHistory(str(place))
