"""Each row of the verdict table on cases of its own: how often its code is given rightly.

    python -m evaluation.rows [tune|test|all] [--errors] [--row CODE]

A case of `gold/rows-*.jsonl` brings its own small store, so that every row can be asked: a printed
text, what is stored, and whether the row applies. Beside each row's cases stand near-by ones to
which it does not apply. Which half a case belongs to is decided by its text; the cases of the
test half are not to be read by whoever changes the engine.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, NamedTuple

from pydantic import Field

from checker.check import Checker
from checker.codes import CODES
from checker.models import Result, Verdict
from checker.settings import Profile, Settings
from claims.models import Claim, Document, Model, Quote, QuoteKind
from claims.readers import read_text
from evaluation.cases import GOLD
from evaluation.engine import mention_of
from evaluation.figures import CodeScore, Share, grouped
from evaluation.section import Section, number, shown, table
from sources.models import Source, Statement
from sources.store import Store

FILES = "rows-*.jsonl"
Split = Literal["tune", "test"]


class Row(Model):
    """One case of one row.

    Shape: `text`, where given, is a printed text with quotation marks, read as a file would be,
           and `quote` picks out which of its quotations is meant; without it `quote` is the
           quotation alone, as printed, without outer marks. `stored` are the fields of the
           statements, only what matters: `text`, and what differs from the usual (see
           `statement`). `verdicts`: any of them is right.
    """

    id: str
    row: str
    applies: bool
    quote: str
    text: str | None = None
    kind: QuoteKind = "direct"
    speaker: str | None = None
    said_on: date | None = None
    profile: Profile = "strict"
    document: dict[str, Any] = Field(default_factory=dict)
    stored: tuple[dict[str, Any], ...]
    verdicts: tuple[Verdict | Literal["not_checked"], ...]
    note: str | None = None

    @property
    def split(self) -> Split:
        """The half a case belongs to: by its words, so that twins stay together."""
        words = self.stored[0]["text"] if self.stored else self.quote
        return "test" if int(sha256(words.encode()).hexdigest()[:8], 16) % 2 else "tune"


class Answer(NamedTuple):
    """What the engine said to a case."""

    row: Row
    verdict: str
    codes: frozenset[str]
    quiet: bool

    @property
    def given(self) -> bool:
        """Whether the row was applied: its code given, or, for a row that shows nothing, a match
        with nothing to report."""
        if CODES[self.row.row].severity is None:
            return self.verdict == "match" and self.quiet
        return self.row.row in self.codes

    @property
    def right_verdict(self) -> bool:
        """Whether the verdict is one of the right ones."""
        return self.verdict in self.row.verdicts


def row_files() -> tuple[Path, ...]:
    """The files of the cases of rows."""
    return tuple(sorted(GOLD.glob(FILES)))


def read_rows(*paths: Path) -> tuple[Row, ...]:
    """All cases of the files named, or of every file of the gold set, in their order."""
    lines = (
        line
        for path in paths or row_files()
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return tuple(Row.model_validate_json(line) for line in lines if line.strip())


def statement(fields: dict[str, Any], *, number: int) -> Statement:
    """A stored statement from the fields that a case gives.

    Shape: without more, by Ilse Brandvik on 14 March 2022, in a verbatim transcript of its own;
           the language is Russian where the text has Cyrillic letters.
    """
    cyrillic = any("а" <= letter <= "я" for letter in fields["text"].casefold())
    usual = {
        "id": f"s{number}",
        "utterance": fields.get("id", f"s{number}"),
        "speaker": "Ilse Brandvik",
        "said_on": "2022-03-14",
        "language": "ru" if cyrillic else "en",
        "original_language": "ru" if cyrillic else "en",
    }
    source = {"publisher": "Torvik Archive", "url": f"https://archive.example/{number}"}
    given = {name: value for name, value in fields.items() if name != "source"}
    made = Source.model_validate(source | fields.get("source", {}))
    return Statement.model_validate(usual | given | {"source": made})


def answers(cases: Iterable[Row]) -> Iterator[Answer]:
    """Every case, checked against a store of its own."""
    with TemporaryDirectory(prefix="rows-") as folder:
        empty = Path(folder) / "empty.db"
        Store.open(empty, builtin=False).close()
        for case in cases:
            place = Path(folder) / "case.db"
            place.write_bytes(empty.read_bytes())
            with Store.open(place, create=False) as store:
                store.add(statement(given, number=n) for n, given in enumerate(case.stored, 1))
                yield _answer(case, checker=Checker(store, settings=Settings(profile=case.profile)))
            place.unlink()


def _answer(case: Row, *, checker: Checker) -> Answer:
    results = _results(case, checker=checker)
    verdicts = {result.verdict or "not_checked" for result in results}
    return Answer(
        row=case,
        verdict=verdicts.pop() if len(verdicts) == 1 else "several",
        codes=frozenset(finding.code for result in results for finding in result.findings),
        quiet=all(result.severity in (None, "info") for result in results),
    )


def _results(case: Row, *, checker: Checker) -> Sequence[Result]:
    """The result of the quotation meant, or of all where the case names none."""
    if case.text is None:
        document = Document(text=case.quote).model_copy(update=_document(case))
        return (checker.check(_claim(case, checker=checker), document=document),)
    document = read_text(case.text).model_copy(update=_document(case))
    results = checker.check_document(document).results
    return [result for result in results if case.quote in result.quote] or results


def _document(case: Row) -> dict[str, Any]:
    """What is known of the document; its day of publication as a day."""
    known = dict(case.document)
    if "published" in known:
        known["published"] = date.fromisoformat(known["published"])
    return known


def _claim(case: Row, *, checker: Checker) -> Claim:
    mention = mention_of(case.speaker, on=case.said_on, checker=checker)
    quote = Quote(text=case.quote, kind=case.kind)
    return Claim(id=case.id, quote=quote, speaker=mention, said_on=case.said_on)


def scores(given: Iterable[Answer]) -> dict[str, CodeScore]:
    """Right, wrong and missing of each row's code, by code."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for each in given:
        held = counts[each.row.row]
        held[0] += each.given and each.row.applies
        held[1] += each.given and not each.row.applies
        held[2] += each.row.applies and not each.given
    return {
        code: CodeScore(code=code, right=right, wrong=wrong, missing=missing)
        for code, (right, wrong, missing) in counts.items()
    }


