"""Vectors of word pieces, for finding what says the same in other words; on one core.

python -m training.vectors --encoder MODEL_FOLDER --out RUN_FOLDER

A text is the sum of its pieces' vectors. Each starts as what the encoder makes of the piece alone,
brought to fewer numbers and weighed by rarity. Then texts learn to be as alike as the encoder finds
them, and pairs that say the same to be nearer than others. What is learnt is written as 4-bit
numbers into `sources/data/vectors/`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from claims.wordpiece import WordPieces
from sources.terms import index_keys
from sources.vectors import FOLDER
from training import data
from training.teacher import Teacher

Bag = tuple[int, ...]
Item = TypeVar("Item")

SPEECHES: Final = {
    "nltk_sotu_inaugural": 1.0,
    "us_presidential_debates": 1.0,
    "presidential_speeches": 1.0,
    "scotus_oral_arguments": 0.1,
}
"""Files of real speech, and the share of their turns that is read."""
SYNTHETIC: Final = 0.3
N_SENTENCES: Final = 30_000
N_NEIGHBOURS: Final = 30_000
RARITY: Final = 3e-4
"""A piece as frequent as this weighs half. Source: Arora et al. 2017."""
WIDTH: Final = 256
BATCH: Final = 512
_PIECE: Final = re.compile(r"(##)?[a-z0-9]+")
_SHARPNESS: Final = 20.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Teach, and write what the program ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True, help="where what is made is kept")
    parser.add_argument("--rounds", type=float, default=5.0)
    parser.add_argument("--rate", type=float, default=0.003)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    torch.manual_seed(chosen.seed)
    chosen.out.mkdir(parents=True, exist_ok=True)
    teacher = Teacher(chosen.encoder)
    pieces = ["[UNK]", *filter(_PIECE.fullmatch, teacher.vocabulary)]
    cut = WordPieces(pieces, unknown=0)
    texts = sorted({*sentences(chosen.seed), *(text for pair in same() for text in pair)})
    taught = _kept(chosen.out / "taught.pt", teacher, texts)
    bags = [bag(text, cut) for text in texts]
    numbers = {piece: number for number, piece in enumerate(teacher.vocabulary)}
    table = started(teacher.alone([numbers[piece] for piece in pieces]), bags)
    pairs = [(bag(one, cut), bag(other, cut)) for one, other in [*same(), *adjoining(chosen.seed)]]
    train(table, bags, taught, pairs, chosen)
    torch.save(table.weight.detach(), chosen.out / "vectors.pt")
    write(pieces, table.weight.detach(), FOLDER)


def bag(text: str, cut: WordPieces) -> Bag:
    """The pieces of a text's keys, as `sources.vectors` cuts them."""
    keys = filter(str.isascii, index_keys(text))
    return tuple(number for key in keys for number in cut.numbers(key))


def same() -> list[tuple[str, str]]:
    """Pairs of the public sets' training parts in which one text says what the other does."""
    chance = random.Random(1)
    return [
        (pair.statement, pair.quote)
        for name in data.NAMES
        for pair in data.pairs(name, "train")
        if pair.agrees and (name != "vitaminc_synthetic" or chance.random() < SYNTHETIC)
    ]


def sentences(seed: int) -> list[str]:
    """Sentences of speeches, and all texts of the public sets' training parts."""
    found = [sentence for turn in _turns(seed) for sentence in turn]
    chosen = random.Random(seed).sample(found, min(N_SENTENCES, len(found)))
    return [
        *chosen,
        *(
            text
            for name in data.NAMES
            if name != "vitaminc_synthetic"
            for pair in data.pairs(name, "train")
            for text in (pair.statement, pair.quote)
        ),
    ]


def adjoining(seed: int) -> list[tuple[str, str]]:
    """Sentences of speeches, each with the next."""
    found = [pair for turn in _turns(seed) for pair in pairwise(turn)]
    return random.Random(seed).sample(found, min(N_NEIGHBOURS, len(found)))


def _turns(seed: int) -> Iterator[list[str]]:
    """The sentences of middling length of each turn."""
    chance = random.Random(seed)
    for name, share in SPEECHES.items():
        path = data.folder() / "speech_store" / f"{name}.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if chance.random() < share:
                    text = json.loads(line).get("text") or ""
                    cut = re.split(r"(?<=[.?!])\s+", text)
                    yield [each for each in cut if 7 <= len(each.split()) <= 40]


