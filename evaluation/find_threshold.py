"""Which cut-off is best? One setting, tried at several values on the tune half of the gold set.

    python -m evaluation.find_threshold meaning_floor [--from 0.2 --to 0.8 --steps 7]
    python -m evaluation.find_threshold --list

Prints what each value lets pass and loses, and marks the cheapest: a wrong match or paraphrase
costs as much as `--price` wrong "no source". Nothing is written: the chosen value goes into
`checker/settings.py` by hand, with its reason.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.settings import Settings
from evaluation.cases import Case, read_cases
from evaluation.engine import Outcome, outcomes

PRICE = 3.0


class Tried(NamedTuple):
    """One value and what came of it, in cases; `shown`: an expected statement stands first."""

    value: float
    right: int
    accepted: int
    lost: int
    shown: int = 0

    def cost(self, *, price: float) -> float:
        """Wrong acceptances at their price, and what was lost."""
        return price * self.accepted + self.lost


def thresholds() -> dict[str, float]:
    """The settings that are cut-offs, with their values: numbers from 0 to 1."""
    return {
        name: float(getattr(Settings(), name))
        for name, field in Settings.model_fields.items()
        if field.annotation is float
    }


def tried(value: float, *, name: str, cases: Sequence[Case]) -> Tried:
    """The tune half with one setting at one value."""
    checked = list(outcomes(cases, settings=Settings.model_validate({name: value})))
    return Tried(
        value=value,
        right=sum(each.right for each in checked),
        accepted=sum(_wrongly_accepted(each) for each in checked),
        lost=sum(_wrongly_lost(each) for each in checked),
        shown=sum(_shown_first(each) for each in checked),
    )


def cheapest(all_tried: Sequence[Tried], *, price: float) -> Tried:
    """The value that costs least; of equals the highest, which accepts less.

    >>> cheapest([Tried(0.3, 8, 1, 1), Tried(0.5, 8, 0, 4), Tried(0.7, 8, 0, 4)], price=3).value
    0.7
    """
    return min(all_tried, key=lambda each: (each.cost(price=price), -each.value))


def report(all_tried: Sequence[Tried], *, price: float, n: int) -> Iterator[str]:
    """One line a value."""
    best = cheapest(all_tried, price=price)
    columns = f"{'accepted wrongly':>18}{'lost wrongly':>14}{'cost':>8}{'shown first':>13}"
    yield f"{'value':>7}{'right':>8}{columns}"
    for each in all_tried:
        mark = "  <- cheapest" if each == best else ""
        cost = each.cost(price=price)
        yield (
            f"{each.value:7.3f}{each.right / n:8.3f}{each.accepted:18}{each.lost:14}"
            f"{cost:8.0f}{each.shown:13}{mark}"
        )


def _shown_first(each: Outcome) -> bool:
    return each.shown[:1] != () and each.shown[0] in each.case.expected_statements


def _wrongly_accepted(each: Outcome) -> bool:
    return each.case.expected_verdict == "no_source" and each.verdict in ("match", "paraphrase")


def _wrongly_lost(each: Outcome) -> bool:
    return each.case.expected_verdict != "no_source" and each.verdict in (None, "no_source")


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the values and print the table."""
    chosen = _parser().parse_args(arguments)
    known = thresholds()
    if chosen.list:
        for name, value in known.items():
            print(f"{name:22}{value:.3f}  {Settings.model_fields[name].description}")
        return 0
    if chosen.name not in known:
        print(f"no cut-off {chosen.name!r}; see --list", file=sys.stderr)
        return 2
    cases = [case for case in read_cases() if case.split == "tune"]
    width = (chosen.to - chosen.since) / max(1, chosen.steps - 1)
    values = sorted({known[chosen.name], *(chosen.since + width * i for i in range(chosen.steps))})
    all_tried = [tried(round(value, 6), name=chosen.name, cases=cases) for value in values]
    print(f"{chosen.name}, now {known[chosen.name]}, on {len(cases)} cases of the tune half")
    for line in report(all_tried, price=chosen.price, n=len(cases)):
        print(line)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.find_threshold")
    parser.add_argument("name", nargs="?", help="a field of checker/settings.py")
    parser.add_argument("--list", action="store_true", help="name the cut-offs")
    parser.add_argument("--from", dest="since", type=float, default=0.2)
    parser.add_argument("--to", type=float, default=0.8)
    parser.add_argument("--steps", type=int, default=7)
    parser.add_argument("--price", type=float, default=PRICE, help="of a wrong acceptance")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
