"""Phrases that say in several words what one word says. Data and their place in a text. Pure.

One line for each word that stands for them. The first word of a phrase may be inflected, the rest
stands as it is; the words of a phrase that has a place of its own count once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from checker.reading import Reading
from checker.thesaurus import THESAURUS

_PHRASES: Final = """
worsen: get worse, become worse, grow worse, go from bad
improve: get better, become better
rise: go up, come up from, be up from, up from
fall: go down, come down to, be down from, down from
restore: bring back, give back
revive: bring back to life, come back to life, breathe new life into
rebuild: put back on its feet, get back on its feet, back on its feet
participate: take part
skip: stay away, keep away, stay out of
withdraw: pull out, pull back
continue: carry on, go on, keep on
establish: set up
hinder: hold back, slow down
cancel: call off
end: break off
close: shut down
split: fall apart
fulfill: live up to
open: keep open, stay open
abandon: give up
urge: call on, call for, appeal for
consider: take into account, take account of, bear in mind, reckon with
support: be in favor of, in favor of, speak up for, stand up for, stand behind
mainly: above all, first of all, first and foremost, in the first place, more than anything
simultaneously: at once, at the same time, in parallel
order: law and order
escape: get away, break free
flee: run from, run away
exclude: rule out, leave out, shut out, keep out
include: bring in
reject: turn down
infiltrate: slip in, seep in, steal in
help: lend a hand, give a hand, help out, come to the aid of
contact: in touch, in contact, keep the line open, line open
obstacle: in the way, stand in the way, get in the way
discuss: under discussion, on the table, on the agenda
consider: under consideration, think about, think of
publicly: in public, in the open
telephone: by phone, on the phone, over the phone
half: one in two, every second
like: to the taste of, to the liking of
sensible: make sense, make good sense
often: many times, time and again
many: a lot of, lots of, a number of, plenty of
soon: before long, in the near future
again: once more
gradually: step by step, little by little, bit by bit
prevent: head off, ward off
lay: lay the ground, lay the foundation
free: free of charge, at no charge
certainly: no doubt, without doubt, beyond doubt, without question
now: at present, at the moment
"""


@cache
def _by_second() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Second word -> the phrases that have it, longest first, and what stands for each."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in _PHRASES.strip().splitlines():
        head, _, phrases = line.partition(":")
        for phrase in phrases.split(","):
            words = tuple(phrase.split())
            found.setdefault(words[1], []).append((words, head))
    return {
        second: tuple(sorted(held, key=lambda each: -len(each[0])))
        for second, held in found.items()
    }


@lru_cache(maxsize=4096)
def senses(reading: Reading) -> tuple[str, ...]:
    """The keys of a text with the word that stands for a phrase at its first place, "" after it."""
    found = list(reading.keys)
    for index in range(1, len(reading.keys)):
        for words, head in _by_second().get(reading.keys[index], ()):
            if found[index - 1] and _stands(reading.keys, words, index - 1):
                found[index - 1 : index - 1 + len(words)] = [head, *[""] * (len(words) - 1)]
                break
    return tuple(found)


def _stands(keys: Sequence[str], words: tuple[str, ...], at: int) -> bool:
    """Whether a phrase stands at a place, its first word in whatever form."""
    return tuple(keys[at + 1 : at + len(words)]) == words[1:] and (
        keys[at] == words[0] or words[0] in THESAURUS.entry(keys[at]).lemmas
    )
