"""Comparisons to one verdict with its reasons. Pure: nothing here searches, reads or guesses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from checker.attribution import attribute, compare_dates, same_speaker
from checker.codes import CODES
from checker.compare import Comparison
from checker.cut import cut_findings
from checker.evidence import evidence
from checker.messages import finding
from checker.models import Attribution, Evidence, Finding, Level, Severity, Verdict
from checker.occasion import about_occasion, about_record, is_private
from checker.settings import Settings
from checker.wording import soft_findings, wording_findings
from claims.models import Claim
from claims.people import People
from sources.models import Receipt


class Case(NamedTuple):
    """Everything a judgement rests on.

    Shape: `comparisons` hold one for each statement looked at, self-sources left out;
           `self_matched` tells that the document's own statement would have supported the quote;
           `wire` is the agency whose copy the document is; `said_on` is the day the text claims;
           `fragment` says where a short quote stands, `short` that it has too few words to be
           judged by likeness.
    """

    claim: Claim
    comparisons: tuple[Comparison, ...]
    people: People
    settings: Settings
    receipt: Receipt
    said_on: date | None = None
    wire: str | None = None
    self_matched: bool = False
    fragment: str | None = None
    question: str | None = None
    short: bool = False


class Judgement(NamedTuple):
    """The verdict and what goes with it."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    attribution: Attribution
    evidence: tuple[Evidence, ...]
    near_misses: tuple[Evidence, ...]
    confidence: float

    @property
    def severity(self) -> Severity | None:
        """The gravest of the findings."""
        levels = [Level[found.severity] for found in self.findings]
        return max(levels).name if levels else None  # type: ignore[return-value]


def judge(case: Case) -> Judgement:
    """The verdict on one claim."""
    supporting = _supporting(case)
    if supporting:
        return _supported(case, supporting)
    return _unsupported(case)


def _supporting(case: Case) -> tuple[Comparison, ...]:
    """The comparisons that carry the best verdict, best first.

    A statement that differs from the quote by one critical edit outweighs every looser likeness.
    """
    ranked = sorted(
        (c for c in case.comparisons if c.verdict != "no_source"), key=lambda c: _rank(case, c)
    )
    if not ranked or ranked[0].verdict == "match":
        return tuple(c for c in ranked if c.verdict == "match") or tuple(ranked)
    return tuple(
        c
        for c in ranked
        if _speaks(case, c) and not any(_outweighs(o, c) for o in case.comparisons)
    )


def _speaks(case: Case, comparison: Comparison) -> bool:
    """Whether a likeness of meaning may count, though another than the named speaker said it."""
    mention = case.claim.speaker
    if comparison.by_words or comparison.meaning is None:
        return True
    if mention is None or mention.name is None:
        return comparison.meaning.score >= case.settings.unnamed_floor
    if same_speaker(mention, comparison.statement.speaker, people=case.people):
        return True
    return comparison.meaning.score >= case.settings.other_speaker_floor


_TURNS: Final = frozenset(
    ("negation_changed", "modality_changed", "status_changed", "condition_dropped")
)


_NEARLY_VERBATIM: Final = 0.75
"""Score by words from which a statement is plainly the one that was quoted."""


def _outweighs(other: Comparison, comparison: Comparison) -> bool:
    """Whether a statement that the quote departs from is nearer than one that would support it."""
    if other.blocked_by is None:
        return False
    if other.by_words:
        same = other.statement.utterance == comparison.statement.utterance
        near = not comparison.by_words and other.score >= _NEARLY_VERBATIM
        return same or near or other.score > comparison.score
    if comparison.by_words:
        return False
    return other.blocked_by in _TURNS and other.score > comparison.score + 0.08


def _rank(case: Case, comparison: Comparison) -> tuple[int, int, int, float, str, str]:
    """Best verdict first, then the named speaker, the claimed day, the likeness, the earliest."""
    statement = comparison.statement
    mention = case.claim.speaker
    other_speaker = mention is not None and not same_speaker(
        mention, statement.speaker, people=case.people
    )
    days = abs((case.said_on - statement.said_on).days) if case.said_on else 0
    return (
        0 if comparison.verdict == "match" else 1,
        int(other_speaker),
        days if comparison.verdict == "match" else 0,
        -round(comparison.score, 3),
        statement.said_on.isoformat(),
        statement.id,
    )


def _supported(case: Case, supporting: Sequence[Comparison]) -> Judgement:
    best = supporting[0]
    shown = _shown(case, supporting)
    attribution, about_speaker = attribute(case.claim, best.statement, people=case.people)
    findings = [
        *wording_findings(case.claim, best, profile=case.settings.profile),
        *soft_findings(case.claim, best),
        *_cut(best),
        *about_speaker,
        *about_occasion(case.claim, best.statement, people=case.people),
        *_dates(case, supporting),
        *_repeated(supporting),
        *_provenance(case, shown),
        *_about_claim(case),
    ]
    verdict: Verdict = "match" if best.verdict == "match" else "paraphrase"
    if case.claim.quote.kind == "indirect":
        verdict = "paraphrase"
    return Judgement(
        verdict,
        _ordered(findings),
        attribution,
        tuple(evidence(comparison) for comparison in shown),
        (),
        _confidence(best, verdict),
    )


