"""Where the public evaluation sets stand: outside the repository, found by CHECKER_DATASETS.

Nothing of them is ever copied here. A runner that finds its set absent says so in one line.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VARIABLE = "CHECKER_DATASETS"
DEFAULT = "../shared/datasets"


def folder(name: str) -> Path | None:
    """The folder of one set, `None` where it is absent; the default is beside the repository."""
    root = Path(__file__).parent.parent
    path = (root / os.environ.get(VARIABLE, DEFAULT)).resolve() / name
    return path if path.is_dir() else None


def absent(name: str) -> str:
    """The line to print where a set is absent."""
    return f"{name}: skipped, the set is not here; set {VARIABLE} to the folder that holds it"


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of one gzipped JSON-lines file, as they are."""
    with gzip.open(path, mode="rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)
