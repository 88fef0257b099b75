"""The process: `checker` from the shell, and `python -m checker`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from checker.cli import main


def run() -> NoReturn:
    """Answer this process's call and end it.

    The memory is given back as a whole: freeing it piece by piece, and looking for cycles while
    the libraries load, takes a fifth of the time of a short answer (`benchmarks/cold.py`).
    """
    gc.set_threshold(_RARELY)
    code = main()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # said by `main`, or nobody reads it any more
            stream.flush()
    os._exit(code)


_RARELY = 50_000  # new objects; an answer makes fewer that stay

if __name__ == "__main__":
    run()
