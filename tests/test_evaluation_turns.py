"""Every transcript under tests/transcripts gives its turns, and the runner counts honestly."""

from __future__ import annotations

import pytest

from evaluation.turns import GoldTurn, Transcript, main, read_transcripts, score

TRANSCRIPTS = tuple(read_transcripts())
GOAL = 0.99


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda each: f"{each.family}-{each.name}")
def test_the_turns_of_a_transcript_are_the_gold_ones(transcript: Transcript) -> None:
    assert score(transcript).errors == ()


def test_there_are_enough_transcripts_and_the_goal_is_reached(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert len(TRANSCRIPTS) >= 40
    scores = [score(each) for each in TRANSCRIPTS]
    assert sum(s.n_right for s in scores) >= GOAL * sum(s.n_turns for s in scores)
    assert main(["--errors"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("all ")


@pytest.mark.parametrize(
    ("gold", "counts"),
    [
        ((), (0, 2)),
        ((GoldTurn("MR ROE", "Yes.", "Yes."),), (1, 2)),
        ((GoldTurn("MR ROE", "No.", "No."), GoldTurn("MS BERG", "No.", "No.")), (1, 3)),
    ],
)
def test_missing_and_needless_turns_count(
    gold: tuple[GoldTurn, ...], counts: tuple[int, int]
) -> None:
    found = score(Transcript("x", "y", "MR ROE: Yes.\nMS BERG: No.\n", gold))
    assert (found.n_right, found.n_turns) == counts
    assert found.errors
