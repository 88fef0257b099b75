"""The blocks of a page: its elements walked in reading order, furniture marked."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

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
SPACE: Final = re.compile(r"[^\S\n]+")
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


class Walker:
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
        text = SPACE.sub(" ", "".join(part[0] for part in self.parts).replace("\n", " ")).strip()
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
    return len(SPACE.sub(" ", joined.replace("\n", " ")).strip())
