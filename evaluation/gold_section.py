"""The gold set's part of the page: figures beside goals, confusion, classes, calibration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation.engine import Outcome
from evaluation.figures import (
    CRITICAL,
    Share,
    base_class,
    by_class,
    calibration_error,
    confusion,
    headline,
    reliability,
)
from evaluation.section import Goal, Section, number, shown, table

VERDICTS = ("match", "paraphrase", "no_source")
GIVEN = (*VERDICTS, "not_checked")
WORST = 10

_GOALS = (
    ("verdict_accuracy", "verdict accuracy, three classes", "–", 0.92, True),
    ("verdict_accuracy_builtin", "the same, built-in statements alone", "–", 0.92, True),
    ("critical_accepted", "critical edits called match or paraphrase", "near 1", 0.03, False),
    ("faithful_lost", "faithful rewordings called no source", "–", 0.10, False),
    ("inventions_accepted", "inventions called match or paraphrase", "–", 0.05, False),
)


def section(test: Sequence[Outcome], *, tune: Sequence[Outcome]) -> Section:
    """The part of the page; figures of the test half, wrong cases of the tune half."""
    return Section(
        title="The gold set",
        goals=tuple(_goals(test)),
        lines=(
            *_headline(test, tune=tune),
            *_confusion(test),
            *_classes(test),
            *_calibration(test),
            *_worst(tune, test=test),
        ),
    )


def _goals(test: Sequence[Outcome]) -> Iterator[Goal]:
    figures = headline(test)
    for name, figure, plain, goal, at_least in _GOALS:
        yield Goal(
            of="gold, test half",
            figure=figure,
            plain=plain,
            goal=goal,
            at_least=at_least,
            share=figures.get(name),
        )
    error = calibration_error(test)
    yield Goal(
        of="gold, test half",
        figure="expected calibration error",
        plain="–",
        goal=0.05,
        at_least=False,
        share=None if error is None else Share.exact(error, n=len(test)),
    )


def _headline(test: Sequence[Outcome], *, tune: Sequence[Outcome]) -> Iterator[str]:
    yield "What `evaluation/README.md` describes: quotations written and labelled by hand, the two"
    yield "halves never sharing an utterance. Everything was tuned on the tune half; its figures"
    yield "stand here only to show by how much they flatter. 95 of 100 resamples of the statements"
    yield "lie between the bounds."
    yield ""
    of_tune = headline(tune)
    rows = (
        (name.replace("_", " "), shown(share), number(of_tune[name].value))
        for name, share in headline(test).items()
    )
    yield from table(("figure", "test half", "tune half"), rows)


def _confusion(test: Sequence[Outcome]) -> Iterator[str]:
    counts = confusion(test)
    rows = ((wanted, *(str(counts[wanted, given]) for given in GIVEN)) for wanted in VERDICTS)
    yield from table(("right answer \\ given", *GIVEN), rows)


def _classes(test: Sequence[Outcome]) -> Iterator[str]:
    rows = ((name.replace("_", " "), shown(share)) for name, share in by_class(test).items())
    yield from table(("what was done to the words", "verdict right"), rows)


def _calibration(test: Sequence[Outcome]) -> Iterator[str]:
    yield "Confidence and what became of it (test half):"
    yield ""
    rows = (
        (f"{index}", number(each.confidence), number(each.right), str(each.n))
        for index, each in enumerate(reliability(test), start=1)
    )
    yield from table(("bin", "mean confidence", "share right", "results"), rows)


def _worst(tune: Sequence[Outcome], *, test: Sequence[Outcome]) -> Iterator[str]:
    """The surest wrong answers; of the test half the names alone, so that nobody tunes on them."""
    yield f"The {WORST} worst of the tune half, accepted critical edits first, then by how"
    yield "sure the wrong answer was:"
    yield ""
    for each in _sorted(tune)[:WORST]:
        case = each.case
        given = each.verdict or each.status
        yield f"- `{case.id}`: {case.expected_verdict}, given {given}: “{case.quote}”"
    yield ""
    names = ", ".join(f"`{each.case.id}`" for each in _sorted(test)[:WORST])
    yield f"And of the test half, by name alone, so that nobody tunes on them: {names}."
    yield ""


def _sorted(checked: Sequence[Outcome]) -> list[Outcome]:
    wrong = [each for each in checked if not each.right]
    return sorted(wrong, key=lambda each: (not _slipped(each), -(each.confidence or 0)))


def _slipped(each: Outcome) -> bool:
    supported = each.verdict in ("match", "paraphrase")
    return supported and base_class(each.case.class_) in CRITICAL
