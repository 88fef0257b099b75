"""One quote against one statement: by its words, or else by its meaning. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from checker.align import Alignment, align, content_coverage
from checker.classes import actors
from checker.codes import bearing
from checker.cut import cut_findings
from checker.edits import CodedEdit, Frame, code_edits
from checker.models import Verdict
from checker.reading import Reading, read
from checker.settings import Settings
from checker.similarity import Meaning, compare_meaning
from checker.weighed import is_plain, is_weighed
from claims.keys import keys
from sources.models import Statement


class Comparison(NamedTuple):
    """What one statement says of a quote.

    Shape: `verdict` is the best that this statement alone supports; `blocked_by` the critical
           code that speaks against it, with the words it is about. `by_words` tells that
           the quote has most of the words, from a comparison of meaning. `is_open` tells that
           neither settles it: its `likelihood`, and the verdict that allows, come from
           `checker.vouching`; until then it is "no_source".
    Unit:  `score` and `likelihood` 0..1.
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
    likelihood: float = 0.0
    is_open: bool = False

    @property
    def is_turned(self) -> bool:
        """Whether the quote has the words but for a critical edit."""
        return self.by_words and self.blocked_by is not None

    @property
    def by_likelihood(self) -> bool:
        """Whether a likelihood decides: the words are others, or an edit is only suspected."""
        return self.is_open and (self.is_turned or not self.by_words)

    def holds(self, *, floor: float) -> bool:
        """Whether a statement in other words holds the content, and nothing speaks against it."""
        meaning = self.meaning
        free = not self.by_words and self.blocked_by is None
        return free and meaning is not None and meaning.score >= floor

    @property
    def carried(self) -> float:
        """The share of the quote's neighbouring words that stand side by side in the statement."""
        wanted = frozenset(pairwise(self.alignment.quote.keys))
        held = wanted.intersection(pairwise(self.alignment.stored.keys))
        return len(held) / len(wanted) if wanted else 0.0

    @property
    def key(self) -> tuple[float, str, str]:
        """Best first; ties by date, then id, never by the order of import."""
        rank = {"match": 0, "paraphrase": 1, "no_source": 2}[self.verdict]
        return (
            rank - min(self.score, 0.999),
            self.statement.said_on.isoformat(),
            self.statement.id,
        )


def compare(
    quote: Reading, statement: Statement, *, settings: Settings, indirect: bool = False
) -> Comparison:
    """Compare a quote with one statement; `indirect` speech shifts person and tense."""
    alignment = align(quote, read(statement.text))
    return _judged(statement, alignment, settings=settings, indirect=indirect, least=0.0)


def compare_all(
    quote: Reading, statements: Sequence[Statement], *, settings: Settings, indirect: bool = False
) -> list[Comparison]:
    """Compare a quote with every statement, in their order.

    Where one has the words, or all but an edit, they decide: of those that have few of
    them, only what was said in the same utterance is looked at further. What comes too little
    close to be asked about is not asked what speaks against it, unless it is a further wording.
    """
    aligned = [(statement, align(quote, read(statement.text))) for statement in statements]
    wordings = Counter(statement.utterance for statement in statements)
    judged = {
        statement.id: _judged(statement, alignment, settings=settings, indirect=indirect, least=0.0)
        for statement, alignment in aligned
        if _covered(alignment) >= settings.wording_floor
    }
    said = {c.statement.utterance for c in judged.values() if is_settled(c, settings=settings)}
    for statement, alignment in aligned:
        if statement.id in judged:
            continue
        if said and statement.utterance not in said:
            judged[statement.id] = _set_aside(statement, alignment)
        else:
            judged[statement.id] = _judged(
                statement,
                alignment,
                settings=settings,
                indirect=indirect,
                least=settings.asked_floor if wordings[statement.utterance] == 1 else 0.0,
            )
    return [judged[statement.id] for statement in statements]


def is_settled(comparison: Comparison, *, settings: Settings) -> bool:
    """Whether the words tell which statement is quoted: all of them stand, or all but a change."""
    return comparison.verdict == "match" or (
        comparison.by_words and comparison.score >= settings.settled_floor
    )


def _covered(alignment: Alignment) -> float:
    """How much of the quote the words carry, 0..1."""
    return (content_coverage(alignment) + alignment.similarity) / 2


def _set_aside(statement: Statement, alignment: Alignment) -> Comparison:
    """A statement that has few of the words, where another has them."""
    score = _covered(alignment) * _UNPROVEN
    return Comparison(statement, alignment, (), None, "no_source", False, score)


def _judged(
    statement: Statement,
    alignment: Alignment,
    *,
    settings: Settings,
    indirect: bool,
    least: float,
) -> Comparison:
    frame = Frame(
        _stands_for(statement) | frozenset(keys(statement.speaker)),
        indirect or statement.wording == "rendering",
        settings.longest_gap,
    )
    edits = code_edits(alignment, frame=frame) if alignment.hunks else ()
    covered = _covered(alignment)
    deciding = tuple(
        edit for edit in edits if not is_weighed(edit, alignment, speaker=frame.speaker)
    )
    against = _blocking(alignment, deciding, covered=covered, settings=settings)
    if against is not None:
        score = max(covered, settings.critical_floor)
        turned = _compared(statement, alignment, edits, "no_source", score, by=against)
        return turned if is_plain(against, alignment) else _opened(turned)
    verdict = _by_words(statement, alignment, edits, covered=covered, settings=settings)
    if verdict is None:
        return _by_meaning(statement, alignment, edits, covered=covered, least=least)
    return _settled(_compared(statement, alignment, edits, verdict, covered))


