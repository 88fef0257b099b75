"""Files of trained weights that come with the program, read only as they were shipped."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from claims.errors import ModelError


def read_shipped(path: Path) -> bytes:
    """A file's bytes.

    Raises: `ModelError` where it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise damaged(path, "cannot be read") from error


def intact(path: Path, *, digest: str) -> bytes:
    """A file's bytes, if their SHA-256 is the one that was shipped.

    Raises: `ModelError` where it cannot be read or was altered.
    """
    content = read_shipped(path)
    if sha256(content).hexdigest() != digest:
        raise damaged(path)
    return content


def damaged(path: Path, what: str = "its bytes are not those that were shipped") -> ModelError:
    """The error for a file that cannot be used."""
    return ModelError(what, where=str(path), next_step="install the program again")
