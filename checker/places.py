"""Where the user's files live, by the convention of each platform.

Written out here because importing platformdirs costs 13 ms, a tenth of a whole cold check.
Source: XDG Base Directory Specification 0.8; relative paths in its variables are ignored.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from claims.errors import SettingsError

Purpose = Literal["data", "config", "state"]
_NAME = "checker"


class _Convention(NamedTuple):
    variable: str
    folder: str


_XDG: dict[Purpose, _Convention] = {
    "data": _Convention("XDG_DATA_HOME", ".local/share"),
    "config": _Convention("XDG_CONFIG_HOME", ".config"),
    "state": _Convention("XDG_STATE_HOME", ".local/state"),
}


def folder(purpose: Purpose, *, environment: Mapping[str, str]) -> Path:
    """The folder for the program's data, settings or state; it need not exist.

    Raises: `SettingsError` where the system names no home folder.
    """
    if sys.platform == "win32":
        return _from(_Convention("LOCALAPPDATA", "AppData/Local"), environment=environment)
    if sys.platform == "darwin":
        return _home(environment=environment) / "Library/Application Support" / _NAME
    return _from(_XDG[purpose], environment=environment)


def default_store(*, environment: Mapping[str, str]) -> Path:
    """The store of a call that names none."""
    return folder("data", environment=environment) / "store.db"


def own_people(*, environment: Mapping[str, str]) -> Path:
    """The user's list of people, where the settings name none; it need not exist."""
    return folder("config", environment=environment) / "people.jsonl"


def _from(convention: _Convention, *, environment: Mapping[str, str]) -> Path:
    named = Path(environment.get(convention.variable, ""))
    if named.is_absolute():
        return named / _NAME
    return _home(environment=environment) / convention.folder / _NAME


def _home(*, environment: Mapping[str, str]) -> Path:
    named = environment.get("HOME") or environment.get("USERPROFILE")
    if named:
        return Path(named)
    try:
        return Path.home()
    except RuntimeError as error:
        raise SettingsError(
            "this user has no home folder", next_step="name the store with --store PATH"
        ) from error
