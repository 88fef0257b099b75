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
from checker.dialogue.conversation import ABOUT_IT, Conversation
from checker.dialogue.desk import Surroundings
from checker.dialogue.marking import read_marking
from checker.dialogue.memory import NOTHING_YET
from checker.dialogue.offers import Least, Offer, is_question, of_command, of_line, of_name
from checker.dialogue.questions import claimed, several
from checker.dialogue.replay import differences, played
from checker.dialogue.replies import Effect, Reply, answer, say
from checker.dialogue.saved import Entered, read_session
from checker.dialogue.understand import Understood, understand
from claims.errors import CheckerError

NOTHING = "Nothing to check: paste a quote, or type help."

_MARKS = '"“”„«»「」'
_QUOTED = re.compile(rf"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]")
_AGREED = frozenset(("ok", "okay"))
_QUIT = "/quit!"
_NOT_PLAYED = frozenset(("save", "resume", "replay", "audit", "edit", "forget"))


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
        self._with_file: dict[str, Callable[..., Reply]] = {
            "load": lambda path, sure: self._conversation.load(path),
            "save": lambda path, sure: self._desk.save(path, entered=tuple(self._entered)),
            "resume": self._resume,
            "replay": self._replay,
            "audit": lambda path, sure: self.audit(path),
        }
        self._commands: dict[str, Callable[[str], Reply]] = {
            "paste": self._begin_paste,
            "end": lambda _: answer(say("Nothing to end: /paste begins a text.")),
            "check": self._check,
            "edit": self._edit,
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
        self._playing = False

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
        self._entered.append(Entered.model_construct(text=text, pasted=pasted))
        try:
            reply = self._reply(text, pasted=pasted)
        except CheckerError as error:
            return answer(say(error.line, look="error"))
        if reply.blocks:
            self._shown = reply
        return reply

    def audit(self, path: str) -> Reply:
        """Log every check and every mark from now on.

        Raises: `OutputError` where the log cannot be written.
        """
        return self._desk.audit(path)

    def cancel(self) -> Reply:
        """Drop what was begun: Ctrl-C."""
        begun, self._pasting, self._offer = self._pasting, None, None
        self._desk.await_nothing()
        return answer(say("Paste dropped.")) if begun is not None else Reply()

    def leave(self, *, offered: str | None = None) -> Reply:
        """Leave: Ctrl-D. Asked once more where marks would be lost."""
        n_marks = self._desk.n_marks_unsaved
        if not n_marks or _QUIT in (offered, self._offer):
            return Reply(leave=True)
        self._offer = _QUIT
        lost = f"{n_marks} mark{'' if n_marks == 1 else 's'} would be lost; /save FILE keeps them."
        return answer(say(f"{lost} Leave without? (yes, or quit again)"))

    def _reply(self, text: str, *, pasted: bool) -> Reply:
        if self._pasting is not None:
            return self._paste(text)
        typed = text.strip()
        offer, self._offer = self._offer, None
        if pasted or "\n" in typed or typed.startswith(tuple(_MARKS)):
            self._desk.await_nothing()
            return self._check(text)
        given = "" if typed.startswith("/") else typed
        reason = self._desk.reason(given)
        if reason:
            return reason
        if typed.casefold().startswith("check:"):
            return self._check(typed[len("check:") :])
        agreed = bool(offer) and typed.casefold().strip(" .!") in _AGREED
        marking = None if agreed else read_marking(typed)
        if marking:
            return self._desk.mark(marking)
        if typed.startswith("/"):
            return self._command(typed, offer=offer)
        return self._talk("yes" if agreed else typed, offer=offer)

    def _talk(self, typed: str, *, offer: str | None) -> Reply:
        """The answer to what is said in plain words."""
        if not any(character.isalnum() for character in typed):
            return guide.guide() if typed.startswith("?") else answer(say(NOTHING))
        of_quote = self._asked_of_quote(typed)
        if of_quote:
            return of_quote
        asked = understand(typed, knows=self._conversation.knows)
        claim = self._claimed(typed)
        if claim:
            return claim
        if asked is None:
            return self._several(typed) or self._not_asked(typed)
        if asked.person and not self._conversation.knows(asked.person):
            slip = of_name(typed, knows=self._conversation.knows)
            if slip:
                return self._offered(slip)
        if asked.intent == "yes" and offer:
            return self._reply(offer, pasted=False)
        return self.leave(offered=offer) if asked.intent == "quit" else self._answer(asked)

    def _answer(self, asked: Understood) -> Reply:
        if asked.intent == "copy":
            return self._copy(asked.topic or "")
        return self._conversation.answer(asked)

    def _check(self, text: str) -> Reply:
        """Cards for a text that has words in it."""
        if any(character.isalnum() for character in text):
            return self._conversation.check(text)
        if any(mark in text for mark in _MARKS):
            return answer(say("Empty quotation marks. Paste the words between them."))
        return answer(say(NOTHING))

    def _begin_paste(self, text: str) -> Reply:
        self._pasting = [text] if text else []
        return answer(say("Paste or type the text; /end on a line of its own ends it."))

    def _edit(self, which: str) -> Reply:
        printed = copying.printed(which, memory=self._conversation.memory)
        return Reply(effect=Effect("edit", printed))

    def _paste(self, text: str) -> Reply:
        """Collect a line of /paste, or check what was collected."""
        assert self._pasting is not None
        if text.strip().casefold() != "/end":
            self._pasting.append(text)
            return Reply()
        collected, self._pasting = "\n".join(self._pasting), None
        return self._check(collected)

    def _command(self, typed: str, *, offer: str | None) -> Reply:
        name, _, rest = typed[1:].partition(" ")
        rest, called = rest.strip(), name.casefold().removesuffix("!")
        if called in _NOT_PLAYED:
            if self._playing:
                return answer(say("Not played again."))
            self._entered.pop()
        if called in guide.WITH_FILE:
            path = rest.strip("\"'")
            if not path:
                return answer(say(f"{called.capitalize()} which file? Type: /{called} FILE"))
            return self._with_file[called](path, sure=name.endswith("!"))
        if called in self._commands:
            return self._commands[called](rest)
        if called == "forget":
            return self._forget(sure=name.endswith("!"))
        if called == "quit":
            return self.leave(offered=_QUIT if name.endswith("!") else offer)
        asked = understand(f"{name} {rest}", knows=self._conversation.knows)
        return self._answer(asked) if asked else self._offered(of_command(name, rest=rest))

    def _not_asked(self, typed: str) -> Reply:
        """A line that is no follow-up: a quote, a claim, a typing error, or not understood."""
        if _QUOTED.search(typed):
            return self._check(typed)
        talk = self._conversation
        least = Least(self._fewest_words, self._checker.settings.short_letters)
        offer = of_line(typed, knows=talk.knows, holds=talk.holds, least=least)
        return self._offered(offer) if offer else self._check(typed)

    def _offered(self, offer: Offer) -> Reply:
        self._offer = offer.line
        return offer.reply

    def _asked_of_quote(self, typed: str) -> Reply | None:
        """ "Did Putin say "..."?" checks the words, then answers the question about them."""
        quoted = max(_QUOTED.findall(typed), key=len, default="")
        if len(quoted.split()) < self._fewest_words or not is_question(typed):
            return None
        asked = understand(_QUOTED.sub("it", typed), knows=self._conversation.knows)
        if asked and asked.intent in ("topic", "search", "holdings"):
            return None
        checked = self._conversation.check(f'"{quoted}"')
        answered = self._conversation.answer(asked).blocks if asked else ()
        return answer(*checked.blocks, *answered)

    def _claimed(self, typed: str) -> Reply | None:
        """ "Did Putin say that the harbour is open?" is a claim to check, not a topic."""
        sentence = claimed(typed, fewest_words=self._fewest_words)
        return self._check(sentence) if sentence else None

    def _several(self, typed: str) -> Reply | None:
        """ "When and where?": an answer to each, where each is asked of "it" alone."""
        asked = several(typed, knows=self._conversation.knows)
        if not asked or any(each.intent not in ABOUT_IT for each in asked):
            return None
        replies = map(self._conversation.answer, asked)
        return answer(*(block for reply in replies for block in reply.blocks))

    def _copy(self, what: str) -> Reply:
        """Put an answer on the clipboard: the last one, or the one to a follow-up."""
        focus = self._conversation.memory.focus
        text = copying.piece(what, focus=focus) if focus else None
        if text:
            return copying.copied(text, seen=False)
        asked = understand(what, knows=self._conversation.knows) if what else None
        if what and asked is None:
            return answer(say(f"Copy what? {what!r} is no follow-up: copy, copy link, copy cite."))
        again = asked is None or asked.intent == "show"
        text = self._shown.text if again or asked is None else self._answer(asked).text
        if not text or not self._conversation.has_shown:
            return answer(say(NOTHING_YET))
        return copying.copied(text, seen=again)

    # -- files ------------------------------------------------------------------------------

    def _resume(self, path: str, *, sure: bool) -> Reply:
        if self._desk.unsaved and not sure:
            return self._ask_before(f"/resume! {path}")
        reply, session = self._desk.resume(path)
        self._entered = list(session.entered)
        return reply

    def _replay(self, path: str, *, sure: bool) -> Reply:
        if self._desk.unsaved and not sure:
            return self._ask_before(f"/replay! {path}")
        session, before = read_session(path), self._desk
        self._begin()
        self._desk.go_on_logging(before)
        self._playing = True
        try:
            blocks = played(session.entered, reply=self.reply)
        finally:
            self._playing = False
        self._desk.is_saved()
        now = tuple(self._conversation.memory.checked)
        return answer(*blocks, differences(session.checked, now=now, n_lines=len(session.entered)))

    def _forget(self, *, sure: bool) -> Reply:
        if self._desk.unsaved and not sure:
            return self._ask_before("/forget!")
        self._begin()
        return Reply((say("Forgotten: every result, mark and line."),), effect=Effect("forget"))

    def _ask_before(self, command: str) -> Reply:
        """Results that are not saved are dropped only by a second word."""
        self._offer = command
        lost = f"{self.n_results} result{'' if self.n_results == 1 else 's'}"
        return answer(say(f"{lost} would be lost; /save FILE keeps them. Go on? (yes)"))
