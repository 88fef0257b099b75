"""`checker sources`: wordings reviewed, corrections told, stores copied, merged and passed on."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cli_runner import Ran, assert_one_line, run
from source_samples import statement

from checker.agreement import agreement
from claims.errors import ImportFailedError
from sources.desk import entries_of
from sources.importers import ImportOptions, read_entries
from sources.licences import is_redistributable
from sources.models import FetchedPage, Source
from sources.store import Store

ROWS: list[dict[str, Any]] = [
    {
        "id": "russian",
        "speaker": "Сергей Крылов",
        "said_on": "2022-03-14",
        "text": "Паром пока не ходит.",
        "language": "ru",
        "source": {"publisher": "Torvik Archive", "licence": "CC BY 4.0"},
    },
    {
        "id": "north",
        "speaker": "Сергей Крылов",
        "said_on": "2022-03-14",
        "text": "The ferry is not running for now.",
        "original_language": "ru",
        "wording": "agency_translation",
        "source": {"publisher": "North Wire"},
    },
    {
        "id": "south",
        "speaker": "Сергей Крылов",
        "said_on": "2022-03-14",
        "text": "The ferry is not running.",
        "original_language": "ru",
        "wording": "agency_translation",
        "source": {"publisher": "South Wire", "licence": "All rights reserved"},
    },
    {
        "id": "other",
        "speaker": "Oskar Dahl",
        "said_on": "2023-05-02",
        "text": "Every ferry will sail in June.",
        "wording": "rendering",
        "source": {"publisher": "Torvik Archive"},
    },
]


EARLY, LATE = (datetime(2022, 4, day, 9, tzinfo=UTC) for day in (1, 8))
PAGE = FetchedPage("https://a.example/1", "a" * 64, EARLY, EARLY, "https://a.example/1", (), "text")
PAGES = (
    PAGE,
    PAGE._replace(
        sha256="b" * 64, retrieved_at=LATE, seen_at=LATE, redirects=("https://a.example",)
    ),
)


def listed(file: Path, rows: list[dict[str, Any]]) -> str:
    """A statement list as a file."""
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return str(file)


def sources(store: str, *argv: str) -> Ran:
    """`checker sources` over that store."""
    return run("sources", *argv, "--store", store)


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store with four statements of its own, two of them by one who speaks Russian."""
    path = str(tmp_path / "store.db")
    assert sources(path, "init", "--empty").code == 0
    assert sources(path, "add", listed(tmp_path / "rows.jsonl", ROWS)).code == 0
    return path


def test_wordings_are_merged_and_split_again(store: str) -> None:
    ran = sources(store, "merge", "russian", "north", "south")
    assert ran.err == (
        "checker: north south: now of the utterance russian; to undo it: checker sources split"
        " north south\n"
    )
    assert "already" in sources(store, "merge", "russian", "south").err
    assert "south: now of the utterance south" in sources(store, "split", "south").err
    assert_one_line(sources(store, "split", "south"), "no other wording", "sources show")
    assert_one_line(sources(store, "merge", "russian", "other"), "Oskar Dahl")


def test_a_qualification_that_one_wording_drops_is_shown(store: str) -> None:
    sources(store, "merge", "russian", "north", "south")
    shown = sources(store, "show", "russian").out
    assert "  also      south" in shown
    assert shown.count("differs") == 1
    assert "  differs   here, not there: пока (for now)" in shown
    assert "  differs   there, not here: for now" in sources(store, "show", "south").out
    told = sources(store, "show", "south", "--json").json["agreement"]
    assert told == [
        {"statement": "north", "lost": [], "added": ["for now"]},
        {"statement": "russian", "lost": [], "added": ["пока (for now)"]},
    ]


@pytest.mark.parametrize(
    ("one", "other", "lost", "added"),
    [
        ("The ferry sails.", "The ferry is sailing.", (), ()),
        ("So far the ferry sails.", "Пока паром ходит.", (), ()),
        ("Паром, возможно, пойдёт.", "The ferry will perhaps sail.", (), ()),
        ("Паром, возможно, пойдёт.", "The ferry will sail.", ("возможно (probably)",), ()),
        ("渡轮目前停航。", "The ferry does not sail.", ("目 前 (for now)",), ()),
        ("فعلاً کشتی نمی‌رود.", "For now the boat stays.", (), ()),
        ("We have 20 ferries.", "У нас 20 паромов.", (), ()),
        ("We have 20 ferries.", "У нас около 30 паромов.", ("20",), ("около (about)", "30")),
    ],
)
def test_what_wordings_agree_on(
    one: str, other: str, lost: tuple[str, ...], added: tuple[str, ...]
) -> None:
    found = agreement(statement("a", one), other=statement("b", other))
    assert (found.lost, found.added) == (lost, added)


def test_a_correction_is_told_with_each_match(store: str) -> None:
    assert "other: corrected" in sources(store, "correct", "other", "--by", "north").err
    assert "warning   corrected later: see north" in sources(store, "show", "other").out
    checked = run("check", '"Every ferry will sail in June," Dahl said.', "--store", store)
    told = "These words were corrected later: see north, Сергей Крылов, 14 March 2022."
    assert told in checked.out
    page = "https://archive.example/9"
    assert sources(store, "correct", "other", "--withdrawn", "--by", page).code == 0
    assert f"withdrawn later: see {page}" in sources(store, "show", "other").out
    assert "not corrected" in sources(store, "correct", "other", "--undo").err
    assert "later" not in sources(store, "show", "other").out


