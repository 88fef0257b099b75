"""The evidence file: what a reader of WARC files finds in it, and what a killed program leaves."""

from __future__ import annotations

import base64
import gzip
import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from source_samples import in_child, killed
from warcio.archiveiterator import ArchiveIterator

from claims.errors import OutputError
from sources.fetch.client import Exchange
from sources.fetch.evidence import append, evidence_path, records_of
from sources.fetch.proof import problems_of_evidence
from sources.models import FetchedPage
from sources.store import Store

AT = datetime(2021, 10, 20, 14, 5, 3, tzinfo=UTC)


def exchange(url: str = "https://torvik.example/talk", **fields: Any) -> Exchange:
    """One answer of a server."""
    filled: dict[str, Any] = {
        "at": AT,
        "asked": (("Host", "torvik.example"), ("User-Agent", "quotation-checker")),
        "version": "HTTP/1.1",
        "status": 200,
        "reason": "OK",
        "headers": (("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")),
        "sent": "The harbour is open. «Да»".encode(),
        "body": b"",
        "address": "192.0.2.7",
    }
    return Exchange(url=url, **(filled | fields))


def records(place: Path) -> list[tuple[str, str, str, bytes]]:
    """(type, address, status or request line, payload) of every record, digests checked."""
    found = []
    with place.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            head = record.http_headers
            line = f"{head.protocol} {head.statusline}"
            payload = record.content_stream().read()
            uri = record.rec_headers.get_header("WARC-Target-URI")
            found.append((record.rec_type, uri, line, payload))
    return found


def test_each_step_is_a_response_and_its_request(tmp_path: Path) -> None:
    place = tmp_path / "store.warc.gz"
    moved = exchange("https://torvik.example/a?x=1", status=301, reason="Moved", sent=b"")
    append(records_of([moved, exchange()]), place=place, end=0)
    assert records(place) == [
        ("response", moved.url, "HTTP/1.1 301 Moved", b""),
        ("request", moved.url, "GET /a?x=1 HTTP/1.1", b""),
        ("response", exchange().url, "HTTP/1.1 200 OK", exchange().sent),
        ("request", exchange().url, "GET /talk HTTP/1.1", b""),
    ]
    with place.open("rb") as stream:
        _, _, response, request = [r.rec_headers for r in ArchiveIterator(stream)]
    assert response.get_header("WARC-Date") == "2021-10-20T14:05:03Z"
    assert response.get_header("WARC-IP-Address") == "192.0.2.7"
    digest = base64.b32encode(hashlib.sha1(exchange().sent).digest()).decode()
    assert response.get_header("WARC-Payload-Digest") == f"sha1:{digest}"
    assert request.get_header("WARC-Concurrent-To") == response.get_header("WARC-Record-ID")


def test_the_file_grows_and_is_its_owners_alone(tmp_path: Path) -> None:
    place = tmp_path / "store.warc.gz"
    end = append(records_of([exchange()]), place=place, end=0)
    assert end == place.stat().st_size
    append(records_of([exchange("https://torvik.example/b")]), place=place, end=end)
    assert len(records(place)) == 4
    assert place.stat().st_mode & 0o077 == 0


def test_half_a_record_is_cut_off_and_a_whole_one_kept(tmp_path: Path) -> None:
    place = tmp_path / "store.warc.gz"
    first, second = records_of([exchange()]), records_of([exchange("https://torvik.example/b")])
    for cut, n_whole in ((1, 4), (20, 4), (len(second) - 1, 5)):  # its response is whole then
        place.unlink(missing_ok=True)
        end = append(first, place=place, end=0)
        with place.open("ab") as stream:
            stream.write(second[:cut])
        append(first, place=place, end=end)
        assert len(records(place)) == n_whole, cut
    end = append(first, place=place, end=0)
    with place.open("ab") as stream:
        stream.write(second)
    n = len(records(place))
    append(first, place=place, end=end)
    assert len(records(place)) == n + 2


def test_a_file_that_was_taken_away_is_begun_anew(tmp_path: Path) -> None:
    place = tmp_path / "store.warc.gz"
    append(records_of([exchange()]), place=place, end=10_000)
    assert len(records(place)) == 2


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    place = tmp_path / "store.warc.gz"
    place.mkdir()
    with pytest.raises(OutputError, match="the evidence cannot be written"):
        append(b"", place=place, end=0)


@pytest.mark.parametrize("written", [0, 30, 10_000])
def test_a_program_killed_while_it_writes_leaves_evidence_that_can_go_on(
    tmp_path: Path, written: int
) -> None:
    """The child is killed inside its change of the store, with so many bytes written."""
    store, place = tmp_path / "store.db", evidence_path(tmp_path / "store.db")
    Store.open(store, builtin=False).close()

    def keep(url: str, *, n_bytes: int | None = None) -> None:
        def write(end: int) -> int:
            records = records_of([exchange(url)])
            end = append(records[:n_bytes], place=place, end=end)
            if n_bytes is not None:
                import os
                import signal

                os.kill(os.getpid(), signal.SIGKILL)
            return end

        with Store.open(store) as opened:
            opened.keep_evidence(write)

    keep("https://torvik.example/1")
    assert killed(in_child(lambda: keep("https://torvik.example/2", n_bytes=written)))
    keep("https://torvik.example/3")
    kept = [uri for kind, uri, _, _ in records(place) if kind == "response"]
    wanted = ["https://torvik.example/1", "https://torvik.example/3"]
    if written == 10_000:
        wanted.insert(1, "https://torvik.example/2")
    assert kept == wanted


def page(body: bytes) -> FetchedPage:
    """A page as the store remembers it."""
    address = exchange().url
    return FetchedPage(address, hashlib.sha256(body).hexdigest(), AT, AT, address, (), "text/html")


def test_what_was_fetched_is_proven_by_the_evidence(tmp_path: Path) -> None:
    place = tmp_path / "store.warc.gz"
    packed = gzip.compress(b"The ferry sails.")
    append(
        records_of([exchange(), exchange(sent=packed, headers=(("Content-Encoding", "gzip"),))]),
        place=place,
        end=0,
    )
    known = [page(exchange().sent), page(b"The ferry sails.")]
    assert list(problems_of_evidence(known, place=place)) == []
    assert list(problems_of_evidence([], place=tmp_path / "none")) == []
    (lost,) = problems_of_evidence([*known, page(b"Another.")], place=place)
    assert lost.where == exchange().url
    assert "2021-10-20 are not in the evidence" in lost.what
    assert "store.warc.gz" in lost.next_step


@pytest.mark.parametrize("change", ["lost", "cut", "overwritten", "forged"])
def test_changed_evidence_is_found(tmp_path: Path, change: str) -> None:
    place = tmp_path / "store.warc.gz"
    append(records_of([exchange(sent=b"The harbour is open." * 40)]), place=place, end=0)
    data = place.read_bytes()
    plain = gzip.decompress(data).replace(b"open", b"shut")
    changed = {
        "cut": data[: len(data) // 3],
        "overwritten": data[:100] + bytes(60) + data[160:],
        "forged": gzip.compress(plain),
    }
    if change == "lost":
        place.unlink()
    else:
        place.write_bytes(changed[change])
    problems = list(problems_of_evidence([page(b"The harbour is open." * 40)], place=place))
    assert "not in the evidence" in problems[-1].what
    assert "damaged" in problems[0].what
