"""What a typed line asks for: the table of intents, read from the outside."""

from __future__ import annotations

from datetime import date

import pytest

from checker.dialogue.guide import EXAMPLES, FOLLOW_UPS
from checker.dialogue.intents import RULES, Intent
from checker.dialogue.marking import read_marking
from checker.dialogue.periods import Period, take_period
from checker.dialogue.russian import RUSSIAN
from checker.dialogue.understand import Target, correct, did_you_mean, understand

KNOWN = frozenset({"putin", "lavrov", "sergey lavrov", "wang yi"})


def knows(name: str) -> bool:
    return name.casefold() in KNOWN


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("who", "speaker"),
        ("Who said it?", "speaker"),
        ("who's that", "speaker"),
        ("who said it then?", "speaker"),
        ("So, who said that, please?", "speaker"),
        ("whose words are these", "speaker"),
        ("when", "date"),
        ("When was that said?", "date"),
        ("when did he say it", "date"),
        ("where", "place"),
        ("where was it said?", "place"),
        ("Where is it from?", "source"),
        ("which event", "event"),
        ("At what meeting was it said?", "event"),
        ("context", "context"),
        ("show me the context", "context"),
        ("can you show the context of that quote?", "context"),
        ("more context", "more_context"),
        ("what did he say before", "before"),
        ("what did she say just after it", "after"),
        ("the full statement", "whole"),
        ("what did he really say?", "whole"),
        ("why", "why"),
        ("why not?", "why"),
        ("why not a match", "why"),
        ("why no source?", "why"),
        ("what's wrong with it?", "why"),
        ("diff", "diff"),
        ("what is the difference", "diff"),
        ("source", "source"),
        ("give me the link", "source"),
        ("where can I read it", "source"),
        ("closest", "closest"),
        ("is there anything close", "closest"),
        ("next", "next"),
        ("previous", "previous"),
        ("back", "previous"),
        ("again", "show"),
        ("list", "list"),
        ("more", "more"),
        ("how sure are you?", "confidence"),
        ("who else said this", "others"),
        ("did anyone else say it?", "others"),
        ("other translations", "wordings"),
        ("give me the original", "wordings"),
        ("is there an English transcript?", "wordings"),
        ("who translated it", "record"),
        ("was this said in Moscow?", "place"),
        ("what's the date?", "date"),
        ("is he the foreign minister?", "speaker"),
        ("are you sure it was Lavrov", "is_from"),
        ("did Putin say anything similar?", "is_from"),
        ("anything on girls' education?", "holdings"),
        ("how many quotes do you hold from Putin", "holdings"),
        ("what happened on 20 October 2021", "search"),
        ("who is Lavrov", "person"),
        ("thanks, bye", "quit"),
        ("in Russian", "wordings"),
        ("what is it in Dari", "wordings"),
        ("is it true?", "true"),
        ("is that really true", "true"),
        ("so it's fake?", "fake"),
        ("so he never said it", "fake"),
        ("it is not true", "fake"),
        ("is it a match?", "verdict"),
        ("can I print this", "print"),
        ("did he say that?", "named_speaker"),
        ("what do you hold", "holdings"),
        ("what do you have on wheat?", "holdings"),
        ("search wheat", "search"),
        ("who talked about wheat", "search"),
        ("what else did he say about wheat?", "topic"),
        ("what else", "topic"),
        ("what about wheat", "topic"),
        ("and in 2022?", "topic"),
        ("Putin on wheat", "topic"),
        ("is that from Putin?", "is_from"),
        ("was it Putin", "is_from"),
        ("did Putin really say that", "is_from"),
        ("Lavrov said it", "is_from"),
        ("Sergey Lavrov", "person"),
        ("I mean Lavrov", "person"),
        ("help", "help"),
        ("what can I ask", "help"),
        ("hello", "hello"),
        ("thanks!", "thanks"),
        ("yes", "yes"),
        ("no thanks", "no"),
        ("quit", "quit"),
        ("exit", "quit"),
    ],
)
def test_plain_words_are_understood(typed: str, intent: Intent) -> None:
    asked = understand(typed, knows=knows)
    assert asked is not None
    assert asked.intent == intent


