"""Transcripts in plain text: lines that begin with a speaker's label -> turns.

A colon in running text is no label: one that looks like any other word counts only where labels
are what the text is made of.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from claims.models import Span, Turn

_LINE = re.compile(
    r"^[^\S\n]*(?:\*\*|__)?(?P<label>\[[^\]\n]{1,60}\]|[^\W\d_][^:\n]{0,110}?)(?:\*\*|__)?\s?:"
    r"(?:\*\*|__)?(?=\s|\(|$)",
    re.MULTILINE,
)
_TIME = re.compile(r"\s*[(\[]\d{1,2}:\d{2}(?::\d{2})?[)\]]\s*")
_ANY_COLON = re.compile(r"\w:\s")
_NOTES = re.compile(
    r"\s*\((?:spoke|speaking|interpretation|translated|in|через|говорит)\b[^)]*\)", re.IGNORECASE
)
_ASKING = frozenset(
    "QUESTION ANSWER Q A MODERATOR INTERVIEWER REPORTER HOST OPERATOR PARTICIPANT AUDIENCE"
    " ВОПРОС ОТВЕТ ВЕДУЩИЙ ВЕДУЩАЯ КОРРЕСПОНДЕНТ МОДЕРАТОР РЕПЛИКА".split()
)
_TITLES = frozenset(
    "MR MS MRS DR MISS SIR SECRETARY MINISTER PRESIDENT AMBASSADOR SENATOR GENERAL CHAIRMAN"
    " CHAIRWOMAN SPEAKER DIRECTOR PROFESSOR GOVERNOR CHANCELLOR JUDGE CONGRESSMAN ADMIRAL"
    " COLONEL KING DEPUTY VICE PRIME UNDER ASSISTANT".split()
)
_NO_LABEL = frozenset(
    "NOTE UPDATE READ PHOTO SOURCE EDITOR RELATED WATCH LISTEN BREAKING CORRECTION IMAGE VIDEO"
    " MORE TOPICS TAGS CONTACT DATE TIME PLACE SUBJECT FROM TO CC RE SEE HTTP HTTPS WARNING"
    " EXAMPLE SUMMARY CAPTION CREDIT ALSO KEY PUBLISHED UPDATED LOCATION EVENT TITLE".split()
)
_PART = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*\.?")


class _Label(NamedTuple):
    name: str
    line: int
    words: int
    sure: bool


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript, () if the text is none.

    Shape: what stands before the first label is a turn without label; a paragraph without a
           label goes on with the turn before it.
    """
    labels = _labels(text)
    if not labels:
        return ()
    found: list[Turn] = []
    head = _span(text, 0, labels[0].line)
    if head is not None:
        found.append(Turn(span=head, label=None))
    ends = [label.line for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        span = _span(text, label.words, end)
        if span is not None:
            found.append(Turn(span=span, label=label.name))
    return tuple(found)


def _labels(text: str) -> list[_Label]:
    """The labels of a transcript, [] if the text is none."""
    if ":" not in text:
        return []
    every = [label for found in _LINE.finditer(text) if (label := _label(text, found)) is not None]
    counts = Counter(label.name for label in every)
    sure = [label for label in every if label.sure]
    often = [label for label in every if counts[label.name] > 1]
    if not sure and not (often and len(every) >= 3):
        return _few(text, every)
    return [
        label
        for label in every
        if label.sure or counts[label.name] > 1 or len(_PART.findall(label.name)) > 1
    ]


def _few(text: str, every: list[_Label]) -> list[_Label]:
    """Labels that never come twice count if nearly every line has one, and it is a full name."""
    n_lines = sum(1 for line in text.splitlines() if line.strip())
    full = [label for label in every if len(_PART.findall(label.name)) > 1]
    if len(full) >= 2 and len(full) * 2 >= n_lines:
        return full
    return []


def _label(text: str, found: re.Match[str]) -> _Label | None:
    written = found["label"].strip()
    bracketed = written.startswith("[")
    name = _NOTES.sub("", written.strip("[]")).strip()
    core = re.sub(r"\([^)]*\)", "", name).strip()
    words = _PART.findall(core)
    if not words or len(words) > 6 or words[0].upper().rstrip(".") in _NO_LABEL:
        return None
    if not bracketed and not _is_name(core, words):
        return None
    start = found.end()
    time = _TIME.match(text, start)
    return _Label(
        name=name,
        line=found.start(),
        words=time.end() if time is not None else start,
        sure=bracketed or time is not None or _is_sure(core, words),
    )


def _is_name(core: str, words: list[str]) -> bool:
    """Whether all words begin with a capital, small particles aside, and nothing else stands by."""
    if re.search(r"[^\w\s.,'’\-/()]", core) or (core.endswith((",", ".")) and len(words) > 4):
        return False
    particles = ("of", "the", "von", "van", "der", "de", "bin", "al", "for", "and", "ul", "ur")
    return words[0][0].isupper() and all(
        w[0].isupper() or w.isdigit() or w in particles for w in words
    )


def _is_sure(core: str, words: list[str]) -> bool:
    """Labels that are labels wherever they stand: MR PRICE, QUESTION, В.Путин, Mr. Lavrov."""
    first = words[0].rstrip(".").upper()
    if first in _ASKING and len(words) <= 2:
        return True
    if core.isupper() and first in _TITLES and len(words) > 1:
        return True
    if first in ("MR", "MS", "MRS", "DR") and len(words) > 1:
        return True
    return bool(re.fullmatch(r"(?:[А-ЯЁA-Z]\.\s?){1,2}[А-ЯЁA-Z][\w’'-]+", core))


def _span(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if end > start else None
