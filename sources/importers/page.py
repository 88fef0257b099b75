"""A saved page, as HTML or as its text, cut into blocks that know where on the page they stood.

Nothing is judged here but what is furniture: menus, share buttons, links to other pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final, NamedTuple

from claims.errors import InputError
from claims.readers import read_text
from claims.readers.encoding import decode
from claims.readers.signs import is_html
from sources.importers.blocks import SPACE, Block, Walker

_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SIGNS: Final = re.compile(r"[#\s]+")
_HEAD: Final = 4096
_APART: Final = re.compile(r"[ \u00a0]{3,}|\t+")
_LINK: Final = re.compile(r"[\w’' &-]{2,32}")
_ALIKE: Final = 12
"""Letters with which a heading and the title of its page begin alike at least."""
_PACKED: Final = (b"%PDF", b"PK\x03\x04")
"""What files begin with whose text another reader takes out."""


class Page(NamedTuple):
    """A page as it was saved.

    Shape: `url` is the address it was read from or the one it gives for itself; `title` the
           index of the block with its heading, `None` where none was found; `metas` are
           (name, content) pairs of its head, names in small letters; `is_html` is false for a
           page's text, whose lines stand in `text` without their indents.
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

    def head(self, letters: int) -> str:
        """How the text of the page begins, as one line: names of sites go over several."""
        return " ".join(self.text[:letters].split())

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
        return _html(text, url=url, digest=digest, where=where)
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
        text="\n".join(line.strip() for line in text.splitlines()),
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
        written = _columns(line)
        written = SPACE.sub(" ", written).strip("\ufeff \t\u200e\u200f")
        if written:
            bare = written if _SIGNS.fullmatch(written) else written.lstrip("#").strip()
            yield Block(text=bare.replace("**", ""), broken=not apart)
        apart = not written


def _columns(line: str) -> str:
    """A line of short words far apart is a row of links, which strokes set apart elsewhere."""
    parts = _APART.split(line.strip())
    if len(parts) < 2 or not all(_LINK.fullmatch(part) for part in parts):
        return line
    return " | ".join(parts)


def _html(markup: str, *, url: str | None, digest: str, where: str) -> Page:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        root = lxml_html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    except etree.ParserError as error:
        raise InputError(
            "is an empty page", where=where, next_step="check that it was saved"
        ) from error
    body = root.find("body")
    body = root if body is None else body
    metas = tuple(_metas(root))
    walker = Walker(total=max(1, len(body.text_content())))
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
    tops = [index for index in headings if blocks[index].tag == "h1"]
    alike = [index for index in tops if keys[index][:_ALIKE] == named[:_ALIKE] != ""]
    if alike:
        return alike[0]
    for index, block in enumerate(blocks):
        if named and len(block.text) > 15 and _key(block.text) in named:
            return index
    return next(iter(tops or headings), None)


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
