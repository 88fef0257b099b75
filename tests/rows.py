"""Cases for the rows of the verdict table: what was said, what was printed, what must come out.

`TABLE` is read from the table alone, never from the program. A row's tests are two lists: `found`
(the row applies) and `absent` (a near-by trap to which it must not be applied).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from checker.check import Checker
from checker.models import Evidence, Finding, Level, Result
from checker.settings import Profile, Settings
from claims.models import Claim, Document, Mention, Quote, QuoteKind
from claims.readers import read_text
from sources.models import Source, Statement
from sources.store import Store

SPEAKER = "Ilse Brandvik"
DAY = date(2022, 3, 14)
SUPPORTED = ("match", "paraphrase")
NOT_MATCH = ("paraphrase", "no_source")
ANY = ("match", "paraphrase", "no_source")

# code: (verdicts, severities); an empty severity tuple: the table names none, any will do.
TABLE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "name_form": (("match",), ("info",)),
    "name_substituted": (("paraphrase",), ("notice",)),
    "number_form": (("match",), ("info",)),
    "record_style": (("match",), ("info",)),
    "notice_stripped": (("match",), ("info",)),
    "cleaned_speech": (("match",), ("notice",)),
    "grammar_fixed": (("paraphrase",), ("warning",)),
    "bracket_added": (("match",), ("notice",)),
    "bracket_replaced": (("match",), ("warning",)),
    "paren_insert": (("match",), ("notice",)),
    "ellipsis": (("match",), ("notice",)),
    "ellipsis_meaning": (("no_source",), ("error",)),
    "ellipsis_long": (("match",), ("warning",)),
    "quilted": (("no_source",), ("error",)),
    "undeclared_omission": (("paraphrase",), ("warning",)),
    "reordered": (("paraphrase",), ("warning",)),
    "merged": (("no_source",), ("error",)),
    "far_apart": (("match",), ("notice",)),
    "minor_wording": (("paraphrase",), ("notice",)),
    "reworded": (("paraphrase",), ("warning",)),
    "hedge_changed": (("paraphrase",), ("warning",)),
    "modality_changed": (("no_source",), ("error",)),
    "negation_changed": (("no_source",), ("error",)),
    "number_changed": (("no_source",), ("error",)),
    "entity_changed": (("no_source",), ("error",)),
    "condition_dropped": (("no_source",), ("error",)),
    "status_changed": (("no_source",), ("error",)),
    "intensity_changed": (("paraphrase",), ("warning",)),
    "person_shift": (("paraphrase",), ("warning",)),
    "not_verbatim": (("paraphrase",), ("warning",)),
    "indirect_ok": (("paraphrase",), ("info",)),
    "synthesised": (("paraphrase",), ("warning",)),
    "clipped_negation": (("match",), ("error",)),
    "clipped_condition": (("match",), ("error",)),
    "reported_speech": (("match",), ("error",)),
    "wrong_turn": (("match",), ("error",)),
    "see_question": (("match",), ("notice",)),
    "wrong_speaker": (("match",), ("error",)),
    "spokesperson": (("match",), ("warning",)),
    "role": (("match",), ("notice",)),
    "wrong_date": (("match",), ("warning",)),
    "old_quote": (("match",), ("error",)),
    "wrong_event": (("match",), ("warning",)),
    "said_often": (("match",), ("info",)),
    "ambiguous_speaker": (("match",), ()),
    "translation_official": (("match",), ("info",)),
    "translation_agency": (("match",), ("notice",)),
    "translation_variant": (("paraphrase",), ("notice",)),
    "translation_hedge": (("paraphrase",), ("warning",)),
    "translation_conflict": (("no_source",), ("error",)),
    "later_corrected": (("match", "paraphrase"), ("warning",)),
    "relay_translation": (("paraphrase",), ("warning",)),
    "versions_differ": (("match",), ("warning",)),
    "edited_record": (("match",), ("info",)),
    "as_prepared": (("match",), ("warning",)),
    "secondary_source": (("match",), ("notice",)),
    "asr": (("match",), ("warning",)),
    "near_miss": (("no_source",), ()),
    "absent": (("no_source",), ("info",)),
    "not_covered": (("no_source",), ("warning",)),
    "private_speech": (("no_source",), ("info",)),
    "too_short": (("match", "no_source"), ("notice",)),
    "no_quote": (("paraphrase", "no_source"), ("info",)),
    "own_rendering": (("paraphrase",), ("notice",)),
    "same_wire": (("match",), ("notice",)),
    "self_source": (("no_source",), ("info",)),
}
CRITICAL = frozenset(
    "modality_changed negation_changed number_changed entity_changed condition_dropped "
    "status_changed ellipsis_meaning translation_conflict quilted merged".split()
)


def said(
    text: str,
    *,
    name: str = "s1",
    utterance: str | None = None,
    speaker: str = SPEAKER,
    said_on: date = DAY,
    source: dict[str, Any] | None = None,
    **fields: Any,
) -> Statement:
    """A stored statement with the id `name`; without `source` in a transcript of its own."""
    language = "ru" if any("а" <= letter <= "я" for letter in text.casefold()) else "en"
    given = {"publisher": "Torvik Archive", "url": f"https://archive.example/{name}"}
    return Statement(
        id=name,
        utterance=utterance or name,
        speaker=speaker,
        said_on=said_on,
        text=text,
        source=Source(**(given | (source or {}))),
        **({"language": language, "original_language": language} | fields),
    )


@dataclass(frozen=True)
class Case:
    """One printed quote against one small store.

    `verdicts` empty: as the table says. `instead`: codes accepted in place of the row's own.
    `codes` and `never` must and must not be among the findings besides. `first` is the statement
    that must be shown first; `quiet` allows nothing above `info`. With `sentence`, `printed` is a
    text with quotation marks of its own and names the speaker itself.
    """

    stored: str | tuple[Statement, ...]
    printed: str
    verdicts: str | tuple[str, ...] = ()
    severities: tuple[str, ...] | None = None
    speaker: str | None = SPEAKER
    candidates: tuple[str, ...] = ()
    said_on: date | None = None
    kind: QuoteKind = "direct"
    profile: Profile = "strict"
    document: tuple[tuple[str, Any], ...] = ()
    sentence: bool = False
    instead: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    first: str | None = None
    quiet: bool = False
    code: str = ""
    applies: bool = True

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the store holds."""
        return (said(self.stored),) if isinstance(self.stored, str) else self.stored


