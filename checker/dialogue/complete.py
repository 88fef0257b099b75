"""What the Tab key offers: commands, follow-ups, people, topics, files and result numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from checker.dialogue.guide import ASKED, COMMANDS, WITH_FILE
from checker.dialogue.marking import read_marking

FOLLOW_UPS = (
    "after", "again", "archive", "before", "cite", "cite chicago", "cite markdown", "closest",
    "context", "copy", "copy link", "diff", "dismiss: ", "full statement", "how sure", "in Russian",
    "is that from ", "is it true", "list", "more", "next", "next open", "note ", "ok",
    "other translations", "previous", "redo", "search ", "so it is fake", "source", "undo",
    "what do you hold", "what do you hold on ", "what did ", "what else did he say about ",
    "what is left", "when", "where", "which event", "who else said this", "who said it", "why",
)  # fmt: skip
MOST = 40
_ABOUT = re.compile(r"(?:.*\b(?:about|on|of|regarding)|search(?: for)?|find) (\S*(?: \S*)?)$", re.I)
_SAYING = re.compile(r"(?:what|who|when|where|is|was|did|has|does|how|and|not|by|from)\b", re.I)
_FILE = re.compile(rf"/({'|'.join(sorted(WITH_FILE))}) (.*)", re.I)
_NUMBER = re.compile(r"(?:.* )?#(\d*)$")


class Words(NamedTuple):
    """What can be completed beside commands: names of people and topics of the store."""

    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Completion(NamedTuple):
    """A text to put in place of the last `replaced` characters."""

    text: str
    replaced: int


def completions(typed: str, *, words: Words, n_results: int = 0) -> tuple[Completion, ...]:
    """What a line may go on with, at most MOST.

    >>> completions("/di", words=Words())
    (Completion(text='/diff', replaced=3), Completion(text='/dismiss', replaced=3))
    >>> completions("is that from lav", words=Words(people=("Sergey Lavrov",)))
    (Completion(text='Sergey Lavrov', replaced=3),)
    """
    found = tuple(dict.fromkeys(_found(typed, words=words, n_results=n_results)))
    return found[:MOST]


def _found(typed: str, *, words: Words, n_results: int) -> Iterator[Completion]:
    path, number = _FILE.fullmatch(typed), _NUMBER.fullmatch(typed)
    if path:
        yield from _files(path[2])
        return
    if typed.startswith("/") and " " not in typed:
        names = sorted({*COMMANDS, *ASKED})
        yield from (Completion(f"/{name}", len(typed)) for name in _begin(typed[1:], names))
        return
    if number and n_results:
        numbers = [str(n) for n in range(1, n_results + 1)]
        yield from (Completion(n, len(number[1])) for n in _begin(number[1], numbers))
        return
    line = typed.removeprefix("/")
    if line:
        yield from (Completion(each, len(line)) for each in _begin(line, FOLLOW_UPS))
    if read_marking(typed) is None:
        yield from _names(line, words=words)


def _names(line: str, *, words: Words) -> Iterator[Completion]:
    """People for the last word of a question, topics for what follows "about"."""
    last = line.rpartition(" ")[2]
    if len(last) > 1 and (_SAYING.match(line) or last == line):
        fitting = (name for name in words.people if _has_word(name, last))
        yield from (Completion(name, len(last)) for name in fitting)
    about = _ABOUT.fullmatch(line)
    if about:
        yield from (Completion(t, len(about[1])) for t in _begin(about[1], words.topics))
        yield from (Completion(t, len(last)) for t in _begin(last, words.topics) if last)


def _begin(start: str, names: tuple[str, ...] | list[str]) -> Iterator[str]:
    folded = start.casefold()
    return (name for name in names if name.casefold().startswith(folded) and name != start)


def _has_word(name: str, start: str) -> bool:
    folded = start.casefold()
    return any(word.casefold().startswith(folded) for word in name.split())


def _files(typed: str) -> Iterator[Completion]:
    """Files and folders that begin as typed; a folder ends with its separator."""
    begun = Path(typed).expanduser()
    folder, start = (begun, "") if typed.endswith("/") or not typed else (begun.parent, begun.name)
    try:
        there = sorted(folder.iterdir())
    except OSError:
        return
    for place in there:
        if place.name.startswith(start) and (start or not place.name.startswith(".")):
            yield Completion(f"{place.name}{'/' if place.is_dir() else ''}", len(start))
