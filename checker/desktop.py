"""What a session asks of the machine around it: the clipboard and the user's editor.

Each has an answer where there is none: a sentence that says what to do instead.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from claims.errors import UsageError

_MOST_COPIED = 74_000
"""Bytes that terminals take by OSC 52; several cut longer ones without a word."""
_NO_CLIPBOARD = frozenset(("", "dumb", "linux", "vt100", "vt220"))
_EDITORS = ("nano", "vi", "notepad")


def copied(text: str, *, stdout: TextIO, environment: Mapping[str, str]) -> str:
    """Put a text on the terminal's clipboard by OSC 52; a sentence that says what became of it.

    Source: XTerm Control Sequences, "Operating System Commands", Ps = 52.
    """
    content = text.encode("utf-8", "replace")
    if environment.get("TERM", "") in _NO_CLIPBOARD or not stdout.isatty():
        return "This terminal has no clipboard: select the text and copy it."
    if len(content) > _MOST_COPIED:
        return "Too long for a terminal's clipboard: /save FILE, or select the text and copy it."
    sequence = f"\x1b]52;c;{b64encode(content).decode('ascii')}\a"
    if environment.get("TMUX"):  # passed on only where tmux has allow-passthrough or set-clipboard
        sequence += f"\x1bPtmux;\x1b{sequence}\x1b\\"
    stdout.write(sequence)
    stdout.flush()
    return f"Copied {len(text):,} characters, if your terminal lets programs copy."


def edited(text: str, *, environment: Mapping[str, str]) -> str:
    """What becomes of a text in the user's editor; only the user can read the file meanwhile.

    Raises: `UsageError` where there is no editor or it fails.
    """
    editor = _editor(environment)
    with tempfile.TemporaryDirectory(prefix="checker-") as folder:
        place = Path(folder) / "quote.txt"
        place.touch(mode=0o600)
        place.write_text(text, "utf-8")
        try:
            done = subprocess.run([*editor, str(place)], check=False)  # noqa: S603 - the user's own
        except OSError as error:
            raise UsageError(
                f"the editor {editor[0]!r} cannot be started", next_step="set EDITOR to another"
            ) from error
        if done.returncode:
            raise UsageError(
                f"the editor ended with code {done.returncode}", next_step="nothing was checked"
            )
        return place.read_text("utf-8", "replace")


def _editor(environment: Mapping[str, str]) -> list[str]:
    named = environment.get("VISUAL") or environment.get("EDITOR")
    if named:
        return shlex.split(named, posix=sys.platform != "win32")
    found = next((name for name in _EDITORS if shutil.which(name)), None)
    if found is None:
        raise UsageError("no editor is known", next_step="set EDITOR, or use /paste")
    return [found]
