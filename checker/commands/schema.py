"""`checker schema`: the JSON form as JSON Schema."""

from __future__ import annotations

from checker.commands.context import DONE, Context
from checker.output import opened
from checker.schema import schema_text


def schema(context: Context) -> int:
    """Print the schema, or write it to a file."""
    with opened(context.arguments.output, stdout=context.streams.stdout) as stream:
        stream.write(schema_text())
    return DONE
