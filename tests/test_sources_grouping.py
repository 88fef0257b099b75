"""Wordings of one utterance find together on import; what is only likely is proposed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from cli_runner import run
from rows import Case, check, finding, said, tell
from source_samples import DAY, ids

from sources.builtin import builtin_statements
from sources.grouping import Grouping, proposals
from sources.likeness import LIKELY, SURE, kinship, shared
from sources.models import Source, Statement
from sources.store import Store

TOLL = "For now the council will not raise the toll on the old bridge beyond 20 crowns."
RUSSIAN = "Пока совет не поднимет плату за проезд по старому мосту выше 20 крон."
EVENT = "Opening of the bridge season"


def translation(name: str, text: str = TOLL, **fields: Any) -> Statement:
    """An agency's translation of something said in Russian, on a page of its own."""
    given = {
        "wording": "agency_translation",
        "original_language": "ru",
        "source": {"publisher": name.title(), "kind": "news_report"},
    }
    return said(text, name=name, **(given | fields))


AGENCY = translation("north", source={"publisher": "North Wire", "kind": "agency_report"})


def added(store: Store, statements: Iterable[Statement]) -> Grouping:
    """Add statements as an import does."""
    grouping = Grouping(store)
    store.add(grouping.joined(statements))
    return grouping


@pytest.mark.parametrize(
    ("other", "kin"),
    [
        (translation("x"), "copy"),
        (translation("x", TOLL.replace("raise", "lift")), "copy"),
        (translation("x", "At present the council does not raise the toll on the old bridge above"
                     " 20 crowns."), "maybe"),
        (translation("x", "So far the council will not raise tolls on the old bridge above 20"
                     " crowns.", event=EVENT), "same"),
        (translation("x", TOLL.replace("not raise", "raise")), "maybe"),
        (translation("x", TOLL.replace("20", "30")), "maybe"),
        (translation("x", said_on=DAY + timedelta(days=1)), "copy"),
        (translation("x", "So far the council will not raise tolls on the old bridge above 20"
                     " crowns.", event=EVENT, said_on_approximate=True), "maybe"),
        (translation("x", "The swans are back on the lake of the abbey, and the ice is gone."),
         "apart"),
        (translation("x", "The old bridge."), "apart"),
        (said(RUSSIAN, name="x", event=EVENT), "maybe"),
        (said(RUSSIAN.replace("20", "30"), name="x", event=EVENT), "apart"),
        (said(RUSSIAN, name="x"), "apart"),
    ],
)  # fmt: skip
def test_what_two_statements_of_a_speaker_are_to_each_other(other: Statement, kin: str) -> None:
    one = AGENCY.model_copy(update={"event": EVENT})
    assert kinship(one, other) == kinship(other, one) == kin


def test_the_built_in_statements_are_kept_apart() -> None:
    """None of 485 pairs that are different utterances is joined, and one is proposed."""
    pairs = [
        (one, other)
        for one, other in combinations(builtin_statements(), 2)
        if (one.speaker, one.said_on) == (other.speaker, other.said_on)
    ]
    apart = [(one, other) for one, other in pairs if one.utterance != other.utterance]
    found = [kinship(one, other) for one, other in apart]
    assert (len(apart), found.count("maybe"), found.count("apart")) == (485, 1, 484)
    shares = sorted(shared(one.text, other.text) for one, other in apart)
    assert shares[-2] < LIKELY < shares[-1] < SURE


def test_a_wording_joins_the_utterance_that_is_stored(store_path: Path) -> None:
    with Store.open(store_path, builtin=False) as store:
        store.add([AGENCY])
        grouping = added(store, [translation("post"), said(RUSSIAN, name="russian")])
        assert ids(store.wordings("north")) == ["north", "post"]
        assert (grouping.n_joined, grouping.n_proposed) == (1, 0)
        assert store.verify() == ()


