"""Every format is read back with an independent reader and says the same as the report."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_samples import (
    ABSENT,
    MATCH,
    NASTY,
    NO_SOURCE,
    NOT_CHECKED,
    REPORT,
    RESULTS,
    report,
    result,
)

from checker.counts import summarise
from checker.models import Report, Result
from checker.reports import csv_report, jsonl, table, words
from checker.reports.card import card
from checker.reports.formats import (
    DOCUMENT_FORMATS,
    ROW_FORMATS,
    RowFormat,
    document_format,
    row_format,
)
from checker.reports.summary import sentence, worst
from checker.schema import schema_text

EMPTY = report(())


def rows(form: RowFormat, results: tuple[Result, ...]) -> str:
    """A whole row report, as the command writes it."""
    return (
        form.HEAD
        + form.SEPARATOR.join(form.row(given) for given in results)
        + form.foot(summarise(results))
    )


def parsed(name: str, given: Report = REPORT) -> Any:
    """A JSON-based document format, read back."""
    return json.loads(document_format(name).render(given))


def test_every_format_of_the_command_line_has_its_report() -> None:
    from checker.arguments import FORMATS

    assert {*ROW_FORMATS, *DOCUMENT_FORMATS, "table"} == set(FORMATS)


@pytest.mark.parametrize("name", ROW_FORMATS)
def test_row_formats_render_no_results(name: str) -> None:
    text = rows(row_format(name), ())
    assert text.count("\n") <= 1


@pytest.mark.parametrize("name", DOCUMENT_FORMATS)
def test_document_formats_render_no_results(name: str) -> None:
    assert document_format(name).render(EMPTY).endswith("\n")


def test_plain_has_a_card_for_each_and_the_counts() -> None:
    text = rows(row_format("plain"), RESULTS)
    *cards, counts = text.split("\n\n")
    assert [card.splitlines()[0] for card in cards] == [words.headline(given) for given in RESULTS]
    assert counts == "5 quotes: 2 match, 2 no source, 1 not checked\n"


def test_one_plain_card_needs_no_counts() -> None:
    assert "quote:" not in rows(row_format("plain"), (MATCH,))


@pytest.mark.parametrize("given", RESULTS, ids=[given.id for given in RESULTS])
def test_jsonl_is_one_result_a_line_with_every_key(given: Result) -> None:
    line = jsonl.row(given)
    assert line.count("\n") == 1
    read = json.loads(line)
    assert set(read) == set(Result.model_fields)
    assert read["quote"] == given.quote
    assert read["receipt"]["from"] == "2022-03-14"


def test_json_has_the_documents_in_order_and_says_schema_1() -> None:
    read = parsed("json")
    assert read["schema"] == 1
    assert read["tool"] == {"name": "checker", "version": "1.2.3", "profile": "strict"}
    assert [len(document["results"]) for document in read["documents"]] == [2, 3]
    assert read["documents"][1]["summary"]["no_source"] == 2
    assert read["documents"][1]["results"][1]["quote"] == NASTY


def test_the_schema_describes_what_json_prints() -> None:
    definitions = json.loads(schema_text())
    problems = list(violations(parsed("json"), definitions, definitions["$defs"]))
    assert problems == []


def test_the_schema_refuses_a_missing_and_an_unknown_key() -> None:
    definitions = json.loads(schema_text())
    broken = parsed("json")
    del broken["documents"][0]["results"][0]["receipt"]
    broken["documents"][0]["extra"] = 1
    problems = list(violations(broken, definitions, definitions["$defs"]))
    assert len(problems) == 2


def violations(value: Any, schema: dict[str, Any], known: dict[str, Any]) -> list[str]:
    """What breaks the schema; written for the few keywords that the schema uses."""
    if "$ref" in schema:
        return violations(value, known[schema["$ref"].rpartition("/")[2]], known)
    if "anyOf" in schema:
        attempts = [violations(value, option, known) for option in schema["anyOf"]]
        return min(attempts, key=len)
    kinds: dict[str, tuple[type, ...]] = {
        "string": (str,),
        "integer": (int,),
        "number": (int, float),
        "boolean": (bool,),
        "array": (list,),
        "object": (dict,),
        "null": (type(None),),
    }
    problems = []
    if "type" in schema and not isinstance(value, kinds[schema["type"]]):
        return [f"{value!r} is not {schema['type']}"]
    if "enum" in schema and value not in schema["enum"]:
        problems.append(f"{value!r} is none of {schema['enum']}")
    if isinstance(value, list):
        problems += [p for item in value for p in violations(item, schema["items"], known)]
    if isinstance(value, dict) and "properties" in schema:
        problems += [f"no {key}" for key in schema["required"] if key not in value]
        problems += [f"extra {key}" for key in value if key not in schema["properties"]]
        for key, inner in schema["properties"].items():
            problems += violations(value[key], inner, known) if key in value else []
    return problems


def test_csv_has_a_row_for_each_and_no_formula() -> None:
    read = list(csv.DictReader(io.StringIO(rows(row_format("csv"), RESULTS), newline="")))
    assert [row["id"] for row in read] == ["q1", "q2", "q3", "q4", "'-5"]
    assert read[3]["quote"] == "'" + NASTY
    assert read[0]["stored"] == "the harbour is open"
    assert read[0]["speaker"] == "Ilse Brandvik"
    assert read[1]["findings"] == "said_often wrong_speaker"
    assert read[2]["closest"] == "brandvik-1"
    assert not any(cell[:1] in set("=+-@\t\r") for row in read for cell in row.values() if cell)


@pytest.mark.parametrize("start", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_csv_cells_are_never_formulas(start: str) -> None:
    text = csv_report.HEAD + csv_report.row(result(quote=start))
    (read,) = csv.DictReader(io.StringIO(text, newline=""))
    assert read["quote"] == "'" + start


def test_markdown_shows_the_cards_and_no_markup_of_the_data() -> None:
    text = document_format("markdown").render(REPORT)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [token for token in tokens if token.type == "inline"]
    shown = ["".join(child.content for child in token.children or ()) for token in inline]
    for each in RESULTS:
        assert words.headline(each) in shown
    kinds = {child.type for token in inline for child in token.children or ()}
    assert kinds == {"text", "strong_open", "strong_close", "link_open", "link_close"}
    assert not any(token.type == "html_block" for token in tokens)


@settings(max_examples=150, deadline=None)
@given(
    st.text("ab1 *_`~[](){}<>!?#&;\\|:.+-=/'\"$%^,—ж", min_size=1, max_size=24)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
def test_markdown_reads_back_as_it_was_written(text: str) -> None:
    sample = ABSENT.model_copy(
        update={
            "quote": text,
            "findings": (ABSENT.findings[0].model_copy(update={"message": text}),),
        }
    )
    given_report = report((sample,))
    document = given_report.documents[0].model_copy(update={"path": text})
    given_report = given_report.model_copy(update={"documents": (document,)})
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = reader.parse(document_format("markdown").render(given_report))
    inline = [token.children or () for token in tokens if token.type == "inline"]
    shown = ["".join(child.content for child in children) for children in inline]
    assert shown[2:] == [
        text,
        *(f"{line.label} {''.join(p.text for p in line.parts)}".strip() for line in card(sample)),
    ]


def test_markdown_marks_only_what_would_read_otherwise() -> None:
    text = document_format("markdown").render(REPORT)
    assert not re.search(r"\\[.\-()+!:|{}>]", text)


class _Page(HTMLParser):
    """The texts, tags and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_well_formed_self_contained_and_escaped() -> None:
    page = _Page()
    page.feed(document_format("html").render(REPORT))
    page.close()
    assert page.open == []
    assert not {"script", "link", "img", "iframe"}.intersection(page.tags)
    assert page.tags.count("article") == len(RESULTS)
    assert set(page.addresses) == {"https://archive.example/1#:~:text=the%20harbour"}
    assert "<script>alert(1)</script>" in page.text
    assert "{+not+}" in page.text


