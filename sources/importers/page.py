"""A saved page, as HTML or as its text, cut into blocks that know where on the page they stood.

Nothing is judged here but what is furniture: menus, share buttons, links to other pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final, NamedTuple

from claims.readers import read_text
from claims.readers.encoding import decode
from claims.readers.signs import is_html

_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD: Final = 4096
_PACKED: Final = (b"%PDF", b"PK\x03\x04")
"""What files begin with whose text another reader takes out."""
_BREAKS: Final = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 td th tr table section article header footer nav aside main"
    " blockquote figure figcaption dl dt dd form body pre hr center address".split()
)
_UNREAD: Final = frozenset(
    "script style noscript template iframe svg head select option button textarea input".split()
)
_ASIDE: Final = frozenset("nav footer aside form figure".split())
_FURNITURE: Final = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs crumbs share sharing shares social socials"
    " related sidebar footer cookie cookies comment comments subscribe subscription newsletter lang"
    " langs language languages locale pagination pager tags banner widget widgets print skip"
    " search login promo recommended recommend also advert ads toolbar buttons caption gallery"
    " video player copyright hidden ticker latest popular carousel slider sitemap partners"
    " weather clock today now current topbar bottommeta masha-ignore".split()
)
_BOLD: Final = frozenset("b strong".split())
_SPACE: Final = re.compile(r"[^\S\n]+")
_MOSTLY: Final = 0.5
"""Share of a page's text above which no class name makes an element furniture."""


class Block(NamedTuple):
    """One paragraph, line or heading of a page.

    Shape: `names` are the classes and ids of the element and of all around it, in small
           letters, outermost first; `bold` counts the characters at its start that are set
           bold; `linked` is the share of its characters inside links; `broken` says that only a
           line break sets it apart from the block before; `time` is the machine-readable
           date of a `<time>` in it; `path` numbers the elements around it, outermost first.
    """

    text: str
    tag: str = "p"
    names: str = ""
    bold: int = 0
    linked: float = 0.0
    broken: bool = False
    furniture: bool = False
    italic: bool = False
    time: str | None = None
    path: tuple[int, ...] = (0,)


