"""How sure a verdict is: what it rests on, to how often such a verdict is right. Pure."""

from __future__ import annotations

from math import exp, log
from typing import Final, Literal, NamedTuple

from checker.settings import Calibration, Steps

Kind = Literal[
    "match",
    "noted_match",
    "words",
    "meaning",
    "synthesis",
    "edit",
    "doubt",
    "far",
    "pieces",
]


class Ground(NamedTuple):
    """What a verdict rests on.

    Shape: of match "match", or "noted_match" where something is to be remarked on the words; of
           paraphrase "words" where they decide, else "meaning", or "synthesis" of several
           statements; of no source "edit" where one critical change decides, "doubt" where the
           likeliest statement was not likely enough, "far" where none is near, "pieces" where the
           parts stand apart.
           `likelihood` is that of the likeliest statement where it was weighed ("meaning",
           "doubt").
    Unit:  `likelihood` 0..1.
    """

    kind: Kind
    likelihood: float = 0.0


MOST: Final = 0.99
"""Nothing is surer: the rules were made in view of the cases that the shares are taken from."""
WEIGHED: Final[frozenset[Kind]] = frozenset(("meaning", "doubt"))


def confidence(ground: Ground, *, calibration: Calibration) -> float:
    """The share of right verdicts among results that rest on the like.

    Unit: 0..1.
    """
    if ground.kind in WEIGHED:
        share = stepped(getattr(calibration, ground.kind), ground.likelihood)
    else:
        share = getattr(calibration, ground.kind)
    return round(min(share, MOST), 3)


def stepped(steps: Steps, likelihood: float) -> float:
    """The share of the last step that begins at a likelihood or before it.

    >>> stepped(((0.0, 0.6), (0.7, 0.9)), 0.8)
    0.9
    """
    return [share for start, share in steps if start <= likelihood][-1]


def log_odds(share: float) -> float:
    """A share as log odds, bounded at one in a thousand.

    >>> log_odds(0.5), log_odds(0.0) == log_odds(0.001)
    (0.0, True)
    """
    bounded = min(max(share, 0.001), 0.999)
    return log(bounded / (1 - bounded))


def logistic(value: float) -> float:
    """Log odds as a share."""
    return 1 / (1 + exp(-value))
