"""Stems: one short form for the words of one family, so that a search also finds by meaning.

Light on purpose. A stem is only ever used to find candidates, never to decide, so cutting too
much costs a place in a list and cutting too little loses a statement. Endings are inflections
first, then derivations; what is left keeps at least three letters.
"""

from __future__ import annotations

from functools import lru_cache

_SHORTEST = 3


def _endings(*tables: str) -> tuple[tuple[str, ...], ...]:
    """Tables of endings, longest first; of each table one ending at most is cut."""
    return tuple(tuple(sorted(table.split(), key=len, reverse=True)) for table in tables)


_LATIN = _endings(
    "ingly edly ies ied ing ed es s ly",
    "izations ization ational ations ments ation ition ously iveness fulness ness ment able ible"
    " ance ence ions ion ant ent ity ive ize ise ous ful ist ism ers ors al er or ic en ly",
    "iz at e y i",
)
_CYRILLIC = _endings(
    "ся сь",
    "иями иях иям ием ями ами его ого ему ому ими ыми ие ия ию ии ий ей ой ый ая яя ое ее ые ую"
    " юю ем ом им ым ам ям ах ях ов ев ать ять ить еть уть ает яет ует ают яют уют ит ят ат ут ют"
    " ет ешь ишь ите ете ала ила ела али или ели ало ило ело ал ил ел ть а я о е ы и у ю ь й",
    "ированн ирова ованн енн анн ающ ующ ющ ящ вш ост ност ств ени ани ен ан ов ск н",
)
_ARABIC = _endings("هایی های ها ترین تر ات ان ین ون ید ند ه ی")
_ARABIC_ARTICLE = "ال"


@lru_cache(maxsize=262_144)
def stem(key: str) -> str:
    """The stem of one key; numbers and very short words are their own stem.

    >>> sorted({stem(key) for key in ("recognized", "recognizing", "recognition", "recognizes")})
    ['recogn']
    >>> stem("признание") == stem("признания") == stem("признанию")
    True
    >>> stem("n2000"), stem("not")
    ('n2000', 'not')
    """
    if len(key) <= _SHORTEST or any(character.isdecimal() for character in key):
        return key
    first = key[0]
    if first.isascii():
        return _undoubled(_strip(key, _LATIN))
    if "а" <= first <= "я":
        return _strip(key, _CYRILLIC)
    if "\u0600" <= first <= "\u06ff":
        bare = key.removeprefix(_ARABIC_ARTICLE)
        return _strip(bare if len(bare) >= _SHORTEST else key, _ARABIC)
    return key


def _strip(word: str, tables: tuple[tuple[str, ...], ...]) -> str:
    for endings in tables:
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                word = word[: -len(ending)]
                break
    return word


def _undoubled(word: str) -> str:
    """ "stopp", "planned" without its ending: one letter of the pair."""
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    return word
