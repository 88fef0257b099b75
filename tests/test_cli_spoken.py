"""`checker batch` and `sources add` on spoken records: time in the results, bounds on bad files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cli_runner import Ran, run

from evaluation.turns import read_transcripts

SAID = "A new administration is in power now"
SRT = """41
00:12:34,000 --> 00:12:36,000
MR ROE: Lavrov said: “A new administration

42
00:12:36,000 -->
Lost.

43
00:12:37,500 --> 00:12:39,000
is in power now.”
"""
VTT = """WEBVTT

00:12:34.000 --> 00:12:36.000
<v Tom Roe>Lavrov said: “A new administration

00:12:36.000 --> 00:12:39.000
<v Tom Roe>is in power now.”
"""
WHISPERX = json.dumps(
    {
        "segments": [
            {
                "start": 754.0,
                "text": " Lavrov said: “A new administration",
                "speaker": "SPEAKER_00",
            },
            {"start": 756.0, "text": " is in power now.”", "speaker": "SPEAKER_00"},
        ]
    },
    indent=1,
    ensure_ascii=False,
)
OTTER = f"Tom Roe  12:34\nLavrov said: “{SAID}.”\n\nAda Bell  12:50\nSo he did.\n"
TABLE = f"start\tend\ttext\n754000\t756000\tLavrov said: “{SAID}.”\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the built-in statements, made once."""
    return str(tmp_path_factory.mktemp("store") / "store.db")


def batch(store: str, *argv: str) -> Ran:
    return run("batch", "--store", store, *argv)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("talk.srt", SRT, 3),
        ("talk.vtt", VTT, 4),
        ("talk.json", WHISPERX, 5),
        ("talk.txt", OTTER, 2),
        ("talk.tsv", TABLE, 2),
        ("named-wrongly.pdf", SRT, 3),
        ("no-suffix", VTT, 4),
    ],
)
def test_results_say_the_line_and_the_time(
    store: str, tmp_path: Path, name: str, text: str, line: int
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    ran = batch(store, "--json", str(file))
    (result,) = ran.json["documents"][0]["results"]
    assert (result["line"], result["time"], result["page"]) == (line, 754.0, None)
    assert result["verdict"] == "match"
    assert result["speaker"]["name"] == "Sergey Lavrov"
    shown = batch(store, "--plain", str(file)).out
    assert f"{file}:{line}:{result['column']} at 0:12:34" in shown


def test_many_formats_at_once_and_from_standard_input(store: str, tmp_path: Path) -> None:
    files = []
    for name, text in (("a.srt", SRT), ("b.vtt", VTT), ("c.json", WHISPERX), ("d.txt", OTTER)):
        files.append(tmp_path / name)
        files[-1].write_text(text, "utf-8")
    ran = batch(store, "--json", *map(str, files))
    assert [each["summary"]["match"] for each in ran.json["documents"]] == [1, 1, 1, 1]
    assert "a.srt: cue 42 has no end time, skipped; 2 cues read" in ran.err
    piped = run("batch", "--store", store, "--json", "-", piped=SRT)
    assert piped.json["documents"][0]["results"][0]["time"] == 754.0


def test_every_transcript_goes_through_batch(store: str, tmp_path: Path) -> None:
    files = []
    for number, each in enumerate(read_transcripts()):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(each.text, "utf-8")
    ran = batch(store, "--claims", "--json", *map(str, files))
    assert ran.code in (0, 1, 2), ran
    assert "Traceback" not in ran.err
    assert [each["path"] for each in ran.json["documents"]] == [str(file) for file in files]
    for document in ran.json["documents"]:
        assert all(result["line"] >= 1 for result in document["results"])


@pytest.mark.parametrize(
    ("name", "text", "state"),
    [("talk.srt", SRT, None), ("talk.vtt", VTT, None), ("talk.json", WHISPERX, "asr")],
)
def test_spoken_records_become_statements(
    tmp_path: Path, name: str, text: str, state: str | None
) -> None:
    file, store = tmp_path / name, str(tmp_path / "store.db")
    file.write_text(text.replace(SAID.split()[2], "orchard"), "utf-8")
    told = ("--publisher", "X", "--date", "2024-03-03")
    assert run("sources", "init", "--empty", "--store", store).code == 0
    ran = run("sources", "add", "--store", store, *told, str(file))
    assert f"{file}: 1 added" in ran.err
    assert ("cue 42 has no end time, skipped" in ran.err) == (name == "talk.srt")
    (row,) = map(json.loads, run("sources", "export", "--store", store).out.splitlines())
    assert row["wording"] == "verbatim"
    assert row.get("state") == state
    assert row["text"].endswith("is in power now.”")
    quote = "Lavrov said: “A new orchard is in power now.”"
    check = run("check", "--json", "--store", store, quote).json
    codes = {each["code"] for each in check["documents"][0]["results"][0]["findings"]}
    assert ("asr" in codes) == (state == "asr")


class Bounds(NamedTuple):
    """What a run in a process of its own took."""

    code: int
    err: str
    seconds: float
    megabytes: float


# The peak of a process counts that of the one that started it, so a small one starts it.
MEASURED = """
import json, os, subprocess, sys
call = [sys.executable, "-m", "checker", *sys.argv[1:]]
process = subprocess.Popen(call, stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
code = os.waitstatus_to_exitcode(status)
print(json.dumps([code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]))
"""


def bounded(store: str, file: Path) -> Bounds:
    call = ("batch", "--store", store, "--format", "jsonl", str(file))
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, *call], capture_output=True, text=True, check=True
    )
    code, seconds, megabytes = json.loads(ran.stdout)
    return Bounds(code, ran.stderr, seconds, megabytes)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["one speaker", "two speakers", "100 MB", "json"])
