"""Replies on a terminal: the width follows the window, and a long one comes in pages.

The pager never takes the keyboard: the rest of a long reply waits for an empty line, and any
other line is answered as ever.
"""

from __future__ import annotations

import io
import shutil
from typing import TextIO

from checker.dialogue.replies import Reply

_SCREENS = 2
"""A reply of more screens than this is shown a page at a time."""
_KEPT_FREE = 3
"""Rows of a page left for the line about the rest, and for the prompt."""


class Screen:
    """A terminal and what waits to be shown on it; `width` is in cells, `None` to follow it.

    Shape: rich is imported for the first reply, so that the prompt need not wait for it.
    """

    def __init__(self, stdout: TextIO, *, color: bool, width: int | None) -> None:
        self._stdout = stdout
        self._color = color
        self._width = width
        self._waiting: list[str] = []

    def show(self, reply: Reply) -> None:
        """Show a reply, or its first page; what waited of an earlier one is dropped."""
        if not reply.blocks:
            return
        rows = self._rows(reply)
        height = shutil.get_terminal_size().lines
        paged = self._width is None and len(rows) > _SCREENS * height
        self._waiting = rows if paged else []
        if paged:
            self.more()
        else:
            self._stdout.write("".join(rows))
            self._stdout.flush()

    def more(self) -> bool:
        """Show the next page of what waits; whether there was any."""
        if not self._waiting:
            return False
        n_rows = max(shutil.get_terminal_size().lines - _KEPT_FREE, 1)
        page, self._waiting = self._waiting[:n_rows], self._waiting[n_rows:]
        left = f"-- {len(self._waiting)} more rows: Enter shows them\n\n" if self._waiting else ""
        self._stdout.write("".join(page) + left)
        self._stdout.flush()
        return True

    def _rows(self, reply: Reply) -> list[str]:
        """The rows as they are written, each with its line feed."""
        from rich.console import Console

        from checker import render

        buffer = io.StringIO()
        console = Console(
            file=buffer,
            width=self._width or shutil.get_terminal_size().columns,
            force_terminal=Console(file=self._stdout).is_terminal,
            color_system="auto" if self._color else None,
            no_color=not self._color,
            highlight=False,
            markup=False,
            emoji=False,
        )
        render.show(reply, console=console)
        return buffer.getvalue().splitlines(keepends=True)
