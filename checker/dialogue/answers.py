"""Answers about the quote or statement at hand, from the result alone."""

from __future__ import annotations

from checker.dialogue.focus import Focus
from checker.dialogue.replies import Block, Reply, answer, line, say
from checker.models import Edit, Evidence, Finding
from checker.reports import card, words
from checker.reports.card import Line, Part
from checker.reports.escape import printable
from checker.reports.why import why as sentence


def speaker(focus: Focus) -> Reply:
    """Who said it."""
    if not focus.supported:
        return _unsupported(focus, so="so the store names no speaker for them")
    lines = [f"{words.speaker(focus.supported)}."]
    unclear = [each for each in _findings(focus) if each.code == "ambiguous_speaker"]
    if unclear:
        lines.append(unclear[0].message)
    elif focus.named not in (None, focus.supported.speaker):
        lines.append(f"Not {focus.named}, whom the text names.")
    return answer(say(*lines, *_paraphrased(focus)))


def _findings(focus: Focus) -> tuple[Finding, ...]:
    return focus.result.findings if focus.result else ()


def date(focus: Focus) -> Reply:
    """When it was said."""
    found = focus.supported
    if not found:
        return _unsupported(focus, so="so there is no date for them")
    lines = [f"{words.day(found.said_on)}."]
    printed = focus.result.said_on if focus.result else None
    if printed and printed != found.said_on:
        lines.append(f"The text says {words.day(printed)}.")
    if found.source.published and found.source.published != found.said_on:
        lines.append(f"Published {words.day(found.source.published)}.")
    return answer(say(*lines))


def place(focus: Focus) -> Reply:
    """Where it was said."""
    if not focus.supported:
        return _unsupported(focus, so="so there is no place for them")
    found = focus.supported
    return answer(say(f"{found.place}." if found.place else "The store does not say where."))


def event(focus: Focus) -> Reply:
    """On what occasion it was said."""
    if not focus.supported:
        return _unsupported(focus, so="so there is no occasion for them")
    found = focus.supported
    known = f"{found.event}, {words.when_and_where(found)}."
    return answer(say(known if found.event else "The store does not name the occasion."))


def source(focus: Focus) -> Reply:
    """Where the stored words stand, with the link; every record that bears on the quote."""
    if focus.chosen:
        return answer(card.source(focus.chosen))
    if not focus.result or not focus.result.evidence:
        return _unsupported(focus, so="so there is no source to name", with_source=True)
    shown = focus.result.evidence
    return answer(*(_recorded(evidence, alone=len(shown) == 1) for evidence in shown))


def _recorded(evidence: Evidence, *, alone: bool) -> Block:
    if alone:
        return card.source(evidence)
    return (Line("", (Part(words.occasion(evidence)),)), *card.source(evidence))


def diff(focus: Focus) -> Reply:
    """Word by word: what stands only in the record and what only in the quote."""
    found = focus.nearest
    if not found or focus.chosen:
        return answer(say(_nothing_near(focus)))
    if not found.edits:
        return answer(
            say("Too few words are shared to compare word by word: the meaning is what agrees.")
        )
    if not words.differs(found.edits):
        return answer(say("No word differs, case, spelling and typography set aside."))
    signs = line("signs", "[-only in the stored words-], {+only in the quote+}", look="quiet")
    changes = tuple(_coded(edit) for edit in found.edits if edit.op != "equal" and edit.code)
    return answer((*card.compared(found), *changes, signs))


def _coded(edit: Edit) -> Line:
    return Line("change", (*card.diff_parts((edit,)), Part(f"  [{edit.code}]", "quiet")))


def why(focus: Focus) -> Reply:
    """Why the verdict is what it is."""
    result = focus.result
    if result is None:
        return answer(say("That is a stored statement, not a checked quote."))
    if result.status == "not_checked":
        return answer(say(words.headline(result)))
    findings = tuple(
        Line(
            finding.severity,
            (
                Part(printable(finding.message), finding.severity),
                Part(f"  [{finding.code}]", "quiet"),
            ),
        )
        for finding in words.worst_first(result.findings)
    )
    receipt = card.no_source(result) if result.verdict == "no_source" else ()
    return answer(say(sentence(result)), findings, receipt)


def confidence(focus: Focus) -> Reply:
    """How sure the verdict is, and how good the record is."""
    result = focus.result
    lines = []
    if result and result.confidence is not None:
        share = round(result.confidence * 100)
        lines.append(
            f"Confidence {result.confidence:.2f}: of 100 results like this one, "
            f"about {share} carry the right verdict."
        )
    if focus.supported:
        lines.append(f"The record is {words.wording(focus.supported)}.")
    return answer(say(*lines or ("There is no measure of that for this one.",)))


