"""W3C Web Annotations, one for each quote, on one page.

Source: Web Annotation Data Model, TextQuoteSelector and TextPositionSelector; offsets are code
points of the original text.
"""

from __future__ import annotations

import json
import uuid
from typing import Any
from urllib.parse import quote as percent_encoded

from checker.models import DocumentReport, Evidence, Report, Result
from checker.reports import words

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "checker")


def render(report: Report) -> str:
    """An annotation page."""
    items = [
        _annotation(result, document=document, tool=report.tool.name)
        for document in report.documents
        for result in document.results
    ]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _urn(*(item["id"] for item in items)),
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _annotation(result: Result, *, document: DocumentReport, tool: str) -> dict[str, Any]:
    source = _source(document)
    return {
        "id": _urn(source, result.id, result.quote),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Software", "name": tool},
        "body": [
            _text(result.verdict or result.status, purpose="classifying"),
            _text(_comment(result), purpose="commenting"),
            *(_link(evidence) for evidence in result.evidence if evidence.source.url),
        ],
        "target": {"source": source, "selector": _selectors(result)},
    }


def _source(document: DocumentReport) -> str:
    if document.origin:
        return document.origin
    if document.path:
        return percent_encoded(document.path)
    return _urn("pasted", *(result.quote for result in document.results))


def _selectors(result: Result) -> list[dict[str, Any]]:
    selectors: list[dict[str, Any]] = [{"type": "TextQuoteSelector", "exact": result.quote}]
    if result.start is not None and result.end is not None:
        place = {"type": "TextPositionSelector", "start": result.start, "end": result.end}
        selectors.append(place)
    return selectors


def _text(value: str, *, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _comment(result: Result) -> str:
    sentences = [words.headline(result)]
    sentences += [finding.message for finding in words.worst_first(result.findings)]
    if result.verdict == "no_source":
        sentences += [words.receipt(result.receipt), words.NOT_FALSE]
    return "\n".join(sentences)


def _link(evidence: Evidence) -> dict[str, Any]:
    body: dict[str, Any] = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": evidence.source.url,
    }
    if evidence.wording != "rendering":  # our own summary stands on no page
        body["selector"] = {
            "type": "TextQuoteSelector",
            "exact": evidence.exact,
            "prefix": evidence.prefix,
            "suffix": evidence.suffix,
        }
    return body


def _urn(*parts: str) -> str:
    return uuid.uuid5(_NAMESPACE, "\n".join(parts)).urn
