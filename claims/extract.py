"""A document -> the claims in it: what it quotes, and whom it names as saying so.

spaCy is imported only for texts longer than a pasted quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claims.blocks import with_blocks
from claims.dates import claimed_date
from claims.frames import frames
from claims.inner import stretches
from claims.kinds import context, is_title, kind
from claims.landmarks import Landmarks
from claims.mentions import FullNames, Memory
from claims.models import Claim, Document, Mention, Quote, QuoteKind, Span, Turn
from claims.pasted import is_empty_marks, pasted
from claims.people import People
from claims.quotes import Joined, joined, to_quote
from claims.readers.label_names import is_asking
from claims.scan import Marked
from claims.speakers import Reading, known_names

_SHORT = 2000
"""Characters up to which a text is read without spaCy."""


class _Found(NamedTuple):
    """One claim before it is numbered; `clause` is where a date may stand."""

    start: int
    end: int
    quote: Quote
    speaker: Mention | None = None
    clause: tuple[int, int] | None = None


def extract(
    document: Document, *, people: People, claims: bool = False, model: str | None = None
) -> tuple[Claim, ...]:
    """What a document quotes, in reading order, as q1, q2, ...

    Shape: a pasted text without quotation marks is one claim. With `claims` also reported
           speech (kind "indirect"), and in a text that names no one the plain sentences
           (kind "claim"). Empty quotation marks give a claim with empty text. `model` names
           an installed spaCy pipeline, or its folder, to ask where our rules name no speaker.
    Raises: `SettingsError` where that pipeline cannot be used.

    >>> from claims.people import load_people
    >>> text = "\\"A new administration is in power now,\\" Lavrov said."
    >>> [one] = extract(Document(text=text), people=load_people())
    >>> one.quote.text, one.speaker.name
    ('A new administration is in power now,', 'Sergey Lavrov')
    """
    text = document.text
    if not text.strip():
        return ()
    marks = with_blocks(text, stretches(text), document.quoted)
    quotations = joined(text, marks)
    bare = document.path is None and not document.turns and not quotations
    found, plain = list[_Found](), list[_Found]()
    full = FullNames(text)
    memory = Memory(full, people=people, on=document.published)
    owners = _Owners(full, people=people, on=document.published)
    for turn in _stretches(document):
        one_report = bare and len(text) <= _SHORT
        reading = Reading(text, memory=memory, with_reports=claims or one_report, nested=claims)
        _read(turn, marks, reading=reading, model=model)
        owner = owners.of(turn.label)
        found.extend(_quotations(text, turn, quotations, reading=reading, owner=owner))
        found.extend(_reports(text, reading))
        plain.extend(_plain(text, reading, owner=owner))
    if bare and not (claims and len(found) + len(plain) > 1):
        found = [_bare(text, found, plain=plain, memory=memory)]
    elif claims and (document.turns or not found):
        found.extend(plain)
    found.sort(key=lambda one: (one.start, -one.end))
    landmarks = Landmarks(document)
    return tuple(
        _claim(document, one, number=number, landmarks=landmarks)
        for number, one in enumerate(found, start=1)
    )


def _stretches(document: Document) -> Iterator[Turn]:
    """The turns of a transcript, or the whole text as one."""
    if document.turns:
        yield from document.turns
    else:
        yield Turn.model_construct(
            span=Span.model_construct(start=0, end=len(document.text)), label=None
        )


def _read(turn: Turn, marks: Sequence[Marked], *, reading: Reading, model: str | None) -> None:
    """Read one stretch paragraph by paragraph, with spaCy where it is long or a model is named."""
    start, end = turn.span.start, turn.span.end
    number = bisect_left(marks, start, key=lambda one: one.start)
    has_marks = number < len(marks) and marks[number].start < end
    if not has_marks and not reading.with_reports:
        return
    people = reading.memory.people
    paragraphs = frames(reading.text, marks, start=start, end=end)
    if end - start > _SHORT or model is not None:
        from claims.pipeline import read

        read(paragraphs, reading=reading, people=people, model=model)
        return
    for paragraph in paragraphs:
        reading.paragraph(paragraph, known=known_names(paragraph, people=people))


_GENERIC_LABEL = re.compile(
    r"(?:question|answer|q|a|moderator|host|operator|unknown|unidentified|speaker|participant"
    r"|interviewer|reporter|journalist|вопрос|ответ|ведущий|корреспондент)\b|.*[\d_#]",
    re.IGNORECASE,
)


class _Owners:
    """Whose turn a label marks; a label that names no one stays a label."""

    def __init__(self, full: FullNames, *, people: People, on: date | None) -> None:
        self._memory = Memory(full, people=people, on=on)
        self._known: dict[str, Mention] = {}

    def of(self, label: str | None) -> Mention | None:
        """The speaker of a turn, `None` for a turn without label."""
        if label is None:
            return None
        if label not in self._known:
            self._known[label] = self._mention(label)
        return self._known[label]

    def _mention(self, label: str) -> Mention:
        found = None
        if not (_GENERIC_LABEL.match(label) or is_asking(label)):
            found = self._memory.mention(label.title() if label.isupper() else label)
        if found is None:
            return Mention.model_construct(as_written=label, name=None, method="turn")
        return found.model_copy(update={"as_written": label, "method": "turn"})


def _quotations(
    text: str,
    turn: Turn,
    quotations: Sequence[Joined],
    *,
    reading: Reading,
    owner: Mention | None,
) -> Iterator[_Found]:
    first = bisect_left(quotations, turn.span.start, key=lambda one: one.whole.start)
    for at in range(first, len(quotations)):
        quotation, numbers = quotations[at]
        if quotation.start >= turn.span.end:
            return
        if is_title(text, quotation):
            quote = to_quote(text, quotation, kind="scare")
            yield _Found(quotation.start, quotation.end, quote, owner)
            continue
        spoken = next((reading.spoken[n] for n in numbers if n in reading.spoken), None)
        quote = Quote.model_construct(text="", kind="direct")
        if quotation.pieces:
            attributed = spoken is not None or owner is not None
            quote = to_quote(text, quotation, kind=kind(text, quotation, attributed=attributed))
        speaker, clause = owner, None
        if spoken is not None and not (owner and spoken.mention.as_written.lower() in _MYSELF):
            speaker, clause = spoken.mention, spoken.clause
        yield _Found(quotation.start, quotation.end, quote, speaker, clause)


_MYSELF = frozenset(("i", "we", "я", "мы"))


def _reports(text: str, reading: Reading) -> Iterator[_Found]:
    for start, end, spoken in reading.reports:
        quote = _whole(text, start=start, end=end, kind="indirect")
        if spoken is None:
            yield _Found(start, end, quote)
        else:
            yield _Found(start, end, quote, spoken.mention, spoken.clause)


def _plain(text: str, reading: Reading, *, owner: Mention | None) -> Iterator[_Found]:
    """The sentences that neither quote nor report, questions and scraps left out."""
    for start, end in reading.plain:
        words = text[start:end]
        if not words.endswith("?") and len(words.split()) >= 4:
            yield _Found(start, end, _whole(text, start=start, end=end, kind="claim"), owner)


def _bare(text: str, found: list[_Found], *, plain: list[_Found], memory: Memory) -> _Found:
    """A pasted text without quotation marks as one claim: one report, or the words as they are."""
    if is_empty_marks(text):
        return _Found(0, len(text), Quote.model_construct(text="", kind="direct"))
    start, end, speaker = pasted(text, memory=memory)
    if speaker is None and len(found) == 1 and not plain:
        return found[0]
    return _Found(start, end, _whole(text, start=start, end=end, kind="claim"), speaker)


def _whole(text: str, *, start: int, end: int, kind: QuoteKind) -> Quote:
    """A stretch without marks as a quote of one piece."""
    span = Span.model_construct(start=start, end=end)
    return Quote.model_construct(text=text[start:end], kind=kind, spans=(span,))


def _claim(document: Document, found: _Found, *, number: int, landmarks: Landmarks) -> Claim:
    text = document.text
    start = found.quote.spans[0].start if found.quote.spans else found.start
    place = landmarks.place(start)
    said_on = None
    if found.clause is not None:
        said_on = claimed_date(text[slice(*found.clause)], published=document.published)
    return Claim.model_construct(
        id=f"q{number}",
        quote=found.quote,
        speaker=found.speaker,
        said_on=said_on,
        line=place.line,
        column=place.column,
        page=place.page,
        time=place.time,
        origin=document.origin,
        context=context(text, start=found.start, end=found.end),
    )
