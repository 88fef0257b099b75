"""Differences that leave the meaning: small words, synonyms, hedges, person, grammar. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checker.classes import actors, hedges, names, numbers
from checker.critical import is_person_shift, opposed, related_words
from checker.entities import ACTORS
from checker.lexicon import (
    ADDRESSES,
    AGREEMENT,
    CONDITIONS,
    DENIALS,
    FILLER_PHRASES,
    FILLERS,
    FIRST_PERSON,
    FUNCTION_WORDS,
    HEDGES,
    INTENSIFIERS,
    JOINING,
    LIGHT_VERBS,
    MINOR,
    MINOR_PAIRS,
    MODALS,
    NEGATORS,
    PREPOSITIONS,
    TAKES_CLAUSE,
    THIRD_PERSON,
    WEAK_FILLERS,
)
from checker.place import Place
from checker.reading import Word
from checker.thesaurus import SYNONYM, THESAURUS
from claims.words import GENITIVE

Keys = tuple[str, ...]
_GRAMMAR: tuple[frozenset[str], ...] = tuple(
    frozenset(pair.split("/"))
    for pair in "was/were is/are has/have does/do am/is am/are done/did seen/saw come/came"
    " gone/went been/was a/an them/those".split()
)


_PART: Final = 4
"""Letters of a part of a compound at least."""
_HYPHENS: Final = frozenset("-\u2010\u2011")


def compound_code(quoted: Sequence[Word], said: Sequence[Word], place: Place) -> str | None:
    """The code where one side writes as a word what the other writes as two, `None` where not.

    A hyphen between the two makes it another spelling; without one it may be another thing, as a
    green house is. A function word or a short one is no part: "every day", "may be".
    """
    sides = tuple(w.key for w in quoted), tuple(w.key for w in said)
    parts, whole = sorted(sides, key=len, reverse=True)
    if (len(parts), len(whole)) != (2, 1) or "".join(parts) != whole[0]:
        return None
    if any(len(part) < _PART or part in FUNCTION_WORDS for part in parts):
        return None
    quote, stored = place.alignment.quote.text, place.alignment.stored.text
    between = quote[quoted[0].end : quoted[-1].start] + stored[said[0].end : said[-1].start]
    return "spelling" if between in _HYPHENS else "minor_wording"


def harmless_code(quoted: Sequence[Word], said: Sequence[Word], place: Place) -> str:
    """The code of a difference that is not critical."""
    q, s = tuple(w.key for w in quoted), tuple(w.key for w in said)
    if not q and is_cleaned(said, place):
        return "cleaned_speech"
    rest_q, rest_s = tuple(k for k in q if k not in s), tuple(k for k in s if k not in q)
    if not rest_q and not rest_s:
        return "reordered"
    if _is_minor(rest_q, rest_s):
        return "minor_wording"
    if _is_person(rest_q, rest_s) or is_person_shift(q, s, place.speaker):
        return "person_shift"
    if len(rest_q) == len(rest_s) == 1 and frozenset((rest_q[0], rest_s[0])) in _GRAMMAR:
        return "grammar_fixed"
    if hedges(q) != hedges(s) and _only_hedges(rest_q, rest_s, hedges(q) | hedges(s)):
        return "hedge_changed"
    if _only_strength(rest_q, rest_s):
        return "intensity_changed"
    if not rest_q:
        return "reworded" if rest_s == ("not",) else "undeclared_omission"
    return _reworded(quoted, q, s, place)


def _is_minor(q: Keys, s: Keys) -> bool:
    return all(key in MINOR for key in (*q, *s)) or frozenset((*q, *s)) in MINOR_PAIRS


def _reworded(quoted: Sequence[Word], q: Keys, s: Keys, place: Place) -> str:
    """Other words: of like meaning, of the same actor, or of a meaning that cannot be told."""
    if actors(q) and actors(q) == actors(s):
        return "name_substituted"
    content_q = tuple(key for key in _content(q) if key not in DENIALS)
    content_s = tuple(key for key in _content(s) if key not in DENIALS)
    heavy = tuple(key for key in content_q if key not in LIGHT_VERBS)
    if not content_q and len(content_s) > 1 and _SELF & {*q}:
        return "not_verbatim"
    if all(key in LIGHT_VERBS for key in (*content_q, *content_s)):
        return "reworded"
    if related_words(heavy or content_q, s) or opposed(q, s):
        return "reworded"
    if not s:
        return _added(quoted, place)
    whole = content_s or tuple(key for key in s if key in _QUANTITIES)
    if all(key.endswith("ly") or key in ("well", "hard", "fast") for key in (*content_q, *whole)):
        return "not_verbatim"
    swapped = 0 < len(content_q) <= 2 and 0 < len(whole) <= 3 - (len(content_q) > 1)
    return "entity_changed" if swapped else "not_verbatim"


_SELF = frozenset("own alone itself themselves together without".split())
"""Small words that yet say with whom."""
_QUANTITIES = frozenset("other others another some all any both each every much".split())
"""Small words that yet say who or how many."""


def _added(quoted: Sequence[Word], place: Place) -> str:
    """The code of words that stand only in the quote: a name that is nowhere else is critical."""
    held = frozenset(place.alignment.stored.keys)
    new = names(place.alignment.quote.text, quoted) | {w.key for w in quoted if w.key in ACTORS}
    groups = actors(held) | place.speaker
    if any(key not in held and ACTORS.get(key, key) not in groups for key in new):
        return "entity_changed"
    words = _content(tuple(w.key for w in quoted))
    content = [k for k in words if k not in INTENSIFIERS and not k.endswith("ly")]
    known = [k for k in content if any(THESAURUS.related(k, other) for other in held)]
    told = len(content) == 1 and bool(THESAURUS.entry(content[0]).lemmas & _TELLING)
    return "entity_changed" if content and not known and not told else "not_verbatim"


_TELLING = frozenset(
    "see know believe think note say stress repeat add recall observe include belong".split()
)
"""Verbs that only tell that the rest is seen or said."""


def _content(keys: Keys) -> Keys:
    return tuple(
        key
        for key in keys
        if key not in FUNCTION_WORDS
        and key not in HEDGES
        and key not in NEGATORS
        and key not in CONDITIONS
        and key not in MODALS
        and key != GENITIVE
    )


def _only_hedges(q: Keys, s: Keys, hedging: frozenset[str]) -> bool:
    """Whether hedges and small words are all that differs."""
    words = frozenset(word for phrase in hedging for word in phrase.split())
    return all(key in words or key in MINOR or key in PREPOSITIONS for key in (*q, *s))


def _only_strength(q: Keys, s: Keys) -> bool:
    both = (*q, *s)
    return any(key in INTENSIFIERS for key in both) and all(
        key in INTENSIFIERS or key in FUNCTION_WORDS or key == GENITIVE for key in both
    )


def _is_person(q: Keys, s: Keys) -> bool:
    """Whether pronouns and the verb forms that follow them are all that differs."""
    pronouns = {**FIRST_PERSON, **THIRD_PERSON}
    if not q or not s or not any(key in pronouns for key in (*q, *s)):
        return False
    rest_q = [key for key in q if key not in pronouns and key not in AGREEMENT]
    rest_s = [key for key in s if key not in pronouns and key not in AGREEMENT]
    return len(rest_q) == len(rest_s) and all(
        THESAURUS.related(a, b) >= SYNONYM for a, b in zip(rest_q, rest_s, strict=True)
    )


def is_cleaned(said: Sequence[Word], place: Place) -> bool:
    """Fillers, forms of address, false starts and repeats that were left out."""
    words, hunk = place.alignment.stored.words, place.hunk
    keys = tuple(word.key for word in said)
    if words[max(0, hunk.stored_start - 1)].key not in TAKES_CLAUSE or _cut_off(said[0], place):
        keys = _without_phrases(keys)
    loose = {w.key for w in said if w.key in WEAK_FILLERS and not _set_off(w, place)}
    left = tuple(key for key in keys if key not in FILLERS or key in loose)
    if not left:
        return True
    if left[0] == "mr" and len(left) <= 4 and all(_is_name(key) for key in left):
        return True
    if _is_address(left, said, place):
        return True
    if left in _DOUBLED or numbers(left):
        return False
    before = words[max(0, hunk.stored_start - len(left)) : hunk.stored_start]
    after = words[hunk.stored_end : hunk.stored_end + len(left)]
    return left in (tuple(w.key for w in before), tuple(w.key for w in after)) or _is_false_start(
        left, said, place
    )


_DOUBLED = frozenset((("had",), ("that",), ("do",), ("is",)))
"""Words that stand twice in good speech: "we had had", "I know that that is so"."""


def _is_name(key: str) -> bool:
    return key == "mr" or not THESAURUS.knows(key)


def _is_address(left: Keys, said: Sequence[Word], place: Place) -> bool:
    """Whether the words call somebody, between commas, and are no part of a list."""
    words, text = place.alignment.stored.words, place.alignment.stored.text
    following = [word.key for word in words[place.hunk.stored_end :][:2]]
    return (
        all(key in ADDRESSES for key in left)
        and text[said[-1].end : said[-1].end + 1] in (",", "!", ".", "")
        and _cut_off(said[0], place)
        and JOINING.isdisjoint(following)
    )


def _cut_off(word: Word, place: Place) -> bool:
    """Whether a mark stands before a word, or nothing."""
    before = place.alignment.stored.text[: word.start].rstrip()
    return not before or before[-1] in ",.!?;:—–-\n"


def _is_false_start(left: Keys, said: Sequence[Word], place: Place) -> bool:
    """ "they wan- they want": a word broken off, then begun again."""
    text = place.alignment.stored.text
    cut = [w for w in said if text[w.end : w.end + 1] in "-–—" and len(w.key) < 8]
    after = place.alignment.stored.keys[place.hunk.stored_end : place.hunk.stored_end + 4]
    before = place.alignment.stored.keys[
        max(0, place.hunk.stored_start - 4) : place.hunk.stored_start
    ]
    begun = any(key.startswith(w.key) for w in cut for key in after)
    return begun and all(key in (*before, *after) or any(key == w.key for w in cut) for key in left)


def _set_off(word: Word, place: Place) -> bool:
    """Whether a word stands between commas, or before one at the start of its sentence."""
    text = place.alignment.stored.text
    return text[word.end : word.end + 1] in (",", "…", ".", "-") and _cut_off(word, place)


def _without_phrases(keys: Keys) -> Keys:
    kept: list[str] = []
    at = 0
    while at < len(keys):
        for phrase in FILLER_PHRASES:
            if keys[at : at + len(phrase)] == phrase:
                at += len(phrase)
                break
        else:
            kept.append(keys[at])
            at += 1
    return tuple(kept)