def pairs(*texts: str, **fields: Any) -> tuple[Case, ...]:
    """Cases from "said => printed" lines."""
    split = (text.split(" => ") for text in texts)
    return tuple(Case(stored, printed, **fields) for stored, printed in split)


def found(code: str, *cases: Case) -> list[Any]:
    """Cases to which the row `code` applies, as pytest parameters."""
    return [
        pytest.param(replace(case, code=code), id=f"{code}-{number}")
        for number, case in enumerate(cases, start=1)
    ]


def absent(code: str, *cases: Case) -> list[Any]:
    """Traps near the row `code`, to which it must not be applied."""
    return [
        pytest.param(replace(case, code=code, applies=False), id=f"not-{code}-{number}")
        for number, case in enumerate(cases, start=1)
    ]


def silent(code: str, *pairs: tuple[str, str]) -> list[Any]:
    """Differences that never count: a match, with nothing to report above `info`."""
    return [
        pytest.param(Case(stored, printed, "match", quiet=True), id=f"{code}-{number}")
        for number, (stored, printed) in enumerate(pairs, start=1)
    ]


def check(case: Case, folder: Path) -> Result:
    """Put the statements into a new store and check the printed quote against it."""
    with new_store(folder / "store.db") as store:
        store.add(case.statements)
        checker = Checker(store, settings=Settings(profile=case.profile))
        if case.sentence:
            document = read_text(case.printed).model_copy(update=dict(case.document))
            results = checker.check_document(document).results
            assert len(results) == 1, f"{len(results)} quotes in {case.printed!r}"
            return results[0]
        document = Document(text=case.printed).model_copy(update=dict(case.document))
        return checker.check(claim(case, store), document=document)


def new_store(path: Path) -> Store:
    """A new, empty store."""
    path.write_bytes(empty_store())
    return Store.open(path, create=False)


