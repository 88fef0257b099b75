"""HTML -> the text that a browser would show, block by block, each word with its place.

A tolerant reading of tags in one pass: it takes any characters, never fails, and is linear in
their number. A parser that builds a tree would lose the columns.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

_TOKEN = re.compile(
    r"<!--[\s\S]*?(?:-->|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*+)(?P<rest>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+'|[\"'])*+)>"
    r"|<[!?][^>]*+>?"
    r"|(?P<text><?(?:[^<]|<(?![a-zA-Z/!?]))*+)"
)
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w:-]*+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_WORDS = re.compile(r"&#?\w{1,32};?|[^\s&]++(?: [^\s&]++)*+|&|\s++")
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol"
    " option p pre section summary table tbody tfoot thead tr ul".split()
)
_RAW = frozenset("script style textarea title iframe noscript noframes xmp template".split())
_UNSEEN = frozenset("svg math select button object audio video canvas map".split())
_LINES = frozenset("br tr li dd dt option".split())
BESIDE = frozenset("nav aside footer".split())
"""What stands beside a page's main text."""
_KEPT = _UNSEEN | BESIDE | frozenset("ul ol q blockquote cite".split())
_DEEPEST = 50
"""Elements around a block that are remembered."""
_MOST = 400_000
"""Tags and runs of words that are read of one page; a long article has some thousand."""


class Run(NamedTuple):
    """Words of a block: as shown, and their offset in the file; -1 for marks of ours."""

    words: str
    at: int


class Block(NamedTuple):
    """One paragraph, heading, cell or other block, with the names of the elements around it.

    Shape: `quote` is the number of the outermost block quotation it stands in, 0 for none;
           `signature` tells that it names whose words those are; `in_line` that the block
           before goes on in it after a line break.
    """

    runs: list[Run]
    tags: tuple[str, ...]
    quote: int
    in_line: bool
    signature: bool

    @property
    def text(self) -> str:
        """The words of the block."""
        return "".join(run.words for run in self.runs)


class Page(NamedTuple):
    """The blocks of a page, and what its head says of it.

    Shape: `facts` has the contents of meta and link elements by name, in small letters;
           `whole` tells that nothing was left unread.
    """

    blocks: list[Block]
    facts: dict[str, str]
    whole: bool


def tokens(source: str) -> Page:
    """Read a page or a piece of one.

    >>> page = tokens("<p>He said <q>we &amp; you</q>.<p>Go")
    >>> [block.text for block in page.blocks]
    ['He said “we & you”.', 'Go']
    """
    reading = _Reading(source)
    reading.run()
    closed = reading.closed
    blocks = [one if one.quote in closed else one._replace(quote=0) for one in reading.blocks]
    return Page(blocks, reading.facts, reading.left > 0)


class _Reading:
    """One pass over the tags of one page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.facts: dict[str, str] = {}
        self.open: tuple[str, ...] = ()
        self.runs: list[Run] = []
        self.space = False
        self.line = False
        self.left = _MOST
        self.n_quotes = 0
        self.quotes: list[int] = []
        self.closed: set[int] = set()

    def run(self) -> None:
        at, end = 0, len(self.source)
        while at < end and self.left > 0:
            self.left -= 1
            found = _TOKEN.match(self.source, at)
            assert found is not None
            at = found.end()
            if found["text"] is not None:
                self._text(found.start(), at)
            elif found["name"] is not None:
                name = found["name"].lower()
                if found["end"]:
                    self._end(name)
                else:
                    at = self._start(name, found["rest"], at=at)
        self._flush(line=False)

    def _start(self, name: str, rest: str, *, at: int) -> int:
        """Read a start tag that ends at `at`; return where to go on."""
        if name in ("meta", "link"):
            self._fact(name, rest)
        if name in _RAW:
            return self._raw(name, rest, at=at)
        if name in _BLOCKS or (name == "cite" and self.quotes):
            self._flush(line=name in _LINES)
        elif name in ("td", "th") and self.runs:
            self.space = False
            self.runs.append(Run("\t", -1))
        elif name == "q":
            self._put("“", -1)
        if name == "blockquote":
            self.n_quotes += 1
            self.quotes.append(self.n_quotes)
        if name in _KEPT and not rest.endswith("/") and len(self.open) < _DEEPEST:
            self.open = (*self.open, name)
        return at

    def _raw(self, name: str, rest: str, *, at: int) -> int:
        """Pass over an element whose content is no text; return where it ends."""
        close = re.compile(rf"</{name}\b[^>]*+>?", re.IGNORECASE).search(self.source, at)
        stop = len(self.source) if close is None else close.start()
        if name == "title":
            words = " ".join(unescape(self.source[at:stop][:1000]).split())
            self.facts.setdefault("title", words)
        elif name == "script" and "ld+json" in rest:
            self.facts.setdefault("ld+json", self.source[at:stop][:100_000])
        return stop if close is None else close.end()

    def _end(self, name: str) -> None:
        if name in _BLOCKS or (name == "cite" and self.quotes):
            self._flush(line=name in _LINES)
        elif name == "q" and "q" in self.open:
            self.runs.append(Run("”", -1))
        if name == "blockquote" and self.quotes:
            closed = self.quotes.pop()
            if not self.quotes:
                self.closed.add(closed)
        if name in self.open:
            self.open = self.open[: len(self.open) - 1 - self.open[::-1].index(name)]

    def _fact(self, name: str, rest: str) -> None:
        given = {one[1].lower(): one[2] or one[3] or one[4] or "" for one in _attributes(rest)}
        if name == "meta":
            key = given.get("property") or given.get("name") or given.get("itemprop")
            value = given.get("content")
        else:
            key, value = given.get("rel"), given.get("href")
        if key and value:
            self.facts.setdefault(key.lower(), " ".join(unescape(value[:2000]).split()))

    def _text(self, start: int, end: int) -> None:
        if not _UNSEEN.isdisjoint(self.open):
            return
        for found in _WORDS.finditer(self.source, start, end):
            self.left -= 1
            if self.left <= 0:
                return
            words = found[0]
            if words.isspace() and "\xa0" not in words:
                self.space = True
            else:
                self._put(unescape(words) if words[0] == "&" else words, found.start())

    def _put(self, words: str, at: int) -> None:
        if self.space and self.runs:
            self.runs.append(Run(" ", -1))
        self.space = False
        self.runs.append(Run(words, at))

    def _flush(self, *, line: bool) -> None:
        """End a block; what begins now is only a new line of it where `line` says so."""
        seen = any(run.words.strip() for run in self.runs)
        if seen:
            quote = self.quotes[0] if self.quotes else 0
            signed = quote > 0 and not {"cite", "footer"}.isdisjoint(self.open)
            self.blocks.append(Block(self.runs, self.open, quote, self.line, signed))
        self.line = line and (seen or self.line)
        self.runs = []
        self.space = False


def _attributes(rest: str) -> list[re.Match[str]]:
    return list(_ATTRIBUTE.finditer(rest[:8000]))
