"""Findings as plain sentences, one template a code. No sentence here says that a quote is false."""

from __future__ import annotations

from typing import Final

from checker.codes import severity_of
from checker.models import Finding, Severity

_SENTENCES: Final[dict[str, str]] = {
    "name_form": "The name is written {quoted}; the statement has {stored}.",
    "name_substituted": "The quote says {quoted} where the statement says {stored}.",
    "number_form": "The number is written {quoted}; the statement has {stored}.",
    "record_style": "Printed {quoted}, stored {stored}: two ways to write the same.",
    "notice_stripped": "A legal notice is left out or added: {either}.",
    "cleaned_speech": "Fillers, repeats or forms of address are left out: {stored}.",
    "grammar_fixed": "The grammar is mended: {change}.",
    "bracket_added": "{quoted} in brackets is the editor's, not the speaker's.",
    "bracket_replaced": "{quoted} in brackets stands for {stored}.",
    "paren_insert": "{quoted} in parentheses is not in the statement.",
    "ellipsis": "The ellipsis stands for {stored}.",
    "ellipsis_long": "The ellipsis stands for a long passage: {stored}.",
    "ellipsis_meaning": "The ellipsis hides words that decide: {stored}.",
    "quilted": "The parts around the ellipsis come from different statements: {note}.",
    "undeclared_omission": "Words are left out without a mark: {stored}.",
    "reordered": "The words stand in another order; the statement has {stored}.",
    "merged": "Two statements are printed as one quote: {note}.",
    "minor_wording": "A small word differs: {change}.",
    "reworded": "The wording differs: {change}. Drop the quotation marks, or print the stored"
    " words.",
    "hedge_changed": "A qualification is lost or added: {change}.",
    "modality_changed": "What may, can, will or must be has changed: {change}.",
    "negation_changed": "The sense is turned: {change}.",
    "number_changed": "The number differs: {change}.",
    "entity_changed": "Who or what is spoken of differs: {change}.",
    "condition_dropped": "A condition or limit is lost or added: {change}.",
    "status_changed": "What is planned and what is done differ: {change}.",
    "intensity_changed": "The strength differs: {change}.",
    "person_shift": "The person is shifted: {change}.",
    "not_verbatim": "The statement says the same in other words, so these cannot stand in"
    " quotation marks.",
    "indirect_ok": "The statement says the same in other words; no quotation marks claim more.",
    "synthesised": "One sentence is made of several statements.",
    "clipped_negation": "Do not use as cut: the quoted words stand in a denial ({stored}).",
    "clipped_condition": "The cut leaves out what limits the words: {stored}.",
    "reported_speech": "The speaker was quoting, asking or supposing ({stored}), not asserting.",
    "wrong_turn": "The words stand in a turn of {note}, not of {name}.",
    "wrong_speaker": "The stored speaker is {note}, not {name}.",
    "role": "{quoted} is not the office held: {stored}.",
    "wrong_event": "The statement was made elsewhere: {stored}.",
    "see_question": "The answer makes sense only with its question: {stored}.",
    "far_apart": "In the statement this stands {note} the quotation before.",
    "edited_record": "The record is known to be tidied: {note}.",
    "as_prepared": "This is the text as prepared, which may differ from what was said.",
    "asr": "The record is a machine transcript; listen to the recording.",
    "spokesperson": "Said by {note}, who speaks for {name}.",
    "ambiguous_speaker": "{quoted} fits more than one person: {note}. Say which.",
    "wrong_date": "Said on {note}, not on {name}.",
    "old_quote": "Old words: said on {note}, long before {name}.",
    "said_often": "Said more than once: {note}.",
    "translation_official": "These are the words of the official translation.",
    "translation_agency": "This is one agency's translation; other wordings are stored: {stored}.",
    "translation_variant": "Another translation of the same words: not a misquote.",
    "translation_hedge": "A qualification differs between the translations: {change}.",
    "translation_conflict": "The translation turns the meaning: {change}.",
    "later_corrected": "These words were {note}.",
    "relay_translation": "Translated from a translation ({note}): the speaker's own words may"
    " differ.",
    "versions_differ": "Stored records of this utterance disagree: {stored}.",
    "secondary_source": "Only an agency report or a reprint is stored, no official record.",
    "near_miss": "Close, but not close enough to stand as a source.",
    "absent": "The whole store was searched, and nothing in it has these words or says this.",
    "not_covered": "Cannot judge: {note}.",
    "private_speech": "If this was said to the writer alone, check the notes or the recording.",
    "too_short": "{quoted} is a short fragment; {note}.",
    "no_quote": "There are no quotation marks, so this was read as a claim.",
    "empty": "Empty quotation marks: paste the words between them.",
    "unreadable": "Nothing to compare: {note}.",
    "too_long": "The quotation is too long to check: {note}. Check it in parts.",
    "unbalanced_marks": "A quotation mark is missing; the quotation was taken as far as it went.",
    "own_rendering": "The store holds only our own summary of this statement: it can prove the"
    " meaning, not the words.",
    "same_wire": "The only matching source is the same {note} copy: no independent source.",
    "self_source": "The document under check itself is in the store and was not counted.",
}


_ALONE: Final[dict[str, str]] = {
    "ambiguous_speaker": "{quoted} is an office that the text gives without a day or an"
    " organisation, so it names nobody. Say who spoke.",
}
"""Sentences of codes beside which nothing stored stands."""


def finding(
    code: str, *, quoted: str = "", stored: str = "", severity: Severity | None = None
) -> Finding | None:
    """The finding of a code, `None` where the table shows nothing for it."""
    level = severity or severity_of(code)
    if level is None or code not in _SENTENCES:
        return None
    sentence = (_SENTENCES[code] if stored else _ALONE.get(code, _SENTENCES[code])).format(
        quoted=_shown(quoted),
        stored=_shown(stored),
        either=_shown(stored or quoted),
        change=_change(quoted, stored),
        note=stored,
        name=quoted,
    )
    return Finding.model_construct(
        code=code,
        severity=level,
        message=sentence,
        quoted=quoted or None,
        stored=None if code in _NOTED else stored or None,
    )


_NOTED: Final = frozenset(
    "empty unreadable too_long too_short not_covered said_often far_apart same_wire quilted merged"
    " edited_record later_corrected relay_translation".split()
)
"""Codes whose note is a remark of ours, not stored words."""


def _change(quoted: str, stored: str) -> str:
    """What happened to the words, in words.

    >>> _change("not", "")
    '“not” was added'
    """
    if not stored:
        return f"{_shown(quoted)} was added"
    if not quoted:
        return f"{_shown(stored)} was left out"
    return f"{_shown(stored)} became {_shown(quoted)}"


_LONGEST_SHOWN: Final = 160
"""Characters."""


def _shown(text: str) -> str:
    """A text inside a sentence: in quotation marks, shortened in the middle."""
    flat = " ".join(text.split())
    if not flat:
        return "nothing"
    if len(flat) > _LONGEST_SHOWN:
        flat = f"{flat[:100]} … {flat[-50:]}"
    return f"“{flat}”"
