"""`checker` alone: a session on a terminal; what is piped in is checked as by `checker check -`."""

from __future__ import annotations

from checker.commands.check import check_text, piped
from checker.commands.context import Context
from checker.commands.engine import engine
from checker.streams import is_terminal
from claims.errors import UsageError


def session(context: Context) -> int:
    """Open a session, or check standard input."""
    streams = context.streams
    if not is_terminal(streams.stdin):
        return check_text(piped(context), context=context)
    if context.arguments.output or context.arguments.format not in (None, "plain"):
        raise UsageError(
            "a session writes no report", next_step='say: checker check "TEXT", or pipe a text in'
        )
    from checker import places, terminal

    configuration, arguments = context.configuration, context.arguments
    folder = places.folder("state", environment=context.environment)
    keeping = terminal.Keeping(
        history=folder / "history" if configuration.history else None,
        remember=not arguments.no_history,
        audit=arguments.audit,
    )
    with engine(context) as checker:
        return terminal.run(
            checker,
            stdin=streams.stdin,
            stdout=streams.stdout,
            stderr=streams.stderr,
            plain=context.arguments.format == "plain",
            color=configuration.colour,
            keeping=keeping,
        )
