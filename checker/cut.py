"""What stands just outside a quoted stretch, and turns it: denials, conditions, frames. Pure."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from checker.align import Alignment
from checker.classes import is_number, is_verb
from checker.correspond import clauses
from checker.lexicon import (
    BEFORE_NUMBERS,
    EDGE_HEDGES,
    FIRST_PERSON,
    FUNCTION_WORDS,
    NEGATORS,
    NOT_DENYING,
)
from checker.limits import last_clause, limit_of
from checker.moves import sentence
from checker.reading import Reading

Cut = Literal["clipped_negation", "clipped_condition", "reported_speech"]


class CutFinding(NamedTuple):
    """One way in which the cut misleads.

    Shape: `words` are the stored words outside the quote that do it; `grave` tells a clause that
           limits the claim ("if", "unless") from one that only goes on ("but").
    """

    code: Cut
    words: str
    grave: bool


_WORD: Final = re.compile(r"[^\W_]")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’»)]*\s+|\n")
_DENYING_FRAME: Final = (
    r"\b(?:(?:is|was|would be|it's) (?:not|wrong|false|untrue|incorrect|a lie|nonsense)"
    r"(?: (?:true|right|correct|the case|to say|to claim|to call"
    r"|to describe|to speak of|to|say))*(?: that)?"
    r"|(?:do|does|did|would|will|can|could|have|has|had) not"
    r" (?:say|said|claim|claimed|mean|think|believe|accept|agree|confirm|know)(?: that)?"
    r"|(?:don't|didn't|wouldn't|never|nobody|no one) (?:say|says|said|claim|claims|claimed|think"
    r"|thinks|believe|believes|mean)(?: that)?"
    r"|(?:deny|denies|denied|reject|rejects|rejected|refute|refuted)"
    r"(?: (?:the|any|this|that))?(?: (?:claim|idea|notion|suggestion|report|reports))?(?: that)?"
    r"|\bno (?:\w+ ){0,2}?(?:evidence|proof|sign|signs|indication|indications|basis|truth|reason"
    r"|support|grounds|suggestion)\b[^.!?;:,]{0,60} that"
    r"|(?:not|n[’']t|never|cannot) (?!only|just|merely)(?:\w+ )?(?:say|claim|think|believe|accept"
    r"|agree|confirm|admit|concede|suggest|imply|mean|support)(?: [\w’']+){1,6} that"
    r"|\bнет (?:\w+ ){0,3}(?:доказательств|свидетельств|оснований|признаков|данных)[^.!?;:]{0,40}"
    r" что|нельзя (?:сказать|утверждать),? что|неправда,? что|не говорил,? что|неверно,? что"
    r"|отрица\w+,? что)\s*$"
)
_AFFIRMING_FRAME: Final = (
    r"\b(?:no (?:secret|doubt|surprise|wonder|question|accident)(?: that)?"
    r"|no (?:\w+ )?(?:secret|doubt|surprise|wonder|question|accident|coincidence)\b"
    r"[^.!?;:,]{0,40} that"
    r"|(?:nobody|no one|no-one|who) (?:denies|doubts|disputes|questions)(?: that)?"
    r"|(?:do|does|did|can|could|would) ?(?:not|n[’']t) (?:doubt|deny|dispute|question|hide|conceal)"
    r"(?: that)?|(?:cannot|can[’']t) (?:deny|doubt)(?: that)?|not only(?: that)?"
    r"|не секрет,? что|нет сомнений,? что|не сомневаюсь,? что)\s*$"
)
_REPORTING_FRAME: Final = (
    r"\b(?P<who>[\w’']+(?: [\w’']+)?)\s+(?:has |have |had |keeps? |kept |also |now |once )?"
    r"(?:say|says|said|saying|claim|claims|claimed|claiming|argue|argues|argued|allege|alleges"
    r"|alleged|insist|insists|insisted|suggest|suggests|suggested|assert|asserts|asserted|write"
    r"|writes|wrote|believe|believes|believed|tell us|tells us|told (?:us|me)|complain|complains"
    r"|говорит|говорят|сказал|сказала|утверждает|утверждают|заявил|заявляют|считают"
    r"|(?:repeat|repeats|repeated|repeating|maintain|maintains|maintained|maintaining|contend"
    r"|contends|contended|declare|declares|declared|declaring|pretend|pretends|pretended|swear"
    r"|swears|swore|warn|warns|warned|tell|tells|told|telling|shout|shouts|shouted|спорят|твердит"
    r"|твердят|твердили|повторяет|повторяют|повторял|повторяли|пишут|писали|уверяет|уверяют"
    r"|уверял|уверяли|говорили|заявила|заявили|считает|считал|считали|утверждал|утверждали)"
    r"(?: [\w’']+){0,3},? (?=that|что)),?"
    r" ?(?:that|что)?[\s,:“\"'«]*$"
)
_SELF: Final = frozenset("i we я мы".split())
_SUPPOSING_FRAME: Final = (
    r"\b(?:suppose|supposing|imagine|let us assume|let's say|assume|what if|the question is"
    r"(?: whether)?|whether|ask(?:s|ed|ing)?(?: \w+)? (?:if|whether)|the claim is"
    r"|the rumou?r is|rumou?rs?|rumou?red|allegations?"
    r"|they would have us believe|допустим|предположим|представьте)(?: that)?[\s,:“\"'«]*$"
)
_ACCORDING: Final = (
    r"\b(?:according to|in the (?:words|view|opinion) of"
    r"|as (?!i\b|we\b)[\w’']+(?: [\w’']+)? (?:says?|said|put it|claims?)"
    r"|по словам|по мнению|как (?:говорит|утверждает))\b[^.!?;]{0,60},\s*$"
)

_ANSWERS: Final = frozenset(
    "yes no absolutely certainly never exactly indeed correct definitely it that those maybe"
    " perhaps sure да нет конечно безусловно никогда".split()
)
_SUBORDINATE: Final = frozenset("if when unless once because until".split())
_POINTING: Final = frozenset("it that this so those they это он она они".split())


def needs_question(quote: Reading) -> bool:
    """Whether an answer says little without its question: "Yes, we will", "Perhaps in autumn"."""
    if quote.keys[:1] and quote.keys[0] in _ANSWERS:
        rest = quote.keys[1:]
        told = [key for key in rest if key not in FUNCTION_WORDS]
        if len(told) < _SAYS_ENOUGH or not _POINTING.isdisjoint(rest[:3]):
            return True
    if not quote.keys or quote.keys[0] not in _OPENING:
        return False
    main = [clause.keys for clause in clauses(quote) if clause.keys[0] not in _SUBORDINATE]
    words = [key for keys in main for key in keys]
    return len(words) <= _SAYS_ENOUGH and not any(is_verb(key) for key in words)


_OPENING: Final = frozenset(
    "probably possibly perhaps maybe likely not hardly in on at by after before within during next"
    " last because soon nearly almost about around more less only until when from for to".split()
)
"""Words that open an answer without a verb; of other languages that is not told."""
_SAYS_ENOUGH: Final = 5
"""Words with which an answer stands alone."""


def hedge_outside(alignment: Alignment) -> str:
    """The hedge that a cut leaves just outside the quoted stretch; "" where there is none."""
    keys, words = alignment.stored.keys, alignment.stored.words
    start, end = alignment.stored_start, alignment.stored_end
    first, last = sentence(alignment)
    joined = start - (keys[max(first, start - 1) : start] in (("that",), ("что",)))
    known = EDGE_HEDGES | BEFORE_NUMBERS if is_number(keys[start]) else EDGE_HEDGES
    for n in (4, 3, 2, 1):
        if joined - n >= first and keys[joined - n : joined] in known:
            return alignment.stored.text[words[joined - n].start : words[joined - 1].end]
        if end + n <= last and keys[end : end + n] in EDGE_HEDGES | {("yet",)}:
            text, stop = alignment.stored.text, words[end + n - 1].end
            if text[stop : stop + 1] in (",", ".", ";", "!", "?", ""):
                return text[words[end].start : stop]
    return ""


def _frame(pattern: str, around: str) -> re.Match[str] | None:
    """What frames a quote, in any case; most quotes have no words around them to look at."""
    return re.search(pattern, around, re.IGNORECASE) if _WORD.search(around) else None


def cut_findings(alignment: Alignment) -> tuple[CutFinding, ...]:
    """How the edges of the quoted stretch turn what was said, gravest first."""
    start, end = stretch(alignment)
    if start == end:
        return ()
    return _around(alignment.stored.text, start, end, inside=alignment.quote.text)


def is_told(cut: CutFinding, *, printed: str, quote: str) -> bool:
    """Whether the printed text says beside the marks what the cut leaves out.

    >>> limit = CutFinding("clipped_condition", "until", True)
    >>> is_told(limit, printed='They stay until "the ice goes".', quote="the ice goes")
    True
    """
    start = printed.find(quote)
    if start < 0 or cut.code == "reported_speech":
        return False
    told = _around(printed, start, start + len(quote), inside=quote)
    return cut.code in [other.code for other in told]


def _around(text: str, start: int, end: int, *, inside: str) -> tuple[CutFinding, ...]:
    """What the sentence around a stretch makes of it; `inside` are its words as quoted."""
    before = text[_sentence_start(text, start) : start]
    after = text[end : _sentence_stop(text, end)]
    found = [
        _denied(before, inside),
        _reported(before, text, start, end),
        _asked(text, end, inside),
        _limited(before, after, inside),
    ]
    return tuple(finding for finding in found if finding is not None)


def stretch(alignment: Alignment) -> tuple[int, int]:
    """The offsets of the quoted stretch in the statement's text; (0, 0) where nothing aligned."""
    if not alignment.hunks or alignment.stored_end <= alignment.stored_start:
        return 0, 0
    words = alignment.stored.words
    return words[alignment.stored_start].start, words[alignment.stored_end - 1].end


