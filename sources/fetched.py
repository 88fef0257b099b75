"""Which pages were fetched, and what became of them: the SQL behind it.

A row is one version of one page. The bytes themselves lie in the evidence file beside the store.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime

from sources.models import FetchedPage

_COLUMNS = "url, sha256, retrieved_at, seen_at, leads_to, redirects, media_type, archived, fault"


def versions(connection: sqlite3.Connection, *, url: str) -> tuple[FetchedPage, ...]:
    """Every version of a page, the one seen last at the end."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM page WHERE url = ? ORDER BY seen_at", (url,))
    return tuple(map(_page, rows))


def every(connection: sqlite3.Connection) -> tuple[FetchedPage, ...]:
    """Every version of every page, by address, the one seen last at the end."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM page ORDER BY url, seen_at")
    return tuple(map(_page, rows))


def take_over(connection: sqlite3.Connection, page: FetchedPage) -> None:
    """Remember what another store fetched; of one version, when it first and last came."""
    own = {each.sha256: each for each in versions(connection, url=page.url)}.get(page.sha256)
    if own is None:
        keep(connection, page)
        return
    connection.execute(
        """UPDATE page SET retrieved_at = ?, seen_at = ?, archived = coalesce(archived, ?)
           WHERE url = ? AND sha256 = ?""",
        (
            min(own.retrieved_at, page.retrieved_at).isoformat(),
            max(own.seen_at, page.seen_at).isoformat(),
            page.archived,
            page.url,
            page.sha256,
        ),
    )


def keep(connection: sqlite3.Connection, page: FetchedPage) -> None:
    """Remember a version; one that is known was seen again. The caller holds the transaction."""
    connection.execute(
        f"""INSERT INTO page ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (url, sha256) DO UPDATE SET
                seen_at = excluded.seen_at, leads_to = excluded.leads_to,
                redirects = excluded.redirects, fault = excluded.fault,
                archived = coalesce(excluded.archived, archived)""",
        (
            page.url,
            page.sha256,
            page.retrieved_at.isoformat(),
            page.seen_at.isoformat(),
            page.leads_to,
            json.dumps(page.redirects),
            page.media_type,
            page.archived,
            page.fault,
        ),
    )


def outdated(connection: sqlite3.Connection) -> Iterator[tuple[str, str, datetime]]:
    """Statements of a page version that a later one has replaced, which nobody explained yet.

    Shape: (statement, address, when the later version first came). What the later version still
           says was given to it when it was taken in.
    """
    rows = connection.execute(
        """SELECT statement.name, page.url, min(newer.retrieved_at)
           FROM page
           JOIN page AS newer ON newer.url = page.url AND newer.seen_at > page.seen_at
           JOIN source ON source.sha256 = page.sha256
           JOIN statement ON statement.source = source.id
           WHERE statement.corrected_by IS NULL AND NOT statement.withdrawn
           GROUP BY statement.id ORDER BY page.url, statement.name"""
    )
    for name, url, came in rows:
        yield name, url, datetime.fromisoformat(came)


def _page(row: tuple[str, ...]) -> FetchedPage:
    url, sha256, retrieved_at, seen_at, leads_to, redirects, media_type, archived, fault = row
    return FetchedPage(
        url=url,
        sha256=sha256,
        retrieved_at=datetime.fromisoformat(retrieved_at),
        seen_at=datetime.fromisoformat(seen_at),
        leads_to=leads_to,
        redirects=tuple(json.loads(redirects)),
        media_type=media_type,
        archived=archived,
        fault=fault,
    )
