"""Fit how sure a verdict is to how often such verdicts are right.

    python -m evaluation.calibration

What rests on a rule gets the share that was right, drawn towards that of all where there are few,
on a calibration split: a third of the statements of the test half, which no rule was made in view
of. On the tune half the rules are right far more often than on any other case.

What rests on a likelihood gets steps that only rise or fall with it (isotonic regression); beside
them stands a line over its log odds (Platt), both judged on folds that they were not fitted on. The
tune half counts there as well: its utterances are dealt into five folds, and each fold's cases are
judged with weights that were fitted on the other four. Cases whose utterance the pair model was
trained on tell nothing of likelihoods and are left out.

Prints the fields of `checker.settings.Calibration`, and how well the fits hold.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import accumulate
from math import log
from typing import NamedTuple, get_args

import numpy as np

from checker.check import Checker
from checker.confidence import WEIGHED, Ground, Kind, log_odds, logistic, stepped
from checker.settings import Settings, Steps
from evaluation.cases import is_for_calibration, read_cases
from evaluation.engine import opened_stores, outcome
from evaluation.weights import compared, fit, fitted, utterance_of, written
from training.subject import is_for_training

FOLDS = 5
FEW = 5.0
"""Cases as many as which the share of all counts beside the own one."""
POOL = 10
"""Cases of a step at least."""
Curve = Callable[[float], float]


class Judged(NamedTuple):
    """A verdict: what it rests on, whether it was right, the fold of its utterance, and whether
    the case is of the tune half."""

    ground: Ground
    right: bool
    fold: int
    tuned: bool


def main() -> int:
    """Fit and print."""
    print("judging the calibration split, and the tune half fold by fold ...", file=sys.stderr)
    kinds: dict[Kind, list[Judged]] = defaultdict(list)
    for each in judged():
        if each.ground.kind in WEIGHED or not each.tuned:
            kinds[each.ground.kind].append(each)
    everything = [each for held in kinds.values() for each in held]
    overall = sum(each.right for each in everything) / len(everything)
    print(f"{len(everything)} verdicts, {overall:.3f} right")
    for kind in get_args(Kind):
        for line in report(kind, kinds[kind], overall=overall):
            print(line)
    return 0


def report(kind: Kind, held: Sequence[Judged], *, overall: float) -> Iterator[str]:
    """The field of one kind, with what it was made from."""
    right = sum(each.right for each in held)
    if kind not in WEIGHED:
        share = drawn(right, len(held), overall)
        yield f"    {kind}: float = {share:.3f}  # {right} of {len(held)}"
        return
    yield f"    {kind}: Steps = {steps(held)}  # {right} of {len(held)}"
    for name, method in (("platt", platt_curve), ("isotonic", isotonic)):
        loss, error = held_out(held, method)
        yield f"        {name:9} log loss {loss:.3f}, calibration error {error:.3f}, held out"


def drawn(right: int, n: int, overall: float) -> float:
    """A share drawn towards that of all.

    >>> drawn(5, 5, 0.8), drawn(0, 0, 0.8)
    (0.9, 0.8)
    """
    return (right + FEW * overall) / (n + FEW)


def judged() -> Iterator[Judged]:
    """The cases of the calibration split as they are judged, and those of the tune half that the
    pair model was not trained on, judged with weights of the other folds."""
    rows, beside = list(compared()), list(written())
    plain = Settings()
    settings = [
        plain.model_copy(
            update={"weights": fitted([r for r in rows if fold_of(r.group) != fold], beside=beside)}
        )
        for fold in range(FOLDS)
    ]
    with opened_stores() as stores:
        for case in read_cases():
            store, tuned = stores[case.store], case.split == "tune"
            group = utterance_of(case, Checker(store))
            if is_for_training(group) if tuned else not is_for_calibration(case):
                continue
            fold = fold_of(group)
            fitting = settings[fold] if tuned else plain
            styled = fitting.model_copy(update={"profile": case.profile})
            each = outcome(case, checker=Checker(store, settings=styled))
            if each.ground is not None:
                yield Judged(each.ground, each.right, fold, tuned)


def fold_of(group: str) -> int:
    """The fold of an utterance, for good."""
    return int(sha256(f"fold:{group}".encode()).hexdigest()[:8], 16) % FOLDS


def platt(held: Sequence[Judged]) -> tuple[float, float]:
    """The line over the log odds of the likelihood that fits best: its height at even odds, and
    its slope."""
    values = np.array([[log_odds(each.ground.likelihood)] for each in held])
    at, slope = fit(values, np.array([each.right for each in held]))
    return float(at), float(slope)


def platt_curve(held: Sequence[Judged]) -> Curve:
    """The line as a function of the likelihood."""
    at, slope = platt(held)
    return lambda likelihood: logistic(at + slope * log_odds(likelihood))


def steps(held: Sequence[Judged]) -> Steps:
    """Steps that only rise, or only fall, with the likelihood: pooled neighbours (isotonic)."""
    falls = platt(held)[1] < 0
    pools: list[tuple[float, float, int]] = []
    for likelihood, right in sorted((each.ground.likelihood, each.right) for each in held):
        pools.append((likelihood, float(right), 1))
        while len(pools) > 1:
            (start, share, n), (_, last, m) = pools[-2:]
            if n >= POOL and (last < share if falls else last > share):
                break
            pools[-2:] = [(start, (share * n + last * m) / (n + m), n + m)]
    shares = accumulate(
        (round((share * n + 0.5) / (n + 1), 3) for _, share, n in pools), min if falls else max
    )
    starts = (0.0, *(round(start, 3) for start, _, _ in pools[1:]))
    return tuple(zip(starts, shares, strict=True))


def isotonic(held: Sequence[Judged]) -> Curve:
    """The steps as a function of the likelihood."""
    made = steps(held)
    return lambda likelihood: stepped(made, likelihood)


def held_out(
    held: Sequence[Judged], method: Callable[[Sequence[Judged]], Curve]
) -> tuple[float, float]:
    """Log loss and calibration error of a method on folds that it was not fitted on."""
    pairs: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        curve = method([each for each in held if each.fold != fold])
        pairs += [(curve(e.ground.likelihood), e.right) for e in held if e.fold == fold]
    loss = -sum(log(max(share if right else 1 - share, 1e-6)) for share, right in pairs)
    bins: dict[int, list[float]] = defaultdict(list)
    for share, right in pairs:
        bins[min(9, int(share * 10))].append(share - right)
    return loss / len(pairs), sum(abs(sum(gaps)) for gaps in bins.values()) / len(pairs)


if __name__ == "__main__":
    raise SystemExit(main())
