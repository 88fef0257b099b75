"""Every threshold and option of the checker: one frozen tree.

Each number names its unit, its reason, and the evaluation that chose it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from claims.models import Model

Profile = Literal["strict", "ap", "guardian", "wsj"]


class Settings(Model):
    """The whole tree; a TOML file may override any field."""

    profile: Profile = "strict"
    candidates: int = Field(
        default=20, ge=1, le=200, description="statements aligned for each claim"
    )
    near_misses: int = Field(default=3, ge=0, le=3, description="closest statements shown")