def test_an_import_is_the_same_again(store_path: Path) -> None:
    """What was split by hand is not joined by the next import of the same list."""
    with Store.open(store_path, builtin=False) as store:
        wordings = [AGENCY, translation("post"), translation("times")]
        added(store, wordings)
        assert ids(store.wordings("north")) == ["north", "post", "times"]
        store.split(["times"])
        before = store.fingerprint()
        assert added(store, wordings).n_joined == 0
        assert store.fingerprint() == before


def test_turns_of_one_document_are_utterances_of_their_own(store_path: Path) -> None:
    source = {"publisher": "Torvik Archive", "url": None}
    with Store.open(store_path, builtin=False) as store:
        added(store, [said(TOLL, name=name, source=source) for name in ("a", "b")])
        assert store.coverage().utterances == 2
        # Nor do they both join a stored one.
        other = {"publisher": "Other Archive", "url": None}
        found = added(store, [said(TOLL, name=name, source=other) for name in ("c", "d")])
        assert (found.n_joined, found.n_proposed) == (0, 2)


def test_the_same_words_on_another_day_are_proposed_only(store_path: Path) -> None:
    with Store.open(store_path, builtin=False) as store:
        store.add([AGENCY])
        found = added(store, [translation("post", said_on=DAY + timedelta(days=1))])
        assert (found.n_joined, found.n_proposed) == (0, 1)
        assert found.copies == {"North Wire": 1}
        assert added(store, [translation("times", said_on=DAY + timedelta(days=3))]).n_proposed == 0
        assert [(p.one.id, p.other.id) for p in proposals(store)] == [("north", "post")]


def test_what_names_its_utterance_is_left_alone(store_path: Path) -> None:
    with Store.open(store_path, builtin=False) as store:
        store.add([AGENCY])
        assert added(store, [translation("post", utterance="own")]).n_joined == 0
        assert ids(store.wordings("own")) == ["post"]
        assert [(p.one.id, p.other.id) for p in proposals(store)] == [("north", "post")]


def test_an_edited_page_is_another_version_of_the_utterance(store_path: Path) -> None:
    page = {"publisher": "Ministry", "url": "https://ministry.example/1", "sha256": "a" * 64}
    edited = {**page, "sha256": "b" * 64}
    with Store.open(store_path, builtin=False) as store:
        added(store, [said(TOLL, name="first", source=page)])
        added(store, [said(TOLL.replace("raise", "lift"), name="second", source=edited)])
        assert ids(store.wordings("first")) == ["first", "second"]


REPRINT = translation("post", source={"publisher": "The Valley Post", "kind": "news_report"})


@pytest.mark.parametrize(
    ("held", "reprint", "wire"),
    [
        (AGENCY, REPRINT, "North Wire"),
        (translation("a", source={"publisher": "Paper", "kind": "news_report", "wire": "NW"}),
         REPRINT, "NW"),
        # An edit or two of the desk's.
        (AGENCY, translation("post", TOLL.replace("raise", "lift")), "North Wire"),
        # Another translation is no copy; nor are the words that all who were there heard.
        (AGENCY, translation("post", "So far the council will lift no charges."), None),
        (said(TOLL, name="north", source={"publisher": "NW", "kind": "agency_report"}),
         said(TOLL, name="post", source={"publisher": "Post", "kind": "news_report"}), None),
        # Two papers, and no agency known.
        (translation("times"), REPRINT, None),
        # The office's own page is nobody's copy.
        (AGENCY,
         translation("post", source={"publisher": "Ministry", "kind": "official_statement"}), None),
    ],
)  # fmt: skip
def test_a_reprint_is_known_for_its_agencys_copy(
    store_path: Path, held: Statement, reprint: Statement, wire: str | None
) -> None:
    with Store.open(store_path, builtin=False) as store:
        store.add([held])
        grouping = added(store, [reprint])
        stored = store.get(reprint.id)
        assert stored is not None
        assert stored.source.wire == wire
        assert grouping.copies == ({wire: 1} if wire else {})