def accuracy(given: Iterable[Answer]) -> Share | None:
    """The share of right verdicts."""
    return grouped((each.row.row, each.right_verdict) for each in given)


def totals(split: str = "test") -> dict[str, Share]:
    """The share of rows applied rightly and that of right verdicts, over all rows."""
    given = list(answers(case for case in read_rows() if split in (case.split, "all")))
    found = {
        "rows_applied": grouped((each.row.row, each.given == each.row.applies) for each in given),
        "rows_verdicts": accuracy(given),
    }
    return {name: share for name, share in found.items() if share is not None}


def section(split: str = "test") -> Section:
    """Precision and recall of every row."""
    held = [case for case in read_rows() if split in (case.split, "all")]
    given = list(answers(held))
    found = scores(given)
    rows = (_line(code, found.get(code), given) for code in CODES)
    header = ("code", "row", "cases", "right", "wrong", "missing", "precision", "recall", "verdict")
    applied = grouped((each.row.row, each.given == each.row.applies) for each in given)
    return Section(
        title="Each row of the table of verdicts",
        lines=(
            "Cases written for each row by somebody who did not write the engine, half of them",
            "such that the row applies, half near by; the half of them that nobody who changes",
            "the engine has read. Right: the code was given and applies. Wrong: given, but does",
            "not apply. Missing: applies, not given. Rows that show nothing count as given where",
            "the result is a match without a remark.",
            "",
            f"Rows applied rightly: {shown(applied)}. Right verdicts: {shown(accuracy(given))}.",
            "",
            *table(header, rows),
        ),
    )


def _line(code: str, score: CodeScore | None, given: Sequence[Answer]) -> Sequence[str]:
    own = [each for each in given if each.row.row == code]
    if score is None:
        return (f"`{code}`", str(CODES[code].row), "0", *["–"] * 6)
    right = sum(each.right_verdict for each in own) / len(own)
    counts = (str(count) for count in (len(own), score.right, score.wrong, score.missing))
    return (
        f"`{code}`",
        str(CODES[code].row),
        *counts,
        number(score.precision),
        number(score.recall),
        number(right),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, or what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.rows")
    parser.add_argument("split", nargs="?", choices=("tune", "test", "all"), default="tune")
    parser.add_argument("--errors", action="store_true", help="print the cases that went wrong")
    parser.add_argument("--row", metavar="CODE", help="with --errors: only this row")
    chosen = parser.parse_args(arguments)
    if not chosen.errors:
        for line in section(chosen.split).lines:
            print(line)
        return 0
    held = [case for case in read_rows() if chosen.split in (case.split, "all")]
    for each in answers(case for case in held if chosen.row in (None, case.row)):
        if each.given != each.row.applies or not each.right_verdict:
            print(_story(each))
    return 0


def _story(each: Answer) -> str:
    case = each.row
    applies = "applies" if case.applies else "does not apply"
    stored = "".join(f"\n  stored  {held['text']}" for held in case.stored)
    return (
        f"\n{case.id} {case.row} {applies}; verdicts {' '.join(case.verdicts)}{stored}"
        f"\n  printed {case.text or case.quote}"
        f"\n  got     {each.verdict} {' '.join(sorted(each.codes))}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
