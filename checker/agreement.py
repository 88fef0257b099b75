"""What the wordings of one utterance agree on: which qualifications and numbers each keeps. Pure.

One agency keeps "пока" and another drops it: a desk must see that before it quotes either. Only
what can be compared across languages is compared, so a sameness shown here proves nothing else.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from checker.classes import is_number
from claims.keys import keys
from sources.models import Statement

_QUALIFICATIONS: Final = {
    "for now": "for now, so far, yet, at present, for the time being, at this stage, currently,"
    " пока, на данный момент, на данном этапе, сейчас, еще не,"
    " فعلا, هنوز, در حال حاضر, اوس مهال, تر اوسه, 目前, 暂时, 尚, 现阶段",
    "probably": "probably, likely, perhaps, possibly, maybe, apparently,"
    " вероятно, возможно, видимо, наверное, может быть, похоже,"
    " احتمالا, شاید, ښایی, 可能, 也许, 或许",
    "in my view": "i think, i believe, we think, we believe, in my view, in our view,"
    " думаю, полагаю, считаю, полагаем, считаем, на мой взгляд, на наш взгляд,"
    " به نظر من, به نظر ما, 我认为, 我们认为",
    "about": "approximately, roughly, nearly, almost, примерно, около, почти, تقریبا, 大约",
    "certainly": "certainly, definitely, of course, undoubtedly, конечно, безусловно, несомненно,"
    " حتما, 当然, 肯定",
    "if": "if, provided, unless, on condition, если, при условии, اگر, که چیری, 如果",
}
"""What is qualified -> the words for it in the languages of the store."""


class Agreement(NamedTuple):
    """How another wording of the utterance differs from one.

    Shape: `lost` stands in the one and not in the other, `added` the other way round: the
           words as folded, beside their sense where the language is not English.
    """

    statement: str
    lost: tuple[str, ...]
    added: tuple[str, ...]


def agreement(one: Statement, *, other: Statement) -> Agreement:
    """The qualifications and numbers that one wording has and the other has not."""
    ours, theirs = _qualified(one.text), _qualified(other.text)
    return Agreement(
        other.id,
        tuple(shown for sense, shown in ours.items() if sense not in theirs),
        tuple(shown for sense, shown in theirs.items() if sense not in ours),
    )


def _qualified(text: str) -> dict[str, str]:
    """Sense -> how it is put, in a fixed order.

    >>> _qualified("Пока их около 20.")
    {'for now': 'пока (for now)', 'about': 'около (about)', 'n20': '20'}
    """
    own = keys(text)
    run = f" {' '.join(own)} "
    found = {}
    for sense, phrases in _phrases().items():
        word = next((phrase for phrase in phrases if f" {phrase} " in run), None)
        if word is not None:
            found[sense] = word if word.isascii() else f"{word} ({sense})"
    return found | {key: key[1:] for key in own if is_number(key) and key[1:].isdecimal()}


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """The words in the folded form in which they are looked for."""
    return {
        sense: tuple(" ".join(keys(phrase)) for phrase in phrases.split(","))
        for sense, phrases in _QUALIFICATIONS.items()
    }
