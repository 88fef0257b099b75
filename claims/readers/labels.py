"""Lines of a transcript that begin with who speaks -> labels.

A colon in running text is no label: one that looks like any other word counts only where labels
are what the text is made of. Each style is one row of `_STYLES`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from claims.readers.label_names import has_case, is_asking, is_name, is_sure, name_of, parts

TIME = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?!\d|[^\S\n]*[AaPp]\.?[Mm]\b)"
_BRACKETED = rf"[(\[]{TIME}[)\]]"
_BOLD = r"(?:\*\*|__)?"
_LISTED = r"(?:[-*•]\s+|\d{1,4}[.)]\s+|\d{1,2}[^\S\n]{2,})?"
_BEFORE = (
    rf"^[^\S\n]*{_LISTED}(?:>>+[^\S\n]*)?"
    rf"(?:{_BOLD}[(\[]?(?P<time>{TIME})(?:\s?[-–]+>?\s?{TIME})?[)\]]?[^\S\n]*(?:[-–—|][^\S\n]*)?)?"
)
_LABEL = r"(?P<label>\[[^\]\n]{1,60}\]|[^\W\d_][^:：\n]{0,110}?)"
_SPACE = r"(?:[^\S\n]{2,}|\t)"


MOST = 50_000
"""Labels of one text that are read: as many as a parliament has in half a year."""
TOO_MANY = f"only the first {MOST:,} turns are given to speakers; split the text"


class Label(NamedTuple):
    """Who speaks from here on.

    Shape: the label begins at `line` and its words at `words`; `sure` labels are labels wherever
           they stand, the others only among their like. `time` is in seconds. No name: from here
           on there are too many labels to read.
    """

    name: str | None
    line: int
    words: int
    sure: bool
    time: float | None = None


class _Style(NamedTuple):
    """A way of writing labels: `sure` where the way alone says so; `needs` is in any text of it.

    Shape: the pattern is compiled on first use, since most texts need none.
    """

    pattern: str
    sure: bool
    needs: str


def _style(pattern: str, *, sure: bool = False, needs: str = ":") -> _Style:
    return _Style(pattern, sure, needs)


_STYLES = (
    # Anna Berg: words; **Anna Berg:** words; [00:01:02] Anna Berg: words; Ned Price: (03:59)
    _style(
        rf"{_BEFORE}{_BOLD}{_LABEL}{_BOLD}\s?:{_BOLD}(?=\s|[(\[]|$)"
        rf"(?:\s*[(\[](?P<after>{TIME})[)\]][^\S\n]*(?=\n|$|\s))?"
    ),
    # 记者：words
    _style(rf"{_BEFORE}{_BOLD}{_LABEL}{_BOLD}：{_BOLD}", needs="："),
    # Anna Berg [00:01:02] words; **Anna Berg** (00:03): words; [Anna Berg] 00:01:02
    _style(
        rf"^[^\S\n]*{_BOLD}{_LABEL}{_BOLD}\s*[(\[](?P<time>{TIME})[)\]]{_BOLD}:?(?=\s|$)", sure=True
    ),
    # Anna Berg  01:02, alone or before words set off
    _style(
        rf"^[^\S\n]*{_BOLD}{_LABEL}{_BOLD}{_SPACE}(?P<time>{TIME}){_BOLD}:?(?={_SPACE}|[^\S\n]*$)",
        sure=True,
    ),
    _style(rf"^[^\S\n]*{_BOLD}{_LABEL}{_BOLD}[^\S\n](?P<time>{TIME}){_BOLD}[^\S\n]*$"),
    # Anna Berg  10:01 AM, alone on its line
    _style(
        rf"^[^\S\n]*{_BOLD}{_LABEL}{_BOLD}[^\S\n]+\[?\d{{1,2}}:\d\d[^\S\n]?[AaPp][Mm]\]?[^\S\n]*$"
    ),
    # 01:02 Anna Berg, alone on its line
    _style(
        rf"^[^\S\n]*[(\[]?(?P<time>{TIME})[)\]]?[^\S\n]+(?:[-–—|][^\S\n]+)?"
        rf"{_BOLD}{_LABEL}{_BOLD}[^\S\n]*$"
    ),
    # Anna Berg, and the time in the next line
    _style(
        rf"^[^\S\n]*{_BOLD}{_LABEL}{_BOLD}[^\S\n]*\n[^\S\n]*[(\[]?(?P<time>{TIME})[)\]]?[^\S\n]*$",
        sure=True,
    ),
    # 10:01:22 From Anna Berg to Everyone: words
    _style(
        r"^(?P<time>\d\d:\d\d:\d\d)\s+From\s+(?P<label>[^:\n]{2,60}?)(?:\s+to\s+[^:\n]{2,60}?)?\s?:",
        sure=True,
    ),
    # 03/03/2024, 10:01 - Anna Berg: words
    _style(
        r"^\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?\]?\s+(?:[-–]\s+)?"
        r"(?P<label>[^:\n]{2,60}):\s",
        sure=True,
    ),
    # Q. words; Q   words
    _style(rf"^[^\S\n]*{_LISTED}(?P<label>[QA])(?:\.(?=\s)|(?=[^\S\n]{{2,}}\S|\t))", needs="Q"),
    # Mr. BERG. words; The PRESIDENT. words
    _style(
        r"^[^\S\n]*(?P<label>(?:Mr|Mrs|Ms|Miss|Dr|Chair(?:man|woman)?|Senator|General|Secretary"
        r"|Ambassador|Director|Admiral|Governor|Judge|Representative)\.?\s[A-Z][A-Z'’.\- ]*[A-Z]"
        r"(?: of [A-Z][\w ]{2,30})?"
        r"|The [A-Z]{4,}(?: [A-Z]{2,}){0,3}(?: pro tempore)?)\.\s",
        sure=True,
        needs=".",
    ),
    # ПРЕДСЕДАТЕЛЬ. words; РЕЗНИК О.П. words
    _style(
        r"^[^\S\n]*(?P<label>ПРЕДСЕДАТЕЛЬ(?:СТВУЮЩ(?:ИЙ|АЯ))?(?=\.\s)"
        r"|[А-ЯЁ][А-ЯЁ-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.(?=\s))\.?\s",
        sure=True,
        needs=".",
    ),
    # Anna Berg (Group). – words
    _style(r"^[^\S\n]*(?P<label>[^\W\d_][^:\n–—]{2,90})\.\s[–—]\s", needs="."),
)
_ALONE = (
    # **Anna Berg** words
    _style(r"^[^\S\n]*(?:\*\*|__)(?P<label>[^\W\d_][^:*\n]{1,60}?)(?:\*\*|__)(?=\s)", needs="**"),
    # ### Anna Berg, the words below
    _style(r"^#{1,6}[^\S\n]+(?P<label>[^\W\d_][^:\n]{2,60}?)[^\S\n]*\n\s*(?=[^\s#])", needs="#"),
    # Anna Berg, alone on her line, the words below
    _style(r"^[^\S\n]*(?P<label>[^\W\d_][^:\n]{2,60}?)[^\S\n]*\n\s*(?=\S)", needs=""),
)


def labels(text: str) -> list[Label]:
    """The labels of a transcript in order, [] if the text is none."""
    every = _every(text, _STYLES)
    found = _among_their_like(text, every) if every else []
    if len(found) == 1 and _is_headline(text, found[0]):
        return []
    return found or _alone(text)


def _is_headline(text: str, label: Label) -> bool:
    """Whether a text's only label is that of a first line without a stop, a paragraph after it."""
    if text[: label.line].strip():
        return False
    first, *after = text.lstrip().split("\n", 2)
    return len(after) == 2 and not after[0].strip() and first.rstrip()[-1:] not in '.?!…"”»'


