"""Every threshold and option of the checker: one frozen tree.

Each number names its unit, its reason, and the evaluation that chose it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from claims.models import Model
from sources.fetch.settings import DEFAULT, FetchSettings

Profile = Literal["strict", "ap", "guardian", "wsj"]
Share = Annotated[float, Field(ge=0, le=1)]


class MeaningWeights(Model):
    """The weights of a logistic regression over a comparison of meaning.

    Shape: the last are of the rules of `checker.conflicts`, in their order.
    Source: `python -m evaluation.weights`, fitted on the tune half of the gold set and on pairs
            written for training that the model never saw.
    """

    bias: float = -9.20
    content: float = 2.82
    similarity: float = 3.27
    carried: float = 0.64
    supports: float = 0.31
    contradicts: float = 0.06
    same: float = 0.12
    agreement: float = 0.28
    length: float = 0.34
    own_speaker: float = 4.18
    edit: float = -0.51
    number: float = -0.04
    actor: float = -0.85
    swap: float = -1.51
    turned: float = -0.69
    name: float = -0.24
    denied: float = 0.09
    mentioned: float = -0.20
    opposite: float = -0.45
    clause: float = -0.29

    @property
    def of_features(self) -> tuple[float, ...]:
        """The weights in the order of `checker.vouching.features`."""
        return tuple(getattr(self, name) for name in type(self).model_fields if name != "bias")


Steps = tuple[tuple[float, float], ...]
"""Likelihoods from which a share holds, rising, the first at 0."""


class Calibration(Model):
    """How often a verdict is right, by what it rests on (see `checker.confidence.Ground`).

    Source: `python -m evaluation.calibration`: a third of the test half of the gold set, apart
            from the two that are reported; for the steps the tune half too, each case judged
            with weights that were fitted on others.
    """

    match: float = 0.982
    noted_match: float = 0.962
    words: float = 0.883
    edit: float = 0.966
    far: float = 0.962
    pieces: float = 0.905
    synthesis: float = 0.886
    meaning: Steps = (
        (0.0, 0.708), (0.53, 0.792), (0.656, 0.845), (0.753, 0.939), (0.808, 0.965), (0.885, 0.997),
    )  # fmt: skip
    doubt: Steps = (
        (0.0, 0.981), (0.01, 0.872), (0.043, 0.86), (0.08, 0.808), (0.1, 0.664),
        (0.256, 0.441), (0.346, 0.362),
    )  # fmt: skip


class Settings(Model):
    """The whole tree; a TOML file may override any field."""

    profile: Profile = Field(
        default="strict", description="house style: what a desk may do to a quotation"
    )
    spacy_model: str = Field(
        default="",
        description="installed spaCy pipeline, or its folder, asked where no rule names a speaker",
    )
    candidates: int = Field(
        default=20, ge=1, le=200, description="statements aligned for each claim"
    )
    near_misses: int = Field(default=3, ge=0, le=3, description="closest statements shown")
    longest_quote: int = Field(
        default=20_000,
        ge=100,
        le=1_000_000,
        description="characters; a longer quotation is not checked",
    )
    longest_gap: int = Field(
        default=40, ge=1, le=1000, description="words that an ellipsis may stand for unremarked"
    )
    short_words: int = Field(
        default=4, ge=2, le=10, description="words; fewer make a fragment (row 69)"
    )
    short_letters: int = Field(
        default=20, ge=1, le=100, description="letters; fewer make a fragment (row 69)"
    )
    fragment_days: int = Field(
        default=7, ge=0, le=365, description="days around the named date to look a fragment up in"
    )
    old_after: int = Field(
        default=30, ge=2, le=3650, description="days after which words are old, not misdated"
    )
    wording_floor: Share = Field(
        default=0.6, description="share of words that stand, to judge by the words"
    )
    critical_floor: Share = Field(default=0.6, description="same, for one edit to turn the verdict")
    alone_floor: Share = Field(default=0.5, description="same, for the only place that differs")
    guess_floor: Share = Field(
        default=0.75,
        description="share of words that stand, for a change of unknown meaning to decide",
    )
    asked: int = Field(
        default=8, ge=1, le=50, description="nearest statements that the pair model is asked about"
    )
    meaning_floor: Share = Field(
        default=0.5, description="likelihood from which a statement says the same"
    )
    doubt_floor: Share = Field(
        default=0.1,
        description="likelihood from which the judge abstains and shows that statement first",
    )
    unmarked_floor: Share = Field(
        default=0.4,
        description="same, for words without quotation marks, which claim the meaning only",
    )
    unnamed_floor: Share = Field(default=0.7, description="same, where the text names no speaker")
    other_speaker_floor: Share = Field(
        default=0.8, description="same, where another than the named speaker said it"
    )
    content_floor: Share = Field(
        default=0.8,
        description="share of content held, to call it a paraphrase without the model",
    )
    settled_floor: Share = Field(
        default=0.85, description="share of words that stand, to need no model"
    )
    weights: MeaningWeights = MeaningWeights.model_construct()
    calibration: Calibration = Calibration.model_construct()
    bearing_floor: Share = Field(
        default=0.45,
        description="score from which another wording of the utterance bears on the quote",
    )
    grave_floor: Share = Field(
        default=0.85,
        description="support of the pair model that outweighs an edit or a grave conflict",
    )
    supported_floor: Share = Field(
        default=0.25,
        description="share of the pair model's answers, below which no likeness counts",
    )
    turned_floor: Share = Field(
        default=0.05,
        description="share of the pair model's answers for a quote that has most of the words",
    )
    asked_floor: Share = Field(default=0.2, description="score from which the pair model is asked")
    near_floor: Share = Field(
        default=0.35, description="score from which a statement is shown as close"
    )
    fetch: FetchSettings = DEFAULT
