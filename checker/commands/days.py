"""A day as typed."""

from __future__ import annotations

from datetime import date

from claims.errors import UsageError


def day(typed: str | None, *, option: str) -> date | None:
    """The day that an option names.

    Raises: `UsageError` unless it is an ISO date.
    """
    if typed is None:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise UsageError(
            f"{option} {typed!r} is no date", next_step="write year, month and day as in 2021-10-20"
        ) from error
