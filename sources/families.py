"""Words that a search by meaning takes for one another."""

from __future__ import annotations

from collections.abc import Iterable

from claims.synonyms import GROUPS
from sources.stems import stem

_START = 3  # no stem is shorter, so a word and its stem share these letters


def akin(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The stem of each key, with the stems of its synonyms.

    Only groups that may hold one of the keys are looked at: the table is long, a text short.

    >>> akin(["recognized", "ferry"])
    {'recogn': ('acknowledg', 'legitimac'), 'fer': ()}
    """
    families: dict[str, dict[str, None]] = {stem(key): {} for key in keys}
    starts = {own[:_START] for own in families}
    for group in GROUPS:
        if starts.isdisjoint([word[:_START] for word in group]):
            continue
        stems = dict.fromkeys(map(stem, group))
        for own in stems:
            if own in families:
                families[own].update(stems)
    return {
        own: tuple(other for other in family if other != own) for own, family in families.items()
    }
