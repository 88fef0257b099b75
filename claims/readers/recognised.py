"""What speech recognition writes (JSON, Whisper's TSV) -> documents, every piece with its time.

One function for each layout gives speaker, words and time in the order of the file; where the
words stand in it is found by looking for them in that order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from claims.errors import InputError
from claims.models import Document
from claims.readers.signs import is_table
from claims.readers.spoken import Spoken, told

_KEPT = frozenset(
    "segments word_segments monologues utterances transcription results channels alternatives"
    " paragraphs sentences words elements text transcript value word punctuated_word speaker type"
    " start end ts from to offsets".split()
)
"""The fields that are read; the others are dropped while parsing, token lists above all."""


class _Piece(NamedTuple):
    """Words of one speaker; `key` is the field that holds them, `time` in seconds.

    Shape: `joined` words follow the ones before without a space; `end` is when they end.
    """

    text: Any
    key: str
    time: float | None
    speaker: str | None
    joined: bool = False
    end: float | None = None


def read_recognised(text: str) -> Document:
    """The document in what a recogniser wrote.

    Raises: `InputError` where it is damaged or of no layout that is known.
    """
    return _document(text.removeprefix("\ufeff")).model_copy(update={"recognised": True})


def _document(text: str) -> Document:
    if is_table(text.lstrip()):
        return _from_table(text)
    data = _parsed(text)
    skipped: list[str] = []
    for layout in _LAYOUTS:
        pieces = layout(data, skipped)
        if pieces is not None:
            return _spoken(pieces, text=text).document(
                skipped=told(skipped, read="the others read")
            )
    raise InputError(
        "is JSON of no kind that is read here",
        next_step="export the transcript as SRT, WebVTT or text",
    )


def _parsed(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text, object_pairs_hook=_kept, strict=False)
    except ValueError as error:
        raise InputError(
            f"is no whole JSON ({error})", next_step="export the transcript again"
        ) from error
    except RecursionError as error:
        raise InputError(
            "is JSON nested too deeply", next_step="export the transcript again"
        ) from error
    if isinstance(data, list):
        return {"segments": data}
    return data if isinstance(data, dict) else {}


def _kept(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if name in _KEPT}


_Layout = Callable[[dict[str, Any], list[str]], Iterator[_Piece] | None]


def _whisper(data: dict[str, Any], skipped: list[str]) -> Iterator[_Piece] | None:
    """Whisper and WhisperX: segments, in WhisperX with speakers, also of single words."""
    segments = _rows(data.get("segments"))
    if not any(isinstance(segment.get("text"), str) for segment in segments):
        return None
    return _each(segments, _segment, name="segment", skipped=skipped)


def _segment(segment: dict[str, Any]) -> Iterator[_Piece]:
    words = _rows(segment.get("words"))
    speakers = {word.get("speaker") for word in words if word.get("speaker") is not None}
    time, speaker = _time(segment.get("start")), segment.get("speaker")
    if len(speakers) < 2:
        speaker = next(iter(speakers)) if speaker is None and speakers else speaker
        end = _time(segment.get("end"))
        yield _Piece(segment["text"], "text", time, _label(speaker), end=end)
        return
    for word in words:
        time = _time(word.get("start"), otherwise=time)
        speaker = word.get("speaker") or speaker
        yield _Piece(str(word.get("word", "")), "word", time, _label(speaker))


def _whisper_cpp(data: dict[str, Any], skipped: list[str]) -> Iterator[_Piece] | None:
    """whisper.cpp: a list named transcription, times in milliseconds."""
    segments = _rows(data.get("transcription"))
    if not segments:
        return None

    def pieces(segment: dict[str, Any]) -> Iterator[_Piece]:
        offsets = segment.get("offsets")
        start = offsets.get("from") if isinstance(offsets, dict) else None
        yield _Piece(
            segment["text"], "text", _time(start, unit=0.001), _label(segment.get("speaker"))
        )

    return _each(segments, pieces, name="segment", skipped=skipped)


def _rev(data: dict[str, Any], skipped: list[str]) -> Iterator[_Piece] | None:
    """Rev.ai: monologues of elements, the spaces among them."""
    monologues = _rows(data.get("monologues"))
    if not monologues:
        return None

    def pieces(monologue: dict[str, Any]) -> Iterator[_Piece]:
        time, first = None, True
        for element in _rows(monologue["elements"]):
            time = _time(element.get("ts"), otherwise=time)
            value = str(element.get("value", ""))
            yield _Piece(value, "value", time, _label(monologue.get("speaker")), not first)
            first = False

    return _each(monologues, pieces, name="monologue", skipped=skipped)


def _assembly(data: dict[str, Any], skipped: list[str]) -> Iterator[_Piece] | None:
    """AssemblyAI: utterances of words, times in milliseconds; words alone without speakers."""
    utterances = _rows(data.get("utterances"))
    if not utterances:
        words = _rows(data.get("words"))
        if not words:
            return None
        return _each(
            words, lambda word: _word(word, key="text", unit=0.001), name="word", skipped=skipped
        )

    def pieces(utterance: dict[str, Any]) -> Iterator[_Piece]:
        speaker = _label(utterance.get("speaker"))
        time = _time(utterance.get("start"), unit=0.001)
        yield _Piece(utterance["text"], "text", time, speaker)

    return _each(utterances, pieces, name="utterance", skipped=skipped)


def _deepgram(data: dict[str, Any], skipped: list[str]) -> Iterator[_Piece] | None:
    """Deepgram: utterances, or the words of the first alternative of the first channel."""
    results = data.get("results")
    if not isinstance(results, dict):
        return None
    utterances = _rows(results.get("utterances"))
    if utterances:

        def pieces(utterance: dict[str, Any]) -> Iterator[_Piece]:
            time = _time(utterance.get("start"))
            yield _Piece(
                utterance["transcript"], "transcript", time, _label(utterance.get("speaker"))
            )

        return _each(utterances, pieces, name="utterance", skipped=skipped)
    channels = _rows(results.get("channels"))
    alternatives = _rows(channels[0].get("alternatives")) if channels else []
    words = _rows(alternatives[0].get("words")) if alternatives else []
    if not words:
        return None
    key = "punctuated_word" if "punctuated_word" in words[0] else "word"
    return _each(words, lambda word: _word(word, key=key), name="word", skipped=skipped)


_LAYOUTS: tuple[_Layout, ...] = (_whisper, _whisper_cpp, _rev, _deepgram, _assembly)


def _word(word: dict[str, Any], *, key: str, unit: float = 1.0) -> Iterator[_Piece]:
    yield _Piece(word[key], key, _time(word.get("start"), unit=unit), _label(word.get("speaker")))


def _each(
    rows: list[dict[str, Any]],
    pieces: Callable[[dict[str, Any]], Iterator[_Piece]],
    *,
    name: str,
    skipped: list[str],
) -> Iterator[_Piece]:
    """The pieces of every row that has them."""
    for number, row in enumerate(rows, 1):
        try:
            made = [piece for piece in pieces(row) if isinstance(piece.text, str)]
        except KeyError as error:
            skipped.append(f"{name} {number} has no {error.args[0]}, skipped")
            continue
        if not made and row:
            skipped.append(f"{name} {number} holds no words, skipped")
        yield from made


def _rows(value: object) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _time(value: object, *, unit: float = 1.0, otherwise: float | None = None) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e9:
        return otherwise
    return value * unit


def _label(speaker: object) -> str | None:
    """The label of a speaker: a name as it is, a number or letter with "Speaker" before it."""
    if isinstance(speaker, bool) or not isinstance(speaker, int | str):
        return None
    name = " ".join(str(speaker).split())
    return f"Speaker {name}" if len(name) == 1 or name.isdigit() else name or None


def _spoken(pieces: Iterator[_Piece], *, text: str) -> Spoken:
    talk = Spoken()
    finders: dict[str, _Strings] = {}
    end: float | None = None
    for piece in pieces:
        if piece.key not in finders:
            finders[piece.key] = _Strings(text, key=piece.key)
        talk.turn(piece.speaker)
        if piece.time is not None and end is not None:
            talk.silence(piece.time - end)
        end = piece.end
        said = piece.joined
        for words, line, column in finders[piece.key].places(piece.text):
            talk.say(words, line=line, column=column, time=piece.time, joined=said)
            said = True
    return talk


class _Strings:
    """Where the values of one field stand in a JSON text, asked for in the order of the file."""

    def __init__(self, text: str, *, key: str) -> None:
        self._text = text
        self._found = re.finditer(rf'"{key}"\s*:\s*"((?:[^"\\]|\\.)*+)"', text)
        self._line, self._start, self._at = 1, 0, 0

    def places(self, value: str) -> Iterator[tuple[str, int | None, int]]:
        """The value in pieces, each with its line and column; escapes are pieces of their own."""
        for found in self._found:
            if _same(found[1], value):
                break
        else:
            yield value, None, 1
            return
        at = found.start(1)
        self._line += self._text.count("\n", self._at, at)
        self._start = max(self._start, self._text.rfind("\n", self._at, at) + 1)
        self._at = at
        for part in re.finditer(r"[^\\]+|(?:\\u[0-9a-fA-F]{4})+|\\.", found[1]):
            words = json.loads(f'"{part[0]}"', strict=False) if part[0][0] == "\\" else part[0]
            yield words, self._line, at + part.start() - self._start + 1


def _same(written: str, value: str) -> bool:
    if "\\" not in written:
        return written == value
    return bool(json.loads(f'"{written}"', strict=False) == value)


def _from_table(text: str) -> Document:
    talk = Spoken()
    skipped: list[str] = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        cells = line.split("\t", 2)
        if len(cells) == 3 and cells[0].strip().isdigit():
            column = len(cells[0]) + len(cells[1]) + 3
            talk.say(cells[2], line=number, column=column, time=int(cells[0]) / 1000)
        elif line.strip() and number > 1:
            skipped.append(f"line {number} has no start, end and text, skipped")
    return talk.document(skipped=told(skipped, read="the other lines read"))
