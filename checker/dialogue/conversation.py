"""One conversation with one checker: checks, and the follow-ups that look back at them."""

from __future__ import annotations

from collections.abc import Callable

from checker.batch import Task, check_task, task_from_document, task_from_file
from checker.check import Checker
from checker.dialogue import answers, around, citations, guide, persons, topics
from checker.dialogue.cards import numbered_card, overview
from checker.dialogue.desk import Desk, Surroundings, next_open
from checker.dialogue.focus import Focus, whole_evidence
from checker.dialogue.intents import Intent
from checker.dialogue.listing import Listing
from checker.dialogue.memory import NOTHING_YET, Memory
from checker.dialogue.replies import Block, Reply, answer, say
from checker.dialogue.topics import Question
from checker.dialogue.understand import Understood
from checker.models import Result
from checker.reports import words
from claims import readers
from claims.models import Claim, Mention, Quote

CARDS_AT_ONCE = 10
_WIDER = 3

_FROM_RESULT: dict[Intent, Callable[[Focus], Reply]] = {
    "speaker": answers.speaker,
    "date": answers.date,
    "place": answers.place,
    "event": answers.event,
    "why": answers.why,
    "diff": answers.diff,
    "source": answers.source,
    "closest": answers.closest,
    "confidence": answers.confidence,
    "record": answers.record,
    "others": answers.others,
    "verdict": answers.verdict,
    "print": answers.printing,
    "true": answers.truth,
    "fake": answers.fake,
    "archive": citations.archived,
}
ABOUT_IT = frozenset(_FROM_RESULT)
"""What is asked of "it" alone."""
_FIXED: dict[Intent, Reply] = {
    "hello": answer(say("Hello. Paste a quote to check it, or type help.")),
    "thanks": answer(say("You are welcome.")),
    "yes": answer(say("There is nothing to say yes to.")),
    "no": answer(say("All right.")),
    "help": guide.guide(),
    "commands": guide.commands(),
    "saving": answer(say("Type /save and a name for the file: /save today.json")),
    "quit": Reply(leave=True),
}


