"""Whether the named speaker and the claimed day are the stored ones. Pure."""

from __future__ import annotations

from datetime import date
from typing import Final

from checker.messages import finding
from checker.models import Attribution, Finding, Severity
from claims.dates import spelled
from claims.keys import keys
from claims.models import Claim, Mention
from claims.people import People
from sources.models import Statement

QUESTIONERS: Final = frozenset(
    "question q reporter journalist moderator host interviewer presenter anchor correspondent"
    " вопрос корреспондент журналист ведущий ведущая"
    " سوال پرسش خبرنگار مجری پوښتنه خبریال frage".split()
)


def is_questioner(speaker: str) -> bool:
    """Whether a stored label is that of one who asks."""
    return bool(QUESTIONERS & set(keys(speaker)))


def attribute(
    claim: Claim, statement: Statement, *, people: People
) -> tuple[Attribution, tuple[Finding, ...]]:
    """The named speaker against the stored one."""
    mention = claim.speaker
    if mention is None:
        return _unclaimed(statement)
    if mention.name is None:
        return _unresolved(mention, statement)
    if same_speaker(mention, statement.speaker, people=people):
        return "confirmed", ()
    if is_questioner(statement.speaker):
        return "mismatch", _some(
            finding("wrong_turn", quoted=mention.as_written, stored=statement.speaker)
        )
    if _speaks_for(statement, mention.name, people=people):
        return "mismatch", _some(
            finding("spokesperson", quoted=mention.name, stored=statement.speaker)
        )
    return "mismatch", _some(
        finding("wrong_speaker", quoted=mention.name, stored=statement.speaker)
    )


def _unresolved(mention: Mention, statement: Statement) -> tuple[Attribution, tuple[Finding, ...]]:
    """A name that fits several people, an office that is anybody's, or no one in particular."""
    if not mention.candidates:
        return "unknown", _some(unnamed_office(mention))
    names = ", ".join(mention.candidates)
    if statement.speaker in mention.candidates:
        return "unknown", _some(
            finding("ambiguous_speaker", quoted=mention.as_written, stored=names)
        )
    return "mismatch", _some(
        finding("wrong_speaker", quoted=mention.as_written, stored=statement.speaker)
    )


def unnamed_office(mention: Mention | None) -> Finding | None:
    """That the named speaker is an office that may be anybody's; `None` for others."""
    if mention is None or mention.name or mention.candidates or mention.method != "role":
        return None
    return finding("ambiguous_speaker", quoted=mention.as_written)


def _unclaimed(statement: Statement) -> tuple[Attribution, tuple[Finding, ...]]:
    if is_questioner(statement.speaker):
        return "not_claimed", _some(
            finding("wrong_turn", quoted="an official", stored=statement.speaker)
        )
    return "not_claimed", ()


def _some(found: Finding | None) -> tuple[Finding, ...]:
    return () if found is None else (found,)


def same_speaker(mention: Mention, speaker: str, *, people: People) -> bool:
    """Whether a mention names the stored speaker."""
    name = mention.name or mention.as_written
    if name == speaker or keys(name) == keys(speaker):
        return True
    stored = {person.name for person in people.find(speaker)} or {speaker}
    return len(stored) == 1 and stored == {person.name for person in people.find(name)}


def _speaks_for(statement: Statement, name: str, *, people: People) -> bool:
    return any(
        person.speaks_for is not None and person.speaks_for == name
        for person in people.find(statement.speaker)
    )


def compare_dates(
    claimed: date | None, statement: Statement, *, old_after: int
) -> tuple[Finding, ...]:
    """The claimed day against the stored one.

    Unit: `old_after` in days: words older than that are old words presented as new.
    """
    if claimed is None or claimed == statement.said_on:
        return ()
    apart = (claimed - statement.said_on).days
    if statement.said_on_approximate and abs(apart) <= 31:
        return ()
    severity: Severity | None = "notice" if abs(apart) == 1 else None
    found = finding(
        "old_quote" if apart > old_after else "wrong_date",
        quoted=spelled(claimed),
        stored=spelled(statement.said_on),
        severity=severity,
    )
    days = {"quoted": claimed.isoformat(), "stored": statement.said_on.isoformat()}
    return _some(found and found.model_copy(update=days))
