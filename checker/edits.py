"""An alignment to coded edits of the verdict table. Pure.

Every difference gets one code: the gravest that fits (`checker.critical`, then
`checker.harmless`). A code whose bearing is "no_source" is meaning-critical and blocks match and
paraphrase alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.align import Alignment
from checker.classes import actors, conditions, denies, is_number, n_negators
from checker.codes import CODES
from checker.critical import critical_code
from checker.gaps import JOINTS, gap_code
from checker.harmless import compound_code, harmless_code, is_cleaned
from checker.hunks import Hunk
from checker.lexicon import AGREEMENT
from checker.moves import find_move, sentence
from checker.place import Place, moved_keys
from checker.reading import Word
from checker.thesaurus import is_same_name


class CodedEdit(NamedTuple):
    """One hunk of an alignment with its code.

    Shape: `quoted` and `stored` are the words the code is about, which may be fewer than the
           hunk's; both texts are slices of the originals. `guessed` tells a change of words
           whose likeness is not known, against one that is known to turn the meaning, and
           `moved` words that are the same in another order.
    """

    hunk: Hunk
    code: str
    quoted: str
    stored: str
    guessed: bool = False
    moved: bool = False

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
    moved = moved_keys(alignment)
    coded: list[CodedEdit] = []
    for hunk in alignment.hunks:
        place = Place(alignment, hunk, frame.speaker, frame.reported, moved)
        if hunk.op == "equal":
            coded += _forms(alignment, hunk)
        elif hunk.op == "gap":
            coded.append(_gap(alignment, hunk, longest=frame.longest_gap))
        else:
            coded += _changed(place)
    return _reordered(alignment, tuple(_settled(alignment, coded)))


def _settled(alignment: Alignment, coded: list[CodedEdit]) -> list[CodedEdit]:
    """Denials that only changed their place in a clause: "pardon no one", "not pardon anyone"."""
    coded = _swapped(coded)
    denied = [edit for edit in coded if edit.code == "negation_changed"]
    if len(denied) != 2 or not _same_clause(alignment, denied[0].hunk, denied[1].hunk):
        return coded
    printed = sum(n_negators(_keys(alignment.quoted(edit.hunk))) for edit in denied)
    said = sum(n_negators(_keys(alignment.said(edit.hunk))) for edit in denied)
    if printed != said or not printed:
        return coded
    return [edit._replace(code="reworded") if edit in denied else edit for edit in coded]


def _swapped(coded: list[CodedEdit]) -> list[CodedEdit]:
    """Two names of one actor, or two persons, that took each other's places: "in Norway", "ruling
    Oslo"; "up to us, not to them"."""
    pairs = {
        (edit.quoted.casefold(), edit.stored.casefold()) for edit in coded if edit.code in _SWAPPING
    }
    return [
        edit._replace(code="entity_changed")
        if edit.code in _SWAPPING and (edit.stored.casefold(), edit.quoted.casefold()) in pairs
        else edit
        for edit in coded
    ]


_SWAPPING = frozenset(("name_substituted", "person_shift"))


def _same_clause(alignment: Alignment, one: Hunk, other: Hunk) -> bool:
    words, text = alignment.quote.words, alignment.quote.text
    start, end = one.quote_end, max(one.quote_end, other.quote_start)
    if not JOINTS.isdisjoint(alignment.quote.keys[start:end]):
        return False
    between = text[words[max(0, start - 1)].end : words[min(end, len(words) - 1)].start]
    return not any(mark in between for mark in ",;:.—–")


def _forms(alignment: Alignment, hunk: Hunk) -> list[CodedEdit]:
    """Words that are equal only after folding, and inserts that repeat the stored word."""
    coded = []
    pairs = zip(alignment.quoted(hunk), alignment.said(hunk), strict=True)
    for offset, (printed, stored) in enumerate(pairs):
        code = _form_code(alignment, printed, stored)
        if code is not None:
            at = hunk.quote_start + offset, hunk.stored_start + offset
            piece = Hunk("equal", at[0], at[0] + 1, at[1], at[1] + 1)
            coded.append(_edit(alignment, piece, code, [printed], [stored]))
    return coded


