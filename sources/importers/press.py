"""Briefings where the press is named by paper: who answers, and who asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claims.people import People
from sources.importers.draft import Said
from sources.importers.labels import Turn, is_answer, is_asking
from sources.importers.voices import tells_of, voices
from sources.models import QUESTIONER


def briefing(
    found: Sequence[Turn],
    *,
    people: People,
    official: Callable[[str], str | None],
    unlabelled: str | None,
    language: str,
    original_language: str,
) -> Iterator[Said]:
    """Each turn: those of officials under their names, all others as questions.

    Shape: `official` gives the name of the one whom a label names, `None` for the press; who
           asked stays in the note.
    """
    labelled = any(turn.label for turn in found)
    for turn in found:
        if turn.label is None and labelled and tells_of(turn.text, unlabelled):
            continue
        name = official(turn.label) if turn.label else None
        nameless = name is not None and is_answer(name)
        asked = turn.label is not None and name is None
        name = None if nameless else name
        note = f"Asked by {turn.label}" if asked and not is_asking(turn.label or "") else None
        for said in voices(
            (turn._replace(label=None),),
            people=people,
            unlabelled=QUESTIONER if asked else name or unlabelled,
            language=language,
            original_language=original_language,
        ):
            yield said._replace(note=note)