def record(focus: Focus) -> Reply:
    """Whose words the stored ones are."""
    found = focus.supported
    if not found:
        return _unsupported(focus, so="so there is no record of them")
    original = words.language(found.original_language)
    return answer(say(f"The record is {words.wording(found)}. Said in {original}."))


def others(focus: Focus) -> Reply:
    """Who else said it, and how often it was said."""
    result = focus.result
    found = focus.supported
    if result is None or found is None:
        return _unsupported(focus, so="so nobody is shown to have said them")
    others_found = tuple(other for other in result.evidence if other.utterance != found.utterance)
    if not others_found:
        searched = words.receipt(result.receipt)
        return answer(
            say(f"No other stored utterance has these words or this meaning: {searched}.")
        )
    return answer(*(card.also(evidence) for evidence in others_found))


def verdict(focus: Focus) -> Reply:
    """The verdict in one line, with what it does not mean."""
    result = focus.result
    if result is None:
        return why(focus)
    note = say(words.NOT_FALSE) if result.verdict == "no_source" else ()
    return answer((card.headline(result), *card.findings(result)), note)


def printing(focus: Focus) -> Reply:
    """Whether the check objects to printing the quote."""
    result = focus.result
    if result is None:
        return why(focus)
    if result.status == "not_checked":
        return answer(say(words.headline(result)))
    if result.verdict == "no_source":
        step = "Not on the strength of this store. Check your notes, a recording, or the office."
        return answer(say(step, words.NOT_FALSE))
    objections = tuple(
        shown for shown in card.findings(result) if shown.label in ("warning", "error")
    )
    if objections:
        return answer(say("Not as it stands:"), objections)
    if result.verdict == "paraphrase":
        return answer(
            say("Not inside quotation marks: the stored words are other words. See diff.")
        )
    return answer(say("The check has no objection to words or speaker. It does not check truth."))


def truth(focus: Focus) -> Reply:
    """What this program does not check."""
    lines = ["I check wording and speaker, not truth."]
    if focus.result:
        lines.append(f"What the store shows: {words.headline(focus.result)}")
    return answer(say(*lines))


def fake(focus: Focus) -> Reply:
    """What a verdict does not say about a quote."""
    result, found = focus.result, focus.supported
    if result is None:
        return truth(focus)
    if result.status == "not_checked":
        return answer(say("That cannot be said: it was not checked."))
    if not found:
        return answer(say(f"No. {words.NOT_FALSE}"))
    how = "says this in other words" if result.verdict == "paraphrase" else "has these words"
    said = f"No: a stored statement {how}, by {words.occasion(found)}."
    return answer(say(said, "Whether what it says is true is not checked."))


def closest(focus: Focus) -> Reply:
    """The closest statements with how they differ."""
    if focus.supported and not focus.chosen:
        lines = (*card.compared(focus.supported), *card.origin(focus.supported))
        return answer(say("The quote has a source; this is it:"), lines)
    misses = focus.result.near_misses if focus.result else ()
    if not misses:
        return answer(say(_nothing_near(focus)))
    return answer(
        *(card.closest(miss, number=number) for number, miss in enumerate(misses, start=1))
    )


def _unsupported(focus: Focus, *, so: str, with_source: bool = False) -> Reply:
    """The answer where no statement stands for the quote; the closest one is named as that."""
    if focus.result and focus.result.status == "not_checked":
        return answer(say(words.headline(focus.result)))
    lines = [f"No stored statement supports these words, {so}."]
    if focus.named:
        lines.append(f"The text names {focus.named}.")
    if focus.closest:
        lines.append(f"The closest statement, not the same: {words.occasion(focus.closest)}.")
    source_lines = card.source(focus.closest) if focus.closest and with_source else ()
    return answer((*say(*lines), *source_lines))


def _paraphrased(focus: Focus) -> tuple[str, ...]:
    if focus.result is None or focus.result.verdict != "paraphrase":
        return ()
    return ("In other words than the printed ones: see diff.",)


def _nothing_near(focus: Focus) -> str:
    if focus.chosen:
        return "That is a stored statement; there is no quote to compare it with."
    if focus.result and focus.result.status == "not_checked":
        return words.headline(focus.result)
    return "No stored statement comes close."
