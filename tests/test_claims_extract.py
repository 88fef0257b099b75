"""From a document to its claims: order, places, kinds, dates, reports, bare quotes."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from claims.extract import extract
from claims.models import Claim, Document, Span, Turn
from claims.people import load_people

PUBLISHED = date(2021, 10, 22)


def claims_of(text: str, *, path: str | None = None, claims: bool = False) -> tuple[Claim, ...]:
    document = Document(text=text, path=path, published=PUBLISHED)
    return extract(document, people=load_people(), claims=claims)


def kinds(text: str) -> list[str]:
    return [claim.quote.kind for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We go on as before," Lavrov said.', "direct"),
        ('"Never," Lavrov said.', "direct"),
        ('Lavrov said: "We go on as before."', "direct"),
        ('Lavrov told envoys that "[a] new age is upon us."', "direct"),
        ('"We go on as before."', "direct"),
        ('Lavrov spoke of "a new age" there.', "mixed"),
        ('Lavrov said it was "effective".', "mixed"),
        ('There was "a whole new age" of talks.', "scare"),
        ('There was "a whole new age of talks on trade and of visits" there.', "mixed"),
        ('Lavrov spoke to envoys on "The Evening Hour," a radio programme.', "scare"),
        ('On Radio North\'s "Morning Talk," Lavrov said no more.', "scare"),
        ('"Port opens in June," by Anna Berg: a report.', "scare"),
        ("Lavrov spoke.\n\n'A new age.'\n\nHe left.", "scare"),
        ("Lavrov: We Want 'A New Age Of Trade' With Kabul.", "mixed"),
        ('There was a "new age" of talks.', "scare"),
        ('The "experts" were wrong.', "scare"),
        ("We go on as before.", "claim"),
        ("Lavrov said that a new age is upon us.", "indirect"),
    ],
)
def test_the_kind_of_a_quotation(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_claims_are_numbered_in_reading_order_with_their_places() -> None:
    text = 'He said\n  "one two three four" and\n«пять шесть семь восемь».\n"" end'
    found = claims_of(text)
    assert [claim.id for claim in found] == ["q1", "q2", "q3"]
    assert [(claim.line, claim.column) for claim in found] == [(2, 4), (3, 2), (4, 1)]
    for claim in found[:2]:
        [span] = claim.quote.spans
        assert text[span.start : span.end] == claim.quote.text
    assert found[2].quote.text == ""


def test_origin_and_context_come_along() -> None:
    text = 'First came rain. Then Lavrov said "we go on as before" and left. Then came snow.'
    document = Document(text=text, origin="https://example.org/a")
    [claim] = extract(document, people=load_people())
    assert claim.origin == "https://example.org/a"
    assert claim.context == 'Then Lavrov said "we go on as before" and left.'


def test_the_context_of_a_quotation_alone_has_the_sentence_before() -> None:
    text = 'Nothing. Lavrov was asked again about it. "We go on as before." Then came snow.'
    [claim] = claims_of(text)
    assert claim.context == 'Lavrov was asked again about it. "We go on as before."'


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('"We go on as before," Lavrov said on 20 October 2021.', date(2021, 10, 20)),
        ('On Wednesday, Lavrov said "we go on as before".', date(2021, 10, 20)),
        ('Lavrov said on Wednesday that "we go on until 3 May 2022".', date(2021, 10, 20)),
        ('"We go on as before," Lavrov said. The talks are on 1 June 2022.', None),
        ('The plan of 1 June 2021 is "a thing of the past" now.', None),
        ('"It may be so and it may not," Lavrov said.', None),
    ],
)
def test_the_day_claimed_is_that_of_the_attribution(text: str, day: date | None) -> None:
    [claim] = claims_of(text)
    assert claim.said_on == day


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("We go on as before.", "We go on as before.", None),
        ("  We go on as before. ", "We go on as before.", None),
        ("“We go on as before.”", "We go on as before.", None),
        ("Lavrov: We go on as before.", "We go on as before.", "Sergey Lavrov"),
        ("We go on as before. — Sergei Lavrov", "We go on as before.", "Sergey Lavrov"),
        ("Said Lavrov: We go on as before.", "We go on as before.", "Sergey Lavrov"),
        ("Lavrov said that we go on as before.", "we go on as before", "Sergey Lavrov"),
        ("Note: we go on as before.", "Note: we go on as before.", None),
        ("Мы идём дальше.", "Мы идём дальше.", None),
        ("One sentence. Another sentence.", "One sentence. Another sentence.", None),
        ("“”", "", None),
        ("''", "", None),
    ],
)
def test_a_pasted_text_without_marks_is_one_claim(text: str, quote: str, name: str | None) -> None:
    [claim] = claims_of(text)
    assert claim.quote.text == quote
    assert (claim.speaker.name if claim.speaker else None) == name


@pytest.mark.parametrize("text", ["", " ", "\n\n\t"])
def test_nothing_in_an_empty_text(text: str) -> None:
    assert claims_of(text) == ()


def test_a_file_without_marks_has_no_quotations_unless_claims_are_asked_for() -> None:
    text = "The orchard keepers left early. Nobody saw the pear trees. Why?"
    assert claims_of(text, path="a.txt") == ()
    found = claims_of(text, path="a.txt", claims=True)
    assert [(c.quote.kind, c.quote.text, c.speaker) for c in found] == [
        ("claim", "The orchard keepers left early.", None),
        ("claim", "Nobody saw the pear trees.", None),
    ]


@pytest.mark.parametrize(
    ("text", "content", "name"),
    [
        (
            "Lavrov expressed regret that the others stayed away.",
            "the others stayed away",
            "Sergey Lavrov",
        ),
        (
            "Putin warned last week that fighters were on their way.",
            "fighters were on their way",
            "Vladimir Putin",
        ),
        (
            "Lavrov urged all countries to send help soon.",
            "all countries to send help soon",
            "Sergey Lavrov",
        ),
        (
            "The fighters were on their way, Putin said on Friday.",
            "The fighters were on their way",
            "Vladimir Putin",
        ),
        (
            "According to Putin, the fighters were on their way.",
            "the fighters were on their way",
            "Vladimir Putin",
        ),
        (
            "Lavrov told reporters that talks would go on.",
            "talks would go on",
            "Sergey Lavrov",
        ),
        (
            "Brussels pledged two crates of fresh pears.",
            "Brussels pledged two crates of fresh pears",
            None,
        ),
    ],
)
def test_reported_speech(text: str, content: str, name: str | None) -> None:
    [claim] = claims_of(text, path="a.txt", claims=True)
    assert (claim.quote.kind, claim.quote.text) == ("indirect", content)
    assert (claim.speaker.name if claim.speaker else None) == name
    [span] = claim.quote.spans
    assert text[span.start : span.end] == content


@pytest.mark.parametrize(
    "text",
    [
        '"We go on as before," Lavrov told officials from ten far countries.',
        "Lavrov has been voicing a slew of old concerns.",
        "Lavrov praised the hosts of the long meeting warmly.",
        "The talks went on in Moscow until late at night.",
    ],
)
def test_no_report_where_nothing_is_reported(text: str) -> None:
    found = claims_of(text, path="a.txt", claims=True)
    assert [claim for claim in found if claim.quote.kind == "indirect"] == []


def test_a_pronoun_in_a_report_means_the_one_named_before() -> None:
    text = (
        "Lavrov said that the talks go on. He urged all countries to help them.\n\nPutin said no."
    )
    found = claims_of(text, path="a.txt", claims=True)
    assert [c.speaker.name for c in found if c.speaker][:2] == ["Sergey Lavrov"] * 2


def test_a_report_and_the_words_quoted_in_it_are_two_claims() -> None:
    text = 'Lavrov urged all countries to send "effective" help soon.'
    found = claims_of(text, path="a.txt", claims=True)
    assert [claim.quote.kind for claim in found] == ["indirect", "mixed"]


def test_the_sentences_of_a_transcript_are_claims_of_its_speakers() -> None:
    text = "We go on as before. Do we not go on?"
    turn = Turn(span=Span(start=0, end=len(text)), label="MR PRICE")
    document = Document(text=text, path="a.txt", turns=(turn,))
    assert extract(document, people=load_people()) == ()
    [claim] = extract(document, people=load_people(), claims=True)
    assert claim.quote.text == "We go on as before."
    assert claim.speaker is not None
    assert claim.speaker.name == "Ned Price"


def test_a_pasted_quotation_does_not_load_spacy() -> None:
    program = (
        "import sys\n"
        "from claims.extract import extract\n"
        "from claims.models import Document\n"
        "from claims.people import load_people\n"
        "text = '\"A new administration is in power now,\" Lavrov said.'\n"
        "assert extract(Document(text=text), people=load_people())[0].speaker.name\n"
        "sys.exit('spacy' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    "text",
    [
        '"a b c d" ' * 5000,
        "“" * 20000,
        "”" * 20000,
        '"' * 10000,
        "'a " * 20000,
        "<a " * 20000,
        "](a" * 20000,
        "```a\n" * 5000,
        '"abc\n' + "\n" * 50000,
        " said" * 10000 + ' "x y z w v"',
        "Aaa " * 15000 + '"x y z w v"',
        "Lavrov: hello\n" * 3000,
    ],
    ids=lambda text: text[:6],
)
def test_long_and_strange_lines_end_soon(text: str) -> None:
    for claim in claims_of(text, path="a.txt"):
        assert all(text[s.start : s.end] for s in claim.quote.spans)


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Even Berg, an old ally, said it would be hard.", ["it would be hard"]),
        (
            "On the other side, Lavrov said his staff will meet the envoys soon.",
            ["his staff will meet the envoys soon"],
        ),
        ("The envoys will meet again, Lavrov said on Monday.", ["The envoys will meet again"]),
        (
            "The envoys will meet again, according to Lavrov.",
            ["The envoys will meet again"],
        ),
        (
            "Lavrov said Putin believes that the talks have failed.",
            ["Putin believes that the talks have failed", "the talks have failed"],
        ),
        ("Lavrov vowed to open the port in June.", ["to open the port in June"]),
        (
            "Lavrov warned that ships would turn back, but the talks went on.",
            ["ships would turn back"],
        ),
        ("Lavrov said in a statement.", []),
        ("Lavrov put the plan on the table.", []),
    ],
)
def test_the_reports_of_one_sentence(text: str, reports: list[str]) -> None:
    found = claims_of(text, path="a.txt", claims=True)
    assert [one.quote.text for one in found if one.quote.kind == "indirect"] == reports
