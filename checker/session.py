"""The conversation: an answer to each line typed and each text pasted.

Nothing is printed here and nothing is written: a session is its replies, so every dialogue is a
test.
"""

from __future__ import annotations

import re

from checker.check import Checker
from checker.dialogue import guide
from checker.dialogue.conversation import Conversation
from checker.dialogue.replies import Reply, answer, say
from checker.dialogue.understand import correct, did_you_mean, understand
from claims.errors import CheckerError

NOTHING = "Nothing to check: paste a quote, or type help."

_MARKS = '"“”„«»「」'
_QUOTED = re.compile(rf"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]")
_QUESTION = re.compile(
    r"(?:who|whose|whom|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|can|"
    r"could|should|would|will|may|shall)\b",
    re.IGNORECASE,
)


class Session:
    """One conversation with one checker."""

    def __init__(self, checker: Checker) -> None:
        self._conversation = Conversation(checker)
        self._fewest_words = checker.settings.short_words
        self._pasting: list[str] | None = None
        self._offer: str | None = None

    @property
    def pasting(self) -> bool:
        """Whether /paste has begun and /end is awaited."""
        return self._pasting is not None

    def reply(self, text: str, *, pasted: bool = False) -> Reply:
        """The answer to one typed line, or to one pasted text of any length.

        Shape: a pasted text is always taken as text to check, whatever it looks like; so is a
               text of more than one line.
        """
        try:
            return self._reply(text, pasted=pasted)
        except CheckerError as error:
            return answer(say(error.line, look="error"))

    def cancel(self) -> Reply:
        """Drop what was begun: Ctrl-C."""
        begun, self._pasting, self._offer = self._pasting, None, None
        return answer(say("Paste dropped.")) if begun is not None else Reply()

    def _reply(self, text: str, *, pasted: bool) -> Reply:
        if self._pasting is not None:
            return self._paste(text)
        typed = text.strip()
        offer, self._offer = self._offer, None
        if pasted or "\n" in typed or typed.startswith(tuple(_MARKS)):
            return self._check(text)
        if typed.casefold().startswith("check:"):
            return self._check(typed[len("check:") :])
        if typed.startswith("/"):
            return self._command(typed)
        return self._talk(typed, offer=offer)

    def _talk(self, typed: str, *, offer: str | None) -> Reply:
        """The answer to what is said in plain words."""
        if not any(character.isalnum() for character in typed):
            return guide.guide() if typed.startswith("?") else answer(say(NOTHING))
        of_quote = self._asked_of_quote(typed)
        if of_quote:
            return of_quote
        asked = understand(typed, knows=self._conversation.knows)
        if asked and asked.intent == "yes" and offer:
            return self._reply(offer, pasted=False)
        return self._conversation.answer(asked) if asked else self._not_asked(typed)

    def _check(self, text: str) -> Reply:
        """Cards for a text that has words in it."""
        if any(character.isalnum() for character in text):
            return self._conversation.check(text)
        if any(mark in text for mark in _MARKS):
            return answer(say("Empty quotation marks. Paste the words between them."))
        return answer(say(NOTHING))

    def _paste(self, text: str) -> Reply:
        """Collect a line of /paste, or check what was collected."""
        assert self._pasting is not None
        if text.strip().casefold() != "/end":
            self._pasting.append(text)
            return Reply()
        collected, self._pasting = "\n".join(self._pasting), None
        return self._check(collected)

    def _command(self, typed: str) -> Reply:
        name, _, rest = typed[1:].partition(" ")
        rest = rest.strip()
        match name.casefold():
            case "paste":
                self._pasting = [rest] if rest else []
                return answer(say("Paste or type the text; /end on a line of its own ends it."))
            case "end":
                return answer(say("Nothing to end: /paste begins a text."))
            case "load":
                return self._load(rest.strip("\"'"))
            case "check":
                return self._check(rest)
        asked = understand(f"{name} {rest}", knows=self._conversation.knows)
        if asked:
            return self._conversation.answer(asked)
        return self._no_command(name, typed=typed)

    def _no_command(self, name: str, *, typed: str) -> Reply:
        known = frozenset(guide.COMMANDS)
        meant = did_you_mean(name, known=known)
        hint = f" Did you mean /{meant}?" if meant else " /help lists them."
        self._offer = f"/{meant}" if meant and meant != "load" else None
        return answer(
            say(f"No command /{name}.{hint}", f"To check it as a quote, type: check: {typed}")
        )

    def _not_asked(self, typed: str) -> Reply:
        """A line that is no follow-up: a quote, a claim, a typing error, or not understood."""
        if _QUOTED.search(typed):
            return self._check(typed)
        meant = correct(typed, knows=self._conversation.knows)
        if meant and not (len(typed.split()) == 1 and self._conversation.holds(typed)):
            self._offer = meant
            return answer(say(f"Did you mean: {meant}? (yes)", *_instead(typed)))
        question = _QUESTION.match(typed) or typed.endswith("?")
        if len(typed.split()) >= self._fewest_words and not question:
            return self._check(typed)
        what = "I do not know that question" if question else "That is short for a quote"
        return answer(say(f"{what}; help shows what can be asked.", *_instead(typed)))

    def _asked_of_quote(self, typed: str) -> Reply | None:
        """ "Did Putin say "..."?" checks the words, then answers the question about them."""
        quoted = max(_QUOTED.findall(typed), key=len, default="")
        if len(quoted.split()) < self._fewest_words or not _QUESTION.match(typed):
            return None
        asked = understand(_QUOTED.sub("it", typed), knows=self._conversation.knows)
        if asked and asked.intent in ("topic", "search", "holdings"):
            return None
        checked = self._conversation.check(f'"{quoted}"')
        answered = self._conversation.answer(asked).blocks if asked else ()
        return answer(*checked.blocks, *answered)

    def _load(self, path: str) -> Reply:
        if not path:
            return answer(say("Load which file? Type: /load FILE"))
        return self._conversation.load(path)


def _instead(typed: str) -> tuple[str, str]:
    """What to type to have a line taken as a quote, or as words to look for."""
    return (
        f"To check it as a quote, type: check: {typed}",
        f"To look for it in the store, type: search {typed.strip('?!. ')}",
    )