def seconds(written: str) -> float:
    """A time as written, in seconds.

    >>> seconds("03:59"), seconds("1:00:01.5"), seconds("00:00:01,250")
    (239.0, 3601.5, 1.25)
    """
    total = 0.0
    for part in written.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _every(text: str, styles: Iterable[_Style]) -> list[Label]:
    found: dict[int, Label] = {}
    for style in styles:
        if style.needs in text:
            for label in islice(_of(text, style), MOST + 1):
                known = found.get(label.line)
                if known is None or (label.sure and not known.sure):
                    found[label.line] = label
    every = [found[line] for line in sorted(found)]
    if len(every) > MOST:
        rest = every[MOST].line
        every[MOST:] = [Label(None, line=rest, words=rest, sure=True)]
    return every


def _of(text: str, style: _Style) -> Iterator[Label]:
    for found in re.finditer(style.pattern, text, re.MULTILINE):
        written = found["label"].strip()
        bracketed = written.startswith("[")
        name = name_of(written)
        if not parts(name) or not (bracketed or is_name(name)):
            continue
        groups = found.groupdict()
        time = groups.get("time") or groups.get("after")
        yield Label(
            name=name,
            line=found.start(),
            words=found.end(),
            sure=style.sure or bracketed or groups.get("after") is not None or is_sure(name),
            time=seconds(time) if time else None,
        )


