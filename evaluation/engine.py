"""Gold cases through the real engine: a case in, what the engine said out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Self

from checker.check import Checker
from checker.confidence import Ground
from checker.models import Level, Result, Severity, Status, Verdict
from checker.settings import Settings
from claims.models import Claim, Document, Mention, Model, Quote
from evaluation.cases import Case, StoreName, read_statements
from sources.store import Store

DEFAULT = Settings()


class Outcome(Model):
    """What the engine said to one case.

    Unit: `seconds` of wall time for the one check.
    """

    case: Case
    status: Status
    verdict: Verdict | None
    codes: tuple[str, ...]
    severity: Severity | None
    confidence: float | None
    ground: Ground | None = None
    shown: tuple[str, ...]
    seconds: float

    @classmethod
    def of(
        cls, case: Case, *, result: Result, seconds: float, ground: Ground | None = None
    ) -> Self:
        """The part of a result that a case can ask about."""
        stretches = result.near_misses if result.verdict == "no_source" else result.evidence
        return cls(
            case=case,
            status=result.status,
            verdict=result.verdict,
            codes=tuple(dict.fromkeys(finding.code for finding in result.findings)),
            severity=result.severity,
            confidence=result.confidence,
            ground=ground,
            shown=tuple(evidence.statement for evidence in stretches),
            seconds=seconds,
        )

    @property
    def right(self) -> bool:
        """Whether the verdict is the expected one."""
        return self.verdict == self.case.expected_verdict

    @property
    def missing_codes(self) -> tuple[str, ...]:
        """What was expected among the findings and is not there."""
        return tuple(
            wanted
            for wanted in self.case.expected_codes
            if not set(wanted.split("|")) & set(self.codes)
        )

    @property
    def wrong_codes(self) -> tuple[str, ...]:
        """What is among the findings and was forbidden."""
        return tuple(code for code in self.codes if code in self.case.forbidden_codes)

    @property
    def right_statement(self) -> bool:
        """Whether an expected statement is shown, or none was expected."""
        expected = self.case.expected_statements
        return not expected or bool(set(expected) & set(self.shown))

    @property
    def alarmed(self) -> bool:
        """Whether a person is warned: no source, or a finding of warning or worse."""
        loud = self.severity is not None and Level[self.severity] >= Level.warning
        return loud or self.verdict in (None, "no_source")


@contextmanager
def opened_stores() -> Iterator[dict[StoreName, Store]]:
    """The store of the built-in statements and that of the invented ones, as new files."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="gold-")))
        stores: dict[StoreName, Store] = {
            "builtin": stack.enter_context(Store.open(folder / "builtin.sqlite")),
            "invented": stack.enter_context(Store.open(folder / "invented.sqlite", builtin=False)),
        }
        stores["invented"].add(read_statements())
        yield stores


def outcomes(cases: Iterable[Case], *, settings: Settings = DEFAULT) -> Iterator[Outcome]:
    """Every case, checked against its own store and by its own style, in order."""
    with opened_stores() as stores:
        checkers: dict[tuple[str, str], Checker] = {}
        for case in cases:
            key = case.store, case.profile
            if key not in checkers:
                styled = settings.model_copy(update={"profile": case.profile})
                checkers[key] = Checker(stores[case.store], settings=styled)
            yield outcome(case, checker=checkers[key])


def outcome(case: Case, *, checker: Checker) -> Outcome:
    """One case through one engine."""
    document = Document(
        text=case.quote, origin=case.origin, published=case.published, wire=case.wire
    )
    claim = Claim(
        id=case.id,
        quote=Quote(text=case.quote, kind=case.kind),
        speaker=mention_of(case.speaker, on=case.said_on, checker=checker),
        said_on=case.said_on,
        origin=case.origin,
    )
    start = perf_counter()
    judgement, result = checker.judged(claim, document=document)
    seconds = perf_counter() - start
    ground = judgement.ground if judgement else None
    return Outcome.of(case, result=result, seconds=seconds, ground=ground)


def mention_of(speaker: str | None, *, on: date | None, checker: Checker) -> Mention | None:
    """The speaker that a case names, as the store knows people."""
    if speaker is None:
        return None
    found = checker.store.people().find(speaker, on=on)
    names = tuple(person.name for person in found)
    return Mention(
        as_written=speaker,
        name=names[0] if len(names) == 1 else None if names else speaker,
        method="given",
        candidates=names if len(names) > 1 else (),
    )
