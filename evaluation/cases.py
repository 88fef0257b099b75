"""The gold set: quotations to check, each with what a right answer must say.

A case stands in `gold/cases.jsonl`, one a line. It is checked against the built-in statements
or against the invented ones of `gold/statements.jsonl`. Which half a case belongs to is decided
by the utterance it is made from, never by the case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import Field

from checker.models import Verdict
from checker.settings import Profile
from claims.models import Model, QuoteKind
from sources.models import Statement

GOLD = Path(__file__).parent / "gold"
CASES = GOLD / "cases.jsonl"
STATEMENTS = GOLD / "statements.jsonl"

Split = Literal["tune", "test"]
StoreName = Literal["builtin", "invented"]


class Case(Model):
    """One quotation as a paper might print it, and the right answer.

    Shape: `quote` is as printed, without the outer marks. `expected_codes` must all be among
           the findings, "a|b" where either will do; of `forbidden_codes` none may; other codes
           are open. One of `expected_statements` must be shown, as evidence or, for
           `no_source`, as a near miss; nothing is asked where it is empty.
           `topic` is the statement whose half the case belongs to: `based_on` or, where the
           quote is made from no statement, the one it is closest to in subject.
    """

    id: str
    store: StoreName
    quote: str
    kind: QuoteKind = "direct"
    speaker: str | None
    said_on: date | None
    origin: str | None = None
    published: date | None = None
    wire: str | None = None
    profile: Profile = "strict"
    class_: str = Field(alias="class")
    based_on: str | None
    topic: str
    expected_verdict: Verdict
    expected_codes: tuple[str, ...]
    forbidden_codes: tuple[str, ...]
    expected_statements: tuple[str, ...]
    split: Split
    note: str | None = None


def split_of(utterance: str) -> Split:
    """The half an utterance belongs to, for good.

    >>> split_of("lavrov-20211020-new-administration")
    'tune'
    """
    return "test" if int(sha256(utterance.encode()).hexdigest()[:8], 16) % 2 else "tune"


def is_for_calibration(case: Case) -> bool:
    """Whether confidence is fitted to a case: a third of the test half's statements.

    Nothing else is chosen on them, and how well confidence holds is told by the other two thirds.
    """
    digest = sha256(f"calibration:{case.topic}".encode()).hexdigest()
    return case.split == "test" and int(digest[:8], 16) % 3 == 0


def read_cases(path: Path = CASES) -> tuple[Case, ...]:
    """All cases of a file, in its order."""
    return tuple(Case.model_validate_json(line) for line in _lines(path))


def read_statements(path: Path = STATEMENTS) -> tuple[Statement, ...]:
    """The invented statements."""
    return tuple(Statement.model_validate_json(line) for line in _lines(path))


def fingerprint(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


def problems(
    cases: Iterable[Case], *, statements: Mapping[StoreName, Iterable[Statement]]
) -> Iterator[str]:
    """What is wrong with a gold set, one sentence each."""
    known = {name: {each.id: each for each in held} for name, held in statements.items()}
    cases = tuple(cases)
    for name, times in Counter(case.id for case in cases).items():
        if times > 1:
            yield f"{name}: {times} cases have this id"
    for case in cases:
        named = {case.topic, case.based_on or case.topic, *case.expected_statements}
        missing = named - known[case.store].keys()
        if missing:
            yield f"{case.id}: no such statement: {', '.join(sorted(missing))}"
        elif split_of(known[case.store][case.topic].utterance) != case.split:
            yield f"{case.id}: in the half {case.split!r}, its statement is in the other"
        if case.based_on not in (None, case.topic):
            yield f"{case.id}: made from {case.based_on}, but its topic is {case.topic}"
        if alternatives(case) & set(case.forbidden_codes):
            yield f"{case.id}: a code is both expected and forbidden"


def alternatives(case: Case) -> set[str]:
    """Every code that stands in `expected_codes`, alone or as one of several."""
    return {code for wanted in case.expected_codes for code in wanted.split("|")}


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from (line for line in file if line.strip())
