"""What stands around the words of a page: buttons, clocks, numbers, notices, labels in other forms.

Each case came from a page that was held out, and is worded otherwise here.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims.errors import ImportFailedError
from claims.people import load_people
from claims.readers import read_text
from sources.importers import ImportOptions, layout_of, read_page
from sources.importers.days import is_date_line
from sources.importers.draft import DATED_AS_POSTED
from sources.importers.furniture import is_furniture_line
from sources.models import Statement


def read(page: str, *, page_url: str | None = None, **options: Any) -> tuple[Statement, ...]:
    """The statements of a page."""
    given = ImportOptions(**options)
    return read_page(page.encode(), url=page_url, options=given, people=load_people())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[Share] [Print]", True),
        ("【打印】 【关闭窗口】", True),
        ("【Font: Small Large】", True),
        ("Posted by editor in News", True),
        ("All news", True),
        ("Назад к разделу", True),
        ("Rules for using the site's materials", True),
        ("شریک کردن", True),
        ("[Laughter] [Applause]", False),
        ("All news from the harbour is good.", False),
        ("Print it, I told them.", False),
    ],
)
def test_a_line_of_buttons_is_nobodys_words(line: str, expected: bool) -> None:
    assert is_furniture_line(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("April 2, 2022 7:05 PM EST Updated 2 days ago", True),
        ("2 April 2022, 10:40 a.m. MSK", True),
        ("2041-02-04-2022", False),
        ("On April 2, 2022 at 7 pm GMT the harbour masters of both coasts met again", False),
    ],
)
def test_a_clock_beside_a_date_leaves_it_a_date(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


def generic(*paragraphs: str) -> list[tuple[str, str]]:
    """Speaker and words of each turn on a page of no known site."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<!doctype html><html lang='en'><title>A talk</title><h1>A talk</h1>{body}</html>"
    made = read(page, said_on=date(2022, 4, 2), wording="verbatim", publisher="A desk")
    return [(each.speaker, each.text) for each in made]


def test_labels_in_capitals_are_names_where_several_are() -> None:
    first, second = "The pier was built by hand in two years.", "And nobody was paid for it at all."
    turns = generic(f"ILSE BRANDVIK: {first}", f"OLE BRANDT: {second}")
    assert turns == [("Ilse Brandvik", first), ("Ole Brandt", second)]


def test_a_label_that_ends_in_another_has_an_office_before_the_name() -> None:
    first, second = "Welcome to the pier, all of you.", "It was built by hand, and it will hold."
    turns = generic(
        f"<i>Evening host Ilse Brandvik:</i> {first}",
        f"<b>Ole Brandt:</b> {second}",
        "<b>Ilse Brandvik:</b> I have walked on it twice, and it did not move.",
    )
    assert [speaker for speaker, _ in turns][1:] == ["Ole Brandt", "Ilse Brandvik"]
    assert turns[0][0].endswith("Ilse Brandvik")
    assert turns[0][1] == first


def test_a_reporter_asks() -> None:
    answer = "It opens in May, when the ice has gone and the pilots are back."
    turns = generic("<b>Reporter:</b> When does it open?", f"<b>Ole Brandt:</b> {answer}")
    assert turns[0][0] == "QUESTION"


MINISTRY = "Ministry of External Affairs\nGovernment of India\n\n"
RUSSIA = "The Ministry of Foreign Affairs of the Russian Federation\n\n"
COMMENT = "Comment by Foreign Ministry Spokeswoman Maria Zakharova on the pier\n"
WORDS = "The pier was built by hand in two years, and it belongs to both towns on the bay."


@pytest.mark.parametrize(
    "text",
    [
        f"{RUSSIA}3 May 2022 18:02\n{COMMENT}811-03-05-2022\n\n{WORDS}\n\nBack to list\n",
        f"{RUSSIA}3 May 2022 18:02\n{COMMENT}\n{WORDS}\n",
        f"{RUSSIA}3 May 2022 18:02\n{COMMENT}2041-03-05-2022\n\n{WORDS}\n",
    ],
)
def test_a_comment_is_of_the_day_of_its_number_or_its_posting(text: str) -> None:
    (made,) = read(text)
    assert (made.speaker, made.text) == ("Maria Zakharova", WORDS)
    assert (made.said_on, made.source.published) == (date(2022, 5, 3), date(2022, 5, 3))


def test_the_heading_is_not_a_line_of_the_way_to_it() -> None:
    title = "Remarks by External Affairs Minister, Dr. S. Jaishankar at the pier (May 3, 2022)"
    (made,) = read(f"{MINISTRY}Home > Media Center > Remarks\n\n{title}\nMay 4, 2022\n\n{WORDS}\n")
    assert (made.source.title, made.said_on) == (title, date(2022, 5, 3))


def test_a_notice_of_translation_tells_the_language_that_was_spoken() -> None:
    title = "English rendering of Remarks by Prime Minister at the pier (May 3, 2022)"
    notice = "Disclaimer: the original remarks were delivered in Hindi, this is a translation."
    (made,) = read(f"{MINISTRY}{title}\nMay 3, 2022\n\n{WORDS}\n\n{notice}\n")
    assert (made.speaker, made.text) == ("Narendra Modi", WORDS)
    assert (made.wording, made.original_language) == ("official_translation", "hi")


