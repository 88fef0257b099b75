"""Official pages: layouts recognised by content, dates kept apart, nothing guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.errors import ImportFailedError
from claims.people import load_people
from claims.speaker_map import MapEntry, SpeakerMap
from evaluation.layouts import (
    DOCUMENTATION,
    PAGES,
    Gold,
    gold_pages,
    measured,
    read_gold,
    written,
)
from sources.importers import ImportOptions, layout_of, read_page, read_statements
from sources.models import Statement

UNKNOWN = """<!doctype html><html lang="en"><head><title>Harbour talk - Torvik</title>
<meta property="og:site_name" content="Torvik Harbour"></head><body>
<nav><a href="/">Home</a> 3 March 2020</nav><article><h1>Harbour talk</h1>
<p><b>Ilse Brandvik:</b> The harbour stays open to ships of both districts through the winter.</p>
<p><b>Ilse Brandvik:</b> In the months to come we will see how many of them use it.</p>
</article></body></html>"""
GIVEN: dict[str, Any] = {"said_on": date(2024, 1, 2), "wording": "verbatim"}


def read(markup: str, *, page_url: str | None = None, **options: Any) -> tuple[Statement, ...]:
    """The statements of a page."""
    given = ImportOptions(**options)
    return read_page(markup.encode(), url=page_url, options=given, people=load_people())


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ({}, "--date DATE, --wording verbatim or another;"),
        ({"said_on": date(2024, 1, 2)}, "--wording"),
    ],
)
def test_a_page_of_no_known_layout_asks_for_what_it_cannot_know(
    options: dict[str, Any], asked: str
) -> None:
    with pytest.raises(ImportFailedError) as error:
        read(UNKNOWN, **options)
    assert asked in error.value.line
    assert "nothing of this document was stored" in error.value.line


def test_words_without_a_label_ask_for_their_speaker() -> None:
    bare = UNKNOWN.replace("<b>Ilse Brandvik:</b> ", "")
    with pytest.raises(ImportFailedError, match="--speaker"):
        read(bare, **GIVEN)
    assert read(bare, **GIVEN, speaker="Ilse Brandvik")[0].speaker == "Ilse Brandvik"


def test_a_page_gives_its_publisher_and_title_itself(tmp_path: Path) -> None:
    (first, second) = read(UNKNOWN, **GIVEN, url="https://torvik.example/talk")
    assert (first.source.publisher, first.source.title) == ("Torvik Harbour", "Harbour talk")
    assert first.source.url == "https://torvik.example/talk"
    assert (first.speaker, first.position, second.position) == ("Ilse Brandvik", 0, 1)
    file = tmp_path / "page.txt"  # a page is told by its content, not by its name
    file.write_text(UNKNOWN, "utf-8")
    options = ImportOptions(**GIVEN, url="https://torvik.example/talk")
    assert list(read_statements(file, options=options, people=load_people())) == [first, second]


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"just words", b"%PDF-1.7"])
def test_what_is_no_page_has_no_layout(data: bytes) -> None:
    assert layout_of(data) is None


# What held-out pages give is a figure in docs/sources.md, no test that a change is fitted to.
BUILT = [gold for gold in gold_pages() if gold.set == "built"]


@pytest.mark.parametrize("gold", BUILT, ids=lambda gold: gold.name)
def test_a_page_is_read_as_its_layout_says(gold: Gold) -> None:
    reading = read_gold(gold)
    assert reading.wrong == ()
    assert reading.turns[0] == reading.turns[1]
    assert reading.layout


TOLD = [gold for gold in BUILT if not gold.right.get("needs_address")]


@pytest.mark.parametrize("gold", TOLD, ids=lambda gold: gold.name)
def test_a_layout_is_told_by_content_where_the_address_is_of_no_known_site(gold: Gold) -> None:
    assert layout_of(gold.page.read_bytes(), url="http://127.0.0.1:8000/x") == gold.layout


def test_a_reprint_is_not_the_office(tmp_path: Path) -> None:
    data = (PAGES / "russian_ministry" / "joint.html").read_bytes()
    reprint = data.replace(b"The Ministry of Foreign Affairs of the Russian Federation", b"A Blog")
    assert layout_of(data) == "russian_ministry"
    assert layout_of(reprint, url="https://blog.example/copy") == "generic"


def test_what_the_caller_gives_goes_before_the_page() -> None:
    data = (PAGES / "russian_ministry" / "answers.html").read_bytes()
    options = ImportOptions(said_on=date(2021, 10, 19), publisher="A desk")
    made = read_page(data, url=None, options=options, people=load_people())
    assert {each.said_on for each in made} == {date(2021, 10, 19)}
    assert made[0].source.publisher == "A desk"
    assert "The page dates it 2021-10-20" in (made[0].note or "")


def test_an_account_stays_one_whatever_wording_is_given() -> None:
    data = (PAGES / "kremlin" / "readout.html").read_bytes()
    options = ImportOptions(wording="verbatim", said_on=date(2021, 8, 25))
    (made,) = read_page(data, url=None, options=options, people=load_people())
    assert made.wording == "rendering"


def test_a_map_names_whom_a_page_labels_shortly() -> None:
    data = (PAGES / "state_department" / "interview.txt").read_bytes()
    entry = MapEntry(label="MR BRANDT", person="Ole Brandt")
    options = ImportOptions(speakers=SpeakerMap(entries=(entry,)))
    made = read_page(data, url=None, options=options, people=load_people())
    assert [each.speaker for each in made][2] == "Ole Brandt"


def test_a_long_transcript_is_no_page() -> None:
    turn = "QUESTION: What is this?\n\nOle Brandt: A long transcript, Foreign Minister.\n\n"
    assert layout_of((turn * 20_000).encode()) is None


def test_the_figures_in_the_documentation_are_those_of_the_pages() -> None:
    text = DOCUMENTATION.read_text("utf-8")
    made = measured([read_gold(gold) for gold in gold_pages()])
    assert text == written(text, made), "run `python -m evaluation.layouts --write`"


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<!doctype html><!-- nothing -->",
        b"<html><head><title>only a head</title></head></html>",
        b'<TEI xmlns="x"><text><body><u who="#a">',
        b'<!DOCTYPE t [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><TEI><u who="#a">&b;</u></TEI>',
    ],
)
def test_a_page_without_words_is_an_error_with_a_next_step(data: bytes) -> None:
    options = ImportOptions(**GIVEN, speaker="Ilse Brandvik")
    with pytest.raises(ImportFailedError, match="nothing of this document was stored"):
        read_page(data, url=None, options=options, people=load_people())


@pytest.mark.parametrize(
    "body",
    ["<div>" * 20_000, f"<p>{'A: ' * 50_000}</p>", f"<p>Ole Brandt: {'(' * 5_000}</p>"],
)
def test_a_page_out_of_bounds_is_read_in_time(body: str) -> None:
    page = UNKNOWN.replace("<article>", f"<article>{body}")
    assert layout_of(page.encode()) == "generic"
    read(page, **GIVEN, speaker="Ilse Brandvik")
