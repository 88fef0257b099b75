"""Fetching a page: what a server may do, and what becomes of it."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from io import BufferedIOBase

import pytest
from web_fetching import HELLO, HURRIED, QUICK, Clock, fetching, refused
from web_site import Answer, Site, plain, running, to

from claims.errors import FetchError
from sources.fetch.guard import is_public


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


def test_a_page_comes_as_it_was_sent(site: Site) -> None:
    url = site.serve("/a", plain(HELLO))
    assert fetching(url) == (HELLO.encode(), [url])
    assert site.asked == ["/robots.txt", "/a"]
    assert site.agents == {"quotation-checker"}


def test_a_packed_page_is_unpacked(site: Site) -> None:
    packed = gzip.compress(HELLO.encode())
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    assert fetching(site.serve("/a", Answer(packed, headers=headers)))[0] == HELLO.encode()


# -- what is not good ----------------------------------------------------------------------------

BOMB = gzip.compress(bytes(5_000_000))
GZIP = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
KINDS = ("image/png", "video/mp4", "application/zip", "application/octet-stream")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer("x", status=404), "404"),
        (Answer("x", status=403), "403"),
        (plain("x" * 5000), "is larger than"),
        (Answer(BOMB[:4000], headers=GZIP), "is larger than"),
        (Answer(b"\x00", headers=(("Content-Type", "text/html"), ("Content-Encoding", "br"))),
         "is packed as 'br'"),
        (plain(" \n"), "is empty"),
        *((Answer("x", headers=(("Content-Type", kind),)), kind) for kind in KINDS),
    ],
)  # fmt: skip
def test_what_is_no_page_of_text_is_refused_at_once(site: Site, answer: Answer, why: str) -> None:
    assert why in refused(site.serve("/a", answer))
    assert site.n_asked("/a") == 1


def head(*lines: str) -> bytes:
    """The beginning of an answer, as it goes over the wire."""
    return "\r\n".join(("HTTP/1.1 200 OK", "Content-Type: text/html", *lines, "", "")).encode()


def endless(wire: BufferedIOBase) -> None:
    wire.write(head("Connection: close"))
    for _ in range(100):
        wire.write(b"x" * 1000)


def dripping(wire: BufferedIOBase) -> None:
    """A byte now and then, quicker than the time between two pieces allows."""
    wire.write(head("Content-Length: 1000"))
    pause = threading.Event()
    for _ in range(30):
        wire.write(b"x")
        wire.flush()
        pause.wait(0.1)


def dripping_head(wire: BufferedIOBase) -> None:
    pause = threading.Event()
    for byte in b"HTTP/1.1 200 OK\r\nX: " + b"y" * 20:
        wire.write(bytes([byte]))
        wire.flush()
        pause.wait(0.1)


def silent(wire: BufferedIOBase) -> None:
    threading.Event().wait(3)


BAD: dict[str, tuple[Callable[[BufferedIOBase], object], str, int]] = {
    "more than announced is cut": (lambda w: w.write(head("Content-Length: 2") + b"okmore"), "", 1),
    "less than announced": (
        lambda w: w.write(head("Content-Length: 50") + b"short"), "broke off", 3),
    "announced as too large": (
        lambda w: w.write(head("Content-Length: 99999999") + b"x"), "is larger than", 1),
    "endless": (endless, "is larger than", 1),
    "nothing at all": (lambda w: None, "broke off", 3),
    "no HTTP": (lambda w: w.write(b"220 mail server ready\r\n\r\n"), "broke off or is no HTTP", 3),
    "half a gzip": (
        lambda w: w.write(
            head("Content-Encoding: gzip", "Connection: close") + gzip.compress(b"x" * 99)[:-9]),
        "broke off", 3),
    "no gzip": (
        lambda w: w.write(head("Content-Encoding: gzip", "Connection: close") + b"no"),
        "cannot be unpacked", 3),
    "a slow drip": (dripping, "took too long", 1),
    "a slow drip of headers": (dripping_head, "took too long", 1),
    "silence": (silent, "took too long", 1),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_server_that_misbehaves_is_told_and_asked_again_where_that_may_help(
    site: Site, name: str
) -> None:
    script, why, n_asked = BAD[name]
    settings = HURRIED if "took too long" in why else QUICK
    site.serve("/robots.txt", Answer(status=404))
    url = site.serve("/a", Answer(raw=script))
    if why:
        assert why in refused(url, settings=settings)
    else:
        assert fetching(url)[0] == b"ok"
    assert site.n_asked("/a") == n_asked


def test_what_fails_at_first_is_tried_again_with_longer_waits(site: Site) -> None:
    clock = Clock()
    url = site.serve("/a", Answer(status=503), Answer(raw=lambda wire: None), plain(HELLO))
    body, _ = fetching(url, clock=clock, settings=QUICK.model_copy(update={"pause_seconds": 0}))
    assert body == HELLO.encode()
    assert clock.slept == [1.0, 2.0]


@pytest.mark.parametrize(
    ("value", "slept"), [("7", 7.0), ("Fri, 01 Jan 2100 00:00:00 GMT", None), ("600", None)]
)
def test_a_server_says_how_long_to_wait_and_is_left_where_that_is_too_long(
    site: Site, value: str, slept: float | None
) -> None:
    clock = Clock()
    busy = Answer(status=429, headers=(("Retry-After", value),))
    url = site.serve("/a", busy, plain(HELLO))
    if slept is None:
        assert "asks to wait" in refused(url, clock=clock)
        assert site.n_asked("/a") == 1
    else:
        fetching(url, clock=clock)
        assert slept in clock.slept


def test_no_server_no_page() -> None:
    with running() as site:
        url = site.url("/a")
    assert "no connection" in refused(url)


def test_a_name_that_is_not_known_is_asked_for_once_and_one_that_may_be_again() -> None:
    for code, why, n_asked in (
        (socket.EAI_NONAME, "no host is called ministry.example", 1),
        (socket.EAI_AGAIN, "is not known), 3 times", 3),
    ):
        asked: list[str] = []

        def failing(host: str, port: int, code: int = code, asked: list[str] = asked) -> list[str]:
            asked.append(host)
            raise socket.gaierror(code, "no")

        assert why in refused("http://ministry.example/a", resolve=failing)
        assert len(asked) == n_asked


# -- redirects -----------------------------------------------------------------------------------


def test_redirects_are_followed_and_kept(site: Site) -> None:
    site.serve("/b?x=1", to("../c/", status=301))
    site.serve("/c/", plain(HELLO))
    url = site.serve("/a", to("/b?x=1"))
    body, steps = fetching(url)
    assert body == HELLO.encode()
    assert steps == [url, site.url("/b?x=1"), site.url("/c/")]


def test_redirects_that_lead_nowhere_are_refused(site: Site) -> None:
    site.serve("/b", to("/a"))
    assert "in a circle" in refused(site.serve("/a", to("/b")))
    for n in range(9):
        site.serve(f"/n{n}", to(f"/n{n + 1}"))
    assert "on and on" in refused(site.url("/n0"))
    assert site.n_asked("/n5") == 0
    for target in (
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://a:b@example.org/",
        "http://",
    ):
        with pytest.raises(FetchError):
            fetching(site.serve("/x", to(target)))


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org/", "http://", "http://a:b@example.org/", "http://[/"]
)
def test_an_address_that_cannot_be_asked_for(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetching(url)
    assert url in caught.value.line


# -- where a connection may lead -----------------------------------------------------------------


def test_private_addresses_are_refused_unless_allowed(site: Site) -> None:
    url = site.serve("/a", plain(HELLO))
    for address in (url, site.url("/a", host="localhost"), site.url("/a", host="[::1]")):
        assert "private network" in refused(address, allow=is_public)
    assert site.asked == []


def test_what_a_name_is_made_to_mean_is_checked_where_it_is_connected_to(site: Site) -> None:
    url = site.url("/a", host="ministry.example")
    site.serve("/a", plain(HELLO))
    asked: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"]

    assert "private network (127.0.0.1)" in refused(url, allow=is_public, resolve=rebinding)
    assert site.asked == []
    assert fetching(url, resolve=rebinding)[0] == HELLO.encode()


def test_a_redirect_into_a_private_network_is_refused(site: Site) -> None:
    url = site.serve("/a", to(site.url("/secret", host="inside.example")))
    places = {"inside.example": ["10.0.0.7"], "127.0.0.1": ["127.0.0.1"]}
    why = refused(
        url,
        allow=lambda address: address == "127.0.0.1" or is_public(address),
        resolve=lambda host, port: places[host],
    )
    assert "private network (10.0.0.7)), at http://inside.example" in why
