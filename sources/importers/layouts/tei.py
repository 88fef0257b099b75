"""Parliamentary records in TEI: ParlaMint, Parla-CLARIN.

An utterance is `<u who="#person">`; one that was interrupted goes on in the `<u>` that its `next`
names. Notes, applause, incidents and gaps are nobody's words. The header gives the day of the
sitting apart from that of the publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from claims.people import People
from sources.importers.days import days, iso_day
from sources.importers.draft import Draft, Said
from sources.importers.naming import bare
from sources.importers.page import Page
from sources.importers.voices import UNDETERMINED

_ROOT: Final = re.compile(r"<(?:\w+:)?TEI\b")
_ROOT_WITHIN: Final = 4096
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NOBODYS: Final = frozenset(
    "note vocal kinesic incident gap desc head pb lb speaker stage fw".split()
)
_OPEN: Final = re.compile(r"\s+([,.;:!?)\]…])(?=\s|$)")
"""A space before a sign that belongs to the word before it: tokens are told without it."""
_BLOCKS: Final = frozenset("seg p ab".split())
_PROCEDURE: Final = re.compile(
    r"Question (?:accordingly |again )*(?:proposed|put)(?:,? and (?:agreed to|negatived))?"
    r"|(?:The )?House (?:divided|adjourned).{0,40}"
    r"|(?:Bill|Motion) .{0,60}(?:agreed to|read).{0,40}",
    re.IGNORECASE,
)


def recognises(page: Page) -> bool:
    """By its root element."""
    return not page.is_html and _ROOT.search(page.text[:_ROOT_WITHIN]) is not None


def read(page: Page, people: People, data: bytes) -> Draft:
    """The utterances in order, each whole."""
    root = _tree(data)
    language = root.get(_LANGUAGE) or "en"
    names = _names(root)
    said = tuple(_said(root, names=names, language=language))
    return Draft(
        said=said,
        publisher=_text(root, "publicationStmt/publisher", "publicationStmt/authority",
                        "publicationStmt/distributor", "sourceDesc//publisher",
                        "publicationStmt/p"),
        title=_text(root, "titleStmt/title[@type='main']", "titleStmt/title"),
        url=page.url or _text(root, "sourceDesc//idno[@type='URI']", "publicationStmt/idno"),
        said_on=_day(root, "setting//date", "sourceDesc//date", "titleStmt//date"),
        published=_day(root, "publicationStmt/date"),
        kind="official_transcript",
        language=language.split("-")[0],
        original_language=None,
        wording="verbatim",
        event=_text(root, "titleStmt/meeting", "setting/name[@type='org']"),
        place=_text(root, "setting/name[@type='city']", "setting/name[@type='place']"),
    )  # fmt: skip


def _tree(data: bytes) -> Any:
    """The elements, their names without prefix; nothing is fetched and no entity filled in."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    return root


def _text(root: Any, *paths: str) -> str | None:
    for path in paths:
        found = root.find(f".//{path}")
        text = " ".join("".join(found.itertext()).split()) if found is not None else ""
        if text:
            return text
    return None


def _day(root: Any, *paths: str) -> date | None:
    for path in paths:
        for found in root.findall(f".//{path}"):
            day = iso_day(found.get("when") or found.get("from"))
            written = days("".join(found.itertext()))
            if day or written:
                return day or written[0].day
    return None


def _names(root: Any) -> dict[str, str]:
    """The persons of the header by their ids."""
    names = {}
    for person in root.iter("person"):
        full = person.find(".//persName")
        if full is None or not person.get(_ID):
            continue
        parts = [
            " ".join("".join(part.itertext()).split())
            for kind in ("forename", "nameLink", "surname")
            for part in full.iter(kind)
        ]
        names[person.get(_ID)] = " ".join(parts) or " ".join("".join(full.itertext()).split())
    return names


def _said(root: Any, *, names: Mapping[str, str], language: str) -> Iterator[Said]:
    """Each utterance with the parts that continue it, under its speaker's name."""
    every = list(root.iter("u", "sp"))
    by_id = {each.get(_ID): each for each in every if each.get(_ID)}
    continued = {each.get("next", "").lstrip("#") for each in every if each.get("next")}
    label = ""
    for element in root.iter("note", "u", "sp"):
        if element.tag == "note":
            label = _label(element) or label
            continue
        if element.get(_ID) in continued or (element.get("prev") and not element.get(_ID)):
            continue
        parts = [text for each in _chain(element, by_id=by_id) for text in _segments(each)]
        own = element.get(_LANGUAGE) or language
        named = element.find("speaker")
        label = label if named is None else " ".join("".join(named.itertext()).split()).rstrip(":")
        who = element.get("who", "").lstrip("#")
        if parts:
            yield Said(
                text="\n\n".join(parts),
                speaker=names.get(who) or label or who or None,
                role="chair" if "#chair" in element.get("ana", "") else None,
                original_language=own.split("-")[0] or UNDETERMINED,
            )
        label = ""


def _label(note: Any) -> str | None:
    """The name in a note of the record: "The Speaker (Ilse Brandvik):"."""
    if note.get("type") != "speaker":
        return None
    text = " ".join("".join(note.itertext()).split()).rstrip(":").strip()
    inside = re.search(r"\(([^)]+)\)", text)
    if inside and re.match(r"(?:The|Mr\.?|Madam)\s+(?:\w+\s+)*(?:Speaker|President|Chair)", text):
        return bare(inside[1])
    return re.sub(r"\s*\([^)]*\)", "", text) or None


def _chain(element: Any, *, by_id: Mapping[str, Any]) -> Iterator[Any]:
    """An utterance and those that continue it."""
    seen: set[int] = set()
    following: Any | None = element
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = by_id.get(following.get("next", "").lstrip("#"))


def _segments(element: Any) -> Iterator[str]:
    """The paragraphs of an utterance."""
    within = [each for each in element.iter() if each.tag in _BLOCKS]
    blocks = [each for each in within if next(each.iterancestors("u", "sp")) is element] or [
        element
    ]
    for block in blocks:
        text = " ".join("".join(_words(block)).split())
        text = text if block.find(".//w") is None else _OPEN.sub(r"\1", text)
        if text and not _PROCEDURE.fullmatch(text.rstrip(".")):
            yield text


def _words(element: Any) -> Iterator[str]:
    """The characters of an element; tokens are set apart unless they join the next."""
    if element.tag in ("w", "pc"):
        yield "".join(element.itertext()) + (
            "" if element.get("join") in ("right", "both") else " "
        )
        return
    has_tokens = element.find(".//w") is not None
    yield (element.text or "") if not has_tokens else ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _NOBODYS:
            yield from _words(child)
        yield (child.tail or "") if not has_tokens else ""