def _form_code(alignment: Alignment, printed: Word, stored: Word) -> str | None:
    quote, text = alignment.quote.text, alignment.stored.text
    if printed.mark == "bracket" != stored.mark:
        return "bracket_added"
    if _starred(quote, printed) != _starred(text, stored):
        return "notice_stripped"
    one, other = quote[printed.start : printed.end], text[stored.start : stored.end]
    if one.casefold() == other.casefold() or ("'" in _plain(one) and "'" in _plain(other)):
        return None
    code = printed.form or stored.form
    is_name = one[:1].isupper() and other[:1].isupper() and not (one + other).isascii()
    return "name_form" if code == "spelling" and is_name else code


def _starred(text: str, word: Word) -> bool:
    """Whether the star of a legal notice stands behind a word or its closing mark."""
    return text[word.end : word.end + 2].lstrip('»”"').startswith("*")


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _gap(alignment: Alignment, hunk: Hunk, *, longest: int) -> CodedEdit:
    """What a printed ellipsis hides."""
    code = gap_code(alignment, hunk, longest=longest)
    return CodedEdit(hunk, code, "…", _slice(alignment.stored.text, alignment.said(hunk)))


def _changed(place: Place) -> list[CodedEdit]:
    """The codes of one hunk that is not equal, editorial parts apart from plain words."""
    alignment, hunk = place.alignment, place.hunk
    quoted, said = alignment.quoted(hunk), alignment.said(hunk)
    stripped = tuple(w for w in said if w.mark in ("notice", "apparatus", "bracket"))
    kept = tuple(word for word in said if word not in stripped)
    bracketed = tuple(word for word in quoted if word.mark == "bracket")
    inside = kept or _within_kept_paren(alignment, hunk)
    plain = tuple(w for w in quoted if w.mark == "words" or (inside and w.mark == "paren"))
    coded = []
    if stripped:
        code = "notice_stripped" if stripped[0].mark == "notice" else "apparatus"
        coded.append(_edit(alignment, hunk, code, (), stripped))
    for mark, code in _ASIDES:
        aside = tuple(word for word in quoted if word.mark == mark and word not in plain)
        if aside:
            coded.append(_edit(alignment, hunk, _turned(aside, place) or code, aside, ()))
    if bracketed and not plain:
        return [*coded, _bracket(place, bracketed, kept)]
    if bracketed:
        code = _turned(bracketed, place) or "bracket_added"
        coded.append(_edit(alignment, hunk, code, bracketed, ()))
    if compound := compound_code(plain, kept, place):
        coded.append(_edit(alignment, hunk, compound, plain, kept))
    elif plain and len(plain) == len(kept) and all(map(is_same_name, *_texts(place, plain, kept))):
        coded += [
            _edit(alignment, hunk, "name_form", [one], [other])
            for one, other in zip(plain, kept, strict=True)
        ]
    elif plain or kept:
        cleaned = not plain and is_cleaned(kept, place)
        critical = None if cleaned else critical_code(plain, kept, place)
        code = critical or harmless_code(plain, kept, place)
        edit = _edit(alignment, hunk, code, plain, kept)
        coded.append(edit._replace(guessed=critical is None and edit.critical))
    return coded


def _texts(place: Place, plain: Sequence[Word], kept: Sequence[Word]) -> tuple[list[str], ...]:
    """The words as they are written, on both sides."""
    quote, stored = place.alignment.quote.text, place.alignment.stored.text
    return [quote[w.start : w.end] for w in plain], [stored[w.start : w.end] for w in kept]


def _within_kept_paren(alignment: Alignment, hunk: Hunk) -> bool:
    """Whether the parenthesis around printed words is the statement's own."""
    words, text = alignment.quote.words, alignment.quote.text
    equal = {
        i for h in alignment.hunks if h.op == "equal" for i in range(h.quote_start, h.quote_end)
    }
    for i, between in (
        (hunk.quote_start - 1, (hunk.quote_start - 1, hunk.quote_start)),
        (hunk.quote_end, (hunk.quote_end - 1, hunk.quote_end)),
    ):
        if i in equal and words[i].mark == "paren":
            gap = text[words[between[0]].end : words[between[1]].start]
            if "(" not in gap and ")" not in gap:
                return True
    return False


