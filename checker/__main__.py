"""The process: `checker` from the shell, and `python -m checker`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def run() -> NoReturn:
    """Answer this process's call and end it.

    The memory is given back as a whole: freeing it piece by piece, and looking for cycles while
    the libraries load, takes a fifth of the time of a short answer (`benchmarks/cold.py`).
    """
    gc.set_threshold(_RARELY)
    try:
        from checker.cli import main  # here, where an interruption can be told from a fault

        code = main()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # said by `main`, or nobody reads it any more
            stream.flush()
    os._exit(code)


_RARELY = 50_000  # new objects; an answer makes fewer that stay

_INTERRUPTED = 130  # as in `checker.commands.context`, which is not there yet

if __name__ == "__main__":
    run()
