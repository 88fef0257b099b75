"""What one check from the shell may not load: it would cost more than the whole answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sources.store import Store

_HEAVY = {
    "asyncio",
    "http",
    "importlib.metadata",  # pydantic loads it when it builds a first schema
    "logging",
    "numpy",
    "platformdirs",
    "prompt_toolkit",
    "rich",
    "spacy",
    "thinc",
    "tomllib",
    "urllib.request",
}
_CALL = """
import sys
from checker.cli import main
code = main(sys.argv[1:])
print("modules:", code, *sorted(sys.modules), file=sys.stderr)
"""
QUOTES = {
    "bare": "A new administration is in power now",
    "speaker": '"A new administration is in power now," Lavrov said.',
    "long paste": "The orchard keepers counted their pears before the rain came. " * 50,
    "no source": '"The orchard keepers counted their pears before the rain," Lavrov said.',
}


@pytest.mark.parametrize("quote", QUOTES.values(), ids=list(QUOTES))
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["plain", "json"])
def test_a_check_loads_nothing_heavy(
    quote: str, options: tuple[str, ...], store_path: Path
) -> None:
    Store.open(store_path).close()
    call = [sys.executable, "-c", _CALL, "--store", str(store_path), "check", *options, quote]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False)
    code, *modules = done.stderr.partition("modules: ")[2].split()
    assert code in ("0", "1"), done.stderr
    assert not _HEAVY.intersection(modules)
    assert "checker.check" in modules
