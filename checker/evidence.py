"""A comparison as the evidence that is shown. Pure."""

from __future__ import annotations

from typing import Final

from checker.compare import Comparison
from checker.cut import stretch
from checker.hunks import Hunk
from checker.models import Edit, EditOp, Evidence, EvidenceSource
from sources.models import Statement

_AROUND: Final = 120
"""Characters of prefix and suffix."""
_WORTH_SHOWING: Final = 0.4
"""Share of the quote's words that stand; below it an alignment is chance."""
_OPS: Final[dict[str, EditOp]] = {
    "equal": "equal", "replace": "replace", "insert": "insert", "delete": "delete",
    "gap": "delete",
}  # fmt: skip


def evidence(comparison: Comparison, *, word_by_word: bool) -> Evidence:
    """The stored wording of one comparison.

    Shape: with `word_by_word` its edits too, where enough words are shared for them to tell
           something; without, of what only means the same, just the stretch that corresponds.
    """
    aligned = _is_aligned(comparison, word_by_word=word_by_word)
    statement = comparison.statement
    start, end = _place(comparison, aligned=aligned)
    return stretch_of(
        statement,
        start=start,
        end=end,
        score=round(min(1.0, max(0.0, comparison.score)), 3),
        edits=_edits(comparison) if aligned else (),
        link=_link(comparison, start, end),
    )


def stretch_of(
    statement: Statement,
    *,
    start: int,
    end: int,
    score: float,
    edits: tuple[Edit, ...] = (),
    link: str | None = None,
) -> Evidence:
    """One stretch of a statement in the form in which evidence is shown."""
    text = statement.text
    prefix_start = _word_start(text, max(0, start - _AROUND))
    suffix_end = _word_end(text, min(len(text), end + _AROUND))
    return Evidence.model_construct(
        statement=statement.id,
        utterance=statement.utterance,
        speaker=statement.speaker,
        role=statement.role,
        organisation=statement.organisation,
        said_on=statement.said_on,
        event=statement.event,
        place=statement.place,
        original_language=statement.original_language,
        language=statement.language,
        wording=statement.wording,
        exact=text[start:end],
        prefix=text[prefix_start:start],
        suffix=text[end:suffix_end],
        start=start,
        end=end,
        score=score,
        edits=edits,
        source=EvidenceSource.model_construct(**dict(statement.source), link=link),
    )


def _is_aligned(comparison: Comparison, *, word_by_word: bool) -> bool:
    """Whether enough words are shared for a word by word comparison to tell anything."""
    return bool(comparison.alignment.hunks) and (
        comparison.by_words or (word_by_word and comparison.alignment.coverage >= _WORTH_SHOWING)
    )


def _place(comparison: Comparison, *, aligned: bool) -> tuple[int, int]:
    """The stretch of the statement that bears on the quote: the whole of it where none is."""
    meaning = comparison.meaning
    start = end = 0
    if aligned:
        start, end = stretch(comparison.alignment)
    elif meaning is not None and meaning.end > meaning.start:
        words = comparison.alignment.stored.words
        start, end = words[meaning.start].start, words[meaning.end - 1].end
    return (start, end) if end > start else (0, len(comparison.statement.text))


def _word_start(text: str, at: int) -> int:
    while 0 < at < len(text) and not text[at - 1].isspace():
        at += 1
    return min(at, len(text))


def _word_end(text: str, at: int) -> int:
    while 0 < at < len(text) and not text[at].isspace():
        at -= 1
    return at


def _edits(comparison: Comparison) -> tuple[Edit, ...]:
    """Every hunk with its text and its code."""
    alignment = comparison.alignment
    by_hunk: dict[tuple[int, int], str] = {}
    for edit in comparison.edits:
        by_hunk.setdefault((edit.hunk.quote_start, edit.hunk.stored_start), edit.code)
    made = []
    for hunk in alignment.hunks:
        code = None
        if hunk.op != "equal":
            code = by_hunk.get((hunk.quote_start, hunk.stored_start)) or _covering(comparison, hunk)
        quoted, said = alignment.quoted(hunk), alignment.said(hunk)
        made.append(
            Edit.model_construct(
                op=_OPS[hunk.op],
                code=code,
                quoted=alignment.quote.text[quoted[0].start : quoted[-1].end] if quoted else "",
                stored=alignment.stored.text[said[0].start : said[-1].end] if said else "",
            )
        )
    return tuple(made)


def _covering(comparison: Comparison, hunk: Hunk) -> str | None:
    """The code of an edit that spans several hunks, as a reordering does."""
    for edit in comparison.edits:
        whole = edit.hunk
        if whole.op != "equal" and (
            whole.quote_start <= hunk.quote_start and hunk.quote_end <= whole.quote_end
        ):
            return edit.code
    return None


def _link(comparison: Comparison, start: int, end: int) -> str | None:
    """The page's address, with a text fragment where the wording is the page's own.

    Source: WICG, URL Fragment Text Directives.
    """
    statement = comparison.statement
    url = statement.source.url
    if url is None or statement.wording == "rendering" or "#" in url:
        return url
    from urllib.parse import quote as encoded  # late: most results need no link

    words = statement.text[start:end].split()
    if not words:
        return url

    def escape(part: str) -> str:
        return encoded(part, safe="").replace("-", "%2D")

    if len(words) <= 8:
        return f"{url}#:~:text={escape(' '.join(words))}"
    return f"{url}#:~:text={escape(' '.join(words[:4]))},{escape(' '.join(words[-4:]))}"
