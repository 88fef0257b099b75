"""Shipped int8 weights back into the network's own form, so that training can go on from them.

python -m training.restore --out run/start.pt
python -m training.train --resume run/start.pt ...
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from checker.model import FOLDER
from training.network import PairNetwork

PRODUCT: Final = "MatMulInteger"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write a state dictionary that `training.train --resume` takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=FOLDER / "pairs.onnx")
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(restored(chosen.model), chosen.out)


def restored(path: Path) -> dict[str, Tensor]:
    """The weights by the network's names, as exact as their eight bits.

    Raises: `ValueError` where the file does not hold every weight of the network.
    """
    graph = onnx.load(str(path)).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    products = {_weight_name(node.name): node for node in graph.node if node.op_type == PRODUCT}
    found = {}
    for name, weight in PairNetwork(dropout=0.0).state_dict().items():
        if name in products:
            matrix = _exact(stored, products[name].input[1].removesuffix("_quantized")).T
        else:
            matrix = stored[name] if name in stored else _exact(stored, name)
        if matrix.shape != tuple(weight.shape):
            raise ValueError(f"{path}: weight {name!r} is {matrix.shape}, not {weight.shape}")
        found[name] = torch.tensor(np.ascontiguousarray(matrix), dtype=torch.float32)
    return found


def _weight_name(node: str) -> str:
    """`/layers.0/query/MatMul_quant` multiplies by the weight `layers.0.query.weight`."""
    return ".".join([*node.split("/")[1:-1], "weight"])


def _exact(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    """Bytes, zero point and scale (one for all, or one a column) back to numbers."""
    if f"{name}_quantized" not in stored:
        raise ValueError(f"no weight {name!r} in this file")
    steps = stored[f"{name}_quantized"].astype(np.int32) - stored[f"{name}_zero_point"]
    return steps * stored[f"{name}_scale"]


if __name__ == "__main__":
    main()
