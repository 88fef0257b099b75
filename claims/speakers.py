"""Who is named as the speaker of each quotation of a document.

Paragraphs are read in order, so that a quotation alone in its sentence continues the speaker of
the sentence before, and a pronoun finds the person named last. When unsure, no one is named.
"""

from __future__ import annotations

from typing import NamedTuple

from claims import syntax
from claims.attribution import attribute
from claims.cues import ROLE_NOUNS
from claims.frames import Frame
from claims.governing import last_attribution
from claims.indirect import reports
from claims.mentions import Memory
from claims.models import Mention
from claims.people import People
from claims.phrases import Attribution
from claims.syntax import Tree


class Spoken(NamedTuple):
    """The speaker of one quotation.

    Shape: `clause` are the offsets of the words that attribute it, where a date may stand;
           `beside` tells that the attribution touches the quotation.
    """

    mention: Mention
    clause: tuple[int, int] | None
    beside: bool


class Known(NamedTuple):
    """A known person named by the words from `at` on of a paragraph, as they are written."""

    at: int
    name: str
    written: str


def known_names(frame: Frame, *, people: People) -> tuple[Known, ...]:
    """The known people a paragraph names, without spaCy; an exact full name or surname each."""
    found: list[Known] = []
    words = frame.words
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[end].capital and words[end].quote < 0 and end - at < 5:
            end += 1
        for stop in range(end, at, -1):
            name = " ".join(word.text for word in words[at:stop])
            persons = people.find(name)
            if len(persons) == 1 and (stop > at + 1 or stop == end):
                found.append(Known(at, persons[0].name, name))
                break
        at = max(end, at + 1)
    return tuple(found)


class Report(NamedTuple):
    """Reported speech without marks, as offsets, and who is named for it, if anyone."""

    start: int
    end: int
    spoken: Spoken | None


class Reading:
    """What is carried from sentence to sentence while one document is read.

    Shape: `spoken` is the speaker of each quotation by its number; those without are left out.
           With `with_reports` also `reports`, and in `plain` the offsets of the sentences that
           neither quote nor report. With `nested` also the reports inside reports.
    """

    def __init__(
        self, text: str, *, memory: Memory, with_reports: bool = False, nested: bool = False
    ) -> None:
        self.text = text
        self.memory = memory
        self.with_reports = with_reports
        self.nested = nested
        self.spoken: dict[int, Spoken] = {}
        self.reports: list[Report] = []
        self.plain: list[tuple[int, int]] = []
        self.carried: Mention | None = None

    def paragraph(
        self,
        frame: Frame,
        *,
        known: tuple[Known, ...] = (),
        has_cues: bool = True,
        tree: Tree | None = None,
    ) -> None:
        """Read the next paragraph; `tree` is what a parser makes of it."""
        self.memory.paragraph += 1
        quoted = any(word.quote >= 0 for word in frame.words)
        subjects = {one.at: one for one in known}
        if not (quoted or has_cues or subjects or self.with_reports):
            self.carried = None
            return
        for number, (first, after) in enumerate(frame.sentences):
            self._see(first, subjects)
            words = frame.words[first:after]
            quotes = [first + at for at, word in enumerate(words) if word.quote >= 0]
            if not quotes:
                self.carried = self._indirect(frame, first, after)
            alone = not any(word.quote < 0 and word.text[0].isalnum() for word in words)
            for at in quotes:
                self._quote(frame, at, alone=alone, begins=number == 0, tree=tree)
            if self.with_reports:
                self._report(frame, first, after, quoted=bool(quotes))

    def _see(self, first: int, subjects: dict[int, Known]) -> None:
        """Remember the known person whom a sentence is about."""
        for at in range(first, first + 6):
            if at in subjects:
                self.memory.see(subjects[at].name, written=subjects[at].written)
                return

    def _indirect(self, frame: Frame, first: int, after: int) -> Mention | None:
        found = last_attribution(frame.words, first=first, end=after)
        return None if found is None else self._mention(frame, found)

    def _quote(
        self, frame: Frame, at: int, *, alone: bool, begins: bool, tree: Tree | None
    ) -> None:
        word = frame.words[at]
        found = attribute(self.text, frame, at)
        if found is None and tree is not None and not alone:
            found = syntax.attribution(tree, frame, at)
        if found is not None:
            mention = self._mention(frame, found)
            self.carried = mention
            if mention is not None:
                beside = found.place != "before" or _touches(frame, found, at)
                self.spoken[word.quote] = Spoken(mention, _clause(frame, found, at), beside)
            return
        if not alone:
            self.carried = None
            return
        if self.carried is not None:
            mention = self.carried.model_copy(update={"method": "continued"})
            self.spoken[word.quote] = Spoken(mention, None, beside=False)
        if begins and self.text[word.start : word.end].rstrip("”\"»'’")[-1:] == "?":
            self.carried = None

    def _report(self, frame: Frame, first: int, after: int, *, quoted: bool) -> None:
        found = list(reports(frame, first, after))
        if not found and not quoted:
            self.plain.append((frame.words[first].start, frame.words[after - 1].end))
        for one in found if self.nested else found[:1]:
            mention = self._mention(frame, one.attribution)
            if mention is None:  # a country "pledged": what it did is the claim
                start = frame.words[one.attribution.phrase.start].start
                self.reports.append(Report(min(start, one.start), one.end, None))
                continue
            spoken = Spoken(mention, _clause(frame, one.attribution, first), beside=True)
            self.reports.append(Report(one.start, one.end, spoken))

    def _mention(self, frame: Frame, found: Attribution) -> Mention | None:
        words, (start, end, aside) = frame.words, found.phrase
        name = self.text[words[start].start : words[end - 1].end]
        added = self.text[words[end - 1].end : words[aside - 1].end] if aside > end else ""
        verb = words[found.cue].low if found.cue >= 0 else ""
        apart = max(found.cue - found.phrase.full_end, start - found.cue - 1)
        beside = found.cue < 0 or apart <= 2
        mention = self.memory.mention(name, aside=added, verb=verb, beside=beside)
        return None if mention is None or _is_common(frame, found, mention) else mention


def _is_common(frame: Frame, found: Attribution, mention: Mention) -> bool:
    """Whether a lone first word of a sentence, capital or not, is no name: "Estimates", "Asked"."""
    start, end, _ = found.phrase
    word = frame.words[start]
    alone = end == start + 1 and frame.sentence(start)[0] == start
    unknown = mention.method == "cue" and mention.name is None and not mention.candidates
    common = word.low.endswith(("s", "ed")) and word.low not in ROLE_NOUNS
    return alone and unknown and common


def _touches(frame: Frame, found: Attribution, at: int) -> bool:
    """Whether nothing but a stop or "that" stands between the verb and the quotation."""
    between = frame.words[found.cue + 1 : at]
    return all(word.low in (":", ",", "that", "что") for word in between)


def _clause(frame: Frame, found: Attribution, at: int) -> tuple[int, int]:
    """The offsets of the clause around an attribution, quotations and "that ..." left out."""
    words = frame.words
    first, after = frame.sentence(at)
    low = min(found.phrase.start, found.cue if found.cue >= 0 else found.phrase.start)
    while low > first and words[low - 1].quote < 0:
        low -= 1
    high = max(found.cue, found.phrase.full_end - 1) + 1
    while high < after and words[high].quote < 0 and words[high].low not in ("that", ":", "что"):
        high += 1
    return words[low].start, words[high - 1].end
