"""What was fetched, kept as it came: request and response records in one growing WARC file.

Source: ISO 28500 (WARC 1.1). Every record is a gzip member of its own, so that the file can grow
at its end and be read from any record on.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from claims.errors import OutputError
from sources.fetch.client import Exchange, Headers
from sources.store import Store

_PIECE = 1024 * 1024
_GZIP = 31
_BATCH = 8
"""Records that are appended at once."""


def evidence_path(store: Path) -> Path:
    """The file beside a store that holds what was fetched for it.

    >>> evidence_path(Path("desk/store.db")).name
    'store.warc.gz'
    """
    return store.with_name(f"{store.stem}.warc.gz")


def records_of(exchanges: Iterable[Exchange]) -> bytes:
    """Every step as a response and the request that it answers, ready to be appended."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    written = BytesIO()
    writer = WARCWriter(written, gzip=True, warc_version="1.1")
    for each in exchanges:
        about = {"WARC-Date": each.at.strftime("%Y-%m-%dT%H:%M:%SZ")}
        if each.address:
            about["WARC-IP-Address"] = each.address
        status = StatusAndHeaders(
            f"{each.status} {each.reason}".strip(), _kept(each.headers), protocol=each.version
        )
        target = each.asked_target
        asked = StatusAndHeaders(
            f"GET {target} {each.version}", list(each.asked), is_http_request=True
        )
        response = writer.create_warc_record(
            each.url,
            "response",
            BytesIO(each.sent),
            len(each.sent),
            http_headers=status,
            warc_headers_dict=about,
        )
        request = writer.create_warc_record(
            each.url, "request", http_headers=asked, warc_headers_dict=about
        )
        writer.write_request_response_pair(request, response)
    return written.getvalue()


def _kept(headers: Headers) -> list[tuple[str, str]]:
    """The headers that fit the body: it is kept in one piece, whatever pieces it came in."""
    return [(name, value) for name, value in headers if name.lower() != "transfer-encoding"]


def append(records: bytes, *, place: Path, end: int) -> int:
    """Add records at the end of the evidence; the new end.

    Shape: `end` is where the last records ended that the store knows of. Half a record behind
           it is what a killed program left, and is cut off.
    Raises: `OutputError` where the file cannot be written.
    """
    try:
        handle = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "r+b") as stream:
            size = stream.seek(0, os.SEEK_END)
            if size > end:
                stream.seek(end)
                size = end + whole_members(stream)
                stream.truncate(size)
            stream.seek(size)
            stream.write(records)
            stream.flush()
            os.fsync(stream.fileno())
            return stream.tell()
    except OSError as error:
        raise OutputError(
            f"the evidence cannot be written ({error.strerror})",
            where=str(place),
            next_step="free space or allow writing there; nothing of this page was stored",
        ) from error


def whole_members(stream: BinaryIO) -> int:
    """How many bytes from where the stream stands are whole gzip members."""
    return sum(map(len, members(stream)))


def members(stream: BinaryIO) -> Iterator[bytes]:
    """The whole gzip members from where the stream stands, each a record, up to the first other.

    Shape: the checksum at each member's end is compared, so a changed byte ends them.
    """
    piece = stream.read(_PIECE)
    while piece:
        member = zlib.decompressobj(_GZIP)
        raw = bytearray()
        try:
            while piece and not member.eof:
                member.decompress(piece)
                raw += piece
                piece = member.unused_data or stream.read(_PIECE)
        except zlib.error:
            return
        if not member.eof:
            return
        yield bytes(raw[: len(raw) - len(member.unused_data)])


def take_over(other: Path, *, store: Store) -> int:
    """Append the records of another store's evidence that this one's lacks; how many those are.

    Raises: `OutputError` where they cannot be written, or the other's cannot be read.
    """
    place, theirs = evidence_path(store.path), evidence_path(other)
    if not theirs.exists() or (place.exists() and place.samefile(theirs)):
        return 0
    n_taken = 0
    try:
        held = _digests(place)
        with theirs.open("rb") as stream:
            new = (raw for raw in members(stream) if not _is_known(raw, held=held))
            while batch := list(islice(new, _BATCH)):
                records = b"".join(batch)
                store.keep_evidence(partial(_appended, records, place))
                n_taken += len(batch)
    except OSError as error:
        raise OutputError(
            f"the evidence cannot be read ({error.strerror})",
            where=str(theirs),
            next_step="allow reading it and add the store again; no statement of it was stored",
        ) from error
    return n_taken


def _appended(records: bytes, place: Path, end: int) -> int:
    return append(records, place=place, end=end)


def _digests(place: Path) -> set[bytes]:
    if not place.exists():
        return set()
    with place.open("rb") as stream:
        return {sha256(raw).digest() for raw in members(stream)}


def _is_known(raw: bytes, *, held: set[bytes]) -> bool:
    """Whether a record is held; from then on it is."""
    digest = sha256(raw).digest()
    known = digest in held
    held.add(digest)
    return known
