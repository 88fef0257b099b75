"""Subtitles (SRT, WebVTT, lines of "[start --> end] words") -> documents.

Cues are joined, so that a quotation that runs over several is one; each line of a cue keeps its
place and time. A cue that is damaged is skipped and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.errors import InputError
from claims.models import Document
from claims.readers.captions import Stretch, has_markup, stretches, without
from claims.readers.labels import Label, labels, seconds
from claims.readers.signs import STAMP, is_webvtt
from claims.readers.spoken import Spoken, told
from claims.readers.turns import too_many

_TIMING = re.compile(
    rf"^[^\S\n]*[\[(]?(?:(?P<start>{STAMP})|(?=-->)|[\d.,]{{0,20}}:[^\n]{{0,40}}?)[^\S\n]{{0,40}}-->[^\S\n]*"
    rf"(?P<end>{STAMP})?(?P<close>[\])])?(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)\b|X-TIMESTAMP-MAP")
_NUMBER = re.compile(r"\s*\d+\s*")
_CHANGE = re.compile(r"\s*(?:[-–—‐]\s*(?=\S)|>{2,3}\s*)")
"""What stands before the words of another speaker who is not named."""
_DOTS = re.compile(r"\s*(?:\.\.\.|…)")


class _Line(NamedTuple):
    """One line of a cue, with the seconds of silence before it.

    Shape: lines are made one at a time and twice, since a million of them would not fit.
    """

    pieces: list[Stretch]
    number: int
    time: float
    silence: float


def read_subtitles(text: str) -> Document:
    """The document in a file of cues.

    Raises: `InputError` where no cue of it can be read.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = _Cues(text)
    plain, voices = _plain(first)
    if not first.n_read:
        raise InputError(
            "holds no cue that can be read" + (f": {first.skipped[0]}" if first.skipped else ""),
            next_step="check that it was saved whole",
        )
    found = [] if voices else labels(plain)
    talk = _joined(_Cues(text), {label.line: label for label in found}, voices=voices)
    noun = "cue" if first.n_read == 1 else "cues"
    skipped = told(first.skipped, read=f"{first.n_read:,} {noun} read")
    return talk.document(skipped=(*skipped, *too_many(found)))


def _plain(lines: Iterable[_Line]) -> tuple[str, bool]:
    """The words of all lines, one a line, and whether voice tags say whose they are.

    Shape: spaces stand for what only says that another speaks.
    """
    plain: list[str] = []
    voices = False
    for line in lines:
        words = "".join(piece.text for piece in line.pieces)
        change = _CHANGE.match(words)
        plain.append(" " * change.end() + words[change.end() :] if change else words)
        voices = voices or any(piece.voice for piece in line.pieces)
    return "\n".join(plain), voices


