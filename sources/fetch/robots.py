"""What a host allows programs to read: its robots.txt, asked for once a run.

Where there is none (any status from 400 to 499) everything may be read; where it cannot be had
(the host fails, or is not reached) nothing may. So RFC 9309 has it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from urllib.robotparser import RobotFileParser

from claims.errors import FetchError
from sources.fetch.client import AGENT, Exchange


class Rules(NamedTuple):
    """The rules of one host for this program.

    Shape: `parser` is `None` where everything may be read; `fault` says why the rules are not
           known, and then nothing may.
    Unit:  `pause` in seconds between two requests, 0 where the host asks for none.
    """

    parser: RobotFileParser | None
    fault: FetchError | None = None
    pause: float = 0.0

    def check(self, url: str) -> None:
        """Let an address pass.

        Raises: `FetchError` where the host does not allow it, or did not say.
        """
        if self.fault is not None:
            raise FetchError(
                f"the site's rules for programs cannot be read ({self.fault.what})",
                where=url,
                next_step=self.fault.next_step,
            )
        if self.parser is not None and not self.parser.can_fetch(AGENT, url):
            raise FetchError(
                "the site does not let programs read this page (robots.txt)",
                where=url,
                next_step="save the page in a browser and add the file with --url",
            )


def rules_of(origin: str, *, ask: Callable[[str], Exchange]) -> Rules:
    """The rules of a host; `ask` fetches an address, with patience and redirects followed.

    Shape: `origin` is scheme, host and port, as in "https://example.org:8080".
    """
    try:
        answer = ask(f"{origin}/robots.txt")
    except FetchError as error:
        return Rules(None, fault=error)
    if answer.status != 200:
        return Rules(None)
    parser = RobotFileParser()
    parser.parse(answer.body.decode("utf-8", "replace").lstrip("\ufeff").splitlines())
    return Rules(parser, pause=float(parser.crawl_delay(AGENT) or 0))
