"""One quote against one statement: by its words, or else by its meaning. Pure."""

from __future__ import annotations

from typing import Final, NamedTuple

from checker.align import Alignment, Reading, align, content_coverage, read
from checker.classes import actors
from checker.codes import CODES
from checker.edits import CodedEdit, Frame, code_edits
from checker.models import Verdict
from checker.settings import Settings
from checker.similarity import Meaning, compare_meaning
from claims.words import keys
from sources.models import Statement


class Comparison(NamedTuple):
    """What one statement says of a quote.

    Shape: `verdict` is the best that this statement alone supports; `blocked_by` the critical
           code that speaks against it, with the words it is about. `by_words` tells a word
           alignment that carries the verdict from a comparison of meaning.
    Unit:  `score` 0..1.
    """

    statement: Statement
    alignment: Alignment
    edits: tuple[CodedEdit, ...]
    meaning: Meaning | None
    verdict: Verdict
    by_words: bool
    score: float
    blocked_by: str | None = None
    quoted: str = ""
    stored: str = ""
    soft: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[float, str, str]:
        """Best first; ties by date, then id, never by the order of import."""
        rank = {"match": 0, "paraphrase": 1, "no_source": 2}[self.verdict]
        return (
            rank - min(self.score, 0.999),
            self.statement.said_on.isoformat(),
            self.statement.id,
        )


def compare(quote: Reading, statement: Statement, *, settings: Settings) -> Comparison:
    """Compare a quote with one statement."""
    stored = read(statement.text)
    alignment = align(quote, stored)
    frame = Frame(
        _stands_for(statement) | frozenset(keys(statement.speaker)),
        statement.wording == "rendering",
        settings.longest_gap,
    )
    edits = code_edits(alignment, frame=frame) if alignment.hunks else ()
    covered = (content_coverage(alignment) + alignment.similarity) / 2
    if covered >= settings.wording_floor:
        by_words = _by_words(statement, alignment, edits, score=covered, settings=settings)
        if by_words is not None:
            return by_words
    return _by_meaning(quote, statement, alignment, edits, covered=covered, settings=settings)


def _by_words(
    statement: Statement,
    alignment: Alignment,
    edits: tuple[CodedEdit, ...],
    *,
    score: float,
    settings: Settings,
) -> Comparison | None:
    """The verdict of the word alignment, `None` where the words differ too freely to decide."""
    critical = [edit for edit in edits if edit.critical]
    if critical:
        if score < settings.critical_floor or _is_rewritten(alignment, edits):
            return None
        return _compared(statement, alignment, edits, "no_source", score, by=critical[0])
    if any(edit.code == "not_verbatim" for edit in edits):
        return None
    if alignment.reversed_pieces:
        return None
    verdict: Verdict = "match"
    if statement.wording == "rendering" or any(
        CODES[edit.code].bearing == "paraphrase" for edit in edits
    ):
        verdict = "paraphrase"
    return _compared(statement, alignment, edits, verdict, score)


_EDITORIAL: Final = frozenset(
    "bracket_added bracket_replaced paren_insert minor_wording grammar_fixed person_shift".split()
)


def _is_rewritten(alignment: Alignment, edits: tuple[CodedEdit, ...]) -> bool:
    """Whether so many places differ that no single one of them decides."""
    n_changes = sum(
        edit.hunk.op in ("insert", "replace") and edit.code not in _EDITORIAL for edit in edits
    )
    return n_changes > 2 + len(alignment.quote.words) // 8


def _compared(
    statement: Statement,
    alignment: Alignment,
    edits: tuple[CodedEdit, ...],
    verdict: Verdict,
    score: float,
    *,
    by: CodedEdit | None = None,
) -> Comparison:
    return Comparison(
        statement,
        alignment,
        edits,
        None,
        verdict,
        True,
        min(1.0, score),
        by.code if by else None,
        by.quoted if by else "",
        by.stored if by else "",
    )


def _by_meaning(
    quote: Reading,
    statement: Statement,
    alignment: Alignment,
    edits: tuple[CodedEdit, ...],
    *,
    covered: float,
    settings: Settings,
) -> Comparison:
    """The verdict of the meaning score and of the deciding words."""
    meaning = compare_meaning(quote, read(statement.text), speaker_actors=_stands_for(statement))
    supported = meaning.score >= settings.meaning_floor and meaning.conflict is None
    return Comparison(
        statement,
        alignment,
        edits,
        meaning,
        "paraphrase" if supported else "no_source",
        False,
        meaning.score * 0.9 if supported else max(meaning.score * 0.9, covered * 0.9),
        meaning.conflict,
        meaning.quoted,
        meaning.stored,
        meaning.soft,
    )


def _stands_for(statement: Statement) -> frozenset[str]:
    """The actors that a speaker stands for, by name and office."""
    office = " ".join(
        part for part in (statement.speaker, statement.role, statement.organisation) if part
    )
    return actors(keys(office))
