"""schema.org ClaimReview, one for each quote, as JSON-LD.

The rating is a word, never a number, and no word for "false": having no source is not a rating
of truth.
Source: schema.org/ClaimReview, schema.org/Rating.
"""

from __future__ import annotations

import json
from typing import Any

from checker.models import Evidence, Report, Result
from checker.reports import words

_RATINGS = {"match": "Match", "paraphrase": "Paraphrase", "no_source": "No source found"}


def render(report: Report) -> str:
    """A graph of reviews."""
    reviews = [
        _review(result, origin=document.origin, tool=report.tool.name)
        for document in report.documents
        for result in document.results
    ]
    graph = {"@context": "https://schema.org", "@graph": reviews}
    return json.dumps(graph, ensure_ascii=False, indent=2) + "\n"


def _review(result: Result, *, origin: str | None, tool: str) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "name": words.headline(result),
        "claimReviewed": result.quote,
        "author": {"@type": "SoftwareApplication", "name": tool},
        "itemReviewed": _claim(result, origin=origin),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": _RATINGS.get(result.verdict or "", "Not checked"),
            "ratingExplanation": _explanation(result),
        },
    }


def _claim(result: Result, *, origin: str | None) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim", "text": result.quote}
    if result.speaker:
        name = result.speaker.name or result.speaker.as_written
        claim["author"] = {"@type": "Person", "name": name}
    if result.said_on:
        claim["datePublished"] = result.said_on.isoformat()
    if origin:
        claim["appearance"] = {"@type": "CreativeWork", "url": origin}
    if result.evidence:
        claim["firstAppearance"] = _quotation(result.evidence[0])
    return claim


def _quotation(evidence: Evidence) -> dict[str, Any]:
    quotation: dict[str, Any] = {
        "@type": "Quotation",
        "text": evidence.exact,
        "inLanguage": evidence.language,
        "spokenByCharacter": {"@type": "Person", "name": evidence.speaker},
        "dateCreated": evidence.said_on.isoformat(),
        "publisher": {"@type": "Organization", "name": evidence.source.publisher},
        "abstract": words.wording(evidence),
    }
    if evidence.source.url:
        quotation["isBasedOn"] = evidence.source.link or evidence.source.url
    return quotation


def _explanation(result: Result) -> str:
    messages = [finding.message for finding in words.worst_first(result.findings)]
    if result.verdict == "no_source":
        messages += [words.receipt(result.receipt), words.NOT_FALSE]
    return " ".join(messages) or words.headline(result)
