"""The session around its follow-ups: pasting, commands, offers, errors."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import terminal
from checker.check import Checker
from checker.session import Session
from checker.settings import Settings
from sources.store import Store

QUOTE = '"A new administration is in power now," Lavrov said.'


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with Store.open(tmp_path_factory.mktemp("session") / "store.sqlite") as store:
        yield Checker(store, settings=Settings())


@pytest.fixture
def session(checker: Checker) -> Session:
    return Session(checker)


def first_line(session: Session, text: str, *, pasted: bool = False) -> str:
    return session.reply(text, pasted=pasted).text.splitlines()[0]


def test_the_session_loads_neither_screen_nor_language_model() -> None:
    script = "import sys, checker.session; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    assert "checker.session" in done.stdout.split()
    assert not {"rich", "prompt_toolkit", "spacy"} & set(done.stdout.split())


@pytest.mark.parametrize("text", ["exit", "quit", "/help", "who said it", "yes"])
def test_pasted_text_is_a_quote_whatever_it_looks_like(session: Session, text: str) -> None:
    reply = session.reply(text, pasted=True)
    assert not reply.leave
    assert reply.text.splitlines()[0].endswith("#1")


def test_text_of_several_lines_is_a_quote_also_where_nobody_marked_it_as_pasted(
    session: Session,
) -> None:
    assert first_line(session, "/quit\nexit").endswith("#1")


def test_a_short_line_is_checked_after_a_yes(session: Session) -> None:
    assert "check: I was on a bus" in session.reply("I was on a bus").text
    assert first_line(session, "yes").endswith("#1")


def test_the_name_of_a_file_is_offered_to_be_loaded(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(QUOTE, "utf-8")
    for typed in ("story.txt", "check story.txt"):
        assert first_line(session, typed) == "Did you mean: /load story.txt? (yes)"
    assert first_line(session, "yes").startswith("MATCH")


def test_a_question_that_holds_a_claim_is_a_check(session: Session) -> None:
    reply = first_line(session, "Did Lavrov say that a new administration is in power now?")
    assert reply.endswith("#1")
    assert session.reply("who said it, when and where?").text.endswith("\n\nMoscow.")


def test_paste_collects_lines_up_to_end(session: Session) -> None:
    session.reply("/paste")
    assert session.pasting
    for line in ('"A new administration', "is in power now,", '" Lavrov said.', ""):
        assert session.reply(line).text == ""
    assert first_line(session, "/end").startswith("MATCH")
    assert not session.pasting


def test_cancel_drops_a_paste_and_an_offer(session: Session) -> None:
    session.reply("/paste")
    session.reply("half")
    assert session.cancel().text == "Paste dropped."
    assert not session.pasting
    session.reply("soruce")
    session.cancel()
    assert session.reply("yes").text == "There is nothing to say yes to."


def test_an_offer_is_taken_by_yes_and_only_by_the_next_line(session: Session) -> None:
    session.reply(QUOTE)
    assert "Did you mean: source?" in session.reply("soruce").text
    assert "https://" in session.reply("yes").text
    session.reply("soruce")
    session.reply("when")
    assert session.reply("yes").text == "There is nothing to say yes to."


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "Nothing to check: paste a quote, or type help."),
        ("   \t", "Nothing to check: paste a quote, or type help."),
        ("...", "Nothing to check: paste a quote, or type help."),
        ('""', "Empty quotation marks. Paste the words between them."),
        ("“ ”", "Empty quotation marks. Paste the words between them."),
        ("«»", "Empty quotation marks. Paste the words between them."),
        ("/check", "Nothing to check: paste a quote, or type help."),
        ("/contxt", "No command /contxt. Did you mean /context?"),
        ("/wibble", "No command /wibble. /help lists them."),
        ("/load", "Load which file? Type: /load FILE"),
        ("/end", "Nothing to end: /paste begins a text."),
        ("peace", "That is short for a quote; help shows what can be asked."),
        ("wheat", "That is short for a quote; help shows what can be asked."),
        ("I was on a bus", "That is short for a quote; help shows what can be asked."),
        ("copy", "Nothing to refer to yet. Check a quote first."),
        ("save my work", "Type /save and a name for the file: /save today.json"),
        ("/save", "Save which file? Type: /save FILE"),
        ("/resume", "Resume which file? Type: /resume FILE"),
        ("save today.json", "Did you mean: /save today.json? (yes)"),
        ("undo", "Nothing to undo."),
        ("ok #2", "Nothing to refer to yet. Check a quote first."),
        ("I want to save this", "Type /save and a name for the file: /save today.json"),
        ("what is the weather?", "I do not know that question; help shows what can be asked."),
        ("who said it", "Nothing to refer to yet. Check a quote first."),
        ("#3", "Nothing to refer to yet. Check a quote first."),
        ("next", "Nothing to refer to yet. Check a quote first."),
        ("list", "Nothing checked yet. Paste a quote."),
        ("what else did he say", "Of whom? Name the person: what did PERSON say about TOPIC."),
    ],
)
def test_wrong_input_gets_one_helpful_line(session: Session, typed: str, expected: str) -> None:
    assert first_line(session, typed) == expected


@pytest.mark.parametrize("command", ["/who", "/WHEN", "/context", "/diff", "/source", "/why"])
def test_follow_ups_may_be_written_as_commands(session: Session, command: str) -> None:
    session.reply(QUOTE)
    assert session.reply(command).text == session.reply(command[1:].lower()).text


@pytest.mark.parametrize("name", ["missing.txt", ".", "\0"])
def test_a_file_that_cannot_be_read_ends_neither_session_nor_count(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert name.strip("\0") in first_line(session, f"/load {name}")
    assert first_line(session, QUOTE).endswith("#1")


def test_many_quotes_are_listed_with_the_first_card(session: Session, tmp_path: Path) -> None:
    rows = "\n".join(f'"Harbour number {n} will be open in the spring."' for n in range(30))
    reply = session.reply(rows, pasted=True)
    assert sum(line.startswith("NO SOURCE") for line in reply.text.splitlines()) == 1
    assert "  #30 " in reply.text
    assert first_line(session, "next").endswith("#2")
    assert first_line(session, "#30").endswith("#30")
    assert session.reply("next").text.startswith("That was the last one.")


def test_numbers_go_on_through_the_session(session: Session) -> None:
    session.reply(QUOTE)
    assert first_line(session, '"We have seen no harbour in this town."').endswith("#2")
    assert first_line(session, "previous").endswith("#1")
    assert session.reply("#7").text == "There is no #7 here; the last one is #2."


def test_a_transcript_without_quotations_is_told_to_have_none(session: Session) -> None:
    turns = "MS MORN: The harbour is open.\n\nQUESTION: Since when?\n\nMS MORN: Since Monday."
    assert "no quotation marks in it" in first_line(session, turns, pasted=True)
    assert first_line(session, QUOTE).endswith("#1")


def test_a_huge_paste_is_answered(session: Session) -> None:
    text = f"{'The harbour is quiet today. ' * 20_000}{QUOTE}"
    assert first_line(session, text, pasted=True).startswith("MATCH")


def test_nothing_is_printed(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    for typed in (QUOTE, "why", "help", "/wibble", "what do you hold", "quit"):
        session.reply(typed)
    assert capsys.readouterr() == ("", "")


def talk(checker: Checker, typed: str, *, plain: bool = True) -> tuple[str, str, int]:
    out, err = io.StringIO(), io.StringIO()
    code = terminal.run(
        checker, stdin=io.StringIO(typed), stdout=out, stderr=err, plain=plain, color=False
    )
    return out.getvalue(), err.getvalue(), code


def test_without_a_terminal_lines_go_in_and_plain_text_comes_out(checker: Checker) -> None:
    out, err, code = talk(checker, f"{QUOTE}\nwhere\n")
    assert code == 0
    assert err == ""
    assert out.startswith("MATCH  Sergey Lavrov")
    assert out.endswith("\n\nMoscow.\n\n")
    assert terminal.PROMPT not in out


def test_what_follows_quit_is_not_read(checker: Checker) -> None:
    assert "MATCH" not in talk(checker, f"quit\n{QUOTE}\n")[0]


def test_the_end_of_the_input_ends_a_paste(checker: Checker) -> None:
    assert talk(checker, f"/paste\n{QUOTE}\n")[0].count("MATCH") == 1