@pytest.mark.parametrize(
    ("argv", "what"),
    [
        (("other",), "--withdrawn"),
        (("nobody", "--withdrawn"), "'nobody'"),
        (("other", "--by", "nobody"), "'nobody'"),
    ],
)
def test_a_correction_needs_both_ends(store: str, argv: tuple[str, ...], what: str) -> None:
    assert_one_line(sources(store, "correct", *argv), what)


def test_a_copy_is_made_and_replaces_nothing(store: str, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.db")
    assert "a copy with 4 statements" in sources(store, "backup", copy).err
    assert sources(copy, "export").out == sources(store, "export").out
    assert_one_line(sources(store, "backup", copy), "a file already")


def test_two_desks_are_merged_and_nothing_is_replaced(store: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    assert sources(other, "init", "--empty").code == 0
    rows = [{**ROWS[3], "text": "No ferry will sail in June."}, {**ROWS[3], "id": "new"}, ROWS[0]]
    assert sources(other, "add", listed(tmp_path / "other.jsonl", [*rows, ROWS[1]])).code == 0
    assert sources(other, "remove", "north").code == 0
    before = Path(other).read_bytes()
    ran = sources(store, "add", other)
    assert ran.code == 0
    assert (
        "1 added, 1 known already, 1 known with other content and kept as stored (other);"
        " --replace takes what came" in ran.err
    )
    assert "Every ferry" in sources(store, "show", "other").out
    assert Path(other).read_bytes() == before
    with Store.open(Path(store)) as held:
        # What one desk removed is in the audit of both; the other desk keeps it.
        assert [(e.action, e.statement) for e in held.audit()] == [("removed", "north")]
        assert held.get("north") is not None
        assert held.verify() == ()
    assert "1 replaced" in sources(store, "add", other, "--replace").err
    assert "No ferry" in sources(store, "show", "other").out
    with Store.open(Path(store)) as held:
        assert [entry.action for entry in held.audit()] == ["removed", "replaced"]


def test_a_database_that_is_no_store_is_refused(store: str, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\x00" + b"no more" * 200)
    ran = sources(store, "add", str(tmp_path / "x.db"))
    assert_one_line(ran, "not a store")
    with pytest.raises(ImportFailedError, match=r"x\.db"):
        list(entries_of(tmp_path / "x.db"))


def test_a_whole_export_makes_the_same_store_again(store: str, tmp_path: Path) -> None:
    sources(store, "merge", "russian", "north")
    sources(store, "correct", "south", "--withdrawn")
    sources(store, "remove", "other")
    with Store.open(Path(store)) as held:
        for page in PAGES:
            held.keep_page(page)
    listing = str(tmp_path / "all.jsonl")
    assert sources(store, "export", "--whole", "-o", listing).code == 0
    again = str(tmp_path / "again.db")
    assert sources(again, "init", "--empty").code == 0
    assert "3 added" in sources(again, "add", listing).err
    with Store.open(Path(store)) as one, Store.open(Path(again)) as two:
        assert one.fingerprint() == two.fingerprint()
        assert list(one.statements()) == list(two.statements())
        assert one.audit() == two.audit()
        assert len(one.audit()) == 3
        assert one.pages() == two.pages() == PAGES
    assert "3 known" in sources(again, "add", listing).err
    assert sources(again, "export", "--whole").out == Path(listing).read_text("utf-8")


def test_of_a_page_two_desks_fetched_the_first_and_the_last_time_are_kept(store: str) -> None:
    seen_again = PAGE._replace(retrieved_at=LATE, seen_at=LATE, archived="https://archive.example/")
    with Store.open(Path(store)) as held:
        held.keep_page(PAGE)
        held.add([seen_again])
        assert held.pages() == (PAGE._replace(seen_at=LATE, archived="https://archive.example/"),)
        held.add([PAGE])
        assert held.pages() == (PAGE._replace(seen_at=LATE, archived="https://archive.example/"),)


def test_a_bad_audit_line_is_named(tmp_path: Path, store: str) -> None:
    listing = listed(tmp_path / "a.jsonl", [{"audit": {"action": "burnt"}}])
    assert_one_line(sources(store, "add", listing), "a.jsonl:1", "`audit.at`")
    with Store.open(Path(store)) as held, pytest.raises(ImportFailedError):
        list(read_entries(Path(listing), options=ImportOptions(), people=held.people()))


def test_only_what_may_be_passed_on_is_exported(store: str) -> None:
    ran = sources(store, "export", "--redistributable")
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["russian", "other"]
    assert ran.err == (
        "checker: 1 left out: no licence is stored\n"
        "checker: 1 left out: the licence 'All rights reserved' does not allow it\n"
    )


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("CC BY 4.0", True), ("cc-by-sa-3.0", True), ("CC0", True), ("OGL-UK-3.0", True),
        ("Open Government Licence v3.0", True), ("public domain", True), ("MIT License", True),
        ("CC BY-NC 4.0", False), ("CC BY-ND 4.0", False), ("CC BY-NC-SA 4.0", False),
        ("all rights reserved", False), ("?", False), ("", False), ("no CC0", False),
        ("MITRE terms", False), ("CC-BY-4.0-NC", False), (None, False),
    ],
)  # fmt: skip
def test_a_licence_that_is_not_known_to_be_open_allows_nothing(
    licence: str | None, allowed: bool
) -> None:
    source = Source(publisher="P", licence=licence)
    assert is_redistributable(statement("a", source=source)) is allowed
    assert is_redistributable(statement("a", source=source, wording="rendering"))
