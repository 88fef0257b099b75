"""The one engine: a claim or a document in, results out. Session and batch both call it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from checker.attribution import is_questioner
from checker.case import Case, Judgement
from checker.compare import compare_all
from checker.confidence import confidence
from checker.counts import document_report
from checker.cut import needs_question
from checker.distance import far_apart
from checker.judge import judge
from checker.messages import finding
from checker.model import PairScore, load_model
from checker.models import (
    DocumentReport,
    Finding,
    NamedSpeaker,
    Result,
    StoreInfo,
)
from checker.pieces import pieced
from checker.provenance import KnownSources, is_self, wire_of
from checker.reading import Reading, read
from checker.settings import Settings
from checker.synthesis import synthesised
from checker.vouching import Ask, vouch
from claims.languages import language_name, languages
from claims.models import Claim, Document
from claims.people import People
from sources.interface import Library
from sources.models import Statement


class Checker:
    """Checks claims against what one library holds."""

    def __init__(self, store: Library, *, settings: Settings | None = None) -> None:
        self.store = store
        self.settings = settings or Settings()

    @cached_property
    def people(self) -> People:
        """The speakers known to the store."""
        return self.store.people()

    @cached_property
    def _sources(self) -> KnownSources:
        return KnownSources(self.store.cited())

    def store_info(self) -> StoreInfo:
        """The store as named in reports."""
        return StoreInfo.model_construct(
            path=self.store.place,
            statements=self.store.receipt().searched,
            fingerprint=self.store.fingerprint(),
        )

    def check_document(self, document: Document, *, claims: bool = False) -> DocumentReport:
        """Judge every quotation of a document, with `claims` also indirect speech."""
        from claims.extract import extract

        known = self._known(document)
        model = self.settings.spacy_model or None
        found = extract(known, people=self.people, claims=claims, model=model)
        return document_report(
            known, results=far_apart([self.check(claim, document=known) for claim in found])
        )

    def check(self, claim: Claim, *, document: Document) -> Result:
        """Judge one claim; `document` is where it was printed."""
        return self.judged(claim, document=document)[1]

    def judged(self, claim: Claim, *, document: Document) -> tuple[Judgement | None, Result]:
        """The result on one claim, and the judgement it comes from, `None` where there is none."""
        problem = self._problem(claim)
        if problem is not None:
            return None, self._result(claim, document, None, problem=problem)
        quote = read(claim.quote.text)
        known = self._known(document)
        case = self.case(claim, document=known)
        judgement = pieced(case, quote)
        if judgement is None:
            alone = judge(case)
            judgement = synthesised(case, quote, alone, ask=_asker(claim)) or alone
        if judgement.verdict == "match":
            question = self._question(claim, judgement.evidence[0].statement)
            if question:
                judgement = judge(case._replace(question=question))
        return judgement, self._result(claim, known, judgement)

    def _question(self, claim: Claim, statement: str) -> str | None:
        """The question before an answer that says little without it."""
        if not needs_question(read(claim.quote.text)):
            return None
        before, _ = self.store.neighbours(statement, n=1)
        asked = [s for s in before if is_questioner(s.speaker) or s.text.rstrip().endswith("?")]
        return asked[-1].text if asked else None

    def _known(self, document: Document) -> Document:
        """The document with what the store knows of it, where it is a stored source."""
        if not document.origin and not document.title and len(document.text) < 25:
            return document
        if document.wire and document.published:
            return document
        own = self._sources.selves(document)
        if not own:
            return document
        return document.model_copy(
            update={
                "origin": document.origin or own[0].url,
                "published": document.published or own[0].published,
                "wire": wire_of(document, own),
            }
        )

    def _problem(self, claim: Claim) -> Finding | None:
        """Why a quote cannot be judged, `None` where it can."""
        text = claim.quote.text
        if len(text) > self.settings.longest_quote:
            return finding("too_long", stored=f"{len(text):,} characters")
        written_in = languages(text)
        if written_in and not set(written_in) & set(self.store.receipt().languages):
            stored = f"no {language_name(written_in[0])} statement is stored"
            return finding("not_covered", stored=stored)
        if not read(text).words:
            code = "empty" if not any(map(str.isalnum, text)) else "unreadable"
            return finding(code, stored="it holds no words")
        return None

    def case(self, claim: Claim, *, document: Document) -> Case:
        """What the judgement on one claim rests on."""
        quote = read(claim.quote.text)
        said_on = claim.said_on
        n_letters = sum(map(_letters, claim.quote.text))
        short = len(quote.words) < self.settings.short_words
        fragment = None
        if short:
            statements, fragment = self._fragment(claim, quote, document)
        else:
            statements = self._candidates(claim, document)
            if n_letters < self.settings.short_letters:
                fragment = "few letters"
        settings = self.settings
        indirect = claim.quote.kind in ("indirect", "claim")
        own = [s for s in statements if is_self(document, s.source)]
        rest = [s for s in statements if s not in own]
        ask = None if short else _asker(claim)
        others, itself = (
            vouch(
                compare_all(quote, some, settings=settings, indirect=indirect),
                claim=claim,
                people=self.people,
                settings=settings,
                ask=ask,
            )
            for some in (rest, own)
        )
        return Case(
            claim=claim,
            comparisons=others,
            people=self.people,
            settings=self.settings,
            receipt=self.store.receipt(),
            said_on=said_on,
            wire=document.wire,
            self_matched=any(c.verdict != "no_source" for c in itself),
            fragment=fragment,
            short=short,
            corrections=self._corrections(statements),
        )

    def _corrections(self, statements: list[Statement]) -> dict[str, Statement]:
        """The stored statements by which these were corrected later, by their ids."""
        named = {s.corrected_by for s in statements if s.corrected_by}
        found = ((name, self.store.get(name)) for name in sorted(named))
        return {name: statement for name, statement in found if statement is not None}

    def _candidates(self, claim: Claim, document: Document) -> list[Statement]:
        """Statements worth aligning: by words and meaning, over all and of the named speaker,
        and the other wordings of what was found."""
        text, limit = claim.quote.text, self.settings.candidates
        hits = list(self.store.search(text, limit=limit))
        if hits and all(is_self(document, hit.statement.source) for hit in hits):
            hits = list(self.store.search(text, limit=limit, all_routes=True))
        settled = all(hit.routes == ("words",) for hit in hits)
        said_by = {hit.statement.speaker for hit in hits if settled}
        for name in _names(claim):
            if name in said_by:
                continue
            hits += self.store.search(text, limit=limit // 2, speaker=name)
        found = {hit.statement.id: hit.statement for hit in hits}
        for hit in hits[:3]:
            for wording in self.store.wordings(hit.statement.utterance):
                found.setdefault(wording.id, wording)
        return list(found.values())

    def _fragment(
        self, claim: Claim, quote: Reading, document: Document
    ) -> tuple[list[Statement], str]:
        """Where a fragment stands (row 69), and the count for its finding."""
        around = claim.said_on or document.published
        names = _names(claim)
        if not names:
            found = self.store.find_short(quote.keys)
            count = _count(found.n_utterances)
            alone = len(quote.words) >= 3 and found.n_utterances == 1
            return [hit.statement for hit in found.hits] if alone else [], count
        statements = []
        n_utterances = 0
        for name in names:
            found = self.store.find_short(quote.keys, speaker=name, around=around)
            n_utterances += found.n_utterances
            statements += [hit.statement for hit in found.hits]
        if not statements and len(quote.words) == self.settings.short_words - 1:
            days = timedelta(days=self.settings.fragment_days)
            statements = [
                hit.statement
                for name in names
                for hit in self.store.search(
                    claim.quote.text,
                    limit=self.settings.candidates,
                    speaker=name,
                    since=around - days if around else None,
                    until=around + days if around else None,
                )
            ]
        return self._near(statements, around), _count(n_utterances)

    def _near(self, statements: list[Statement], around: date | None) -> list[Statement]:
        """The statements near a day, all of them where none is or no day is known."""
        if around is None:
            return statements
        days = self.settings.fragment_days
        near = [s for s in statements if abs((s.said_on - around).days) <= days]
        return near or statements

    def _result(
        self,
        claim: Claim,
        document: Document,
        judgement: Judgement | None,
        *,
        problem: Finding | None = None,
    ) -> Result:
        spans, mention = claim.quote.spans, claim.speaker
        findings = judgement.findings if judgement else (problem,) if problem else ()
        return Result.model_construct(
            id=claim.id,
            path=document.path,
            line=claim.line,
            column=claim.column,
            page=claim.page,
            time=claim.time,
            start=spans[0].start if spans else None,
            end=spans[-1].end if spans else None,
            quote=claim.quote.text,
            kind=claim.quote.kind,
            speaker=NamedSpeaker.model_construct(
                as_written=mention.as_written, name=mention.name, method=mention.method
            )
            if mention
            else None,
            said_on=claim.said_on,
            status="checked" if judgement else "not_checked",
            verdict=judgement.verdict if judgement else None,
            confidence=confidence(judgement.ground, calibration=self.settings.calibration)
            if judgement
            else None,
            severity=judgement.severity if judgement else problem.severity if problem else None,
            findings=findings,
            attribution=judgement.attribution if judgement else "unknown",
            evidence=judgement.evidence if judgement else (),
            near_misses=judgement.near_misses if judgement else (),
            receipt=self.store.receipt(),
        )


def _letters(character: str) -> int:
    """How many letters a character counts as: a Chinese one is half a word or a whole one."""
    return (3 if "\u3400" <= character <= "\u9fff" else 1) if character.isalpha() else 0


def _ask(pairs: Sequence[tuple[str, str]]) -> Sequence[PairScore]:
    return load_model().scores(pairs)


def _asker(claim: Claim) -> Ask | None:
    """The pair model, where it can read the claim."""
    return _ask if _is_english(claim.quote.text) else None


def _is_english(text: str) -> bool:
    """Whether the pair model can read a text: its letters are Latin."""
    letters = [character for character in text if character.isalpha()]
    return sum(character < "\u0250" for character in letters) * 2 > len(letters)


def _names(claim: Claim) -> tuple[str, ...]:
    """The canonical names to look among: the named speaker, or all who fit the name."""
    if claim.speaker is None:
        return ()
    return (claim.speaker.name,) if claim.speaker.name else claim.speaker.candidates


def _count(n_utterances: int) -> str:
    if n_utterances == 0:
        return "no utterance that could be meant has exactly these words"
    return f"it stands in {n_utterances} utterance{'s' * (n_utterances > 1)} that could be meant"
