"""Answers that look into the store: what stands around a statement, and its other wordings."""

from __future__ import annotations

from typing import Literal, NamedTuple

from checker.dialogue.focus import Focus, whole_evidence
from checker.dialogue.intents import Intent
from checker.dialogue.listing import Listing
from checker.dialogue.replies import Block, Reply, answer, line, say
from checker.models import Evidence
from checker.reports import card, words
from checker.reports.card import Line, Part
from checker.reports.escape import printable
from sources.interface import Library
from sources.models import Statement

Side = Literal["before", "after", "both"]


class Around(NamedTuple):
    """What stands around a statement; `complete` is false where nothing is stored around it."""

    blocks: tuple[Block, ...]
    complete: bool


def side(intent: Intent) -> Side:
    """Which side a follow-up asks for."""
    return "before" if intent == "before" else "after" if intent == "after" else "both"


def context(focus: Focus, *, store: Library, reach: int, side: Side) -> Around:
    """The statement with up to `reach` neighbours on each side."""
    found = focus.nearest
    if not found:
        nothing = say("No stored statement comes close, so there is nothing around it.")
        return Around((nothing,), complete=True)
    earlier, later = _neighbours(found, store=store, reach=reach)
    earlier = earlier if side in ("before", "both") else ()
    later = later if side in ("after", "both") else ()
    lines = (
        *(_neighbour("before", statement) for statement in earlier),
        *_whole(found, store=store),
        *(_neighbour("after", statement) for statement in later),
    )
    if earlier or later:
        return Around((_preface(focus), lines), complete=True)
    return Around((_preface(focus), (*lines, *_read_on(found))), complete=False)


def _neighbours(
    found: Evidence, *, store: Library, reach: int
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """What was said before and after, where the store knows the order of the source."""
    statement = store.get(found.statement)
    if statement is None or statement.position is None:
        return (), ()
    return store.neighbours(found.statement, n=reach)


def _read_on(found: Evidence) -> Block:
    address = words.link(found)
    if not address:
        return say("The words around it are not stored.")
    where_to = say("The words around it are not stored; read them there:")
    return (*where_to, line("link", address, look="link"))


def same_occasion(focus: Focus, *, store: Library) -> Listing:
    """What else is stored of the speaker from that day and event."""
    found = focus.nearest
    if not found:
        return Listing("", ())
    same_day = store.statements(speaker=found.speaker, since=found.said_on, until=found.said_on)
    beside: dict[str, Statement] = {}
    for statement in same_day:
        if statement.utterance != found.utterance and statement.event == found.event:
            beside.setdefault(statement.utterance, statement)
    return Listing(f"Also stored from the same occasion: {len(beside)}.", tuple(beside.values()))


def whole(focus: Focus, *, store: Library) -> Reply:
    """The full stored statement with the quoted stretch marked."""
    found = focus.nearest
    if not found:
        return answer(say("No stored statement supports these words, and none comes close."))
    lines = (*_whole(found, store=store), line("said by", words.occasion(found)))
    return answer(_preface(focus), (*lines, *card.source(found)))


def wordings(focus: Focus, *, store: Library, language: str | None) -> Reply:
    """The other wordings and translations of the utterance; one language when it is named."""
    found = focus.nearest
    if not found:
        return answer(say("Nothing stands for this quote, so it has no other wordings."))
    original = words.language(found.original_language)
    spelled = {"dari": "Persian", "original": original}
    wanted = spelled.get(language.casefold(), language.capitalize()) if language else None
    others = tuple(
        whole_evidence(statement)
        for statement in store.wordings(found.utterance)
        if statement.id != found.statement and wanted in (None, words.language(statement.language))
    )
    spoken = f"Said in {original}; shown here in {words.language(found.language)}."
    if not others:
        which = f"no wording in {wanted}" if wanted else "no other wording"
        return answer(_preface(focus), say(f"The store holds {which} of this utterance.", spoken))
    return answer(_preface(focus), say(spoken), *(card.also(other) for other in others))


def _preface(focus: Focus) -> Block:
    """The warning that what follows is only the closest statement."""
    if focus.supported:
        return ()
    return say("No stored statement supports these words; this is about the closest one.")


def _whole(found: Evidence, *, store: Library) -> Block:
    """The full statement with the stretch at hand between >> and <<."""
    statement = store.get(found.statement)
    if statement is None:
        return (Line("stored", card.stored_parts(found)),)
    text = statement.text
    before, after = text[: found.start], text[found.end :]
    pieces = [Part(f">>{printable(text[found.start : found.end])}<<", "stored")]
    if printable(before):
        pieces.insert(0, Part(printable(before) + (" " if before[-1].isspace() else ""), "quiet"))
    if printable(after):
        pieces.append(Part((" " if after[0].isspace() else "") + printable(after), "quiet"))
    return (Line("stored", tuple(pieces)),)


def _neighbour(label: str, statement: Statement) -> Line:
    speaker = Part(f"{printable(statement.speaker)}: ", "quiet")
    return Line(label, (speaker, Part(printable(statement.text))))
