"""An alignment to coded edits of the verdict table. Pure.

Every difference gets one code: the gravest that fits. A code whose bearing is "no_source" is
meaning-critical and blocks match and paraphrase alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.align import Alignment, Hunk, Word
from checker.classes import (
    actors,
    bounds_clash,
    conditions,
    denies,
    hedges,
    modals,
    names,
    numbers,
    plans,
    unit_words,
)
from checker.codes import CODES
from checker.entities import ACTORS
from checker.moves import find_move
from checker.lexicon import (
    AGREEMENT,
    DONE_AUXILIARIES,
    FILLER_PHRASES,
    FILLERS,
    FIRST_PERSON,
    FUNCTION_WORDS,
    HEDGES,
    INTENSIFIERS,
    LIGHT_VERBS,
    MINOR,
    MINOR_PAIRS,
    NEGATORS,
    PREPOSITIONS,
    THIRD_PERSON,
)
from checker.thesaurus import THESAURUS
from claims.words import GENITIVE


class CodedEdit(NamedTuple):
    """One hunk of an alignment with its code.

    Shape: `quoted` and `stored` are the words the code is about, which may be fewer than the
           hunk's; both texts are slices of the originals.
    """

    hunk: Hunk
    code: str
    quoted: str
    stored: str

    @property
    def critical(self) -> bool:
        """Whether the edit turns the meaning, so that neither match nor paraphrase may stand."""
        return CODES[self.code].bearing == "no_source"


class Frame(NamedTuple):
    """What is known beside the two texts.

    Shape: `speaker` holds the actors and the name words that the stored speaker stands for;
           `reported` tells that the statement is told in the third person, so that "would"
           stands for "will".
    Unit:  `longest_gap` in words: a longer marked gap is `ellipsis_long`.
    """

    speaker: frozenset[str] = frozenset()
    reported: bool = False
    longest_gap: int = 40


def code_edits(alignment: Alignment, *, frame: Frame) -> tuple[CodedEdit, ...]:
    """The coded edits of an alignment, in reading order."""
    coded: list[CodedEdit] = []
    for hunk in alignment.hunks:
        if hunk.op == "equal":
            coded += _forms(alignment, hunk)
        elif hunk.op == "gap":
            coded.append(_gap(alignment, hunk, longest=frame.longest_gap))
        else:
            coded += _changed(alignment, hunk, frame)
    return _reordered(alignment, tuple(coded))


def _forms(alignment: Alignment, hunk: Hunk) -> list[CodedEdit]:
    """Words that are equal only after folding, and inserts that repeat the stored word."""
    coded = []
    pairs = zip(alignment.quoted(hunk), alignment.said(hunk), strict=True)
    for offset, (printed, stored) in enumerate(pairs):
        quoted_text = alignment.quote.text[printed.start : printed.end]
        stored_text = alignment.stored.text[stored.start : stored.end]
        code = "bracket_added" if printed.mark == "bracket" != stored.mark else None
        if code is None and quoted_text.casefold() != stored_text.casefold():
            code = printed.form or stored.form
        if code is not None:
            at = hunk.quote_start + offset, hunk.stored_start + offset
            piece = Hunk("equal", at[0], at[0] + 1, at[1], at[1] + 1)
            coded.append(CodedEdit(piece, code, quoted_text, stored_text))
    return coded


def _gap(alignment: Alignment, hunk: Hunk, *, longest: int) -> CodedEdit:
    """What a printed ellipsis hides."""
    said = alignment.said(hunk)
    text = _slice(alignment.stored.text, said)
    keys = _keys(said)
    if denies(keys) or conditions(keys) or _subject_lost(alignment, hunk):
        return CodedEdit(hunk, "ellipsis_meaning", "…", text)
    if hunk.n_stored > longest or "\n\n" in text:
        return CodedEdit(hunk, "ellipsis_long", "…", text)
    return CodedEdit(hunk, "ellipsis", "…", text)


_SUBJECTS = frozenset("i we he she they it you who nobody everyone".split())


def _subject_lost(alignment: Alignment, hunk: Hunk) -> bool:
    """Whether the words after the gap lost their own subject: "X met. Y attacked" -> "X … attacked"."""
    said = alignment.said(hunk)
    after = alignment.stored.words[hunk.stored_end : hunk.stored_end + 1]
    if not said or not after:
        return False
    last = said[-1].key
    follows_subject = last in _SUBJECTS or last in ACTORS
    verb = (
        after[0].key in AGREEMENT
        or after[0].key.endswith(("ed", "es"))
        or bool(modals([after[0].key]))
    )
    return follows_subject and verb


def _changed(alignment: Alignment, hunk: Hunk, frame: Frame) -> list[CodedEdit]:
    """The codes of one hunk that is not equal, editorial parts apart from plain words."""
    quoted, said = alignment.quoted(hunk), alignment.said(hunk)
    bracketed = tuple(word for word in quoted if word.mark == "bracket")
    aside = tuple(word for word in quoted if word.mark not in ("words", "bracket"))
    plain = tuple(word for word in quoted if word.mark == "words")
    stripped = tuple(word for word in said if word.mark in ("notice", "apparatus"))
    kept = tuple(word for word in said if word not in stripped)
    coded = []
    if stripped:
        code = "notice_stripped" if stripped[0].mark == "notice" else "apparatus"
        coded.append(_edit(alignment, hunk, code, (), stripped))
    for mark, code in (("paren", "paren_insert"), ("notice", "notice_stripped"),
                       ("apparatus", "apparatus")):  # fmt: skip
        marked = tuple(word for word in aside if word.mark == mark)
        if marked:
            coded.append(_edit(alignment, hunk, code, marked, ()))
    if bracketed and not plain:
        return [*coded, _bracket(alignment, hunk, bracketed, kept, frame)]
    if bracketed:
        coded.append(_edit(alignment, hunk, "bracket_added", bracketed, ()))
    if plain or kept:
        code = _plain_code(alignment, hunk, plain, kept, frame)
        coded.append(_edit(alignment, hunk, code, plain, kept))
    return coded


def _bracket(
    alignment: Alignment,
    hunk: Hunk,
    bracketed: Sequence[Word],
    said: Sequence[Word],
    frame: Frame,
) -> CodedEdit:
    """An insert of the editor's: added, or standing for stored words."""
    if not said:
        return _edit(alignment, hunk, "bracket_added", bracketed, said)
    code = _critical(_keys(bracketed), _keys(said), alignment, hunk, frame)
    replaceable = code in (None, "entity_changed") and len(said) <= 4 + len(bracketed)
    if replaceable and _stands_for(bracketed, said):
        return _edit(alignment, hunk, "bracket_replaced", bracketed, said)
    return _edit(alignment, hunk, code or "undeclared_omission", bracketed, said)


