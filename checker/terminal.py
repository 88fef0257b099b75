"""The loop around a session: a line editor on a terminal, plain lines without one."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TextIO

from checker import desktop
from checker.check import Checker
from checker.dialogue.complete import completions
from checker.dialogue.replies import Effect, Reply, answer, say
from checker.preload import Preload
from checker.session import Session
from claims.errors import CheckerError

PROMPT = "checker> "
MORE_PROMPT = "... "
REASON_PROMPT = "reason> "


class Input(NamedTuple):
    """What a person entered; `pasted` when it came from the clipboard as one text."""

    text: str
    pasted: bool = False


class Keeping(NamedTuple):
    """What is kept of a session because it was asked for.

    Shape: `history` is the file for typed lines, `None` for memory alone, and without
           `remember` not even that; `audit` is the log that the session begins with.
    """

    history: Path | None = None
    remember: bool = True
    audit: str | None = None


Show = Callable[[Reply], None]
Read = Callable[[str], Input]
Forget = Callable[[], None]


def run(  # noqa: PLR0913 - a terminal is three streams and its choices
    checker: Checker,
    *,
    stdin: TextIO,
    stdout: TextIO,
    stderr: TextIO,
    plain: bool,
    color: bool,
    width: int | None = None,
    keeping: Keeping = Keeping(),  # noqa: B008 - it cannot be changed
) -> int:
    """Talk until the end of the input; return the exit code.

    Shape: without a terminal each line of input is answered in plain text and nothing else is
           written. Greeting and prompts of a plain terminal go to `stderr`. `width` is in cells,
           `None` to follow the terminal.
    Raises: `OutputError` where what is asked for cannot be kept.
    """
    session = Session(checker, user=_user())
    begun = session.audit(keeping.audit) if keeping.audit else Reply()
    if not stdin.isatty():
        return _answer_lines(session, stdin=stdin, stdout=stdout)
    show, more = _plain_show(stdout), _no_more
    if not plain:
        from checker.screen import Screen

        screen = Screen(stdout, color=color, width=width)
        show, more = screen.show, screen.more
    loading = Preload(Path(checker.store.place))
    simple = os.environ.get("TERM") in ("dumb", "", None) or not stdout.isatty()
    read, forget = (
        (_line_reader(stdin, stderr), _nothing)
        if simple
        else _editor(session, stdin, stdout, loading=loading, keeping=keeping)
    )
    stderr.write(f"{_greeting(checker, keeping=keeping).text}\n\n")
    show(begun)
    loading.start()
    try:
        return _converse(_Loop(session, read, show, more, forget, stdout))
    finally:
        loading.stop()


class _Loop(NamedTuple):
    """What a conversation on a terminal is made of."""

    session: Session
    read: Read
    show: Show
    more: Callable[[], bool]
    forget: Forget
    stdout: TextIO


def _answer_lines(session: Session, *, stdin: TextIO, stdout: TextIO) -> int:
    """Answer each line; the end of the input ends an open /paste."""
    show = _plain_show(stdout)
    for line in stdin:
        reply = session.reply(line.rstrip("\r\n"))
        show(reply)
        if reply.effect and reply.effect.kind == "edit":
            show(answer(say("There is no terminal to edit in: /paste takes lines up to /end.")))
        if reply.leave:
            return 0
    if session.pasting:
        show(session.reply("/end"))
    return 0


def _converse(loop: _Loop) -> int:
    """Turn after turn; a key pressed twice stops no more than a key pressed once."""
    while True:
        try:
            if _turn(loop).leave:
                return 0
        except KeyboardInterrupt:
            continue


def _turn(loop: _Loop) -> Reply:
    """Prompt and answer; Ctrl-C drops what was begun, Ctrl-D leaves."""
    try:
        entered = loop.read(_prompt(loop.session))
    except KeyboardInterrupt:
        loop.show(loop.session.cancel())
        return Reply()
    except EOFError:
        entered = None
    if entered and not loop.session.pasting and _asks_for_more(entered) and loop.more():
        return Reply()
    return _interruptible(loop, entered=entered)


def _asks_for_more(entered: Input) -> bool:
    """Whether a line asks for the rest of a long reply."""
    return not entered.pasted and entered.text.strip().casefold() in ("", "more")


def _prompt(session: Session) -> str:
    if session.pasting:
        return MORE_PROMPT
    return REASON_PROMPT if session.awaits_reason else PROMPT


def _interruptible(loop: _Loop, *, entered: Input | None) -> Reply:
    """Answer, show, and do what the reply asks of the terminal; Ctrl-C stops any of it."""
    try:
        if entered is None:
            reply = loop.session.leave()
        else:
            reply = loop.session.reply(entered.text, pasted=entered.pasted)
        loop.show(reply)
        if reply.effect:
            _follow(reply.effect, loop=loop)
    except KeyboardInterrupt:
        reply = answer(say("Stopped. What was answered before is kept."))
        loop.show(reply)
    return reply


def _follow(effect: Effect, *, loop: _Loop) -> None:
    match effect.kind:
        case "copy":
            told = desktop.copied(effect.text, stdout=loop.stdout, environment=os.environ)
            loop.show(answer(say(told)))
        case "forget":
            loop.forget()
        case "edit":
            loop.show(_edited(effect.text, session=loop.session))


def _edited(text: str, *, session: Session) -> Reply:
    try:
        changed = desktop.edited(text, environment=os.environ)
    except CheckerError as error:
        return answer(say(error.line, look="error"))
    if not changed.strip() or changed.strip() == text.strip():
        return answer(say("Nothing was changed, so nothing was checked."))
    return session.reply(changed, pasted=True)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without names for its users
        return ""


def _nothing() -> None:
    """There is no history to forget."""


def _greeting(checker: Checker, *, keeping: Keeping) -> Reply:
    statements = f"{checker.store_info().statements:,} statements stored."
    kept = "Nothing you enter is kept."
    if keeping.history:
        kept = f"Lines are kept in {keeping.history}."
    return answer(
        say(
            f"Paste a quote to check it; {statements} {kept}",
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


def _no_more() -> bool:
    """Plain text is not held back."""
    return False


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


def _editor(
    session: Session, stdin: TextIO, stdout: TextIO, *, loading: Preload, keeping: Keeping
) -> tuple[Read, Forget]:
    """A line editor, where a paste of many lines stays one text."""
    from checker.line_editor import LineEditor

    editor = LineEditor(
        stdin,
        stdout,
        complete=lambda typed: completions(typed, words=loading.words, n_results=session.n_results),
        history=keeping.history,
        remember=keeping.remember,
    )
    return lambda prompt: Input(*editor.read(prompt, more=MORE_PROMPT)), editor.forget
