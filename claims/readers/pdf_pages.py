"""The lines on the pages of a PDF: a program of its own, which `claims.readers.pdf` calls.

A hostile PDF can make the library that reads it grow, hang or fall over. Here it meets a limit
of memory, and the caller one of time, and neither takes the program down.

The PDF comes on standard input. Each line of standard output is JSON: `{"pages": n}` first, then
`{"page": n, "lines": [[text, left, top, height], ...]}` with `null` where a page cannot be read;
or `{"error": "password" | "damaged"}`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES = 3000
MOST_CHARACTERS = 16_000_000
_MOST_MEMORY = 700 * 1024 * 1024
"""Bytes of address space, of which 250 MB are the interpreter and its libraries."""


def main() -> None:
    """Read a PDF from standard input and write its lines to standard output."""
    _limit_memory()
    for answer in _answers(sys.stdin.buffer.read()):
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    except (ValueError, OSError):
        return


def _answers(data: bytes) -> Iterator[dict[str, object]]:
    import pypdfium2
    import pypdfium2.raw

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        yield {"error": "password" if locked else "damaged"}
        return
    yield {"pages": len(file)}
    left = MOST_CHARACTERS
    for number in range(min(len(file), MOST_PAGES)):
        lines = _lines(file, number)
        left -= sum(len(str(line[0])) for line in lines or ())
        if left < 0:
            return
        yield {"page": number + 1, "lines": lines}


def _lines(file: PdfDocument, number: int) -> list[list[str | float]] | None:
    from pypdfium2 import PdfiumError

    try:
        page = file[number]
        text_page = page.get_textpage()
        words = text_page.get_text_range()
        lines = list(_placed(text_page, words))
        text_page.close()
        page.close()
    except PdfiumError:
        return None
    return lines


def _placed(text_page: PdfTextPage, words: str) -> Iterator[list[str | float]]:
    """The lines with where they begin; a word that is cut at the end of a line is not."""
    at = 0
    for line in words.split("\n"):
        text = line.strip()
        if text:
            left, bottom, _, top = text_page.get_charbox(at + line.index(text), loose=True)
            yield [text, round(left, 1), round(top, 1), round(top - bottom, 1)]
        at += len(line) + 1


if __name__ == "__main__":
    main()
