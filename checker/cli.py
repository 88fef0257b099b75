"""The outermost layer: words in, exit code out; the only place where errors become exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from checker import __version__
from checker.commands.context import DONE, FAILED, INTERRUPTED, Context, message
from checker.configure import configure
from checker.parsing import asks_for, help_for, parse
from checker.streams import Streams, standard
from claims.errors import CheckerError


def main(
    argv: Sequence[str] | None = None,
    *,
    streams: Streams | None = None,
    environment: Mapping[str, str] | None = None,
) -> int:
    """Run one call and return its exit code; nothing is raised.

    Shape: 0 done, 1 findings at or above `--fail-on`, 2 an error, 130 interrupted.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    used = streams or standard()
    try:
        code = _run(words, streams=used, environment=environment or os.environ)
        used.stdout.flush()
    except BrokenPipeError:
        _close_quietly(used)
        return FAILED
    except KeyboardInterrupt:
        return _stop("interrupted", streams=used, code=INTERRUPTED)
    except CheckerError as error:
        return _stop(error.line, streams=used, code=FAILED)
    except OSError as error:
        return _stop(_system_line(error), streams=used, code=FAILED)
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback for users
        verbose = asks_for(("-v", "--verbose"), argv=words)
        return _stop(_internal_line(error, verbose=verbose), streams=used, code=FAILED)
    return code


def _run(words: list[str], *, streams: Streams, environment: Mapping[str, str]) -> int:
    if asks_for(("-h", "--help"), argv=words):
        streams.stdout.write(help_for(words))
        return DONE
    if asks_for(("--version",), argv=words):
        streams.stdout.write(f"checker {__version__}\n")
        return DONE
    command, arguments = parse(words)
    configuration = configure(arguments, environment=environment)
    module = import_module(f"checker.commands.{command.module}")
    name = command.words[-1] if command.words else command.module
    run: Callable[[Context], int] = getattr(module, name)
    return run(Context(arguments, streams, configuration, environment))


def _stop(line: str, *, streams: Streams, code: int) -> int:
    """Say why, where that can still be said."""
    try:
        streams.stderr.write(message(line))
        streams.stdout.flush()
    except (OSError, ValueError):
        _close_quietly(streams)
    return code


def _close_quietly(streams: Streams) -> None:
    """Send what is still buffered nowhere, so that the interpreter's exit does not complain."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, streams.stdout.fileno())
    except (OSError, ValueError):
        return


def _system_line(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    reason = (error.strerror or str(error)).lower()
    return f"{place}{reason}; free space or correct the permissions, then run it again"


def _internal_line(error: Exception, *, verbose: bool) -> str:
    if verbose:
        import traceback

        return "internal error, please report:\n" + "".join(traceback.format_exception(error))
    kind = type(error).__name__
    return f"internal error ({kind}: {error}); please report it with what -v prints"
