"""Speaker labels at the start of a page's paragraphs -> turns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from claims.people import People
from sources.importers.blocks import Block
from sources.importers.furniture import begins_links

_LABEL: Final = re.compile(r"(?P<label>[^\s:：][^:：\n]{0,160}?)\s?[:：](?=\s|$|[^\x00-\x7f])\s*")
_ASKING: Final = re.compile(
    r"(?:question|q|вопрос|reporter|journalist|correspondent|корреспондент|журналист|реплика"
    r"|remark|press|سوال|پوښتنه|问|記者|记者)(?:er)?s?"
    r"(?:\s*\d+)?(?:\s*\(?(?:continued|contd?|cont['’]?d)\.?\)?)?",
    re.IGNORECASE,
)
_WITHOUT_NAME: Final = re.compile(
    r"(?:moderator|host|anchor|presenter|interviewer|staff|operator|participant|answer|a|ответ"
    r"|ведущ(?:ий|ая)|модератор|答)(?:\s*\d+)?",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"\(((?:in|speak\w*|spoke|via|through|as translated|говорит|по-)\b[^)]*)\)\s*", re.IGNORECASE
)
# A card that opens over a name stands between the name and its colon.
_CARD: Final = re.compile(r"^((?:[А-ЯЁA-Z]\.\s?){1,2}([А-ЯЁA-Z][\w-]+?))\s*\2\b.*$")
_INITIALS: Final = re.compile(r"(?:[А-ЯЁA-Z]\.\s?){1,2}[А-ЯЁA-Z][\w’'-]+")
_PARENTHESES: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_SMALL: Final = frozenset(
    "of the and for to at in on de la von van der bin al ul ur e da di du и по при в во на".split()
)
_NO_NAMES: Final = frozenset(
    "note notes source sources photo video agenda participants date time place venue subject tags"
    " topics contact update edited translation summary location address fact facts background"
    " read also published email phone tel fax web website".split()
)
_MOST_WORDS: Final = 16
_TITLED: Final = re.compile(
    r"(?:(?:Prime |Foreign |Deputy |Vice |Defen[cs]e )*(?:President|Minister|Ambassador|Chancellor"
    r"|Secretary|Governor|Commissioner|Chair\w*)|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)"
    r"(?: [A-Z][\w’'-]+){0,2} (?!President|Minister|Secretary|Chair|Speaker|General)[A-Z][\w’'-]+"
)
"""A label of an office and a name, which nothing but a speaker has."""
_INTERVIEW: Final = re.compile(r"\binterview|интервью|采访", re.IGNORECASE)
_PARAGRAPH: Final = 100
"""Characters above which a line without a stop is words all the same."""
_STOPS: Final = ".?!…。！？؟۔”»\")]>’'*"
_THANKS: Final = re.compile(r"(?:I )?thank|спасибо|благодар|谢谢|谢|gracias|merci", re.IGNORECASE)
_DASH: Final = re.compile(r"^[-–—]\s*")
_ABBREVIATED: Final = re.compile(r"[A-Z]{2,4}")
"""An office as a label: FM, PM, USG."""
_OUTLET: Final = re.compile(
    r"\b(?:TV|Radio|News|Agency|Times|Gazette|Herald|Post|Tribune|Journal|Channel|Magazine"
    r"|Newspaper|Daily|Broadcast\w*|Press|Courier|Chronicle|Observer|Guardian|Television|Media"
    r"|correspondent|reporter|journalist|TASS|Interfax|RIA|Reuters|AFP|AP|BBC|CNN|NBC|CBS|ABC"
    r"|Xinhua|Sputnik|RT|Kommersant|Izvestia|Vedomosti|Bloomberg|Al Jazeera|DPA|PTI|ANI"
    r"|телеканал\w*|газет\w*|агентств\w*|радио\w*|журнал\w*|корреспондент\w*|ТАСС|Интерфакс"
    r"|РИА|телекомпани\w*|Коммерсантъ?|Известия|ВГТРК|НТВ|РБК)\b",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(r"[^\W\d_](?:\w|['’-](?!s\b))*")  # "Petrov's" names Petrov

_Read = tuple[str, tuple[str, ...], str]
"""The label that a paragraph may begin with, its notes, and the words after it."""


class _Known(NamedTuple):
    """What paragraphs may begin with: how often, names, how many in capitals or set bold.

    Shape: `named` are those of which page or other paragraphs speak by the surname.
    """

    often: Counter[str]
    names: frozenset[str]
    n_capital: int
    n_bold: int
    named: frozenset[str]


def _known(read: Sequence[_Read | None], *, blocks: Sequence[Block], heading: str) -> _Known:
    often = Counter(found[0] for found in read if found is not None)
    names = frozenset(label for label in often if " " in label and is_name_like(label))
    rest = [b.text if found is None else found[2] for b, found in zip(blocks, read, strict=True)]
    words = set(_NAMES.findall("\n".join((heading, *rest))))
    named = frozenset(
        label for label in names if len(label.split()) < 5 and label.split()[-1] in words
    )
    n_bold = sum(b.bold >= len(found[0]) for b, found in zip(blocks, read, strict=True) if found)
    return _Known(often, names, sum(map(_is_capital, often)), n_bold, named)


class Turn(NamedTuple):
    """One speaker's paragraphs.

    Shape: `label` is `None` before the first label; `notes` are what stood in parentheses in
           it ("spoke in Russian"); `blocks` begin with the words after the label.
    """

    label: str | None
    notes: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The words, paragraphs apart."""
        return joined(self.blocks)


