"""Pairs written for this project in pairs/, and sentences of speeches and news rewritten by rule.

In `builtin.txt` stand pairs over half of the built-in statements of the tune side, in the other
.txt files pairs over invented statements, in `same.tsv` sentences and their twins. No statement of
the gold set's test side is read here.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from training import data, rewrite
from training.data import CONTRADICTS, OTHER, SUPPORTS, UNLIKE, Pair

ROOT: Final = Path(__file__).parent
BUILTIN: Final = ROOT.parent / "sources" / "data" / "statements.jsonl"
PAIRS: Final = ROOT / "pairs"
ABOUT_BUILTIN: Final = PAIRS / "builtin.txt"
TWINS: Final = PAIRS / "same.tsv"
SPEECHES: Final = (
    "nltk_sotu_inaugural.jsonl.gz",
    "presidential_speeches.jsonl.gz",
    "us_presidential_debates.jsonl.gz",
)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
ANSWERS: Final = {"+": SUPPORTS, "-": CONTRADICTS, "~": OTHER, "!": UNLIKE}
KEEPING: Final[tuple[rewrite.Rewriting, ...]] = (
    rewrite.third_person,
    rewrite.first_person,
    rewrite.contracted,
    rewrite.synonym,
    rewrite.attributed,
    rewrite.headline,
    rewrite.opener_dropped,
    rewrite.number_form,
    rewrite.clause,
)
CHANGING: Final[tuple[tuple[rewrite.Rewriting, int], ...]] = (
    (rewrite.denied, CONTRADICTS),
    (rewrite.denied, CONTRADICTS),
    (rewrite.renumbered, CONTRADICTS),
    (rewrite.renumbered, CONTRADICTS),
    (rewrite.opposed, CONTRADICTS),
    (rewrite.stronger, UNLIKE),
    (rewrite.weaker, UNLIKE),
    (rewrite.renamed, UNLIKE),
    (rewrite.exchanged, UNLIKE),
    (rewrite.unconditioned, UNLIKE),
    (rewrite.conditioned, OTHER),
    (rewrite.accomplished, UNLIKE),
)


def pairs(seed: int) -> list[Pair]:
    """The pairs of this subject, rewritten ones anew for each seed."""
    chance = random.Random(seed)
    statements = training_statements()
    written = list(_signed(ABOUT_BUILTIN, statements))
    made: list[Pair] = []
    for context in chance.sample(_speech_contexts(), 800):
        made.extend(_made(context, chance))
    news = [(pair.statement,) for pair in data.pairs("mrpc", "train")]
    for context in chance.sample(news, 300):
        made.extend(_made(context, chance))
    own = [(text,) for text in statements.values()]
    for context in own:
        made.extend(_made(context, chance))
    inventions = _inventions(list(statements.values()), chance)
    over = invented("train")
    near = _near_copies(over, chance)
    return [*written * 2, *over, *same("train"), *near, *inventions, *made]


def invented(part: data.Part) -> list[Pair]:
    """Pairs over invented statements; a tenth of the statements is held out."""
    files = sorted(file for file in PAIRS.glob("*.txt") if file != ABOUT_BUILTIN)
    found = [pair for file in files for pair in _signed(file, {})]
    return [pair for pair in found if _is_held_out(pair.statement) == (part == "test")]


def same(part: data.Part) -> list[Pair]:
    """Sentences and their twins: do they say the same? A tenth of the sentences is held out."""
    found = []
    for line in TWINS.read_text(encoding="utf-8").splitlines():
        sign, one, other = line.split("\t")
        found.append(Pair(one, other, data.SAME if sign == "1" else data.DIFFERENT))
    return [pair for pair in found if _is_held_out(pair.statement) == (part == "test")]


def _is_held_out(text: str) -> bool:
    return int(sha256(text.encode()).hexdigest(), 16) % 10 == 0


def training_statements() -> dict[str, str]:
    """Identifiers and texts of the built-in statements that may be trained on: half of the
    tune side, so that the other half still measures."""
    lines = BUILTIN.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["id"]: row["text"] for row in rows if is_for_training(row["utterance"])}


def is_for_training(utterance: str) -> bool:
    """Whether an utterance is on the tune side (see evaluation/cases.py) and in its first half."""
    is_test = int(sha256(utterance.encode()).hexdigest()[:8], 16) % 2
    is_kept = int(sha256(f"model:{utterance}".encode()).hexdigest()[:8], 16) % 2
    return not is_test and not is_kept


def _signed(path: Path, statements: dict[str, str]) -> Iterator[Pair]:
    """A statement or its identifier, then its quotes, each after its answer's sign."""
    statement = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        if sign in ANSWERS:
            yield Pair(statement, rest, ANSWERS[sign], group=statement)
        elif sign == "#":
            statement = statements[rest]
        elif sign == "=":
            statement = rest