@cache
def empty_store() -> bytes:
    """The file of an empty store: making one waits for the disk, copying it does not."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        Store.open(path, create=True, builtin=False).close()
        return path.read_bytes()


def claim(case: Case, store: Store) -> Claim:
    """The quote as the caller's own claim, its speaker in canonical form where one fits."""
    mention = None
    if case.speaker is not None:
        people = () if case.candidates else store.people().find(case.speaker)
        name = people[0].name if len(people) == 1 else case.speaker
        mention = Mention(
            as_written=case.speaker,
            name=None if case.candidates else name,
            method="given",
            candidates=case.candidates,
        )
    quote = Quote(text=case.printed, kind=case.kind)
    return Claim(id="q1", quote=quote, speaker=mention, said_on=case.said_on)


def assert_case(case: Case, folder: Path) -> Result:
    """Check the case, and what holds for every result; the result for further looks."""
    result = check(case, folder)
    story = tell(case, result)
    assert_sound(case, result, story)
    codes = {finding.code: finding for finding in result.findings}
    verdicts, severities = TABLE.get(case.code, (ANY, ()))
    expected = (case.verdicts,) if isinstance(case.verdicts, str) else case.verdicts
    assert result.verdict in (expected or verdicts), f"verdict {result.verdict}{story}"
    if case.code and case.applies:
        own = [codes[code] for code in (case.code, *case.instead) if code in codes]
        assert own, f"{case.code} not found{story}"
        wanted = severities if case.severities is None else case.severities
        assert not wanted or own[0].severity in wanted, f"severity{story}"
    elif case.code:
        assert case.code not in codes, f"{case.code} found{story}"
    assert set(case.codes) <= set(codes), f"of {case.codes}{story}"
    assert not set(case.never) & set(codes), f"none of {case.never}{story}"
    assert not case.quiet or result.severity in (None, "info"), f"not quiet{story}"
    if case.first:
        assert [shown.statement for shown in shown_in(result)][:1] == [case.first], story
    return result


def assert_sound(case: Case, result: Result, story: str) -> None:
    """What the rules and the contract promise of every result."""
    texts = {statement.id: statement.text for statement in case.statements}
    for shown in shown_in(result):
        assert texts[shown.statement][shown.start : shown.end] == shown.exact, story
    levels = [Level[finding.severity] for finding in result.findings]
    assert result.severity == (max(levels).name if levels else None), story
    if CRITICAL & {finding.code for finding in result.findings}:
        assert result.verdict == "no_source", f"critical, yet supported{story}"
    if result.verdict in SUPPORTED:
        assert result.evidence, story
        assert not result.near_misses, story
    elif result.verdict == "no_source":
        assert len(result.near_misses) <= 3, story
        assert result.receipt.complete, story
        assert case.document or result.receipt.searched == len(case.statements), story
    for finding in result.findings:
        assert not {"false", "fake", "untrue"} & set(finding.message.casefold().split()), story


def assert_edit_shown(result: Result, case: Case) -> None:
    """Rule 2: the statement departed from is the first near miss, with the coded edit."""
    assert result.near_misses, f"no near miss{tell(case, result)}"
    first = result.near_misses[0]
    assert first.statement == case.statements[0].id, f"another near miss first{tell(case, result)}"
    codes = {edit.code for edit in first.edits if edit.op != "equal"}
    assert codes & {case.code, *case.instead}, f"edit not coded{tell(case, result)}"


def shown_in(result: Result) -> tuple[Evidence, ...]:
    """Evidence and near misses, in the order shown."""
    return (*result.evidence, *result.near_misses)


def finding(result: Result, code: str) -> Finding:
    """The first finding with this code."""
    return next(item for item in result.findings if item.code == code)


def tell(case: Case, result: Result) -> str:
    """The case and its result, for the message of a failure."""
    lines = [f"said    {statement.text!r}" for statement in case.statements]
    lines += [f"printed {case.printed!r}", f"got     {result.status} {result.verdict}"]
    lines += [f"  {item.severity} {item.code}: {item.message}" for item in result.findings]
    for shown in shown_in(result):
        lines += [f"  {shown.statement} {shown.score:.2f} {shown.exact!r}"]
        lines += [
            f"    {edit.op} {edit.code} {edit.stored!r} -> {edit.quoted!r}"
            for edit in shown.edits
            if edit.op != "equal" or edit.code
        ]
    return "\n" + "\n".join(lines)
