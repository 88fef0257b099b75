"""How sure a verdict is, and what is shown first where the judge abstains."""

from __future__ import annotations

from datetime import date

import pytest

from checker.case import Case
from checker.compare import compare
from checker.confidence import MOST, Ground, Kind, confidence
from checker.judge import judge
from checker.reading import read
from checker.settings import Calibration, Settings
from claims.models import Claim, Quote
from claims.people import People
from sources.models import Receipt, Source, Statement

QUOTE = "The harbour will be widened before the winter storms."
NEARER = "The harbour was widened after the storms of the last winter, in part."
LIKELIER = "We mean to enlarge the port ahead of the season of storms and cold."
MADE = Calibration()


def statement(name: str, text: str) -> Statement:
    return Statement(
        id=name, utterance=name, speaker="Anna Berg", said_on=date(2024, 3, 3), text=text,
        source=Source(publisher="Archive"),
    )  # fmt: skip


def abstaining(*, likelihood: float) -> Case:
    near, likely = (
        compare(read(QUOTE), statement(name, text), settings=Settings())._replace(
            verdict="no_source", by_words=False, blocked_by=None, score=score
        )
        for name, text, score in (("nearer", NEARER, 0.6), ("likelier", LIKELIER, 0.5))
    )
    return Case(
        claim=Claim(id="q", quote=Quote(text=QUOTE, kind="direct")),
        comparisons=(near, likely._replace(likelihood=likelihood)),
        people=People(()),
        settings=Settings(),
        receipt=Receipt(searched=2, speakers=("Anna Berg",), languages=("en",), complete=True),
    )


@pytest.mark.parametrize(("likelihood", "first"), [(0.3, "likelier"), (0.02, "nearer")])
def test_where_the_judge_abstains_the_likeliest_statement_is_shown_first(
    likelihood: float, first: str
) -> None:
    judgement = judge(abstaining(likelihood=likelihood))
    assert judgement.verdict == "no_source"
    assert "near_miss" in [finding.code for finding in judgement.findings]
    assert judgement.near_misses[0].statement == first
    assert judgement.ground == Ground("doubt", likelihood)


def test_a_weighed_paraphrase_is_the_surer_the_likelier() -> None:
    sure = [confidence(Ground("meaning", p), calibration=MADE) for p in (0.45, 0.7, 0.95, 1.0)]
    assert sure == sorted(sure)
    assert all(0 < each < 1 for each in sure)


def test_no_source_is_never_surer_for_a_likelier_statement() -> None:
    sure = [confidence(Ground("doubt", p), calibration=MADE) for p in (0.0, 0.1, 0.4)]
    assert sure == sorted(sure, reverse=True)


RULED: tuple[Kind, ...] = ("match", "noted_match", "words", "edit", "far", "pieces")


@pytest.mark.parametrize("kind", RULED)
def test_what_rests_on_a_rule_has_the_share_that_was_right(kind: Kind) -> None:
    assert confidence(Ground(kind), calibration=MADE) == min(getattr(MADE, kind), MOST)
