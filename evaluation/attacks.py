"""Statements of the tune half, each altered by rule: how many altered quotations still pass?

    python -m evaluation.attacks [--errors]

Every attack turns what was said: a "not" more or less, another number, two names exchanged, an
opposite word, a weaker or stronger modal, an invented clause at the end, the halves of two
statements joined. Right is no source for all of them. Chosen by the seed, so that two runs compare.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from checker.check import Checker
from checker.lexicon import OPPOSITES
from claims.models import Claim, Document, Mention, Quote
from evaluation.cases import read_statements, split_of
from sources.models import Statement
from sources.store import Store

SEED: Final = 20211020
SENTENCE: Final = re.compile(r"[^.!?;]+[.!?;]?")


class Attack(NamedTuple):
    """An altered quotation of one statement."""

    kind: str
    quote: str
    statement: Statement


def negated(sentence: str, chance: Random) -> str | None:
    """One "not" more or less.

    >>> negated("They will come.", Random(1)), negated("They will not come.", Random(1))
    ('They will not come.', 'They will come.')
    """
    if re.search(r"\bnot\b(?! only| just)", sentence):
        return re.sub(r"\bnot ", "", sentence, count=1)
    auxiliary = re.search(r"\b(is|are|was|were|will|would|should|must|can|may|has|have) ", sentence)
    return _put(sentence, auxiliary.end(), "not ") if auxiliary else None


def renumbered(sentence: str, chance: Random) -> str | None:
    """A number ten times as large, or a different number word."""
    digits = re.search(r"\b\d{1,3}\b", sentence)
    if digits:
        return sentence[: digits.end()] + "0" + sentence[digits.end() :]
    word = re.search(r"\b(two|three|four|five|nine|twenty|seven)\b", sentence)
    return sentence[: word.start()] + "eleven" + sentence[word.end() :] if word else None


def exchanged(sentence: str, chance: Random) -> str | None:
    """Two names that take each other's places."""
    found = [m for m in re.finditer(r"\b[A-Z][a-z]{3,}\b", sentence) if m.start() > 0]
    pairs = [
        (a, b)
        for i, a in enumerate(found)
        for b in found[i + 1 :]
        if a.group() != b.group()
        and not re.fullmatch(r",? (and|or) |, | ", sentence[a.end() : b.start()])
    ]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    middle = sentence[a.end() : b.start()]
    return sentence[: a.start()] + b.group() + middle + a.group() + sentence[b.end() :]


def opposed(sentence: str, chance: Random) -> str | None:
    """A verb, noun or adjective for its opposite."""
    words = {one: other for pair in OPPOSITES for one, other in (pair, pair[::-1])}
    held = [w for w in re.findall(r"\b[a-z]{4,}\b", sentence) if w in words and len(words[w]) > 3]
    if not held:
        return None
    word = chance.choice(held)
    return re.sub(rf"\b{word}\b", words[word], sentence, count=1)


_MODALS: Final = (("will", "may"), ("must", "may"), ("should", "will"), ("may", "will"),
                  ("could", "will"), ("can", "must"))  # fmt: skip


def remodalled(sentence: str, chance: Random) -> str | None:
    """Another modal verb."""
    for one, other in _MODALS:
        if re.search(rf"\b{one}\b", sentence):
            return re.sub(rf"\b{one}\b", other, sentence, count=1)
    return None


_CLAUSES: Final = (
    ", and he promised money for new weapons",
    ", which the opposition has called a betrayal",
    ", and three of the ministers have resigned over it",
    " after a night of shooting in the harbour",
    ", so the airport will be closed from Friday",
    ", and no foreign journalist may be present",
)


def lengthened(sentence: str, chance: Random) -> str | None:
    """A clause at the end that nobody said."""
    return sentence.rstrip(" .;!?") + chance.choice(_CLAUSES) + "."


def _put(text: str, at: int, word: str) -> str:
    return text[:at] + word + text[at:]


ATTACKS: Final[dict[str, Callable[[str, Random], str | None]]] = {
    "negated": negated,
    "renumbered": renumbered,
    "exchanged": exchanged,
    "opposed": opposed,
    "remodalled": remodalled,
    "lengthened": lengthened,
}


def attacks(statements: Sequence[Statement]) -> Iterator[Attack]:
    """Every attack on every statement that gives it a hold, and joined halves of neighbours."""
    chance = Random(SEED)
    halves: dict[str, tuple[Statement, str]] = {}
    for statement in statements:
        sentences = [s.strip() for s in SENTENCE.findall(statement.text) if len(s.split()) >= 8]
        for sentence in sentences[:2]:
            for kind, alter in ATTACKS.items():
                altered = alter(sentence, chance)
                if altered is not None and altered != sentence:
                    yield Attack(kind, altered, statement)
        if sentences:
            words = sentences[0].rstrip(".;!?").split()
            middle = len(words) // 2
            before = halves.get(statement.speaker)
            if before is not None and before[0].utterance != statement.utterance:
                yield Attack("joined", f"{before[1]} {' '.join(words[middle:])}.", statement)
            halves[statement.speaker] = statement, " ".join(words[:middle])


def passed(attack: Attack, *, checker: Checker) -> bool:
    """Whether an altered quotation is called a match or a paraphrase."""
    speaker = attack.statement.speaker
    claim = Claim(
        id="a",
        quote=Quote(text=attack.quote, kind="direct"),
        speaker=Mention(as_written=speaker, name=speaker, method="given"),
    )
    result = checker.check(claim, document=Document(text=attack.quote))
    return result.verdict in ("match", "paraphrase")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every attack and print the share that passes, by kind."""
    chosen = _parser().parse_args(arguments)
    with TemporaryDirectory(prefix="attacks-") as folder:
        counts: dict[str, list[Attack | None]] = defaultdict(list)
        for name, builtin in (("builtin", True), ("invented", False)):
            with Store.open(Path(folder) / f"{name}.sqlite", builtin=builtin) as store:
                if not builtin:
                    store.add(read_statements())
                _run(store, counts)
    figures = {
        kind: {"n": len(found), "passed": sum(a is not None for a in found)}
        for kind, found in counts.items()
    }
    if chosen.json:
        print(json.dumps({"split": "tune", "figures": figures}, indent=2))
        return 0
    for kind, figure in figures.items():
        print(f"{kind:12}{figure['passed']:5} of {figure['n']}")
    if chosen.errors:
        for found in counts.values():
            for attack in filter(None, found):
                print(f"\n{attack.kind}: {attack.quote}\n  {attack.statement.text[:300]}")
    return 0


def _run(store: Store, counts: dict[str, list[Attack | None]]) -> None:
    checker = Checker(store)
    held = [s for s in store.statements() if s.language == "en" and split_of(s.utterance) == "tune"]
    for attack in attacks(held):
        counts[attack.kind].append(attack if passed(attack, checker=checker) else None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.attacks", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print the attacks that pass")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
