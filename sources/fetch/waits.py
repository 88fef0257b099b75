"""When to ask: again after a failure, and not too often the same host."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sources.fetch.guard import Clock
from sources.fetch.settings import FetchSettings

Sleep = Callable[[float], None]
Chance = Callable[[], float]
"""A number from 0 up to 1."""

RETRIED = frozenset({429, 500, 502, 503, 504})
"""The statuses that another attempt may change."""


def backoff(attempt: int, *, settings: FetchSettings, chance: Chance) -> float:
    """Seconds before the attempt after this one, counted from 1.

    Twice as long each time, and somewhere in the upper half of that, so that those who were
    turned away together do not come back together.

    >>> backoff(3, settings=FetchSettings(first_wait_seconds=2), chance=lambda: 0.5)
    6.0
    """
    longest = settings.first_wait_seconds * 2.0 ** (attempt - 1)
    return min(longest * (1 + chance()) / 2, settings.longest_wait_seconds)


def retry_after(value: str | None, *, at: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, `None` where it asks for nothing readable.

    >>> retry_after("120", at=datetime(2021, 10, 20, tzinfo=UTC))
    120.0
    >>> retry_after("Wed, 20 Oct 2021 00:01:00 GMT", at=datetime(2021, 10, 20, tzinfo=UTC))
    60.0
    """
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        day = parsedate_to_datetime(value)
    except ValueError:
        return None
    if day.tzinfo is None:
        day = day.replace(tzinfo=UTC)
    return max(0.0, (day - at).total_seconds())


class Pace:
    """Keeps a pause between two requests to one host."""

    def __init__(self, *, clock: Clock, sleep: Sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def wait(self, host: str, *, pause: float) -> None:
        """Wait until the host may be asked, and count this as asking."""
        last = self._last.get(host)
        left = 0.0 if last is None else last + pause - self._clock()
        if left > 0:
            self._sleep(left)
        self._last[host] = self._clock()