def test_html_links_only_to_web_addresses() -> None:
    evidence = MATCH.evidence[0]
    source = evidence.source.model_copy(update={"link": "javascript:alert(1)"})
    hostile = result(evidence=(evidence.model_copy(update={"source": source}),))
    page = _Page()
    page.feed(document_format("html").render(report((hostile,))))
    assert page.addresses == []


def sarif_results(*given: Result) -> list[dict[str, Any]]:
    """The SARIF results of one document."""
    (run,) = parsed("sarif", report(given))["runs"]
    results: list[dict[str, Any]] = run["results"]
    return results


def test_sarif_has_a_level_only_where_something_failed() -> None:
    log = parsed("sarif")
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    for entry in run["results"]:
        assert entry["ruleId"] in rules
        assert entry["kind"] in {"pass", "open", "review", "fail"}
        assert (entry["level"] == "none") == (entry["kind"] != "fail")
        assert entry["message"]["text"]
    assert {entry["properties"]["id"] for entry in run["results"]} == {r.id for r in RESULTS}


SARIF_KINDS = [
    pytest.param(RESULTS[0], [("match", "pass", "none")], id="match"),
    pytest.param(
        RESULTS[1],
        [("match", "pass", "none"), ("wrong_speaker", "fail", "error")],
        id="wrong speaker, and an info that is no failure",
    ),
    pytest.param(
        RESULTS[2],
        [("no_source", "review", "none"), ("negation_changed", "fail", "error")],
        id="near miss",
    ),
    pytest.param(RESULTS[3], [("no_source", "open", "none")], id="absent"),
    pytest.param(NOT_CHECKED, [("not_checked", "open", "none")], id="not checked"),
]


