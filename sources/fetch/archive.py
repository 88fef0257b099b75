"""Where an archive has a copy of a page: asked only where the user allows it."""

from __future__ import annotations

import json
from datetime import datetime
from urllib.parse import urlencode

from claims.errors import FetchError
from sources.fetch.download import Downloader


def archived_copy(url: str, *, near: datetime, endpoint: str, downloader: Downloader) -> str | None:
    """The address of the archived copy nearest to a moment, `None` where there is none.

    Raises: `FetchError` where the archive does not answer, or not in its own form.
    Source: the Wayback Machine's availability service.
    """
    question = urlencode({"url": url, "timestamp": near.strftime("%Y%m%d%H%M%S")})
    answer = downloader.answer(f"{endpoint}?{question}")
    try:
        copies = json.loads(answer.body)["archived_snapshots"]
        closest = copies["closest"] if copies else {}
        found = closest["url"] if closest and closest["available"] else None
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError(
            "the archive's answer cannot be read",
            where=endpoint,
            next_step="the page itself is kept; ask again later with --archive --again",
        ) from error
    return found if isinstance(found, str) and found.startswith(("http://", "https://")) else None
