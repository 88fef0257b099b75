"""One question to a server and its answer, within bounds of time and size.

Redirects are not followed here, cookies are not kept, and proxies of the environment are not
used: each connection is made by `sources.fetch.guard`.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple, Self

import httpcore
import httpx

from claims.errors import FetchError
from sources.fetch.guard import (
    Allow,
    Clock,
    GuardedBackend,
    RefusedAddressError,
    Resolve,
    UnknownHostError,
    is_public,
    resolve,
)
from sources.fetch.settings import FetchSettings

AGENT = "quotation-checker"
"""What the program calls itself, to servers and in their robots.txt."""
ACCEPTED = (
    "text/html,application/xhtml+xml,application/pdf;q=0.9,application/xml;q=0.9,text/*;q=0.8,"
    "*/*;q=0.1"
)
_HEADERS = {"user-agent": AGENT, "accept": ACCEPTED, "accept-encoding": "gzip"}
_PACKED = ("gzip", "x-gzip")
_GZIP = 31
"""Window bits that make zlib take gzip's frame."""

Headers = tuple[tuple[str, str], ...]


class UnansweredError(Exception):
    """No whole answer came this time; another attempt may get one."""


class Exchange(NamedTuple):
    """What was asked, and what came back.

    Shape: `sent` is the body as it was sent, `body` the same unpacked; `address` is the numeric
           address that answered.
    """

    url: str
    at: datetime
    asked: Headers
    version: str
    status: int
    reason: str
    headers: Headers
    sent: bytes
    body: bytes
    address: str | None

    @property
    def asked_target(self) -> str:
        """What the request line asked for: the address without scheme and host."""
        return httpx.URL(self.url).raw_path.decode("ascii")

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name), None)


def now() -> datetime:
    """The moment, in universal time."""
    return datetime.now(UTC)


class Client:
    """Asks servers; close it, or use it in a `with` statement.

    Shape: `allow` says which numeric addresses may be connected to; `resolve`, `clock` and
           `moment` are handed in for tests.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        allow: Allow = is_public,
        resolve: Resolve = resolve,
        clock: Clock = time.monotonic,
        moment: Callable[[], datetime] = now,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._moment = moment
        self._backend = GuardedBackend(allow=allow, resolve=resolve, clock=clock)
        self._pool = httpcore.ConnectionPool(
            ssl_context=_safe(),
            max_connections=10,
            keepalive_expiry=5,
            network_backend=self._backend,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.close()

    def get(self, url: str, *, largest: int) -> Exchange:
        """Ask for an address once.

        Unit:   `largest` in bytes, as sent and as unpacked.
        Raises: `UnansweredError` where it is worth another attempt; `FetchError` where not.
        """
        target = address(url)
        settings = self._settings
        self._backend.finish_by(self._clock() + settings.total_seconds)
        timeouts = {
            "connect": settings.connect_seconds,
            "read": settings.read_seconds,
            "write": settings.read_seconds,
            "pool": settings.connect_seconds,
        }
        request = httpx.Request("GET", target, headers=_HEADERS)
        with (
            _failures_at(url),
            self._pool.stream(
                "GET",
                httpcore.URL(
                    scheme=target.raw_scheme,
                    host=target.raw_host,
                    port=target.port,
                    target=target.raw_path,
                ),
                headers=request.headers.raw,
                extensions={"timeout": timeouts},
            ) as answer,
        ):
            headers = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in answer.headers)
            sent = _bounded(answer.iter_stream(), headers=headers, largest=largest, url=url)
            server = answer.extensions["network_stream"].get_extra_info("server_addr")
            return Exchange(
                url=url,
                at=self._moment(),
                asked=tuple(
                    (k.decode("latin-1"), v.decode("latin-1")) for k, v in request.headers.raw
                ),
                version=answer.extensions["http_version"].decode("ascii"),
                status=answer.status,
                reason=answer.extensions.get("reason_phrase", b"").decode("latin-1"),
                headers=headers,
                sent=sent,
                body=_unpacked(sent, headers=headers, largest=largest, url=url),
                address=server[0] if server else None,
            )


@cache
def _safe() -> ssl.SSLContext:
    """What certificates are checked with; made once, it takes long."""
    return httpx.create_ssl_context(trust_env=False)


def address(url: str) -> httpx.URL:
    """An address that can be asked for.

    Raises: `FetchError` for anything but a plain address of the web.
    """
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(
            "is no address of the web", where=url, next_step="correct the address"
        ) from error
    if "%" in target.host or target.scheme not in ("http", "https") or not target.host:
        raise FetchError(
            "is no address of the web", where=url, next_step="give one with http:// or https://"
        )
    if target.userinfo:
        raise FetchError(
            "has a name and password in it", where=url, next_step="give the address without them"
        )
    return target


@contextmanager
def _failures_at(url: str) -> Iterator[None]:
    """What the network reports, as one of our two errors."""
    try:
        yield
    except RefusedAddressError as error:
        raise FetchError(
            f"leads into a private network ({error})",
            where=url,
            next_step="repeat with --allow-private if that is meant",
        ) from error
    except UnknownHostError as error:
        raise FetchError(
            f"no host is called {error}", where=url, next_step="check the address"
        ) from error
    except httpcore.TimeoutException as error:
        raise UnansweredError("the server took too long to answer") from error
    except httpcore.ConnectError as error:
        if isinstance(error.__cause__, ssl.SSLError) or isinstance(error.__context__, ssl.SSLError):
            raise FetchError(
                f"the connection is not safe ({error})",
                where=url,
                next_step="open the page in a browser, save it, and add the file with --url",
            ) from error
        raise UnansweredError(f"no connection ({error})") from error
    except httpcore.RemoteProtocolError as error:
        raise UnansweredError(f"the answer broke off or is no HTTP ({error})") from error
    except httpcore.NetworkError as error:
        raise UnansweredError(f"the connection was lost ({error})") from error


def _bounded(chunks: Iterator[bytes], *, headers: Headers, largest: int, url: str) -> bytes:
    """The body as sent; what is announced as too large is not read at all."""
    announced = next((v for k, v in headers if k.lower() == "content-length"), "")
    if announced.isdecimal() and int(announced) > largest:
        raise _too_large(url, largest=largest)
    sent = bytearray()
    for chunk in chunks:
        sent += chunk
        if len(sent) > largest:
            raise _too_large(url, largest=largest)
    return bytes(sent)


def _unpacked(sent: bytes, *, headers: Headers, largest: int, url: str) -> bytes:
    """The body without its content codings, never more of it than is allowed."""
    codings = [v for k, v in headers if k.lower() == "content-encoding"]
    body = sent
    for coding in reversed([part.strip().lower() for v in codings for part in v.split(",")]):
        if coding in ("", "identity"):
            continue
        if coding not in _PACKED:
            raise FetchError(
                f"is packed as {coding!r}, which was not asked for",
                where=url,
                next_step="open the page in a browser, save it, and add the file with --url",
            )
        unpacker = zlib.decompressobj(_GZIP)
        try:
            body = unpacker.decompress(body, largest + 1)
        except zlib.error as error:
            raise UnansweredError(f"the answer cannot be unpacked ({error})") from error
        if len(body) > largest:
            raise _too_large(url, largest=largest)
        if not unpacker.eof:
            raise UnansweredError("the answer broke off")
    return body


def _too_large(url: str, *, largest: int) -> FetchError:
    return FetchError(
        f"is larger than {largest / 1024 / 1024:g} MiB",
        where=url,
        next_step="save the part that matters, and add the file with --url",
    )
