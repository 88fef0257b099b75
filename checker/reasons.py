"""The findings of a judgement beside those on words: cut, day, repetition, provenance. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import shorten
from typing import Final

from checker.attribution import compare_dates, same_speaker, unnamed_office
from checker.case import Case
from checker.compare import Comparison
from checker.cut import cut_findings, is_told
from checker.evidence import evidence
from checker.messages import finding
from checker.models import Finding
from checker.occasion import about_correction, about_record, about_relay
from checker.weighing import same_record, would_speak
from claims.dates import spelled
from claims.models import Claim, Mention
from sources.models import Receipt

_LONGEST: Final = 300
"""Characters of another wording that a message shows."""


def about_cut(claim: Claim, best: Comparison) -> list[Finding | None]:
    """The edges of the cut, for wordings that are the speaker's own.

    Not where the text says beside the marks what they leave out.
    """
    if not best.by_words or best.statement.wording == "rendering":
        return []
    return [
        finding(
            cut.code,
            stored=cut.words,
            severity="error" if cut.grave else "warning",
        )
        for cut in cut_findings(best.alignment)[:1]
        if not is_told(cut, printed=claim.context, quote=claim.quote.text)
    ]


def about_day(case: Case, supporting: Sequence[Comparison]) -> tuple[Finding, ...]:
    """The claimed day, unless some supporting statement was made on it."""
    days = {comparison.statement.said_on for comparison in supporting}
    if case.said_on in days:
        return ()
    return compare_dates(case.said_on, supporting[0].statement, old_after=case.settings.old_after)


def about_repeats(supporting: Sequence[Comparison]) -> list[Finding | None]:
    """Words that were said more than once."""
    if supporting[0].verdict != "match":
        return []
    utterances = {
        c.statement.utterance: c.statement
        for c in sorted(supporting, key=lambda c: c.key, reverse=True)
        if c.verdict == "match"
    }
    if len({same_record(statement) for statement in utterances.values()}) < 2:
        return []
    said = sorted(utterances.values(), key=lambda s: (s.said_on, s.id))
    return [
        finding(
            "said_often", stored="; ".join(f"{s.speaker}, {spelled(s.said_on)}" for s in said[:6])
        )
    ]


def about_provenance(case: Case, shown: Sequence[Comparison]) -> list[Finding | None]:
    """Renderings, translations, wires and secondary sources."""
    best = shown[0].statement
    found: list[Finding | None] = []
    words_of_record = [c.statement for c in shown if c.verdict == shown[0].verdict]
    if all(s.wording == "rendering" for s in words_of_record):
        found.append(finding("own_rendering"))
    if case.wire and all(s.source.wire == case.wire for s in words_of_record):
        found.append(finding("same_wire", stored=case.wire))
    if case.self_matched and shown[0].verdict != "match":
        found.append(finding("self_source"))
    found += about_record(best)
    found.append(about_relay(best))
    found.append(
        about_correction(
            best,
            utterance=[
                c.statement for c in case.comparisons if c.statement.utterance == best.utterance
            ],
            corrections=case.corrections,
        )
    )
    if shown[0].verdict == "match":
        found += _about_wordings(shown)
        if all(s.source.kind in ("agency_report", "news_report") for s in words_of_record):
            found.append(finding("secondary_source"))
    return found


def _about_wordings(shown: Sequence[Comparison]) -> list[Finding | None]:
    """Of words that stand: whose translation they are, and what the other records have."""
    best = shown[0].statement
    found: list[Finding | None] = []
    if best.wording == "official_translation":
        found.append(finding("translation_official"))
    others = [
        _said(c)
        for c in shown
        if c.statement.utterance == best.utterance
        and c.statement.wording in ("agency_translation", "official_translation")
        and c.verdict != "match"
    ]
    differing = [
        _said(c)
        for c in shown
        if c.statement.utterance == best.utterance
        and c.statement.wording == "verbatim" == best.wording
        and c.statement.language == best.language
        and c.verdict != "match"
        and c.by_words
    ]
    if differing:
        found.append(finding("versions_differ", stored=" / ".join(differing[:2])))
    if best.wording == "agency_translation" and others:
        found.append(finding("translation_agency", stored=" / ".join(others[:3])))
    return found


def _said(comparison: Comparison) -> str:
    """What a wording says in place of the quote: of a speech, that stretch of it, not all."""
    shown = evidence(comparison, word_by_word=True)
    text = comparison.statement.text
    return text if len(text) <= _LONGEST else shorten(shown.exact, _LONGEST, placeholder=" ...")


def about_claim(case: Case) -> list[Finding | None]:
    """What the form of the claim itself calls for."""
    quote = case.claim.quote
    return [
        finding("no_quote") if quote.kind == "claim" else None,
        finding("unbalanced_marks") if quote.repaired else None,
        finding("too_short", quoted=quote.text, stored=case.fragment) if case.fragment else None,
        finding("see_question", stored=case.question) if case.question else None,
    ]


def why_not(case: Case, near: Sequence[Comparison]) -> list[Finding | None]:
    """Why there is no source: the edit that decides, or how near the nearest comes."""
    if not near:
        return [finding("absent")] if not case.short else []
    first = near[0]
    if first.blocked_by and (first.by_words or would_speak(case, first)):
        return [
            finding("translation_conflict", quoted=first.quoted, stored=first.stored)
            if _is_other_translation(first)
            else None,
            finding(first.blocked_by, quoted=first.quoted, stored=first.stored),
            finding("near_miss"),
        ]
    return [finding("near_miss")]


def _is_other_translation(comparison: Comparison) -> bool:
    """Whether the quote was translated anew, not copied from the translation but for an edit."""
    changed = sum(hunk.op != "equal" for hunk in comparison.alignment.hunks)
    return comparison.statement.is_translation and changed > 1


def about_coverage(case: Case, near: Sequence[Comparison]) -> list[Finding | None]:
    """Speakers and periods of which the store holds nothing."""
    mention, receipt = case.claim.speaker, case.receipt
    missing = []
    office = unnamed_office(mention)
    if mention is not None and not office and _is_somebody(mention):
        name = mention.name or mention.as_written
        if not any(same_speaker(mention, s, people=case.people) for s in receipt.speakers):
            missing.append(f"no statement of {name} is stored")
    if case.said_on and not _in_period(case.said_on, receipt):
        missing.append(f"nothing said on {spelled(case.said_on)} is stored")
    return [office, finding("not_covered", stored="; ".join(missing)) if missing else None]


def _is_somebody(mention: Mention) -> bool:
    """Whether words name a speaker, known or not: a pronoun alone names nobody."""
    return bool(mention.name) or not (mention.candidates or mention.method == "pronoun")


def _in_period(day: date, receipt: Receipt) -> bool:
    """Whether the store holds statements from before and after a day."""
    if receipt.from_ is None or receipt.to is None:
        return True
    return receipt.from_ <= day <= receipt.to
