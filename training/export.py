"""Turn trained weights into the files the program ships: int8 ONNX and what belongs to it.

python -m training.export RUN_FOLDER/final.pt --encoder MODEL_FOLDER

The temperature is fitted on held-out rows of the sets that no figure is reported on.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from checker.model import FOLDER, LABELS, PairModel
from training import data
from training.network import PairNetwork

FITTED_ON: Final = ("vitaminc_synthetic", "mnli", "snli", "fm2", "breaking_nli", "sts_b")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the model folder and print what it weighs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--rows", type=int, default=1500, help="rows to fit the temperature on")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(chosen.encoder / "vocab.txt", chosen.out / "vocab.txt")
    quantized(chosen.weights, chosen.out / "pairs.onnx")
    describe(chosen.out, temperature=1.0)
    temperature = fitted(PairModel.load(chosen.out), rows=chosen.rows)
    describe(chosen.out, temperature=temperature)
    size = (chosen.out / "pairs.onnx").stat().st_size
    print(f"{chosen.out}: {size / 1e6:.1f} MB, temperature {temperature}")


def quantized(weights: Path, target: Path) -> None:
    """One pair at a time, so neither padding nor a mask: its scores depend on no other pair."""
    network = PairNetwork(dropout=0.0).eval()
    network.load_state_dict(torch.load(weights, weights_only=True, map_location="cpu"))
    tokens = torch.randint(1000, 20_000, (1, 24))
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            network,
            (tokens, torch.zeros_like(tokens)),
            str(exact),
            input_names=["tokens", "sides"],
            output_names=["logits"],
            dynamic_axes={"tokens": {1: "length"}, "sides": {1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            exact, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )


def describe(folder: Path, *, temperature: float) -> None:
    """Write what the program has to know of the weights."""
    facts = {
        "labels": list(LABELS),
        "temperature": temperature,
        "sha256": {
            name: sha256((folder / name).read_bytes()).hexdigest()
            for name in ("pairs.onnx", "vocab.txt")
        },
    }
    text = json.dumps(facts, indent=2) + "\n"
    (folder / "model.json").write_text(text, encoding="utf-8")


def fitted(model: PairModel, *, rows: int) -> float:
    """The temperature that makes the right answers of held-out rows likeliest."""
    pairs = [pair for name in FITTED_ON for pair in data.pairs(name, "test")]
    pairs = pairs[:: max(1, len(pairs) // rows)]
    logits = [model.logits(pair.statement, pair.quote) for pair in pairs]
    answers = [pair.answers for pair in pairs]
    choices = [(50 + 5 * step) / 100 for step in range(51)]
    return min(choices, key=lambda one: _cost(logits, answers, temperature=one))


def _cost(
    logits: Sequence[tuple[float, ...]], answers: Sequence[int], *, temperature: float
) -> float:
    total = 0.0
    for row, right in zip(logits, answers, strict=True):
        powers = [math.exp(value / temperature) for value in row[:3]]
        total -= math.log(
            sum(p for p, bit in zip(powers, (1, 2, 4), strict=True) if right & bit) / sum(powers)
        )
    return total


if __name__ == "__main__":
    main()
