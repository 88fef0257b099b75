"""The table of differences: every code, its row, its bearing on the verdict, its severity.

This is the one place where a code gets its severity; `docs/verdicts.md` is checked against it.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from checker.models import Severity

Bearing = Literal["match", "paraphrase", "no_source", "none"]


class Code(NamedTuple):
    """One row of the table.

    Shape: `bearing` is the best verdict that an edit of this code allows; "none" for codes that
           say nothing of words or meaning. `severity` is `None` where nothing is shown.
    """

    row: int
    bearing: Bearing
    severity: Severity | None


CODES: Final[dict[str, Code]] = {
    "typography": Code(1, "match", None),
    "case_punct": Code(2, "match", None),
    "spelling": Code(3, "match", None),
    "name_form": Code(4, "match", "info"),
    "name_substituted": Code(5, "paraphrase", "notice"),
    "number_form": Code(6, "match", "info"),
    "record_style": Code(7, "match", "info"),
    "notice_stripped": Code(8, "match", "info"),
    "cleaned_speech": Code(9, "match", "notice"),
    "grammar_fixed": Code(10, "paraphrase", "warning"),
    "bracket_added": Code(11, "match", "notice"),
    "bracket_replaced": Code(12, "match", "warning"),
    "paren_insert": Code(13, "match", "notice"),
    "apparatus": Code(14, "match", None),
    "ellipsis": Code(15, "match", "notice"),
    "ellipsis_meaning": Code(16, "no_source", "error"),
    "ellipsis_long": Code(17, "match", "warning"),
    "quilted": Code(18, "no_source", "error"),
    "edge_ellipsis": Code(19, "match", None),
    "undeclared_omission": Code(20, "paraphrase", "warning"),
    "reordered": Code(21, "paraphrase", "warning"),
    "merged": Code(22, "no_source", "error"),
    "broken_by_attribution": Code(23, "match", None),
    "far_apart": Code(24, "none", "notice"),
    "multi_paragraph": Code(25, "match", None),
    "minor_wording": Code(26, "paraphrase", "notice"),
    "reworded": Code(27, "paraphrase", "warning"),
    "hedge_changed": Code(28, "paraphrase", "warning"),
    "modality_changed": Code(29, "no_source", "error"),
    "negation_changed": Code(30, "no_source", "error"),
    "number_changed": Code(31, "no_source", "error"),
    "entity_changed": Code(32, "no_source", "error"),
    "condition_dropped": Code(33, "no_source", "error"),
    "status_changed": Code(34, "no_source", "error"),
    "intensity_changed": Code(35, "paraphrase", "warning"),
    "person_shift": Code(36, "paraphrase", "warning"),
    "not_verbatim": Code(37, "paraphrase", "warning"),
    "indirect_ok": Code(38, "paraphrase", "info"),
    "synthesised": Code(39, "paraphrase", "warning"),
    "clipped_negation": Code(40, "none", "error"),
    "clipped_condition": Code(41, "none", "warning"),
    "reported_speech": Code(42, "none", "error"),
    "wrong_turn": Code(43, "none", "error"),
    "see_question": Code(44, "none", "notice"),
    "later_corrected": Code(45, "none", "warning"),
    "wrong_speaker": Code(46, "none", "error"),
    "spokesperson": Code(47, "none", "warning"),
    "role": Code(48, "none", "notice"),
    "wrong_date": Code(49, "none", "warning"),
    "old_quote": Code(50, "none", "error"),
    "wrong_event": Code(51, "none", "warning"),
    "said_often": Code(52, "none", "info"),
    "ambiguous_speaker": Code(53, "none", "notice"),
    "translation_official": Code(54, "match", "info"),
    "translation_agency": Code(55, "match", "notice"),
    "translation_variant": Code(56, "paraphrase", "notice"),
    "translation_hedge": Code(57, "paraphrase", "warning"),
    "translation_conflict": Code(58, "no_source", "error"),
    "relay_translation": Code(59, "paraphrase", "warning"),
    "versions_differ": Code(60, "match", "warning"),
    "edited_record": Code(61, "match", "info"),
    "as_prepared": Code(62, "match", "warning"),
    "secondary_source": Code(63, "match", "notice"),
    "asr": Code(64, "match", "warning"),
    "near_miss": Code(65, "no_source", "info"),
    "absent": Code(66, "no_source", "info"),
    "not_covered": Code(67, "no_source", "warning"),
    "private_speech": Code(68, "no_source", "info"),
    "too_short": Code(69, "none", "notice"),
    "no_quote": Code(70, "none", "info"),
    "empty": Code(71, "none", "error"),
    "unreadable": Code(71, "none", "error"),
    "unbalanced_marks": Code(71, "none", "notice"),
    "too_long": Code(71, "none", "error"),
    "own_rendering": Code(72, "paraphrase", "notice"),
    "same_wire": Code(73, "none", "notice"),
    "self_source": Code(74, "none", "info"),
}


_MENDED = frozenset(("guardian", "wsj"))
"""Profiles under which a desk may mend a speaker's grammar."""


def bearing(code: str, *, profile: str) -> Bearing:
    """The best verdict that an edit of this code allows under a house style."""
    if code == "grammar_fixed" and profile in _MENDED:
        return "match"
    return CODES[code].bearing


def severity_of(code: str) -> Severity | None:
    """The severity the table gives; `judge` may raise or lower it where a row says so."""
    return CODES[code].severity