def _sentence_start(text: str, at: int) -> int:
    start = 0
    for found in _SENTENCE_END.finditer(text, 0, at):
        start = found.end()
    return start


def _sentence_stop(text: str, at: int) -> int:
    found = _SENTENCE_END.search(text, at)
    return found.start() + 1 if found else len(text)


def _denied(before: str, inside: str) -> CutFinding | None:
    if _frame(_AFFIRMING_FRAME, before):
        return None
    frame = _frame(_DENYING_FRAME, before)
    if frame:
        return CutFinding("clipped_negation", frame.group().strip(), True)
    clause = last_clause(before)
    words = re.findall(r"[\w’']+", clause.casefold())[-4:]
    for word, following in zip(words, [*words[1:], _first_word(inside)], strict=False):
        bare = "not" if word.endswith(("n't", "n’t")) else word
        if bare in NEGATORS and (bare, following) not in NOT_DENYING:
            return CutFinding("clipped_negation", clause.strip(), True)
    return None


def _first_word(text: str) -> str:
    found = re.search(r"[\w’']+", text)
    return found.group().casefold() if found else ""


def _reported(before: str, text: str, start: int, end: int) -> CutFinding | None:
    """Whether the speaker was quoting or supposing."""
    frame = _frame(_REPORTING_FRAME, before)
    who = frame["who"].casefold().split() if frame else []
    if frame and who[-1] not in (*FIRST_PERSON, "and", "to") and _SELF.isdisjoint(who):
        return CutFinding("reported_speech", frame.group().strip(" “\"'«:,"), True)
    source = _frame(_ACCORDING, before)
    if source:
        return CutFinding("reported_speech", source.group().strip(" ,"), True)
    frame = _frame(_SUPPOSING_FRAME, before)
    if frame:
        return CutFinding("reported_speech", frame.group().strip(" “\"'«:,"), True)
    opened, closed = _inner_quotation(text, start, end)
    if opened is not None and text[opened + 1 : closed].strip() != text.strip():
        return CutFinding("reported_speech", text[max(0, opened - 40) : opened].strip(" :"), True)
    return None