def joined(blocks: Iterable[Block]) -> str:
    """Blocks as one text: paragraphs apart, lines under each other."""
    text = ""
    for block in blocks:
        if block.text:
            text += ("\n" if block.broken else "\n\n") * bool(text) + block.text
    return text


def is_asking(label: str) -> bool:
    """Whether a label only says that somebody asks.

    >>> [is_asking(label) for label in ("Question", "Вопрос", "QUESTION", "Sergey Lavrov")]
    [True, True, True, False]
    """
    return _ASKING.fullmatch(label.strip()) is not None


def turns(
    blocks: Sequence[Block],
    *,
    people: People,
    extra: Callable[[str, Block], bool] | None = None,
    heading: str = "",
) -> tuple[Turn, ...]:
    """The turns of paragraphs that begin with labels; without labels, one without label.

    Shape: a label asks, is known, is `extra`, or looks like a name and is set bold, comes
           again, is set in capitals as others are, ends in another label, or is of one whom
           `heading` or another paragraph names; a paragraph without one goes on with the turn
           before it.
    """
    blocks = _trimmed(blocks)
    read = [_read(block) for block in blocks]
    known = _known(read, blocks=blocks, heading=heading)
    made: list[tuple[str | None, tuple[str, ...], list[Block]]] = []
    for block, found in zip(blocks, read, strict=True):
        if found is not None and _is_label(found, block, known=known, people=people, extra=extra):
            label, notes, rest = found
            made.append((label, notes, [block._replace(text=rest)]))
        elif made:
            made[-1][2].append(block)
        else:
            made.append((None, (), [block]))
    if _INTERVIEW.search(heading) and not any(label for label, _, _ in made):
        return _by_type(blocks)
    return tuple(Turn(label, notes, tuple(parts)) for label, notes, parts in made if joined(parts))


def _trimmed(blocks: Sequence[Block]) -> Sequence[Block]:
    """The paragraphs without what stands below the last sentence: a signature, links, addresses."""
    often = Counter(found[0] for block in blocks if (found := _read(block)) is not None)
    end = len(blocks)
    while end > 1 and not _ends_words(blocks[end - 1], often=often):
        end -= 1
    return blocks[:end] if any(_ends_words(b, often=often) for b in blocks[:end]) else blocks


def _ends_words(block: Block, *, often: Counter[str]) -> bool:
    """Whether words may end here: with a stop, a word of thanks, or after a label seen before."""
    text = block.text
    if text[-1] in _STOPS or _THANKS.match(text) or len(text) > _PARAGRAPH:
        return True
    found = _read(block)
    if found is None or begins_links(text):
        return False
    return is_asking(found[0]) or often[found[0]] > 1 or block.bold > 0


