"""The store gives back what was put in, and says what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from source_samples import ARCHIVE, DAY, ids, statement, store_of

from claims.errors import StoreError, UsageError
from sources.builtin import PATH as BUILTIN_PATH
from sources.builtin import builtin_statements
from sources.models import QUESTIONER, Added, Source, Statement
from sources.rows import SOURCE_COLUMNS, STATEMENT_COLUMNS
from sources.store import Store

FULL = Statement(
    id="full",
    utterance="full-utterance",
    speaker="Ilse Brandvik",
    role="Harbour master",
    organisation="Port of Torvik",
    said_on=date(2022, 2, 28),
    said_on_approximate=True,
    event="Opening of the season",
    place="Torvik",
    original_language="no",
    language="en",
    wording="official_translation",
    text="“We” said:\n\n\t— Привет! \u200fسلام\u200e ½ ² \x00 \U0001f6a2",
    topics=("harbour", "ice_class", "лёд"),
    confidence="low",
    note="",
    position=0,
    state="as_prepared",
    corrected_by="https://archive.example/2",
    withdrawn=True,
    translated_from="ru",
    source=Source(
        publisher="Архив",
        title="",
        url="https://archive.example/?q=%20&x=ö",
        published=date(2022, 3, 1),
        kind="official_transcript",
        wire="NTB",
        retrieved_at=datetime(2022, 3, 2, 10, 11, 12, 345678, tzinfo=UTC),
        sha256="0" * 64,
        licence="CC-BY-4.0",
    ),
)


def test_what_goes_in_comes_out(store_path: Path) -> None:
    with store_of(store_path, [FULL, statement("plain")]) as store:
        assert store.get("full") == FULL
        assert store.get("plain") == statement("plain")
        assert ids(store.statements()) == ["full", "plain"]
    with Store.open(store_path) as again:
        assert list(again.statements()) == [FULL, statement("plain")]


def test_a_new_store_holds_the_built_in_statements_of_the_data_file(store_path: Path) -> None:
    lines = BUILTIN_PATH.read_text("utf-8").split("\n")
    validated = [Statement.model_validate_json(line) for line in lines if line]
    with Store.open(store_path) as store:
        held = {each.id: each for each in store.statements()}
    assert len(validated) == 232
    assert held == {each.id: each for each in validated}
    assert list(builtin_statements()) == validated


def test_an_empty_store_answers(store_path: Path) -> None:
    with Store.open(store_path, builtin=False) as store:
        assert store.search("the harbour is open", limit=5) == ()
        assert store.topic("harbour", limit=5) == ()
        assert store.find_short(["harbour"]) == (0, 0, ())
        assert list(store.statements()) == []
        assert store.sources() == ()
        assert store.coverage().statements == 0
        assert store.receipt().model_dump(by_alias=True) == {
            "searched": 0,
            "speakers": (),
            "from": None,
            "to": None,
            "languages": (),
            "complete": True,
        }
        assert store.verify() == ()


def test_a_known_id_is_kept_unless_it_is_to_be_replaced(store_path: Path) -> None:
    with store_of(store_path, [statement("a")]) as store:
        new = [statement("a", "The harbour is shut."), statement("b")]
        assert store.add(new) == Added(1, 0, 0, kept=("a",))
        assert store.get("a") == statement("a")
        assert store.add(new, replace=True) == Added(0, 1, 1)
        assert store.get("a") == new[0]
        assert ids(store.search("the harbour is shut", limit=1)) == ["a"]
        assert store.find_short(["open"]).n_statements == 1
        assert store.verify() == ()


def test_a_failing_generator_stores_nothing(store_path: Path) -> None:
    def breaking() -> object:
        yield statement("b")
        raise KeyboardInterrupt

    with store_of(store_path, [statement("a")]) as store:
        before = store.fingerprint()
        with pytest.raises(KeyboardInterrupt):
            store.add(breaking())  # type: ignore[arg-type]
        assert ids(store.statements()) == ["a"]
        assert store.fingerprint() == before
        assert store.verify() == ()
        store.add([statement("c")])
        assert ids(store.statements()) == ["a", "c"]


def test_what_is_read_while_adding_includes_what_was_added(store_path: Path) -> None:
    with store_of(store_path, [statement("a")]) as store:

        def reading() -> Iterator[Statement]:
            yield statement("b")
            assert ids(store.statements()) == ["a", "b"]
            assert ids(store.search("the harbour is open", limit=1)) == ["a"]
            assert store.people().find("Brandvik")

        assert store.add(reading()).added == 1


def test_removing_leaves_an_audit_line_and_no_trace_in_the_search(store_path: Path) -> None:
    with store_of(store_path, [statement("a"), FULL]) as store:
        empty_again = store.fingerprint()
        assert store.remove("full") == FULL
        assert store.get("full") is None
        assert store.search("Привет سلام", limit=5) == ()
        (line,) = store.audit()
        assert (line.action, line.statement, line.publisher) == ("removed", "full", "Архив")
        assert FULL.text not in str(line)
        assert store.coverage().speakers == {"Ilse Brandvik": 1}
        assert len(store.sources()) == 1
        assert store.verify() == ()
        store.add([FULL])
        assert store.fingerprint() == empty_again


def test_replacing_leaves_an_audit_line(store_path: Path) -> None:
    with store_of(store_path, [statement("a")]) as store:
        store.add([statement("a", "Other words.", speaker="Oskar Dahl")], replace=True)
        (line,) = store.audit()
        assert (line.action, line.statement, line.speaker) == ("replaced", "a", "Ilse Brandvik")
        assert list(store.coverage().speakers) == ["Oskar Dahl"]


def test_a_document_is_removed_with_all_its_statements(store_path: Path) -> None:
    other = Source(publisher="Other")
    held = [statement("a"), statement("b"), statement("c", source=other)]
    with store_of(store_path, held) as store:
        document = next(each for each in store.sources() if each.source == ARCHIVE)
        assert document.n_statements == 2
        assert ids(store.remove_source(document.id)) == ["a", "b"]
        assert ids(store.statements()) == ["c"]
        assert [each.source for each in store.sources()] == [other]


@pytest.mark.parametrize("name", ["nothing", "", "\udcff", "x" * 100_000, "a'; DROP TABLE meta"])
def test_an_unknown_id_is_a_plain_answer(store_path: Path, name: str) -> None:
    with store_of(store_path, [statement("a")]) as store:
        assert store.get(name) is None
        assert store.wordings(name) == ()
        assert list(store.statements(speaker=name)) == []
        for call in (store.remove, store.remove_source, store.neighbours):
            with pytest.raises(UsageError, match=r"no (statement|document) has the id"):
                call(name)
        assert store.verify() == ()


def test_statements_are_chosen_by_speaker_day_and_language(store_path: Path) -> None:
    held = [
        statement("c", said_on=date(2022, 1, 3), language="ru"),
        statement("b", said_on=date(2022, 1, 2), speaker="Oskar Dahl"),
        statement("a", said_on=date(2022, 1, 1)),
    ]
    with store_of(store_path, held) as store:
        day = date(2022, 1, 2)
        assert ids(store.statements()) == ["a", "b", "c"]
        assert ids(store.statements(speaker="Oskar Dahl")) == ["b"]
        assert ids(store.statements(since=day)) == ["b", "c"]
        assert ids(store.statements(until=day)) == ["a", "b"]
        assert ids(store.statements(since=day, until=day)) == ["b"]
        assert ids(store.statements(language="ru")) == ["c"]
        assert ids(store.statements(language="ru", until=day)) == []


def test_more_statements_than_one_page_come_in_order(store_path: Path) -> None:
    held = [statement(f"s{n:04}", said_on=date(2000, 1, 1 + n % 3)) for n in range(1100)]
    with store_of(store_path, held) as store:
        listed = list(store.statements())
    assert listed == sorted(held, key=lambda each: (each.said_on, each.id))


def test_statements_may_be_removed_while_they_are_listed(store_path: Path) -> None:
    with store_of(store_path, [statement(f"s{n}") for n in range(5)]) as store:
        for each in store.statements():
            store.remove(each.id)
        assert list(store.statements()) == []


def test_the_wordings_of_an_utterance_stand_together(store_path: Path) -> None:
    held = [
        statement("ru", "Гавань открыта.", utterance="u", language="ru"),
        statement("en", "The harbour is open.", utterance="u"),
        statement("other", "The harbour is shut."),
    ]
    with store_of(store_path, held) as store:
        assert ids(store.wordings("u")) == ["en", "ru"]
        assert ids(store.wordings("other")) == ["other"]
        assert store.coverage().utterances == 2


def test_neighbours_of_a_turn_stand_in_reading_order(store_path: Path) -> None:
    held = [statement(f"t{n}", f"Turn {n}.", position=n) for n in (3, 0, 4, 1, 2)]
    held += [
        statement("elsewhere", position=2, source=Source(publisher="Other")),
        statement("ru", "Ход.", position=2, language="ru", utterance="t2"),
    ]
    with store_of(store_path, held) as store:
        before, after = store.neighbours("t2", n=2)
        assert (ids(before), ids(after)) == (["t0", "t1"], ["t3", "t4"])
        assert store.neighbours("t0", n=5)[0] == ()
        assert ids(store.neighbours("t0", n=1)[1]) == ["t1"]


def test_neighbours_of_a_cited_statement_are_of_the_same_event(store_path: Path) -> None:
    held = [
        statement("first", event="Debate", source=Source(publisher="A")),
        statement("other-day", event="Debate", said_on=date(2022, 3, 15)),
        statement("asked", event="Debate"),
        statement("wording", event="Debate", utterance="asked"),
        statement("other-speaker", event="Debate", speaker="Oskar Dahl"),
        statement("last", event="Debate", source=Source(publisher="B")),
    ]
    with store_of(store_path, held) as store:
        before, after = store.neighbours("asked", n=9)
        assert (ids(before), ids(after)) == (["first"], ["last"])


def test_coverage_counts_and_the_receipt_agree(store_path: Path) -> None:
    held = [
        statement("a", said_on=date(2021, 12, 31)),
        statement("b", language="ru", utterance="a", wording="rendering"),
        statement("c", speaker="Oskar Dahl", source=Source(publisher="Other", kind="news_report")),
        statement("d", speaker="Oskar Dahl"),
        statement("e", speaker="Oskar Dahl"),
    ]
    with store_of(store_path, held) as store:
        assert store.coverage().model_dump(by_alias=True) == {
            "statements": 5,
            "utterances": 4,
            "sources": 2,
            "from": date(2021, 12, 31),
            "to": DAY,
            "speakers": {"Oskar Dahl": 3, "Ilse Brandvik": 2},
            "years": {"2022": 4, "2021": 1},
            "languages": {"en": 4, "ru": 1},
            "kinds": {"transcript": 4, "news_report": 1},
            "wordings": {"verbatim": 4, "rendering": 1},
        }
        assert list(store.coverage().speakers) == ["Oskar Dahl", "Ilse Brandvik"]
        receipt = store.receipt(complete=False)
        assert receipt.speakers == ("Oskar Dahl", "Ilse Brandvik")
        assert (receipt.searched, receipt.languages, receipt.complete) == (5, ("en", "ru"), False)
        store.remove("c")
        assert store.receipt().searched == 4


def test_the_fingerprint_is_of_the_statements_alone(tmp_path: Path) -> None:
    held = [statement("a"), statement("b"), FULL]
    with store_of(tmp_path / "1", held) as one, store_of(tmp_path / "2", held[::-1]) as two:
        prints = {one.fingerprint()}
        assert two.fingerprint() in prints
        one.rebuild()
        assert one.fingerprint() in prints
        for change in (statement("a", "Other words."), statement("a", note="x"), statement("c")):
            one.add([change], replace=True)
            assert one.fingerprint() not in prints
            prints.add(one.fingerprint())


def test_the_speakers_of_a_store_are_known_people(store_path: Path) -> None:
    held = [
        statement("a", role="Harbour master", organisation="Port of Torvik"),
        statement("b", speaker="Torvik Harbour Authority"),
        statement("c", speaker=QUESTIONER),
        statement("d", speaker="Sergey Lavrov"),
    ]
    with store_of(store_path, held) as store:
        names = [person.name for person in store.people().persons]
        assert len(names) == len(set(names))
        for written in ("Ilse Brandvik", "BRANDVIK", "Ms. Brandvik"):
            assert [p.name for p in store.people().find(written)] == ["Ilse Brandvik"]
        assert [p.name for p in store.people().find("Torvik Harbour Authority")] != []
        assert store.people().find("the Authority") == ()
        assert store.people().find(QUESTIONER) == ()
        (person,) = store.people().find("Brandvik")
        assert [(r.title, r.since, r.until) for r in person.roles] == [("Harbour master", DAY, DAY)]
        store.remove("a")
        assert store.people().find("Brandvik") == ()


def test_a_damaged_row_is_named(store_path: Path) -> None:
    with store_of(store_path, [statement("a")]) as store:
        store._connection.execute("UPDATE statement SET said_on = '2022-02-30'")
        with pytest.raises(StoreError, match="statement 'a' is damaged"):
            store.get("a")


def test_every_field_of_a_statement_is_stored() -> None:
    named = {"id", "utterance", "speaker", "source"}
    assert named | set(STATEMENT_COLUMNS) == set(Statement.model_fields)
    assert set(SOURCE_COLUMNS) == set(Source.model_fields)