def _inventions(texts: Sequence[str], chance: random.Random) -> Iterator[Pair]:
    """Statements of one subject against each other: something else, mostly."""
    for text in texts:
        for other in chance.sample(texts, 4):
            if _overlap(text, other) < 0.3:
                yield Pair(text, _start(other), OTHER)


def _near_copies(pairs: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    """A sentence of each invented statement, nearly as it stands: kept, and turned by rule.

    What is written by hand is seldom a near copy where it is faithful; without these the likeness
    of the words would speak against a quote.
    """
    for text in dict.fromkeys(pair.statement for pair in pairs):
        said = chance.choice([s for s in _SENTENCE_END.split(text) if len(s.split()) > 3] or [text])
        yield Pair(text, _kept(said, chance, light=True), SUPPORTS)
        for changed, answers in _turned(said, chance):
            yield Pair(text, changed, answers)


def _start(text: str) -> str:
    return re.split(r"; |, (?=\w+ing\b)", text)[0]


def _overlap(one: str, two: str) -> float:
    first, second = set(one.lower().split()), set(two.lower().split())
    return len(first & second) / min(len(first), len(second))


def _speech_contexts() -> list[tuple[str, ...]]:
    """Runs of three sentences of public speeches; the first is the one to quote."""
    found: list[tuple[str, ...]] = []
    for name in SPEECHES:
        for row in data._rows(data.folder() / "speech_store" / name):
            sentences = [
                " ".join(s.split())
                for s in re.split(r"(?<=[.!])\s+(?=[A-Z])", row["text"])
                if 7 <= len(s.split()) <= 32
            ]
            found.extend(
                (a, b, c) for a, b, c in zip(sentences, sentences[1:], sentences[2:], strict=False)
            )
    return found[::7]


def _made(context: tuple[str, ...], chance: random.Random) -> Iterator[Pair]:
    """A pair that supports, one that does not, and one beside the point, from one sentence."""
    said = context[0]
    statement = said
    if len(context) > 1 and chance.random() < 0.4:
        around = [said, *context[1 : chance.randint(2, 3)]]
        chance.shuffle(around)
        statement = " ".join(around)
    yield Pair(statement, _kept(said, chance), SUPPORTS)
    for changed, answers in _turned(said, chance):
        quote = _kept(changed, chance, light=True) if chance.random() < 0.5 else changed
        yield Pair(statement, quote, answers)
    if len(context) > 1 and chance.random() < 0.25:
        beside = context[-1] if context[-1] not in statement else None
        if beside and chance.random() < 0.5:
            yield Pair(statement, _kept(beside, chance), OTHER)
        elif beside:
            yield Pair(statement, rewrite.extended(said, beside), OTHER)


def _turned(sentence: str, chance: random.Random) -> Iterator[tuple[str, int]]:
    """A sentence turned by the first rule that applies, and the right answers; none where none
    does."""
    for changing, answers in chance.sample(CHANGING, len(CHANGING)):
        changed = changing(sentence, chance)
        if changed is not None and changed != sentence:
            yield changed, answers
            return


def _kept(sentence: str, chance: random.Random, *, light: bool = False) -> str:
    """A sentence rewritten one to three times so that it says the same."""
    ways = [way for way in KEEPING if not (light and way is rewrite.clause)]
    chance.shuffle(ways)
    wanted, done = chance.choice((0, 1, 1, 2, 2, 3)), 0
    for way in ways:
        if done == wanted:
            break
        new = way(sentence, chance)
        if new:
            sentence, done = new, done + 1
    return sentence