class Page(NamedTuple):
    """A page as it was saved.

    Shape: `url` is the address it was read from or the one it gives for itself; `title` the
           index of the block with its heading, `None` where none was found; `metas` are
           (name, content) pairs of its head, names in small letters; `is_html` is false for a
           page's text.
    """

    blocks: tuple[Block, ...]
    url: str | None
    heading: str | None
    title: int | None
    language: str | None
    metas: tuple[tuple[str, str], ...]
    is_html: bool
    sha256: str
    text: str

    def meta(self, *names: str) -> str | None:
        """The first of these that the head has."""
        for name in names:
            for known, content in self.metas:
                if known == name and content.strip():
                    return content.strip()
        return None

    @property
    def site(self) -> str:
        """What the head says of the site: its name, and the end of the page's title."""
        title = self.meta("title") or ""
        _, _, tail = title[::-1].partition("•" if "•" in title else "|" if "|" in title else "- ")
        last = title[len(tail) :] if tail else ""
        return f"{self.meta('og:site_name') or ''} {last.strip(' •|-')}".strip()

    def seen(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text of the page holds a pattern."""
        return pattern.search(self.text) is not None


def read_blocks(data: bytes, *, url: str | None, where: str) -> Page:
    """The page in these bytes.

    Raises: `InputError` for bytes that are no text.
    """
    digest = sha256(data).hexdigest()
    text = _decoded(data, where=where)
    if is_html(text[:_HEAD]):
        return _html(text, url=url, digest=digest)
    blocks = () if text.lstrip("\ufeff \n").startswith("<?xml") else tuple(_lines(text))
    title = 0 if blocks else None
    return Page(
        blocks=blocks,
        url=url,
        heading=blocks[0].text if blocks else None,
        title=title,
        language=None,
        metas=(),
        is_html=False,
        sha256=digest,
        text=text,
    )


def _decoded(data: bytes, *, where: str) -> str:
    """The characters of a page or file: of its text, or in the encoding that its head names."""
    if data.startswith(_PACKED):
        return read_text(data).text
    named = _CHARSET.search(data[:_HEAD])
    if named is not None:
        try:
            return data.decode(named[1].decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, where=where)


def _lines(text: str) -> Iterator[Block]:
    """A page's text: a line is a block, an empty line sets paragraphs apart."""
    apart = True
    for line in text.splitlines():
        written = _SPACE.sub(" ", line).strip("\ufeff \t\u200e\u200f")
        if written:
            bare = written.lstrip("#").strip()
            yield Block(text=bare.replace("**", ""), broken=not apart)
        apart = not written


def _html(markup: str, *, url: str | None, digest: str) -> Page:
    from lxml import html as lxml_html

    root = lxml_html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    body = root.find("body")
    body = root if body is None else body
    metas = tuple(_metas(root))
    walker = _Walker(total=max(1, len(body.text_content())))
    walker.walk(body, names="", furniture=False)
    blocks = tuple(walker.finished())
    title = _title(blocks, metas=metas)
    own = _canonical(root, metas=metas)
    return Page(
        blocks=blocks,
        url=url or own,
        heading=blocks[title].text if title is not None else _head_title(metas),
        title=title,
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        metas=metas,
        is_html=True,
        sha256=digest,
        text="\n".join(block.text for block in blocks),
    )


def _metas(root: Any) -> Iterator[tuple[str, str]]:
    title = root.find(".//title")
    if title is not None and title.text:
        yield "title", " ".join(title.text.split())
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name and meta.get("content"):
            yield name.lower(), " ".join(meta.get("content").split())
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            for name, value in re.findall(
                r'"(datePublished|dateCreated)"\s*:\s*"([^"]+)"', script.text or ""
            ):
                yield name.lower(), value


def _canonical(root: Any, *, metas: tuple[tuple[str, str], ...]) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return str(link.get("href"))
    return next((content for name, content in metas if name == "og:url"), None)


def _head_title(metas: tuple[tuple[str, str], ...]) -> str | None:
    given = next((content for name, content in metas if name == "og:title"), None)
    return given or next((content for name, content in metas if name == "title"), None)


def _title(blocks: tuple[Block, ...], *, metas: tuple[tuple[str, str], ...]) -> int | None:
    """The heading that the head of the page agrees with, else the first."""
    named = _key(_head_title(metas) or "")
    headings = [i for i, b in enumerate(blocks) if b.tag in ("h1", "h2", "h3") and len(b.text) > 3]
    keys = {index: _key(blocks[index].text) for index in headings}
    agreed = [i for i, key in keys.items() if key and named and (key in named or named in key)]
    if agreed:
        return max(agreed, key=lambda index: len(keys[index]))
    for index, block in enumerate(blocks):
        if named and len(block.text) > 15 and _key(block.text) in named:
            return index
    first = [index for index in headings if blocks[index].tag == "h1"]
    return next(iter(first or headings), None)


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


class _Walker:
    """Walks an element tree in reading order and gathers blocks."""

    def __init__(self, *, total: int) -> None:
        self.total = total
        self.path: list[int] = [0]
        self.n_elements = 0
        self.blocks: list[Block] = []
        self._start(tag="p", names="", furniture=False, broken=False)

    def _start(self, *, tag: str, names: str, furniture: bool, broken: bool) -> None:
        self.parts: list[tuple[str, bool, bool, bool]] = []
        self.kept = (tag, names, furniture, broken)
        self.around = tuple(self.path)
        self.time: str | None = None

    def _end(self, *, tag: str, names: str, furniture: bool, broken: bool = False) -> None:
        block = self._block()
        if block is not None:
            self.blocks.append(block)
        elif self.kept[3] is False and broken:
            broken = False  # two breaks in a row set paragraphs apart
        self._start(tag=tag, names=names, furniture=furniture, broken=broken)

    def _block(self) -> Block | None:
        tag, names, furniture, broken = self.kept
        text = _SPACE.sub(" ", "".join(part[0] for part in self.parts).replace("\n", " ")).strip()
        if not text:
            return None
        letters = [(len(part[0].strip()), *part[1:]) for part in self.parts if part[0].strip()]
        whole = sum(part[0] for part in letters)
        return Block(
            text=text,
            tag=tag,
            names=names,
            bold=_leading_bold(self.parts),
            linked=sum(part[0] for part in letters if part[2]) / whole,
            broken=broken,
            furniture=furniture,
            italic=all(part[3] for part in letters),
            time=self.time,
            path=self.around,
        )

    def finished(self) -> list[Block]:
        """Every block of the page."""
        self._end(tag="p", names="", furniture=False)
        return self.blocks

    def walk(self, element: Any, *, names: str, furniture: bool, style: str = "") -> None:
        """One element with all that it holds."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNREAD:
            return
        own = " ".join(filter(None, (element.get("class"), element.get("id"))))
        names = f"{names} {own.lower()} {(element.get('itemprop') or '').lower()}".strip()
        furniture = furniture or self._is_furniture(element, own.lower())
        breaks = tag in _BREAKS
        self.n_elements += breaks
        self.path = [*self.path, self.n_elements] if breaks else self.path
        if tag == "br" or breaks:
            self._end(
                tag=self.kept[0] if tag == "br" else tag,
                names=names,
                furniture=furniture,
                broken=tag == "br",
            )
        if tag == "time" and element.get("datetime"):
            self.time = element.get("datetime")
        style = _styled(element, style)
        self._text(element.text, style)
        for child in element:
            before = self.path
            self.walk(child, names=names, furniture=furniture, style=style)
            self.path = before
            if child.tag in _BREAKS:
                self._end(tag="p" if tag in _BREAKS else tag, names=names, furniture=furniture)
            self._text(child.tail, style)

    def _text(self, text: str | None, style: str) -> None:
        if text:
            self.parts.append((text, "b" in style, "a" in style, "i" in style))

    def _is_furniture(self, element: Any, own: str) -> bool:
        words = set(re.split(r"[\s_]+|-+", own)) | set(own.split())
        if element.tag not in _ASIDE and words.isdisjoint(_FURNITURE):
            return False
        if element.find(".//h1") is not None:
            return False
        return len(element.text_content()) < _MOSTLY * self.total


def _styled(element: Any, style: str) -> str:
    """The style inside an element: b bold, a link, i italic."""
    tag, css = element.tag, (element.get("style") or "").replace(" ", "").lower()
    if tag in _BOLD or "font-weight:bold" in css or "font-weight:700" in css:
        style += "b"
    if tag == "a" and element.get("href"):
        style += "a"
    if tag in ("i", "em") or "font-style:italic" in css:
        style += "i"
    return style


def _leading_bold(parts: list[tuple[str, bool, bool, bool]]) -> int:
    """Characters at the start that are bold, in the text as it is joined."""
    joined = ""
    for text, bold, _, _ in parts:
        if text.strip() and not bold:
            break
        joined += text
    return len(_SPACE.sub(" ", joined.replace("\n", " ")).strip())
