"""Fine-tune the pair network on one core; a checkpoint every few minutes.

python -m training.train --encoder MODEL_FOLDER --out RUN_FOLDER --minutes 55

The run ends by the clock and the learning rate falls with it, so the same command suits one core
and a GPU.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional

from claims.wordpiece import WordPieces, joined
from training import data, subject
from training.network import PairNetwork

MIXTURE: Final = {
    "vitaminc": 0.2, "vitaminc_synthetic": 0.05, "mnli": 0.2, "snli": 0.03, "fm2": 0.2,
    "breaking_nli": 0.02, "paws_wiki": 1.0, "mrpc": 1.5, "sts_b": 0.1,
}  # fmt: skip
LONGEST: Final = 128
Encoded = tuple[tuple[int, ...], tuple[int, ...], int]


def main(arguments: Sequence[str] | None = None) -> None:
    """Train until the time is over."""
    chosen = _parser().parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    device = torch.device(chosen.device)
    chosen.out.mkdir(parents=True, exist_ok=True)
    network = PairNetwork(dropout=chosen.dropout)
    if chosen.resume:
        network.load_state_dict(torch.load(chosen.resume, weights_only=True))
    else:
        network.load_encoder(chosen.encoder / "model.safetensors")
    network.freeze(layers=0)
    network.to(device).train()
    pieces = WordPieces((chosen.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    run(network, pieces, chosen)


def run(network: PairNetwork, pieces: WordPieces, chosen: argparse.Namespace) -> None:
    """Step through batches; the learning rate follows the clock."""
    sides = network.sides.weight
    weights = [weight for weight in network.parameters() if weight.requires_grad]
    others = [weight for weight in weights if weight is not sides]
    groups = [{"params": others, "times": 1.0}, {"params": [sides], "times": 10.0}]
    optimizer = torch.optim.AdamW(groups, lr=chosen.rate, weight_decay=0.01, fused=True)
    began = saved = time.monotonic()
    total = chosen.minutes * 60
    seen, smooth = 0, 1.1
    for number, batch in enumerate(endless(pieces, chosen)):
        used = (time.monotonic() - began) / total
        if used >= 1:
            break
        rate = chosen.rate * min(1.0, (number + 1) / 100) * max(0.02, 1 - used)
        for group in optimizer.param_groups:
            group["lr"] = rate * group["times"]
        loss = _loss(network, batch, chosen.device)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        seen += len(batch)
        smooth = 0.99 * smooth + 0.01 * loss.item()
        if number % 50 == 0:
            print(f"{used:.3f} step {number} seen {seen} loss {smooth:.3f}", flush=True)
        if time.monotonic() - saved > chosen.save * 60:
            saved = time.monotonic()
            torch.save(network.state_dict(), chosen.out / "latest.pt")
    torch.save(network.state_dict(), chosen.out / "final.pt")
    print(f"done: {seen} pairs", flush=True)


def endless(pieces: WordPieces, chosen: argparse.Namespace) -> Iterator[list[Encoded]]:
    """Batches of one mixture after the other, each drawn and rewritten anew."""
    for turn in range(1000):
        seed = chosen.seed * 1000 + turn
        pairs = [*data.mixed(seed, MIXTURE), *subject.pairs(seed)]
        random.Random(seed).shuffle(pairs)
        encoded = [encode(pair, pieces) for pair in pairs]
        print(f"mixture {turn}: {len(encoded)} pairs", flush=True)
        yield from _batches(encoded, seed=seed, size=chosen.batch)


def encode(pair: data.Pair, pieces: WordPieces) -> Encoded:
    """Token numbers, sides with marks, and right answers."""
    said, asked = pieces.numbers(pair.statement), pieces.numbers(pair.quote)
    return *joined(said, asked, longest=LONGEST), pair.answers


def _batches(encoded: list[Encoded], *, seed: int, size: int) -> Iterator[list[Encoded]]:
    """Batches of like length, in random order within stretches of 64 batches."""
    chance = random.Random(seed)
    for start in range(0, len(encoded), size * 64):
        stretch = sorted(encoded[start : start + size * 64], key=lambda one: len(one[0]))
        batches = [stretch[i : i + size] for i in range(0, len(stretch), size)]
        chance.shuffle(batches)
        yield from batches


def tensors(batch: Sequence[Encoded], device: str) -> tuple[Tensor, Tensor, Tensor]:
    """Tokens, sides and mask, padded to the longest."""
    width = max(len(tokens) for tokens, _, _ in batch)
    tokens = torch.tensor([(*one, *[0] * (width - len(one))) for one, _, _ in batch])
    sides = torch.tensor([(*one, *[0] * (width - len(one))) for _, one, _ in batch])
    mask = torch.tensor([[1] * len(one) + [0] * (width - len(one)) for one, _, _ in batch])
    return tokens.to(device), sides.to(device), mask.to(device)


def _loss(network: PairNetwork, batch: Sequence[Encoded], device: str) -> Tensor:
    """Minus the log of the probability that goes to right answers, of both questions."""
    with torch.autocast(device, torch.bfloat16):
        logits = network(*tensors(batch, device))
    answers = torch.tensor([answers for _, _, answers in batch], device=device)
    right = torch.stack([(answers & bit) > 0 for bit in (1, 2, 4)], 1)
    log = logits[:, :3].float().log_softmax(1)
    said = -log.masked_fill(~right, -1e4).logsumexp(1)[right.any(1)].sum()
    same = torch.stack([(answers & bit) > 0 for bit in (data.SAME, data.DIFFERENT)], 1)
    asked = same.any(1)
    alike = functional.binary_cross_entropy_with_logits(
        logits[asked, 3].float(), same[asked, 0].float(), reduction="sum"
    )
    return (said + alike) / len(batch)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=55)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--save", type=float, default=4, help="minutes between checkpoints")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--resume", type=Path, help="weights of an earlier run")
    return parser


if __name__ == "__main__":
    main()
