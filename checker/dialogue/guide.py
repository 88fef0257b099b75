"""The help of the session: examples first."""

from __future__ import annotations

from checker.dialogue.replies import Reply, answer, line, say
from checker.reports.card import Line, Part

EXAMPLES = (
    '"A new administration is in power now," Lavrov said.',
    "who said it",
    "why",
    "is that from Putin?",
    "what else did he say about recognition?",
    "what did Lavrov say about terrorism in October 2021?",
    "dismiss: a headline, not a quote",
)

FOLLOW_UPS = {
    "quote": "who · when · where · which event · source · how sure · who else",
    "words": "diff · context · before · after · full statement · other translations",
    "no source": "why not a match · closest · so it is fake?",
    "moving": "next · previous · #3 · again · list · more · the second one",
    "store": "what do you hold · what do you hold on TOPIC · search WORDS",
    "deciding": "ok · dismiss #2: REASON · note TEXT · undo · what is left · next open",
    "citing": "cite · cite markdown · cite chicago · archive · copy · copy link",
}

COMMANDS = {
    "paste": "/paste  takes the lines that follow, up to /end, as one text",
    "end": "/end  ends what /paste began",
    "load": "/load FILE  checks a transcript, an article or a list of quotes",
    "edit": "/edit  opens your editor and checks what you save (/edit #2: that text)",
    "check": "/check WORDS  checks WORDS whatever they look like (so does check: WORDS)",
    "save": "/save FILE  keeps the session: results, marks and lines",
    "resume": "/resume FILE  takes it up again",
    "replay": "/replay FILE  enters its lines again, and says which verdicts changed",
    "audit": "/audit FILE  logs each check and each mark from now on",
    "forget": "/forget  drops every result and every line",
    "help": "/help  examples of what can be asked",
    "quit": "/quit  leaves (so does Ctrl-D)",
}
ASKED = (
    "who when where context more why diff source link archive closest next previous again list "
    "cite copy ok dismiss note undo redo left search"
).split()
"""Follow-ups that may be written as commands."""

WITH_FILE = frozenset(("load", "save", "resume", "replay", "audit"))
_FORM_WIDTH = 13
KEYS = "Tab completes · Up, Ctrl-R: earlier lines · Ctrl-C drops the line"


def guide() -> Reply:
    """The help: examples, and what else can be asked; short enough for a small screen."""
    examples = tuple(_indented(example) for example in EXAMPLES)
    return answer(
        say("Paste or type a quote, then ask about it in plain words. For example:"),
        examples,
        tuple(line(label, text) for label, text in FOLLOW_UPS.items()),
        say(
            "Files, your editor, keys: help commands. "
            "A verdict is about wording and speaker, never about truth."
        ),
    )


def commands() -> Reply:
    """The commands and keys."""
    return answer(
        (*(_indented(_aligned(text)) for text in COMMANDS.values()), _indented(KEYS)),
        say("Every question of help may be written as a command: /who, /context, /cite."),
    )


def _aligned(text: str) -> str:
    """A command's form in a column, then what it does."""
    form, _, meaning = text.partition("  ")
    return f"{form:<{_FORM_WIDTH}} {meaning}"


def _indented(text: str) -> Line:
    return Line("", (Part("  "), Part(text)))
