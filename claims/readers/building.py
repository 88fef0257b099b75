"""A document's text put together from parts of a file, each with the place it stood at."""

from __future__ import annotations

from claims.models import Document, Landmark, Span
from claims.readers.text import document


class Building:
    r"""What a reader has found so far.

    >>> building = Building()
    >>> building.add("Ready?", line=3, column=5)
    >>> building.paragraph()
    >>> building.add("Go on.", line=4)
    >>> made = building.document()
    >>> made.text, [(mark.start, mark.line, mark.column) for mark in made.landmarks]
    ('Ready?\n\nGo on.', [(0, 3, 5), (8, 4, 1)])
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._landmarks: list[Landmark] = []
        self._quoted: list[Span] = []
        self._opened: list[int] = []
        self._expected: tuple[int | None, int, int | None] | None = None
        self._page: int | None = None
        self._waiting = ""
        self.size = 0

    def page(self, number: int) -> None:
        """What comes now stands on that page, and its lines are counted anew."""
        self._page = number
        self._expected = None

    def add(self, words: str, *, line: int | None = None, column: int = 1) -> None:
        """Add words as they stand in the file, from that line and column on."""
        if not words:
            return
        self._put(self._waiting if self.size else "")
        self._waiting = ""
        here = (line, column, self._page)
        if here != self._expected:
            self._landmarks.append(Landmark(self.size, line, column, self._page))
        self._put(words)
        self._expected = None if "\n" in words else (line, column + len(words), self._page)

    def mark(self, words: str) -> None:
        """Add what the file does not have as characters: a quotation mark, a tab between cells."""
        self._put(self._waiting if self.size else "")
        self._waiting = ""
        self._put(words)
        self._expected = None

    def paragraph(self, gap: str = "\n\n") -> None:
        """Whatever comes next begins a paragraph; nothing is added where nothing comes."""
        if len(gap) >= len(self._waiting):
            self._waiting = gap

    def open_quote(self) -> None:
        """A quotation without marks begins with the next words."""
        self._opened.append(self.size + (len(self._waiting) if self.size else 0))

    def close_quote(self) -> None:
        """The quotation that was opened last ends with the last words."""
        if self._opened:
            start = self._opened.pop()
            if start < self.size and not self._opened:
                self._quoted.append(Span.model_construct(start=start, end=self.size))

    def document(
        self,
        *,
        title: str | None = None,
        skipped: tuple[str, ...] = (),
    ) -> Document:
        """The finished document; its title, wire agency and turns are read from the text."""
        made = document(
            "".join(self._parts),
            title=title,
            landmarks=tuple(self._landmarks),
            skipped=skipped,
        )
        return made.model_copy(update={"quoted": tuple(self._quoted)})

    def _put(self, words: str) -> None:
        if words:
            self._parts.append(words)
            self.size += len(words)
