"""docs/verdicts.md lists every code of the program with its verdict and severity, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.codes import CODES

PAGE = Path(__file__).parent.parent / "docs" / "verdicts.md"
_ROW = re.compile(r"^\| `(\w+)` \|.*\| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def documented() -> dict[str, tuple[str, str]]:
    """Code -> what the page says of its verdict and its severity."""
    page = PAGE.read_text("utf-8").partition("## Findings")[2]
    rows: list[tuple[str, str, str]] = _ROW.findall(page)
    found = {code: (verdict, severity) for code, verdict, severity in rows}
    assert len(found) == len(rows), "a code is listed twice"
    return found


def test_every_code_is_documented_and_no_other() -> None:
    assert documented().keys() == CODES.keys()


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_page_gives_the_verdict_and_severity_of_the_table(code: str) -> None:
    verdict, severity = documented()[code]
    entry = CODES[code]
    assert (entry.severity or "none") in re.findall(r"\w+", severity)
    assert entry.bearing == "none" or entry.bearing in re.findall(r"\w+", verdict)
