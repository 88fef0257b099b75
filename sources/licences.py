"""Which texts may be passed on: by the licence that their publisher gives them. Pure.

What is not known to be allowed is left out: no licence means no permission.
"""

from __future__ import annotations

import re
from typing import Final

from sources.models import Statement

OPEN: Final = (
    "cc0",
    "cc-by",
    "cc-by-sa",
    "public-domain",
    "pddl",
    "odc-by",
    "odbl",
    "ogl-uk",
    "mit",
    "apache",
    "bsd",
)
"""Licences that let anybody pass a text on, by the start of their SPDX name without version.

Source: SPDX License List; none that forbids commercial use (NC) or changes (ND), since a list is
        passed on for any use, and a statement is a part of its page.
"""
_VERSION: Final = re.compile(r"-v?\d+(?:\.\d+)*(?:-(?:igo|international|unported))?$")
_NAMES: Final = {
    "creative-commons-attribution": "cc-by",
    "creative-commons-attribution-sharealike": "cc-by-sa",
    "creative-commons-zero": "cc0",
    "open-government": "ogl-uk",
    "public-domain-mark": "public-domain",
    "us-government-work": "public-domain",
}


def is_redistributable(statement: Statement) -> bool:
    """Whether a statement may be passed on: a summary of ours, or of an open licence."""
    licence = statement.source.licence
    return statement.wording == "rendering" or (licence is not None and is_open(licence))


def is_open(licence: str) -> bool:
    """Whether a licence, named in whatever way, lets anybody pass the text on.

    >>> [is_open(name) for name in ("CC BY 4.0", "CC-BY-SA-3.0-IGO", "CC0-1.0", "Public domain")]
    [True, True, True, True]
    >>> [is_open(name) for name in ("CC BY-NC 4.0", "CC-BY-ND-4.0", "All rights reserved", "")]
    [False, False, False, False]
    """
    name = re.sub(r"[\s_]+", "-", licence.strip().casefold())
    name = _VERSION.sub("", name).removesuffix("-licence").removesuffix("-license")
    return _NAMES.get(name, name) in OPEN
