"""Files and bytes -> documents: encodings, titles, wires, turns, and one line for the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import InputError
from claims.readers import read, read_text

TEXT = "«Мы ждём ответа», — сказал министр иностранных дел. “Naïve café”\n"


def labels(text: str) -> list[tuple[str | None, str]]:
    document = read_text(text)
    return [(turn.label, text[turn.span.start : turn.span.end]) for turn in document.turns]


def line_of(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    return caught.value.line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_as_it_says(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "talk.txt"
    file.write_bytes(TEXT.encode(encoding))
    document = read(file)
    assert document.text == TEXT
    assert document.path == str(file)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "“Hi” – a naïve café"),
        ("cp1251", "«Мы ждём ответа на наше письмо», — сказал министр иностранных дел"),
        ("koi8-r", "Мы ждём ответа на наше письмо, сказал министр иностранных дел вчера"),
    ],
)
def test_other_encodings_are_told(encoding: str, text: str) -> None:
    assert read_text(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("data", "text", "notes"),
    [
        (TEXT.encode(), TEXT, ()),
        (
            "“Hi” – a naïve café".encode("cp1252"),
            "“Hi” – a naïve café",
            ("read as Windows-1252, which is a guess; save it as UTF-8 to be sure",),
        ),
        (
            TEXT.encode() + b"\x93caf\xe9\x94",
            TEXT + "“café”",
            ("3 bytes are not UTF-8 and read as Windows-1252, which is a guess",),
        ),
        (
            "“Cut in the middle of a let…".encode()[:-1],
            None,
            None,
        ),
    ],
)
def test_a_guessed_encoding_is_said(
    data: bytes, text: str | None, notes: tuple[str, ...] | None
) -> None:
    document = read_text(data)
    assert text is None or document.text == text
    assert document.skipped == notes or (notes is None and document.skipped)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", ("is an image", "OCR", "paste")),
        (b"\xff\xd8\xff\xe0", ("is an image", "OCR")),
        (b"PK\x03\x04rest", ("damaged office document", "saved or sent whole")),
        (b"\xd0\xcf\x11\xe0rest", ("office document of before 2007", ".docx")),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            ("is encrypted", "password"),
        ),
        (b"{\\rtf1 text}", ("is RTF", ".docx")),
        (b"ID3\x03rest", ("sound", "transcribe")),
        (
            b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n b=1\r\n\r\n",
            ("web archive", ".html"),
        ),
        (b"text\x00\x01\x02", ("binary",)),
        (b"\xff\xfeabc", ("UTF-16", "UTF-8")),
        (b"", ("empty",)),
    ],
)
def test_what_is_no_text_says_what_to_do(
    tmp_path: Path, data: bytes, words: tuple[str, ...]
) -> None:
    file = tmp_path / "talk.txt"
    file.write_bytes(data)
    line = line_of(file)
    assert line.startswith(f"{file}: ")
    assert "\n" not in line
    for word in words:
        assert word in line


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    assert line_of(tmp_path / "no.txt") == f"{tmp_path / 'no.txt'}: no such file; check the path"
    assert "folder" in line_of(tmp_path)
    assert "cannot be read" in line_of(Path("nul\0byte.txt"))


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("hello", "utf-8")
    file.chmod(0)
    try:
        file.read_bytes()
    except PermissionError:
        assert "permission" in line_of(file)
    else:
        pytest.skip("this user may read everything")


def test_too_much_text_is_told_without_reading_it_all(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_bytes(b"x" * 2_000_001)
    with pytest.raises(InputError, match="larger than 2 MB; split it"):
        read(file, limit=2 * 1024 * 1024 - 100_000)
    assert len(read(file).text) == 2_000_001
    with pytest.raises(InputError, match="longer than"):
        read_text("x" * 2_000_001, limit=1_000_000)


def test_characters_that_no_file_can_hold_are_replaced() -> None:
    assert read_text("a\ud800b").text == "a\ufffdb"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Talks begin\n\nThe talks began.", "Talks begin"),
        ("# Talks begin\n\nThe talks began.", "Talks begin"),
        ("Will talks begin?\n\nThe talks began.", "Will talks begin?"),
        ("Talks begin\nTalks begin\nThe talks began.", "Talks begin"),
        ("The talks began.\n\nThen they ended.", None),
        ("Talks begin\nThe talks began.", None),
        ("Talks begin", None),
        ("By Jane Doe\n\nThe talks began.", None),
        ("---\n\nThe talks began.", None),
        ("", None),
    ],
)
def test_the_title_is_a_first_line_that_looks_like_one(text: str, title: str | None) -> None:
    document = read_text(text)
    assert document.title == title
    assert document.text == text


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("MOSCOW, Oct 20 (Reuters) - The talks began.", "Reuters"),
        ("MOSCOW (AP) — The talks began.", "AP"),
        ("MOSCOW, October 20. /TASS/. The talks began.", "TASS"),
        ("Talks begin\n\nThe Daily Pear (AFP)\n\nThe talks began.", "AFP"),
        ("Talks begin\n\nBy Agence France-Presse\n\nThe talks began.", "AFP"),
        ("The talks began.\n\nSource: Xinhua\n", "Xinhua"),
        ("The talks began, Reuters reported from the old town hall.", None),
        ("Picture: Jane Doe/AFP/Agency\n\nThe talks began.", None),
        (
            "The chief of the reporters (AP) in the long hall said so to all of the waiting people",
            None,
        ),
        ("", None),
    ],
)
def test_the_wire_is_what_a_byline_or_dateline_names(text: str, wire: str | None) -> None:
    assert read_text(text).wire == wire


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (
            "MR PRICE: Good day.\n\nQUESTION: Will you go?\n\nMR PRICE: No.\n\nNot yet.",
            [
                ("MR PRICE", "Good day."),
                ("QUESTION", "Will you go?"),
                ("MR PRICE", "No.\n\nNot yet."),
            ],
        ),
        (
            "Sergey Lavrov: We talk.\nQuestion: And then?\nSergey Lavrov: We wait.",
            [
                ("Sergey Lavrov", "We talk."),
                ("Question", "And then?"),
                ("Sergey Lavrov", "We wait."),
            ],
        ),
        (
            "В.Путин: Добрый день.\n\nС.Лавров: Здравствуйте.",
            [("В.Путин", "Добрый день."), ("С.Лавров", "Здравствуйте.")],
        ),
        (
            "Вопрос: Что дальше?\nОтвет: Ждём.",
            [("Вопрос", "Что дальше?"), ("Ответ", "Ждём.")],
        ),
        (
            "[SPEAKER_00]: Hello: you.\n[SPEAKER_01]: Hi.",
            [("SPEAKER_00", "Hello: you."), ("SPEAKER_01", "Hi.")],
        ),
        (
            "Mr. Lavrov (Russian Federation) (spoke in Russian): We regret it.",
            [("Mr. Lavrov (Russian Federation)", "We regret it.")],
        ),
        (
            "Ned Price: (03:59)\nGood day.\n\nReporter 1: (05:00)\nWhy?",
            [("Ned Price", "Good day."), ("Reporter 1", "Why?")],
        ),
        (
            "**MS LEE:** Good day.\n**QUESTION:** Why?",
            [("MS LEE", "Good day."), ("QUESTION", "Why?")],
        ),
        (
            "Briefing\n\n2:04 p.m. EDT\n\nMR PRICE: Good day.",
            [(None, "Briefing\n\n2:04 p.m. EDT"), ("MR PRICE", "Good day.")],
        ),
        (
            "Jane Doe: We talk.\nJohn Roe: We do not.\n",
            [("Jane Doe", "We talk."), ("John Roe", "We do not.")],
        ),
        (
            "MR PRICE: Good day.\r\n\r\nQUESTION: Why?\r\n",
            [("MR PRICE", "Good day."), ("QUESTION", "Why?")],
        ),
    ],
)
def test_the_turns_of_a_transcript(text: str, turns: list[tuple[str | None, str]]) -> None:
    assert labels(text) == turns


@pytest.mark.parametrize(
    "text",
    [
        "The minister made one thing clear: talks go on.\n\nNote: this is a draft.",
        "Note: one.\n\nNote: two.\n\nNote: three.",
        "He named three towns: Ouse, Marra and Nele.",
        "Lavrov: we wait.",
        "Dr. Roe: Harbour Is Full\n\nThe harbour is full, Roe said.\n",
        "Update: 3 pm\nSource: TASS\nLocation: Moscow\nThe talks began.",
        "https://example.org/a: b\nhttps://example.org/c: d",
        "At 10:30 they met.\nAt 11:30 they left.",
        "",
    ],
)
def test_a_colon_in_running_text_is_no_speaker(text: str) -> None:
    assert labels(text) == []
