"""Which pages the store's statements stand on, and what is known of each before it is fetched."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, zip_longest
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from sources.importers.options import ImportOptions
from sources.models import Source, Statement, StoredSource
from sources.store import Store

_OFFICIAL: Final = frozenset({"official_transcript", "official_statement"})
_WEB: Final = ("http://", "https://")
_MARKS: Final = re.compile(r"(?:^|&)(?:utm_[a-z]+|fbclid|gclid|yclid)=[^&]*", re.IGNORECASE)


class Cited(NamedTuple):
    """A page that statements of the store stand on.

    Shape: `url` is the address as it is cited; `records` are the statements that only cite the
           page, not those that were taken from it.
    """

    url: str
    sources: tuple[Source, ...]
    records: tuple[Statement, ...]

    @property
    def is_official(self) -> bool:
        """Whether it is the speaker's own office that publishes it."""
        return any(source.kind in _OFFICIAL for source in self.sources)


def page_key(url: str) -> str:
    """The same for addresses that lead to one page as written: scheme, `www.`, marks aside.

    >>> page_key("https://www.example.org/a/?utm_source=x&id=2#top")
    'example.org/a?id=2'
    """
    parts = urlsplit(url.strip())
    host = parts.netloc.casefold().removeprefix("www.")
    query = _MARKS.sub("", parts.query).lstrip("&")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def cited_pages(
    store: Store,
    *,
    speaker: str | None = None,
    ids: Collection[str] = (),
    everything: bool = False,
) -> tuple[Cited, ...]:
    """The pages to fetch: the official ones, `everything`, or those of the named statements.

    Shape: one page of each host after the other, so that no host is asked without a pause.
    """
    wanted = None
    if speaker is not None or ids:
        chosen = chain(
            store.statements(speaker=speaker) if speaker else (),
            (statement for name in ids if (statement := store.get(name)) is not None),
        )
        wanted = {page_key(s.source.url) for s in chosen if s.source.url}
    pages = [
        _cited(documents, store=store)
        for key, documents in _documents(store).items()
        if wanted is None or key in wanted
    ]
    every = everything or bool(ids)
    return tuple(_by_turns(page for page in pages if every or page.is_official))


def cited_at(url: str, *, store: Store) -> Cited | None:
    """What the store knows of one page, `None` where no statement stands on it."""
    documents = _documents(store).get(page_key(url))
    return _cited(documents, store=store) if documents else None


def _documents(store: Store) -> dict[str, list[StoredSource]]:
    """The documents of the web, by their pages."""
    found: dict[str, list[StoredSource]] = {}
    for each in store.sources():
        if each.source.url is not None and each.source.url.startswith(_WEB):
            found.setdefault(page_key(each.source.url), []).append(each)
    return found


def _cited(documents: list[StoredSource], *, store: Store) -> Cited:
    urls = [each.source.url for each in documents if each.source.url]
    only_cited = [each for each in documents if each.source.sha256 is None]
    records = chain.from_iterable(store.statements_of(each.id) for each in only_cited)
    return Cited(urls[0], tuple(each.source for each in documents), tuple(records))


def _by_turns(pages: Iterable[Cited]) -> Iterator[Cited]:
    """One page of each host, then the next of each."""
    hosts: dict[str, list[Cited]] = {}
    for page in pages:
        hosts.setdefault(urlsplit(page.url).netloc, []).append(page)
    for row in zip_longest(*hosts.values()):
        yield from (page for page in row if page is not None)


def facts_of(page: Cited) -> tuple[ImportOptions, ...]:
    """What the records know of their page, in steps: the least that the page needs is given to it.

    Shape: of a page that is not official nothing is given beyond its publisher: a story's text is
           not its speaker's words.
    """
    records = page.records
    if not records:
        return (ImportOptions(),)
    first = records[0]
    where: dict[str, Any] = {"publisher": first.source.publisher, "title": first.source.title}
    published = _agreed(record.source.published for record in records)
    kind = _agreed(record.source.kind for record in records)
    where |= {"published": published, "kind": kind}
    if not page.is_official:
        return ImportOptions(), ImportOptions(**where)
    who = {"speaker": _agreed(record.speaker for record in records)}
    original = _agreed(record.original_language for record in records)
    words = {"original_language": original, "wording": "official_translation"}
    when = {
        "said_on": _agreed(record.said_on for record in records),
        "event": _agreed(record.event for record in records),
        "place": _agreed(record.place for record in records),
    }
    steps: tuple[dict[str, Any], ...] = (
        {},
        who,
        who | where,
        who | where | words,
        who | where | words | when,
    )
    return tuple(ImportOptions(**step) for step in steps)


def _agreed(values: Iterable[Any]) -> Any:
    """The one value that all have, `None` where they differ."""
    different = set(values)
    return different.pop() if len(different) == 1 else None
