"""The occasion of a statement: office, place, kind of record, and whether it was public. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from checker.entities import MONTHS, WEEKDAYS
from checker.messages import finding
from checker.models import Finding
from claims.dates import spelled
from claims.keys import keys
from claims.models import Claim
from claims.people import People
from claims.roles import is_home, role_words
from sources.models import Statement

_OFFICES: Final = frozenset(
    "president premier pm chancellor king queen prince emir minister secretary spokesman"
    " spokeswoman spokesperson ambassador envoy governor mayor senator general commander"
    " chief chairman director commissioner".split()
)
_PLACE: Final = re.compile(
    r"\b(?:said|says|told(?: \w+){1,3}|speaking|spoke|added|remarks|speech)"
    r"(?: (?:today|yesterday|on \w+))? in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r"|\b(?:Speaking|Talking) (?:to \w+ )?in (?P<start>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
_MEETING: Final = re.compile(
    r"\b(?:at|during|after|before) (?:(?!on\b|about\b|over\b|of\b)[a-z’'-]+ ){0,6}(?:conference"
    r"|briefing|meeting|summit|rally|talks|ceremony|speech|reception|session|forum|hearing"
    r"|interview|visit|match|final|congress|debate)"
    r"(?: (?!on\b|about\b|over\b|of\b)[a-z’'-]+){0,5}? in (?P<place>[A-Z][\w’'-]+)"
    r"|\b(?:[Вв]ыступая|[Нн]а (?:встрече|пресс-конференции|брифинге|митинге|заседании|форуме"
    r"|саммите|совещании|переговорах)(?: с [а-яё-]+){0,2}) в (?P<start>[А-ЯЁ][\w-]+)"
)
_NO_PLACES: Final = frozenset(
    "parliament congress senate twitter telegram facebook совете совет госдуме думе мид кремле"
    " оон сети парламенте сенате минобороны".split()
)
_PRIVATE: Final = re.compile(
    r"\btold (?:me|us|this (?:reporter|newspaper|magazine))\b|\bin an interview\b"
    r"|\bon (?:the )?condition of anonymity\b|\banonymous\w*|\bin private\b|\bprivately\b"
    r"|\bnot authori[sz]ed to\b|\bспросил\w* не называть\b|\bна услови\w+ анонимности\b"
    r"|\bостаться (?:неназванн|анонимн)\w+|\bне называть\b",
    re.IGNORECASE,
)
_TIDIED: Final = re.compile(r"lightly edited|edited for clarity|tidied|кремлин\w* редакц", re.I)
_PREPARED: Final = re.compile(r"as prepared|prepared remarks|advance text|embargoed", re.I)
_MACHINE: Final = re.compile(
    r"machine transcript|automatic(?:ally)? (?:transcri|generated)|speech.to.text|\basr\b|whisper",
    re.I,
)


def about_record(statement: Statement) -> Iterator[Finding | None]:
    """What is known of the record itself: its state, or else its note and its source's title."""
    state = statement.state
    known = "" if state else f"{statement.note or ''} {statement.source.title or ''}"
    tidied = _TIDIED.search(known)
    if tidied or state == "edited":
        yield finding("edited_record", stored=tidied.group() if tidied else "edited")
    if state == "as_prepared" or _PREPARED.search(known):
        yield finding("as_prepared")
    if state == "asr" or _MACHINE.search(known):
        yield finding("asr")


def about_correction(
    best: Statement, *, utterance: Iterable[Statement], corrections: Mapping[str, Statement]
) -> Finding | None:
    """What the office changed or took back later: of these words, or of another wording of them.

    Shape: `utterance` are the wordings looked at. The words of a correction are not corrected; what
           an agency corrected is its own translation alone.
    """
    wordings = sorted(utterance, key=lambda s: (s.id != best.id, s.said_on, s.id))
    if best.id in {wording.corrected_by for wording in wordings}:
        return None
    for wording in wordings:
        if wording.id != best.id and wording.wording == "agency_translation":
            continue
        if wording.corrected_by or wording.withdrawn:
            what = "withdrawn later" if wording.withdrawn else "corrected later"
            where = _correction(wording.corrected_by, corrections) if wording.corrected_by else ""
            return finding("later_corrected", stored=f"{what}{where}")
    return None