def _stands_for(bracketed: Sequence[Word], said: Sequence[Word]) -> bool:
    """An insert may stand for a pronoun or a noun, never for another actor or number."""
    ours, theirs = actors(_keys(bracketed)), actors(_keys(said))
    return not (ours and theirs and ours != theirs)


def _plain_code(
    alignment: Alignment, hunk: Hunk, quoted: Sequence[Word], said: Sequence[Word], frame: Frame
) -> str:
    """The code of plain words that differ."""
    q, s = _keys(quoted), _keys(said)
    if not q and _is_cleaned(alignment, hunk, s):
        return "cleaned_speech"
    critical = _critical(q, s, alignment, hunk, frame)
    if critical:
        return critical
    return _harmless(alignment, quoted, said, frame)


def _critical(
    q: Sequence[str], s: Sequence[str], alignment: Alignment, hunk: Hunk, frame: Frame
) -> str | None:
    """The meaning-critical code of a difference, `None` where there is none."""
    if _number_changed(q, s, alignment, hunk):
        return "number_changed"
    if _is_person_shift(q, s, frame):
        return None
    both = bool(q and s)
    before, after = _around(alignment, hunk)
    following = after[0] if after else ""
    wide_q, wide_s = (*before, *q, *after), (*before, *s, *after)
    if bounds_clash(wide_q, wide_s):
        return "number_changed"
    if denies(q, scope=both, following=following) != denies(s, scope=both, following=following):
        if not _closed_off(alignment, hunk) and not _opposed(q, s):
            return "negation_changed"
    elif _opposed(q, s):
        return "negation_changed"
    if conditions(wide_q) != conditions(wide_s):
        return "condition_dropped"
    if _modality_changed(wide_q, wide_s, reported=frame.reported):
        return "modality_changed"
    if _status_changed(q, s, alignment, hunk):
        return "status_changed"
    if _entity_changed(q, s, alignment, hunk):
        return "entity_changed"
    return None


