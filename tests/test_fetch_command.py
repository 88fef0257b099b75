"""`checker sources fetch` and `checker sources add URL` against a server on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_runner import assert_one_line, run
from documents import pdf, word
from web_desk import ANSWER, DAY, PAGE, Desk
from web_site import Answer, Site, plain, running, to


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture
def desk(tmp_path: Path, site: Site) -> Desk:
    return Desk(tmp_path, site)


def test_official_words_are_tied_to_the_record_that_tells_of_them(desk: Desk, site: Site) -> None:
    url = site.serve("/talk", plain(PAGE))
    desk.cite("dahl-1", url)
    ran = desk.fetch()
    assert ran.code == 0, ran
    assert "2 added, 1 tied to what the store held" in ran.err
    assert "1 of 1 pages fetched, 2 statements added, 1 tied" in ran.err
    question, answer = sorted(desk.fetched(), key=lambda row: row["position"])
    assert answer["text"] == ANSWER
    assert (answer["utterance"], answer["wording"]) == ("dahl-1", "verbatim")
    assert (answer["said_on"], answer["role"]) == (DAY, "Harbour master")
    assert question["utterance"] == question["id"]
    assert answer["source"]["url"] == url
    assert answer["source"]["retrieved_at"]
    check = ("check", "--store", str(desk.path), "--json")
    ran = run(*check, f'"{ANSWER}" Oskar Dahl said.')
    (result,) = ran.json["documents"][0]["results"]
    assert result["verdict"] == "match"
    assert [each["statement"] for each in result["evidence"]] == [answer["id"], "dahl-1"]


def test_another_desk_brings_its_evidence(desk: Desk, site: Site, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other", site)
    for each, path in ((desk, "/ours"), (other, "/theirs"), (other, "/talk"), (desk, "/talk")):
        each.cite(f"dahl{path.replace('/', '-')}", site.serve(path, plain(PAGE)))
    assert desk.fetch().code == other.fetch().code == 0
    theirs = other.path.with_name("store.warc.gz").read_bytes()
    ran = desk("add", str(other.path))
    assert "; 4 records of evidence taken over" in ran.err
    assert desk("verify").code == 0, desk("verify").out
    grown = desk.path.with_name("store.warc.gz").stat().st_size
    assert "evidence" not in desk("add", str(other.path)).err
    assert desk.path.with_name("store.warc.gz").stat().st_size == grown
    assert other.path.with_name("store.warc.gz").read_bytes() == theirs
    desk.cite("dahl-later", site.serve("/later", plain(PAGE)))
    assert desk.fetch().code == desk("verify").code == 0


def test_one_page_that_fails_does_not_stop_the_others(desk: Desk, site: Site) -> None:
    site.serve("/robots.txt", plain("User-agent: *\nDisallow: /closed"))
    bad = {
        "/gone": (Answer(status=404), "404"),
        "/closed": (plain(PAGE), "robots.txt"),
        "/broken": (Answer(raw=lambda wire: None), "broke off"),
        "/picture": (Answer("x", headers=(("Content-Type", "image/png"),)), "image/png"),
        "/circle": (to("/circle"), "in a circle"),
        "/wordless": (plain("Nothing is said here by anyone."), ""),
    }
    for number, (path, (answer, _)) in enumerate(bad.items()):
        source = {"kind": "news_report"} if path == "/wordless" else {}
        desk.cite(f"bad-{number}", site.serve(path, answer), source=source)
    desk.cite("good", site.serve("/talk", plain(PAGE)))
    ran = desk.fetch("--all", "--json")
    assert ran.code == 2
    lines = ran.err.splitlines()
    for path, (_, why) in bad.items():
        (line,) = [each for each in lines if f"{site.url(path)}: " in each]
        assert why in line
        assert "; " in line
    assert "2 of 7 pages fetched, 2 statements added, 1 tied" in lines[-1]
    assert "6 not completed" in lines[-1]
    assert {row["url"]: bool(row["fault"]) for row in ran.json} == {
        **{site.url(path): True for path in bad},
        site.url("/talk"): False,
    }
    assert len(desk.fetched()) == 2


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        (f"We thank the masons of the pier. {ANSWER}", True),
        (f"Oskar Dahl thanked the masons. We hope so. {ANSWER}", False),
        (f"The masons of the pier were thanked. {ANSWER}", False),
    ],
)
def test_a_report_is_not_taken_for_the_words_of_whom_it_reports(
    desk: Desk, site: Site, text: str, is_taken: bool
) -> None:
    page = f"<html><body><article><h1>On the ferry</h1><p>{text}</p></article></body></html>"
    desk.cite("dahl-1", site.serve("/talk", Answer(page)))
    ran = desk.fetch()
    assert (ran.code == 0) is is_taken, ran
    assert bool(desk.fetched()) is is_taken
    assert is_taken or "own words" in ran.err


def test_only_official_pages_are_fetched_unless_others_are_named(desk: Desk, site: Site) -> None:
    news = {"kind": "news_report", "publisher": "Torvik Post"}
    desk.cite("dahl-1", site.serve("/news", plain(PAGE)), source=news)
    desk.cite("dahl-2", site.serve("/a", plain(PAGE)))
    hers = PAGE.replace("Oskar Dahl", "Ilse Brandvik")
    desk.cite("brandvik-1", site.serve("/b", plain(hers)), speaker="Ilse Brandvik")
    desk.cite("nowhere", "archive: box 7")
    rows = {
        (): {"/a", "/b"},
        ("--all",): {"/news", "/a", "/b"},
        ("--id", "dahl-1"): {"/news"},
        ("--speaker", "Brandvik"): {"/b"},
        ("--speaker", "Dahl", "--all"): {"/news", "/a"},
    }
    for argv, wanted in rows.items():
        site.asked.clear()
        desk.fetch("--again", *argv)
        assert set(site.asked) - {"/robots.txt"} == wanted, argv
    assert_one_line(desk.fetch("--id", "nobody"), "no statement has the id")


def test_private_networks_are_refused_unless_allowed(desk: Desk, site: Site) -> None:
    url = site.serve("/talk", plain(PAGE))
    desk.cite("dahl-1", url)
    ran = desk("fetch")
    assert ran.code == 2
    assert "private network" in ran.err
    assert "--allow-private" in ran.err
    assert_one_line(desk("add", url, "-q"), "private network")
    assert site.asked == []


def test_nothing_is_fetched_where_nothing_is_cited(desk: Desk, site: Site) -> None:
    ran = desk.fetch()
    assert ran.code == 0
    assert site.asked == []


def test_an_address_is_added_with_what_the_caller_knows(desk: Desk, site: Site) -> None:
    url = site.serve("/talk", to("/new/talk"))
    site.serve("/new/talk", plain(PAGE))
    ran = desk("add", url, "--allow-private", "--publisher", "Torvik Port", "--date", DAY)
    assert ran.code == 0, ran
    assert f"{url}: 2 added" in ran.err
    assert {row["source"]["url"] for row in desk.fetched()} == {url}
    ran = desk("add", url, "--allow-private", "--publisher", "Torvik Port", "--date", DAY)
    assert "2 known already" in ran.err


def test_an_address_that_does_not_say_enough_is_asked_about(desk: Desk, site: Site) -> None:
    ran = desk("add", site.serve("/talk", plain(PAGE)), "--allow-private")
    assert ran.code == 2
    assert "/talk: `said_on` is missing" in ran.err
    assert "--date" in ran.err
    assert desk.statements() == []


def test_a_list_at_an_address_is_added_like_a_file(desk: Desk, site: Site) -> None:
    row = {"speaker": "Oskar Dahl", "said_on": DAY, "text": ANSWER, "source": {"publisher": "P"}}
    url = site.serve("/rows.jsonl", plain(json.dumps(row)))
    assert desk("add", url, "--allow-private").code == 0
    (held,) = desk.statements()
    assert held["text"] == ANSWER


def test_an_archived_copy_is_asked_for_only_where_that_is_allowed(desk: Desk, site: Site) -> None:
    url = site.serve("/talk", plain(PAGE))
    desk.cite("dahl-1", url)
    desk.fetch()
    assert not [path for path in site.asked if path.startswith("/archive")]
    copy = {"url": "http://archive.example/2023/talk", "available": True}
    answers = {
        json.dumps({"archived_snapshots": {"closest": copy}}): (0, copy["url"]),
        json.dumps({"archived_snapshots": {}}): (0, copy["url"]),
        "no JSON": (2, copy["url"]),
    }
    for body, (code, archived) in answers.items():
        site.any_query("/archive", plain(body))
        ran = desk.fetch("--again", "--archive", "--json")
        assert ran.code == code, ran
        assert desk.fetch("--json").json[0]["page"]["archived"] == archived
    asked = next(path for path in site.asked if path.startswith("/archive"))
    assert "url=http%3A%2F%2F127.0.0.1" in asked


def test_a_document_shows_how_its_page_was_fetched(desk: Desk, site: Site) -> None:
    url = site.serve("/talk", to("/new"))
    site.serve("/new", plain(PAGE))
    copied = "http://archive.example/2023/talk"
    copy = {"url": copied, "available": True}
    site.any_query("/archive", plain(json.dumps({"archived_snapshots": {"closest": copy}})))
    desk.cite("dahl-1", url)
    assert desk.fetch("--archive").code == 0
    taken = next(row for row in desk("list", "--json").json if row["source"]["sha256"])
    shown = desk("show", taken["id"]).out
    for part in ("fetched 20", taken["source"]["sha256"], site.url("/new"), copied, ANSWER):
        assert part in shown
    assert desk("show", taken["id"], "--json").json["page"]["archived"] == copied


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pdf(("Question: When will the ferry sail?", "", f"Oskar Dahl: {ANSWER}")),
         "application/pdf"),
        (word("Question: When will the ferry sail?", f"Oskar Dahl: {ANSWER}"),
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
    ids=["pdf", "word"],
)  # fmt: skip
def test_documents_are_read_like_pages(
    desk: Desk, site: Site, data: bytes, media_type: str
) -> None:
    url = site.serve("/talk", Answer(data, headers=(("Content-Type", media_type),)))
    desk.cite("dahl-1", url)
    ran = desk.fetch()
    assert ran.code == 0, ran
    tied = [row["text"] for row in desk.fetched() if row["utterance"] == "dahl-1"]
    assert tied == [ANSWER]


def test_russian_words_are_the_original_of_our_telling_in_english(desk: Desk, site: Site) -> None:
    words = "Северный паром снова пойдёт в июне, когда починят причал. Мы этого ждём."
    page = f'<html lang="ru"><body><article><h1>Беседа</h1><p>{words}</p></article></body></html>'
    desk.cite("dahl-1", site.serve("/talk", Answer(page)), original_language="ru")
    ran = desk.fetch()
    assert ran.code == 0, ran
    (row,) = desk.fetched()
    assert (row["language"], row["original_language"], row["wording"]) == ("ru", "ru", "verbatim")
    assert row["utterance"] == "dahl-1"
