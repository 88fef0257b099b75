"""Where a report goes: standard output as it comes, or a file, whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from claims.errors import OutputError


@contextmanager
def opened(named: str | None, *, stdout: TextIO) -> Iterator[TextIO]:
    """The stream to write a report to.

    A named file is written beside its place and moved there at the end, so that it never holds
    half a report; a block that is left by an error leaves the old file as it was. Devices and
    pipes are written directly.

    Raises: `OutputError` where the place is a folder or cannot be written.
    """
    if named is None or named == "-":
        yield stdout
        return
    place = Path(named).expanduser()
    if place.is_dir():
        raise OutputError("is a folder", where=named, next_step="name a file to write")
    target = _target(place)
    try:
        with target.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
            stream.flush()
        if target != place:
            _move(target, place=place)
    except OSError as error:
        raise _cannot_write(error, place=place) from error
    finally:
        if target != place:
            target.unlink(missing_ok=True)


def write_private(text: str, *, place: Path) -> None:
    """Write a file that only its owner may read, whole or not at all.

    Raises: `OutputError` where the place cannot be written.
    """
    target = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        target.replace(place)
    except OSError as error:
        raise _cannot_write(error, place=place) from error
    finally:
        target.unlink(missing_ok=True)


def _target(place: Path) -> Path:
    """Where to write first: beside the place, or the place itself where that is no plain file."""
    if place.exists() and not place.is_file():
        return place
    real = place.resolve()
    return real.with_name(f".{real.name}.{os.getpid()}.part")


def _move(written: Path, *, place: Path) -> None:
    real = place.resolve()
    if real.exists():
        written.chmod(stat.S_IMODE(real.stat().st_mode))
    written.replace(real)


def _cannot_write(error: OSError, *, place: Path) -> OutputError:
    reason = (error.strerror or str(error)).lower()
    return OutputError(
        f"cannot be written: {reason}", where=str(place), next_step="name another file"
    )
