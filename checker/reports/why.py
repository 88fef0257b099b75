"""Why the verdict is what it is: one sentence that names the deciding statement or edit."""

from __future__ import annotations

from checker.codes import CODES
from checker.models import Evidence, Finding, Result
from checker.reports import words
from checker.reports.escape import printable


def why(result: Result) -> str:
    """The sentence, "" for a quote that was not checked: its headline says why.

    Shape: a statement is named by who, when, where, and its id.
    """
    if result.status == "not_checked":
        return ""
    if result.evidence:
        held = result.evidence if _synthesised(result) else result.evidence[:1]
        named = "; ".join(_named(evidence) for evidence in held)
        if result.verdict == "match":
            return f"The quoted words stand in a stored statement: {named}."
        return f"The same is said in other words: {named}."
    if not result.near_misses:
        return "No stored statement holds these words or this meaning."
    closest = _named(result.near_misses[0])
    deciding = _deciding(result)
    if deciding is None:
        return f"No stored statement says this; the closest says something else: {closest}."
    return f"The closest statement, {closest}, does not support it: {_as_clause(deciding.message)}"


def _named(evidence: Evidence) -> str:
    when = words.when_and_where(evidence)
    return f"{printable(evidence.speaker)}, {when} ({printable(evidence.statement)})"


def _synthesised(result: Result) -> bool:
    return any(finding.code == "synthesised" for finding in result.findings)


def _deciding(result: Result) -> Finding | None:
    """The finding that made it no source, `None` where nothing came near enough."""
    blocking = (
        finding
        for finding in words.worst_first(result.findings)
        if CODES[finding.code].bearing == "no_source" and finding.severity == "error"
    )
    return next(blocking, None)


def _as_clause(sentence: str) -> str:
    """A message after a colon: its first letter small, unless it begins with a name or a mark.

    >>> _as_clause("The sense is turned."), _as_clause("“Not” was added.")
    ('the sense is turned.', '“Not” was added.')
    """
    first = sentence.partition(" ")[0]
    return sentence[:1].lower() + sentence[1:] if first in _OPENERS else sentence


_OPENERS = frozenset(
    ("The", "A", "An", "Two", "This", "These", "Words", "What", "It", "One", "Who")
)
