"""`checker man`: the manual page."""

from __future__ import annotations

from checker.commands.context import DONE, Context
from checker.manual import manual
from checker.output import opened


def man(context: Context) -> int:
    """Print the page as troff, or write it to a file."""
    with opened(context.arguments.output, stdout=context.streams.stdout) as stream:
        stream.write(manual())
    return DONE
