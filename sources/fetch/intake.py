"""A fetched page -> evidence, statements, and their ties to what the store held before."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from claims.errors import ImportFailedError
from sources.fetch.citations import Cited, facts_of
from sources.fetch.download import Page
from sources.fetch.evidence import append, evidence_path, records_of
from sources.fetch.tie import Tie, tie
from sources.grouping import Grouping
from sources.importers import ImportOptions, layout_of, read_statements
from sources.models import Added, FetchedPage, Statement
from sources.store import Store
from sources.terms import index_keys

_LONGEST_NAME = 80
_FIRST_PERSON = frozenset("i we our us my me я мы нас нам наш наша наши мне".split())


class Taken(NamedTuple):
    """What became of a page.

    Shape: `fault` says why no statements were taken from it, which is kept as evidence in any
           case; `tied` counts its turns that are wordings of what the store held before;
           `changed`: it was fetched before, and was another then. `not_archived` says why the
           archive was asked in vain.
    """

    page: FetchedPage
    added: Added
    tied: int
    changed: bool
    fault: ImportFailedError | None
    not_archived: str | None = None


def take_in(
    page: Page, *, store: Store, cited: Cited | None, options: ImportOptions, replace: bool = False
) -> Taken:
    """Keep a page and what it says.

    Shape: `options` are what the caller knows of the page; `cited` what the store's records do.
    Raises: `StoreError` or `OutputError` where it cannot be kept.
    """
    records = records_of(page.exchanges)
    place = evidence_path(store.path)
    store.keep_evidence(lambda end: append(records, place=place, end=end))
    before = store.fetched(page.url)
    kept = _page_of(page)
    statements: tuple[Statement, ...] = ()
    fault = None
    try:
        statements = _statements(page, store=store, cited=cited, options=options)
    except ImportFailedError as error:
        fault = error
    ties = tie(statements, **_records(statements, store=store, cited=cited))
    known = (_with_facts(each, cited=cited) for each in statements)
    added = store.add(Grouping(store).joined(known), replace=replace)
    _merge(ties, store=store)
    kept = kept._replace(fault=fault.what if fault else None)
    store.keep_page(kept)
    return Taken(
        page=kept,
        added=added,
        tied=sum(bool(each.records) for each in ties),
        changed=bool(before) and before[-1].sha256 != kept.sha256,
        fault=fault,
    )


def _page_of(page: Page) -> FetchedPage:
    last = page.last
    return FetchedPage(
        url=page.url,
        sha256=sha256(last.body).hexdigest(),
        retrieved_at=last.at,
        seen_at=last.at,
        leads_to=last.url,
        redirects=tuple(step.url for step in page.exchanges[:-1]),
        media_type=page.media_type,
    )


def _statements(
    page: Page, *, store: Store, cited: Cited | None, options: ImportOptions
) -> tuple[Statement, ...]:
    """The statements on a page, with no more facts from elsewhere than it needs.

    Raises: `ImportFailedError` naming the fact that is missing.
    """
    people = store.people()
    given = {name: value for name, value in options if value is not None}
    given |= {"url": page.url, "retrieved_at": page.last.at}
    steps = facts_of(cited) if cited else (ImportOptions(),)
    with tempfile.TemporaryDirectory(prefix="checker-") as folder:
        file = Path(folder) / _name_of(page)
        file.write_bytes(page.last.body)
        for number, step in enumerate(steps, start=1):
            facts = {name: value for name, value in step if value is not None} | given
            try:
                found = tuple(read_statements(file, options=ImportOptions(**facts), people=people))
            except ImportFailedError as error:
                if number == len(steps):
                    raise ImportFailedError(
                        error.what, where=page.url, next_step=error.next_step
                    ) from error
            else:
                if step.speaker is not None:
                    _check_is_speech(found, page=page, step=step)
                return found
    raise AssertionError("there is always a last step")


def _check_is_speech(found: Sequence[Statement], *, page: Page, step: ImportOptions) -> None:
    """Let a text without labels pass that reads as its speaker's own words, not as a report.

    Raises: `ImportFailedError` where it names the speaker, or nobody speaks for himself in it.
    """
    if len(found) != 1 or layout_of(page.last.body, url=page.url) not in (None, "generic"):
        return
    words = set(index_keys(found[0].text))
    surname = index_keys(step.speaker or "")[-1:]
    if words.isdisjoint(surname) and not words.isdisjoint(_FIRST_PERSON):
        return
    raise ImportFailedError(
        f"the page does not say that these are {step.speaker}'s own words",
        where=page.url,
        next_step="add it with `checker sources add URL --speaker NAME --wording ...` if they are",
    )


def _name_of(page: Page) -> str:
    """A file name for the page: the last part of its address, which may say what it is."""
    name = unquote(urlsplit(page.last.url).path).rstrip("/").rpartition("/")[2]
    safe = "".join(c if c.isalnum() or c in "-._" else "-" for c in name).strip(".")
    return safe[-_LONGEST_NAME:] or "page.html"


def _records(
    turns: Sequence[Statement], *, store: Store, cited: Cited | None
) -> dict[str, tuple[Statement, ...]]:
    """The records that turns may be tied to: those that cite the page, and others of the day."""
    citing = cited.records if cited else ()
    known = {record.id for record in citing} | {turn.id for turn in turns}
    elsewhere: dict[str, Statement] = {}
    for speaker, day in {(turn.speaker, turn.said_on) for turn in turns}:
        for other in store.statements(speaker=speaker, since=day, until=day):
            if other.id not in known and other.source.sha256 is None:
                elsewhere[other.id] = other
    return {"citing": citing, "elsewhere": tuple(elsewhere.values())}


def _with_facts(turn: Statement, *, cited: Cited | None) -> Statement:
    """A turn with what the records of its speaker on this page know beside it."""
    own = [record for record in (cited.records if cited else ()) if record.speaker == turn.speaker]
    if cited is None or not own:
        return turn
    first = own[0]
    facts: dict[str, Any] = {
        name: getattr(first, name)
        for name in ("role", "organisation", "event", "place")
        if getattr(turn, name) is None
    }
    original = first.original_language
    if turn.original_language == turn.language != original:
        facts["original_language"] = original
        if turn.wording == "verbatim":
            official = cited.is_official
            facts["wording"] = "official_translation" if official else "agency_translation"
    elif turn.language == turn.original_language and turn.wording.endswith("_translation"):
        facts["wording"] = "verbatim"
    return turn.model_copy(update=facts)


def _merge(ties: Iterable[Tie], *, store: Store) -> None:
    """Make tied turns and records wordings of one utterance, that of the likeliest record."""
    for turn, records in ties:
        if records:
            first, *others = records
            store.merge([first.id, turn.id, *(record.id for record in others)])
