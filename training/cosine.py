"""The plain encoder's likeness of two sentences, for comparison only: mean vectors, cosine."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor

from claims.wordpiece import END, START, WordPieces
from training.network import PairNetwork


class Encoder:
    """all-MiniLM-L6-v2 as it comes."""

    def __init__(self, folder: Path) -> None:
        torch.set_num_threads(1)
        vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self._pieces = WordPieces(vocabulary)
        self._network = PairNetwork(dropout=0.0).eval()
        self._network.load_encoder(folder / "model.safetensors")
        self._vector = lru_cache(maxsize=50_000)(self._encode)

    def cosine(self, one: str, other: str) -> float:
        """The cosine of two sentences' vectors, -1..1."""
        return float(self._vector(one) @ self._vector(other))

    @torch.no_grad()
    def _encode(self, text: str) -> Tensor:
        numbers = [START, *self._pieces.numbers(text)[:254], END]
        network, tokens = self._network, torch.tensor([numbers])
        states = network.words(tokens) + network.places(torch.arange(len(numbers)))
        states = network.norm(states + network.sides(torch.zeros_like(tokens)))
        for layer in network.layers:
            states = layer(states, states, None)
        vector = states[0].mean(0)
        return vector / vector.norm()
