"""How the counts over results read, and the worst of their findings."""

from __future__ import annotations

from collections.abc import Iterable

from checker.models import Level, Result, Summary
from checker.reports.words import VERDICT_WORDS


def sentence(summary: Summary) -> str:
    """The counts in words; kinds that do not occur are left out.

    >>> sentence(Summary(quotes=3, match=2, paraphrase=0, no_source=1, not_checked=0, findings={}))
    '3 quotes: 2 match, 1 no source'
    """
    counts = {
        VERDICT_WORDS["match"]: summary.match,
        VERDICT_WORDS["paraphrase"]: summary.paraphrase,
        VERDICT_WORDS["no_source"]: summary.no_source,
        "not checked": summary.not_checked,
    }
    parts = ", ".join(f"{count} {name.lower()}" for name, count in counts.items() if count)
    total = f"{summary.quotes} quote" + ("" if summary.quotes == 1 else "s")
    return f"{total}: {parts}" if parts else total


def worst(results: Iterable[Result]) -> Level | None:
    """The highest severity of any finding; `None` where nothing was found."""
    levels = [Level[finding.severity] for result in results for finding in result.findings]
    return max(levels, default=None)
