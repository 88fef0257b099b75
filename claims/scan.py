"""One pass over the quotation marks of a text: the stretches between them.

The scanner walks the marks from left to right and keeps the one outermost quotation that is
open. Marks inside it are part of its words. What is unbalanced is repaired and said to be;
nothing here refuses a text. Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.mark_events import MarkEvent, mark_events
from claims.singles import SINGLES, single_close


class Marked(NamedTuple):
    """One quotation as found by its marks.

    Shape: `pieces` are the (start, end) of the words, without marks and outer spaces; () if the
           marks are empty. `start`, `end` include the marks. `breaks` tells for each piece
           after the first whether a new paragraph starts there.
    """

    pieces: tuple[tuple[int, int], ...]
    start: int
    end: int
    breaks: tuple[bool, ...] = ()
    repaired: bool = False


_CLOSERS = {
    "“": "”", "„": "“”‟", "‟": "”", "”": "”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』",
    "〝": "〞〟", '"': '"', "＂": "＂", "``": "''", "''": "''",
}  # fmt: skip
_STRAIGHT = ('"', "＂", "''")
_FEET = re.compile(r"\d\s?['′’]\s?\d{1,2}$")


class _Open:
    """The quotation that is open: its mark, where it began, and its finished pieces."""

    def __init__(self, mark: str, *, start: int, words: int) -> None:
        self.mark = mark
        self.start = start
        self.words = words
        self.pieces: list[tuple[int, int]] = []
        self.breaks: list[bool] = []
        self.depth: list[str] = []


def marked(text: str) -> tuple[Marked, ...]:
    """Every outermost stretch in quotation marks, in reading order.

    Marks without a word in or between them are one stretch, however many they are.

    >>> [(found.start, found.end) for found in marked('"" "" “” so')]
    [(0, 8)]
    """
    scan = _Scan(text)
    scan.run()
    kept: list[Marked] = []
    wordless = False
    for found in sorted(scan.found, key=lambda found: found.start):
        bare = not _has_words(text, found.start, found.end)
        if bare and wordless and not _has_words(text, kept[-1].end, found.start):
            kept[-1] = Marked((), kept[-1].start, found.end, repaired=kept[-1].repaired)
        else:
            kept.append(found)
        wordless = bare
    return tuple(kept)


def _has_words(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))


class _Scan:
    """One pass over the marks of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Marked] = []
        self.open: _Open | None = None
        self.events = mark_events(text)
        self.at = 0

    def run(self) -> None:
        while self.at < len(self.events):
            event = self.events[self.at]
            self.at += 1
            if event.mark == "\n":
                if self.open is not None:
                    self._line_end(event)
            elif len(event.mark) == 1 and event.mark in SINGLES:
                if self.open is None:
                    self._single(event)
            elif self.open is None:
                self._outside(event)
            else:
                self._inside(event, current=self.open)
        if self.open is not None:
            self._repair_end(len(self.text), current=self.open)

    def _outside(self, event: MarkEvent) -> None:
        """A double mark while nothing is open."""
        if event.mark in _CLOSERS and event.opens:
            if event.mark == "»" and not self._later("«"):
                return
            self.open = _Open(event.mark, start=event.start, words=event.end)
        elif event.closes and not self._measure(event):
            self._repair_start(event)
        elif event.mark in ('"', "＂") and not event.closes:
            self.open = _Open(event.mark, start=event.start, words=event.end)

    def _inside(self, event: MarkEvent, *, current: _Open) -> None:
        """A double mark while a quotation is open."""
        innermost = current.depth[-1] if current.depth else current.mark
        if self._is_close(event, mark=innermost):
            if current.depth:
                current.depth.pop()
            else:
                self._close(event, current=current)
        elif event.mark in _CLOSERS and event.opens:
            if event.mark == current.mark and not self._closed_twice(event.mark):
                self._repair_end(event.start, current=current)
                self.open = _Open(event.mark, start=event.start, words=event.end)
            else:
                current.depth.append(event.mark)
        elif self._foreign_close(event, current=current):
            self._close(event, current=current, repaired=True)

    def _is_close(self, event: MarkEvent, *, mark: str) -> bool:
        if event.mark not in _CLOSERS[mark] and not (mark == event.mark == "“"):
            return False
        if event.mark in _STRAIGHT:
            if event.opens and not event.closes:
                return False
            return not self._measure(event)
        return event.mark != mark or not event.opens

    def _foreign_close(self, event: MarkEvent, *, current: _Open) -> bool:
        """Whether a mark of the other kind closes: “so" or "so”."""
        pairs = {"“": '"', '"': "”"}
        return not current.depth and event.closes and pairs.get(current.mark) == event.mark

    def _measure(self, event: MarkEvent) -> bool:
        """Whether a straight mark after a digit means inches."""
        if event.mark != '"' or not self.text[event.start - 1 : event.start].isdigit():
            return False
        if self.open is None:
            return True
        later = self._next_straight()
        if later is None or not later.closes or later.opens:
            return False
        return bool(_FEET.search(self.text, max(0, event.start - 8), event.start)) or (
            self.text[event.end : event.end + 2].strip().islower()
        )

    def _next_straight(self) -> MarkEvent | None:
        for event in self.events[self.at : self.at + 12]:
            if event.mark == "\n":
                return None
            if event.mark == '"':
                return event
        return None

    def _later(self, mark: str) -> bool:
        """Whether a mark follows within the paragraph."""
        for event in self.events[self.at : self.at + 12]:
            if event.mark == "\n":
                return False
            if event.mark == mark:
                return True
        return False

    def _closed_twice(self, mark: str) -> bool:
        """Whether two closers follow, so that a second opener is nested and not the next quote."""
        depth = 2
        for event in self.events[self.at : self.at + 24]:
            if event.mark == "\n":
                return False
            if event.mark == mark and event.opens and not event.closes:
                depth += 1
            elif event.mark in _CLOSERS[mark]:
                depth -= 1
                if depth == 0:
                    return True
        return False

    def _single(self, event: MarkEvent) -> None:
        close = single_close(self.text, start=event.start, mark=event.mark)
        if close is None:
            return
        piece = _trim(self.text, event.end, close)
        self.found.append(Marked((piece,) if piece else (), event.start, close + 1))
        while self.at < len(self.events) and self.events[self.at].start <= close:
            self.at += 1

    def _close(self, event: MarkEvent, *, current: _Open, repaired: bool = False) -> None:
        piece = _trim(self.text, current.words, event.start)
        self._emit(current, piece=piece, end=event.end, repaired=repaired)

    def _emit(
        self, current: _Open, *, piece: tuple[int, int] | None, end: int, repaired: bool
    ) -> None:
        pieces, breaks = current.pieces, current.breaks
        if piece is not None:
            pieces.append(piece)
        elif breaks:
            breaks.pop()
        elif repaired:
            self.open = None
            return
        self.found.append(
            Marked(tuple(pieces), current.start, end, tuple(breaks), repaired=repaired)
        )
        self.open = None

    def _line_end(self, event: MarkEvent) -> None:
        """A line ends inside a quotation: it goes on, is reopened, or lacks its closing mark."""
        current = self.open
        assert current is not None
        following, blank = _next_line(self.text, after=event.end)
        if following is None:
            self._repair_end(event.start, current=current)
            return
        opener = self.text[following : following + len(current.mark)]
        if opener == current.mark and not self._closed_before(following, mark=current.mark):
            piece = _trim(self.text, current.words, event.start)
            if piece is not None:
                current.pieces.append(piece)
                current.breaks.append(True)
            current.words = following + len(opener)
            current.depth.clear()
            self._skip_to(current.words)
        elif blank or not self._closes_in_block(current.mark):
            self._repair_end(event.start, current=current)
        elif self.at < len(self.events):
            self._skip_to(following)

    def _closed_before(self, following: int, *, mark: str) -> bool:
        """Whether a straight mark that begins a line closes a quotation instead of reopening it."""
        after = self.text[following + len(mark) : following + len(mark) + 1]
        return mark in _STRAIGHT and (not after or after.isspace() or after in ",.;")

    def _closes_in_block(self, mark: str) -> bool:
        """Whether the closing mark follows before a blank line and before another opening."""
        at = self.at
        while at < len(self.events) and at < self.at + 40:
            event = self.events[at]
            if event.mark == "\n":
                if _next_line(self.text, after=event.end)[1]:
                    return False
            elif self._is_close(event, mark=mark):
                return True
            elif event.mark == mark and event.opens:
                return False
            at += 1
        return False

    def _skip_to(self, offset: int) -> None:
        while self.at < len(self.events) and self.events[self.at].start < offset:
            self.at += 1

    def _repair_end(self, end: int, *, current: _Open) -> None:
        """A closing mark is missing: the words end with the line, or before its attribution."""
        cut = _ATTRIBUTION.search(self.text, current.words, end)
        if cut is not None:
            end = cut.start() + 1
        piece = _trim(self.text, current.words, end)
        if piece is not None and not _has_words(self.text, *piece):
            piece = None
        self._emit(current, piece=piece, end=end, repaired=True)

    def _repair_start(self, event: MarkEvent) -> None:
        """An opening mark is missing: the words begin with their sentence."""
        lowest = max(0, event.start - 1000)
        lowest = max(lowest, self.text.rfind("\n", lowest, event.start) + 1)
        if self.found:
            lowest = max(lowest, self.found[-1].end)
        start = lowest
        for stop in _SENTENCE_END.finditer(self.text, lowest, event.start - 1):
            start = stop.end()
        piece = _trim(self.text, start, event.start)
        if piece is not None and len(self.text[piece[0] : piece[1]].split()) >= 2:
            self.found.append(Marked((piece,), piece[0], event.end, repaired=True))


_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\W\d_])")
_ATTRIBUTION = re.compile(
    r"[,.?!—–]\s+(?:[^\W\d_][\w.'’-]*\s+){1,4}?(?:said|says|added|told|asked|wrote|tweeted)\b"
    r"|[,?!]\s+(?:said|added|asked|says)\s"
)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without spaces at its ends, `None` if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None


def _next_line(text: str, *, after: int) -> tuple[int | None, bool]:
    """Where the next line with words begins, and whether a blank line stands before it."""
    at, blank = after, False
    while at < len(text):
        if text[at] == "\n":
            blank = True
        elif not text[at].isspace() and text[at] != ">":
            return at, blank
        at += 1
    return None, blank