def test_huge_files_stay_within_a_minute_and_500_megabytes(
    store: str, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "huge"
    label = ("A: ", "B: ")
    with file.open("w", encoding="utf-8") as stream:
        match kind:
            case "json":
                row = json.dumps({"start": 1.0, "text": " word", "tokens": [50364] * 10})
                stream.write('{"segments": [' + ",".join([row] * 300_000) + "]}")
            case "100 MB":
                stream.writelines(
                    "00:00:00,000 --> 00:00:01,000\na word or two\n\n" for _ in range(2_400_000)
                )
            case _:
                stream.writelines(
                    f"0:0:0,0 --> 0:0:1,0\n{label[n % 2] if kind[0] == 't' else ''}a\n\n"
                    for n in range(1_000_000)
                )
    taken = bounded(store, file)
    assert taken.code in (0, 2), taken
    assert "Traceback" not in taken.err
    assert taken.seconds < 60
    assert taken.megabytes < 500


def assert_told(ran: Ran, file: Path) -> dict[str, Any]:
    assert ran.code == 2, ran
    (result,) = map(json.loads, ran.out.splitlines())
    assert ran.err.startswith(f"checker: {file}: ")
    assert "; " in ran.err.splitlines()[0]
    return dict(result)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.srt", b""),
        ("cut.json", WHISPERX.encode()[:-40]),
        ("sound.srt", b"ID3\x03\x00sound"),
        ("picture.vtt", b"\x89PNG\r\n\x1a\n"),
        ("no-cues.vtt", b"WEBVTT\n"),
        ("other.json", b'{"a": 1}'),
        ("binary.vtt", b"WEBVTT\n\n\x00\x01\x02"),
    ],
)
def test_a_bad_file_is_told_in_one_line(store: str, tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    result = assert_told(batch(store, "--format", "jsonl", str(file)), file)
    assert result["status"] == "not_checked"


BEYOND = SRT.encode() + "\n44\n00:13:00,000 --> 00:13:01,000\nМы ждём ответа, ".encode()


@pytest.mark.parametrize(
    ("name", "data", "notes"),
    [
        (
            "mixed.srt",
            BEYOND + b"caf\xe9\n",
            "Windows-1252",
        ),
        ("utf16.srt", SRT.encode("utf-16"), "cue 42"),
        ("cut.srt", SRT.encode() + b"\n44\n00:13:0", "cue 44 has no times"),
        ("steering.srt", SRT.replace("MR ROE", "\u202eMR ROE\x1b[2J").encode(), "cue 42"),
        (
            "surrogate.srt",
            BEYOND + b"\xed\xa0\x80\n",
            "cue 42",
        ),
    ],
)
def test_a_damaged_file_is_read_as_far_as_it_goes(
    store: str, tmp_path: Path, name: str, data: bytes, notes: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    ran = batch(store, "--format", "jsonl", str(file))
    assert json.loads(ran.out.splitlines()[0])["verdict"] == "match"
    assert notes in ran.err
    assert "\x1b" not in ran.out + ran.err
