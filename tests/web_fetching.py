"""Fetching pages of a server on loopback, with a clock that only sleeping moves."""

from __future__ import annotations

import pytest

from claims.errors import FetchError
from sources.fetch.client import Client
from sources.fetch.download import Downloader
from sources.fetch.guard import Allow, Resolve, anywhere, resolve
from sources.fetch.settings import FetchSettings

QUICK = FetchSettings(
    connect_seconds=60,
    first_wait_seconds=1,
    largest_page=4096,
    largest_robots=1024,
    redirects=4,
)
HURRIED = QUICK.model_copy(update={"read_seconds": 1, "total_seconds": 1.5, "attempts": 1})
HELLO = "The harbour is open."


class Clock:
    """Counts the seconds that were slept; nothing else takes time."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def fetching(
    url: str,
    *,
    settings: FetchSettings = QUICK,
    clock: Clock | None = None,
    resolve: Resolve = resolve,
    allow: Allow = anywhere,
) -> tuple[bytes, list[str]]:
    """The page at an address, and every address on the way."""
    used = clock or Clock()
    with Client(settings, allow=allow, resolve=resolve) as client:
        loader = Downloader(client, settings, sleep=used.sleep, clock=used, chance=lambda: 1.0)
        page = loader.page(url)
    return page.last.body, [step.url for step in page.exchanges]


def refused(url: str, **details: object) -> str:
    """Why an address gives no page."""
    with pytest.raises(FetchError) as caught:
        fetching(url, **details)  # type: ignore[arg-type]
    assert caught.value.where == url
    assert caught.value.next_step
    return caught.value.what
