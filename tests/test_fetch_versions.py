"""Pages that are fetched more than once: what is kept, what is said, what goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from web_desk import ANSWER, PAGE, Desk
from web_site import Answer, Site, plain, running


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture
def desk(tmp_path: Path, site: Site) -> Desk:
    return Desk(tmp_path, site)


def test_what_was_fetched_is_not_fetched_again_unless_asked(desk: Desk, site: Site) -> None:
    desk.cite("dahl-1", site.serve("/talk", plain(PAGE)))
    assert desk.fetch().code == 0
    ran = desk.fetch()
    assert "0 of 1 pages fetched, 1 fetched before" in ran.err
    assert site.n_asked("/talk") == 1
    before = desk.statements()
    ran = desk.fetch("--again", "--json")
    assert site.n_asked("/talk") == 2
    assert not ran.json[0]["changed"]
    assert desk.statements() == before


def test_a_page_that_changed_is_kept_as_a_new_version_and_said(desk: Desk, site: Site) -> None:
    later = PAGE.replace("in June", "in July")
    url = site.serve("/talk", plain(PAGE), plain(later))
    desk.cite("dahl-1", url)
    desk.fetch()
    assert desk("verify").code == 0
    ran = desk.fetch("--again")
    assert "the page has changed since it was fetched before" in ran.err
    texts = [row["text"] for row in desk.fetched()]
    assert len(texts) == 3
    assert ANSWER in texts
    assert ANSWER.replace("June", "July") in texts
    ran = desk("verify")
    assert ran.code == 2
    assert "no longer" in ran.out
    assert url in ran.out


def test_a_page_that_changed_without_its_words_is_no_other_version(desk: Desk, site: Site) -> None:
    page = f"<html><body><article><h1>Talk</h1><p><b>Oskar Dahl:</b> {ANSWER}</p></article>"
    visits = [Answer(f"{page}<!-- visit {n} --></body></html>") for n in (1, 2)]
    desk.cite("dahl-1", site.serve("/talk", *visits))
    desk.fetch()
    (first,) = desk.fetched()
    ran = desk.fetch("--again", "--json")
    assert not ran.json[0]["changed"]
    (second,) = desk.fetched()
    assert second["id"] == first["id"]
    assert second["source"]["sha256"] != first["source"]["sha256"]
    assert desk("verify").code == 0


def test_a_tie_that_was_taken_apart_stays_so(desk: Desk, site: Site) -> None:
    desk.cite("dahl-1", site.serve("/talk", plain(PAGE)))
    desk.fetch()
    answer = max(desk.fetched(), key=lambda row: row["position"])
    assert desk("split", answer["id"]).code == 0
    desk.fetch("--again")
    after = {row["id"]: row["utterance"] for row in desk.statements()}
    assert after[answer["id"]] != after["dahl-1"]


def test_a_page_that_gave_no_statements_is_not_forgotten(desk: Desk, site: Site) -> None:
    desk.cite("dahl-1", site.serve("/talk", plain("The ferry sails."), plain(PAGE)))
    assert desk.fetch().code == 2
    ran = desk.fetch()
    assert "1 of them without statements" in ran.err
    assert desk.fetch("--again").code == 0
    assert len(desk.fetched()) == 2


def test_interrupted_work_is_kept(desk: Desk, site: Site) -> None:
    """The server itself sends the signal, while the second page is asked for."""
    import _thread

    def interrupt(wire: object) -> None:
        _thread.interrupt_main()

    desk.cite("dahl-1", site.serve("/talk", plain(PAGE)))
    desk.cite(
        "dahl-2", site.serve("/other", Answer(raw=interrupt), plain(PAGE)), said_on="2024-01-01"
    )
    ran = desk.fetch()
    assert ran.code == 130
    assert "1 of 2 pages fetched, 2 statements added" in ran.err
    assert len(desk.fetched()) == 2
    ran = desk.fetch()
    assert ran.code == 0
    assert "1 fetched before" in ran.err
    assert site.n_asked("/talk") == 1
