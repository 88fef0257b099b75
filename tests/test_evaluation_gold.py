"""The gold set is whole, and the figures are what they say they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from checker.models import Severity, Verdict
from evaluation.cases import Case, problems, read_cases, read_statements, split_of
from evaluation.engine import Outcome
from evaluation.figures import (
    by_class,
    calibration_error,
    code_scores,
    confusion,
    headline,
    share,
)

BUILTIN = Path("sources/data/statements.jsonl")
README = Path("evaluation/README.md")
KNOWN = read_statements()
TOPIC = KNOWN[0].id


def case(of_class: str = "exact", **fields: Any) -> Case:
    return Case.model_validate(
        {
            "id": "x-1",
            "store": "invented",
            "quote": "The bridge will open in May.",
            "speaker": None,
            "said_on": None,
            "class": of_class,
            "based_on": TOPIC,
            "topic": TOPIC,
            "expected_verdict": "match",
            "expected_codes": (),
            "forbidden_codes": (),
            "expected_statements": (),
            "split": split_of(KNOWN[0].utterance),
            **fields,
        }
    )


def outcome(
    verdict: Verdict | None,
    *,
    codes: tuple[str, ...] = (),
    severity: Severity | None = None,
    confidence: float | None = None,
    shown: tuple[str, ...] = (),
    **fields: Any,
) -> Outcome:
    return Outcome(
        case=case(**fields),
        status="checked" if verdict else "not_checked",
        verdict=verdict,
        codes=codes,
        severity=severity,
        confidence=confidence,
        shown=shown,
        seconds=0.01,
    )


def test_the_gold_set_is_whole() -> None:
    builtin = read_statements(BUILTIN)
    assert not list(problems(read_cases(), statements={"builtin": builtin, "invented": KNOWN}))


def test_both_halves_hold_every_large_class_and_every_verdict() -> None:
    cases = read_cases()
    large = {name for name, n in Counter(each.class_ for each in cases).items() if n >= 20}
    for split in ("tune", "test"):
        half = [each for each in cases if each.split == split]
        assert len(half) * 3 >= len(cases)
        assert large <= {each.class_ for each in half}
        assert {each.expected_verdict for each in half} == {"match", "paraphrase", "no_source"}


def test_the_readme_tells_of_this_gold_set() -> None:
    text = README.read_text(encoding="utf-8")
    assert f"{len(read_cases()):,} quotations" in text
    assert f"{len(KNOWN)} invented statements" in text
    (example,) = (line for line in text.splitlines() if line.startswith('{"id"'))
    assert Case.model_validate_json(example) in read_cases()


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({}, None),
        ({"based_on": "nobody-1", "topic": "nobody-1"}, "no such statement: nobody-1"),
        ({"expected_statements": ("nobody-2",)}, "no such statement: nobody-2"),
        ({"split": "test" if split_of(TOPIC) == "tune" else "tune"}, "in the half"),
        ({"based_on": KNOWN[1].id}, "its topic is"),
        ({"expected_codes": ("a|b",), "forbidden_codes": ("b",)}, "expected and forbidden"),
    ],
)
def test_a_broken_case_is_named(fields: dict[str, Any], named: str | None) -> None:
    found = list(problems([case(**fields)], statements={"builtin": (), "invented": KNOWN}))
    assert bool(found) == (named is not None)
    assert named is None or named in found[0]


def test_two_cases_of_one_id_are_named() -> None:
    found = list(problems([case(), case()], statements={"builtin": (), "invented": KNOWN}))
    assert found == ["x-1: 2 cases have this id"]


CHECKED = (
    outcome("match", shown=(TOPIC,), expected_statements=(TOPIC,)),
    outcome("no_source", severity="info"),
    outcome("paraphrase", of_class="number", expected_verdict="no_source"),
    outcome("no_source", of_class="number_reworded", expected_verdict="no_source"),
    outcome("no_source", of_class="headline", expected_verdict="paraphrase"),
    outcome("match", of_class="invention", expected_verdict="no_source"),
    outcome(None, of_class="reword_light", expected_verdict="paraphrase"),
    outcome("match", severity="warning", of_class="typography"),
)


@pytest.mark.parametrize(
    ("figure", "value", "n"),
    [
        ("verdict_accuracy", 3 / 8, 8),
        ("critical_accepted", 1 / 2, 2),
        ("faithful_lost", 1.0, 2),
        ("inventions_accepted", 1.0, 1),
        ("copies_alarmed", 2 / 3, 3),
        ("right_statement", 1.0, 5),
    ],
)
def test_the_headline_figures(figure: str, value: float, n: int) -> None:
    got = headline(CHECKED)[figure]
    assert got.value == pytest.approx(value)
    assert got.n == n


def test_a_figure_that_nothing_bears_on_is_left_out() -> None:
    assert "verdict_accuracy_builtin" not in headline(CHECKED)
    assert headline(()) == {}


def test_confusion_counts_what_was_not_checked() -> None:
    counts = confusion(CHECKED)
    assert counts["match", "match"] == 2
    assert counts["paraphrase", "not_checked"] == 1
    assert sum(counts.values()) == len(CHECKED)


def test_accuracy_by_class() -> None:
    assert {name: each.value for name, each in by_class(CHECKED).items()} == {
        "exact": 0.5,
        "headline": 0.0,
        "invention": 0.0,
        "number": 0.0,
        "number_reworded": 1.0,
        "reword_light": 0.0,
        "typography": 1.0,
    }


def test_codes_are_counted_where_a_case_asks_for_them() -> None:
    checked = (
        outcome("match", codes=("b", "open"), expected_codes=("a|b", "c")),
        outcome("match", codes=("c",), forbidden_codes=("c",)),
        outcome("match", codes=(), expected_codes=("a|b",)),
    )
    counts = {each.code: (each.right, each.wrong, each.missing) for each in code_scores(checked)}
    assert counts == {"a": (0, 0, 1), "b": (1, 0, 0), "c": (0, 1, 1)}


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ([], None),
        ([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0.0),
        ([(1.0, False)], 1.0),
        ([(0.95, True), (0.95, False)], 0.45),
        ([(0.15, False), (0.95, True)], 0.1),
    ],
)
def test_calibration_error(given: list[tuple[float, bool]], error: float | None) -> None:
    checked = [
        outcome("match" if right else "no_source", confidence=confidence)
        for confidence, right in given
    ]
    found = calibration_error(checked)
    assert found == (error if error is None else pytest.approx(error))


def test_an_interval_is_wider_for_fewer_statements() -> None:
    def interval(n_topics: int) -> tuple[float, float]:
        checked = [
            outcome("match" if n % 2 else "no_source", topic=f"t{n % n_topics}", based_on=None)
            for n in range(120)
        ]
        found = share(checked, holds=lambda each: each.right)
        assert found is not None
        assert found.low <= found.value <= found.high
        return found.low, found.high

    few, many = interval(4), interval(60)
    assert few[1] - few[0] > many[1] - many[0] > 0
