"""Answers that look into a store: context, other wordings, topics, in an invented transcript."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from checker.check import Checker
from checker.session import Session
from checker.settings import Settings
from sources.models import Source, Statement
from sources.store import Store

PIER = Source(
    publisher="Port Authority", title="Remarks at the pier", url="https://example.org/pier"
)
TURNS = (
    "Good morning, and thank you all for coming to the north pier.",
    "Since Monday nobody has had to wait outside the breakwater.",
    "The harbour is open to every ship that flies a flag.",
    "Pilots will guide the larger vessels through the new channel.",
    "Questions can be sent to the office of the harbour master.",
    "The ferries keep their winter timetable until the end of May.",
)


def statement(number: int, text: str, **fields: object) -> Statement:
    return Statement.model_validate(
        {
            "id": f"morn-{number}",
            "utterance": f"morn-{number}",
            "speaker": "Ada Morn",
            "role": "Harbour Minister",
            "said_on": date(2031, 5, 4),
            "event": "Opening of the north pier",
            "place": "Aldport",
            "original_language": "ru",
            "text": text,
            "position": number,
            "source": PIER,
            **fields,
        }
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("around") / "store.sqlite"
    with Store.open(path, builtin=False) as opened:
        opened.add(statement(number, text) for number, text in enumerate(TURNS))
        opened.add(
            [
                statement(
                    20,
                    "Гавань открыта для каждого судна под флагом.",
                    utterance="morn-2",
                    language="ru",
                    position=None,
                ),
                statement(
                    21,
                    "Ferries between the islands will be cheaper next year.",
                    speaker="Ben Okri-Vale",
                    role=None,
                    said_on=date(2032, 2, 1),
                    event="Island council",
                    position=None,
                ),
            ]
        )
        yield opened


@pytest.fixture
def session(store: Store) -> Session:
    session = Session(Checker(store, settings=Settings()))
    session.reply('"The harbour is open to every ship," Ada Morn said.')
    return session


def labels(text: str) -> list[str]:
    return [line.split(maxsplit=1)[0] for line in text.splitlines() if line.strip()]


def test_context_is_what_was_said_around_it_in_order(session: Session) -> None:
    said = session.reply("context").text
    assert labels(said) == ["before", "before", "stored", "after", "after"]
    places = [said.index(turn[:20]) for turn in (*TURNS[:2], *TURNS[3:5])]
    assert places == sorted(places)
    assert ">>The harbour is open to every ship<< that flies a flag." in said


def test_more_context_goes_further(session: Session) -> None:
    assert TURNS[5] not in session.reply("context").text
    assert TURNS[5] in session.reply("more context").text


def test_another_quote_begins_with_the_nearest_context_again(session: Session) -> None:
    session.reply("more context")
    session.reply('"Since Monday nobody has had to wait outside," Ada Morn said.')
    assert TURNS[4] not in session.reply("context").text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("what did she say before that?", ["before", "before", "stored"]),
        ("after", ["stored", "after", "after"]),
    ],
)
def test_one_side_only(session: Session, typed: str, expected: list[str]) -> None:
    assert labels(session.reply(typed).text) == expected


def test_a_source_without_order_has_no_before_and_after(session: Session) -> None:
    session.reply("what did Ben Okri-Vale say?")
    session.reply("the first one")
    said = session.reply("context").text
    assert "The words around it are not stored; read them there:" in said
    assert "https://example.org/pier" in said


def test_the_full_statement_marks_the_quoted_stretch(session: Session) -> None:
    said = session.reply("show me the full statement").text
    assert ">>The harbour is open to every ship<< that flies a flag." in said


def test_the_other_wording_of_an_utterance(session: Session) -> None:
    assert "Гавань открыта для каждого судна" in session.reply("in Russian").text
    assert "Гавань открыта" in session.reply("other translations").text
    assert "Гавань открыта" in session.reply("give me the original").text
    said = session.reply("in French").text
    assert "The store holds no wording in French of this utterance." in said
    assert "Said in Russian; shown here in English." in said


def test_what_else_leaves_out_what_was_shown(session: Session) -> None:
    said = session.reply("what else did she say").text
    assert "Ada Morn: 5 stored statements." in said
    assert TURNS[2] not in said


def test_a_topic_of_a_person_in_a_period(session: Session) -> None:
    assert TURNS[5] in session.reply("what did Morn say about ferries?").text
    assert "cheaper" in session.reply("what about Okri-Vale?").text
    assert "nothing stored" in session.reply("and in 2031?").text
    assert "cheaper" in session.reply("and in 2032?").text


def test_a_search_says_who_speaks(session: Session) -> None:
    said = session.reply("search ferries").text
    assert 'On "ferries": 2 stored statements.' in said
    assert "speakers  " in said


def test_nothing_found_is_no_statement_about_the_world(session: Session) -> None:
    said = session.reply("search wheat").text
    assert said == 'On "wheat": nothing stored. That does not mean that nothing was said.'


def test_a_statement_picked_from_a_list_is_what_it_means(session: Session) -> None:
    session.reply("search ferries")
    numbered = session.reply("2").text
    who = "Ben Okri-Vale" if "cheaper" in numbered else "Ada Morn"
    assert session.reply("who said it?").text.startswith(who)
    assert session.reply("7").text == "The list has 2 statements."
    session.reply("#1")
    assert session.reply("who said it?").text.startswith("Ada Morn")


def test_a_bare_name_says_who_that_is_and_what_is_stored(session: Session) -> None:
    said = session.reply("who is Ada Morn?").text
    assert said.startswith("Ada Morn, Harbour Minister.")
    assert "Ada Morn: 5 stored statements." in said


def test_a_day_alone_is_a_question_about_everybody(session: Session) -> None:
    said = session.reply("what was said on 1 February 2032").text
    assert said.startswith("On 1 February 2032: 1 stored statement.")


def test_pages_end(session: Session) -> None:
    session.reply("what did Ada Morn say?")
    session.reply("more")
    assert session.reply("more").text == "That was all."
