"""What every test shares: a home of its own, and a fresh store where one is asked for."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

_HOME_VARIABLES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
)


def pytest_configure() -> None:
    """Let child processes be interrupted, also where whoever started the tests ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every place of user data into one empty folder, also for child processes."""
    folder = tmp_path_factory.mktemp("home")
    for name in _HOME_VARIABLES:
        place = folder if name in ("HOME", "USERPROFILE") else folder / name.lower()
        monkeypatch.setenv(name, str(place))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """A path for a store that does not exist yet."""
    return tmp_path / "store.sqlite"
