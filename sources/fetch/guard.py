"""Where a connection may lead: addresses of the open internet alone, unless allowed.

The address that is checked is the one that is connected to: a name is resolved once, and what it
resolves to a moment later does not matter. So a page cannot lead the program into the user's own
network, whatever it redirects to and whatever its name is made to mean.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from ssl import SSLContext
from typing import Any

import httpcore

Resolve = Callable[[str, int], Sequence[str]]
"""A host and a port to numeric addresses, in the order in which to try them."""
Allow = Callable[[str], bool]
"""Whether a numeric address may be connected to."""
Clock = Callable[[], float]

_NAT64 = IPv6Network("64:ff9b::/96")


class RefusedAddressError(Exception):
    """Nothing that the host resolves to may be connected to."""


class UnknownHostError(Exception):
    """There is no host of that name."""


def resolve(host: str, port: int) -> Sequence[str]:
    """What the system's resolver says.

    Raises: `OSError` where the name is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether a numeric address is of the open internet, also one wrapped in an IPv6 address.

    >>> [is_public(a) for a in ("8.8.8.8", "127.0.0.1", "::ffff:10.0.0.1", "169.254.169.254")]
    [True, False, False, False]
    >>> [is_public(a) for a in ("2002:a00:1::", "64:ff9b::a00:1", "fe80::1%eth0", "224.0.0.1")]
    [False, False, False, False]
    """
    found = ip_address(address)
    inner = _wrapped(found) if isinstance(found, IPv6Address) else None
    if inner is not None:
        found = inner
    return found.is_global and not found.is_multicast


def anywhere(address: str) -> bool:
    """Every address, those of private networks too."""
    return bool(address)


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to allowed addresses only, and ends whatever is not done by the deadline."""

    def __init__(self, *, allow: Allow, resolve: Resolve, clock: Clock) -> None:
        self._inner = httpcore.SyncBackend()
        self._allow = allow
        self._resolve = resolve
        self._clock = clock
        self._deadline = float("inf")

    def finish_by(self, deadline: float) -> None:
        """End everything by then, on the clock that was handed in."""
        self._deadline = deadline

    def left(self, timeout: float | None) -> float:
        """The shorter of a timeout and what is left of the whole.

        Raises: `httpcore.ReadTimeout` where nothing is left.
        """
        left = self._deadline - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return left if timeout is None else min(timeout, left)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """The first allowed address of the host that answers."""
        failed: Exception = httpcore.ConnectError("the name has no address")
        for address in self._allowed(host, port):
            try:
                stream = self._inner.connect_tcp(
                    address, port, self.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Stream(stream, backend=self)
        raise failed

    def sleep(self, seconds: float) -> None:
        """Wait; the pool asks for it between its own attempts, of which there are none."""
        time.sleep(seconds)

    def _allowed(self, host: str, port: int) -> list[str]:
        try:
            found = self._resolve(host, port)
        except OSError as error:
            if error.errno == socket.EAI_NONAME:
                raise UnknownHostError(host) from error
            raise httpcore.ConnectError(f"the name {host!r} is not known") from error
        allowed = [each for each in found if self._allow(each)]
        if found and not allowed:
            raise RefusedAddressError(found[0])
        return allowed


class _Stream(httpcore.NetworkStream):
    """A connection whose every step is cut off at the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, *, backend: GuardedBackend) -> None:
        self._inner = inner
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._backend.left(timeout))
        return _Stream(inner, backend=self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
