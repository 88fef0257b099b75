"""What kinds of deciding words a run of words holds. Pure; the word lists are in `lexicon`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Final

from checker.entities import ACTORS, MONTHS, WEEKDAYS
from checker.lexicon import (
    AGREEMENT,
    CONDITION_PHRASES,
    CONDITIONS,
    DENIAL_PHRASES,
    DENIALS,
    HEDGE_PHRASES,
    HEDGES,
    MODAL_PHRASES,
    MODALS,
    NEGATORS,
    NOT_DENYING,
    PAST,
    PLAN_PHRASES,
    PLANS,
)
from checker.reading import Word
from checker.tongues import NEGATED_PREFIX

_UNIT_WORDS: Final = frozenset(
    "kilometers miles meters feet inches tons kilograms pounds hectares acres barrels liters"
    " gallons seconds minutes hours days weeks months years decades degrees points times".split()
)


def denies(keys: Sequence[str], *, verbs: bool = False) -> bool:
    """Whether an odd number of words deny: "not" does, "not impossible" does not.

    Shape: with `verbs`, words that deny by themselves ("refused") count without a negator too.

    >>> denies(("not", "only", "pashtuns")), denies(("not", "true")), denies(("not", "impossible"))
    (False, True, False)
    """
    n = n_negators(keys)
    return bool(n or verbs) and (n + n_denials(keys)) % 2 == 1


def n_negators(keys: Sequence[str]) -> int:
    """How many words deny what follows them; "not only" and "no fewer than" do not."""
    n = sum(
        (key in NEGATORS or key.startswith(NEGATED_PREFIX))
        and ((key, after) not in NOT_DENYING or (after == "help" and before not in _ABLE))
        and before != "or"
        for before, key, after in zip(("", *keys), keys, (*keys[1:], ""), strict=False)
    )
    return n - sum(key in _DOUBLED for key in keys) if "не" in keys or "нет" in keys else n


_ABLE: Final = frozenset(("can", "could"))
"""Before these, "not help" denies nothing: "cannot help being concerned"."""
_DOUBLED: Final = frozenset("ни никогда никто никого ничего ничто нигде никакой никаких".split())
"""Russian words that stand beside "не" for one denial."""


def n_denials(keys: Sequence[str]) -> int:
    """How many words and phrases deny by themselves: refuse, impossible, rule out."""
    plain = sum(
        key in DENIALS and (before, key) not in NOT_DENYING
        for before, key in zip(("", *keys), keys, strict=False)
    )
    return plain + len(_phrases(keys, DENIAL_PHRASES))


def n_turns(keys: Sequence[str]) -> int:
    """How many words turn a clause: the negators and denials, and what stands against.

    >>> n_turns(("neither", "he", "nor", "she")), n_turns(("unless", "they", "refuse"))
    (1, 2)
    """
    turning = sum(key in _TURNING for key in keys)
    turning += sum(b == "against" and a in _STANDING_AGAINST for a, b in _pairs(keys))
    both = "neither" in keys and "nor" in keys
    out = "out" in keys and not _WITHOUT.isdisjoint(keys)
    return n_negators(keys) + n_denials(keys) + turning + out - both


_TURNING: Final = frozenset("unless oppose opposes opposed false untrue".split())
_STANDING_AGAINST: Final = AGREEMENT | frozenset("vote votes voted voting stand stands".split())
_WITHOUT: Final = frozenset("leave leaves leaving left".split())


def _pairs(keys: Sequence[str]) -> Iterable[tuple[str, str]]:
    return zip(keys, (*keys[1:], ""), strict=False)


def numbers(keys: Iterable[str]) -> frozenset[str]:
    """The numbers among the keys."""
    return frozenset(filter(is_number, keys))


@lru_cache(maxsize=16384)
def is_number(key: str) -> bool:
    """Whether a key is a number.

    Shape: "one" is none, since it is a pronoun as often; nor is "second", a stretch of time.
    """
    if key in _CROWDS:
        return True
    digits = key.lstrip("no").removeprefix("minus")[:1].isdecimal() and key[0] in "no0123456789"
    return digits and key not in ("n1", "o2")


def bounds(keys: Sequence[str]) -> dict[str, str]:
    """Number -> "least" or "most", where the words before it bound it.

    >>> bounds(("no", "fewer", "than", "n18")), bounds(("up", "to", "n5"))
    ({'n18': 'least'}, {'n5': 'most'})
    """
    found: dict[str, str] = {}
    for i, key in enumerate(keys):
        if is_number(key):
            before = " ".join(keys[max(0, i - 3) : i]) + " "
            for kind, phrases in _BOUNDS.items():
                if any(before.endswith(f"{phrase} ") for phrase in phrases):
                    found.setdefault(key, kind)
    return found


_CROWDS: Final = frozenset("dozens scores tens hundreds thousands millions billions".split())
_NOUNS: Final = frozenset(("will", "might", "must"))
_ARTICLES: Final = frozenset("the a an his her their our my your its free political".split())
_BOUNDS: Final[dict[str, tuple[str, ...]]] = {
    "least": (
        "no fewer than",
        "no less than",
        "not less than",
        "at least",
        "a minimum of",
        "не менее",
    ),
    "most": (
        "no more than",
        "at most",
        "up to",
        "a maximum of",
        "не более",
    ),
    "over": ("more than", "over", "above", "upwards of", "более", "свыше"),
    "under": ("fewer than", "less than", "under", "below", "almost", "nearly", "менее"),
}
_CLASHES: Final = (("least", "most"), ("least", "under"), ("over", "most"), ("over", "under"))


def bounds_clash(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """The number that one side bounds from below and the other from above, if any."""
    printed, said = bounds(ours), bounds(theirs)
    for number in printed.keys() & said.keys():
        pair = (printed[number], said[number])
        if pair in _CLASHES or pair[::-1] in _CLASHES:
            return number
    return None


def unit_words(keys: Iterable[str]) -> frozenset[str]:
    """Words of measure."""
    return frozenset(
        key if key.endswith("s") else key + "s"
        for key in keys
        if key in _UNIT_WORDS or key + "s" in _UNIT_WORDS
    )


def conditions(keys: Sequence[str]) -> frozenset[str]:
    """The kinds of words that bound a claim: if, unless, only, except, until.

    >>> sorted(conditions(("not", "only", "if"))), sorted(conditions(("as", "long", "as")))
    (['if'], ['if'])
    """
    found = {
        CONDITIONS[key]
        for before, key, after in zip(("", *keys), keys, (*keys[1:], ""), strict=False)
        if key in CONDITIONS
        and (before, key) not in NOT_DENYING
        and (before, key) != ("even", "if")
        and (key, after) != ("whether", "or")
    }
    phrases = _phrases(keys, CONDITION_PHRASES)
    return frozenset(found | {CONDITION_PHRASES[phrase] for phrase in phrases})


def modals(keys: Sequence[str]) -> frozenset[str]:
    """The classes of modal words: possible, able, future, should, must."""
    found = {
        MODALS[key]
        for before, key in zip(("", *keys), keys, strict=False)
        if key in MODALS and not (key in _NOUNS and before in _ARTICLES)
    }
    return frozenset(
        found | {MODAL_PHRASES[pair] for pair in _pairs(keys) if pair in MODAL_PHRASES}
    )


def plans(keys: Iterable[str]) -> frozenset[str]:
    """Words that say a thing is planned, begun or wished, not done."""
    words = tuple(keys)
    found = {key for key in words if key in PLANS}
    return frozenset(found | {" ".join(p) for p in _phrases(words, PLAN_PHRASES)})


def hedges(keys: Sequence[str]) -> frozenset[str]:
    """Words and phrases that hedge."""
    found = {key for key in keys if key in HEDGES}
    return frozenset(found | {" ".join(p) for p in _phrases(keys, HEDGE_PHRASES)})


def _phrases(keys: Sequence[str], phrases: Collection[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The phrases that stand in the keys."""
    present = set(keys)
    return {
        phrase
        for phrase in phrases
        if phrase[0] in present and f" {' '.join(phrase)} " in f" {' '.join(keys)} "
    }


def is_verb(key: str) -> bool:
    """Whether a key is plainly a form of a verb: an auxiliary, a modal, a past form."""
    return key in AGREEMENT or key in PAST or key.endswith("ed") or key in MODALS


def actors(keys: Iterable[str]) -> frozenset[str]:
    """The groups of the actors named: Moscow and Russian are one."""
    return frozenset(ACTORS[key] for key in keys if key in ACTORS)


def names(text: str, words: Iterable[Word]) -> frozenset[str]:
    """Keys of capitalised words that do not open a sentence, and of months and weekdays."""
    found = set()
    for word in words:
        if (
            (word.key in MONTHS and word.key not in ("may", "march"))
            or word.key in WEEKDAYS
            or _is_acronym(text[word.start : word.end])
            or (
                word.key != "i"
                and text[word.start].isupper()
                and not _opens_sentence(text, word.start)
            )
        ):
            found.add(word.key)
    return frozenset(found)


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isalpha() and word.isupper()


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\n\"'“”‘’«»„([")
    return not before or before[-1] in ".!?:;…"
