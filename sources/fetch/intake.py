"""A fetched page -> evidence, statements, and their ties to what the store held before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from claims.errors import ImportFailedError
from sources.fetch.citations import Cited, facts_of
from sources.fetch.download import Page
from sources.fetch.evidence import append, evidence_path, records_of
from sources.fetch.reading import statements_on
from sources.fetch.tie import Tie, tie
from sources.grouping import Grouping
from sources.importers import ImportOptions
from sources.models import Added, FetchedPage, Statement
from sources.store import Store


class Taken(NamedTuple):
    """What became of a page.

    Shape: `fault` says why no statements were taken from it, which is kept as evidence in any
           case; `tied` counts its turns that are wordings of what the store held before;
           `changed`: it was fetched before, and said something else then. `not_archived` says
           why the archive was asked in vain.
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
        steps = facts_of(cited) if cited else (ImportOptions(),)
        statements = statements_on(page, steps=steps, options=options, people=store.people())
    except ImportFailedError as error:
        fault = error
    # A turn that is known was tied before, or taken apart by somebody who looked at it.
    new = [each for each in statements if not before or store.get(each.id) is None]
    ties = tie(new, **_records(new, store=store, cited=cited))
    full = (_with_facts(each, cited=cited) for each in statements)
    added = store.add(Grouping(store).joined(full), replace=replace)
    _merge(ties, store=store)
    kept = kept._replace(fault=fault.what if fault else None)
    store.keep_page(kept)
    return Taken(
        page=kept,
        added=added,
        tied=sum(bool(each.records) for each in ties),
        changed=_has_changed(before, kept, added=added, store=store),
        fault=fault,
    )


def _has_changed(
    before: Sequence[FetchedPage], now: FetchedPage, *, added: Added, store: Store
) -> bool:
    """Whether a page says something else than before; what else is on it changes all the time."""
    if not before or before[-1].sha256 == now.sha256:
        return False
    old = [each for each in store.sources() if each.source.sha256 == before[-1].sha256]
    return bool(added.added or old)


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