class _Cues:
    """The lines of all cues that can be read; then what was skipped, and how many were read."""

    def __init__(self, text: str) -> None:
        self.skipped: list[str] = []
        self.n_read = 0
        self._text = text
        self._rolling = re.search(r"<\d\d:\d\d[\d:.]*>", text) is not None
        self._webvtt = is_webvtt(text.lstrip("\ufeff"))
        self._before = ""
        self._end = 0.0

    def __iter__(self) -> Iterator[_Line]:
        text = self._text
        timings = _TIMING.finditer(text)
        timing = next(timings, None)
        at, number, n_cues, name = 0, 1, 0, ""
        if timing is not None:
            name = self._name_before(text[: timing.start()])
        while timing is not None:
            following = next(timings, None)
            end = len(text) if following is None else following.start()
            number += text.count("\n", at, timing.start())
            at = timing.start()
            n_cues += 1
            body = text[timing.end() + 1 : end].split("\n")
            after = self._name_before(text[timing.end() : end]) if following else ""
            if after:
                del body[-2:]
            yield from self._cue(timing, body, number=number, name=name or str(n_cues))
            timing, name = following, after

    def _name_before(self, text: str) -> str:
        """The name of a cue: the line before its time, where that belongs to no other cue."""
        lines = text.rsplit("\n", 3)
        if len(lines) < 2 or lines[-1].strip():
            return ""
        name = lines[-2].strip()
        alone = len(lines) == 2 or (len(lines) > 2 and not lines[-3].strip())
        return name if name.isdigit() or (alone and self._webvtt) else ""

    def _cue(
        self, timing: re.Match[str], body: list[str], *, number: int, name: str
    ) -> Iterator[_Line]:
        wrong = next((end for end in ("start", "end") if not timing[end]), None)
        if wrong is not None:
            self.skipped.append(f"cue {name} has no {wrong} time, skipped")
        self._damaged_after(body, number=number)
        if wrong is not None:
            return
        self.n_read += 1
        start, end = seconds(timing["start"]), seconds(timing["end"])
        silence = start - self._end
        self._end = max(end, start)
        if timing["close"] and timing["rest"].strip():
            skip = timing.start("rest") - timing.start()
            words = [Stretch(timing["rest"], skip + 1, "")]
            yield _Line(words, number, start, silence)
            return
        voice = ""
        for line_number, line in enumerate(body, number + 1):
            if not line.strip() or (self._rolling and self._said(line)):
                continue
            plain = [Stretch(line, 1, "")]
            pieces = list(stretches(line, voice=voice)) if voice or has_markup(line) else plain
            voice = pieces[-1].voice if pieces else voice
            yield _Line(pieces, line_number, start, silence)
            silence = 0.0

    def _said(self, line: str) -> bool:
        """Whether a line of rolling captions only repeats the one before."""
        plain = "".join(piece.text for piece in stretches(line)).strip()
        before, self._before = self._before, plain
        return plain == before

    def _damaged_after(self, body: list[str], *, number: int) -> None:
        """Take out of a cue's lines what stands behind a blank line and is not of the cue."""
        blank = next((n for n, line in enumerate(body) if not line.strip()), len(body))
        at = blank
        while at < len(body):
            end = next((n for n in range(at, len(body)) if not body[n].strip()), len(body))
            block = body[at:end]
            is_cue = len(block) > 1 and _NUMBER.fullmatch(block[0]) is not None
            if block and (is_cue or self._webvtt):
                if is_cue:
                    self.skipped.append(f"cue {block[0].strip()} has no times, skipped")
                elif not _ASIDE.match(block[0]):
                    self.skipped.append(f"line {number + 1 + at} has no time, skipped")
                body[at:end] = [""] * len(block)
            at = end + 1


def _joined(lines: Iterable[_Line], found: dict[int, Label], *, voices: bool) -> Spoken:
    talk = Spoken()
    at = 0
    before = ""
    for line in lines:
        plain = "".join(piece.text for piece in line.pieces)
        label = found.get(at)
        cut = _opening(plain, label, at=at, talk=talk) or _going_on(before, plain, talk=talk)
        talk.silence(line.silence)
        before = plain.rstrip() or before
        at += len(plain) + 1
        said = False
        for piece in without(line.pieces, n=cut) if cut else line.pieces:
            # A cue without a voice goes on with the sentence that the one before began.
            if voices and piece.text.strip() and (piece.voice or not talk.is_unfinished()):
                talk.turn(piece.voice or None)
            talk.say(piece.text, line=line.number, column=piece.column, time=line.time, joined=said)
            said = said or bool(piece.text)
    return talk


def _opening(plain: str, label: Label | None, *, at: int, talk: Spoken) -> int:
    """Begin a turn or a paragraph where a line does so; how many characters say it."""
    if label is not None:
        talk.turn(label.name)
        return label.words - at
    change = _CHANGE.match(plain)
    if change is None:
        return 0
    talk.other()
    return change.end()


def _going_on(before: str, plain: str, *, talk: Spoken) -> int:
    """Take away the dots that say twice that a sentence goes on: how many characters here."""
    here = _DOTS.match(plain)
    there = next((dots for dots in ("...", "…") if before.endswith(dots)), None)
    if here is None or there is None:
        return 0
    talk.cut(len(there))
    return here.end()