def _by_type(blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """An interview without labels: what is set bold or slanted whole asks, the rest answers."""
    made: list[tuple[str, list[Block]]] = []
    asks = [b.text[-1] in "?:" and (b.italic or b.bold >= len(b.text)) for b in blocks]
    for block, is_asked in zip(blocks, asks, strict=True):
        label = "Question" if is_asked else "Answer" if made else None
        if label and (not made or made[-1][0] != label):
            made.append((label, []))
        if not made:
            return (Turn(None, (), tuple(blocks)),)
        made[-1][1].append(block._replace(text=_DASH.sub("", block.text)))
    return tuple(Turn(label, (), tuple(parts)) for label, parts in made)


def _read(block: Block) -> _Read | None:
    """The label that a paragraph may begin with, or that it is, set bold on a line of its own."""
    match = _LABEL.match(block.text)
    if match is None:
        alone = block.text.strip(" .")
        told = is_asking(alone) or is_answer(alone)
        is_label = told or (block.bold >= len(alone) and is_name_like(alone))
        return (alone, (), "") if is_label and len(alone.split()) < 5 else None
    written = match["label"]
    notes = tuple(note.strip() for note in _PARENTHESES.findall(written))
    label = " ".join(_PARENTHESES.sub(" ", written).split()).strip(" *_")
    label = _CARD.sub(r"\1", label)
    rest = block.text[match.end() :]
    lead = _LEAD.match(rest)
    if lead is not None:
        notes, rest = (*notes, lead[1]), rest[lead.end() :]
    return (label, notes, rest) if label else None


def _is_label(
    found: _Read,
    block: Block,
    *,
    known: _Known,
    people: People,
    extra: Callable[[str, Block], bool] | None,
) -> bool:
    label = found[0]
    if not found[2] and ":" not in block.text and "：" not in block.text:
        return known.often[label] > 1 or (is_asking(label) and block.bold > 0)
    if is_asking(label) or (extra is not None and extra(label, block)):
        return True
    if _WITHOUT_NAME.fullmatch(label) and (len(label) > 2 or known.often[label] > 1):
        return True
    if _is_longer(label, known.names):
        return True
    if not is_name_like(label) or label.split()[0].lower().strip(".,") in _NO_NAMES:
        return False
    return bool(people.find(label)) or _is_named(label, block, known=known)


def _is_named(label: str, block: Block, *, known: _Known) -> bool:
    """Whether what could be a name stands as a label does: again, in initials, bold, told of."""
    if known.often[label] > 1 or _INITIALS.fullmatch(label):
        return True
    if any(other.endswith(f" {label}") for other in known.often) and " " in label:
        return True
    if label in known.named and all(word[0].isupper() for word in label.split()):
        return True
    if known.n_capital > 1 and _is_capital(label):
        return True
    if len(known.often) > 2 and (_ABBREVIATED.fullmatch(label) or _TITLED.fullmatch(label)):
        return True
    if block.bold < len(label) or block.bold > len(label) + 60:
        return False
    return len(label.split()) > 1 or (known.n_bold > 2 and block.bold <= len(label) + 2)


def _is_longer(label: str, names: frozenset[str]) -> bool:
    """Whether another label is this one without its office: "Moderator Oleg Larin"."""
    words = label.split()
    if len(words) > _MOST_WORDS:
        return False
    return any(" ".join(words[start:]) in names for start in range(1, len(words) - 1))


def _is_capital(label: str) -> bool:
    return label.isupper() and len(label.split()) > 1


def is_press(label: str) -> bool:
    """Whether a label is a name with the paper or the station that asks.

    >>> is_press("Anna Berg, Torvik Gazette"), is_press("Oleg Larin, Governor of Torvik")
    (True, False)
    """
    _, comma, rest = label.partition(",")
    return bool(comma) and _OUTLET.search(rest) is not None


def is_answer(label: str) -> bool:
    """Whether a label only says that this is the answer.

    >>> [is_answer(label) for label in ("A", "Ответ", "Answer", "Ansari")]
    [True, True, True, False]
    """
    return (
        re.fullmatch(r"(?:a|answer|ответ|答|جواب|پاسخ)", label.strip(), re.IGNORECASE) is not None
    )


def is_name_like(label: str) -> bool:
    """Whether every word could be of a name or an office: a capital, or a small particle.

    >>> [is_name_like(x) for x in ("С.В.Лавров", "Foreign Minister of India", "I say this")]
    [True, True, False]
    """
    words = re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*", label)
    if not words or len(words) > _MOST_WORDS or re.search(r"[!?;«»“”\"]|\.\s+[a-zа-я]", label):
        return False
    return words[0][0].isupper() and all(
        word[0].isupper() or not word[0].islower() or word.lower() in _SMALL for word in words
    )