@pytest.mark.parametrize(("given", "expected"), SARIF_KINDS)
def test_sarif_kinds(given: Result, expected: list[tuple[str, str, str]]) -> None:
    found = [(entry["ruleId"], entry["kind"], entry["level"]) for entry in sarif_results(given)]
    assert found == expected


def test_sarif_points_into_the_text_and_to_the_source() -> None:
    (entry,) = sarif_results(MATCH)
    place = entry["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "port%20news.txt"
    assert place["region"]["startLine"] == 3
    assert place["region"]["startColumn"] == 7
    assert (place["region"]["charOffset"], place["region"]["charLength"]) == (20, 19)
    related = entry["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
    assert related["uri"] == "https://archive.example/1"


def test_sarif_fingerprints_follow_the_quote_and_speaker_not_the_place() -> None:
    def fingerprint(given: Result) -> str:
        (entry,) = sarif_results(given)
        return str(entry["partialFingerprints"]["quoteAndSpeaker/v1"])

    assert fingerprint(MATCH) == fingerprint(result(quote="The harbour is open", line=99))
    assert fingerprint(MATCH) != fingerprint(result(quote="the harbour is shut"))
    assert fingerprint(MATCH) != fingerprint(result(speaker=None))


def test_claimreview_rates_in_words_and_never_says_false() -> None:
    reviews = parsed("claimreview")["@graph"]
    assert [review["claimReviewed"] for review in reviews] == [given.quote for given in RESULTS]
    ratings = [review["reviewRating"] for review in reviews]
    names = ["Match", "Match", "No source found", "No source found", "Not checked"]
    assert [rating["alternateName"] for rating in ratings] == names
    assert not any("ratingValue" in rating for rating in ratings)
    assert words.NOT_FALSE in ratings[2]["ratingExplanation"]
    assert reviews[0]["itemReviewed"]["author"]["name"] == "Ilse Brandvik"
    assert reviews[2]["itemReviewed"]["appearance"]["url"] == "https://news.example/a"


def test_annotations_select_the_quote_and_the_stored_words() -> None:
    page = parsed("annotation")
    first, *_, last = page["items"]
    assert len({item["id"] for item in page["items"]}) == len(RESULTS)
    quote, place = first["target"]["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": "the harbour is open"}
    assert place == {"type": "TextPositionSelector", "start": 20, "end": 39}
    verdict, _, link = first["body"]
    assert verdict["value"] == "match"
    assert link["selector"]["exact"] == "the harbour is open"
    assert last["body"][0]["value"] == "not_checked"
    assert page["items"][2]["target"]["source"] == "https://news.example/a"


def test_annotations_select_no_words_on_a_page_that_does_not_hold_them() -> None:
    ours = MATCH.evidence[0].model_copy(update={"wording": "rendering"})
    (item,) = parsed("annotation", report((result(evidence=(ours,)),)))["items"]
    assert "selector" not in item["body"][2]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_table_fits_its_width_and_says_each_verdict(width: int) -> None:
    text = table.render(REPORT, width=width, colour=False)
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text
    assert sentence(summarise(RESULTS)).split(":")[0] in text


def test_the_table_has_a_row_for_each_quote() -> None:
    text = table.render(REPORT, width=200, colour=False)
    assert text.count("MATCH") == 2
    assert text.count("NO SOURCE") == 2
    assert text.count("NOT CHECKED") == 1
    assert "error: wrong_speaker" in text
    assert "port news.txt:4:1" in text


def test_the_table_is_coloured_only_when_asked_and_never_by_the_data() -> None:
    text = table.render(REPORT, width=200, colour=True, styles={"match": "bold green"})
    assert "\x1b[1;32mMATCH" in text
    assert "\\x1b[31mred" in text


def test_counts_and_the_worst_severity() -> None:
    summary = summarise(RESULTS)
    assert (summary.quotes, summary.match, summary.no_source, summary.not_checked) == (5, 2, 2, 1)
    assert summary.findings == {"error": 3, "warning": 0, "notice": 0, "info": 2}
    found = worst(RESULTS)
    assert found is not None
    assert found.name == "error"
    assert worst((MATCH,)) is None


@pytest.mark.parametrize("name", [*DOCUMENT_FORMATS])
def test_no_document_format_suggests_that_no_source_means_false(name: str) -> None:
    text = document_format(name).render(report((NO_SOURCE,))).replace(words.NOT_FALSE, "")
    for pair in (("\\.", "."), ("\\:", ":")):
        text = text.replace(*pair)
    text = text.replace(words.NOT_FALSE, "").casefold()
    assert not any(word in text for word in ("is false", "fake", "untrue"))
