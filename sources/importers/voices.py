"""Turns of a page -> what was said by whom, in which language, in whose words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from claims.people import People
from sources.importers.blocks import Block
from sources.importers.days import opening_day
from sources.importers.draft import Said
from sources.importers.labels import Turn, is_answer, is_asking, is_press, joined
from sources.importers.naming import is_relayed, speaker_of, tongue
from sources.models import QUESTIONER, Wording

CUT: Final = re.compile(r"[<\[(]\s*(?:\.{2,}|…)\s*[>\])]")
_RULE: Final = re.compile(r"(?:\*\s*){3,}")
"""A line that says that something was left out."""
UNDETERMINED: Final = "und"
"""The language of somebody who spoke through an interpreter from a language not named."""


def voices(
    found: Sequence[Turn],
    *,
    people: People,
    unlabelled: str | None,
    language: str,
    original_language: str,
    asking: Collection[str] = (),
) -> Iterator[Said]:
    """Each turn with its speaker's name, office and language.

    Shape: words before the first label are those of `unlabelled`, `None` where the page does
           not say whose; "Answer" is he, or the only one with a name; a line that marks a cut
           ends a statement, so that no quotation is found across it. `asking` are labels of
           those who ask, though they are named.
    """
    labels = tuple(dict.fromkeys(turn.label for turn in found if turn.label))
    others = [label for label in labels if not is_asking(label) and not is_answer(label)]
    answers = unlabelled or (others[0] if len(others) == 1 else None)
    for turn in found:
        if turn.label is None and labels and tells_of(turn.text, unlabelled):
            continue
        label = answers if turn.label and is_answer(turn.label) else turn.label
        named = speaker_of(label, people=people, others=labels) if label else None
        asked = label is not None and (label in asking or is_press(label))
        spoken = tongue(turn.notes)
        if spoken is None:
            spoken = UNDETERMINED if is_relayed(turn.notes) else original_language
        for text in _uncut(turn.blocks):
            yield Said(
                text=text,
                speaker=QUESTIONER if asked else named.name if named else unlabelled,
                role=named.office if named and not asked else None,
                original_language=spoken,
                wording=wording_in(language, original=spoken),
                note=f"Asked by {label}" if asked else None,
            )


def introduced_on(found: Sequence[Turn], *, published: date | None) -> date | None:
    """The day with which the page's own words before the first label begin."""
    labelled = any(turn.label for turn in found)
    if not labelled or found[0].label is not None:
        return None
    return opening_day(found[0].text, published=published)


def tells_of(text: str, name: str | None) -> bool:
    """Whether words before the first label speak of the speaker: an introduction of the page."""
    return name is not None and re.search(rf"\b{re.escape(name.split()[-1])}\b", text) is not None


def wording_in(language: str, *, original: str) -> Wording:
    """Whose words an official text has: the speaker's, or the office's translation."""
    return "verbatim" if language == original else "official_translation"


def _uncut(blocks: Iterable[Block]) -> Iterator[str]:
    kept = (block for block in blocks if not _RULE.fullmatch(block.text.strip()))
    for is_cut, part in groupby(kept, key=lambda block: bool(CUT.fullmatch(block.text.strip()))):
        text = "" if is_cut else joined(part).strip()
        if text:
            yield text
