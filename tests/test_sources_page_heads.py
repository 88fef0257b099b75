"""Plain-text copies of pages: which line is the heading, what stands above and around the words.

Each case came from a page that was held out, and is worded otherwise here.
"""

from __future__ import annotations

from datetime import date

import pytest

from claims.errors import ImportFailedError
from claims.people import load_people
from sources.importers import ImportOptions, read_page
from sources.models import Statement


def read(page: str, *, page_url: str | None = None) -> tuple[Statement, ...]:
    """The statements of a page."""
    return read_page(page.encode(), url=page_url, options=ImportOptions(), people=load_people())


MENU = """The Ministry of Foreign Affairs
of the Russian Federation

For Russian citizens abroad
News

4 July 2022 16:10

{heading}

No. 71-04-07-2022

Question: Does the lamp burn?

Pyotr Ilyin: It burns when it is asked to.
"""


@pytest.mark.parametrize(
    "heading",
    [
        "Interview of Special Representative Pyotr Ilyin with the Torvik Gazette, July 2, 2022",
        "Director of the Harbour Office Pyotr Ilyin’s answers to\nthe Torvik Gazette, July 2, 2022",
    ],
)
def test_a_heading_of_no_known_form_is_the_long_line_above_the_words(heading: str) -> None:
    asked, answer = read(MENU.format(heading=heading))
    assert asked.speaker == "QUESTION"
    assert (answer.speaker, answer.text) == ("Pyotr Ilyin", "It burns when it is asked to.")
    assert (answer.said_on, answer.source.published) == (date(2022, 7, 2), date(2022, 7, 4))
    assert answer.source.title == heading.replace("\n", " ")


ACCOUNT = """Ministry of Foreign Affairs of
the People's Republic of China

Special Envoy Lin Harbour Visits the Torvik Lamp

2022-07-04 16:10

{words} Both sides praised the oil.
"""


@pytest.mark.parametrize(
    "words",
    [
        "On the evening of July 2, the envoy saw the lamp.",
        "On Jul. 2, the envoy saw the lamp.",
        "The envoy saw the lamp in Torvik on July 2, 2022.",
    ],
)
def test_an_account_has_the_day_that_its_first_sentence_gives(words: str) -> None:
    (made,) = read(ACCOUNT.format(words=words), page_url="https://www.mfa.gov.cn/eng/1.html")
    assert (made.speaker, made.said_on) == ("Chinese Foreign Ministry", date(2022, 7, 2))
    assert made.source.published == date(2022, 7, 4)


def test_an_account_of_several_days_and_an_answer_of_nobody_ask() -> None:
    url = "https://www.mfa.gov.cn/eng/1.html"
    with pytest.raises(ImportFailedError, match="--date"):
        read(ACCOUNT.format(words="From July 1 to 2, 2022, the envoy toured."), page_url=url)
    with pytest.raises(ImportFailedError, match="--speaker"):
        read("Foreign Ministry Spokesperson's Remarks\n2022-07-02\nQ: Why?\nA: So.\n", page_url=url)


RECORD = """
   S/PV.9099                    The lamp of Torvik                    02/07/2022

        Mr. Zhang Jun (China) (spoke
   in Chinese): We thank those who held the ladder.

   *2299999*
   22-99999                                                           3/21

        The PRESIDENT: I thank the representative of China.
"""


def test_pages_of_a_record_alone_are_read_though_their_lines_are_indented() -> None:
    first, second = read(RECORD)
    assert (first.speaker, first.text) == ("Zhang Jun", "We thank those who held the ladder.")
    assert (second.speaker, second.said_on) == ("The PRESIDENT", date(2022, 7, 2))
    assert second.text == "I thank the representative of China."
