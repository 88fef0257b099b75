"""Which quotations are let pass: ours beside plain scores and the public checkers.

    python -m evaluation.accepted [--peers PYTHON ...]

On the invented statements of the gold set, since their words can be proved. A quotation is let
pass where the verdict is match or paraphrase, or by another tool's own rule; a plain score has
its cut where it is right most often on the tune half. Figures are of the test half. Other tools
run in installations of their own (`peers.py`) and are left out where none is named.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from evaluation.cases import Case, read_cases, read_statements
from evaluation.engine import Outcome, outcomes
from evaluation.figures import COPIES, CRITICAL, FAITHFUL, INVENTED, Share, base_class, grouped
from evaluation.section import Section, shown, table
from sources.terms import index_keys
from sources.vectors import load_vectors

OURS = "checker"
GROUPS: Mapping[str, frozenset[str]] = {
    "honest copies": COPIES,
    "faithful rewordings": FAITHFUL,
    "critical edits": CRITICAL,
    "inventions": INVENTED,
}
LIKENESS: Mapping[str, Callable[..., float]] = {
    "RapidFuzz ratio": fuzz.ratio,
    "RapidFuzz token_set_ratio": fuzz.token_set_ratio,
    "RapidFuzz partial_ratio": fuzz.partial_ratio,
}
SCRIPT = Path(__file__).with_name("peers.py")


def section(*, peers: Sequence[str] = (), ours: Sequence[Outcome] = ()) -> Section:
    """The table of all tools; `ours` are outcomes of the test half, where they are known."""
    cases = [case for case in read_cases() if case.store == "invented" and _counts(case)]
    tune = [case for case in cases if case.split == "tune"]
    test = [case for case in cases if case.split == "test"]
    known = {each.case.id: each for each in ours}
    checked = [known[case.id] for case in test] if ours else list(outcomes(test))
    passed = {OURS: [each.verdict in ("match", "paraphrase") for each in checked]}
    passed |= _others(tune, test, peers=peers)
    rows = ((name, *_shares(test, said)) for name, said in passed.items())
    return Section(
        title="Let pass: beside plain scores and public checkers",
        lines=(*_INTRODUCTION, *table(("tool", *GROUPS), rows)),
    )


_INTRODUCTION = (
    "The share of quotations that each tool lets pass, on the invented statements of the test",
    "half: of honest copies and faithful rewordings it should be all, of critical edits and",
    "inventions none. A public checker is judged by its own rule, a plain score by the cut that",
    "is right most often on the tune half. Only `checker` claims to judge meaning: that the",
    "others let no rewording pass is what they are made for.",
    "",
)


def _others(
    tune: Sequence[Case], test: Sequence[Case], *, peers: Sequence[str]
) -> dict[str, list[bool]]:
    """What other tools say to the test half."""
    texts = [statement.text for statement in read_statements()]
    quotes = [case.quote for case in (*tune, *test)]
    answers: dict[str, Sequence[float]] = {
        name: _likeness(quotes, texts, scorer=scorer) for name, scorer in LIKENESS.items()
    }
    answers["cosine of the shipped vectors"] = _cosines(quotes, texts)
    for python in peers:
        answers |= _asked(python, quotes=quotes, texts=texts)
    right = [case.expected_verdict != "no_source" for case in tune]
    passed = {}
    for name, scores in answers.items():
        of_tune, of_test = scores[: len(tune)], scores[len(tune) :]
        cut = True if isinstance(of_tune[0], bool) else best_cut(of_tune, right)
        passed[name] = [score >= cut for score in of_test]
    return passed


def _asked(
    python: str, *, quotes: Sequence[str], texts: Sequence[str]
) -> dict[str, Sequence[float]]:
    """The answers of the tools that another installation holds."""
    ran = subprocess.run(
        [python, str(SCRIPT)],
        input=json.dumps({"quotes": quotes, "texts": texts}),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: dict[str, Sequence[float]] = json.loads(ran.stdout)
    return answers


def _likeness(
    quotes: Sequence[str], texts: Sequence[str], *, scorer: Callable[..., float]
) -> list[float]:
    best = (process.extractOne(quote, texts, scorer=scorer) for quote in quotes)
    return [found[1] if found else 0.0 for found in best]


def _cosines(quotes: Sequence[str], texts: Sequence[str]) -> list[float]:
    """The cosine with the nearest text, by the vectors of words that the search is helped by."""
    ours, theirs = (load_vectors().of(list(map(index_keys, each))) for each in (quotes, texts))
    return [float(best) for best in (ours @ theirs.T).max(axis=1)]


def best_cut(scores: Sequence[float], right: Sequence[bool]) -> float:
    """The lowest score to let pass, right most often.

    >>> best_cut([0.2, 0.6, 0.8], [False, True, True])
    0.6
    >>> best_cut([0.0, 1.0, 1.0], [False, True, False])
    1.0
    """
    return max(
        sorted(set(scores), reverse=True),
        key=lambda cut: sum((s >= cut) == r for s, r in zip(scores, right, strict=True)),
    )


def _shares(cases: Sequence[Case], said: Sequence[bool]) -> Iterator[str]:
    for classes in GROUPS.values():
        yield shown(_share(cases, said, classes=classes))


def _share(cases: Sequence[Case], said: Sequence[bool], *, classes: frozenset[str]) -> Share | None:
    return grouped(
        (case.topic, passed)
        for case, passed in zip(cases, said, strict=True)
        if base_class(case.class_) in classes
    )


def _counts(case: Case) -> bool:
    return any(base_class(case.class_) in classes for classes in GROUPS.values())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.accepted")
    parser.add_argument(
        "--peers",
        metavar="PYTHON",
        nargs="+",
        default=(),
        help="one with constraints-peers.txt installed, one that trains the models",
    )
    chosen = parser.parse_args(arguments)
    for line in section(peers=chosen.peers).lines:
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
