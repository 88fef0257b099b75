"""The deciding words of clauses that correspond: what speaks against a like meaning. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple, get_args

from checker.assertion import Found, only_mentioned
from checker.classes import (
    actors,
    conditions,
    denies,
    modals,
    names,
    plans,
)
from checker.correspond import Clause, Pair, clauses, corresponding
from checker.counted import number_conflict
from checker.denial import denied_word, plainly_denied
from checker.entities import ACTORS, MONTHS, WEEKDAYS
from checker.exchanged import exchanged_parts
from checker.lexicon import (
    FUNCTION_WORDS,
    NEGATORS,
)
from checker.opposed import faced, opposite_word, swap_conflict, turned_word
from checker.reading import Reading
from checker.tenses import plainly_other_tense, tense_of_clause_changed
from checker.thesaurus import THESAURUS
from checker.whereabouts import misplaced

Rule = Literal[
    "number", "actor", "swap", "turned", "name", "denied", "mentioned", "opposite", "clause"
]
RULES: Final[tuple[Rule, ...]] = get_args(Rule)
GRAVE: Final[frozenset[Rule]] = frozenset(("number", "actor", "swap", "turned", "name"))
"""Rules that stand, unless the pair model supports the quote all the same."""


class Conflict(NamedTuple):
    """What speaks against a likeness of meaning: a critical code, the words, the rule."""

    code: str
    quoted: str
    stored: str
    rule: Rule


def find_conflicts(
    quote: Reading,
    stored: Reading,
    pairs: Sequence[Pair],
    *,
    implied: frozenset[str],
    known: frozenset[str],
) -> tuple[Conflict, ...]:
    """The deciding differences between clauses that correspond, the gravest first."""
    found: tuple[tuple[Rule, Found | None], ...] = (
        ("number", number_conflict(quote, stored)),
        ("actor", _actor_conflict(quote, stored, implied=implied)),
        ("swap", swap_conflict(quote, stored, pairs, implied=implied)),
        ("swap", exchanged_parts(quote, stored, implied=implied)),
        ("turned", turned_word(quote, stored, pairs) or faced(quote, stored)),
        ("turned", plainly_denied(quote, stored, pairs)),
        ("turned", plainly_other_tense(quote, stored, pairs)),
        ("swap", misplaced(quote, stored, implied=implied)),
        ("turned", _condition_undone(quote, stored) or _condition_made(quote, stored)),
        ("turned", _made_sure(quote, stored, pairs)),
        ("name", _name_conflict(quote, stored, known=known)),
        ("denied", denied_word(quote, stored, pairs)),
        ("mentioned", only_mentioned(quote, stored, pairs)),
        ("opposite", opposite_word(quote, stored, pairs)),
        ("clause", _clause_conflict(quote, stored, pairs)),
    )
    return tuple(Conflict(*what, rule=rule) for rule, what in found if what is not None)


def _actor_conflict(quote: Reading, stored: Reading, *, implied: frozenset[str]) -> Found | None:
    """An actor named in the quote whom neither the statement nor its speaker stands for."""
    theirs = actors(stored.keys)
    for word in quote.words:
        group = ACTORS.get(word.key)
        if group and group not in theirs and group not in implied:
            named = [w for w in stored.words if w.key in ACTORS]
            return (
                "entity_changed",
                quote.text[word.start : word.end],
                ", ".join(dict.fromkeys(stored.text[w.start : w.end] for w in named[:3])),
            )
    return None


def _name_conflict(quote: Reading, stored: Reading, *, known: frozenset[str]) -> Found | None:
    """A name in the quote that the statement does not hold."""
    for key in sorted(names(quote.text, quote.words)):
        if key in stored.keys or key in known or key in ACTORS or key in MONTHS or key in WEEKDAYS:
            continue
        if THESAURUS.knows(key) or any(THESAURUS.related(key, other) for other in stored.keys):
            continue
        return "entity_changed", key.capitalize(), ""
    return None


_ANYWAY: Final = frozenset("whatever regardless whichever however".split())
_ANYWAY_PHRASES: Final = (("no", "matter"), ("in", "any", "case"), ("even", "if"),
                          ("even", "without"))  # fmt: skip


def _condition_undone(quote: Reading, stored: Reading) -> Found | None:
    """ "Whatever happens", where the statement has an "if" or "unless"."""
    phrases = {quote.keys[i : i + n] for n in (2, 3) for i in range(len(quote.keys) - n + 1)}
    if _ANYWAY.isdisjoint(quote.keys) and not phrases.intersection(_ANYWAY_PHRASES):
        return None
    limits = conditions(stored.keys) & {"if", "unless"}
    if not limits or conditions(quote.keys) & {"if", "unless"} or _says_anyway(stored):
        return None
    return "condition_dropped", quote.text, stored.text


def _condition_made(quote: Reading, stored: Reading) -> Found | None:
    """ "Once it is recognised", where the statement says "whether or not"."""
    if ("whether", "or") not in set(pairwise(stored.keys)):
        return None
    if conditions(quote.keys) & {"if", "unless", "only", "until"} or "once" in quote.keys:
        return "condition_dropped", quote.text, stored.text
    return None


def _says_anyway(stored: Reading) -> bool:
    held = {stored.keys[i : i + n] for n in (2, 3) for i in range(len(stored.keys) - n + 1)}
    return not _ANYWAY.isdisjoint(stored.keys) or bool(held.intersection(_ANYWAY_PHRASES))


def _clause_conflict(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """Polarity, conditions, modals and plans of clauses that correspond."""
    for clause in clauses(quote):
        others = corresponding(stored, pairs, clause)
        if not others:
            continue
        code = _deciding(clause, others, stored)
        if code is None and tense_of_clause_changed(quote, stored, clause, pairs):
            code = "status_changed"
        if code is not None:
            ours = quote.text[quote.words[clause.start].start : quote.words[clause.end - 1].end]
            theirs = stored.text[
                stored.words[others[0].start].start : stored.words[others[-1].end - 1].end
            ]
            return code, ours, theirs
    return None


def _deciding(clause: Clause, others: Sequence[Clause], stored: Reading) -> str | None:
    if all(
        _negative(clause.keys) != _negative(other.keys) and not _made_up(clause, other)
        for other in others
    ):
        return "negation_changed"
    if "only" in conditions(clause.keys) and _not_only(stored):
        return "condition_dropped"
    if not conditions(clause.keys) and any(_bounded(other, stored) for other in others):
        return "condition_dropped"
    said = tuple(key for other in others for key in other.keys)
    if _mood_changed(clause.keys, said):
        return "modality_changed"
    if _done(clause.keys) and not _done(said) and (plans(said) or modals(said)):
        return "status_changed"
    return None


def _not_only(stored: Reading) -> bool:
    """Whether a statement says "not only" or "not just", and never "only"."""
    pairs = set(pairwise(stored.keys))
    return bool(pairs & {("not", "only"), ("not", "just")}) and "only" not in conditions(
        stored.keys
    )


def _made_up(clause: Clause, other: Clause) -> bool:
    """Whether an opposite word makes up for a denial: "not easy" is "difficult"."""
    return any(
        THESAURUS.opposite(a, b)
        for a in clause.keys
        if a not in FUNCTION_WORDS and a not in NEGATORS and a not in other.keys
        for b in other.keys
        if b not in FUNCTION_WORDS and b not in NEGATORS and b not in clause.keys
    )


def _negative(keys: Sequence[str]) -> bool:
    """Whether a clause denies; "unless" is an "if" with a "not"."""
    return denies(keys, verbs=True) != ("unless" in keys)


def _bounded(clause: Clause, stored: Reading) -> bool:
    """Whether a clause is limited by "only", or by an "if" clause that follows it."""
    if conditions(clause.keys) & {"only", "if", "unless"}:
        return True
    after = stored.keys[clause.end : clause.end + 1]
    return bool(after) and after[0] in ("if", "unless", "provided")


def _mood_changed(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    printed, said = modals(ours), modals(theirs)
    binding = {"must", "future"}
    loose = {"possible", "able"}
    if printed & binding and said and said <= loose and not plans(theirs):
        return True
    return bool(said & {"must"} and printed and printed <= loose)


def _made_sure(quote: Reading, stored: Reading, pairs: Sequence[Pair]) -> Found | None:
    """What only may be, printed as what will or must be, in a clause that corresponds."""
    for clause in clauses(quote):
        others = corresponding(stored, pairs, clause)
        said = tuple(key for other in others for key in other.keys)
        loose = modals(said) & {"possible", "able"}
        if denies(clause.keys) and denies(said):
            continue
        bound = others and modals(clause.keys) & {"must", "future"}
        if bound and loose and loose == modals(said) and not plans(said):
            return ("modality_changed", _text(quote, clause), _text(stored, others[0]))
    return None


def _text(reading: Reading, clause: Clause) -> str:
    return reading.text[reading.words[clause.start].start : reading.words[clause.end - 1].end]


def _done(keys: Sequence[str]) -> bool:
    """Whether a clause says that a thing has been done: "has recognised", "decided"."""
    joined = tuple(keys)
    perfect = any(
        a in ("has", "have", "had") and (b.endswith("ed") or b in _PARTICIPLES)
        for a, b in pairwise(joined)
    )
    return perfect and not plans(joined)


_PARTICIPLES: Final = frozenset(
    "begun become given taken made done sent gone left met agreed won lost fallen risen".split()
)
