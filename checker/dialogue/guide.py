"""The help of the session: examples first."""

from __future__ import annotations

from checker.dialogue.replies import Reply, answer, line, say
from checker.reports.card import Line, Part

EXAMPLES = (
    '"A new administration is in power now," Lavrov said.',
    "who said it",
    "context",
    "why",
    "diff",
    "source",
    "is that from Putin?",
    "what else did he say about recognition?",
    "what did Lavrov say about terrorism in October 2021?",
    "what do you hold on women?",
)

FOLLOW_UPS = {
    "quote": "who · when · where · which event · source · how sure · who else said this",
    "words": "diff · why · context · before · after · full statement · other translations",
    "no source": "why not a match · closest · so it is fake?",
    "moving": "next · previous · #3 · again · list · more · the second one",
    "store": "what do you hold · search WORDS · what did PERSON say about TOPIC in 2021",
}

COMMANDS = {
    "check": "/check WORDS  (or check: WORDS) checks WORDS whatever they look like",
    "context": "/context  the words around the quote; again for more",
    "diff": "/diff  word by word against the record",
    "paste": "/paste  takes the lines that follow, up to /end, as one text",
    "end": "/end  ends what /paste began",
    "load": "/load FILE  checks a transcript, an article or a list of quotes",
    "help": "/help  this",
    "quit": "/quit  leaves (so does Ctrl-D)",
}


def guide() -> Reply:
    """The whole help."""
    examples = tuple(_indented(example) for example in EXAMPLES)
    return answer(
        say("Paste or type a quote, then ask about it in plain words. For example:"),
        examples,
        tuple(line(label, text) for label, text in FOLLOW_UPS.items()),
        tuple(_indented(text) for text in COMMANDS.values()),
        say("A verdict is about wording and speaker, never about truth."),
    )


def _indented(text: str) -> Line:
    return Line("", (Part("  "), Part(text)))
