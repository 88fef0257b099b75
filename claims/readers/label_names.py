"""What a speaker's label may look like: names, titles, those who ask, and words that are none."""

from __future__ import annotations

import re

_NOTES = re.compile(
    r"\s*[(\[](?:spoke|speaking|interpretation|translat(?:ed|ion)|in|via|through|voice-?over"
    r"|on camera|off.?mic|inaudible|continuing|cont'?d|по-|через|говорит|перевод|как переведено)"
    r"\b[^)\]]*[)\]]",
    re.IGNORECASE,
)
_ASKING = frozenset(
    "QUESTION ANSWER Q A MODERATOR INTERVIEWER REPORTER HOST OPERATOR PARTICIPANT AUDIENCE"
    " JOURNALIST CORRESPONDENT PRESENTER ANCHOR INTERPRETER"
    " CHAIR CHAIRPERSON ПРЕДСЕДАТЕЛЬ ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ ПРЕДСЕДАТЕЛЬСТВУЮЩАЯ СПИКЕР"
    " FRAGE ANTWORT PREGUNTA RESPUESTA RÉPONSE DOMANDA RISPOSTA"
    " ВОПРОС ОТВЕТ ВЕДУЩИЙ ВЕДУЩАЯ КОРРЕСПОНДЕНТ МОДЕРАТОР РЕПЛИКА ЖУРНАЛИСТ"
    " سوال پرسش پاسخ جواب خبرنگار مجری پوښتنه ځواب خبریال سؤال 记者 問 答 问 主持人".split()
)
_FLOOR = frozenset(
    "FROM THE FLOOR|FROM THE AUDIENCE|VOICE FROM THE FLOOR|HON. MEMBERS|AN HON. MEMBER"
    "|SOME HON. MEMBERS|SEVERAL HON. MEMBERS|ИЗ ЗАЛА|С МЕСТА|ГОЛОС ИЗ ЗАЛА".split("|")
)
_TITLES = frozenset(
    "MR MS MRS DR MISS SIR SECRETARY MINISTER PRESIDENT AMBASSADOR SENATOR GENERAL CHAIRMAN"
    " CHAIRWOMAN SPEAKER DIRECTOR PROFESSOR GOVERNOR CHANCELLOR JUDGE CONGRESSMAN ADMIRAL"
    " COLONEL KING DEPUTY VICE PRIME UNDER ASSISTANT THE UNIDENTIFIED UNKNOWN".split()
)
_NO_LABEL = frozenset(
    "NOTE UPDATE READ PHOTO SOURCE EDITOR RELATED WATCH LISTEN BREAKING CORRECTION IMAGE VIDEO"
    " MORE TOPICS TAGS CONTACT DATE TIME PLACE SUBJECT FROM TO CC RE SEE HTTP HTTPS WARNING"
    " EXAMPLE SUMMARY CAPTION CREDIT ALSO KEY PUBLISHED UPDATED LOCATION EVENT TITLE FIRST SECOND"
    " THIRD FOURTH FIRSTLY SECONDLY FINALLY REMEMBER LOOK RESULT FACT QUOTE PS HEADLINE LANGUAGE"
    " KIND AUTHOR TRANSCRIPT DURATION ATTENDEES PRESENT WEBVTT STYLE REGION PART CHAPTER"
    " ПРИМЕЧАНИЕ ФОТО ИСТОЧНИК ДАТА МЕСТО ТЕМА ВИДЕО ВАЖНО ИТОГ ЧИТАЙТЕ ПЕРВОЕ ВТОРОЕ ТРЕТЬЕ"
    " یادداشت عکس منبع".split()
)
_PARTICLES = frozenset(
    "of the von van der de bin al for and ul ur la le du da del di ibn to on at in pro"
    " по и из от при".split()
)
_PART = re.compile(r"[^\W_]+(?:['’‌-][^\W_]+)*\.?")
_INITIALS = re.compile(
    r"(?:[^\W\d_]\.[\s-]?){1,2}[^\W\d_][\w’'-]+|[^\W\d_][\w’'-]+\s(?:[^\W\d_]\.\s?){1,2}"
)
_OFFICE = re.compile(r".*\s(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][\w-]+")
_STRANGE = re.compile(r"[^\w\s.,'’‌\-/()#№—–&«»“”\"]")
_PRESS = frozenset("REPORTER JOURNALIST CORRESPONDENT КОРРЕСПОНДЕНТ ЖУРНАЛИСТ ЖУРНАЛИСТКА".split())
_MOST_WORDS = 6
"""Of a label, what stands in parentheses and behind a comma aside."""


def name_of(written: str) -> str:
    """The name in a label as written: without brackets, and without notes on how it is heard.

    >>> name_of("[SPEAKER_00]"), name_of("Mr. Lavrov (Russian Federation) (spoke in Russian)")
    ('SPEAKER_00', 'Mr. Lavrov (Russian Federation)')
    """
    bare = written.strip("*_ \t")
    if bare.startswith("[") and bare.endswith("]"):
        bare = bare[1:-1]
    return _NOTES.sub("", bare).strip()


def parts(name: str) -> list[str]:
    """The words of a name, what stands in parentheses left out."""
    return _PART.findall(_core(name))


def has_case(name: str) -> bool:
    """Whether a name is in a script with capitals."""
    return name.lower() != name.upper()


def is_name(name: str) -> bool:
    """Whether all words begin with a capital, small particles aside, and nothing else stands by.

    A script without capitals gives one to four words; those count only where they come again.
    """
    core = _core(name)
    office, _, rest = core.partition(",")
    words = _PART.findall(office)
    if not words or words[0].upper().rstrip(".") in _NO_LABEL or _STRANGE.search(name):
        return False
    if not has_case(core):
        return len(words) <= 4 and len(core) <= 40
    if len(words) > _MOST_WORDS or len(_PART.findall(rest)) > 2 * _MOST_WORDS:
        return False
    by_office = words[0].upper() in _PRESS or is_asking(core) or _OFFICE.fullmatch(core)
    if words[0][0].isupper() and by_office:
        return True
    if core.endswith(",") or (core.endswith(".") and not _INITIALS.fullmatch(core)):
        return False
    return words[0][0].isupper() and all(
        word[0].isupper() or word.isdigit() or word in _PARTICLES for word in words
    )


def is_asking(name: str) -> bool:
    """Whether a label says that one asks, answers or presides, and no more."""
    words = parts(name)
    if len(words) <= 3 and (words[-1:] in (["question"], ["вопрос"]) or name.upper() in _FLOOR):
        return bool(words)
    first = words[0].rstrip(".").upper() if words else ""
    return first in _ASKING and len(words) <= (2 if len(first) > 1 else 1)


def is_sure(name: str) -> bool:
    """Labels that are labels wherever they stand: MR PRICE, QUESTION, В.Путин, Mr. Lavrov."""
    core = _core(name)
    words = parts(name)
    if not words:
        return False
    first = words[0].rstrip(".").upper()
    if is_asking(name):
        return True
    if core.isupper() and first in _TITLES and len(words) > 1:
        return True
    if first in ("MR", "MS", "MRS", "DR", "HON") and len(words) > 1:
        return True
    return bool(_INITIALS.fullmatch(core) or _OFFICE.fullmatch(core))


def _core(name: str) -> str:
    return re.sub(r"\([^)]*\)", "", name).strip()
