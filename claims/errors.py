"""Every error the project raises.

::

    CheckerError            one line for the user: what, where, next step
    ├── InputError          the text or file under check cannot be read or judged
    ├── UsageError          the call asks for something that does not exist
    ├── SettingsError       a settings file or value is wrong
    ├── OutputError         a file or stream cannot be written
    ├── StoreError          the store cannot be opened, read or written
    │   ├── StoreVersionError   the store was made by a newer program
    │   └── StoreBusyError      another process is writing
    ├── ImportFailedError   a document cannot become statements; nothing of it was stored
    ├── FetchError          a page cannot be fetched
    └── ModelError          the trained model's files are missing or damaged

Anything else that escapes is a bug. `checker/cli.py` alone turns errors into exit codes.
"""

from __future__ import annotations

from functools import partial


class CheckerError(Exception):
    """An expected failure, told in one line: what, where, and what to do next."""

    def __init__(self, what: str, *, where: str | None = None, next_step: str) -> None:
        self.what = what
        self.where = where
        self.next_step = next_step
        super().__init__(self.line)

    def __reduce__(self) -> tuple[partial[CheckerError], tuple[()]]:
        """Errors travel between processes whole."""
        make = partial(type(self), self.what, where=self.where, next_step=self.next_step)
        return make, ()

    @property
    def line(self) -> str:
        """The whole message.

        >>> CheckerError("no such file", where="talk.txt", next_step="check the path").line
        'talk.txt: no such file; check the path'
        """
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}; {self.next_step}"


class InputError(CheckerError):
    """The text or file under check cannot be read or judged."""


class UsageError(CheckerError):
    """The call names something that does not exist, or options that exclude each other."""


class SettingsError(CheckerError):
    """A settings file or value is wrong."""


class OutputError(CheckerError):
    """A file or stream cannot be written."""


class StoreError(CheckerError):
    """The store cannot be opened, read or written."""


class StoreVersionError(StoreError):
    """The store was made by a newer program."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""


class ImportFailedError(CheckerError):
    """A document cannot become statements; nothing of it was stored."""


class FetchError(CheckerError):
    """A page cannot be fetched; what was fetched before it is kept."""


class ModelError(CheckerError):
    """The trained model's files are missing or damaged."""
