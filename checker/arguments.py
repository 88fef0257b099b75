"""Every command and option in one table: parsing, help and completion come from here."""

from __future__ import annotations

from typing import Any, NamedTuple, get_args

from checker.settings import Profile
from sources.models import RecordState, SourceKind, Wording

FORMATS = (
    "table",
    "plain",
    "json",
    "jsonl",
    "csv",
    "markdown",
    "html",
    "sarif",
    "claimreview",
    "annotation",
)
SHELLS = ("bash", "zsh", "fish")
FAIL_ON = ("never", "notice", "warning", "error")


class Argument(NamedTuple):
    """One option or positional, as argparse takes it."""

    names: tuple[str, ...]
    details: dict[str, Any]


class Command(NamedTuple):
    """One command: its words, what it does, and what it takes.

    Shape: `module` is the file of checker/commands that runs it, in a function named after the
           last word; no words stand for a call without a command.
    """

    words: tuple[str, ...]
    help: str
    arguments: tuple[Argument, ...] = ()
    module: str = ""


def _argument(*names: str, **details: Any) -> Argument:
    return Argument(names, details)


def _flag(*names: str, **details: Any) -> Argument:
    return Argument(names, {"action": "store_true", **details})


EVERYWHERE = (
    _argument("--store", metavar="PATH", help="the store (default: in the user's data folder)"),
    _flag("--json", help="the same as --format json"),
    _flag("--plain", help="the same as --format plain"),
    _flag("-q", "--quiet", help="no messages but errors"),
    _flag("-v", "--verbose", help="more messages; the traceback of an internal error"),
    _flag("--no-color", help="no colour (also: NO_COLOR in the environment)"),
    _argument("--config", metavar="PATH", help="the settings file (TOML)"),
    _argument("--profile", choices=get_args(Profile), help="house style (default: strict)"),
    _flag("-h", "--help", help="this help"),
    _flag("--version", help="the version"),
)

_OUTPUT = _argument(
    "-o", "--output", metavar="FILE", help="write there instead, whole or not at all"
)

_REPORT = (
    _argument(
        "--format", choices=FORMATS, help="default: table on a terminal, plain into a pipe or file"
    ),
    _OUTPUT,
    _argument(
        "--fail-on",
        choices=FAIL_ON,
        default="error",
        help="exit with 1 from this severity on (default: error)",
    ),
    _flag("--keep", help="keep the results on this machine, for `checker show`"),
)

_SPEAKER = _argument("--speaker", metavar="NAME", help="only this speaker's statements")
_SPEAKERS = _argument(
    "--speakers", metavar="FILE", help="whom the labels of a transcript mean (TOML)"
)
_LIMIT = _argument(
    "-n", "--limit", metavar="N", type=int, default=20, help="at most N (default: 20)"
)

_FETCHING = (
    _flag("--archive", help="ask an archive for the address of its copy of each page"),
    _flag("--allow-private", help="also from private networks and this machine"),
)

_SESSION = (
    _flag("--history", help="keep what is typed in a session for the next one"),
    _flag("--no-history", help="not even for the Up key"),
    _argument("--audit", metavar="FILE", help="log each check and each mark of a session there"),
)

