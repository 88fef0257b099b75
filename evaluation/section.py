"""What a runner hands to the report: figures beside their goals, and a page of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.models import Model
from evaluation.figures import Share


class Goal(Model):
    """One figure that has a goal.

    Shape: `plain` is what the best plain method reaches, in words; `share` is `None` where the
           figure could not be measured here. `worst` are the cases that went most wrong, by name
           where they are another's or nobody may tune on them.
    """

    of: str
    figure: str
    plain: str
    goal: float
    at_least: bool = True
    share: Share | None
    worst: tuple[str, ...] = ()

    @property
    def reached(self) -> bool | None:
        """Whether the figure is at its goal, `None` where it was not measured."""
        if self.share is None:
            return None
        value = self.share.value
        return value >= self.goal if self.at_least else value <= self.goal


WORST = 10
"""Cases named where a goal is missed."""


class Section(Model):
    """One part of the page; `failed` where it could not be measured for an error."""

    title: str
    lines: tuple[str, ...]
    goals: tuple[Goal, ...] = ()
    failed: bool = False


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table, with an empty line after it; the first column is text, the rest figures.

    >>> list(table(("set", "n"), [("a|b", "1")]))
    ['| set | n |', '|---|--:|', '| a\\\\|b | 1 |', '']
    """
    yield _row(header)
    yield "|---|" + "--:|" * (len(header) - 1)
    for row in rows:
        yield _row(row)
    yield ""


def shown(share: Share | None) -> str:
    """A share with its interval, where one was made, and count; a dash where there is none.

    >>> shown(Share(value=0.5, low=0.25, high=0.75, n=8))
    '.500 [.250, .750] of 8'
    """
    if share is None:
        return "–"
    low, high = number(share.low), number(share.high)
    if share.low == share.high and 0 < share.value < 1:
        return f"{number(share.value)} of {share.n:,}"
    return f"{number(share.value)} [{low}, {high}] of {share.n:,}"


def number(value: float | None) -> str:
    """A ratio without its leading zero, a dash where there is none.

    >>> number(0.8615), number(1.0), number(None)
    ('.862', '1.000', '–')
    """
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
