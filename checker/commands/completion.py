"""`checker completion SHELL`: completion of commands and options in a shell."""

from __future__ import annotations

from checker.commands.context import DONE, Context
from checker.output import opened
from checker.shells import script


def completion(context: Context) -> int:
    """Print the script of the shell, or write it to a file."""
    with opened(context.arguments.output, stdout=context.streams.stdout) as stream:
        stream.write(script(context.arguments.shell))
    return DONE
