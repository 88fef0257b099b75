"""Lines that are no follow-up: what may have been meant, and how to have them checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from checker.dialogue.guide import ASKED, COMMANDS, WITH_FILE
from checker.dialogue.replies import Reply, answer, say
from checker.dialogue.understand import Knows, correct, did_you_mean, understand

_QUESTION = re.compile(
    r"(?:who|whose|whom|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|can|"
    r"could|should|would|will|may|shall|кто|что|чей|чьи|когда|где|откуда|почему|зачем|как|какой"
    r"|какая|какие|сколько|можно|правда ли)\b",
    re.IGNORECASE,
)
_LONGEST_SLIP = 3


class Least(NamedTuple):
    """What a typed line must have to be taken as a claim without asking."""

    words: int
    letters: int


class Offer(NamedTuple):
    """A reply, and the line that "yes" stands for after it."""

    reply: Reply
    line: str | None = None


def is_question(typed: str) -> bool:
    """Whether a line asks something.

    >>> is_question("Where is the harbour"), is_question("The harbour is open.")
    (True, False)
    """
    return bool(_QUESTION.match(typed)) or typed.endswith("?")


def of_command(name: str, *, rest: str) -> Offer:
    """What to say to a command that does not exist."""
    meant = did_you_mean(name, known=frozenset((*COMMANDS, *ASKED)))
    typed = f"/{name} {rest}".strip()
    hint = f" Did you mean /{meant}?" if meant else " /help lists them."
    whole = meant and (rest or meant not in WITH_FILE)
    reply = answer(
        say(f"No command /{name}.{hint}", f"To check it as a quote, type: check: {typed}")
    )
    return Offer(reply, f"/{meant} {rest}".strip() if whole else None)


def of_name(typed: str, *, knows: Knows) -> Offer | None:
    """What to say to a line whose person nobody knows: the slip that made a word a name."""
    meant = correct(typed, knows=knows)
    asked = understand(meant, knows=knows) if meant else None
    if meant is None or asked is None or asked.person:
        return None
    return Offer(answer(say(f"Did you mean: {meant}? (yes)", *_instead(typed))), meant)


def of_line(
    typed: str, *, knows: Knows, holds: Callable[[str], bool], least: Least
) -> Offer | None:
    """What to say to a line that was not understood; `None` where it is a claim to check."""
    meant = _file_meant(typed) or _slash_forgotten(typed) or correct(typed, knows=knows)
    words = typed.split()
    if meant and not (len(words) == 1 and holds(typed)):
        return Offer(answer(say(f"Did you mean: {meant}? (yes)", *_instead(typed))), meant)
    n_letters = sum(character.isalpha() for character in typed)
    long_enough = len(words) >= least.words and n_letters >= least.letters
    if long_enough and not is_question(typed):
        return None
    what = "I do not know that question" if is_question(typed) else "That is short for a quote"
    line = None if len(words) == 1 else f"check: {typed}"
    told = _instead(typed, by_yes=line is not None)
    return Offer(answer(say(f"{what}; help shows what can be asked.", *told)), line)


def _file_meant(typed: str) -> str | None:
    """The command that loads the file which a short line names."""
    words = typed.split()
    named = words[-1].strip("\"'")
    if len(words) > _LONGEST_SLIP or words[0].casefold() in WITH_FILE or "." not in named:
        return None
    return f"/load {named}" if Path(named).expanduser().is_file() else None


def _slash_forgotten(typed: str) -> str | None:
    """The command that a short line would be with a slash before it."""
    words = typed.casefold().split()
    is_command = words[0] in COMMANDS and len(words) <= _LONGEST_SLIP
    return f"/{typed}" if is_command else None


def _instead(typed: str, *, by_yes: bool = False) -> tuple[str, str]:
    """What to type to have a line taken as a quote, or as words to look for."""
    return (
        f"To check it as a quote, type: {'yes, or ' if by_yes else ''}check: {typed}",
        f"To look for it in the store, type: search {typed.strip('?!. ')}",
    )
