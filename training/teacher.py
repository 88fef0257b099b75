"""What all-MiniLM-L6-v2 makes of texts, and of each word piece alone: what vectors learn from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional

from claims.wordpiece import END, START, WordPieces
from training.network import WIDTH, PairNetwork

LONGEST: Final = 64
"""Tokens of a text; the rest is not read."""
_AT_ONCE: Final = 64
_STRETCH: Final = 16_384


class Teacher:
    """The plain encoder, in half precision, on one thread."""

    def __init__(self, folder: Path) -> None:
        torch.set_num_threads(1)
        self.vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self._pieces = WordPieces(self.vocabulary)
        network = PairNetwork(dropout=0.0).eval()
        network.load_encoder(folder / "model.safetensors")
        self._network = network.to(torch.bfloat16)

    def vectors(self, texts: Sequence[str]) -> Tensor:
        """One row for each text, of length 1."""
        tokens = [[START, *self._pieces.numbers(text)[: LONGEST - 2], END] for text in texts]
        found = torch.zeros(len(texts), WIDTH)
        for first in range(0, len(tokens), _STRETCH):
            part = range(first, min(first + _STRETCH, len(tokens)))
            order = sorted(part, key=lambda at: len(tokens[at]))
            for start in range(0, len(order), _AT_ONCE):
                chosen = order[start : start + _AT_ONCE]
                found[chosen] = functional.normalize(self._means([tokens[at] for at in chosen]))
            print(f"{part.stop:,} of {len(texts):,} texts", flush=True)
        return found

    def alone(self, numbers: Sequence[int]) -> Tensor:
        """What it makes of single word pieces."""
        rows = [[START, number, END] for number in numbers]
        parts = [self._means(rows[at : at + 512]) for at in range(0, len(rows), 512)]
        return torch.cat(parts)

    @torch.no_grad()
    def _means(self, rows: Sequence[list[int]]) -> Tensor:
        width = max(map(len, rows))
        tokens = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        mask = torch.tensor([[1.0] * len(row) + [0.0] * (width - len(row)) for row in rows])
        network = self._network
        states = network.words(tokens) + network.places(torch.arange(width))
        states = network.norm(states + network.sides(torch.zeros_like(tokens)))
        bias = ((1.0 - mask) * -1e4)[:, None, None, :]
        for layer in network.layers:
            states = layer(states, states, bias)
        held = states.float() * mask[..., None]
        return held.sum(1) / mask.sum(1, keepdim=True)
