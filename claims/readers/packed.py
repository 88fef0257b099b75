"""Zip files, of which office documents are made: single parts taken out, never more than fits."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from claims.errors import InputError

_LARGEST_PART = 64 * 1024 * 1024
_MOST_PARTS = 20_000
_ENTRY = b"PK\x01\x02"
_DAMAGED = "check that it was saved or sent whole"


class Packed:
    """The parts of one zip file, by name.

    Raises: `InputError` for a file that is damaged or has more parts than any document.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(_ENTRY) > _MOST_PARTS:
            raise InputError(
                f"is an archive of more than {_MOST_PARTS:,} parts",
                next_step="unpack it, and name the text in it",
            )
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, EOFError, OverflowError) as error:
            raise InputError("is a damaged office document", next_step=_DAMAGED) from error
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """The content of one part.

        Raises: `InputError` for a part that is encrypted, damaged or too large.
        """
        about = self._zip.getinfo(name)
        if about.flag_bits & 1:
            raise InputError("is encrypted", next_step="save it without a password")
        try:
            with self._zip.open(about) as file:
                content = file.read(_LARGEST_PART + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise InputError("is a damaged office document", next_step=_DAMAGED) from error
        except (NotImplementedError, RuntimeError) as error:
            raise InputError(
                f"is packed in a way that is not read ({error})",
                next_step="save it anew, or as plain text (.txt)",
            ) from error
        if len(content) > _LARGEST_PART:
            raise InputError(
                f"unpacks to more than {_LARGEST_PART // 1024 // 1024} MB",
                next_step="save the part to check as plain text (.txt)",
            )
        return content
