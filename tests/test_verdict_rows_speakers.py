"""Rows 46 to 53: who said it, in what office, when, where, and how often."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from rows import ANY, DAY, Case, absent, assert_case, check, finding, found, said

OAKS = "The oaks of the valley belong to the herders and their children."
OTHER = said("The fleet will stay in the harbour.", name="other", speaker="Olav Tunheim")
LAVROV = said(OAKS, speaker="Sergey Lavrov", role="Minister of Foreign Affairs", place="Moscow")

WRONG_SPEAKER = found(
    "wrong_speaker",
    Case((said(OAKS), OTHER), OAKS, speaker="Olav Tunheim"),
    Case((LAVROV, OTHER), OAKS, speaker="Sergei Shoigu"),
    Case((LAVROV,), f'"{OAKS[:-1]}," Putin said.', sentence=True),
    Case((LAVROV,), f'"{OAKS[:-1]}," Wang Yi said.', sentence=True),
    # Words are other, and so is the speaker: both are told (rule 4).
    Case(
        (said("The council bought the old brewery for the school."), OTHER),
        "The council purchased the old brewery for the school.",
        "paraphrase",
        speaker="Olav Tunheim",
    ),
    Case(
        (said("Дубы этой долины принадлежат пастухам и их детям."), OTHER),
        "Дубы этой долины принадлежат пастухам и их детям.",
        speaker="Olav Tunheim",
    ),
)

NOT_WRONG_SPEAKER = absent(
    "wrong_speaker",
    Case((said(OAKS), OTHER), OAKS, "match"),
    Case((said(OAKS), OTHER), OAKS, "match", speaker=None),
    Case((LAVROV,), OAKS, "match", speaker="Лавров"),
    Case((LAVROV,), OAKS, "match", speaker="Sergei Lavrov"),
    Case((LAVROV,), f'"{OAKS[:-1]}," Foreign Minister Lavrov said.', "match", sentence=True),
    # Both said it: the named speaker's own words are the ones that count.
    Case(
        (said(OAKS, speaker="Olav Tunheim", name="his"), said(OAKS, name="hers")),
        OAKS,
        "match",
        first="hers",
    ),
)

SPOKESPERSON = found(
    "spokesperson",
    Case(
        (said(OAKS, speaker="Dmitry Peskov", role="Presidential Press Secretary"),),
        OAKS,
        speaker="Vladimir Putin",
        never=("wrong_speaker",),
    ),
    Case(
        (said(OAKS, speaker="Russian Foreign Ministry", role="Ministry statement"),),
        OAKS,
        speaker="Sergey Lavrov",
        never=("wrong_speaker",),
    ),
)
NOT_SPOKESPERSON = absent(
    "spokesperson",
    Case(
        (said(OAKS, speaker="Dmitry Peskov", role="Presidential Press Secretary"),),
        OAKS,
        "match",
        speaker="Sergey Lavrov",
        codes=("wrong_speaker",),
    ),
    Case(
        (said(OAKS, speaker="Dmitry Peskov", role="Presidential Press Secretary"),),
        OAKS,
        "match",
        speaker="Dmitry Peskov",
    ),
)

ROLE = found(
    "role",
    Case((LAVROV,), f'"{OAKS[:-1]}," Prime Minister Lavrov said.', sentence=True),
    Case((LAVROV,), f'"{OAKS[:-1]}," Defence Minister Sergei Lavrov said.', sentence=True),
)
NOT_ROLE = absent(
    "role",
    Case((LAVROV,), f'"{OAKS[:-1]}," Foreign Minister Sergei Lavrov said.', "match", sentence=True),
    Case((LAVROV,), f'"{OAKS[:-1]}," Lavrov said.', "match", sentence=True),
)

WRONG_DATE = found(
    "wrong_date",
    Case(OAKS, OAKS, said_on=DAY + timedelta(days=1), severities=("notice",)),
    Case(OAKS, OAKS, said_on=DAY - timedelta(days=1), severities=("notice",)),
    Case(OAKS, OAKS, said_on=DAY + timedelta(days=2)),
    Case(OAKS, OAKS, said_on=DAY - timedelta(days=9)),
    # How old is old, the table does not say.
    Case(
        OAKS,
        OAKS,
        said_on=DAY + timedelta(days=40),
        instead=("old_quote",),
        severities=("warning", "error"),
    ),
    Case(OAKS, OAKS, said_on=DAY - timedelta(days=900)),
)
NOT_WRONG_DATE = absent(
    "wrong_date",
    Case(OAKS, OAKS, "match", said_on=DAY),
    Case(OAKS, OAKS, "match", said_on=None),
    # Said twice: the date named is one of them.
    Case(
        (said(OAKS, name="first"), said(OAKS, name="again", said_on=date(2022, 6, 1))),
        OAKS,
        "match",
        said_on=date(2022, 6, 1),
    ),
    # A date inside the quote is no date of the quote.
    Case(
        "On 3 May 1990 the herders came back to the valley.",
        "On 3 May 1990 the herders came back to the valley.",
        "match",
    ),
    Case(
        (said(OAKS),),
        "The swans have come back to the lake of the monastery.",
        "no_source",
        said_on=DAY + timedelta(days=5),
    ),
)

OLD_QUOTE = found(
    "old_quote",
    Case(OAKS, OAKS, said_on=date(2025, 3, 14)),
    Case(OAKS, OAKS, said_on=date(2026, 1, 2)),
)
NOT_OLD_QUOTE = absent(
    "old_quote",
    Case(OAKS, OAKS, "match", said_on=DAY + timedelta(days=3)),
    Case(OAKS, OAKS, "match", said_on=DAY - timedelta(days=1000)),
    Case(
        (said(OAKS, name="first"), said(OAKS, name="again", said_on=date(2025, 3, 14))),
        OAKS,
        "match",
        said_on=date(2025, 3, 14),
    ),
)

WRONG_EVENT = found(
    "wrong_event",
    Case((LAVROV,), f'"{OAKS[:-1]}," Lavrov said in Geneva.', sentence=True),
    Case((LAVROV,), f'Speaking in Beijing, Lavrov said: "{OAKS}"', sentence=True),
)
NOT_WRONG_EVENT = absent(
    "wrong_event",
    Case((LAVROV,), f'"{OAKS[:-1]}," Lavrov said in Moscow.', "match", sentence=True),
    Case((LAVROV,), f'"{OAKS[:-1]}," Lavrov said.', "match", sentence=True),
)

TWICE = (
    said(OAKS, name="later", said_on=date(2023, 5, 1)),
    said(OAKS, name="earlier", said_on=date(2021, 5, 1)),
)
SAID_OFTEN = found(
    "said_often",
    Case(TWICE, OAKS, first="earlier"),
    Case((*TWICE, said(f"Again: {OAKS} That is all.", name="third")), OAKS, first="earlier"),
    Case(TWICE, OAKS, speaker=None, first="earlier"),
)
NOT_SAID_OFTEN = absent(
    "said_often",
    Case(OAKS, OAKS, "match"),
    # A document that was stored twice, under two addresses, is one saying.
    Case((said(OAKS, name="a"), said(OAKS, name="b", source={"url": None})), OAKS, "match"),
    # Two records of one utterance are one saying.
    Case((said(OAKS, name="a", utterance="u"), said(OAKS, name="b", utterance="u")), OAKS, "match"),
    Case(
        (said(OAKS), said("The oaks of the valley do not belong to the herders.", name="no")),
        OAKS,
        "match",
    ),
)

TWO_TUNHEIMS = (
    said(OAKS, name="olav", speaker="Olav Tunheim"),
    said("The fleet will stay in the harbour.", name="pia", speaker="Pia Tunheim"),
)
AMBIGUOUS = found(
    "ambiguous_speaker",
    Case(TWO_TUNHEIMS, OAKS, speaker="Tunheim", candidates=("Olav Tunheim", "Pia Tunheim")),
    Case(TWO_TUNHEIMS, f'"{OAKS[:-1]}," Tunheim said.', sentence=True),
)
TREATY = "A new administration guards the salt road now"
TREATIES = (said(f"{TREATY}.", name="treaty"),)
OPEN_OFFICE = found(
    "ambiguous_speaker",
    *(
        Case(TREATIES, f'"{TREATY}," {office} said.', never=("wrong_speaker",), sentence=True)
        for office in ("the head of delegation", "the foreign minister", "the president")
    ),
    Case(
        TREATIES,
        "“Nobody keeps bees on the northern islands any longer,” the head of delegation said.",
        "no_source",
        never=("not_covered",),
        sentence=True,
    ),
)
NAMED_OFFICE = absent(
    "ambiguous_speaker",
    Case(
        TREATIES,
        f'"{TREATY}," the Russian foreign minister said.',
        "match",
        codes=("wrong_speaker",),
        sentence=True,
    ),
    Case(
        TREATIES,
        f'"{TREATY}," the head of delegation said.',
        "match",
        codes=("wrong_speaker",),
        document=(("published", date(2021, 10, 20)),),
        sentence=True,
    ),
    Case(
        TREATIES,
        f'Abdul Salam Hanafi came late. "{TREATY}," the head of delegation said.',
        "match",
        codes=("wrong_speaker",),
        sentence=True,
    ),
)
NOT_AMBIGUOUS = absent(
    "ambiguous_speaker",
    Case(TWO_TUNHEIMS, OAKS, "match", speaker="Olav Tunheim"),
    Case(TWO_TUNHEIMS, OAKS, "match", speaker="Pia Tunheim", codes=("wrong_speaker",)),
    Case(TWO_TUNHEIMS, OAKS, "match", speaker=None),
    Case(TWO_TUNHEIMS, f'"{OAKS[:-1]}," Pia Tunheim said.', ANY, sentence=True),
)


@pytest.mark.parametrize(
    "case",
    [
        *SPOKESPERSON,
        *NOT_SPOKESPERSON,
        *ROLE,
        *NOT_ROLE,
        *WRONG_DATE,
        *NOT_WRONG_DATE,
        *OLD_QUOTE,
        *NOT_OLD_QUOTE,
        *WRONG_EVENT,
        *NOT_WRONG_EVENT,
        *NOT_SAID_OFTEN,
    ],
)
def test_attribution_and_date(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize("case", WRONG_SPEAKER)
def test_a_wrong_speaker_is_a_mismatch(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    assert result.attribution == "mismatch"
    assert case.statements[0].speaker in finding(result, "wrong_speaker").message


@pytest.mark.parametrize("case", NOT_WRONG_SPEAKER)
def test_the_right_speaker_is_confirmed(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    named = case.speaker is not None or case.sentence
    assert result.attribution == ("confirmed" if named else "not_claimed")


@pytest.mark.parametrize("case", SAID_OFTEN)
def test_every_occasion_is_listed_earliest_first(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    days = [item.said_on for item in result.evidence]
    assert len(days) == len(case.statements)
    assert days == sorted(days)


@pytest.mark.parametrize("case", [*AMBIGUOUS, *OPEN_OFFICE, *NAMED_OFFICE, *NOT_AMBIGUOUS])
def test_two_people_of_one_name(case: Case, tmp_path: Path) -> None:
    result = assert_case(case, tmp_path)
    if case.applies:
        assert result.attribution == "unknown"
        assert "wrong_speaker" not in {item.code for item in result.findings}


def test_a_wrong_date_is_told_in_words_and_kept_as_a_date(tmp_path: Path) -> None:
    result = check(Case(OAKS, OAKS, said_on=date(2022, 3, 20)), tmp_path)
    told = finding(result, "wrong_date")
    assert told.message == "Said on 14 March 2022, not on 20 March 2022."
    assert (told.quoted, told.stored) == ("2022-03-20", "2022-03-14")


def test_a_pronoun_is_not_told_as_somebody_of_whom_nothing_is_stored(tmp_path: Path) -> None:
    printed = "“Nobody keeps bees on the northern islands any longer,” he said."
    result = check(Case(TREATIES, printed, sentence=True), tmp_path)
    assert "not_covered" not in {found.code for found in result.findings}