def _number_changed(q: Sequence[str], s: Sequence[str], alignment: Alignment, hunk: Hunk) -> bool:
    printed, said = numbers(q), numbers(s)
    if printed != said and (printed or (said and q)):
        return not (not said and printed <= _near_numbers(alignment, hunk))
    return bool(unit_words(q) and unit_words(s) and unit_words(q) != unit_words(s))


def _near_numbers(alignment: Alignment, hunk: Hunk) -> frozenset[str]:
    """Numbers the statement holds within a few words, so that a moved number is no new one."""
    near = alignment.stored.words[max(0, hunk.stored_start - 6) : hunk.stored_end + 6]
    return numbers(_keys(near))


def _around(alignment: Alignment, hunk: Hunk) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The equal words beside a hunk, so that "not only" and "have to" are seen whole."""
    words = alignment.quote.keys
    equal = {
        index
        for other in alignment.hunks
        if other.op == "equal"
        for index in range(other.quote_start, other.quote_end)
    }
    first, last = hunk.quote_start, hunk.quote_end
    before = tuple(words[i] for i in (first - 2, first - 1) if i in equal)
    return before, tuple(words[i] for i in (last, last + 1) if i in equal)


def _opposed(q: Sequence[str], s: Sequence[str]) -> bool:
    """Whether some word contradicts a word of the other side: "support" and "oppose"."""
    return any(
        THESAURUS.opposite(a, b)
        for a in q
        if a not in NEGATORS
        for b in s
        if b not in NEGATORS
    )


def _closed_off(alignment: Alignment, hunk: Hunk) -> bool:
    """Whether dropped stored words end with their clause, so that a "not" in them denies nothing
    that is quoted.

    Short drops are never closed off.
    """
    if hunk.n_quoted or hunk.n_stored < 4:
        return False
    text = alignment.stored.text
    words = alignment.stored.words
    before = text[words[hunk.stored_start - 1].end : words[hunk.stored_start].start]
    after = text[words[hunk.stored_end - 1].end : words[hunk.stored_end].start]
    return any(mark in before for mark in ",;:–—(.") and any(mark in after for mark in ",;:–—).")


def _modality_changed(q: Sequence[str], s: Sequence[str], *, reported: bool) -> bool:
    printed, said = modals(q), modals(s)
    if reported:
        printed, said = _direct(printed), _direct(said)
    if printed == said:
        return False
    return not (printed | said <= {"possible", "able"} and printed and said)


def _direct(classes: frozenset[str]) -> frozenset[str]:
    """Modal classes with "would" read as the "will" of direct speech."""
    return frozenset("future" if name == "would" else name for name in classes)


def _status_changed(q: Sequence[str], s: Sequence[str], alignment: Alignment, hunk: Hunk) -> bool:
    if plans(q) == plans(s) or modals(q) & modals(s):
        return False
    if plans(s):
        return not plans(q) and (_has_verb(q) if q else len(s) <= 4)
    return _has_verb(s) if s else len(q) <= 4


def _has_verb(keys: Sequence[str]) -> bool:
    return any(
        key in DONE_AUXILIARIES or key.endswith(("ed", "es", "ing", "s")) and len(key) > 3
        for key in keys
        if key not in FUNCTION_WORDS or key in AGREEMENT
    )


def _entity_changed(q: Sequence[str], s: Sequence[str], alignment: Alignment, hunk: Hunk) -> bool:
    ours, theirs = actors(q), actors(s)
    if ours and theirs and ours != theirs:
        return True
    q_names, s_names = _names(alignment, hunk)
    if q_names and s_names and not (q_names & s_names) and not (ours & theirs):
        return not _one_name(q_names, s_names)
    if (ours - theirs or q_names - s_names) and q and s and not (ours & theirs):
        known = actors(alignment.stored.keys) | frozenset(alignment.stored.keys)
        return not (ours | q_names) & known and not _related_words(q, s)
    if any(key in FIRST_PERSON for key in q) and any(k in ("this", "that", "the") for k in s):
        return not any(key in FIRST_PERSON or key in THIRD_PERSON for key in s)
    plural_first = any(FIRST_PERSON.get(key) == "p" for key in s)
    return plural_first and any(THIRD_PERSON.get(k) == "p" for k in q) and len(q) <= 3


def _is_person_shift(q: Sequence[str], s: Sequence[str], frame: Frame) -> bool:
    """Whether "we" stands for the speaker's own side, or the other way round."""
    return _is_own(q, frame) and _has_first(s) or _is_own(s, frame) and _has_first(q)


