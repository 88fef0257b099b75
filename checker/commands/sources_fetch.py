"""`checker sources fetch`, and `checker sources add URL`: pages from their publishers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from checker.commands.context import DONE, FAILED, Context
from checker.commands.engine import opened_store
from checker.commands.people import canonical
from checker.progress import Bar
from checker.reports.jsonable import json_text
from claims.errors import FetchError, UsageError
from sources.importers import ImportOptions
from sources.models import Added, FetchedPage
from sources.store import Store

if TYPE_CHECKING:
    from sources.fetch.citations import Cited
    from sources.fetch.download import Downloader
    from sources.fetch.intake import Taken


WEB: Final = ("https://", "http://")
"""How an address begins, and no path does."""
_SHOWN: Final = 5
"""Ids in one message."""


class Outcome(NamedTuple):
    """What became of one page; `fault` says why something could not be completed."""

    url: str
    page: FetchedPage | None = None
    added: int = 0
    tied: int = 0
    changed: bool = False
    skipped: bool = False
    fault: str | None = None


def fetch(context: Context) -> int:
    """Fetch the pages that the store cites, one after the other; each is kept when it is there."""
    arguments = context.arguments
    done: list[Outcome] = []
    with opened_store(context) as store:
        pages = _chosen(store, context=context)
        bar = Bar(context.streams.stderr, total=len(pages), shown=not arguments.quiet)
        try:
            with bar, _downloader(context) as loader:
                for number, cited in enumerate(pages):
                    bar.move(done=number, text=cited.url)
                    done.append(_one(cited, store=store, loader=loader, context=context))
        finally:
            context.say(_summary(done, n_pages=len(pages)))
    if arguments.format == "json":
        rows = [_named(each) for each in done]
        context.streams.stdout.write(json_text(rows, indent=2))
    return FAILED if any(each.fault for each in done) else DONE


class Pages:
    """Adds pages by their addresses; what fetches them is made with the first.

    Shape: `are_complete` is false where an archive was asked in vain.
    """

    def __init__(self, context: Context, *, store: Store) -> None:
        self.are_complete = True
        self._context = context
        self._store = store
        self._stack = ExitStack()
        self._loader: Downloader | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def add(self, url: str, *, options: ImportOptions) -> Added:
        """Fetch one page and take in what it says.

        Raises: `FetchError` where it cannot be fetched; `ImportFailedError` where it was kept,
                but no statements could be taken from it.
        """
        from sources.fetch.citations import cited_at
        from sources.fetch.intake import take_in

        if self._loader is None:
            self._loader = self._stack.enter_context(_downloader(self._context))
        store, context = self._store, self._context
        page = self._loader.page(url)
        replace = bool(context.arguments.replace)
        cited = cited_at(url, store=store)
        taken = take_in(page, store=store, cited=cited, options=options, replace=replace)
        taken = _with_archive(taken, store=store, loader=self._loader, context=context)
        self.are_complete &= taken.not_archived is None
        if taken.fault is not None:
            raise taken.fault
        context.say(f"{url}: {_line(taken)}")
        return taken.added


@contextmanager
def _downloader(context: Context) -> Iterator[Downloader]:
    """What fetches pages as this call wants it."""
    from sources.fetch.client import Client
    from sources.fetch.download import Downloader
    from sources.fetch.guard import anywhere, is_public

    settings = context.configuration.settings.fetch
    allow = anywhere if context.arguments.allow_private else is_public
    with Client(settings, allow=allow) as client:
        yield Downloader(client, settings)


def _chosen(store: Store, *, context: Context) -> tuple[Cited, ...]:
    from sources.fetch.citations import cited_pages

    arguments = context.arguments
    ids: Sequence[str] = arguments.id or ()
    for name in ids:
        if store.get(name) is None:
            raise UsageError(
                f"no statement has the id {name!r}",
                next_step="find it with `checker sources search WORDS`",
            )
    name = arguments.speaker and canonical(arguments.speaker, people=store.people())
    return cited_pages(store, speaker=name, ids=ids, everything=arguments.all)


def _one(cited: Cited, *, store: Store, loader: Downloader, context: Context) -> Outcome:
    """One page, with a line for what became of it."""
    from sources.fetch.intake import take_in

    before = store.fetched(cited.url)
    if before and not context.arguments.again:
        return Outcome(cited.url, page=before[-1], skipped=True)
    try:
        page = loader.page(cited.url)
    except FetchError as error:
        context.complain(error.line)
        return Outcome(cited.url, fault=error.what)
    taken = take_in(page, store=store, cited=cited, options=ImportOptions())
    taken = _with_archive(taken, store=store, loader=loader, context=context)
    if taken.fault is not None:
        context.complain(taken.fault.line)
    else:
        context.say(f"{cited.url}: {_line(taken)}")
    return Outcome(
        cited.url,
        page=taken.page,
        added=taken.added.added,
        tied=taken.tied,
        changed=taken.changed,
        fault=taken.fault.what if taken.fault else taken.not_archived,
    )


def _with_archive(taken: Taken, *, store: Store, loader: Downloader, context: Context) -> Taken:
    """With the address of an archived copy, where it is asked for and there is one."""
    from sources.fetch.archive import archived_copy

    if not context.arguments.archive:
        return taken
    page = taken.page
    endpoint = context.configuration.settings.fetch.archive
    try:
        found = archived_copy(page.url, near=page.seen_at, endpoint=endpoint, downloader=loader)
    except FetchError as error:
        context.complain(error.line)
        return taken._replace(not_archived=error.what)
    if found is None:
        context.say(f"{page.url}: the archive has no copy")
        return taken
    page = page._replace(archived=found)
    store.keep_page(page)
    return taken._replace(page=page)


def _line(taken: Taken) -> str:
    """What a page brought, in words."""
    line = counts(taken.added)
    if taken.tied:
        line += f", {taken.tied} tied to what the store held"
    if taken.changed:
        line += "; the page has changed since it was fetched before: both versions are kept"
    return line


def counts(added: Added) -> str:
    """What was done, in words."""
    parts = [f"{added.added} added"]
    parts += [f"{added.replaced} replaced"] if added.replaced else []
    parts += [f"{added.known} known already"] if added.known else []
    if added.kept:
        shown = ", ".join(added.kept[:_SHOWN]) + ", ..." * (len(added.kept) > _SHOWN)
        parts += [f"{len(added.kept)} known with other content and kept as stored ({shown});"]
        return ", ".join(parts) + " --replace takes what came"
    return ", ".join(parts)


def _summary(done: Sequence[Outcome], *, n_pages: int) -> str:
    if not n_pages:
        return "the store cites no such page on the web; --all takes all kinds of pages"
    fetched = [each for each in done if each.page and not each.skipped]
    parts = [f"{len(fetched)} of {n_pages} pages fetched"]
    counts = {
        "statements added": sum(each.added for each in fetched),
        "tied to what the store held": sum(each.tied for each in fetched),
        "pages changed": sum(each.changed for each in fetched),
        "fetched before": sum(each.skipped for each in done),
        "of them without statements (--again tries once more)": sum(
            each.skipped and each.page is not None and each.page.fault is not None for each in done
        ),
        "not completed": sum(each.fault is not None for each in done),
        "left": n_pages - len(done),
    }
    return ", ".join([*parts, *(f"{n} {what}" for what, n in counts.items() if n)])


def _named(outcome: Outcome) -> dict[str, object]:
    """An outcome with its field names, for JSON."""
    page = outcome.page._asdict() if outcome.page else None
    return outcome._asdict() | {"page": page}
