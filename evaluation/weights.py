"""Fit the weights of a comparison of meaning.

    python -m evaluation.weights

On the tune half of the gold set, and on those pairs written for training that the pair model never
saw (`training.subject.invented`). Prints the fields of `checker.settings.MeaningWeights`.
Utterances that the pair model was trained on are left out: its answers on them are better than they
will be on any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.attribution import same_speaker
from checker.check import Checker
from checker.compare import Comparison, compare, compare_all
from checker.model import load_model
from checker.reading import read
from checker.settings import MeaningWeights, Settings
from checker.vouching import answered, features, is_asked
from claims.models import Claim, Document, Quote
from evaluation.cases import Case, read_cases
from evaluation.engine import mention_of, opened_stores
from sources.models import Source, Statement
from training.data import SUPPORTS
from training.subject import invented, is_for_training

SETTINGS = Settings()
RIDGE = 1.0
"""Pull of each weight to zero, so that few cases make no wild weights."""
SHARE = 0.3
"""How much a written pair counts beside a comparison of the tune half."""
LIKENESS = ("content", "similarity", "carried", "agreement", "length")
"""Weights that are fitted apart on written pairs."""
NEAREST = 8
"""Statements a case, as many as the model is asked about."""


class Compared(NamedTuple):
    """One comparison that words did not decide: what is weighed, and whether it supports.

    Shape: `group` is the utterance that the case is about.
    """

    values: tuple[float, ...]
    good: bool
    group: str


def main() -> int:
    """Fit and print."""
    rows, beside = list(compared()), list(written())
    for name, some in (("tune half", rows), ("written for training, never seen", beside)):
        print(f"{name}: {len(some)} comparisons, {sum(row.good for row in some)} that support")
    for name, value in fitted(rows, beside=beside).model_dump().items():
        print(f"    {name}: float = {value:.2f}")
    return 0


def fitted(rows: Sequence[Compared], *, beside: Sequence[Compared]) -> MeaningWeights:
    """The weights that fit some comparisons best.

    Shape: those beside them are pairs of a quote with its own statement, never with another, alike
           in looks on purpose. So they tell what the model and the rules are worth, and have
           weights of their own for likeness.
    """
    names = list(MeaningWeights.model_fields)
    apart = [names.index(name) - 1 for name in LIKENESS]
    own = np.array([row.values for row in rows])
    other = np.array([row.values for row in beside])
    likeness = np.hstack([np.ones((len(other), 1)), other[:, apart]])
    other[:, apart] = 0.0
    table = np.vstack(
        [np.hstack([own, np.zeros((len(own), len(apart) + 1))]), np.hstack([other, likeness])]
    )
    good = np.array([row.good for row in (*rows, *beside)])
    found = fit(table, good, counts=np.repeat([1.0, SHARE], [len(own), len(other)]))
    return MeaningWeights(**{n: round(float(v), 2) for n, v in zip(names, found, strict=False)})


def fit(
    rows: NDArray[np.float64], good: NDArray[np.bool_], *, counts: NDArray[np.float64] | None = None
) -> NDArray[np.float64]:
    """Logistic regression with a ridge, by Newton's method; the bias first.

    Shape: `counts` tells how much each row counts, 1 where it is not given.

    >>> fit(np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([False, False, True, True])).round()
    array([-1.,  1.])
    """
    counts = np.ones(len(rows)) if counts is None else counts
    table = np.hstack([np.ones((len(rows), 1)), rows])
    weights = np.zeros(table.shape[1])
    pull = np.diag([0.0, *[RIDGE] * rows.shape[1]])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (likely - good)) + pull @ weights
        curve = table.T @ (table * (counts * likely * (1 - likely))[:, None]) + pull
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def compared() -> Iterator[Compared]:
    """Each comparison of the tune half that words do not decide."""
    with opened_stores() as stores:
        checkers = {name: Checker(store) for name, store in stores.items()}
        for case in read_cases():
            if case.split == "tune":
                yield from _of_case(case, checkers[case.store])


def utterance_of(case: Case, checker: Checker) -> str:
    """The utterance that a case is about."""
    statement = checker.store.get(case.topic)
    return statement.utterance if statement else case.topic


def written() -> Iterator[Compared]:
    """Each held-out pair of a statement and a quote that words do not decide."""
    source = Source(publisher="written for training")
    for pair in invented("test"):
        statement = Statement(
            id="-", utterance="-", speaker="-", said_on=date.min, text=pair.statement, source=source
        )
        comparison = compare(read(pair.quote), statement, settings=SETTINGS)
        if is_asked(comparison, settings=SETTINGS) and comparison.by_likelihood:
            values = _weighed(comparison, own=True)
            yield Compared(values, pair.answers == SUPPORTS, pair.statement)


def _of_case(case: Case, checker: Checker) -> Iterator[Compared]:
    mention = mention_of(case.speaker, on=case.said_on, checker=checker)
    claim = Claim(id=case.id, quote=Quote(text=case.quote, kind=case.kind), speaker=mention)
    found = checker.case(claim, document=Document(text=case.quote)).comparisons
    comparisons = compare_all(
        read(case.quote),
        [comparison.statement for comparison in found],
        settings=SETTINGS,
        indirect=case.kind in ("indirect", "claim"),
    )
    nearest = sorted(comparisons, key=lambda c: (-c.score, c.key[1:]))[:NEAREST]
    based = checker.store.get(case.based_on) if case.based_on else None
    for comparison in nearest:
        statement = comparison.statement
        asked = is_asked(comparison, settings=SETTINGS) and comparison.by_likelihood
        if not asked or is_for_training(statement.utterance):
            continue
        good = case.expected_verdict != "no_source" and (
            (based is not None and based.utterance == statement.utterance)
            or statement.id in case.expected_statements
        )
        own = mention is None or same_speaker(mention, statement.speaker, people=checker.people)
        values = _weighed(comparison, own=own)
        yield Compared(values, good, utterance_of(case, checker))


def _weighed(comparison: Comparison, *, own: bool) -> tuple[float, ...]:
    pair = answered(comparison, load_model().scores)
    return features(comparison, pair, own_speaker=own)


if __name__ == "__main__":
    raise SystemExit(main())