@pytest.mark.parametrize(
    ("typed", "intent", "person", "topic"),
    [
        ("кто это сказал?", "speaker", None, None),
        ("Чьи это слова?", "speaker", None, None),
        ("когда?", "date", None, None),
        ("Когда он это сказал?", "date", None, None),
        ("где это было?", "place", None, None),
        ("покажи контекст", "context", None, None),
        ("А покажи мне, пожалуйста, контекст", "context", None, None),
        ("почему не совпадает?", "why", None, None),
        ("что не так?", "why", None, None),
        ("в чём разница?", "diff", None, None),
        ("дай ссылку", "source", None, None),
        ("откуда это?", "source", None, None),
        ("это правда?", "true", None, None),
        ("так это фейк?", "fake", None, None),
        ("это сказал Putin?", "is_from", "Putin", None),
        ("кто ещё это говорил?", "others", None, None),
        ("что ещё он говорил о признании?", "topic", None, "признании"),
        ("что Lavrov сказал о границах?", "topic", "Lavrov", "границах"),
        ("что у тебя есть о женщинах?", "holdings", None, "женщинах"),
        ("найди границы", "search", None, "границы"),
        ("полный текст", "whole", None, None),
        ("ещё", "more", None, None),
        ("следующая", "next", None, None),
        ("покажи ещё раз", "show", None, None),
        ("а в 2022 году?", "topic", None, None),
        ("помощь", "help", None, None),
        ("спасибо, выход", "quit", None, None),
    ],
)
def test_russian_is_understood(
    typed: str, intent: Intent, person: str | None, topic: str | None
) -> None:
    asked = understand(typed, knows=knows)
    assert asked is not None
    assert (asked.intent, asked.person, asked.topic) == (intent, person, topic)


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("что он говорил в 2021 году о зерне", date(2021, 1, 1), date(2021, 12, 31)),
        ("что он говорил о зерне 20 октября 2021 г.", date(2021, 10, 20), date(2021, 10, 20)),
        ("что он говорил с мая 2022 года", date(2022, 5, 1), None),
        ("что он говорил до 2022 года", None, date(2021, 12, 31)),
    ],
)
def test_a_russian_period(typed: str, since: date | None, until: date | None) -> None:
    asked = understand(typed, knows=knows)
    assert asked is not None
    assert (asked.intent, asked.period) == ("topic", Period(since, until))


@pytest.mark.parametrize(
    ("typed", "meant"), [("конекст", "контекст"), ("кто это сазал", "кто это сказал")]
)
def test_a_russian_slip_is_put_right(typed: str, meant: str) -> None:
    assert correct(typed, knows=knows) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "?",
        "wheat",
        "The harbour is open again.",
        "He said it was true.",
        "They never said which harbour.",
        "It is a truth universally known.",
        "Where there is wheat there is hope.",
        "was it good",
        "Farmers on strike",
        "we trust Putin",
        "in Moscow",
        "when\nwhere",
        "who " * 100,
        "Мы пока не приняли решения.",
        "Он так и сказал",
        "У власти сейчас новая администрация",
    ],
)
def test_what_is_no_follow_up_is_not_guessed(typed: str) -> None:
    assert understand(typed, knows=knows) is None


