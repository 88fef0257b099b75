"""An address -> a page: politely, with patience, and with every step kept."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import NamedTuple

import httpx

from claims.errors import FetchError
from sources.fetch.client import Client, Exchange, UnansweredError, address
from sources.fetch.guard import Clock
from sources.fetch.robots import Rules, rules_of
from sources.fetch.settings import FetchSettings
from sources.fetch.waits import RETRIED, Chance, Pace, Sleep, backoff, retry_after

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TEXTS = ("text/",)
_TYPES = frozenset({
    "application/xhtml+xml", "application/xml", "application/tei+xml", "application/pdf",
    "application/json", "application/jsonl", "application/x-ndjson", "application/x-subrip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
})  # fmt: skip
_NEXT = "check the address in a browser"


class Page(NamedTuple):
    """What an address led to.

    Shape: `exchanges` are every step from the first address to the last, the redirects before
           the page itself.
    """

    url: str
    exchanges: tuple[Exchange, ...]

    @property
    def last(self) -> Exchange:
        """The exchange that brought the page."""
        return self.exchanges[-1]

    @property
    def media_type(self) -> str:
        """The type as the server names it, without its parameters; "" where it names none."""
        return (self.last.header("content-type") or "").partition(";")[0].strip().lower()


class Downloader:
    """Fetches pages one after the other; what a run learns of hosts is kept for its end.

    Shape: `sleep`, `clock` and `chance` are handed in for tests.
    """

    def __init__(
        self,
        client: Client,
        settings: FetchSettings,
        *,
        sleep: Sleep = time.sleep,
        clock: Clock = time.monotonic,
        chance: Chance = random.random,
    ) -> None:
        self._client = client
        self._settings = settings
        self._sleep = sleep
        self._chance = chance
        self._pace = Pace(clock=clock, sleep=sleep)
        self._rules: dict[str, Rules] = {}

    def page(self, url: str) -> Page:
        """The page that an address leads to.

        Raises: `FetchError` where it leads to none that may be read.
        """
        page = Page(url, self._steps(url))
        status = page.last.status
        if status != 200:
            reason = f" ({page.last.reason})" if page.last.reason else ""
            raise FetchError(f"the server answers {status}{reason}", where=url, next_step=_NEXT)
        kind = page.media_type
        if kind and not kind.startswith(_TEXTS) and kind not in _TYPES:
            raise FetchError(
                f"is {kind}, which holds no statements that can be read",
                where=url,
                next_step="give the address of a page with text",
            )
        if not page.last.body.strip():
            raise FetchError("the page is empty", where=url, next_step=_NEXT)
        return page

    def _steps(self, url: str) -> tuple[Exchange, ...]:
        """Every step to a page; a fault on the way is told of the address that was asked for."""
        try:
            return self._follow(url, largest=self._settings.largest_page, check=self._check)
        except FetchError as error:
            if error.where == url:
                raise
            raise FetchError(
                f"{error.what}, at {error.where}", where=url, next_step=error.next_step
            ) from error

    def answer(self, url: str) -> Exchange:
        """What an address of a service answers, whatever robots.txt says; redirects are followed.

        Raises: `FetchError` where it gives no answer.
        """
        return self._follow(url, largest=self._settings.largest_robots, check=None)[-1]

    def _follow(
        self, url: str, *, largest: int, check: Callable[[str], float] | None
    ) -> tuple[Exchange, ...]:
        """Every step from an address to where it leads; each is checked before it is taken."""
        steps: list[Exchange] = []
        here = url
        while True:
            pause = check(here) if check else 0.0
            steps.append(self._patiently(here, largest=largest, pause=pause))
            target = steps[-1].header("location")
            if steps[-1].status not in _REDIRECTS or not target:
                return tuple(steps)
            here = _joined(here, target, first=url)
            if here in [step.url for step in steps]:
                raise FetchError("leads in a circle", where=url, next_step=_NEXT)
            if len(steps) > self._settings.redirects:
                raise FetchError(
                    f"leads on and on (more than {self._settings.redirects} times)",
                    where=url,
                    next_step=_NEXT,
                )

    def _patiently(self, url: str, *, largest: int, pause: float) -> Exchange:
        """One answer, asked for again where that may help.

        Raises: `FetchError` after the last attempt.
        """
        reason = ""
        for attempt in range(1, self._settings.attempts + 1):
            self._pace.wait(
                address(url).netloc.decode("ascii"), pause=max(pause, self._settings.pause_seconds)
            )
            asked_for = None
            try:
                answer = self._client.get(url, largest=largest)
            except UnansweredError as error:
                reason = str(error)
            else:
                if answer.status not in RETRIED:
                    return answer
                reason = f"the server answers {answer.status}"
                asked_for = retry_after(answer.header("retry-after"), at=answer.at)
            if attempt < self._settings.attempts:
                self._wait(attempt, asked_for=asked_for, url=url, reason=reason)
        raise FetchError(
            f"{reason}, {self._settings.attempts} times",
            where=url,
            next_step="try again later: what was fetched is kept",
        )

    def _wait(self, attempt: int, *, asked_for: float | None, url: str, reason: str) -> None:
        wait = backoff(attempt, settings=self._settings, chance=self._chance)
        if asked_for is not None:
            if asked_for > self._settings.longest_wait_seconds:
                raise FetchError(
                    f"{reason} and asks to wait {asked_for:.0f} seconds",
                    where=url,
                    next_step="try again after that: what was fetched is kept",
                )
            wait = max(wait, asked_for)
        self._sleep(wait)

    def _check(self, url: str) -> float:
        """Whether the host lets the address be read; the pause that it asks for."""
        target = address(url)
        origin = f"{target.scheme}://{target.netloc.decode('ascii')}"
        if origin not in self._rules:
            self._rules[origin] = rules_of(origin, ask=self.answer)
        rules = self._rules[origin]
        rules.check(str(target))
        longest = self._settings.longest_wait_seconds
        return min(rules.pause, longest)


def _joined(here: str, target: str, *, first: str) -> str:
    """Where a redirect leads.

    Raises: `FetchError` where that is no address of the web.
    """
    try:
        return str(httpx.URL(here).join(target))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(
            f"leads to {target!r}, which is no address of the web", where=first, next_step=_NEXT
        ) from error
