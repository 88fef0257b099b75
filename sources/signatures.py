"""The signatures of the passages, kept in the store's file and searched by counting bits.

A row holds those of 4,096 passages in turn, by their numbers: first the first 8 bytes of each, then
the next 8, so that a search adds up whole columns. A place without a passage is all zero, and so
is a passage without a vector.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sources.vectors import SIGNATURE_BYTES, UNSIGNED

if TYPE_CHECKING:
    from numpy.typing import NDArray

SCHEMA = "CREATE TABLE signature (block INTEGER PRIMARY KEY, bits BLOB NOT NULL)"
_BLOCK = 4096
_WORD = 8
_PLANES = SIGNATURE_BYTES // _WORD
_FURTHEST = 8 * SIGNATURE_BYTES + 1
_WIDER = 10
"""How many times as many are chosen by differing bits as are then wanted."""


def exist(connection: sqlite3.Connection) -> bool:
    """Whether any passage has a signature."""
    return connection.execute("SELECT 1 FROM signature LIMIT 1").fetchone() is not None


def put(connection: sqlite3.Connection, signatures: Iterable[tuple[int, bytes]]) -> None:
    """Give passages their signatures."""
    blocks: defaultdict[int, list[tuple[int, bytes]]] = defaultdict(list)
    for passage, signature in signatures:
        blocks[passage // _BLOCK].append((passage % _BLOCK, signature))
    for block, held in blocks.items():
        bits = bytearray(_bits(connection, block) or bytes(_BLOCK * SIGNATURE_BYTES))
        for at, signature in held:
            for plane in range(_PLANES):
                start = (plane * _BLOCK + at) * _WORD
                bits[start : start + _WORD] = signature[plane * _WORD : (plane + 1) * _WORD]
        connection.execute("INSERT OR REPLACE INTO signature VALUES (?, ?)", (block, bits))


def take(connection: sqlite3.Connection, passages: Iterable[int]) -> None:
    """Let passages have none any more."""
    put(connection, [(passage, UNSIGNED) for passage in passages])


def clear(connection: sqlite3.Connection) -> None:
    """Take all signatures away."""
    connection.execute("DELETE FROM signature")


def of(connection: sqlite3.Connection, passages: Sequence[int]) -> list[bytes]:
    """The signatures of some passages, in the order asked."""
    blocks = {block: _bits(connection, block) for block in {each // _BLOCK for each in passages}}
    found = []
    for passage in passages:
        bits = blocks[passage // _BLOCK] or bytes(_BLOCK * SIGNATURE_BYTES)
        starts = ((plane * _BLOCK + passage % _BLOCK) * _WORD for plane in range(_PLANES))
        found.append(b"".join(bits[start : start + _WORD] for start in starts))
    return found


def nearest(
    connection: sqlite3.Connection, wanted: NDArray[Any], *, n: int, among: Sequence[int] | None
) -> list[int]:
    """About the `n` passages whose signatures say most of a vector, which is given.

    First those whose bits differ least from the vector's own, then of these those whose bits fit
    its numbers best.

    Shape: a tie that would double them is left out, so that the order of import decides nothing;
           `among` are the only passages to look at, `None` all.
    """
    import numpy as np

    passages, bits = _least_different(connection, wanted, n=_WIDER * n, among=among)
    weights = np.round(wanted * 10_000).astype(np.int64)
    fits = np.unpackbits(bits, axis=1).astype(np.int64) @ weights
    best = np.sort(fits)[::-1]
    least = best[min(n, len(best)) - 1] if len(best) else 0
    chosen = fits >= least if (fits >= least).sum() <= 2 * n else fits > least
    return [int(each) for each in passages[chosen]]


def _least_different(
    connection: sqlite3.Connection, wanted: NDArray[Any], *, n: int, among: Sequence[int] | None
) -> tuple[NDArray[Any], NDArray[Any]]:
    """The passages that differ from a vector in the fewest bits, and their signatures."""
    import numpy as np

    asked = np.packbits(wanted > 0).view("<u8").reshape(_PLANES, 1)
    chosen = None if among is None else np.sort(np.asarray(among, np.int64))
    counts = np.zeros(_FURTHEST + 1, np.int64)
    kept = []
    for block, held in connection.execute("SELECT block, bits FROM signature ORDER BY block"):
        planes = np.frombuffer(held, "<u8").reshape(_PLANES, _BLOCK)
        at = np.arange(_BLOCK) if chosen is None else _of_block(chosen, block)
        distances = _distances(planes, asked)[at]
        counts += np.bincount(distances, minlength=len(counts))
        near = distances <= _bound(counts, n=n)
        kept.append((at[near] + block * _BLOCK, distances[near], planes[:, at[near]].T))
    if not kept:
        return np.zeros(0, np.int64), np.zeros((0, SIGNATURE_BYTES), np.uint8)
    passages, distances, bits = (np.concatenate(part) for part in zip(*kept, strict=True))
    near = distances <= _bound(counts, n=n)
    return passages[near], np.ascontiguousarray(bits[near]).view(np.uint8)


def _of_block(chosen: NDArray[Any], block: int) -> NDArray[Any]:
    first, last = chosen.searchsorted([block * _BLOCK, (block + 1) * _BLOCK])
    found: NDArray[Any] = chosen[first:last] - block * _BLOCK
    return found


def _distances(planes: NDArray[Any], asked: NDArray[Any]) -> NDArray[Any]:
    """In how many bits each signature of a block differs; further than any where it has none."""
    import numpy as np

    found: NDArray[Any] = np.bitwise_count(planes ^ asked).sum(axis=0, dtype=np.uint16)
    found[~planes.any(axis=0)] = _FURTHEST
    return found


def _bound(counts: NDArray[Any], *, n: int) -> int:
    """The distance up to which about `n` lie; it only shrinks while more are counted."""
    up_to = counts[:_FURTHEST].cumsum()
    bound = int(up_to.searchsorted(min(n, up_to[-1])))
    return bound if bound == 0 or up_to[bound] <= 2 * n else bound - 1


def _bits(connection: sqlite3.Connection, block: int) -> bytes | None:
    row = connection.execute("SELECT bits FROM signature WHERE block = ?", (block,)).fetchone()
    return None if row is None else bytes(row[0])