@pytest.mark.parametrize(
    ("typed", "person", "topic"),
    [
        (
            "What else did Sergey Lavrov say about the wheat trade?",
            "Sergey Lavrov",
            "the wheat trade",
        ),
        ('what did he say about "wheat"', None, "wheat"),
        ("Wang Yi on wheat", "Wang Yi", "wheat"),
        ("did Putin ever mention wheat", "Putin", "wheat"),
        ("anything else from Lavrov?", "Lavrov", None),
        ("what did Lavrov say", "Lavrov", None),
        ("Is this from Vladimir Putin?", "Vladimir Putin", None),
    ],
)
def test_slots_hold_the_words_as_typed(typed: str, person: str | None, topic: str | None) -> None:
    asked = understand(typed, knows=knows)
    assert asked is not None
    assert (asked.person, asked.topic) == (person, topic)


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("#3", Target("result", 3)),
        ("who said #12?", Target("result", 12)),
        ("кто сказал #12?", Target("result", 12)),
        ("context of quote #2", Target("result", 2)),
        ("the second one", Target("listed", 2)),
        ("who said the third statement", Target("listed", 3)),
        ("show me the last one", Target("listed", -1)),
        ("2", Target("listed", 2)),
        ("the 3rd one", Target("listed", 3)),
    ],
)
def test_a_line_may_point_at_what_was_shown(typed: str, target: Target) -> None:
    asked = understand(typed, knows=knows)
    assert asked is not None
    assert asked.target == target


YEAR_2021 = Period(date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("what did he say in 2021 about wheat", YEAR_2021),
        (
            "what did he say about wheat in October 2021",
            Period(date(2021, 10, 1), date(2021, 10, 31)),
        ),
        ("… on 20 October 2021", Period(date(2021, 10, 20), date(2021, 10, 20))),
        ("… on October 20th, 2021?", Period(date(2021, 10, 20), date(2021, 10, 20))),
        ("… on 2021-10-20", Period(date(2021, 10, 20), date(2021, 10, 20))),
        ("… since March 2022", Period(date(2022, 3, 1), None)),
        ("… after 2021", Period(date(2022, 1, 1), None)),
        ("… before 20 Oct 2021", Period(None, date(2021, 10, 19))),
        ("… until 2021", Period(None, date(2021, 12, 31))),
        ("… between 2021 and 2023", Period(date(2021, 1, 1), date(2023, 12, 31))),
        ("… in February 2024", Period(date(2024, 2, 1), date(2024, 2, 29))),
        ("… on 31 February 2024", None),
        ("… on 2021-13-01", None),
        ("about 2021 fighters", None),
        ("about wheat", None),
    ],
)
def test_periods(typed: str, period: Period | None) -> None:
    assert take_period(typed)[1] == period


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("contxt", "context"),
        ("whoo said it", "who said it"),
        ("soruce", "source"),
        ("waht else did Lavrov say abuot wheat", "what else did Lavrov say about wheat"),
        ("context", None),
        ("wheat", None),
        ("The harbour is open again.", None),
        ("", None),
    ],
)
def test_typing_errors_are_put_right_only_where_that_asks_something(
    typed: str, meant: str | None
) -> None:
    assert correct(typed, knows=knows) == meant


def test_a_word_like_no_other_is_not_corrected() -> None:
    assert did_you_mean("harbour", known=frozenset({"context", "quit"})) is None


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.startswith('"')])
def test_help_shows_only_what_is_understood(example: str) -> None:
    assert read_marking(example) or understand(example, knows=knows)


@pytest.mark.parametrize(
    "written", [part for row in FOLLOW_UPS.values() for part in row.split(" · ")]
)
def test_the_follow_ups_of_help_are_understood(written: str) -> None:
    typed = written.replace("PERSON", "Lavrov").replace("TOPIC", "wheat").replace("WORDS", "wheat")
    assert read_marking(typed) or understand(typed, knows=knows)


def test_no_phrase_is_hidden_behind_an_earlier_one() -> None:
    plain = [
        (rule.intent, written)
        for rule in (*RULES, *RUSSIAN)
        for written in rule.phrases
        if not set(written) & set("[](){}|") and not any(c.isupper() for c in written)
    ]
    hidden = [
        (written, found.intent)
        for intent, written in plain
        if (found := understand(written)) and found.intent != intent
    ]
    assert hidden == []
