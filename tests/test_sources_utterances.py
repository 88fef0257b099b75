"""What was said once has one utterance, whatever its wordings: merged, split, and undone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from source_samples import ARCHIVE, ids, statement, store_of

from claims.errors import UsageError
from sources.models import Added, Source, Statement
from sources.store import Store

HELD = [
    statement("a", "The harbour is open for now."),
    statement("b", "For now the port is open."),
    statement("c", "The harbour is open.", utterance="b"),
    statement("d", "Every ferry sails.", speaker="Oskar Dahl"),
]


def groups(store: Store) -> list[list[str]]:
    """The ids of the wordings of each utterance."""
    found: dict[str, list[str]] = {}
    for each in store.statements():
        found.setdefault(each.utterance, []).append(each.id)
    return sorted(found.values())


def test_merged_statements_are_wordings_of_one_utterance(store_path: Path) -> None:
    with store_of(store_path, HELD) as store:
        before = store.fingerprint()
        assert store.merge(["a", "b"]) == ("a", ("b", "c"))
        assert groups(store) == [["a", "b", "c"], ["d"]]
        assert store.coverage().utterances == 2
        assert store.fingerprint() != before
        assert [(e.action, e.statement, e.detail) for e in store.audit()] == [
            ("merged", "b", "b"),
            ("merged", "c", "b"),
        ]
        assert store.verify() == ()


def test_a_split_undoes_a_merge_and_a_merge_a_split(store_path: Path) -> None:
    with store_of(store_path, HELD) as store:
        before = store.fingerprint()
        assert store.split(store.merge(["a", "b"]).moved) == ("b", ("b", "c"))
        assert store.fingerprint() == before
        assert [entry.action for entry in store.audit()] == ["merged"] * 2 + ["split"] * 2
        assert store.split(["c"]) == ("c", ("c",))
        assert groups(store) == [["a"], ["b"], ["c"], ["d"]]
        assert store.merge(["b", "c"]) == ("b", ("c",))
        assert store.fingerprint() == before
        assert store.verify() == ()


def test_who_gave_an_utterance_its_name_may_leave_it(store_path: Path) -> None:
    with store_of(store_path, HELD) as store:
        assert store.split(["b"]) == ("b+2", ("b",))
        assert groups(store) == [["a"], ["b"], ["c"], ["d"]]
        store.merge(["c", "b"])
        assert groups(store) == [["a"], ["b", "c"], ["d"]]


@pytest.mark.parametrize(
    ("change", "names", "what"),
    [
        ("merge", ["a", "d"], "'d' is of Oskar Dahl, 'a' of Ilse Brandvik"),
        ("merge", ["a", "b", "nobody"], "no statement has the id 'nobody'"),
        ("split", ["nobody"], "no statement has the id 'nobody'"),
        ("split", ["a"], "'a' has no other wording"),
        ("split", ["b", "c"], "'b' has no other wording"),
        ("split", ["a", "b"], "different utterances"),
    ],
)
def test_what_cannot_be_regrouped_changes_nothing(
    store_path: Path, change: str, names: list[str], what: str
) -> None:
    with store_of(store_path, HELD) as store:
        before = store.fingerprint()
        with pytest.raises(UsageError, match=what):
            getattr(store, change)(names)
        assert store.fingerprint() == before
        assert store.audit() == ()


def test_a_review_outlives_the_next_import(store_path: Path) -> None:
    with store_of(store_path, HELD) as store:
        store.merge(["a", "b"])
        store.split(["c"])
        reviewed = groups(store)
        assert store.add(HELD) == Added(0, 0, 4)
        assert groups(store) == reviewed
        # Only a list that names the utterance, and is to replace, says otherwise.
        assert store.add(HELD, replace=True) == Added(0, 0, 4)
        assert groups(store) == reviewed
        told = HELD[2].model_copy(update={"utterance": "a"})
        assert store.add([told]) == Added(0, 0, 1)
        assert store.add([told], replace=True) == Added(0, 1, 0)
        assert groups(store) == [["a", "b", "c"], ["d"]]


def read_on(day: int, sha256: str) -> Source:
    """A page as it was read on a day."""
    moment = datetime(2022, 4, day, 9, 0, tzinfo=UTC)
    return ARCHIVE.model_copy(update={"retrieved_at": moment, "sha256": sha256})


def page(*lines: str, source: Source) -> list[Statement]:
    """The statements of a page, each known by its words."""
    return [statement(line, line, source=source) for line in lines]


def test_versions_of_a_page_are_kept(store_path: Path) -> None:
    first, second = read_on(1, "a" * 64), read_on(8, "b" * 64)
    with store_of(store_path, page("One stays.", "Two goes.", source=first)) as store:
        again = store.add(page("One stays.", "Three is new.", source=second))
        assert again == Added(1, 0, 1)
        held = {each.id: each.source for each in store.statements()}
        assert held == {"One stays.": second, "Two goes.": first, "Three is new.": second}
        # An older reading, as of another desk, takes nothing back.
        assert store.add(page("One stays.", source=first)) == Added(0, 0, 1)
        assert {each.id: each.source for each in store.statements()} == held
        assert store.audit() == ()
        assert ids(store.search("One stays", limit=1)) == ["One stays."]
