"""The conversation: an answer to each line typed and each text pasted.

Nothing is printed here, and nothing is written but the file that a person names: a session is its
replies, so every dialogue is a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from checker.check import Checker
from checker.dialogue import copying, guide
from checker.dialogue.conversation import Conversation
from checker.dialogue.desk import Surroundings
from checker.dialogue.marking import read_marking
from checker.dialogue.replay import differences, played
from checker.dialogue.replies import Effect, Reply, answer, say
from checker.dialogue.saved import Entered
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
_NOT_PLAYED = ("/save", "/resume", "/replay", "/audit", "/edit", "/forget", "/copy", "copy")
_LONGEST_SLIP = 3


def _now() -> datetime:
    return datetime.now(UTC)


class Session:
    """One conversation with one checker."""

    def __init__(
        self, checker: Checker, *, now: Callable[[], datetime] = _now, user: str = ""
    ) -> None:
        self._checker = checker
        self._surroundings = Surroundings(now, user)
        self._fewest_words = checker.settings.short_words
        self._with_file: dict[str, Callable[[str], Reply]] = {
            "load": self._load,
            "save": self._save,
            "resume": self._resume,
            "replay": self._replay,
            "audit": self._audit,
        }
        self._begin()

    def _begin(self) -> None:
        """Know nothing."""
        self._conversation = Conversation(self._checker, surroundings=self._surroundings)
        self._desk = self._conversation.desk
        self._entered: list[Entered] = []
        self._pasting: list[str] | None = None
        self._offer: str | None = None
        self._shown = Reply()
        self._sure = False

    @property
    def pasting(self) -> bool:
        """Whether /paste has begun and /end is awaited."""
        return self._pasting is not None

    @property
    def awaits_reason(self) -> bool:
        """Whether the next line is the reason of a dismissal."""
        return self._desk.awaits_reason

    @property
    def n_results(self) -> int:
        """How many results it has; they are #1, #2, ..."""
        return len(self._conversation.memory.checked)

    def reply(self, text: str, *, pasted: bool = False) -> Reply:
        """The answer to one typed line, or to one pasted text of any length.

        Shape: a pasted text is always taken as text to check, whatever it looks like; so is a
               text of more than one line.
        """
        if pasted or self.pasting or not text.casefold().startswith(_NOT_PLAYED):
            self._entered.append(Entered.model_construct(text=text, pasted=pasted))
        try:
            reply = self._reply(text, pasted=pasted)
        except CheckerError as error:
            return answer(say(error.line, look="error"))
        if reply.blocks:
            self._shown = reply
        return reply

    def cancel(self) -> Reply:
        """Drop what was begun: Ctrl-C."""
        begun, self._pasting, self._offer = self._pasting, None, None
        self._desk.await_nothing()
        return answer(say("Paste dropped.")) if begun is not None else Reply()

    def leave(self) -> Reply:
        """Leave; asked once more where marks would be lost."""
        n_marks = self._desk.n_marks_unsaved
        if not n_marks or self._sure:
            return Reply(leave=True)
        self._sure = True
        lost = f"{n_marks} mark{'' if n_marks == 1 else 's'} would be lost"
        return answer(say(f"{lost}: /save FILE keeps them; quit again to leave without."))

    def _reply(self, text: str, *, pasted: bool) -> Reply:
        if self._pasting is not None:
            return self._paste(text)
        typed = text.strip()
        offer, self._offer = self._offer, None
        if pasted or "\n" in typed or typed.startswith(tuple(_MARKS)):
            self._desk.await_nothing()
            return self._check(text)
        if self._desk.awaits_reason and typed and not typed.startswith("/"):
            return self._desk.reason(typed)
        self._desk.await_nothing()
        if typed.casefold().startswith("check:"):
            return self._check(typed[len("check:") :])
        marking = None if offer and typed.casefold() in ("ok", "okay") else read_marking(typed)
        if marking:
            return self._desk.mark(marking)
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
        agreed = typed.casefold().rstrip(" .!") in ("ok", "okay") or (
            asked and asked.intent == "yes"
        )
        if agreed and offer:
            return self._reply(offer, pasted=False)
        if asked and asked.intent == "quit":
            return self.leave()
        first, _, rest = typed.partition(" ")
        if first.casefold() == "copy" and not (asked or len(typed.split()) > self._fewest_words):
            return self._copy(rest)
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
        called = name.casefold()
        if called in self._with_file:
            path = rest.strip("\"'")
            if not path:
                return answer(say(f"{called.capitalize()} which file? Type: /{called} FILE"))
            return self._with_file[called](path)
        match called:
            case "paste":
                self._pasting = [rest] if rest else []
                return answer(say("Paste or type the text; /end on a line of its own ends it."))
            case "end":
                return answer(say("Nothing to end: /paste begins a text."))
            case "check":
                return self._check(rest)
            case "copy":
                return self._copy(rest)
            case "edit":
                return Reply(effect=Effect("edit", self._conversation.printed(rest)))
            case "forget":
                return self._forget()
        asked = understand(f"{name} {rest}", knows=self._conversation.knows)
        if asked and asked.intent == "quit":
            return self.leave()
        return self._conversation.answer(asked) if asked else self._no_command(name, typed=typed)

    def _no_command(self, name: str, *, typed: str) -> Reply:
        known = frozenset(guide.COMMANDS)
        meant = did_you_mean(name, known=known)
        rest = typed[1 + len(name) :]
        hint = f" Did you mean /{meant}?" if meant else " /help lists them."
        self._offer = f"/{meant}{rest}" if meant and (rest or meant not in self._with_file) else None
        return answer(
            say(f"No command /{name}.{hint}", f"To check it as a quote, type: check: {typed}")
        )

    def _not_asked(self, typed: str) -> Reply:
        """A line that is no follow-up: a quote, a claim, a typing error, or not understood."""
        if _QUOTED.search(typed):
            return self._check(typed)
        meant = self._slash_forgotten(typed) or correct(typed, knows=self._conversation.knows)
        if meant and not (len(typed.split()) == 1 and self._conversation.holds(typed)):
            self._offer = meant
            return answer(say(f"Did you mean: {meant}? (yes)", *_instead(typed)))
        question = _QUESTION.match(typed) or typed.endswith("?")
        if len(typed.split()) >= self._fewest_words and not question:
            return self._check(typed)
        what = "I do not know that question" if question else "That is short for a quote"
        return answer(say(f"{what}; help shows what can be asked.", *_instead(typed)))

    def _slash_forgotten(self, typed: str) -> str | None:
        """The command that a short line would be with a slash before it."""
        words = typed.casefold().split()
        is_command = words[0] in guide.COMMANDS and len(words) <= _LONGEST_SLIP
        return f"/{typed}" if is_command else None

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

    def _copy(self, what: str) -> Reply:
        """Put an answer on the clipboard: the last one, or the one to a follow-up."""
        focus = self._conversation.memory.focus
        text = copying.piece(what, focus=focus) if focus else None
        if text is None:
            asked = understand(what, knows=self._conversation.knows)
            whole = not what or asked and asked.intent in ("show", "yes")
            if asked is None and not whole:
                return self._not_asked(f"copy {what}")
            reply = self._shown if whole or asked is None else self._conversation.answer(asked)
            text = reply.text
        if not text:
            return answer(say("Nothing to copy yet. Check a quote first."))
        shown = tuple(say(each) for each in (text.splitlines() if what else ()))
        return Reply((sum(shown, ()),) if shown else (), effect=Effect("copy", text))

    # -- files ------------------------------------------------------------------------------

    def _load(self, path: str) -> Reply:
        return self._conversation.load(path)

    def _save(self, path: str) -> Reply:
        return self._desk.save(path, entered=tuple(self._entered))

    def _audit(self, path: str) -> Reply:
        return self._desk.audit(path)

    def _resume(self, path: str) -> Reply:
        first = self._ask_before(f"/resume {path}")
        if first:
            return first
        reply, session = self._desk.resume(path)
        self._entered = list(session.entered)
        return reply

    def _replay(self, path: str) -> Reply:
        first = self._ask_before(f"/replay {path}")
        if first:
            return first
        session = self._desk.saved(path)
        desk = self._desk
        self._begin()
        self._desk.go_on_logging(desk)
        blocks = played(session.entered, reply=self.reply)
        now = tuple(self._conversation.memory.checked)
        return answer(*blocks, differences(session.checked, now=now, n_lines=len(session.entered)))

    def _forget(self) -> Reply:
        first = self._ask_before("/forget")
        if first:
            return first
        n_results = self.n_results
        self._begin()
        return answer(say(f"Forgotten: {n_results} results and every line."))._replace(
            effect=Effect("forget")
        )

    def _ask_before(self, command: str) -> Reply | None:
        """Results that are not saved are dropped only by a second word."""
        if not self._desk.unsaved or self._sure:
            self._sure = False
            return None
        self._sure, self._offer = True, command
        n_results = self.n_results
        return answer(
            say(f"{n_results} result{'' if n_results == 1 else 's'} would be lost. Go on? (yes)")
        )


def _instead(typed: str) -> tuple[str, str]:
    """What to type to have a line taken as a quote, or as words to look for."""
    return (
        f"To check it as a quote, type: check: {typed}",
        f"To look for it in the store, type: search {typed.strip('?!. ')}",
    )
