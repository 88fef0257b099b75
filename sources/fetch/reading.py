"""A fetched page -> statements, with no more facts from elsewhere than it needs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from claims.errors import ImportFailedError
from claims.people import People
from sources.fetch.download import Page
from sources.importers import ImportOptions, layout_of, read_statements
from sources.models import Statement
from sources.terms import index_keys

_LONGEST_NAME: Final = 80
_FIRST_PERSON: Final = frozenset("i we our us my me я мы нас нам наш наша наши мне".split())

Read = Callable[[ImportOptions], tuple[Statement, ...]]


def statements_on(
    page: Page, *, steps: Sequence[ImportOptions], options: ImportOptions, people: People
) -> tuple[Statement, ...]:
    """The statements on a page.

    Shape: `options` are what the caller knows and go before everything; `steps` are what the
           store's records know, each more than the one before: the first that suffices is used.
    Raises: `ImportFailedError` naming the fact that is missing after the last.
    """
    given = options.model_copy(update={"url": page.url, "retrieved_at": page.last.at})
    with tempfile.TemporaryDirectory(prefix="checker-") as folder:
        file = Path(folder) / _name_of(page)
        file.write_bytes(page.last.body)

        def read(step: ImportOptions) -> tuple[Statement, ...]:
            facts = given.model_copy(
                update={n: v for n, v in step if v is not None and getattr(given, n) is None}
            )
            return tuple(read_statements(file, options=facts, people=people))

        step, found = _first(steps, read=read, where=page.url)
        if step.speaker is not None and options.speaker is None:
            _check_is_speech(found, page=page, step=step, read=read)
        return found


def _first(
    steps: Sequence[ImportOptions], *, read: Read, where: str
) -> tuple[ImportOptions, tuple[Statement, ...]]:
    """The first step that suffices, and what is read with it.

    Raises: `ImportFailedError` after the last.
    """
    *others, last = steps
    for step in others:
        try:
            return step, read(step)
        except ImportFailedError:
            continue
    try:
        return last, read(last)
    except ImportFailedError as error:
        raise ImportFailedError(error.what, where=where, next_step=error.next_step) from error


def _check_is_speech(
    found: Sequence[Statement], *, page: Page, step: ImportOptions, read: Read
) -> None:
    """Let a text without labels pass that reads as its speaker's own words, not as a report.

    Raises: `ImportFailedError` where it names the speaker, or nobody speaks for himself in it.
    """
    if len(found) != 1 or layout_of(page.last.body, url=page.url) not in (None, "generic"):
        return
    words = set(index_keys(found[0].text))
    surname = index_keys(step.speaker or "")[-1:]
    if words.isdisjoint(surname) and not words.isdisjoint(_FIRST_PERSON):
        return
    try:
        read(step.model_copy(update={"speaker": None}))  # with a label it needs no speaker
    except ImportFailedError as error:
        raise ImportFailedError(
            f"the page does not say that these are {step.speaker}'s own words",
            where=page.url,
            next_step="if they are, use `checker sources add URL --speaker NAME --wording ...`",
        ) from error


def _name_of(page: Page) -> str:
    """A file name for the page: the last part of its address, which may say what it is."""
    name = unquote(urlsplit(page.last.url).path).rstrip("/").rpartition("/")[2]
    safe = "".join(c if c.isalnum() or c in "-._" else "-" for c in name).strip(".")
    return safe[-_LONGEST_NAME:] or "page.html"
