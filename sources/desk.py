"""Another desk's store, read from a copy of its own, so that nothing of it is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from claims.errors import ImportFailedError, StoreError
from sources.database import back_up, connect
from sources.models import Entry
from sources.store import Store

_MAGIC: Final = b"SQLite format 3\x00"


def is_store_file(path: Path) -> bool:
    """Whether a file is a database, which no document is."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def entries_of(path: Path) -> Iterator[Entry]:
    """All that another store holds: its audit, the pages it fetched, then its statements.

    Raises: `ImportFailedError` where it is no store, or cannot be read.
    """
    with TemporaryDirectory(prefix="checker-") as folder:
        copy = Path(folder) / "copy.db"
        try:
            connection, _ = connect(path, busy_seconds=5.0)
            try:
                back_up(connection, path=copy)
            finally:
                connection.close()
            with Store.open(copy, create=False) as store:
                yield from store.audit()
                yield from store.pages()
                yield from store.statements()
        except StoreError as error:
            raise ImportFailedError(
                error.what, where=str(path), next_step="give a store, a list or a transcript"
            ) from error
