"""HTML -> documents: the main text, quotations kept, each word with its line and column."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract import extract
from claims.landmarks import Landmarks
from claims.models import Document
from claims.people import load_people
from claims.readers import read_text

PAGE = """<!DOCTYPE html>
<html><head><title>Port &amp; sea</title>
<link rel="canonical" href="https://example.org/port">
<meta property="article:published_time" content="2024-03-04T10:00:00Z">
<script>var x = "<p>no</p>";</script><style>p { quotes: none }</style></head>
<body><nav><ul><li><a href=x>Home</a></li><li><a href=y>The "World" news</a></li></ul></nav>
<main><article><h1>Port to reopen</h1>
<p>The port in the north will reopen in June,
   the minister of trade said on Monday in the capital, after months of dredging.
   Anna Berg said in a statement:</p>
<blockquote cite="https://example.org/s"><p>The dredging ends in May &ndash; or in <b>June</b>.</p>
<p>Nobody should doubt it.</p><footer>Anna Berg, minister</footer></blockquote>
<div>He spoke for an hour to all the people who had come to the harbour<br>and <q>stayed
to the end</q>, he said.</div>
<table><tr><td>Ships</td><td>12</td></tr><tr><td>Boats</td><td>7</td></tr></table>
</article></main>
<aside><p>Related: the other port, which is “closed”</p></aside>
<footer><p>Copyright by the Daily Pear</p></footer></body></html>
"""


def quoted(document: Document) -> list[tuple[str, str | None]]:
    found = extract(document, people=load_people())
    names = [claim.speaker.name if claim.speaker else None for claim in found]
    return [(claim.quote.text, name) for claim, name in zip(found, names, strict=True)]


def test_a_page_gives_its_main_text_and_what_its_head_says() -> None:
    document = read_text(PAGE.encode())
    assert document.text == (
        "Port to reopen\n\n"
        "The port in the north will reopen in June, the minister of trade said on Monday in the"
        " capital, after months of dredging. Anna Berg said in a statement:\n\n"
        "The dredging ends in May – or in June.\n\nNobody should doubt it. — Anna Berg, minister"
        "\n\nHe spoke for an hour to all the people who had come to the harbour\n"
        "and “stayed to the end”, he said.\n\nShips\t12\nBoats\t7"
    )
    assert document.title == "Port & sea"
    assert document.published == date(2024, 3, 4)
    assert document.origin == "https://example.org/port"
    assert document.skipped == ("2 passages with quotation marks beside the main text left out",)


def test_a_block_quotation_is_a_quotation_of_who_signs_it() -> None:
    claims = extract(read_text(PAGE.encode()), people=load_people())
    words = [(claim.quote.text, claim.line, claim.column) for claim in claims]
    assert words == [
        ("The dredging ends in May – or in June.\nNobody should doubt it.", 11, 45),
        ("stayed to the end", 13, 83),
    ]
    assert all(claim.speaker and claim.speaker.name == "Anna Berg" for claim in claims)


def places_hold(source: str, document: Document) -> None:
    """Every word stands where its place says, as far as it is not written as an entity."""
    lines = source.split("\n")
    landmarks = Landmarks(document)
    for found in re.finditer(r"[a-zA-Z]+", document.text if document.landmarks else ""):
        place = landmarks.place(found.start())
        there = lines[place.line - 1][place.column - 1 :]
        assert there[:1] in (found[0][0], "&"), (found[0], place)


def test_every_word_stands_where_its_place_says() -> None:
    places_hold(PAGE, read_text(PAGE.encode()))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One &amp; two&nbsp;&lt;3&gt;</p>", "One & two\xa0<3>"),
        ("<p>One<p>Two<ul><li>Three<li>Four</ul>", "One\n\nTwo\n\nThree\nFour"),
        ("<div>a  <b>b</b>\n\n c<!-- no --> d</div>", "a b c d"),
        ("<p>1 < 2 and 3 > 2 &unknown; & so</p>", "1 < 2 and 3 > 2 &unknown; & so"),
        ("<p>So<script>alert('<p>')</script> it<svg><text>no</text></svg> goes", "So it goes"),
        ("<p>Cut in the mid", "Cut in the mid"),
        ("<p>Cut in a <a href='x", "Cut in a <a href='x"),
        ("<p>Null &#0; and half &#xD800; and far &#1114112;", "Null � and half � and far �"),
        ("<p dir=rtl>گفت: <q>صلح می‌خواهیم</q></p>", "گفت: “صلح می‌خواهیم”"),
        ("<p>A <q>first <q>inner</q> one</q></p>", "A “first “inner” one”"),
        ("<html><body></body></html>", ""),
        ("<script>var a;</script><p>Not told by its first tag", None),
    ],
)
def test_pieces_of_html(source: str, text: str | None) -> None:
    document = read_text(source.encode())
    assert document.text == (source if text is None else text)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Lavrov said:</p><blockquote>We wait.</blockquote>", [("We wait.", "Sergey Lavrov")]),
        ("<blockquote>We wait for it.</blockquote><p>So.</p>", [("We wait for it.", None)]),
        (
            "<blockquote>“We wait,” Lavrov said. It was late.</blockquote>",
            [("We wait,", "Sergey Lavrov")],
        ),
        ("<p>Lavrov said:</p><blockquote>“We wait.”</blockquote>", [("We wait.", "Sergey Lavrov")]),
        ("<p>Lavrov said: <blockquote>We wait.<p>It was late.", []),
    ],
)
def test_block_quotations(source: str, found: list[tuple[str, str | None]]) -> None:
    assert quoted(read_text(source.encode(), path="page.html")) == found


def test_the_encoding_that_a_page_names_is_believed() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>«Ждём», — сказал Лавров.'
    document = read_text(page.encode("cp1251"))
    assert document.text == "«Ждём», — сказал Лавров."
    assert document.skipped == ()


@pytest.mark.parametrize("piece", ["&amp;", "<a", "<!--", "<div>", "<a '\""])
def test_a_page_of_nothing_but_tags_is_read_in_part(piece: str) -> None:
    document = read_text(b"<html><body>" + piece.encode() * 150_000)
    assert len(document.text) < 1_000_000


PIECES = (
    *'"“”«»&<>\n ',
    *("<p>", "</p>", "<blockquote>", "</blockquote>", "<q>", "</q>", "<html>", "<body>", "<br>"),
    *("<!--", "-->", "<script>", "</script>", "&amp;", "&#xD800;", "<td>", "<cite>", "</cite>"),
    *("Lavrov said:", "we go on", "<a href='", "'>", "\u202e", "طالبان", "\x1b", "<nav>"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=50).map("".join))
def test_whatever_the_tags_words_are_where_they_stand(source: str) -> None:
    document = read_text(f"<p>{source}".encode("utf-8", "replace"))
    places_hold(f"<p>{source}", document)
    for claim in extract(document, people=load_people(), claims=True):
        pieces = [document.text[span.start : span.end] for span in claim.quote.spans]
        assert "".join(claim.quote.text.split()) == "".join("".join(pieces).split())