_TABLE = (
    Command(
        (), "a session on a terminal; checks what is piped in", (*_REPORT, *_SESSION), "session"
    ),
    Command(
        ("check",),
        "check one text: a bare quote, or a sentence with quotation marks and a speaker",
        (
            _argument("text", metavar="QUOTE", help="the text, or - for standard input"),
            _argument("--speaker", metavar="NAME", help="who is said to have said it"),
            _argument("--date", metavar="DATE", help="when it is said to have been said, ISO"),
            _argument("--origin", metavar="URL", help="where it was printed"),
            *_REPORT,
        ),
        "check",
    ),
    Command(
        ("article",),
        "check the built-in quotations of the Moscow conference article",
        (_flag("--claims", help="also its indirect claims"), *_REPORT),
        "article",
    ),
    Command(
        ("batch",),
        "check every quotation in documents and quote lists",
        (
            _argument("files", metavar="FILE", nargs="+", help="a file, a folder, or -"),
            _flag("--claims", help="also indirect speech and claims without marks"),
            _SPEAKERS,
            *_REPORT,
        ),
        "batch",
    ),
    Command(
        ("sources", "add"),
        "import documents into the store; a list's own fields go before the options",
        (
            _argument("paths", metavar="PATH|URL", nargs="+", help="documents, or another store"),
            _flag(
                "--replace",
                help="replace what is known by its id, or as the same turn",
            ),
            _argument("--publisher", metavar="NAME", help="who published the document"),
            _argument("--date", metavar="DATE", help="when it was said, ISO"),
            _argument("--speaker", metavar="NAME", help="of a transcript without speaker labels"),
            _SPEAKERS,
            _argument("--event", metavar="NAME", help="the occasion"),
            _argument("--place", metavar="NAME", help="where it was said"),
            _argument("--title", metavar="TITLE", help="of the document"),
            _argument("--url", metavar="URL", help="of the document"),
            _argument("--published", metavar="DATE", help="when it was published, ISO"),
            _argument("--kind", choices=get_args(SourceKind), help="of the document"),
            _argument("--wire", metavar="NAME", help="the agency whose copy it is"),
            _argument("--language", metavar="CODE", help="of the text (default: by its letters)"),
            _argument("--original-language", metavar="CODE", help="in which it was said"),
            _argument("--wording", choices=get_args(Wording), help="whose words the text has"),
            _argument("--state", choices=get_args(RecordState), help="what the record is of"),
            _argument(
                "--translated-from", metavar="CODE", help="where that is not the original language"
            ),
            _argument("--licence", metavar="NAME", help="of the document, such as CC-BY-4.0"),
            *_FETCHING,
        ),
        "sources_change",
    ),
    Command(
        ("sources", "list"),
        "list the documents in the store, or its statements",
        (
            _flag("--statements", help="every statement; so do the options below"),
            _SPEAKER,
            _argument("--since", metavar="DATE", help="said on or after that day"),
            _argument("--until", metavar="DATE", help="said on or before that day"),
        ),
        "sources_read",
    ),
    Command(
        ("sources", "show"),
        "show one statement with its source, its other wordings and what stands around it",
        (_argument("id", metavar="ID", help="of a statement, or of a document"),),
        "sources_read",
    ),
    Command(
        ("sources", "search"),
        "search statements by words and meaning",
        (_argument("words", metavar="WORDS", nargs="+", help="what to look for"), _SPEAKER, _LIMIT),
        "sources_read",
    ),
    Command(("sources", "coverage"), "say what the store holds", (), "sources_read"),
    Command(
        ("sources", "export"),
        "write all statements as a statement list (JSON lines)",
        (
            _SPEAKER,
            _flag("--redistributable", help="only what may be passed on, by its licence"),
            _flag("--whole", help="also the audit, and which pages were fetched"),
            _OUTPUT,
        ),
        "sources_read",
    ),
    Command(
        ("sources", "fetch"),
        "download the official pages that the store cites, and take in what they say",
        (
            _SPEAKER,
            _argument("--id", metavar="ID", action="append", help="only this statement's page"),
            _flag("--all", help="all cited pages, not only the official ones"),
            _flag("--again", help="also what was fetched before"),
            *_FETCHING,
        ),
        "sources_fetch",
    ),
    Command(
        ("sources", "remove"),
        "remove statements or whole documents",
        (_argument("ids", metavar="ID", nargs="+", help="of a statement, or of a document"),),
        "sources_change",
    ),
    Command(
        ("sources", "merge"),
        "make statements wordings of one utterance",
        (_argument("ids", metavar="ID", nargs="*", help="of a statement; none: list what may be"),),
        "sources_review",
    ),
    Command(
        ("sources", "split"),
        "give statements an utterance of their own; undoes a merge",
        (_argument("ids", metavar="ID", nargs="+", help="of a statement"),),
        "sources_review",
    ),
    Command(
        ("sources", "correct"),
        "say that the office corrected or withdrew a statement later",
        (
            _argument("id", metavar="ID", help="of the statement"),
            _argument("--by", metavar="ID|URL", help="the statement or the page that corrects it"),
            _flag("--withdrawn", help="it was taken back"),
            _flag("--undo", help="it was neither"),
        ),
        "sources_review",
    ),
    Command(
        ("sources", "backup"),
        "copy the store into a new file, while it may be in use",
        (_argument("path", metavar="PATH", help="where to; nothing may be there yet"),),
        "sources_change",
    ),
    Command(("sources", "rebuild"), "build the search index anew", (), "sources_change"),
    Command(("sources", "verify"), "check that the store is whole", (), "sources_read"),
    Command(
        ("sources", "init"),
        "make a new store",
        (_flag("--empty", help="without the built-in statements"),),
        "sources_change",
    ),
    Command(
        ("show",),
        "show a kept result again",
        (
            _argument("id", metavar="ID", help="the result's id, such as q3"),
            _flag("--context", help="with the statements before and after"),
            _flag("--diff", help="only the stored words and the word diff"),
        ),
        "show",
    ),
    Command(
        ("people", "list"),
        "list who is known by name, with offices and other names",
        (
            _argument("words", metavar="WORDS", nargs="*", help="only who fits: a name, an office"),
            _argument("--on", metavar="DATE", help="only who held an office that day, ISO"),
        ),
        "known_people",
    ),
    Command(
        ("people", "add"),
        "add a person, or a name or an office of one who is known",
        (
            _argument("name", metavar="NAME", help="the name in full, as it is to be shown"),
            _argument("--alias", metavar="NAME", action="append", help="another, in any script"),
            _argument("--title", metavar="TITLE", help="of an office"),
            _argument(
                "--organisation", metavar="NAME", help="whose office it is: a country, a body"
            ),
            _argument("--since", metavar="DATE", help="its first day, ISO"),
            _argument("--until", metavar="DATE", help="its last day, ISO"),
            _argument("--pronoun", choices=("he", "she", "they"), help="that stands for the name"),
            _argument("--surname", metavar="NAME", help='if not the last word; "" for none'),
            _argument("--speaks-for", metavar="NAME", help="whose words a spokesperson's are"),
            _flag("--institution", help="no person but a body that speaks"),
        ),
        "known_people",
    ),
    Command(("schema",), "print the JSON Schema of --format json", (_OUTPUT,), "schema"),
    Command(("config", "show"), "say what a call runs with, and why", (), "config"),
    Command(("config", "path"), "say where the settings file is, or would be", (), "config"),
    Command(
        ("completion",),
        "print a script that lets a shell complete this command",
        (_argument("shell", choices=SHELLS, help="which shell"), _OUTPUT),
        "completion",
    ),
    Command(("man",), "print the manual page", (_OUTPUT,), "man"),
)

COMMANDS = {command.words: command for command in _TABLE}
GROUPS = frozenset(words[0] for words in COMMANDS if len(words) > 1)
VALUE_OPTIONS = frozenset(
    name
    for argument in (*EVERYWHERE, *(given for command in _TABLE for given in command.arguments))
    for name in argument.names
    if argument.details.get("action") != "store_true"
)
