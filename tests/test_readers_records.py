"""Records of parliaments in XML -> documents with turns, each word with its line and column."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import CheckerError, InputError
from claims.landmarks import Landmarks
from claims.models import Document
from claims.readers import read_text

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x">
 <teiHeader><fileDesc><titleStmt><title>A day in
  the house</title></titleStmt></fileDesc>
  <profileDesc><settingDesc><setting><date when="2024-03-04">4 March</date></setting></settingDesc>
  <particDesc><listPerson><person xml:id="BergAnna"><persName><surname>Berg</surname>
   <forename>Anna</forename></persName><persName>Other</persName></person></listPerson>
  </particDesc></profileDesc></teiHeader>
 <text><body><div><head>Ports</head>
  <note type="speaker">The Chair (in the chair):</note>
  <u xml:id="u1" who="#ChairA" ana="#chair"><seg>Order. I call
   the minister.</seg></u>
  <u xml:id="u2" who="#BergAnna" next="#u4"><seg>The port will reopen &amp; in
   June<note>[Applause]</note>, he said.</seg> <seg>Not before.</seg></u>
  <note>Noise</note>
  <u xml:id="u3" who="#NobodyK"><seg>Why?<gap><desc>no words</desc></gap></seg></u>
  <u xml:id="u4" who="#BergAnna" prev="#u2"><seg>
    <w>As</w> <w>I</w> <w join="right">said</w>
    <pc>.</pc></seg></u>
 </div></body></text></TEI>
"""
AKOMA = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate>
<meta><identification><FRBRWork><FRBRdate date="2024-03-04" name="x"/></FRBRWork></identification>
<references><TLCPerson eId="alfa" href="/p/alfa" showAs="Anna Alfa"/></references></meta>
<debateBody><debateSection><heading>Ports</heading>
<narrative>The house met.</narrative>
<speech by="#alfa"><from>Ms Alfa (Port):</from><p>The port <b>will</b> reopen.</p>
<scene>(Applause)</scene><p>Not before June.</p></speech>
<question by="#beta" to="#alfa"><from>Mr. Beta (North):</from><p>Why?</p></question>
<answer by="#alfa"><p>So.</p></answer></debateSection></debateBody></debate></akomaNtoso>
"""
PARLPARSE = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE publicwhip [
<!ENTITY pound   "&#163;">
<!ENTITY ndash   "&#8211;">
]>
<publicwhip><major-heading id="a/2024-03-04a.1.0">Ports</major-heading>
<speech id="uk.org/debate/2024-03-04a.1.1" nospeaker="true"><p>The house met.</p></speech>
<speech id="uk.org.publicwhip/debate/2024-03-04a.1.2" person_id="uk.org.publicwhip/person/1"
 speakername="Anna Berg" time="09:34:00"><p pid="1/1">It costs &pound;5 &ndash; no more.</p>
<p>Naïve?</p></speech>
<division><mplist><mpname>Somebody</mpname></mplist></division>
<speech id="x" person_id="unknown" speakername="unknown"><p>Hear.</p></speech></publicwhip>
"""


def turns(document: Document) -> list[tuple[str | None, str]]:
    return [(one.label, document.text[one.span.start : one.span.end]) for one in document.turns]


def places_hold(source: str, document: Document) -> None:
    """Every word stands where its place says."""
    lines = source.split("\n")
    landmarks = Landmarks(document)
    for found in re.finditer(r"\w+", document.text):
        place = landmarks.place(found.start())
        assert lines[place.line - 1][place.column - 1 :].startswith(found[0]), (found[0], place)


def test_tei_by_the_names_it_gives_and_with_interrupted_speeches_whole() -> None:
    document = read_text(TEI.encode())
    assert turns(document) == [
        ("The Chair", "Order. I call the minister."),
        ("Anna Berg", "The port will reopen & in June, he said.\n\nNot before.\n\nAs I said."),
        ("#NobodyK", "Why?"),
    ]
    assert (document.title, document.published) == ("A day in the house", date(2024, 3, 4))
    assert document.skipped == ("1 speaker is named by an id alone: the file has no name for it",)
    places_hold(TEI, document)


def test_akoma_ntoso_by_the_persons_it_refers_to() -> None:
    document = read_text(AKOMA.encode())
    assert turns(document) == [
        ("Anna Alfa", "The port will reopen.\n\nNot before June."),
        ("Mr. Beta", "Why?"),
        ("Anna Alfa", "So."),
    ]
    assert document.published == date(2024, 3, 4)
    places_hold(AKOMA, document)


def test_parlparse_with_speeches_of_nobody() -> None:
    document = read_text(PARLPARSE.encode("latin-1"))
    assert turns(document) == [
        (None, "The house met."),
        ("Anna Berg", "It costs £5 – no more.\n\nNaïve?"),
        (None, "Hear."),
    ]
    assert document.published == date(2024, 3, 4)
    assert document.skipped == ()


@pytest.mark.parametrize("source", [TEI, AKOMA, PARLPARSE])
def test_a_record_that_breaks_off_is_read_up_to_there(source: str) -> None:
    document = read_text(source[: source.rindex("</p>" if "</p>" in source else "<pc>")].encode())
    assert any("breaks off" in note and "line" in note for note in document.skipped)
    assert len(document.turns) == 3


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<TEI><text><body><p>No one speaks.</p></body></text></TEI>", ("no spoken words",)),
        ("<?xml version='1.0'?><rss><item>x</item></rss>", ("XML of a kind", "'rss'", ".html")),
        ("<?xml version='1.0'?>", ("XML of a kind",)),
        ("<TEI><teiHeader>", ("breaks off", "saved whole")),
        ("<TEI><text>" + "<u>" * 3000, ("nested more than",)),
        (
            '<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><TEI><u>&b;</u></TEI>',
            None,
        ),
        (
            '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY % p "x"> %p;]><TEI><u>a</u></TEI>',
            ("declares the entity 'p'", "could grow"),
        ),
    ],
)
def test_what_cannot_be_read_is_one_line(source: str, words: tuple[str, ...] | None) -> None:
    data = source.encode()
    if words is None:
        data, words = b'<?xml version="1.0"?>' + data, ("declares the entity 'b'",)
    with pytest.raises(InputError) as caught:
        read_text(data, path="a.txt")
    assert "\n" not in caught.value.line
    for word in words:
        assert word in caught.value.line


def told(source: str) -> Document | CheckerError:
    """What is read, or our error; any other error escapes."""
    try:
        return read_text(source.encode("utf-8", "replace"))
    except CheckerError as error:
        return error


PIECES = (
    *("<u who='#a'>", "</u>", "<seg>", "</seg>", "<note>", "</note>", "<w join='right'>", "</w>"),
    *("<sp>", "<speaker>", "</speaker>", "</sp>", "<p>", "</p>", "&amp;", "&#x202e;", "\n", "  "),
    *("we go on", "طالبان", "“", "”", "<u prev='#a' xml:id='a'>", "\x02", "]]>", "<!--", "-->"),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_the_elements_only_our_errors_come_out(body: str) -> None:
    document = told(f"<TEI><text>{body}</text></TEI>")
    if isinstance(document, CheckerError):
        assert "\n" not in document.line
        return
    starts = [one.start for one in document.landmarks]
    assert starts == sorted(starts)
    assert all(one.span.end <= len(document.text) for one in document.turns)
