"""The gold set's part of the page: figures beside goals, confusion, classes, calibration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from checker.confidence import Kind
from evaluation.cases import is_for_calibration
from evaluation.engine import Outcome
from evaluation.figures import (
    CRITICAL,
    FAITHFUL,
    base_class,
    by_class,
    calibration_error,
    calibration_share,
    confusion,
    headline,
    reliability,
)
from evaluation.section import WORST, Goal, Section, number, shown, table

VERDICTS = ("match", "paraphrase", "no_source")
GIVEN = (*VERDICTS, "not_checked")

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
            *_calibration(_not_fitted(test)),
            *_worst(tune),
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
            worst=tuple(f"`{each.case.id}`" for each in _sorted(_failing(test, name))[:WORST]),
        )
    yield Goal(
        of="gold, test half",
        figure="expected calibration error",
        plain="–",
        goal=0.05,
        at_least=False,
        share=calibration_share(_not_fitted(test)),
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


def _not_fitted(test: Sequence[Outcome]) -> list[Outcome]:
    """The cases that confidence was not fitted to."""
    return [each for each in test if not is_for_calibration(each.case)]


def _calibration(test: Sequence[Outcome]) -> Iterator[str]:
    yield "Confidence and what became of it, on two thirds of the test half. It is fitted by"
    yield "`python -m evaluation.calibration`: on the other third the share that was right, by what"
    yield "the verdict rests on; where a likelihood was weighed isotonic steps, to which folds of"
    yield "the tune half count too, each judged with weights of the others."
    yield f"Expected calibration error: {shown(calibration_share(test))}."
    yield ""
    rows = (
        (f"{index}", number(each.confidence), number(each.right), str(each.n))
        for index, each in enumerate(reliability(test), start=1)
    )
    yield from table(("bin", "mean confidence", "share right", "results"), rows)
    yield "The same by what the verdict rests on:"
    yield ""
    header = ("verdict", "mean confidence", "share right", "results", "error")
    yield from table(header, filter(None, (_resting(test, kind) for kind in get_args(Kind))))


_RESTING: Mapping[Kind, str] = {
    "match": "match, word for word",
    "noted_match": "match, with a remark on the words",
    "words": "paraphrase, by the words",
    "meaning": "paraphrase, weighed",
    "synthesis": "paraphrase, of several statements",
    "edit": "no source, one edit decides",
    "pieces": "no source, parts stand apart",
    "doubt": "no source, weighed: the judge abstains",
    "far": "no source, nothing near",
}


def _resting(test: Sequence[Outcome], kind: Kind) -> Sequence[str] | None:
    held = [each for each in test if each.ground is not None and each.ground.kind == kind]
    if not held:
        return None
    mean = sum(each.confidence or 0 for each in held) / len(held)
    right = sum(each.right for each in held) / len(held)
    error = number(calibration_error(held))
    return (_RESTING[kind], number(mean), number(right), str(len(held)), error)


def _failing(test: Sequence[Outcome], name: str) -> list[Outcome]:
    """The outcomes that speak against one figure."""
    classes = {"critical_accepted": CRITICAL, "faithful_lost": FAITHFUL}.get(name)
    store = "builtin" if name.endswith("builtin") else None
    return [
        each
        for each in test
        if not each.right
        and (classes is None or base_class(each.case.class_) in classes)
        and store in (None, each.case.store)
    ]


def _worst(tune: Sequence[Outcome]) -> Iterator[str]:
    """The surest wrong answers of the tune half; those of the test half stand with the goals."""
    yield f"The {WORST} worst of the tune half, accepted critical edits first, then by how"
    yield "sure the wrong answer was:"
    yield ""
    for each in _sorted(tune)[:WORST]:
        case = each.case
        given = each.verdict or each.status
        yield f"- `{case.id}`: {case.expected_verdict}, given {given}: “{case.quote}”"
    yield ""


def _sorted(checked: Sequence[Outcome]) -> list[Outcome]:
    wrong = [each for each in checked if not each.right]
    return sorted(wrong, key=lambda each: (not _slipped(each), -(each.confidence or 0)))


def _slipped(each: Outcome) -> bool:
    supported = each.verdict in ("match", "paraphrase")
    return supported and base_class(each.case.class_) in CRITICAL