_ASIDES = (
    ("paren", "paren_insert"),
    ("notice", "notice_stripped"),
    ("apparatus", "apparatus"),
)


def _turned(inserted: Sequence[Word], place: Place) -> str | None:
    """The critical code of an editor's insert that denies or limits, as "[not]" does."""
    keys = _keys(inserted)
    if inserted[0].mark in ("notice", "apparatus"):
        return None
    if denies(keys) and len(keys) <= 3:
        return "negation_changed"
    return "condition_dropped" if conditions(keys) and len(keys) <= 2 else None


def _bracket(place: Place, bracketed: Sequence[Word], said: Sequence[Word]) -> CodedEdit:
    """An insert of the editor's: added, or standing for stored words."""
    alignment, hunk = place.alignment, place.hunk
    if not said:
        code = _turned(bracketed, place) or "bracket_added"
        return _edit(alignment, hunk, code, bracketed, said)
    if _keys(bracketed) == _keys(said):
        return _edit(alignment, hunk, "bracket_added", bracketed, ())
    critical = critical_code(bracketed, said, place)
    short = len(said) <= 4 + len(bracketed)
    if critical in (None, "entity_changed") and short and _stands_for(bracketed, said):
        return _edit(alignment, hunk, "bracket_replaced", bracketed, said)
    return _edit(alignment, hunk, critical or "undeclared_omission", bracketed, said)


def _stands_for(bracketed: Sequence[Word], said: Sequence[Word]) -> bool:
    """An insert may stand for a pronoun or a noun, never for another actor."""
    ours, theirs = actors(_keys(bracketed)), actors(_keys(said))
    return not (ours and theirs and ours != theirs)


_GUESSED = frozenset(("entity_changed",))
"""Codes that an exchange explains better."""


def _reordered(alignment: Alignment, coded: tuple[CodedEdit, ...]) -> tuple[CodedEdit, ...]:
    """Words that only moved: one edit of the whole stretch instead of drops and inserts."""
    changes = [edit for edit in coded if edit.hunk.op in ("insert", "delete", "replace")]
    if not changes or any(edit.hunk.op == "gap" for edit in coded):
        return coded
    move = find_move(alignment)
    if move is None:
        return coded
    if move == "exchange" and any(edit.code not in _GUESSED and edit.critical for edit in changes):
        return coded
    if move == "block" and not _only_moved(alignment, changes):
        return coded
    code = _exchanged(alignment) if move == "exchange" else "reordered"
    first, last = changes[0].hunk, changes[-1].hunk
    hunk = Hunk("replace", first.quote_start, last.quote_end, first.stored_start,
                last.stored_end)  # fmt: skip
    whole = _edit(alignment, hunk, code, alignment.quoted(hunk), alignment.said(hunk))
    whole = whole._replace(moved=True)
    return (*(edit for edit in coded if edit.hunk.op == "equal"), whole)


def _exchanged(alignment: Alignment) -> str:
    """The code of an exchange: of numbers, or of those who act."""
    start, end = sentence(alignment)
    printed = [key for key in alignment.quote.keys if is_number(key)]
    said = [key for key in alignment.stored.keys[start:end] if is_number(key)]
    same = sorted(printed) == sorted(said)
    return "number_changed" if same and printed != said else "entity_changed"


def _only_moved(alignment: Alignment, changes: Sequence[CodedEdit]) -> bool:
    """Whether each changed word stands elsewhere on the other side."""
    start, end = sentence(alignment)
    stored = alignment.stored.keys[start:end]
    printed = [key for edit in changes for key in _keys(alignment.quoted(edit.hunk))]
    said = [key for edit in changes for key in _keys(alignment.said(edit.hunk))]
    passive = frozenset(AGREEMENT | {"by"}) if "by" in (*printed, *said) else frozenset()
    return all(key in stored or key in passive for key in printed) and all(
        key in alignment.quote.keys or key in passive for key in said
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