def _is_own(keys: Sequence[str], frame: Frame) -> bool:
    """Whether the words name no one but the speaker or whom the speaker stands for."""
    named = actors(keys) | {key for key in keys if key in frame.speaker}
    rest = [k for k in keys if ACTORS.get(k, k) not in frame.speaker and k not in FUNCTION_WORDS]
    return bool(named) and named <= frame.speaker and len(rest) <= 1


def _has_first(keys: Sequence[str]) -> bool:
    rest = [key for key in keys if key not in FUNCTION_WORDS]
    return any(key in FIRST_PERSON for key in keys) and len(rest) <= 1


def _one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(THESAURUS.related(a, b) >= 0.9 for a in one for b in other)


def _names(alignment: Alignment, hunk: Hunk) -> tuple[frozenset[str], frozenset[str]]:
    return (
        names(alignment.quote.text, alignment.quoted(hunk)),
        names(alignment.stored.text, alignment.said(hunk)),
    )


def _is_cleaned(alignment: Alignment, hunk: Hunk, s: Sequence[str]) -> bool:
    """Fillers, forms of address, false starts and repeats that were left out."""
    left = tuple(k for k in _without_phrases(s, FILLER_PHRASES) if k not in FILLERS)
    if not left:
        return tuple(s) != ("like",)
    if left[0] == "mr" and len(left) <= 4 and all(k == "mr" or _is_name(k) for k in left):
        return True
    before = _keys(alignment.stored.words[max(0, hunk.stored_start - len(left)) : hunk.stored_start])
    after = _keys(alignment.stored.words[hunk.stored_end : hunk.stored_end + len(left)])
    return left in (before, after)


def _is_name(key: str) -> bool:
    return not THESAURUS.knows(key)


