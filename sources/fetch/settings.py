"""How pages are fetched: how long, how often, how much."""

from __future__ import annotations

from pydantic import Field

from claims.models import Model

_MIB = 1024 * 1024


class FetchSettings(Model):
    """Bounds of fetching; each keeps a server from holding, flooding or misleading the program.

    Unit: `*_seconds` in seconds, `largest_*` in bytes.
    """

    connect_seconds: float = Field(default=10, gt=0, le=300, description="to reach a server")
    read_seconds: float = Field(default=20, gt=0, le=300, description="between two pieces")
    total_seconds: float = Field(
        default=60, gt=0, le=3600, description="for one answer, however it drips"
    )
    attempts: int = Field(
        default=3, ge=1, le=10, description="times that one address is asked, the first included"
    )
    first_wait_seconds: float = Field(
        default=1, gt=0, le=60, description="before the second attempt; twice as long each time"
    )
    longest_wait_seconds: float = Field(
        default=60, ge=0, le=3600, description="a server that asks for more is left for today"
    )
    pause_seconds: float = Field(
        default=1, ge=0, le=600, description="between two requests to one host"
    )
    redirects: int = Field(default=10, ge=0, le=50, description="followed from one address")
    largest_page: int = Field(
        default=20 * _MIB, ge=1024, le=1024 * _MIB, description="as sent, and as unpacked"
    )
    largest_robots: int = Field(
        default=_MIB // 2, ge=1024, le=16 * _MIB, description="of a robots.txt that is read"
    )
    archive: str = Field(
        default="https://archive.org/wayback/available",
        description="what is asked for an archived copy's address, with --archive only",
    )


DEFAULT = FetchSettings.model_construct()