class Conversation:
    """What was checked, and an answer to each follow-up."""

    def __init__(self, checker: Checker, *, surroundings: Surroundings) -> None:
        self.memory = Memory()
        self.desk = Desk(self.memory, checker=checker, surroundings=surroundings)
        self._of_whom: Understood | None = None
        self._checker = checker
        self._store = checker.store
        self._of_store: dict[Intent, Callable[[Understood], Reply]] = {
            "holdings": self._holdings,
            "search": self._search,
            "topic": self._topic,
            "person": self._person,
            "list": self._list,
            "more": self._more,
            "undo": lambda _asked: self.desk.undo(),
            "redo": lambda _asked: self.desk.redo(),
            "left": lambda _asked: self.desk.left(),
            "next_open": self._next_open,
        }
        self._of_focus: dict[Intent, Callable[[Focus, Understood], Reply]] = {
            "context": self._context,
            "more_context": self._context,
            "before": self._context,
            "after": self._context,
            "whole": self._whole,
            "wordings": self._wordings,
            "is_from": self._is_from,
            "named_speaker": self._is_from,
            "next": self._next,
            "previous": self._previous,
            "show": self._show,
            "cite": lambda focus, asked: citations.citation(focus, style=asked.style),
        }

    def knows(self, name: str) -> bool:
        """Whether a name, and nothing else, is a known person's."""
        return persons.is_name(name, people=self._checker.people)

    @property
    def has_shown(self) -> bool:
        """Whether anything of a quote or of the store was shown."""
        return self.memory.focus is not None or self.memory.listing is not None

    def holds(self, topic: str) -> bool:
        """Whether the store has anything on a topic."""
        return bool(self._store.topic(topic, limit=1))

    def check(self, text: str) -> Reply:
        """A card for each quotation of a text; the whole text as a claim where it has none."""
        document = readers.read_text(text)
        return self._cards(task_from_document(document, checker=self._checker, claims=False))

    def load(self, path: str) -> Reply:
        """A card for each quotation of a file, or a row where they are many.

        Raises: `InputError` where the file cannot be read.
        """
        task = task_from_file(path, checker=self._checker, claims=False)
        return self._cards(task)

    def _cards(self, task: Task) -> Reply:
        notes = say(*(f"{task.document.path}: {note}" for note in task.document.skipped))
        if not task.rows:
            place = f"{task.document.path}: " if task.document.path else ""
            return answer(notes, say(f"{place}no quotation marks in it, so nothing to check."))
        results = tuple(check_task(task, checker=self._checker))
        added = self.memory.add(results, document=task.document)
        problem = self.desk.log_checks(added)
        if len(added) == 1:
            return answer(notes, numbered_card(added[0]), problem)
        shown = added if len(added) <= CARDS_AT_ONCE else added[:1]
        cards = tuple(numbered_card(checked) for checked in shown)
        pointing = say(f'"It" is #{added[0].number} now: ask about it, or type next or a number.')
        return answer(notes, *cards, (*overview(added), *pointing), problem)

    def answer(self, asked: Understood) -> Reply:
        """The answer to a follow-up; a bare name after "say which" answers that."""
        waiting, self._of_whom = self._of_whom, None
        if waiting and asked.intent == "person":
            asked = waiting._replace(person=asked.person)
        missing = self.memory.point(asked.target) if asked.target else None
        if missing:
            return answer(say(missing))
        if asked.intent in _FIXED:
            return _FIXED[asked.intent]
        if asked.intent in self._of_store:
            return self._of_store[asked.intent](asked)
        focus = self.memory.focus
        if focus is None:
            return answer(say(NOTHING_YET))
        if asked.intent in _FROM_RESULT:
            return _FROM_RESULT[asked.intent](focus)
        return self._of_focus[asked.intent](focus, asked)

    def _list(self, _asked: Understood) -> Reply:
        return answer(overview(tuple(self.memory.checked)))

    def _more(self, asked: Understood) -> Reply:
        """The next page of the last list; without one, more of the context."""
        listing, focus = self.memory.listing, self.memory.focus
        if listing:
            return answer(*self._page(listing)) if listing.n_left else answer(say("That was all."))
        return self._context(focus, asked) if focus else answer(say(NOTHING_YET))

    def _show(self, focus: Focus, _asked: Understood) -> Reply:
        if focus.chosen or not focus.checked:
            return around.whole(focus, store=self._store)
        return answer(numbered_card(focus.checked))

    def _whole(self, focus: Focus, _asked: Understood) -> Reply:
        return around.whole(focus, store=self._store)

    def _wordings(self, focus: Focus, asked: Understood) -> Reply:
        return around.wordings(focus, store=self._store, language=asked.language)

    def _next(self, _focus: Focus, _asked: Understood) -> Reply:
        return self._step(1)

    def _previous(self, _focus: Focus, _asked: Understood) -> Reply:
        return self._step(-1)

    def _next_open(self, _asked: Understood) -> Reply:
        number = next_open(self.memory)
        return self._card(number) if number else self.desk.left()

    def _card(self, number: int) -> Reply:
        self.memory.go(number)
        return answer(numbered_card(self.memory.checked[number - 1]))

    def _step(self, step: int) -> Reply:
        number = (self.memory.current or 0) + step
        if not 1 <= number <= len(self.memory.checked):
            edge = "last" if step > 0 else "first"
            return answer(say(f"That was the {edge} one. Paste another quote, or type list."))
        return self._card(number)

    def _context(self, focus: Focus, asked: Understood) -> Reply:
        if asked.intent in ("more_context", "more"):
            self.memory.reach += _WIDER
        side = around.side(asked.intent)
        shown = around.context(focus, store=self._store, reach=self.memory.reach, side=side)
        if shown.complete:
            return answer(*shown.blocks)
        beside = around.same_occasion(focus, store=self._store)
        return answer(*shown.blocks, *(self._page(beside) if beside.statements else ()))

    def _is_from(self, focus: Focus, asked: Understood) -> Reply:
        """Whether a person said it: the one asked for, else the one whom the text names."""
        typed = asked.person or focus.named
        if typed is None or (focus.result and focus.result.status == "not_checked"):
            return answers.verdict(focus)
        resolved = persons.resolve(typed, people=self._checker.people)
        if resolved.name is None:
            return self._ask_whom(resolved, asked=asked)
        people = self._checker.people
        again = self._check_again(focus, speaker=resolved.name)
        return persons.is_from(focus, person=resolved.name, again=again, people=people)

    def _check_again(self, focus: Focus, *, speaker: str) -> Result | None:
        """The result for the same quote with another person named as its speaker."""
        result = focus.result
        if result is None or focus.checked is None:
            return None
        claim = Claim(
            id=result.id,
            quote=Quote(text=result.quote, kind=result.kind),
            speaker=Mention(as_written=speaker, name=speaker, method="given"),
            said_on=result.said_on,
        )
        return self._checker.check(claim, document=focus.checked.document)

    def _holdings(self, asked: Understood) -> Reply:
        if asked.topic is None:
            return answer(topics.holdings(self._store.coverage()))
        if self.knows(asked.topic):
            return self._of_person(asked.topic, topic=None, asked=asked)
        return self._found(Question(None, asked.topic, asked.period))

    def _search(self, asked: Understood) -> Reply:
        if not asked.topic and not asked.period:
            return answer(say("Search for what? Type: search WORDS"))
        return self._found(Question(None, asked.topic, asked.period))

    def _topic(self, asked: Understood) -> Reply:
        """What a person said on a topic.

        "What about Putin?" keeps the topic of the last question, "and in 2022?" all but its time.
        """
        last = self.memory.question
        if last and asked.period and not asked.person and not asked.topic:
            return self._found(last._replace(period=asked.period))
        if asked.person is None and asked.topic and last and self.knows(asked.topic):
            return self._of_person(asked.topic, topic=last.topic, asked=asked)
        if asked.period and not asked.person and not asked.topic:
            return self._search(asked)
        name = asked.person or self.memory.person
        if name is None:
            return answer(say("Of whom? Name the person: what did PERSON say about TOPIC."))
        return self._of_person(name, topic=asked.topic, asked=asked)

    def _person(self, asked: Understood) -> Reply:
        """A bare name: who that is, and what is stored of them."""
        reply = self._of_person(asked.person or "", topic=None, asked=asked)
        listing = self.memory.listing
        if not listing or not listing.statements:
            return reply
        return answer(
            say(f"{words.speaker(whole_evidence(listing.statements[-1]))}."), *reply.blocks
        )

    def _ask_whom(self, resolved: persons.Resolved, *, asked: Understood) -> Reply:
        """Keep the question until a name is typed that only one person bears."""
        self._of_whom = asked
        return answer(resolved.problem)

    def _of_person(self, typed: str, *, topic: str | None, asked: Understood) -> Reply:
        resolved = persons.resolve(typed, people=self._checker.people)
        if resolved.name is None:
            return self._ask_whom(resolved, asked=asked._replace(intent="topic", topic=topic))
        self.memory.person = resolved.name
        focus = self.memory.focus
        beside = focus.supported.utterance if focus and focus.supported else None
        return self._found(Question(resolved.name, topic, asked.period, beside))

    def _found(self, question: Question) -> Reply:
        self.memory.question = question
        listing = topics.find(question, store=self._store)
        counts = topics.speakers_of(listing.statements) if question.speaker is None else ()
        return answer(*self._page(listing), counts)

    def _page(self, listing: Listing) -> tuple[Block, ...]:
        page, self.memory.listing = listing.next_page()
        return (page,)