def _inner_quotation(text: str, start: int, end: int) -> tuple[int | None, int]:
    """The marks that enclose the whole stretch inside the statement."""
    for opener, closer in (
        ("“", "”"),
        ("«", "»"),
        ('"', '"'),
        ("‘", "’"),
        (": '", "'"),
        (", '", "'"),
    ):
        opened = text.rfind(opener, 0, start)
        inside = opened + len(opener)
        if opened < 0 or (opener != '"' and text.rfind(closer, inside, start) > 0):
            continue
        if opener == '"' and text.count('"', 0, start) % 2 == 0:
            continue
        closed = text.find(closer, end - 1)
        if closed >= 0:
            return opened, closed
    return None, 0


def _asked(text: str, end: int, inside: str) -> CutFinding | None:
    stop = _sentence_stop(text, end)
    tail = text[end:stop].rstrip("\"'”’») ")
    if tail.endswith("?") and "?" not in inside:
        return CutFinding("reported_speech", "a question", True)
    return None


def _limited(before: str, after: str, inside: str) -> CutFinding | None:
    """Whether the words stand in, or beside, a clause that limits them."""
    limit = limit_of(before, after, inside=inside)
    if limit is None:
        return None
    code: Cut = "clipped_negation" if limit.denies else "clipped_condition"
    return CutFinding(code, limit.words, limit.grave)
