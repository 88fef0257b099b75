"""Whether the evidence still proves what the store says was fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO, Final

from sources.fetch.evidence import whole_members
from sources.models import FetchedPage, Problem

_PIECE: Final = 1024 * 1024


def problems_of_evidence(pages: Iterable[FetchedPage], *, place: Path) -> Iterator[Problem]:
    """Pages whose bytes are not in the evidence file, and records of it that were changed.

    Shape: the hash of every body is taken anew, and compared with that of each version of a page.
    """
    wanted = tuple(pages)
    if not wanted:
        return
    held, damage = _bodies(place)
    if damage is not None:
        yield Problem(
            what=f"the evidence is damaged: {damage}",
            where=str(place),
            next_step="restore it from a copy; the pages named below are not proven until then",
        )
    for page in wanted:
        if page.sha256 not in held:
            yield Problem(
                what=f"the bytes read on {page.retrieved_at.date()} are not in the evidence",
                where=page.url,
                next_step=f"append the evidence file of the desk that fetched it to {place.name},"
                " or fetch the page anew with `checker sources fetch --again`",
            )


def _bodies(place: Path) -> tuple[frozenset[str], str | None]:
    """The hash of every body that is whole, and what is wrong with the file."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    held: set[str] = set()
    try:
        with place.open("rb") as stream:
            for record in ArchiveIterator(stream, check_digests=True):
                if record.rec_type != "response":
                    continue
                body = record.content_stream()
                digest = sha256()
                while piece := body.read(_PIECE):
                    digest.update(piece)
                if record.digest_checker.passed is False:
                    name = record.rec_headers.get_header("WARC-Target-URI")
                    return frozenset(held), f"the record of {name} was changed"
                held.add(digest.hexdigest())
            stream.seek(0)
            return frozenset(held), _broken_off(stream)
    except OSError as error:
        return frozenset(held), f"it cannot be read ({error.strerror or error})"
    except ArchiveLoadFailed as error:
        return frozenset(held), str(error).strip()


def _broken_off(stream: BinaryIO) -> str | None:
    """Where the file stops being whole records, each a gzip member with its checksum."""
    whole = whole_members(stream)
    return (
        None
        if whole == stream.seek(0, SEEK_END)
        else f"what stands from byte {whole} on is not whole"
    )
