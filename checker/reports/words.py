"""The sentences of a result in plain language; every renderer takes its wording from here.

No sentence here may say or suggest that a quote without a source is false.
"""

from __future__ import annotations

from checker.models import Edit, Evidence, EvidenceSource, Finding, Level, Result
from checker.reports.escape import printable
from claims.dates import spelled
from sources.models import Receipt, Statement, Wording

Said = Evidence | Statement
day = spelled

VERDICT_WORDS = {"match": "MATCH", "paraphrase": "PARAPHRASE", "no_source": "NO SOURCE"}
NOT_CHECKED = "NOT CHECKED"
NOT_FALSE = (
    "No source does not mean that the quote is false: "
    "it means that the store holds no statement with these words or this meaning."
)

_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "hi": "Hindi",
    "ps": "Pashto",
    "ru": "Russian",
    "tg": "Tajik",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "zh": "Chinese",
}

# What a match or paraphrase must not be read without, by finding code; the first that applies.
_RESERVATIONS = {
    "wrong_turn": "but not the named speaker's own words",
    "clipped_negation": "but cut out of a denial",
    "reported_speech": "but the speaker was reporting it",
    "clipped_condition": "but cut off from its condition",
    "old_quote": "but said earlier",
}


def language(code: str) -> str:
    """The English name of a language code, or the code itself.

    >>> language("ru"), language("xx")
    ('Russian', 'xx')
    """
    return _LANGUAGES.get(code, code)


def verdict_word(result: Result) -> str:
    """The verdict in capitals, or that the quote was not checked."""
    return VERDICT_WORDS[result.verdict] if result.verdict else NOT_CHECKED


def headline(result: Result) -> str:
    """The first line of a card: the verdict, what it must not be read without, who, when, where.

    Shape: "MATCH  Sergey Lavrov, 20 October 2021, Moscow";
           "MATCH, but said by Sergey Lavrov, not by Vladimir Putin  20 October 2021, Moscow";
           "NO SOURCE found in 232 statements"; "NOT CHECKED: empty quotation marks".
    """
    word = verdict_word(result)
    if result.status == "not_checked":
        reason = result.findings[0].message if result.findings else "no reason given"
        return f"{word}: {printable(reason)}"
    if result.verdict == "no_source" or not result.evidence:
        return f"{word} found in {_statements(result.receipt)}"
    best = result.evidence[0]
    if _wrong_speaker(result):
        named = result.speaker.name or result.speaker.as_written if result.speaker else None
        instead = f", not by {printable(named)}" if named else ""
        return f"{word}, but said by {printable(best.speaker)}{instead}  {when_and_where(best)}"
    reservation = _reservation(result)
    return f"{word}{reservation}  {printable(best.speaker)}, {when_and_where(best)}"


def _wrong_speaker(result: Result) -> bool:
    return any(finding.code == "wrong_speaker" for finding in result.findings)


def _reservation(result: Result) -> str:
    errors = {finding.code for finding in result.findings if finding.severity == "error"}
    for code, words in _RESERVATIONS.items():
        if code in errors:
            return f", {words}"
    return ", with an error" if errors else ""


def when_and_where(said: Said) -> str:
    """The day and the place of an utterance: "20 October 2021, Moscow"."""
    place = f", {printable(said.place)}" if said.place else ""
    return f"{day(said.said_on)}{place}"


def speaker(said: Said) -> str:
    """Who said it, with the office held at the time."""
    known = (said.speaker, said.role, said.organisation)
    return ", ".join(printable(part) for part in known if part)


def occasion(said: Said) -> str:
    """Who said it, when, where and on what occasion, in one line."""
    event = f", {printable(said.event)}" if said.event else ""
    return f"{speaker(said)}, {when_and_where(said)}{event}"


def wording(said: Said) -> str:
    """Whose words the stored ones are."""
    shown = language(said.language)
    owner = printable(said.source.wire or said.source.publisher)
    sentences: dict[Wording, str] = {
        "verbatim": f"the speaker's words in {shown}, as recorded",
        "official_translation": f"the office's own translation into {shown}",
        "agency_translation": f"{owner}'s translation into {shown}",
        "rendering": f"our own {shown} summary, not the speaker's words",
    }
    return sentences[said.wording]


def provenance(said: Said) -> str:
    """Where the statement stands: publisher, title, day of publication, wire, whose wording."""
    source = said.source
    parts = [printable(source.publisher)]
    if source.title:
        parts.append(f'"{printable(source.title)}"')
    if source.published:
        parts.append(f"published {day(source.published)}")
    if source.wire:
        parts.append(f"{printable(source.wire)} copy")
    return f"{', '.join(parts)}; {wording(said)}"


def link(said: Said) -> str | None:
    """Where to read the source: the link into the page, else its address."""
    fragment = said.source.link if isinstance(said.source, EvidenceSource) else None
    address = fragment or said.source.url
    return printable(address) if address else None


def worst_first(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings by falling severity, otherwise in the order in which they were made."""
    return tuple(sorted(findings, key=lambda finding: -Level[finding.severity]))


def differs(edits: tuple[Edit, ...]) -> bool:
    """Whether any word was added, dropped or replaced."""
    return any(edit.op != "equal" for edit in edits)


def receipt(value: Receipt) -> str:
    """What was searched, so that the answer can be replicated.

    >>> receipt(Receipt(searched=1, speakers=("A",), languages=("ru",), complete=True))
    'searched all of 1 statement by A, in Russian'
    """
    if not value.complete:
        return f"the search was cut short after {_statements(value)}; run it again"
    parts = [f"searched all of {_statements(value)}{_by(value.speakers)}"]
    if value.from_ and value.to:
        parts.append(f"said from {day(value.from_)} to {day(value.to)}")
    if value.languages:
        parts.append("in " + ", ".join(language(code) for code in value.languages))
    return ", ".join(parts)


def _by(speakers: tuple[str, ...]) -> str:
    if not speakers:
        return ""
    if len(speakers) <= 3:
        return " by " + ", ".join(printable(name) for name in speakers)
    return f" by {len(speakers):,} speakers"


def _statements(value: Receipt) -> str:
    return f"{value.searched:,} statement" + ("" if value.searched == 1 else "s")