def test_a_report_of_its_own_that_quotes_an_agency_once_is_no_copy(store_path: Path) -> None:
    paper = {"publisher": "The Valley Post", "kind": "news_report", "url": None}
    own = [
        translation("post", source=paper),
        translation("post2", "The ferry will come back with the first warm day.", source=paper),
        translation("post3", "Nobody was asked about the colour of the new boats.", source=paper),
    ]
    with Store.open(store_path, builtin=False) as store:
        store.add([AGENCY])
        assert added(store, own).copies == {}
        assert {each.source.wire for each in store.statements()} == {None}


def test_copies_of_one_wire_are_one_source(tmp_path: Path) -> None:
    wire = {"kind": "news_report", "wire": "North Wire"}
    papers = tuple(
        translation(name, utterance="u", source={"publisher": name, **wire})
        for name in ("one", "two", "three")
    )
    case = Case(papers, TOLL, document=(("wire", "North Wire"),))
    result = check(case, tmp_path)
    assert [shown.statement for shown in result.evidence] == ["one"], tell(case, result)
    assert finding(result, "same_wire").severity == "notice"
    assert finding(result, "secondary_source").severity == "notice"
    assert "said_often" not in {item.code for item in result.findings}


def test_another_wire_or_another_wording_is_shown_beside(tmp_path: Path) -> None:
    others = (
        translation("one", utterance="u", source={"publisher": "One", "wire": "North Wire"}),
        translation("two", utterance="u", source={"publisher": "Two", "wire": "South Wire"}),
        translation("three", utterance="u", source={"publisher": "Three"}),
        translation("four", utterance="u", source={"publisher": "Four"}),
    )
    result = check(Case(others, TOLL), tmp_path)
    assert {shown.statement for shown in result.evidence} == {"one", "two", "three", "four"}


def test_a_thousand_statements_of_one_day_are_joined_in_time(store_path: Path) -> None:
    """A debate: every turn is looked up once for its speaker and day, not once for each turn."""
    sides = [
        [
            said(f"Turn {n} is about word{n} and word{n + 1}.", name=f"{side}{n}", position=n,
                 source={"publisher": side, "url": None})
            for n in range(500)
        ]
        for side in ("a", "b")
    ]  # fmt: skip
    with Store.open(store_path, builtin=False) as store:
        for side in sides:
            added(store, side)
        assert store.coverage().statements == 1000


def test_the_command_line_tells_what_it_joined(tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    run("sources", "init", "--empty", "--store", store)
    held = [AGENCY, REPRINT, translation("times", TOLL.replace("20", "30"))]
    (tmp_path / "a.jsonl").write_text("".join(f"{s.model_dump_json()}\n" for s in held), "utf-8")
    ran = run("sources", "add", str(tmp_path / "a.jsonl"), "--store", store)
    assert ran.err.endswith(
        "3 added; 1 of them wordings of what is stored; 1 of them taken for North Wire copy;"
        " 1 may be wordings of it: see `checker sources merge`\n"
    )
    listed = run("sources", "merge", "--store", store)
    assert "2 pairs may be wordings" in listed.err
    assert listed.out.count("times") == 2
    assert run("sources", "merge", "--json", "--store", store).json == [
        ["north", "times"],
        ["post", "times"],
    ]
    assert date.fromisoformat(listed.out.split()[1]) == DAY


def test_a_source_that_only_tells_its_address_apart_is_another_document(store_path: Path) -> None:
    one = Source(publisher="P", url="https://paper.example/1")
    two = Source(publisher="P", url="https://paper.example/2")
    with Store.open(store_path, builtin=False) as store:
        added(store, [AGENCY.model_copy(update={"id": "a", "utterance": "a", "source": one})])
        added(store, [AGENCY.model_copy(update={"id": "b", "utterance": "b", "source": two})])
        assert ids(store.wordings("a")) == ["a", "b"]
