"""Subtitles and recognised speech: words joined over cues, each with its line, column and time."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Callable
from html import unescape

import pytest
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import CheckerError
from claims.extract import extract
from claims.landmarks import Landmarks, Place
from claims.models import Document
from claims.people import load_people
from claims.readers import read_text
from evaluation.turns import Transcript, read_transcripts

FAST = settings(max_examples=100, deadline=None)


def srt(*cues: str, gap: float = 1.0) -> str:
    """A subtitle file with a cue a text, one a second."""
    return "\n".join(
        f"{n}\n{stamp((n - 1) * gap)} --> {stamp((n - 1) * gap + 0.9)}\n{cue}\n"
        for n, cue in enumerate(cues, 1)
    )


def stamp(seconds: float) -> str:
    return f"{int(seconds // 3600):02}:{int(seconds // 60 % 60):02}:{seconds % 60:06.3f}".replace(
        ".", ","
    )


def place_of(document: Document, words: str) -> Place:
    return Landmarks(document).place(document.text.index(words))


def whisper(*texts: str) -> str:
    segments = [{"start": n * 1.0, "end": n + 0.9, "text": f" {t}"} for n, t in enumerate(texts)]
    return json.dumps({"text": " ".join(texts), "segments": segments})


CASES: dict[str, tuple[str, str, int, float]] = {
    "srt": (srt("First.", "The port\nwill reopen."), "will", 8, 1.0),
    "srt with a column": (srt("- Yes. <i>No.</i> It is."), "It", 3, 0.0),
    "srt with carriage returns": (
        srt("First.", "Second one.").replace("\n", "\r\n"),
        "one",
        7,
        1.0,
    ),
    "srt with entities": (srt("Salt &amp; bread &lt;here&gt; now"), "now", 3, 0.0),
    "srt with a late cue": (
        f"7\n{stamp(754)} --> {stamp(755)}\nSaid.\n",
        "Said",
        3,
        754.0,
    ),
    "webvtt without hours": (
        "WEBVTT\n\n01:02.500 --> 01:03.000\nSaid.\n",
        "Said",
        4,
        62.5,
    ),
    "webvtt with a byte order mark": (
        "\ufeffWEBVTT x\nA: y\n\nNOTE\nno\n\nid\n00:02.000 --> 00:03.000 line:0\n<v A B>Said.",
        "Said",
        9,
        2.0,
    ),
    "whisper": (whisper("First.", "The port."), "port", 1, 1.0),
    "whisper with escapes": (
        '{"segments": [\n{"start": 3, "text": "He said \\"so\\" here"}]}',
        "here",
        2,
        3.0,
    ),
    "whisper's table": (
        "start\tend\ttext\n0\t900\tOne.\n900\t1900\tTwo.\n",
        "Two",
        3,
        0.9,
    ),
    "otter": (
        "Ilse Berg  0:03\nSo we begin.\n\nTom Roe  1:02\nYes.\n",
        "Yes",
        5,
        62.0,
    ),
    "descript": (
        "**Ilse Berg:** [00:00:03] So. [00:01:00] Now.\n\n**Tom Roe:** [00:02:00] Yes.\n",
        "Now",
        1,
        60.0,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_words_have_their_line_column_and_time(name: str) -> None:
    text, words, line, time = CASES[name]
    document = read_text(text.encode())
    found = place_of(document, words)
    assert (found.line, found.time) == (line, time)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    assert lines[found.line - 1][found.column - 1 :].startswith(words)


@pytest.mark.parametrize(
    ("cues", "text"),
    [
        (("The port will", "reopen."), "The port will reopen."),
        (("The port will...", "...reopen."), "The port will reopen."),
        (("港口", "开放。"), "港口开放。"),
        (("{\\an8}The <font color='red'>port</font>",), "The port"),
        (("It costs 5 < 6.",), "It costs 5 < 6."),
        (("Yes.", "", "No."), "Yes. No."),
        (("Yes\n\nand no.",), "Yes and no."),
    ],
)
def test_cues_are_joined(cues: tuple[str, ...], text: str) -> None:
    assert read_text(srt(*cues).encode()).text == text


def test_a_silence_after_a_sentence_begins_a_paragraph() -> None:
    assert read_text(srt("Yes.", "No.", gap=60).encode()).text == "Yes.\n\nNo."
    assert read_text(srt("Yes and", "no.", gap=60).encode()).text == "Yes and no."


def test_a_silence_parts_recognised_sentences_too() -> None:
    rows = [
        {"start": n * 60.0, "end": n * 60.0 + 2, "text": t} for n, t in enumerate(("A b.", "C"))
    ]
    assert read_text(json.dumps({"segments": rows}).encode()).text == "A b.\n\nC"


def test_rolling_captions_are_read_once() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nthe<00:01.500><c> port</c>\n\n"
        "00:02.000 --> 00:02.010\nthe port\n\n"
        "00:02.010 --> 00:03.000\nthe port\nwill<00:02.500><c> go</c>\n"
    )
    assert read_text(text.encode()).text == "the port will go"


@pytest.mark.parametrize("make", [srt, whisper])
def test_a_quotation_over_several_cues_is_one(make: Callable[..., str]) -> None:
    text = make("He said: “The port will", "reopen in June,", "if it rains.”")
    document = read_text(text.encode(), path="talk")
    (claim,) = extract(document, people=load_people())
    assert claim.quote.text == "The port will reopen in June, if it rains."
    assert claim.time == 0.0


def test_damaged_cues_are_skipped_and_told() -> None:
    text = srt("One.", "Two.", "Three.").replace(
        f"{stamp(1.0)} --> {stamp(1.9)}", f"{stamp(1.0)} -->"
    )
    text += "\n4\nno times here\n\n5\n00:0x:05,000 --> 00:00:09,000\nFive.\n"
    document = read_text(text.encode())
    assert document.text == "One. Three."
    assert document.skipped == (
        "cue 2 has no end time, skipped",
        "cue 4 has no times, skipped",
        "cue 5 has no start time, skipped; 2 cues read",
    )


def test_many_damaged_cues_are_counted() -> None:
    text = srt(*(["Word."] * 60)).replace(" --> ", " --> x", 50)
    skipped = read_text(text.encode()).skipped
    assert len(skipped) == 21
    assert skipped[-1] == "30 more such places, skipped; 10 cues read"


BAD = {
    "empty webvtt": ("WEBVTT\n\n", "no cue"),
    "webvtt with notes only": ("WEBVTT\n\nNOTE nothing\n", "no cue"),
    "only damaged cues": ("1\n00:00:01,000 --> \nLost.\n", "cue 1 has no end time"),
    "cues without words": (srt("", ""), "no spoken words"),
    "cut json": ('{"segments": [{"start": 0, "text": "The po', "no whole JSON"),
    "other json": ('{"name": "x", "items": [1, 2]}', "no kind that is read"),
    "json of empty segments": ('{"segments": [{"start": 0, "text": " "}]}', "no spoken words"),
    "deep json": ('{"segments": ' + "[" * 100_000, "JSON"),
    "json of numbers": ('{"segments": [1, 2, null], "results": 7}', "no kind that is read"),
    "a table of nothing": ("start\tend\ttext\n", "no spoken words"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_one_line_with_a_next_step(name: str) -> None:
    text, words = BAD[name]
    with pytest.raises(CheckerError) as caught:
        read_text(text.encode(), path="talk")
    assert words in caught.value.line
    assert "; " in caught.value.line
    assert "\n" not in caught.value.line


@pytest.mark.parametrize(
    ("text", "skipped"),
    [
        ('{"segments": [{"text": "Yes."}, {"start": 1}]}', "segment 2 has no text, skipped"),
        (
            '{"monologues": [{"speaker": 0}, {"elements": [{"value": "Yes."}]}]}',
            "monologue 1 has no elements, skipped",
        ),
        ('{"utterances": [{"text": "Yes."}, {"text": 5}]}', "utterance 2 holds no words, skipped"),
        ("start\tend\ttext\n0\t9\tYes.\n9\t10\n", "line 3 has no start, end and text, skipped"),
    ],
)
def test_damaged_pieces_are_skipped_and_told(text: str, skipped: str) -> None:
    document = read_text(text.encode())
    assert document.text.strip() == "Yes."
    assert document.skipped[0].startswith(skipped)


PIECES = (
    *("1\n", "\n", "\n\n", "\r\n", " --> ", "00:00:01,000", "00:02.500", "99:99", "WEBVTT\n\n"),
    *(
        "<v Esme>",
        "</v>",
        "<i>",
        "&amp;",
        "&lt;",
        "{\\an8}",
        "- ",
        ">> ",
        "[SPEAKER_00]: ",
        "ROE: ",
    ),
    *(
        "“",
        "”",
        "the port ",
        "will go",
        "Мы ждём ",
        "طالبان ",
        "\u202e",
        "\x00",
        "\x1b[2J",
        "\ud800",
    ),
    *("NOTE\n", "STYLE\n", "...", "港口", "\ufeff", "\u2028"),
)
FILES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def told(data: bytes) -> Document | None:
    try:
        return read_text(data, path="talk")
    except CheckerError as error:
        line = error.line
    assert "\n" not in line
    return None


def assert_sound(document: Document) -> None:
    """Turns in order, landmarks in order and inside, every quote at its offsets."""
    starts = [landmark.start for landmark in document.landmarks]
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(document.text) for start in starts)
    ends = [0, *(turn.span.end for turn in document.turns)]
    assert all(e <= t.span.start for e, t in zip(ends, document.turns, strict=False))
    for claim in extract(document, people=load_people(), claims=True):
        for span in claim.quote.spans:
            assert document.text[span.start : span.end].strip()
        assert claim.line is not None
        assert claim.line >= 1


@FAST
@given(st.sampled_from(["WEBVTT\n\n00:01.000 --> 00:02.000\n", srt("x") + "\n2\n", ""]), FILES)
def test_any_cues_give_a_document_or_our_error(head: str, text: str) -> None:
    document = told((head + text).encode("utf-8", "replace"))
    if document is not None:
        assert_sound(document)


ROWS = "segments monologues utterances results words transcription"
FIELDS = (
    f"{ROWS} text start word speaker elements value ts transcript channels alternatives"
    " punctuated_word offsets from"
)
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**12) | st.floats() | st.sampled_from(PIECES),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(FIELDS.split()), inner, max_size=5)
    ),
    max_leaves=25,
)


@FAST
@given(st.dictionaries(st.sampled_from(ROWS.split()), JSONS, min_size=1, max_size=3), st.booleans())
def test_any_json_gives_a_document_or_our_error(data: dict[str, object], ascii_only: bool) -> None:
    text = json.dumps(data, ensure_ascii=ascii_only)
    document = told(text.encode("utf-8", "surrogatepass"))
    if document is not None:
        assert_sound(document)


WORDS = st.lists(
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="<>&{}-–—‐[]():："
        ),
        min_size=1,
        max_size=8,
    ).filter(lambda word: word.strip(".…") == word),
    min_size=1,
    max_size=6,
).map(" ".join)


@FAST
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_what_is_put_into_cues_comes_out_at_its_place(cues: list[str]) -> None:
    text = srt(*cues)
    document = read_text(text.encode())
    lines = re.split("\n", text)
    places = Landmarks(document)
    for landmark in document.landmarks:
        found = places.place(landmark.start)
        first = document.text[landmark.start :].split(" ")[0]
        assert lines[found.line - 1][found.column - 1 :].startswith(first[:1])


SAME = [
    each
    for each in read_transcripts()
    if each.text.startswith(("WEBVTT\n", "1\n00:")) and "rolling" not in each.name
]


@pytest.mark.parametrize("each", SAME, ids=lambda each: str(each.name))
def test_another_reader_finds_the_same_words(each: Transcript) -> None:
    form = "vtt" if each.text.startswith("WEBVTT") else "srt"
    theirs = webvtt.from_buffer(io.StringIO(each.text), format=form)
    words = " ".join(unescape(caption.text) for caption in theirs.captions)
    labels = "|".join(re.escape(turn.label) for turn in each.turns if turn.label) or "$"
    bare = re.sub(rf"(?:^|\s)(?:-|>>)?\s?\[?(?:{labels})\]?:|[->]", " ", words).split()
    assert read_text(each.text.encode()).text.replace("-", " ").split() == bare


N = 200_000
HOSTILE = {
    "spaces for a time": "1\n00:00:01,000 --> 00:00:02,000\nYes.\n\n0:" + " " * N,
    "open voice tags": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v A " * N,
    "open tags": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<i " * N + "{\\" * N,
    "a headline of nothing": "Dr. Roe: Yes" + "\n" * N,
    "a label and spaces": "Ada Bell" + " " * N + "\nTom Roe" + "\t" * N,
    "labels without words": "A:\n" * N,
    "capitals": "Mr. " + "A " * N + "\nThe " + "ABCD " * N,
    "brackets": "[" * N + "\n" + "(00:00" * N,
    "times": "00:00:01 " * N + "\n" + "00:00 --> " * N,
    "arrows": "-->\n" * N,
    "bold": "**" * N + "\n" + "**A** " * N,
    "headings": "# A B\n" * N,
    "escapes": '{"segments": [{"text": "' + "\\\\" * N + '"}]}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_no_more_than_seconds(name: str) -> None:
    before = time.process_time()
    told(HOSTILE[name].encode())
    assert time.process_time() - before < 10


def test_a_cue_without_a_voice_goes_on_with_an_unfinished_sentence() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Anna Berg>We will open the port in June\n\n"
        "00:04.000 --> 00:07.000\nif it is free of ice.\n\n"
        "00:07.000 --> 00:09.000\nThe sirens sound.\n"
    )
    document = read_text(text.encode())
    said = [(turn.label, document.text[turn.span.start : turn.span.end]) for turn in document.turns]
    assert said == [
        ("Anna Berg", "We will open the port in June if it is free of ice."),
        (None, "The sirens sound."),
    ]
