"""Small rewritings of a sentence: those that keep what it says, and those that change it.

Each takes a sentence and a source of chance and returns the new sentence, or None where it does
not apply. They are rough on purpose: the pair model has to see the edit, not good English.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from training.tables import (
    AUXILIARY,
    CONDITIONS,
    DENIAL,
    IRREGULAR,
    MONTHS,
    NAME,
    NAMES,
    NUMBER,
    NUMBER_WORDS,
    OPPOSED,
    ORDINALS,
    PERFECT,
    SAME,
    SHORT,
    STRONGER,
    TO_FIRST,
    TO_THIRD,
    WEAKER,
)

Rewriting = Callable[[str, random.Random], "str | None"]


def _swapped(sentence: str, table: dict[str, str]) -> str | None:
    new = re.sub(r"[A-Za-z]+", lambda m: table.get(m.group(), _lower(m.group(), table)), sentence)
    return None if new == sentence else _capital(new)


def _lower(word: str, table: dict[str, str]) -> str:
    return table.get(word.lower(), word) if word != "US" else word


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _exchange(sentence: str, old: str, new: str) -> str | None:
    done, n = re.subn(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, sentence, count=1)
    return _capital(done) if n else None


def _one_of(sentence: str, table: list[tuple[str, str]], chance: random.Random) -> str | None:
    chance.shuffle(table)
    for old, new in table:
        done = _exchange(sentence, old, new)
        if done is not None:
            return done
    return None


# What follows keeps what is said.


def third_person(sentence: str, chance: random.Random) -> str | None:
    """First person made third, as reported speech does."""
    return _swapped(sentence, TO_THIRD)


def first_person(sentence: str, chance: random.Random) -> str | None:
    """Third person made first, as a quotation made of a report does."""
    return _swapped(sentence, TO_FIRST)


def contracted(sentence: str, chance: random.Random) -> str | None:
    """A contraction opened or closed."""
    return _one_of(sentence, [*SHORT, *((b, a) for a, b in SHORT)], chance)


def synonym(sentence: str, chance: random.Random) -> str | None:
    """One or two words replaced by words that mean the same."""
    table = [(a, b) for group in SAME for a in group for b in group if a != b]
    done = _one_of(sentence, table, chance)
    return (_one_of(done, table, chance) or done) if done and chance.random() < 0.6 else done


def attributed(sentence: str, chance: random.Random) -> str | None:
    """The words with a reporting phrase around them, or without one."""
    stripped = re.sub(r",? (?:he|she|[A-Z]\w+) (?:said|says|told \w+|added)\.?$", "", sentence)
    if stripped != sentence:
        return stripped
    who = chance.choice(("He", "She", "The president", "The minister", "The official", "Smith"))
    inner = sentence.rstrip(". ")
    if chance.random() < 0.5:
        return f"{inner}, {who[0].lower() + who[1:]} said."
    return f"{who} {chance.choice(('said', 'said that', 'stressed that'))} {inner}."


def headline(sentence: str, chance: random.Random) -> str | None:
    """Articles and final point dropped, as a headline does."""
    short = re.sub(r"\b(?:the|a|an|The|A|An|that) ", "", sentence).rstrip(".")
    return _capital(short) if short != sentence else None


def opener_dropped(sentence: str, chance: random.Random) -> str | None:
    """The small word that opens a spoken sentence dropped."""
    short = re.sub(
        r"^(?:And|But|So|Well|Now|Yet|Also|In fact|Of course|Moreover|However),? ", "", sentence
    )
    return _capital(short) if short != sentence else None


def number_form(sentence: str, chance: random.Random) -> str | None:
    """A number in another form of the same value."""
    words = {word: str(value) for value, word in enumerate(NUMBER_WORDS[:9], start=2)}
    for word, digit in words.items():
        done = _exchange(sentence, word, digit)
        if done:
            return done
    match = re.search(r"\b(\d{1,3}),(\d{3})\b(?!,)", sentence)
    if match:
        other = match.group(1) + match.group(2)
        if match.group(2) == "000" and chance.random() < 0.6:
            other = f"{match.group(1)} thousand"
        return sentence.replace(match.group(), other, 1)
    return None


def clause(sentence: str, chance: random.Random) -> str | None:
    """One of two clauses that stand side by side."""
    if re.search(r"\b(?:if|unless|only|until|because)\b", sentence, re.I):
        return None
    parts = [
        p for p in re.split(r"; |, (?:and|but) (?=\w+ \w+ \w+)", sentence) if len(p.split()) > 4
    ]
    return _capital(chance.choice(parts)).rstrip(".") + "." if len(parts) == 2 else None


# What follows changes what is said.


def denied(sentence: str, chance: random.Random) -> str | None:
    """A "not" put in or taken out."""
    if DENIAL.search(sentence):
        if "n't" in sentence:
            return sentence.replace("won't", "will").replace("can't", "can").replace("n't", "", 1)
        return _capital(DENIAL.sub("", sentence, count=1))
    spots = [*AUXILIARY.finditer(sentence), *PERFECT.finditer(sentence)]
    if not spots:
        return None
    spot = chance.choice(spots[:2])
    word = spot.group(1)
    new = chance.choice((f"{word} not", f"{word} not", f"{word} never", f"{word} no longer"))
    return sentence[: spot.start(1)] + new + sentence[spot.end(1) :]


def renumbered(sentence: str, chance: random.Random) -> str | None:
    """Another number, ordinal, month or day."""
    for table in (NUMBER_WORDS, ORDINALS, MONTHS):
        for word in table:
            if re.search(rf"\b{word}\b", sentence):
                other = chance.choice([one for one in table if one != word])
                return _exchange(sentence, word, other)
    found = list(NUMBER.finditer(sentence))
    if not found:
        return None
    spot = chance.choice(found)
    return sentence[: spot.start()] + _other_number(spot.group(), chance) + sentence[spot.end() :]


def _other_number(number: str, chance: random.Random) -> str:
    digits = [i for i, c in enumerate(number) if c.isdigit()]
    if chance.random() < 0.3 and "." not in number and "," not in number and len(number) < 3:
        return number + "0"
    spot = chance.choice(digits)
    new = chance.choice([d for d in "123456789" if d != number[spot]])
    return number[:spot] + new + number[spot + 1 :]


def opposed(sentence: str, chance: random.Random) -> str | None:
    """A word replaced by its opposite, or by another unit."""
    return _one_of(sentence, [p for a, b in OPPOSED for p in ((a, b), (b, a))], chance)


def stronger(sentence: str, chance: random.Random) -> str | None:
    """More binding or more certain than said."""
    return _one_of(sentence, list(STRONGER), chance)


def weaker(sentence: str, chance: random.Random) -> str | None:
    """Less binding or less certain than said."""
    return _one_of(sentence, list(WEAKER), chance)


def renamed(sentence: str, chance: random.Random) -> str | None:
    """One name replaced by another."""
    spots = list(NAME.finditer(sentence))
    if not spots:
        return None
    spot = chance.choice(spots)
    other = chance.choice([one for one in NAMES if one not in sentence])
    return sentence[: spot.start()] + other + sentence[spot.end() :]


def exchanged(sentence: str, chance: random.Random) -> str | None:
    """Two names, or two sides of a verb, exchanged."""
    spots = list(NAME.finditer(sentence))
    distinct = [s for s in spots if s.group() != spots[0].group()] if spots else []
    if not distinct:
        return None
    one, two = spots[0], chance.choice(distinct)
    return (
        sentence[: one.start()]
        + two.group()
        + sentence[one.end() : two.start()]
        + one.group()
        + sentence[two.end() :]
    )


def unconditioned(sentence: str, chance: random.Random) -> str | None:
    """A condition or limit dropped."""
    short = re.sub(r"^(?:If|Unless|Until|When) [^,]+, ", "", sentence)
    if short == sentence:
        short = re.sub(r",? (?:if|unless|until|provided that|as long as) [^,.;]+", "", sentence)
    if short == sentence:
        short = re.sub(r"\b(?:only|partly|almost|nearly|at most|hardly) ", "", sentence, count=1)
    return _capital(short) if short != sentence and len(short.split()) > 3 else None


def conditioned(sentence: str, chance: random.Random) -> str | None:
    """A condition or limit put in."""
    added = chance.choice(CONDITIONS)
    return sentence.rstrip(". ") + added + "."


def accomplished(sentence: str, chance: random.Random) -> str | None:
    """A plan told as done."""
    match = re.search(
        r"\b(?:will|plans? to|wants? to|intends? to|hopes? to|is going to|are going to|should|must)"
        r" (\w+)",
        sentence,
    )
    if not match:
        return None
    verb = match.group(1).lower()
    if verb in ("not", "never", "also", "still"):
        return None
    done = IRREGULAR.get(verb) or (verb + "d" if verb.endswith("e") else verb + "ed")
    return sentence[: match.start()] + f"has already {done}" + sentence[match.end() :]


def extended(sentence: str, other: str) -> str:
    """The sentence with a claim of another one added."""
    tail = other.rstrip(". ")
    tail = tail if tail[:2] in ("I ", "I'") or tail[1:2].isupper() else tail[:1].lower() + tail[1:]
    return f"{sentence.rstrip('. ')}, and {tail}."
