"""The pair network: MiniLM's layers over statement and quote together, and four logits.

Shape: the first token of the last layer alone is computed and read, which saves most of that
       layer; see docs/model.md.
Source: BERT (Devlin et al. 2019); weights of all-MiniLM-L6-v2 (Apache-2.0).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from claims.wordpiece import MARKS

WIDTH: Final = 384
HEADS: Final = 12
INNER: Final = 1536
WORDS: Final = 30522
PLACES: Final = 512
EPSILON: Final = 1e-12
SIDES: Final = 2 * MARKS


class Dropout(nn.Module):
    """Dropout with one draw for all texts of a batch: on a processor, draws cost more than sums."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """The states, some of them nothing and the others larger for it, while training."""
        if not self.training or not self.share:
            return states
        kept = torch.rand(states.shape[1:]) >= self.share
        return states * (kept / (1 - self.share)).to(states.device, states.dtype)


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, *, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mix_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, asking: Tensor, bias: Tensor | None) -> Tensor:
        """The new states of `asking`, which look at all `states` that `bias` leaves open."""
        query = _split(self.query(asking)) * (WIDTH // HEADS) ** -0.5
        likeness = query @ _split(self.key(states)).transpose(2, 3)
        if bias is not None:
            likeness = likeness + bias.to(likeness.dtype)
        shares = likeness.softmax(3, dtype=torch.float32).to(likeness.dtype)
        mixed = shares @ _split(self.value(states))
        merged = mixed.transpose(1, 2).reshape(asking.shape)
        asking = self.mix_norm(asking + self.dropout(self.mix(merged)))
        inner = functional.gelu(self.widen(asking))
        return self.norm(asking + self.dropout(self.narrow(inner)))


class PairNetwork(nn.Module):
    """Token numbers of "[CLS] statement [SEP] quote [SEP]" to four logits."""

    def __init__(self, *, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.sides = nn.Embedding(SIDES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(dropout=dropout) for _ in range(layers))
        self.pool = nn.Linear(WIDTH, WIDTH)
        self.head = nn.Linear(WIDTH, 4)
        self.dropout = Dropout(dropout)

    def forward(self, tokens: Tensor, sides: Tensor, mask: Tensor | None = None) -> Tensor:
        """Logits of supports, contradicts, other, and of "the same": one row a pair; no mask, no
        padding."""
        places = torch.arange(tokens.shape[1], device=tokens.device)
        states = self.words(tokens) + self.places(places) + self.sides(sides)
        states = self.dropout(self.norm(states))
        bias = None
        if mask is not None:
            bias = ((1.0 - mask.to(states.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers[:-1]:
            states = layer(states, states, bias)
        first = self.layers[-1](states, states[:, :1], bias)[:, 0]
        return self.head(self.dropout(torch.tanh(self.pool(first))))

    def load_encoder(self, path: Path) -> None:
        """Take over the weights of a BERT-like encoder stored as safetensors."""
        stored = load_file(path)
        state = self.state_dict()
        for name, theirs in _names(len(self.layers)).items():
            state[name] = stored[theirs]
        state["sides.weight"] = state["sides.weight"].repeat_interleave(MARKS, 0)
        self.load_state_dict(state)

    def freeze(self, *, layers: int) -> None:
        """Keep the embeddings and the first layers as they are."""
        kept = [self.words, self.places, self.norm, *self.layers[:layers]]
        for part in kept:
            for weight in part.parameters():
                weight.requires_grad_(False)


def _split(states: Tensor) -> Tensor:
    return states.reshape(states.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)


def _names(layers: int) -> dict[str, str]:
    """Our weight names and BERT's."""
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mix": "attention.output.dense",
        "mix_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm": "output.LayerNorm",
    }
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "sides.weight": "embeddings.token_type_embeddings.weight",
    }
    for kind in ("weight", "bias"):
        names[f"norm.{kind}"] = f"embeddings.LayerNorm.{kind}"
        names[f"pool.{kind}"] = f"pooler.dense.{kind}"
        for i in range(layers):
            for ours, theirs in parts.items():
                names[f"layers.{i}.{ours}.{kind}"] = f"encoder.layer.{i}.{theirs}.{kind}"
    return names
