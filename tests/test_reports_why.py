"""Every verdict is explained in one sentence that names what decided it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import SPEAKER, Case, check, said

from checker.reports.why import why

TEXT = "We will open the northern port in June if the harbour is free of ice."


@pytest.mark.parametrize(
    ("printed", "verdict", "sentence"),
    [
        (
            "We will open the northern port in June",
            "match",
            f"The quoted words stand in a stored statement: {SPEAKER}, 14 March 2022 (s1).",
        ),
        (
            "We will open the port in the north in June if the harbour is free of ice",
            "paraphrase",
            f"The same is said in other words: {SPEAKER}, 14 March 2022 (s1).",
        ),
        (
            "We will not open the northern port in June if the harbour is free of ice",
            "no_source",
            (
                f"The closest statement, {SPEAKER}, 14 March 2022 (s1), does not support it: "
                "the sense is turned: “not” was added."
            ),
        ),
        (
            "Twelve violins were stolen from the conservatory on Tuesday night",
            "no_source",
            "No stored statement holds these words or this meaning.",
        ),
    ],
)
def test_one_sentence_says_why(printed: str, verdict: str, sentence: str, tmp_path: Path) -> None:
    result = check(Case((said(TEXT),), printed), tmp_path)
    assert (result.verdict, why(result)) == (verdict, sentence)


def test_what_was_not_checked_says_so_in_its_headline(tmp_path: Path) -> None:
    result = check(Case((said(TEXT),), ""), tmp_path)
    assert (result.status, why(result)) == ("not_checked", "")
