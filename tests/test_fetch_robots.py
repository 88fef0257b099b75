"""What a host asks of programs that read it, and how often it is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from web_fetching import HELLO, QUICK, Clock, fetching, refused
from web_site import Answer, Site, plain, running, to

from sources.fetch.client import Client
from sources.fetch.download import Downloader
from sources.fetch.guard import anywhere


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (plain("User-agent: *\nDisallow: /a"), "does not let programs read"),
        (plain("User-agent: quotation-checker\nDisallow: /"), "does not let programs read"),
        (plain("User-agent: other\nDisallow: /"), None),
        (plain("User-agent: *\nDisallow: /private\nAllow: /"), None),
        (Answer(status=404), None),
        (Answer(status=403), None),
        (Answer(status=500), "rules for programs cannot be read (the server answers 500, 3 times)"),
        (plain("#" * 2000), "rules for programs cannot be read (is larger than"),
        (plain("\ufeffUser-agent: *\nDisallow: /a"), "does not let programs read"),
    ],
)
def test_what_a_host_allows_programs_to_read(site: Site, answer: Answer, why: str | None) -> None:
    site.serve("/robots.txt", answer)
    url = site.serve("/a", plain(HELLO))
    if why is None:
        assert fetching(url)[0] == HELLO.encode()
    else:
        assert why in refused(url)
        assert site.n_asked("/a") == 0


def test_robots_rules_hold_for_every_step_and_are_asked_for_once_a_host(site: Site) -> None:
    site.serve("/robots.txt", plain("User-agent: *\nDisallow: /closed"))
    url = site.serve("/a", to("/closed/b"))
    assert "does not let programs read" in refused(url)
    assert site.asked == ["/robots.txt", "/a"]


@pytest.mark.parametrize(("delay", "pause"), [("", 1.0), ("Crawl-delay: 9", 9.0)])
def test_one_host_is_not_asked_too_often(site: Site, delay: str, pause: float) -> None:
    site.serve("/robots.txt", plain(f"User-agent: *\n{delay}\nDisallow: /x"))
    urls = [site.serve(f"/{n}", plain(HELLO)) for n in range(3)]
    clock = Clock()
    with Client(QUICK, allow=anywhere) as client:
        loader = Downloader(client, QUICK, sleep=clock.sleep, clock=clock)
        for url in urls:
            loader.page(url)
    assert clock.slept == [pause] * 3