def _among_their_like(text: str, every: list[Label]) -> list[Label]:
    """The labels that count, [] where the text is no transcript."""
    counts = Counter(label.name for label in every)
    timed = _are_timed(text, every, counts=counts)
    sure = [label for label in every if label.sure or (timed and label.time is not None)]
    often = [label for label in every if counts[label.name] > 1]
    if not sure and not (len(often) >= 2 and len(every) >= 3 and _outweigh(text, often)):
        return _few(text, every)
    full = [label for label in every if label.name and _is_full(label.name)]
    names = {label.name for label in (*sure, *often, *full)}
    taken = [label for label in every if label.name is None or label.name in names]
    return taken if len(taken) == len(every) else _with_others(text, every, taken=taken)


def _with_others(text: str, every: list[Label], *, taken: list[Label]) -> list[Label]:
    """The taken labels, and those single words that count beside them.

    Shape: these are a part of a taken name, in capitals where names are, or anything where nearly
           each line has its label.
    """
    names = {label.name for label in taken if label.name}
    known = {word.casefold() for name in names for word in parts(name)}
    in_capitals = sum(name.isupper() for name in names) * 3 > len(names) * 2
    n_lines = sum(1 for line in text.splitlines() if line.strip())
    dense = len(names) > 1 and len(every) * 4 > n_lines * 3
    return [
        label
        for label in every
        if label.name is None
        or label.name in names
        or label.name.casefold() in known
        or dense
        or (in_capitals and label.name.isupper() and len(label.name) > 2)
    ]


def _are_timed(text: str, every: list[Label], *, counts: Counter[str | None]) -> bool:
    """Whether names with a time beside them are labels here: one comes again, and words follow."""
    timed = [label for label in every if label.time is not None]
    if not any(counts[label.name] > 1 for label in timed):
        return False
    n_followed = sum(
        bool(text[label.words : after.line].strip()) for label, after in pairwise(timed)
    )
    return n_followed * 2 > len(timed) - 1 > 0


_COLON = re.compile(r"[^\W\d_]:\s")


def _outweigh(text: str, often: list[Label]) -> bool:
    """Whether labels are more common than the other colons after words."""
    return len(often) * 2 > len(_COLON.findall(text))


def _few(text: str, every: list[Label]) -> list[Label]:
    """Labels that never come twice count if nearly every line has one, and it is a full name."""
    n_lines = sum(1 for line in text.splitlines() if line.strip())
    full = [label for label in every if label.name and _is_full(label.name)]
    if len(full) >= 2 and len(full) * 2 >= n_lines:
        return _with_others(text, every, taken=full)
    return []


_FEWEST_LINES = 3
"""Line breaks in a text where two names come twice."""


def _alone(text: str) -> list[Label]:
    """Names without colon or time count where at least two of them come again."""
    if text.count("\n") < _FEWEST_LINES:
        return []
    for style in _ALONE:
        every = [label for label in _every(text, (style,)) if _may_stand_alone(label.name or "")]
        counts = Counter(label.name for label in every)
        if sum(count > 1 for count in counts.values()) >= 2:
            return [label for label in every if counts[label.name] > 1 or is_sure(label.name or "")]
    return []


def _is_full(name: str) -> bool:
    """Whether a label is a name of several words, in a script whose capitals tell a name."""
    return len(parts(name)) > 1 and has_case(name)


def _may_stand_alone(name: str) -> bool:
    """Whether a label is a name of two to five words, or that of one who asks."""
    return 2 <= len(parts(name)) <= 5 or is_asking(name)
