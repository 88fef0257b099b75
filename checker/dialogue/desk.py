"""The desk: deciding about results one by one, undo, and the files a person asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from checker import __version__
from checker.check import Checker
from checker.dialogue.audit import Audit, Event
from checker.dialogue.cards import overview
from checker.dialogue.focus import Checked
from checker.dialogue.marking import Marking
from checker.dialogue.marks import Change, Journal, Mark, Step
from checker.dialogue.memory import NOTHING_YET, Memory
from checker.dialogue.replies import Block, Reply, answer, say
from checker.dialogue.saved import (
    Entered,
    SavedSession,
    read_session,
    saved_session,
    write_session,
)
from checker.models import Tool
from checker.reports import words
from claims.errors import OutputError

WHY = "Dismiss it why? Type the reason, or: cancel."


class Surroundings(NamedTuple):
    """What a session knows of the world: what time it is, and who sits before it."""

    now: Callable[[], datetime]
    user: str


class Desk:
    """Marks, and what is written because a person asked for it."""

    def __init__(self, memory: Memory, *, checker: Checker, surroundings: Surroundings) -> None:
        self.unsaved = False
        self.n_marks_unsaved = 0
        self._memory = memory
        self._checker = checker
        self._world = surroundings
        self._journal = Journal()
        self._audit: Audit | None = None
        self._waiting: Marking | None = None

    @property
    def tool(self) -> Tool:
        """The program and its house style, as named in files."""
        return Tool(version=__version__, profile=self._checker.settings.profile)

    # -- marks ------------------------------------------------------------------------------

    def mark(self, marking: Marking) -> Reply:
        """Decide about the results that were named, or about "it"."""
        self._waiting = None
        numbers = marking.numbers or ((self._memory.current,) if self._memory.current else ())
        last = len(self._memory.checked)
        if not numbers or not last:
            return answer(say(NOTHING_YET))
        missing = [number for number in numbers if not 1 <= number <= last]
        if missing:
            return answer(say(f"There is no #{missing[0]} here; the last one is #{last}."))
        if marking.kind == "dismiss" and not marking.text:
            self._waiting = marking._replace(numbers=numbers)
            return answer(say(WHY))
        if marking.kind == "note" and not marking.text:
            return answer(say("Note what? Type: note TEXT"))
        step = tuple(self._change(number, marking=marking) for number in numbers)
        self._journal.add(step)
        return self._done(step, event="mark")

    def reason(self, text: str) -> Reply | None:
        """Take a line as the reason that was asked for, if one was; an empty line is none."""
        waiting, self._waiting = self._waiting, None
        if waiting is None or not text:
            return None
        if text.strip(" .!").casefold() in ("cancel", "no", "never mind"):
            return answer(say("Not dismissed."))
        return self.mark(waiting._replace(text=text.strip()))

    @property
    def awaits_reason(self) -> bool:
        """Whether the reason of a dismissal was asked for."""
        return self._waiting is not None

    def await_nothing(self) -> None:
        """Await no reason any more."""
        self._waiting = None

    def undo(self) -> Reply:
        """Take the last mark back."""
        step = self._journal.undo()
        return self._done(step, event="undo") if step else answer(say("Nothing to undo."))

    def redo(self) -> Reply:
        """Set the mark again that was taken back."""
        step = self._journal.redo()
        return self._done(step, event="redo") if step else answer(say("Nothing to do again."))

    def left(self) -> Reply:
        """Which results nobody has decided about."""
        checked = tuple(self._memory.checked)
        still = tuple(each for each in checked if each.mark.decision is None)
        if not checked:
            return answer(overview(()))
        if not still:
            return answer(say(f"Nothing is left open: all {len(checked)} are decided."))
        return answer(overview(still), say("next open goes to the first of them."))

    def _change(self, number: int, *, marking: Marking) -> Change:
        before = self._memory.checked[number - 1].mark
        fields: dict[str, object] = {"by": self._world.user, "at": self._world.now()}
        if marking.kind == "note":
            fields["notes"] = (*before.notes, marking.text)
        else:
            decision = {"ok": "ok", "dismiss": "dismissed", "reopen": None}[marking.kind]
            fields |= {"decision": decision, "reason": marking.text}
        return Change(number, before, Mark(**{**before.model_dump(), **fields}))

    def _done(self, step: Step, *, event: Event) -> Reply:
        """Set the marks of a step; what is marked how, and how much is left."""
        problem: Block = ()
        self.n_marks_unsaved += len(step)
        for change in step:
            place = change.number - 1
            self._memory.checked[place] = self._memory.checked[place]._replace(mark=change.after)
            problem = self._log(event, checked=self._memory.checked[place]) or problem
        n_open = sum(each.mark.decision is None for each in self._memory.checked)
        how = f"{n_open} of {len(self._memory.checked)} left open" if n_open else "None left open"
        more = "" if event == "undo" else " undo takes it back."
        more = " redo sets it again." if event == "undo" else more
        return answer(say(*map(_told, step), f"{how}.{more}"), problem)

    # -- files ------------------------------------------------------------------------------

    def save(self, path: str, *, entered: tuple[Entered, ...]) -> Reply:
        """Save the session.

        Raises: `OutputError` where that cannot be done.
        """
        place = Path(path).expanduser()
        session = saved_session(
            tuple(self._memory.checked),
            entered=entered,
            tool=self.tool,
            store=self._checker.store_info(),
            at=self._world.now(),
        )
        write_session(session, place=place)
        self.is_saved()
        kept = _count(len(session.results), "result")
        lines = _count(len(entered), "line")
        return answer(say(f"Saved {kept} and {lines} in {place}; only you can read it."))

    def resume(self, path: str) -> tuple[Reply, SavedSession]:
        """Take a saved session up in place of this one.

        Raises: `InputError` where there is none.
        """
        session = read_session(path)
        self._memory.restore(session.checked)
        self._journal, self._waiting = Journal(), None
        self.is_saved()
        when = words.day(session.saved_at.date())
        told = [f"Resumed {_count(len(session.results), 'result')}, saved on {when}."]
        if session.store.fingerprint != self._checker.store_info().fingerprint:
            told.append(
                "The store has changed since; these are the answers of then. "
                f"To check everything again: /replay {path}"
            )
        if self._memory.current:
            told.append(
                f'"It" is #{self._memory.current} now: ask about it, or type again or next.'
            )
        return answer(overview(session.checked), say(*told)), session

    def audit(self, path: str) -> Reply:
        """Log every check and every mark from now on.

        Raises: `OutputError` where the log cannot be written.
        """
        place = Path(path).expanduser()
        log = Audit(place, tool=self.tool, by=self._world.user)
        log.write("begin", at=self._world.now(), store=self._checker.store_info())
        self._audit = log
        n_before = len(self._memory.checked)
        until = f"#1 to #{n_before}" if n_before > 1 else "#1"
        before = f" What was checked before ({until}) is not in it." if n_before else ""
        return answer(
            say(
                f"Every check and every mark goes into {place} from now on.{before}",
                "It holds the hash of a quote, not the quote.",
            )
        )

    def is_saved(self) -> None:
        """Everything so far is in a file."""
        self.unsaved, self.n_marks_unsaved = False, 0

    def go_on_logging(self, before: Desk) -> None:
        """Log where another desk did."""
        self._audit = before._audit

    def log_checks(self, added: tuple[Checked, ...]) -> Block:
        """Log new results; what to say where that failed."""
        self.unsaved = True
        problem: Block = ()
        for checked in added:
            problem = self._log("check", checked=checked) or problem
        return problem

    def _log(self, event: Event, *, checked: Checked) -> Block:
        if self._audit is None:
            return ()
        store = self._checker.store_info()
        try:
            self._audit.write(event, at=self._world.now(), store=store, checked=checked)
        except OutputError as error:
            return say(f"Not logged: {error.line}", look="error")
        return ()


def next_open(memory: Memory) -> int | None:
    """The next result that nobody has decided about, after "it", else from the start."""
    still = [each.number for each in memory.checked if each.mark.decision is None]
    later = [number for number in still if number > (memory.current or 0)]
    return next(iter(later or still), None)


def _told(change: Change) -> str:
    new = change.after.notes[len(change.before.notes) :]
    if new:
        return f"#{change.number} noted: {new[-1]}"
    if len(change.after.notes) < len(change.before.notes):
        return f"#{change.number}: the note is gone."
    return f"#{change.number} {change.after.words}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
