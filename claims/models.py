"""What a text under check holds: documents, turns, quotes, and who is named as saying them."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Model(BaseModel):
    """Base of every record: frozen, no unknown fields, its schema built on first use.

    What we computed ourselves is made with `model_construct`: it needs no check, and one check
    from the shell would spend a tenth of its time on building the schemas for it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Span(Model):
    """A stretch of one text, start included, end excluded.

    Shape:  `text[span.start : span.end]`; never empty; always of the original text.
    Unit:   Unicode code points (not bytes, not UTF-16 units).
    Raises: `ValidationError` if `start < 0` or `end <= start`.
    Source: W3C Web Annotation, TextPositionSelector.
    """

    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"empty span: start={self.start}, end={self.end}")
        return self


class Turn(Model):
    """One speaker's continuous words in a transcript.

    Shape: `span` covers the words alone, without the label before them.
    """

    span: Span
    label: str | None


class Landmark(NamedTuple):
    """Where a stretch of a document's text stands in the file that it was read from.

    Shape: holds from `start` to the next landmark; `line` and `column` count from 1 and are of
           the file, `None` where the file has no lines (then those of the text are meant).
           No model: a long recording has a hundred thousand, and a model takes a kilobyte.
    Unit:  `start` in code points of the document's text, `time` in seconds from the beginning.
    """

    start: int
    line: int | None = None
    column: int = 1
    page: int | None = None
    time: float | None = None


class Document(Model):
    """A text under check, with what is known of where it was printed.

    Shape: every offset in every other record refers to `text`, which is never changed.
           `landmarks`, in order, say where the text stands in its file, where that is not
           simply its own lines; `quoted` are the block quotations, which are quoted without
           marks; `skipped` has a line for each part that could not be read
           ("cue 41 has no end time"). `recognised`: a machine wrote down what it heard.
    """

    text: str
    path: str | None = None
    origin: str | None = None
    title: str | None = None
    published: date | None = None
    wire: str | None = None
    turns: tuple[Turn, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    quoted: tuple[Span, ...] = ()
    skipped: tuple[str, ...] = ()
    recognised: bool = False


QuoteKind = Literal["direct", "mixed", "scare", "indirect", "claim"]


class Quote(Model):
    """The quoted content.

    Shape: `text` is as printed, without the outer marks; the pieces of a quote that is broken
           by its attribution or reopened in a new paragraph are joined by one space (a
           paragraph break by a line feed). `spans` are those pieces in the document, in order;
           empty for a row of a quote list, which stands in no text.
    """

    text: str
    kind: QuoteKind
    spans: tuple[Span, ...] = ()
    repaired: bool = False


MentionMethod = Literal["given", "turn", "cue", "role", "pronoun", "continued"]


class Mention(Model):
    """Whom the text names as the speaker.

    Shape: `name` is the canonical form, `None` when two known people fit; then `candidates`
           lists them. `method` says how the name was found: given by the caller or a list row,
           the transcript's turn, a name beside a cue verb, a role, a pronoun, or carried on
           from the quotation before.
    """

    as_written: str
    name: str | None
    method: MentionMethod
    candidates: tuple[str, ...] = ()


class Claim(Model):
    """One "speaker S said Q", found in a text under check.

    Shape: `id` is the order in the document ("q1", "q2", ...) or the list row's own id;
           `line` and `column` count from 1, `None` for pasted list rows; `page` and `time`
           (seconds) are of files that have such.
    """

    id: str
    quote: Quote
    speaker: Mention | None = None
    said_on: date | None = None
    line: int | None = None
    column: int | None = None
    page: int | None = None
    time: float | None = None
    origin: str | None = None
    context: str = ""