def _settled(comparison: Comparison) -> Comparison:
    """A comparison of words with its verdict, unless a denial was cut off, or words were exchanged
    of which no list tells whether they turn the meaning."""
    if comparison.verdict == "match":
        return comparison
    denial = _denial_outside(comparison.alignment)
    if denial is not None:
        return comparison._replace(
            verdict="no_source",
            blocked_by="negation_changed",
            quoted=comparison.alignment.quote.text,
            stored=denial,
        )
    return _opened(comparison) if any(map(_is_loose, comparison.edits)) else comparison


_LOOSE: Final = frozenset("reworded undeclared_omission reordered person_shift".split())
_LONG: Final = 4
"""Words exchanged or dropped at one place, from which the lists of words tell too little."""


def _is_loose(edit: CodedEdit) -> bool:
    return (
        edit.code in _LOOSE and max(map(len, (edit.quoted.split(), edit.stored.split()))) >= _LONG
    )


def _opened(comparison: Comparison) -> Comparison:
    """Without a verdict, but with what the meaning says: the words do not settle it."""
    meaning = _meaning(comparison.statement, comparison.alignment, least=0.0)
    return comparison._replace(meaning=meaning, verdict="no_source", is_open=True)


def _denial_outside(alignment: Alignment) -> str | None:
    """The denial that the quoted stretch was cut out of: no paraphrase keeps its meaning."""
    for cut in cut_findings(alignment):
        if cut.code == "clipped_negation":
            return cut.words
    return None


def _blocking(
    alignment: Alignment, edits: tuple[CodedEdit, ...], *, covered: float, settings: Settings
) -> CodedEdit | None:
    """The critical edit that decides, `None` where none is or so much differs that none can."""
    critical = [edit for edit in edits if edit.critical and not edit.guessed]
    if not critical and covered >= settings.guess_floor and _n_changes(edits) <= _FEW:
        critical = [edit for edit in edits if edit.critical]
    if not critical or _is_rewritten(alignment, edits):
        return None
    alone = _n_changes(edits) <= 1 and covered >= settings.alone_floor
    decides = alone or covered >= settings.critical_floor or any(e.moved for e in critical)
    return critical[0] if decides else None


def _by_words(
    statement: Statement,
    alignment: Alignment,
    edits: tuple[CodedEdit, ...],
    *,
    covered: float,
    settings: Settings,
) -> Verdict | None:
    """The verdict of the word alignment, `None` where the words differ too freely to decide."""
    if covered < settings.wording_floor or alignment.reversed_pieces:
        return None
    if any(edit.critical or edit.code == "not_verbatim" for edit in edits):
        return None
    allowed = {bearing(edit.code, profile=settings.profile) for edit in edits}
    if statement.wording == "rendering" or statement.is_relayed or "paraphrase" in allowed:
        return "paraphrase"
    return "match"


_EDITORIAL: Final = frozenset(
    "bracket_added bracket_replaced paren_insert minor_wording grammar_fixed person_shift".split()
)


_UNPROVEN: Final = 0.9
"""What a likeness counts that the words do not prove."""
_FEW: Final = 2
"""Changed places, up to which an unknown change of words decides."""


def _is_rewritten(alignment: Alignment, edits: tuple[CodedEdit, ...]) -> bool:
    """Whether so many places differ that no single one of them decides."""
    return _n_changes(edits) > 2 + len(alignment.quote.words) // 8


def _n_changes(edits: tuple[CodedEdit, ...]) -> int:
    """How many places differ in the speaker's words."""
    return sum(
        edit.hunk.op in ("insert", "replace") and edit.code not in _EDITORIAL for edit in edits
    )


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
    statement: Statement,
    alignment: Alignment,
    edits: tuple[CodedEdit, ...],
    *,
    covered: float,
    least: float,
) -> Comparison:
    """What the meaning score and the deciding words say; `checker.vouching` gives the verdict."""
    least = least / _UNPROVEN if covered * _UNPROVEN < least else 0.0
    meaning = _meaning(statement, alignment, least=least)
    return Comparison(
        statement,
        alignment,
        edits,
        meaning,
        "no_source",
        False,
        max(meaning.score, covered) * _UNPROVEN,
        meaning.conflict,
        meaning.quoted,
        meaning.stored,
        meaning.soft,
        is_open=True,
    )


def _meaning(statement: Statement, alignment: Alignment, *, least: float) -> Meaning:
    """How far the statement says what the quote says, whoever "we" are in it."""
    occasion = " ".join(part for part in (statement.event, statement.place) if part)
    known = frozenset(keys(f"{statement.speaker} {occasion}"))
    return compare_meaning(
        alignment.quote,
        alignment.stored,
        speaker_actors=_stands_for(statement) | actors(known),
        known=known,
        least=least,
    )


def _stands_for(statement: Statement) -> frozenset[str]:
    """The actors that a speaker stands for, by name and office."""
    office = " ".join(
        part for part in (statement.speaker, statement.role, statement.organisation) if part
    )
    return actors(keys(office))
