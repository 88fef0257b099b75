"""A list file as decoded lines, one at a time: a file of any size fits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claims.errors import ImportFailedError
from sources.importers.fields import NOTHING_STORED

MOST_BYTES = 16 * 1024 * 1024
"""The longest line that is read; a longer one is no row of a list."""
_MARK = b"\xef\xbb\xbf"


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 file with their ends, a byte order mark taken off.

    Raises: `ImportFailedError` where the file cannot be read, naming the line if there is one.
    """
    try:
        with path.open("rb") as stream:
            number = 0
            while line := stream.readline(MOST_BYTES + 1):
                number += 1
                yield _decoded(
                    line.removeprefix(_MARK) if number == 1 else line, where=f"{path}:{number}"
                )
    except OSError as error:
        raise ImportFailedError(
            f"cannot be read ({error.strerror})",
            where=str(path),
            next_step=f"check the path; {NOTHING_STORED}",
        ) from error


def _decoded(line: bytes, *, where: str) -> str:
    if len(line) > MOST_BYTES:
        raise ImportFailedError(
            f"the line is longer than {MOST_BYTES // 1024 // 1024} MiB",
            where=where,
            next_step=f"put one statement on each line; {NOTHING_STORED}",
        )
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ImportFailedError(
            f"is not UTF-8 text (byte {error.start + 1} of the line)",
            where=where,
            next_step=f"save the file as UTF-8; {NOTHING_STORED}",
        ) from error
