"""Deciding about results, and the files that a session writes because it was asked to."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from checker.check import Checker
from checker.dialogue.marking import Marking, read_marking
from checker.dialogue.marks import Change, Journal, Mark
from checker.dialogue.saved import read_session
from checker.session import Session
from checker.settings import Settings
from claims.errors import InputError
from sources.store import Store

QUOTE = '"A new administration is in power now," Lavrov said.'
ALTERED = '"A new administration is not in power now," Lavrov said.'
ABSENT = '"The orchard keepers counted their pears before the rain."'
START = datetime(2031, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with Store.open(tmp_path_factory.mktemp("desk") / "store.sqlite") as store:
        yield Checker(store, settings=Settings())


@pytest.fixture
def session(checker: Checker) -> Session:
    minutes = iter(range(1000))
    return Session(checker, now=lambda: START + timedelta(minutes=next(minutes)), user="ada")


def said(session: Session, *lines: str) -> str:
    """What the last of the lines is answered."""
    return [session.reply(line).text for line in lines][-1]


def logged(place: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in place.read_text("utf-8").splitlines()]


MARKINGS = [
    ("ok", Marking("ok")),
    ("OK.", Marking("ok")),
    ("okay: checked with the office", Marking("ok", (), "checked with the office")),
    ("ok #2, #3 and #4", Marking("ok", (2, 3, 4))),
    ("mark #3 as ok", Marking("ok", (3,))),
    ("#2 is ok", Marking("ok", (2,))),
    ("accept it because the tape has it", Marking("ok", (), "the tape has it")),
    ("dismiss", Marking("dismiss")),
    ("/dismiss #2: a headline, not a quote", Marking("dismiss", (2,), "a headline, not a quote")),
    ("dismiss that because it is satire", Marking("dismiss", (), "it is satire")),
    ("dismiss it is satire", Marking("dismiss", (), "it is satire")),
    ("dismiss #2 #2 twice", Marking("dismiss", (2,), "twice")),
    ("note call the office, then the desk", Marking("note", (), "call the office, then the desk")),
    ("note #2: 3 people said so", Marking("note", (2,), "3 people said so")),
    ("note 3 people said so", Marking("note", (), "3 people said so")),
    ("this one is fine", Marking("ok")),
    ("delete #3", Marking("dismiss", (3,))),
    ("not a quote, ignore it", Marking("dismiss", (), "not a quote")),
    ("reopen #2", Marking("reopen", (2,))),
    ("ok, who said it", None),
    ("okay then what about Putin", None),
    ("Notes were taken at the meeting.", None),
    ("dismiss\nthat", None),
    ("", None),
]


@pytest.mark.parametrize(("typed", "marking"), MARKINGS)
def test_a_decision_is_read_from_plain_words(typed: str, marking: Marking | None) -> None:
    assert read_marking(typed) == marking


def test_the_journal_goes_back_and_forth_and_forgets_what_was_undone() -> None:
    journal = Journal()
    first = (Change(1, Mark(), Mark(decision="ok")),)
    second = (Change(2, Mark(), Mark(decision="dismissed", reason="a")),)
    journal.add(first)
    journal.add(second)
    assert journal.undo() == (Change(2, Mark(decision="dismissed", reason="a"), Mark()),)
    assert journal.redo() == second
    assert journal.redo() is None
    journal.undo()
    journal.undo()
    assert journal.undo() is None
    journal.add(first)
    assert journal.redo() is None


def test_next_open_goes_round_to_what_was_left_out(session: Session) -> None:
    said(session, QUOTE, ALTERED, ABSENT, "ok #2", "#3", "ok")
    assert said(session, "next open").splitlines()[0].endswith("#1")
    assert said(session, "ok", "next open") == "Nothing is left open: all 3 are decided."


def test_a_pasted_decision_is_a_quote(session: Session) -> None:
    said(session, QUOTE)
    assert session.reply("dismiss: a headline", pasted=True).text.splitlines()[0].endswith("#2")
    assert "dismissed" not in said(session, "list")


def test_ok_after_an_offer_takes_the_offer(session: Session) -> None:
    said(session, QUOTE, "soruce")
    assert "https://" in said(session, "ok")
    assert "ok" not in said(session, "list").split()


def test_the_reason_that_was_asked_for_may_look_like_a_question(session: Session) -> None:
    said(session, QUOTE, "dismiss")
    assert session.awaits_reason
    assert said(session, "why not").startswith("#1 dismissed: why not")
    said(session, "dismiss")
    session.cancel()
    assert not session.awaits_reason


def test_the_log_says_when_who_what_and_why_but_not_the_quote(
    session: Session, checker: Checker, tmp_path: Path
) -> None:
    place = tmp_path / "log.jsonl"
    said(session, f"/audit {place}", QUOTE, "dismiss: a caption", "undo", "redo", ABSENT)
    begin, check, mark, undo, redo, absent = logged(place)
    assert [entry["event"] for entry in (begin, check, mark, undo, redo, absent)] == (
        "begin check mark undo redo check".split()
    )
    assert begin["number"] is None
    assert check["tool"] == {"name": "checker", "version": "0.1.0", "profile": "strict"}
    assert check["store"]["fingerprint"] == checker.store.fingerprint()
    printed = "A new administration is in power now,"
    assert check["quote_sha256"] == sha256(printed.encode()).hexdigest()
    assert (check["verdict"], check["by"]) == ("match", "ada")
    assert check["statement"].startswith("lavrov-20211020")
    assert (mark["mark"]["decision"], mark["mark"]["reason"]) == ("dismissed", "a caption")
    assert (undo["mark"]["decision"], redo["mark"]["decision"]) == (None, "dismissed")
    assert (absent["verdict"], absent["statement"]) == ("no_source", None)
    times = [datetime.fromisoformat(entry["at"]) for entry in logged(place)]
    assert times == sorted(times)
    assert "administration is in power" not in place.read_text("utf-8")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_log_goes_on_and_becomes_private(session: Session, tmp_path: Path) -> None:
    place = tmp_path / "log.jsonl"
    said(session, f"/audit {place}")
    place.chmod(0o644)
    said(session, f"/audit {place}", QUOTE)
    assert [entry["event"] for entry in logged(place)] == ["begin", "begin", "check"]
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_what_cannot_be_logged_is_said_and_the_answer_given(
    session: Session, tmp_path: Path
) -> None:
    place = tmp_path / "log.jsonl"
    said(session, f"/audit {place}")
    place.unlink()
    place.mkdir()
    reply = said(session, QUOTE)
    assert reply.startswith("MATCH")
    assert "Not logged: " in reply
    assert "#1 ok" in said(session, "ok")


def test_a_session_is_taken_up_by_another(
    session: Session, checker: Checker, tmp_path: Path
) -> None:
    place = tmp_path / "day.json"
    said(session, f"{QUOTE}\n\n{ABSENT}", "dismiss #2: invented", "note #1 ring back")
    before = said(session, f"/save {place}", "list")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    kept = read_session(str(place))
    assert len(kept.documents) == 1  # one paste, two quotes
    other = Session(checker)
    assert said(other, f"/resume {place}").startswith(before)
    assert said(other, "who said it").startswith("Sergey Lavrov")
    assert said(other, "#2").splitlines()[-1].split() == "marked dismissed: invented (ada)".split()
    assert said(other, "undo") == "Nothing to undo."


def test_a_saved_session_of_another_store_says_so(session: Session, tmp_path: Path) -> None:
    place = tmp_path / "day.json"
    said(session, QUOTE, f"/save {place}")
    with Store.open(tmp_path / "other.sqlite", builtin=False) as store:
        other = Session(Checker(store, settings=Settings()))
        assert "The store has changed since" in said(other, f"/resume {place}")
        again = said(other, f"/replay {place}")
    assert again.endswith("1 with another verdict:\n#1: MATCH then, NO SOURCE now.")


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"session":1,', b'{"session":1,"results":[]}', b"\xff\xfe"]
)
def test_what_is_no_session_is_not_taken_up(content: bytes, tmp_path: Path) -> None:
    place = tmp_path / "other.json"
    place.write_bytes(content)
    with pytest.raises(InputError, match="is no saved session"):
        read_session(str(place))


def test_a_replay_writes_no_files(session: Session, tmp_path: Path) -> None:
    place, other = tmp_path / "day.json", tmp_path / "other.json"
    said(session, QUOTE, f"/svae {other}", "yes", f"/save {place}")
    assert other.exists()
    other.unlink()
    said(session, f"/replay {place}")
    assert not other.exists()


@pytest.mark.parametrize("command", ["/resume", "/replay"])
def test_what_is_not_saved_is_dropped_only_after_a_yes(
    session: Session, tmp_path: Path, command: str
) -> None:
    place = tmp_path / "day.json"
    said(session, QUOTE, f"/save {place}", ABSENT)
    assert said(session, f"{command} {place}").startswith("2 results would be lost")
    assert "#2" in said(session, "list")
    said(session, f"{command} {place}")
    said(session, "yes")
    assert "#2" not in said(session, "list")
