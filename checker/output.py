"""Where a report goes: standard output as it comes, or a file, whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from claims.errors import OutputError


@contextmanager
def opened(named: str | None, *, stdout: TextIO) -> Iterator[TextIO]:
    """The stream to write a report to: a named file, or standard output.

    A file never holds half a report: a block that is left by an error leaves the old one as it
    was. Devices and pipes are written directly.

    Raises: `OutputError` where the place is a folder or cannot be written.
    """
    if named is None or named == "-":
        yield stdout
        return
    place = Path(named).expanduser()
    if place.is_dir():
        raise OutputError("is a folder", where=named, next_step="name a file to write")
    with _failures_at(place):
        if place.exists() and not place.is_file():
            with place.open("w", encoding="utf-8", errors="backslashreplace") as stream:
                yield stream
        else:
            with _replacing(place.resolve(), mode=_mode(place)) as stream:
                yield stream


def write_private(text: str, *, place: Path) -> None:
    """Write a file that only its owner may read, whole or not at all.

    Raises: `OutputError` where the place cannot be written.
    """
    with _failures_at(place):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _replacing(place, mode=0o600) as stream:
            stream.write(text)


def append_private(text: str, *, place: Path) -> None:
    """Add to the end of a file that only its owner may read, in one write.

    Raises: `OutputError` where the place cannot be written.
    """
    with _failures_at(place):
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "ab", buffering=0) as stream:
            place.chmod(0o600)
            stream.write(text.encode("utf-8", "backslashreplace"))


@contextmanager
def _replacing(place: Path, *, mode: int | None) -> Iterator[TextIO]:
    """Write beside the place, and move there when everything is written.

    Shape: without a `mode`, the user's mask decides about the permissions.
    """
    part = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else mode)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            yield stream
        if mode is not None:
            part.chmod(mode)
        part.replace(place)
    except BaseException:
        part.unlink()
        raise


def _mode(place: Path) -> int | None:
    """The permissions of the file that is replaced."""
    return stat.S_IMODE(place.stat().st_mode) if place.exists() else None


@contextmanager
def _failures_at(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(
            f"cannot be written: {reason}", where=str(place), next_step="name another file"
        ) from error
