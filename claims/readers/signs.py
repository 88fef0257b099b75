"""What tells a text of spoken words by its beginning; the readers themselves load on use."""

from __future__ import annotations

import re

STAMP = r"(?:\d{1,5}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,6})?"
"""A time in a subtitle file."""

_CUE = rf"(?:[^\n]*\n){{0,12}}?[^\S\n]*[\[(]?{STAMP}[^\S\n]*-->"
_TABLE = r"start\tend\ttext[ \t]*\r?\n"
_JSON = r'\[?\s*\{\s*"\w+"\s*:'
_QUOTES = r'\{[^\n]*"(?:quote|quotation)"\s*:'


def is_webvtt(head: str) -> bool:
    """Whether a text is WebVTT."""
    return head.startswith("WEBVTT") and head[6:7] in ("", " ", "\t", "\n", "\r")


def is_subtitles(head: str) -> bool:
    """Whether a text is made of cues with a start and an end."""
    if is_webvtt(head):
        return True
    return (
        "-->" in head and re.match(_CUE, head.replace("\r\n", "\n").replace("\r", "\n")) is not None
    )


def is_table(head: str) -> bool:
    """Whether a text is the table (TSV) that Whisper writes."""
    return re.match(_TABLE, head) is not None


def is_recognised(head: str) -> bool:
    """Whether a text may be the output of speech recognition: JSON, and no list of quotes."""
    if is_table(head):
        return True
    return re.match(_JSON, head) is not None and re.match(_QUOTES, head) is None
