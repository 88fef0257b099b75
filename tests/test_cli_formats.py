"""Documents of every format through the command line: a folder, a pipe, an import."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import run
from documents import odt, pdf, word, zipped

from checker.check import Checker
from checker.session import Session
from checker.settings import Settings
from sources.store import Store

SAID = "A new administration is in power now"
LINE = f"Lavrov said: “{SAID}.”"
FOLDER: dict[str, bytes] = {
    "a.txt": f"Talks\n\n{LINE}\n".encode(),
    "b.md": f"# Talks\n\nLavrov said:\n\n> {SAID}.\n".encode(),
    "c.pdf": word("Talks", LINE),
    "d.docx": f"<html><body>\n<p>Lavrov said: <q>{SAID}.</q></p></body></html>".encode(),
    "e/f.odt": odt(f"<text:p>Talks</text:p><text:p>{LINE}</text:p>"),
    "e/g": pdf(("Talks",), ("Talks again", "", LINE)),
    "h.srt": f"1\n00:00:01,000 --> 00:00:04,500\nLAVROV: “{SAID}.”\n".encode(),
    "i.xml": (
        "<TEI><text><u who='#LavrovSergey'><seg>Talks.</seg>\n"
        f"<seg>I said: “{SAID}.”</seg></u></text></TEI>"
    ).encode(),
    "j.txt": f'{{"quote": "{SAID}", "speaker": "Lavrov"}}\n'.encode(),
    "k.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "l.doc": b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
    "m.docx": zipped({"word/document.xml": b" " * (65 * 1024 * 1024)}),
    "n.txt": f"“{SAID}”, Lavrov said at the café.".encode("cp1252"),
    "o.csv": b"",
    ".hidden": b"\x00",
}
PLACES = [
    ("a.txt", 3, 15, None),
    ("b.md", 5, 3, None),
    ("c.pdf", 2, 15, None),
    ("d.docx", 2, 20, None),
    ("e/f.odt", 2, 15, None),
    ("e/g", 2, 15, 2),
    ("h.srt", 3, 10, None),
    ("i.xml", 2, 15, None),
    ("j.txt", 1, None, None),
    ("n.txt", 1, 2, None),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the built-in statements, made once."""
    return str(tmp_path_factory.mktemp("store") / "store.db")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document of every kind."""
    place = tmp_path / "desk"
    for name, data in FOLDER.items():
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return place


def test_a_folder_of_every_format_is_checked_in_order(store: str, folder: Path) -> None:
    ran = run("batch", "--store", store, "--json", str(folder))
    documents = ran.json["documents"]
    visible = [name for name in FOLDER if not name.startswith(".")]
    assert [one["path"] for one in documents] == [str(folder / name) for name in visible]
    checked = [
        (one["path"], result)
        for one in documents
        for result in one["results"]
        if result["status"] == "checked"
    ]
    assert [
        (str(Path(path).relative_to(folder)), result["line"], result["column"], result["page"])
        for path, result in checked
    ] == PLACES
    assert {result["verdict"] for _, result in checked} == {"match"}
    judged = {path: result["attribution"] for path, result in checked}
    assert judged.pop(str(folder / "i.xml")) == "unknown"
    assert set(judged.values()) == {"confirmed"}
    assert ran.code == 2


def test_what_is_no_text_is_one_line_each(store: str, folder: Path) -> None:
    ran = run("batch", "--store", store, "--format", "csv", str(folder))
    said = [line.removeprefix(f"checker: {folder}/") for line in ran.err.splitlines()]
    assert said == [
        "i.xml: 1 speaker is named by an id alone: the file has no name for it",
        "k.txt: is an image, not text; run OCR first, or paste the words",
        "l.doc: is encrypted; save it without a password",
        "m.docx: unpacks to more than 64 MB; save the part to check as plain text (.txt)",
        "n.txt: read as Windows-1252, which is a guess; save it as UTF-8 to be sure",
        "o.csv: the file is empty; check that it was saved",
        "checker: 4 of 14 could not be checked; the results say why",
    ]


def test_a_result_of_a_file_is_a_whole_sentence(store: str, folder: Path) -> None:
    files = [str(folder / name) for name in ("k.txt", "m.docx", "o.csv")]
    ran = run("batch", "--store", store, *files)
    heads = [line for line in ran.out.splitlines() if line.startswith("NOT CHECKED")]
    assert [head.partition(";")[0] for head in heads] == [
        "NOT CHECKED: the file is an image, not text",
        "NOT CHECKED: the file unpacks to more than 64 MB",
        "NOT CHECKED: the file is empty",
    ]


@pytest.mark.parametrize("name", ["b.md", "c.pdf", "d.docx", "e/f.odt", "e/g", "h.srt", "i.xml"])
def test_a_pipe_takes_every_format(store: str, name: str) -> None:
    for call in (("check", "-"), ("batch", "-")):
        ran = run(*call, "--store", store, "--json", piped=FOLDER[name])
        (result,) = ran.json["documents"][0]["results"]
        assert (result["verdict"], result["quote"].rstrip(".")) == ("match", SAID)


MINUTES = "Anna Berg: The orchard opens in May.", "Question: Why?", "Anna Berg: It is ready."


@pytest.mark.parametrize(
    "data",
    [
        word(*MINUTES),
        odt("".join(f"<text:p>{line}</text:p>" for line in MINUTES)),
        pdf(MINUTES),
        ("<html><body>" + "".join(f"<p>{line}</p>" for line in MINUTES)).encode(),
        (
            b"<publicwhip><speech speakername='Anna Berg'><p>The orchard opens in May.</p></speech>"
            b"<speech speakername='Other One'><p>Why?</p></speech></publicwhip>"
        ),
    ],
    ids=["docx", "odt", "pdf", "html", "parlparse"],
)
def test_a_transcript_of_any_format_is_imported(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "minutes"
    file.write_bytes(data)
    options = ("--store", str(tmp_path / "store.db"))
    facts = ("--publisher", "P", "--date", "2024-03-03", "--wording", "verbatim")
    added = run("sources", "add", *options, str(file), *facts)
    assert added.code == 0, added.err
    ran = run("check", *options, "“The orchard opens in May,” Anna Berg said.", "--json")
    (result,) = ran.json["documents"][0]["results"]
    assert (result["verdict"], result["attribution"]) == ("match", "confirmed")


def test_what_cannot_be_imported_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "minutes.docx"
    file.write_bytes(word(*MINUTES)[:-100])
    options = ("--store", str(tmp_path / "s.db"), "--publisher", "P", "--date", "2024-03-03")
    ran = run("sources", "add", *options, str(file))
    assert ran.code == 2
    assert "is a damaged office document" in ran.err
    assert "Traceback" not in ran.err


def test_a_session_says_what_it_could_not_read(store: str, tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_bytes(FOLDER["n.txt"])
    with Store.open(Path(store)) as opened:
        session = Session(Checker(opened, settings=Settings()))
        reply = session.reply(f"/load {file}")
    assert "read as Windows-1252" in str(reply)