def _correction(name: str, corrections: Mapping[str, Statement]) -> str:
    """Where a correction stands: its day and its address, or the address alone."""
    known = corrections.get(name)
    if known is None:
        return f": see {name}"
    address = f", {known.source.url}" if known.source.url else ""
    return f": see {known.id}, {known.speaker}, {spelled(known.said_on)}{address}"


def about_relay(statement: Statement) -> Finding | None:
    """The way of a text that was translated from a translation."""
    if not statement.is_relayed:
        return None
    way = (statement.original_language, statement.translated_from, statement.language)
    return finding("relay_translation", stored=" to ".join(map(str, way)))


def about_occasion(
    claim: Claim, statement: Statement, *, people: People
) -> Iterator[Finding | None]:
    """The office and the place that the text gives against the stored ones."""
    if claim.speaker is not None and claim.speaker.name == statement.speaker:
        yield _office(claim.speaker.as_written, statement, people=people)
        yield _russian_office(claim.speaker.as_written, claim.context, statement)
    yield _place(claim, statement)


def _office(written: str, statement: Statement, *, people: People) -> Finding | None:
    """The title printed before the name, where it is another office than the one held."""
    if statement.role and not statement.role.isascii():
        return None
    name = set(keys(statement.speaker))
    title = [key for key in keys(written) if key not in name and key != "gs"]
    if not _OFFICES & set(title):
        return None
    held = set(keys(statement.role or ""))
    for person in people.find(statement.speaker):
        for role in person.roles:
            if role.held(statement.said_on):
                held |= set(keys(f"{role.title} {role.organisation}"))
    offices = [key for key in title if key in _OFFICES or key in _FIELDS]
    if not held or not statement.role or all(key in held for key in offices):
        return None
    return finding("role", quoted=written, stored=statement.role)


_LOWER: Final = ("заместител", "вице", "замминист", "бывш", "экс")
_RUSSIAN_OFFICE: Final = re.compile(
    rf"\b(?:{'|'.join(_LOWER)}|президент|премьер|минист|мэр|губернатор|посол|депутат|сенатор"
    r"|спикер|генерал|председател|канцлер)[^.!?:;,«»\"“”()\n—–]*$",
    re.IGNORECASE,
)


def _russian_office(written: str, context: str, statement: Statement) -> Finding | None:
    """The title before a Russian name, where the office held is another or a deputy's."""
    office, name = statement.role or "", keys(statement.speaker)
    found = _RUSSIAN_OFFICE.search(f"{context.partition(written)[0]}{written}")
    if found is None or not office or office.isascii():
        return None
    held, title = keys(office), [key for key in keys(found.group()) if key not in name]
    lower = [any(key.startswith(_LOWER) for key in words) for words in (title, held)]
    kept = [key for key in title if not is_home(key) and not key.startswith(_LOWER)]
    same = role_words(" ".join(kept), "")[0] & role_words(office, "")[0]
    if lower[0] == lower[1] and (same or all(any(_is_form(h, k) for h in held) for k in kept)):
        return None
    return finding("role", quoted=found.group(), stored=office)


_FIELDS: Final = frozenset(
    "prime foreign defense interior finance justice vice deputy acting former press".split()
)


def _place(claim: Claim, statement: Statement) -> Finding | None:
    """The place where the text has the words said."""
    if not statement.place or not claim.context:
        return None
    outside = claim.context.replace(claim.quote.text, " ")
    found = _PLACE.search(outside) or _MEETING.search(outside)
    if found is None:
        return None
    named = found["place"] or found["start"]
    word = keys(named)[0]
    known = keys(f"{statement.place} {statement.event or ''}")
    if word in MONTHS or word in WEEKDAYS or word in _NO_PLACES:
        return None
    if any(key == word or _is_form(key, word) for key in known):
        return None
    return finding("wrong_event", quoted=named, stored=statement.place)


def _is_form(one: str, other: str) -> bool:
    """Whether two Russian words begin alike, as cases of one name do."""
    if one.isascii() or other.isascii():
        return False
    return one[: max(3, len(one) - 3)] == other[: max(3, len(one) - 3)]


def is_private(claim: Claim) -> bool:
    """Whether the text says that the words were not spoken in public."""
    return bool(_PRIVATE.search(claim.context.replace(claim.quote.text, " ")))