RECORD = """A/78/PV.31

General Assembly
Seventy-eighth session

31st plenary meeting
Thursday, 2 November 2023, 10 a.m.
New York

{first}

The meeting was called to order at 10 a.m.

The Acting President: The Assembly will hear the harbour masters.

{second}

The Acting President: I thank them.

The meeting rose at 11 a.m.
"""
TOOK = "In the absence of the President, Ms. {} (Torvik), Vice-President, took the Chair."


def test_the_acting_president_is_who_took_the_chair_unless_several_did() -> None:
    one = read(RECORD.format(first=TOOK.format("Brandvik"), second=""))
    assert {each.speaker for each in one} == {"Ms. Brandvik"}
    two = RECORD.format(first=TOOK.format("Brandvik"), second=TOOK.format("Okello"))
    assert {each.speaker for each in read(two)} == {"The Acting President"}


def test_what_the_emirates_foreign_ministry_signs_is_its_own() -> None:
    dates = "۱۴۴۴/۳/۱۶ هـ ق\n۱۴۰۱/۷/۲۰ هـ ش\n۲۰۲۲/۱۰/۱۲ م"
    words = "موږ د ښار خلکو ته وایو چې پل بیا جوړ شو."
    text = f"د اسلامي امارت اعلامیه\n\n{words}\n\nد بهرنیو چارو وزارت\n{dates}\n"
    (made,) = read(text)
    assert (made.speaker, made.text) == ("Taliban Foreign Ministry", words)


def test_nothing_after_the_signs_of_the_end_is_said() -> None:
    head = "U.S. Department of State\nRemarks at the Pier\nAntony J. Blinken, Secretary of State\n"
    (made,) = read(f"{head}May 3, 2022\n\nSECRETARY BLINKEN: {WORDS}\n\n# # #\n\nOffice of Piers\n")
    assert (made.speaker, made.text) == ("Antony Blinken", WORDS)


def test_a_place_under_the_heading_is_no_word_of_the_secretary_general() -> None:
    head = "United Nations Secretary-General\n3 May 2022\nSecretary-General's remarks at the pier\n"
    (made,) = read(f"{head}Port Louis, Mauritius\n\n{WORDS}\n\nI thank you.\n")
    assert (made.text, made.place) == (f"{WORDS}\n\nI thank you.", "Port Louis, Mauritius")


def test_a_sentence_that_opens_like_a_button_ends_no_speech() -> None:
    last = "Latest of all came the pilots, and they were cheered."
    text = f"{RUSSIA}4 May 2022 10:00\nForeign Minister Sergey Lavrov’s remarks, Sochi, May 3, 2022"
    (made,) = read(f"{text}\n\n{WORDS}\n\nShare this joy with them.\n\n{last}\n\nRelated news\n")
    assert made.text.endswith(last)


@pytest.mark.parametrize(
    "credit",
    ["Sochi. 3 May. INTERFAX - The pier is open.", "Сочи. 3 мая. INTERFAX.RU – Причал открыт."],
)
def test_the_agency_stands_after_place_and_day(credit: str) -> None:
    assert read_text(f"{credit}\n\nMore of it.").wire == "Interfax"


def test_a_page_that_is_named_in_chinese_knows_its_spokesperson() -> None:
    title = "2023年5月3日外交部发言人毛宁主持例行记者会"
    text = f"{title}\n2023-05-03 18:00\n\n法新社记者：码头开放了吗？\n\n毛宁：已经开放。\n"
    assert layout_of(text.encode()) == "chinese_ministry"
    assert [each.speaker for each in read(text)] == ["QUESTION", "Mao Ning"]


SEVERAL = """The Ministry of Foreign Affairs of the Russian Federation

9 July 202212:00

Foreign Minister Sergey Lavrov’s interview with Torvik Television, {when}

Question: How wide is the strait?

Sergey Lavrov: As wide as patience.
"""


@pytest.mark.parametrize(
    "when", ["July 7-8, 2022", "7–8 July 2022", "7 and 8 July 2022", "30 June - 1 July 2022"]
)
def test_a_heading_with_several_days_asks_on_which_it_was_said(when: str) -> None:
    with pytest.raises(ImportFailedError, match="--date"):
        read(SEVERAL.format(when=when))
    (asked, _) = read(SEVERAL.format(when=when), said_on=date(2022, 7, 8))
    assert (asked.said_on, asked.source.published) == (date(2022, 7, 8), date(2022, 7, 9))


STATEMENT = """Embassy of the Russian Federation in Torvik

{heading}

9 July 2022

The lamp of the harbour was repaired, and we thank those who held the ladder.
"""


def test_the_day_of_posting_is_taken_only_for_what_is_written_and_is_told() -> None:
    (made,) = read(STATEMENT.format(heading="Statement by the Embassy of Russia in Torvik"))
    assert (made.said_on, made.note) == (date(2022, 7, 9), DATED_AS_POSTED)
    with pytest.raises(ImportFailedError, match="--date"):
        read(STATEMENT.format(heading="Speech by Ambassador Pyotr Ilyin at the harbour"))


def test_lines_below_the_last_sentence_are_no_words() -> None:
    page = SEVERAL.format(when="July 8, 2022") + "\nPhoto album\nTel.: +7 000 000\nsome links\n"
    assert read(page)[-1].text == "As wide as patience."
