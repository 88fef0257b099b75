"""The loop around a session: a line editor on a terminal, plain lines without one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from typing import NamedTuple, TextIO

from checker.check import Checker
from checker.dialogue.guide import COMMANDS
from checker.dialogue.replies import Reply, answer, say
from checker.session import Session

PROMPT = "checker> "
MORE_PROMPT = "... "


class Input(NamedTuple):
    """What a person entered; `pasted` when it came from the clipboard as one text."""

    text: str
    pasted: bool = False


Show = Callable[[Reply], None]
Read = Callable[[str], Input]


def run(  # noqa: PLR0913 - a terminal is three streams and three choices
    checker: Checker,
    *,
    stdin: TextIO,
    stdout: TextIO,
    stderr: TextIO,
    plain: bool,
    color: bool,
    width: int | None = None,
) -> int:
    """Talk until the end of the input; return the exit code.

    Shape: without a terminal each line of input is answered in plain text and nothing else is
           written. Greeting and prompts of a plain terminal go to `stderr`. `width` is in cells,
           `None` to follow the terminal.
    """
    session = Session(checker)
    if not stdin.isatty():
        return _answer_lines(session, stdin=stdin, stdout=stdout)
    show = _plain_show(stdout) if plain else _screen_show(stdout, color=color, width=width)
    simple = os.environ.get("TERM") in ("dumb", "", None) or not stdout.isatty()
    read = _line_reader(stdin, stderr) if simple else _editor(stdin, stdout)
    stderr.write(f"{_greeting(checker).text}\n\n")
    return _converse(session, read=read, show=show)


def _answer_lines(session: Session, *, stdin: TextIO, stdout: TextIO) -> int:
    """Answer each line; the end of the input ends an open /paste."""
    show = _plain_show(stdout)
    for line in stdin:
        reply = session.reply(line.rstrip("\r\n"))
        show(reply)
        if reply.leave:
            return 0
    if session.pasting:
        show(session.reply("/end"))
    return 0


def _converse(session: Session, *, read: Read, show: Show) -> int:
    """Prompt and answer; Ctrl-C drops what was begun, Ctrl-D leaves."""
    while True:
        try:
            entered = read(MORE_PROMPT if session.pasting else PROMPT)
        except KeyboardInterrupt:
            show(session.cancel())
            continue
        except EOFError:
            return 0
        reply = _interruptible(session, entered=entered)
        show(reply)
        if reply.leave:
            return 0


def _interruptible(session: Session, *, entered: Input) -> Reply:
    try:
        return session.reply(entered.text, pasted=entered.pasted)
    except KeyboardInterrupt:
        return answer(say("Stopped. What was answered before is kept."))


def _greeting(checker: Checker) -> Reply:
    statements = f"{checker.store_info().statements:,} statements stored."
    return answer(
        say(
            f"Paste a quote to check it; {statements} Nothing you enter is kept.",
            "Then ask: who, when, why, context, diff, source. Or type help; Ctrl-D leaves.",
        )
    )


def _plain_show(stdout: TextIO) -> Show:
    """Replies as plain text, long lines left to the terminal or the reader."""

    def show(reply: Reply) -> None:
        if reply.blocks:
            stdout.write(f"{reply.text}\n\n")
            stdout.flush()

    return show


def _screen_show(stdout: TextIO, *, color: bool, width: int | None) -> Show:
    """Replies wrapped and styled; the width follows the terminal unless it is given."""
    from rich.console import Console

    from checker import render

    def show(reply: Reply) -> None:
        console = Console(
            file=stdout,
            width=width or shutil.get_terminal_size().columns,
            no_color=not color,
            highlight=False,
            markup=False,
            emoji=False,
        )
        render.show(reply, console=console)

    return show


def _line_reader(stdin: TextIO, stderr: TextIO) -> Read:
    """Lines as they come, for a terminal that cannot move its cursor."""

    def read(prompt: str) -> Input:
        stderr.write(prompt)
        stderr.flush()
        line = stdin.readline()
        if not line:
            stderr.write("\n")
            raise EOFError
        return Input(line.rstrip("\r\n"))

    return read


def _editor(stdin: TextIO, stdout: TextIO) -> Read:
    """A line editor with history in memory, where a paste of many lines stays one text."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import InMemoryHistory
    from prompt_toolkit.input import create_input
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.keys import Keys
    from prompt_toolkit.output import create_output

    pastes: list[str] = []
    bindings = KeyBindings()

    @bindings.add(Keys.BracketedPaste)
    def _paste(event: KeyPressEvent) -> None:
        text = event.data.replace("\r\n", "\n").replace("\r", "\n")
        if not event.current_buffer.text.strip():
            pastes.append(text.strip())
        event.current_buffer.insert_text(text)

    editor: PromptSession[str] = PromptSession(
        history=InMemoryHistory(),
        completer=WordCompleter([f"/{name}" for name in COMMANDS], sentence=True),
        complete_while_typing=False,
        key_bindings=bindings,
        input=create_input(stdin),
        output=create_output(stdout),
    )

    def read(prompt: str) -> Input:
        pastes.clear()
        text = editor.prompt(prompt, prompt_continuation=MORE_PROMPT)
        return Input(text, pasted=any(text.strip().startswith(paste) for paste in pastes if paste))

    return read
