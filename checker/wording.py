"""The findings on words: one for each coded edit that a person must know of. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.align import Alignment
from checker.classes import hedges
from checker.codes import severity_of
from checker.compare import Comparison
from checker.cut import hedge_outside
from checker.edits import CodedEdit
from checker.hunks import Hunk
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
    translated = comparison.statement.is_translation
    edits = _distinct(_by_bracket(comparison))
    if not marked:
        edits = [edit for edit in edits if edit.code not in _WORDING_ONLY]
    for edit in edits:
        if edit.code == "person_shift" and not marked:
            yield finding("person_shift", quoted=edit.quoted, stored=edit.stored, severity="info")
        else:
            yield _finding(edit, profile=profile, translated=translated)
    if not any(edit.code == "hedge_changed" for edit in edits):
        yield _hedge_left(claim, comparison)
    if comparison.verdict == "paraphrase":
        if not marked:
            yield finding("indirect_ok")
        elif translated:
            yield finding("translation_variant")


def _hedge_left(claim: Claim, comparison: Comparison) -> Finding | None:
    """A hedge that the cut left out, unless the text around the quotation has it."""
    lost = hedge_outside(comparison.alignment)
    around = f"{claim.context.casefold()} {claim.quote.text.casefold()}"
    if not lost or comparison.statement.wording == "rendering" or lost.casefold() in around:
        return None
    code = "translation_hedge" if comparison.statement.is_translation else "hedge_changed"
    return finding(code, stored=lost)


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
    elif comparison.statement.is_translation:
        yield finding("translation_variant")
    else:
        yield finding("not_verbatim")


_BRACKETED = ("bracket_added", "bracket_replaced")


def _by_bracket(comparison: Comparison) -> list[CodedEdit]:
    """The edits, those of one pair of brackets as one, with all the words in it."""
    made: list[CodedEdit] = []
    for edit in comparison.edits:
        last = made[-1] if made else None
        if last and edit.code in _BRACKETED and last.code in _BRACKETED:
            one = _whole(last, edit, alignment=comparison.alignment)
            if one is not None:
                made[-1] = one
                continue
        made.append(edit)
    return made


def _whole(one: CodedEdit, other: CodedEdit, *, alignment: Alignment) -> CodedEdit | None:
    """Two edits of one pair of brackets as one; `None` where a bracket closes between them."""
    words, text = alignment.quote.words, alignment.quote.text
    between = text[words[one.hunk.quote_start].end : words[other.hunk.quote_end - 1].start]
    if "]" in between:
        return None
    first, last = one.hunk, other.hunk
    hunk = Hunk("replace", first.quote_start, last.quote_end, first.stored_start, last.stored_end)
    quoted = text[words[hunk.quote_start].start : words[hunk.quote_end - 1].end]
    if one.code == other.code == "bracket_added":
        return one._replace(hunk=hunk, quoted=quoted)
    said = alignment.said(hunk)
    stored = alignment.stored.text[said[0].start : said[-1].end]
    return one._replace(hunk=hunk, code="bracket_replaced", quoted=quoted, stored=stored)


def _distinct(edits: Sequence[CodedEdit]) -> list[CodedEdit]:
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
