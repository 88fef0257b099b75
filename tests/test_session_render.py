"""Replies on a screen: width, looks, and text that must not disturb what stands around it."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console
from session_samples import ALTERED, MATCH, evidence, result

from checker.dialogue.cards import numbered_card
from checker.dialogue.focus import Checked
from checker.dialogue.replies import Block, Reply, answer, say
from checker.models import Result
from checker.render import show
from claims.models import Document

_STYLE = re.compile(r"\x1b\[[\d;]*m")


def screen(reply: Reply, *, width: int = 80, color: bool = True) -> str:
    shown = io.StringIO()
    console = Console(
        file=shown,
        width=width,
        force_terminal=True,
        color_system="standard",
        no_color=not color,
        highlight=False,
        markup=False,
    )
    show(reply, console=console)
    return shown.getvalue()


def bare(text: str) -> str:
    return _STYLE.sub("", text)


def card(shown: Result) -> Block:
    return numbered_card(Checked(1, shown, Document(text=shown.quote)))


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
@pytest.mark.parametrize("shown", [MATCH, ALTERED])
def test_no_row_is_wider_than_the_screen(width: int, shown: Result) -> None:
    rows = bare(screen(answer(card(shown)), width=width)).splitlines()
    assert [row for row in rows if cell_len(row) > width and "http" not in row] == []


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("shown", [MATCH, ALTERED])
def test_wrapping_loses_and_reorders_no_word(width: int, shown: Result) -> None:
    reply = answer(card(shown))
    seen = bare(screen(reply, width=width)).replace(":", "").split()
    assert seen == reply.text.replace(":", "").split()


def test_labels_stand_in_a_column_on_a_wide_screen_and_before_the_text_on_a_narrow_one() -> None:
    reply = answer(card(MATCH))
    assert "\n  stored    >>" in bare(screen(reply, width=80))
    assert "\nstored: >>" in bare(screen(reply, width=40))


def test_a_link_is_never_cut() -> None:
    address = "https://example.org/" + "a-long-path/" * 12
    source = evidence().source.model_copy(update={"url": address})
    shown = result(evidence=(evidence(source=source),))
    assert address in bare(screen(answer(card(shown)), width=40))


def test_looks_are_styles_on_a_screen() -> None:
    shown = screen(answer(card(ALTERED)))
    assert "\x1b[34m{+not+}" in shown
    assert bare(shown) != shown


def test_without_colour_the_signs_remain_and_no_colour_is_sent() -> None:
    shown = screen(answer(card(ALTERED)), color=False)
    assert "{+not+}" in bare(shown)
    assert not re.search(r"\x1b\[(?:\d+;)*(?:3|4|9)\d[;m]", shown)


@pytest.mark.parametrize("text", ["درِ بندر باز است", "הנמל פתוח", "درِ بندر باز است " * 12])
def test_right_to_left_rows_are_isolated(text: str) -> None:
    rows = bare(screen(answer(say(text)), width=40)).splitlines()
    isolated = [row for row in rows if row.strip()]
    assert isolated
    assert all(row.strip().startswith("\u2068") for row in isolated)
    assert all(row.endswith("\u2069") for row in isolated)


def test_other_scripts_are_left_alone() -> None:
    assert "\u2068" not in screen(answer(say("Гавань открыта для всех")))


@pytest.mark.parametrize(
    ("hostile", "shown_as"),
    [
        ("red \x1b[31m text", r"red \x1b[31m text"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("over \u202egnp", r"over \u202egnp"),
        ("pop \u2069 out", r"pop \u2069 out"),
        ("[bold]markup[/bold] [/]", "[bold]markup[/bold] [/]"),
    ],
)
def test_text_from_outside_cannot_steer_the_terminal(hostile: str, shown_as: str) -> None:
    shown = screen(answer(card(result(quote=hostile)), say(hostile)), width=120)
    assert shown_as in bare(shown)
    assert hostile not in shown or hostile == shown_as


def test_an_empty_reply_shows_nothing() -> None:
    assert screen(Reply()) == ""


def test_blocks_stand_apart() -> None:
    assert bare(screen(answer(say("one"), say("two")))) == "one\n\ntwo\n\n"