def _without_phrases(keys: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    kept: list[str] = []
    at = 0
    while at < len(keys):
        for phrase in phrases:
            if tuple(keys[at : at + len(phrase)]) == phrase:
                at += len(phrase)
                break
        else:
            kept.append(keys[at])
            at += 1
    return tuple(kept)


def _harmless(
    alignment: Alignment, quoted: Sequence[Word], said: Sequence[Word], frame: Frame
) -> str:
    """The code of a difference that does not turn the meaning."""
    q, s = _keys(quoted), _keys(said)
    rest_q, rest_s = _without_shared(q, s)
    if not rest_q and not rest_s:
        return "reordered"
    if (
        all(key in MINOR for key in (*rest_q, *rest_s))
        or frozenset((*rest_q, *rest_s)) in MINOR_PAIRS
    ):
        return "minor_wording"
    if _person(rest_q, rest_s) or _is_person_shift(q, s, frame):
        return "person_shift"
    if _grammar(rest_q, rest_s):
        return "grammar_fixed"
    if hedges(q) != hedges(s) and _only(hedges, rest_q, rest_s):
        return "hedge_changed"
    if any(key in INTENSIFIERS for key in (*rest_q, *rest_s)) and all(
        key in INTENSIFIERS or key in MINOR for key in (*rest_q, *rest_s)
    ):
        return "intensity_changed"
    if not q:
        return "undeclared_omission"
    if not rest_q and rest_s:
        return "undeclared_omission"
    if actors(q) and actors(q) == actors(s):
        return "name_substituted"
    content_q, content_s = _content(q), _content(s)
    if all(key in LIGHT_VERBS for key in (*content_q, *content_s)) or _related_words(q, s):
        return "reworded"
    if not s:
        return _added(alignment, quoted)
    swapped = 0 < len(content_q) <= 2 and 0 < len(content_s) <= 2
    return "entity_changed" if swapped else "not_verbatim"


def _added(alignment: Alignment, quoted: Sequence[Word]) -> str:
    """The code of words that stand only in the quote."""
    held = frozenset(alignment.stored.keys)
    new = names(alignment.quote.text, quoted) | {k for k in _keys(quoted) if k in ACTORS}
    groups = actors(held)
    if any(key not in held and ACTORS.get(key) not in groups for key in new):
        return "entity_changed"
    return "not_verbatim"


def _without_shared(q: Sequence[str], s: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (
        tuple(key for key in q if key not in s),
        tuple(key for key in s if key not in q),
    )


def _only(find: object, q: Sequence[str], s: Sequence[str]) -> bool:
    """Whether hedges and function words are all that differs."""
    hedging = hedges(q) | hedges(s)
    words = frozenset(word for phrase in hedging for word in phrase.split())
    return all(key in words or key in MINOR or key in PREPOSITIONS for key in (*q, *s))


def _person(q: Sequence[str], s: Sequence[str]) -> bool:
    pronouns = {**FIRST_PERSON, **THIRD_PERSON}
    changed = [key for key in (*q, *s) if key in pronouns]
    rest = [key for key in (*q, *s) if key not in pronouns and key not in AGREEMENT]
    return bool(changed) and bool(q) and bool(s) and not rest


def _grammar(q: Sequence[str], s: Sequence[str]) -> bool:
    numbers_pairs = ({"was", "were"}, {"is", "are"}, {"has", "have"}, {"does", "do"},
                     {"am", "is"}, {"am", "are"}, {"done", "did"}, {"seen", "saw"},
                     {"come", "came"}, {"gone", "went"})  # fmt: skip
    return len(q) == 1 and len(s) == 1 and {q[0], s[0]} in numbers_pairs


def _related_words(q: Sequence[str], s: Sequence[str]) -> bool:
    """Whether each content word printed has its like among the stored ones."""
    content = _content(q)
    return all(any(THESAURUS.related(a, b) for b in s) for a in content)


def _content(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        k for k in keys if k not in FUNCTION_WORDS and k not in HEDGES and k != GENITIVE
    )


def _reordered(
    alignment: Alignment, coded: tuple[CodedEdit, ...]
) -> tuple[CodedEdit, ...]:
    """Words that only moved: one edit of the whole stretch instead of drops and inserts."""
    changes = [edit for edit in coded if edit.hunk.op in ("insert", "delete", "replace")]
    if not changes or any(edit.hunk.op == "gap" for edit in coded):
        return coded
    move = find_move(alignment)
    if move is None or (move == "exchange" and any(edit.critical for edit in changes)):
        return coded
    printed = sorted(k for edit in changes for k in _keys(alignment.quoted(edit.hunk)))
    stored = sorted(k for edit in changes for k in _keys(alignment.said(edit.hunk)))
    if move == "block" and (printed != stored or len(changes) < 2):
        return coded
    code = "entity_changed" if move == "exchange" else "reordered"
    first, last = changes[0].hunk, changes[-1].hunk
    hunk = Hunk("replace", first.quote_start, last.quote_end, first.stored_start,
                last.stored_end)  # fmt: skip
    inside = [edit for edit in coded if edit.hunk.op == "equal"]
    return (
        *inside,
        _edit(alignment, hunk, code, alignment.quoted(hunk), alignment.said(hunk)),
    )


def _edit(
    alignment: Alignment, hunk: Hunk, code: str, quoted: Sequence[Word], said: Sequence[Word]
) -> CodedEdit:
    return CodedEdit(
        hunk, code, _slice(alignment.quote.text, quoted), _slice(alignment.stored.text, said)
    )


def _slice(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _keys(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)