def _shown(case: Case, supporting: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The supporting comparisons and the other wordings of the best one's utterance."""
    best = supporting[0]
    rest = [c for c in supporting[1:] if c.verdict == best.verdict and c.score > best.score - 0.15]
    kin = [
        c
        for c in case.comparisons
        if c.statement.utterance == best.statement.utterance
        and c not in (best, *rest)
        and (not c.blocked_by or c.statement.wording == best.statement.wording)
    ]
    return (best, *sorted(kin, key=lambda c: c.key), *rest)[:8]


def _cut(best: Comparison) -> list[Finding | None]:
    """The edges of the cut, for wordings that are the speaker's own."""
    if not best.by_words or best.statement.wording == "rendering":
        return []
    return [
        finding(
            cut.code,
            stored=cut.words,
            severity="error" if cut.grave else "warning",
        )
        for cut in cut_findings(best.alignment)[:1]
    ]


def _dates(case: Case, supporting: Sequence[Comparison]) -> tuple[Finding, ...]:
    """The claimed day, unless some supporting statement was made on it."""
    days = {comparison.statement.said_on for comparison in supporting}
    if case.said_on in days:
        return ()
    return compare_dates(case.said_on, supporting[0].statement, old_after=case.settings.old_after)


def _repeated(supporting: Sequence[Comparison]) -> list[Finding | None]:
    """Words that were said more than once."""
    if supporting[0].verdict != "match":
        return []
    utterances = {
        c.statement.utterance: c.statement
        for c in sorted(supporting, key=lambda c: c.key, reverse=True)
        if c.verdict == "match"
    }
    if len(utterances) < 2:
        return []
    said = sorted(utterances.values(), key=lambda s: (s.said_on, s.id))
    return [finding("said_often", stored="; ".join(f"{s.speaker}, {s.said_on}" for s in said[:6]))]


def _provenance(case: Case, shown: Sequence[Comparison]) -> list[Finding | None]:
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
    if shown[0].verdict == "match":
        if best.wording == "official_translation":
            found.append(finding("translation_official"))
        others = [
            c.statement.text
            for c in shown
            if c.statement.utterance == best.utterance
            and c.statement.wording in ("agency_translation", "official_translation")
            and c.verdict != "match"
        ]
        differing = [
            c.statement.text
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
        if all(s.source.kind in ("agency_report", "news_report") for s in words_of_record):
            found.append(finding("secondary_source"))
    return found


def _about_claim(case: Case) -> list[Finding | None]:
    """What the form of the claim itself calls for."""
    quote = case.claim.quote
    return [
        finding("no_quote") if quote.kind == "claim" else None,
        finding("unbalanced_marks") if quote.repaired else None,
        finding("too_short", quoted=quote.text, stored=case.fragment) if case.fragment else None,
        finding("see_question", stored=case.question) if case.question else None,
    ]


def _unsupported(case: Case) -> Judgement:
    near = _near(case)
    attribution: Attribution = "not_claimed" if case.claim.speaker is None else "unknown"
    findings = [
        *_why_not(case, near),
        finding("self_source") if case.self_matched else None,
        *_not_covered(case, near),
        *_about_claim(case),
        finding("private_speech") if is_private(case.claim) else None,
    ]
    return Judgement(
        "no_source",
        _ordered(findings),
        attribution,
        (),
        tuple(evidence(comparison) for comparison in near),
        _doubt(near),
    )


def _near(case: Case) -> tuple[Comparison, ...]:
    """The closest statements, one departed from by a critical edit first."""
    if case.short:
        return ()
    close = [c for c in case.comparisons if c.score >= case.settings.near_floor]
    close.sort(key=lambda c: (not (c.blocked_by and c.by_words), -round(c.score, 3), *c.key[1:]))
    return tuple(close[: case.settings.near_misses])


def _why_not(case: Case, near: Sequence[Comparison]) -> list[Finding | None]:
    if not near:
        return [finding("absent")] if not case.short else []
    first = near[0]
    if first.blocked_by and (first.by_words or _would_speak(case, first)):
        return [
            finding(first.blocked_by, quoted=first.quoted, stored=first.stored),
            finding("near_miss"),
        ]
    return [finding("near_miss")]


def _would_speak(case: Case, comparison: Comparison) -> bool:
    """Whether a likeness of meaning would have counted but for its conflict."""
    meaning = comparison.meaning
    return (
        meaning is not None
        and meaning.score >= case.settings.meaning_floor
        and _speaks(case, comparison)
    )


def _not_covered(case: Case, near: Sequence[Comparison]) -> list[Finding | None]:
    """Speakers and periods of which the store holds nothing."""
    mention, receipt = case.claim.speaker, case.receipt
    missing = []
    if mention is not None and (mention.name or not mention.candidates):
        name = mention.name or mention.as_written
        if not any(same_speaker(mention, s, people=case.people) for s in receipt.speakers):
            missing.append(f"no statement of {name} is stored")
    if case.said_on and receipt.from_ and receipt.to:
        if not receipt.from_ <= case.said_on <= receipt.to:
            missing.append(f"nothing said on {case.said_on.isoformat()} is stored")
    return [finding("not_covered", stored="; ".join(missing))] if missing else []


def _ordered(findings: Sequence[Finding | None]) -> tuple[Finding, ...]:
    """Worst first, in the order found within one severity, each once."""
    kept: dict[tuple[str, str | None, str | None], Finding] = {}
    for found in findings:
        if found is not None:
            kept.setdefault((found.code, found.quoted, found.stored), found)
    return tuple(sorted(kept.values(), key=lambda f: -Level[f.severity]))


def _confidence(best: Comparison, verdict: Verdict) -> float:
    """A first estimate, to be replaced by a calibrated one."""
    if verdict == "match":
        return 0.99 if not [e for e in best.edits if CODES[e.code].severity] else 0.95
    base = 0.75 if best.by_words else 0.5
    return round(min(0.95, base + 0.2 * best.score), 3)


def _doubt(near: Sequence[Comparison]) -> float:
    if not near:
        return 0.9
    if near[0].blocked_by and near[0].by_words:
        return 0.9
    return round(max(0.5, 0.95 - 0.5 * near[0].score), 3)
