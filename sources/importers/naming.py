"""Whom a heading, a byline or a label names, and in which office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from claims.names import is_title
from claims.people import People, Person
from claims.roles import is_home
from sources.importers.labels import is_asking
from sources.models import QUESTIONER

_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-](?=[^\W\d_]))*\.?")
_OFFICES: Final = frozenset(
    "minister president secretary spokesman spokeswoman spokesperson representative ambassador"
    " director envoy chairman chairwoman chairperson chancellor governor head premier general"
    " deputy chief commander councilor counsellor commissioner adviser advisor mayor king emir"
    " captain teacher doctor engineer student rector professor member founder worker author artist"
    " winner participant resident editor speaker aide ceo coach owner manager volunteer"
    " moderator host anchor presenter correspondent journalist"
    " министр министра президент президента председатель председателя представитель"
    " представителя посол посла директор директора секретарь секретаря губернатор глава"
    " руководитель канцлер".split()
)
_PARTICLES: Final = frozenset("bin al ibn von van der de del la di da du dos ul ur abu".split())
_HONOURS: Final = re.compile(
    r"^(?:(?:Shri|Smt\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|H\.?E\.?|Sir|Prof\.?|Amb\.?)\s+)+"
)
_INITIAL: Final = re.compile(r"(?<=\w)\s+[A-Z]\.(?=\s+[A-Z])")
_LONGEST: Final = 4


class Named(NamedTuple):
    """A name with the office that stands before or after it, `None` where there is none."""

    name: str
    office: str | None = None


def person_in(text: str, *, people: People) -> Person | None:
    """The first known person that a text names in full or with initials.

    >>> from claims.people import load_people
    >>> person_in("Выступление Министра С.В.Лаврова, Москва", people=load_people()).name
    'Sergey Lavrov'
    >>> person_in("Remarks on the Moscow format", people=load_people()) is None
    True
    """
    return next(persons_in(text, people=people), None)


def persons_in(text: str, *, people: People) -> Iterator[Person]:
    """The known persons that a text names in full or with initials, in order."""
    if _SIGNS.search(text):
        yield from _written_in_signs(text, people=people)
    words = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
    for first, (word, start, _) in enumerate(words):
        if word[0].islower() or word.lower().rstrip(".") in _OFFICES:
            continue
        for last in range(min(first + _LONGEST, len(words)) - 1, first - 1, -1):
            if last == first and "." not in word.rstrip("."):
                continue
            between = text[start : words[last][2]]
            if re.search(r"[,;:(]", between):
                continue
            if last == first + 1 and is_title(word, small=False) and _goes_on(text, words[last][2]):
                continue  # "Qari Muhammad" is no name where "Yousuf Ahmadi" follows
            found = people.find(bare(between))
            if len(found) == 1 and found[0].kind == "person":
                yield found[0]
                break


def _goes_on(text: str, end: int) -> bool:
    """Whether another word of a name follows."""
    return re.match(r"[\s-]+[A-ZА-ЯЁ][\w'’-]+", text[end:]) is not None


_SIGNS: Final = re.compile("[\u4e00-\u9fff]")


def _written_in_signs(text: str, *, people: People) -> Iterator[Person]:
    """The known persons whose Chinese names a text holds, in order."""
    found = [
        (text.find(alias), person)
        for person in people.persons
        for alias in person.aliases
        if _SIGNS.match(alias) and alias in text
    ]
    for _, person in sorted(found, key=lambda each: each[0]):
        yield person


_AFTER_OFFICE: Final = re.compile(
    r"\b(?:Minister|Spokes(?:man|woman|person)|Representative|Ambassador|Director|Envoy|Secretary"
    r"|Chair(?:man|woman)?|President)(?:\s*\([^)]*\))?\s+(?:(?:Shri|Smt\.?|Dr\.?|Mr\.?|Ms\.?)\s+)?"
    r"(?P<name>(?:[A-Z][\w.'-]*\s+){1,3}?[A-Z][\w-]+)(?=['’]s?\b|\s+(?:[a-z(]|[A-Z]\w+['’]s\b|With\b|And\b|At\b|Before\b)|[,;:]|$)"
)


def named_in(text: str, *, people: People) -> str | None:
    """The name that a heading gives: of a known person, else what follows an office.

    >>> from claims.people import load_people
    >>> named_in("Deputy Minister Igor Stanov’s interview with Torvik", people=load_people())
    'Igor Stanov'
    """
    text = text.title().replace("’S ", "’s ") if text.isupper() else text
    person = person_in(text, people=people)
    if person is not None:
        return person.name
    found = _AFTER_OFFICE.search(text)
    if found is not None:
        return bare(found["name"])
    initials = _INITIALS.search(text)
    return f"{initials[1]}{nominative(initials[2])}" if initials else None


_INITIALS: Final = re.compile(r"((?:[А-ЯЁ]\.\s?){1,2})([А-ЯЁ][а-яё-]{3,})")
_ENDINGS: Final = (
    (r"(?<=[сц]к)ого$", "ий"), (r"(?<=ов|ев|ин|ын)ой$", "а"), (r"(?<=[сц]к)ой$", "ая"),
    (r"(?<=ов|ев|ёв|ин|ын)(?:а|ым)$", ""), (r"(?<=[сц]к)им$", "ий"),
    (r"(?<=[бвгджзйклмнпрстфхцчшщ])а$", ""),
)  # fmt: skip


def nominative(surname: str) -> str:
    """A Russian surname after an office, in the form that names it.

    >>> [nominative(x) for x in ("Алипова", "Захаровой", "Полянского", "Ткаченко")]
    ['Алипов', 'Захарова', 'Полянский', 'Ткаченко']
    """
    for ending, other in _ENDINGS:
        made = re.sub(ending, other, surname)
        if made != surname:
            return made
    return surname


def names_in(text: str) -> tuple[str, ...]:
    """Every name that follows an office in a heading.

    >>> names_in("Secretary Antony Blinken and Torvik Foreign Minister Ole Brandt at a dinner")
    ('Antony Blinken', 'Ole Brandt')
    """
    return tuple(bare(found["name"]) for found in _AFTER_OFFICE.finditer(text))


def bare(name: str) -> str:
    """A name without honours, middle initials and the 's of possession.

    >>> [bare(x) for x in ("Shri Arindam Bagchi", "Antony J. Blinken’s", "Dr. S. Jaishankar")]
    ['Arindam Bagchi', 'Antony Blinken', 'S. Jaishankar']
    """
    name = re.sub(r"['’]s?$", "", _HONOURS.sub("", name.strip()).strip())
    return _INITIAL.sub("", name)


def split_office(label: str, *, people: People, others: Sequence[str] = ()) -> Named:
    """A label cut into name and office, where it has an office at all.

    Shape: `others` are the page's other labels: "Vladimir Putin" tells what is the office in
           "President of Russia Vladimir Putin"; without that, a known name or the last two
           words do.

    >>> from claims.people import load_people
    >>> split_office("Minister of Transport Ole Brandt", people=load_people())
    Named(name='Ole Brandt', office='Minister of Transport')
    >>> split_office("Sergey Lavrov", people=load_people())
    Named(name='Sergey Lavrov', office=None)
    """
    for other in others:
        if " " in other.replace(".", " ") and label.endswith(f" {other}"):
            return Named(other, label[: -len(other)].strip(" ,") or None)
    words = label.split()
    offices = [i for i, word in enumerate(words) if word.lower().strip(",.") in _OFFICES]
    if not offices or len(words) < 3:
        return Named(label)
    for start in range(len(words) - 1):
        name = " ".join(words[start:])
        if (
            len(people.find(name)) == 1
            and not _is_office(words[start])
            and not is_home(words[start])
        ):
            return Named(name, " ".join(words[:start]) or None)
    start = len(words) - 1 if re.match(r"(?:\w\.)+\w", words[-1]) else len(words) - 2
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    if _is_office(words[start]) or not words[start][0].isupper() or start <= offices[0]:
        return Named(label)
    return Named(" ".join(words[start:]), " ".join(words[:start]))


def _is_office(word: str) -> bool:
    return word.lower().strip(",.") in _OFFICES or word[:1].islower()


def holder(role: str, *, people: People, on: date | None) -> str | None:
    """The one known person who held an office on a day."""
    found = people.by_role(role, on=on) if on is not None else ()
    return found[0].name if len(found) == 1 else None


def speaker_of(label: str, *, people: People, others: Sequence[str] = ()) -> Named:
    """Whom a label names: the questioner, or a name with its office."""
    if is_asking(label):
        return Named(QUESTIONER)
    name = bare(label)  # a surname alone keeps its "Mr.", which tells it for one
    is_whole = " " in name and name.split()[0].lower() not in _PARTICLES
    return split_office(name if is_whole else label, people=people, others=others)


_TONGUES: Final = (
    ("en", "english|английск"), ("ru", "russian|русск"), ("fr", "french|французск"),
    ("zh", "chinese|китайск"), ("ar", "arabic|арабск"), ("es", "spanish|испанск"),
    ("fa", "persian|farsi|фарси|персидск"), ("prs", "dari|дари"), ("ps", "pashto|пушту"),
    ("hi", "hindi|хинди"), ("de", "german|немецк"), ("tr", "turkish|турецк"),
    ("tg", "tajik|таджикск"), ("uz", "uzbek|узбекск"), ("kk", "kazakh|казахск"),
    ("ur", "urdu|урду"), ("pt", "portuguese|португальск"),
    ("ja", "japanese|японск"), ("ko", "korean|корейск"), ("it", "italian|итальянск"),
    ("uk", "ukrainian|украинск"), ("he", "hebrew|иврит"),
)  # fmt: skip
_RELAYED: Final = re.compile(
    r"spoke in|interpret|translat|retranslat|перевод|как переведено|через переводчика",
    re.IGNORECASE,
)


def tongue(notes: Sequence[str]) -> str | None:
    """The language that a note beside a label names: "(spoke in Russian)"."""
    for note in notes:
        spoken = _SPOKEN.search(note)
        for language, names in _TONGUES:
            word = rf"\b(?:{names})(?:\b|[а-яё])"  # "Uzbekistan" is no language
            if re.search(word, spoken[1] if spoken else note, re.IGNORECASE):
                return language
    return None


_SPOKEN: Final = re.compile(
    r"(?:spoke in|from|перевод\w* с|in)\s+(?:the\s+)?([^\s;,]+)", re.IGNORECASE
)


def is_relayed(notes: Sequence[str]) -> bool:
    """Whether a note beside a label says that the words are an interpreter's."""
    return any(_RELAYED.search(note) for note in notes)
