"""Differences that turn the meaning: numbers, denials, conditions, modals, status, actors. Pure.

A row of the verdict table whose code is here blocks match and paraphrase alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.amounts import amounts
from checker.bounds import unheld
from checker.classes import (
    actors,
    bounds_clash,
    conditions,
    modals,
    n_denials,
    n_negators,
    names,
    numbers,
    unit_words,
)
from checker.entities import ACTORS, CAPITALS
from checker.lexicon import (
    FIRST_PERSON,
    FUNCTION_WORDS,
    HEDGES,
    LIGHT_VERBS,
    NEGATORS,
    THIRD_PERSON,
)
from checker.moves import sentence
from checker.place import Place, around
from checker.reading import Word
from checker.status import status_changed, tense_changed
from checker.thesaurus import SYNONYM, THESAURUS

Keys = Sequence[str]


def critical_code(quoted: Sequence[Word], said: Sequence[Word], place: Place) -> str | None:
    """The meaning-critical code of a difference, `None` where there is none."""
    q = tuple(w.key for w in quoted if w.key not in place.moved)
    s = tuple(w.key for w in said if w.key not in place.moved)
    if _same_condition(quoted, said, place):
        q, s = q[1:], s[1:]
    if not (q or s) or (is_person_shift(q, s, place.speaker) and _keeps_sense(q, s)):
        return None
    before, after = around(place)
    if (not q or not s) and (*q, *s, *after[:1]) in _LIMITS:
        return "negation_changed"
    if _number_changed(q, s, before, after, place):
        return "number_changed"
    if _negation_changed(q, s, before, after, place):
        return "negation_changed"
    if _condition_changed((*before, *q, *after), (*before, *s, *after), s, place):
        return "condition_dropped"
    if _modality_changed((*before, *q, *after), (*before, *s, *after), place):
        return "modality_changed"
    if status_changed(q, s) or (not place.reported and tense_changed(q, s)):
        return "status_changed"
    if _entity_changed(q, s, quoted, said, place):
        return "entity_changed"
    return None


_INVERTED = frozenset("should had were".split())
_ALONE = frozenset(("only", "just"))


def _same_condition(quoted: Sequence[Word], said: Sequence[Word], place: Place) -> bool:
    """Whether both sides open with one condition: "If it rains", "Should it rain"; or with "only"
    and "just"."""
    if not quoted or not said:
        return False
    if {quoted[0].key, said[0].key} == _ALONE:
        return True
    texts = place.alignment.quote.text, place.alignment.stored.text
    opening = (quoted[0], texts[0]), (said[0], texts[1])
    return "if" in (quoted[0].key, said[0].key) and any(
        word.key in _INVERTED and text[word.start].isupper() for word, text in opening
    )


def _keeps_sense(q: Keys, s: Keys) -> bool:
    """Whether nothing but who speaks can differ: no "no" for "every", no "will" for "may"."""
    return n_negators(q) == n_negators(s) and _quantities(q) == _quantities(s)


def _number_changed(q: Keys, s: Keys, before: Keys, after: Keys, place: Place) -> bool:
    if bounds_clash((*before, *q, *after), (*before, *s, *after)):
        return True
    amounts = _quantities(q), _quantities(s)
    if amounts[0] and amounts[1] and amounts[0] != amounts[1]:
        return True
    printed, theirs = numbers(q), numbers(s)
    if printed - theirs:
        return not (printed <= _sentence_numbers(place) or _bounds_hold(place))
    if theirs - printed:
        return 0 < len(s) <= len(q) + 2 or bool(numbers(s[-1:]))
    return bool(unit_words(q) and unit_words(s) and unit_words(q) != unit_words(s))


def _bounds_hold(place: Place) -> bool:
    """Whether the changed words bound a number that holds of the stored one: "nearly 2,000"."""
    hunk, quote, stored = place.hunk, place.alignment.quote, place.alignment.stored
    inside = range(hunk.quote_start, hunk.quote_end)
    bounded = [a for a in amounts(quote) if a.bound and a.place in inside]
    return bool(bounded) and unheld(quote, stored, within=sentence(place.alignment)) is None


_AMOUNTS = {
    "all": "all", "every": "all", "each": "all", "everyone": "all", "everybody": "all",
    "most": "most", "some": "some", "few": "few", "several": "many", "many": "many",
    "half": "half", "все": "all", "всех": "all", "многие": "many",
    "некоторые": "some",
}  # fmt: skip


def _quantities(keys: Keys) -> frozenset[str]:
    """Words for how many, by what they say."""
    return frozenset(_AMOUNTS[key] for key in keys if key in _AMOUNTS)


def _sentence_numbers(place: Place) -> frozenset[str]:
    """Numbers that the sentence drops, so that a moved number is no new one."""
    start, end = sentence(place.alignment)
    words = place.alignment.stored.keys[start:end]
    return numbers(words) & place.moved


def _negation_changed(q: Keys, s: Keys, before: Keys, after: Keys, place: Place) -> bool:
    if (*q, *s) == ("not",) and _is_yet_to(place):
        return False
    if after[:1] in (("few",), ("little",)) and ("a" in q) != ("a" in s):
        return True
    opposites = opposed(q, s)
    used = frozenset(word for pair in opposites for word in pair)
    lone = q or s
    if (not q or not s) and len(lone) <= 2 and n_denials(lone) and not n_negators(lone):
        return True
    turns = (
        n_negators((*before, *q, *after))
        + n_negators((*before, *s, *after))
        + _n_denials(q, used, other=s)
        + _n_denials(s, used, other=q)
        + bool(opposites)
    )
    return turns % 2 == 1 and not _closed_off(place)


def _is_yet_to(place: Place) -> bool:
    """Whether the side without a "not" goes on with "yet to": "has yet to answer"."""
    hunk, alignment = place.hunk, place.alignment
    if hunk.n_quoted:
        return alignment.stored.keys[hunk.stored_end :][:2] == ("yet", "to")
    return alignment.quote.keys[hunk.quote_end :][:2] == ("yet", "to")


_LIMITS = frozenset(
    [("not", word) for word in ("only", "just", "merely", "simply", "solely")]
    + [("no", word) for word in ("fewer", "less", "more", "later", "earlier", "sooner")]
)
""" "Not just X" and "just X" differ, though the first denies nothing."""


def _n_denials(keys: Keys, used: frozenset[str], *, other: Keys) -> int:
    """Words that deny by themselves, where the other side or a "not" could answer them."""
    if not other and not n_negators(keys):
        return 0
    return n_denials([key for key in keys if key not in used])


def opposed(q: Keys, s: Keys) -> tuple[tuple[str, str], ...]:
    """The words that contradict a word of the other side: "support" and "oppose"."""
    return tuple(
        (a, b)
        for a in q
        if a not in NEGATORS
        for b in s
        if b not in NEGATORS
        and THESAURUS.opposite(a, b)
        and (not {a, b} <= LIGHT_VERBS or THESAURUS.plainly_opposite(a, b))
    )


def _closed_off(place: Place) -> bool:
    """Whether dropped stored words end with their clause, so that a "not" in them denies nothing
    that is quoted. Short drops are never closed off."""
    hunk, words, text = place.hunk, place.alignment.stored.words, place.alignment.stored.text
    if hunk.n_quoted or hunk.n_stored < 4 or hunk.stored_end >= len(words):
        return False
    before = text[words[hunk.stored_start - 1].end : words[hunk.stored_start].start]
    after = text[words[hunk.stored_end - 1].end : words[hunk.stored_end].start]
    return any(mark in before for mark in ",;:–—(.") and any(mark in after for mark in ",;:–—).")


def _condition_changed(wide_q: Keys, wide_s: Keys, s: Keys, place: Place) -> bool:
    if conditions(wide_q) != conditions(wide_s):
        return not ("but" in wide_q and conditions(wide_s) == {"except"})
    if not place.hunk.n_quoted and _limits_who(s, place):
        return True
    if s[:1] != ("but",) or place.hunk.n_quoted:
        return False
    words, text = place.alignment.stored.words, place.alignment.stored.text
    at = place.hunk.stored_start
    return at > 0 and "," not in text[words[at - 1].end : words[at].start]


_WHO = frozenset("one nobody noone anyone everyone everybody anybody those all none any".split())
_WHOSE = frozenset("who whom whose which that".split())


def _limits_who(s: Keys, place: Place) -> bool:
    """Whether dropped words said which of all are meant: "no one [who took money]"."""
    before = place.alignment.stored.keys[max(0, place.hunk.stored_start - 1) :][:1]
    return s[:1] != () and s[0] in _WHOSE and bool(_WHO & {*before})


def _modality_changed(q: Keys, s: Keys, place: Place) -> bool:
    printed, theirs = modals(q), modals(s)
    if not place.hunk.n_stored and printed - theirs <= _modals_before(place):
        return False
    if place.reported:
        printed, theirs = _direct(printed), _direct(theirs)
    raw = [word.key for word in place.alignment.quoted(place.hunk)]
    if "to" in (*q, *raw) and "future" in theirs and not printed:
        return False
    if "would" in printed and "future" in theirs:
        printed = _direct(printed)
    if printed == theirs or (printed and theirs and printed ^ theirs == {"future"}):
        return False
    return not (printed | theirs <= {"possible", "able"} and printed and theirs)


def _modals_before(place: Place) -> frozenset[str]:
    """Modals of the sentence before the quoted stretch: "it is necessary" that was moved."""
    start, _ = sentence(place.alignment)
    return modals(place.alignment.stored.keys[start : place.alignment.stored_start])


def _direct(classes: frozenset[str]) -> frozenset[str]:
    """Modal classes with "would" read as the "will" of direct speech."""
    return frozenset("future" if name == "would" else name for name in classes)


def _entity_changed(
    q: Keys, s: Keys, quoted: Sequence[Word], said: Sequence[Word], place: Place
) -> bool:
    ours, theirs = actors(q), actors(s)
    if ours and theirs:
        return ours != theirs or _moved_place(q, s, place)
    q_names = names(place.alignment.quote.text, quoted) - place.moved
    s_names = names(place.alignment.stored.text, said) - place.moved
    if q_names and s_names and not q_names & s_names:
        return not any(THESAURUS.related(a, b) >= SYNONYM for a in q_names for b in s_names)
    if not s and _is_new_claim(q, place):
        return True
    if (ours or q_names) and q and s:
        return not _is_held(ours | q_names, place) and not related_words(q, s)
    return _person_changed(q, s, place)


_A_CLAIM = 3
"""Content words: as many, none of them in the statement, say something of their own."""


def _is_new_claim(q: Keys, place: Place) -> bool:
    """Whether added words say something that the statement has no word for."""
    content = [key for key in q if key not in FUNCTION_WORDS and key not in HEDGES]
    if len(content) < _A_CLAIM:
        return False
    stored = frozenset(place.alignment.stored.keys)
    known = [key for key in content if any(THESAURUS.related(key, other) for other in stored)]
    return len(known) * 3 < len(content)


_WHERE = frozenset("in from to into at near outside around through".split())


def _moved_place(q: Keys, s: Keys, place: Place) -> bool:
    """Whether a country became its capital where a place is meant: "from Afghanistan"."""
    before, _ = around(place)
    capital = [bool(CAPITALS & frozenset(keys)) for keys in (q, s)]
    return capital[0] != capital[1] and bool(_WHERE & {*before[-1:], *q, *s})


def _is_held(named: frozenset[str], place: Place) -> bool:
    """Whether the statement names them elsewhere, or its speaker stands for them."""
    stored = place.alignment.stored.keys
    return bool(named & (actors(stored) | frozenset(stored) | place.speaker))


def _person_changed(q: Keys, s: Keys, place: Place) -> bool:
    """Whether the one who acts is another person: we and they, I and "the bishop"."""
    first_q, first_s = _person(q, FIRST_PERSON), _person(s, FIRST_PERSON)
    third_q, third_s = _person(q, THIRD_PERSON), _person(s, THIRD_PERSON)
    if ("p" in first_s and "p" in third_q) or ("p" in third_s and "p" in first_q):
        return not place.reported
    if first_q and not (first_s or third_s) and {"this", "that", "the"} & set(s):
        return True
    content = [key for key in q if key not in FUNCTION_WORDS]
    return bool(first_s and q and not first_q and not third_q and content and len(s) <= 2)


def _person(keys: Keys, pronouns: dict[str, str]) -> frozenset[str]:
    return frozenset(pronouns[key] for key in keys if key in pronouns)


def is_person_shift(q: Keys, s: Keys, speaker: frozenset[str]) -> bool:
    """Whether "we" stands for the speaker's own side, or the other way round."""
    return (_is_own(q, speaker) and _has_first(s)) or (_is_own(s, speaker) and _has_first(q))


def _is_own(keys: Keys, speaker: frozenset[str]) -> bool:
    """Whether the words name no one but the speaker or whom the speaker stands for."""
    named = actors(keys) | {key for key in keys if key in speaker}
    rest = [k for k in keys if ACTORS.get(k, k) not in speaker and k not in FUNCTION_WORDS]
    return bool(named) and named <= speaker and len(rest) <= 1


def _has_first(keys: Keys) -> bool:
    rest = [key for key in keys if key not in FUNCTION_WORDS]
    return any(key in FIRST_PERSON for key in keys) and len(rest) <= 1


def related_words(q: Keys, s: Keys) -> bool:
    """Whether each content word printed has its like among the stored ones."""
    content = [key for key in q if key not in FUNCTION_WORDS]
    return all(any(THESAURUS.related(a, b) for b in s) for a in content)
