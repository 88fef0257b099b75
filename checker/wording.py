"""The findings on words: one for each coded edit that a person must know of. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from checker.classes import hedges
from checker.codes import severity_of
from checker.compare import Comparison
from checker.edits import CodedEdit
from checker.messages import finding
from checker.models import Finding, Severity
from checker.settings import Profile
from claims.models import Claim

_WORDING_ONLY = frozenset(
    "undeclared_omission minor_wording reworded not_verbatim reordered grammar_fixed"
    " cleaned_speech".split()
)
"""Codes that tell how the words differ, not what they say."""


def wording_findings(
    claim: Claim, comparison: Comparison, *, profile: Profile
) -> Iterator[Finding | None]:
    """How the printed words differ from those of the statement that supports them."""
    marked = claim.quote.kind not in ("indirect", "claim")
    if not comparison.by_words:
        yield from _free(comparison, marked=marked)
        return
    translated = _is_translation(comparison)
    edits = _distinct(comparison.edits)
    if not marked:
        edits = [edit for edit in edits if edit.code not in _WORDING_ONLY]
    for edit in edits:
        if edit.code == "person_shift" and not marked:
            yield finding("person_shift", quoted=edit.quoted, stored=edit.stored, severity="info")
        else:
            yield _finding(edit, profile=profile, translated=translated)
    if comparison.verdict == "paraphrase":
        if not marked:
            yield finding("indirect_ok")
        elif translated:
            yield finding("translation_variant")


def soft_findings(claim: Claim, comparison: Comparison) -> Iterator[Finding | None]:
    """Tolerable differences of meaning, found without a word alignment."""
    if not comparison.by_words:
        quoted = hedges(comparison.alignment.quote.keys)
        stored = hedges(comparison.alignment.stored.keys)
        for code in comparison.soft:
            lost, gained = sorted(stored - quoted), sorted(quoted - stored)
            if lost or gained:
                yield finding(code, quoted=", ".join(gained), stored=", ".join(lost))


def _free(comparison: Comparison, *, marked: bool) -> Iterator[Finding | None]:
    """The same meaning in other words."""
    if not marked:
        yield finding("indirect_ok")
    elif _is_translation(comparison):
        yield finding("translation_variant")
    else:
        yield finding("not_verbatim")


def _is_translation(comparison: Comparison) -> bool:
    statement = comparison.statement
    return (
        statement.wording in ("official_translation", "agency_translation")
        and statement.original_language != statement.language
    )


def _distinct(edits: tuple[CodedEdit, ...]) -> list[CodedEdit]:
    """Each difference once, at most three of a kind."""
    kept: dict[tuple[str, str, str], CodedEdit] = {}
    counts: dict[str, int] = {}
    for edit in edits:
        key = edit.code, edit.quoted.casefold(), edit.stored.casefold()
        if key not in kept and counts.get(edit.code, 0) < 3:
            kept[key] = edit
            counts[edit.code] = counts.get(edit.code, 0) + 1
    return list(kept.values())


def _finding(edit: CodedEdit, *, profile: Profile, translated: bool) -> Finding | None:
    code, severity = edit.code, severity_of(edit.code)
    if code == "cleaned_speech" and profile == "ap":
        severity = "warning"
    if code == "grammar_fixed" and profile in ("guardian", "wsj"):
        severity = "notice"
    if translated and code == "hedge_changed":
        code, severity = "translation_hedge", severity_of("translation_hedge")
    elif translated and code in ("reworded", "not_verbatim", "minor_wording", "reordered"):
        return None
    shown: Severity | None = severity
    return finding(code, quoted=edit.quoted, stored=edit.stored, severity=shown)