def _kept(path: Path, teacher: Teacher, texts: Sequence[str]) -> Tensor:
    """What the teacher makes of the texts; made once, since it takes most of the time."""
    if not path.exists():
        torch.save(teacher.vectors(texts).half(), path)
    taught: Tensor = torch.load(path, weights_only=True)
    assert len(taught) == len(texts), f"{path} was made of other texts: delete it"
    return taught


def started(alone: Tensor, bags: Sequence[Bag]) -> nn.EmbeddingBag:
    """The first vectors: the directions in which pieces differ most, weighed by rarity."""
    counts = torch.bincount(torch.tensor([n for each in bags for n in each]), minlength=len(alone))
    shares = (counts + 0.5) / counts.sum()
    centred = alone - alone.mean(0)
    _, _, directions = torch.linalg.svd(centred, full_matrices=False)
    weights = centred @ directions[:WIDTH].T * (RARITY / (RARITY + shares))[:, None]
    weights /= weights.pow(2).sum(1).mean().sqrt()
    weights[0] = 0
    return nn.EmbeddingBag(*weights.shape, mode="sum", padding_idx=0, _weight=weights)


def train(
    table: nn.EmbeddingBag,
    bags: Sequence[Bag],
    taught: Tensor,
    pairs: Sequence[tuple[Bag, Bag]],
    chosen: argparse.Namespace,
) -> None:
    """Both tasks at once; the learning rate falls to nothing."""
    usable = [at for at, each in enumerate(bags) if len(each) > 1]
    usable_pairs = [each for each in pairs if all(each)]
    optimizer = torch.optim.Adam(table.parameters(), lr=chosen.rate)
    n_steps = int(chosen.rounds * len(usable) / BATCH)
    texts, twins = _drawn(usable, chosen.seed), _drawn(usable_pairs, chosen.seed)
    for step in range(n_steps):
        for group in optimizer.param_groups:
            group["lr"] = chosen.rate * min(1.0, (step + 1) / 50) * (1 - step / n_steps)
        at, both = next(texts), next(twins)
        alike = _alike(_vectors(table, [bags[each] for each in at]), taught[at].float())
        ones, others = zip(*both, strict=True)
        apart = _apart(_vectors(table, ones), _vectors(table, others))
        optimizer.zero_grad()
        (alike + apart).backward()
        optimizer.step()
        if step % 100 == 0:
            print(f"{step} of {n_steps}: {alike.item():.3f} {apart.item():.3f}", flush=True)


def _drawn(items: Sequence[Item], seed: int) -> Iterator[list[Item]]:
    """Batches in random order, without end."""
    chance = random.Random(seed)
    while True:
        order = chance.sample(items, len(items))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            yield order[start : start + BATCH]


def _vectors(table: nn.EmbeddingBag, bags: Sequence[Bag]) -> Tensor:
    starts = torch.tensor([0, *map(len, bags[:-1])]).cumsum(0)
    flat = torch.tensor([number for each in bags for number in each])
    vectors: Tensor = functional.normalize(table(flat, starts), dim=1)
    return vectors


def _alike(found: Tensor, taught: Tensor) -> Tensor:
    """How far the shares of likeness among the texts of a batch are from the encoder's."""
    itself = torch.eye(len(found)) * 1e4
    ours, theirs = (
        functional.log_softmax(each @ each.T * _SHARPNESS - itself, 1) for each in (found, taught)
    )
    return functional.kl_div(ours, theirs, log_target=True, reduction="batchmean")


def _apart(ones: Tensor, others: Tensor) -> Tensor:
    """How little each text stands out to its twin among the twins of a batch."""
    likeness = ones @ others.T * _SHARPNESS
    right = torch.arange(len(ones))
    both = (functional.cross_entropy(each, right) for each in (likeness, likeness.T))
    return sum(both, torch.tensor(0.0)) / 2


def write(pieces: Sequence[str], table: Tensor, folder: Path) -> None:
    """The files that the program reads: two 4-bit numbers a byte, a scale for each piece."""
    scales = table.abs().amax(1, keepdim=True) / 7
    values = (table / scales.clamp(min=1e-9)).round().to(torch.int8) + 8
    packed = values[:, ::2].int() * 16 + values[:, 1::2].int()
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "pieces.txt": ("\n".join(pieces) + "\n").encode("ascii"),
        "scales.bin": scales.numpy().astype("<f4").tobytes(),
        "values.bin": packed.to(torch.uint8).numpy().tobytes(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    digests = "".join(f"{sha256(content).hexdigest()}\n" for content in files.values())
    (folder / "sha256.txt").write_text(digests, encoding="ascii")
    print(f"{folder}: {sum(map(len, files.values())) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
