"""A web server on loopback that behaves as badly as a test wants."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """What a path answers; `raw` writes to the socket itself instead."""

    body: bytes | str = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    raw: Callable[[BufferedIOBase], object] | None = None


def plain(text: str, **details: Any) -> Answer:
    """A page of plain text."""
    return Answer(text, headers=(("Content-Type", "text/plain; charset=utf-8"),), **details)


def to(target: str, *, status: int = 302) -> Answer:
    """A redirect."""
    return Answer(status=status, headers=(("Location", target),))


class Site:
    """A running server: `pages` says what a path answers, one after the other, the last for ever.

    Shape: a path that is not there answers 404; `asked` has every path that was asked for.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, list[Answer]] = {}
        self.queries: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()

    def serve(self, path: str, *answers: Answer) -> str:
        """Let a path answer so; its address."""
        self.pages[path] = list(answers)
        return self.url(path)

    def any_query(self, path: str, answer: Answer) -> None:
        """Let a path answer so, whatever is asked behind its question mark."""
        self.queries[path] = answer

    def url(self, path: str, *, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def n_asked(self, path: str) -> int:
        """How often a path was asked for."""
        return self.asked.count(path)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        self.asked.append(handler.path)
        self.agents.add(handler.headers.get("User-Agent", ""))
        bare = handler.path.partition("?")[0]
        missing = self.queries.get(bare, Answer("not here", status=404))
        answers = self.pages.get(handler.path, [missing])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if answer.raw is not None:
            handler.close_connection = True
            answer.raw(handler.wfile)
            return
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        handler.send_response(answer.status)
        for name, value in answer.headers:
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


@contextmanager
def running() -> Iterator[Site]:
    """A site for the length of a block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            try:
                site.answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
