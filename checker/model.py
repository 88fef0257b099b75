"""Whether a statement says what a quote says: the trained pair model, run by onnxruntime.

The model reads a stored statement (or two or three, joined by spaces) and a quote, and gives the
shares of three answers, and whether both say the same. It is trained on English. It knows nothing
of who speaks or when; coded critical edits keep the last word. How it was made: training/ and
docs/model.md.

onnxruntime and numpy are imported when the model is loaded, never on the way to a plain answer.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from claims.shipped import damaged, intact, read_shipped
from claims.wordpiece import WordPieces, joined

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER: Final = Path(__file__).parent / "data" / "model"
LABELS: Final = ("supports", "contradicts", "other", "same")
LONGEST: Final = 192
"""Tokens of a pair. A longer statement loses its end; the quote may take half."""


class PairScore(NamedTuple):
    """The shares of three answers to: does the statement say what the quote says? And of "yes" to
    another question: do the two say the same?

    Shape: three sum to 1. `other`: neither said nor contradicted. `same` asks each to say all that
           the other says, details apart; a quote of one part of a statement is supported, not the
           same.
    Unit:  0..1, the three calibrated by one temperature.
    """

    supports: float
    contradicts: float
    other: float
    same: float


class PairModel:
    """Pairs of texts to shares of answers; one thread; the same pair gives the same score
    always, whatever is asked beside it."""

    def __init__(
        self, session: InferenceSession, pieces: WordPieces, *, temperature: float
    ) -> None:
        self._session = session
        self._pieces = pieces
        self._temperature = temperature

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Self:
        """Read the model's files.

        Raises: `ModelError` where one is missing or damaged.
        """
        facts = _facts(folder / "model.json")
        weights, vocabulary = (
            intact(folder / name, digest=facts["sha256"][name])
            for name in ("pairs.onnx", "vocab.txt")
        )
        pieces = WordPieces(vocabulary.decode("utf-8").splitlines())
        return cls(_session(weights), pieces, temperature=float(facts["temperature"]))

    def scores(self, pairs: Sequence[tuple[str, str]]) -> tuple[PairScore, ...]:
        """One score a pair of (statement, quote), in the order given."""
        return tuple(self._score(statement, quote) for statement, quote in pairs)

    def logits(self, statement: str, quote: str) -> tuple[float, ...]:
        """The four raw values before temperature, for fitting and for tests."""
        import numpy as np

        said, asked = self._pieces.numbers(statement), self._pieces.numbers(quote)
        tokens, sides = joined(said, asked, longest=LONGEST)
        given = {"tokens": np.array([tokens]), "sides": np.array([sides])}
        (found,) = self._session.run(None, given)
        return tuple(float(value) for value in found[0])

    def _score(self, statement: str, quote: str) -> PairScore:
        *logits, same = self.logits(statement, quote)
        top = max(logits)
        powers = [math.exp((value - top) / self._temperature) for value in logits]
        total = sum(powers)
        supports, contradicts, other = (power / total for power in powers)
        return PairScore(supports, contradicts, other, 1 / (1 + math.exp(-same)))


@lru_cache(maxsize=1)
def load_model() -> PairModel:
    """The shipped model, read once.

    Raises: `ModelError` where a file is missing or damaged.
    """
    return PairModel.load()


def _session(weights: bytes) -> InferenceSession:
    """A session of one thread that reports to nobody.

    Source: onnxruntime 1.29 and later makes a device id and reports to its maker unless told
            not to before it is imported; github.com/microsoft/onnxruntime/pull/27379.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def _facts(path: Path) -> dict[str, Any]:
    try:
        facts: dict[str, Any] = json.loads(read_shipped(path))
    except ValueError as error:
        raise damaged(path) from error
    return facts
