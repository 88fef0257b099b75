"""Run the gold set through the engine and print the figures.

python -m evaluation.gold --split tune --errors
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence

from evaluation.cases import Case, is_for_calibration, read_cases
from evaluation.engine import Outcome, outcomes
from evaluation.figures import (
    Share,
    by_class,
    calibration_error,
    code_scores,
    confusion,
    headline,
)

VERDICTS = ("match", "paraphrase", "no_source")
GIVEN = (*VERDICTS, "not_checked")


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the chosen cases and print what came out."""
    chosen = _parser().parse_args(arguments)
    cases = [case for case in read_cases() if _is_chosen(case, chosen=chosen)]
    if not cases:
        print("no case fits these options")
        return 2
    checked = tuple(outcomes(cases))
    if chosen.json:
        figures = {name: each.model_dump() for name, each in headline(checked).items()}
        print(json.dumps({"split": chosen.split, "figures": figures}, indent=2))
        return 0
    for line in report(checked):
        print(line)
    if chosen.errors:
        for line in errors(checked, codes=chosen.codes):
            print(line)
    return 0


def report(checked: Sequence[Outcome]) -> Iterator[str]:
    """Every figure, as lines of text."""
    yield from _headline_lines(checked)
    yield from _confusion_lines(checked)
    yield ""
    yield "verdict accuracy by class"
    for name, figure in by_class(checked).items():
        yield f"  {name:24}{_share(figure)}"
    yield ""
    yield f"{'code':24}{'precision':>10}{'recall':>8}   right wrong missing"
    for score in code_scores(checked):
        counts = f"{score.right:8}{score.wrong:6}{score.missing:8}"
        yield f"{score.code:24}{_ratio(score.precision):>10}{_ratio(score.recall):>8}{counts}"


def errors(checked: Sequence[Outcome], *, codes: bool) -> Iterator[str]:
    """The cases that went wrong, with what the engine said; `codes`: also by code alone."""
    for each in checked:
        wrong_code = each.missing_codes or each.wrong_codes
        if each.right and not (codes and (wrong_code or not each.right_statement)):
            continue
        case = each.case
        yield ""
        yield f"{case.id} [{case.kind}] {case.speaker or '-'}: {case.quote}"
        yield f"  expected {case.expected_verdict:11} {' '.join(case.expected_codes)}"
        yield f"  got      {each.verdict or each.status:11} {' '.join(each.codes)}"
        yield f"  made from {case.based_on or '-'}; shown {' '.join(each.shown) or '-'}"
        if each.wrong_codes:
            yield f"  forbidden {' '.join(each.wrong_codes)}"
        if case.note:
            yield f"  note: {case.note}"


def _headline_lines(checked: Sequence[Outcome]) -> Iterator[str]:
    seconds = sorted(each.seconds for each in checked)
    yield f"{len(checked)} cases; median {seconds[len(seconds) // 2] * 1000:.1f} ms a check"
    for name, figure in headline(checked).items():
        yield f"  {name:26}{_share(figure)}"
    error = calibration_error(each for each in checked if not is_for_calibration(each.case))
    yield f"  {'calibration_error':26}{_ratio(error)}"


def _confusion_lines(checked: Sequence[Outcome]) -> Iterator[str]:
    counts = confusion(checked)
    yield ""
    yield f"{'expected, given':18}" + "".join(f"{given:>12}" for given in GIVEN)
    for expected in VERDICTS:
        row = "".join(f"{counts[expected, given]:12}" for given in GIVEN)
        yield f"  {expected:16}{row}"


def _share(figure: Share) -> str:
    return f"{figure.value:6.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.n}"


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _is_chosen(case: Case, *, chosen: argparse.Namespace) -> bool:
    return (
        chosen.split in (case.split, "all")
        and chosen.store in (case.store, "all")
        and (not chosen.of_class or case.class_ in chosen.of_class)
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.gold", description=__doc__)
    parser.add_argument("--split", choices=("tune", "test", "all"), default="tune")
    parser.add_argument("--store", choices=("builtin", "invented", "all"), default="all")
    parser.add_argument(
        "--class", dest="of_class", action="append", metavar="NAME", help="only this class"
    )
    parser.add_argument("--errors", action="store_true", help="print the cases that went wrong")
    parser.add_argument(
        "--codes", action="store_true", help="with --errors: also where only a code is wrong"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
