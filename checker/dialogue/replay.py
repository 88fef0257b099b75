"""A saved session entered once more, and what came out otherwise than then."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from checker.dialogue.focus import Checked
from checker.dialogue.replies import Block, Reply, line, say
from checker.dialogue.saved import Entered
from checker.reports import words

_LONGEST_LINE = 100


def played(entered: tuple[Entered, ...], *, reply: Callable[..., Reply]) -> tuple[Block, ...]:
    """Every line with its reply of now."""
    blocks: list[Block] = []
    for each in entered:
        blocks.append(_typed(each))
        blocks += reply(each.text, pasted=each.pasted).blocks
    return tuple(blocks)


def _typed(entered: Entered) -> Block:
    lines = entered.text.splitlines() or [""]
    sign, more = "|" if entered.pasted else ">", len(lines) - 1
    first = lines[0] if len(lines[0]) <= _LONGEST_LINE else f"{lines[0][:_LONGEST_LINE]} …"
    rest = say(f"{sign} … {more} more lines", look="quiet") if more else ()
    return (line("", f"{sign} {first}", look="quiet"), *rest)


def differences(then: tuple[Checked, ...], *, now: tuple[Checked, ...], n_lines: int) -> Block:
    """Which results are others than they were."""
    changed = [
        f"#{number}: {_verdict(old)} then, {_verdict(new)} now."
        for number, (old, new) in enumerate(zip_longest(then, now), start=1)
        if _verdict(old) != _verdict(new)
    ]
    head = f"Played again: {n_lines} lines, {len(now)} results"
    if not changed:
        return say(f"{head}. Every verdict is as it was.")
    return say(f"{head}, {len(changed)} with another verdict:", *changed)


def _verdict(checked: Checked | None) -> str:
    return words.verdict_word(checked.result) if checked else "no result"
